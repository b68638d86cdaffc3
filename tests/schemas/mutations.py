"""What befalls a sheet in the hands of people: mutations of a tab, drawn at random."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from model.cell import Block
from model.grid import Grid, Scalar

Rows = list[list[Scalar]]
BANNERS = ["CAMERA DEPARTMENT", "ABOVE THE LINE", "Total", "Page 2 of 3", "DAY #4", "Legend"]
STRAY = ["#REF!", "TBD", "x", "3/4", "(1,200.50)", "", "\u200b", 46000, -1, 0, 1e15, True, "W"]


def mutated(grid: Grid, random: Random, times: int) -> Grid:
    """A tab after some mishaps, always the same for the same random source."""
    rows: Rows = [list(row) for row in grid.rows]
    for _ in range(times):
        random.choice(MISHAPS)(rows, random)
    merges = tuple(_merge(rows, random) for _ in range(random.randrange(3)))
    return replace(grid, rows=rows, merges=(*grid.merges, *merges))


def _place(rows: Rows, random: Random) -> tuple[int, int] | None:
    """Some cell that there is."""
    full = [(r, c) for r, row in enumerate(rows) for c in range(len(row))]
    return random.choice(full) if full else None


def row_inserted(rows: Rows, random: Random) -> None:
    """A blank row, or one with a word in it."""
    row: list[Scalar] = random.choice([[], [None], [random.choice(BANNERS)], [None, "note"]])
    rows.insert(random.randint(0, len(rows)), list(row))


def column_inserted(rows: Rows, random: Random) -> None:
    """A column, blank or full of something."""
    at = random.randint(0, max(map(len, rows), default=0))
    value = random.choice([None, None, "x", 1])
    for row in rows:
        if at <= len(row):
            row.insert(at, value)


def row_shuffled(rows: Rows, random: Random) -> None:
    """The cells of one row, a heading's perhaps, in another order."""
    if rows:
        random.shuffle(random.choice(rows))


def rows_swapped(rows: Rows, random: Random) -> None:
    """Two rows change places."""
    if len(rows) > 1:
        a, b = random.sample(range(len(rows)), 2)
        rows[a], rows[b] = rows[b], rows[a]


def columns_swapped(rows: Rows, random: Random) -> None:
    """Two columns change places."""
    width = max(map(len, rows), default=0)
    if width > 1:
        a, b = random.sample(range(width), 2)
        for row in rows:
            row.extend([None] * (width - len(row)))
            row[a], row[b] = row[b], row[a]


def spaces_added(rows: Rows, random: Random) -> None:
    """Spaces, ordinary and not, around and within texts."""
    space = random.choice([" ", "\u00a0", "\u200b", "\t", "\n", "\u202f"])
    for row in rows:
        for col, value in enumerate(row):
            if isinstance(value, str) and random.random() < 0.4:
                row[col] = random.choice([space + value, value + space, value.replace(" ", space)])


def type_changed(rows: Rows, random: Random) -> None:
    """Numbers become text, texts of digits numbers, in one column."""
    place = _place(rows, random)
    for row in rows if place else ():
        if place and place[1] < len(row):
            value = row[place[1]]
            if isinstance(value, int | float) and not isinstance(value, bool):
                row[place[1]] = random.choice([str(value), f"${value:,.2f}", f"{value} "])
            elif isinstance(value, str) and value.replace(".", "", 1).isdecimal():
                row[place[1]] = float(value)


def cell_blanked(rows: Rows, random: Random) -> None:
    """A cell is emptied."""
    if place := _place(rows, random):
        rows[place[0]][place[1]] = None


def cell_spoilt(rows: Rows, random: Random) -> None:
    """A cell holds something strange."""
    if place := _place(rows, random):
        rows[place[0]][place[1]] = random.choice(STRAY)


def row_repeated(rows: Rows, random: Random) -> None:
    """A row stands twice, next to itself or elsewhere: a heading again, a line copied."""
    if rows:
        rows.insert(random.randint(0, len(rows)), list(random.choice(rows)))


def row_lost(rows: Rows, random: Random) -> None:
    """A row is deleted."""
    if rows:
        rows.pop(random.randrange(len(rows)))


def set_beside_itself(rows: Rows, random: Random) -> None:
    """The sheet again at its right."""
    width = max(map(len, rows), default=0)
    if width < 40:
        rows[:] = [row + [None] * (width - len(row) + 1) + row for row in rows]


def turned(rows: Rows, random: Random) -> None:
    """Rows become columns."""
    width = max(map(len, rows), default=0)
    full = [row + [None] * (width - len(row)) for row in rows]
    rows[:] = [list(column) for column in zip(*full, strict=True)]


def _merge(rows: Rows, random: Random) -> Block:
    top, left = random.randint(1, len(rows) + 1), random.randint(1, 8)
    return Block(top, left, top + random.randrange(3), left + random.randrange(4))


MISHAPS: tuple[Callable[[Rows, Random], None], ...] = (
    row_inserted,
    column_inserted,
    row_shuffled,
    rows_swapped,
    columns_swapped,
    spaces_added,
    type_changed,
    cell_blanked,
    cell_blanked,
    cell_spoilt,
    cell_spoilt,
    row_repeated,
    row_lost,
    set_beside_itself,
    turned,
)
