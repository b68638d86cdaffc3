"""The sample's hot costs: times in the schedule's spreadsheet, rates in the budget's."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from model.cell import Cell
from transforms.times.hot_lines import HotCosts, HotLine, Money


def hot_costs(money: str, schedule: str) -> HotCosts:
    """Two grips and a focus puller on the sample's last day with times."""
    return HotCosts(
        date(2026, 3, 3),
        (
            _line(schedule, 4, "Rui Costa", "Camera", "1st AC", "07:00", "19:00", "11.5"),
            _line(
                schedule,
                5,
                "Mel Ortega",
                "Grip",
                "Key Grip",
                "06:00",
                "19:15",
                "12.75",
                tiers={Decimal("1.5"): Decimal("3.5"), Decimal(2): Decimal("1.3")},
                half_hours=2,
                rest=Decimal("1.5"),
                money=Money(Decimal(550), Decimal(960), (Cell("Crew", 9, 4, money),)),
                over=Money(Decimal(1100), Decimal(1915), (Cell("Crew", 9, 4, money),)),
            ),
            _line(
                schedule,
                6,
                "Ray Bloom",
                "Grip",
                "Dolly Grip",
                "07:00",
                "17:00",
                "9.5",
                money=Money(Decimal(440), Decimal(440), (Cell("Crew", 10, 4, money),)),
                over=Money(Decimal(880), Decimal(880), (Cell("Crew", 10, 4, money),)),
            ),
        ),
        untimed=(("Jo Park", Cell("Times", 7, 2, schedule)),),
    )


def _line(
    book: str,
    row: int,
    name: str,
    department: str,
    position: str,
    call: str,
    wrap: str,
    worked: str,
    *,
    tiers: dict[Decimal, Decimal] | None = None,
    half_hours: int = 0,
    rest: Decimal = Decimal(0),
    money: Money | None = None,
    over: Money | None = None,
) -> HotLine:
    planned = Decimal(10) if money else None
    hours = Decimal(worked)
    return HotLine(
        person=name.lower(),
        name=name,
        department=department,
        position=position,
        cells=(Cell("Times", row, 4, book), Cell("Times", row, 7, book)),
        listed=(),
        call=call,
        wrap=wrap,
        hours=hours,
        planned=planned,
        planned_from=money.sources if money else (),
        tiers=tiers or {},
        half_hours=half_hours,
        rest_taken=rest,
        money=money,
        over_hours=hours - planned if planned else None,
        over=over,
    )
