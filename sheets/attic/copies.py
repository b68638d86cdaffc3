"""The copies themselves: how they are made, named and read back."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

from model.grid import Book, Kept
from sheets.attic.shifts import Shift
from sheets.planning.names import ATTIC_KEY, free_title, stable_id
from sheets.planning.wire import Request

_MOST_TOLD = 20_000
"""Characters; Google keeps 30,000 of developer metadata a tab."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a copy's metadata says of it."""

    report: str
    sheet: int
    """The tab that it is a copy of."""
    number: int = 1
    """1 for a write; 2 and on for those that healed it."""
    after: bool = False
    """Made at the end of the write, not at its beginning."""
    assumed: str = ""
    """What :mod:`sheets.attic.harm` makes of the tab as the write took it to stand."""
    layout: str = ""
    """The tab's own layout before the write."""
    lines: str = ""
    """What its rows were known by before the write, should they have lost their keys."""
    shifts: tuple[Shift, ...] = ()
    cut: bool = False
    """The shifts are left out, for they were too many."""

    @property
    def ident(self) -> int:
        """The copy's sheet id."""
        return stable_id("attic", self.report, str(self.number), "after" if self.after else "")

    @property
    def text(self) -> str:
        """As it is kept. What is too much is left out, and healing goes by keys alone."""
        bare = replace(self, shifts=(), cut=True)
        for told in (self, bare, replace(bare, lines="")):
            text = json.dumps(asdict(told), separators=(",", ":"), ensure_ascii=False)
            if len(text) <= _MOST_TOLD:
                break
        return text


def read_told(text: str) -> Told | None:
    """Read a copy's metadata; ``None`` where it cannot be read."""
    try:
        value: Any = json.loads(text)
        shifts = tuple((str(a), str(b), int(c), int(d)) for a, b, c, d in value.pop("shifts"))
        return Told(**value, shifts=shifts)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


@dataclass(frozen=True, slots=True)
class Write:
    """One write on a tab, as the attic remembers it."""

    told: Told
    before: Kept
    after: Kept | None


def writes(book: Book, report: str, sheet: int) -> tuple[Write, ...]:
    """The writes on a tab that the attic holds, first to last."""
    told = [(read_told(kept.told), kept) for kept in book.attic]
    found = [(t, kept) for t, kept in told if t and t.report == report and t.sheet == sheet]
    after = {t.number: kept for t, kept in found if t.after}
    before = sorted((t.number, t, kept) for t, kept in found if not t.after)
    return tuple(Write(t, kept, after.get(number)) for number, t, kept in before)


def copy(told: Told, titles: Collection[str], index: int) -> tuple[Request, ...]:
    """Copy a tab as it stands at this place of the batch into a hidden tab, before ``index``."""
    title = free_title(title_of(told), titles)
    hidden = {"properties": {"sheetId": told.ident, "hidden": True}, "fields": "hidden"}
    location = {"sheetId": told.ident}
    metadata = {
        "metadataKey": ATTIC_KEY,
        "metadataValue": told.text,
        "location": location,
        "visibility": "DOCUMENT",
    }
    return (
        {
            "duplicateSheet": {
                "sourceSheetId": told.sheet,
                "insertSheetIndex": index,
                "newSheetId": told.ident,
                "newSheetName": title,
            }
        },
        {"updateSheetProperties": hidden},
        {"createDeveloperMetadata": {"developerMetadata": metadata}},
    )


def title_of(told: Told) -> str:
    """What a copy's tab is called, for whoever lists the hidden tabs."""
    return f"Topsheet attic: {told.report} {told.number}{'b' if told.after else 'a'}"


def swept(kept: Iterable[Kept]) -> tuple[Request, ...]:
    """Delete copies that have served."""
    return tuple({"deleteSheet": {"sheetId": copy.grid.sheet_id}} for copy in kept)
