"""Hours of work, rest, meals and nights: worked examples, and slow loops that must agree."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.cell import Cell
from tests.transforms import slow_clock
from tests.transforms.sheets import facts
from transforms.people.governed import Worker
from transforms.rules import rules
from transforms.times.day import Meal, WorkedDay, hours, spoken
from transforms.times.instants import instant, wall
from transforms.times.meals import Breaks, late_meals
from transforms.times.nights import within
from transforms.times.rest import rests
from transforms.times.tiers import Tier, overtime

ZONES = ("UTC", "America/Los_Angeles", "Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns")
NIGHTS = (
    date(2026, 3, 7),
    date(2026, 3, 8),
    date(2026, 3, 28),
    date(2026, 3, 29),
    date(2026, 4, 4),
    date(2026, 10, 3),
    date(2026, 10, 24),
    date(2026, 10, 25),
    date(2026, 10, 31),
    date(2026, 11, 1),
    date(2026, 6, 15),
)
"""The nights in which some zone's clocks change, the days before, and one of none."""
BERLIN = ZoneInfo("Europe/Berlin")


def _day(
    call: int,
    wrap: int,
    meals: tuple[tuple[int, int], ...] = (),
    *,
    on: date = date(2026, 3, 2),
    zone: ZoneInfo = BERLIN,
    breakfast: int | None = None,
) -> WorkedDay:
    """A day by the minutes after midnight of its call, wrap and meals."""
    start = instant(on, call, zone)
    placed, after = [], start
    for begins, ends in meals:
        first = instant(on, begins, zone, after)
        after = instant(on, ends, zone, first)
        placed.append(Meal(first, after, Cell("Times", 2, 5)))
    return WorkedDay(
        person="ana",
        name="Ana",
        day=on,
        call=start,
        wrap=instant(on, wrap, zone, after),
        meals=tuple(placed),
        unplaced=timedelta(),
        breakfast=None if breakfast is None else instant(on, breakfast, zone),
        breakfast_given=breakfast is not None,
        cells={},
        worker=Worker("crew"),
        deals=(),
        department="",
        position="",
        planned=None,
    )


def test_a_night_in_which_clocks_leap_is_an_hour_shorter():
    spring = _day(20 * 60, 30 * 60, on=date(2026, 3, 28))
    autumn = _day(20 * 60, 30 * 60, on=date(2026, 10, 24))
    assert (hours(spring.elapsed), hours(autumn.elapsed)) == (9, 11)


def test_an_hour_that_is_shown_twice_is_the_first_unless_it_lies_before():
    fall = date(2026, 10, 24)
    first = instant(fall, 26 * 60 + 30, BERLIN)
    assert first == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    later = instant(fall, 26 * 60 + 15, BERLIN, after=first)
    assert later == datetime(2026, 10, 25, 1, 15, tzinfo=UTC)
    assert wall(later, BERLIN) == "02:15"


def test_a_length_in_words():
    assert spoken(timedelta(hours=9, minutes=30)) == "9 h 30"
    assert spoken(timedelta(hours=11)) == "11 h"
    assert spoken(timedelta(minutes=45)) == "45 minutes"


TIERS = (Tier(timedelta(hours=8), Decimal("1.5")), Tier(timedelta(hours=12), Decimal(2), True))


@pytest.mark.parametrize(
    ("call", "wrap", "meals", "paid"),
    [
        (420, 930, ((780, 810),), {}),
        (420, 1140, ((780, 810),), {"1.5": "3.5"}),
        (420, 1290, ((780, 810),), {"1.5": "3.5", "2": "2.5"}),
        (420, 1290, ((780, 840),), {"1.5": "3", "2": "2.5"}),
    ],
)
def test_hours_beyond_the_day_are_paid_by_tier(call, wrap, meals, paid):
    """Time and a half after eight hours worked, double after twelve elapsed."""
    found = overtime(_day(call, wrap, meals), TIERS)
    assert found == {Decimal(times): Decimal(count) for times, count in paid.items()}


def test_a_step_begun_counts_whole_and_a_long_meal_only_in_part():
    day = _day(420, 1143, ((780, 870),))
    assert overtime(day, TIERS, step=Decimal("0.1")) == {
        Decimal("1.5"): Decimal("2.5"),
        2: Decimal("0.1"),
    }
    longest = overtime(day, TIERS, timedelta(minutes=60), Decimal("0.1"))
    assert longest == {Decimal("1.5"): Decimal(3), 2: Decimal("0.1")}


SIX = Breaks(timedelta(hours=6), timedelta(hours=6), timedelta(minutes=12))


