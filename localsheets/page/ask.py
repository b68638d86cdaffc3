"""What a page asks about a tab besides its rows: where a key leads, a range by name, sums, text."""

from __future__ import annotations

from typing import Any

from localsheets.page.axis import Axis
from localsheets.render.cells import number_format, shown_text
from localsheets.render.ranges import resolve
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.state.sheet import Sheet
from localsheets.wire import a1
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import bad

Json = dict[str, Any]

STEPS = {"ArrowUp": (-1, 0), "ArrowDown": (1, 0), "ArrowLeft": (0, -1), "ArrowRight": (0, 1)}
MOST_COPIED = 2_000_000


def edge(sheet: Sheet, rows: Axis, columns: Axis, at: tuple[int, int], key: str) -> tuple[int, int]:
    """Where Ctrl and an arrow lead: to the end of a filled stretch, to the next one, or to the
    tab's edge; over what is hidden."""
    if key not in STEPS:
        raise bad(f"There is no key {key}.")
    down, right = STEPS[key]
    axis = rows if down else columns
    step, place = down or right, at[0] if down else at[1]

    def filled(index: int) -> bool:
        cell = sheet.at(index, at[1]) if down else sheet.at(at[0], index)
        return cell.filled

    extent = sheet.extent()[0 if down else 1]
    track = [n for n in axis.visible(0, axis.count) if (n > place if step > 0 else n < place)]
    track = track if step > 0 else track[::-1]
    near = [n for n in track if n < extent]
    wall = track[-1] if track else place
    target = _leap(filled(place), near, filled, wall)
    return (target, at[1]) if down else (at[0], target)


def _leap(here: bool, track: list[int], filled: Any, wall: int) -> int:
    """Along a track of cells: while they are filled, or up to the first that is."""
    if here and track and filled(track[0]):
        last = track[0]
        for index in track:
            if not filled(index):
                break
            last = index
        return last
    return next((index for index in track if filled(index)), wall)


def find_range(book: Book, sheet: Sheet, text: str) -> tuple[Sheet, Rect]:
    """A range as somebody typed it: of this tab, of another one ("Crew!B2"), or named.

    Raises:
        ApiError: 400, in Google's words.
    """
    wanted = text.strip()
    rect = a1.parse_block(wanted)
    if rect is not None:
        if rect.top < sheet.row_count and rect.left < sheet.column_count:
            return sheet, rect.clamp(sheet.row_count, sheet.column_count)
        raise bad(f"{wanted} lies beyond this tab.")
    found, rect = resolve(book, wanted)
    return found, rect.clamp(found.row_count, found.column_count)


def totals(book: Book, sheet: Sheet, rect: Rect) -> Json:
    """Sum, average, least, greatest and counts of a block, shown as its first number is."""
    numbers: list[float] = []
    first: Cell | None = None
    filled = 0
    for _, _, cell in sheet.cells(rect):
        filled += cell.filled
        if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
            first = first or cell
            numbers.append(cell.value)
    made: Json = {"Count": f"{filled:,}"}
    if first is not None:
        like = {"numberFormat": number_format(first)} if number_format(first) else None
        figures = {
            "Sum": sum(numbers),
            "Avg": sum(numbers) / len(numbers),
            "Min": min(numbers),
            "Max": max(numbers),
        }
        shown = {
            name: shown_text(Cell(value, format=like), book.locale)
            for name, value in figures.items()
        }
        made = {**shown, **made, "Numbers": f"{len(numbers):,}"}
    return made


def as_text(book: Book, sheet: Sheet, rows: Axis, columns: Axis, rect: Rect) -> str:
    """A block as other programs paste it: shown values, tabs between, a line a row."""
    if rect.height * rect.width > MOST_COPIED:
        raise bad(f"More than {MOST_COPIED:,} cells cannot be copied at once.")
    shown = columns.visible(rect.left, rect.right or 0)
    lines: dict[int, dict[int, str]] = {}
    for row, column, cell in sheet.cells(rect):
        lines.setdefault(row, {})[column] = _pasteable(shown_text(cell, book.locale))
    return "\n".join(
        "\t".join(lines.get(row, {}).get(column, "") for column in shown)
        for row in rows.visible(rect.top, rect.bottom or 0)
    )


def _pasteable(text: str) -> str:
    """A text with tabs or line breaks is quoted, as spreadsheets do."""
    if any(mark in text for mark in "\t\n\r"):
        return '"' + text.replace('"', '""') + '"'
    return text
