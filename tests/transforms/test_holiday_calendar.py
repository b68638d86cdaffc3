"""Whose holidays fall on which days."""

from __future__ import annotations

from datetime import date

import pytest

from tests.transforms.sheets import facts
from transforms import agreements
from transforms.agreements import AgreementError
from transforms.days import holiday_calendar
from transforms.rules import rules

SAG = agreements.chosen(["sag-aftra-theatrical-2023"])
DGA = agreements.chosen(["dga-basic-2023"])


def year(number: int, chosen=(), countries=()):
    return holiday_calendar.between(date(number, 1, 1), date(number, 12, 31), chosen, countries)


def test_a_bodys_holidays_with_weekends_moved():
    # In 2026 Independence Day is a Saturday: kept on Friday. In 2027 it is a Sunday: on Monday.
    named = {when: holiday.name for when, holiday in year(2026, SAG).items()}
    assert named[date(2026, 7, 3)] == "Independence Day"
    assert date(2026, 7, 4) not in named
    assert year(2027, SAG)[date(2027, 7, 5)].name == "Independence Day"
    assert named[date(2026, 4, 3)] == "Good Friday"
    assert named[date(2026, 11, 27)] == "Day after Thanksgiving"
    assert len(named) == 11


def test_a_new_years_day_on_a_saturday_is_kept_in_the_old_year():
    # 1 January 2028 is a Saturday.
    assert year(2027, SAG)[date(2027, 12, 31)].name == "New Year's Day"
    assert date(2028, 1, 1) not in year(2028, SAG)


def test_bodies_differ():
    assert date(2026, 6, 19) in year(2026, SAG)
    assert date(2026, 6, 19) not in year(2026, DGA)


def test_a_day_is_one_holiday_whoever_keeps_it():
    holiday = year(2026, SAG, ["US", "CA-BC"])[date(2026, 9, 7)]
    assert holiday.kept_by == ("SAG-AFTRA", "public holiday in US", "public holiday in CA-BC")
    assert holiday.agreements == SAG


def test_a_body_that_keeps_a_provinces_holidays():
    toronto = year(2026, agreements.chosen(["iatse-873-2024"]))
    assert toronto[date(2026, 2, 16)].name == "Family Day"
    # Boxing Day is a Saturday: Ontario observes it on the Monday, the Friday being Christmas.
    assert toronto[date(2026, 12, 28)].kept_by == ("IATSE 873",)
    performers = year(2026, agreements.chosen(["actra-ipa-2025"]))
    assert [when.isoformat() for when in performers] == [
        "2026-01-01", "2026-04-03", "2026-07-01", "2026-09-07", "2026-12-25",
    ]  # fmt: skip


def test_public_holidays_alone():
    assert year(2026, (), ["GB-ENG"])[date(2026, 8, 31)].kept_by == ("public holiday in GB-ENG",)
    assert year(2026) == {}


@pytest.mark.parametrize("country", ["XX", "US-ZZ"])
def test_an_unknown_calendar_is_refused(country: str):
    with pytest.raises(AgreementError, match=f"{country}.*ISO code"):
        year(2026, (), [country])


COLUMBUS = """
    | Cast  | 10/9 | 10/12 | 10/13 |
    |       | Fri  | Mon   | Tue   |
    | 1.ANA | SW   | W     | WF    |
    | 2.BEN | SW   | W     | WF    |
"""
FAMILY_DAY = """
    | Cast  | 2/13 | 2/16 | 2/17 |
    |       | Fri  | Mon  | Tue  |
    | 1.ANA | SW   | W    | WF   |
"""
CAST = """
    | # | Role | Performer   | Union     |
    | 1 | ANA  | Ana Moreno  | SAG-AFTRA |
    | 2 | BEN  | Ben Adeyemi | non-union |
"""


@pytest.mark.parametrize(
    ("tabs", "settings", "at"),
    [
        ({"D": COLUMBUS}, {"agreements": "sag-aftra-theatrical-2023", "holidays": "US"}, []),
        (
            {"D": COLUMBUS},
            {"agreements": "sag-aftra-tv-2023, iatse-basic-2024", "holidays": "US-CA"},
            [],
        ),
        ({"D": COLUMBUS}, {"holidays": "US"}, ["D!C3"]),
        (
            {"D": COLUMBUS, "Cast": CAST},
            {"agreements": "sag-aftra-theatrical-2023", "holidays": "US"},
            ["D!C4"],
        ),
        # In Ontario it is the law's holiday, whatever the performers' agreement lists.
        ({"D": FAMILY_DAY}, {"agreements": "actra-ipa-2025", "holidays": "CA-ON"}, ["D!C3"]),
    ],
)
def test_a_public_holiday_that_the_agreements_list_leaves_out(
    tabs: dict[str, str], settings: dict[str, str], at: list[str]
):
    found = rules()["holiday-work"].issues(facts(tabs, **settings))
    assert [str(issue.at) for issue in found] == at


def test_a_country_whose_provinces_keep_most_holidays():
    # Canada as a whole keeps five days; the provinces that shoot agree on two more.
    days = {f"{when:%m-%d}": holiday.name for when, holiday in year(2026, (), ["CA"]).items()}
    assert days["05-18"] == "Victoria Day"
    assert days["10-12"] == "Thanksgiving Day"
    # Quebec has no Family Day, Alberta no Boxing Day: nobody said which province this is.
    assert not days.keys() & {"02-16", "12-26", "12-28"}
    assert "02-16" in {f"{when:%m-%d}" for when in year(2026, (), ["CA-ON"])}
