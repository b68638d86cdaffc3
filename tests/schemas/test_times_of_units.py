"""Daily times of whole units, a line a unit and day, as progress reports sum them up."""

from __future__ import annotations

import pytest

from tests.schemas.reading import issues, reading

UNITS = """
    | UNIT TIMES FROM PROGRESS REPORTS |
    | Date       |     | Unit | Day no. | Unit call | Lunch |       | Unit wrap | Remarks       |
    |            |     |      |         |           | Out   | Back  |           |               |
    | 2026-08-18 | Tue | Main | 1       | 08:00     | 13:00 | 14:00 | 19:00     |               |
    | 2026-08-19 | Wed | Main | 2       | 10:30     | 15:30 | 16:30 | 21:30     | dusk sequence |
    | 2026-08-19 | Wed | 2nd  | 1       | 12:00     | 17:00 | 18:00 | 22:30     | sunset plates |
"""


def test_units_bear_their_names_where_nobody_is_named():
    found = reading(UNITS)
    (table,) = found.tables
    assert (table.kind, table.header_rows, issues(found)) == ("times", (2, 3), [])
    assert list(table.frame["name"]) == ["Main unit", "Main unit", "2nd unit"]
    assert list(table.frame["meal1_start"]) == [13 * 60, 15 * 60 + 30, 17 * 60]


def test_without_a_column_for_it_the_call_says_that_it_is_the_units():
    found = reading("""
        | DAILY WRAP TIMES - shoot |
        | Date       | Crew Call | Lunch Out | Lunch In | Wrap  | Setups |
        | 2026-08-18 | 08:00     | 13:00     | 14:00    | 19:00 | 22     |
        | 2026-08-19 | 10:30     | 15:30     | 16:30    | 21:30 | 18     |
    """)
    (table,) = found.tables
    assert list(table.frame["name"]) == ["The unit", "The unit"]


def test_what_stands_above_a_heading_says_whose_call_and_wrap_it_is():
    found = reading("""
        | PRODUCTION TIMES |     |       | (from PRs - AD copy) |
        |     |            | CREW  | SHOOT | LUNCH |       | CAMERA | LAST  |
        | DAY | DATE       | CALL  | CALL  | OUT   | IN    | WRAP   | OUT   | HRS  |
        | 1   | 2026-03-09 | 07:00 | 07:30 | 13:00 | 13:30 | 18:55  | 19:36 | 12.1 |
        | 2   | 2026-03-10 | 07:00 | 07:30 | 13:00 | 13:30 | 18:30  | 19:12 | 11.7 |
        | WK 1 |           |       |       |       |       |        |       | 23.8 |
    """)
    (table,) = found.tables
    assert (table.kind, table.header_rows, issues(found)) == ("times", (2, 3), [])
    columns = table.place.columns
    assert [columns[name] for name in ("call", "meal1_start", "meal1_end", "wrap")] == [3, 5, 6, 8]
    assert table.excluded["subtotal"] == (6,)


def test_crew_under_call_is_a_call_and_nobodys_name():
    found = reading("""
        | DAILY TIMES - shoot |
        |            |      | Call  |          | Meal  |       | Wrap   |       |
        | Date       | Unit | Crew  | Shooting | Out   | In    | Camera | Crew  |
        | 2026-03-09 | Main | 07:00 | 08:00    | 13:00 | 14:00 | 19:00  | 19:30 |
        | 2026-03-10 | Main | 07:00 | 08:00    | 13:00 | 14:00 | 19:10  | 19:40 |
    """)
    (table,) = found.tables
    columns = table.place.columns
    assert [columns[name] for name in ("call", "meal1_start", "wrap")] == [3, 5, 8]
    assert "name" not in columns


def test_crew_under_calls_is_a_call_too():
    found = reading("""
        | SHOOT TIMES from the PRs. Main unit only |
        |    |            | CALLS |          | MEALS     |          |          | WRAP   |         |
        |Day | Date       | Crew  | 1st Shot | Lunch out | Lunch in | 2nd meal | Camera | Last out |
        |1   | 2026-03-09 | 7:00a | 8:12a    | 1:00p     | 1:30p    | -        | 6:48p  | 7:40p   |
        |2   | 2026-03-10 | 2:00p | 3:22p    | 8:00p     | 8:30p    | 1:45a    | 2:31a  | 3:36a   |
    """)
    (table,) = found.tables
    columns = table.place.columns
    assert [columns[name] for name in ("call", "meal1_start", "wrap")] == [3, 5, 9]
    assert list(table.frame["name"]) == ["The unit", "The unit"]


@pytest.mark.parametrize(
    "text",
    [
        """
        | WARD ROTA |
        | Date       | Unit    | Start | End   | Nurses |
        | 2026-08-18 | Surgery | 08:00 | 19:00 | 4      |
        | 2026-08-19 | Surgery | 10:30 | 21:30 | 5      |
        """,
        """
        | UNIT CALLS BY DEPARTMENT - shoot |
        | Date       | Department | Unit | Unit call | Wrap  |
        | 2026-08-18 | Camera     | Main | 08:00     | 19:00 |
        | 2026-08-18 | Grip       | Main | 07:00     | 19:30 |
        """,
    ],
)
def test_shifts_of_wards_and_departments_are_no_units_days(text: str):
    assert reading(text).tables == ()


@pytest.mark.parametrize(
    ("shot", "camera", "kinds"),
    [("1st shot", "Camera wrap", ["times"]), ("Coffee", "Desk", [])],
)
def test_what_a_unit_does_says_that_its_calls_and_wraps_are_the_units(shot, camera, kinds):
    found = reading(f"""
        | DAILY TIMES (from the DPRs) |
        |     |            | MORNING |         | MEAL  |       | END OF DAY |       |      |
        | Day | Date       | Call    | {shot}  | Out   | In    | {camera}   | Wrap  | Hrs  |
        | 1   | 2026-03-09 | 07:00   | 07:54   | 12:30 | 13:00 | 18:12      | 18:54 | 11.9 |
        | 2   | 2026-03-10 | 09:00   | 09:48   | 14:48 | 15:18 | 20:24      | 08:54 | 23.9 |
    """)
    assert [table.kind for table in found.tables] == kinds
    assert issues(found) == ([("hours-implausible", "H5")] if kinds else [])
