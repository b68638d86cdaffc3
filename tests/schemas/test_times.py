"""Daily times: who was called and wrapped when, in every way that papers write a time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from schemas.times import lengths, order
from schemas.values import clock
from schemas.values.clock import Clock, habit
from schemas.values.words import Fault
from tests.schemas.reading import issues, reading

HEADS = "| Date | Name | Position | Call | Lunch Out | Lunch In | Wrap |"


def _minutes(*values: object, pattern: str = "") -> list[int | None]:
    """Values of one sheet's column as minutes after midnight."""
    clocks = [clock.read(value, pattern) for value in values]
    known = habit(value for value in clocks if isinstance(value, Clock))
    return [known.minutes(value) if isinstance(value, Clock) else None for value in clocks]


def _hm(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("6:30a", "6:30"),
        ("6:30 AM", "6:30"),
        ("6:30 p.m.", "18:30"),
        ("630a", "6:30"),
        ("6a", "6:00"),
        ("12:15A", "0:15"),
        ("12N", "12:00"),
        ("noon", "12:00"),
        ("Mitternacht", "0:00"),
        ("18:30", "18:30"),
        ("18:30:00", "18:30"),
        ("18.30 Uhr", "18:30"),
        ("6h30", "6:30"),
        ("18 h 30", "18:30"),
        ("7h", "7:00"),
        ("25:30", "25:30"),
        ("1:30a (+1)", "25:30"),
        ("3/4/2026 6:30 PM", "18:30"),
        ("0630", "6:30"),
        ("2359", "23:59"),
    ],
)
def test_a_time_as_people_write_it(written: str, means: str):
    assert _minutes(written) == [_hm(means)]


@pytest.mark.parametrize(
    ("column", "means"),
    [
        ((6.5, 12.3, 18.7, 25.1), ("6:30", "12:18", "18:42", "25:06")),
        ((6, 12.5, 0.5), ("6:00", "12:30", "0:30")),
        ((0.25, 0.5, 0.7708333333, 1.0625), ("6:00", "12:00", "18:30", "25:30")),
        ((630, 1200, 1845, 0), ("6:30", "12:00", "18:45", "0:00")),
        (("6.30", "18.45", "7.15"), ("6:30", "18:45", "7:15")),
        (("6,5", "18,7"), ("6:30", "18:42")),
    ],
)
def test_numbers_are_explained_by_the_others(column: tuple[object, ...], means: tuple[str, ...]):
    assert _minutes(*column) == [_hm(text) for text in means]


def test_a_number_shown_as_a_time_is_a_part_of_a_day():
    assert _minutes(0.2708333333, pattern="h:mm am/pm") == [_hm("6:30")]
    assert _minutes(1.0625, pattern="[h]:mm") == [_hm("25:30")]
    assert _minutes(46083.75) == [_hm("18:00")]


@pytest.mark.parametrize("words", ["O/C", "on call", "hold", "-", "TBD", "", "n/a", "krank", None])
def test_words_for_no_time_are_none(words: object):
    assert clock.read(words) is None


@pytest.mark.parametrize("words", ["late", "6:75", "99:00", "13:00 pm", "Bob", "1.5.2026"])
def test_what_is_no_time_is_a_fault(words: str):
    read = clock.read(words)
    assert isinstance(read, Fault)
    assert read.code == "unreadable-time"


def _settled(*written: str, hours: str = "") -> dict[str, str]:
    """A day's times in order: name -> "18:30", or what is wrong with it."""
    names = {2: ("call", "wrap"), 4: ("call", "meal1_start", "meal1_end", "wrap")}[len(written)]
    clocks = dict(zip(names, map(clock.read, written), strict=True))
    known = {name: value for name, value in clocks.items() if isinstance(value, Clock)}
    day = order.settle(known, habit(known.values()), Decimal(hours) if hours else None)
    told = {name: f"{made // 60}:{made % 60:02}" for name, made in day.minutes.items()}
    return told | {name: fault.code for name, fault in day.faults.items()}


def test_a_time_before_the_one_above_it_is_past_midnight():
    assert _settled("2:00p", "8:00p", "8:30p", "1:30a")["wrap"] == "25:30"
    assert _settled("14:00", "20:00", "20:30", "01:30")["wrap"] == "25:30"
    assert _settled("22:00", "03:00", "03:30", "09:00") == {
        "call": "22:00",
        "meal1_start": "27:00",
        "meal1_end": "27:30",
        "wrap": "33:00",
    }


def test_without_morning_or_evening_the_next_hour_of_that_name_is_meant():
    assert _settled("7:00", "1:00", "1:30", "7:30")["wrap"] == "19:30"


def test_a_day_too_long_is_out_of_order_unless_the_stated_hours_are_as_long():
    assert _settled("05:45", "13:00", "13:30", "05:15")["wrap"] == "times-out-of-order"
    assert (
        _settled("05:45", "13:00", "13:30", "05:15", hours="11.5")["wrap"] == "times-out-of-order"
    )
    assert _settled("05:45", "13:00", "13:30", "05:15", hours="23.5")["wrap"] == "hours-implausible"


def test_a_day_that_could_be_short_or_long_is_settled_by_its_hours_or_not_at_all():
    assert _settled("7:00", "7:30")["wrap"] == "time-not-settled"
    assert _settled("7:00", "7:30", hours="12.5")["wrap"] == "19:30"
    assert _settled("7:00", "7:30", hours="0.5")["wrap"] == "7:30"
    assert _settled("2:00", "11:30")["call"] == "time-not-settled"


