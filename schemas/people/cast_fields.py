"""The fields of a cast list, with their headings in English, French, Spanish and German."""

from __future__ import annotations

from schemas import wordings
from schemas.headings import Field, Shape
from schemas.people import papers

FIELDS = (
    Field(
        "element_id",
        "#|id|cast #|cast id|no|cast no|element|element id|board id|board #|element #|id #|char #|"
        "character #|number|cast number|nr|num|cast id #|board no|role #|role no|n|no de role|"
        "rollennummer|rollen nr|numero|n de role|board|dood #|sched #|character id|char id|"
        "character no|talent #|actor #",
        Shape.CODE,
    ),
    Field(
        "role",
        "role|character|character name|role name|cast|char|part|personnage|rolle|personaje|papel|"
        "characters|roles|role character|character role|rollenname|nom du personnage|figur|"
        "nombre del personaje|rol|character actor|role actor|role performer|character performer|"
        "role comedien|rolle darsteller|personaje actor|cast character|speaking role|personnages|"
        "rollen|personajes|nombre personaje|on air as|on screen as|on camera role|appears as",
        shape=Shape.WORDS,
        weight=2.0,
    ),
    Field(
        "name",
        "actor|performer|artist|talent|name|actress|actor name|cast name|cast member|played by|"
        "performer name|talent name|artist name|actor actress|comedien|acteur|darsteller|"
        "schauspieler|full name|actors|comedienne|comedien comedienne|interprete|actriz|"
        "actor actriz|schauspielerin|darstellerin|besetzung|nom du comedien|nom|nombre|"
        "artist s name|actor s name|performers|artiste|cast member name|actors name|legal name|"
        "schauspieler in|darsteller in|interpretes|acteurs",
        shape=Shape.WORDS,
        weight=1.5,
    ),
    Field(
        "first_name",
        "first name|first|given name|prenom|vorname|nombre de pila",
        shape=Shape.WORDS,
    ),
    Field(
        "last_name",
        "last name|last|surname|family name|nachname|apellido|apellidos|nom de famille",
        shape=Shape.WORDS,
    ),
    Field(
        "agent",
        "agent|agency|agence artistique|agent artistique|rep|representation|agent manager|"
        "agent contact|manager|agents|agentur|agent agency|reps|agentes|agence|agente|"
        "representante|agencia|agent name|agency agent|agent rep|talent agent|agent phone|"
        "agency contact|agence agent|agent agence|management|managed by|handled by|repped by",
        private=True,
    ),
    Field(
        "union",
        "union|guild|meaa|ubcp|uda|sag y n|union status|affiliation|sag|sag status|actra|equity|"
        "sag aftra|sag #|union affiliation|syndicat|gewerkschaft|sindicato|union non union|"
        "union guild",
    ),
    Field(
        "start_date",
        "start date|start|deal start|on|first day|start work|work start|from|debut|beginn|inicio|"
        "date in|contract start|first work day|start day|drehbeginn|work from|first work date|"
        "1st work day|debut contrat|debut de contrat|inicio contrato|erster dt|1 dt|"
        "erster drehtag|1 drehtag|vertrag von|vertrag ab|engaged from|engaged|engagement from|"
        "deal from|dates from|booked from|contrato desde|"
        + wordings.START
        + "|"
        + wordings.ENGAGED_FROM,
        Shape.DATE,
    ),
    Field(
        "end_date",
        "end date|end|finish|finish date|wrap|wrap date|deal end|off|last day|to|until|fin|ende|"
        "date out|contract end|last work day|end day|drehende|work to|last work date|finish day|"
        "fin contrat|fin de contrat|fin contrato|letzter dt|letzter drehtag|vertrag bis|"
        "deal to|deal until|deal thru|dates to|booked to|booked until|contrato hasta|"
        + wordings.END
        + "|"
        + wordings.ENGAGED_TO,
        Shape.DATE,
    ),
    Field(
        "deal",
        "deal|rate|deal terms|terms|salary|contract|fee|daily rate|weekly rate|day rate|pay|"
        "compensation|deal rate|pay rate|rate per day|rate per week|deal summary|daily|weekly|"
        "rate day|rate week|cachet|gage|tagesgage|salaire|tarif|tarifa|honorarios|sueldo|"
        "contract rate|engagement|engaged as|deal type rate|scale|quote|money|episodic fee|"
        "fee per episode|"
        "rate per episode|per episode|rate episode|episodic rate|cache|cachet brut|caches|"
        "cachets|gage brutto|gage pro tag|tagessatz|retribucion|remuneracion|remuneration|"
        "sag rate|sag deal|day fee|weekly fee|$ day|$ week|$ deal|$|£|€|contrato|contrat|"
        "vertrag gage",
    ),
    Field(
        "rate_unit",
        "rate unit|per|rate type|pay type|deal type|basis|contract type|day week|daily weekly",
        further=True,
    ),
    Field(
        "episodes",
        "episodes|eps|episode|ep|ep #|episode #|folgen|episodios|folge|episode s|ep s|epi|"
        "episode numbers|eps #|capitulos|ep nos|caps|cap",
    ),
    Field(
        "deal_memo",
        "deal memo|memo|carta acuerdo|carta de acuerdo|lettre d accord|"
        "deal memo signed|signed|deal memo received|contract signed|deal signed|dm|"
        "deal memo status|signed deal memo|contrat signe|vertrag unterschrieben|contract in|"
        "contrato firmado|signed contract|contract executed|contract received|dm signed",
        Shape.MARK,
        further=True,
    ),
    Field("start_paperwork", papers.HEADINGS, Shape.MARK, further=True),
    Field(
        "phone",
        "phone|cell|mobile|tel|telephone|phone #|cell phone|phone number|telefon|telefono|movil|"
        "handy|contact number|" + wordings.PHONE,
        private=True,
        further=True,
    ),
    Field(
        "email",
        "email|e mail|email address|courriel|mail|correo|correo electronico|e mail address|"
        "adresse mail",
        private=True,
        further=True,
    ),
    Field(
        "minor",
        "minor|minors|minor y n|is minor|minor?|under 18|under 18?|child|kid|mineur|mineurs|menor|"
        "menores|minderjahrig|minderjahrige",
        Shape.MARK,
        further=True,
    ),
    Field(
        "status",
        "status|confirmed|booking|booking status|cast status|statut|estado|state",
        further=True,
    ),
    Field(
        "notes",
        "notes|note|comments|comment|remarks|notes comments|remarques|bemerkungen|bemerkung|notas|"
        "observaciones|description|role description|character description|special notes|"
        + wordings.NOTES,
        further=True,
    ),
)
