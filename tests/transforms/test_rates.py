"""What a day and an hour cost: units turned into each other, exactly and in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.issue import Cost
from model.production import Costing
from model.production import Rate as Exchange
from tests.transforms.sheets import facts
from transforms.money import pay
from transforms.money.rates import Terms, Tier, day_rate, hour_rate, paid_as, parts_of
from transforms.people.deals import Deal, listed
from transforms.rules import rules

PLAIN = Terms("USD")
STANDARD = Terms("USD", standard_day=Decimal(8))
IATSE = Terms("USD", tiers=(Tier(Decimal(8), Decimal("1.5")), Tier(Decimal(12), Decimal(2))))


def deal(rate: str, guarantee: str = "") -> Deal:
    crew = f"""
        | Department | Position | Name        | Rate   | Guarantee Hours |
        | Grip       | Key Grip | Bo Sanders  | {rate} | {guarantee}     |
        | Grip       | Best Boy | Jim Willard |        |                 |
    """
    table = facts({"Crew": crew}).table("crew")
    assert table is not None
    return next(iter(listed(table).values()))


@pytest.mark.parametrize(
    ("rate", "guarantee", "terms", "amount", "words"),
    [
        ("$700/day", "", PLAIN, "700", "day rate USD 700"),
        ("$3,500/week", "", PLAIN, "700", "week rate USD 3,500 / 5 days"),
        ("$3,500/week", "", Terms("USD", 6), "583.33", "week rate USD 3,500 / 6 days"),
        ("$50/hr", "10", PLAIN, "500", "hour rate USD 50 x 10 guaranteed hours a day"),
        ("$50/hr", "60", PLAIN, "600", "hour rate USD 50 x 12 guaranteed hours a day"),
        (
            "$50/hr",
            "12",
            IATSE,
            "700",
            "hour rate USD 50 x 14 (12 guaranteed hours a day: 8 + 4 at 1.5)",
        ),
        (
            "$50/hr",
            "14",
            IATSE,
            "900",
            "hour rate USD 50 x 18 (14 guaranteed hours a day: 8 + 4 at 1.5 + 2 at 2)",
        ),
        ("$50/hr", "", PLAIN, None, ""),
        ("$25,000 flat", "", PLAIN, None, ""),
        ("$25,000 flat", "12", IATSE, None, ""),
        ("TBD", "", PLAIN, None, ""),
    ],
)
def test_a_day(rate: str, guarantee: str, terms: Terms, amount: str | None, words: str):
    found = day_rate(deal(rate, guarantee), terms)
    assert (found and str(round(found.amount, 2)).removesuffix(".00")) == amount
    assert (found.words if found else "") == words


@pytest.mark.parametrize(
    ("rate", "guarantee", "terms", "amount", "words"),
    [
        ("$50/hr", "", PLAIN, "50", "hour rate USD 50"),
        ("$600/day", "10", PLAIN, "60", "day rate USD 600 / 10 guaranteed hours a day"),
        (
            "$700/day",
            "12",
            IATSE,
            "50",
            "day rate USD 700 / 14 (12 guaranteed hours a day: 8 + 4 at 1.5)",
        ),
        (
            "$3,500/week",
            "60",
            IATSE,
            "50",
            "week rate USD 3,500 / 5 days / 14 (12 guaranteed hours a day: 8 + 4 at 1.5)",
        ),
        ("$800/day", "", STANDARD, "100", "day rate USD 800 / 8 hours of a standard day"),
        ("$800/day", "", PLAIN, None, ""),
        ("$3,500/week", "", PLAIN, None, ""),
        ("$9,000 flat", "12", IATSE, None, ""),
    ],
)
def test_an_hour(rate: str, guarantee: str, terms: Terms, amount: str | None, words: str):
    found = hour_rate(deal(rate, guarantee), terms)
    assert (found and str(round(found.amount, 2)).removesuffix(".00")) == amount
    assert (found.words if found else "") == words


def test_the_cells_that_a_rate_comes_from():
    found = hour_rate(deal("$700/day", "12"), IATSE)
    assert found is not None
    assert [str(cell) for cell in found.sources] == ["Crew!D2", "Crew!E2"]


EUROS = """
    | Department | Position | Name        | Rate     | Account |
    | Grip       | Key Grip | Bo Sanders  | €600/day | 2501    |
    | Grip       | Best Boy | Jim Willard | $50/hr   | 2501    |
