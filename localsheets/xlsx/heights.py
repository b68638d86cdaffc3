"""Heights of rows with wrapped text: Google fits rows by itself, not every viewer of files does."""

from __future__ import annotations

from localsheets.formats.breadth import lines
from localsheets.render.cells import shown_text
from localsheets.state.cell import Cell
from localsheets.state.sheet import Sheet

PADDING_PIXELS, PADDING_POINTS = 8, 3.0
LINE_SPACING = 1.275
PLAIN_POINTS = 15.75
DEFAULT_COLUMN = 100


def fitted(sheet: Sheet, locale: str) -> dict[int, float]:
    """Row -> points, for rows without a height of their own that need more than one line."""
    covered = {merge.top for merge in sheet.merges if merge.height > 1}
    found: dict[int, float] = {}
    for row, column, cell in sheet.cells():
        if "pixelSize" in sheet.row_meta.get(row, {}) or row in covered:
            continue
        needed = _points(sheet, column, cell, locale)
        if needed > found.get(row, PLAIN_POINTS):
            found[row] = needed
    return found


def _points(sheet: Sheet, column: int, cell: Cell, locale: str) -> float:
    look = cell.format or {}
    text = look.get("textFormat", {})
    size = float(text.get("fontSize", 10))
    count = 1
    if look.get("wrapStrategy") == "WRAP" and cell.filled:
        width = sheet.col_meta.get(column, {}).get("pixelSize", DEFAULT_COLUMN)
        room = max(1, width - PADDING_PIXELS)
        count = lines(shown_text(cell, locale), room, size, bold=bool(text.get("bold")))
    return round(count * size * LINE_SPACING + PADDING_POINTS, 2)
