"""Conditional formats: add, update, delete."""

from __future__ import annotations

from typing import Any

from localsheets.requests.common import located
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.errors import bad
from localsheets.wire.ranges import grid_range

Json = dict[str, Any]


def _checked(book: Book, rule: Json) -> tuple[Sheet, Json]:
    """A rule with its ranges closed, and the tab that they all lie on."""
    if not rule.get("ranges"):
        raise bad("rule.ranges must not be empty.")
    if ("booleanRule" in rule) == ("gradientRule" in rule):
        raise bad("Exactly one of booleanRule and gradientRule must be set.")
    if "booleanRule" in rule and not rule["booleanRule"].get("condition", {}).get("type"):
        raise bad("rule.booleanRule.condition must be specified.")
    places = [located(book, each, "rule.ranges") for each in rule["ranges"]]
    sheet = places[0][0]
    if any(other is not sheet for other, _ in places):
        raise bad("All ranges of a rule must be on the same sheet.")
    return sheet, {**rule, "ranges": [grid_range(sheet.id, rect) for _, rect in places]}


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
