"""Departments of a film and sections of a contact list, as banners and columns name them."""

from __future__ import annotations

import re

from schemas.headings import normal
from schemas.values.words import listed

_OF_FILM = listed(
    "camera grip grips electric electrical electrics electricians lighting lx wardrobe costume "
    "costumes props property makeup hair hmu hairdressing sfx spfx vfx stunts casting greens "
    "crafty continuity epk playback wranglers armory armoury armorers scenic rigging teamsters "
    "kamera licht beleuchtung buhne szenenbild kostum kostume maske requisite requisiten "
    "aufnahmeleitung regie ausstattung filmgeschaftsfuhrung "
    "machinerie machinos electro electros hmc maquillage coiffure deco decoration decor decors "
    "accessoires scripte habillage cascades figuration "
    "camara fotografia vestuario maquillaje peluqueria electricos maquinistas tramoya utileria "
    "locaciones atrezzo ambientacion"
)
"""Words that alone say that a department is a film's."""
_LINKS = listed("and of the for de la du des l et d y del")
_WORDS = (
    _OF_FILM
    | _LINKS
    | listed(
        "production accounting accounts finance payroll art set dec dressing sound locations "
        "location transport transportation drivers special visual effects fx second 2nd 1st main b "
        "splinter unit crew extras background construction catering craft service services medical "
        "medics safety security health covid editorial edit editing post postproduction music "
        "publicity still stills video assist script direction directing directors ads writing "
        "assistantdirectors writers producers executives executive office studio animals animal "
        "marine aerial drone education teachers legal cast stand ins standins above below line "
        "floor grading graphics standby hod hods chaperones "
        "additional addl day players player principals principal leads supporting featured guest "
        "series regulars stars co recurring voice overs over vehicles picture cars department "
        "dept dpt team staff shooting local locals dailies loan hires "
        "ad pa pas runner runners rigging stunts "
        "produktion ton tontechnik fahrer fahrdienst schnitt buro szene abteilung postproduktion "
        "bau besetzung darsteller komparsen stab statisten "
        "equipe image son lumiere mise en scene realisation montage transports bureau departement "
        "comptabilite administration distribution comediens figurants cascadeurs "
        "roles rollen hauptrollen nebenrollen principaux seconds petits premiers secondaires "
        "silhouettes protagonistas secundarios "
        "produccion direccion sonido arte transporte transportes localizaciones iluminacion "
        "montaje construccion equipo departamento "
        "reparto actores figurantes contabilidad oficina postproduccion"
    )
)
_PARTS = listed(
    "unit units main second splinter aerial marine additional addl shooting shoot local locals "
    "dailies daily day days night nights loan hires prep wrap reshoots pickups block episode "
    "episodes week stage a b"
)
"""Words of units, of parts of the shoot, and of who is hired for them."""
_HIRES = listed("additional addl dailies daily day days calls night nights local locals hires")
"""Words of who is hired by the day, for the same work as the others."""
_UNITS = listed(
    "unit units einheit equipe unidad team second main splinter aerial marine block blocks bloc "
    "bloque episode episodes ep eps folge folgen capitulo capitulos"
)
_SPANS = listed("week weeks wk wks")
"""Words for how long they are: "DAILIES - WEEK 3"."""
_PHRASES = re.compile(
    r"\b(?:make up|post (?:production|produccion|produktion)|assistant directors)\b"
)

_TO_THE = re.compile(r"\ba (?:la|l)\b")

_ELSEWHERE = re.compile(
    r"vendors?|suppliers?|rentals?|rental houses?|equipment(?: vendors?| rental)?|hospitals?|"
    r"emergenc(?:y|ies)(?: .*)?|hotels?|accommodations?|airlines?|travel agents?|"
    r"useful (?:numbers|contacts)|other (?:contacts|numbers)|important numbers|"
    r"(?:nearest )?(?:hospital|police|fire)(?: .*)?|unions?(?: and guilds)?|guilds?|agenc(?:y|ies)|"
    r"agents|labs?|laborator(?:y|ies)|(?:post )?facilit(?:y|ies)|services|restaurants?|"
    r"fournisseurs?|prestataires?|hopita(?:l|ux)|urgences?|loueurs?|"
    r"lieferanten|dienstleister|krankenhaus|notfall|notruf|verleih(?:er)?|"
    r"(?:general |other )?(?:notes|remarks|reminders|to ?dos?)|bemerkungen|notizen|hinweise|"
    r"remarques|notas|observaciones|proveedores|hospitales|emergencias|hoteles|alquiler(?:es)?"
)


def is_department(text: str) -> bool:
    """Whether words name a department, a unit or a section of a crew or cast list."""
    words = _words(text)
    told = [word for word in words if word not in _LINKS and not word.isdigit()]
    return bool(told) and all(word in _WORDS or word.isdigit() for word in words)


def is_of_film(text: str) -> bool:
    """Whether words name a department that an office has not: camera, grip, wardrobe."""
    return bool(_OF_FILM & set(_words(text)))


def is_of_work(text: str) -> bool:
    """Whether a banner names what people do, and neither their unit nor a part of the shoot."""
    words = set(_words(text))
    apart = any(any(map(str.isdigit, word)) for word in words) or bool(words & _PARTS)
    return not apart and bool(words & (_WORDS - _LINKS))


def is_of_hire(text: str) -> bool:
    """Whether a banner names who is hired by the day and no unit: "DAY CALLS / ADDITIONAL"."""
    words = {word for word in _words(text) if not word.isdigit()} - _LINKS - _SPANS
    return bool(words & (_HIRES - {"calls"})) and words <= _HIRES | (_WORDS - _PARTS)


def is_of_a_unit(text: str) -> bool:
    """Whether a banner names a unit, a block or an episode, where somebody may be once more."""
    return bool(set(_words(text)) & _UNITS)


def is_elsewhere(text: str) -> bool:
    """Whether a banner announces what is no crew: vendors, hospitals, hotels."""
    return _ELSEWHERE.fullmatch(" ".join(_words(text))) is not None


def _words(text: str) -> list[str]:
    """A banner's words, phrases as one; "à la" is no unit's letter."""
    words = _TO_THE.sub(" ", normal(text))
    return _PHRASES.sub(lambda match: match[0].replace(" ", ""), words).split()
