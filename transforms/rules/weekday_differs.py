"""Weekday differs from the date.

Why: one of the two is wrong, and people plan by either.

Looked at: the weekday that each day-out-of-days states above a day, against the calendar. Days
that follow each other and are all wrong are one finding: then the year, or the whole row, is. The
language of the weekdays is the one that most of the row speaks. On every other sheet (a one-liner's
banners, a crew grid's headings, a date typed with its weekday) the same is found while reading.

Flags:
    Settings: start = 2026-03-01

    DOOD:
    | Cast  | 3/2 | 3/3   | 3/4 |
    |       | Mon | *Wed* | Wed |
    | 1.ANA | SW  | W     | WF  |

Passes:
    DOOD:
    | Cast  | 3/2 | 3/3 | 3/4 |
    |       | M   | Tue | Wednesday |
    | 1.ANA | SW  | W   | WF  |
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from model.issue import Severity, Topic
from transforms import words
from transforms.facts import Facts
from transforms.records import records
from transforms.rule import Finding, rule


@rule("weekday-differs", on=("dood",), severity=Severity.WARNING, topic=Topic.DATA)
def weekday_differs(facts: Facts) -> Iterator[Finding]:
    """One finding for each run of days whose stated weekday is not the date's."""
    run: list[tuple[int, date]] = []
    before = 0
    for place, label, when, differs in _days(facts):
        if run and (not differs or place != before):
            yield _describe(facts, run)
            run = []
        if differs:
            run.append((label, when))
        before = place
    if run:
        yield _describe(facts, run)


def _days(facts: Facts) -> list[tuple[int, int, date, bool]]:
    """The days that state a weekday, tab by tab in order, and whether it is wrong."""
    stated = [
        (int(day["place"]), day["date"], label, day["weekday_means"])
        for label, day in records(facts.dood.days)
        if isinstance(day["date"], date)
    ]
    return [
        (place, label, when, when.weekday() not in meant)
        for place, when, label, meant in sorted(stated, key=lambda day: day[:3])
        if meant
    ]


def _describe(facts: Facts, run: list[tuple[int, date]]) -> Finding:
    label, when = run[0]
    dood = facts.dood
    stated = str(dood.days.at[label, "weekday"])
    more = f" (and so for the {words.counted(len(run) - 1, 'day')} after)" if len(run) > 1 else ""
    return Finding(
        message=f"{words.full_date(when)} is a {words.WEEKDAYS[when.weekday()]}, "
        f"but the sheet says {stated}{more}",
        at=dood.day_cell(label, "weekday"),
        related=(dood.day_cell(label),),
        subject=words.full_date(when),
        dates=tuple(when for _, when in run),
        expected=words.WEEKDAYS[when.weekday()],
        suggestion="Correct the weekday or the date; if all differ, the year.",
    )
