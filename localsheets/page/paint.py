"""Rows of a tab as the HTML of a table's rows: what shows, and what a cell says when selected."""

from __future__ import annotations

from typing import Any

from localsheets.formulas.conditional import looks as conditional_looks
from localsheets.page.axis import Axis
from localsheets.page.heads import row_head
from localsheets.page.looks import Around, Looks, draws, side_of, turned, wraps
from localsheets.page.overflow import PADDING, Overflow, Run
from localsheets.page.spans import Spans, spans
from localsheets.page.text import content, safe
from localsheets.render.cells import shown_text
from localsheets.state.bands import band_colour
from localsheets.state.book import Book
from localsheets.state.cell import EMPTY, Cell, CellError
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, letters
from localsheets.wire.ranges import rect_of

Json = dict[str, Any]
Line = dict[int, Cell]


class Painter:
    """Paints rows of one tab. Every line between two cells is drawn once, by the cell above it or
    left of it."""

    def __init__(self, book: Book, sheet: Sheet, rows: Axis, columns: Axis, shown: list[int]):
        self.book, self.sheet = book, sheet
        self.rows, self.columns = rows, columns
        self.shown = shown
        self.looks = Looks(book.locale)
        self._lines: dict[int, Line] = {}
        self._edged: set[int] = set()
        """Rows with a cell that has a border, or whose merged cells may end at one."""
        self._spans = Spans()
        self._overflow = Overflow(columns, shown, self._spans, book.locale)
        self._extra: dict[tuple[int, int], Json] = {}
        found = (sheet.basic_filter or {}).get("range")
        self._filter = rect_of(found).clamp(rows.count, columns.count) if found else None

    def html(self, start: int, end: int) -> str:
        """The rows of a stretch that show, as ``<tr>`` elements."""
        visible = self.rows.visible(start, end)
        if not visible or not self.shown:
            return ""
        below = self.rows.visible(end, min(self.rows.count, end + 200))[:1]
        right = self.shown[-1] + 2
        self._lines = {
            row: {
                column: cell for _, column, cell in self.sheet.cells(Rect(row, 0, row + 1, right))
            }
            for row in (*visible, *below)
        }
        self._edged = {row for row, line in self._lines.items() if _has_borders(line)}
        self._spans = spans(self.sheet.merges, visible, self.shown)
        self._edged.update(row for row, _ in self._spans.merges)
        self._overflow = Overflow(self.columns, self.shown, self._spans, self.book.locale)
        block = Rect(visible[0], self.shown[0], visible[-1] + 1, self.shown[-1] + 1)
        self._extra = conditional_looks(self.book, self.sheet, block)
        following = [*visible[1:], *(below or [-1])]
        return "".join(self._row(row, after) for row, after in zip(visible, following, strict=True))

    def _row(self, row: int, after: int) -> str:
        size = self.rows.given_size(row)
        height = f" height={size}" if size is not None else ""
        runs = self._overflow.runs(row, self._lines[row])
        crossed = {
            place + step
            for place, (before, over) in runs.items()
            for step in (*range(-before.cells, 0), *range(over.cells))
        }
        cells = "".join(
            self._cell(row, place, after, runs.get(place), place in crossed)
            for place, column in enumerate(self.shown)
            if (row, column) not in self._spans.covered
        )
        head = row_head(self.rows, row, self._filter)
        return f"<tr id=r{row + 1} aria-rowindex={row + 1}{height}>{head}{cells}</tr>"

    def _cell(self, row: int, place: int, after: int, run: Run | None, crossed: bool) -> str:
        column = self.shown[place]
        cell = self._source(row, column)
        band = band_colour(self.sheet, row, column) if self.sheet.banded else None
        extra = self._extra.get((row, column), {})
        edged = row in self._edged or after in self._edged
        lines = self._borders(row, place, after) if edged else {}
        plain = cell is EMPTY and not (extra or band or lines or crossed)
        name = "" if plain else self.looks.cell(cell, Around(extra, band, lines, crossed))
        attributes = f"<td id={letters(column)}{row + 1}"
        size = self._spans.sizes.get((row, column))
        if size is not None:
            attributes += f" rowspan={size[0]} colspan={size[1]}"
        inner = self._inner(row, place, cell, run) if cell is not EMPTY else ""
        if self._filter and row == self._filter.top and self._filter.contains(row, column):
            side = " before" if side_of(cell) == "RIGHT" else ""
            side = " inline" if wraps(cell) else side
            inner += f'<i class="filter{side}" role="img" aria-label="Filter"></i>'
        classes = [name] if name else []
        classes += ["ov"] if run or inner.startswith('<div class="turn') else []
        classes += ["has"] if inner.endswith('"Filter"></i>') else []
        classes += ["fz", f"f{column}"] if column < self.columns.frozen else []
        if classes:
            attributes += f' class="{" ".join(classes)}"'
        return f"{attributes}{self._said(cell)}>{inner}"

    def _source(self, row: int, column: int) -> Cell:
        """The cell that a place shows: of a merge its first one, hidden or not."""
        merge = self._spans.merges.get((row, column))
        if merge is not None:
            return self.sheet.at(merge.top, merge.left)
        return self._lines[row].get(column, EMPTY)

    def _said(self, cell: Cell) -> str:
        """What the formula bar and the corner mark say, where it is more than what shows."""
        if cell is EMPTY:
            return ""
        text = shown_text(cell, self.book.locale)
        entered = cell.formula or _plain(cell, text)
        made = f' data-f="{safe(entered)}"' if entered != text else ""
        if cell.note:
            made += f' data-n="{safe(cell.note)}"'
        if isinstance(cell.value, CellError):
            made += f' data-bad="{safe(cell.value.message or cell.value.text)}"'
        if cell.validation:
            made += f' data-t="{safe(text)}"'
        return made

    def _inner(self, row: int, place: int, cell: Cell, run: Run | None) -> str:
        text = shown_text(cell, self.book.locale)
        made = content(cell, text, self.looks)
        box, turn = turned(cell, self._overflow.breadth(cell))
        if box:
            made = f'<span class="{self.looks.name(turn)}">{made}</span>' if turn else made
            return f'<div class="turn {self.looks.name(box)}">{made}</div>'
        if run:
            before, over = run
            rules = [f"width:{self._overflow.room(place) + before.pixels + over.pixels}px"]
            rules += [f"margin-left:-{before.pixels}px"] if before.pixels else []
            rules += self._within_pane(place)
            return f'<div class="over {self.looks.name(rules)}">{made}</div>'
        height = self.rows.given_size(row)
        if height is not None and made and (wraps(cell) or "\n" in text):
            rule = f"max-height:{max(1, height - 5)}px"
            return f'<div class="clip {self.looks.name([rule])}">{made}</div>'
        return made

    def _within_pane(self, place: int) -> list[str]:
        """How broad a text may be once the columns beside its frozen one have moved on."""
        pane = [column for column in self.shown[place:] if column < self.columns.frozen]
        return [f"--pane:{sum(map(self.columns.size, pane)) - PADDING}px"] if pane else []

    def _borders(self, row: int, place: int, after: int) -> dict[str, Json]:
        """The lines that a cell draws: below and to the right; on the tab's edge all."""
        column = self.shown[place]
        merge = self._spans.merges.get((row, column))
        last_row, last_place = row, place
        if merge is not None:
            down, across = self._spans.sizes[row, column]
            stretch = self.rows.visible(row, merge.bottom or 0)
            last_row, last_place = stretch[down - 1], place + across - 1
            after = next(iter(self.rows.visible(last_row + 1, self.rows.count)), -1)
        last_column = self.shown[last_place]
        following = self.shown[last_place + 1] if last_place + 1 < len(self.shown) else -1
        found = {
            "bottom": self._line(last_row, column, "bottom") or self._line(after, column, "top"),
            "right": self._line(row, last_column, "right") or self._line(row, following, "left"),
        }
        if row == 0:
            found["top"] = self._line(row, column, "top")
        if place == 0:
            found["left"] = self._line(row, column, "left")
        return {side: line for side, line in found.items() if line is not None}

    def _line(self, row: int, column: int, side: str) -> Json | None:
        """A side of a cell that has a line."""
        if row < 0 or column < 0:
            return None
        cell = self._lines[row].get(column) if row in self._lines else self.sheet.at(row, column)
        line = ((cell.format if cell else None) or {}).get("borders", {}).get(side)
        return line if draws(line) else None


def _has_borders(line: Line) -> bool:
    return any(cell.format is not None and "borders" in cell.format for cell in line.values())


def _plain(cell: Cell, text: str) -> str:
    """What was typed, for the formula bar: a number in full, a date as it is shown."""
    if isinstance(cell.value, bool) or not isinstance(cell.value, (int, float)):
        return text if not isinstance(cell.value, str) else cell.value
    kind = ((cell.format or {}).get("numberFormat") or {}).get("type", "")
    if kind in ("DATE", "TIME", "DATE_TIME"):
        return text
    if kind == "PERCENT":
        return f"{cell.value * 100:.12g}%"
    return repr(cell.value)