"""


def test_a_rate_in_another_currency_is_converted_by_the_settings_or_not_priced():
    worth = {"EUR": Exchange(Decimal("1.08"), date(2026, 3, 2))}
    for rates, expected in (({}, None), (worth, ("648.00", "day rate EUR 600 at 1.08"))):
        made = facts({"Crew": EUROS}, costing=Costing(rates=rates))
        table = made.table("crew")
        assert table is not None
        deal = next(iter(listed(table).values()))
        found = day_rate(deal, pay.terms(made, deal))
        assert (found and (str(found.amount), found.words)) == expected


HOURS = st.decimals(min_value="0.1", max_value=24, places=1)
AMOUNTS = st.decimals(min_value="0.01", max_value=99999, places=2)
TIERS = st.lists(
    st.tuples(st.integers(1, 23), st.sampled_from(["1.5", "2", "3"])), max_size=3, unique_by=hash
).map(
    lambda pairs: tuple(
        Tier(Decimal(after), Decimal(times)) for after, times in sorted(dict(pairs).items())
    )
)
SAMPLE = deal("$700/day", "12")


def with_rate(rate: Decimal, unit: str, hours: Decimal) -> Deal:
    return replace(SAMPLE, rate=rate, rate_unit=unit, guarantee_hours=hours)


@settings(max_examples=60, deadline=None)
@given(AMOUNTS, HOURS, TIERS, st.integers(1, 7))
def test_units_turned_there_and_back_are_the_same(rate, hours, tiers, workweek):
    terms = Terms("USD", workweek, tiers=tiers)
    hour = hour_rate(with_rate(rate, "day", hours), terms)
    assert hour is not None
    day = day_rate(with_rate(hour.amount, "hour", hours), terms)
    assert day is not None
    assert abs(day.amount - rate) < Decimal("1e-15") * rate + Decimal("1e-15")
    week = day_rate(with_rate(rate * workweek, "week", hours), terms)
    assert week is not None
    assert week.amount == rate


@settings(max_examples=60, deadline=None)
@given(HOURS, HOURS, TIERS)
def test_more_hours_are_never_paid_less_and_never_less_than_straight(one, other, tiers):
    less, more = sorted((one, other))
    assert less <= paid_as(less, tiers) <= paid_as(more, tiers)
    assert sum(part for part, _ in parts_of(more, tiers)) == more


@settings(max_examples=60, deadline=None)
@given(AMOUNTS, HOURS, TIERS)
def test_a_weeks_guaranteed_hours_are_five_days(rate, hours, tiers):
    terms = Terms("USD", tiers=tiers)
    daily, weekly = (with_rate(rate, "hour", given) for given in (hours, hours * 5))
    if hours * 5 > 24:
        assert day_rate(daily, terms) == day_rate(weekly, terms)


CREW = """
    | Department | Position | Name          | Union    | Rate     | Guarantee | Account |
    | Grip       | Key Grip | Bo Sanders    | IATSE 80 | $700/day | 12        | 2501    |
    | Grip       | Best Boy | Jim Willard   | IATSE 80 | $50/hr   | 12        |         |
    | Grip       | Grip     | Sam Dahl      | IATSE 80 | $50/hr   | 12        |         |
    | Camera     | DP       | Ana Mori      |          | $900/day | 10        | 9999    |
"""
BUDGET = """
    | Account | Description   | Budget   |
    | 2500    | GRIP          |          |
    | 2501    | Key Grip      | 70,000   |
    | 2502    | Best Boy      | 60,000   |
    | 2503    | Grip          | 50,000   |
    | 2504    | Grip          | 40,000   |
    |         | TOTAL GRIP    | 220,000  |
"""


def test_the_account_is_the_deals_or_that_of_the_only_line_of_that_name():
    made = facts({"Crew": CREW, "Budget": BUDGET}, agreements="iatse-basic-2024")
    table = made.table("crew")
    assert table is not None
    charged = {}
    for each in listed(table).values():
        rate = day_rate(each, pay.terms(made, each))
        assert rate is not None
        cost = pay.stake(made, each, rate.amount, rate.words, rate)
        cells = [str(cell) for cell in cost.account_sources]
        charged[each.name] = (cost.amount, cost.account, cost.category, cells)
    assert charged == {
        "Bo Sanders": (700, "2501", "GRIP", ["Crew!G2", "Budget!A3"]),
        "Jim Willard": (700, "2502", "GRIP", ["Budget!A4"]),
        "Sam Dahl": (700, "", "", []),
        "Ana Mori": (900, "9999", "", ["Crew!G5"]),
    }


def test_many_peoples_costs_are_one_with_those_alike_together():
    def cost(amount: int, account: str = "2501") -> Cost:
        return Cost(Decimal(amount), f"day rate USD {amount}", (), account, "GRIP")

    both = pay.together([cost(700), cost(600), cost(600), None], "USD")
    assert both is not None
    assert (both.amount, both.account, both.category) == (1900, "2501", "GRIP")
    assert both.formula == (
        "2 x USD 600 (day rate USD 600); USD 700 (day rate USD 700); 1 without a rate"
    )
    crowd = pay.together([cost(100 * number, str(number)) for number in range(1, 11)], "USD")
    assert crowd is not None
    assert (crowd.amount, crowd.account, crowd.category) == (5500, "", "GRIP")
    assert crowd.formula.endswith("; USD 500 (day rate USD 500); 5 more: USD 4,000")
    assert pay.together([None, None], "USD") is None


IN_TURN = """
    | Position   | Name         | Account | Day Rate | In        | Out       |
    | Key Makeup | Tilly Brandt | 24      | 800      | 3/2/2026  | 3/4/2026  |
    | Key Makeup | Simone Adair | 24      | 950      | {}        | 3/11/2026 |
    | Key Makeup | Tilly Brandt | 24      | 800      | 3/16/2026 | 3/18/2026 |
    | Gaffer     | Sam Park     | 15      | 900      | 3/2/2026  | 3/18/2026 |
"""


@pytest.mark.parametrize(
    ("start", "found"), [("3/9/2026", ["D3"]), ("3/4/2026", ["D3"]), ("3/3/2026", [])]
)
def test_people_who_hold_a_position_in_turn_are_held_to_its_rate(start: str, found: list[str]):
    # Two at one time may be paid differently, and nobody knows whose the line is.
    detail = """
        | PELL - BUDGET DETAIL |
        | Line | Description | Days | Rate | Total |
        | 15   | Gaffer      | 14   | 900  | 12600 |
        | 24   | Key Makeup  | 10   | 800  | 8000  |
    """
    tabs = {"Bid Detail": detail, "Crew": IN_TURN.format(start)}
    assert [issue.at.a1 for issue in rules()["rate-over-budget"].issues(facts(tabs))] == found
