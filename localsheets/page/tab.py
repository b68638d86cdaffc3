"""One tab as a page shows it: its frame (all but the rows) and its rows, part by part."""

from __future__ import annotations

import json
from hashlib import blake2s
from typing import Any

from localsheets.page.axis import Axis
from localsheets.page.charts import Figure, figures
from localsheets.page.colours import css_colour, own_colour
from localsheets.page.heads import column_heads
from localsheets.page.paint import Painter
from localsheets.page.rendered import rendered
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, block_name, letters
from localsheets.wire.errors import bad
from localsheets.wire.ranges import rect_of

Json = dict[str, Any]

NUMBERS, LEVEL = 46, 20
"""Pixels of the column of row numbers (more for long ones) and of one level of groups."""
MOST_COLUMNS = 500
"""Columns of one page; the rest of a wider tab is a link further."""
MOST_PAGE = 1_000_000
"""Rows of one page: browsers end at about 33 million pixels. The rest is a link further."""
CELLS_OF_PART, MOST_PARTS = 4000, 4000
FEWEST_ROWS, MOST_ROWS = 25, 200
MOST_FROZEN, MOST_ASKED = 300, 20_000
"""Frozen rows that stand still at most, and rows that one request may ask for."""


class Tab:
    """A tab, with what its reader toggled; ``left`` and ``top`` are where the page of a very large
    one begins."""

    def __init__(
        self,
        book: Book,
        sheet: Sheet,
        flips: frozenset[str] = frozenset(),
        left: int = 0,
        top: int = 0,
    ) -> None:
        self.book, self.sheet = book, sheet
        self.key = (sheet.id, flips, left, top)
        """What tells this view from others of the same version of the spreadsheet."""
        self.rows = Axis(sheet, rows=True, flips=flips)
        self.columns = Axis(sheet, rows=False, flips=flips)
        frozen = min(self.columns.frozen, MOST_COLUMNS)
        first = max(left, frozen)
        moving = self.columns.visible(first, self.columns.count)
        self.shown = [*self.columns.visible(0, frozen), *moving[:MOST_COLUMNS]]
        self.next_column = moving[MOST_COLUMNS] if len(moving) > MOST_COLUMNS else None
        self.frozen_rows = min(self.rows.frozen, MOST_FROZEN)
        self.first = max(min(top, self.rows.count), self.frozen_rows)
        self.last = min(self.first + MOST_PAGE, self.rows.count)
        found = (sheet.basic_filter or {}).get("range")
        self._filter = rect_of(found).clamp(self.rows.count, self.columns.count) if found else None

    def parts(self) -> list[tuple[int, int, int]]:
        """The rows below the frozen ones in parts: (start, end, pixels). None cuts a merge."""
        step = max(FEWEST_ROWS, min(MOST_ROWS, CELLS_OF_PART // max(1, len(self.shown))))
        step = max(step, (self.last - self.first) // MOST_PARTS + 1)
        tall = [m for m in self.sheet.merges if 1 < m.height <= 4 * step]
        inside = {row: m.bottom or 0 for m in tall for row in range(m.top + 1, m.bottom or 0)}
        found, start = [], self.first
        while start < self.last:
            end = min(self.last, start + step)
            while end in inside:
                end = inside[end]
            found.append((start, end, self.rows.extent(start, end)))
            start = end
        return found

    def part(self, start: int, end: int) -> Json:
        """Rows of a stretch: ``html``, ``looks`` (class -> declarations) and a ``hash`` of both."""
        if not 0 <= start <= end <= self.rows.count or end - start > MOST_ASKED:
            raise bad(f"There are no rows {start} to {end}.")
        painter = Painter(self.book, self.sheet, self.rows, self.columns, self.shown)
        html = painter.html(start, end)
        return hashed({"html": html, "looks": painter.looks.css})

    def frame(self) -> Json:
        """Everything but the rows, with a ``hash`` of it."""
        sheet = self.sheet
        frozen = self.part(0, self.frozen_rows)
        heads = column_heads(self.rows, self.columns, self.shown, self._filter)
        return hashed(
            {
                "title": sheet.title,
                "book": self.book.title,
                "gid": sheet.id,
                "counts": [self.rows.count, self.columns.count],
                "frozen": [self.frozen_rows, self.columns.frozen],
                "columns": self.shown,
                "hidden": self.rows.hidden,
                "merges": [[m.top, m.left, m.bottom, m.right] for m in sheet.merges],
                "parts": self.parts(),
                "filled": sheet.last_filled_row(),
                "protected": list(self._protected()),
                "head": f"{self._widths()}<thead>{heads}{frozen['html']}</thead>",
                "looks": frozen["looks"],
                "css": self._css(),
                "figures": [each.as_json() for each in self.figures()],
                "tabs": tab_bar(self.book, sheet),
                "further": self._further(),
            }
        )

    def figures(self) -> list[Figure]:
        """The tab's charts."""
        return figures(self.book, self.sheet, self.rows, self.columns)

    @property
    def gutter(self) -> int:
        """Pixels left of the row numbers."""
        return self.rows.depth * LEVEL

    @property
    def numbers(self) -> int:
        """Pixels of the row numbers."""
        return NUMBERS + 8 * max(0, len(str(self.rows.count)) - 5)

    def _widths(self) -> str:
        gutter = f"<col width={self.gutter}>" if self.gutter else ""
        columns = "".join(f"<col width={self.columns.size(n)}>" for n in self.shown)
        return f"<colgroup>{gutter}<col width={self.numbers}>{columns}</colgroup>"

    def _css(self) -> str:
        """What depends on the tab's sizes: the table's width, where frozen columns stand."""
        left = self.gutter + self.numbers
        total = left + sum(self.columns.size(n) for n in self.shown)
        lines = [
            f"#grid{{width:{total}px;--gutter:{self.gutter}px;--numbers:{self.numbers}px;"
            f"--levels:{self.columns.depth}}}"
        ]
        frozen = [n for n in self.shown if n < self.columns.frozen]
        for column in frozen:
            lines.append(f"#grid .f{column}{{left:{left}px}}")
            left += self.columns.size(column)
        if frozen:
            lines.append(f"#grid .fz.f{frozen[-1]}{{border-right:3px solid #bdc1c6}}")
        lines.append(f"#grid{{--frozen:{left}px}}")
        for each in self.book.sheets:
            if (colour := own_colour(each.properties, "tabColor")) is not None:
                lines.append(f".tab{each.id}{{--tab:{css_colour(colour)}}}")
        if self.sheet.grid.get("hideGridlines"):
            lines.append("#grid{--line:transparent}")
        if not self.sheet.is_grid:
            lines.append("#grid{display:none}")
        return "\n".join(lines)

    def _protected(self) -> list[list[Any]]:
        """Blocks that are protected, each with what to say about it."""
        found = []
        for item in self.sheet.protected:
            rect = rect_of(item.get("range", {})).clamp(self.rows.count, self.columns.count)
            said = "Editing shows a warning" if item.get("warningOnly") else "Protected"
            words = str(item.get("description") or "")
            text = f"{said}: {words}" if words else f"{said}: {block_name(rect)}"
            found.append([rect.top, rect.left, rect.bottom, rect.right, text])
        return found

    def _further(self) -> list[list[Any]]:
        """Where a tab that is too large for one page goes on: [top, left, what is there]."""
        found: list[list[Any]] = []
        left = next((n for n in self.shown if n >= self.columns.frozen), 0)
        if left > self.columns.frozen and self.columns.visible(self.columns.frozen, left):
            found.append([self.first, 0, "First columns"])
        if self.next_column is not None:
            text = f"Columns from {letters(self.next_column)}"
            found.append([self.first, self.next_column, text])
        if self.first > self.frozen_rows:
            found.append([0, left, "First rows"])
        if self.last < self.rows.count:
            found.append([self.last, left, f"Rows from {self.last + 1:,}"])
        return found


def hashed(made: Json) -> Json:
    """The same with a ``hash`` of it, by which a page asks whether anything is new."""
    text = json.dumps(made, sort_keys=True).encode()
    return {**made, "hash": blake2s(text, digest_size=8).hexdigest()}


def tab_bar(book: Book, current: Sheet) -> str:
    """The tabs at the bottom, and the menu of all of them, hidden ones too."""
    locked = {
        sheet.id
        for sheet in book.sheets
        if any(rect_of(item.get("range", {})) == Rect() for item in sheet.protected)
    }
    return rendered("tabs.html", sheets=book.sheets, current=current, locked=locked)
