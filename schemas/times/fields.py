"""The columns of daily times, as production reports, exhibits G and time sheets head them."""

from __future__ import annotations

from schemas import wordings
from schemas.headings import Field, Shape
from schemas.times import places


def _meal(names: str, words: str) -> str:
    """The headings of a meal's beginning or end: the meal's name before each word, or after it."""
    pairs = [(meal, word) for meal in names.split("|") for word in words.split("|")]
    after = [f"{word} {meal}" for meal, word in pairs if word in _BEFORE]
    return "|".join([f"{meal} {word}" for meal, word in pairs] + after)


def _whole(names: str) -> str:
    """The headings of a meal as a whole, which is a length or two times: "1st Meal (min)"."""
    said = ("", " min", " mins", " minutes", " length", " break", " time", " times", " hours")
    return "|".join(f"{name}{word}" for name in names.split("|") for word in said)


_BEGINS = (
    "out|start|begin|from|start time|time out|began|off|goes|leave|depart|von|ab|beginn|debut|"
    "sortie|inicio|salida|sale|salen"
)
_ENDS = (
    "in|end|finish|to|end time|time in|back|back in|return|resume|until|over|fin|bis|ende|final|"
    "rentree|regreso|regresa|regresan|entrada|vuelve"
)
_BEFORE = (
    *("out", "start", "begin", "in", "end", "finish", "debut", "fin", "beginn", "ende"),
    *("inicio", "salida", "regreso", "final"),
)
_FIRST = (
    "lunch|meal 1|meals|m1|1m|1st meal|first meal|meal|ml 1|ml|lunch break|meal break|break|"
    "break 1|1st break|first break|dejeuner|repas|repas 1|1er repas|coupure|mittag|mittagspause|"
    "pause|pause 1|1 pause|erste pause|1e pause|comida|comida 1|almuerzo|1a comida|corte comida|"
    "corte de comida|corte para comer|pausa comida|pausa de comida|pausa para comer"
)
_SECOND = (
    "meal 2|m2|2m|2nd meal|second meal|2nd|ml 2|dinner|supper|break 2|2nd break|second break|"
    "dinner break|repas 2|2e repas|2eme repas|diner|abendessen|pause 2|2 pause|zweite pause|"
    "2e pause|comida 2|2a comida|cena"
)
_BREAKFAST = "nd meal|ndb|ndm|nd bkfst|nd breakfast|nd|non ded meal|non deductible meal|n d meal"
_BACK = (
    "back|back in|back from lunch|back from meal|in from lunch|resume|resumed|return|returned|"
    "back to work|back on set|regreso|regresa|vuelta|retorno|reanudacion|reprise|retour|"
    "retour plateau|weiter|wieder da|fortsetzung"
)
"""What heads the end of a meal whose beginning is headed by its name alone."""

