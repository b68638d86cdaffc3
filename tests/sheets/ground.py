"""What the tests of this room stand on: reports made from text, a spreadsheet, and a person in it.

``Ground`` is a spreadsheet on the local server, reached over HTTP by the room's own client. Its
``person`` types, sorts and inserts by Google's own requests, as the web page would.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import sheets
from localsheets import Server
from model.cell import Cell
from model.grid import Book, Grid, OwnTab, Scalar
from model.report import (
    AS_OF,
    Column,
    Content,
    Entry,
    Formula,
    Line,
    LineStyle,
    Ref,
    Report,
    Role,
    Style,
)

TODAY = date(2026, 11, 22)
COLUMNS = (
    Column("account", "Account", Style.CODE, width=70),
    Column("description", "Description", width=200, note="As the budget has it."),
    Column("budget", "Budget", Style.MONEY),
    Column("efc", "EFC", Style.MONEY),
    Column("variance", "Variance (Over)/Under", Style.VARIANCE),
    Column("seen", "First Seen", Style.DATE, Role.ONCE),
    Column("why", "Explanation", Style.PERSON, Role.PERSON, width=220),
)
_numbers = itertools.count(1)


def account(text: str, *, seen: date = TODAY) -> Line:
    """A line from "2200 Set Design 900 950" (account, description, budget, EFC)."""
    code, *words, budget, efc = text.split()
    amounts = Decimal(budget), Decimal(efc)
    refs = Ref(code, "budget"), Ref(code, "efc")
    return Line(
        code,
        {
            "account": Entry(code, link=Cell("Budget", 7, 1, "budget")),
            "description": Entry(" ".join(words)),
            "budget": Entry(amounts[0]),
            "efc": Entry(amounts[1]),
            "variance": Entry(Formula("={0}-{1}", refs, amounts[0] - amounts[1])),
            "seen": Entry(seen),
        },
        level=1,
    )


def total(lines: Sequence[Line]) -> Line:
    """The sum of lines, as live formulas over the first to the last of them."""
    entries: dict[str, Entry] = {"description": Entry("Total")}
    for field in ("budget", "efc", "variance"):
        figure = sum((_figure(line.entries[field].content) for line in lines), Decimal(0))
        ends = (Ref(lines[0].key, field), Ref(lines[-1].key, field)) if lines else ()
        content: Content = Formula("=SUM({0}:{1})", ends, figure) if lines else figure
        entries[field] = Entry(content)
    return Line("total", entries, LineStyle.TOTAL)


def variance(*texts: str, stamp: str = "10:00", seen: date = TODAY, **other: Any) -> Report:
    """A report of accounts, one text each, with its total below."""
    lines = [account(text, seen=seen) for text in texts]
    made: dict[str, Any] = {
        "name": "variance",
        "title": "Variance",
        "columns": COLUMNS,
        "lines": (*lines, total(lines)),
        "preamble": (
            Line("title", {"account": Entry("Variance")}, LineStyle.TITLE),
            Line(AS_OF, {"account": Entry(f"As of {stamp}")}, LineStyle.SUBTITLE),
        ),
        "frozen_columns": 2,
    }
    return Report(**{**made, **other})


def _figure(content: Content) -> Decimal:
    value = content.value if isinstance(content, Formula) else content
    return value if isinstance(value, Decimal) else Decimal(0)


def empty_book(*tabs: str, name: str = "budget") -> Book:
    """A spreadsheet with people's tabs of these titles, and none of ours."""
    grids = tuple(Grid(tab, (), name, number) for number, tab in enumerate(tabs or ("Budget",)))
    return Book(
        name,
        "id",
        "A spreadsheet",
        "en_US",
        "UTC",
        grids,
        tab_titles=tuple(grid.tab for grid in grids),
        sheet_ids=frozenset(grid.sheet_id for grid in grids),
    )


