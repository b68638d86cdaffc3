"""Payroll and timecard journals: who was paid what for which week, on which account."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from model.issue import Issue
from model.money import ZERO
from model.table import Table
from schemas import issues
from schemas.columns import Column
from schemas.headings import Header, normal
from schemas.journals import by_values
from schemas.journals.checks import outside_production, without
from schemas.journals.journal import Journal
from schemas.journals.lines import Lines, Rules
from schemas.journals.payroll_fields import EXTRA, FIELDS
from schemas.journals.twice import alike
from schemas.judge import check
from schemas.kind import Found, Kind
from schemas.sheet import Sheet
from schemas.values.names import joined, person

_OVERTIME = ("overtime", "doubletime")
RULES = Rules(
    money=("gross", "fringe"),
    payee="name",
    keys=("week_ending", "account"),
    carried=("week_ending", "name"),
    stands=("week_ending", "name", "position"),
    spoken=("week_ending",),
    people=True,
    summed=("hours",),
    extra=EXTRA,
)
_LAST = re.compile(r"last name|surname|nom de famille|apellidos?|nachname")
_PLAUSIBLE = check(
    "hours-implausible",
    "The hours are {found}; a week has 168.",
    lambda hours: hours <= 168,
    expected="a week's hours, at most 168",
    suggestion="Mend the hours; a decimal point may be missing.",
)


def complete(_sheet: Sheet, found: Found, lines: Lines) -> None:
    """Say names in full, and add overtime to the hours where they have no total of their own.

    Hours are hours worked: at 1x, 1.5x and 2x alike, never weighted.
    """
    if "name" in lines.columns:
        last = _LAST.fullmatch(normal(found.header.headings.get("name", "")))
        first = lines.columns["first_name"].values if last and "first_name" in lines.extra else None
        names = lines.columns["name"].values
        if first:
            names = [
                joined(str(given) if given else None, str(family) if family else None)
                for given, family in zip(first, names, strict=True)
            ]
        known = {name: person(name) for name in set(names) if isinstance(name, str)}
        full = [known[name] if isinstance(name, str) else None for name in names]
        lines.columns["name"] = Column(list(full), lines.faults("name"))
    tiers = [name for name in _OVERTIME if name in lines.extra]
    heading = normal(found.header.headings.get("hours", ""))
    if "hours" in lines.columns and tiers and not by_values.is_of_all_hours(heading):
        for row in sorted((*lines.records, *lines.totals)):
            parts = [lines.amount(name, row) for name in ("hours", *tiers)]
            if any(part is not None for part in parts):
                lines.put("hours", row, sum((part or ZERO for part in parts), ZERO))


def usual_weekday(sheet: Sheet, found: Found, _: Table, lines: Lines) -> list[Issue]:
    """A note for each week that ends on another weekday than nearly all others."""
    col = found.header.columns.get("week_ending")
    if col is None:
        return []
    values = lines.of("week_ending")
    weekdays = Counter(day.weekday() for day in values if isinstance(day, date))
    if not weekdays:
        return []
    (usual, count), *_others = weekdays.most_common(1)
    if count < 3 or count * 5 < sum(weekdays.values()) * 4:
        return []
    return [
        issues.make(
            "week-ending-unusual",
            f"The week ends on a {day:%A}; the sheet's other weeks end on a {_name(usual)}.",
            sheet.cell(row, col),
            expected=f"a {_name(usual)}",
            suggestion="Check the date.",
        )
        for row, day in zip(lines.records, values, strict=True)
        if isinstance(day, date) and day.weekday() != usual
    ]


def _name(weekday: int) -> str:
    """A weekday's name; 0 is Monday."""
    return date(2024, 1, 1 + weekday).strftime("%A")


JOURNAL = Journal(
    "payroll",
    FIELDS,
    RULES,
    checks=(
        alike(
            "timecard-listed-twice",
            ("name", "gross", "week_ending", "account", "hours", "position", "fringe", "line"),
            ("gross",),
            at=("name", "gross"),
            what="timecard",
        ),
        without("account", "posting-without-account", ("gross",), what="timecard"),
        without("name", "payee-missing", ("gross",), what="timecard"),
        outside_production("week_ending"),
        usual_weekday,
    ),
    complete=complete,
    judged={"hours": _PLAUSIBLE},
)

_WEEK = re.compile(
    r"\b(?:week ending|w e\b|period ending|pay period|semaine (?:se )?terminant|semana que termina|"
    r"woche bis)"
)
_OFFICE = re.compile(
    r"\b(?:net pay|net salary|net wages|deductions?|employee id|emp id|federal tax|income tax|"
    r"tax withheld|take home|basic salary|allowances?|salaire net|sueldo neto|nettolohn)\b"
)


def enough(sheet: Sheet, header: Header) -> bool:
    """A payroll journal says who earned what gross in which week, with hours or an account.

    A timesheet has no gross; an office's payroll has deductions and net pay, and no accounts.
    """
    fields = set(header.columns)
    if "gross" not in fields or not {"name", "week_ending"} & fields:
        return False
    weekly = "week_ending" in fields or _says_week(sheet, header)
    office = _is_offices(sheet, header)
    if "account" in fields:
        return weekly or ("fringe" in fields and "hours" in fields)
    if office or not weekly:
        return False
    film = fields & {"fringe", "position"} or any(
        normal(heading) in ("ot", "dt", "1 5x", "2x", "1x", "department", "union", "local")
        for heading in header.others
    )
    return "name" in fields and bool(film or "hours" in fields)


def _is_offices(_: Sheet, header: Header) -> bool:
    """Whether a payroll has deductions and net pay, as an office's has."""
    return any(_OFFICE.search(normal(heading)) for heading in header.others)


def _says_week(sheet: Sheet, header: Header) -> bool:
    """Whether the tab's title, the rows above the headings or the first below name the week."""
    top = min(header.rows, default=1)
    above = [text for row in sheet.texts[max(0, top - 12) : top - 1] for text in row[:12] if text]
    below = range(header.bottom + 1, min(sheet.height, header.bottom + 3) + 1)
    banners = (text for row in below for text in sheet.line(row)[:2] if text)
    return any(_WEEK.search(normal(text)) for text in (sheet.grid.tab, *above, *banners))


def settles(sheet: Sheet, header: Header) -> Header:
    """Tell the hours and the fringes by what they add up to."""
    return by_values.with_hours(sheet, by_values.with_fringes(sheet, header))


KIND = Kind(
    name="payroll",
    fields=FIELDS,
    enough=enough,
    read=JOURNAL.read,
    titles="payroll|payroll journal|payroll register|timecards?|time cards?|labor journal|"
    "payroll edit|edit register|wages|paie|journal de paie|nomina|nominas|lohnjournal|lohnliste|"
    "gagenliste|lohne",
    settles=settles,
    trade=1.0,
    core=("name", "gross", "hours week_ending account fringe position overtime"),
    called="wage (?:sheet|bill)|salaries|timesheets? cost|labou?r|cachets|salaires|feuille de paie|"
    "gehalter|gagen|sueldos|salarios|planilla|jornales",
    refused=_is_offices,
)
