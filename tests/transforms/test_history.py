"""What is remembered from run to run: whatever happened, and only what anybody may still ask.

Runs are written as days, and what the sheets said on each:

    2 Mar   1100: 100, 1200: 50
    5 Mar   1100: 120              (1200 is gone)
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from model.history import Fact, History, Kind, Money, State, history_of
from model.periods import Periods
from transforms.history.record import last_period, last_run, milestones, recorded

EVERY = tuple(Kind)
WEEKLY = Periods()
MONDAY = date(2026, 3, 2)


def account(code: str, efc: int) -> Fact:
    return Fact(Kind.ACCOUNT, code, f"Account {code}", Money(*map(Decimal, (100, efc, 0, efc))))


def state(*facts: Fact) -> State:
    return {fact.thing: fact for fact in facts}


def after(*runs: tuple[int, State], periods: Periods = WEEKLY) -> History:
    """The history after runs on so many days from Monday, 2 March 2026."""
    history = History()
    for days, now in runs:
        history = recorded(history, now, EVERY, MONDAY + timedelta(days=days), periods)
    return history


ONE, TWO = account("1100", 100), account("1100", 120)
OTHER = account("1200", 50)


def test_a_record_is_written_where_something_moved() -> None:
    history = after((0, state(ONE, OTHER)), (1, state(ONE, OTHER)), (3, state(TWO)))
    assert [(each.on.day, each.fact.key, each.gone) for each in history.records] == [
        (2, "1100", False),
        (2, "1200", False),
        (5, "1100", False),
        (5, "1200", True),
    ]


def test_since_last_run_means_before_the_day_on_which_anything_moved() -> None:
    first = after((0, state(ONE)))
    assert last_run(first) is None
    moved = after((0, state(ONE)), (3, state(TWO)))
    assert last_run(moved) == state(ONE)
    later_that_day = after((0, state(ONE)), (3, state(OTHER)), (3, state(TWO)))
    assert later_that_day == moved
    nights_later = after((0, state(ONE)), (3, state(TWO)), (4, state(TWO)), (9, state(TWO)))
    assert nights_later == moved


def test_what_moves_back_on_the_same_day_never_moved() -> None:
    assert after((0, state(ONE)), (3, state(TWO)), (3, state(ONE))) == after((0, state(ONE)))


def test_since_the_last_closed_period() -> None:
    first_week = after((0, state(ONE)), (5, state(TWO)))
    assert last_period(first_week, date(2026, 3, 7), WEEKLY) is None
    history = after((0, state(ONE)), (5, state(TWO)), (7, state(OTHER)))
    assert last_period(history, date(2026, 3, 10), WEEKLY) == (date(2026, 3, 7), state(TWO))
    assert [end.day for end, _ in milestones(history, date(2026, 3, 17), WEEKLY)] == [7, 14]


def test_a_run_as_of_an_earlier_day_dates_nothing_back() -> None:
    history = after((7, state(ONE)), (0, state(TWO)))
    assert [each.on.day for each in history.records] == [9]
    assert history.upto(date(2026, 3, 9)) == state(TWO)


def test_a_kind_that_nothing_was_read_of_is_not_gone() -> None:
    first = after((0, state(ONE)))
    assert recorded(first, {}, (Kind.CREW,), MONDAY + timedelta(days=2), WEEKLY) is first


def test_old_periods_keep_their_ends_alone() -> None:
    runs = [(days, state(account("1100", days))) for days in range(40)]
    days = [day.isoformat()[5:] for day in after(*runs).days]
    assert days[:4] == ["03-02", "03-07", "03-14", "03-21"]  # the first day, then ends of weeks
    assert days[4:] == [f"03-{day}" for day in range(22, 32)] + [
        f"04-{day:02}" for day in range(1, 11)
    ]


STATES = st.lists(
    st.builds(account, st.sampled_from(["1100", "1200", "1300"]), st.integers(1, 3)),
    unique_by=lambda fact: fact.key,
).map(lambda facts: state(*facts))
RUNS = st.lists(st.tuples(st.integers(0, 9), STATES), min_size=1, max_size=14)
PERIODS = st.one_of(
    st.integers(0, 6).map(lambda weekday: Periods(weekday)),
    st.lists(st.dates(MONDAY, MONDAY + timedelta(days=60)), min_size=1, max_size=6).map(
        lambda ends: Periods(ends=tuple(ends))
    ),
)


def stood(runs: Sequence[tuple[int, State]]) -> tuple[Mapping[date, State], date]:
    """What the sheets said at the end of each day of a life, and its last day."""
    day, last = MONDAY, {}
    for gap, now in runs:
        day += timedelta(days=gap)
        last[day] = now
    found, now = {}, {}
    for number in range((day - MONDAY).days + 1):
        each = MONDAY + timedelta(days=number)
        now = last.get(each, now)
        found[each] = now
    return found, day


@settings(max_examples=150, deadline=None)
@given(RUNS, PERIODS)
def test_what_is_asked_of_any_history_is_what_stood(
    runs: list[tuple[int, State]], periods: Periods
) -> None:
    """After every run: today, the recent days, the ends of all periods, the day before."""
    history, day = History(), MONDAY
    for number, (gap, now) in enumerate(runs, 1):
        day += timedelta(days=gap)
        history = recorded(history, now, EVERY, day, periods)
        truth, _ = stood(runs[:number])
        limit = periods.closed(day, 3) or MONDAY - timedelta(days=1)
        ends = {periods.end_of(each) for each in truth}
        for each, then in truth.items():
            if each > limit or each in ends:
                assert history.upto(each) == then, each
        assert recorded(history, now, EVERY, day + timedelta(days=5), periods) is history


@settings(max_examples=100, deadline=None)
@given(RUNS, st.tuples(st.integers(1, 9), STATES))
def test_what_a_closed_period_said_stays(
    runs: list[tuple[int, State]], further: tuple[int, State]
) -> None:
    _, day = stood(runs)
    history = History()
    for (gap, now), when in zip(runs, _days(runs), strict=True):
        assert gap >= 0
        history = recorded(history, now, EVERY, when, WEEKLY)
    later = recorded(history, further[1], EVERY, day + timedelta(days=further[0]), WEEKLY)
    for end, then in milestones(history, day, WEEKLY):
        assert later.upto(end) == then


def _days(runs: Sequence[tuple[int, State]]) -> list[date]:
    day, days = MONDAY, []
    for gap, _ in runs:
        day += timedelta(days=gap)
        days.append(day)
    return days


@given(RUNS, st.randoms())
def test_the_order_of_records_does_not_matter(
    runs: list[tuple[int, State]], chance: random.Random
) -> None:
    history = History()
    for (_, now), when in zip(runs, _days(runs), strict=True):
        history = recorded(history, now, EVERY, when, WEEKLY)
    shuffled = list(history.records)
    chance.shuffle(shuffled)
    assert history_of(shuffled) == history
