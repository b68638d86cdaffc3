"""The words that reports share: dates, numbers of things, lists, places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from model.cell import Cell
from model.issue import Issue, Severity
from model.money import spoken
from model.trail import by_tab

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ONE_DAY = timedelta(days=1)
_CELLS_NAMED = 6
_RUNS_NAMED = 3
"""How many separate runs of dates a cell names before it says "and n more"."""


def day(when: date) -> str:
    """Write a date so that nobody can take day for month: "Mon 2 Mar 2026"."""
    return f"{short_day(when)} {when.year}"


def short_day(when: date) -> str:
    """Write a date whose year is plain: "Mon 2 Mar"."""
    return f"{_WEEKDAYS[when.weekday()]} {when.day} {_MONTHS[when.month - 1]}"


def month(when: date) -> str:
    """A date's month, in three letters: "Mar"."""
    return _MONTHS[when.month - 1]


def moment(when: datetime) -> str:
    """Write the as-of stamp: "Mon 2 Mar 2026 18:30 PST"."""
    return f"{day(when)} {when:%H:%M} {when.tzname() or ''}".rstrip()


def span(first: date, last: date) -> str:
    """Write a run of days: "Mon 2 – Wed 4 Mar 2026", no more said than needed."""
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    start = short_day(first)
    if first.month == last.month:
        start = start.rsplit(" ", 1)[0]
    return f"{start} – {day(last)}"


def dates(days: Iterable[date]) -> str:
    """Write a set of dates, consecutive ones as a run: "Mon 2 – Wed 4 Mar 2026; Fri 6 Mar 2026"."""
    runs: list[tuple[date, date]] = []
    for when in sorted(set(days)):
        if runs and when - runs[-1][1] == _ONE_DAY:
            runs[-1] = (runs[-1][0], when)
        else:
            runs.append((when, when))
    return listed([span(*run) for run in runs], most=_RUNS_NAMED, comma="; ")


def listed(names: Sequence[str], *, most: int = 12, comma: str = ", ") -> str:
    """Join names, and say how many more there are past the first ``most``."""
    shown = comma.join(names[:most])
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown


def sources(cells: Sequence[Cell]) -> str:
    """Say where a figure comes from: the cells, of many the first of each tab.

    "From 15 cells: Ledger!H12 and 11 more, Petty Cash!G5 and 2 more".
    """
    if len(cells) <= _CELLS_NAMED:
        named = [str(cell) for cell in cells]
    else:
        named = [
            f"{cell} and {number - 1:,} more" if number > 1 else str(cell)
            for cell, number in by_tab(cells)
        ]
    return f"From {count(len(cells), 'cell')}: {listed(named)}"


def count(number: int, one: str, many: str = "") -> str:
    """Write a number of things: "1 conflict", "3 conflicts"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def sentence(text: str) -> str:
    """Begin a text with a capital letter, all else as it is."""
    return text[:1].upper() + text[1:]


def place(cell: Cell, book: str) -> str:
    """Name a cell for readers of ``book``: "DOOD!H12", with its spreadsheet where it is another."""
    return str(cell) if cell.book in ("", book) else f"{cell.book}: {cell}"


def spreadsheets(names: Sequence[str]) -> str:
    """Name restricted spreadsheets: "the restricted spreadsheet 'budget'"."""
    quoted = " and ".join(f"'{name}'" for name in names)
    return f"the restricted spreadsheet{'s' if len(names) > 1 else ''} {quoted}"


def money(amount: Decimal, currency: str) -> str:
    """Write an amount in a sentence, in whole units: "USD 1,250"."""
    return spoken(amount.quantize(Decimal(1), ROUND_HALF_UP), currency)


def not_totalled(cells: Sequence[Cell]) -> str:
    """Name the rows that no sum counts: "2 rows not totalled: Budget rows 12, 15"."""
    by_tab: dict[str, list[int]] = {}
    for cell in sorted(cells):
        by_tab.setdefault(cell.tab, []).append(cell.row)
    named = [
        f"{tab} {'row' if len(rows) == 1 else 'rows'} {listed([str(row) for row in rows])}"
        for tab, rows in by_tab.items()
    ]
    return f"{count(len(cells), 'row')} not totalled: {'; '.join(named)}"


def severities(issues: Sequence[Issue]) -> str:
    """Count issues by severity: "2 errors, 1 warning, 3 for information"."""
    numbers = {each: sum(issue.severity is each for issue in issues) for each in Severity}
    parts = [
        count(numbers[Severity.ERROR], "error"),
        count(numbers[Severity.WARNING], "warning"),
        f"{numbers[Severity.INFO]:,} for information",
    ]
    kept = [part for part, number in zip(parts, numbers.values(), strict=True) if number]
    return ", ".join(kept)


def could_not_run(rules: int) -> str:
    """Say that silence is no "all clear": "3 rules could not run everywhere, see Summary"."""
    return f"{count(rules, 'rule')} could not run everywhere, see Summary"
