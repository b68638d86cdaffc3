"""Recording what moved: today's state onto the history, a closed period's figures left alone.

Each run compares what stands with what stood before today, and writes today's records anew: however
often a day's runs differ, its end is what is kept. What earlier days recorded is never rewritten.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from model.history import History, Kind, Record, State, Thing, history_of
from model.periods import Periods

KEPT_PERIODS = 2
"""Closed periods of which every day is kept; of older ones only the last record of a thing."""


def recorded(
    history: History, state: State, known: Collection[Kind], today: date, periods: Periods
) -> History:
    """The history with today's state in it; the very same where nothing moved.

    ``known`` are the kinds of thing that the sheets could be asked for today: a kind that nothing
    was read of (a tab that was not recognised tonight) keeps its records and is not taken for gone.
    A run as of an earlier day than the history's last is recorded on that last day: nothing is
    back-dated.
    """
    day = max(today, history.until or today)
    others = [
        record for record in history.records if record.on == day and record.fact.kind not in known
    ]
    moved = [*others, *_moved(history.before(day), state, known, day)]
    earlier = [record for record in history.records if record.on < day]
    made = history_of([*earlier, *moved])
    return history if made == history else compacted(made, day, periods)


def compacted(history: History, today: date, periods: Periods) -> History:
    """Leave out what no comparison asks for.

    Kept are the first day, every day of the current period and of the two closed before it, and
    of each older period the last record of each thing. So what stood at the end of any period, and
    on any day of the recent ones, is what it was.
    """
    limit = periods.closed(today, KEPT_PERIODS + 1)
    if limit is None:
        return history
    since = history.since
    last: dict[tuple[Thing, date | None], date] = {}
    for record in history.records:
        last[record.fact.thing, periods.end_of(record.on)] = record.on
    return history_of(
        record
        for record in history.records
        if record.on in (since, last[record.fact.thing, periods.end_of(record.on)])
        or record.on > limit
    )


def last_run(history: History) -> State | None:
    """What stood before the latest day on which anything moved; ``None`` on the first."""
    until = history.until
    return None if until is None or until == history.since else history.before(until)


def last_period(history: History, today: date, periods: Periods) -> tuple[date, State] | None:
    """The end of the last closed period and what stood then; ``None`` where none was recorded."""
    end = periods.last_closed(max(today, history.until or today))
    if end is None or history.since is None or end < history.since:
        return None
    return end, history.upto(end)


def milestones(history: History, today: date, periods: Periods) -> Iterator[tuple[date, State]]:
    """What stood at the end of each closed period since the history began, oldest first."""
    since, end = history.since, periods.last_closed(max(today, history.until or today))
    ends: list[date] = []
    while since is not None and end is not None and end >= since:
        ends.append(end)
        end = periods.last_closed(end)
    for each in reversed(ends):
        yield each, history.upto(each)


def stood_before(history: History) -> date | None:
    """The day from which on the state before the latest change stood."""
    return next(iter(reversed(history.days[:-1])), None)


def _moved(before: State, now: State, known: Collection[Kind], day: date) -> Iterator[Record]:
    """A record for each thing that came, went or says something else."""
    for thing in sorted({*before, *now}):
        was, is_now = before.get(thing), now.get(thing)
        if thing[0] not in known or was == is_now:
            continue
        if is_now is not None:
            yield Record(day, is_now)
        elif was is not None:
            yield Record(day, was, gone=True)
