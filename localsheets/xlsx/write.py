"""Writes a spreadsheet as .xlsx: a copy of the imported file with the changes worked in.

A tab that no request touched stays as it is in the file, with its pictures, charts, slicers, print
set-up and whatever else it has (see ``whole``); formulas that followed a change elsewhere, and
results that changed, are put right in it. A tab that was added or changed is written from our
state. Formulas carry their values, for viewers that do not compute.

Lost of a file: macros. Lost on a tab that was changed, since openpyxl or the API has no like of it:
images and shapes, threaded comments (their text stays as notes), slicers, sparklines and other
extensions of newer Excel versions; conditional formats with icons or data bars; charts that came
with the file. Filters by custom formulas, or by several criteria on one column, become lists of the
values that are left. Tables that Excel could not open (headers that are numbers or twice the same,
a header alone, merges across them) become cells; lists of allowed values with commas in them, or of
more than 255 characters, are left out, and checkboxes with values of their own are lists. Protected
ranges that are no whole tab, who may edit them, and developer metadata have no like in a workbook:
they are kept in a part of our own (see ``remember``), which Google and Excel pass over.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from localsheets.errors import WorkbookError
from localsheets.state.book import Book
from localsheets.state.cell import Interner, Value
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import letters
from localsheets.xlsx import (
    charts_out,
    chartsheets,
    named,
    protection_out,
    remember,
    rules_out,
    sheet_out,
    tables_out,
    unsaid,
    whole,
    wrapping,
)
from localsheets.xlsx.arrays_out import formula_there
from localsheets.xlsx.names import Names
from localsheets.xlsx.opening import opened
from localsheets.xlsx.package import finish
from localsheets.xlsx.sheet_out import SheetWriter
from localsheets.xlsx.styles_in import Styles
from localsheets.xlsx.styles_out import StylesOut
from localsheets.xlsx.values_in import formula_of
from localsheets.xlsx.whole import Kept

log = logging.getLogger("localsheets")


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
    imported = named.blocks(workbook)
    kept = _arrange(workbook, book, names, source_ids)
    named.write(workbook, book, names, imported)
    notes = _notes(workbook, book, names, _foreign(kept, original))
    mac = _is_mac(workbook)
    results = {names.by_id[sheet.id]: _results(sheet, mac=mac) for sheet in book.sheets}
    try:
        with tempfile.TemporaryDirectory(prefix=".localsheets-", dir=path.parent) as folder:
            raw, done = Path(folder) / "raw.xlsx", Path(folder) / "done.xlsx"
            workbook.save(raw)
            finish(raw, done, results, remember.remembered(book, names, notes))
            if original is not None:
                _keep_the_rest(done, original, kept)
            done.replace(path)
    except OSError as error:
        raise WorkbookError(
            f"{path} cannot be written: {error.strerror or error}. Is the folder there, and is the"
            " file open in another program?"
        ) from error


def _foreign(kept: Mapping[str, Kept], original: bytes | None) -> set[str]:
    """The tabs, by title, that stay as another program wrote them."""
    before = remember.foreign(original) if original is not None else None
    return {t for t, tab in kept.items() if before is None or tab.title in before}


def _notes(workbook: Any, book: Book, names: Names, foreign: set[str]) -> dict[str, Any]:
    """What the file does not say of its tabs, by title."""
    styles = Styles(workbook, Interner(), ours=True)
    made: dict[str, Any] = {}
    for sheet in book.sheets:
        title = names.by_id[sheet.id]
        made[title] = {"foreign": True} if title in foreign else {}
        if sheet.is_grid:
            made[title] |= unsaid.noted(sheet, workbook[title], styles, book.locale)
    return made


def _keep_the_rest(made: Path, original: bytes, kept: Mapping[str, Kept]) -> None:
    """Take all but the changed tabs from the file as it came, where it is laid out as usual."""
    try:
        made.write_bytes(whole.worked_in(made.read_bytes(), original, kept))
    except (whole.Unfit, KeyError, IndexError, ValueError, SyntaxError) as error:
        log.warning("tabs that were not changed are written anew (%r)", error)


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


def _arrange(
    workbook: Any, book: Book, names: Names, source_ids: dict[str, int]
) -> dict[str, Kept]:
    """Bring the workbook's tabs into line with the spreadsheet's; answers those, by title, that
    can stay as they are in the file."""
    by_id = {source_ids[ws.title]: ws for ws in workbook._sheets if ws.title in source_ids}
    titles_there = {sheet_id: worksheet.title for sheet_id, worksheet in by_id.items()}
    for sheet_id in by_id.keys() - {sheet.id for sheet in book.sheets}:
        workbook.remove(by_id[sheet_id])
    _make_way(by_id, names)
    styles = StylesOut(book.locale, workbook)
    kept: dict[str, Kept] = {}
    ordered = []
    for sheet in book.sheets:
        worksheet, title = by_id.get(sheet.id), names.by_id[sheet.id]
        if worksheet is not None and not sheet.touched:
            left = _left(workbook, worksheet, sheet, names, titles_there[sheet.id])
            kept |= {title: left} if left is not None else {}
        else:
            worksheet = _written(workbook, worksheet, sheet, names, styles)
        dress = chartsheets if chartsheets.is_one(worksheet) else sheet_out
        dress.set_properties(worksheet, sheet, title)
        ordered.append(worksheet)
    others = [other for other in workbook._sheets if other not in ordered]
    workbook._sheets = ordered + others
    kept |= {other.title: Kept(other.title, {}) for other in others}
    front = _bring_to_front(workbook, book, ordered)
    return {title: replace(tab, active=title == front) for title, tab in kept.items()}


def _written(
    workbook: Any, worksheet: Any | None, sheet: Sheet, names: Names, styles: StylesOut
) -> Any:
    """A tab written from our state, into the file's or a new one."""
    if not sheet.is_grid:
        chart = chartsheets.written(workbook, worksheet, sheet, names)
        if chart is not None:
            return chart
        worksheet = None
    before: dict[str, Any] = {}
    if worksheet is None:
        worksheet = _new(workbook, sheet, names.by_id[sheet.id])
    else:
        before = dict(worksheet.tables)
        _emptied(worksheet)
    writer = SheetWriter(
        worksheet, sheet, names, styles, mac=_is_mac(workbook), locale=styles.locale_name
    )
    writer.write()
    rules_out.conditional_formats(worksheet, sheet, names, styles.locale_name)
    rules_out.validations(worksheet, sheet, names, styles.locale_name)
    tables_out.tables(worksheet, sheet, before, names, styles.locale_name)
    protection_out.protect(worksheet, sheet)
    charts_out.charts(worksheet, sheet, names)
    return worksheet


