"""A deal's first and last day in one cell, under one heading."""

from __future__ import annotations

from datetime import date

import pytest

from tests.schemas.reading import issues, production, reading

FIRST, LAST = date(2026, 3, 2), date(2026, 4, 10)


@pytest.mark.parametrize(
    ("heading", "cell", "locale"),
    [
        ("Dates", "3/2-4/10", "en_US"),
        ("Contract dates", "3/2 - 4/10/26", "en_US"),
        ("Contract", "Mar 2 to Apr 10", "en_US"),
        ("Start / End", "2 Mar - 10 Apr", "en_GB"),
        ("Vertragszeitraum", "02.03. - 10.04.", "de_DE"),
        ("Von - Bis", "02.03.26 bis 10.04.26", "de_DE"),
        ("Dates contrat", "02/03 au 10/04", "fr_FR"),
        ("Fechas", "02/03 - 10/04", "es_ES"),
    ],
)
def test_both_ends_of_a_deal_in_one_cell(heading: str, cell: str, locale: str):
    for head, who in (
        ("Dept | Position | Name", ("Grip | Key Grip | Ben Ode", "Camera | DP | Ana Moreno")),
        ("# | Character | Actor", ("1 | NORA | Keziah Lat", "2 | GUS | Dim Vale")),
    ):
        text = f"| {head} | {heading} |\n| {who[0]} | {cell} |\n| {who[1]} | {cell} |"
        found = reading(text, given=production(locale=locale))
        (table,) = found.tables
        assert issues(found) == []
        assert list(table.frame["start_date"]) == [FIRST, FIRST]
        assert list(table.frame["end_date"]) == [LAST, LAST]
        assert table.cell(3, "end_date").a1 == "D3"


def test_a_single_day_and_a_blank():
    (table,) = reading(
        """
        | #  | Character | Actor      | Dates    |
        | 1  | NORA      | Keziah Lat | 3/2-4/10 |
        | 2  | GUS       | Dim Vale   | 3/9      |
        | 3  | TEDDY     | Owen Marsh |          |
        """
    ).tables
    assert list(table.frame["start_date"]) == [FIRST, date(2026, 3, 9), None]
    assert list(table.frame["end_date"]) == [LAST, date(2026, 3, 9), None]


def test_episodes_and_hours_are_no_spans_of_days():
    (table,) = reading(
        """
        | Dept   | Position | Name       | Work hours | Contract |
        | Grip   | Key Grip | Ben Ode    | 7-19       | 101-103  |
        | Camera | DP       | Ana Moreno | 8-20       | 101-103  |
        """
    ).tables
    assert not table.has("start_date")


def test_dates_beside_till_are_the_first_day_and_a_month_by_name_is_no_span():
    (table,) = reading(
        """
        | Name          | Job      | Union | Dates     | till     |
        | DRAGAN, Nick  | Key Grip | 873   | 29-Jun-26 | 3-Jul-26 |
        | SIMIC, Marko  | Gaffer   | 873   | 22-Jun-26 | 3-Jul-26 |
        """
    ).tables
    assert list(table.frame["start_date"]) == [date(2026, 6, 29), date(2026, 6, 22)]
    assert list(table.frame["end_date"]) == [date(2026, 7, 3), date(2026, 7, 3)]
