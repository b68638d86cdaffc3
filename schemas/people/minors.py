"""Who of a cast list is under age: the day of birth, the age, and what a column says of minors."""

from __future__ import annotations

import re
from datetime import date

from schemas.kind import Found
from schemas.rows import Record
from schemas.sheet import Sheet
from schemas.values.words import fold

_OF_AGE = 18
_AGE = re.compile(
    r"(\d{1,2})(?: ?(?:y|yo|yrs?|years?|y/o|ans|jahre|anos)\.?)?(?: (?:old|alt|de edad))?"
)
_UNDER_AGE = re.compile(
    r"(?:minor|child|kid|k|juvenile|underage|under ?18|u ?18|mineure?|enfant|menor|kind|"
    r"minderjahrige?r?)\b(?P<rest>.*)"
)
_OF_AGE_WORDS = re.compile(
    r"(?:adult|major|over ?18|18 ?\+|18 ?plus|majeure?|adulte|erwachsene?r?)\b"
)

_MARKED = re.compile(r"^(?:y|yes|minor|oui|ja|s[ií])\s*[-–—:,(]\s*(?=\S)", re.IGNORECASE)
"""What a column for both says before the day: "Y - 2016-05-02"."""
_NUMBERED = re.compile(r"(\d{1,2})\s*[-–—:,(/]?\s*((?:minor|child|kid|mineure?|menor|kind)\b\)?)$")
"""The age first: "5 - MINOR"."""
_AROUND = " ()-–,:/"
"""What may stand about an age: "Minor – 12"."""


def take(record: Record, sheet: Sheet, found: Found) -> None:
    """Read day of birth, age and minority; what says nothing of them is passed over, in place."""
    values, col = record.values, found.header.columns.get("birth_date")
    raw = sheet.grid.at(record.row, col) if col else None
    day = sheet.dates.read(_MARKED.sub("", raw) if isinstance(raw, str) else raw)
    values["birth_date"] = day if isinstance(day, date) else None
    text = str(values["age"] or "")
    values["age"] = _years(text)
    if said := _UNDER_AGE.match(_worded(text)):
        values["minor"], values["age"] = True, _years(said["rest"].strip(_AROUND))
    if "minor" in record.faults:
        _take_mark(record, sheet.text(record.row, found.header.columns["minor"]))


def _take_mark(record: Record, text: str) -> None:
    """Read "MINOR", "Minor (12)", "12 y/o" or "Adult" under a heading that asks who is one."""
    folded = _worded(text)
    said = _UNDER_AGE.match(folded)
    years = _years(said["rest"].strip(_AROUND) if said else folded)
    if said is None and years is None and not _OF_AGE_WORDS.match(folded):
        return
    del record.faults["minor"]
    record.values["minor"] = said is not None or years is not None
    record.values["age"] = record.values["age"] or years


def _worded(text: str) -> str:
    """What is said of somebody's age, the word before the number: "5 - MINOR" is "minor 5"."""
    return _NUMBERED.sub(r"\2 \1", fold(text).strip(" .!"))


def _years(text: str) -> int | None:
    """The age of somebody under age, such as "12" or "12 y/o"."""
    age = _AGE.fullmatch(fold(text))
    return int(age[1]) if age and int(age[1]) < _OF_AGE else None
