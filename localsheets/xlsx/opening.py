"""Opens a workbook with openpyxl, its numbers left as they are."""

from __future__ import annotations

import contextlib
import io
import logging
import warnings
import zipfile
import zlib
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from localsheets.errors import WorkbookError
from localsheets.xlsx.mending import without

log = logging.getLogger("localsheets")

_AGAIN = (
    "Open it in Excel, LibreOffice or Google Sheets, save it as .xlsx again, and use that copy."
)


def opened(data: bytes, *, rich_text: bool = False) -> Any:
    """An openpyxl workbook. Dates stay the numbers that they are in the file.

    openpyxl's own dates shift the days before March 1900 and end in 9999; a spreadsheet's numbers
    do neither. Its warnings about what it leaves out are not ours. Pivot tables, charts and
    pictures that it stumbles over are left out.
    """
    try:
        return _read(data, rich_text)
    except Exception:
        log.debug("a workbook is read without pivot tables and drawings", exc_info=True)
        for kinds in (["pivotTable"], ["pivotTable", "drawing"]):
            with contextlib.suppress(Exception):
                return _read(without(data, *kinds), rich_text)
        raise


def _read(data: bytes, rich_text: bool) -> Any:
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.utils.indexed_list import IndexedList

    class Styles(IndexedList):  # type: ignore[type-arg]  # a cell may name a style that the file has not: it is plain
        def __getitem__(self, number: Any) -> Any:
            inside = not isinstance(number, int) or number < len(self)
            return super().__getitem__(number if inside else 0)

    class Reader(ExcelReader):
        def read_worksheets(self) -> None:
            workbook: Any = self.wb
            workbook._date_formats = workbook._timedelta_formats = set()
            workbook._cell_styles = Styles(workbook._cell_styles)
            workbook.create_sheet = _covering(workbook.create_sheet)
            super().read_worksheets()
            for sheet, _ in self.parser.find_sheets():  # of chart sheets it forgets the state
                if sheet.name in workbook.sheetnames:
                    workbook[sheet.name].sheet_state = sheet.state
            del workbook.create_sheet
            for worksheet in workbook.worksheets:
                _unlink(worksheet)

    # what openpyxl prints about a file is not for whoever serves it
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        reader = Reader(io.BytesIO(data), rich_text=rich_text)
        reader.read()
        return reader.wb


def _covering(create: Any) -> Any:
    """Makes worksheets of which openpyxl does not empty the cells that a merge covers."""

    def created(title: str) -> Any:
        worksheet = create(title)
        worksheet.filled_cells = None

        def keep(_: Any) -> None:
            if worksheet.filled_cells is None:
                cells = worksheet._cells.items()
                worksheet.filled_cells = {place for place, cell in cells if cell._value is not None}

        worksheet._clean_merge_range = keep
        return worksheet

    return created


def _unlink(worksheet: Any) -> None:
    """Take the link of a merge, which openpyxl gives each of its cells, off those that are empty:
    there it becomes their text, too."""
    filled = worksheet.filled_cells
    if filled is None:
        return
    for (row, column), cell in worksheet._cells.items():
        if cell.hyperlink is None or (row, column) in filled:
            continue
        for merge in worksheet.merged_cells.ranges:
            inside = merge.min_row <= row <= merge.max_row
            inside = inside and merge.min_col <= column <= merge.max_col
            if inside and (row, column) != (merge.min_row, merge.min_col):
                cell._value, cell._hyperlink, cell.data_type = None, None, "n"
                break


def broken(path: Path, error: Exception) -> WorkbookError:
    """What is wrong with a file that cannot be read, and what to do."""
    log.debug("%s cannot be read", path, exc_info=error)
    return WorkbookError(f"{path} cannot be read as a workbook: {_trouble(error)} {_AGAIN}")


def _trouble(error: BaseException) -> str:
    causes = [error]
    while (cause := causes[-1].__cause__ or causes[-1].__context__) is not None:
        causes.append(cause)
    for each in causes:
        if isinstance(each, (zipfile.BadZipFile, zlib.error, EOFError)):
            return "it is damaged, a part of it cannot be unpacked."
        if isinstance(each, (ET.ParseError, UnicodeDecodeError, SyntaxError)):
            return "it is damaged, a part of it is not well-formed XML."
        if isinstance(each, KeyError) and "archive" in str(each):
            return "it is incomplete, a part that it names is missing."
        if isinstance(each, MemoryError):
            return "there is not enough memory for it."
    return "it holds something that its format does not allow."
