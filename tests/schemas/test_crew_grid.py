"""Crew grids: people by dates, and what only looks like them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from model.table import CrewGrid
from schemas import read, textgrid
from tests.schemas.reading import PRODUCTION, book, issues, overriding, production, reading


def test_departments_as_banners_and_totals_checked():
    found = reading(
        """
        | CREW DAYS WORKED |
        |              |               | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 |      |       |
        | Name         | Position      | Mon | Tue | Wed | Thu | Fri | Days | Notes |
        | CAMERA |
        | Ana Moreno   | DP            | 1   | 1   | 1   | 1   | 1   | 5    |       |
        | Park, Jo     | 1st AC        | 1   | ½   |     | x   | V   | 2.5  | back  |
        | GRIP |
        | Kim Lee      | Key Grip      | 1   | 1   | 1   | 1   |     | 5    |       |
        | TBD          | Dolly Grip    |     |     |     |     |     |      |       |
        | Crew per day |               | 3   | 2.5 | 2   | 3   | 2   |      |       |
        """
    )
    (table,) = found.tables
    assert isinstance(table, CrewGrid)
    assert list(table.frame["name"]) == ["Ana Moreno", "Jo Park", "Kim Lee", None]
    assert list(table.frame["department"]) == ["CAMERA", "CAMERA", "GRIP", "GRIP"]
    assert dict(table.place.columns) == {"name": 1, "position": 2, "total": 8, "notes": 9}
    assert dict(table.excluded) == {"banner": (4, 7), "subtotal": (10,)}
    marks = table.marks[table.marks["person"] == 6]
    assert list(marks["date"]) == [date(2026, 3, day) for day in (2, 3, 5, 6)]
    assert list(marks["state"]) == ["work", "half", "work", "off"]
    assert list(marks["amount"]) == [Decimal(1), Decimal("0.5"), Decimal(1), Decimal(0)]
    assert issues(found) == [("stated-total-differs", "H8"), ("stated-total-differs", "G10")]


def test_a_row_that_counts_the_marks_above_it_is_a_total_whatever_it_is_called():
    found = reading(
        """
        | DAILY CREW |
        | Position      | Name         | 3/2 | 3/3 | 3/4 | 3/5 | Days |
        | Daily Grip    | Kit Barlow   |     | X   | X   | X   | 3    |
        | Crane Tech    | Yves March   | X   | X   | X   |     | 3    |
        | Genny Op      | Sal DiPiet   |     |     | X   | X   | 2    |
        | Bodies a day  |              | 1   | 2   | 3   | 2   | 8    |
        """
    )
    (table,) = found.tables
    assert len(table.frame) == 3
    assert table.excluded["subtotal"] == (6,)
    assert issues(found) == []


def test_hours_of_a_job_that_nobody_has_yet_are_no_count():
    found = reading(
        """
        | DAILY CREW HOURS |
        | Position   | Name       | 3/2 | 3/3 | 3/4 | 3/5 |
        | Daily Grip | Kit Barlow | 12  | 12  | 12  | 11  |
        | Crane Tech | Yves March | 12  | 12  |     |     |
        | Genny Op   |            | 10  | 2   | 12  | 11  |
        """
    )
    assert len(found.tables[0].frame) == 3


def test_a_question_about_somebody_is_nobody_and_a_pre_light_is_work():
    found = reading(
        """
        | WHO WORKS WHEN | | P = prep, L = pre-light, S = shoot |
        | Name       | Job      | 3/2 | 3/3 | 3/4 | 3/5 | Days |
        | Gaspar Lah | Gaffer   |     | L   | S   | S   | 3    |
        | Miha Lah   | Key grip | P   | L   | S   | S   | 4    |
        | Tina Biz   | Stylist  | P   |     | S   | S   | 3    |
        | |
        | Tina: exam on 5th? ask Jan |
        """
    )
    (table,) = found.tables
    assert list(table.frame["name"]) == ["Gaspar Lah", "Miha Lah", "Tina Biz"]
    assert issues(found) == []


def test_hours_are_counted_as_hours_where_the_totals_are():
    found = reading(
        """
        | Crew hours |
        | Position    | Name | 2026-03-02 | 2026-03-03 | 2026-03-04 | Total hours |
        | Gaffer      | Lu   | 12         | 12         | 10.5       | 34.5        |
        | Best boy    | Mo   | 12         |            | 10         | 22          |
        | Boom op     | Pat  | 11         | 11         | 11         | 30          |
        """
    )
    assert found.tables[0].kind == "crew_grid"
    assert issues(found) == [("stated-total-differs", "F5")]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("cancelled on the day (payable)", []),
        ("cancelled", ["F3"]),
        ("cancelled, not paid", ["F3"]),
    ],
)
def test_a_day_off_that_the_sheet_says_is_paid_is_in_the_totals(words: str, told: list[str]):
    found = reading(
        f"""
        | Dailies: 1 = full day   C = {words} |
        | Position    | Name | 2026-03-02 | 2026-03-03 | 2026-03-04 | Days |
        | Gaffer      | Lu   | 1          | C          |            | 2    |
        | Best boy    | Mo   | 1          |            | 1          | 2    |
        | Boom op     | Pat  | 1          | V          | 1          | 2    |
        """
    )
    assert issues(found) == [("stated-total-differs", cell) for cell in told]


def test_dates_down_and_people_across():
    found = reading(
        """
        | Availability |     | Ana    | Jo      | Kim         |
        |              |     | Gaffer | Boom op | Set Dresser |
        | 3/2          | Mon | avail  | avail   | hold        |
        | 3/3          | Tue | avail  | n/a     | hold        |
        | 3/4          | Wed | no     | avail   | avail       |
        """
    )
    (table,) = found.tables
    assert table.kind == "crew_grid"
    assert len(table.frame) == 3
    assert list(table.marks[table.marks["person"] == 4]["state"]) == [
        "available",
        "off",
        "available",
    ]
    assert table.cell(4, "name").a1 == "D1"
    assert table.header_rows == (1, 2)


def test_a_french_grid_whose_dates_begin_with_the_day():
    found = reading(
        """
        | Planning équipe |                    | lun. 2/3 | mar. 3/3 | mer. 4/3 | jeu. 5/3 | Jours |
        | Nom             | Poste              |          |          |          |          |       |
        | IMAGE           |
        | Ana M.          | Cheffe opératrice  | X        | X        | X        |          | 3     |
        | Jo P.           | 1er assist. caméra | X        | X        |          | X        | 3     |
        """,
        given=production(locale="fr_FR"),
    )
    (table,) = found.tables
    assert table.header_rows == (1, 2)
    assert list(table.frame["department"]) == ["IMAGE", "IMAGE"]
    assert sorted(set(table.marks["date"])) == [date(2026, 3, day) for day in (2, 3, 4, 5)]
    assert issues(found) == []


def test_a_weekday_that_is_not_its_date():
    found = reading(
        """
        | Name | Position | 3/2 | 3/3 | 3/4 | 3/5 |
        |      |          | Mon | Tue | Thu | Thu |
        | Ana  | Gaffer   | x   | x   | x   | x   |
        | Jo   | Boom op  | x   | x   | x   | x   |
        """
    )
    assert issues(found) == [("weekday-differs", "E2")]


def test_the_settings_say_that_a_rota_is_one():
    text = """
        | Who | 3/2 | 3/3 | 3/4 |
        | Ana | x   | x   |     |
        | Jo  |     | x   | x   |
        """
    assert reading(text).tables == ()
    (table,) = reading(text, given=overriding(kind="crew_grid")).tables
    assert (table.kind, len(table.frame)) == ("crew_grid", 2)


@pytest.mark.parametrize(
    "text",
    [
        """
        | Bakery rota | |
        | Name  | Role  | 3/2         | 3/3         | 3/4         |
        | Ana   | Baker | 09:00-17:00 | 09:00-17:00 | off         |
        | Jo    | Sales | 12:00-20:00 | off         | 12:00-20:00 |
        """,
        """
        | Task    | Owner | 3/2 | 3/3 | 3/4 | 3/5 |
        | Design  | Ana   | x   | x   |     |     |
        | Build   | Jo    |     |     | x   | x   |
        """,
        """
        | Burger Barn crew schedule |
        | Name  | Position | 3/2  | 3/3  | 3/4  |
        | Ana   | Cashier  | 9-5  | 9-5  | off  |
        | Jo    | Cook     | 12-8 | off  | 12-8 |
        """,
        """
        | Habit  | 3/2 | 3/3 | 3/4 | 3/5 | Total |
        | Run    | 1   | 1   |     | 1   | 3     |
        | Read   | 1   |     | 1   | 1   | 3     |
        """,
    ],
    ids=["shop's rota", "project plan", "a kitchen's crew", "habits"],
)
def test_what_only_looks_like_one(text):
    assert reading(text).tables == ()


def test_a_title_speaks_for_names_without_positions():
    found = reading(
        """
        | CAST AVAILABILITY |
        | Actor | 3/2 | 3/3 | 3/4 | 3/5 |
        | Ana M | A   | A   | NA  | A   |
        | Jo P  | A   | NA  | NA  | A   |
        """
    )
    assert [(table.kind, len(table.frame)) for table in found.tables] == [("crew_grid", 2)]


def test_a_day_out_of_days_of_the_crew_stays_one():
    found = reading(
        """
        | CREW DAY OUT OF DAYS |
        |            | 3/2 | 3/3 | 3/4 | 3/5 |
        |            | M   | T   | W   | TH  |
        | 1.GAFFER   | SW  | W   | W   | WF  |
        | 2.BEST BOY | SW  | H   | W   | WF  |
        """
    )
    assert [table.kind for table in found.tables] == ["dood"]


def test_a_spanish_grid_whose_weekdays_are_letters():
    found = reading(
        """
        | REFUERZOS UNIDAD A |
        | C = confirmado |  | P = a lápiz |  | NO = rechazado |
        | octubre        |               | 5 | 6 | 7  | 8 | 9 |
        | Nombre         | Función       | L | M | X  | J | V |
        | Raquel Ortuño  | Eléctrica     |   | C |    | C |   |
        | Julia Amat     | Enfermera     | C | C | NO | P | C |
        """,
        given=production(locale="es_ES"),
    )
    (table,) = found.tables
    assert issues(found) == []
    assert table.titles[-1] == "REFUERZOS UNIDAD A"
    assert list(table.marks["state"]) == ["work", "work", "work", "work", "off", "hold", "work"]
    assert [day.isoformat()[5:] for day in table.marks["date"][:2]] == ["10-06", "10-08"]


def test_german_hands_hired_by_the_day():
    found = reading(
        """
        | ZUSATZKRÄFTE NACH TAGEN |  |  | x = fest gebucht   (x) = optioniert |
        | Name           | Funktion         | Di 02.06. | Mi 03.06. | Do 04.06. | Tage fest |
        | Becker, Jonas  | Zusatzbeleuchter | x         | x         | (x)       | 2         |
        | Gruber, Maxi   | Drohnenpilot     |           | (x)       | x         | 1         |
        """,
        given=production(locale="de_DE"),
    )
    (table,) = found.tables
    assert issues(found) == []
    assert list(table.marks["state"]) == ["work", "work", "hold", "hold", "work"]


@pytest.mark.parametrize(
    ("mark", "said", "state"),
    [
        ("X", "X = declined / not available", "off"),
        ("X", "X: nicht verfügbar", "off"),
        ("T", "T = tentative", "hold"),
        ("O", "O = en option", "hold"),
        ("P", "P = a lápiz", "hold"),
        ("V", "V = voyage", "travel"),
        ("C", "C = fest gebucht", "work"),
        ("A", "A = available", "available"),
        ("N", "N = refusé", "off"),
        ("(x)", "", "hold"),
        ("1?", "", "hold"),
        ("x", "", "work"),
        ("P", "", "work"),
        ("M", "M = main unit   2 = second unit   T = travel", "work"),
        ("2", "M = main unit   2 = second unit   T = travel", "work"),
        ("T", "M = main unit   2 = second unit   T = travel", "travel"),
        ("(M)", "M = main unit   2 = second unit   T = travel", "hold"),
        ("2H", "X booked / 1H first hold / 2H second hold", "hold"),
        ("8H", "X = booked/confirmed   1H = first hold   2H = second hold", "hours"),
        ("RIG", "RIG = rig / strike", "work"),
        ("Pre-rig", "", "work"),
        ("Aufbau", "", "work"),
        ("first refusal", "", "hold"),
        ("1H", "", "hold"),
        ("HOL", "HOL = Labor Day, not worked", "off"),
        ("2H", "X = booked   1H = first hold   2H = second hold", "hold"),
        ("4h", "", "hours"),
        ("not available", "", "off"),
    ],
)
def test_what_a_letter_stands_for(mark: str, said: str, state: str):
    found = reading(
        f"""
        | CREW BOOKINGS |
        | {said} |
        | Name | Position | 3/2    | 3/3 | 3/4 |
        | Ana  | Gaffer   | {mark} | off | off |
        | Jo   | Boom op  | off    | off | off |
        """
    )
    assert found.tables[0].marks["state"][0] == state


def test_a_column_that_says_which_unit_is_no_name():
    found = reading(
        """
        | PRÉSENCES ÉQUIPE |
        | X = travaille, ? = option |
        | Équipe | Fonction | Nom et prénom    | 15/06/2026 | 16/06/2026 | 17/06/2026 |
        | Éq. 1  | Cadreur  | Pascal Laurencin | X          | X          | X          |
        | Éq. 1  | Scripte  | Élodie Mercier   | X          | X          |            |
        | Éq. 2  | Scripte  | Élodie Mercier   |            | X          |            |
        """,
        given=production(locale="fr_FR"),
    )
    (table,) = found.tables
    assert list(table.frame["department"]) == ["Éq. 1", "Éq. 1", "Éq. 2"]


def test_beside_a_confirmed_c_an_x_has_declined_and_a_p_is_a_pencil():
    grid = """
        | Name | Position | 3/2 | 3/3 | 3/4 |
        | Ana  | Gaffer   | {}  | X   | P   |
        | Jo   | Boom op  | {}  | X   | P   |
        """
    states = {
        letter: list(reading(grid.format(letter, letter)).tables[0].marks["state"][:3])
        for letter in ("C", "W")
    }
    assert states == {"C": ["work", "off", "hold"], "W": ["work", "work", "work"]}


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("W/E 3/8/26", 2),
        ("Week ending: | 3/8/26", 2),
        ("WE Sun 15 March 2026", 9),
        ("Week of 3/2", 2),
        ("Week commencing 9 March", 9),
        ("3/2 - 3/8", 2),
        ("Mar 9-15", 9),
        ("Week 1 (Mar 2 – Mar 8)", 2),
        ("KW 11 (09.03.-15.03.)", 9),
        ("KW 10", 2),
    ],
)
def test_a_week_whose_title_dates_its_weekdays(title: str, first: int):
    found = reading(WEEK.format(title))
    (table,) = found.tables
    assert table.kind == "crew_grid"
    assert [day.day - first for day in table.marks["date"][:3]] == [0, 1, 5]


@pytest.mark.parametrize("title", ["DAYS WORKED", "Week of 3/4", "printed 3/2/26", "WE RULE"])
def test_a_week_that_nobody_dates(title: str):
    assert [table.kind for table in reading(WEEK.format(title)).tables] != ["crew_grid"]


WEEK = """
    | CREW DAYS  | {} |
    | Name       | Position | Mon | Tue | Wed | Thu | Fri | Sat | Sun | Total |
    | Ana Moreno | Gaffer   | 1   | 1   |     |     |     | 1   |     | 3     |
    | Jo Park    | Key Grip | 1   | 1   | 1   | 1   | 1   |     |     | 5     |
    """


def test_days_of_a_month_beside_their_weekdays():
    found = reading(
        """
        | MARCH 2026 |
        | Name    | Role     | Mon 2 | Tue 3 | Wed 4 | Thu 5 |
        | Lee H   | Spark    | C     | C     | C     | C     |
        | Dan C   | Best Boy | C     | C     | P     | X     |
        """
    )
    assert [day.day for day in found.tables[0].marks["date"][:4]] == [2, 3, 4, 5]


def test_units_over_the_people_of_dates_that_stand_down():
    found = reading(
        """
        | CREW PLANNER |
        |      |     | MAIN UNIT  |          |         | 2ND UNIT     |         |
        |      |     | Ana Moreno | Jo Park  | Kim Lee | Bo Chen      | Kim Lee |
        | Date | Day | Gaffer     | Key Grip | DoP     | Focus Puller | DoP     |
        | 3/2  | Mon | W          | W        | W       | W            |         |
        | 3/3  | Tue | W          | W        | W       | W            | W       |
        | 3/4  | Wed | W          | W        |         | W            | W       |
        """
    )
    (table,) = found.tables
    assert list(table.frame["department"]) == ["MAIN UNIT"] * 3 + ["2ND UNIT"] * 2


def test_dates_down_with_the_names_above_the_jobs_in_german():
    found = reading(
        """
        | Zusatzpersonal Haupt-Unit |
        | F = fest, O = Option, A = abgesagt |
        | Datum  | Tag | Müller, Jan | Weiß, Eva   | Kern, Tom |
        |        |     | Steadicam   | Zusatzlicht | Drohne    |
        | 01.06. | Mo  | F           | F           |           |
        | 02.06. | Di  | F           | A           | O         |
        | 03.06. | Mi  | F           |             |           |
        """,
        given=production(locale="de_DE"),
    )
    (table,) = found.tables
    assert list(table.frame["position"]) == ["Steadicam", "Zusatzlicht", "Drohne"]
    assert list(table.marks["state"]) == ["work", "work", "work", "work", "off", "hold"]


def test_a_free_day_in_spanish_is_a_day_off():
    found = reading(
        """
        | JORNADAS EQUIPO - 2ª UNIDAD |
        | T = trabaja   V = viaje   L = libre |
        | Equipo    | Puesto    | lun 05/10 | mar 06/10 |
        | Luis Cano | Foquista  | V         | T         |
        | Eva Sanz  | Eléctrica | T         | L         |
        """,
        given=production(locale="es_ES"),
    )
    (table,) = found.tables
    assert list(table.marks["state"]) == ["travel", "work", "work", "off"]


def test_two_days_of_a_unit_are_a_grid_and_of_nobody_in_particular_none():
    days = "| {} |\n| Name | Job | 3/4 | 3/5 |\n| Dan | Gaffer | x | |\n| Lee | Grip | | x |"
    assert [table.kind for table in reading(days.format("2ND UNIT")).tables] == ["crew_grid"]
    assert not [
        table for table in reading(days.format("Lunch")).tables if table.kind == "crew_grid"
    ]


def test_the_days_that_the_headings_call_off():
    found = reading(
        """
        | Shoot day |          | 1   | 2   | OFF | Day off | 3   |
        | Name      | Position | 3/5 | 3/6 | 3/7 | 3/8     | 3/9 |
        | Ana       | Gaffer   | x   | x   | x   |         | x   |
        | Jo        | Boom op  | x   | x   |     |         | x   |
        """
    )
    assert {day.day for day in found.tables[0].days_off} == {7, 8}


def test_letters_of_weekdays_stand_before_the_days_of_a_month():
    found = reading(
        """
        | PLANNING DES RENFORTS - mars 2026 |
        |             | Équipe | Poste      | L2 | M3 | M4 | J5 | V6 |
        | LAMY Sarah  | A      | Cadreuse   | X  | X  |    |    |    |
        | LAMY Sarah  | B      | Cadreuse   |    | X  | X  |    |    |
        | DIOP Cheikh | A      | Machiniste | X  | X  | X  | X  | X  |
        """,
        given=production(locale="fr_FR"),
    )
    (table,) = found.tables
    assert list(table.frame["department"]) == ["A", "B", "A"]
    assert [day.day for day in table.marks["date"][:4]] == [2, 3, 3, 4]


@pytest.mark.parametrize("days", ["D1 | D2 | D3 | D4", "S19 | S20 | S21 | S22"])
def test_numbers_of_shooting_days_and_weeks_are_no_days_of_a_month(days: str):
    found = reading(
        f"""
        | CREW DAYS - March 2026 |
        | Name | Position | {days} |
        | Ana  | Gaffer   | x | x | x | x |
        | Jo   | Boom op  | x | x | x | x |
        """
    )
    assert not [table for table in found.tables if table.kind == "crew_grid"]


@pytest.mark.parametrize(
    "text",
    [
        """
        | MEAL COUNTS week of 3/2 |
        | Meal           | Mon | Tue | Wed | Thu | Fri |
        | Crew breakfast | 60  | 60  | 58  | 60  | 62  |
        | Crew lunch     | 85  | 85  | 80  | 85  | 90  |
        """,
        """
        | BURGER BARN w/c 2 March |
        | Name | Position | Mon  | Tue  | Wed  | Thu  | Fri | Sat  | Sun  |
        | Ana  | Cashier  | 9-5  | 9-5  | off  | 9-5  | 9-5 |      |      |
        | Jo   | Cook     | 12-8 | off  | 12-8 | 12-8 |     | 12-8 | 12-8 |
        """,
        """
        | CREW TIMECARDS W/E 3/8/26 |
        | Employee   | Position | Acct | Rate | Mon | Tue | Wed | Thu | Fri | 1x | 1.5x | Gross |
        | Ana Moreno | Gaffer   | 3201 | 50   | 12  | 12  | 12  | 12  | 12  | 40 | 20   | 3500  |
        """,
    ],
    ids=["meals", "a kitchen's week", "timecards"],
)
def test_weeks_of_other_things(text: str):
    assert "crew_grid" not in [table.kind for table in reading(text).tables]


def test_letters_that_the_sheet_explains_are_no_codes_of_a_day_out_of_days():
    found = reading(
        """
        | DAYS WORKED (for payroll) |
        | P = prep | S = shoot | WR = wrap | STAT = paid holiday, not worked |
        |       |          |                  | M     | T     | W    | T    | P    | S    |
        | Dept  | Position | Name             | 29-Jun | 30-Jun | 1-Jul | 2-Jul | days | days |
        | Grip  | Key Grip | TREMBLAY, Marc   | P     | S     | STAT | S    | 1    | 2    |
        | Grip  | Best Boy | PELLETIER, Sean  | P     | S     | STAT | WR   | 1    | 1    |
        | Light | Gaffer   | SCHMIDT, Otto    | WR    | WR    | P    | S    | 1    | 1    |
        """,
        given=production(locale="en_CA"),
    )
    (table,) = found.tables
    assert table.kind == "crew_grid"
    assert isinstance(table, CrewGrid)
    states = table.marks.groupby("person")["state"].agg(list).tolist()
    assert states == [
        ["work", "work", "off", "work"],
        ["work", "work", "off", "work"],
        ["work"] * 4,
    ]
    assert issues(found) == []


def test_weeks_over_the_days_are_no_days():
    (table,) = reading(
        """
        | CREW BOOKINGS | | X = booked |
        |        |             | w/c 18 Aug |        | w/c 25 Aug |        | w/c 1 Sep |       |
        | Role   | Name        | 18-Aug     | 19-Aug | 25-Aug     | 26-Aug | 1-Sep     | 2-Sep |
        |        |             | Mon        | Tue    | Mon        | Tue    | Mon       | Tue   |
        | CAMERA |
        | DoP    | Anders Holm | X          | X      | BH         | X      | X         | X     |
        | 1st AC | Ffion Pugh  |            | X      | X          | X      | X         | X     |
        """,
        given=production(locale="en_GB"),
    ).tables
    assert isinstance(table, CrewGrid)
    worked = table.marks[table.marks["state"] == "work"]
    assert worked.groupby("person").size().tolist() == [5, 5]


WHO_IS_FREE = """
    | y = yes   n = no   ? = asked   am/pm = half day only |
    |                 | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 |                |
    |                 | M   | T   | W   | Th  | F   | reply?         |
    | Nadia           | y   | y   | y   | y   | y   | texted         |
    | Ray             | n   | n   | n   | n   | y   | Mike's cousin  |
    | Saoirse (sound) | y   | ?   | y   | am  | y   |                |
    | Fitz HMU        | y   | y   | y   | y   | y   |                |
    | PA - Devon      | pm  | pm  | y   | y   | y   |                |
    | PA - Kaylee     | n   | y   | y   | y   | y   | class until 12 |
