"""One-liners: scenes in shooting order, their days, sets, pages and cast."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from model.grid import Grid
from schemas import read
from tests.schemas.reading import book, issues, production, reading

FILM = Path(__file__).resolve().parents[2].parent / "shared" / "film"

MOVIE_MAGIC = """
    | THE SALT GLASS - ONE LINE SCHEDULE |
    | Sheet # | Scenes | I/E | Set                 | D/N   | Pgs   | Cast       | Location |
    | DAY 1 - MONDAY, MARCH 2, 2026 |
    | 12      | 12     | INT | KITCHEN             | DAY   | 2 3/8 | 1, 2, 5A   | Stage 4  |
    | 14      | 14A-C  | INT | KITCHEN - PANTRY    | NIGHT | 3/8   | 1          | Stage 4  |
    |         | Ana finds the letter and hides it. |
    | --- COMPANY MOVE --- |
    | 9       | 9pt    | EXT | STREET              | DUSK  | 1     | 2          | 3rd St.  |
    | End of Day 1 -- 3 6/8 pgs |
    | DAY 2 - TUESDAY, MARCH 3, 2026 |
    | 20      | A20    | I/E | CAR                 | N     | 4/8   |            |          |
    | End of Day 2 -- 5/8 pgs |
    |         |        |     | Total pages         |       | 4 2/8 |            |          |
