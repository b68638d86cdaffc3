"""One computation in ironcalc: what formulas look at goes in as constants, results come out."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import cache
from typing import Any

from localsheets.formulas.delegate import engine_error, put, whole
from localsheets.formulas.dependencies import Formula, Names, Place
from localsheets.formulas.dialect import for_engine
from localsheets.formulas.needed import Needed
from localsheets.formulas.plans import Plan
from localsheets.formulas.signatures import MAY_BE_BLANK
from localsheets.formulas.syntax import Call, Ref
from localsheets.state.book import Book
from localsheets.state.cell import CellError, Value
from localsheets.wire.a1 import Rect, block_name
from localsheets.wire.errors import ApiError

log = logging.getLogger("localsheets")
log.addHandler(logging.NullHandler())

ROWS, COLUMNS = 1_048_576, 16_384
"""The grid that ironcalc has; Google's may be longer and wider."""
TAB = "localsheets_"
"""Tabs are numbered in the model: ironcalc refuses some titles that Google allows."""
TOO_FAR = CellError("ERROR", f"localsheets computes the first {ROWS} rows and {COLUMNS} columns.")


Planned = tuple[Formula, Plan]


def new_model(book: Book) -> tuple[Any, dict[int, int]]:
    """An empty model with the spreadsheet's tabs, and each tab's number in it."""
    import ironcalc

    model = ironcalc.create("localsheets", "en", _zone(book.time_zone), "en")
    numbers: dict[int, int] = {}
    for number, sheet in enumerate(book.sheets):
        if number:
            model.new_sheet()
        numbers[sheet.id] = number
        model.rename_sheet(number, f"{TAB}{number}")
    return model, numbers


def tab_names(numbers: dict[int, int]) -> dict[int, str]:
    """What each tab is called in the model."""
    return {sheet_id: f"{TAB}{number}" for sheet_id, number in numbers.items()}


class Model:
    """Formulas of a spreadsheet, entered and computed beside the cells that they look at."""

    def __init__(self, book: Book, names: Names, wanted: Sequence[Planned]) -> None:
        self._names, self._wanted = names, wanted
        self._sheets = {sheet.id: sheet for sheet in book.sheets}
        self._model, self._numbers = new_model(book)
        formulas = [formula for formula, _ in wanted]
        needed = Needed(book, formulas)
        self._load(needed, {formula.place for formula in formulas})
        if any(formula.nested for formula in formulas):
            self._hide(needed)
        self._enter()
        run(self._model)

    def _load(self, needed: Needed, skip: set[Place]) -> None:
        for place, cell in needed.cells():
            if cell.value is not None and place not in skip and _within(place):
                sheet_id, row, column = place
                put(self._model, self._numbers[sheet_id], row + 1, column + 1, cell.value)

    def _hide(self, needed: Needed) -> None:
        for sheet_id in needed.tabs:
            for row, meta in self._sheets[sheet_id].row_meta.items():
                if meta.get("hiddenByUser") and row < ROWS:
                    self._model.set_row_hidden(self._numbers[sheet_id], row + 1, True)

    def _enter(self) -> None:
        tabs = tab_names(self._numbers)
        for formula, plan in self._wanted:
            if not _within(formula.place):
                continue
            number, own = self._numbers[formula.sheet_id], self._sheets[formula.sheet_id]
            text = for_engine(plan.text, own, self._names, tabs)
            try:
                self._model.set_user_input(number, formula.row + 1, formula.column + 1, text)
            except Exception as error:
                log.warning("%s: cannot be read: %s", self._where(formula), error)

    def results(self) -> list[Value]:
        """What each formula gives, in the order in which they were given. An error comes without
        a message."""
        values = [self._value(formula) for formula, _ in self._wanted]
        asked = [
            place
            for place, ((_, plan), value) in enumerate(zip(self._wanted, values, strict=True))
            if value == 0 and not isinstance(value, bool) and _hands_on(plan)
        ]
        for place in self._blank(asked):
            values[place] = None
        return values

    def _value(self, formula: Formula) -> Value:
        import ironcalc

        if not _within(formula.place):
            return TOO_FAR
        number, row, column = self._numbers[formula.sheet_id], formula.row + 1, formula.column + 1
        value: Value = self._model.get_cell_value(number, row, column)
        if not isinstance(value, str):
            return whole(value)
        kind = self._model.get_cell_type(number, row, column)
        return engine_error(value) if kind == ironcalc.CellType.ErrorValue else value

    def _blank(self, asked: Sequence[int]) -> list[int]:
        """Which of these gave a blank cell: to ironcalc it is 0, so each is asked as text."""
        if not asked:
            return []
        scratch = len(self._numbers)
        self._model.new_sheet()
        for row, place in enumerate(asked, 1):
            formula, plan = self._wanted[place]
            own = self._sheets[formula.sheet_id]
            text = for_engine(plan.text, own, self._names, tab_names(self._numbers), qualified=True)
            self._model.set_user_input(scratch, row, 1, f'=({text[1:]})&""')
        run(self._model)
        return [
            place
            for row, place in enumerate(asked, 1)
            if self._model.get_cell_value(scratch, row, 1) == ""
        ]

    def _where(self, formula: Formula) -> str:
        rect = Rect(formula.row, formula.column, formula.row + 1, formula.column + 1)
        return f"{self._sheets[formula.sheet_id].title}!{block_name(rect)}"


def _hands_on(plan: Plan) -> bool:
    """Whether a formula's value may be a blank cell's."""
    node = plan.node
    return isinstance(node, Ref) or (isinstance(node, Call) and node.name in MAY_BE_BLANK)


def _within(place: Place) -> bool:
    return place[1] < ROWS and place[2] < COLUMNS


def run(model: object) -> None:
    """Compute. A panic within ironcalc is no ordinary exception, and must not end the server."""
    try:
        model.evaluate()  # type: ignore[attr-defined]
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as panic:
        log.exception("ironcalc failed")
        raise ApiError(500, "localsheets could not compute a formula of this request.") from panic


@cache
def _zone(name: str) -> str:
    import ironcalc

    return name if name in ironcalc.get_all_timezones() else "UTC"
