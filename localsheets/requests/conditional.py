"""Conditional formats: add, update, delete."""

from __future__ import annotations

from typing import Any

from localsheets.formats import entered
from localsheets.requests import conditions
from localsheets.requests.common import located
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.errors import bad
from localsheets.wire.ranges import grid_range

Json = dict[str, Any]


def _checked(book: Book, rule: Json) -> tuple[Sheet, Json]:
    """A rule as it is kept, its ranges closed, and the tab that they all lie on.

    A range that holds no cell is kept as well: gspread-formatting's tests send one to Google.
    """
    if not rule.get("ranges"):
        raise bad("rule.ranges must not be empty.")
    if not {"booleanRule", "gradientRule"} & rule.keys():
        raise bad("Exactly one of booleanRule and gradientRule must be set.")
    places = [located(book, each, "rule.ranges", may_be_empty=True) for each in rule["ranges"]]
    sheet = places[0][0]
    if any(other is not sheet for other, _ in places):
        raise bad("All ranges of a rule must be on the same sheet.")
    if "booleanRule" in rule:
        conditions.check(book, sheet, rule["booleanRule"].get("condition"), conditions.CONDITIONAL)
    else:
        rule = {**rule, "gradientRule": _gradient(book, rule["gradientRule"])}
    return sheet, {**rule, "ranges": [grid_range(sheet.id, rect) for _, rect in places]}


def _gradient(book: Book, scale: Json) -> Json:
    """A colour scale as it is kept: its least and greatest points have no value of their own.

    Refusals are in Google's words, as others measured them.
    """
    made = dict(scale)
    for name in ("minpoint", "midpoint", "maxpoint"):
        if name in scale or name != "midpoint":
            made[name] = _point(book, scale.get(name, {}))
    return made


def _point(book: Book, point: Json) -> Json:
    kind = point.get("type", "INTERPOLATION_POINT_TYPE_UNSPECIFIED")
    if kind == "INTERPOLATION_POINT_TYPE_UNSPECIFIED":
        raise bad("No interpolationPointType specified.")
    if kind in ("MIN", "MAX"):
        return {name: part for name, part in point.items() if name != "value"}
    text = point.get("value", "")
    if not text:
        raise bad("InterpolationPoint.value is required.")
    read = entered.read(text, book.locale)
    number = isinstance(read.value, (int, float)) and not isinstance(read.value, bool)
    if read.formula is None and not number:
        raise bad(f"Invalid InterpolationPoint.value: {text}")
    return point


def add(book: Book, request: Json) -> None:
    """Add a rule before the one at ``index``."""
    sheet, rule = _checked(book, request.get("rule", {}))
    index = request.get("index", 0)
    if not 0 <= index <= len(sheet.conditional):
        raise bad(f"index {index} is out of range: there are {len(sheet.conditional)} rules.")
    sheet.conditional.insert(index, rule)
    sheet.touched = True


def update(book: Book, request: Json) -> Json:
    """Replace the rule at ``index``, or move it to ``newIndex``."""
    index = request.get("index", 0)
    if "rule" in request:
        sheet, rule = _checked(book, request["rule"])
        old = _at(sheet, index)
        sheet.conditional[index] = rule
        sheet.touched = True
        return {"oldRule": old, "newRule": rule, "newIndex": index}
    sheet = book.sheet(request.get("sheetId", 0))
    rule = _at(sheet, index)
    to = request.get("newIndex", 0)
    if not 0 <= to < len(sheet.conditional):
        raise bad(f"newIndex {to} is out of range.")
    sheet.conditional.insert(to, sheet.conditional.pop(index))
    sheet.touched = True
    return {"newRule": rule, "oldIndex": index, "newIndex": to}


def delete(book: Book, request: Json) -> Json:
    """Delete the rule at ``index``."""
    sheet = book.sheet(request.get("sheetId", 0))
    rule = _at(sheet, request.get("index", 0))
    sheet.conditional.pop(request.get("index", 0))
    sheet.touched = True
    return {"rule": rule}


def _at(sheet: Sheet, index: int) -> Json:
    if not 0 <= index < len(sheet.conditional):
        raise bad(f"No conditional format on sheet: {sheet.id} at index: {index}")
    return sheet.conditional[index]


HANDLERS = {
    "addConditionalFormatRule": add,
    "updateConditionalFormatRule": update,
    "deleteConditionalFormatRule": delete,
}
