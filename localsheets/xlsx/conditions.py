"""Conditions of the API as formulas of a workbook, and back: one table for both ways.

Conditional formats and data validation share it. What a file says in a way that is not here is a
custom formula to the API, which holds in the same cells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from localsheets.formats.entered import read
from localsheets.render.cells import shown_text
from localsheets.state.cell import Cell
from localsheets.wire.a1 import Rect, letters
from localsheets.xlsx import names as titles
from localsheets.xlsx.names import Names
from localsheets.xlsx.values_in import formula_of

Json = dict[str, Any]

OPERATORS = {
    "GREATER": "greaterThan",
    "GREATER_THAN_EQ": "greaterThanOrEqual",
    "LESS": "lessThan",
    "LESS_THAN_EQ": "lessThanOrEqual",
    "EQ": "equal",
    "NOT_EQ": "notEqual",
    "BETWEEN": "between",
    "NOT_BETWEEN": "notBetween",
}
NUMBERS = {f"NUMBER_{name}": operator for name, operator in OPERATORS.items()}
DATES = {
    "DATE_AFTER": "greaterThan",
    "DATE_ON_OR_AFTER": "greaterThanOrEqual",
    "DATE_BEFORE": "lessThan",
    "DATE_ON_OR_BEFORE": "lessThanOrEqual",
    "DATE_EQ": "equal",
    "DATE_NOT_EQ": "notEqual",
    "DATE_BETWEEN": "between",
    "DATE_NOT_BETWEEN": "notBetween",
}
NUMBER_OF = {operator: kind for kind, operator in NUMBERS.items()}
DATE_OF = {operator: kind for kind, operator in DATES.items()}
_FORMULAS = {
    "TEXT_CONTAINS": "NOT(ISERROR(SEARCH({q},{c})))",
    "TEXT_NOT_CONTAINS": "ISERROR(SEARCH({q},{c}))",
    "TEXT_STARTS_WITH": "LEFT({c},LEN({q}))={q}",
    "TEXT_ENDS_WITH": "RIGHT({c},LEN({q}))={q}",
    "TEXT_EQ": "EXACT({c},{q})",
    "TEXT_NOT_EQ": "NOT(EXACT({c},{q}))",
    "TEXT_IS_EMAIL": 'ISNUMBER(MATCH("?*@?*.?*",{c},0))',
    "TEXT_IS_URL": 'ISNUMBER(MATCH("?*://?*",{c},0))',
    "DATE_IS_VALID": "ISNUMBER({c})",
    "BLANK": "LEN(TRIM({c}))=0",
    "NOT_BLANK": "LEN(TRIM({c}))>0",
}
"""What Excel itself writes for its rules on text; ``c`` is the first cell, ``q`` the text."""
_RELATIVE = {
    "PAST_YEAR": -365,
    "PAST_MONTH": -30,
    "PAST_WEEK": -7,
    "YESTERDAY": -1,
    "TODAY": 0,
    "TOMORROW": 1,
}
_DATE = re.compile(r"DATE\((\d+),(\d+),(\d+)\)")
_TODAY = re.compile(r"TODAY\(\)([+-]\d+)?")
_EPOCH = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a condition stands: its first cell, and the spreadsheet's locale."""

    first: Rect
    locale: str = "en_US"

    @property
    def corner(self) -> str:
        """The first cell's name."""
        return f"{letters(self.first.left)}{self.first.top + 1}"


def operands(condition: Json, place: Place, names: Names) -> list[str] | None:
    """The values of a comparison as formulas; ``None`` where one cannot be written."""
    make = _day if condition["type"] in DATES else _number
    made = [make(value, place, names) for value in condition.get("values", [])]
    return [text for text in made if text is not None] if None not in made else None


def _number(value: Json, place: Place, names: Names) -> str | None:  # noqa: ARG001 - as _day
    text = str(value.get("userEnteredValue", ""))
    return titles.formula(text, names).lstrip("=") if text.startswith("=") else text or None


