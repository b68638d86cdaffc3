"""Daily times: in which words people head a call, meals and a wrap."""

from __future__ import annotations

import pytest

from tests.schemas.reading import issues, reading

TIMES = ("call", "meal1_start", "meal1_end", "meal2_start", "meal2_end", "wrap")


def _columns(head: str, *lines: str) -> dict[str, int]:
    """Which column holds which time, on a crew's sheet of some day."""
    found = reading("\n".join(("| CREW TIMES | | Mon, Mar 2 2026 |", head, *lines)))
    (table,) = found.tables
    assert table.kind == "times"
    return {name: col for name, col in table.place.columns.items() if name in TIMES}


@pytest.mark.parametrize(
    ("call", "wrap"),
    [
        ("Arrive (call)", "Dismissed"),
        ("Unit call", "Wrap"),
        ("On Set", "Wrapped Set"),
        ("Set In", "Set Out"),
        ("Arrived on set", "Left set"),
        ("Sign in time", "Sign out time"),
        ("Pers. Call", "Wrap / Dismissed"),
    ],
)
def test_the_call_and_the_wrap(call: str, wrap: str):
    found = _columns(f"| Name | Position | {call} | {wrap} |", "| Ana | Gaffer | 7:00a | 7:30p |")
    assert found == {"call": 3, "wrap": 4}


@pytest.mark.parametrize(
    "head",
    [
        "| Name | Job | Beginn | Pause von | Pause bis | 2. Pause von | 2. Pause bis | Ende |",
        "| Name | Occ | In | Ml 1 Out | Ml 1 In | Ml 2 Out | Ml 2 In | Out |",
        "| Name | Role | Unit call | Lunch out | Lunch in | 2nd break out | 2nd break in | Wrap |",
        "| Name | Job | Call | Lunch Off | Lunch Back | Dinner Off | Dinner Back | Wrap |",
    ],
)
def test_two_meals(head: str):
    line = "| Ana | Gaffer | 7:00 | 12:30 | 13:00 | 19:00 | 19:30 | 21:00 |"
    assert _columns(head, line) == {name: col for col, name in enumerate(TIMES, start=3)}


def test_a_local_beside_the_times_is_the_union():
    found = reading(
        """
        | Date       | Name | Occ     | Loc | In  | Out  |
        | 2026-03-02 | Ana  | Set PA  | N/U | 6.5 | 18.8 |
        | 2026-03-02 | Bo   | DP      | 600 | 7.0 | 17.7 |
        """
    )
    assert list(found.tables[0].frame["union"]) == ["N/U", "600"]


def test_minors_sign_in_under_a_banner_a_day():
    found = reading(
        """
        | MINORS TIME RECORD |      |               |          |         |           | initials |
        | ID | Minor  | Role | Arrive (call) | Meal out | Meal in | Dismissed | Hrs incl. meal |
        | Mon Mar 2, 2026 |
        | 1  | Ana Li | Bea  | 8:00 AM       | 12:30 PM | 1:00 PM | 4:30 PM   | 8.50 |
        | Tue Mar 3, 2026 |
        | 1  | Ana Li | Bea  | 7:45 AM       | 12:30 PM | 1:00 PM | 4:45 PM   | 9.00 |
        """
    )
    (table,) = found.tables
    assert [
        (day.day, call) for day, call in zip(table.frame["date"], table.frame["call"], strict=True)
    ] == [
        (2, 480),
        (3, 465),
    ]
    assert issues(found) == []


def test_a_studio_teachers_report():
    found = reading(
        """
        | STUDIO TEACHER'S REPORT |
        | Date     | Child's Name | Age | Time In | School | Meal   | Time Out |
        | 3/2/2026 | Ana Li       | 9   | 8:00 AM | 3.0    | 30 min | 5:00 PM  |
        """
    )
    (table,) = found.tables
    assert (table.frame["name"].iloc[0], table.frame["wrap"].iloc[0]) == ("Ana Li", 1020)


@pytest.mark.parametrize(("first", "second"), [("Meal 1", "Meal 2"), ("Lunch Break", "Supper")])
def test_meals_in_two_tiers(first: str, second: str):
    found = _columns(
        f"| Name | Position | Call | {first} |       | {second} |       | Wrap  |",
        "|      |          |      | Out     | In    | Out      | In    |       |",
        "| Ana  | Gaffer   | 700  | 1300    | 1330  | 1900     | 1930  | 2100  |",
    )
    assert found == {name: col for col, name in enumerate(TIMES, start=3)}
