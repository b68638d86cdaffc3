"""Time cards: a block a person, whose name stands on a line of its own above their days."""

from __future__ import annotations

import pytest

from tests.schemas.reading import reading


def _lines(text: str) -> list[tuple[str, str, int, int, int]]:
    """Each line as (name, position, day, call, wrap)."""
    (table,) = [table for table in reading(text).tables if table.kind == "times"]
    return [
        (line["name"], line["position"], line["date"].day, line["call"], line["wrap"])
        for line in table.frame.to_dict("records")
    ]


def test_names_on_lines_among_the_days():
    assert _lines(
        """
        | CREW TIME LOG    |       |          |         |       |
        | Date             | Call  | Meal Out | Meal In | Wrap  |
        | Okuda, Ren       | 1st AC |
        | 3/2/2026         | 7.0   | 13.0     | 13.5    | 19.5  |
        | 3/3/2026         | 8.0   | 13.0     | 13.5    | 25.1  |
        | |
        | Bo Reed - Gaffer |
        | 3/2/2026         | 7.5   | 13.0     | 13.5    | 19.5  |
        """
    ) == [
        ("Ren Okuda", "1st AC", 2, 420, 1170),
        ("Ren Okuda", "1st AC", 3, 480, 1506),
        ("Bo Reed", "Gaffer", 2, 450, 1170),
    ]


def test_days_below_a_person_are_theirs_though_the_heading_speaks_of_the_unit():
    assert _lines(
        """
        | DAILY TIMES |
        | Date | Day | Unit Call | Lunch start | Lunch end | Wrap |
        | Fitzgerald, Lucas - Camera Operator |
        | 2025-07-07 | Mon | 08:00 | 13:24 | 13:54 | 18:42 |
        | |
        | Reed, Bo - Gaffer |
        | 2025-07-07 | Mon | 07:30 | 13:24 | 13:54 | 18:30 |
        """
    ) == [
        ("Lucas Fitzgerald", "Camera Operator", 7, 480, 1122),
        ("Bo Reed", "Gaffer", 7, 450, 1110),
    ]


def test_a_card_a_person_with_headings_of_its_own():
    assert _lines(
        """
        | CREW TIME CARDS |
        | Name: Ren Okuda | | Position: 1st AC | |
        | Date     | Call   | Lunch Out | Lunch In | Wrap   |
        | 3/2/2026 | 7:00am | 1:00pm    | 1:30pm   | 7:30pm |
        | |
        | Name: | Bo Reed | Position: | Gaffer |
        | Date     | Call   | Lunch Out | Lunch In | Wrap   |
        | 3/2/2026 | 6:00am | 1:00pm    | 1:30pm   | 7:00pm |
        """
    ) == [("Ren Okuda", "1st AC", 2, 420, 1170), ("Bo Reed", "Gaffer", 2, 360, 1140)]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("1. Anneke Visser", "Anneke Visser"),
        ("#3 Theo Marchand (SILAS)", "Theo Marchand"),
        ("Cast #12: Wes Tran", "Wes Tran"),
        ("7a - Visser, Anneke", "Anneke Visser"),
        ("4) NORA", "NORA"),
    ],
)
def test_performers_are_numbered(line: str, name: str):
    found = _lines(
        f"""
        | CAST TIMES, to May 22 |
        | Date       | Shoot day | Call  | Lunch | Back  | Wrap  | Remarks |
        | |
        | {line}     |
        | 2026-05-11 | 1         | 06h30 | 12h00 | 13h00 | 17h30 |         |
        | 2026-05-12 | 2         | 07h15 | 12h00 | 13h00 | 25h30 | late    |
        """
    )
    assert found == [(name, None, 11, 390, 1050), (name, None, 12, 435, 1530)]


def test_times_of_nobody_are_none():
    for title in ("CREW TIME LOG", "Camera Department", "Week ending 3/8/2026", "1. CAMERA"):
        found = reading(
            f"""
            | {title} |
            | Date     | Call   | Lunch Out | Lunch In | Wrap   |
            | 3/2/2026 | 7:00am | 1:00pm    | 1:30pm   | 7:30pm |
            | 3/3/2026 | 7:00am | 1:00pm    | 1:30pm   | 7:30pm |
            """
        )
        assert found.tables == ()


def test_a_given_name_that_begins_like_a_job_is_somebodys():
    assert _lines(
        """
        | CREW TIME LOG            |
        | Date             | Call  | Meal Out | Meal In | Wrap  |
        | Okuda, Ren - 1st AC |
        | 3/2/2026         | 7.0   | 13.0     | 13.5    | 19.5  |
        | Benítez, Adrián - Script |
        | 3/2/2026         | 7.5   | 13.0     | 13.5    | 19.5  |
        | Greenslade, Jo - DIT |
        | 3/2/2026         | 8.0   | 13.0     | 13.5    | 19.5  |
        """
    ) == [
        ("Ren Okuda", "1st AC", 2, 420, 1170),
        ("Adrián Benítez", "Script", 2, 450, 1170),
        ("Jo Greenslade", "DIT", 2, 480, 1170),
    ]


def test_a_meal_by_its_name_ends_where_the_return_is_headed():
    (table,) = reading(
        """
        | Fecha      | Nombre     | Puesto | Llamado | Comida | Regreso | Corte |
        | 2026-03-02 | Ana Moreno | Gaffer | 07:00   | 14:00  | 15:00   | 18:00 |
        | 2026-03-03 | Ana Moreno | Gaffer | 07:00   | 13:00  | 14:00   | 18:00 |
        """,
        tab="Horas",
    ).tables
    assert list(table.frame["meal1_start"]) == [840, 780]
    assert list(table.frame["meal1_end"]) == [900, 840]