@pytest.mark.parametrize(
    ("day", "late"),
    [
        (_day(420, 1140, ((780, 810),)), []),
        (_day(420, 1140, ((792, 822),)), []),
        (_day(420, 1140, ((793, 823),)), [(1, 13, 1, True)]),
        (_day(420, 1140, ((855, 885),)), [(1, 75, 3, True)]),
        (_day(420, 1260, ((780, 810),)), [(2, 90, 3, False)]),
        (_day(420, 1260, ((780, 810), (1200, 1230))), [(2, 30, 1, True)]),
        (_day(420, 1260), []),
    ],
)
def test_a_meal_is_late_from_when_it_was_due(day, late):
    found = [
        (meal.number, meal.by // timedelta(minutes=1), meal.half_hours, meal.eaten)
        for meal in late_meals(day, SIX)
    ]
    assert found == late


def test_a_breakfast_in_time_starts_the_clock_anew():
    rule = Breaks(
        timedelta(hours=6),
        None,
        breakfast_within=timedelta(hours=2),
        breakfast=timedelta(minutes=15),
    )
    fed = _day(420, 1140, ((885, 915),), breakfast=510)
    assert not list(late_meals(fed, rule))
    too_late = _day(420, 1140, ((885, 915),), breakfast=550)
    assert [meal.half_hours for meal in late_meals(too_late, rule)] == [4]


def test_a_rest_knows_the_days_off_and_the_days_worked_before():
    days = [_day(420, 1140, on=date(2026, 3, number)) for number in (2, 3, 4, 5, 6, 9, 10)]
    found = [(rest.free, rest.week, hours(rest.length)) for rest in rests(days)]
    assert found == [(0, n, 12) for n in (1, 2, 3, 4)] + [(2, 5, 60), (0, 5, 12)]


WALL = st.integers(min_value=0, max_value=35 * 60)
EXAMPLES = 10


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.sampled_from(NIGHTS), WALL, st.sampled_from(ZONES))
def test_an_instant_is_when_the_wall_shows_it(day, minutes, name):
    zone = ZoneInfo(name)
    assert instant(day, minutes, zone) == slow_clock.shown(day, minutes, zone)


SHIFTS = st.tuples(st.integers(0, 20 * 60), st.lists(st.integers(0, 240), min_size=1, max_size=5))
"""A call, and the minutes of work and meals in turn after it."""


def _shift(day: date, shift: tuple[int, list[int]], zone: ZoneInfo) -> WorkedDay:
    at, parts = shift
    points = [at]
    for part in parts:
        points.append(points[-1] + part)
    inner = points[1:-1]
    meals = tuple(zip(inner[::2], inner[1::2], strict=False))
    return _day(points[0], points[-1], meals, on=day, zone=zone)


def _overtime_agrees(day, shift, name):
    worked = _shift(day, shift, ZoneInfo(name))
    meals = [(meal.start, meal.end) for meal in worked.meals]
    steps = [(240, Fraction(3, 2), False), (420, Fraction(2), True), (600, Fraction(3), False)]
    slow = slow_clock.tiers(worked.call, worked.wrap, meals, steps)
    tiers = [
        Tier(timedelta(minutes=after), Decimal(times.numerator) / times.denominator, runs_on)
        for after, times, runs_on in steps
    ]
    fast = {
        Fraction(times): round(Fraction(count) * 60)
        for times, count in overtime(worked, tiers).items()
    }
    assert fast == {times: count * 60 for times, count in slow.items()}
    whole = sum(1 for _ in slow_clock.minutes_worked(worked.call, worked.wrap, meals))
    assert worked.worked == whole * timedelta(minutes=1)


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.sampled_from(NIGHTS), SHIFTS, st.sampled_from(ZONES))
def test_overtime_is_what_every_minute_is_paid_at(day, shift, name):
    _overtime_agrees(day, shift, name)


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(st.sampled_from(NIGHTS), SHIFTS, st.sampled_from(ZONES))
def test_overtime_is_what_every_minute_is_paid_at_many_times(day, shift, name):
    _overtime_agrees(day, shift, name)


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.sampled_from(NIGHTS), SHIFTS, st.sampled_from(ZONES))
def test_night_work_is_every_minute_at_night(day, shift, name):
    zone = ZoneInfo(name)
    worked = _shift(day, shift, zone)
    slow = slow_clock.night(worked.call, worked.wrap, 22, 5, zone)
    assert within(worked.call, worked.wrap, Decimal(22), Decimal(5), zone) == timedelta(
        minutes=slow
    )


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.sampled_from(NIGHTS), SHIFTS, st.sampled_from(ZONES))
def test_a_late_meal_counts_each_half_hour_begun(day, shift, name):
    worked = _shift(day, shift, ZoneInfo(name))
    strict = Breaks(timedelta(hours=2), timedelta(hours=2))
    for late in late_meals(worked, strict):
        assert late.half_hours == slow_clock.half_hours_late(late.due, late.until)
        assert late.until > late.due


