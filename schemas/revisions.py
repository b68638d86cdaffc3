"""Older revisions of a sheet that a newer one on another tab replaces."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from model.cell import Cell
from model.issue import Issue
from model.production import Production
from model.table import Table
from schemas import issues
from schemas.headings import normal
from schemas.values.dates import written

COLOURS = (
    "white",
    "blue",
    "pink",
    "yellow",
    "green",
    "goldenrod",
    "buff",
    "salmon",
    "cherry",
    "tan",
)
"""The colours of revisions, in the order in which they follow each other."""
_WORDS = {"preliminary": -9, "prelim": -9, "draft": -8}
_WORDS |= {"first pass": -3, "second pass": -2, "third pass": -1}
_WORDS |= {"final": 90, "latest": 95, "current": 95, "new": 95}
_OLD = re.compile(r"\b(?:old|archived?|superseded|obsolete|do not use|prev(?:ious)?|copy of)\b")
_VERSION = re.compile(r"\b(?:v|ver|version|rev|revision|draft|pass) ?(\d{1,3})\b")
_DATE = re.compile(r"(?<!\d)\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?(?!\d)")

_Rank = tuple[int, int]


def mark(tables: Sequence[Table], production: Production) -> tuple[list[Table], list[Issue]]:
    """Mark the tables that a newer revision of the same kind and name replaces, and say so.

    Revisions are told by their tabs' titles: "DOOD v1" and "DOOD v2", "Budget" and "Budget OLD",
    "DOOD Rev White" and "DOOD Rev Blue", "Budget 2026-02-01" and "Budget 2026-03-01". A tab that
    the settings name a kind for is what they say, and stays.
    """
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    ranks: dict[int, _Rank] = {}
    for number, table in enumerate(tables):
        told = production.override(table.place.book, table.place.tab)
        if told is not None and told.kind is not None:
            continue
        name, ranks[number] = _part(table.place.tab)
        groups[table.kind, name].append(number)
    newer: dict[int, int] = {}
    for members in groups.values():
        newest = max(members, key=lambda number: ranks[number])
        newer |= {number: newest for number in members if ranks[number] < ranks[newest]}
    marked = [
        replace(table, superseded=True) if number in newer else table
        for number, table in enumerate(tables)
    ]
    return marked, [_issue(tables[old], tables[new]) for old, new in sorted(newer.items())]


def _issue(old: Table, new: Table) -> Issue:
    """The note that a tab is left out."""
    return issues.make(
        "older-revision",
        f'The tab "{new.place.tab}" is a newer revision of this one, which is left out.',
        Cell(old.place.tab, old.block.top, old.block.left, old.place.book),
        related=(Cell(new.place.tab, new.block.top, new.block.left, new.place.book),),
        suggestion="If both count, name the kind of each tab in the settings.",
    )


def _part(title: str) -> tuple[str, _Rank]:
    """Part a tab's title into its name and its revision's rank.

    A title without a revision ranks above one that says it is old and above a first version,
    below a second one.
    """
    dated = _DATE.search(title)
    day = _day(dated[0]) if dated else None
    name = normal(title.replace(dated[0], " ") if dated and day else title)
    if _OLD.search(name):
        return _tidy(_OLD.sub(" ", name)), (0, 0)
    if day:
        return _tidy(name), (2, day)
    version = _VERSION.search(name)
    if version:
        number = int(version[1])
        return _tidy(name.replace(version[0], " ")), ((2, number) if number > 1 else (1, -1))
    for rank, colour in enumerate(COLOURS):
        if re.search(rf"\b(?:rev )?{colour}\b", name):
            return _tidy(re.sub(rf"\b(?:rev )?{colour}\b", " ", name)), (2, rank)
    for word, rank in _WORDS.items():
        if re.search(rf"\b{word}\b", name):
            return _tidy(re.sub(rf"\b{word}\b", " ", name)), (2, rank)
    return _tidy(name), (1, 0)


def _day(text: str) -> int | None:
    """A date in a title as a number that grows with time, where it is one with a year."""
    read = written(text)
    if isinstance(read, date):
        return read.toordinal()
    if read is None:
        return None
    month, day = read.days[0]
    return date(read.year or 2000, month, day).toordinal()


def _tidy(name: str) -> str:
    return " ".join(re.sub(r"\b(?:rev|revised|version|as of)\b", " ", name).split())
