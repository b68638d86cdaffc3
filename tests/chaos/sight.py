"""What a person sees of a spreadsheet: tabs, headings, lines. Knows nothing of how we keep them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from localsheets.state.book import Book
from localsheets.state.cell import CellError
from localsheets.state.cells import whole
from localsheets.state.sheet import Sheet
from tests.chaos.productions import CODES, NAMES

Value = Any
OURS = "topsheet:rows/"
"""How the hidden corner of a report tab begins; the report's name follows."""
METADATA = "topsheet.report"


@dataclass(frozen=True)
class Seen:
    """A tab as it stands. Rows and columns count from 0."""

    sheet: Sheet
    renamed: Mapping[str, str]
    """Heading -> what a person made of it."""
    headings: tuple[str, ...] = ("Account", "Description")
    """What the row of headings is known by."""

    @cached_property
    def rows(self) -> list[list[Value]]:
        """Every cell's value, blank ones None, down to the end of the grid."""
        width = self.sheet.column_count
        found = []
        for cells in self.sheet.row_objects():
            row = [_value(whole(cell).value) for cell in cells]
            found.append(row + [None] * (width - len(row)))
        return found + [[None] * width for _ in range(self.sheet.row_count - len(found))]

    @property
    def id(self) -> int:
        """The tab's id."""
        return self.sheet.id

    @cached_property
    def heading(self) -> int | None:
        """The row of headings: the first that says them all."""
        wanted = set(self.headings)
        return next((n for n, row in enumerate(self.rows) if wanted <= set(map(str, row))), None)

    def col(self, heading: str) -> int | None:
        """Where a heading stands, under the name that people gave it."""
        if self.heading is None:
            return None
        row, called = self.rows[self.heading], self.renamed.get(heading, heading)
        return row.index(called) if called in row else None

    @cached_property
    def lines(self) -> dict[int, str]:
        """Rows of accounts and totals with what a person calls them: "2200", "2200 total"."""
        return {row: label for row in range(len(self.rows)) if (label := self.label(row))}

    def label(self, row: int) -> str:
        """What a person calls a row: its account, whether it is a total; "" where it has none."""
        account, description = self.col("Account"), self.col("Description")
        if account is None or description is None or row == self.heading:
            return ""
        code, text = self.rows[row][account], str(self.rows[row][description] or "")
        total = "Total" in text
        known = code if code in CODES else ""
        return f"{known} total".strip() if total else known

    def said_by(self, row: int) -> str:
        """The line that a person who types there means; "" where it cannot be told.

        A write that went astray may leave one line's number beside another's name, until it is put
        right. What is typed there is kept, beside one of the two.
        """
        label, description = self.label(row), self.col("Description")
        if label not in CODES or description is None:
            return label
        text = str(self.rows[row][description] or "")
        known = any(name in text for name in NAMES)
        return "" if known and NAMES[CODES.index(label)] not in text else label

    @cached_property
    def accounts(self) -> list[int]:
        """Rows of single accounts."""
        return [row for row, label in self.lines.items() if "total" not in label]

    @cached_property
    def hidden_rows(self) -> set[int]:
        """Rows that are hidden, the filter's doing apart."""
        return {n for n, meta in self.sheet.row_meta.items() if meta.get("hiddenByUser")}

    @cached_property
    def hidden_cols(self) -> set[int]:
        """Columns that are hidden."""
        return {n for n, meta in self.sheet.col_meta.items() if meta.get("hiddenByUser")}

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Every cell that says exactly this."""
        for number, row in enumerate(self.rows):
            for col, cell in enumerate(row):
                if cell == text:
                    yield number, col


def is_marked(book: Book, sheet: int) -> bool:
    """Whether a tab carries our developer metadata."""
    return _told(book, sheet) is not None


def our_report(book: Book, sheet: Sheet) -> str | None:
    """Which report a tab is, by its metadata, else by its corner; None where it is people's."""
    told = _told(book, sheet.id)
    if told is not None:
        return told
    for _, _, cell in sheet.cells():
        if isinstance(cell.value, str) and cell.value.startswith(OURS):
            return cell.value.removeprefix(OURS)
    return None


def _told(book: Book, sheet: int) -> str | None:
    for item in book.metadata:
        if item.get("metadataKey") == METADATA and item["location"].get("sheetId") == sheet:
            return str(json.loads(item["metadataValue"])["report"])
    return None


def _value(value: object) -> Value:
    if isinstance(value, CellError):
        return value.text
    return None if value == "" else value


def drawn(book: Book) -> str:
    """A spreadsheet as text, for whoever looks into a failure."""
    tabs = []
    for sheet in book.sheets:
        seen = Seen(sheet, {})
        rows = [" | ".join("" if cell is None else str(cell) for cell in row) for row in seen.rows]
        lines = [f"    {n:3} {row}" for n, row in enumerate(rows, 1) if row.strip(" |")]
        tabs.append("\n".join([f"  {sheet.title} ({sheet.id})", *lines]))
    return "\n".join(tabs)
