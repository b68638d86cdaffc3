"""A small production, read by hand: what the reports of these tests are made of.

Budget (book "budget")          DOOD, Cast (book "schedule")
| 1401 | Principals  | ...      | 1.HELEN | SW | W | W | H | W | WF |
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pandas as pd

from model.cell import Block, Cell
from model.issue import Cost, Issue, Severity, Topic
from model.production import Production
from model.table import ATOMS, Dood, Place, Table
from reports import NAMES, Audience
from tests.reports import sample_history, sample_hot
from tests.reports.sample_cost import cost_report
from transforms.results import Ahead, Happening, HoldLine, NotChecked, Results, Schedule

ZONE = ZoneInfo("America/Los_Angeles")
TODAY = date(2026, 3, 4)
AS_OF = datetime(2026, 3, 4, 18, 30, tzinfo=ZONE)
PRODUCTION = Production(
    name="Harbour Lights", today=TODAY, currency="USD", time_zone="America/Los_Angeles"
)

BUDGET_COLUMNS = {
    "account": 1,
    "description": 2,
    "budget": 3,
    "approved_changes": 4,
    "actual_to_date": 5,
    "etc": 6,
    "efc": 7,
}


def audience(
    book: str = "production",
    *,
    restricted: tuple[str, ...] = (),
    allowed: tuple[str, ...] = (),
    wanted: tuple[str, ...] = NAMES,
) -> Audience:
    return Audience(book, frozenset(restricted), wanted, AS_OF, frozenset(allowed))


def budget_table(book: str) -> Table:
    rows = {
        6: ("1401", "Principals", "180000", "0", "61500", None, None, False),
        7: ("1402", "Supporting", "42000", "6000", "21350.50", "27249.50", None, False),
        10: ("2201", "Designer", "24000", "0", "24000", None, None, False),
        11: ("2203", "Model Makers", "8000", "0", "9400", None, "12750", False),
        14: ("5001", "Editor", "36000", "0", "0", None, None, False),
        17: ("9900", "Contingency", "29000", "-6000", "0", None, None, True),
    }
    money = [
        [*row[:2], *(Decimal(each) if each else None for each in row[2:7]), row[7]]
        for row in rows.values()
    ]
    frame = pd.DataFrame(
        money, index=list(rows), columns=[*BUDGET_COLUMNS, "special"], dtype=object
    )
    return Table(
        kind="budget",
        frame=frame,
        places=(Place("Budget", BUDGET_COLUMNS, book),),
        block=Block(4, 1, 19, 8),
        header_rows=(4,),
        confidence=0.97,
        excluded={
            "header": (3,),
            "banner": (5, 9, 13),
            "subtotal": (8,),
            "grand_total": (19,),
            "blank": (15, 16, 18),
            "special": (17,),
            "unreadable": (12,),
        },
        special_totals={"budget": Decimal(29000)},
        other_columns={"Pg.": 8},
    )


ELEMENTS = {8: ("1", "HELEN"), 9: ("2", "MARTIN"), 10: ("3", "THE BOATMAN")}
MARKS = {
    # 2 to 13 March 2026, Monday to Friday
    8: ["SW", "W", "W", "W", "W", "W", "W", "W", "W", "WF"],
    9: ["", "SW", "H", "H", "H", "H", "H", "H", "H", "WF"],
    10: ["", "", "", "SWF", "", "", "", "", "", ""],
}
LETTERS = {"S": "start", "W": "work", "F": "finish", "H": "hold"}


def dood_table(book: str) -> Dood:
    dates = [day.date() for day in pd.bdate_range("2026-03-02", periods=10)]
    elements = pd.DataFrame(
        [(*names, row, 1, 0) for row, names in ELEMENTS.items()],
        columns=["element_id", "name", "row", "col", "place"],
    )
    records = [
        {
            "element": number,
            "day": day,
            "row": row,
            "col": day + 3,
            "place": 0,
            "element_id": ELEMENTS[row][0],
            "name": ELEMENTS[row][1],
            "date": dates[day],
            "text": code,
            "code": code,
            **{atom: atom in {LETTERS[letter] for letter in code} for atom in ATOMS},
        }
        for number, row in enumerate(MARKS)
        for day, code in enumerate(MARKS[row])
        if code
    ]
    days = pd.DataFrame(
        {
            "date": dates,
            "row": 6,
            "col": [day + 3 for day in range(10)],
            "place": 0,
            "shoot_day": list(range(1, 11)),
        }
    )
    return Dood(
        kind="dood",
        frame=pd.DataFrame(records),
        places=(Place("DOOD", {"element_id": 1, "name": 2}, book),),
        elements=elements,
        days=days,
        block=Block(6, 1, 10, 12),
        header_rows=(6, 7),
        confidence=0.99,
    )


def issues(money: str, schedule: str) -> tuple[Issue, ...]:
    helen, martin = Cell("DOOD", 8, 8, schedule), Cell("DOOD", 9, 4, schedule)
    rate = Cell("Deals", 5, 7, money)
    found = [
        Issue(
            "sixth-consecutive-day",
            Severity.WARNING,
            "HELEN works a sixth day in a row.",
            helen,
            topic=Topic.CONFLICT,
            subject="HELEN",
            dates=(date(2026, 3, 9),),
            cost=Cost(
                Decimal("1500"),
                "half of one day x day rate USD 3,000",
                (rate,),
                account="1401",
                category="Principals",
                account_sources=(Cell("Deals", 5, 9, money),),
            ),
            suggestion="Give a day off, or approve the cost.",
            clause="SAG-AFTRA Theatrical 2023, 16",
        ),
        Issue(
            "outside-deal-dates",
            Severity.ERROR,
            "MARTIN works on 13 March; the deal ends on 11 March.",
            Cell("DOOD", 9, 12, schedule),
            (Cell("Cast", 6, 5, schedule),),
            Topic.CONFLICT,
            "MARTIN",
            (date(2026, 3, 13),),
        ),
        Issue(
            "double-booked",
            Severity.ERROR,
            "HELEN works on both units.",
            Cell("DOOD", 8, 3, schedule),
            tuple(Cell("DOOD 2nd Unit", row, 3, schedule) for row in (8, 9, 10)),
            Topic.CONFLICT,
            "HELEN",
            (date(2026, 3, 2), date(2026, 3, 3)),
        ),
        Issue(
            "hold-cost",
            Severity.INFO,
            "MARTIN is held for 7 days.",
            martin,
            topic=Topic.CONFLICT,
            subject="MARTIN",
            dates=tuple(date(2026, 3, day) for day in (4, 5, 6, 9, 10, 11, 12)),
            cost=Cost(Decimal(7000), "7 hold days x day rate USD 1,000", (rate,)),
        ),
        Issue(
            "rate-over-budget",
            Severity.WARNING,
            "The deal's rate is above the budgeted rate.",
            Cell("Cast", 6, 7, schedule),
            (Cell("Budget", 7, 3, money),),
            Topic.CONFLICT,
            "MARTIN",
        ),
        Issue(
            "account-over-budget",
            Severity.WARNING,
            "2203 is over its revised budget by USD 4,750 (59%).",
            Cell("Budget", 11, 1, money),
            topic=Topic.MONEY,
            subject="2203",
        ),
        Issue(
            "unbudgeted-account",
            Severity.ERROR,
            "3350 has cost and stands in no line of the budget.",
            Cell("PO Log", 9, 3, money),
            topic=Topic.MONEY,
            subject="3350",
        ),
        Issue(
            "fringe-missing",
            Severity.INFO,
            "No fringes are budgeted for Editing.",
            Cell("Budget", 13, 1, money),
            topic=Topic.MONEY,
            subject="Editing",
            cost=Cost(Decimal(7200), "20% of 36,000", (Cell("Budget", 14, 3, money),)),
        ),
        Issue(
            "unreadable-amount",
            Severity.ERROR,
            'The cell under "Budget" holds "see agent".',
            Cell("Budget", 12, 3, money),
            expected="an amount, such as 1,250.00",
            suggestion="Put the amount in, or 0.",
        ),
        Issue(
            "unknown-code",
            Severity.ERROR,
            'The day holds "Q", which the legend does not know.',
            Cell("DOOD", 10, 9, schedule),
            expected="a code such as W, H or SWF",
            suggestion="Correct it, or add it to the legend.",
        ),
        Issue(
            "account-listed-twice",
            Severity.WARNING,
            "2203 stands on two lines.",
            Cell("Budget", 11, 1, money),
            (Cell("Budget", 10, 1, money),),
        ),
    ]
    return tuple(sorted(found, key=lambda issue: issue.order))


def holds(money: str, schedule: str) -> tuple[HoldLine, ...]:
    rate = (Cell("Deals", 5, 7, money),)
    return (
        HoldLine(
            "1",
            "HELEN",
            "Ruth Okafor",
            work=10,
            hold=0,
            travel=1,
            start=date(2026, 3, 2),
            finish=date(2026, 3, 13),
            at=Cell("DOOD", 8, 1, schedule),
            daily_rate=Decimal(3000),
            rate_sources=rate,
            paid=10,
            paid_cost=Cost(Decimal(30000), "10 paid days x day rate USD 3,000", rate),
        ),
        HoldLine(
            "2",
            "MARTIN",
            None,
            work=2,
            hold=7,
            travel=0,
            start=date(2026, 3, 3),
            finish=date(2026, 3, 13),
            at=Cell("DOOD", 9, 1, schedule),
            daily_rate=Decimal(1000),
            rate_sources=rate,
            hold_cost=Cost(Decimal(7000), "7 hold days x day rate USD 1,000", rate),
            drop=(date(2026, 3, 3), date(2026, 3, 13)),
            drop_days=7,
            drop_legal="picked up 10 days after; more than 9 are needed",
            clause="SAG-AFTRA Theatrical 2023: 14(d) (the agreement)",
            paid=9,
            paid_cost=Cost(Decimal(9000), "9 paid days x day rate USD 1,000", rate),
            drop_saves=Cost(Decimal(7000), "7 hold days saved x day rate USD 1,000", rate),
        ),
        HoldLine(
            "3",
            "THE BOATMAN",
            None,
            work=1,
            hold=0,
            travel=0,
            start=date(2026, 3, 5),
            finish=date(2026, 3, 5),
            at=Cell("DOOD", 10, 1, schedule),
            paid=1,
            no_rate="no deal rate on the list",
        ),
    )


def ahead(schedule: str) -> tuple[Ahead, ...]:
    def on(day: int, what: Happening, who: str, detail: str, *cells: tuple[str, int, int]) -> Ahead:
        at, *related = (Cell(*cell, schedule) for cell in cells)
        return Ahead(date(2026, 3, day), what, who, detail, at, tuple(related))

    works = "2 performers work"
    held = "7 hold days, until Thu 12 March; works again on Fri 13 March"
    return (
        on(4, Happening.SHOOT, "day 3 of 10", "1 performer works", ("DOOD", 6, 5)),
        replace(on(4, Happening.HOLD, "2. MARTIN", held, ("DOOD", 9, 5)), until=date(2026, 3, 12)),
        on(5, Happening.SHOOT, "day 4 of 10", works, ("DOOD", 6, 6)),
        on(5, Happening.ONLY_DAY, "3. THE BOATMAN", "", ("DOOD", 10, 6)),
        on(6, Happening.EXPIRES, "Permit: Harbour, FP-1", "City", ("Permits", 4, 5)),
        on(6, Happening.DUE_BACK, "Lumen Co", "Zoom", ("Kit", 4, 5), ("Kit", 5, 5)),
    )


NOT_CHECKED = (
    NotChecked("forced-call", "call and wrap times: add a tab with Date, Name, Call and Wrap"),
    NotChecked("no-deal-memo", 'a column "Deal Memo" on the crew list: add it'),
    NotChecked("meal-penalty", "call and wrap times: add a tab with Date, Name, Call and Wrap"),
)


def results(money: str = "production", schedule: str = "production") -> Results:
    """The sample, its budget and deals in one spreadsheet, its schedule in the same or another."""
    return Results(
        tables=(budget_table(money), dood_table(schedule)),
        issues=issues(money, schedule),
        not_checked=NOT_CHECKED,
        cost_report=cost_report(money),
        holds=holds(money, schedule),
        schedule=Schedule(date(2026, 3, 2), date(2026, 3, 13), 10, 3),
        ahead=ahead(schedule),
        hot_costs=sample_hot.hot_costs(money, schedule),
        unrecognised=(Cell("Scratch", 1, 1, schedule),),
        present=sample_history.present(money, schedule),
        memories={
            book: sample_history.memory(money, schedule, secret=book != money)
            for book in (money, schedule)
        },
    )
