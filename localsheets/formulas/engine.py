"""Computes formulas with ironcalc: only those whose precedents changed.

Every other formula keeps the value it has (the one cached in an imported file, say) and counts as a
constant for those that are computed. What ironcalc cannot compute shows an error that says so, and
is noted in the log ``localsheets``.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from localsheets.formulas.dependencies import Formula, Names, formulas, looks_at, outdated
from localsheets.formulas.dialect import for_engine
from localsheets.formulas.references import Reference, cut
from localsheets.state.book import Book
from localsheets.state.cell import Cell, CellError, Value, error_shown_as
from localsheets.state.changes import Changes
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import ApiError

if TYPE_CHECKING:
    from ironcalc import Model

log = logging.getLogger("localsheets")
log.addHandler(logging.NullHandler())

_FUNCTION = re.compile(r'"(?:[^"]|"")*"|([A-Za-z_][A-Za-z0-9_.]*)\s*\(')
_NESTED = re.compile(r"\bSUBTOTAL\s*\(", re.I)
_OTHER_ERRORS = {
    "#CIRC!": CellError("REF", "Circular dependency detected."),
    "#SPILL!": CellError("REF", "Array result was not expanded."),
    "#CALC!": CellError("VALUE", "localsheets cannot compute this array."),
    "#N/IMPL!": CellError("NAME", "localsheets cannot compute this function."),
}
TAB = "localsheets_"
"""Tabs are numbered in the model: ironcalc refuses some titles that Google allows."""
MESSAGES = {
    "DIVIDE_BY_ZERO": "Function DIVIDE parameter 2 cannot be zero.",
    "ERROR": "Formula parse error.",
    "REF": "Reference does not exist.",
    "N_A": "Did not find a value.",
}


def compute(book: Book) -> None:
    """Compute what is out of date and forget the changes that made it so."""
    changes, book.changes = book.changes, Changes()
    if not changes:
        return
    names = Names(book)
    book.changes = changes
    everything = formulas(book, names)
    stale = outdated(book, everything) if everything else []
    book.changes = Changes()
    if stale:
        _evaluate(book, names, everything, stale)


def evaluate(book: Book, sheet: Sheet, texts: list[str]) -> list[Value]:
    """What formulas would give if they stood on a tab; nothing is written."""
    names = Names(book)
    asked = [
        Formula(sheet, sheet.row_count + number, 0, Cell(formula=text))
        for number, text in enumerate(texts)
    ]
    for formula in asked:
        formula.looks_at = list(looks_at(formula.text, sheet, names))
    model, numbers = _model(book)
    _load(book, model, numbers, _needed(book, asked), set())
    _enter(model, numbers, names, asked)
    return [_result(model, numbers[sheet.id], formula, names) for formula in asked]


def _evaluate(book: Book, names: Names, everything: list[Formula], stale: list[Formula]) -> None:
    computed = _with_nested(everything, stale)
    places = {(f.sheet.id, f.row, f.column) for f in computed}
    model, numbers = _model(book)
    _load(book, model, numbers, _needed(book, computed), places)
    _enter(model, numbers, names, computed)
    for formula in stale:
        value = _result(model, numbers[formula.sheet.id], formula, names)
        formula.sheet.put(formula.row, formula.column, formula.cell.but(value=value))


def _enter(model: Model, numbers: dict[int, int], names: Names, computed: list[Formula]) -> None:
    """Put formulas into the model and compute it."""
    tabs = {sheet_id: f"{TAB}{number}" for sheet_id, number in numbers.items()}
    for formula in computed:
        text = for_engine(formula.text, formula.sheet, names, tabs)
        sheet = numbers[formula.sheet.id]
        try:
            model.set_user_input(sheet, formula.row + 1, formula.column + 1, text)
        except Exception as error:
            log.warning("%s: cannot be read: %s", _where(formula), error)
    _run(model)


def _run(model: Model) -> None:
    """Compute. A panic within ironcalc is no ordinary exception, and must not end the server."""
    try:
        model.evaluate()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as panic:
        log.exception("ironcalc failed")
        raise ApiError(500, "localsheets could not compute a formula of this request.") from panic


def _with_nested(everything: list[Formula], stale: list[Formula]) -> list[Formula]:
    """SUBTOTAL leaves out other SUBTOTALs, so those must be formulas to it and not constants."""
    if not any(_NESTED.search(formula.text) for formula in stale):
        return stale
    known = {id(formula) for formula in stale}
    more = [f for f in everything if id(f) not in known and _NESTED.search(f.text)]
    return [*stale, *more]


def _model(book: Book) -> tuple[Model, dict[int, int]]:
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


def _zone(name: str) -> str:
    import ironcalc

    return name if name in ironcalc.get_all_timezones() else "UTC"


def _needed(book: Book, computed: list[Formula]) -> dict[int, Rect]:
    """The part of each tab that the formulas look at, as one block a tab."""
    needed: dict[int, Rect] = {}
    for formula in computed:
        looks = formula.looks_at
        if formula.volatile:
            looks = [(sheet.id, sheet.bounds) for sheet in book.sheets]
        for sheet_id, rect in looks:
            sheet = book.sheet(sheet_id)
            closed = rect.clamp(sheet.row_count, sheet.column_count)
            known = needed.get(sheet_id)
            needed[sheet_id] = _around(known, closed) if known else closed
    return needed


def _around(one: Rect, two: Rect) -> Rect:
    return Rect(
        min(one.top, two.top),
        min(one.left, two.left),
        max(one.bottom or 0, two.bottom or 0),
        max(one.right or 0, two.right or 0),
    )


def _load(
    book: Book,
    model: Model,
    numbers: dict[int, int],
    needed: dict[int, Rect],
    skip: set[tuple[int, int, int]],
) -> None:
    for sheet in book.sheets:
        rect = needed.get(sheet.id)
        if rect is None:
            continue
        number = numbers[sheet.id]
        for row, column, cell in sheet.cells(rect):
            if cell.value is not None and (sheet.id, row, column) not in skip:
                _set(model, number, row + 1, column + 1, cell.value)
        for row in sheet.row_meta:
            if sheet.row_meta[row].get("hiddenByUser"):
                model.set_row_hidden(number, row + 1, True)


def _set(model: Model, sheet: int, row: int, column: int, value: Value) -> None:
    if isinstance(value, bool):
        model.update_cell_with_bool(sheet, row, column, value)
    elif isinstance(value, (int, float)):
        model.update_cell_with_number(sheet, row, column, float(value))
    elif isinstance(value, CellError):
        model.set_user_input(sheet, row, column, f"={value.text}")
    elif value:
        model.update_cell_with_text(sheet, row, column, value)


def _result(model: Model, number: int, formula: Formula, names: Names) -> Value:
    import ironcalc

    row, column = formula.row + 1, formula.column + 1
    value: Value = model.get_cell_value(number, row, column)
    if _is_blank_reference(formula, names):
        return ""
    if not isinstance(value, str):
        return value
    kind = model.get_cell_type(number, row, column)
    if kind != ironcalc.CellType.ErrorValue:
        return value
    text = model.get_cell_formula(number, row, column) or ""
    error = _error(value, formula.text, text)
    log.info("%s: %s %s", _where(formula), error.text, error.message)
    return error


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


def _is_blank_reference(formula: Formula, names: Names) -> bool:
    """ "=A1" of an empty cell shows nothing, not 0."""
    pieces = cut(formula.text)
    if len(pieces) != 2 or not isinstance(pieces[1], Reference) or pieces[0] != "=":
        return False
    sheet, rect = names.of(pieces[1], formula.sheet), pieces[1].rect
    if sheet is None or rect.height != 1 or rect.width != 1:
        return False
    target = sheet.at(rect.top, rect.left)
    return not target.filled and target.formula is None


def _where(formula: Formula) -> str:
    from localsheets.wire.a1 import block_name

    rect = Rect(formula.row, formula.column, formula.row + 1, formula.column + 1)
    return f"{formula.sheet.title}!{block_name(rect)}"
