"""Times whose labels stand in a column, days across; people across; two times in a cell."""

from __future__ import annotations

import pytest

from tests.schemas.reading import issues, reading

FIELDS = ("call", "meal1_start", "meal1_end", "wrap")


def _times(text: str):
    (table,) = [table for table in reading(text).tables if table.kind == "times"]
    return table


def _lines(text: str) -> list[tuple[str, ...]]:
    """Each line as (name, day, call, meal, back, wrap)."""
    assert issues(reading(text)) == []
    return [
        (line["name"], f"{line['date']:%m-%d}", *(_clock(line[name]) for name in FIELDS))
        for line in _times(text).frame.to_dict("records")
    ]


def _clock(minutes: object) -> str:
    return f"{minutes // 60}:{minutes % 60:02}" if isinstance(minutes, int) else ""


TWO_PEOPLE = [
    ("Ana Moreno", "03-02", "7:00", "13:00", "13:30", "19:00"),
    ("Ana Moreno", "03-03", "9:00", "15:00", "15:30", "25:15"),
    ("Bo Reed", "03-02", "6:30", "13:00", "13:30", "19:30"),
]
ROWS_BELOW_EACH_OTHER = """
    | THE SALT GLASS - CREW TIMES |          | W/E 3/7/2026 |         |
    |            |          | Mon 3/2 | Tue 3/3 |
    | Ana Moreno | Call     | 7:00a   | 9:00a   |
    | 1st AC     | Meal out | 1:00p   | 3:00p   |
    |            | Meal in  | 1:30p   | 3:30p   |
    |            | Wrap     | 7:00p   | 1:15a   |
    | Bo Reed    | Call     | 6:30a   |         |
    | Gaffer     | Meal out | 1:00p   |         |
    |            | Meal in  | 1:30p   |         |
    |            | Wrap     | 7:30p   |         |
    """


@pytest.mark.parametrize(
    "sheet",
    [
        ROWS_BELOW_EACH_OTHER,
        """
        | CREW HOURS |     |              |            |            |
        | Name       | Job    | Time         | 2026-03-02 | 2026-03-03 |
        | Ana Moreno | 1st AC | In           | 7.0        | 9.0        |
        | Ana Moreno | 1st AC | Lunch start  | 13.0       | 15.0       |
        | Ana Moreno | 1st AC | Lunch end    | 13.5       | 15.5       |
        | Ana Moreno | 1st AC | Out          | 19.0       | 25.25      |
        | Bo Reed    | Gaffer | In           | 6.5        |            |
        | Bo Reed    | Gaffer | Lunch start  | 13.0       |            |
        | Bo Reed    | Gaffer | Lunch end    | 13.5       |            |
        | Bo Reed    | Gaffer | Out          | 19.5       |            |
        """,
        """
        | CREW TIME CARD |            |           |        |
        | Name:          | Ana Moreno | Position: | 1st AC |
        | Week ending:   | 3/7/2026   |           |        |
        |                | Mon        | Tue       | Wed    |
        | In             | 0700       | 0900      |        |
        | Out            | 1300       | 1500      |        |
        | In             | 1330       | 1530      |        |
        | Out            | 1900       | 0115      |        |
        | |
        | CREW TIME CARD |            |           |        |
        | Name:          | Bo Reed    | Position: | Gaffer |
        | Week ending:   | 3/7/2026   |           |        |
        |                | Mon        | Tue       | Wed    |
        | In             | 0630       |           |        |
        | Out            | 1300       |           |        |
        | In             | 1330       |           |        |
        | Out            | 1930       |           |        |
        """,
        """
        | CREW TIMES | Mon 3/2/26  | Tue 3/3/26  |
        | Ana Moreno (1st AC)   |  |             |
        | Call       | 07h00       | 09h00       |
        | Lunch      | 13h00-13h30 | 15h00-15h30 |
        | Wrap       | 19h00       | 25h15       |
        | Bo Reed (Gaffer)      |  |             |
        | Call       | 06h30       |             |
        | Lunch      | 13h00-13h30 |             |
        | Wrap       | 19h30       |             |
        """,
    ],
)
def test_the_times_of_a_day_stand_below_each_other(sheet: str):
    assert _lines(sheet) == TWO_PEOPLE
    assert list(_times(sheet).frame["position"]) == ["1st AC", "1st AC", "Gaffer"]


def test_each_time_that_stands_below_another_is_found_again_at_its_own_cell():
    table = _times(ROWS_BELOW_EACH_OTHER)
    ana, late, bo = table.frame.index
    assert [table.cell(ana, name).a1 for name in ("name", "position", "call")] == ["A3", "A4", "C3"]
    assert [table.cell(late, name).a1 for name in ("call", "meal1_start", "wrap")] == [
        "D3",
        "D4",
        "D6",
    ]
    assert table.cell(bo, "wrap").a1 == "C10"


