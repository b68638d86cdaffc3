"""What lies on a worksheet besides its cells: links, notes, lists, merges, rules, names."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote as escape

from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, parse_block, split_tab
from localsheets.wire.ranges import grid_range
from localsheets.xlsx import filters_in
from localsheets.xlsx.colours import to_api
from localsheets.xlsx.values_in import text_of

Json = dict[str, Any]


def rect_of(reference: str) -> Rect:
    """A block's name as a file writes it ("$A$1:$C$9"); an unreadable one is the first cell."""
    return parse_block(reference.replace("$", "")) or Rect(0, 0, 1, 1)


def links_and_notes(book: Book, sheet: Sheet, worksheet: Any) -> None:
    """Comments become notes; links go to addresses, or to cells of the spreadsheet."""
    for (row, column), source in worksheet._cells.items():
        comment, link = source.comment, source.hyperlink
        if comment is None and link is None:
            continue
        if row > sheet.row_count or column > sheet.column_count:
            continue
        cell = sheet.at(row - 1, column - 1)
        if comment is not None and comment.text:
            cell = cell.but(note=text_of(comment.text))
        if link is not None:
            cell = cell.but(link=_address(book, sheet, link))
        sheet.put(row - 1, column - 1, cell)


def _address(book: Book, sheet: Sheet, link: Any) -> str | None:
    target, location = str(link.target or ""), str(link.location or "")
    if target.startswith("#"):
        target, location = "", target
    if target:
        return target + (f"#{location}" if location else "")
    if not location:
        return None
    tab, block = split_tab(location.lstrip("#"))
    place = sheet if tab is None else book.titled(tab)
    if place is None or parse_block(block.replace("$", "")) is None:
        return None
    return f"#gid={place.id}&range={escape(block.replace('$', ''), safe=':')}"


_PLACE_LINK = re.compile(r'(HYPERLINK\(\s*")#((?:\'(?:[^\'"]|\'\')+\'|[^"!\']+)![^"]*)"', re.I)


def formula_links(book: Book) -> None:
    """HYPERLINK("#'Tab'!B7") becomes HYPERLINK("#gid=7&range=B7"), which Google understands."""

    def change(match: re.Match[str]) -> str:
        tab, block = split_tab(match[2])
        target = book.titled(tab) if tab else None
        if target is None or parse_block(block.replace("$", "")) is None:
            return match[0]
        return f'{match[1]}#gid={target.id}&range={block.replace("$", "")}"'

    for sheet in book.sheets:
        for row, column, cell in sheet.formula_cells():
            text = _PLACE_LINK.sub(change, cell.formula or "")
            if text != cell.formula:
                sheet.put(row, column, cell.but(formula=text))


def merges(sheet: Sheet, worksheet: Any) -> None:
    """Merged cells, where they lie on the grid."""
    for found in worksheet.merged_cells.ranges:
        rect = Rect(found.min_row - 1, found.min_col - 1, found.max_row, found.max_col)
        if (rect.bottom or 0) > sheet.row_count or (rect.right or 0) > sheet.column_count:
            sheet.set_grid(
                rowCount=max(sheet.row_count, rect.bottom or 0),
                columnCount=max(sheet.column_count, rect.right or 0),
            )
        sheet.merges.append(rect)
    sheet.merges.sort()


def properties(sheet: Sheet, worksheet: Any, theme: tuple[str, ...]) -> None:
    """Frozen panes, visibility, colour, grid lines."""
    view = worksheet.sheet_view
    pane = getattr(view, "pane", None)
    if pane is not None and pane.state in ("frozen", "frozenSplit"):
        frozen = {"frozenRowCount": pane.ySplit, "frozenColumnCount": pane.xSplit}
        for name, count in frozen.items():
            size = sheet.row_count if name == "frozenRowCount" else sheet.column_count
            if count and 0 < int(count) < size:
                sheet.set_grid(**{name: int(count)})
    if view is not None and view.showGridLines is False:
        sheet.set_grid(hideGridlines=True)
    if worksheet.sheet_state != "visible":
        sheet.properties = {**sheet.properties, "hidden": True}
    colour = to_api(worksheet.sheet_properties.tabColor, theme)
    if colour is not None:
        tinted = {"tabColor": colour, "tabColorStyle": {"rgbColor": colour}}
        sheet.properties = {**sheet.properties, **tinted}


def group_controls(sheet: Sheet, worksheet: Any) -> None:
    """On which side of its rows or columns a group's button stands, where there are groups."""
    outline = worksheet.sheet_properties.outlinePr
    if sheet.row_groups and (outline is None or outline.summaryBelow is not False):
        sheet.set_grid(rowGroupControlAfter=True)
    if sheet.col_groups and (outline is None or outline.summaryRight is not False):
        sheet.set_grid(columnGroupControlAfter=True)


def basic_filter(book: Book, sheet: Sheet, worksheet: Any, looks: Any) -> None:
    """The filter's range, criteria and order; which rows it hides is known from the rows."""
    found = worksheet.auto_filter
    if found.ref:
        rect = rect_of(found.ref).clamp(sheet.row_count, sheet.column_count)
        if rect.height > 0 and rect.width > 0:
            said = filters_in.answer(book, sheet, rect, found, looks)
            sheet.basic_filter = {"range": grid_range(sheet.id, rect), **said}
