"""Tabs that say again what another one says, where nothing tells which of them is newer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations

from model.cell import Cell
from model.issue import Issue, Severity
from model.table import Dood, Table
from schemas import issues
from schemas.budget.columns.fields import MONEY
from schemas.revisions.hints import Hint
from schemas.revisions.likeness import Likeness

_LISTS = frozenset(("crew", "cast", "crew_grid", "equipment", "permits", "insurance", "tickets"))
"""Kinds of which nothing is added up, so that a second copy changes no figure."""
_ALIKE = 0.6
_CONTAINED = 0.9
_FEW = 3


def rivals(one: Table, other: Table) -> bool:
    """Whether two tables may be one sheet twice: same kind and spreadsheet, different tabs."""
    return (one.kind, one.place.book) == (other.kind, other.place.book) and (
        one.place.tab != other.place.tab
    )


def corner(table: Table) -> Cell:
    """The table's first cell."""
    return Cell(table.place.tab, table.block.top, table.block.left, table.place.book)


def budgets(
    tables: Sequence[Table], hints: Sequence[Hint], wanted: Sequence[bool], likeness: Likeness
) -> Mapping[int, int]:
    """Each budget that a cost report on another tab repeats with more columns -> that cost report.

    The trade keeps both: the budget as it was approved, and the cost report that grows from it.
    ``wanted`` says of which tables the settings say outright that they count.
    """
    found: dict[int, int] = {}
    for poor, rich in permutations(range(len(tables)), 2):
        if poor in found or rich in found or wanted[poor] or not _both(tables, hints, poor, rich):
            continue
        ours, theirs = _money(tables[poor]), _money(tables[rich])
        if tables[poor].kind != "budget" or not ours < theirs:
            continue
        if _within(tables[poor], tables[rich], likeness):
            found[poor] = rich
    return found


def _both(tables: Sequence[Table], hints: Sequence[Hint], one: int, other: int) -> bool:
    """Whether two tables both count, and are of the same part of the production."""
    current = not (tables[one].superseded or tables[other].superseded)
    return current and rivals(tables[one], tables[other]) and hints[one].parts == hints[other].parts


def _money(table: Table) -> set[str]:
    return {name for name in MONEY if name in table.place.columns}


def _within(budget: Table, report: Table, likeness: Likeness) -> bool:
    """Whether a cost report has a budget's accounts, most of them with the same figures."""
    if not _FEW <= len(budget.frame) <= len(report.frame):
        return False
    if likeness.shared(budget, report) < _CONTAINED:
        return False
    fields = ("account", *MONEY) if "account" in budget.place.columns else ("description", *MONEY)
    return likeness.alike(budget, report, fields) >= _ALIKE


def told(budget: Table, report: Table) -> Issue:
    """The note that a budget is counted on its cost report's tab."""
    return issues.make(
        "budget-repeated",
        f'The tab "{report.place.tab}" has the lines of this budget and more columns, so its '
        "figures are counted, and this tab's are not counted again.",
        corner(budget),
        related=(corner(report),),
        suggestion='If both count, say "superseded = false" for this tab in the settings.',
    )


def same_lines(
    tables: Sequence[Table], hints: Sequence[Hint], wanted: Sequence[bool], likeness: Likeness
) -> list[Issue]:
    """A warning for each tab that says again what an earlier one says, where both count."""
    made: dict[int, Issue] = {}
    for first, second, share in _alike(tables, hints, likeness):
        if not (wanted[first] or wanted[second]):
            made.setdefault(second, _same(tables[first], tables[second], share))
    return list(made.values())


def _alike(
    tables: Sequence[Table], hints: Sequence[Hint], likeness: Likeness
) -> Iterator[tuple[int, int, float]]:
    """Pairs of tables with the same lines, and which share of them is the same.

    Two versions of one day-out-of-days are told by the rule double-booked.
    """
    counted = [
        number
        for number, table in enumerate(tables)
        if not (table.repeated or isinstance(table, Dood)) and len(table.frame) >= _FEW
    ]
    for first, second in combinations(counted, 2):
        if _both(tables, hints, first, second):
            share = likeness.alike(tables[first], tables[second])
            if share >= _ALIKE:
                yield first, second, share


def _same(one: Table, other: Table, share: float) -> Issue:
    """The warning that two tabs hold the same lines."""
    most = "All" if share == 1 else f"{share:.0%} of the"
    counted = "listed twice" if one.kind in _LISTS else "counted twice"
    return issues.make(
        "same-lines-on-two-tabs",
        f'{most} lines of this tab stand on the tab "{one.place.tab}" too, with the same entries. '
        f"Nothing says which of the two is newer, so they are {counted}.",
        corner(other),
        related=(corner(one),),
        expected="one tab, or two whose titles say which is newer: v1 and v2, or OLD",
        suggestion='Write "OLD" into the title of the one that no longer counts, or set '
        '"superseded = true" for it in the settings.',
        severity=Severity.INFO if one.kind in _LISTS else None,
    )