def test_a_day_of_more_than_twenty_hours_is_rather_mistyped():
    assert _settled("7:00a", "6:30a")["wrap"] == "times-out-of-order"
    assert _settled("13:00", "12:30")["wrap"] == "times-out-of-order"
    assert _settled("5:00", "27:00")["wrap"] == "27:00"


def test_a_sheet_of_times_is_read():
    found = reading(
        f"""
        {HEADS}
        | 2026-03-02 | Moreno, Ana | 1st AC   | 6:30a | 12:30p | 1:00p | 7:00p  |
        | 2026-03-03 | Moreno, Ana | 1st AC   | 2:00p | 8:00p  | 8:30p | 1:30a  |
        """
    )
    (table,) = found.tables
    frame = table.frame
    assert table.kind == "times"
    assert issues(found) == []
    assert list(frame["name"]) == ["Ana Moreno"] * 2
    assert list(frame["date"]) == [date(2026, 3, 2), date(2026, 3, 3)]
    assert list(frame["call"]) == [390, 840]
    assert list(frame["wrap"]) == [1140, 1530]
    assert table.cell(3, "wrap").a1 == "G3"


def test_in_to_the_meal_and_out_of_it_are_told_from_out_for_it_and_back_in():
    found = reading(
        """
        | Date       | Name | Job    | Call | M1 In | M1 Out | Wrap  |
        | 2026-03-02 | Ana  | Gaffer | 7:00 | 13:00 | 13:30  | 19:00 |
        | 2026-03-03 | Ana  | Gaffer | 7:00 | 12:45 | 13:15  | 19:00 |
        """
    )
    assert list(found.tables[0].frame["meal1_start"]) == [780, 765]


def test_a_breakfast_may_be_a_time_or_a_tick():
    found = reading(
        """
        | Date       | Name | Job    | Call | NDB  | Lunch Out | Lunch In | Wrap  |
        | 2026-03-02 | Ana  | Gaffer | 7:00 | 7:30 | 13:00     | 13:30    | 19:00 |
        | 2026-03-02 | Bo   | Grip   | 7:00 | Y    | 13:00     | 13:30    | 19:00 |
        | 2026-03-02 | Cy   | Swing  | 7:00 |      | 13:00     | 13:30    | 19:00 |
        """
    )
    frame = found.tables[0].frame
    assert list(frame["ndb"]) == [450, None, None]
    assert [bool(given) for given in frame["ndb_given"]] == [True, True, False]


@pytest.mark.parametrize(
    ("value", "pattern", "means"),
    [
        (12.5, "", "12.5"),
        ("12:30", "", "12.50"),
        ("12h30", "", "12.50"),
        (0.5208333333, "[h]:mm", "12.50"),
        ("45 min", "", "0.75"),
        ("8 hrs", "", "8"),
    ],
)
def test_a_length_is_in_hours(value: object, pattern: str, means: str):
    assert lengths.hours(value, pattern) == Decimal(means)


def test_a_meals_length_may_be_in_minutes_and_a_time_of_day_is_none():
    assert lengths.meal(30) == Decimal("0.5")
    assert lengths.meal(1) == 1
    assert lengths.meal("12:30") is None


def test_a_sheet_of_times_that_an_office_keeps_is_read_beside_a_productions_tabs_alone():
    office = """
        | Date       | Employee  | Clock In | Clock Out |
        | 2026-03-02 | Sam Boyd  | 8:00 AM  | 4:30 PM   |
        | 2026-03-02 | Lena Ruiz | 8:00 AM  | 4:30 PM   |
        """
    assert reading(office).tables == ()


def test_days_that_stand_below_each_other_bear_their_dates_in_their_titles():
    found = reading(
        """
        | THE SALT GLASS |          | DAILY TIME SHEET |       | Mon, Mar 2 2026 |
        | Name           | Position | Call             | Wrap  | Notes           |
        | CAMERA         |
        | Ana Moreno     | 1st AC   | 700              | 1930  | until 3/9       |
        | |
        | THE SALT GLASS |          | DAILY TIME SHEET | Tue, Mar 3 2026 |       |
        | Name           | Position | Call             | Wrap  | Notes           |
        | Ana Moreno     | 1st AC   | 700              | 1940  |                 |
        | Bo Reed        | Gaffer   |                  |       | back on 3/9     |
        """
    )
    frame = found.tables[0].frame
    assert list(frame["name"]) == ["Ana Moreno", "Ana Moreno", "Bo Reed"]
    assert [day.day for day in frame["date"]] == [2, 3, 3]
    assert issues(found) == []


def test_who_flies_when_is_no_sheet_of_times():
    found = reading(
        """
        | TRAVEL MOVEMENTS - CAST AND CREW |
        | Date       | Who         | Flight | Dep  | Arr  | Pick-up | Sleeping at |
        | 2026-03-02 | Pippa Lane  | RW 214 | 0940 | 1155 | Macca   | Motor Inn 6 |
        | 2026-03-03 | Ngaire Holm | RW 214 | 0940 | 1155 | Ute 4   | Motor Inn 9 |
        """
    )
    assert found.tables == ()


def test_the_only_meal_is_the_first_whatever_it_is_called():
    found = reading("""
        | Feuille de temps - tournage |
        | Date       | Nom       | Poste  | Appel | Dîner début | Dîner fin | Fin   |
        | 2026-05-11 | Ève Caron | Gaffer | 7h00  | 12h00       | 12h45     | 18h30 |
        | 2026-05-12 | Ève Caron | Gaffer | 7h00  | 12h30       | 13h15     | 19h30 |
    """)
    (table,) = found.tables
    assert table.kind == "times"
    assert list(table.frame["meal1_start"]) == [12 * 60, 12 * 60 + 30]
    assert table.frame["meal2_start"].isna().all()
