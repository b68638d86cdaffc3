"""Work days in a row, and what they cost beyond straight time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pandas as pd

from model.issue import Cost, Severity
from transforms import words
from transforms.agreements import FigureName
from transforms.citation import cite
from transforms.days import work_days
from transforms.facts import Facts
from transforms.money import pay
from transforms.people.bookings import weighed
from transforms.rule import Finding

_WEEK = 7
_SIX = 6
_SHARED = 3
"""People who work the same days at least, where these are the week of all."""
_OF_WEEKS = (FigureName.SIXTH_DAY, FigureName.DAYS_OFF, FigureName.CONSECUTIVE_DAYS)


def long_runs(
    facts: Facts, shortest: int, longest: int | None, suggestion: str
) -> Iterator[Finding]:
    """A finding for each run of ``shortest`` to ``longest`` days, at the day that makes it so."""
    days, runs = facts.once(_runs)
    for run in runs:
        length = len(run)
        if length < shortest or (longest is not None and length > longest):
            continue
        own = days[run.start : run.stop]
        labels, elements = [day.label for day in own], [day.element for day in own]
        element = elements[shortest - 1]
        dates = tuple(date.fromordinal(day.ordinal) for day in own)
        name = facts.shown(element)
        cost, clause = premium(facts, element, dates)
        is_own = (dates[0].toordinal(), length) in facts.once(_own_weeks)
        usual = Severity.INFO if is_own or _is_lawful(facts, element, dates) else None
        gravity, aside = weighed(facts, list(dict.fromkeys(elements)), usual)
        yield Finding(
            message=f"{name} works {length} days in a row, {words.days(dates)}{aside}",
            at=facts.mark_cell(labels[shortest - 1]),
            related=tuple(
                facts.mark_cell(label)
                for label in _ends_and_other_rows(labels, elements, shortest - 1)
            ),
            subject=name,
            dates=dates,
            cost=cost,
            suggestion=suggestion,
            clause=clause,
            severity=gravity,
        )


def scheduled(facts: Facts) -> tuple[pd.DataFrame, list[work_days.Day]]:
    """Everybody's work days by the schedules, by person and day: a frame, and plain values."""
    days = work_days.worked(facts.attendance)
    return days, work_days.plain(days)


def _runs(facts: Facts) -> tuple[list[work_days.Day], list[range]]:
    """Everybody's work days, and the runs that they make, as ranges of their places."""
    days = work_days.worked(facts.worked)
    told, runs = work_days.plain(days), work_days.runs(days)
    spans = zip(runs["start"].tolist(), runs["length"].tolist(), strict=True)
    return told, [range(at, at + length) for at, length in spans]


def _own_weeks(facts: Facts) -> frozenset[tuple[int, int]]:
    """The runs (first day and length) of six days that are the week of the whole production.

    On the sixth at least half as many work as on any; and three people or more work them all, or
    most of the production's weeks are such. No agreement that was chosen speaks of weeks, nor do
    the settings.
    """
    said = any(each.says(name) for each in facts.agreements for name in _OF_WEEKS)
    if said or facts.production.hours.weekly_rest is not None:
        return frozenset()
    days, runs = facts.once(_runs)
    working = Counter(day.ordinal for day in days)
    full = {
        first for first, length in _spans(working) if length == _SIX and _is_full(working, first)
    }
    is_habit = len(full) > 1 and len(full) * 2 > len(_spans(working))
    shared = Counter(days[run.start].ordinal for run in runs if len(run) == _SIX)
    return frozenset(
        (first, _SIX)
        for first, people in shared.items()
        if (people >= _SHARED and _is_full(working, first)) or (is_habit and first in full)
    )


def _spans(working: Mapping[int, int]) -> list[tuple[int, int]]:
    """The runs of days on which anybody works: the first of each, and how many."""
    found: list[tuple[int, int]] = []
    for day in sorted(working):
        first, length = found[-1] if found else (0, 0)
        if first + length == day:
            found[-1] = (first, length + 1)
        else:
            found.append((day, 1))
    return found


