"""Which cells a tab's conditional formats apply to, and what they look like then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from localsheets.formats import entered
from localsheets.formulas.engine import evaluate
from localsheets.formulas.references import copied
from localsheets.page.colours import own_colour
from localsheets.render.cells import shown_text
from localsheets.state.book import Book
from localsheets.state.cell import Cell, Value
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import ApiError
from localsheets.wire.ranges import rect_of

Json = dict[str, Any]
Looks = dict[tuple[int, int], Json]


def looks(book: Book, sheet: Sheet, within: Rect) -> Looks:
    """The formats that rules give to cells of a closed block.

    Of several rules that apply to a cell the first one counts, property by property.
    """
    found: Looks = {}
    for rule in sheet.conditional:
        rects = [
            rect_of(each).clamp(sheet.row_count, sheet.column_count) for each in rule["ranges"]
        ]
        shown = [both for rect in rects if (both := _both(rect, within))]
        if not shown:
            continue
        if "booleanRule" in rule:
            made = _boolean(book, sheet, rule["booleanRule"], rects[0], shown)
        else:
            made = _gradient(sheet, rule.get("gradientRule", {}), rects, shown)
        for place, look in made.items():
            found[place] = _over(look, found.get(place, {}))
    return found


def _over(look: Json, first: Json) -> Json:
    text = {**look.get("textFormat", {}), **first.get("textFormat", {})}
    return {**look, **first, "textFormat": text} if text else {**look, **first}


def _both(one: Rect, two: Rect) -> Rect | None:
    """What two closed blocks share."""
    if not one.meets(two):
        return None
    return Rect(
        max(one.top, two.top),
        max(one.left, two.left),
        min(one.bottom or 0, two.bottom or 0),
        min(one.right or 0, two.right or 0),
    )


def _places(rects: list[Rect]) -> list[tuple[int, int]]:
    return [
        (row, column)
        for rect in rects
        for row in range(rect.top, rect.bottom or 0)
        for column in range(rect.left, rect.right or 0)
    ]


def _boolean(book: Book, sheet: Sheet, rule: Json, first: Rect, shown: list[Rect]) -> Looks:
    """Cells that meet a condition. A formula is written for the first cell of the first range."""
    condition, look = rule.get("condition", {}), rule.get("format", {})
    kind = condition.get("type", "")
    values = [str(v.get("userEnteredValue", "")) for v in condition.get("values", [])]
    places = _places(shown)
    if kind == "CUSTOM_FORMULA" and values:
        texts = [copied(values[0], row - first.top, column - first.left) for row, column in places]
        results = _computed(book, sheet, texts)
        return {place: look for place, hit in zip(places, results, strict=True) if _truth(hit)}
    test = _TESTS.get(kind)
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
    """What a rule compares with: numbers, dates and texts as typed, and formulas computed."""
    computed = iter(_computed(book, sheet, [text for text in values if text.startswith("=")]))
    return [
        next(computed) if text.startswith("=") else entered.read(text, book.locale).value
        for text in values
    ]


def _computed(book: Book, sheet: Sheet, texts: list[str]) -> list[Value]:
    """What formulas give; a rule whose formula cannot be computed applies nowhere."""
    try:
        return evaluate(book, sheet, texts) if texts else []
    except ApiError:
        return [None for _ in texts]


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
    "DATE_BEFORE": _compared(lambda value, bounds: value < bounds[0]),
    "DATE_AFTER": _compared(lambda value, bounds: value >= bounds[0] + 1),
    "DATE_EQ": _compared(lambda value, bounds: value // 1 == bounds[0] // 1),
    "TEXT_EQ": _worded(lambda text, wanted: text == wanted),
    "TEXT_CONTAINS": _worded(lambda text, wanted: wanted in text),
    "TEXT_NOT_CONTAINS": _worded(lambda text, wanted: wanted not in text),
    "TEXT_STARTS_WITH": _worded(lambda text, wanted: text.startswith(wanted)),
    "TEXT_ENDS_WITH": _worded(lambda text, wanted: text.endswith(wanted)),
    "BLANK": lambda cell, _, __: not cell.filled,
    "NOT_BLANK": lambda cell, _, __: cell.filled,
}


def _gradient(sheet: Sheet, rule: Json, rects: list[Rect], shown: list[Rect]) -> Looks:
    """A colour scale from the least to the greatest number, perhaps by way of a middle."""
    numbers = sorted(value for rect in rects for _, value in _numbers(sheet, rect))
    if not numbers:
        return {}
    points = [
        (_mark(rule[name], numbers, share), own_colour(rule[name], "color") or {})
        for name, share in (("minpoint", 0.0), ("midpoint", 0.5), ("maxpoint", 1.0))
        if name in rule
    ]
    return {
        place: {"backgroundColor": _between(value, points)}
        for rect in shown
        for place, value in _numbers(sheet, rect)
        if points
    }


def _numbers(sheet: Sheet, rect: Rect) -> Iterator[tuple[tuple[int, int], float]]:
    for row, column, cell in sheet.cells(rect):
        if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
            yield (row, column), float(cell.value)


def _mark(point: Json, numbers: list[float], share: float) -> float:
    """Where a colour stands: at a number, a part of the way, or at so much of all numbers."""
    low, high = numbers[0], numbers[-1]
    given = _number(point.get("value", ""))
    if point.get("type") in ("MIN", "MAX") or not isinstance(given, float):
        return low + (high - low) * share
    if point.get("type") == "PERCENT":
        return low + (high - low) * given / 100
    if point.get("type") == "PERCENTILE":
        return numbers[round(max(0.0, min(1.0, given / 100)) * (len(numbers) - 1))]
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
