"""What of a plan's tabs is copied into the attic, and which copies have served."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from model.grid import Book, Kept, OwnTab
from sheets.attic.copies import Told, copy, read_told, swept, title_of, writes
from sheets.attic.harm import assumed, to_heal
from sheets.attic.shifts import shifts_of
from sheets.planning.names import free_title
from sheets.planning.standing import read_standing
from sheets.planning.wire import Request

_GOES_BY_NAME = frozenset(
    {"findReplace", "updateDeveloperMetadata", "createDeveloperMetadata", "updateSheetProperties"}
    | {"addProtectedRange", "updateProtectedRange", "deleteProtectedRange", "setBasicFilter"}
)
"""Requests that cannot go astray, or put nothing into cells where they do."""


@dataclass(frozen=True, slots=True)
class Copies:
    """What the batch does with the attic, and by which copies its write is judged."""

    first: tuple[Request, ...] = ()
    """Before anything is written."""
    last: tuple[Request, ...] = ()
    judged: tuple[tuple[str, Told], ...] = ()
    """The copies of before: title, and what was told of them."""
    sheets: frozenset[int] = frozenset()
    """The tabs that it makes."""


def told_of(own: OwnTab, requests: Sequence[Request]) -> Told | None:
    """What a write on a tab needs to have copied; ``None`` where it cannot go astray."""
    if all(next(iter(request)) in _GOES_BY_NAME for request in requests):
        return None
    sheet = own.grid.sheet_id
    return Told(
        own.report,
        sheet,
        assumed=assumed(own, read_standing(own)),
        layout=own.layout,
        lines=own.lines,
        shifts=shifts_of(requests, sheet),
    )


def told_of_healing(own: OwnTab, first: Told, number: int) -> Told:
    """The same of a write that heals: it writes the whole tab, so that any edit would be lost."""
    seen = assumed(own, read_standing(own), whole=True)
    return replace(first, number=number, assumed=seen, lines=own.lines, shifts=(), cut=False)


def copies(book: Book, tolds: Sequence[Told], made: int) -> Copies:
    """Copy the tabs before and after; delete the copies of earlier writes that are not needed.

    ``made`` is how many tabs the batch makes in between.
    """
    served = [kept for kept in book.attic if not _is_needed(book, kept)]
    titles = set(book.tab_titles) - {kept.grid.tab for kept in served}
    index = len(book.sheet_ids) - len(served)
    first, last = [*swept(served)], list[Request]()
    judged: list[tuple[str, Told]] = []
    for place, told in enumerate(tolds):
        judged.append((free_title(title_of(told), titles), told))
        first += copy(told, titles, index + place)
        after = replace(told, after=True, assumed="", lines="", shifts=())
        last += copy(after, titles, index + len(tolds) + made + place)
    idents = {told.ident for told in tolds} | {replace(told, after=True).ident for told in tolds}
    return Copies(tuple(first), tuple(last), tuple(judged), frozenset(idents))


def has_to_heal(book: Book) -> bool:
    """Whether a write went astray that nothing has healed yet."""
    return any(_is_needed(book, kept) for kept in book.attic)


def _is_needed(book: Book, kept: Kept) -> bool:
    told = read_told(kept.told)
    stands = told and any(
        (own.grid.sheet_id, own.report) == (told.sheet, told.report) for own in book.own
    )
    return bool(told and stands and to_heal(writes(book, told.report, told.sheet)))