"""
CAST = """
    | # | Character | Actor       | Agent     |
    | 1 | NORA      | Ana Moreno  | Hartley   |
    | 2 | TOM       | Ben Okafor  | Hartley   |
    | 3 | THE COOK  | Cleo Martin | Cormorant |
"""


def test_who_is_free_when_in_a_productions_spreadsheet():
    grids = [textgrid.parse(text, tab)[0] for tab, text in (("Who", WHO_IS_FREE), ("C", CAST))]
    table = next(each for each in read(book(*grids), PRODUCTION).tables if each.place.tab == "Who")
    assert isinstance(table, CrewGrid)
    assert list(table.frame["name"])[2:5] == ["Saoirse", "Fitz", "Devon"]
    assert list(table.frame["position"])[2:5] == ["sound", "HMU", "PA"]
    states = dict(zip(table.marks["text"], table.marks["state"], strict=True))
    assert states == {"y": "available", "n": "off", "?": "hold", "am": "half", "pm": "half"}


def test_personal_assistants_of_an_office_are_no_crew():
    assert reading(WHO_IS_FREE, "Who").tables == ()


def test_yes_and_no_below_a_title_of_days_worked_are_days_worked():
    (table,) = reading(
        """
        | CREW DAYS WORKED |
        | Name       | Position | 3/2 | 3/3 | 3/4 | Days |
        | Ana Moreno | DP       | Y   | N   | Y   | 2    |
        | Kim Lee    | Key Grip | Y   | Y   | Y   | 3    |
        """
    ).tables
    assert isinstance(table, CrewGrid)
    assert list(table.marks["state"]).count("work") == 5


def test_letters_explained_below_the_people_and_remarks_are_nobody():
    (table,) = reading(
        """
        | DISPONIBILIDAD DE EQUIPO |
        | Nombre         | Puesto       | 3/2 | 3/3 | 3/4 | 3/5 | Días |
        | Abril Santos   | Microfonista | X   | X   | M   | X   | 3.5  |
        | Ramón Vilte    | Gaffer       | V   | X   | X   | NO  | 2    |
        | Celeste Díaz   | Vestuario    | NO  | X   | X   | X   | 3    |
        |  |
        | X disponible / citado |
        | M medio día |
        | V viaja |
        | NO no disponible |
        | vacío: todavía no contestó |
        """
    ).tables
    assert isinstance(table, CrewGrid)
    assert list(table.frame["name"]) == ["Abril Santos", "Ramón Vilte", "Celeste Díaz"]
    states = dict(zip(table.marks["text"], table.marks["state"], strict=True))
    assert states == {"X": "available", "M": "half", "V": "travel", "NO": "off"}


def test_the_title_of_the_next_block_with_a_remark_is_nobody_of_this_one():
    first, second = reading(
        """
        | CREW DAYS WORKED |
        | Name        | Job   | 3/2 | 3/3 | 3/4 | Days |
        | Ana Moreno  | DP    | 1   | 1   | 1   | 3    |
        | Kim Lee     | Sound | 1   |     | 1   | 2    |
        |  |
        | BLOCK 2 - Carrigeen Rock |  |  | weather days in italics |
        | Name        | Job   | 3/9 | 3/10 | 3/11 | Total |
        | Ana Moreno  | DP    | 1   | 1    | 1    | 3     |
        | Kim Lee     | Sound | 1   | 1    |      | 2     |
        """
    ).tables
    assert [len(table.frame) for table in (first, second)] == [2, 2]


MUSTER = """
    | DAILY WAGE ATTENDANCE - JAN 2026 | | | P = full shift, H = half shift, A = absent, O = off |
    | Sr. | Category        | Name          | 12 | 13 | 14 | 15 | 16 | 17 | 18 | Shifts |
    |     |                 |               | Mo | Tu | We | Th | Fr | Sa | Su |        |
    | 1   | {}              | Dinesh Yadav  | P  | P  | P  | P  | P  | P  | O  | 6      |
    | 2   | {}              | Ramu Yadav    | P  | P  | P  | H  | P  | P  | O  | 5.5    |
    | 3   | Genset operator | Mukesh Jat    | P  | P  | P  | P  | P  | P  | P  | 7      |
    | 4   | {}              | Chhotu Lal    | P  | A  | P  | P  | P  | P  | O  | 5      |
