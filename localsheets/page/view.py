"""What a spreadsheet's page shows, ready for the template."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, quote

from localsheets.formats.breadth import pixels
from localsheets.page.conditional import looks as conditional_looks
from localsheets.page.looks import Looks, wraps
from localsheets.render.cells import hyperlink, shown_text
from localsheets.render.constants import COLUMN_PIXELS, ROW_PIXELS
from localsheets.state.bands import band_colour
from localsheets.state.book import Book
from localsheets.state.cell import EMPTY, Cell, CellError
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, letters
from localsheets.xlsx.colours import to_hex

Json = dict[str, Any]

MOST_ROWS = 1500
SPARE_ROWS, SPARE_COLUMNS = 12, 3
FEWEST_ROWS, FEWEST_COLUMNS = 40, 16


@dataclass(slots=True)
class CellView:
    """One cell of the page."""

    name: str
    text: str = ""
    css: str = ""
    entered: str = ""
    """What the formula bar shows."""
    note: str = ""
    href: str = ""
    rowspan: int = 1
    colspan: int = 1
    list_: bool = False
    overflow: int = 0
    """Empty cells to the right that the text runs over."""
    error: str = ""


@dataclass(slots=True)
class RowView:
    """One row of the page."""

    number: int
    height: int | None
    cells: list[CellView]
    frozen: bool = False


@dataclass(slots=True)
class TabView:
    """One tab in the bar at the bottom."""

    title: str
    gid: int
    current: bool
    hidden: bool
    colour: str = ""


@dataclass(slots=True)
class SheetView:
    """A tab's page."""

    title: str
    gid: int
    columns: list[tuple[str, int, bool]]
    """Letters, pixels, whether frozen."""
    rows: list[RowView]
    tabs: list[TabView]
    styles: str
    gridlines: bool
    left_out: int = 0
    """Rows with values that the page does not show."""
    charts: list[Json] = field(default_factory=list)

    @property
    def width(self) -> int:
        """Pixels of all columns."""
        return sum(pixels for _, pixels, _ in self.columns)


def tabs(book: Book, current: Sheet) -> list[TabView]:
    """The tabs, hidden ones last."""
    made = [
        TabView(
            sheet.title,
            sheet.id,
            sheet is current,
            sheet.hidden,
            f"#{to_hex(colour)}" if (colour := sheet.properties.get("tabColor")) else "",
        )
        for sheet in book.sheets
    ]
    return [t for t in made if not t.hidden] + [t for t in made if t.hidden]


