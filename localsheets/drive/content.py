"""Files that become spreadsheets: .csv, .tsv, .xlsx and, through LibreOffice, .ods and .xls."""

from __future__ import annotations

import csv
import io
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from localsheets.drive import kinds, office
from localsheets.errors import WorkbookError
from localsheets.formats import entered
from localsheets.formulas.engine import compute
from localsheets.requests.typed import LONGEST_TEXT
from localsheets.state.book import DEFAULT_COLUMNS, DEFAULT_ROWS, Book, grid_sheet
from localsheets.state.cell import Cell
from localsheets.state.sheet import Sheet
from localsheets.wire.errors import DriveError

IMPORT_ZONE = "America/Los_Angeles"
"""The time zone of a spreadsheet that was made from a file, as recorded."""
TITLE_LIMIT = 100


@dataclass(slots=True)
class Content:
    """What a file gave: the spreadsheet, and what an export of it goes back to."""

    book: Book
    original: bytes | None = None
    source_ids: dict[str, int] = field(default_factory=dict)


def taken_in(data: bytes, kind: str, file_id: str, title: str) -> Content:
    """A file's content as a spreadsheet of this id and title.

    Raises:
        DriveError: a kind that Google makes no spreadsheet of, or content that is not of its kind.
    """
    kind = _kind(data, kind)
    if kind in (kinds.CSV, kinds.TSV):
        return Content(_from_lines(data, kind, file_id, title))
    if kind in (kinds.ODS, kinds.OLD_ODS, kinds.XLS):
        data = office.converted(data, "xls" if kind == kinds.XLS else "ods", "xlsx")
    elif kind != kinds.XLSX:
        raise DriveError(400, "The requested conversion is not supported.", "badRequest")
    return _from_xlsx(data, file_id, title)


def _kind(data: bytes, given: str) -> str:
    """The kind that the caller names; where it names none, the one that the content looks like."""
    if given in kinds.IMPORTS:
        return given
    if given not in ("", "application/octet-stream", "text/plain", kinds.SHEETS):
        return given
    return kinds.XLSX if data.startswith(b"PK\x03\x04") else kinds.CSV


def _from_xlsx(data: bytes, file_id: str, title: str) -> Content:
    from localsheets.xlsx.read import read_workbook

    with tempfile.TemporaryDirectory(prefix="localsheets-") as folder:
        path = Path(folder) / "upload.xlsx"
        path.write_bytes(data)
        try:
            book, original, source_ids = read_workbook(path, file_id)
        except WorkbookError as error:
            text = str(error).replace(str(path), "The uploaded file")
            raise DriveError(400, text, "badContent") from error
    book.title = title
    return Content(book, original, source_ids)


def _from_lines(data: bytes, kind: str, file_id: str, title: str) -> Book:
    """One tab, called like the file, with everything read as if typed."""
    book = Book(file_id, title, time_zone=IMPORT_ZONE)
    rows = _rows(data, "excel-tab" if kind == kinds.TSV else "excel")
    height = max(DEFAULT_ROWS, len(rows))
    width = max([DEFAULT_COLUMNS, *(len(row) for row in rows)])
    sheet = grid_sheet(book.fresh_id(), title[:TITLE_LIMIT] or "Sheet1", height, width)
    book.sheets.append(sheet)
    book.check_size()
    for number, row in enumerate(rows):
        _fill(book, sheet, number, row)
    compute(book)
    return book


def _rows(data: bytes, dialect: str) -> list[list[str]]:
    text = data.decode("utf-8-sig", errors="replace")
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), dialect))
    except csv.Error as error:
        raise DriveError(400, f"The file cannot be read: {error}.", "badContent") from error
    if any(len(cell) > LONGEST_TEXT for row in rows for cell in row):
        limit = f"The file has a cell with more than {LONGEST_TEXT} characters."
        raise DriveError(400, limit, "badContent")
    return rows


def _fill(book: Book, sheet: Sheet, number: int, row: list[str]) -> None:
    for column, typed in enumerate(row):
        if typed:
            read = entered.read(typed, book.locale)
            look = book.formats.share(read.format) if read.format else None
            book.put(sheet, number, column, Cell(read.value, read.formula, look))
