"""What is wrong with the example on purpose, with the exact cells."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from saltglass import (
    board,
    budget_tab,
    calendar,
    cast_tab,
    crew_tab,
    dood_tab,
    figures,
    locations_tab,
    one_liner_tab,
    orders_tab,
    scenes,
    times_tab,
)
from saltglass.finding import MAIN, SECOND, Finding, Sheets


def problems(sheets: Sheets) -> list[Finding]:
    """Every planted problem."""
    return [
        *_schedule(sheets),
        *_grammar(sheets),
        *_printed(sheets),
        *_scenes(sheets),
        *_times(sheets),
        *_paperwork(sheets),
        *_over(sheets),
        *_orders(sheets),
        _typed_over(sheets),
    ]


def _double_booked(sheets: Sheets) -> list[Finding]:
    return [
        Finding(
            "double-booked",
            MAIN,
            sheets.mark(MAIN, element, when),
            "Works on both units on this day.",
            sheets.elements[element],
            (when,),
            (f"{SECOND}!{sheets.mark(SECOND, element, when)}",),
        )
        for element, when in board.DOUBLE_BOOKED
    ]


def _schedule(sheets: Sheets) -> list[Finding]:
    names, found = sheets.elements, _double_booked(sheets)
    element, when = board.SIXTH_DAY
    found.append(
        Finding(
            "sixth-consecutive-day",
            MAIN,
            sheets.mark(MAIN, element, when),
            "Works Monday to Saturday of storm week; the sixth day is paid half as much again.",
            names[element],
            tuple(when - timedelta(days=back) for back in range(5, -1, -1)),
            cost=cast_tab.day_rate(element) / 2,
        )
    )
    element, when = board.HOLIDAY_WORK
    found.append(
        Finding(
            "holiday-work",
            SECOND,
            sheets.mark(SECOND, element, when),
            "Works on Good Friday, a holiday of the performers' agreement, paid double.",
            names[element],
            (when,),
            cost=cast_tab.day_rate(element),
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
    payable = _shooting_days(drop, pickup)
    short = Finding(
        "short-drop",
        MAIN,
        sheets.mark(MAIN, element, pickup),
        "Dropped for seven calendar days; the agreement wants more than ten.",
        names[element],
        (drop, pickup),
        (f"{MAIN}!{sheets.mark(MAIN, element, drop)}",),
        cost=cast_tab.day_rate(element) * len(payable),
    )
    element, first, last = board.LONG_HOLD
    days = _shooting_days(first, last)
    held = Finding(
        "hold-cost",
        MAIN,
        sheets.mark(MAIN, element, days[0]),
        "Held for 14 shooting days in a row; a drop would have saved them.",
        names[element],
        (first, last),
        (f"{MAIN}!{sheets.mark(MAIN, element, last)}",),
        cost=cast_tab.day_rate(element) * len(days),
        facts={"rate_cell": f"Cast!{sheets.at('Cast', str(element), 'deal')}"},
    )
    return [short, held]


def _shooting_days(after: date, before: date) -> list[date]:
    return [day.date for day in calendar.days() if day.number and after < day.date < before]


def _grammar(sheets: Sheets) -> list[Finding]:
    names = sheets.elements
    start, worked = board.BEFORE_START
    early, finish = board.AFTER_FINISH
    outside, held = board.HOLD_OUTSIDE
    marked = worked + timedelta(days=1)
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
            (finish, finish + timedelta(days=1)),
        ),
        Finding(
            "hold-outside-span",
            MAIN,
            sheets.mark(MAIN, outside, held),
            "Held on the day after the finish.",
            names[outside],
            (held,),
        ),
    ]


def _printed(sheets: Sheets) -> list[Finding]:
    """What the board's margins say wrongly: a total, a weekday, a name."""
    names, main = sheets.elements, sheets.layouts[MAIN]
    day, stated = board.WRONG_WEEKDAY
    return [
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
            dood_tab.day_cell(main, day, row=1),
            f"{day.month}/{day.day} is a {day:%A}; the sheet says {stated}.",
            "",
            (day,),
        ),
        Finding(
            "cast-not-listed",
            MAIN,
            f"A{main.rows[str(board.NOT_LISTED)]}",
            "Scheduled, but the cast list has no such id.",
            names[board.NOT_LISTED],
        ),
    ]


