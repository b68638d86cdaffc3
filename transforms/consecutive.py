"""Work days in a row, and what the sixth and seventh of a week cost beyond straight time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pandas as pd

from model.issue import Cost
from transforms import pay, words, work_days
from transforms.agreements import FigureName
from transforms.bookings import weighed
from transforms.citation import cite
from transforms.facts import Facts
from transforms.rule import Finding

_WEEK = 7


def long_runs(
    facts: Facts, shortest: int, longest: int | None, suggestion: str
) -> Iterator[Finding]:
    """A finding for each run of ``shortest`` to ``longest`` days, at the day that makes it so."""
    days, runs = facts.once(_runs)
    runs = runs[
        (runs["length"] >= shortest) & (runs["length"] <= (longest or runs["length"].max()))
    ]
    for start, length in zip(runs["start"].tolist(), runs["length"].tolist(), strict=True):
        run = days.iloc[start : start + length]
        labels = [int(label) for label in run.index]
        element = int(run["element"].iloc[shortest - 1])
        dates = tuple(date.fromordinal(day) for day in run["ordinal"])
        name = facts.shown(element)
        cost, clause = premium(facts, element, dates)
        gravity, aside = weighed(facts, run["element"].unique().tolist())
        yield Finding(
            message=f"{name} works {length} days in a row, {words.days(dates)}{aside}",
            at=facts.mark_cell(labels[shortest - 1]),
            related=tuple(
                facts.mark_cell(label)
                for label in _ends_and_other_rows(facts, labels, shortest - 1)
            ),
            subject=name,
            dates=dates,
            cost=cost,
            suggestion=suggestion,
            clause=clause,
            severity=gravity,
        )


def _runs(facts: Facts) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Everybody's work days, and the runs that they make."""
    days = work_days.worked(facts.attendance)
    return days, work_days.runs(days)


def _ends_and_other_rows(facts: Facts, labels: list[int], at: int) -> list[int]:
    """The run's first and last mark, and where it crosses to another row; not the one it is at."""
    row = facts.attendance["element"].loc[labels].tolist()
    return [
        label
        for position, label in enumerate(labels)
        if position != at
        and (position in (0, len(labels) - 1) or row[position] != row[position - 1])
    ]


def premium(facts: Facts, element: int, dates: tuple[date, ...]) -> tuple[Cost | None, str]:
    """What a run's sixth and seventh days cost beyond straight time, and the clauses.

    Every seven days of a run begin a new week.
    """
    parts, clauses, more = [], [], Decimal(0)
    for position, figure_name in ((6, FigureName.SIXTH_DAY), (7, FigureName.SEVENTH_DAY)):
        those = [when for number, when in enumerate(dates) if number % _WEEK + 1 == position]
        agreed = facts.agreed(element, figure_name)
        if not those or agreed is None:
            continue
        agreement, figure = agreed
        extra = (figure.value - 1) * len(those)
        more += extra
        named = words.counted(len(those), f"{words.times(position)} day")
        parts.append(f"{named} at {figure.value} times: {extra} more")
        clauses.append(cite(agreement, figure, dates))
    return pay.days_at(facts, element, more, " + ".join(parts)), "; ".join(clauses)
