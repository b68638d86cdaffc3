"""Which cells a tab's conditional formats apply to, and what they look like then."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from localsheets.formulas.engine import evaluate
from localsheets.formulas.references import copied
from localsheets.render.cells import shown_text
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.ranges import rect_of

Json = dict[str, Any]
Looks = dict[tuple[int, int], Json]

MOST_CELLS = 20_000


def looks(book: Book, sheet: Sheet, within: Rect) -> Looks:
    """The formats that rules give to cells of a block; of several rules the first one counts."""
    found: Looks = {}
    for rule in sheet.conditional:
        rects = [
            rect_of(each).clamp(within.bottom or 0, within.right or 0) for each in rule["ranges"]
        ]
        if "booleanRule" in rule:
            made = _boolean(book, sheet, rule["booleanRule"], rects)
        else:
            made = _gradient(sheet, rule["gradientRule"], rects)
        for place, look in made.items():
            found[place] = {**look, **found.get(place, {})}
    return found


def _places(rects: list[Rect]) -> list[tuple[int, int]]:
    every = [
        (row, column)
        for rect in rects
        for row in range(rect.top, rect.bottom or 0)
        for column in range(rect.left, rect.right or 0)
    ]
    return every[:MOST_CELLS]


def _boolean(book: Book, sheet: Sheet, rule: Json, rects: list[Rect]) -> Looks:
    condition, look = rule["condition"], rule.get("format", {})
    values = [str(v.get("userEnteredValue", "")) for v in condition.get("values", [])]
    places = _places(rects)
    if condition["type"] == "CUSTOM_FORMULA" and values and rects:
        top, left = rects[0].top, rects[0].left
        texts = [copied(values[0], row - top, column - left) for row, column in places]
        results = evaluate(book, sheet, texts)
        return {place: look for place, hit in zip(places, results, strict=True) if _truth(hit)}
    test = _TESTS.get(condition["type"])
    if test is None:
        return {}
    operands = _operands(book, sheet, values)
    return {
        (row, column): look
        for row, column in places
        if test(sheet.at(row, column), operands, book.locale)
    }


def _truth(value: object) -> bool:
    return value is True or (isinstance(value, (int, float)) and value != 0)


def _operands(book: Book, sheet: Sheet, values: list[str]) -> list[Any]:
    """What a rule compares with: numbers, texts, and formulas computed."""
    computed = iter(evaluate(book, sheet, [text for text in values if text.startswith("=")]))
    return [next(computed) if text.startswith("=") else _number(text) for text in values]


def _number(text: str) -> Any:
    try:
        return float(text)
    except ValueError:
        return text


Test = Callable[[Cell, list[Any], str], bool]


def _compared(judge: Callable[[float, list[float]], bool]) -> Test:
    def test(cell: Cell, operands: list[Any], _: str) -> bool:
        value = cell.value
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return False
        bounds = [bound for bound in operands if isinstance(bound, (int, float))]
        return len(bounds) == len(operands) and bool(bounds) and judge(value, bounds)

    return test


def _worded(judge: Callable[[str, str], bool]) -> Test:
    def test(cell: Cell, operands: list[Any], locale: str) -> bool:
        wanted = str(operands[0]) if operands else ""
        return judge(shown_text(cell, locale).casefold(), wanted.casefold())

    return test


_TESTS: dict[str, Test] = {
    "NUMBER_GREATER": _compared(lambda value, bounds: value > bounds[0]),
    "NUMBER_GREATER_THAN_EQ": _compared(lambda value, bounds: value >= bounds[0]),
    "NUMBER_LESS": _compared(lambda value, bounds: value < bounds[0]),
    "NUMBER_LESS_THAN_EQ": _compared(lambda value, bounds: value <= bounds[0]),
    "NUMBER_EQ": _compared(lambda value, bounds: value == bounds[0]),
    "NUMBER_NOT_EQ": _compared(lambda value, bounds: value != bounds[0]),
    "NUMBER_BETWEEN": _compared(lambda value, bounds: min(bounds) <= value <= max(bounds)),
    "NUMBER_NOT_BETWEEN": _compared(lambda value, bounds: not min(bounds) <= value <= max(bounds)),
    "TEXT_EQ": _worded(lambda text, wanted: text == wanted),
    "TEXT_CONTAINS": _worded(lambda text, wanted: wanted in text),
    "TEXT_NOT_CONTAINS": _worded(lambda text, wanted: wanted not in text),
    "TEXT_STARTS_WITH": _worded(lambda text, wanted: text.startswith(wanted)),
    "TEXT_ENDS_WITH": _worded(lambda text, wanted: text.endswith(wanted)),
    "BLANK": lambda cell, _, __: not cell.filled,
    "NOT_BLANK": lambda cell, _, __: cell.filled,
}


def _gradient(sheet: Sheet, rule: Json, rects: list[Rect]) -> Looks:
    """A colour scale from the least to the greatest number, perhaps by way of a middle."""
    numbers = {
        (row, column): float(value)
        for row, column in _places(rects)
        if isinstance(value := sheet.at(row, column).value, (int, float))
        and not isinstance(value, bool)
    }
    if not numbers:
        return {}
    low, high = min(numbers.values()), max(numbers.values())
    points = [
        (_mark(rule[name], low, high, default), rule[name].get("color", {}))
        for name, default in (("minpoint", low), ("midpoint", (low + high) / 2), ("maxpoint", high))
        if name in rule
    ]
    return {place: {"backgroundColor": _between(value, points)} for place, value in numbers.items()}


def _mark(point: Json, low: float, high: float, default: float) -> float:
    given = _number(point.get("value", ""))
    if not isinstance(given, float):
        return default
    if point.get("type") in ("PERCENT", "PERCENTILE"):
        return low + (high - low) * given / 100
    return given


def _between(value: float, points: list[tuple[float, Json]]) -> Json:
    for (start, first), (end, last) in pairwise(points):
        if value <= end or (end, last) == points[-1]:
            share = 0.0 if end == start else min(1.0, max(0.0, (value - start) / (end - start)))
            return {
                part: first.get(part, 0) + (last.get(part, 0) - first.get(part, 0)) * share
                for part in ("red", "green", "blue")
            }
    return points[0][1]