"""


def test_a_daily_crews_muster_counts_shifts():
    read = reading(MUSTER.format("Light man", "Light man", "Spot boy"))
    (table,) = read.tables
    assert (table.kind, read.issues) == ("crew_grid", ())


def test_a_shops_rota_of_shifts_is_none():
    assert reading(MUSTER.format("Cashier", "Cashier", "Storekeeper")).tables == ()


def test_names_with_their_jobs_in_one_column_are_names():
    (table,) = reading(
        """
        | Crew who can do reshoots |
        |             | Mon 3/2 | Tue 3/3 | Wed 3/4 |
        | Ana - DP    | yes     | no      | yes     |
        | Bo (gaffer) | yes     | yes     | ?       |
        | Cy - sound  | maybe   | yes     | no      |
        """
    ).tables
    assert list(table.frame["name"]) == ["Ana", "Bo", "Cy"]
    assert list(table.frame["position"]) == ["DP", "gaffer", "sound"]


@pytest.mark.parametrize(
    ("legend", "means"),
    [
        ("W confirmed / P pencil / TR travel", "pencil"),
        ("(W working / P pencilled / T travel)", "pencilled"),
        ("W = working, confirmed    P = pencilled only    blank = not on", "pencilled only"),
        ("W = working   P = pencil   (blank = off)", "pencil"),
    ],
)
def test_a_legend_in_a_line_says_who_is_only_pencilled(legend: str, means: str):
    (table,) = reading(
        f"""
        | 2nd UNIT - who's on when |
        | {legend} |
        | Position | Name         | 18/8 | 19/8 | 20/8 | Tot |
        |          |              | Mo   | Tu   | We   |     |
        | Gaffer   | Mirek Sokol  | TR   | W    | W    | 2   |
        | Key Grip | Priya Raman  |      | P    |      | 0   |
        """,
        given=production(locale="en_GB", start=date(2025, 8, 1), end=date(2025, 9, 30)),
    ).tables
    assert isinstance(table, CrewGrid)
    assert list(table.marks[table.marks["text"] == "P"]["means"]) == [means]
    assert list(table.marks[table.marks["text"] == "P"]["state"]) == ["hold"]


def test_a_days_number_or_its_rest_in_german_stands_over_it():
    (table,) = reading(
        """
        | KREUZCHENPLAN | X = Arbeitstag |
        | Funktion | Name            | 5.3. | 6.3. | 7.3.     | 8.3.     | 9.3.     | 10.3. |
        |          |                 | Do   | Fr   | Sa       | So       | Mo       | Di    |
        |          |                 | DT 1 | DT 2 | drehfrei | drehfrei | Feiertag | DT 3  |
        | Kamera   | Pavel Stránský  | X    | X    |          |          |          | X     |
        | Ton      | Hedwig Pohl     | X    | X    |          |          |          | X     |
        | 1. RA    | Tessa Mahler    | X    | X    | X        |          |          | X     |
        """,
        given=production(locale="de_DE"),
    ).tables
    assert isinstance(table, CrewGrid)
    assert table.header_rows == (2, 3, 4)
    assert sorted(day.day for day in table.days_off) == [7, 8]


COPIED = """
| CREW DAYS WORKED |
| Name         | Position          | Mon 12/1 | Tue 12/2 | Wed 12/3 | Thu 12/4 |
| Tom Bright   | Coordinator       | 1        | 1        |          | 1        |
| Ruth Hale    | Script Supervisor | 1        |          | 1        | 1        |
| Pat Okafor   | 1st AD            | 1        | 1        | 1        | 1        |
| {}           | Script Supervisor | 1        |          | {}       | 1        |
"""


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("Ruth Hale", "1", [("person-listed-twice", "A6")]),
        ("Ruth Hale", "", []),
        ("Lou Hale", "1", []),
    ],
)
def test_a_line_that_stands_there_again_day_for_day(name, day, expected):
    """Two lines of one person that differ on a day are two weeks, units or jobs."""
    assert issues(reading(COPIED.format(name, day), tab="Crew Days")) == expected


NAMES_ALONE = """
| {heading}     | 2026-01-19 | 2026-01-20 | 2026-01-21 | 2026-01-22 | {total} |
| Joy Drummond  | 1          | 1          | 1          | 1          | 4       |
| Theo Jeffers  | 1          |            | 1          | 1          | 3       |
| Keiko Huang   |            | 1          | 1          |            | 2       |
| Callum Vasque | 1          | 1          |            | 1          | 3       |
"""


@pytest.mark.parametrize(
    ("tab", "heading", "total"),
    [("Crew Days", "Employee", "Total Days"), ("Jours travaillés", "Nom Prénom", "Total jours")],
)
def test_days_worked_of_names_alone_are_a_crews_in_a_productions_spreadsheet(tab, heading, total):
    """An office counts its employees' days as well."""
    grid, _ = textgrid.parse(NAMES_ALONE.format(heading=heading, total=total), tab)
    cast, _ = textgrid.parse(CAST, "Cast")
    kinds = {each.place.tab: each.kind for each in read(book(grid, cast), PRODUCTION).tables}
    assert kinds.get(tab) == "crew_grid"
    assert read(book(grid), PRODUCTION).tables == ()


