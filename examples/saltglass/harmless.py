"""What only looks wrong, and what is merely hard to read."""

from __future__ import annotations

from datetime import date

from saltglass import (
    board,
    calendar,
    cast_tab,
    crew_tab,
    figures,
    locations_tab,
    one_liner_tab,
    orders_tab,
    scenes,
    times_tab,
)
from saltglass.finding import MAIN, SECOND, Finding, Sheets


def calm(sheets: Sheets) -> list[Finding]:
    """Look-alikes: each looks like the problem named, and is none."""
    return [
        *_days(sheets),
        *_deals(sheets),
        *_drops(sheets),
        *_scenes(sheets),
        *_money(sheets),
    ]


def _days(sheets: Sheets) -> list[Finding]:
    """Days in a row, holidays, two units."""
    names = sheets.elements
    held, day = board.HELD_NOT_BOOKED
    friday = date(2026, 4, 17)
    return [
        Finding(
            "double-booked",
            SECOND,
            sheets.mark(SECOND, held, day),
            "Held on the main unit, works on the second: one job.",
            names[held],
            (day,),
        ),
        Finding(
            "double-booked",
            "Crew",
            sheets.at("Crew", "84", "name"),
            "Goes from B camera to the second unit; the dates do not overlap.",
        ),
        Finding(
            "sixth-consecutive-day",
            MAIN,
            sheets.mark(MAIN, 4, calendar.SATURDAY),
            "Works that Saturday, held on Thursday.",
            names[4],
            (calendar.SATURDAY,),
        ),
        Finding(
            "sixth-consecutive-day",
            MAIN,
            sheets.mark(MAIN, 1, friday),
            "Held on Tuesday, Thursday and Saturday of storm week.",
            names[1],
            (friday,),
        ),
        Finding(
            "holiday-work",
            MAIN,
            sheets.mark(MAIN, 1, calendar.GOOD_FRIDAY),
            "A company day off within her span.",
            names[1],
            (calendar.GOOD_FRIDAY,),
        ),
    ]


def _deals(sheets: Sheets) -> list[Finding]:
    """Deals, starts and paperwork."""
    names = sheets.elements
    return [
        Finding(
            "outside-deal-dates",
            MAIN,
            sheets.mark(MAIN, 27, date(2026, 4, 7)),
            "A fitting before the deal starts.",
            names[27],
            (date(2026, 4, 7),),
        ),
        Finding(
            "outside-deal-dates",
            MAIN,
            sheets.mark(MAIN, 5, date(2026, 4, 27)),
            "Travels on the deal's last day.",
            names[5],
            (date(2026, 4, 27),),
        ),
        Finding(
            "start-not-first-work",
            MAIN,
            sheets.mark(MAIN, 17, date(2026, 5, 5)),
            "A rehearsal before the start.",
            names[17],
            (date(2026, 5, 5),),
        ),
        Finding(
            "no-deal-memo",
            "Crew",
            sheets.at("Crew", "84", "deal_memo"),
            "Not signed, but starts in two weeks.",
        ),
        Finding(
            "no-deal-memo",
            "Cast",
            sheets.at("Cast", "8", "deal_memo"),
            "Not signed, but starts in ten days.",
            cast_tab.actor(8),
        ),
    ]


def _drops(sheets: Sheets) -> list[Finding]:
    """Holds and drops."""
    names = sheets.elements
    return [
        Finding(
            "hold-cost",
            MAIN,
            sheets.mark(MAIN, 9, date(2026, 3, 5)),
            "Held for six days: too short for a legal drop.",
            names[9],
        ),
        Finding(
            "short-drop",
            MAIN,
            sheets.mark(MAIN, 8, date(2026, 3, 27)),
            "Dropped for five weeks.",
            names[8],
        ),
    ]


def _scenes(sheets: Sheets) -> list[Finding]:
    """Scenes, permits, times."""
    rested, called = times_tab.FULL_REST
    first = one_liner_tab.key(scenes.MINDED)
    return [
        Finding(
            "coordinator-missing",
            one_liner_tab.TAB,
            sheets.at(one_liner_tab.TAB, first, "notes"),
            "A stunt over the rail; both coordinators are on the crew list that day.",
            "",
            (scenes.MINDED,),
        ),
        Finding(
            "permit-expires",
            locations_tab.TAB,
            sheets.at(locations_tab.TAB, locations_tab.ENDS_THAT_DAY, "end_date"),
            "Ends with the last day there.",
        ),
        Finding(
            "turnaround-short",
            times_tab.TAB,
            sheets.at(times_tab.TAB, times_tab.key(rested, called), "call"),
            "Called twelve hours after the wrap, to the minute.",
            cast_tab.actor(rested),
        ),
    ]


def _money(sheets: Sheets) -> list[Finding]:
    """The budget."""
    return [
        Finding(
            "account-over-budget",
            "Budget",
            sheets.at("Budget", "2204", "efc"),
            "Over by 16 %, but under the floor of 2,500.",
            "2204",
        ),
        Finding(
            "account-over-budget",
            "Budget",
            sheets.at("Budget", "2304", "efc"),
            "Over by 6,240, but that is 4 %.",
            "2304",
        ),
        Finding(
            "unbudgeted-account",
            "Budget",
            sheets.at("Budget", "3101", "account"),
            "A code typed as a number is the same account.",
            "3101",
        ),
    ]


def mess(sheets: Sheets) -> list[dict[str, str]]:
    """Cells that are hard to read; ``reads`` is what they come to, or nothing."""
    orders = sheets.layouts["PO Log"]
    typed = next(o.amount for o in figures.orders() if o.description == orders_tab.TEXT_AMOUNT)
    crew = sheets.layouts["Crew"]
    found = [
        (
            "PO Log",
            orders.at(orders_tab.TEXT_AMOUNT, "amount"),
            "an amount as text",
            f"{typed:.2f}",
        ),
        ("PO Log", orders.at("credit", "amount"), "a credit as text", "-350.00"),
        ("Crew", crew.at(str(crew_tab.TEXT_RATE), "rate"), "a rate as text", "2450.00"),
        ("Crew", crew.at(str(crew_tab.TO_BE_FOUND), "name"), "TBD: nobody yet", ""),
        ("Crew", crew.at("83", "start_date"), "a date as text, with its weekday", "2026-03-23"),
        ("Crew", crew.at("84", "start_date"), "a date as text", "2026-03-30"),
        ("Cast", sheets.at("Cast", "28", "deal"), "see agent: no figure", ""),
    ]
    return [
        {"tab": tab, "cell": cell, "what": what, "reads": reads} for tab, cell, what, reads in found
    ]
