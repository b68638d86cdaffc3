"""setDataValidation."""

from __future__ import annotations

from typing import Any

from localsheets.requests import conditions
from localsheets.requests.common import located
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.state.references import copied

Json = dict[str, Any]


def set_data_validation(book: Book, request: Json) -> None:
    """Put a rule on every cell of a range; no rule takes it away.

    Formulas of the rule are meant as they read in the range's first cell. Rows that a filter hides
    are left alone unless ``filteredRowsIncluded``.
    """
    sheet, rect = located(book, request.get("range"))
    rule = request.get("rule") or None
    if rule is not None:
        check_rule(book, rule)
    for row in range(rect.top, rect.bottom or 0):
        hidden = sheet.row_meta.get(row, {}).get("hiddenByFilter")
        if hidden and not request.get("filteredRowsIncluded"):
            continue
        for column in range(rect.left, rect.right or 0):
            own = rule and moved_along(rule, row - rect.top, column - rect.left)
            cell = sheet.at(row, column)
            book.replace(sheet, row, column, cell, validated(cell, own))


def check_rule(book: Book, rule: Json) -> None:
    """Refuse a data validation rule that Google would not take."""
    conditions.check(book, None, rule.get("condition"), conditions.VALIDATION)


def moved_along(rule: Json, down: int, right: int) -> Json:
    """A rule for a cell so far from the first one of its range: its formulas are copied along."""
    values = rule["condition"].get("values", [])
    moved = [_moved_value(value, down, right) for value in values]
    if moved == values:
        return rule
    return {**rule, "condition": {**rule["condition"], "values": moved}}


def _moved_value(value: Json, down: int, right: int) -> Json:
    text = value.get("userEnteredValue", "")
    if not text.startswith(("=", "+")):
        return value
    return {**value, "userEnteredValue": copied(text, down, right)}


def validated(cell: Cell, rule: Json | None) -> Cell:
    """A cell with another validation; an empty one that becomes a checkbox holds FALSE."""
    blank = unchecked(rule)
    if blank is None or cell.filled:
        return cell.but(validation=rule)
    return cell.but(validation=rule, value=blank)


def unchecked(rule: Json | None) -> str | bool | None:
    """What an empty cell holds once it has this rule: ``False`` for a checkbox without values of
    its own, its second value where it has two, else nothing."""
    condition = (rule or {}).get("condition", {})
    if condition.get("type") != "BOOLEAN":
        return None
    values = condition.get("values", [])
    if not values:
        return False
    return str(values[1]["userEnteredValue"]) if len(values) > 1 else None


HANDLERS = {"setDataValidation": set_data_validation}
