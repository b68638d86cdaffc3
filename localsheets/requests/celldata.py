"""What a CellData writes to a cell, field by field, as a mask asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from localsheets.requests.typed import check_length, stored_formula
from localsheets.requests.validation import check_rule, validated
from localsheets.state import values
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.wire import masks
from localsheets.wire.errors import bad
from localsheets.wire.masks import Mask

Json = dict[str, Any]
Writer = Callable[[Book, Cell, Any, Mask], Cell]
Fields = list[tuple[str, Writer, Mask]]
"""The writable fields that a mask names, each with what writes it and the mask below it."""


def fields_of(mask: Mask) -> Fields:
    """The writable fields of CellData that a mask names, values before what hangs on them.

    Fields that only Google writes (effectiveValue, formattedValue...) are passed over.
    """
    return [
        (name, write, below)
        for name, write in WRITERS.items()
        if (below := mask.sub(name)) is not None
    ]


def changed(book: Book, cell: Cell, data: Json, fields: Fields) -> Cell:
    """A cell after the masked fields of a CellData were written to it."""
    for name, write, below in fields:
        cell = write(book, cell, data.get(name), below)
    return cell


def _value(book: Book, cell: Cell, given: Json | None, _mask: Mask) -> Cell:
    """A new value; links and runs of the old text go with it."""
    value, formula = values.entered(given or {})
    if isinstance(value, str):
        check_length(value)
    if formula is not None:
        check_length(formula)
        formula = stored_formula(book, formula)
    return cell.but(value=value, formula=formula, runs=(), link=None)


def _format(book: Book, cell: Cell, given: Json | None, mask: Mask) -> Cell:
    merged = masks.merge("CellFormat", cell.format or {}, given or {}, mask)
    if merged.get("numberFormat") and "type" not in merged["numberFormat"]:
        raise bad("numberFormat.type must be specified.")
    return cell.but(format=book.formats.share(merged))


def _note(_book: Book, cell: Cell, given: str | None, _mask: Mask) -> Cell:
    return cell.but(note=given or None)


def _runs(_book: Book, cell: Cell, given: list[Json] | None, _mask: Mask) -> Cell:
    """Rich text, which only entered text can have. Places are counted in UTF-16 units."""
    if not given:
        return cell.but(runs=())
    if cell.formula is not None or not isinstance(cell.value, str):
        raise bad("textFormatRuns can only be set on cells with text.")
    length = len(cell.value.encode("utf-16-le")) // 2
    last = -1
    for run in given:
        start = run.get("startIndex", 0)
        if start >= length:
            raise bad("TextFormatRun.startIndex must be less than the length of the text.")
        if start <= last:
            raise bad("TextFormatRun.startIndex must increase from run to run.")
        last = start
    return cell.but(runs=tuple(values.tidy_run(run) for run in given))


def _validation(book: Book, cell: Cell, given: Json | None, _mask: Mask) -> Cell:
    if not given:
        return cell.but(validation=None)
    check_rule(book, given)
    return validated(cell, given)


WRITERS: dict[str, Writer] = {
    "userEnteredValue": _value,
    "userEnteredFormat": _format,
    "note": _note,
    "textFormatRuns": _runs,
    "dataValidation": _validation,
}
