"""Which cells fulfil a BooleanCondition: for filters and conditional formats."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from localsheets.formats import entered
from localsheets.formats.cell import shown_text
from localsheets.formats.dates import serial_of
from localsheets.formats.zones import zone as zone_of
from localsheets.formulas.engine import evaluate
from localsheets.state.book import Book
from localsheets.state.cell import Cell, Value
from localsheets.state.references import copied
from localsheets.state.sheet import Sheet

Json = dict[str, Any]
Place = tuple[int, int]
Operands = list[Value]
_OWN_PLACE = re.compile(r"\b(?:ROW|COLUMN)\s*\(\s*\)", re.I)
"""A formula that gives something else in each cell, though it reads the same."""
Test = Callable[[Cell, Operands, str], bool]


def fulfilling(
    book: Book, sheet: Sheet, condition: Json, places: Sequence[Place], first: Place
) -> set[Place]:
    """The places whose cell fulfils a condition. Formulas are written for the cell ``first``, and
    mean at another place what they would mean if they were copied there."""
    operands = _operands(book, sheet, condition.get("values", []), places, first)
    kind = condition["type"]
    if kind == "CUSTOM_FORMULA":
        return {p for p, given in zip(places, operands, strict=True) if _truth(given[0])}
    test = _TESTS.get(kind)
    if test is None:
        return set()
    return {
        place
        for place, given in zip(places, operands, strict=True)
        if test(sheet.at(*place), given, book.locale)
    }


def _truth(value: Value) -> bool:
    return value is True or (isinstance(value, (int, float)) and value != 0)


def _operands(
    book: Book, sheet: Sheet, values: list[Json], places: Sequence[Place], first: Place
) -> list[Operands]:
    """What each place's cell is compared with: numbers, texts, dates; formulas computed."""
    columns = [_operand(book, sheet, value, places, first) for value in values]
    return [[column[number] for column in columns] for number in range(len(places))]


def _operand(
    book: Book, sheet: Sheet, value: Json, places: Sequence[Place], first: Place
) -> Sequence[Value]:
    if "relativeDate" in value:
        return [relative_day(value["relativeDate"], book.time_zone)] * len(places)
    text = value.get("userEnteredValue", "")
    if not text.startswith(("=", "+")) or entered.read(text, book.locale).formula is None:
        return [entered.read(text, book.locale).value] * len(places)
    texts = [copied(text, row - first[0], column - first[1]) for row, column in places]
    if _OWN_PLACE.search(text):
        return evaluate(book, sheet, texts, places)
    known = list(dict.fromkeys(texts))
    results = dict(zip(known, evaluate(book, sheet, known), strict=True)) if known else {}
    return [results[each] for each in texts]


def relative_day(name: str, zone: str) -> int:
    """The serial number of TODAY, YESTERDAY, TOMORROW, PAST_WEEK, PAST_MONTH or PAST_YEAR."""
    today = datetime.now(zone_of(zone)).date()
    if name in ("PAST_MONTH", "PAST_YEAR"):
        return int(serial_of(_earlier(today, 1 if name == "PAST_MONTH" else 12)))
    days = {"YESTERDAY": -1, "TODAY": 0, "TOMORROW": 1, "PAST_WEEK": -7}
    return int(serial_of(today + timedelta(days=days[name])))


def _earlier(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


def _numbered(judge: Callable[[float, list[float]], bool]) -> Test:
    def test(cell: Cell, operands: Operands, _: str) -> bool:
        bounds = [bound for bound in operands if _is_number(bound)]
        if not _is_number(cell.value) or len(bounds) < len(operands) or not bounds:
            return False
        return judge(cell.value, bounds)  # type: ignore[arg-type]

    return test


def _is_number(value: Value) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _worded(judge: Callable[[str, str], bool]) -> Test:
    def test(cell: Cell, operands: Operands, locale: str) -> bool:
        wanted = shown_text(Cell(operands[0]), locale) if operands else ""
        return judge(shown_text(cell, locale).casefold(), wanted.casefold())

    return test


def _dated(judge: Callable[[int, list[int]], bool]) -> Test:
    def test(cell: Cell, operands: Operands, _: str) -> bool:
        days = [int(bound) for bound in operands if _is_number(bound)]  # type: ignore[arg-type]
        if not _is_date(cell) or len(days) < len(operands) or not days:
            return False
        return judge(int(cell.value), days)  # type: ignore[arg-type]

    return test


def _is_date(cell: Cell) -> bool:
    """A number is a date if it is shown as one; a formula's has often no format of its own."""
    kind = ((cell.format or {}).get("numberFormat") or {}).get("type")
    dated = kind in ("DATE", "DATE_TIME") or (kind is None and cell.formula is not None)
    return dated and _is_number(cell.value)


_TESTS: dict[str, Test] = {
    "NUMBER_GREATER": _numbered(lambda value, bounds: value > bounds[0]),
    "NUMBER_GREATER_THAN_EQ": _numbered(lambda value, bounds: value >= bounds[0]),
    "NUMBER_LESS": _numbered(lambda value, bounds: value < bounds[0]),
    "NUMBER_LESS_THAN_EQ": _numbered(lambda value, bounds: value <= bounds[0]),
    "NUMBER_EQ": _numbered(lambda value, bounds: value == bounds[0]),
    "NUMBER_NOT_EQ": _numbered(lambda value, bounds: value != bounds[0]),
    "NUMBER_BETWEEN": _numbered(lambda value, bounds: min(bounds) <= value <= max(bounds)),
    "NUMBER_NOT_BETWEEN": _numbered(lambda v, bounds: not min(bounds) <= v <= max(bounds)),
    "TEXT_EQ": _worded(lambda text, wanted: text == wanted),
    "TEXT_CONTAINS": _worded(lambda text, wanted: wanted in text),
    "TEXT_NOT_CONTAINS": _worded(lambda text, wanted: wanted not in text),
    "TEXT_STARTS_WITH": _worded(lambda text, wanted: text.startswith(wanted)),
    "TEXT_ENDS_WITH": _worded(lambda text, wanted: text.endswith(wanted)),
    "DATE_EQ": _dated(lambda day, days: day == days[0]),
    "DATE_BEFORE": _dated(lambda day, days: day < days[0]),
    "DATE_AFTER": _dated(lambda day, days: day > days[0]),
    "DATE_ON_OR_BEFORE": _dated(lambda day, days: day <= days[0]),
    "DATE_ON_OR_AFTER": _dated(lambda day, days: day >= days[0]),
    "DATE_BETWEEN": _dated(lambda day, days: min(days) <= day <= max(days)),
    "DATE_NOT_BETWEEN": _dated(lambda day, days: not min(days) <= day <= max(days)),
    "DATE_IS_VALID": lambda cell, _, __: _is_date(cell),
    "BLANK": lambda cell, _, __: not cell.filled,
    "NOT_BLANK": lambda cell, _, __: cell.filled,
}
