"""Older revisions of a sheet that a newer one on another tab replaces.

Units and episodes stand beside each other; of revisions only the newest counts. Which is newer is
told by the tabs' titles and by the rows above their headings. Where nothing tells, both count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import permutations

from model.grid import Grid, Scalar
from model.issue import Issue
from model.production import Production
from model.table import Table
from schemas import issues
from schemas.revisions import hints as revision_hints
from schemas.revisions import repeats
from schemas.revisions.hints import Hint, why_newer
from schemas.revisions.likeness import Likeness
from schemas.revisions.words import PART
from schemas.values.dates import Dates

_JOURNALS = frozenset(("purchase_orders", "petty_cash", "payroll", "ledger", "crew_grid"))
"""Kinds of which two tabs are rather two periods than two revisions."""
_SHARED = 0.5
"""Which share of the shorter tab's lines two revisions have in common at least."""
_FRONT = 12


def mark(
    tables: Sequence[Table], production: Production, grids: Sequence[Grid] = ()
) -> tuple[list[Table], list[Issue]]:
    """Mark the tables that a newer revision of the same kind and name replaces, and say so.

    What the settings say of a tab goes first: ``superseded`` is taken as it is, and a tab with a
    ``kind`` of theirs stays. ``grids`` are the tabs, for what stands above the headings.
    """
    hints = _hints(tables, production, grids)
    likeness = Likeness()
    replaced = _replaced(tables, hints, production, likeness)
    marked = [
        replace(table, superseded=True)
        if number in replaced or _pin(table, production) is True
        else table
        for number, table in enumerate(tables)
    ]
    notes = [_older(tables[old], tables[new], why) for old, (new, why) in sorted(replaced.items())]
    wanted = [_pin_says_both(table, production) for table in tables]
    again = repeats.budgets(marked, hints, wanted, likeness)
    marked = [replace(table, repeated=number in again) for number, table in enumerate(marked)]
    notes += [repeats.told(marked[number], marked[by]) for number, by in sorted(again.items())]
    return marked, notes + repeats.same_lines(marked, hints, wanted, likeness)


def _hints(tables: Sequence[Table], production: Production, grids: Sequence[Grid]) -> list[Hint]:
    """What each table's tab says of its revision."""
    by_tab = {grid.tab: grid for grid in grids}
    tops: dict[str, int] = {}
    for table in tables:
        top = min((table.block.top, *table.header_rows))
        tops[table.place.tab] = min(top, tops.get(table.place.tab, top))
    dates = Dates.of(production)
    told = {}
    for tab, top in tops.items():
        front = _front(by_tab[tab], top) if tab in by_tab else []
        told[tab] = revision_hints.with_front(revision_hints.of_title(tab, dates), front, dates)
    return [told[table.place.tab] for table in tables]


def _front(grid: Grid, top: int) -> list[list[Scalar]]:
    """The filled cells of the rows above a tab's first headings."""
    rows = grid.rows[: min(top - 1, _FRONT)]
    return [[value for value in row if value not in (None, "")] for row in rows]


def _pin(table: Table, production: Production) -> bool | None:
    """What the settings say: left out, kept, or nothing."""
    told = production.override(table.place.book, table.place.tab)
    if told is None or told.superseded is not None:
        return told.superseded if told else None
    return False if told.kind is not None else None


def _pin_says_both(table: Table, production: Production) -> bool:
    """Whether the settings say outright that a tab counts."""
    told = production.override(table.place.book, table.place.tab)
    return told is not None and told.superseded is False


def _replaced(
    tables: Sequence[Table], hints: Sequence[Hint], production: Production, likeness: Likeness
) -> Mapping[int, tuple[int, str]]:
    """Each table that a newer one replaces -> the newest revision, and why that is newer."""
    free = [number for number, table in enumerate(tables) if _pin(table, production) is None]
    newer: dict[int, dict[int, str]] = {}
    for old, new in permutations(free, 2):
        if not repeats.rivals(tables[old], tables[new]):
            continue
        named_alike = hints[old].name == hints[new].name
        if not named_alike and _unnumbered(hints[old].name) != _unnumbered(hints[new].name):
            continue
        why = why_newer(hints[new], hints[old])
        proof = why is not None and named_alike and _proof(why[1], tables[old])
        if why and (proof or likeness.shared(tables[old], tables[new]) >= _SHARED):
            newer.setdefault(old, {})[new] = why[0]
    last = {
        old: next((new for new in found if new not in newer), None) for old, found in newer.items()
    }
    return {old: (new, newer[old][new]) for old, new in last.items() if new is not None}


def _unnumbered(name: str) -> str:
    """A name without the number at its end: of "DOOD" and "DOOD 2", their own dates may tell.

    A part of the production keeps it: blocks 1 and 2 stand beside each other.
    """
    if any(part.end() == len(name) for part in PART.finditer(name)):
        return name
    return re.sub(r"(?<!\d)\d{1,2}$", "", name)


def _proof(clear: bool, table: Table) -> bool:
    """Whether titles alone prove a revision: not by dates, which may be those of two periods."""
    return clear and table.kind not in _JOURNALS


def _older(old: Table, new: Table, why: str) -> Issue:
    """The note that a tab is left out."""
    return issues.make(
        "older-revision",
        f'The tab "{new.place.tab}" is a newer revision ({why}), so this one is left out: nothing '
        "of it is added up or checked.",
        repeats.corner(old),
        related=(repeats.corner(new),),
        suggestion='If both count, say "superseded = false" for this tab in the settings.',
    )
