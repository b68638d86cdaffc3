"""One tab written to an openpyxl worksheet: cells, sizes, panes, groups, print set-up."""

from __future__ import annotations

import logging
from typing import Any

from localsheets.render.cells import hyperlink
from localsheets.state.bands import band_colour
from localsheets.state.cell import EMPTY, Cell, CellError, Value
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import block_name, letters
from localsheets.wire.ranges import rect_of
from localsheets.xlsx import filters_out, heights, tables_out
from localsheets.xlsx import names as titles
from localsheets.xlsx.arrays_out import Spread, formula_there
from localsheets.xlsx.colours import to_hex
from localsheets.xlsx.names import Names
from localsheets.xlsx.styles_out import StylesOut, font
from localsheets.xlsx.values_in import MAC_OFFSET

Json = dict[str, Any]

log = logging.getLogger("localsheets")

LONGEST_TEXT = 32_767
"""What Excel holds in a cell; Google holds 50,000."""
DEFAULT_COLUMN_PIXELS = 100
AUTHOR = "Note"


class SheetWriter:
    """Writes one tab."""

    def __init__(
        self,
        worksheet: Any,
        sheet: Sheet,
        names: Names,
        styles: StylesOut,
        *,
        mac: bool,
        locale: str,
    ) -> None:
        self.worksheet = worksheet
        self.sheet = sheet
        self.names = names
        self.arrays = Spread(sheet, names)
        self.styles = styles
        self.mac = mac
        self.locale = locale

    def write(self) -> None:
        """Write everything but rules and charts."""
        self._cells()
        for rect in self.sheet.merges:
            self.worksheet.merged_cells.add(block_name(rect))
        self._columns()
        self._rows()
        own = self.sheet.basic_filter
        if own is not None and not self._is_tables(own):
            rect = rect_of(own["range"])
            made = filters_out.auto_filter(self.worksheet, self.sheet, rect, own, self.locale)
            self.worksheet.auto_filter = made

    def _is_tables(self, own: Json) -> bool:
        """Whether a filter is written with its table."""
        return any(
            tables_out.is_filtered(self.sheet, table) and tables_out.fits(self.sheet, table)
            for table in self.sheet.tables
            if own["range"] == table["range"]
        )

    def _cells(self) -> None:
        for row, column, cell in self._places():
            band = None if "backgroundColor" in (cell.format or {}) else self._band(row, column)
            if cell.bare and band is None:
                continue
            target = self.worksheet.cell(row + 1, column + 1)
            link = hyperlink(cell)
            quoted = self._put(target, cell)
            self.styles.dress(
                target, cell.format, band, link=link is not None and cell.filled, text=quoted
            )
            self._link(target, cell, link)
            if cell.note:
                self._note(target, cell.note)

    def _places(self) -> list[tuple[int, int, Cell]]:
        """Cells that have something, and those that banding colours."""
        found = {(row, column): cell for row, column, cell in self.sheet.cells()}
        for band in self.sheet.banded:
            rect = rect_of(band["range"])
            for row in range(rect.top, rect.bottom or 0):
                for column in range(rect.left, rect.right or 0):
                    found.setdefault((row, column), EMPTY)
        return [(row, column, cell) for (row, column), cell in sorted(found.items(), key=_place)]

    def _band(self, row: int, column: int) -> str | None:
        colour = band_colour(self.sheet, row, column) if self.sheet.banded else None
        return None if colour is None else to_hex(colour)

    def _put(self, target: Any, cell: Cell) -> bool:
        """Put a cell's content; answers whether it is text that looks like a formula."""
        if cell.formula is not None:
            target.value = formula_there(cell, target.row - 1, target.column - 1, self.names)
            return False
        wrapped = self.arrays.value_there(target.row - 1, target.column - 1, cell)
        if wrapped is not None:
            target.value = wrapped
            return False
        value = cell.value
        if isinstance(value, str) and value:
            return self._text(target, cell, value)
        if isinstance(value, CellError):
            target._value, target.data_type = value.text, "e"
        elif value is not None and value != "":
            target.value = number(value, cell.format, mac=self.mac)
        return False

    def _text(self, target: Any, cell: Cell, value: str) -> bool:
        from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

        text = ILLEGAL_CHARACTERS_RE.sub("", value)
        if len(text) > LONGEST_TEXT:
            log.warning("%s: text cut to %d characters", target.coordinate, LONGEST_TEXT)
            text = text[:LONGEST_TEXT]
        styled = any(set(run.get("format", {})) - {"link"} for run in cell.runs)
        own = (cell.format or {}).get("textFormat", {})
        content: Any = _rich(text, cell.runs, own, self.styles.plain) if styled else text
        target._value, target.data_type = content, "s"
        return text.startswith(("=", "+", "-", "@", "'")) and not styled

    def _link(self, target: Any, cell: Cell, link: str | None) -> None:
        from openpyxl.worksheet.hyperlink import Hyperlink

        if link is None:
            link = next((uri for run in cell.runs if (uri := _uri(run))), None)
        if link is None or cell.formula is not None:
            return
        if link.startswith("#"):
            inside = titles.place(link, self.names)
            if inside is not None:
                made = Hyperlink(ref=target.coordinate, location=inside)
                target._hyperlink = made
                self.worksheet._hyperlinks.append(made)
        else:
            made = Hyperlink(ref=target.coordinate, target=link)
            target._hyperlink = made
            self.worksheet._hyperlinks.append(made)

    def _note(self, target: Any, text: str) -> None:
        from openpyxl.comments import Comment

        lines = text.splitlines() or [text]
        width = min(400, max(144, 7 * max(len(line) for line in lines) + 20))
        height = max(60, 18 * sum(1 + len(line) * 7 // width for line in lines) + 12)
        target.comment = Comment(text, AUTHOR, height=height, width=width)

    def _columns(self) -> None:
        dimensions = self.worksheet.column_dimensions
        for index, meta in sorted(self.sheet.col_meta.items()):
            own = dimensions[letters(index)]
            own.width = width_of(meta.get("pixelSize", DEFAULT_COLUMN_PIXELS))
            own.hidden = bool(meta.get("hiddenByUser"))
        for group in self.sheet.col_groups:
            for index in range(group["range"].get("startIndex", 0), group["range"]["endIndex"]):
                own = dimensions[letters(index)]
                if index not in self.sheet.col_meta:
                    own.width = width_of(DEFAULT_COLUMN_PIXELS)
                own.outlineLevel = max(own.outlineLevel or 0, group["depth"])
        after = self.sheet.grid.get("columnGroupControlAfter", False)
        self.worksheet.sheet_properties.outlinePr.summaryRight = after

    def _rows(self) -> None:
        dimensions = self.worksheet.row_dimensions
        for index, meta in sorted(self.sheet.row_meta.items()):
            own = dimensions[index + 1]
            if meta.get("hiddenByUser") or meta.get("hiddenByFilter"):
                own.hidden = True
            if "pixelSize" in meta:
                own.height = meta["pixelSize"] * 3 / 4
        for index, points in heights.fitted(self.sheet, self.locale).items():
            own = dimensions[index + 1] = _fitted_row(self.worksheet, index + 1, points)
            meta = self.sheet.row_meta.get(index, {})
            own.hidden = bool(meta.get("hiddenByUser") or meta.get("hiddenByFilter"))
        for group in self.sheet.row_groups:
            for index in range(group["range"].get("startIndex", 0), group["range"]["endIndex"]):
                own = dimensions[index + 1]
                own.outlineLevel = max(own.outlineLevel or 0, group["depth"])
        after = self.sheet.grid.get("rowGroupControlAfter", False)
        self.worksheet.sheet_properties.outlinePr.summaryBelow = after


def number(value: Value, look: Json | None, *, mac: bool) -> Value:
    """A value as a file has it; a date counts from 1904 in a file that does so."""
    if not mac or isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    kind = ((look or {}).get("numberFormat") or {}).get("type")
    return value - MAC_OFFSET if kind in ("DATE", "DATE_TIME") else value


def _fitted_row(worksheet: Any, number: int, points: float) -> Any:
    """A row as high as its text needs, which Excel may fit anew when somebody types in it."""
    from openpyxl.worksheet.dimensions import RowDimension

    class Fitted(RowDimension):
        customHeight = False  # noqa: N815 - openpyxl's name

    return Fitted(worksheet, index=number, ht=points)


def _place(item: tuple[tuple[int, int], Cell]) -> tuple[int, int]:
    return item[0]


def _uri(run: Json) -> str | None:
    uri = (run.get("format", {}).get("link") or {}).get("uri")
    return None if uri is None else str(uri)


def _rich(text: str, runs: tuple[Json, ...], own: Json, plain: Any) -> Any:
    """Text in runs as openpyxl's rich text; ``own`` is the cell's look, which runs change."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock

    parts: list[Any] = []
    starts = [run.get("startIndex", 0) for run in runs]
    if starts[0] > 0:
        parts.append(text[: starts[0]])
    for number, run in enumerate(runs):
        end = starts[number + 1] if number + 1 < len(runs) else len(text)
        piece = text[starts[number] : end]
        look = run.get("format", {})
        if piece and look:
            whole = font({**own, **look}, plain, link="link" in look)
            parts.append(TextBlock(_inline(whole), piece))
        elif piece:
            parts.append(piece)
    return CellRichText(*parts)


def _inline(whole: Any) -> Any:
    """A font as rich text has it."""
    from openpyxl.cell.text import InlineFont

    return InlineFont(
        rFont=whole.name,
        sz=whole.sz,
        b=whole.b or None,
        i=whole.i or None,
        strike=whole.strike or None,
        u=whole.u,
        color=whole.color,
    )


def width_of(pixels: int) -> float:
    """A column's pixels as Excel's width in characters."""
    return round(max(0.0, (pixels - 5) / 7), 2) if pixels >= 12 else round(pixels / 12, 2)


NARROW_MARGINS = {
    "left": 0.4,
    "right": 0.4,
    "top": 0.5,
    "bottom": 0.6,
    "header": 0.3,
    "footer": 0.3,
}
"""Inches: a wide table keeps its letters readable on one page's width."""


def set_up_print(worksheet: Any, sheet: Sheet) -> None:
    """Print set-up of a tab of ours: landscape, fit to width, header repeated, pages counted.

    One with charts and no frozen heading is a page rather than a table: upright, and on one.
    """
    frozen = sheet.grid.get("frozenRowCount", 0)
    whole = bool(sheet.charts and sheet.row_count and not frozen)
    worksheet.page_setup.orientation = "portrait" if whole else "landscape"
    worksheet.page_setup.fitToWidth = 1
    worksheet.page_setup.fitToHeight = int(whole)
    if whole:  # the figures behind the charts stand to the right of them
        worksheet.print_area = f"A1:{letters(_charted(sheet))}{sheet.row_count}"
    worksheet.sheet_properties.pageSetUpPr.fitToPage = True
    for side, inches in NARROW_MARGINS.items():
        setattr(worksheet.page_margins, side, inches)
    if frozen:
        worksheet.print_title_rows = f"1:{frozen}"
    worksheet.oddFooter.center.text = "Page &P of &N"
    worksheet.oddFooter.left.text = "&A"


def _charted(sheet: Sheet) -> int:
    """The last column, from 0, at which a chart stands."""
    anchors = [
        chart["position"].get("overlayPosition", {}).get("anchorCell", {}) for chart in sheet.charts
    ]
    return max(int(anchor.get("columnIndex", 0)) for anchor in anchors)


def is_dressed(worksheet: Any, sheet: Sheet) -> bool:
    """Whether a file's tab has the colour, the frozen panes and the grid lines that ours has."""
    colour = worksheet.sheet_properties.tabColor
    own = sheet.properties.get("tabColor")
    if own is not None and (colour is None or colour.rgb != f"FF{to_hex(own)}"):
        return colour is not None and not isinstance(colour.rgb, str)  # a theme's: as it came
    frozen = sheet.grid.get("frozenRowCount", 0), sheet.grid.get("frozenColumnCount", 0)
    hidden = sheet.grid.get("hideGridlines", False)
    return _frozen(worksheet) == frozen and worksheet.sheet_view.showGridLines is not hidden


def _frozen(worksheet: Any) -> tuple[int, int]:
    pane = worksheet.sheet_view.pane
    return (int(pane.ySplit or 0), int(pane.xSplit or 0)) if pane is not None else (0, 0)


def set_properties(worksheet: Any, sheet: Sheet, title: str) -> None:
    """Title, visibility, colour, frozen panes, grid lines: of any tab, rewritten or not."""
    if worksheet.title != title:
        worksheet.title = title
    if sheet.hidden != (worksheet.sheet_state != "visible"):
        worksheet.sheet_state = "hidden" if sheet.hidden else "visible"
    colour = sheet.properties.get("tabColor")
    if colour is not None:
        worksheet.sheet_properties.tabColor = f"FF{to_hex(colour)}"
    rows, columns = sheet.grid.get("frozenRowCount", 0), sheet.grid.get("frozenColumnCount", 0)
    if (rows, columns) != _frozen(worksheet):
        where = f"{letters(columns)}{rows + 1}"
        worksheet.freeze_panes = where if rows or columns else None
    worksheet.sheet_view.showGridLines = not sheet.grid.get("hideGridlines", False)
