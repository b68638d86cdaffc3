"""The words by which people name a revision in a tab's title, in four languages.

Everything here is matched in lower case, without accents.
"""

from __future__ import annotations

import re

from schemas.values.calendar import MONTHS
from schemas.values.words import listed

COLOURS = (
    "white",
    "blue",
    "pink",
    "yellow",
    "green",
    "goldenrod",
    "buff",
    "salmon",
    "cherry",
    "tan",
)
"""The colours of revisions, in the order in which they follow each other; then double colours."""
_ELSEWHERE = (
    ("blanc blanche blanco blanca weiss", "white"),
    ("bleu bleue azul blau", "blue"),
    ("rose rosa", "pink"),
    ("jaune amarillo amarilla gelb", "yellow"),
    ("vert verte verde grun gruen", "green"),
    ("gold golden", "goldenrod"),
)
COLOUR_ORDER = {colour: number for number, colour in enumerate(COLOURS)} | {
    word: COLOURS.index(colour) for names, colour in _ELSEWHERE for word in names.split()
}
COLOUR = re.compile(
    r"\b(?:rev(?:ision|ised)?\.? ?)?(?P<double>(?:double|dbl|2nd|second|2x) )?"
    rf"(?P<colour>{'|'.join(COLOUR_ORDER)})\b"
    r"(?! (?:units?|team|crew|cast|group|block|squad|screens?|room|house|set|company)\b)"
)

PART = re.compile(
    r"\b(?:\w+ (?:unit|unite|unidad|einheit|equipe)|"
    r"(?:unit|ep|eps|epis|episodes?|episodios?|folgen?|blocks?|blk|bloques?|blocs?|parts?|teil|"
    r"parties?|partes?|seasons?|saison|staffel|series|phase|weeks?|wks?|semaines?|woche|semana|"
    r"days?|scenes?|sc|stage|lot|company)\.? ?#?(?:\d+(?: ?(?:[./&,+-]|to|and|of) ?\d+)*|[a-f])\b)"
    r"|(?<![\d./-])[1-9]\d{2}(?![\d./-])"
)
"""A part of a production (a unit, an episode, a week), which stands beside the other parts."""

UNIT = re.compile(
    r"\b(?:(?:main|first|second|third|1st|2nd|3rd|\d+th|[a-d]|splinter|aerial|additional) "
    r"(?:unit|unite|unidad|einheit)|(?:unit|ep|eps|episode|episodio|folge|block|bloque|bloc)"
    r"\.? ?#?(?:\d+|[a-f])\b)"
)
"""The parts that a line above the headings may name for certain."""

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + ")"
DATE = re.compile(
    r"(?<![\d.])(?:20\d\d[./ -]\d{1,2}[./ -]\d{1,2}|\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\.?|"
    rf"20\d{{6}}|\d{{6}}|\d{{1,2}}(?:st|nd|rd|th|er|\.)?[ -]?(?:de )?{_MONTH}\b\.?"
    rf"(?:[ ,-]*(?:de )?(?:20)?\d\d)?|"
    rf"\b{_MONTH}\b\.?[ -]?\d{{1,2}}(?:st|nd|rd|th)?\b(?:,? ?20\d\d)?)"
    r"(?![\d%]|[a-z]\b)"
)
VERSION = re.compile(r"\bv(?:er(?:s(?:ion)?)?)?\.? ?#?\d{1,3}(?:\.\d{1,3})*\b(?![/-]\d)")
REVISION = re.compile(
    r"\b(?:rev(?:ision|ised)?|fassung|draft|entwurf|borrador|pass|edition|r)\.? ?#?(\d{1,3})\b"
)
FINAL = re.compile(r"\bfinal(?:e)? ?#?(\d{1,2})\b")
ORDINALS = ("first", "1st", "second", "2nd", "third", "3rd", "fourth", "4th", "fifth", "5th")
ORDINAL = re.compile(rf"\b({'|'.join(ORDINALS)}) (?:pass|draft|version|revision|rev)\b")

OLD = re.compile(
    r"\b(?:z*x*old|archived?|archiv|archivo|archives?|superseded|obsolete|outdated|"
    r"do not use|dont use|don't use|dnu|prev(?:ious)?|prior|void|deprecated|retired|unused|"
    r"anciens?|anciennes?|perimee?s?|alte|altes|veraltet|ungultig|viejo|vieja|antiguo|antigua|"
    r"anterior|obsoleto|obsoleta|ne pas utiliser|no usar|nicht benutzen)\b"
)
COPY = re.compile(
    r"\b(?:copy of|copie de|copia de|kopie von|duplicate|backup|bak|bkup|sauvegarde|respaldo)\b"
    r"|[ -]+cop(?:y|ie|ia)(?: \d+)?\s*$|\(\d{1,2}\)\s*$"
)
STAGES = {
    **dict.fromkeys(listed("original orig initial"), -6),
    **dict.fromkeys(listed("preliminary prelim preliminaire vorlaufig"), -5),
    **dict.fromkeys(listed("draft rough entwurf borrador brouillon provisional provisoire"), -4),
    "pass": -3,
    **dict.fromkeys(listed("revised rev updated revise revisee revisado revisada uberarbeitet"), 1),
    **dict.fromkeys(listed("final finale definitif definitive definitivo endfassung"), 3),
    **dict.fromkeys(listed("latest current new neu neue nuevo nueva nouveau nouvelle aktuell"), 5),
}
"""A word of a title -> how late a revision it names; a title without any stands at 0."""
REVISED = frozenset(word for word, stage in STAGES.items() if stage == 1)
STAGE = re.compile(
    rf"\b(?!new (?:york|orleans|zealand|mexico|jersey|england|hampshire|delhi|south))"
    rf"(?:{'|'.join(sorted(STAGES, key=len, reverse=True))})\b"
)

STATES = re.compile(
    r"\b(?:rev(?:ision|ised)?|as of|updated|date|dated|version|draft|issued|printed|colou?r|"
    r"fassung|stand|datum|revise|revisee|mise? a jour|maj|version du|en date du|actualizado|"
    r"actualizada|revisado|revisada|fecha|au|al|vom)\b"
)
"""Words above a table's headings that say which revision it is, or of which day."""
ANOTHER = re.compile(
    r"\b(?:script|scenario|guion|drehbuch|start|end|wrap|shoot|prep|birth|due|debut|fin|inicio|"
    r"beginn|ende|delivery|pay|photography|expir\w*)\b"
)
"""Words of a line above the headings that is about something else than this sheet's revision."""

DEFAULT_NAME = re.compile(r"(?:sheet|feuille|feuil|tabelle|blatt|hoja|foglio)(?: ?\d+)?")
FILLERS = listed(
    "list liste lista sheet tab the of de du as at on dated date from per stand version ver rev "
    "revised revision fassung budget dood"
)
"""Words that tell no two sheets of one kind apart."""
