"""A spreadsheet: its properties, its tabs, and what belongs to it as a whole."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from localsheets.state import locks, parts
from localsheets.state.cell import Cell, Interner
from localsheets.state.changes import Changes
from localsheets.state.sheet import Sheet
from localsheets.wire import a1
from localsheets.wire.a1 import Rect
from localsheets.wire.axis import Shift
from localsheets.wire.errors import ApiError, bad

Json = dict[str, Any]

CELL_LIMIT = 10_000_000


@dataclass(slots=True)
class Book:
    """One spreadsheet. Requests work on a :meth:`copy`, which takes its place if all went well."""

    id: str
    title: str
    locale: str = "en_US"
    time_zone: str = "Etc/GMT"
    settings: Json = field(default_factory=dict)
    """Other SpreadsheetProperties that were written (autoRecalc, iterative calculation...)."""
    sheets: list[Sheet] = field(default_factory=list)
    named: list[Json] = field(default_factory=list)
    metadata: list[Json] = field(default_factory=list)
    """Developer metadata of every place, each with its location."""
    formats: Interner = field(default_factory=Interner)
    changes: Changes = field(default_factory=Changes)
    """Cells changed since formulas were last computed."""
    pending: list[tuple[int, str, Shift]] = field(default_factory=list)
    """Shifts that formulas have yet to follow: (sheetId, the tab's title then, the shift)."""
    formula_graph: Any = field(default=None, init=False, repr=False, compare=False)
    """What ``formulas.engine`` keeps from one version to the next."""

    def copy(self) -> Book:
        """A spreadsheet that may be changed without changing this one."""
        twin = Book(
            id=self.id,
            title=self.title,
            locale=self.locale,
            time_zone=self.time_zone,
            settings=self.settings,
            sheets=[sheet.copy() for sheet in self.sheets],
            named=list(self.named),
            metadata=list(self.metadata),
            formats=self.formats,
        )
        twin.formula_graph = self.formula_graph
        return twin

    def seal(self) -> None:
        """End writing: from now on it is only read, by whoever wants to."""
        for sheet in self.sheets:
            sheet.seal()

    def find(self, sheet_id: int) -> Sheet | None:
        """A tab by its id."""
        return next((sheet for sheet in self.sheets if sheet.id == sheet_id), None)

    def sheet(self, sheet_id: int) -> Sheet:
        """A tab of cells by its id, or Google's refusal."""
        found = self.find(sheet_id)
        if found is None or not found.is_grid:
            raise no_grid(sheet_id)
        return found

    def tab(self, sheet_id: int) -> Sheet:
        """A tab of any type by its id, or Google's refusal."""
        found = self.find(sheet_id)
        if found is None:
            raise bad(f"No sheet with id: {sheet_id}")
        return found

    def titled(self, title: str) -> Sheet | None:
        """A tab by its title; upper and lower case are alike to Google, exact comes first."""
        exact = next((sheet for sheet in self.sheets if sheet.title == title), None)
        folded = title.casefold()
        return exact or next((s for s in self.sheets if s.title.casefold() == folded), None)

    def put(self, sheet: Sheet, row: int, column: int, cell: Cell) -> None:
        """Replace a cell, noting a changed value or formula for the next computation.

        Raises:
            ApiError: it is protected from whoever is at work.
        """
        self.replace(sheet, row, column, sheet.at(row, column), cell)

    def replace(self, sheet: Sheet, row: int, column: int, old: Cell, new: Cell) -> None:
        """The same, where it is known what is there; nothing happens where both are alike."""
        if sheet.protected:
            locks.check_cell(sheet, row, column)
        other_type = type(new.value) is not type(old.value)  # True == 1, but they are not alike
        if not other_type and new == old:
            return
        other_value = new.formula is None and new.value != old.value
        if other_type or other_value or new.formula != old.formula:
            self.changes.add(sheet.id, row, column)
        sheet.put(row, column, new)
        sheet.touched = True

    @property
    def first_visible(self) -> Sheet:
        """The tab that a range without a tab means."""
        grids = [sheet for sheet in self.sheets if sheet.is_grid] or self.sheets
        return next((sheet for sheet in grids if not sheet.hidden), grids[0])

    @property
    def cell_count(self) -> int:
        """Cells of all grids, filled or not, as Google's limit counts them."""
        return sum(sheet.row_count * sheet.column_count for sheet in self.sheets)

    def check_size(self) -> None:
        """Refuse a spreadsheet beyond Google's limit of ten million cells."""
        if self.cell_count > CELL_LIMIT:
            raise ApiError(
                400,
                "This action would increase the number of cells in the workbook above the limit"
                f" of {CELL_LIMIT} cells.",
            )

    def parts(self) -> Iterator[tuple[str, Json]]:
        """Everything with an id on any tab, as (the id's field, JSON): charts, bands, tables..."""
        return parts.with_ids(self.sheets)

    def fresh_id(self) -> int:
        """An id that nothing in the spreadsheet has yet, of Google's size."""
        used = {sheet.id for sheet in self.sheets}
        used |= {int(part[kind]) for kind, part in self.parts() if kind != "tableId"}
        used |= {int(item["metadataId"]) for item in self.metadata}
        while True:
            number = 1 + secrets.randbelow(2**31 - 2)
            if number not in used:
                return number


def no_grid(sheet_id: int) -> ApiError:
    """Google's words for a tab of cells that is not there."""
    return bad(f"No grid with id: {sheet_id}")


def exceeds(sheet: Sheet, rect: Rect, *, quoted: bool = False) -> ApiError:
    """Google's words for a block that is not on the grid.

    ``quoted`` as the answers to batchUpdate have it, where the title is always in quotation marks.
    """
    rows, columns = sheet.row_count, sheet.column_count
    shown = Rect(
        rect.top,
        rect.left,
        rect.bottom if rect.bottom is not None else max(rows, rect.top + 1),
        rect.right if rect.right is not None else max(columns, rect.left + 1),
    )
    title = "'" + sheet.title.replace("'", "''") + "'" if quoted else a1.quote(sheet.title)
    return bad(
        f"Range ({title}!{a1.block_name(shown)}) exceeds grid limits."
        f" Max rows: {rows}, max columns: {columns}"
    )


DEFAULT_ROWS, DEFAULT_COLUMNS = 1000, 26


def new_book(spreadsheet_id: str, title: str) -> Book:
    """An empty spreadsheet with one tab, as Google makes one."""
    book = Book(spreadsheet_id, title)
    book.sheets.append(grid_sheet(0, "Sheet1", DEFAULT_ROWS, DEFAULT_COLUMNS))
    return book


def grid_sheet(sheet_id: int, title: str, rows: int, columns: int) -> Sheet:
    """An empty tab."""
    return Sheet(
        {
            "sheetId": sheet_id,
            "title": title,
            "sheetType": "GRID",
            "gridProperties": {"rowCount": rows, "columnCount": columns},
        }
    )
