"""Reading a spreadsheet: one request, whatever its size, so that all of it is of one moment.

It brings what every tab says (unformatted, dates as serial numbers), what is hidden, struck
through, merged and formatted, and our own marks. In two requests, whoever inserts a column between
them would have the one half read beside the other.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from model.cell import quote_tab
from model.grid import Book, Grid, Kept, Marker, OwnTab
from model.text import inert
from sheets.client import Client
from sheets.reading import cells as theirs
from sheets.reading import ours
from sheets.reading.cells import Json

FIELDS = (
    "properties(title,locale,timeZone),"
    "sheets(properties(sheetId,title,sheetType,gridProperties(rowCount,columnCount)),"
    f"{ours.FIELDS},{theirs.FIELDS})"
)
"""What the request asks for."""

CELL_FIELDS = (
    "sheets(properties(sheetId),"
    "data(rowData.values(userEnteredValue,userEnteredFormat,note,dataValidation)))"
)
"""What a look at whole cells asks for."""


def pull(client: Client, spreadsheet_id: str, name: str) -> Book:
    """Read a spreadsheet whole; ``name`` is what the settings call it.

    Rows and columns behind the last value are left away. Tabs that people hid are read too. A row
    that is out of sight because its group is folded, or by a filter, counts as visible: people fold
    and filter to look, and hide to take away.

    Raises:
        SheetsError: one of its kinds, with a message that says what to do.
    """
    found = client.metadata(spreadsheet_id, FIELDS)
    sheets: list[Json] = found.get("sheets", [])
    people: list[Grid] = []
    own: list[OwnTab] = []
    attic: list[Kept] = []
    for sheet in sheets:
        if sheet["properties"].get("sheetType", "GRID") != "GRID":
            continue
        grid = theirs.grid(sheet, name)
        if kept := ours.kept_copy(sheet, grid):
            attic.append(kept)
        elif tab := ours.own_tab(sheet, grid):
            own.append(tab)
        else:
            people.append(theirs.inert_grid(grid))
    about: Json = found.get("properties", {})
    return Book(
        name=name,
        id=spreadsheet_id,
        title=inert(about.get("title", "")),
        locale=about.get("locale", ""),
        time_zone=about.get("timeZone", ""),
        grids=tuple(people),
        own=tuple(own),
        markers=ours.markers(found),
        tab_titles=tuple(sheet["properties"]["title"] for sheet in sheets),
        sheet_ids=frozenset(sheet["properties"].get("sheetId", 0) for sheet in sheets),
        attic=tuple(attic),
    )


def with_cells(client: Client, book: Book) -> Book:
    """Read the copies of our tabs once more, with formulas, looks and notes: one request."""
    ranges = [quote_tab(kept.grid.tab) for kept in book.attic]
    found = client.metadata(book.id, CELL_FIELDS, ranges)
    whole: dict[int, Any] = {
        sheet["properties"].get("sheetId", 0): {
            (row, col): cell for row, col, cell in theirs.cells(theirs.first_data(sheet))
        }
        for sheet in found["sheets"]
    }
    attic = (replace(kept, cells=whole.get(kept.grid.sheet_id, {})) for kept in book.attic)
    return replace(book, attic=tuple(attic))


def pull_markers(client: Client, spreadsheet_id: str) -> tuple[Marker, ...]:
    """Read only the markers of our writes: one light request."""
    found = client.metadata(spreadsheet_id, ours.MARKER_FIELDS)
    return ours.markers(found)