@dataclass
class Ground:
    """A spreadsheet on the local server. The tab "Budget" is somebody's, and comes first."""

    server: Server
    id: str
    client: sheets.Client
    runs: int = 0

    @staticmethod
    def fresh(server: Server) -> Ground:
        """A spreadsheet with one tab, "Budget"."""
        ident = f"ground-{next(_numbers)}"
        server.workbooks.create(ident, ident)
        made = Ground(server, ident, sheets.connect(server.url))
        grid = {"rowCount": 10, "columnCount": 5}
        rename = {
            "properties": {"sheetId": 0, "title": "Budget", "gridProperties": grid},
            "fields": "title,gridProperties.rowCount,gridProperties.columnCount",
        }
        made.person({"updateSheetProperties": rename})
        return made

    def pull(self) -> Book:
        return sheets.pull(self.client, self.id, "budget")

    def write(
        self, *reports: Report, run: str = "", withdrawn: Collection[str] = ()
    ) -> sheets.Outcome:
        """One run: read, plan, write. The formulas must come out as we computed them."""
        self.runs += 1
        run = run or f"run-{self.runs}"
        outcome = sheets.write(
            self.client, self.pull(), reports, run, withdrawn=withdrawn, today=TODAY
        )
        assert outcome.mismatches == ()
        return outcome

    def own(self, report: str = "variance") -> OwnTab:
        return next(own for own in self.pull().own if own.report == report)

    def titles(self) -> list[str]:
        """The tabs' titles, our copies in the attic apart."""
        book = self.pull()
        attic = {kept.grid.tab for kept in book.attic}
        return [title for title in book.tab_titles if title not in attic]

    def person(self, *requests: dict[str, Any]) -> None:
        """What a person does in the web page, as Google's requests."""
        path = f"https://sheets.googleapis.com/v4/spreadsheets/{self.id}:batchUpdate"
        self.client.http.request("post", path, json={"requests": list(requests)})

    def type_in(self, a1: str, text: str, tab: str = "Variance") -> None:
        """Type a text into a cell."""
        path = f"https://sheets.googleapis.com/v4/spreadsheets/{self.id}/values/'{tab}'!{a1}"
        self.client.http.request(
            "put", path, params={"valueInputOption": "RAW"}, json={"values": [[text]]}
        )

    def shown(self, report: str = "variance") -> list[str]:
        """The tab as a person sees it: without the hidden row and column, cells parted by " | "."""
        return shown(self.own(report).grid)

    def row_of(self, text: str, report: str = "variance") -> int:
        """The 1-based row that holds a text."""
        rows = self.own(report).grid.rows
        return next(number for number, row in enumerate(rows, 1) if text in row)

    def insert_rows(self, before: int, count: int = 1, report: str = "variance") -> None:
        """Insert blank rows before a 1-based row."""
        span = {
            "sheetId": self.own(report).grid.sheet_id,
            "dimension": "ROWS",
            "startIndex": before - 1,
            "endIndex": before - 1 + count,
        }
        self.person({"insertDimension": {"range": span, "inheritFromBefore": True}})

    def sort(self, first: int, last: int, by: str, *, keys_too: bool = True) -> None:
        """Sort rows (1-based, both ends included) by a column's letter, Z to A."""
        own = self.own()
        span = {
            "sheetId": own.grid.sheet_id,
            "startRowIndex": first - 1,
            "endRowIndex": last,
            "startColumnIndex": 0 if keys_too else 1,
            "endColumnIndex": own.column_count,
        }
        order = [{"dimensionIndex": ord(by) - ord("A"), "sortOrder": "DESCENDING"}]
        self.person({"sortRange": {"range": span, "sortSpecs": order}})


def shown(grid: Grid) -> list[str]:
    """A tab as a person sees it, without the hidden row and column."""
    return [" | ".join(_spoken(cell) for cell in row[1:]).rstrip(" |") for row in grid.rows[1:]]


def _spoken(cell: Scalar) -> str:
    if isinstance(cell, float) and cell == int(cell):
        cell = int(cell)
    return "" if cell is None else str(cell)
