"""What hours cost: forced calls, late meals, long days, by the agreement over the work."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.cell import Cell
from tests.transforms.sheets import facts
from transforms.facts import Facts
from transforms.money.hour_pay import Priced, forced_call, meal_penalty, stepped
from transforms.money.overtime import overtime
from transforms.people.deals import Deal, listed
from transforms.people.governed import Worker

DAY = date(2026, 3, 4)
CAST = """
    | No. | Role | Performer   | Union     | Deal        |
    | 1   | ANA  | Ana Moreno  | SAG-AFTRA | $600/day    |
    | 2   | BEN  | Ben Adeyemi | SAG-AFTRA | $8,000/week |
    | 3   | CARL | Carl Ruiz   | SAG-AFTRA | see agent   |
    | 4   | DORA | Dora Lund   | non-union | $600/day    |
"""
CREW = """
    | Department | Position         | Name       | Union    | Rate     | Guarantee Hours | Account |
    | Grip       | Key Grip         | Bo Sanders | IATSE 80 | $700/day | 12              | 2501    |
    | Grip       | Best Boy         | Jo Willard | IATSE 80 | $50/hr   |                 | 2502    |
    | Production | 1st AD           | Al Reyes   | DGA      | $800/day |                 | 2001    |
"""
CHOSEN = "sag-aftra-theatrical-2023, iatse-basic-2024, dga-basic-2023"
MADE = facts({"Cast": CAST, "Crew": CREW}, agreements=CHOSEN)


def deal(name: str, made: Facts = MADE) -> Deal:
    tables = (made.table("cast"), made.table("crew"))
    every = [each for table in tables if table is not None for each in listed(table).values()]
    return next(each for each in every if each.name == name)


def told(priced: Priced | None) -> tuple[str, str] | None:
    """A price as text, with its formula."""
    if priced is None:
        return None
    assert priced.clause
    return (str(priced.cost.amount), priced.cost.formula) if priced.cost else ("", "")


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("Ana Moreno", "0.5", ("600.00", "forced call: 1 x day rate USD 600")),
        (
            "Ben Adeyemi",
            "3",
            ("950.00", "forced call: 1 x week rate USD 8,000 / 5 days, at most USD 950"),
        ),
        ("Carl Ruiz", "1", ("", "")),
        ("Dora Lund", "1", None),
        (
            "Bo Sanders",
            "0.2",
            (
                "50.00",
                "0.5 hours of rest at 2 times x day rate USD 700 / 14 "
                "(12 guaranteed hours a day: 8 + 4 at 1.5)",
            ),
        ),
        ("Jo Willard", "1.01", ("110.00", "1.1 hours of rest at 2 times x hour rate USD 50")),
        ("Al Reyes", "1.5", ("400.00", "2 hours of rest x 0.25 of day rate USD 800")),
    ],
)
def test_a_forced_call(name: str, taken: str, expected: tuple[str, str] | None):
    assert told(forced_call(MADE, deal(name), Decimal(taken), DAY)) == expected


@pytest.mark.parametrize(
    ("name", "late", "expected"),
    [
        ("Ana Moreno", 1, ("25.00", "1 half-hour late: USD 25")),
        ("Ana Moreno", 31, ("60.00", "2 half-hours late: USD 25 + USD 35")),
        ("Carl Ruiz", 120, ("160.00", "4 half-hours late: USD 25 + USD 35 + 2 x USD 50")),
        ("Dora Lund", 120, None),
        ("Bo Sanders", 12, None),
        ("Bo Sanders", 13, ("7.50", "1 half-hour late: USD 7.50")),
        ("Al Reyes", 60, None),
    ],
)
def test_a_late_meal(name: str, late: int, expected: tuple[str, str] | None):
    told_by = (Cell("Times", 4, 5, "book"),)
    priced = meal_penalty(MADE, deal(name), Decimal(late), DAY, told_by)
    assert told(priced) == expected
    if priced is not None and priced.cost is not None:
        assert priced.cost.sources == told_by


def test_a_meal_penalty_hits_the_deals_account():
    priced = meal_penalty(MADE, deal("Bo Sanders"), Decimal(40), DAY, ())
    assert priced is not None
    assert priced.cost is not None
    assert priced.cost.account == "2501"


def test_somebody_on_no_list_is_cast_whose_union_nobody_named():
    assert told(meal_penalty(MADE, None, Decimal(10), DAY, ())) == (
        "25.00",
        "1 half-hour late: USD 25",
    )
    assert told(forced_call(MADE, None, Decimal(1), DAY)) == ("", "")


def test_somebody_without_one_deal_is_under_the_agreement_that_the_sheet_tells():
    grip = Worker("crew", union="IATSE 80")
    late = meal_penalty(MADE, None, Decimal(20), DAY, (), grip)
    assert told(late) == ("7.50", "1 half-hour late: USD 7.50")
    assert told(overtime(MADE, None, Decimal(13), DAY, worker=grip)) == ("", "")
    assert overtime(MADE, None, Decimal(13), DAY, worker=Worker("crew", union="none")) is None


@pytest.mark.parametrize(
    ("name", "worked", "more", "expected"),
    [
        ("Jo Willard", "8", {}, None),
        (
            "Jo Willard",
            "9.01",
            {},
            ("82.50", "9.1 hours are paid as 9.65 (8 + 1.1 at 1.5), 8 anyway: 1.65 more"),
        ),
        # Meals count towards golden time, which features reckon in elapsed hours.
        (
            "Jo Willard",
            "12",
            {"meals": Decimal(1)},
            ("325.00", "12 hours are paid as 14.5 (8 + 3 at 1.5 + 1 at 2), 8 anyway: 6.5 more"),
        ),
        ("Bo Sanders", "12", {}, None),
        (
            "Bo Sanders",
            "14",
            {},
            ("200.00", "14 hours are paid as 18 (8 + 4 at 1.5 + 2 at 2), 14 anyway: 4 more"),
        ),
        (
            "Bo Sanders",
            "16",
            {},
            (
                "450.00",
                "16 hours are paid as 23 (8 + 4 at 1.5 + 3 at 2 + 1 at 3), 14 anyway: 9 more",
            ),
        ),
        (
            "Bo Sanders",
            "14",
            {"distant": True},
            ("150.00", "14 hours are paid as 17 (8 + 6 at 1.5), 14 anyway: 3 more"),
        ),
        (
            "Jo Willard",
            "13",
            {"day_of_week": 6},
            ("150.00", "13 hours are paid as 21 (12 at 1.5 + 1 at 3), 18 anyway: 3 more"),
        ),
        (
            "Jo Willard",
            "13",
            {"day_of_week": 7},
            ("200.00", "13 hours are paid as 28 (12 at 2 + 1 at 4), 24 anyway: 4 more"),
        ),
        (
            "Ana Moreno",
            "11",
            {},
            ("375.00", "11 hours are paid as 13 (8 + 2 at 1.5 + 1 at 2), 8 anyway: 5 more"),
        ),
        # A performer by the week has no overtime before ten hours, and no hourly rate is known.
        ("Ben Adeyemi", "10", {}, None),
        ("Ben Adeyemi", "11", {}, ("", "")),
        ("Dora Lund", "14", {}, None),
        ("Al Reyes", "14", {}, None),
    ],
)
def test_a_long_day(name: str, worked: str, more: dict[str, object], expected):
    priced = overtime(MADE, deal(name), Decimal(worked), DAY, **more)  # type: ignore[arg-type]
    found = told(priced)
    assert (found and (found[0], found[1].partition(" x ")[0])) == expected


def test_british_overtime_has_a_least_and_a_most():
    crew = """
        | Department | Position | Name       | Union | Rate      | Account |
        | Sound      | Sound Mixer | Eve Hart   | Bectu | £600/day  | 2401    |
        | Camera     | DP       | Amy Stone  | Bectu | £900/day  | 2404    |
        | Sound      | Boom Op  | Joe Marsh  | Bectu | £200/day  | 2402    |
        | Sound      | Trainee  | Kit Bright | Bectu | £300/day  | 2403    |
    """
    made = facts({"Crew": crew}, agreements="uk-pact-bectu-tv-drama-2023", currency="GBP")
    prices = {
        name: told(overtime(made, deal(name, made), Decimal("11.1"), date(2025, 3, 4)))
        for name in ("Amy Stone", "Eve Hart", "Joe Marsh", "Kit Bright")
    }
    ends = {
        name: (found[0], found[1].partition("day, ")[2]) for name, found in prices.items() if found
    }
    assert ends == {
        "Amy Stone": ("112.50", "at most GBP 90 an hour"),
        "Eve Hart": ("87.50", "at most GBP 70 an hour"),
        "Joe Marsh": ("43.75", "at least GBP 35 an hour"),
        "Kit Bright": ("56.25", ""),
    }


def test_money_of_an_agreement_in_another_currency_prices_nothing():
    made = facts({"Cast": CAST}, agreements="sag-aftra-theatrical-2023", currency="CAD")
    assert told(meal_penalty(made, deal("Ana Moreno", made), Decimal(10), DAY, ())) == ("", "")
    assert told(forced_call(made, deal("Ana Moreno", made), Decimal(1), DAY)) == ("", "")


def test_an_hour_after_the_agreement_ended_says_so():
    priced = forced_call(MADE, deal("Ana Moreno"), Decimal(1), date(2026, 7, 1))
    assert priced is not None
    assert "figure of the agreement that ended on 30 June 2026" in priced.clause


@settings(max_examples=80, deadline=None)
@given(
    st.decimals(0, 24, places=2),
    st.decimals(0, 24, places=2),
    st.sampled_from(["Bo Sanders", "Jo Willard", "Ana Moreno"]),
    st.sampled_from([1, 6, 7]),
)
def test_a_longer_day_never_costs_less(one, other, name, day_of_week):
    costs = [
        priced.cost.amount if priced and priced.cost else Decimal(0)
        for hours in sorted((one, other))
        for priced in [overtime(MADE, deal(name), hours, DAY, day_of_week=day_of_week)]
    ]
    assert 0 <= costs[0] <= costs[1]


@settings(max_examples=60, deadline=None)
@given(st.decimals("0.01", 24, places=2), st.sampled_from(["0.1", "0.25", "0.5", "1"]))
def test_steps_never_lose_a_minute_and_never_add_a_whole_one(hours, step):
    counted = stepped(hours, Decimal(step))
    assert hours <= counted < hours + Decimal(step)
    assert counted % Decimal(step) == 0
