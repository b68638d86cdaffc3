"""What is wrong with the example on purpose, and what only looks wrong: with the exact cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from saltglass import board, budget_tab, calendar, cast_tab, crew_tab, dood_tab, figures, orders_tab
from saltglass.layout import Layout

MAIN, SECOND = "DOOD", "DOOD 2nd Unit"
BOOKS = {
    "budget": ("Budget", "PO Log"),
    "crew": ("Crew", "Cast", "Notes"),
    "schedule": (MAIN, SECOND, "Lookbook links"),
}
"""How the same tabs are spread over three spreadsheets."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A planted problem, or (in :func:`calm`) a look-alike that must not be flagged."""

    rule: str
    tab: str
    cell: str
    why: str
    subject: str = ""
    dates: tuple[date, ...] = ()
    related: tuple[str, ...] = ()
    cost: Decimal | None = None
    facts: Mapping[str, str] = field(default_factory=dict)

    def describe(self) -> dict[str, object]:
        """The finding as the truth file has it."""
        return {
            "rule": self.rule,
            "tab": self.tab,
            "cell": self.cell,
            "related": list(self.related),
            "subject": self.subject,
            "dates": [day.isoformat() for day in self.dates],
            "cost": None if self.cost is None else f"{self.cost:.2f}",
            "why": self.why,
            **self.facts,
        }


@dataclass(frozen=True, slots=True)
class Sheets:
    """All layouts, and the names by which they speak of people."""

    layouts: Mapping[str, Layout]
    elements: Mapping[int, str]

    def mark(self, tab: str, element: int, when: date) -> str:
        """The cell of a performer's mark."""
        return dood_tab.mark_cell(self.layouts[tab], element, when)

    def at(self, tab: str, key: str, column: str) -> str:
        """The cell of a record's field."""
        return self.layouts[tab].at(key, column)


def problems(sheets: Sheets) -> list[Finding]:
    """Every planted problem."""
    return [
        *_schedule(sheets),
        *_grammar(sheets),
        *_paperwork(sheets),
        *_money(sheets),
    ]


def _schedule(sheets: Sheets) -> list[Finding]:
    names = sheets.elements
    found = [
        Finding(
            "double-booked",
            SECOND,
            sheets.mark(SECOND, element, when),
            "Works on both units on this day.",
            names[element],
            (when,),
            (f"{MAIN}!{sheets.mark(MAIN, element, when)}",),
        )
        for element, when in board.DOUBLE_BOOKED
    ]
    element, when = board.SIXTH_DAY
    found.append(
        Finding(
            "sixth-consecutive-day",
            MAIN,
            sheets.mark(MAIN, element, when),
            "Works Monday to Saturday of storm week.",
            names[element],
            (when,),
        )
    )
    element, when = board.HOLIDAY_WORK
    found.append(
        Finding(
            "holiday-work",
            SECOND,
            sheets.mark(SECOND, element, when),
            "Works on Good Friday, a holiday of the performers' agreement.",
            names[element],
            (when,),
        )
    )
    element, when = board.OUTSIDE_DEAL
    found.append(
        Finding(
            "outside-deal-dates",
            MAIN,
            sheets.mark(MAIN, element, when),
            "Works the day after the deal ends.",
            names[element],
            (when,),
            (f"Cast!{sheets.at('Cast', str(element), 'end_date')}",),
        )
    )
    return found + _drops(sheets)


def _drops(sheets: Sheets) -> list[Finding]:
    names = sheets.elements
    element, drop, pickup = board.SHORT_DROP
    short = Finding(
        "short-drop",
        MAIN,
        sheets.mark(MAIN, element, drop),
        "Dropped for seven calendar days; the agreement wants more than ten.",
        names[element],
        (drop, pickup),
        (f"{MAIN}!{sheets.mark(MAIN, element, pickup)}",),
    )
    element, first, last = board.LONG_HOLD
    days = [day.date for day in calendar.days() if day.number and first < day.date < last]
    rate = Decimal(1246)
    held = Finding(
        "hold-cost",
        MAIN,
        sheets.mark(MAIN, element, days[0]),
        "Held for 14 shooting days in a row; a drop would have saved them.",
        names[element],
        tuple(days),
        cost=rate * len(days),
        facts={"rate_cell": f"Cast!{sheets.at('Cast', str(element), 'deal')}"},
    )
    return [short, held]


