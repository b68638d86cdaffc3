"""The cost report's two change columns: since the last run, and since the last closed period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from model.cell import Cell
from model.history import Kind, State
from model.money import ZERO, total
from model.production import Sign
from model.report import Content, Entry, Formula, Line, Ref
from reports import words
from reports.entries import from_cells, live, one_a_tab
from reports.remembered import Remembered, knew

RUN, PERIOD = "change_run", "change_period"
"""The columns' fields."""
GONE = "no-longer"
"""Key of the line of accounts that the budget named then and no longer names."""


@dataclass(frozen=True, slots=True)
class Shift:
    """How each account's variance moved against one earlier state: an over is negative."""

    by_account: Mapping[str, Decimal]
    gone: Mapping[str, Decimal]
    """Accounts that there were then and are no longer."""


@dataclass(frozen=True, slots=True)
class Shifts:
    """Both comparisons by column; ``None`` where there is nothing yet to compare with."""

    columns: Mapping[str, Shift | None]
    accounts: Mapping[str, str]
    """The account of each line that bears one's change (an account's first), by the line's key."""

    def of(self, field: str, key: str) -> Decimal | None:
        """A line's change; zero on an account's further lines; ``None`` without a comparison."""
        shift = self.columns[field]
        if shift is None:
            return None
        return shift.by_account.get(self.accounts.get(key, ""), ZERO)

    def sum_of(self, field: str, keys: Iterable[str]) -> Decimal | None:
        """The change of several lines together."""
        if self.columns[field] is None:
            return None
        return total(self.of(field, key) for key in keys)


def shifts(accounts: Iterable[tuple[str, str]], own: Remembered) -> Shifts:
    """Compare today's accounts with the last run's and the last closed period's.

    ``accounts`` are the keys of the report's lines, each with its account's own.
    """
    bearers: dict[str, str] = {}
    for key, account in accounts:
        bearers.setdefault(account, key)
    now = {thing: each.fact for thing, each in own.present.items()}
    period = own.last_period[1] if own.last_period else None
    return Shifts(
        {RUN: _shift(own.last_run, now), PERIOD: _shift(period, now)},
        {key: account for account, key in bearers.items()},
    )


def _shift(before: State | None, now: State) -> Shift | None:
    if before is None or not knew(before, Kind.ACCOUNT):
        return None
    was = {key: fact.money.variance for (_, key), fact in before.items() if fact.money}
    current = {key: fact.money.variance for (_, key), fact in now.items() if fact.money}
    moved = {key: amount - was.get(key, ZERO) for key, amount in current.items()}
    gone = {key: -amount for key, amount in was.items() if key not in current}
    return Shift(moved, gone)


def of_account(line: Line, found: Shifts, sign: Sign) -> Line:
    """An account's line with its changes."""
    return _with(line, {field: found.of(field, line.key) for field in found.columns}, sign)


def of_lines(
    line: Line,
    parts: Mapping[str, Sequence[str]],
    found: Shifts,
    sign: Sign,
    *,
    together: bool = False,
) -> Line:
    """A total with the changes of its parts summed, live.

    ``parts`` are the keys of the lines summed, each with those of the accounts behind it.
    ``together`` says that they stand one below another, so that a sum over a range reads best.
    """
    entries = dict(line.entries)
    for field in found.columns:
        amount = found.sum_of(field, [key for keys in parts.values() for key in keys])
        if amount is not None and parts:
            content = _summed(list(parts), field, _turned(amount, sign), together=together)
            entries[field] = from_cells(content, *_cells(line))
    return replace(line, entries=entries)


def _summed(keys: Sequence[str], field: str, amount: Decimal, *, together: bool) -> Content:
    if together:
        refs = (Ref(keys[0], field), Ref(keys[-1], field))
        return live("=SUM({0}:{1})", refs, amount, amount)
    text = "=" + "+".join(f"{{{number}}}" for number in range(len(keys)))
    return live(text, tuple(Ref(key, field) for key in keys), amount, amount)


def gone_line(found: Shifts, cells: Sequence[Cell], sign: Sign) -> Line | None:
    """The line of accounts that are no longer in the budget, where there are any."""
    accounts = sorted({key for shift in found.columns.values() if shift for key in shift.gone})
    if not accounts:
        return None
    text = f"No longer in the budget: {words.listed(accounts)}"
    line = Line(GONE, {"description": Entry(text, sources=tuple(cells))})
    sums = {
        field: None if shift is None else total(shift.gone.values())
        for field, shift in found.columns.items()
    }
    return _with(line, sums, sign)


def with_gone(line: Line, gone: Line) -> Line:
    """The grand total with the accounts that are no longer in the budget added in."""
    entries = dict(line.entries)
    for field in (RUN, PERIOD):
        own, other = entries.get(field), gone.entries.get(field)
        if own and other and isinstance(own.content, Formula):
            formula, more = own.content, other.content
            text = f"{formula.text}+{{{len(formula.refs)}}}"
            value = Decimal(str(formula.value)) + Decimal(str(more))
            refs = (*formula.refs, Ref(GONE, field))
            entries[field] = replace(own, content=Formula(text, refs, value))
    return replace(line, entries=entries)


def sentence(own: Remembered) -> str:
    """Since when the two columns count, in words."""
    begun = own.history.since
    if own.moved is None or own.stood is None:
        if begun is None:
            return "Changes are told from the next run on."
        return f"Changes are told since {words.day(begun)}, the first run here."
    text = (
        f"Change since last run: on {words.day(own.moved)}, the last day on which anything moved,"
        f" against what had stood since {words.day(own.stood)}. "
    )
    return text + _period_words(own.last_period, begun)


def _period_words(last: tuple[date, State] | None, begun: date | None) -> str:
    if last is None:
        since = f" since {words.day(begun)}" if begun else ""
        return f"No period has closed yet in the time that is remembered{since}."
    return f"Change since last period: against the period that closed on {words.day(last[0])}."


def _with(line: Line, amounts: Mapping[str, Decimal | None], sign: Sign) -> Line:
    told = {
        field: from_cells(_turned(amount, sign), *_cells(line))
        for field, amount in amounts.items()
        if amount is not None
    }
    return replace(line, entries={**line.entries, **told})


def _cells(line: Line) -> tuple[Cell, ...]:
    return one_a_tab(cell for entry in line.entries.values() for cell in entry.sources)


def _turned(amount: Decimal, sign: Sign) -> Decimal:
    """The way round that the production reads variances."""
    return -amount if sign is Sign.OVER_IS_POSITIVE else amount