def _day(value: Json, place: Place, names: Names) -> str | None:
    if "relativeDate" in value:
        days = _RELATIVE.get(value["relativeDate"])
        return None if days is None else "TODAY()" + (f"{days:+d}" if days else "")
    text = str(value.get("userEnteredValue", ""))
    if text.startswith("="):
        return titles.formula(text, names).lstrip("=")
    serial = read(text, place.locale).value
    if isinstance(serial, bool) or not isinstance(serial, (int, float)):
        return None
    day = _EPOCH + timedelta(days=int(serial))
    return f"DATE({day.year},{day.month},{day.day})"


def test(condition: Json, place: Place, names: Names) -> str | None:
    """A condition that is no comparison as a formula that is true or false."""
    values = [str(value.get("userEnteredValue", "")) for value in condition.get("values", [])]
    if condition["type"] == "CUSTOM_FORMULA" and values:
        return titles.formula(values[0], names).lstrip("=")
    shape = _FORMULAS.get(condition["type"])
    if shape is None or ("{q}" in shape and not values):
        return None
    text = values[0] if values else ""
    if text.startswith("="):
        quoted = titles.formula(text, names).lstrip("=")
    else:
        quoted = '"' + _escaped(text, shape).replace('"', '""') + '"'
    return shape.format(c=place.corner, q=quoted)


def _escaped(text: str, shape: str) -> str:
    """SEARCH takes some signs for others; a tilde before them says that they are meant."""
    return re.sub(r"([~*?])", r"~\1", text) if "SEARCH" in shape else text


def comparison(operator: str, formulas: list[str], place: Place, *, dates: bool = False) -> Json:
    """A comparison of a file as a condition; ``dates`` says that its plain numbers are days."""
    days = [_day_of(text, place, numbers=dates) for text in formulas]
    if None not in days:
        return {"type": DATE_OF[operator], "values": days}
    return {"type": NUMBER_OF[operator], "values": [_value(text) for text in formulas]}


def _value(text: str) -> Json:
    plain = re.fullmatch(r"-?\d+(\.\d+)?([eE][+-]?\d+)?", text)
    return {"userEnteredValue": text if plain else formula_of(text)}


def _day_of(text: str, place: Place, *, numbers: bool) -> Json | None:
    if (match := _TODAY.fullmatch(text)) is not None:
        days = int(match[1] or 0)
        name = next((name for name, number in _RELATIVE.items() if number == days), None)
        return {"relativeDate": name} if name else None
    if (match := _DATE.fullmatch(text)) is not None:
        serial = (date(*(int(part) for part in match.groups())) - _EPOCH).days
    elif numbers and re.fullmatch(r"\d+(\.\d+)?", text):
        serial = int(float(text))
    else:
        return {"userEnteredValue": formula_of(text)} if numbers else None
    look = {"numberFormat": {"type": "DATE"}}
    return {"userEnteredValue": shown_text(Cell(serial, format=look), place.locale)}


def condition_of(formula: str, place: Place) -> Json:
    """A formula of a file as a condition: one of text or blanks if it is written so."""
    for kind, shape in _FORMULAS.items():
        match = _pattern(shape, place.corner).fullmatch(formula)
        if match is None:
            continue
        if "{q}" not in shape:
            return {"type": kind}
        text = match["q"]
        if not text.startswith('"'):
            return {"type": kind, "values": [{"userEnteredValue": f"={text}"}]}
        plain = text[1:-1].replace('""', '"')
        shown = re.sub(r"~([~*?])", r"\1", plain) if "SEARCH" in shape else plain
        return {"type": kind, "values": [{"userEnteredValue": shown}]}
    return {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": formula_of(formula)}]}


def _pattern(shape: str, corner: str) -> re.Pattern[str]:
    cell = re.escape(corner)
    text = re.escape(shape).replace(r"\{c\}", cell)
    first = r'(?P<q>"(?:[^"]|"")*"|[^"(),]+)'
    return re.compile(text.replace(r"\{q\}", first, 1).replace(r"\{q\}", "(?P=q)"), re.I | re.S)
