"""The guard that makes a write land exactly once.

A warning-only protected range over the hidden corner cell of one of our tabs bears our run's id in
its description. Every batch begins by deleting the marker of the write before it, by id, and ends
by adding its own. Of two batches made from the same reading, the second is refused whole: the range
that it deletes is gone. A repeat of a batch whose answer was lost is refused alike.

The evidence. Google refuses the deletion of a protected range that no sheet holds ("No protected
range with id"), measured against the live service by others (byronbroughten/sheets-framework,
docs/testing.md, 2026); a batch is applied whole or not at all (reference of
spreadsheets.batchUpdate); to add a range under an id that exists is documented as an error
(reference of AddProtectedRangeRequest). Of two first writes one
is refused by the ids of the new tabs. Where people took the marker away, a run first puts one and
reads again: another may have written meanwhile, and bears its own by then. A batch deletes every
marker that was read, so that of all that were made from one reading, one lands. No id comes back:
else a batch that was long under way would find the marker that it deletes there again, and land on
what it never saw. A developer-metadata id would do as well if what a duplicate answers were known;
it is not.

The corner is hidden twice, by its row and its column, and no sorting or typing reaches it. A person
would have to delete it from the list of protected ranges, or delete the whole tab.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.grid import Marker
from sheets.planning.names import GUARD_PREFIX, free_id, stable_id
from sheets.planning.wire import Box, Request, grid_range

NOBODYS = "none yet"
"""What a marker bears that stands for one which people took away."""


def read_guard(ident: int, description: str) -> Marker | None:
    """Recognise a marker among a spreadsheet's protected ranges."""
    if description.startswith(GUARD_PREFIX):
        return Marker(ident, description.removeprefix(GUARD_PREFIX))
    return None


def next_guard(spreadsheet_id: str, old: Sequence[Marker], run: str, seen: str) -> Marker:
    """The marker that a run leaves: another id than those that it deletes.

    ``seen`` settles the id where there is none to delete: what two runs that may not both land have
    in common, and no later run has again.
    """
    if not old:
        return Marker(stable_id("guard", spreadsheet_id, seen), run)
    ids = {marker.id for marker in old}
    wanted = stable_id("guard", spreadsheet_id, run, *map(str, sorted(ids)))
    return Marker(free_id(wanted, ids), run)


def guard_requests(
    old: Sequence[Marker], new: Marker, sheet: int, row: int, col: int
) -> tuple[list[Request], list[Request]]:
    """What the batch begins with, and what it ends with (the tab may be made in between)."""
    before: list[Request] = [
        {"deleteProtectedRange": {"protectedRangeId": marker.id}} for marker in old
    ]
    return before, [mark(new, sheet, row, col)]


def mark(marker: Marker, sheet: int, row: int, col: int) -> Request:
    """Leave a marker on a cell."""
    return {
        "addProtectedRange": {
            "protectedRange": {
                "protectedRangeId": marker.id,
                "range": grid_range(sheet, Box(row, col, row + 1, col + 1)),
                "description": f"{GUARD_PREFIX}{marker.run}",
                "warningOnly": True,
            }
        }
    }
