"""The banners of shooting days, as offices write them: the unit, the week, the date first."""

from __future__ import annotations

from datetime import date

import pytest

from schemas.planning import day_banners
from tests.schemas.reading import issues, reading

MARCH_2 = (3, 2)


def banner(text: str) -> day_banners.Banner | None:
    return day_banners.read(1, {1: text}, {1: text}, None)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("DAY 1 - MONDAY, MARCH 2, 2026", 1, ""),
        ("Monday, March 2, 2026 - Day 1", 1, ""),
        ("MON 2 MARCH 2026 (DAY 1)", 1, ""),
        ("SD1 - Mon 2 Mar 2026", 1, ""),
        ("WEEK 2 - DAY 6 - Mon 2 March 2026", 6, ""),
        ("BLOCK 2 - SHOOT DAY 14 - Mon 2 Mar 2026", 14, ""),
        ("MAIN UNIT DAY 3 - Mon 2 Mar 2026", 3, ""),
        ("Shoot Night 3 - Mon 2 March 2026", 3, ""),
        ("2U DAY 1 - Mon 2 Mar 2026 - call 0800", 1, "2u"),
        ("TANDEM DAY 2 - Mon, March 2, 2026", 2, "tandem"),
        ("2ND UNIT - DAY 3 - Mon, March 2, 2026", 3, "2nd unit"),
        ("DAY 3 - SPLINTER UNIT - Mon, March 2, 2026", 3, "splinter unit"),
        ("3. DT   Mo, 02.03.2026", 3, ""),
        ("2e jour - lundi 2 mars 2026", 2, ""),
        ("2. Einheit - Drehtag 3 - Montag 2. März 2026", 3, "2. einheit"),
        ("2e équipe - Jour 3 - lundi 2 mars 2026", 3, "2e equipe"),
        ("Segunda unidad - Día 3 - lunes 2 de marzo de 2026", 3, "segunda unidad"),
    ],
)
def test_a_day_by_its_number_and_date_and_unit(text: str, number: int, unit: str):
    read = banner(text)
    assert read is not None
    assert (read.number, read.unit) == (number, unit)
    assert MARCH_2 in read.day.days


@pytest.mark.parametrize(
    "text",
    ["2nd Unit Monday 2 March 2026", "Monday 2 March 2026 - call 0800", "MON 2 MARCH / Pier 14"],
)
def test_a_date_alone_opens_a_day(text: str):
    read = banner(text)
    assert read is not None
    assert read.number is None


@pytest.mark.parametrize(
    "text",
    [
        "TRAVEL DAY 1 - Mon 2 March 2026",
        "PRE-LIGHT DAY 1 - Mon 2 March 2026",
        "STORY DAY 3",
        "NIGHT 3",
        "D3",
        "Tues 3 March: new pages to come",
        "Monday 2 March 2026 - company off",
    ],
)
def test_what_is_no_shooting_day(text: str):
    assert banner(text) is None


@pytest.mark.parametrize("call", ["call 6P", "call 6 p", "NIGHT - 7:30p", "call 6 pm"])
def test_a_call_is_no_count_of_pages(call: str):
    read = banner(f"DAY 5 - Fri, May 8, 2026 ** {call} **")
    assert read is not None
    assert read.pages is None


def test_two_units_on_one_tab_have_days_of_the_same_number():
    (table,) = reading(
        """
        | Scene | I/E | Set   | D/N | Pages | Cast |
        | SHOOT DAY 1 - Monday, March 2, 2026 |
        | 1     | INT | HALL  | DAY | 1 1/8 | 1    |
        | 2ND UNIT DAY 1 - Tuesday, March 3, 2026 |
        | 2     | EXT | ROOF  | DAY | 2/8   |      |
        | SHOOT DAY 2 - Tuesday, March 3, 2026 |
        | 3     | INT | HALL  | DAY | 1 1/8 | 1    |
        """
    ).tables
    assert list(table.frame["shoot_day"]) == [1, 1, 2]
    assert list(table.frame["date"])[:2] == [date(2026, 3, 2), date(2026, 3, 3)]
    assert list(table.frame["under"]) == [None, "2nd unit", None]


def test_pages_of_a_day_in_a_column_of_eighths():
    found = reading(
        """
        | Scene | I/E | Set   | D/N         | 1/8ths | Cast |
        | SHOOT DAY 1: Monday 2 March 2026 |
        | 1     | EXT | BEACH | Day         | 12     | A    |
        | 2     | EXT | KIOSK | Day         | 9      | A    |
        |       |     |       | Day 1 total | 21     |      |
        | SHOOT DAY 2: Tuesday 3 March 2026 |
        | 3     | EXT | PARK  | Day         | 14     | A    |
        |       |     |       | Total       | 15     |      |
        """
    )
    assert issues(found) == [("stated-total-differs", "E8")]


def test_a_line_on_two_days_is_listed_once_a_day():
    lines = """
        | Scene | I/E | Set   | D/N | Pages | Cast |
        | DAY 1 - Monday, March 2, 2026 |
        | 1     | INT | HALL  | DAY | 1 1/8 | 1    |
        {}
        | 1     | INT | HALL  | DAY | 1 1/8 | 1    |
    """
    assert issues(reading(lines.format("| 2 | INT | HALL | DAY | 2/8 | 1 |"))) == [
        ("scene-listed-twice", "A5")
    ]
    assert issues(reading(lines.format("| DAY 2 - Tuesday, March 3, 2026 |"))) == []


def test_two_units_days_follow_each_other_for_themselves():
    (table,) = reading(
        """
        | Bild | I/A | Motiv | T/N | Seiten | Darsteller |
        | Drehtag 1 - Montag, 4. Mai 2026 |
        | 12   | I   | Küche | T   | 2 3/8  | 1, 2       |
        | 2. Einheit - Drehtag 1 - Montag, 4. Mai 2026 |
        | 90   | A   | Hof   | T   | 2/8    |            |
        | Drehtag 2 - Dienstag, 5. Mai 2026 |
        | 20   | A   | Ufer  | N   | 1 4/8  | 1, 3       |
        """
    ).tables
    assert list(table.frame["date"]) == [date(2026, 5, day) for day in (4, 4, 5)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("DAY 1 - Mon, March 2, 2026 - Stage 4 - Ironworks Studios", "Stage 4 - Ironworks Studios"),
        (
            "FIN DU JOUR 1 - lun. 2 mars 2026 - Le Tribunal - 4 1/8 pages",
            "Le Tribunal",
        ),
        ("JORNADA 1 – LUNES 2 DE MARZO – CASA CARBALLO (Redes)", "CASA CARBALLO (Redes)"),
        ("Mon, 2 Mar 2026 - Seaview Guest House", "Seaview Guest House"),
        ("DAY 1 - Mon 3/2/2026 - Crew call 7:00A", "Crew call 7:00A"),
        ("Ende DT 12 – Mo 02.03. – 2 6/8 S.", ""),
        ("DAY 3 - SPLINTER UNIT - Mon, March 2, 2026", ""),
        ("SHOOT DAY 1 of 20 (Mon 2 March 2026)", ""),
    ],
)
def test_what_a_banner_says_besides_its_day(text: str, said: str):
    read = banner(text)
    assert read is not None
    assert read.said == said