def _scenes(sheets: Sheets) -> list[Finding]:
    """What the one-liner has against the board, the crew list and the permits."""
    element, held = scenes.NOT_WORKING
    last = scenes.span(locations_tab.ENDS_EARLY)[1]
    line = sheets.layouts[one_liner_tab.TAB]
    return [
        Finding(
            "cast-in-scene-not-working",
            one_liner_tab.TAB,
            line.at(one_liner_tab.key(held), "cast"),
            "In a scene on a day on which the board holds her.",
            sheets.elements[element],
            (held,),
            (f"{MAIN}!{sheets.mark(MAIN, element, held)}",),
        ),
        Finding(
            "coordinator-missing",
            one_liner_tab.TAB,
            line.at(one_liner_tab.key(scenes.UNMINDED), "notes"),
            "A blank is fired, and the crew list has no armorer.",
            "",
            (scenes.UNMINDED,),
        ),
        Finding(
            "permit-expires",
            locations_tab.TAB,
            sheets.at(locations_tab.TAB, locations_tab.ENDS_EARLY, "end_date"),
            "Ends the day before the last day there.",
            "",
            (last,),
        ),
    ]


def _times(sheets: Sheets) -> list[Finding]:
    """A forced call and a late meal of last week."""
    forced, called = times_tab.FORCED_CALL
    late, when = times_tab.LATE_MEAL
    times = sheets.layouts[times_tab.TAB]
    return [
        Finding(
            "turnaround-short",
            times_tab.TAB,
            times.at(times_tab.key(forced, called), "call"),
            "Called nine and a quarter hours after the wrap; twelve are wanted.",
            cast_tab.actor(forced),
            cost=cast_tab.day_rate(forced),
        ),
        Finding(
            "meal-late",
            times_tab.TAB,
            times.at(times_tab.key(late, when), "meal1_start"),
            "Breaks six and a half hours after the call: one half-hour's penalty.",
            cast_tab.actor(late),
            (when,),
            cost=Decimal(25),
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


def _over(sheets: Sheets) -> list[Finding]:
    accounts = _accounts()
    return [
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


def _orders(sheets: Sheets) -> list[Finding]:
    faulty = {line.key: (number, line.order) for number, line in orders_tab.numbered().items()}
    _, unknown = faulty["unknown account"]
    number, uncoded = faulty["no account"]
    return [
        Finding(
            "unbudgeted-account",
            "PO Log",
            sheets.at("PO Log", "unknown account", "account"),
            "The budget has no such account.",
            unknown.account,
            cost=unknown.amount,
        ),
        Finding(
            "po-without-account",
            "PO Log",
            sheets.at("PO Log", "no account", "account"),
            "Nobody coded the order.",
            number,
            cost=uncoded.amount,
        ),
        Finding(
            "not-ready",
            "PO Log",
            sheets.at("PO Log", "error", "amount"),
            "An error value: not 0, and its row is left out of sums.",
        ),
    ]


def _typed_over(sheets: Sheets) -> Finding:
    code, excess = budget_tab.WRONG_TOTAL
    lines = [line.original for key, line in _accounts().items() if key[:2] == code[:2]]
    return Finding(
        "stated-total-differs",
        "Budget",
        sheets.at("Budget", f"Total {code}", "budget"),
        "Typed over the sum.",
        code,
        facts={
            "difference": f"{excess:.2f}",
            "rows_sum": f"{sum(lines, Decimal(0)):.2f}",
            "stated": f"{sum(lines, excess):.2f}",
        },
    )


def _accounts() -> dict[str, figures.Account]:
    return {
        account.code: account
        for categories in figures.sections().values()
        for category in categories
        for account in category.accounts
    }
