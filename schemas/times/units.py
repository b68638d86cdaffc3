"""Times of whole units, a line a unit and day, as progress reports sum them up: nobody is named."""

from __future__ import annotations

import re

from schemas.headings import Header, normal
from schemas.sheet import Sheet
from schemas.times.fields import NAMING
from schemas.values.words import fold

_OF_UNITS = re.compile(
    r"^(?:main unit|2nd unit|u) c(?:all)?(?: time)?$|"
    r"\b(?:unit|crew|company|general|camera|cam) (?:c|call|wrap)(?: time)?$|"
    r"\b(?:1st|first|last) (?:shot|take|set ?up)(?: (?:am|pm))?$|\blast (?:man|person) out$|"
    r"\b(?:drehbeginn|drehende|drehschluss|1 klappe|erste klappe|letzte klappe|abbau fertig)\b|"
    r"\b(?:premier|dernier) plan\b|\bpat\b|\b(?:primer|ultimo) plano\b|\b1er tiro\b"
)
"""Headings of what a unit does as one: it is called, shoots, and wraps."""
_UNIT = re.compile(r"\b(?:unit|crew|team|unite|equipe|einheit|unidad|equipo)\b")
_TITLED = re.compile(
    r"\b(?:main|1st|2nd|second|splinter) unit\b|\bunidad (?:principal|\d)|"
    r"\b(?:segunda|2a) unidad\b|"
    r"\bequipe (?:principale|\d)|\b(?:2e|seconde|deuxieme) equipe\b|\bhauptunit\b|\bzweites team\b"
)
"""A title of a unit's days: "HORARIOS DE LLAMADO - UNIDAD PRINCIPAL"."""
_OF_PEOPLE = NAMING | {"first_name", "role", "element_id", "position", "department"}
"""Columns that say that a line is of somebody, or of some."""


def are(sheet: Sheet, header: Header) -> bool:
    """Whether the lines of a heading are units' days: it dates them, names nobody, and speaks of
    what units do: "Crew call", "1st shot", "Camera wrap"; or the title above names a unit."""
    fields = header.columns.keys()
    if fields & _OF_PEOPLE or "date" not in fields:
        return False
    said = (*header.headings.values(), *header.others)
    if "unit" in fields or any(_OF_UNITS.search(normal(heading)) for heading in said):
        return True
    titles = (text for row in range(1, min(header.rows)) for text in sheet.line(row) if text)
    return any(_TITLED.search(fold(text)) for text in (sheet.grid.tab, *titles))


def called(unit: object) -> str:
    """What a unit is called as somebody is: "Main unit"; without a name, the unit."""
    said = str(unit or "").strip()
    if not said:
        return "The unit"
    return said if _UNIT.search(fold(said)) else f"{said} unit"
