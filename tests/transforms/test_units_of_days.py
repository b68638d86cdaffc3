"""Units that a crew grid tells by the day: a column for each, or a letter in the cell."""

from __future__ import annotations

import pytest

from tests.transforms.sheets import facts
from tests.transforms.test_lent import clashes
from transforms.days.units import named
from transforms.rules import rules

TWO_COLUMNS = """
    | CREW DAYS |
    |             |          | 5/21 | {date} | 5/22 |     | 5/25 |     | 5/26 |     |
    | Name        | Position | {0}  | {1} | {0}  | {1} | {0}  | {1} | {0}  | {1} |
    | Wes Tillery | Mixer    | x    |     | x    |     |      |     | x    |     |
    | Marcus Tran | 1st AC   | x    | x   | x    |     |      |     | x    |     |
    | Lena Kovac  | DP       |      | x   | x    |     |      | x   | x    |     |
"""


@pytest.mark.parametrize(
    ("main", "other"),
    [("MU", "2U"), ("Main", "2nd"), ("MAIN UNIT", "SPLINTER"), ("Haupt", "2. Einheit")],
)
@pytest.mark.parametrize("date", ["", "5/21"])
def test_each_day_has_a_column_for_each_unit(main: str, other: str, date: str):
    grid = TWO_COLUMNS.format(main, other, date=date)
    if date:
        for day in ("5/22", "5/25", "5/26"):
            grid = grid.replace(f"| {day} |     |", f"| {day} | {day} |")
    (clash,) = clashes({"Crew Days": grid})
    assert (str(clash.at), str(clash.related[0])) == ("Crew Days!C5", "Crew Days!D5")
    assert "for two units on Thu 21 May" in clash.message
    (holiday,) = rules()["holiday-work"].issues(facts({"Crew Days": grid}, holidays="US"))
    assert (str(holiday.at), holiday.subject) == ("Crew Days!H6", "Lena Kovac")


SIDE_BY_SIDE = """
    | CREW DAYS |
    |             |          | {} |   |      |      | {} |    |      |      |
    | Name        | Position | 5/21 | 5/22 | 5/25 | 5/26 | 5/21 | 5/22 | 5/25 | 5/26 |
    | Wes Tillery | Mixer    | x    | x    |      | x    |      |      |      |      |
    | Marcus Tran | 1st AC   | x    | x    |      | x    | x    |      |      |      |
    | Lena Kovac  | DP       |      | x    |      | x    | x    |      | x    |      |
"""


@pytest.mark.parametrize(
    ("main", "other", "found"),
    [
        ("MAIN UNIT", "2ND UNIT", 1),
        ("Unidad principal", "2a unidad", 1),
        ("PLANNED", "ACTUAL", 0),
    ],
)
def test_all_days_stand_once_for_each_unit(main: str, other: str, found: int):
    grid = SIDE_BY_SIDE.format(main, other)
    told = [(str(each.at), str(each.related[0])) for each in clashes({"Crew Days": grid})]
    assert told == [("Crew Days!C5", "Crew Days!G5")] * found
    holidays = rules()["holiday-work"].issues(facts({"Crew Days": grid}, holidays="US"))
    assert [str(each.at) for each in holidays] == ["Crew Days!I6"] * found


def test_two_units_in_one_cell_are_a_day_of_work():
    grid = """
        | CREW DAYS |
        | Name        | Position | 3/2 | 3/3 | 3/4   | 3/5 | 3/6 | 3/7 | 3/8 |
        | Wes Tillery | Mixer    | MU  | MU  | MU/2U | 2U  | MU  | MU  | T   |
        | Marcus Tran | 1st AC   | MU  | MU  | T/W   | MU  | MU  | MU  | MU  |
    """
    known = facts({"Crew Days": grid})
    (sixth,) = rules()["sixth-consecutive-day"].issues(known)
    (seventh,) = rules()["seventh-consecutive-day"].issues(known)
    assert (str(sixth.at), str(seventh.at)) == ("Crew Days!H3", "Crew Days!I4")


@pytest.mark.parametrize(("first", "second"), [("AM", "PM"), ("1st", "2nd"), ("In", "Out")])
def test_halves_of_a_day_are_no_units(first: str, second: str):
    assert clashes({"Crew Days": TWO_COLUMNS.format(first, second, date="")}) == []


LETTERED = """
    | CREW PLANNER |
    | {} |
    | Name        | Job    | 3/2 | 3/3 | 3/4 | 3/5 |
    | Wes Tillery | Mixer  | {m} | {m} | {m} | {m} |
    | Dev Mistry  | 1st AC | {m} | {s} | {s} | {m} |
    | Lena Kovac  | DP     | {m} | {m} |     | {m} |
"""
SECOND = """
    | 2ND UNIT DAYS |
    | Name       | Job | 3/3 | 3/4 | 3/5 |
    | Dev Mistry | AC  | x   | x   |     |
    | Lena Kovac | DP  | x   | x   |     |
    | Jo Brennan | Op  | x   | x   | x   |
"""


@pytest.mark.parametrize(
    ("legend", "main", "second"),
    [
        ("M = main unit, 2 = second unit", "M", "2"),
        ("1 = main unit / 2 = 2nd unit / P = pencil", "1", "2"),
        ("M = Main, S = 2nd Unit, T = travel", "M", "S"),
        ("x = on", "x", "2U"),
    ],
)
def test_a_letter_in_the_cell_says_for_which_unit(legend: str, main: str, second: str):
    grid = LETTERED.format(legend, m=main, s=second)
    issues = clashes({"Crew planner": grid, "2nd Unit": SECOND})
    assert [(str(issue.at), issue.subject) for issue in issues] == [
        ("Crew planner!D6", "Lena Kovac")
    ]


def test_numbers_that_a_sheet_explains_are_no_hours():
    grid = LETTERED.format("1 = 1st option, 8 = confirmed", m="8", s="1")
    assert clashes({"Crew planner": grid, "2nd Unit": SECOND})[0].subject == "Lena Kovac"
    (clash,) = clashes({"Crew planner": grid, "2nd Unit": SECOND})
    assert clash.subject == "Lena Kovac", "Dev Mistry is no more than an option"


@pytest.mark.parametrize(
    ("banner", "unit"),
    [
        ("DAILIES / FROM MAIN UNIT", set()),
        ("2ND UNIT (crew from main)", {"second"}),
        ("MAIN UNIT", {"main"}),
        ("Prestados por la 1a unidad", set()),
    ],
)
def test_whoever_is_lent_is_not_of_the_unit_that_lends_them(banner: str, unit: set[str]):
    assert named(banner) == unit
