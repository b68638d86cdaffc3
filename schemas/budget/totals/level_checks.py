"""Every level of a budget held to the one below it: topsheet, accounts, detail."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from model.cell import Cell
from model.grid import Grid
from model.issue import Issue, Severity
from model.money import ZERO, cents, spoken, total
from model.table import Table
from schemas import issues
from schemas.budget import accounts
from schemas.budget.rows.lines import SUMMED
from schemas.budget.rows.whole import are_whole
from schemas.budget.totals import blame as budget_blame
from schemas.budget.totals import episodes
from schemas.budget.totals.levels import Row, lines
from schemas.headings import normal

_ROUNDING = Decimal(2)
_LOWER = {"budget_topsheet": ("budget", "budget_detail"), "budget": ("budget_detail",)}


@dataclass(frozen=True, slots=True)
class _Group:
    """What a lower level holds for one line of the level above, by field."""

    sums: Mapping[str, Decimal]
    stated: Mapping[str, frozenset[Decimal]]
    """The totals that the lower tab itself states for the group, or for it and further lines.

    "ACCOUNT TOTAL FOR 6700" stands below 6701 and 6810: the line 6700 above is both.
    """
    cells: Mapping[str, Cell]
    """The cell of that total, or the first of the group."""
    whole: bool
    """Whether every line of it can be read."""


@dataclass(frozen=True, slots=True)
class _Wrong:
    """A figure that the level below contradicts."""

    label: int
    field: str
    words: str
    figure: Decimal
    group: _Group


@dataclass(frozen=True, slots=True)
class _Compared:
    """How the lines of one level compare with another tab's."""

    agreeing: int
    wrong: Sequence[_Wrong]

    @property
    def is_one(self) -> bool:
        """Whether the two are levels of one budget: half of the figures or more agree."""
        return self.agreeing > 0 and self.agreeing >= len(self.wrong)


def check(
    tables: Sequence[Table],
    found: Sequence[Issue],
    currency: str,
    grids: Sequence[Grid] = (),
) -> tuple[list[Issue], list[Issue]]:
    """Hold every level of a budget to the one below it.

    Returns what of ``found`` stands, without the totals that only a wrong line throws out, and the
    issues of the lines that the level below contradicts. A tab of which less than half agrees with
    another is no level of the same budget; nor is one of other episodes. ``grids`` are the tabs.
    """
    kept, made = list(found), []
    tabs = {grid.tab: grid for grid in grids}
    for upper in tables:
        own = episodes.of(upper, tabs)
        others = [one for one in tables if not episodes.are_others(own, episodes.of(one, tabs))]
        below = _below(upper, others)
        if below is None:
            continue
        made += [_issue(upper, wrong, currency) for wrong in below.wrong]
        kept = _once(kept, upper, below)
    return kept, made


def _below(upper: Table, tables: Sequence[Table]) -> _Compared | None:
    """How a tab compares with the level below it, where the workbook has that."""
    if upper.superseded:
        return None
    for kind in _LOWER.get(upper.kind, ()):
        compared = [
            _compare(upper, lower, bare=bare)
            for bare in (False, True)
            for lower in tables
            if lower.kind == kind and not lower.superseded and lower.place.book == upper.place.book
            if lower.has("subtotal") or not bare
        ]
        best = max(compared, key=lambda one: one.agreeing, default=None)
        if best is not None and best.is_one:
            return best
    return None


def _compare(upper: Table, lower: Table, *, bare: bool) -> _Compared:
    """Compare each line of a tab with what another tab holds for it.

    ``bare`` says to take a detail's lines without their fringes, which a budget may state apart.
    """
    groups = _groups(lower, by_account=upper.kind == "budget", bare=bare)
    agreeing, wrong = 0, []
    for label, row in lines(upper):
        account, name = row["account"], row["description"]
        words = str(name if account is None else account)
        group = groups.get(words if account is not None else normal(words))
        for field in group.sums if group else ():
            figure = row.get(field)
            if group is None or not isinstance(figure, Decimal):
                continue
            if cents(figure) in {cents(group.sums[field]), *group.stated.get(field, ())}:
                agreeing += bool(figure)
            elif group.whole:
                wrong.append(_Wrong(label, field, words, figure, group))
    return _Compared(agreeing, wrong)


