"""A week's times on one sheet: people down, days across, a few columns for each day."""

from __future__ import annotations

import pytest

from tests.schemas.reading import issues, reading


def _lines(text: str) -> list[tuple[str, ...]]:
    """Each line as (name, day, call, meal, back, wrap), in the order of days and people."""
    found = reading(text)
    (table,) = [table for table in found.tables if table.kind == "times"]
    assert issues(found) == []
    fields = ("call", "meal1_start", "meal1_end", "wrap")
    return [
        (line["name"], f"{line['date']:%m-%d}", *(_clock(line[name]) for name in fields))
        for line in table.frame.to_dict("records")
    ]


def _clock(minutes: int | None) -> str:
    return "" if minutes is None else f"{minutes // 60}:{minutes % 60:02}"


def test_in_meal_back_out_under_each_date():
    lines = _lines(
        """
        | CREW TIME - WEEK 1 |
        |      |        | Mon 3/2/2026 |         |         |        | Tue 3/3/2026 |   |   |  |
        | Name | Job    | In     | Meal    | Back    | Out    | In    | Meal   | Back   | Out   |
        | Ana  | Gaffer | 6:30am | 12:00pm | 12:45pm | 6:00pm | 7:00am | 1:00pm | 1:30pm | 1:30am |
        | Bo   | Grip   |        |         |         |        | 7:00am | 1:00pm | 1:30pm | 7:30pm |
        """
    )
    assert lines == [
        ("Ana", "03-02", "6:30", "12:00", "12:45", "18:00"),
        ("Ana", "03-03", "7:00", "13:00", "13:30", "25:30"),
        ("Bo", "03-03", "7:00", "13:00", "13:30", "19:30"),
    ]


@pytest.mark.parametrize(
    ("call", "wrap"),
    [("Cit.", "Fin"), ("Conv.", "Sal."), ("Ent.", "Sal."), ("Arr.", "Dép."), ("Anf.", "Ende")],
)
def test_call_and_wrap_of_a_day_in_short(call: str, wrap: str):
    lines = _lines(
        f"""
        | HOJA DE HORAS RODAJE |
        |                     |         | mar 3/3 |        | mié 3/4 |        |
        | Técnico             | Cargo   | {call}  | {wrap} | {call}  | {wrap} |
        | Ochoa, Nerea        | Foquista | 08:00  | 21:15  | 07:30   | 18:00  |
        """
    )
    assert [(day, call, wrap) for _, day, call, *_, wrap in lines] == [
        ("03-03", "8:00", "21:15"),
        ("03-04", "7:30", "18:00"),
    ]


def test_each_time_is_found_again_at_its_own_cell():
    found = reading(
        """
        | CREW TIME |
        |      |        | 3/2  |       | 3/3  |       | Total |
        | Name | Job    | Call | Wrap  | Call | Wrap  | Hours |
        | Ana  | Gaffer | 7:00 | 19:30 | 8:00 | 20:00 | 24.5  |
        """
    )
    (table,) = found.tables
    assert [table.cell(label, "wrap").a1 for label in table.frame.index] == ["D4", "F4"]
    assert [table.cell(label, "name").a1 for label in table.frame.index] == ["A4", "A4"]


def test_in_and_out_twice_a_day():
    lines = _lines(
        """
        | CREW TIME |
        |      |        | Mon 2 Mar 2026 |   |       |       | Tue 3 Mar 2026 |  |       |       |
        | Name | Job    | In   | Out   | In    | Out   | In   | Out   | In    | Out   |
        | Ana  | Gaffer | 7:00 | 13:00 | 13:30 | 19:30 | 8:00 | 13:00 | 14:00 | 20:00 |
        """
    )
    assert lines == [
        ("Ana", "03-02", "7:00", "13:00", "13:30", "19:30"),
        ("Ana", "03-03", "8:00", "13:00", "14:00", "20:00"),
    ]


def test_weekdays_of_the_week_that_the_title_names():
    for title in ("Week ending: | 3/8/2026", "W/E 3/8/2026 | ", "Week of 3/2/2026 |"):
        lines = _lines(
            f"""
            | CREW TIME CARD | {title} |
            |      |        | MON  |      | TUE  |      | SUN  |       |
            | Name | Job    | In   | Out  | In   | Out  | In   | Out   |
            | Ana  | Gaffer | 7.0  | 19.5 | 8.0  | 25.5 | 9.0  | 14.7  |
            """
        )
        assert [(day, wrap) for _, day, *_, wrap in lines] == [
            ("03-02", "19:30"),
            ("03-03", "25:30"),
            ("03-08", "14:42"),
        ]


def test_weeks_below_each_other():
    lines = _lines(
        """
        | CREW TIME |
        |      |        | 3/2/2026 |   | 3/3/2026 |   |
        | Name | Job    | Call | Wrap  | Call | Wrap  |
        | Ana  | Gaffer | 7:00 | 19:30 | 8:00 | 20:00 |
        | |
        |      |        | 3/9/2026 |   | 3/10/2026 |  |
        | Name | Job    | Call | Wrap  | Call | Wrap  |
        | Ana  | Gaffer | 6:00 | 18:30 | off  |       |
        """
    )
    assert [line[:3] for line in lines] == [
        ("Ana", "03-02", "7:00"),
        ("Ana", "03-03", "8:00"),
        ("Ana", "03-09", "6:00"),
    ]


def test_one_days_two_breaks_are_no_week():
    lines = _lines(
        """
        | CREW TIME |      | Mon, Mar 2 2026 |
        | Name | Job    | In   | Out   | In    | Out   | Notes        |
        | Ana  | Gaffer | 7:00 | 13:00 | 13:30 | 19:30 | back on 3/9  |
        """
    )
    assert lines == [("Ana", "03-02", "7:00", "13:00", "13:30", "19:30")]
