"""Each performer's days, and what holds cost."""

from __future__ import annotations

from datetime import date

from tests.transforms.sheets import facts
from transforms.holds import holds

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
    assert (ana.drop, ana.remark) == (None, "no gap of more than 10 calendar days")
    assert ben.drop == (date(2026, 3, 2), date(2026, 3, 13))
    assert ben.drop_days == 4
    assert ben.drop_saves is not None
    assert ben.drop_saves.amount == 4000
    assert (carl.daily_rate, carl.start, carl.remark) == (None, None, "")
    assert dora.hold_cost is None


def test_why_there_is_no_figure():
    _, ben, _, _ = holds(facts({"DOOD": DOOD}))
    assert ben.remark == (
        "no day rate on a cast list; no agreement chosen that says how long a drop must last"
    )
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
    assert "already dropped as often as is allowed" in line.remark


def test_cars_have_no_holds():
    cars = "| Vehicle | 3/2 | 3/3 | 3/4 |\n| | Mon | Tue | Wed |\n| 9.TAXI | SW | H | WF |"
    assert [line.name for line in holds(facts({"DOOD": DOOD, "Vehicles": cars, "Cast": CAST}))] == [
        "ANA",
        "BEN",
        "CARL",
        "DORA",
    ]
