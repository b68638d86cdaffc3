"""Every kind of thing that lies on a tab, in one table: so that none is forgotten.

What rows and columns move, what a copy of a tab takes along, which ids are taken: all of it goes
through :data:`KINDS`. A new field of :class:`Sheet` belongs here or among :data:`PLAIN`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from localsheets.state.sheet import Sheet
from localsheets.wire import columns
from localsheets.wire.axis import Shift
from localsheets.wire.ranges import off_tab, shifted, tabs_of

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A field of :class:`Sheet` that holds messages with places in them."""

    field: str
    message: str
    id: str = ""
    """The field that holds the message's id; "" where it has none."""
    far: bool = False
    """Whether its places may lie on other tabs."""

    def of(self, sheet: Sheet) -> list[Json]:
        """The messages on a tab."""
        found = getattr(sheet, self.field)
        if found is None:
            return []
        return [found] if isinstance(found, dict) else found

    def put(self, sheet: Sheet, parts: list[Json]) -> None:
        """Replace the messages on a tab."""
        single = self.field == "basic_filter"
        setattr(sheet, self.field, (parts[0] if parts else None) if single else parts)


KINDS = (
    Kind("conditional", "ConditionalFormatRule"),
    Kind("basic_filter", "BasicFilter"),
    Kind("filter_views", "FilterView", "filterViewId"),
    Kind("charts", "EmbeddedChart", "chartId", far=True),
    Kind("slicers", "Slicer", "slicerId", far=True),
    Kind("banded", "BandedRange", "bandedRangeId"),
    Kind("protected", "ProtectedRange", "protectedRangeId"),
    Kind("tables", "Table", "tableId"),
    Kind("row_groups", "DimensionGroup"),
    Kind("col_groups", "DimensionGroup"),
)
PLAIN = {"properties", "row_meta", "col_meta", "merges", "touched", "has_arrays"}
"""Fields of a tab that hold no such messages: they are moved and copied in their own ways."""


def follow(sheets: list[Sheet], moved: Sheet, shift: Shift) -> None:
    """Let every part of every tab follow rows or columns that moved on one of them."""
    for sheet in sheets:
        for kind in KINDS:
            parts = kind.of(sheet)
            if parts and (kind.far or sheet is moved):
                kind.put(sheet, followed(kind.message, parts, moved.id, shift))


def followed(message: str, parts: list[Json], sheet_id: int, shift: Shift) -> list[Json]:
    """Move each part; one whose place is gone goes too."""
    pairs = ((part, shifted(message, part, sheet_id, shift)) for part in parts)
    return [columns.follow(message, old, new, shift) for old, new in pairs if new is not None]


def forget(sheets: list[Sheet], gone: int) -> None:
    """Let charts and slicers go on without the data that lay on a tab that is gone."""
    for sheet in sheets:
        for kind in KINDS:
            if kind.far and (own := kind.of(sheet)):
                left = (off_tab(kind.message, part, gone) for part in own)
                kind.put(sheet, [part for part in left if part is not None])


__all__ = ["KINDS", "PLAIN", "Kind", "follow", "followed", "forget", "tabs_of", "with_ids"]


def with_ids(sheets: list[Sheet]) -> Iterator[tuple[str, Json]]:
    """Everything on any tab that has an id, as (the id's field, message)."""
    for sheet in sheets:
        for kind in KINDS:
            if kind.id:
                yield from ((kind.id, part) for part in kind.of(sheet))
