"""The words of day-out-of-days in English, French, German and Spanish: headings, labels, titles.

All are folded: lower case, without accents and punctuation.
"""

from __future__ import annotations

import re

_NUMBER = r"(?:#|no?|nr|num(?:ber|ero|mer)?)"
SHOOT = re.compile(
    rf"(?:total )?shoot(?:ing)?(?: days?)?(?: {_NUMBER})?|days?(?: {_NUMBER})?"
    rf"|prod.* day.*|jours?(?: de)? tournage.*|j(?:our)? {_NUMBER}|drehtage?.*|(?:dt|tag) {_NUMBER}"
    rf"|dias?(?: de)? rodaje.*|dia {_NUMBER}|jornadas?(?: (?:de )?rodaje)?(?: {_NUMBER})?|sd"
    rf"|{_NUMBER} (?:(?:de )?(?:jour|jornada|dia|tournage)s?|day|shoot(?:ing)? day)"
)
"""Labels of the row of shooting days."""
CROSSES = frozenset(["x", "X", "✓", "✔", "✗", "●", "•", "■"])
"""What marks a day without saying what of it."""
COUNTS = re.compile(
    r".*\b(?:shoot|shooting|tournage|drehtag|rodaje|jornadas?|prod|total)\b.*|day #|sd"
)
"""Labels of rows of numbers that are no days of a month."""
SHOOT_DAY = re.compile(
    r"(?:(?:shoot|shooting|day|sd|d|jour|j|tag|dt|drehtag|dia|jornada)[ #.]*)*(\d{1,3})"
    r"(?:\s*(?:of|de|von|/)\s*\d+)?",
    re.IGNORECASE,
)
UNIT_DAY = re.compile(r"(?:\d?u(?:nit)?\d?|[a-d])[ -]?(\d{1,3})", re.IGNORECASE)
"""A shooting day of another unit: "2U-3"."""
UNIT = re.compile(
    r"(?:[2-4] ?(?:st|nd|rd|th|a|o|e|eme|\.)? ?-?(?:u|unit|unidad|ud|einheit|equipe|eq)\.?|"
    r"u[2-4]|su|spl|(?:second|third|splinter|tandem|aerial|drone|action|inserts?|stunt|underwater|"
    r"marine|deuxieme|zweite|segunda|tercera|dritte|troisieme)"
    r"(?: (?:unit|team|crew|equipe|einheit|unidad))?)"
    r"(?: (?:only|day|allein|nur|sola?|seule?))?"
)
"""Another unit that shoots on a day which the main one does not number: "2ªU", "2nd Unit only"."""
NO_SHOOT = re.compile(
    r"off|day off|hol(?:iday)?|co(?:mpany)? hol.*|travel(?: day)?|tr|prep|wrap|rehearsals?|reh"
    r"|hiatus|move|company move|dark|rest|weekend|sat|sun|x|/|conge|ferie|frei|libre|festivo"
    r"|(?:dreh|arbeits)frei|ruhetag|descanso|feriado|feiertag|fitting|test|tech ?scout|scout"
    r"|camera test|post|strike|weather|cover|repos"
    r"|relache|pre ?light"
)
"""What stands in the row of shooting days where nobody shoots."""
TIER = re.compile(
    r"(?:shoot(?:ing)? )?(?:week|wk|wk#|w|semaine|sem|woche|kw|semana)\b.*|prep.*|shoot(?:ing)?"
    r"|(?:pre ?)?production|principal photography|wrap|post.*|hiatus|[abc] unit|\d+"
    r"|(?:main|2nd|second|1st|first|splinter|aerial)?\s?unit.*|main|2nd|splinter"
    r"|(?:ep|episode|epi|block|bloc|folge|episodio)\b.*|.*holiday.*|thanksgiving|easter|christmas"
    r"|xmas|(?:labor|memorial|independence) day.*|stage|location|loc|day|night|d|n|studio"
    r"|rehearsals?|travel|tournage|dreh|rodaje|pause"
)
"""What stands over the days, above the dates: weeks, phases, units, episodes."""
LABELS = re.compile(
    r"units?|weeks?|locations?|sets?|scenes?|notes?|day night|episode|block|call|day of week|day"
    r"|date|weekday|month|shoot(?:ing)? day|#|id|no|nr|num|number|cast (?:#|no|id)|id #|character"
    r"|role|actor|name|element|cast member|performer|semaine|unite|lieu|decor|woche|einheit|motiv"
    r"|semana|unidad|locacion|pages?|city|country|studio"
)
"""Labels that head a row or a column, and name no element."""
PROSE = re.compile(
    r"notes?|remarks?|comments?|locations?|sets?|scenes?(?: shot)?|pages?|city|day night|int ext"
    r"|units?|holidays?|bemerkung(?:en)?|notas?|remarques?|lieux?|decors?|motive?|weather"
    r"|locacion(?:es)?"
)
"""Labels of rows (or columns, where dates stand down) that say something else of the days."""
BANNERS = re.compile(
    r"(?:(?:main|principal|supporting|featured|day|guest|lead|leads|series|special|stunt|picture|"
    r"background|non speaking|speaking|local|additional) )*(?:cast|principals?|players?|leads?|"
    r"regulars?|guests?|stars|featured|supporting|stunts?|performers?|doubles?|stand ins?|extras?|"
    r"background|bg|crowd|vehicles?|cars?|trucks?|boats?|animals?|props?|sets?|locations?|equipment|roles?|"
    r"weekly|dailies|minors|kids|children|voices?|atmosphere|crew|camera|grip|electric|sound|art)"
)
"""Words that head a group of elements."""
PAGE = re.compile(r"page \d+.*|p \d+|continued|cont d?|\d+ of \d+|\d{1,4}|suite|fortsetzung")

