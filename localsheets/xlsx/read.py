"""Reads an .xlsx file into a spreadsheet. The file itself is never changed.

Kept: values, formulas and array formulas with their cached results, number formats, text styles,
rich text, colours, borders, alignment, merges, hidden and sized rows and columns, groups, hidden
and coloured tabs, frozen panes, notes, links, data validation, conditional formats and colour
scales, filters with their criteria and order, Excel's tables, protected tabs with what is not
locked in them, named ranges, charts of columns, bars, lines, areas, scatters, pies, also on chart
sheets. Not taken over: images, pivot tables, slicers, tables without a header row (as tables),
filters by icons (the rows that they hide are hidden), data bars and icon sets, passwords, macros.
All of it but macros stays in the file as long as its tab is not changed.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from localsheets.errors import WorkbookError
from localsheets.formulas import spills
from localsheets.formulas.engine import compute, follow_links
from localsheets.state.book import CELL_LIMIT, Book, grid_sheet
from localsheets.state.cell import Value
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import column_index
from localsheets.xlsx import (
    arrays_in,
    charts_in,
    chartsheets,
    extras_in,
    guard,
    named,
    parts,
    protection_in,
    remember,
)
from localsheets.xlsx.mending import mended
from localsheets.xlsx.opening import broken, opened
from localsheets.xlsx.sheet_in import read_sheet
from localsheets.xlsx.styles_in import Styles
from localsheets.xlsx.values_in import cached

Cached = dict[tuple[int, int], Value]


def read_workbook(path: Path, spreadsheet_id: str) -> tuple[Book, bytes, dict[str, int]]:
    """Read a file: the spreadsheet, the file's content, and its tabs' ids by their titles in it.

    Raises:
        WorkbookError: it is missing, no .xlsx workbook, encrypted, broken or too large.
    """
    guard.check(path)
    try:
        data = mended(path.read_bytes())
        workbook = opened(data, rich_text=True)
    except Exception as error:
        raise broken(path, error) from error
    book = Book(spreadsheet_id, path.stem)
    try:
        known, results = _looked_up(data)
        # limits that are dates are read by it
        book.locale = (known or {}).get("locale", book.locale)
        # chart sheets come after the others: the ids of tabs with cells do not depend on them
        ids = _ids([ws.title for ws in [*workbook.worksheets, *workbook.chartsheets]], known)
        _fill(book, workbook, ids, data, known, results)
        ids = {title: own for title, own in ids.items() if book.find(own) is not None}
        if known is not None:
            remember.restore(book, known)
        _compute_the_rest(book)
    except Exception as error:
        raise broken(path, error) from error
    _check(path, book)
    return book, data, ids


def _fill(
    book: Book,
    workbook: Any,
    ids: dict[str, int],
    data: bytes,
    known: dict[str, Any] | None,
    results: dict[str, Cached],
) -> None:
    """Read all tabs, and what leads from one to another."""
    theirs = Styles(workbook, book.formats, ours=False)
    ours = Styles(workbook, book.formats, ours=True)
    book.sheets = [_tab(ws, ids[ws.title], theirs) for ws in workbook._sheets]
    pairs = list(zip(book.sheets, workbook._sheets, strict=True))
    protected = {ws.title for ws in workbook.worksheets if ws.protection.sheet}
    opened_up = protection_in.open_ranges(data, protected) if protected else {}
    for sheet, worksheet in pairs:
        if sheet.is_grid:
            styles = ours if remember.is_ours(known, sheet.title) else theirs
            own, sizes = results.get(sheet.title, {}), remember.sizes(known, sheet.title)
            read_sheet(book, sheet, worksheet, styles, own, sizes, mac=_is_mac(workbook))
            protection_in.read(book, sheet, worksheet, opened_up.get(sheet.title, []))
    arrays_in.anchors(book)
    for sheet, worksheet in pairs:
        charts_in.read(book, sheet, worksheet)
    book.sheets = [sheet for sheet in book.sheets if sheet.is_grid or sheet.charts]
    named.read(book, workbook)
    extras_in.formula_links(book)


def _tab(worksheet: Any, sheet_id: int, styles: Styles) -> Sheet:
    if chartsheets.is_one(worksheet):
        return chartsheets.tab_of(worksheet, sheet_id, styles.theme)
    return grid_sheet(sheet_id, worksheet.title, 1, 1)


def _compute_the_rest(book: Book) -> None:
    """Compute the formulas that the file holds no result of, or of an array not all: openpyxl and
    others write none."""
    for sheet in book.sheets:
        for row, column, cell in sheet.formula_cells():
            if cell.value is None or spills.is_bare(sheet, row, column):
                book.changes.add(sheet.id, row, column)
    compute(book)
    follow_links(book)


def _ids(in_order: list[str], known: dict[str, Any] | None) -> dict[str, int]:
    """Each tab's id: the one that it had in an earlier export, else 0 for the first, as Google
    does, and for the others numbers that stay the same from run to run."""
    earlier = remember.title_ids(known)
    ids: dict[str, int] = {title: earlier[title] for title in in_order if title in earlier}
    for number, title in enumerate(in_order):
        wanted = 0 if number == 0 else 1_000_000 + number * 7919
        while title not in ids and wanted in ids.values():
            wanted += 1
        ids.setdefault(title, wanted)
    return {title: ids[title] for title in in_order}


def _is_mac(workbook: Any) -> bool:
    from openpyxl.utils.datetime import MAC_EPOCH

    return bool(workbook.epoch == MAC_EPOCH)


def _looked_up(data: bytes) -> tuple[dict[str, Any] | None, dict[str, Cached]]:
    """What an earlier export noted, and the cached results by tab title and 0-based place."""
    found: dict[str, Cached] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        known = remember.recall(archive)
        names = set(archive.namelist())
        for title, part in parts.sheet_parts(archive).items():
            if part not in names:
                continue
            with archive.open(part) as file:
                found[title] = {
                    place_of(name): cached(kind, text)
                    for name, kind, text in parts.cached_values(file)
                    if name
                }
    return known, found


def place_of(name: str) -> tuple[int, int]:
    """ "B7" -> (6, 1)."""
    letters = name.rstrip("0123456789")
    return int(name[len(letters) :]) - 1, column_index(letters)


def _check(path: Path, book: Book) -> None:
    if not book.sheets:
        raise WorkbookError(
            f"{path} has no tab with cells: there is nothing to show. Add a tab, or choose another"
            " file."
        )
    if book.cell_count > CELL_LIMIT:
        raise WorkbookError(
            f"{path} is too large: its tabs span {book.cell_count:,} cells, where a spreadsheet"
            f" may have {CELL_LIMIT:,}. Delete rows or columns that are formatted but empty."
        )
    if all(sheet.hidden for sheet in book.sheets):
        _show(book.sheets[0])


def _show(sheet: Sheet) -> None:
    sheet.properties = {k: v for k, v in sheet.properties.items() if k != "hidden"}