"""


def test_scenes_take_day_and_date_from_the_banner_above():
    (table,) = reading(MOVIE_MAGIC).tables
    frame = table.frame
    assert table.kind == "one_liner"
    assert table.header_rows == (2,)
    assert list(frame["scene"]) == ["12", "14A-C", "9pt", "A20"]
    assert list(frame["shoot_day"]) == [1, 1, 1, 2]
    assert list(frame["date"]) == [date(2026, 3, 2)] * 3 + [date(2026, 3, 3)]
    assert list(frame["int_ext"]) == ["INT", "INT", "EXT", "INT/EXT"]
    assert list(frame["cast"]) == ["1, 2, 5A", "1", "2", None]
    assert frame.at[5, "synopsis"] == "Ana finds the letter and hides it."
    assert frame.at[5, "set"] == "KITCHEN - PANTRY"
    assert dict(table.excluded) == {
        "banner": (3, 7, 9, 10, 12),
        "note": (6,),
        "subtotal": (13,),
    }


@pytest.mark.parametrize("heading", ["Notes", "Notizen", "Hinweise", "Remarques", "Comentarios"])
def test_remarks_under_the_headings_of_four_languages(heading: str):
    (table,) = reading(
        f"""
        | Scene | I/E | Set     | D/N | Pages | Cast | {heading}         |
        | DAY 1 - MONDAY, MARCH 2, 2026 |
        | 12    | INT | KITCHEN | DAY | 1 3/8 | 1    | WEAPONS: a pistol |
        | 13    | INT | HALL    | DAY | 2/8   | 2    |                   |
        """
    ).tables
    assert table.place.columns["notes"] == 7


def test_stated_pages_are_checked_against_the_scenes():
    assert issues(reading(MOVIE_MAGIC)) == [("stated-total-differs", "A12")]


def test_a_day_is_told_by_the_banner_below_where_none_stands_above():
    found = reading(
        """
        | Scene | INT/EXT | Set     | D/N   | Pages |
        | 1     | INT     | KITCHEN | DAY   | 1 1/8 |
        | 2     | EXT     | STREET  | NIGHT | 2/8   |
        | End Day # 1 Monday, March 2, 2026 -- Total Pages: 1 3/8 |
        | 3     | EXT     | ROOF    | DAY   | 5/8   |
        | End Day # 2 Tuesday, March 3, 2026 -- Total Pages: 5/8 |
        | BONEYARD |
        | 4     | EXT     | ROOF    | NIGHT | 6/8   |
        """
    )
    (table,) = found.tables
    assert list(table.frame["shoot_day"]) == [1, 1, 2, None]
    assert list(table.frame["date"])[2:] == [date(2026, 3, 3), None]
    assert issues(found) == []


def test_columns_of_days_and_dates():
    found = reading(
        """
        | Day | Date    | Sc. | Slugline            | Pgs   | Cast |
        | 1   | Mon 3/2 | 1   | INT. KITCHEN - DAY  | 1.375 | 1    |
        |     |         | 2   | EXT. STREET - NIGHT | 2     | 1,2X |
        | 2   | Tue 3/3 | 3   | I/E CAR - DAWN      | 0.5   | 3    |
        |     |         | 4   | INT. BANK           | 4/8   |      |
        """
    )
    (table,) = found.tables
    assert list(table.frame["shoot_day"]) == [1, 1, 2, 2]
    assert list(table.frame["date"]) == [date(2026, 3, 2)] * 2 + [date(2026, 3, 3)] * 2
    assert list(table.frame["set"]) == ["KITCHEN", "STREET", "CAR", "BANK"]
    assert list(table.frame["day_night"]) == ["DAY", "NIGHT", "DAWN", None]
    assert sum(table.frame["pages"]) == Decimal("4.375")
    assert issues(found) == []


def test_pages_that_the_sheet_took_for_a_date():
    found = reading(
        """
        | Scene | I/E | Set     | D/N | Pages      |
        | 1     | INT | KITCHEN | D   | 2026-03-08 |
        | 2     | EXT | STREET  | N   | 1 7/8      |
        | 3     | EXT | ROOF    | N   | a lot      |
        """
    )
    (table,) = found.tables
    assert list(table.frame["pages"]) == [Decimal("0.375"), Decimal("1.875"), None]
    assert issues(found) == [("turned-into-date", "E2"), ("unreadable-pages", "E4")]


def test_cast_lists_where_the_decimal_mark_is_a_comma():
    text = """
        | Séq. | I/E | Décor   | Effet | Pages | Rôles |
        | 1    | INT | CUISINE | JOUR  | 1 3/8 | 1.2   |
        | 2    | EXT | RUE     | NUIT  | 2/8   | 1     |
        """
    french = reading(text, given=production(locale="fr_FR"))
    english = reading(text)
    assert list(french.tables[0].frame["cast"]) == ["1, 2", "1"]
    assert list(english.tables[0].frame["cast"]) == ["1.2", "1"]
    assert list(french.tables[0].frame["day_night"]) == ["JOUR", "NUIT"]


@pytest.mark.parametrize(
    ("banner", "locale"),
    [
        ("JOUR 3 - mardi 3 mars 2026", "fr_FR"),
        ("Jour de tournage 3 / 20 : mardi 03/03/2026", "fr_CA"),
        ("Drehtag 3 von 25 - Dienstag, 03.03.2026", "de_DE"),
        ("Día de rodaje 3 - martes 3 de marzo de 2026", "es_ES"),
        ("SHOOT DAY 3 OF 20 -- Tue, Mar 3rd -- 5/8 pgs", "en_US"),
        ("*** DAY #3: 3/3 ***", "en_GB"),
    ],
)
def test_banners_in_several_languages(banner, locale):
    found = reading(
        f"""
        | Scene | INT/EXT | Set | D/N | Pages |
        | {banner} |
        | 7     | INT     | HALL | D  | 5/8   |
        """,
        given=production(locale=locale),
    )
    (table,) = found.tables
    assert (table.frame.at[3, "shoot_day"], table.frame.at[3, "date"]) == (3, date(2026, 3, 3))
    assert issues(found) == []


def test_a_days_pages_in_their_own_cell_are_no_date_and_eighths_may_be_counted():
    found = reading(
        """
        | Scene | Set                  | Pages (8ths) |
        | DAY 1 | MON 3/2              |              |
        | 1     | INT. KITCHEN - DAY   | 11           |
        | 2     | INT. KITCHEN - NIGHT | 3            |
        """
    )
    assert list(found.tables[0].frame["pages"]) == [Decimal("1.375"), Decimal("0.375")]
    found = reading(
        """
        | Scene | Set                  | Pages |
        | DAY 1 |                      | 2 3/8 |
        | 1     | INT. KITCHEN - DAY   | 1     |
        | 2     | INT. KITCHEN - NIGHT | 1 2/8 |
        """
    )
    assert list(found.tables[0].frame["date"]) == [None, None]
    assert issues(found) == [("stated-total-differs", "C2")]


def test_a_banner_whose_weekday_is_not_its_date():
    found = reading(
        """
        | Scene | INT/EXT | Set  | D/N | Pages |
        | DAY 1 - MONDAY, MARCH 3, 2026 |
        | 7     | INT     | HALL | D   | 5/8   |
        """
    )
    assert issues(found) == [("weekday-differs", "A2")]


def test_the_same_line_twice_and_a_scene_split_over_two_days():
    found = reading(
        """
        | Day | Scene | INT/EXT | Set  | D/N | Pages | Cast |
        | 1   | 7     | INT     | HALL | D   | 5/8   | 1    |
        | 1   | 7     | INT     | HALL | D   | 5/8   | 1    |
        | 2   | 7     | INT     | HALL | D   | 5/8   | 1    |
        """
    )
    assert len(found.tables[0].frame) == 3
    assert issues(found) == [("scene-listed-twice", "B3")]


@pytest.mark.parametrize(
    "text",
    [
        """
        | Scene | Shot | INT/EXT | Set  | D/N | Lens | Description |
        | 1     | 1A   | INT     | HALL | D   | 35   | Wide        |
        | 1     | 1B   | INT     | HALL | D   | 50   | Close       |
        """,
        """
        | Scene | Pages | Characters | Location |
        | 1     | 1-12  | Hamlet     | Platform |
        | 2     | 13-20 | Claudius   | Castle   |
        """,
        """
        | Day     | Location | Time | Pages | Homework |
        | Monday  | Room 4   | 9    | 12    | Read     |
        | Tuesday | Room 5   | 10   | 14    | Write    |
        """,
    ],
    ids=["shot list", "rehearsals of a play", "class timetable"],
)
def test_what_only_looks_like_one(text):
    assert reading(text).tables == ()


@pytest.mark.skipif(not FILM.is_dir(), reason="the published sample schedules are not here")
@pytest.mark.parametrize(
    ("name", "scenes", "days", "total"),
    [("first_pass", 171, 61, "175.125"), ("rev_white", 169, 56, "171.875")],
)
def test_a_feature_as_its_schedule_prints_it(name, scenes, days, total):
    lines = csv.reader((FILM / f"oneliner_{name}.csv").read_text().splitlines())
    grid = Grid("One line", [[text or None for text in line] for line in lines])
    found = read(book(grid), production(start=None, end=None))
    (table,) = found.tables
    assert (len(table.frame), table.frame["shoot_day"].nunique()) == (scenes, days)
    assert sum(table.frame["pages"]) == Decimal(total)
    assert len(table.stated) == days
    assert issues(found) == []


def test_pages_and_cast_that_look_like_dates_head_no_table_of_days():
    (table,) = reading(
        """
        | One-Line Schedule - Main Unit, Rev. BLUE |
        | Scene | I/E | Set      | D/N | Pages | Cast   | Location | Synopsis               |
        | Shoot Day 42 - Thursday, April 30, 2026 |
        | 49    | INT | HOSPITAL | D   | '7/8  | '1, 26 | Stage 4  | Dr. Ames has the films |
        | Shoot Day 43 - Friday, May 1, 2026 |
        """
    ).tables
    assert table.kind == "one_liner"
    assert list(table.frame["scene"]) == ["49"]


def test_what_stands_between_side_and_time_is_the_set_and_lists_of_numbers_are_the_cast():
    (table,) = reading(
        """
        | Sc  | I/E | Where in story    | D/N   | Pgs   | Who     | Real place | Reminder    |
        | DAY 1 - Mon March 2, 2026 |
        | 1   | EXT | GRAVEL ROAD       | DAWN  | 4/8   | 1       | Cty Rd 14  | sunrise 6:9 |
        | 2   | INT | WALT'S TRUCK      | DAY   | 2 1/8 | 1, 2    | Cty Rd 14  |             |
        | 4   | EXT | FARMHOUSE - PORCH | DAY   | 1 3/8 | 1, 2, 8 | Ruckers    | low sun     |
        """
    ).tables
    assert table.kind == "one_liner"
    assert list(table.frame["set"]) == ["GRAVEL ROAD", "WALT'S TRUCK", "FARMHOUSE - PORCH"]
    assert list(table.frame["cast"]) == ["1", "1, 2", "1, 2, 8"]


@pytest.mark.parametrize("heads", ["Dekoration | {} | Motiv", "Motiv | {} | Dekoration"])
def test_a_motiv_beside_the_set_is_where_it_stands(heads: str):
    found = reading(
        f"""
        | Bild | T/N | I/A | {heads.format("Seiten | Rollen")} |
        | 1. DT   Mo, 02.03.2026 |
        | 12   | T   | I   | Posten / Büro | 1 4/8 | 1, 2 | Alte Schule |
        | 31   | T   | I   | Posten / Gang | 6/8   | 1, 2 | Alte Schule |
        | 2. DT   Mi, 03.03.2026 |
        | 58   | N   | A   | Wald          | 2/8   | 1    | Forst       |
        """,
        given=production(locale="de_AT"),
    )
    (table,) = found.tables
    wanted = {"set": 4, "location": 7} if heads.startswith("Dek") else {"set": 7, "location": 4}
    assert {name: table.place.columns[name] for name in wanted} == wanted
    assert issues(found) == [("weekday-differs", "A5")]


def test_a_motiv_alone_is_the_set():
    (table,) = reading(
        """
        | Bild | T/N | I/A | Motiv         | Seiten | Rollen |
        | 12   | T   | I   | Posten / Büro | 1 4/8  | 1, 2   |
        | 31   | T   | I   | Posten / Gang | 6/8    | 1, 2   |
        """
    ).tables
    assert table.place.columns["set"] == 4
    assert "location" not in table.place.columns


def test_two_columns_of_words_between_side_and_time_are_no_set():
    (table,) = reading(
        """
        | ONE LINE SCHEDULE |
        | Scene | I/E | Feeling         | Colour | D/N   | Pages | Location |
        | 1     | EXT | She drives in   | amber  | DAWN  | 4/8   | Cty Rd   |
        | 2     | INT | A quarrel       | blue   | DAY   | 2 1/8 | Cty Rd   |
        """
    ).tables
    assert "set" not in table.place.columns


def test_numbers_right_before_the_sides_are_the_scenes_and_lists_without_heading_the_cast():
    (table,) = reading(
        """
        | Schedule |
        | # | I/E |         | D/N   | Pgs   |         | Place       |
        | DAY 1 - Mon March 2, 2026 |
        | 1 | INT | KITCHEN | DAY   | 4/8   | 1, 2    | Smith house |
        | 2 | EXT | YARD    | NIGHT | 1 1/8 | 1       | Smith house |
        | 3 | EXT | BARN    | NIGHT | 1 1/8 | 1, 3, 4 | Smith house |
        """
    ).tables
    assert table.kind == "one_liner"
    assert list(table.frame["scene"]) == ["1", "2", "3"]
    assert list(table.frame["cast"]) == ["1, 2", "1", "1, 3, 4"]


@pytest.mark.parametrize(
    ("stated", "wrong"),
    [
        ("3 1/8 pgs", []),
        ("2 7/8 pgs (main)", []),
        ("2/8 pgs", []),
        ("3 pgs", [("stated-total-differs", "A5")]),
        ("1 2/8 pgs (main)", [("stated-total-differs", "A5")]),
    ],
)
def test_the_pages_of_a_day_may_be_one_units_alone(stated: str, wrong: list[tuple[str, str]]):
    found = reading(
        f"""
        | Day | Date       | Unit | Sc | I/E | Set    | D/N | Pgs    |
        | 8   | 2026-09-30 | Main | 40 | EXT | Paddock | D  | '1 2/8 |
        | 8   | 2026-09-30 | Main | 44 | EXT | Bakery | D   | '1 5/8 |
        | 8   | 2026-09-30 | 2nd  | 27 | EXT | Gorge  | D   | '2/8   |
        | End of Day 8 - Wed 30/9 - {stated} |
        | 9   | 2026-10-01 | Main | 45 | EXT | Street | D   | '2     |
        | End of Day 9 - Thu 1/10 - 2 pgs |
        """,
        "One-liner",
        given=production(locale="en_AU"),
    )
    assert issues(found) == wrong


def test_of_two_columns_that_read_as_day_or_night_the_one_that_says_so_is():
    """ "J. n°" numbers the days."""
    found = reading(
        """
        | J. n° | Date       | N° séq. | INT/EXT | Décor   | J/N | Pages | Comédiens |
        | 1     | 2026-03-02 | 42      | INT     | GRENIER | J   | 2     | 1         |
        | 1     | 2026-03-02 | 86      | INT     | CUISINE | J   | 2 3/8 | 2         |
        | 2     | 2026-03-03 | 54      | INT     | CUISINE | N   | 1 O/8 | 15        |
        """,
        tab="Plan de travail",
        given=production(locale="fr_FR"),
    )
    (table,) = found.tables
    assert table.place.columns["day_night"] == 6
    assert issues(found) == [("unreadable-pages", "G4")]


def test_a_weekday_beside_its_date_that_is_another_is_told_at_its_line():
    text = """
    | Date       | Day | Scene | I/E | Set     | D/N | Pgs   | Cast |
    | 2026-03-02 | Mon | 42    | INT | ATTIC   | D   | 2     | 1    |
    | 2026-03-02 | {}  | 86    | INT | KITCHEN | D   | 2 3/8 | 2    |
    | 2026-03-03 | Tue | 54    | INT | KITCHEN | N   | 1 1/8 | 15   |
    | 2026-03-04 | Wed | 55    | EXT | GARDEN  | D   | 1/8   | 3    |
    """
    wrong, right = (reading(text.format(day), tab="One-Liner") for day in ("Sun", "Mon"))
    assert issues(wrong) == [("weekday-differs", "B3")]
    assert issues(right) == []


def test_a_total_that_names_its_day_begins_none():
    text = """
    | Secuencia | Momento | I/E | Set     | Págs. | Reparto |
    | Jornada 6 - lunes 2 de marzo de 2026 |  |  |  |  |  |
    | 50        | DÍA     | EXT | MUELLE  | 1 2/8 | 3       |
    | 23        | NOCHE   | INT | ALMACÉN | 1/8   | 1, 4    |
    |           |         |     | Total jornada 6 | {} | |
    | Jornada 7 - martes 3 de marzo de 2026 |  |  |  |  |  |
    | 51        | DÍA     | EXT | MUELLE  | 2     | 3       |
    """
    right, wrong = (
        reading(text.format(pages), tab="Plan de rodaje", given=production(locale="es_ES"))
        for pages in ("1 3/8", "2 3/8")
    )
    (table,) = right.tables
    assert dict(table.excluded) == {"banner": (2, 6), "subtotal": (5,)}
    assert issues(right) == []
    assert [at for _, at in issues(wrong)] == ["E5"]


def test_pages_are_told_by_their_eighths_whatever_heads_them():
    text = """
    | Bild | I/A | T/N | Motiv  | Rollen | {}       | Inhalt  |
    | 3    | I   | T   | KÜCHE  | '1, 4  | '1 6/8   | Verhör  |
    | 5    | I   | T   | STUBE  | '1, 2  | '2 1/8   | Foto    |
    | Ende DT 1 – Mo 02.03.2026 – 3 7/8 S. |
    | 7    | A   | T   | HOF    | '1     | '7/8     | Hund    |
    | 9    | A   | T   | GARTEN | '1     | '1 3/8   | Abgang  |
    | Ende DT 2 – Di 03.03.2026 – 2 2/8 S. |
    """
    found = reading(text.format("Vorst."), tab="Drehplan", given=production(locale="de_DE"))
    assert found.tables[0].place.columns["pages"] == 6
    assert issues(found) == []


def test_where_no_scene_counts_pages_a_days_pages_are_held_against_nothing():
    found = reading(
        """
        | Scene | I/E | Set     | D/N | Min |
        | 3     | INT | KITCHEN | DAY | 12  |
        | 5     | INT | PARLOR  | DAY | 45  |
        | End of Day 1 - Mon, March 2, 2026 - 3 7/8 pgs |
        """
    )
    assert "pages" not in found.tables[0].place.columns
    assert issues(found) == []


@pytest.mark.parametrize(
    ("told", "field"),
    [(("D1", "N3", "D1", "DUSK"), "day_night"), (("D1", "D1", "D2", "D2"), "shoot_day")],
)
def test_a_day_that_is_also_a_night_is_when_a_scene_plays(told, field):
    text = """
    | Sheet | Scene # |     | Set / Synopsis      | Day | Pages | Cast | Location |
    | 1     | 4       | INT | FARMHOUSE - KITCHEN | {}  | 2 3/8 | 1, 3 | Farm     |
    | 2     | 22      | INT | FARMHOUSE - STAIRS  | {}  | 4/8   | 1    | Farm     |
    | 3     | 7       | EXT | BARN                | {}  | 1 5/8 | 1, 2 | Farm     |
    | 4     | 43      | EXT | COUNTY ROAD 9       | {}  | 3/8   | 1    | Road     |
    """
    (table,) = reading(text.format(*told), "One-Liner").tables
    assert table.place.columns.get("day_night") == (5 if field == "day_night" else None)


FOOT = """
| Scene | I/E | D/N | Set                 | Cast | Pages |
| J1 - lundi 2 mars 2026 |
| 3     | INT | JOUR | MAS - Cuisine       | 1, 3 | 2 4/8 |
| 4     | INT | JOUR | MAS - Couloir       | 1    | 3/8   |
| J2 - mardi 3 mars 2026 |
| 12    | EXT | JOUR | RUCHER - Lisière    | 1, 2 | 1 3/8 |
| {} |
"""


def test_a_day_off_below_a_scene_is_none_of_its_synopsis():
    text = FOOT.format("Mercredi 4 mars : ASCENSION - jeudi 5 : pont, récupération")
    (table,) = reading(text, "PdT", production(locale="fr_FR")).tables
    assert dict(table.excluded) == {"banner": (2, 5, 7)}
    assert table.frame["synopsis"].isna().all()


@pytest.mark.parametrize(
    ("foot", "reason"),
    [
        ("END OF DAY 2\n| Wk 3 to follow on PINK, with the river", "note"),
        ("END OF DAY 2\n| FIN DE TOURNAGE", "banner"),
    ],
)
def test_a_sentence_below_the_last_day_is_a_remark(foot, reason):
    (table,) = reading(FOOT.format(foot), "PdT", production(locale="fr_FR")).tables
    assert 8 in table.excluded[reason]


def test_a_weekday_in_its_dates_cell_that_is_another_is_told_there():
    text = """
    | DT | Datum         | Bild | I/A | Motiv  | T/N | S.    | Rollen |
    | 1  | Mo 02.03.2026 | 12   | I   | Flur   | T   | 2 3/8 | 1, 4   |
    |    |               | 13   | I   | Büro   | T   | 6/8   | 1, 2   |
    | 2  | {} 04.03.2026 | 33   | I   | Verhör | T   | 1 2/8 | 1, 3   |
    |    |               | 51   | A   | Hof    | N   | 4/8   | 1      |
    """
    wrong, right = (
        reading(text.format(day), tab="Drehplan", given=production(locale="de_DE"))
        for day in ("Do", "Mi")
    )
    assert issues(wrong) == [("weekday-differs", "B4")]
    assert issues(right) == []


def test_sides_and_times_below_one_heading_are_headings():
    (table,) = reading(
        """
        | Séq. | Effets |     | Décor  | Action         | Rôles | Pages |
        |      | I/E    | J/N |        |                |       |       |
        | 3    | EXT    | J   | CHEMIN | Elouan revient | 1, 9  | 1 2/8 |
        | 4    | EXT    | J   | SALINE | Il le voit     | 1, 9  | 2     |
        | 11   | EXT    | N   | TALUS  | Le feu         | 1     | 3/8   |
        """,
        tab="PDT",
    ).tables
    assert table.header_rows == (1, 2)
