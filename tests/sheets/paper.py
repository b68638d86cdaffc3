"""Spreadsheets on paper: what a plan's requests do to a book, without a server.

For properties that want thousands of runs. It knows only the kinds of request that move or write
cells, and works out only the formulas that these tests make: sums of columns, additions and
subtractions. It does *not* shift formulas when rows are inserted: whatever reads wrongly after a
run has not been rewritten by the plan.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import sheets
from model.cell import parse_a1
from model.grid import Book, Grid, Kept, Marker, OwnTab, Scalar
from sheets.planning.names import ATTIC_KEY, GUARD_PREFIX, METADATA_KEY

_SUM = re.compile(r"SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)")
_CELL = re.compile(r"\b[A-Z]+\d+\b")
_ARITHMETIC = re.compile(r"[-+() .\de]*")


@dataclass(frozen=True)
class Live:
    """A formula's text in a cell."""

    text: str


Content = Scalar | Live


@dataclass
class PaperTab:
    """One tab. Rows are as wide as the tab."""

    id: int
    title: str
    rows: list[list[Content]]
    metadata: str = ""
    told: str = ""
    """What our metadata on a copy in the attic says."""

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0

    def value(self, row: int, col: int) -> Scalar:
        content = self.rows[row][col]
        return self.work_out(content.text) if isinstance(content, Live) else content

    def work_out(self, text: str) -> float:
        """The value of a formula of these tests."""
        summed = _SUM.sub(lambda match: str(self._sum(match)), text.removeprefix("="))
        plain = _CELL.sub(lambda match: str(self._number(match[0])), summed)
        assert _ARITHMETIC.fullmatch(plain), f"{text} is no formula of these tests"
        return float(eval(plain))  # noqa: S307 - nothing but digits and signs

    def _sum(self, match: re.Match[str]) -> float:
        (top, left), (bottom, _) = parse_a1(match[1] + match[2]), parse_a1(match[3] + match[4])
        cells = [self.value(row - 1, left - 1) for row in range(top, bottom + 1)]
        return sum(cell for cell in cells if isinstance(cell, int | float))

    def _number(self, a1: str) -> float:
        row, col = parse_a1(a1)
        cell = self.value(row - 1, col - 1)
        return float(cell) if isinstance(cell, int | float) else 0.0

    def grid(self, book: str) -> Grid:
        rows = [
            [self.value(row, col) for col in range(self.width)] for row in range(len(self.rows))
        ]
        while rows and not any(cell not in (None, "") for cell in rows[-1]):
            rows.pop()
        return Grid(self.title, rows, book, self.id)


