"""One computation in ironcalc: what formulas look at goes in as constants, their results come out.

What ironcalc cannot compute shows an error that says so, and is noted in the log ``localsheets``.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from functools import cache

from localsheets.formulas.dependencies import Formula, Names, Place
from localsheets.formulas.dialect import for_engine
from localsheets.formulas.needed import Needed
from localsheets.formulas.references import Reference, cut
from localsheets.state.book import Book
from localsheets.state.cell import CellError, Value, error_shown_as
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, block_name
from localsheets.wire.errors import ApiError

log = logging.getLogger("localsheets")
log.addHandler(logging.NullHandler())

ROWS, COLUMNS = 1_048_576, 16_384
"""The grid that ironcalc has; Google's may be longer and wider."""
TAB = "localsheets_"
"""Tabs are numbered in the model: ironcalc refuses some titles that Google allows."""
_FUNCTION = re.compile(r'"(?:[^"]|"")*"|([A-Za-z_][A-Za-z0-9_.]*)\s*\(')
_OTHER_ERRORS = {
    "#CIRC!": CellError("REF", "Circular dependency detected."),
    "#SPILL!": CellError("REF", "Array result was not expanded."),
    "#CALC!": CellError("VALUE", "localsheets cannot compute this array."),
    "#N/IMPL!": CellError("NAME", "localsheets cannot compute this function."),
}
MESSAGES = {
    "DIVIDE_BY_ZERO": "Function DIVIDE parameter 2 cannot be zero.",
    "ERROR": "Formula parse error.",
    "REF": "Reference does not exist.",
    "N_A": "Did not find a value.",
}
TOO_FAR = CellError("ERROR", f"localsheets computes the first {ROWS} rows and {COLUMNS} columns.")


class Model:
    """Formulas of a spreadsheet, entered and computed beside the cells that they look at."""

    def __init__(self, book: Book, names: Names, formulas: Sequence[Formula]) -> None:
        import ironcalc

        self._names = names
        self._sheets = {sheet.id: sheet for sheet in book.sheets}
        self._model = ironcalc.create("localsheets", "en", _zone(book.time_zone), "en")
        self._numbers: dict[int, int] = {}
        for number, sheet in enumerate(book.sheets):
            if number:
                self._model.new_sheet()
            self._numbers[sheet.id] = number
            self._model.rename_sheet(number, f"{TAB}{number}")
        needed = Needed(book, formulas)
        self._load(needed, {formula.place for formula in formulas})
        if any(formula.nested for formula in formulas):
            self._hide(needed)
        self._enter(formulas)
        _run(self._model)

    def _load(self, needed: Needed, skip: set[Place]) -> None:
        for place, cell in needed.cells():
            if cell.value is not None and place not in skip and _within(place):
                self._set(place, cell.value)

    def _set(self, place: Place, value: Value) -> None:
        sheet, row, column = self._numbers[place[0]], place[1] + 1, place[2] + 1
        if isinstance(value, bool):
            self._model.update_cell_with_bool(sheet, row, column, value)
        elif isinstance(value, (int, float)):
            self._model.update_cell_with_number(sheet, row, column, float(value))
        elif isinstance(value, CellError):
            self._model.set_user_input(sheet, row, column, f"={value.text}")
        elif value:
            self._model.update_cell_with_text(sheet, row, column, value)

    def _hide(self, needed: Needed) -> None:
        for sheet_id in needed.tabs:
            for row, meta in self._sheets[sheet_id].row_meta.items():
                if meta.get("hiddenByUser") and row < ROWS:
                    self._model.set_row_hidden(self._numbers[sheet_id], row + 1, True)

    def _enter(self, formulas: Sequence[Formula]) -> None:
        tabs = {sheet_id: f"{TAB}{number}" for sheet_id, number in self._numbers.items()}
        for formula in formulas:
            if not _within(formula.place):
                continue
            number, own = self._numbers[formula.sheet_id], self._sheets[formula.sheet_id]
            text = for_engine(formula.text, own, self._names, tabs)
            try:
                self._model.set_user_input(number, formula.row + 1, formula.column + 1, text)
            except Exception as error:
                log.warning("%s: cannot be read: %s", self._where(formula), error)

    def result(self, formula: Formula) -> Value:
        """What a formula that was entered gives."""
        import ironcalc

        if not _within(formula.place):
            return TOO_FAR
        number, row, column = self._numbers[formula.sheet_id], formula.row + 1, formula.column + 1
        value: Value = self._model.get_cell_value(number, row, column)
        if self._is_blank_reference(formula):
            return ""
        if not isinstance(value, str):
            return value
        kind = self._model.get_cell_type(number, row, column)
        if kind != ironcalc.CellType.ErrorValue:
            return value
        text = self._model.get_cell_formula(number, row, column) or ""
        error = _error(value, formula.text, text)
        log.info("%s: %s %s", self._where(formula), error.text, error.message)
        return error

    def _is_blank_reference(self, formula: Formula) -> bool:
        """ "=A1" of an empty cell shows nothing, not 0."""
        pieces = cut(formula.text)
        if len(pieces) != 2 or not isinstance(pieces[1], Reference) or pieces[0] != "=":
            return False
        own: Sheet = self._sheets[formula.sheet_id]
        sheet, rect = self._names.of(pieces[1], own), pieces[1].rect
        if sheet is None or rect.height != 1 or rect.width != 1:
            return False
        target = sheet.at(rect.top, rect.left)
        return not target.filled and target.formula is None

    def _where(self, formula: Formula) -> str:
        rect = Rect(formula.row, formula.column, formula.row + 1, formula.column + 1)
        return f"{self._sheets[formula.sheet_id].title}!{block_name(rect)}"


def _within(place: Place) -> bool:
    return place[1] < ROWS and place[2] < COLUMNS


def _run(model: object) -> None:
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


def _error(shown: str, formula: str, understood: str) -> CellError:
    error = _OTHER_ERRORS.get(shown) or error_shown_as(shown) or CellError("ERROR", shown)
    if error.type == "NAME" and not error.message:
        unknown = _unknown_functions(understood)
        what = f"localsheets cannot compute {', '.join(unknown)}." if unknown else ""
        error = CellError("NAME", what or f"Unknown name in {formula}")
        if unknown:
            log.warning("a formula uses %s, which is not computed", ", ".join(unknown))
    return error if error.message else CellError(error.type, MESSAGES.get(error.type, ""))


def _unknown_functions(understood: str) -> list[str]:
    """ironcalc writes a function that it knows in capitals, and any other in small letters."""
    called = [name for name in _FUNCTION.findall(understood) if name]
    return sorted({name.upper() for name in called if name != name.upper()})
