"""Which cells a tab's conditional formats apply to, and what they look like then."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from localsheets.formats.colours import own_colour
from localsheets.formulas.conditions import fulfilling
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import ApiError
from localsheets.wire.ranges import rect_of
from localsheets.wire.scalars import in_eight_bits

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
    """Cells that meet a condition. A formula is written for the first cell of the first range; a
    rule whose formula cannot be computed applies nowhere."""
    look: Json = rule.get("format", {})
    try:
        places = fulfilling(book, sheet, rule["condition"], _places(shown), (first.top, first.left))
    except ApiError:
        return {}
    return dict.fromkeys(places, look)


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


def _number(text: str) -> Any:
    try:
        return float(text)
    except ValueError:
        return text


def _step(low: float, high: float, share: float) -> float:
    return in_eight_bits(low + (high - low) * share)


def _between(value: float, points: list[tuple[float, Json]]) -> Json:
    for (start, first), (end, last) in pairwise(points):
        if value <= end or (end, last) == points[-1]:
            share = 0.0 if end == start else min(1.0, max(0.0, (value - start) / (end - start)))
            return {
                part: step
                for part in ("red", "green", "blue")
                if (step := _step(first.get(part, 0), last.get(part, 0), share))
            }
    return points[0][1]
