"""Reading a spreadsheet: two requests, whatever its size.

The first is metadata with a field mask (tabs, what is hidden, struck through, merged, formatted;
our own marks), the second all values of all tabs at once, unformatted, dates as serial numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from model.cell import Block, quote_tab
from model.grid import Book, Grid, Kept, Marker, OwnTab, Protection, Scalar
from model.text import inert
from sheets.client import Client
from sheets.planning.guard import read_guard
from sheets.planning.metadata import read_value
from sheets.planning.names import ATTIC_KEY, METADATA_KEY
from sheets.planning.standing import report_of

Json = Mapping[str, Any]

FIELDS = (
    "properties(title,locale,timeZone),"
    "sheets("
    "properties(sheetId,title,sheetType,gridProperties(rowCount,columnCount)),"
    "merges,"
    "developerMetadata(metadataKey,metadataValue),"
    "protectedRanges(protectedRangeId,description,range),"
    "charts(chartId),"
    "rowGroups(range,collapsed),columnGroups(range,collapsed),"
    "data(rowMetadata(hiddenByUser),columnMetadata(hiddenByUser),"
    "rowData.values(note,userEnteredFormat(numberFormat,textFormat.strikethrough))))"
)
"""What the first request asks for."""

GUARD_FIELDS = (
    "sheets(developerMetadata(metadataKey,metadataValue),"
    "protectedRanges(protectedRangeId,description))"
)
"""What a look at the marker alone asks for."""

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
    grids = [sheet for sheet in sheets if _is_grid(sheet)]
    titles = [sheet["properties"]["title"] for sheet in grids]
    answers = client.values(spreadsheet_id, [quote_tab(title) for title in titles]) if grids else []
    own: list[OwnTab] = []
    people: list[Grid] = []
    attic: list[Kept] = []
    for sheet, answer in zip(grids, answers, strict=True):
        grid = _grid(sheet, _trimmed(answer.get("values", [])), name)
        ours = _own(sheet, grid)
        kept = _told(sheet, ATTIC_KEY)
        if kept is not None:
            attic.append(Kept(kept, grid, *_size(sheet, grid)))
        elif ours:
            own.append(ours)
        else:
            people.append(_inert(grid))
    about: Json = found.get("properties", {})
    return Book(
        name=name,
        id=spreadsheet_id,
        title=inert(about.get("title", "")),
        locale=about.get("locale", ""),
        time_zone=about.get("timeZone", ""),
        grids=tuple(people),
        own=tuple(own),
        marker=next(iter(_markers(found, spreadsheet_id)), None),
        tab_titles=tuple(sheet["properties"]["title"] for sheet in sheets),
        sheet_ids=frozenset(sheet["properties"].get("sheetId", 0) for sheet in sheets),
        attic=tuple(attic),
    )


def with_cells(client: Client, book: Book) -> Book:
    """Read the copies of our tabs once more, with formulas, looks and notes: one request."""
    ranges = [quote_tab(kept.grid.tab) for kept in book.attic]
    found = client.metadata(book.id, CELL_FIELDS, ranges)
    cells = {
        sheet["properties"].get("sheetId", 0): _whole_cells(sheet) for sheet in found["sheets"]
    }
    attic = (replace(kept, cells=cells.get(kept.grid.sheet_id, {})) for kept in book.attic)
    return replace(book, attic=tuple(attic))


def _whole_cells(sheet: Json) -> dict[tuple[int, int], Json]:
    return {
        (row, col): cell
        for data in sheet.get("data", [])
        for row, values in enumerate(data.get("rowData", []), 1)
        for col, cell in enumerate(values.get("values", []), 1)
        if cell
    }


def pull_markers(client: Client, spreadsheet_id: str) -> list[Marker]:
    """Read only the markers of our writes: one light request."""
    return _markers(client.metadata(spreadsheet_id, GUARD_FIELDS), spreadsheet_id)


def _markers(found: Json, spreadsheet_id: str) -> list[Marker]:
    """Markers in the order of their tabs; more than one only where a person copied a tab of ours.

    The copy has its protected ranges too, and stands behind the original. Our own hidden copies of
    our tabs are passed over.
    """
    read = (
        read_guard(guarded["protectedRangeId"], guarded.get("description", ""), spreadsheet_id)
        for sheet in found.get("sheets", [])
        if _told(sheet, ATTIC_KEY) is None
        for guarded in sheet.get("protectedRanges", [])
    )
    return [marker for marker in read if marker]


def _is_grid(sheet: Json) -> bool:
    return bool(sheet["properties"].get("sheetType", "GRID") == "GRID")


def _trimmed(rows: Sequence[Sequence[Scalar]]) -> list[list[Scalar]]:
    """Cut what is blank behind the last value, in each row and below the last one."""
    cut: list[list[Scalar]] = []
    for row in rows:
        end = len(row)
        while end and row[end - 1] in (None, ""):
            end -= 1
        cut.append(list(row[:end]))
    while cut and not cut[-1]:
        cut.pop()
    return cut


def _grid(sheet: Json, rows: list[list[Scalar]], book: str) -> Grid:
    properties: Json = sheet["properties"]
    data: Json = next(iter(sheet.get("data", [])), {})
    height, width = len(rows), max((len(row) for row in rows), default=0)
    struck: set[tuple[int, int]] = set()
    formats: dict[tuple[int, int], str] = {}
    for row, col, look in _looks(data, height, width):
        if look.get("textFormat", {}).get("strikethrough"):
            struck.add((row, col))
        if pattern := look.get("numberFormat", {}).get("pattern"):
            formats[row, col] = pattern
    return Grid(
        tab=properties["title"],
        rows=rows,
        book=book,
        sheet_id=properties.get("sheetId", 0),
        merges=tuple(_block(merge) for merge in sheet.get("merges", [])),
        hidden_rows=_hidden(data, "rowMetadata") - _folded(sheet, "rowGroups"),
        hidden_cols=_hidden(data, "columnMetadata") - _folded(sheet, "columnGroups"),
        struck=frozenset(struck),
        formats=formats,
    )


def _inert(grid: Grid) -> Grid:
    """A tab of people's, its texts without what is not seen and steers a screen.

    Here, once, since what a cell says goes on into reports, messages, pages and terminals. Our own
    tabs stay as they are: words that people typed there are theirs to the letter.
    """
    rows = [[inert(cell) if isinstance(cell, str) else cell for cell in row] for row in grid.rows]
    return replace(grid, tab=inert(grid.tab), rows=rows)


def _looks(data: Json, height: int, width: int) -> Iterator[tuple[int, int, Json]]:
    """The formats of cells within the values, by 1-based place."""
    for row, values in enumerate(data.get("rowData", [])[:height], 1):
        for col, cell in enumerate(values.get("values", [])[:width], 1):
            if look := cell.get("userEnteredFormat"):
                yield row, col, look


def _hidden(data: Json, kind: str) -> frozenset[int]:
    """1-based rows or columns that people hid."""
    return frozenset(
        place for place, item in enumerate(data.get(kind, []), 1) if item.get("hiddenByUser")
    )


def _folded(sheet: Json, kind: str) -> frozenset[int]:
    """1-based rows or columns out of sight only because their group is folded."""
    return frozenset(
        place
        for group in sheet.get(kind, [])
        if group.get("collapsed")
        for place in range(
            group["range"].get("startIndex", 0) + 1, group["range"].get("endIndex", 0) + 1
        )
    )


def _block(merge: Json) -> Block:
    return Block(
        merge.get("startRowIndex", 0) + 1,
        merge.get("startColumnIndex", 0) + 1,
        merge["endRowIndex"],
        merge["endColumnIndex"],
    )


def _own(sheet: Json, grid: Grid) -> OwnTab | None:
    """Recognise a tab of ours by its developer metadata.

    A tab without it that has our skeleton is a copy of one, by a person or through a file (Excel
    and others keep cells and drop metadata). Its corner says of which report; the plan takes it up
    where the original is gone, and else leaves it alone. It is never read as a sheet of theirs.
    """
    told = _told(sheet, METADATA_KEY)
    report, layout = (read_value(told) if told is not None else None) or (report_of(grid.rows), "")
    if report is None:
        return None
    rows, columns = _size(sheet, grid)
    return OwnTab(
        report=report,
        layout=layout,
        grid=grid,
        row_count=rows,
        column_count=columns,
        charts=tuple(chart["chartId"] for chart in sheet.get("charts", [])),
        protections=tuple(_protection(found) for found in sheet.get("protectedRanges", [])),
        notes=_notes(next(iter(sheet.get("data", [])), {})),
    )


def _notes(data: Json) -> dict[tuple[int, int], str]:
    return {
        (row, col): cell["note"]
        for row, values in enumerate(data.get("rowData", []), 1)
        for col, cell in enumerate(values.get("values", []), 1)
        if cell.get("note")
    }


def _protection(found: Json) -> Protection:
    span: Json = found.get("range", {})
    return Protection(
        found["protectedRangeId"],
        span.get("startRowIndex", 0),
        span.get("startColumnIndex", 0),
        span.get("endColumnIndex", 0),
    )


def _size(sheet: Json, grid: Grid) -> tuple[int, int]:
    size: Json = sheet["properties"].get("gridProperties", {})
    return size.get("rowCount", grid.height), size.get("columnCount", grid.width)


def _told(sheet: Json, key: str) -> str | None:
    """What our developer metadata under this key says of a tab."""
    for item in sheet.get("developerMetadata", []):
        if item.get("metadataKey") == key:
            return str(item.get("metadataValue", ""))
    return None