def _shared(count: int) -> list[str]:
    """The findings of a meal that so many people waited for."""
    rows = "\n".join(
        f"| 2026-03-02 | Grip {name} | Grip | 7:00a | 2:00p | 2:30p | 7:00p |"
        for name in ("Abel", "Bell", "Cole", "Dunn", "Ekman")[:count]
    )
    heads = "| Date | Name | Position | Call | Lunch Out | Lunch In | Wrap |"
    known = facts({"Times": f"{heads}\n{rows}"}, agreements="iatse-basic-2024")
    return [issue.message.split(" on ")[0] for issue in rules()["meal-late"].issues(known)]


def test_a_meal_that_many_waited_for_is_told_once():
    assert _shared(3) == ["Grip Abel", "Grip Bell", "Grip Cole"]
    assert _shared(5) == ["Grip Abel, Grip Bell, Grip Cole and 2 more"]


def test_a_performers_rest_is_that_of_their_age():
    cast = """
        | No. | Role   | Artist     | ACTRA | DOB        |
        | 1   | SYLVIE | Mia Larsen | full  | 2013-01-05 |
        | 2   | HUGH   | Leo Grant  | full  | 2009-01-05 |
        | 3   | AUNT   | Ana Moreno | full  |            |
    """
    rows = "\n".join(
        f"| 2026-03-02 | {name} | 11:00 | 20:00 |\n| 2026-03-03 | {name} | 07:30 | 16:00 |"
        for name in ("Mia Larsen", "Leo Grant", "Ana Moreno")
    )
    times = f"| Date | Performer | On Set | Wrapped Set |\n{rows}"
    known = facts({"Cast List": cast, "Set Times": times}, agreements="actra-ipa-2025")
    (issue,) = rules()["turnaround-short"].issues(known)
    assert issue.subject == "Mia Larsen"
    assert "12 h of rest are agreed" in issue.message


def test_a_cast_that_its_exhibit_names_by_roles_is_known():
    cast = """
        | No. | Role   | Artist     | ACTRA | DOB        |
        | 1   | SYLVIE | Mia Larsen | full  | 2013-01-05 |
        | 2   | HUGH   | Leo Grant  | full  |            |
    """
    times = """
        | Date       | # | Cast   | On Set | Wrapped Set |
        | 2026-03-02 | 1 | SYLVIE | 11:00  | 20:00       |
        | 2026-03-03 | 1 | SYLVIE | 07:30  | 16:00       |
        | 2026-03-02 | 2 | HUGH   | 11:00  | 20:00       |
        | 2026-03-03 | 2 | HUGH   | 07:30  | 16:00       |
    """
    known = facts({"Cast List": cast, "Set Times": times}, agreements="actra-ipa-2025")
    assert [issue.subject for issue in rules()["turnaround-short"].issues(known)] == ["SYLVIE"]


def test_a_first_meal_that_is_not_written_is_not_late():
    times = """
        | Date       | Name | Position | Call  | M1 Out | M1 In | M2 Out | M2 In | Wrap  |
        | 2026-03-02 | Mel  | Key Grip | 7:00a | 1:00p  | 1:30p |        |       | 7:00p |
        | 2026-03-03 | Mel  | Key Grip | 7:00a |        |       | 6:30p  | 7:00p | 9:00p |
    """
    known = facts({"Times": times}, agreements="iatse-basic-2024")
    assert list(rules()["meal-late"].issues(known)) == []


TURNED = """
    | CREW TIMES |          | Mon 3/2/26 | Tue 3/3/26 |
    | Mel Ortega | Call     | 7:00a      | 7:00a      |
    | Key Grip   | Meal out | 1:00p      | 2:15p      |
    |            | Meal in  | 1:30p      | 2:45p      |
    |            | Wrap     | 10:30p     | 7:00p      |
"""
A_LINE_A_DAY = """
    | Date     | Name     | Position | Call  | Meal        | Wrap  |
    | 3/2/2026 | Kim Sato | Gaffer   | 7:00a | 1:00p-1:30p | 7:00p |
    | 3/3/2026 | Kim Sato | Gaffer   | 7:00a | 1:30p-2:00p | 7:00p |
    | 3/4/2026 | Mel Ortega | Key Grip | 4:30a | 10:00a-10:30a | 3:00p |
"""


def test_times_that_stand_otherwise_are_held_to_the_same_figures_at_their_own_cells():
    known = facts({"Week 1": TURNED, "Day by day": A_LINE_A_DAY}, turnaround=10, meal_after=6)
    found = {
        (code, str(issue.at), *map(str, issue.related))
        for code in ("turnaround-short", "meal-late")
        for issue in rules()[code].issues(known)
    }
    assert found == {
        ("turnaround-short", "Week 1!D2", "Week 1!C5"),
        ("turnaround-short", "Day by day!D4", "Week 1!D5"),
        ("meal-late", "Week 1!C5", "Week 1!C2"),
        ("meal-late", "Week 1!D3", "Week 1!D2"),
        ("meal-late", "Day by day!E3", "Day by day!D3"),
    }
