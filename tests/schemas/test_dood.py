"""Day-out-of-days: layouts, dates, codes, totals."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from model.grid import Grid
from model.table import ATOMS, Dood
from schemas import element_totals, read, textgrid
from tests.schemas.reading import book, issues, overriding, production, reading

FILM = Path(__file__).parents[3] / "shared" / "film"


def dood(text: str, **kwargs: object) -> Dood:
    (table,) = reading(text, **kwargs).tables
    assert isinstance(table, Dood)
    return table


def codes(table: Dood) -> list[tuple[str, str, str | None]]:
    frame = table.frame
    return [
        (name, day.isoformat(), code)
        for name, day, code in zip(frame["name"], frame["date"], frame["code"], strict=True)
    ]


def test_the_print_layout_of_movie_magic():
    table = dood(
        """
        | A LONG NIGHT                  |
        | Day Out of Days - Cast        |
        |              |   |     |     |     |     |        |
        | Month/Day    |   | 3/2 | 3/3 | 3/4 | 3/5 | Co.    |      |      |          |         |       |        |       |
        | Day of Week  |   | Mon | Tue | Wed | Thu | Travel | Work | Hold | Rehearse | Holiday | Start | Finish | TOTAL |
        | Shooting Day |   | 1   | 2   |     | 3   |        |      |      |          |         |       |        |       |
        | 1.ANA        |   | SW  | H   | /   | WF  |        | 2    | 1    |          | 1       | 3/2   | 3/5    | 4     |
        | 12.MR. X     |   |     | SWF |     |     |        | 1    |      |          |         | 3/3   | 3/3    | 1     |
        """  # noqa: E501
    )
    assert table.header_rows == (4, 5, 6)
    assert table.block.a1 == "A4:N8"
    assert codes(table) == [
        ("ANA", "2026-03-02", "SW"),
        ("ANA", "2026-03-03", "H"),
        ("ANA", "2026-03-04", "/"),
        ("ANA", "2026-03-05", "WF"),
        ("MR. X", "2026-03-03", "SWF"),
    ]
    assert list(table.elements["element_id"]) == ["1", "12"]
    assert list(table.days["shoot_day"]) == [1, 2, None, 3]
    assert list(table.days["weekday"]) == ["Mon", "Tue", "Wed", "Thu"]
    assert table.place.columns["element_id"] == 1
    assert table.cell(4).a1 == "D8"
    assert table.element_cell(7, "stated_work").a1 == "H7"
    assert table.element_cell(7).a1 == "A7"
    assert table.day_cell(4).a1 == "D4"
    assert table.day_cell(4, "weekday").a1 == "D5"
    assert list(table.elements["stated_start"]) == [date(2026, 3, 2), date(2026, 3, 3)]
    assert list(table.elements["stated_hold"]) == [1, None]


def test_totals_are_counted_as_movie_magic_counts_them():
    table = dood(
        """
        | Cast  | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 |
        | 1.ANA | TR  | SW  | H   | /   | WD  |     |
        | 2.BEN | R   | SW  | FT  | WTR |     | WF  |
        | 3.CY  |     |     |     |     |     |     |
        """
    )
    totals = element_totals(table)
    assert totals.drop(columns=["start", "finish"]).to_dict("index") == {
        2: {"travel": 1, "work": 2, "hold": 1, "rehearse": 0, "holiday": 1, "total": 5},
        3: {"travel": 1, "work": 3, "hold": 0, "rehearse": 1, "holiday": 0, "total": 4},
        4: {"travel": 0, "work": 0, "hold": 0, "rehearse": 0, "holiday": 0, "total": 0},
    }
    assert list(totals["start"]) == [date(2026, 3, 3), date(2026, 3, 3), None]
    assert list(totals["finish"]) == [date(2026, 3, 6), date(2026, 3, 7), None]


@pytest.mark.parametrize("revision", ["dood_first_pass", "dood_rev_white"])
@pytest.mark.parametrize("locale", ["en_US", "en_GB"])
def test_the_totals_that_movie_magic_printed_for_a_whole_feature(revision: str, locale: str):
    source = FILM / f"{revision}.csv"
    if not source.exists():
        pytest.skip("the sample schedules are not on this machine")
    with source.open(newline="") as lines:
        rows = [[int(t) if t.isdigit() else t or None for t in line] for line in csv.reader(lines)]
    given = production(start=date(2022, 8, 1), end=date(2022, 11, 30), locale=locale)
    found = read(book(Grid("DOOD", rows)), given)
    (table,) = found.tables
    assert isinstance(table, Dood)
    assert found.issues == ()
    totals = element_totals(table)
    assert len(totals) > 50
    for name in totals.columns:
        stated = [
            0 if value is None and name not in ("start", "finish") else value
            for value in table.elements[f"stated_{name}"]
        ]
        assert list(totals[name]) == stated, name


def test_an_unknown_code_is_an_issue_at_its_cell_and_never_a_guess():
    found = reading(
        """
        | Cast  | 3/2 | 3/3 | 3/4 |
        | 1.ANA | SW  | W   | T   |
        | 2.BEN | SW  | Q   | WF  |
        """
    )
    (table,) = found.tables
    assert issues(found) == [("unknown-code", "D2"), ("unknown-code", "C3")]
    unknown = table.frame[table.frame["code"].isna()]
    assert list(unknown["text"]) == ["T", "Q"]
    assert not unknown[list(ATOMS)].any(axis=None)


def test_the_settings_legend_explains_a_code():
    given = overriding(legend={"T": "TR", "F": "FT"})
    found = reading(
        """
        | Cast  | 3/2 | 3/3 | 3/4 |
        | 1.ANA | T   | F   | WT  |
        """,
        given=given,
    )
    assert issues(found) == []
    assert [code for _, _, code in codes(found.tables[0])] == ["TR", "FT", "WTR"]


def test_the_legend_that_the_sheet_prints():
    table = dood(
        """
        | Cast  | 3/2 | 3/3 | 3/4 | 3/5 |
        | 1.ANA | T   | SW  | F   | X   |
        |       |     |     |     |     |
        | Legend |    |     |     |     |
        | T = Travel | F = Fitting | X = Camera test |
        """
    )
    assert [code for _, _, code in codes(table)] == ["TR", "SW", "FT", "X"]
    assert table.frame["travel"].tolist() == [True, False, False, False]


def test_numbers_of_elements_keep_their_zeros():
    table = dood(
        """
        | ID   | Character | 3/2 | 3/3 |
        | 1.9  | ANA       | SW  | WF  |
        | 1.10 | BEN       | SW  | WF  |
        | 7a   | CY        | SWF |     |
        """
    )
    assert list(table.elements["element_id"]) == ["1.9", "1.10", "7a"]
    assert list(table.elements["name"]) == ["ANA", "BEN", "CY"]
    assert dict(table.place.columns) == {"element_id": 1, "name": 2}


def test_dates_cross_new_year():
    table = dood(
        """
        | Cast  | 12/30 | 12/31 | 1/2 | 1/3 |
        | 1.ANA | SW    | W     | W   | WF  |
        """,
        given=production(start=date(2026, 12, 1), end=date(2027, 2, 1)),
    )
    assert list(table.days["date"]) == [
        date(2026, 12, 30),
        date(2026, 12, 31),
        date(2027, 1, 2),
        date(2027, 1, 3),
    ]


def test_weekdays_settle_the_year_where_the_settings_do_not():
    table = dood(
        """
        | Cast  | 3/2 | 3/3 | 3/4 |
        |       | Mon | Tue | Wed |
        | 1.ANA | SW  | W   | WF  |
        """,
        given=production(start=None, end=None),
    )
    assert table.days["date"].iloc[0] == date(2026, 3, 2)


def test_dates_that_nothing_settles_are_one_issue():
    found = reading(
        """
        | Cast  | 3/2 | 3/3 | 3/4 |
        | 1.ANA | SW  | W   | WF  |
        """,
        given=production(start=None, end=None),
    )
    assert issues(found) == [("date-not-settled", "B1")]
    (table,) = found.tables
    assert isinstance(table, Dood)
    assert len(table.days) == 0
    assert list(table.elements["name"]) == ["ANA"]


def test_day_first_dates_are_told_by_how_they_follow_each_other():
    table = dood(
        """
        | Cast  | 2/3 | 3/3 | 4/3 |
        | 1.ANA | SW  | W   | WF  |
        """
    )
    assert list(table.days["date"]) == [date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 4)]


def test_serial_dates_and_dates_with_their_weekday():
    serial = dood(
        """
        | Cast  | 2026-03-02 | 2026-03-03 |
        | 1.ANA | SW         | WF         |
        """
    )
    worded = dood(
        """
        | Cast  | Mon 3/2 | Tue 3/3 |
        | 1.ANA | SW      | WF      |
        """
    )
    assert list(serial.days["date"]) == list(worded.days["date"])
    assert list(worded.days["weekday"]) == ["Mon", "Tue"]
    assert worded.day_cell(2, "weekday").a1 == "B1"


def test_months_over_days():
    table = dood(
        """
        |       | March |    |    | April |   |
        |       | 30    | 31 |    | 1     | 2 |
        | 1.ANA | SW    | W  |    | H     | WF |
        """
    )
    assert [day.isoformat() for day in table.days["date"]] == [
        "2026-03-30",
        "2026-03-31",
        "2026-04-01",
        "2026-04-02",
    ]


@pytest.mark.parametrize(
    ("march", "april"), [("MARCH / MARS", "APRIL / AVRIL"), ("März / Mars 2026", "April / Avril")]
)
def test_months_in_two_languages_over_days(march: str, april: str):
    table = dood(
        f"""
        |       | MONTH / MOIS | {march} |    |    | {april} |    |
        | No.   | Date         | 29  | 30  | 31 | 1       | 2  |
        | 1     | ANA          | SW  | W   |    | H       | WF |
        """
    )
    assert [f"{day:%m-%d}" for day in table.days["date"]] == [
        "03-29", "03-30", "03-31", "04-01", "04-02",
    ]  # fmt: skip


@pytest.mark.parametrize("label", ["Shooting Day", "Jour de tournage", "Drehtag", "Rodaje"])
def test_shooting_days_between_the_months_and_the_days(label: str):
    table = dood(
        f"""
        |             | February 2026 |     |     | March 2026 |     |     |
        | {label}     | 1             | 2   | 3   | 4          | OFF | 5   |
        |             | Wed           | Thu | Fri | Mon        | Tue | Wed |
        | Role        | 25            | 26  | 27  | 2          | 3   | 4   |
        | 1. MRS. LEE | SW            | W   | H   | W          | /   | WF  |
        | 2. HENDRIX  |               | SW  | WF  |            |     |     |
        """
    )
    assert [day.isoformat() for day in table.days["date"]] == [
        *("2026-02-25", "2026-02-26", "2026-02-27"),
        *("2026-03-02", "2026-03-03", "2026-03-04"),
    ]
    assert list(table.days["shoot_day"]) == [1, 2, 3, 4, None, 5]


def test_dates_down_and_elements_across():
    table = dood(
        """
        | Date | Day | 1.ANA | 2.BEN |
        | 3/2  | Mon | SW    |       |
        | 3/3  | Tue | H     | SWF   |
        | 3/4  | Wed | WF    |       |
        """
    )
    assert codes(table) == [
        ("ANA", "2026-03-02", "SW"),
        ("ANA", "2026-03-03", "H"),
        ("ANA", "2026-03-04", "WF"),
        ("BEN", "2026-03-03", "SWF"),
    ]
    assert table.cell(3).a1 == "D3"
    assert table.day_cell(table.days.index[0]).a1 == "A2"
    assert table.element_cell(table.elements.index[1]).a1 == "D1"


def test_words_between_dates_that_stand_down_are_a_banner():
    table = dood(
        """
        | Date | Day | 1.ANA | 2.BEN |
        | 3/2  | Mon | SW    |       |
        | 3/3  | Tue | H     | SWF   |
        | HIATUS - all vehicles garaged |
        | 3/9  | Mon | WF    |       |
        """
    )
    assert dict(table.excluded) == {"banner": (4,)}


def test_banners_totals_and_struck_rows_are_no_elements():
    table = dood(
        """
        | Cast            | 3/2 | 3/3 | 3/4 |
        | MAIN CAST       |     |     |     |
        | 1.ANA           | SW  | W   | WF  |
        | ~~2.BEN~~       | SW  | W   | WF  |
        |                 |     |     |     |
        | Total working   | 2   | 2   | 2   |
        """
    )
    assert list(table.elements["name"]) == ["ANA"]
    assert dict(table.excluded) == {
        "banner": (2,),
        "blank": (5,),
        "struck": (4,),
        "subtotal": (6,),
    }


def test_pages_one_below_the_other_are_one_schedule():
    found = reading(
        """
        | Cast  | 3/2 | 3/3 | 3/4 |
        | 1.ANA | SW  | W   | H   |
        | 2.BEN | SWF |     |     |
        |       |     |     |     |
        | Cast  | 3/5 | 3/6 | 3/7 | Work | Total |
        | 1.ANA | W   | WF  |     | 4    | 5     |
        | 3.CY  |     | SWF |     | 1    | 1     |
        """
    )
    (table,) = found.tables
    assert isinstance(table, Dood)
    assert list(table.elements["name"]) == ["ANA", "BEN", "CY"]
    assert len(table.days) == 6
    totals = element_totals(table)
    assert list(totals["work"]) == [4, 1, 1]
    assert list(table.elements["stated_work"]) == [4, None, 1]
    assert table.element_cell(0, "stated_work").a1 == "E6"
    assert [table.cell(label).a1 for label in table.frame.index] == [
        "B2", "C2", "D2", "B3", "B6", "C6", "C7",
    ]  # fmt: skip
    assert table.day_cell(3).a1 == "B5"


def test_the_settings_say_where_the_days_and_elements_are():
    text = """
        | Shoot dates | 3/9 | 3/10 | 3/11 | 3/12 |
        | Who     | No. | Days | 3/2  | 3/3  |
        | ANA     | 7   | 2    | SW   | WF   |
        """
    given = overriding(kind="dood", header_rows=(2,), columns={"name": "A", "element_id": "B"})
    table = dood(text, given=given)
    assert list(table.elements["element_id"]) == ["7"]
    assert list(table.elements["name"]) == ["ANA"]
    assert [day.day for day in table.days["date"]] == [2, 3]
    assert table.confidence == 1.0


def test_a_date_that_is_none_between_others_is_reported_and_taken_from_its_neighbours():
    found = reading(
        """
        | Cast  | 3/2 | 3/33 | 3/4 | 3/5 |
        | 1.ANA | SW  | W    | W   | WF  |
        """
    )
    assert issues(found) == [("unreadable-date", "C1")]
    assert [day.day for day in found.tables[0].days["date"]] == [2, 3, 4, 5]


@pytest.mark.parametrize(
    ("days", "cell"),
    [
        ("3/2 | 3/3 | 3/14 | 3/5 | 3/6", "D1"),
        ("3/2 | 3/3 | 3/3 | 3/5 | 3/6", "D1"),
        ("3/2 | 3/3 | 4/4 | 3/5 | 3/6", "D1"),
        ("3/2 | 12/3 | 3/4 | 3/5 | 3/6", "C1"),
        ("2026-03-02 | 2026-03-03 | 2025-03-04 | 2026-03-05 | 2026-03-06", "D1"),
        ("3/2/2026 | 3/3/2026 | 3/4/2027 | 3/5/2026 | 3/6/2026", "D1"),
    ],
)
def test_a_date_out_of_order_is_one_issue_at_its_cell_and_read_from_its_neighbours(days, cell):
    found = reading(
        f"""
        | Cast  | {days} |
        |       | Mon | Tue | Wed | Thu | Fri |
        | Day   | 1   | 2   | 3   | 4   | 5   |
        | 1.ANA | SW  | W   | W   | W   | WF  |
        """
    )
    assert issues(found) == [("date-out-of-order", cell)]
    assert [day.day for day in found.tables[0].days["date"]] == [2, 3, 4, 5, 6]


def test_stated_totals_that_cannot_be_read_are_reported():
    found = reading(
        """
        | Cast  | 3/2 | 3/3 | Work  | Start | Total |
        | 1.ANA | SW  | WF  | #REF! | 3/2   | 2     |
        """
    )
    assert issues(found) == [("not-ready", "D2")]
    assert found.tables[0].elements["stated_total"].tolist() == [2]


@pytest.mark.parametrize(
    "text",
    [
        # who is present at school, by day
        """
        | Pupil | 3/2 | 3/3 | 3/4 |
        | Ana   | P   | P   | A   |
        | Ben   | P   | L   | P   |
        """,
        # hours
        """
        | Name  | 3/2 | 3/3 | 3/4 |
        | Ana   | 8   | 10  | 12  |
        """,
        # availability
        """
        | Name  | 3/2 | 3/3 | 3/4 |
        | Ana   | x   |     | x   |
        """,
        # when deals end, and in short how long a day is
        """
        | LIST |                 |            |            | 1 March 2026 |
        |      | Name            | Deal start | Deal end   | Hours        |
        |      | Imogen Thwaite  | 3/2        | 2026-05-30 | SWD          |
        |      | Precious Adeyemi | 3/2        | 2026-06-20 | SWD          |
        |      | Catrin Bowen    | 3/9        | 2026-05-30 | SWD          |
        |      | Duncan Ferrier  | 3/2        | 2026-05-30 | SWD          |
        |      | Simon Askew     | 3/2        | 2026-05-27 | SWD          |
        """,
        # a journal
        """
        | Who | What | When | How much |
        | Ana | tea  | 3/2  | 5        |
        | Ben | milk | 3/3  | 6        |
        """,
    ],
)
def test_other_matrices_of_dates_are_no_day_out_of_days(text):
    assert reading(text).tables == ()


def test_ids_characters_actors_and_weekdays_by_their_letters():
    table = dood(
        """
        |      |      |       | March 2026 |    |   |    |   |
        | ID   | Role | Actor | 2          | 3  | 4 | 5  | 6 |
        |      |      |       | M          | T  | W | T  | F |
        | Day #|      |       | 1          | 2  | 3 | 4  |   |
        | 1.1  | ANA  | Jo    | SW         | W  | H | WF |   |
        | 1.10 | BEN  | Flo   |            | SW/F |  |   | / |
        """,
        given=production(start=None, end=None),
    )
    assert list(table.elements["element_id"]) == ["1.1", "1.10"]
    assert list(table.elements["name"]) == ["ANA", "BEN"]
    assert list(table.days["shoot_day"]) == [1, 2, 3, 4, None]
    assert [code for _, _, code in codes(table)] == ["SW", "W", "H", "WF", "SWF", "/"]


def test_vehicles_under_a_banner_with_a_legend_below():
    table = dood(
        """
        | DOOD - VEHICLES |
        | Element       | 3/2/2026 | 3/3/2026 |
        | PICTURE CARS  |
        | 1. Police car | W        | W        |
        | 2. Taxi       |          | W        |
        | Total         | 1        | 2        |
        | Legend: S=Start W=Work H=Hold |
        """
    )
    assert list(table.elements["element_id"]) == ["1", "2"]
    assert list(table.elements["name"]) == ["Police car", "Taxi"]


def test_a_second_month_below_whose_first_row_bears_the_totals_headings():
    first, second = reading(
        """
        |    | APRIL 2026 |     |     |     | WORK | TOTAL |
        | ID | Character  | 28  | 29  | 30  |      |       |
        |    |            | Tue | Wed | Thu |      |       |
        | 1  | REMY       | SW  | W   | W   | 3    | 3     |
        | 2  | ODILE      |     | SWF |     | 1    | 1     |
        |    |            |     |     |     |      |       |
        |    | MAY 2026   |     |     |     | WORK | TOTAL |
        | ID | Character  | 1   | 4   | 5   |      |       |
        |    |            | Fri | Mon | Tue |      |       |
        | 1  | REMY       | H   | W   | WF  | 2    | 3     |
        """
    ).tables
    assert isinstance(first, Dood)
    assert isinstance(second, Dood)
    assert list(first.elements["name"]) == ["REMY", "ODILE"]
    assert second.header_rows == (7, 8, 9)
    assert codes(second) == [
        ("REMY", "2026-05-01", "H"),
        ("REMY", "2026-05-04", "W"),
        ("REMY", "2026-05-05", "WF"),
    ]


@pytest.mark.parametrize("heading", ["Performer", "Darsteller/in", "Comédien·ne", "Actor/actriz"])
def test_who_plays_a_role_is_kept_beside_it(heading: str):
    (table,) = reading(
        f"""
        | # | Role   | {heading}  | 3/2 | 3/3 |
        |   |        |            | Mon | Tue |
        | 1 | GEORGE | Ana Moreno | SW  | WF  |
        | 7 | TUCKER |            | SW  | WF  |
        """
    ).tables
    assert list(table.elements["performer"]) == ["Ana Moreno", None]
    assert str(table.element_cell(table.elements.index[0], "performer")) == "Sheet!C3"


def test_a_number_with_letters_before_it_is_parted_from_the_name_in_its_cell():
    (table,) = reading(
        """
        | Stunts                       | 3/2 | 3/3 |
        |                              | Mon | Tue |
        | S1. Ray Delgado - coordinator | SW  | WF  |
        | S2. Shane Buckner - dbl Cal  | SW  | WF  |
        """
    ).tables
    assert list(table.elements["element_id"]) == ["S1", "S2"]
    assert list(table.elements["name"]) == ["Ray Delgado - coordinator", "Shane Buckner - dbl Cal"]


def test_a_crowd_with_its_count_before_it_has_no_number():
    (table,) = reading(
        """
        | Background   | 3/2 | 3/3 |
        |              | Mon | Tue |
        | B Unit cops  | SW  | WF  |
        | 30 Walkers   | SW  | WF  |
        """
    ).tables
    assert list(table.elements["name"]) == ["B Unit cops", "30 Walkers"]


def test_numbers_of_shooting_days_below_dates_are_no_days_of_the_titles_month():
    grid, _ = textgrid.parse(
        """
        |    | Mois : mars 2026 | 46091 | 46092 | 46093 | 46094 | 46095 | Tournage | Voyage |
        |    |                  | mar.  | mer.  | jeu.  | ven.  | sam.  |          |        |
        | N° | Rôle             |       | 1     | 2     | 3     | 4     |          |        |
        | 1  | CLAIRE           | TR    | SW    | W     | W     | WF    | 4        | 1      |
        | 2  | LUCIEN           |       |       | SW    | W     | WF    | 3        |        |
        """,
        "Présence comédiens",
    )
    formats = {(1, col): "dd/mm" for col in range(3, 8)}
    found = read(book(replace(grid, formats=formats)), production(locale="fr_FR"))
    (table,) = found.tables
    assert issues(found) == []
    assert min(table.frame["date"]) == date(2026, 3, 10)


@pytest.mark.parametrize(
    ("cell", "unit"),
    [
        ("2U", True),
        ("2ªU", True),
        ("SPL", True),
        ("2nd Unit only", True),
        ("2. Einheit", True),
        ("2U-3", True),
        ("splinter", True),
        ("OFF", False),
        ("FEST", False),
        ("", False),
    ],
)
def test_a_day_of_another_unit_is_one_though_it_has_no_number(cell: str, unit: bool):
    table = dood(
        f"""
        | Cast  | 3/2 | 3/3 | 3/4 | 3/5    | 3/6 |
        |       | Mon | Tue | Wed | Thu    | Fri |
        | Day   | 1   | 2   | 3   | {cell} | 4   |
        | 1.ANA | SW  | W   | W   | W      | WF  |
        """
    )
    assert list(table.days["unit_day"]) == [False, False, False, unit, False]


def test_a_key_and_its_day_above_the_dates_are_no_headings():
    text = """
    | Low Tide   |            |      |      |      |
    | As of      | {}         |      |      |      |
    | Month/Day  | '3/2       | '3/3 | '3/4 | '3/5 |
    | Weekday    | Mon        | Tue  | Wed  | Thu  |
    | 1. GEORGE  | SW         | W    | W    | WF   |
    | 2. MARIE   |            | SW   | WF   |      |
    """
    for said in ("2026-02-20", "February 20, 2026"):
        (table,) = reading(text.format(said), tab="DOOD").tables
        assert table.header_rows == (3, 4)


@pytest.mark.parametrize(
    ("marks", "told"),
    [("SW  | W   | WF", ["element-listed-twice"]), ("SW  | WF  |   ", [])],
)
def test_a_line_that_is_another_over_again_is_listed_twice(marks: str, told: list[str]):
    """Other marks on the same days are another matter: somebody is double-booked."""
    found = reading(
        f"""
        | Cast  | 3/2 | 3/3 | 3/4 |
        |       | Mon | Tue | Wed |
        | 1.ANA | SW  | W   | WF  |
        | 2.BEN | SW  | W   | WF  |
        | 1.ANA | {marks} |
        """,
        tab="DOOD",
    )
    assert [code for code, _ in issues(found)] == told


def test_elements_numbered_as_days_of_january_are_no_days():
    (table,) = reading(
        """
        |         |        | 2026-08-24 | 2026-08-25 | 2026-08-26 | 2026-08-27 |
        | Cast ID | Role   | Mon        | Tue        | Wed        | Thu        |
        | '1.1    | GEORGE | SW         | W          | H          | WF         |
        | '1.2    | MAE    |            | SW         | WF         |            |
        | '1.3    | COLE   | SW         | W          | WF         |            |
        | '1.4    | ELLIE  |            |            | SW         | WF         |
        | '2.1    | RUSS   |            |            | SWF        |            |
        | '2.2    | NURSE  |            | SWF        |            |            |
        """,
        tab="Cast DOOD",
    ).tables
    assert list(table.elements["element_id"]) == ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2"]


def test_what_counts_a_week_among_the_days_is_no_total():
    table = dood(
        """
        | Cast DOOD    | 3/5 | 3/6 | Wk   | 3/9 | 3/10 | Wk   |      |
        |              | Thu | Fri | days | Mon | Tue  | days |      |
        | Character    | 1   | 2   | wkd  | 3   | 4    | wkd  | Work |
        | 1. ANA       | SW  | W   | 2    | W   | WF   | 2    | 4    |
        | 2. BO        | SW  | H   | 1    | WF  |      | 1    | 2    |
        | 3. CLEO      |     | SW  | 1    | W   | WF   | 2    | 4    |
        """
    )
    assert {name: col for name, col in table.place.columns.items() if col > 1} == {"work": 8}