@dataclass
class Paper:
    """A spreadsheet with one tab of somebody's, "Budget"."""

    tabs: list[PaperTab] = field(default_factory=lambda: [PaperTab(0, "Budget", [["theirs"]])])
    marker: Marker | None = None

    def book(self) -> Book:
        ours = [tab for tab in self.tabs if tab.metadata]
        return Book(
            "budget",
            "paper",
            "Paper",
            "en_US",
            "UTC",
            tuple(tab.grid("budget") for tab in self.tabs if not tab.metadata and not tab.told),
            tuple(_own(tab) for tab in ours),
            () if self.marker is None else (self.marker,),
            tuple(tab.title for tab in self.tabs),
            frozenset(tab.id for tab in self.tabs),
            tuple(_kept(tab) for tab in self.tabs if tab.told),
        )

    def ours(self) -> PaperTab:
        """The report's tab."""
        return next(tab for tab in self.tabs if tab.metadata)

    def apply(self, plan: sheets.Plan) -> None:
        """Do what a plan's requests say."""
        for request in plan.requests:
            ((kind, body),) = request.items()
            handler = getattr(self, f"_{kind}", None)
            if handler:
                handler(body)

    def _tab(self, sheet: int) -> PaperTab:
        return next(tab for tab in self.tabs if tab.id == sheet)

    def _addSheet(self, body: dict[str, Any]) -> None:
        properties = body["properties"]
        assert properties["title"] not in {tab.title for tab in self.tabs}
        grid = properties["gridProperties"]
        rows: list[list[Content]] = [[None] * grid["columnCount"] for _ in range(grid["rowCount"])]
        self.tabs.append(PaperTab(properties["sheetId"], properties["title"], rows))

    def _createDeveloperMetadata(self, body: dict[str, Any]) -> None:
        made = body["developerMetadata"]
        tab = self._tab(made["location"]["sheetId"])
        if made["metadataKey"] == ATTIC_KEY:
            tab.told = made["metadataValue"]
        else:
            assert made["metadataKey"] == METADATA_KEY
            tab.metadata = made["metadataValue"]

    def _duplicateSheet(self, body: dict[str, Any]) -> None:
        rows = [list(row) for row in self._tab(body["sourceSheetId"]).rows]
        assert body["newSheetId"] not in {tab.id for tab in self.tabs}
        self.tabs.append(PaperTab(body["newSheetId"], body["newSheetName"], rows))

    def _deleteSheet(self, body: dict[str, Any]) -> None:
        self.tabs.remove(self._tab(body["sheetId"]))

    def _updateDeveloperMetadata(self, body: dict[str, Any]) -> None:
        (found,) = body["dataFilters"]
        sheet = found["developerMetadataLookup"]["metadataLocation"]["sheetId"]
        self._tab(sheet).metadata = body["developerMetadata"]["metadataValue"]

    def _insertDimension(self, body: dict[str, Any]) -> None:
        span = body["range"]
        tab = self._tab(span["sheetId"])
        for place in range(span["startIndex"], span["endIndex"]):
            insert(tab, span["dimension"], place)

    def _deleteDimension(self, body: dict[str, Any]) -> None:
        span = body["range"]
        tab = self._tab(span["sheetId"])
        if span["dimension"] == "ROWS":
            del tab.rows[span["startIndex"] : span["endIndex"]]
        else:
            for row in tab.rows:
                del row[span["startIndex"] : span["endIndex"]]

    def _moveDimension(self, body: dict[str, Any]) -> None:
        source, before = body["source"], body["destinationIndex"]
        assert source["dimension"] == "ROWS"
        rows = self._tab(source["sheetId"]).rows
        moved = rows[source["startIndex"] : source["endIndex"]]
        rows[before:before] = moved
        start = source["startIndex"] + (len(moved) if before <= source["startIndex"] else 0)
        del rows[start : start + len(moved)]

    def _appendDimension(self, body: dict[str, Any]) -> None:
        tab = self._tab(body["sheetId"])
        for _ in range(body["length"]):
            size = len(tab.rows) if body["dimension"] == "ROWS" else tab.width
            insert(tab, body["dimension"], size)

    def _updateCells(self, body: dict[str, Any]) -> None:
        if body["fields"] != "userEnteredValue":
            return
        box = body["range"]
        tab = self._tab(box["sheetId"])
        for row, values in enumerate(body["rows"], box["startRowIndex"]):
            for col, cell in enumerate(values["values"], box["startColumnIndex"]):
                tab.rows[row][col] = _content(cell.get("userEnteredValue", {}))

    def _findReplace(self, body: dict[str, Any]) -> None:
        assert body["matchEntireCell"]
        for row in self._tab(body["sheetId"]).rows:
            row[:] = [body["replacement"] if cell == body["find"] else cell for cell in row]

    def _deleteProtectedRange(self, body: dict[str, Any]) -> None:
        assert self.marker
        assert body["protectedRangeId"] == self.marker.id
        self.marker = None

    def _addProtectedRange(self, body: dict[str, Any]) -> None:
        made = body["protectedRange"]
        if not made["description"].startswith(GUARD_PREFIX):
            return
        assert self.marker is None
        run = made["description"].removeprefix(GUARD_PREFIX)
        self.marker = Marker(made["protectedRangeId"], run)


def insert(tab: PaperTab, dimension: str, place: int) -> None:
    """Insert one blank row or column."""
    if dimension == "ROWS":
        tab.rows.insert(place, [None] * tab.width)
    else:
        for row in tab.rows:
            row.insert(place, None)


def sort(tab: PaperTab, rows: Sequence[int], order: Sequence[int], left: int) -> None:
    """Put rows into another order, from column ``left`` on, as a person's sorting does."""
    parts = [tab.rows[row][left:] for row in rows]
    for row, taken in zip(rows, order, strict=True):
        tab.rows[row][left:] = parts[taken]


def _content(value: dict[str, Any]) -> Content:
    if "formulaValue" in value:
        return Live(value["formulaValue"])
    found: Scalar = next(iter(value.values()), None)
    return found


def _kept(tab: PaperTab) -> Kept:
    return Kept(tab.told, tab.grid("budget"), len(tab.rows), tab.width)


def _own(tab: PaperTab) -> OwnTab:
    told = json.loads(tab.metadata)
    size = len(tab.rows), tab.width
    lines = told.get("lines", "")
    return OwnTab(told["report"], told["layout"], tab.grid("budget"), *size, lines=lines)