FIELDS = (
    Field(
        "date",
        "date|day date|work date|date worked|shoot date|shooting date|day|report date|call date|"
        "production date|datum|drehdatum|fecha|fecha de rodaje|jour|date de tournage|tag|"
        + wordings.DAY,
        Shape.DATE,
        weight=1.0,
    ),
    Field(
        "weekday", "weekday|day of week|dow|wkday|wochentag", Shape.WORDS, weight=0.5, further=True
    ),
    Field(
        "name",
        "name|crew member|crew|employee|employee name|crew name|cast|cast member|actor|performer|"
        "artist|player|talent|actor name|artist name|technicien|comedien|mitarbeiter|darsteller|"
        "stabmitglied|tecnico|empleado|trabajador|interprete|minor|minors name|minor name|child|"
        "childs name|child name|child performer|young performer|students name|" + wordings.PERSON,
        Shape.WORDS,
    ),
    Field("first_name", "first name|first|given name|prenom|vorname", Shape.WORDS),
    Field(
        "last_name",
        "last name|last|surname|family name|nom de famille|nachname|familienname|apellido|"
        "apellidos",
        Shape.WORDS,
    ),
    Field(
        "element_id",
        "#|cast #|cast id|no|cast no|id|id #|element|char #|character #|role #|nr",
        Shape.CODE,
        weight=0.3,
        further=True,
    ),
    Field(
        "role",
        "character|character name|part|personnage|personaje|rolle|role played",
        Shape.WORDS,
        weight=0.7,
    ),
    Field(
        "department",
        "department|dept|dpt|departement|abteilung|gewerk|departamento|depto|dpto|section",
        Shape.WORDS,
        weight=0.7,
    ),
    Field(
        "position",
        "position|pos|crew position|classification|occ|occ code|" + wordings.JOB,
        Shape.WORDS,
        weight=0.7,
    ),
    Field(
        "travel_to",
        "travel to|travel in|travel to set|travel to location|to set|drive to|trvl to|travel am|"
        "leave for location|leave for set|left for location|lv for loc|depart for set|portal out|"
        "trajet aller|aller|anfahrt|anreise|hinfahrt|viaje ida|ida|trayecto ida",
        weight=0.8,
    ),
    Field(
        "call",
        "call|in|time in|call time|crew call|set call|reporting time|report time|report|"
        "time called|general call|actual call|call act|start|start time|time on|clock in|"
        "sign in|signed in|on set|report set|report on set|report to set|in time|"
        "arrive|arrival|arrived|reported|rpt|rpt time|called|begin|work start|arrive call|"
        "call in|call arrive|"
        "unit call|cast call|personal call|individual call|pers call|call on set|arrive on set|"
        "arrived on set|u c|u call|unit c|loc call|in set|set in|time on set|clocked in|"
        "sign in time|signed in time|"
        "appel|heure d appel|convocation|heure de convocation|arrivee|pat|heure d arrivee|debut|"
        "heure debut|"
        "arbeitsbeginn|beginn|dienstbeginn|call zeit|abfahrt basis|basis ab|ab basis|einbestellt|"
        "von|drehbeginn|kommt|"
        "citacion|hora de citacion|citado|entrada|hora entrada|llamado|inicio|hora inicio|"
        "cit|cita|conv|ent|arr|anf|anfang|drehbeg|hora cita|convocatoria|" + places.SET_CALLS,
        Shape.TIME,
        weight=2.0,
    ),
    Field(
        "makeup_call",
        "makeup call|make up call|makeup|mu call|mu|m u|mu wdr|m u wdr|h mu|h mu w|mu hair|mu ward|"
        "makeup wardrobe|report makeup|report mu|hmu|hmu call|hair makeup|maquillage|hmc|maske|"
        "maquillaje|" + places.MAKEUP_CALLS,
        Shape.TIME,
        weight=0.5,
        further=True,
        even=True,
    ),
    Field(
        "ndb",
        "ndb|nd bkfst|nd breakfast|ndb in|ndb time|ndm|nd meal|non deductible breakfast|"
        "non deduct breakfast|non deductible meal|ndb at|n d b|bkfst|breakfast|"
        + _meal(_BREAKFAST, "in|start|begin|from"),
        weight=0.8,
        even=True,
    ),
    Field(
        "ndb_end",
        _meal(_BREAKFAST, "out|end|finish|to|until"),
        Shape.TIME,
        weight=0.4,
        further=True,
        even=True,
    ),
    Field("meal1_start", _meal(_FIRST, _BEGINS), Shape.TIME, weight=1.5, even=True),
    Field("meal1_end", f"{_meal(_FIRST, _ENDS)}|{_BACK}", Shape.TIME, weight=1.5, even=True),
    Field("meal2_start", _meal(_SECOND, _BEGINS), Shape.TIME, weight=1.5, even=True),
    Field("meal2_end", _meal(_SECOND, _ENDS), Shape.TIME, weight=1.5, even=True),
    Field(
        "meals",
        "meal|meals|lunch|lunch break|break|meal break|meal time|lunch length|meal length|"
        "lunch min|meal mins|lunch minutes|meal hours|pause|repas|coupure|pause repas|"
        "mittagspause|pausen|pause min|comida|pausa|descanso|" + _whole(_FIRST),
        weight=0.6,
        further=True,
    ),
    Field("meals2", _SECOND + "|" + _whole(_SECOND), weight=0.6, further=True),
    Field(
        "wrap",
        "wrap|out|time out|wrap time|dismissed|dismiss|dismissal|dismiss time|dismissed set|"
        "dismissed from set|dismiss set|dismiss on set|actual wrap|wrap act|"
        "wrapped|end|end time|finish|finish time|"
        "time off|clock out|sign out|signed out|out time|released|release|rel|off|depart|departed|"
        "left|work end|camera wrap|cam wrap|finished|wrapped set|set wrap|wrap set|wrapped on set|"
        "unit wrap|crew wrap|last out|last man out|last person out|"
        "wrap out|wrap dismissed|leave set|left set|off set|released from set|out set|"
        "set out|clocked out|sign out time|signed out time|wrapped dismissed|"
        "fin|fin de journee|heure de fin|depart plateau|liberation|libere|"
        "arbeitsende|ende|dienstende|drehschluss|drehende|feierabend|bis|geht|wrap zeit|"
        "salida|hora salida|fin de jornada|corte|hora fin|hora de corte|despedida|"
        "sal|dep|drehsch|drehschl|" + places.SET_WRAPS,
        Shape.TIME,
        weight=2.0,
    ),
    Field(
        "makeup_wrap",
        places.MAKEUP_WRAPS,
        Shape.TIME,
        weight=0.5,
        further=True,
        even=True,
    ),
    Field(
        "travel_from",
        "travel from|travel home|travel out|travel back|travel from set|drive from|trvl from|"
        "travel pm|arrive at studio|arrive home|arrive studio|arr hotel|arrive at hotel|portal in|"
        "trajet retour|retour|ruckfahrt|abreise|heimfahrt|viaje vuelta|vuelta|trayecto vuelta",
        weight=0.8,
    ),
    Field(
        "hours",
        "hours|total hours|hrs|total hrs|hours worked|work hours|worked hours|total|actual hours|"
        "total time|hours act|work hrs|ttl hrs|heures|total heures|nb heures|heures travaillees|"
        "stunden|gesamtstunden|std|arbeitsstunden|arbeitszeit|horas|total horas|horas trabajadas",
        weight=0.6,
    ),
    Field(
        "planned_call",
        "planned call|sched call|scheduled call|budgeted call|plan call|call sched|call plan|"
        "call sheet call|est call|call budget|planned in|sched in|scheduled in|call planned|"
        "convocation prevue|call geplant|plan beginn|beginn plan|soll beginn|citacion prevista",
        Shape.TIME,
        weight=1.0,
    ),
    Field(
        "planned_wrap",
        "planned wrap|sched wrap|scheduled wrap|est wrap|estimated wrap|budgeted wrap|plan wrap|"
        "wrap sched|wrap plan|wrap est|wrap budget|planned out|sched out|scheduled out|"
        "wrap planned|fin prevue|wrap geplant|plan ende|ende plan|soll ende|corte previsto",
        Shape.TIME,
        weight=1.0,
    ),
    Field(
        "planned_hours",
        "budgeted hours|budget hours|bud hrs|budgeted hrs|planned hours|scheduled hours|"
        "sched hours|bgt hours|hours budget|hours budgeted|hours plan|plan hours|est hours|"
        "budgeted day|budget day|guarantee|guaranteed hours|gtd hours|heures prevues|"
        "heures budget|soll stunden|stunden soll|stunden budget|plan stunden|sollstunden|"
        "horas previstas|horas presupuestadas|horas presupuesto",
        weight=1.0,
    ),
    Field(
        "hours_limit",
        "licence max|license max|licence hours|licensed hours|max licensed hours|licence limit|"
        "max hours|max hrs|maximum hours|permitted hours|hours permitted|hours allowed|"
        "allowed hours|max permitted|max at place of performance|hours limit|legal max|"
        "max on set|heures max|heures maxi|heures autorisees|max autorise|amplitude max|"
        "stunden max|max stunden|hochstarbeitszeit|erlaubte stunden|"
        "horas max|horas maximas|maximo horas|horas permitidas|horas autorizadas",
        weight=0.4,
        further=True,
    ),
    Field("unit", "unit|unite|einheit|unidad", weight=0.2, further=True),
    Field(
        "union",
        "union|local|guild|union local|loc|local #|loc #|syndicat|sindicato",
        weight=0.3,
        further=True,
    ),
    Field(
        "status",
        "status|code|day type|work status|w h f|swf|swhf|statut|estado",
        weight=0.2,
        further=True,
    ),
    Field(
        "notes",
        "notes|" + wordings.NOTES,
        weight=0.2,
    ),
)

CLOCKS = (
    "makeup_call",
    "call",
    "meal1_start",
    "meal1_end",
    "meal2_start",
    "meal2_end",
    "wrap",
    "makeup_wrap",
)
"""The times of a day, in the order in which they come."""
PLANNED = ("planned_call", "planned_wrap")
OF_A_DAY = frozenset(
    (
        *CLOCKS,
        *PLANNED,
        "date",
        "weekday",
        "ndb",
        "ndb_end",
        "meals",
        "meals2",
        "hours",
        "planned_hours",
        "hours_limit",
        "travel_to",
        "travel_from",
    )
)
"""What a line says of one day rather than of a person."""
NAMING = frozenset(("name", "last_name"))
"""Columns that say who a line is of."""
