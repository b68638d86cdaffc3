"""Times of whole units, a line a unit and day, as progress reports sum them up: nobody is named."""

from __future__ import annotations

import re

from schemas.headings import Header, normal
from schemas.times.fields import NAMING
from schemas.values.words import fold

_CALLS = re.compile(r"(?:unit|crew|company|general|main unit|2nd unit|u) c(?:all)?(?: time)?")
_UNIT = re.compile(r"\b(?:unit|crew|team|unite|equipe|einheit|unidad|equipo)\b")
_OF_PEOPLE = NAMING | {"first_name", "role", "element_id", "position", "department"}
"""Columns that say that a line is of somebody, or of some."""


def are(header: Header) -> bool:
    """Whether the lines of a heading are units' days: it calls units, dates them, names nobody."""
    fields = header.columns.keys()
    if fields & _OF_PEOPLE or "date" not in fields:
        return False
    return "unit" in fields or _CALLS.fullmatch(normal(header.headings.get("call", ""))) is not None


def called(unit: object) -> str:
    """What a unit is called as somebody is: "Main unit"; without a name, the unit."""
    said = str(unit or "").strip()
    if not said:
        return "The unit"
    return said if _UNIT.search(fold(said)) else f"{said} unit"
