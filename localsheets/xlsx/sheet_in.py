"""One worksheet of a file into a tab: its cells and the sizes of its rows and columns."""

from __future__ import annotations

from typing import Any

from localsheets.requests.groups import runs
from localsheets.state.book import DEFAULT_COLUMNS, DEFAULT_ROWS, Book
from localsheets.state.cell import EMPTY, Cell, Value
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.xlsx import extras_in, rules_in, tables_in
from localsheets.xlsx.arrays_in import Formulas, Sizes
from localsheets.xlsx.styles_in import Styles
from localsheets.xlsx.values_in import MAC_OFFSET, plain_text, value_of

Json = dict[str, Any]

ROW_LIMIT, COLUMN_LIMIT = 1_048_576, 18_278


def read_sheet(
    book: Book,
    sheet: Sheet,
    worksheet: Any,
    styles: Styles,
    results: dict[tuple[int, int], Value],
    sizes: Sizes,
    *,
    mac: bool,
) -> None:
    """Fill a tab from an openpyxl worksheet and the cached results of its formulas."""
    _cells(sheet, worksheet, styles, results, sizes, mac=mac)
    _size(sheet)
    extras_in.links_and_notes(book, sheet, worksheet)
    rules_in.validations(sheet, worksheet, book.locale)
    extras_in.merges(sheet, worksheet)
    _rows(sheet, worksheet)
    _columns(sheet, worksheet)
    extras_in.properties(sheet, worksheet, styles.theme)
    extras_in.group_controls(sheet, worksheet)
    extras_in.basic_filter(book, sheet, worksheet, styles)
    tables_in.read(book, sheet, worksheet, styles)
    rules_in.conditional_formats(sheet, worksheet, styles, book.locale)


def _cells(
    sheet: Sheet,
    worksheet: Any,
    styles: Styles,
    results: dict[tuple[int, int], Value],
    sizes: Sizes,
    *,
    mac: bool,
) -> None:
    formulas = Formulas(sheet, sizes)
    # openpyxl's own dictionary of cells: iter_rows would make a cell for every gap
    for (row, column), source in worksheet._cells.items():
        look = styles.of(source)
        content = source.value
        if content is None and look is None:
            continue
        if source.data_type == "f":
            place = row - 1, column - 1
            value, formula = formulas.read(*place, content, results.get(place))
            cell = Cell(_dated(value, look, mac=mac), formula, look)
        else:
            value = value_of(plain_text(content))
            if source.data_type == "n":
                value = _dated(value, look, mac=mac)
            cell = Cell(value, None, look, runs=styles.runs(content, look))
        if cell != EMPTY:
            sheet.put(row - 1, column - 1, cell)
    formulas.finish()


def _dated(value: Value, look: Json | None, *, mac: bool) -> Value:
    """A date of a file with the 1904 system, in ours."""
    if not mac or not isinstance(value, (int, float)) or isinstance(value, bool):
        return value
    kind = ((look or {}).get("numberFormat") or {}).get("type")
    return value + MAC_OFFSET if kind in ("DATE", "DATE_TIME") else value


def _size(sheet: Sheet) -> None:
    """The grid holds every cell that has something, and is at least as large as a new one."""
    rows, columns = sheet.extent()
    sheet.set_grid(
        rowCount=max(DEFAULT_ROWS, min(rows, ROW_LIMIT)),
        columnCount=max(DEFAULT_COLUMNS, min(columns, COLUMN_LIMIT)),
    )


def _rows(sheet: Sheet, worksheet: Any) -> None:
    filtered = _filtered_rows(worksheet)
    levels: dict[int, int] = {}
    for number, dimension in worksheet.row_dimensions.items():
        index = number - 1
        if index >= sheet.row_count:
            continue
        meta: Json = {}
        if dimension.hidden:
            by_filter = any(rect.contains(index, rect.left) for rect in filtered)
            meta["hiddenByFilter" if by_filter else "hiddenByUser"] = True
        if dimension.ht and dimension.customHeight:
            meta["pixelSize"] = round(dimension.ht * 4 / 3)
        if meta:
            sheet.row_meta[index] = meta
        if dimension.outlineLevel:
            levels[index] = dimension.outlineLevel
    sheet.row_groups = _groups(sheet, levels, "ROWS")


def _filtered_rows(worksheet: Any) -> list[Rect]:
    """The rows that filters with criteria may have hidden."""
    found = [worksheet.auto_filter]
    found += [table.autoFilter for table, _ in tables_in.blocks(worksheet)]
    return [extras_in.rect_of(one.ref) for one in found if one and one.ref and one.filterColumn]


def _columns(sheet: Sheet, worksheet: Any) -> None:
    levels: dict[int, int] = {}
    for dimension in worksheet.column_dimensions.values():
        if dimension.min is None or dimension.max is None:
            continue
        meta: Json = {"hiddenByUser": True} if dimension.hidden else {}
        if dimension.width and dimension.customWidth:
            meta["pixelSize"] = pixels(dimension.width)
        for index in range(dimension.min - 1, min(dimension.max, sheet.column_count)):
            if meta:
                sheet.col_meta[index] = meta
            if dimension.outlineLevel:
                levels[index] = dimension.outlineLevel
    sheet.col_groups = _groups(sheet, levels, "COLUMNS")


def pixels(width: float) -> int:
    """A column's width in characters as pixels, at the default font (7 a digit, 5 padding)."""
    return round(width * 7 + 5) if width >= 1 else round(width * 12)


def _groups(sheet: Sheet, levels: dict[int, int], dimension: str) -> list[Json]:
    own = {"sheetId": sheet.id} if sheet.id else {}
    made: list[Json] = []
    for depth in range(1, max(levels.values(), default=0) + 1):
        deep = sorted(index for index, level in levels.items() if level >= depth)
        for start, end in runs(deep):
            place = {"dimension": dimension, "startIndex": start, "endIndex": end}
            made.append({"range": {**own, **place}, "depth": depth})
    return made