@pytest.mark.parametrize("cannot", ["x = can't", "x = cannot do", "x = kann nicht"])
def test_who_cannot_come_does_not_work_whatever_marks_it(cannot):
    """ "X" is a day worked where nobody says otherwise."""
    text = f"""
    | CREW DAYS: S = shoot   T = driving   {cannot}   blank = off |
    | Name        | Position  | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | shoot days |
    | Ana Moreno  | DP        | T   | S   | S   | S   | x   | 3          |
    | Jo Park     | 1st AC    | T   | S   | S   | T   |     | 2          |
    | Kim Lee     | Key Grip  | x   | x   | x   | x   | x   | 0          |
    """
    found = reading(text)
    (table,) = found.tables
    assert set(table.marks.loc[table.marks["person"] == 5, "state"]) == {"off"}
    assert issues(found) == []


def test_a_count_of_who_is_confirmed_leaves_pencils_and_half_days_out():
    found = reading(
        """
        | Y = confirmed  1 = first pencil  H = half day |
        |             |                        | Mon | Tue | Wed | Thu |
        | Who         | Role                   | 3/2 | 3/3 | 3/4 | 3/5 |
        | Nerys Coom  | Director               | Y   | Y   | Y   | Y   |
        | Dai Merrin  | DoP                    | Y   | Y   | Y   | Y   |
        | Saoirse Pel | Camera 2               | 1   | 1   | Y   | Y   |
        | Osei Hart   | Sound recordist        | Y   | Y   | Y   | Y   |
        | Sue Lancing | Chaperone              | H   |     | H   |     |
        | Gail Mott   | Chaperone              | Y   | Y   | Y   |     |
        |             | Confirmed (shoot crew) | 4   | 4   | 5   | 4   |
        """
    )
    (table,) = found.tables
    assert issues(found) == []
    assert table.excluded["subtotal"] == (10,)