def test_a_time_that_cannot_be_read_is_told_at_its_own_cell():
    found = reading(ROWS_BELOW_EACH_OTHER.replace("7:30p", "late "))
    assert issues(found) == [("unreadable-time", "C10")]


@pytest.mark.parametrize(
    "sheet",
    [
        """
        | STORE HOURS |      | Mon 3/2/2026 | Tue 3/3/2026 |
        | Sam Boyd    | In   | 8:00 AM      | 8:00 AM      |
        |             | Out  | 4:30 PM      | 4:30 PM      |
        """,
        """
        | CREW STOCK |      | Mon 3/2/2026 | Tue 3/3/2026 |
        | Gaffer tape | In  | 12           | 6            |
        |             | Out | 3            | 4            |
        """,
        """
        | CREW HOURS |  | 3/2/2026 | 3/3/2026 |
        | Ana Moreno | 1st AC | 12 | 11.5 |
        | Bo Reed | Gaffer | 12 | 12 |
        """,
    ],
)
def test_what_is_no_times_of_a_films_people(sheet: str):
    assert not [table for table in reading(sheet).tables if table.kind == "times"]


def test_people_stand_across_and_days_down():
    lines = _lines(
        """
        | CAST TIMES |     | Ana Li |       | 2. Cy Roe |       |
        | Date       | Day | Call   | Wrap  | Call      | Wrap  |
        | 3/2/2026   | 1   | 7:00a  | 7:00p | 8:00a     | 6:00p |
        | 3/3/2026   | 2   | 6:00a  | 6:30p |           |       |
        """
    )
    assert lines == [
        ("Ana Li", "03-02", "7:00", "", "", "19:00"),
        ("Ana Li", "03-03", "6:00", "", "", "18:30"),
        ("Cy Roe", "03-02", "8:00", "", "", "18:00"),
    ]


def test_a_block_begins_with_somebodys_name_over_their_dates():
    lines = _lines(
        """
        | CREW HOURS LOG |
        | Ana Moreno (1st AC) | Call  | Lunch out | Lunch in | Wrap  |
        | 3/2/2026            | 7:00a | 1:00p     | 1:30p    | 7:00p |
        | 3/3/2026            | 9:00a | 3:00p     | 3:30p    | 1:15a |
        | |
        | Bo Reed (Gaffer)    | Call  | Lunch out | Lunch in | Wrap  |
        | 3/2/2026            | 6:30a | 1:00p     | 1:30p    | 7:30p |
        """
    )
    assert lines == TWO_PEOPLE


@pytest.mark.parametrize(
    ("meal", "cells"),
    [
        ("Lunch", ("1300-1330", "1500 - 1530", "1300-1330")),
        ("1st Meal", ("1-1:30p", "3:00p-3:30p", "1:00-1:30p")),
        ("Meal break", ("13.00 to 13.30", "15.00 to 15.30", "13.00 to 13.30")),
        ("Meal 1", ("13h00 à 13h30", "15h00 à 15h30", "13h00 à 13h30")),
    ],
)
def test_a_meals_two_times_stand_in_one_cell(meal: str, cells: tuple[str, str, str]):
    text = f"""
        | CREW TIMES |
        | Date     | Name       | Position | Call  | {meal}     | Wrap   |
        | 3/2/2026 | Ana Moreno | 1st AC   | 7:00  | {cells[0]} | 19:00  |
        | 3/3/2026 | Ana Moreno | 1st AC   | 9:00  | {cells[1]} | 25:15  |
        | 3/2/2026 | Bo Reed    | Gaffer   | 6:30  | {cells[2]} | 19:30  |
        """
    assert _lines(text) == TWO_PEOPLE
    table = _times(text)
    assert table.cell(table.frame.index[0], "meal1_start").a1 == "E3"


def test_two_meals_of_a_cell_each_and_their_lengths():
    table = _times(
        """
        | CREW TIMES | | Mon, Mar 2 2026 |
        | Name | Position | Call | 1st Meal  | 2nd Meal  | Wrap |
        | Ana  | Gaffer   | 0700 | 1300-1330 | 1930-2000 | 2112 |
        | Bo   | Grip     | 0700 | 30        | 30        | 2112 |
        """
    )
    assert "meal1_start" in table.place.columns
    ana, bo = table.frame.to_dict("records")
    assert (ana["meal2_start"], ana["meal2_end"], ana["meals"]) == (1170, 1200, None)
    assert (bo["meal2_start"], bo["meals"]) == (None, 1)