def _is_full(working: Mapping[int, int], first: int) -> bool:
    """Whether the sixth day from the first has at least half as many at work as any before."""
    return working[first + _SIX - 1] * 2 >= max(working[first + at] for at in range(_SIX))


def _is_lawful(facts: Facts, element: int, dates: tuple[date, ...]) -> bool:
    """Whether the law over somebody has weeks with so many days, and no pay for the sixth."""
    figures = (facts.agreed(element, name, dates[-1]) for name in _OF_WEEKS)
    sixth, off, most = (agreed[1].value if agreed else None for agreed in figures)
    if sixth is not None or off is most is None:
        return False
    return (off or 0) + len(dates) <= _WEEK and (most is None or len(dates) <= most)


def _ends_and_other_rows(labels: list[int], rows: list[int], at: int) -> list[int]:
    """The run's first and last mark, and where it crosses to another row; not the one it is at."""
    return [
        label
        for position, label in enumerate(labels)
        if position != at
        and (position in (0, len(labels) - 1) or rows[position] != rows[position - 1])
    ]


def premium(facts: Facts, element: int, dates: tuple[date, ...]) -> tuple[Cost | None, str]:
    """What a run costs beyond straight time, and the clauses.

    That is its sixth and seventh days, every seven days of a run beginning a new week, and the days
    beyond as many in a row as an agreement allows. Where no figure prices the run, the clause is
    that on days off.
    """
    told = [
        _of_a_week(facts, element, dates, position, figure)
        for position, figure in ((6, FigureName.SIXTH_DAY), (7, FigureName.SEVENTH_DAY))
    ]
    told.append(_beyond(facts, element, dates))
    priced = [premium for premium in told if premium.clause]
    clauses = [premium.clause for premium in priced] or _on_days_off(facts, element, dates)
    cost = pay.days_at(
        facts,
        element,
        sum((premium.more for premium in priced), Decimal(0)),
        " + ".join(premium.words for premium in priced if premium.words),
    )
    return cost, "; ".join(clauses)


@dataclass(frozen=True, slots=True)
class _Premium:
    """So many day rates more, in words, by a clause; nothing where no agreement says."""

    more: Decimal = Decimal(0)
    words: str = ""
    clause: str = ""


def _of_a_week(
    facts: Facts, element: int, dates: tuple[date, ...], position: int, name: FigureName
) -> _Premium:
    """The premium of the sixth, or seventh, day of each week of a run."""
    those = [when for number, when in enumerate(dates) if number % _WEEK + 1 == position]
    agreed = facts.agreed(element, name, those[0]) if those else None
    if agreed is None:
        return _Premium()
    agreement, figure = agreed
    extra = (figure.value - 1) * len(those)
    named = words.counted(len(those), f"{words.times(position)} day")
    said = f"{named} at {figure.value} times: {extra} more"
    return _Premium(extra, said, cite(agreement, figure, dates))


def _beyond(facts: Facts, element: int, dates: tuple[date, ...]) -> _Premium:
    """What the days beyond as many in a row as the agreement allows are paid in addition."""
    allowed = facts.agreed(element, FigureName.CONSECUTIVE_DAYS, dates[-1])
    if allowed is None or len(dates) <= allowed[1].value:
        return _Premium()
    most = int(allowed[1].value)
    paid = facts.agreed(element, FigureName.BEYOND_CONSECUTIVE, dates[-1])
    if paid is None:
        return _Premium(clause=cite(*allowed, dates))
    number = len(dates) - most
    extra = paid[1].value * number
    said = f"{words.counted(number, 'day')} beyond {most} in a row: {extra} more"
    return _Premium(extra, said, cite(*paid, dates))


def _on_days_off(facts: Facts, element: int, dates: tuple[date, ...]) -> list[str]:
    """The clause on the days off of a week, where a run leaves no room for them."""
    agreed = facts.agreed(element, FigureName.DAYS_OFF, dates[-1])
    if agreed is None or len(dates) <= _WEEK - agreed[1].value:
        return []
    return [cite(*agreed, dates)]
