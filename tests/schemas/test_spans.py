"""Several days in one cell, and what only looks so."""

from __future__ import annotations

from datetime import date

import pytest

from schemas.values import spans
from schemas.values.dates import Dates
from tests.schemas.reading import PRODUCTION, production

US = Dates.of(PRODUCTION)
DE = Dates.of(production(locale="de_DE"))


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("3/2 - 3/4", [2, 3, 4]),
        ("March 2-4", [2, 3, 4]),
        ("2 - 4 March 2026", [2, 3, 4]),
        ("2 au 4 mars", [2, 3, 4]),
        ("2, 3 y 4 mar", [2, 3, 4]),
        ("March 2, 3 & 4, 2026", [2, 3, 4]),
        ("lundi 2 et mardi 3 mars", [2, 3]),
        ("3/2, 3, 4", [2, 3, 4]),
        ("2-4, 6 Mar", [2, 3, 4, 6]),
        ("3/2 & 3/6", [2, 6]),
        ("2 y 3 mar, 8 a 20 h", [2, 3]),
    ],
)
def test_the_days_that_a_text_names(typed, days):
    assert spans.days(typed, US) == tuple(date(2026, 3, day) for day in days)


@pytest.mark.parametrize("typed", ["2. und 3. März", "02./03.03.2026", "2.-3.3."])
def test_a_point_behind_each_day(typed):
    assert spans.days(typed, DE) == (date(2026, 3, 2), date(2026, 3, 3))


@pytest.mark.parametrize(
    "typed",
    ["March 2", "2-Mar-26", "March 2, 26", "3/2 8a-6p", "3/2, 8:00-18:00", "2 Mar (15-19 h)"],
)
def test_a_year_or_the_hours_of_one_day_make_no_second_day(typed):
    assert spans.days(typed, US) == ()
    assert US.read(typed) == date(2026, 3, 2)


@pytest.mark.parametrize("typed", ["101-103", "7-19 h", "3, 2 and 1 March", "Sc. 2, 3 and 4"])
def test_other_numbers_and_days_out_of_order_are_none(typed):
    assert spans.days(typed, US) == ()


def test_days_with_another_between_them_are_no_whole_span():
    assert spans.unbroken("2, 3 and 4 March", US) == (date(2026, 3, 2), date(2026, 3, 4))
    assert spans.unbroken("2 & 4 March", US) is None
    assert spans.read("2 & 4 March", US) == (date(2026, 3, 2), date(2026, 3, 4))
