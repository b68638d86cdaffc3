"""The columns of a one-liner, as assistant directors head them."""

from __future__ import annotations

from schemas import wordings
from schemas.headings import Field, Shape

_ACTION_AND_NOTES = "|".join(
    f"{one} {other}"
    for action in ("action", "synopsis", "description", "summary", "inhalt", "resume", "sinopsis")
    for notes in (
        "notes",
        "remarks",
        "comments",
        "requirements",
        "needs",
        "besoins",
        "necesidades",
        "remarques",
        "bemerkungen",
        "notas",
    )
    for one, other in ((action, notes), (notes, action))
)
"""One column for what happens and what it needs: "Action / notes"."""

FIELDS: tuple[Field, ...] = (
    Field(
        "scene",
        "scene #|scene|scenes|sc #|sc|scs|scene no|scene number|scene numbers|scene nos|sc no|"
        "sequence #|sequence|seq|seq #|sequences|scene s|bild|bild nr|bildnr|bilder|szene|szene nr|"
        "szenen|escena|escenas|esc|esc #|secuencia|sec|sec #|no sequence|no seq|no scene|"
        "num escena|n escena|numero|script scene",
        Shape.CODE,
        weight=1.5,
    ),
    Field(
        "int_ext",
        "int ext|i e|ie|ext int|int or ext|interior exterior|int and ext|inside outside|"
        "innen aussen|i a|in aus|inn auss|interieur exterieur|interior o exterior|int ext d n|"
        "i e d n|int ext day night|effet|effets|efecto",
        weight=1.5,
    ),
    Field(
        "set",
        "set|set description|set name|set synopsis|set desc|sets synopsis|"
        "set action|set and action|slugline|slug line|scene heading|setting|sets|set location|"
        "heading|scene slug|scene header|set setting|int ext set d n|int ext set|scene set|"
        "set scene|decor|decors|dekoration|dekorationen|dekor|decor et lieu|motiv|motive|set motiv|"
        "decorado|set decorado|"
        "scene heading slugline|set and synopsis|set description synopsis|scene setting",
        Shape.WORDS,
        weight=1.2,
    ),
    Field(
        "day_night",
        "d n|day night|dn|d or n|day or night|time of day|tod|jour nuit|j n|tag nacht|t n|"
        "effet|effets|effet jour nuit|lumiere|luz|tageszeit|stimmung|dia noche|momento|lighting|"
        "time|day and night|moment|momento del dia",
        weight=1.2,
    ),
    Field(
        "pages",
        "pages|pgs|pag|pags|pag octavos|octavos|seiten|page count|pg count|page s|pg s|pg|pp|"
        "page length|pgs 8ths|pages 8ths|pages in 8ths|pages eighths|total pages|script pages|"
        "nb pages|nombre de pages|pages 8emes|minutage pages|seitenzahl|seiten 8tel|achtelseiten|"
        "umfang|paginas|octavos de pagina|length|page|no of pages|pages count|page total",
        Shape.PAGES,
        weight=1.5,
    ),
    Field(
        "eighths",
        "8ths|8th|eighths|8emes|8eme|8e|huitiemes|8tel|achtel|octavos",
        Shape.NUMBER,
        weight=0.5,
        further=True,
    ),
    Field(
        "cast",
        "cast|cast ids|cast id|cast #|cast #s|cast no|cast nos|cast numbers|characters|character|"
        "cast members|talent|actors|character ids|cast list|id|ids|board ids|cast id #s|players|"
        "role|roles|distribution|comediens|acteurs|personnages|personnage|darsteller|rollen|"
        "besetzung|cast nr|schauspieler|rollen nr|reparto|personajes|elenco|actores|interpretes",
    ),
    Field(
        "location",
        "location|loc|locations|shooting location|filming location|actual location|shoot location|"
        "lieu|lieux|lieu de tournage|drehort|ort|locacion|localizacion|lugar|stage|"
        "practical location|location name|where|place",
        Shape.WORDS,
    ),
    Field(
        "shoot_day",
        "shoot day|day|day #|shooting day|shoot day #|sd|day no|day number|prod day|shooting day #|"
        "production day|shoot day number|days|jour|jour de tournage|jt|drehtag|dt|tag|dia|"
        "dia de rodaje|dr|jornada|jour #|dreh tag",
        weight=0.8,
        further=True,
    ),
    Field(
        "unit",
        "unit|shooting unit|crew unit|einheit|equipe|unidad|plateau|team",
        weight=0.3,
        further=True,
    ),
    Field(
        "episode",
        "ep|ep #|eps|ep no|ep nr|episode|episodes|episode #|episode no|folge|folgen|folge nr|"
        "episodio|capitulo|cap|epis",
        weight=0.3,
        further=True,
    ),
    Field(
        "date",
        "date|shoot date|shooting date|date of shoot|day date|datum|drehdatum|fecha|"
        "fecha de rodaje|date de tournage",
        Shape.DATE,
        weight=0.5,
        further=True,
    ),
    Field(
        "synopsis",
        "synopsis|description|scene description|action|summary|one line|one liner|"
        "one line synopsis|"
        "scene synopsis|brief|story|scene summary|short description|logline|resume|inhalt|"
        "kurzinhalt|sinopsis|descripcion|beschreibung|resume de la scene|scene action",
        weight=0.5,
        further=True,
    ),
    Field(
        "notes",
        "notes|note|comments|comment|remarks|what|requirements|special req|special requirements|"
        "remarques|bemerkungen|notas|observaciones|infos|observation|"
        "ad notes|special notes|notes elements|notes requirements|elements notes|"
        "elements remarks|requirements notes|props notes|notes props|production notes|"
        + _ACTION_AND_NOTES
        + "|"
        + wordings.NOTES,
        weight=0.2,
        further=True,
    ),
)
_ELEMENTS = (
    (
        "elements",
        "elements|element|special elements|key elements|requirements|special requirements|"
        "special reqs|reqs|needs|special needs|production needs|besoins|besoins particuliers|"
        "besoins speciaux|necesidades|necesidades especiales|bedarf|besonderer bedarf|breakdown|"
        "breakdown elements|other|other elements|production elements|"
        "props|key props|besonderheiten|besonderes|elementos|elements particuliers|special",
    ),
    ("stunts", "stunts|stunt|stunts action|action stunts|cascades|cascade|acrobacias"),
    ("weapons", "weapons|guns|firearms|armoury|armory|armourer|armorer|waffen|armes|armas"),
    ("animals", "animals|animal|livestock|animals wrangler|tiere|animaux|animales"),
    (
        "effects",
        "sfx|special effects|spfx|fx|sfx armoury|sfx weapons|weapons sfx|stunts sfx weapons|"
        "sfx vfx|effects|spezialeffekte|sfx stunts|stunts sfx",
    ),
)
FIELDS += tuple(Field(name, words, weight=0.2, further=True) for name, words in _ELEMENTS)
"""What a scene holds besides cast and set, where the sheet has columns for it."""
COLUMNS = tuple(field.name for field in FIELDS if field.name != "eighths")
