"""Each performer's days, and what holds cost."""

from __future__ import annotations

from datetime import date

import pytest

from tests.transforms.sheets import facts
from transforms.days.holds import holds

DOOD = """
    | Cast    | 3/2 | 3/3 | 3/4 | 3/5 | 3/12 | 3/13 |
    |         | Mon | Tue | Wed | Thu | Thu  | Fri  |
    | 1.ANA   | TR  | SW  | H   | H   | WF   |      |
    | 2.BEN   | SW  | H   | H   | H   | H    | WF   |
    | 3.CARL  | FT  |     |     |     |      |      |
    | 4.DORA  | SWD |     |     |     | PWF  |      |
    | 1.ANA   |     |     |     |     |      | TR   |
"""
CAST = """
    | No. | Role | Performer   | Deal        |
    | 1   | ANA  | Ana Moreno  | $1,000/day  |
    | 2   | BEN  | Ben Adeyemi | $5,000/week |
    | 3   | CARL | Carl Ruiz   | see agent   |
"""


def test_days_rates_and_drops():
    lines = holds(facts({"DOOD": DOOD, "Cast": CAST}, agreements="sag-aftra-theatrical-2023"))
    assert [
        (line.element_id, line.name, line.performer, line.work, line.hold, line.travel)
        for line in lines
    ] == [
        ("1", "ANA", "Ana Moreno", 2, 2, 2),
        ("2", "BEN", "Ben Adeyemi", 2, 4, 0),
        ("3", "CARL", "Carl Ruiz", 0, 0, 0),
        ("4", "DORA", None, 2, 0, 0),
    ]
    ana, ben, carl, dora = lines
    assert (ana.start, ana.finish) == (date(2026, 3, 3), date(2026, 3, 12))
    assert ana.hold_cost is not None
    assert (ana.hold_cost.amount, ana.hold_cost.formula) == (
        2000,
        "2 hold days x day rate USD 1,000",
    )
    assert (ana.paid, ana.paid_cost.amount if ana.paid_cost else None) == (6, 6000)
    assert (ana.drop, ana.no_drop) == (
        None,
        "longest gap Tue 3 March to Thu 12 March, 9 days: more than 10 are needed",
    )
    assert ana.no_rate == ""
    assert ben.drop == (date(2026, 3, 2), date(2026, 3, 13))
    assert ben.drop_days == 4
    assert ben.drop_legal == "picked up 11 days after; more than 10 are needed"
    assert ben.by_the_week
    assert "SAG-AFTRA" in ben.clause
    assert ben.drop_saves is not None
    assert ben.drop_saves.amount == 4000
    assert (carl.daily_rate, carl.start, carl.no_drop, carl.no_rate) == (None, None, "", "")
    assert (dora.no_rate, dora.no_drop) == ("no deal: on no cast or crew list", "")
    assert dora.hold_cost is None


def test_why_there_is_no_figure():
    _, ben, _, _ = holds(facts({"DOOD": DOOD}))
    assert ben.no_rate == "no deal: on no cast or crew list"
    assert ben.no_drop == "no agreement chosen that says how long a drop must last"
    assert ben.drop is None


def test_a_second_drop_is_not_proposed():
    days = "| Cast | 3/2 | 3/3 | 3/16 | 3/17 | 4/1 |\n| | Mon | Tue | Mon | Tue | Wed |\n"
    (line,) = holds(
        facts(
            {"DOOD": days + "| 1.ANA | SWD | | PW | H | WF |"},
            agreements="sag-aftra-theatrical-2023",
        )
    )
    assert line.drop is None
    assert line.no_drop == "already dropped as often as is allowed: 1 drop in a production"


@pytest.mark.parametrize(
    ("deal", "words"),
    [
        ("$1,000/day", ""),
        ("see agent", "no deal rate on the list"),
        ("$50,000 flat", "a flat deal has no day rate"),
        ("$40/hour", "an hour rate without guaranteed hours"),
        ("$900", "the deal's rate does not say for what: a day, a week?"),
    ],
)
def test_why_days_have_no_price(deal: str, words: str) -> None:
    cast = f"| No. | Role | Performer | Deal |\n| 1 | ANA | Ana Moreno | {deal} |"
    lines = holds(facts({"DOOD": DOOD, "Cast": cast}))
    assert lines[0].no_rate == words


def test_cars_have_no_holds():
    cars = "| Vehicle | 3/2 | 3/3 | 3/4 |\n| | Mon | Tue | Wed |\n| 9.TAXI | SW | H | WF |"
    assert [line.name for line in holds(facts({"DOOD": DOOD, "Vehicles": cars, "Cast": CAST}))] == [
        "ANA",
        "BEN",
        "CARL",
        "DORA",
    ]
