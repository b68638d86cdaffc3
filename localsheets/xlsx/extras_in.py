"""What lies on a worksheet besides its cells: links, notes, lists, merges, rules, names."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote as escape

from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, parse_block, split_tab
from localsheets.wire.ranges import grid_range
from localsheets.xlsx.colours import to_api
from localsheets.xlsx.styles_in import Styles
from localsheets.xlsx.values_in import formula_of, text_of

Json = dict[str, Any]

MOST_VALIDATED = 20_000
"""Cells of one list of allowed values; a list over a whole column ends at the grid or here."""
_CONDITIONS = {
    "greaterThan": "NUMBER_GREATER",
    "greaterThanOrEqual": "NUMBER_GREATER_THAN_EQ",
    "lessThan": "NUMBER_LESS",
    "lessThanOrEqual": "NUMBER_LESS_THAN_EQ",
    "equal": "NUMBER_EQ",
    "notEqual": "NUMBER_NOT_EQ",
    "between": "NUMBER_BETWEEN",
    "notBetween": "NUMBER_NOT_BETWEEN",
}


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


def basic_filter(sheet: Sheet, worksheet: Any) -> None:
    """The filter's range; which rows it hides is known from the rows."""
    reference = worksheet.auto_filter.ref
    if reference:
        rect = rect_of(reference).clamp(sheet.row_count, sheet.column_count)
        if rect.height > 0 and rect.width > 0:
            sheet.basic_filter = {"range": grid_range(sheet.id, rect)}


def validations(sheet: Sheet, worksheet: Any) -> None:
    """Lists of allowed values; other checks of a file are left alone."""
    found = worksheet.data_validations
    for rule in found.dataValidation if found else ():
        made = _list_rule(rule)
        if made is None:
            continue
        for part in rule.sqref.ranges:
            _validate(sheet, part, made)


def _list_rule(rule: Any) -> Json | None:
    if rule.type != "list" or not rule.formula1:
        return None
    text = str(rule.formula1)
    if text.startswith('"'):
        values = [{"userEnteredValue": part.strip()} for part in text.strip('"').split(",")]
        condition = {"type": "ONE_OF_LIST", "values": values}
    else:
        shown = text if text.startswith("=") else f"={text}"
        condition = {"type": "ONE_OF_RANGE", "values": [{"userEnteredValue": shown}]}
    made: Json = {"condition": condition, "showCustomUi": True}
    if rule.errorStyle in (None, "stop") and rule.showErrorMessage:
        made["strict"] = True
    if rule.prompt:
        made["inputMessage"] = str(rule.prompt)
    return made


def _validate(sheet: Sheet, part: Any, made: Json) -> None:
    bottom = min(part.max_row, sheet.row_count)
    right = min(part.max_col, sheet.column_count)
    left = MOST_VALIDATED
    for row in range(part.min_row - 1, bottom):
        for column in range(part.min_col - 1, right):
            sheet.put(row, column, sheet.at(row, column).but(validation=made))
            left -= 1
            if not left:
                return


def conditional_formats(sheet: Sheet, worksheet: Any, styles: Styles) -> None:
    """Rules that compare a cell with a value, or that a formula decides; others are left alone."""
    for block in worksheet.conditional_formatting:
        ranges = [
            grid_range(sheet.id, rect)
            for part in block.sqref.ranges
            if (rect := _on_grid(sheet, part)) is not None
        ]
        for rule in block.rules if ranges else ():
            condition = _condition(rule)
            if condition is not None and rule.dxf is not None:
                look = _look(rule.dxf, styles)
                boolean = {"condition": condition, "format": look}
                sheet.conditional.append({"ranges": ranges, "booleanRule": boolean})


def _on_grid(sheet: Sheet, part: Any) -> Rect | None:
    rect = Rect(part.min_row - 1, part.min_col - 1, part.max_row, part.max_col)
    closed = rect.clamp(sheet.row_count, sheet.column_count)
    return closed if closed.height > 0 and closed.width > 0 else None


def _condition(rule: Any) -> Json | None:
    formulas = [str(text) for text in rule.formula or ()]
    if rule.type == "expression" and formulas:
        values = [{"userEnteredValue": formula_of(formulas[0])}]
        return {"type": "CUSTOM_FORMULA", "values": values}
    if rule.type != "cellIs" or rule.operator not in _CONDITIONS or not formulas:
        return None
    text = formulas[0]
    if text.startswith('"') and rule.operator == "equal":
        return {"type": "TEXT_EQ", "values": [{"userEnteredValue": text.strip('"')}]}
    values = [{"userEnteredValue": _operand(text)} for text in formulas]
    return {"type": _CONDITIONS[rule.operator], "values": values}


def _operand(text: str) -> str:
    return text if re.fullmatch(r"-?\d+(\.\d+)?", text) else f"={text.lstrip('=')}"


def _look(dxf: Any, styles: Styles) -> Json:
    made: Json = {}
    colour = None
    if dxf.fill is not None:
        colour = to_api(dxf.fill.bgColor, styles.theme)
    if colour:
        made |= {"backgroundColor": colour, "backgroundColorStyle": {"rgbColor": colour}}
    text = styles.font(dxf.font)
    text.pop("fontSize", None)
    text.pop("fontFamily", None)
    if text:
        made["textFormat"] = text
    return made


def named_ranges(book: Book, workbook: Any) -> None:
    """Names of one block each; names of constants, formulas and print areas are left out."""
    for name, defined in workbook.defined_names.items():
        text = str(defined.attr_text or "")
        tab, block = split_tab(text.lstrip("="))
        sheet = book.titled(tab) if tab else None
        rect = parse_block(block.replace("$", "")) if sheet else None
        if sheet is None or rect is None or name.startswith("_xlnm"):
            continue
        closed = rect.clamp(sheet.row_count, sheet.column_count)
        if closed.height > 0 and closed.width > 0:
            made = {"name": name, "range": grid_range(sheet.id, closed)}
            book.named.append({"namedRangeId": f"name-{len(book.named) + 1}", **made})