def test_a_meals_length_is_at_no_time():
    table = _times(
        """
        | CREW TIMES | | Mon, Mar 2 2026 |
        | Name | Position | Call | Lunch | Wrap |
        | Bo   | Grip     | 0700 | 30    | 2112 |
        """
    )
    assert not {"meal1_start", "meal1_end"} & table.place.columns.keys()


def test_both_times_of_a_day_in_a_cell_of_a_grid_are_times_beside_the_days():
    text = """
        | CREW HOURS |
        | Name       | Position | Mon 3/2/26 | Tue 3/3/26 | Wed 3/4/26 | Thu 3/5/26 |
        | Ana Moreno | 1st AC   | 0700-1930  | 0700-1945  | OFF        | 0800-2030  |
        | Bo Reed    | Gaffer   | 0630-1930  | 0800-0130  | OFF        | OFF        |
        """
    assert [table.kind for table in reading(text).tables] == ["crew_grid", "times"]
    assert [(name, day, call, wrap) for name, day, call, _, _, wrap in _lines(text)] == [
        ("Ana Moreno", "03-02", "7:00", "19:30"),
        ("Ana Moreno", "03-03", "7:00", "19:45"),
        ("Ana Moreno", "03-05", "8:00", "20:30"),
        ("Bo Reed", "03-02", "6:30", "19:30"),
        ("Bo Reed", "03-03", "8:00", "25:30"),
    ]
    table = _times(text)
    assert [table.cell(table.frame.index[4], name).a1 for name in ("name", "wrap")] == ["A4", "D4"]


def test_a_cast_is_told_by_roles_and_days_by_their_titles():
    table = _times(
        """
        | CAST IN/OUT - from the reports |            |       |                |       |
        | SHOOT DAY 1 | Mon 3/2/26 |       |                |       |
        | #           | Character  | Call  | Lunch          | Wrap  |
        | 1           | BEA        | 6:00a | 12:30p-1:00p   | 6:42p |
        | SHOOT DAY 2 | Tue 3/3/26 |       |                |       |
        | #           | Character  | Call  | Lunch          | Wrap  |
        | 1           | BEA        | 5:00a | 11:30a-12:00p  | 6:42p |
        """
    )
    assert [
        (line["name"], line["role"], line["date"].day, line["call"])
        for line in (table.frame.to_dict("records"))
    ] == [("BEA", "BEA", 2, 360), ("BEA", "BEA", 3, 300)]


def test_a_casts_rows_from_make_up_to_make_up():
    table = _times(
        """
        | CAST TIMES WEEK 1 (from Exhibit Gs) |        |          |               |               |
        | #                                   | CAST   |          | MON 3/2       | TUE 3/3       |
        | 1                                   | ANA LI | M/U      | 6:00A         | H             |
        |                                     | BEA    | SET      | 6:42A         |               |
        |                                     |        | 1ST MEAL | 12:00P-12:30P |               |
        |                                     |        | DISM SET | 6:00P         |               |
        |                                     |        | DISM M/U | 6:18P         |               |
        """
    )
    told = ("element_id", "name", "role", "makeup_call", "call", "wrap", "makeup_wrap")
    monday = table.frame.to_dict("records")[0]
    assert [monday[name] for name in told] == ["1", "ANA LI", "BEA", 360, 402, 1080, 1098]
    assert table.cell(table.frame.index[0], "makeup_wrap").a1 == "D7"


def test_cards_say_the_week_once_and_its_days_by_name():
    lines = _lines(
        """
        | CREW TIME CARDS | W/E 3/7/26 |            |           |      |
        | ANA MORENO - 1st AC |        |            |           |      |
        | DAY             | CALL       | MEAL 1 OUT | MEAL 1 IN | WRAP |
        | MON             | 700        | 1300       | 1330      | 1900 |
        | TUE             | 900        | 1500       | 1530      | 2515 |
        | |
        | CREW TIME CARDS | W/E 3/14/26 |            |           |      |
        | BO REED - Gaffer |           |            |           |      |
        | DAY             | CALL       | MEAL 1 OUT | MEAL 1 IN | WRAP |
        | MON             | 630        | 1300       | 1330      | 1930 |
        """
    )
    assert lines == [
        ("ANA MORENO", "03-02", "7:00", "13:00", "13:30", "19:00"),
        ("ANA MORENO", "03-03", "9:00", "15:00", "15:30", "25:15"),
        ("BO REED", "03-09", "6:30", "13:00", "13:30", "19:30"),
    ]


def test_weekdays_of_no_week_are_no_days():
    found = reading(
        """
        | CREW TIME CARDS |
        | ANA MORENO - 1st AC |
        | DAY | CALL | WRAP |
        | MON | 700  | 1900 |
        | TUE | 900  | 2100 |
        """
    )
    assert not [table for table in found.tables if table.frame["date"].notna().any()]
