"""A day-out-of-days as rows to show: an element's marks by date, as they were read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from model.cell import Cell
from model.issue import Issue, Severity
from model.table import Dood
from transforms.records import records


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its code (as typed, where nobody knows it) and its cell."""

    code: str
    at: Cell
    kinds: frozenset[str]
    """Of "work", "hold", "travel" and "off"."""


@dataclass(frozen=True, slots=True)
class Row:
    """One element of one tab; pages of the tab are put together."""

    tab: str
    element_id: str
    name: str
    at: Cell
    marks: dict[date, Mark] = field(default_factory=dict)

    def days(self, kind: str) -> int:
        """How many days are of a kind."""
        return sum(kind in mark.kinds for mark in self.marks.values())


_KINDS = ("work", "hold", "travel", "off")


def rows_of(doods: Sequence[Dood]) -> list[Row]:
    """Every element of every sheet, in the sheets' own order.

    An element again on a later page of its tab goes on in its row; two rows that both say something
    of a day stay two.
    """
    found: dict[tuple[str, str, str, str], list[Row]] = {}
    rows: list[Row] = []
    for dood in doods:
        marks = _marks(dood)
        for label, element in records(dood.elements):
            at, own = dood.element_cell(label), marks.get(label, {})
            told = str(element["element_id"] or ""), str(element["name"] or "")
            known = found.setdefault((at.book, at.tab, *told), [])
            row = next((row for row in known if not row.marks.keys() & own.keys()), None)
            if row is None or not known:
                row = Row(at.tab, *told, at)
                known.append(row)
                rows.append(row)
            row.marks.update(own)
    return rows


def _marks(dood: Dood) -> Mapping[int, dict[date, Mark]]:
    """Each element's marks by date; of two at one date the first."""
    made: dict[int, dict[date, Mark]] = {}
    for label, mark in records(dood.frame):
        if isinstance(mark["date"], date):
            code = str(mark["code"] or mark["text"] or "")
            kinds = frozenset(kind for kind in _KINDS if mark[kind])
            own = made.setdefault(int(mark["element"]), {})
            own.setdefault(mark["date"], Mark(code, dood.cell(label), kinds))
    return made


def dates_of(doods: Sequence[Dood]) -> list[date]:
    """Every date that a sheet has a column for, in order."""
    found = {when for dood in doods for when in dood.days["date"] if isinstance(when, date)}
    return sorted(found)


def flagged(issues: Sequence[Issue], rows: Sequence[Row]) -> Mapping[Cell, list[Issue]]:
    """The marks at which something more than information was found: on whichever side it is."""
    days = {mark.at: when for row in rows for when, mark in row.marks.items()}
    found: dict[Cell, list[Issue]] = {}
    for issue in issues:
        if issue.severity is not Severity.INFO:
            for cell in _where(issue, days):
                found.setdefault(cell, []).append(issue)
    return found


def _where(issue: Issue, days: Mapping[Cell, date]) -> Iterator[Cell]:
    """The issue's own mark, and what clashes with it on the same day."""
    marks = [cell for cell in (issue.at, *issue.related) if cell in days]
    yield from dict.fromkeys(cell for cell in marks if days[cell] == days[marks[0]])