def _groups(lower: Table, *, by_account: bool, bare: bool) -> dict[str, _Group]:
    """What a tab holds by account, or by the code and the name of its categories."""
    members: dict[str, list[tuple[int, Row]]] = defaultdict(list)
    for label, row in lines(lower):
        for key in _keys(lower.kind, row, by_account=by_account):
            members[key].append((label, row))
    beside = _beside_unread(lower)
    return {key: _group(lower, rows, beside, bare=bare) for key, rows in members.items()}


def _beside_unread(lower: Table) -> frozenset[int]:
    """The lines right above and below those that cannot be read, which are of a group of theirs."""
    rows = sorted(lower.frame.index)
    near = set()
    for unread in lower.half_read:
        place = bisect(rows, unread)
        near |= {int(row) for row in rows[max(place - 1, 0) : place + 1]}
    return frozenset(near)


def _keys(kind: str, row: Row, *, by_account: bool) -> Iterator[str]:
    """Under which keys a line counts."""
    account, code = row["account"], row["category_code"]
    if by_account:
        if account is not None:
            yield str(account)
        return
    if kind == "budget_detail":
        code = accounts.category_of(str(account)) if account is not None else None
    if code is not None:
        yield str(code)
    if row["category"] is not None:
        yield normal(str(row["category"]))


def _group(
    lower: Table, rows: Sequence[tuple[int, Row]], beside_unread: frozenset[int], *, bare: bool
) -> _Group:
    """Sum a group of a tab's lines, and gather what the tab states for just these."""
    sums = {
        name: total(_figure(row, name) for _, row in rows) for name in SUMMED if lower.has(name)
    }
    cells = {name: lower.cell(rows[0][0], name) for name in sums}
    if "subtotal" in sums and (bare or not are_whole(row for _, row in rows)):
        subtotals = sums.pop("subtotal")
        cells["budget"] = cells.pop("subtotal")
        kept = total(_figure(row, "budget") for _, row in rows if row["subtotal"] is None)
        sums["budget"] = subtotals + kept
    stated: dict[str, set[Decimal]] = defaultdict(set)
    labels = {label for label, _ in rows}
    for one in lower.stated:
        if labels.issubset(one.covers):
            stated[one.field].add(cents(one.amount))
        if len(one.covers) == len(labels) and cents(one.amount) in stated[one.field]:
            cells[one.field] = one.cell
    told = {name: frozenset(amounts) for name, amounts in stated.items()}
    return _Group(sums, told, cells, labels.isdisjoint(beside_unread))


def _figure(row: Row, name: str) -> Decimal | None:
    value = row.get(name)
    return value if isinstance(value, Decimal) else None


def _once(found: Sequence[Issue], upper: Table, below: _Compared) -> list[Issue]:
    """Drop the totals of the upper tab that only its wrong lines throw out."""
    figures = dict(lines(upper, special=True))
    corrections = {(one.label, one.field): one.group.sums[one.field] for one in below.wrong}
    return budget_blame.once(
        found,
        upper.stated,
        corrections,
        lambda row, name: _figure(figures.get(row, {}), name),
    )


def _issue(upper: Table, wrong: _Wrong, currency: str) -> Issue:
    """The issue of a figure that the level below it contradicts, with both figures."""
    summed, below = wrong.group.sums[wrong.field], wrong.group.cells[wrong.field]
    difference = wrong.figure - summed
    return issues.make(
        "stated-total-differs",
        f"{wrong.words} is {spoken(wrong.figure, currency)} here; its lines on the tab "
        f'"{below.tab}" add up to {spoken(summed, currency)}, a difference of '
        f"{spoken(difference, currency)}.",
        upper.cell(wrong.label, wrong.field),
        related=(below,),
        subject=wrong.words,
        expected=spoken(summed or ZERO, currency),
        suggestion="Link the figure to the other tab, or mend the one that is wrong.",
        severity=Severity.INFO if abs(difference) <= _ROUNDING else None,
    )
