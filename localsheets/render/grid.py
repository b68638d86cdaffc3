"""GridData: the cells of a block, trimmed as Google trims them, and the sizes of rows, columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from localsheets.render.cells import Renderer, renderers
from localsheets.render.effective import Overlays
from localsheets.state.book import Book
from localsheets.state.cells import Stored, whole
from localsheets.state.sheet import Sheet
from localsheets.wire import deadline, masks
from localsheets.wire.a1 import Rect
from localsheets.wire.constants import COLUMN_PIXELS, ROW_PIXELS
from localsheets.wire.masks import Mask

Json = dict[str, Any]


Lines = Mapping[tuple[bool, int], list[Json]]


def grid_data(
    book: Book, sheet: Sheet, rect: Rect, mask: Mask, metadata: Lines | None = None
) -> Json:
    """One block of a tab. A mask decides what is made at all, so that a narrow one is cheap.

    ``metadata`` is the developer metadata of rows and columns: (whether a row, its index) -> items.
    """
    data: Json = {}
    if rect.top and mask.wants("startRow"):
        data["startRow"] = rect.top
    if rect.left and mask.wants("startColumn"):
        data["startColumn"] = rect.left
    below = mask.sub("rowData")
    if below is not None:
        rows = _row_data(book, sheet, rect, below)
        if rows:
            data["rowData"] = rows
    for name, meta, size, start, end in (
        ("rowMetadata", sheet.row_meta, ROW_PIXELS, rect.top, rect.bottom or 0),
        ("columnMetadata", sheet.col_meta, COLUMN_PIXELS, rect.left, rect.right or 0),
    ):
        wanted = mask.sub(name)
        if wanted is not None:
            own = _with_metadata(meta, metadata or {}, rows=name == "rowMetadata")
            data[name] = _sizes(own, size, start, end, wanted)
    return data


def _with_metadata(meta: dict[int, Json], lines: Lines, *, rows: bool) -> dict[int, Json]:
    own = {index: items for (of_rows, index), items in lines.items() if of_rows == rows}
    if not own:
        return meta
    return meta | {
        index: {**meta.get(index, {}), "developerMetadata": items} for index, items in own.items()
    }


def _sizes(meta: dict[int, Json], size: int, start: int, end: int, mask: Mask) -> list[Json]:
    plain = masks.prune({"pixelSize": size}, mask)
    return [
        masks.prune({"pixelSize": size, **meta[index]}, mask) if index in meta else plain
        for index in range(start, end)
    ]


def _row_data(book: Book, sheet: Sheet, rect: Rect, mask: Mask) -> list[Json]:
    """Rows with what is asked for; rows and cells without any of it are ``{}`` or trimmed."""
    below = mask.sub("values")
    if below is None:
        return []
    makers = renderers(below, book.locale)
    rows: list[Json] = []
    for _, line in sheet.lines(rect):
        deadline.check()
        cells = _row(line, makers)
        rows.append({"values": cells} if cells else {})
    wanted = below.sub("effectiveFormat")
    if wanted is not None and (sheet.conditional or sheet.banded):
        _overlay(Overlays(book, sheet, rect), rect, wanted, rows)
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _overlay(overlays: Overlays, rect: Rect, mask: Mask, rows: list[Json]) -> None:
    """Work bands and conditional formats into the effectiveFormats of rows."""
    for row, column in sorted(overlays.places):
        made = masks.prune(overlays.format(row, column), mask)
        if not made or row - rect.top >= len(rows):
            continue
        cells = rows[row - rect.top].setdefault("values", [])
        cells.extend({} for _ in range(column - rect.left + 1 - len(cells)))
        cells[column - rect.left]["effectiveFormat"] = made


def _row(line: Sequence[Stored], makers: list[tuple[str, Renderer]]) -> list[Json]:
    cells: list[Json] = []
    for place, found in enumerate(line):
        if found is None:
            continue
        cell = whole(found)
        made = {name: part for name, maker in makers if (part := maker(cell)) is not None}
        if made:
            cells.extend({} for _ in range(place - len(cells)))
            cells.append(made)
    return cells
