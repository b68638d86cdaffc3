"""Which tabs are ours, by our developer metadata, and what our marks on them say."""

from __future__ import annotations

from collections.abc import Sequence

from model.grid import Grid, Kept, Marker, OwnTab, Protection
from sheets.planning.guard import read_guard
from sheets.planning.metadata import read_value
from sheets.planning.names import ATTIC_KEY, METADATA_KEY
from sheets.planning.standing import report_of
from sheets.reading.cells import Json, cells, first_data

FIELDS = (
    "developerMetadata(metadataKey,metadataValue),"
    "protectedRanges(protectedRangeId,description,range),"
    "charts(chartId)"
)
"""What is asked of every sheet for what is here."""

MARKER_FIELDS = (
    "sheets(properties(sheetId),developerMetadata(metadataKey,metadataValue),"
    "protectedRanges(protectedRangeId,description))"
)
"""What a look at the markers alone asks for."""


def own_tab(sheet: Json, grid: Grid) -> OwnTab | None:
    """Recognise a tab of ours by its developer metadata.

    A tab without it that has our skeleton is a copy of one, by a person or through a file (Excel
    and others keep cells and drop metadata). Its corner says of which report; the plan takes it up
    where the original is gone, and else leaves it alone. It is never read as a sheet of theirs.
    """
    told = _told(sheet, METADATA_KEY)
    known = read_value(told) if told is not None else None
    report, layout, lines = known or (report_of(grid.rows), "", "")
    if report is None:
        return None
    rows, columns = _size(sheet, grid)
    return OwnTab(
        report=report,
        layout=layout,
        grid=grid,
        row_count=rows,
        column_count=columns,
        lines=lines,
        charts=tuple(chart["chartId"] for chart in sheet.get("charts", [])),
        grouped=bool(sheet.get("rowGroups")),
        protections=tuple(_protection(found) for found in sheet.get("protectedRanges", [])),
        notes={
            (row, col): cell["note"]
            for row, col, cell in cells(first_data(sheet))
            if cell.get("note")
        },
    )


def kept_copy(sheet: Json, grid: Grid) -> Kept | None:
    """Recognise one of our hidden copies."""
    told = _told(sheet, ATTIC_KEY)
    return None if told is None else Kept(told, grid, *_size(sheet, grid))


def markers(found: Json) -> tuple[Marker, ...]:
    """The markers on our tabs; there are several only where somebody took one away while a run
    wrote.

    A copy that a person made of a tab has its protected ranges too: they count only where no tab
    that we made or took up bears one. Our own hidden copies of our tabs are passed over.
    """
    sheets = [each for each in found.get("sheets", []) if _told(each, ATTIC_KEY) is None]
    known = [sheet for sheet in sheets if read_value(_told(sheet, METADATA_KEY) or "") is not None]
    return _markers(known) or _markers(sheets)


def _markers(sheets: Sequence[Json]) -> tuple[Marker, ...]:
    said = (
        read_guard(each["protectedRangeId"], each.get("description", ""))
        for sheet in sheets
        for each in sheet.get("protectedRanges", [])
    )
    return tuple(marker for marker in said if marker)


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
