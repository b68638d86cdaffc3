"""Tables of the API as Excel's: with their names, headers, totals and filters.

Excel wants of a table a name that is a name there, header cells that are texts and all different,
at least one row below, no merges and no other filter across it. What is not so stays cells, and is
a table again by our own part of the file alone.
"""

from __future__ import annotations

import logging
import re
from typing import Any

from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, block_name
from localsheets.wire.ranges import rect_of
from localsheets.xlsx import filters_out
from localsheets.xlsx.names import Names

Json = dict[str, Any]

log = logging.getLogger("localsheets")

LONGEST_NAME = 255
STYLE = "TableStyleMedium2"
"""What Excel itself gives a new table."""
_CELL = re.compile(r"[A-Z]{1,3}\d+|[RC]\d*|R\d+C\d+", re.I)


def excel_name(name: str) -> str:
    """A table's name as Excel allows it: letters, figures and underscores, and no cell's name."""
    made = re.sub(r"[^\w.]", "_", name)[:LONGEST_NAME] or "_"
    is_name = re.match(r"[^\W\d]|_", made) and not _CELL.fullmatch(made)
    return made if is_name else f"_{made}"[:LONGEST_NAME]


def fits(sheet: Sheet, table: Json) -> bool:
    """Whether Excel can have a table of this range and these headers."""
    rect = rect_of(table["range"])
    if rect.height < 2 + has_totals(table):
        return False
    heads = [sheet.at(rect.top, column) for column in range(rect.left, rect.right or 0)]
    texts = [head.value for head in heads if head.formula is None and isinstance(head.value, str)]
    names = {text.casefold() for text in texts if text.strip()}
    if len(names) < rect.width or any(merge.meets(rect) for merge in sheet.merges):
        return False
    return sheet.basic_filter is None or is_filtered(sheet, table) or not _crosses(sheet, rect)


def has_totals(table: Json) -> bool:
    """Whether its last row is a footer."""
    return "footerColorStyle" in (table.get("rowsProperties") or {})


def is_filtered(sheet: Sheet, table: Json) -> bool:
    """Whether the tab's filter is the table's."""
    own = sheet.basic_filter or {}
    return (
        bool(own)
        and table["tableId"] == own.get("tableId", table["tableId"])
        and (own["range"] == table["range"])
    )


def _crosses(sheet: Sheet, rect: Rect) -> bool:
    return rect_of((sheet.basic_filter or {})["range"]).meets(rect)


def tables(worksheet: Any, sheet: Sheet, before: dict[str, Any], names: Names, locale: str) -> None:
    """Write a tab's tables. ``before`` are those that the tab had in the file, by their names: one
    of the same name keeps its style and its columns' formulas."""
    taken = _names(worksheet.parent) | names.ranges
    for table in sheet.tables:
        if not fits(sheet, table):
            log.warning("%s: a table is exported as cells: %s", sheet.title, table["name"])
            continue
        name, number = excel_name(table["name"]), 1
        while name.casefold() in taken:
            number += 1
            name = f"{excel_name(table['name'])[: LONGEST_NAME - 4]}_{number}"
        taken.add(name.casefold())
        worksheet.tables.add(_table(worksheet, sheet, table, name, before.get(name), locale))


def _names(workbook: Any) -> set[str]:
    named = {str(name).casefold() for name in workbook.defined_names}
    return named.union(*({str(t).casefold() for t in ws.tables} for ws in workbook.worksheets))


def _table(
    worksheet: Any, sheet: Sheet, table: Json, name: str, before: Any | None, locale: str
) -> Any:
    from openpyxl.worksheet.filters import AutoFilter
    from openpyxl.worksheet.table import Table, TableStyleInfo

    rect = rect_of(table["range"])
    totals = has_totals(table)
    inner = Rect(rect.top, rect.left, (rect.bottom or 0) - totals, rect.right)
    made: Any = Table(displayName=name, ref=block_name(rect), totalsRowCount=1 if totals else None)
    made.tableColumns = _columns(sheet, rect, before, totals=totals)
    made.autoFilter = AutoFilter(ref=block_name(inner))
    if is_filtered(sheet, table):
        own = sheet.basic_filter or {}
        made.autoFilter = filters_out.auto_filter(worksheet, sheet, inner, own, locale)
        made.sortState, made.autoFilter.sortState = made.autoFilter.sortState, None
    made.tableStyleInfo = TableStyleInfo(name=STYLE, showRowStripes=True)
    if before is not None:
        made.tableStyleInfo = before.tableStyleInfo
    return made


def _columns(sheet: Sheet, rect: Rect, before: Any | None, *, totals: bool) -> list[Any]:
    from openpyxl.worksheet.table import TableColumn

    old = {column.name: column for column in before.tableColumns} if before is not None else {}
    made: list[Any] = []
    for number, place in enumerate(range(rect.left, rect.right or 0), 1):
        name = str(sheet.at(rect.top, place).value)
        column: Any = TableColumn(id=number, name=name)
        if name in old:
            column.calculatedColumnFormula = old[name].calculatedColumnFormula
            if totals:
                column.totalsRowFunction = old[name].totalsRowFunction
                column.totalsRowLabel = old[name].totalsRowLabel
                column.totalsRowFormula = old[name].totalsRowFormula
        made.append(column)
    return made