NAMES = (
    "character|characters|role|roles|part|character name|role name|personnage|personnages|figur"
    "|rolle|personaje|papel|character role|rollenname",
    "element|elements|item|vehicle|vehicles|picture vehicle|picture vehicles|set|sets|set name"
    "|location|locations|prop|props|equipment|animal|animals|description|extra|extras|background"
    "|vehicule|vehicules|vehiculo|vehiculos|fahrzeug|fahrzeuge|decor|decors|motiv|motive|lieu"
    "|decorado|lieux|requisite|figurants|komparsen|figuracion",
    "cast|cast member|cast members|name|names|nom|nombre|cast name|reparto|besetzung"
    "|distribution|crew|crew member|stunt|stunts|stunt performer",
    "actor|actress|actors|artist|artiste|performer|talent|player|comedien|comedienne|comediens"
    "|interprete|interpretes|acteur|actrice|actor actress|schauspieler|schauspielerin|darsteller"
    "|actriz|actor name|artist name|played by",
    "position|positions|job|job title|poste|funktion|puesto|department|dept",
)
"""Headings of the column that names an element, the best first: the role goes before its actor."""
ANYBODY = frozenset(
    ["name", "names", "nom", "nombre", "position", "crew", "description", "item", "equipment"]
)
"""Headings that other trades' sheets have as well."""
IDS = re.compile(
    r"#|id|ids|no|nr|num|number|numero|nummer|n|(?:cast|element|char(?:acter)?|role|item|board) "
    r"(?:#|no|nr|id|number)|id #|board id number|code|rollen ?n(?:r|ummer)"
    r"|n (?:de )?(?:role|comedien)"
)

TOTALS = {
    "travel": "travel|tr|travel days|total travel|trav|tvl|travels|voyage|voyages|reise|viaje"
    "|voy|reisetage|rt|viajes|days travel|travel total|co travel",
    "work": "work|worked|w|work days|worked days|days worked|total work|working|working days|wrk"
    "|days work|dreh|work total|total work days|total worked|shoot days|travail|tournage|drehtage"
    "|jours travailles|jours tournage|arbeitstage|trabajo|dias trabajados|rodaje"
    "|jours de tournage|trab|dias trab|dias de rodaje|dt|d t|jt",
    "hold": "hold|h|holds|hold days|total hold|held|days held|days hold|hold total|hld|attente"
    "|espera|esp|halten|haltetage|wartetage|wt|standby",
    "rehearse": "rehearse|rehearsal|r|rehearsals|reh|rehearsal days|rehearse days|rehears"
    "|repetition|repetitions|proben|probetage|ensayo|ensayos|total rehearse",
    "holiday": "holiday|holidays|hol|co holiday|company holiday|hols|ferie|feries|feiertag"
    "|feiertage|festivo|festivos|total holiday",
    "start": "start|start date|first day|start day|first|starts|begin|debut|beginn|inicio"
    "|1st day|first work day|date debut|sw",
    "finish": "finish|finish date|end|wrap|last day|end date|last|finish day|fin|ende|wrap date"
    "|last work day|date fin|wf|final",
    "total": "total|totals|total days|tot|days|grand total|ttl|sum|gesamt|summe|total jours"
    "|total dias|total general|# days|no of days|days total|no days|jours|tage|dias",
}

TITLES = re.compile(
    r"\b(?:doods?|days? out of days?|d o o d|(?:jours|plan) de presence|presence (?:des )?comediens"
    r"|dias de actores|tage der darsteller)\b"
)
OFFICE = re.compile(
    r"\b(?:employees?|staff|students?|pupils?|class|attendance|rota|roster|shifts?|dienstplan"
    r"|schichtplan|mitarbeiter\w*|urlaub\w*|vacation|leave|absen\w+|employes?|salaries"
    r"|empleados?|turnos?|turnus|nurses?|ward|team|teams|league|fixtures?|opponent|habits?"
    r"|chores|menu|volunteers?|eleves?|schuler|alumnos?|asistencia|horaires|wfh|pto"
    r"|sick)\b"
)
"""Words of other trades' sheets: rotas, registers, leagues."""
CREW = re.compile(
    r"positions?|department|dept|job|job title|poste|departement|abteilung|puesto|funktion"
)
