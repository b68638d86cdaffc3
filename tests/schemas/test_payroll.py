"""Payroll and timecards: weeks, people, hours at 1x, 1.5x and 2x, gross."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.schemas.reading import issues, production, reading


def test_people_as_banners_and_hours_by_their_rate():
    found = reading(
        """
        | PAYROLL JOURNAL - Week Ending: 3/7/2026 |
        | Name | Occupation | Acct | ST | OT | DT | Gross | Fringes |
        | Ana Ruiz |
        | | Gaffer | 3201 | 40 | 10 | 2 | 2000 | 300 |
        | | Gaffer | 3202 | 8  |    |   | 400  | 30  |
        | Total Ana Ruiz | | | 48 | 10 | 2 | 2400 | 330 |
        | Bo Lind |
        | | Key Grip | 3301 | 40 |  | | 2000 | 300 |
        | Totals | | | 88 | 10 | 2 | 4400 | 630 |
        """
    )
    (table,) = found.tables
    assert table.kind == "payroll"
    assert list(table.frame["name"]) == ["Ana Ruiz", "Ana Ruiz", "Bo Lind"]
    assert list(table.frame["hours"]) == [Decimal(52), Decimal(8), Decimal(40)]
    assert set(table.frame["week_ending"]) == {date(2026, 3, 7)}
    assert dict(table.excluded) == {"banner": (3, 7), "subtotal": (6, 9)}
    assert issues(found) == []


def test_what_is_wrong_with_a_timecard():
    found = reading(
        """
        | W/E       | Last Name | First Name | Position | Account | Hours | Gross |
        | 3/7/2026  | Ruiz      | Ana        | Gaffer   | 3201    | 60    | 2000  |
        | 3/7/2026  | Ruiz      | Ana        | Gaffer   | 3201    | 60    | 2000  |
        | 3/7/2026  | Lind      | Bo         | Key Grip | 3201    | 60    | 2000  |
        | 3/13/2026 | Lind      | Bo         | Key Grip | 3201    | 60    | 2100  |
        | 3/14/2026 | Ruiz      | Ana        | Gaffer   |         | 60    | 2000  |
        | 3/14/2026 |           |            | Gaffer   | 3201    | 60    | 2000  |
        | 3/14/2026 | Nu        | Cy         | Best Boy | 3201    | 600   | 2000  |
        | 3/14/2026 | Ruiz      | Ana        | Gaffer   | 3201    | -4    | -200  |
        | Total     |           |            |          |         | 956   | 13901 |
        """
    )
    assert issues(found) == [
        ("timecard-listed-twice", "B3"),
        ("week-ending-unusual", "A5"),
        ("posting-without-account", "E6"),
        ("payee-missing", "B7"),
        ("hours-implausible", "F8"),
        ("stated-total-differs", "G10"),
    ]
    (table,) = found.tables
    assert list(table.frame["name"])[:3] == ["Ana Ruiz", "Ana Ruiz", "Bo Lind"]


HEADINGS = {
    "French": "| Semaine terminant | Nom | Poste | Compte | Heures | Salaire brut | Charges |",
    "Spanish": "| Semana que termina | Nombre | Puesto | Cuenta | Horas | Bruto | Cargas |",
    "German": "| Woche bis | Name | Funktion | Konto | Stunden | Brutto | Lohnnebenkosten |",
}


@pytest.mark.parametrize("language", HEADINGS)
def test_in_other_languages(language):
    lines = """
        | 07.03.2026 | Ana Ruiz | 1. Kameraassistent | 3201 | 50 | 2.000,50 | 300 |
        | 07.03.2026 | Bo Lind  | Oberbeleuchter     | 3301 | 50 | 1.000,50 | 200 |
        | Total      |          |                    |      | 100 | 3.001,00 | 500 |"""
    found = reading(HEADINGS[language] + lines, given=production(locale="de_DE", currency="EUR"))
    (table,) = found.tables
    assert table.kind == "payroll"
    assert [*table.place.columns.values()] == [1, 2, 3, 4, 5, 6, 7]
    assert issues(found) == []


def test_a_batchs_part_bears_its_sum_beside_its_name():
    """ "Camera" stands where a name would; what it states is what its cards come to."""
    (table,) = reading(
        """
        | Emp # | Employee      | Occupation | G/L   | W/E        | Hrs | Gross   | Fringe |
        |       | CAMERA        |            |       |            |     |         |        |
        | 1131  | Ilse Vanderm  | DP         | 22.01 | 2026-03-07 | 60  | 7500.38 | 1631.3 |
        | 1132  | Remy Doucette | 1st AC     | 22.15 | 2026-03-07 | 60  | 3000.12 | 600.70 |
        |       | Camera        |            |       |            |     | 10500.5 | 2232   |
        |       | LATE CARDS    |            |       |            |     |         |        |
        | 1153  | Kyle Fournier | Dolly Grip | 24.05 | 2026-02-28 | 60  | 3228.90 | 702.29 |
        """
    ).tables
    assert list(table.frame["name"]) == ["Ilse Vanderm", "Remy Doucette", "Kyle Fournier"]
    assert table.excluded["subtotal"] == (5,)


def test_the_sum_of_all_weeks_right_below_the_last_weeks_is_no_timecard():
    """ "To the paymaster" stands where a name would; a card that is no sum is one, and lacks its
    account."""
    text = """
    | W/E        | Name           | Position | Acct | Hours | Gross | Fringe |
    | 2026-09-19 | Ana Ruiz       | Gaffer   | 3201 | 40    | 2000  | 300    |
    | 2026-09-19 | Ben Olsen      | Grip     | 3301 | 40    | 1600  | 240    |
    |            | Prep week      |          |      |       | 3600  | 540    |
    | 2026-09-26 | Ana Ruiz       | Gaffer   | 3201 | 20    | 1000  | 150    |
    | 2026-09-26 | Ben Olsen      | Grip     | 3301 | 20    | 800   | 120    |
    |            | Shoot week     |          |      |       | 1800  | 270    |
    |            | To paymaster   |          |      |       | {}    | {}     |
    """
    (table,) = reading(text.format(5400, 810)).tables
    assert table.excluded["subtotal"] == (4, 7, 8)
    late = reading(text.format(700, 105))
    assert ("posting-without-account", "D8") in issues(late)


def test_hours_may_be_headed_by_what_they_are_paid_at_and_weeks_by_a_line_above_them():
    found = reading(
        """
        | Name          | Funktion | '100% | '150% | '200% | Std. gesamt | Brutto | Fringes |
        | Woche bis 07.03.2026 |  |  |       |       |             |        |                 |
        | Antje Hartlieb| Tonmeister | 40    | 6     | 0     | 46          | 2205   | 727.65 |
        | Ralf Reinhold | Beleuchter | 40    | 0     | 0     | 40          | 2080   | 686.40 |
        | Woche bis 14.03.2026 |  |  |       |       |             |        |                 |
        | Antje Hartlieb| Tonmeister | 40    | 6     | 0     | 46          | 2205   | 727.65 |
        | Ralf Reinhold | Beleuchter | 40    | 4     | 2     | 46          | 2600   | 858.00 |
        """,
        tab="Lohnjournal Dreh",
        given=production(locale="de_DE"),
    )
    (table,) = found.tables
    assert table.kind == "payroll"
    assert table.place.columns == {"name": 1, "position": 2, "hours": 6, "gross": 7, "fringe": 8}
    assert [str(day) for day in table.frame["week_ending"]] == [
        "2026-03-07",
        "2026-03-07",
        "2026-03-14",
        "2026-03-14",
    ]
    assert [code for code, _ in issues(found) if code == "timecard-listed-twice"] == []


def test_people_by_the_ends_of_weeks_are_a_french_payroll_and_no_crew():
    (table,) = reading(
        """
        | Nom et prénom | Sem. au         | Fonction    | Nb heures | Taux horaire | Total brut |
        | Inès Imbert   | 12 octobre 2025 | Maquilleuse | 52        | 52.00        | 2704.00    |
        | Solène Aubry  | 12 octobre 2025 | Monteuse    | 24        | 65.00        | 1560.00    |
        | Inès Imbert   | 19 octobre 2025 | Maquilleuse | 32        | 52.00        | 1664.00    |
        | Solène Aubry  | 19 octobre 2025 | Monteuse    | 24        | 65.00        | 1560.00    |
        """,
        "Heures et salaires",
        production(locale="fr_FR"),
    ).tables
    assert table.kind == "payroll"


def test_hours_by_what_they_are_paid_at_below_a_heading_over_them_all():
    found = reading(
        """
        | PAYROLL JOURNAL |
        | NAME         | OCC      | ACCT | W/E       | HOURS |     |     |       | GROSS | FRINGE |
        |              |          |      |           | ST    | 1.5 | 2.0 | TOTAL |       |        |
        | Baca, Teo    | Gaffer   | 3210 | 3/7/2026  | 40    | 16  | 2   | 58    | 3892  | 1206   |
        | Nakai, Del   | Best Boy | 3210 | 3/7/2026  | 40    | 18  | 2   | 60    | 3617  | 1121   |
        | Strand, Eli  | Key Grip | 3310 | 3/7/2026  | 24    | 6   |     | 30    | 1864  | 578    |
        """
    )
    (table,) = found.tables
    assert table.header_rows == (2, 3)
    assert list(table.frame["hours"]) == [58, 60, 30]
    assert issues(found) == []


@pytest.mark.parametrize(
    ("heading", "first", "col"),
    [
        ("H. totales", 45, 8),
        ("Tot.", 45, 8),
        ("Tot.", 450, 5),  # other than the hours add up to, and so none of them
        ("Box", 45, 5),
    ],
)
def test_a_total_of_the_hours_is_known_by_what_they_add_up_to(heading, first, col):
    (table,) = reading(
        f"""
        | W/E      | Name     | Position | Account | 1x | 1.5x | 2x | {heading}    | Gross |
        | 3/7/2026 | Ana Ruiz | Gaffer   | 3201    | 40 | 5    | 0  | {first}      | 2565  |
        | 3/7/2026 | Bo Lind  | Key Grip | 3301    | 32 | 0    | 0  | {first - 13} | 1376  |
        | 3/7/2026 | Cy Lam   | Best Boy | 3201    | 40 | 8    | 0  | {first + 3}  | 1820  |
        """,
        "Payroll",
    ).tables
    assert table.place.columns["hours"] == col
    assert list(table.frame["hours"]) == [Decimal(45), Decimal(32), Decimal(48)]
