"""What moved, in words: days added, dropped and moved, people who came and went, figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from model.history import Fact, Kind
from reports.history_text import runs
from reports.words import count, listed, short_day
from transforms.history.changes import Change, DayMoves, day_moves

_SIGNS = {
    "W": "work",
    "H": "hold",
    "TR": "travel",
    "R": "rehearsal",
    "FT": "fitting",
}
_FIGURES = {
    "revised": "revised budget",
    "actual": "actual to date",
    "commitments": "commitments",
}
"""Figures of an account that are told in words; the EFC has columns of its own."""


def said(change: Change) -> str:
    """One change as a sentence."""
    parts = [*_came_or_went(change), *_renamed(change), *_told(change)]
    text = "; ".join(parts)
    return text[:1].upper() + text[1:]


def _came_or_went(change: Change) -> Iterator[str]:
    fact = change.fact
    if change.before is None:
        yield f"new on the {fact.kind}" if fact.kind in (Kind.CAST, Kind.CREW) else "new"
    elif change.after is None:
        where = {
            Kind.ACCOUNT: "no longer in the budget",
            Kind.PERFORMER: "no longer on the schedule",
            Kind.SHOOT: "no longer there",
        }.get(fact.kind, f"no longer on the {fact.kind}")
        yield where


def _renamed(change: Change) -> Iterator[str]:
    before, after = change.before, change.after
    if before and after and before.name != after.name:
        yield f"now called {after.name or 'nothing'}, was {before.name or 'nothing'}"


def _told(change: Change) -> Iterator[str]:
    fact = change.fact
    if fact.kind is Kind.ACCOUNT:
        yield from _figures(change)
    elif fact.kind in (Kind.CAST, Kind.CREW):
        yield from _role(change)
    elif change.after is None:
        yield f"had {count(len(fact.days), 'day')}"
    else:
        yield from _days(day_moves(change.before, change.after), fact)


def _role(change: Change) -> Iterator[str]:
    before, after = change.before, change.after
    if before is None or after is None:
        if change.fact.role:
            yield change.fact.role
    elif before.role != after.role:
        yield f"now {after.role or 'without a position'}, was {before.role or 'without one'}"


def _days(moves: DayMoves, fact: Fact) -> Iterator[str]:
    signs = {*moves.added, *moves.dropped}
    for sign in [*(sign for sign in _SIGNS if sign in signs), *sorted(signs - _SIGNS.keys())]:
        added, dropped = moves.added.get(sign, ()), moves.dropped.get(sign, ())
        what = "shooting" if fact.kind is Kind.SHOOT else _SIGNS.get(sign, sign)
        if len(added) == len(dropped):
            yield f"{what} moved from {_listed(dropped)} to {_listed(added)}"
            continue
        if dropped:
            yield f"{_counted(dropped, what)} dropped: {_listed(dropped)}"
        if added:
            yield f"{_counted(added, what)} added: {_listed(added)}"
    for when, was, now in moves.turned:
        yield f"{short_day(when)} is {_SIGNS.get(now, now)} now, was {_SIGNS.get(was, was)}"


def _listed(days: Sequence[date]) -> str:
    """Days without the year, those in a row as a run: "Mon 2 – Wed 4 Mar, Fri 6 Mar"."""
    return listed([_run(first, last) for first, last in runs(days)], most=_RUNS_NAMED)


def _run(first: date, last: date) -> str:
    return short_day(first) if first == last else f"{short_day(first)} – {short_day(last)}"


_RUNS_NAMED = 4


def _counted(days: Sequence[date], what: str) -> str:
    return count(len(days), f"{what} day")


def _figures(change: Change) -> Iterator[str]:
    before = change.before.money if change.before else None
    after = change.after.money if change.after else None
    for field, name in _FIGURES.items():
        was = getattr(before, field) if before else Decimal(0)
        now = getattr(after, field) if after else Decimal(0)
        if was != now:
            places = _WHOLE if _rounded(was, _WHOLE) != _rounded(now, _WHOLE) else _CENTS
            yield f"{name} {_amount(was, places)} to {_amount(now, places)}"


_WHOLE, _CENTS = Decimal(1), Decimal("0.01")


def _rounded(amount: Decimal, places: Decimal) -> Decimal:
    return amount.quantize(places, ROUND_HALF_UP)


def _amount(amount: Decimal, places: Decimal) -> str:
    """An amount as the columns show it: parentheses for a negative."""
    shown = _rounded(amount, places)
    return f"({-shown:,})" if shown < 0 else f"{shown:,}"
