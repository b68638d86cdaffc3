"""When a period ends and which is closed."""

from __future__ import annotations

from datetime import date

from model.periods import Periods

SAT_7, SAT_14 = date(2026, 3, 7), date(2026, 3, 14)
MONDAY, SATURDAY, SUNDAY = date(2026, 3, 9), SAT_14, date(2026, 3, 15)


def test_a_week_ends_on_saturday_and_is_closed_from_sunday_on() -> None:
    weekly = Periods()
    assert [weekly.end_of(day) for day in (MONDAY, SATURDAY)] == [SAT_14, SAT_14]
    assert [weekly.last_closed(day) for day in (MONDAY, SATURDAY, SUNDAY)] == [SAT_7, SAT_7, SAT_14]


def test_another_weekday() -> None:
    assert Periods(weekday=6).end_of(MONDAY) == SUNDAY
    assert Periods(weekday=0).last_closed(MONDAY) == date(2026, 3, 2)


def test_listed_ends() -> None:
    listed = Periods(ends=(date(2026, 3, 31), date(2026, 2, 28)))
    assert listed.end_of(MONDAY) == date(2026, 3, 31)
    assert listed.last_closed(MONDAY) == date(2026, 2, 28)
    assert listed.end_of(date(2026, 4, 1)) is None
    assert listed.last_closed(date(2026, 2, 28)) is None


def test_closed_periods_are_counted_back() -> None:
    assert Periods().closed(MONDAY, 3) == date(2026, 2, 21)
    assert Periods(ends=(SAT_7,)).closed(MONDAY, 2) is None