def _grammar(sheets: Sheets) -> list[Finding]:
    names, main = sheets.elements, sheets.layouts[MAIN]
    start, worked = board.BEFORE_START
    early, finish = board.AFTER_FINISH
    outside, held = board.HOLD_OUTSIDE
    wrong_day, stated = board.WRONG_WEEKDAY
    weekday = dood_tab.day_cell(main, wrong_day, row=1)
    marked = date.fromordinal(worked.toordinal() + 1)
    return [
        Finding(
            "start-not-first-work",
            MAIN,
            sheets.mark(MAIN, start, marked),
            "The start stands on the second work day.",
            names[start],
            (worked, marked),
        ),
        Finding(
            "finish-not-last-work",
            MAIN,
            sheets.mark(MAIN, early, finish),
            "The finish stands on the last work day but one.",
            names[early],
            (finish, date.fromordinal(finish.toordinal() + 1)),
        ),
        Finding(
            "hold-outside-span",
            MAIN,
            sheets.mark(MAIN, outside, held),
            "Held on the day after the finish.",
            names[outside],
            (held,),
        ),
        Finding(
            "dood-total-differs",
            MAIN,
            sheets.at(MAIN, str(board.WRONG_WORK), "work"),
            "States one work day more than the row has.",
            names[board.WRONG_WORK],
        ),
        Finding(
            "weekday-differs",
            MAIN,
            weekday,
            f"{wrong_day:%-m/%-d} is a {wrong_day:%A}; the sheet says {stated}.",
            "",
            (wrong_day,),
        ),
        Finding(
            "cast-not-listed",
            MAIN,
            f"A{main.rows[str(board.NOT_LISTED)]}",
            "Scheduled, but the cast list has no such id.",
            names[board.NOT_LISTED],
        ),
    ]


def _paperwork(sheets: Sheets) -> list[Finding]:
    crew = str(crew_tab.UNSIGNED)
    cast = str(cast_tab.UNSIGNED)
    return [
        Finding(
            "no-deal-memo",
            "Crew",
            sheets.layouts["Crew"].at(crew, "deal_memo"),
            "Starts on 3/19, three days from now, unsigned.",
            crew_tab.person(int(crew)),
            (date(2026, 3, 19),),
        ),
        Finding(
            "no-deal-memo",
            "Cast",
            sheets.layouts["Cast"].at(cast, "deal_memo"),
            "Starts on 3/17, tomorrow, unsigned.",
            cast_tab.actor(int(cast)),
            (date(2026, 3, 17),),
        ),
    ]


def _money(sheets: Sheets) -> list[Finding]:
    accounts = {
        account.code: account
        for categories in figures.sections().values()
        for category in categories
        for account in category.accounts
    }
    code, excess = budget_tab.WRONG_TOTAL
    lines = [account.original for key, account in accounts.items() if key[:2] == code[:2]]
    over = [
        Finding(
            "account-over-budget",
            "Budget",
            sheets.at("Budget", key, "efc"),
            "EFC past the revised budget by more than 10 % and USD 2,500.",
            key,
            cost=-accounts[key].variance,
            facts={"revised": f"{accounts[key].revised:.2f}", "efc": f"{accounts[key].efc:.2f}"},
        )
        for key in budget_tab.OVER
    ]
    unknown = next(f.order for f in orders_tab.FAULTS if f.key == "unknown account")
    return [
        *over,
        Finding(
            "unbudgeted-account",
            "PO Log",
            sheets.at("PO Log", "unknown account", "account"),
            "The budget has no such account.",
            unknown.account,
            cost=unknown.amount,
        ),
        Finding(
            "stated-total-differs",
            "Budget",
            sheets.at("Budget", f"Total {code}", "budget"),
            "Typed over the sum.",
            code,
            cost=excess,
            facts={
                "rows_sum": f"{sum(lines, Decimal(0)):.2f}",
                "stated": f"{sum(lines, excess):.2f}",
            },
        ),
    ]


def calm(sheets: Sheets) -> list[Finding]:
    """Look-alikes: each looks like the problem named, and is none."""
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
    """Cells that are hard to read; ``reads`` is what they come to, or null where nothing."""
    orders = sheets.layouts["PO Log"]
    crew = sheets.layouts["Crew"]
    found = [
        ("PO Log", orders.at("error", "amount"), "an error value: not 0, left out of sums", ""),
        ("PO Log", orders.at(orders_tab.TEXT_AMOUNT, "amount"), "an amount as text", "54162.00"),
        ("PO Log", orders.at("credit", "amount"), "a credit as text", "-350.00"),
        ("PO Log", orders.at("no account", "account"), "no account", ""),
        ("Crew", crew.at(str(crew_tab.TEXT_RATE), "rate"), "a rate as text", "2450.00"),
        ("Crew", crew.at(str(crew_tab.TO_BE_FOUND), "name"), "nobody yet", "TBD"),
        ("Crew", crew.at("83", "start_date"), "a date as text, with its weekday", "2026-03-23"),
        ("Crew", crew.at("84", "start_date"), "a date as text", "2026-03-30"),
        ("Cast", sheets.at("Cast", "28", "deal"), "no figure", "see agent"),
    ]
    return [
        {"tab": tab, "cell": cell, "what": what, "reads": reads} for tab, cell, what, reads in found
    ]


def restricted() -> dict[str, list[str]]:
    """Strings and figures that stand in the budget's spreadsheet and nowhere else."""
    orders = [*figures.orders(), *(fault.order for fault in orders_tab.FAULTS)]
    strings = {order.vendor for order in orders} | {order.description for order in orders}
    amounts: set[Decimal] = {order.amount for order in orders}
    for categories in figures.sections().values():
        for account in (a for category in categories for a in category.accounts):
            strings |= {account.notes} - {""}
            amounts |= {account.actual, account.etc, account.total_cost}
    telling = sorted(amount for amount in amounts if amount > 1000 and amount % 1)
    return {"strings": sorted(strings), "figures": [f"{amount:.2f}" for amount in telling]}
