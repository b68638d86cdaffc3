"""Which rows and columns a write inserts, deletes and moves in one tab: followed, and undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from sheets.planning.wire import Request, delete, insert, move

Kind = Literal["ROWS", "COLUMNS"]
Shift = tuple[str, str, int, int]
"""("R" or "C", what, where from, where to): "+" inserted, "-" deleted, "a" appended (0, how many),
">" moved (the place, before which place)."""

_KINDS: dict[str, Kind] = {"R": "ROWS", "C": "COLUMNS"}


def shifts_of(requests: Iterable[Request], sheet: int) -> tuple[Shift, ...]:
    """The shifts that a tab's requests make, in their order."""
    found = (_shift(request) for request in requests)
    return tuple(shift for named, shift in found if shift and named == sheet)


def _shift(request: Request) -> tuple[int, Shift | None]:
    ((kind, body),) = request.items()
    if kind == "appendDimension":
        return body["sheetId"], (body["dimension"][0], "a", 0, body["length"])
    if kind == "moveDimension":
        span = body["source"]
        letter = span["dimension"][0]
        return span["sheetId"], (letter, ">", span["startIndex"], body["destinationIndex"])
    if kind in ("insertDimension", "deleteDimension"):
        span = body["range"]
        what = "+" if kind == "insertDimension" else "-"
        letter = span["dimension"][0]
        return span["sheetId"], (letter, what, span["startIndex"], span["endIndex"])
    return -1, None


def followed(shifts: Iterable[Sequence[Any]], letter: str, size: int) -> list[int | None]:
    """Where each row ("R") or column ("C") after the shifts stood before; ``None``: it is new."""
    places: list[int | None] = list(range(size))
    for kind, what, start, end in shifts:
        if kind != letter:
            continue
        if what == "+":
            places[start:start] = [None] * (end - start)
        elif what == "a":
            places += [None] * end
        elif what == "-":
            del places[start:end]
        else:
            moved = places.pop(start)
            places.insert(end - 1 if end > start else end, moved)
    return places


def gone(shifts: Sequence[Sequence[Any]], letter: str, size: int) -> set[int]:
    """The rows or columns that the shifts deleted, by where they stood before."""
    return set(range(size)) - {
        place for place in followed(shifts, letter, size) if place is not None
    }


def undone(
    sheet: int, shifts: Sequence[Sequence[Any]], rows: int, columns: int
) -> Iterator[Request]:
    """Take the shifts back, the last first; what was deleted comes back blank.

    ``rows`` and ``columns`` are how many the tab has now.
    """
    sizes = {"R": rows, "C": columns}
    for letter, what, start, end in reversed(shifts):
        kind = _KINDS[letter]
        if what == "+":
            yield delete(sheet, kind, start, end)
            sizes[letter] -= end - start
        elif what == "a":
            yield delete(sheet, kind, sizes[letter] - end, sizes[letter])
            sizes[letter] -= end
        elif what == "-":
            yield insert(sheet, kind, start, end, sizes[letter])
            sizes[letter] += end - start
        elif end > start:
            yield move(sheet, kind, end - 1, start)
        else:
            yield move(sheet, kind, end, start + 1)