class SheetPage:
    """Builds one tab's page."""

    def __init__(self, book: Book, sheet: Sheet, *, every_row: bool = False) -> None:
        self.book = book
        self.sheet = sheet
        self.looks = Looks(book.locale)
        used = self._used()
        limit = used.bottom or 0
        if not every_row:
            limit = min(limit, MOST_ROWS)
        self.left_out = max(0, sheet.last_filled_row() - limit)
        self.rows = [n for n in range(limit) if not _hidden(sheet.row_meta.get(n))]
        self.columns = [n for n in range(used.right or 0) if not _hidden(sheet.col_meta.get(n))]
        self.extra = conditional_looks(book, sheet, Rect(0, 0, limit, used.right))
        self.spans, self.covered = self._merges()

    def _used(self) -> Rect:
        """The part of the grid to show: what is filled, and a little more."""
        sheet = self.sheet
        bottom, right = sheet.extent()
        for chart in sheet.charts:
            anchor = chart["position"]["overlayPosition"].get("anchorCell", {})
            bottom = max(bottom, anchor.get("rowIndex", 0) + 18)
            right = max(right, anchor.get("columnIndex", 0) + 6)
        return Rect(
            0,
            0,
            min(sheet.row_count, max(bottom + SPARE_ROWS, FEWEST_ROWS)),
            min(sheet.column_count, max(right + SPARE_COLUMNS, FEWEST_COLUMNS)),
        )

    def view(self) -> SheetView:
        """The page's values."""
        sheet = self.sheet
        frozen_rows = sheet.grid.get("frozenRowCount", 0)
        frozen_columns = sheet.grid.get("frozenColumnCount", 0)
        rows = [
            RowView(number + 1, self._height(number), self._row(number), number < frozen_rows)
            for number in self.rows
        ]
        columns = [(letters(n), self._width(n), n < frozen_columns) for n in self.columns]
        return SheetView(
            title=sheet.title,
            gid=sheet.id,
            columns=columns,
            rows=rows,
            tabs=tabs(self.book, sheet),
            styles=self.looks.sheet,
            gridlines=not sheet.grid.get("hideGridlines"),
            left_out=self.left_out,
        )

    def _height(self, row: int) -> int | None:
        size = self.sheet.row_meta.get(row, {}).get("pixelSize")
        return None if size is None else int(size)

    def _width(self, column: int) -> int:
        return int(self.sheet.col_meta.get(column, {}).get("pixelSize", COLUMN_PIXELS))

    def _merges(self) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
        """First visible cell of each merge -> its spans over visible ones; the cells covered."""
        spans: dict[tuple[int, int], tuple[int, int]] = {}
        covered: set[tuple[int, int]] = set()
        for merge in self.sheet.merges:
            rows = [row for row in self.rows if merge.top <= row < (merge.bottom or 0)]
            columns = [col for col in self.columns if merge.left <= col < (merge.right or 0)]
            if not rows or not columns:
                continue
            covered |= {(row, col) for row in rows for col in columns}
            spans[rows[0], columns[0]] = (len(rows), len(columns))
        return spans, covered - spans.keys()

    def _source(self, row: int, column: int) -> Cell:
        """The cell that a place shows: of a merge its first one, hidden or not."""
        if (row, column) in self.spans:
            for merge in self.sheet.merges:
                if merge.contains(row, column):
                    return self.sheet.at(merge.top, merge.left)
        return self.sheet.at(row, column)

    def _row(self, row: int) -> list[CellView]:
        cells = []
        for place, column in enumerate(self.columns):
            if (row, column) in self.covered:
                continue
            cell = self._source(row, column)
            band = band_colour(self.sheet, row, column) if self.sheet.banded else None
            made = self._cell(row, column, cell, band)
            made.rowspan, made.colspan = self.spans.get((row, column), (1, 1))
            if cell is not EMPTY and (row, column) not in self.spans:
                made.overflow = self._overflow(row, place, cell, made.text)
            cells.append(made)
        return cells

    def _cell(self, row: int, column: int, cell: Cell, band: Json | None) -> CellView:
        drawn = self._drawn(row, column) if (cell.format or {}).get("borders") else ()
        css = self.looks.name(cell, band, self.extra.get((row, column)), drawn)
        name = f"{letters(column)}{row + 1}"
        if cell is EMPTY:
            return CellView(name, css=css)
        text = shown_text(cell, self.book.locale)
        rule = (cell.validation or {}).get("condition", {}).get("type", "")
        if rule == "BOOLEAN":
            text = "☑" if cell.value is True else "☐"
        return CellView(
            name,
            text=text,
            css=css,
            entered=cell.formula or _plain(cell, text),
            note=cell.note or "",
            href=self._href(cell),
            list_=rule in ("ONE_OF_LIST", "ONE_OF_RANGE"),
            error=cell.value.message if isinstance(cell.value, CellError) else "",
        )

    def _drawn(self, row: int, column: int) -> tuple[str, ...]:
        """The sides on which the neighbour has a line already; two would look thick."""
        above = (self.sheet.at(row - 1, column).format or {}) if row else {}
        before = (self.sheet.at(row, column - 1).format or {}) if column else {}
        return tuple(
            side
            for side, has in (
                ("top", "bottom" in above.get("borders", {})),
                ("left", "right" in before.get("borders", {})),
            )
            if has
        )

    def _href(self, cell: Cell) -> str:
        link = hyperlink(cell)
        if link is None:
            links = [(run["format"].get("link") or {}).get("uri") for run in cell.runs]
            link = next((uri for uri in links if uri), None)
        return address(link) if link else ""

    def _overflow(self, row: int, place: int, cell: Cell, text: str) -> int:
        """How many empty cells to the right a text runs over, estimated by its length."""
        if not isinstance(cell.value, str) or wraps(cell) or "\n" in text:
            return 0
        look = cell.format or {}
        if look.get("horizontalAlignment", "LEFT") != "LEFT" or look.get("wrapStrategy") == "CLIP":
            return 0
        letters_ = look.get("textFormat", {})
        breadth = pixels(text, letters_.get("fontSize", 10), bold=bool(letters_.get("bold")))
        left = breadth - self._width(self.columns[place]) + 6
        count = 0
        for column in self.columns[place + 1 :]:
            free = not self.sheet.at(row, column).filled and (row, column) not in self.covered
            if left <= 0 or not free or (row, column) in self.spans:
                break
            left -= self._width(column)
            count += 1
        return count


def _plain(cell: Cell, text: str) -> str:
    """What was typed, for the formula bar: a number in full, a date as it is shown."""
    if isinstance(cell.value, bool) or not isinstance(cell.value, (int, float)):
        return text if not isinstance(cell.value, str) else cell.value
    kind = ((cell.format or {}).get("numberFormat") or {}).get("type", "")
    return text if kind in ("DATE", "TIME", "DATE_TIME") else repr(cell.value)


def address(link: str) -> str:
    """A link as the page can follow it: Google's "#gid=7&range=B7" leads to our own page."""
    if link.startswith("#"):
        parts = parse_qs(link[1:])
        if "gid" not in parts:
            return ""
        block = parts.get("range", ["A1"])[0]
        return f"?gid={quote(parts['gid'][0])}#{quote(block, safe=':')}"
    scheme = link.split(":", 1)[0].casefold()
    return link if scheme in ("http", "https", "mailto") else ""


def _hidden(meta: Json | None) -> bool:
    return bool(meta and (meta.get("hiddenByUser") or meta.get("hiddenByFilter")))


__all__ = ["ROW_PIXELS", "SheetPage", "SheetView", "address", "tabs"]
