"""A spreadsheet as a file of another kind."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

from localsheets.drive import kinds, office
from localsheets.render.cells import shown_text
from localsheets.state.entry import Entry
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import DriveError


def exported(
    entry: Entry, kind: str, sheet: Sheet | None = None, rect: Rect | None = None
) -> bytes:
    """A spreadsheet's content as ``kind``, a MIME type.

    CSV and TSV hold one tab, the first visible one unless another is given, or a block of it.

    Raises:
        DriveError: a kind that Google does not make of a spreadsheet, or that is not made here.
    """
    if kind in (kinds.CSV, kinds.TSV):
        tab = sheet or entry.book.first_visible
        return _lines(tab, rect or tab.bounds, entry.book.locale, kind)
    if kind == kinds.XLSX:
        return _xlsx(entry)
    if kind in (kinds.ODS, kinds.OLD_ODS, kinds.PDF):
        return office.converted(_xlsx(entry), "xlsx", kinds.EXPORTS[kind])
    if kind == kinds.ZIP:
        raise DriveError(
            501, "Export as a .zip of web pages is not made by localsheets.", "notImplemented"
        )
    text = "The requested conversion is not supported."
    raise DriveError(400, text, "badRequest", "convertTo")


def _xlsx(entry: Entry) -> bytes:
    from localsheets.xlsx.write import write_workbook

    with tempfile.TemporaryDirectory(prefix="localsheets-") as folder:
        path = Path(folder) / "export.xlsx"
        write_workbook(entry.book.copy(), path, entry.original, entry.source_ids)
        return path.read_bytes()


def _lines(sheet: Sheet, block: Rect, locale: str, kind: str) -> bytes:
    """What the cells show, down to the last row and column with a value; no line end at the end."""
    filled = [(row, col, cell) for row, col, cell in sheet.cells(block) if cell.filled]
    height = max((row + 1 for row, _, _ in filled), default=block.top) - block.top
    width = max((col + 1 for _, col, _ in filled), default=block.left) - block.left
    rows = [[""] * width for _ in range(height)]
    for row, column, cell in filled:
        rows[row - block.top][column - block.left] = shown_text(cell, locale)
    if kind == kinds.TSV:  # a tab has no way to stand in a cell
        text = "\r\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
        return text.encode()
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().removesuffix("\r\n").encode()
