"""Daily times: in which words people head a call, meals and a wrap."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.cell import Block
from model.table import Table
from schemas import read, textgrid
from tests.schemas.reading import PRODUCTION, book, issues, reading

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
        "| Name | Cargo | Citado | Inicio comida | Fin comida | Inicio cena | Fin cena | Salida |",
        "| Name | Occ | In | Ml 1 Out | Ml 1 In | Ml 2 Out | Ml 2 In | Out |",
        "| Name | Role | Unit call | Lunch out | Lunch in | 2nd break out | 2nd break in | Wrap |",
        "| Name | Job | Call | Lunch Off | Lunch Back | Dinner Off | Dinner Back | Wrap |",
        "| Name | Role | ON SET | MEAL OUT | MEAL IN | 2ND OUT | 2ND IN | DISMISS |",
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


def _exhibit(head: str, line: str) -> dict[str, str]:
    """What an exhibit G's line says, time by time; heads that are no times are left out."""
    found = reading("\n".join(("| EXHIBIT G | | Mon, Mar 2 2026 |", head, line)))
    (table,) = found.tables
    assert (table.kind, issues(found)) == ("times", [])
    (record,) = table.frame.to_dict("records")
    names = ("makeup_call", *TIMES, "makeup_wrap", "ndb", "ndb_end")
    return {name: _clock(record[name]) for name in names if isinstance(record[name], int)}


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


SET_AND_MAKEUP = {
    "makeup_call": "6:00",
    "call": "6:42",
    "meal1_start": "12:00",
    "meal1_end": "12:30",
    "wrap": "18:00",
    "makeup_wrap": "18:24",
}


@pytest.mark.parametrize(
    "head",
    [
        "| Player | Character | MU/WDR call | Rpt set | Lunch out | Lunch in | Dism. set |"
        " Dism. MU/WDR |",
        "| Artist | Role | Report M/U | Report Set | Meal out | Meal in | Dismiss Set |"
        " Dismiss M/U |",
        "| Cast | Char | H/MU/W Call | On Set | 1M Out | 1M In | Set Wrap | H/MU/W Out |",
        "| Performer | Role | Hair/MU in | Set Call | Lunch | Back | Wrap Set | Wrap MU/Ward |",
        "| | | REPORT | | 1ST MEAL | | DISMISS | |\n"
        "| Cast | Character | M/U | SET | OUT | IN | SET | M/U |",
        "| | | MAKEUP/WARDROBE | ON SET | 1ST MEAL | | ON SET | MAKEUP/WARDROBE |\n"
        "| Cast | Character | Report | Report | Out | In | Dismiss | Dismiss |",
    ],
)
def test_performers_report_to_make_up_and_to_the_set_and_are_dismissed_from_both(head: str):
    line = "| Ana Li | BEA | 6:00a | 6:42a | 12:00p | 12:30p | 6:00p | 6:24p |"
    assert _exhibit(head, line) == SET_AND_MAKEUP


def test_make_up_alone_is_the_call_and_the_wrap():
    head = "| Cast | Character | Report M/U | Meal out | Meal in | Dismiss M/U |"
    assert _exhibit(head, "| Ana Li | BEA | 6:00a | 12:00p | 12:30p | 6:24p |") == {
        "call": "6:00",
        "meal1_start": "12:00",
        "meal1_end": "12:30",
        "wrap": "18:24",
    }


def test_out_of_make_up_before_the_set_is_no_dismissal():
    head = "| Cast | Character | MU In | MU Out | On Set | Lunch out | Lunch in | Wrap |"
    line = "| Ana Li | BEA | 6:00a | 6:40a | 7:00a | 12:00p | 12:30p | 6:24p |"
    found = _exhibit(head, line)
    assert (found["makeup_call"], found["call"], found["wrap"]) == ("6:00", "7:00", "18:24")
    assert "makeup_wrap" not in found


@pytest.mark.parametrize(
    ("first", "second", "times"),
    [
        ("In", "Out", "7:30a | 7:45a"),
        ("Out", "In", "7:30a | 7:45a"),
        ("Start", "End", "7:30a | 7:45a"),
    ],
)
def test_a_breakfast_that_is_not_deducted_begins_and_ends(first: str, second: str, times: str):
    found = _exhibit(
        "| | | | ND MEAL | | 1ST MEAL | | |\n"
        f"| Cast | Character | Call | {first} | {second} | Out | In | Wrap |",
        f"| Ana Li | BEA | 6:00a | {times} | 1:00p | 1:30p | 4:00p |",
    )
    assert (found["ndb"], found["ndb_end"]) == ("7:30", "7:45")
    assert (found["call"], found["meal1_start"], found["wrap"]) == ("6:00", "13:00", "16:00")


def test_a_weeks_title_between_the_lines_is_no_department():
    found = reading(
        """
        | Date       | Player | Character | Call  | Wrap  |
        | 2026-03-02 | Ana Li | BEA       | 7:00a | 7:00p |
        | WEEK 2     |        |           |       |       |
        | 2026-03-09 | Ana Li | BEA       | 7:00a | 7:00p |
        """
    )
    (table,) = found.tables
    assert list(table.frame["department"]) == [None, None]
    assert table.excluded == {"banner": (3,)}