def _left(workbook: Any, worksheet: Any, sheet: Sheet, names: Names, title: str) -> Kept | None:
    """How a tab stays that nobody touched; ``None`` if what frames it changed."""
    if chartsheets.is_one(worksheet):
        return Kept(title, {})
    formulas = _patch_formulas(worksheet, sheet, names)
    if not sheet_out.is_dressed(worksheet, sheet):
        return None
    return Kept(title, _results(sheet, mac=_is_mac(workbook)), formulas)


def _bring_to_front(workbook: Any, book: Book, ordered: list[Any]) -> str:
    """Let the first tab that can be seen be the one in front; answers its title."""
    active = next(number for number, sheet in enumerate(book.sheets) if not sheet.hidden)
    workbook.active = active
    for number, worksheet in enumerate(ordered):
        if chartsheets.is_one(worksheet):
            chartsheets.select(worksheet, front=number == active)
        else:
            worksheet.sheet_view.tabSelected = number == active
    return str(ordered[active].title)


def _is_mac(workbook: Any) -> bool:
    """Whether the file's days count from 1904."""
    from openpyxl.utils.datetime import MAC_EPOCH

    return bool(workbook.epoch == MAC_EPOCH)


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
    worksheet.tables.clear()
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


def _patch_formulas(worksheet: Any, sheet: Sheet, names: Names) -> dict[str, str] | None:
    """On a tab that nobody touched, formulas may still have followed a change elsewhere: then all
    of them, by cell."""
    found: dict[str, str] = {}
    changed = False
    for row, column, cell in sheet.cells():
        if cell.formula is None:
            continue
        target = worksheet._cells.get((row + 1, column + 1))
        if target is None or target.data_type != "f" or not isinstance(target.value, str):
            continue
        text = formula_there(cell, row, column, names)
        if not isinstance(text, str):
            continue
        found[target.coordinate] = text
        if _is_other(text, target.value):
            target.value, changed = text, True
    return found if changed else None


def _is_other(formula: str, old: str) -> bool:
    """Whether two formulas differ in more than what may be written either way."""
    one, two = ((formula_of(text) or "").replace("'", "") for text in (formula, old))
    return one != two or wrapping.kept_value(formula) != wrapping.kept_value(old)


def _results(sheet: Sheet, *, mac: bool) -> dict[str, Value]:
    """Cell name -> what its formula gave; dates as the file counts them."""
    return {
        f"{letters(column)}{row + 1}": sheet_out.number(cell.value, cell.format, mac=mac)
        for row, column, cell in sheet.cells()
        if cell.formula is not None or (cell.outcome is not None and cell.outcome.spilled)
    }
