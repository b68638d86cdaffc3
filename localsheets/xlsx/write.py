"""Writes a spreadsheet as .xlsx: a copy of the imported file with the changes worked in.

A tab that no request touched goes through openpyxl as it came (formats, widths, validations, print
set-up), with formulas that followed a change elsewhere put right. A tab that was added or changed
is written from our state. Formulas carry their values, for viewers that do not compute.

Lost on the way, since openpyxl does not keep it: images and shapes, macros, threaded comments
(their text stays as notes), slicers, sparklines and other extensions of newer Excel versions. Lost
on a tab that was changed, since the API has no like of it: validations other than lists, numbers
and formulas; conditional formats with icons or data bars; charts that came with the file. Protected
ranges and developer metadata have no like in a workbook: they are kept in a part of our own (see
``remember``), which Google and Excel pass over.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from localsheets.errors import WorkbookError
from localsheets.state.book import Book
from localsheets.state.cell import Value
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import letters
from localsheets.xlsx import charts_out, remember, rules_out, sheet_out
from localsheets.xlsx import names as titles
from localsheets.xlsx.names import Names
from localsheets.xlsx.opening import opened
from localsheets.xlsx.package import finish
from localsheets.xlsx.sheet_out import SheetWriter
from localsheets.xlsx.styles_out import StylesOut


def write_workbook(
    book: Book, path: Path, original: bytes | None, source_ids: dict[str, int]
) -> None:
    """Write ``book`` to ``path``, by way of a temporary file in the same folder.

    ``original`` is the imported file's content, ``source_ids`` its tabs' ids by title.

    Raises:
        WorkbookError: the folder is missing or cannot be written to.
    """
    names = Names.of(book)
    workbook = _opened(original)
    _arrange(workbook, book, names, source_ids)
    results = {names.by_id[sheet.id]: _results(sheet) for sheet in book.sheets}
    try:
        with tempfile.TemporaryDirectory(prefix=".localsheets-", dir=path.parent) as folder:
            raw, done = Path(folder) / "raw.xlsx", Path(folder) / "done.xlsx"
            workbook.save(raw)
            finish(raw, done, results, remember.remembered(book, names))
            done.replace(path)
    except OSError as error:
        raise WorkbookError(
            f"{path} cannot be written: {error.strerror or error}. Is the folder there, and is the"
            " file open in another program?"
        ) from error


def _opened(original: bytes | None) -> Any:
    import openpyxl

    if original is None:
        workbook = openpyxl.Workbook()
        workbook.remove(workbook.worksheets[0])
        _as_google_writes(workbook)
        return workbook
    return opened(original, rich_text=True)


def _as_google_writes(workbook: Any) -> None:
    """Give an empty workbook Google's font instead of openpyxl's."""
    from openpyxl.styles import Font
    from openpyxl.utils.indexed_list import IndexedList

    arial = Font(name="Arial", sz=10, family=2)
    workbook._fonts = IndexedList([arial])
    workbook._named_styles["Normal"].font = arial


def _arrange(workbook: Any, book: Book, names: Names, source_ids: dict[str, int]) -> None:
    """Bring the workbook's tabs into line with the spreadsheet's."""
    from openpyxl.utils.datetime import MAC_EPOCH

    by_id = {source_ids[ws.title]: ws for ws in workbook.worksheets if ws.title in source_ids}
    kept = {sheet.id for sheet in book.sheets}
    for sheet_id, worksheet in list(by_id.items()):
        if sheet_id not in kept:
            workbook.remove(worksheet)
    _make_way(by_id, names)
    styles, mac = StylesOut(book.locale, workbook), bool(workbook.epoch == MAC_EPOCH)
    ordered = []
    for sheet in book.sheets:
        title = names.by_id[sheet.id]
        worksheet = by_id.get(sheet.id)
        if worksheet is None:
            worksheet = _new(workbook, sheet, title)
        elif sheet.touched:
            _emptied(worksheet)
        else:
            _patch_formulas(worksheet, sheet, names)
        if sheet.touched or sheet.id not in by_id:
            writer = SheetWriter(worksheet, sheet, names, styles, mac=mac, locale=book.locale)
            _fill(writer)
        sheet_out.set_properties(worksheet, sheet, title)
        ordered.append(worksheet)
    others = [other for other in workbook._sheets if other not in ordered]
    workbook._sheets = ordered + others
    active = next(number for number, sheet in enumerate(book.sheets) if not sheet.hidden)
    workbook.active = active
    for number, worksheet in enumerate(ordered):
        worksheet.sheet_view.tabSelected = number == active


def _make_way(by_id: dict[int, Any], names: Names) -> None:
    """Rename tabs in two steps, so that two may swap their titles."""
    changing = [
        (n, ws) for n, ws in by_id.items() if n in names.by_id and ws.title != names.by_id[n]
    ]
    for sheet_id, worksheet in changing:
        worksheet.title = f"localsheets {sheet_id}"


def _new(workbook: Any, sheet: Sheet, title: str) -> Any:
    worksheet = workbook.create_sheet(title)
    worksheet.sheet_format.defaultColWidth = sheet_out.width_of(sheet_out.DEFAULT_COLUMN_PIXELS)
    sheet_out.set_up_print(worksheet, sheet)
    return worksheet


def _emptied(worksheet: Any) -> None:
    """Take everything off a tab that is written anew; its print set-up stays."""
    from openpyxl.formatting.formatting import ConditionalFormattingList
    from openpyxl.worksheet.cell_range import MultiCellRange
    from openpyxl.worksheet.datavalidation import DataValidationList
    from openpyxl.worksheet.dimensions import DimensionHolder
    from openpyxl.worksheet.filters import AutoFilter

    worksheet._cells.clear()
    worksheet._charts.clear()
    worksheet._hyperlinks.clear()
    worksheet.merged_cells = MultiCellRange()
    worksheet.conditional_formatting = ConditionalFormattingList()
    worksheet.data_validations = DataValidationList()
    worksheet.row_dimensions.clear()
    worksheet.column_dimensions = DimensionHolder(worksheet, reference="index")
    worksheet.column_dimensions.default_factory = lambda: _column(worksheet)
    worksheet.auto_filter = AutoFilter()


def _column(worksheet: Any) -> Any:
    from openpyxl.worksheet.dimensions import ColumnDimension

    return ColumnDimension(worksheet)


def _fill(writer: SheetWriter) -> None:
    writer.write()
    rules_out.conditional_formats(writer.worksheet, writer.sheet, writer.names)
    rules_out.validations(writer.worksheet, writer.sheet, writer.names)
    charts_out.charts(writer.worksheet, writer.sheet, writer.names)


def _patch_formulas(worksheet: Any, sheet: Sheet, names: Names) -> None:
    """On a tab that nobody touched, formulas may still have followed a change elsewhere."""
    for row, column, cell in sheet.cells():
        if cell.formula is None:
            continue
        target = worksheet._cells.get((row + 1, column + 1))
        if target is None or target.data_type != "f" or not isinstance(target.value, str):
            continue
        text = titles.formula(cell.formula, names)
        if _plain(text) != _plain(target.value):
            target.value = text


def _plain(formula: str) -> str:
    """A formula without what may be written either way: quotes around titles, prefixes."""
    return formula.replace("'", "").replace("_xlfn.", "").replace("_xlws.", "")


def _results(sheet: Sheet) -> dict[str, Value]:
    """Cell name -> what its formula gave."""
    return {
        f"{letters(column)}{row + 1}": cell.value
        for row, column, cell in sheet.cells()
        if cell.formula is not None
    }
