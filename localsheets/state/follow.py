"""Formulas that follow what they look at, wherever a formula may stand.

Formulas stand in cells, and as values of conditions: of validations, conditional formats, filters.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from localsheets.state import references
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.state.parts import KINDS
from localsheets.state.sheet import Sheet
from localsheets.wire.axis import Shift
from localsheets.wire.ranges import mapped, rect_of

Json = dict[str, Any]
Rewrite = Callable[[Sheet, str], str]
"""What becomes of a formula on a tab."""
WITH_CONDITIONS = {"conditional", "basic_filter", "filter_views", "slicers", "tables"}
"""The kinds of things on a tab that may hold conditions."""


def follow_shifts(book: Book, sheet_id: int, title: str, shifts: Sequence[Shift]) -> None:
    """Let every formula follow shifts on the tab that had this id and title when they were made."""

    def follow(sheet: Sheet, formula: str) -> tuple[str, bool]:
        return references.follow(formula, sheet.id == sheet_id, title, *shifts)

    for sheet in book.sheets:
        for row, column, cell in sheet.formula_cells():
            text, altered = follow(sheet, cell.formula or "")
            if text != cell.formula:
                sheet.put(row, column, cell.but(formula=text))
            if altered:
                book.changes.add(sheet.id, row, column)
    rewrite_conditions(book, lambda sheet, text: follow(sheet, text)[0])
    _note_disturbed_names(book, sheet_id, shifts)


def _note_disturbed_names(book: Book, sheet_id: int, shifts: Sequence[Shift]) -> None:
    """A named range that a shift cuts holds other cells now: whatever uses it is computed anew."""
    for item in book.named:
        if item["range"].get("sheetId", 0) == sheet_id:
            rect = rect_of(item["range"])
            if any(shift.disturbs(rect) for shift in shifts):
                book.changes.everything = True


def rewrite_conditions(book: Book, rewrite: Rewrite) -> None:
    """Rewrite the formulas of every validation, conditional format and filter."""
    for sheet in book.sheets:
        _rewrite_validations(sheet, rewrite)
        for kind in KINDS:
            if kind.field in WITH_CONDITIONS and (parts := kind.of(sheet)):
                kind.put(sheet, [_rewritten(kind.message, part, sheet, rewrite) for part in parts])


def _rewrite_validations(sheet: Sheet, rewrite: Rewrite) -> None:
    known: dict[int, tuple[Json, Json]] = {}
    for row, column, cell in _validated(sheet):
        old = cell.validation or {}
        if id(old) not in known:
            known[id(old)] = (old, _rewritten("DataValidationRule", old, sheet, rewrite))
        new = known[id(old)][1]
        if new != old:
            sheet.put(row, column, cell.but(validation=new))


def _validated(sheet: Sheet) -> list[tuple[int, int, Cell]]:
    return [
        (row, column, found)
        for row, line in enumerate(sheet.row_objects())
        for column, found in enumerate(line)
        if type(found) is Cell and found.validation is not None
    ]


def _rewritten(message: str, value: Json, sheet: Sheet, rewrite: Rewrite) -> Json:
    def change(_: str, part: Json) -> Json:
        text = part.get("userEnteredValue", "")
        if not text.startswith(("=", "+")):
            return part
        return {**part, "userEnteredValue": rewrite(sheet, text)}

    return mapped(message, value, change, ("ConditionValue",)) or value