def test_people_wrap_with_the_unit_and_not_with_the_camera():
    found = _columns(
        "| Name | Grade | U/C   | Lunch from | Lunch to | Cam wrap | Unit wrap |",
        "| Ana  | DoP   | 07.30 | 13.00      | 14.00    | 18.30    | 18.45     |",
    )
    assert found == {"call": 3, "meal1_start": 4, "meal1_end": 5, "wrap": 7}
    alone = _columns("| Name | Grade | Call | Cam wrap |", "| Ana | DoP | 07.30 | 18.30 |")
    assert alone == {"call": 3, "wrap": 4}


def test_a_production_reports_work_time_and_meals_in_two_tiers_and_numbered_cast():
    found = reading(
        """
        | DAILY PRODUCTION REPORT - DAY 3 - WED 3/4/26 |    |         |         |        |        |
        |         |   | WORKTIME |         | MEALS  |        |
        | CAST    | W | Report   | Dismiss | Out    | In     |
        | 1. BEA  | W | 6:00A    | 6:24P   | 12:00P | 12:30P |
        | #2. MAX | S | 7:00A    | 6:24P   | 12:00P | 12:30P |
        """
    )
    (table,) = found.tables
    names = ("element_id", "name", "call", "meal1_start", "meal1_end", "wrap")
    assert [tuple(line[name] for name in names) for line in table.frame.to_dict("records")] == [
        ("1", "BEA", 360, 720, 750, 1104),
        ("2", "MAX", 420, 720, 750, 1104),
    ]


def test_a_blank_column_within_merged_headings_and_a_remark_over_them_change_nothing():
    text = """
    | TOLLGATE - from PRs |            |           | keep for hot costs / MPVs |       |  |       |          |       | |          |           |
    | Day                 | Date       | Crew Call | 1st Shot                  | Lunch |  |       | 2nd Meal |       | | Cam Wrap | Crew Wrap |
    |                     |            |           |                           | Out   |  | In    | Out      | In    | |          |           |
    | 1                   | 2026-03-04 | 7:00a     | 8:22a                     | 1:00p |  | 1:30p |          |       | | 6:48p    | 7:30p     |
    | 2                   | 2026-03-09 | 6:30a     | 7:41a                     | 12:30p |  | 1:00p | 6:54p   | 7:18p | | 8:01p    | 8:42p     |
    """  # noqa: E501
    grid, _ = textgrid.parse(text, "Daily Times")
    grid = replace(grid, merges=(Block(2, 5, 2, 7), Block(2, 8, 2, 9)))
    found = read(book(grid), PRODUCTION)
    (table,) = found.tables
    assert issues(found) == []
    assert table.header_rows == (2, 3)
    columns = {"call": 3, "meal1_start": 5, "meal1_end": 7, "meal2_start": 8, "meal2_end": 9}
    assert {name: table.place.columns[name] for name in TIMES} == {**columns, "wrap": 12}


def _of_film(text: str, tab: str) -> Table:
    """The daily times of a tab in a workbook whose crew list says that it is a film's."""
    crew = """
    | Department | Position | Name        | Start      | Finish     | Rate |
    | Camera     | Gaffer   | Ana Moreno  | 2026-02-23 | 2026-04-10 | 3100 |
    | Grip       | Key Grip | Tom Okafor  | 2026-02-23 | 2026-04-10 | 2400 |
    | Wardrobe   | Dresser  | Bea Lind    | 2026-02-23 | 2026-04-10 | 1900 |
    """
    grids = (textgrid.parse(said, called)[0] for said, called in ((text, tab), (crew, "Crew")))
    (times,) = (each for each in read(book(*grids), PRODUCTION).tables if each.kind == "times")
    return times


def test_meals_that_people_leave_for_and_return_from_under_groups_of_hours():
    table = _of_film(
        """
        | CONTROL DE TIEMPOS - SEMANA 1 DE RODAJE |
        |            |              |        | LLAMADO | COMIDA |         | CENA  |         | CORTE |       |
        | Fecha      | Nombre       | Puesto | Hora    | Sale   | Regresa | Sale  | Regresa | Hora  | Notas |
        | 2026-03-02 | Rebeca Solís | 1er AD | 07:00   | 12:45  | 13:45   |       |         | 18:30 |       |
        | 2026-03-02 | Chuy Barra   | Locac. | 05:30   | 11:15  | 12:00   | 17:45 | 18:15   | 20:15 |       |
        | 2026-03-03 | Rebeca Solís | 1er AD | 07:00   | 13:00  | 14:00   |       |         | 19:00 |       |
        """,  # noqa: E501
        "Tiempos",
    )
    assert [table.place.columns[name] for name in TIMES] == [4, 5, 6, 7, 8, 9]


def test_a_reports_times_of_many_days_are_no_call_sheet_though_its_tab_is_called_one():
    text = """
    | Drehzeiten gemäss Tagesbericht |
    | DT | Datum      |    | Abfahrt | Drehbeginn  | Mittag |       | Drehende | Bem. |
    |    |            |    | Basis   | (1. Klappe) | von    | bis   |          |      |
    | 1  | 2026-03-02 | Mo | 06:00   | 07:22       | 12:00  | 13:00 | 16:41    |      |
    | 2  | 2026-03-03 | Di | 06:00   | 07:29       | 12:00  | 13:00 | 16:52    |      |
    | 3  | 2026-03-04 | Mi | 06:30   | 08:06       | 12:30  | 13:30 | 17:33    |      |
    """
    table = _of_film(text, "Dispo-Zeiten")
    assert (table.place.columns["date"], table.place.columns["call"]) == (2, 4)
    assert table.place.columns["wrap"] == 8
