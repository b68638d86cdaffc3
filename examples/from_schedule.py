"""Build a workbook from a real schedule's printouts: day-out-of-days and one-liner, both CSV.

Run it as ``.venv/bin/python examples/from_schedule.py DOOD.csv ONELINER.csv OUT.xlsx``. The two are
put in as they are printed (dates as text, without a year); a cast list and a budget are invented
to their size, so that what reads spreadsheets has all it wants.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from openpyxl.workbook import Workbook
from saltglass import people
from saltglass.page import MONEY, US_DATE, Formula, Look, Page, Value, add_page, new_workbook, save

DAY_RATE, WEEK_RATE = Decimal(1246), Decimal(4326)
WEEKLY_FROM = 15
"""Work days from which a performer is hired by the week."""
_END_OF_DAY = re.compile(r"End Day # \d+ \w+, (\w+ \d+, \d{4})")
_HEAD = Look(bold=True, fill="CFDAE2")


@dataclass(frozen=True, slots=True)
class Performer:
    """One row of the day-out-of-days, as far as a cast list is concerned."""

    element_id: str
    role: str
    work: int
    paid: int
    start: date
    finish: date

    @property
    def weekly(self) -> bool:
        """Whether the performer is hired by the week."""
        return self.work >= WEEKLY_FROM

    @property
    def fee(self) -> Decimal:
        """What the deal comes to over the days paid."""
        return WEEK_RATE * self.paid / 5 if self.weekly else DAY_RATE * self.paid


def build(dood: Path, one_liner: Path, out: Path) -> None:
    """Write the workbook.

    Raises:
        ValueError: the one-liner has no end-of-day line, so the year is unknown.
    """
    board = _read(dood)
    scenes = _read(one_liner)
    first, days = _first_day(scenes)
    cast = list(_performers(board, first))
    workbook = new_workbook()
    title = next(text for text in board[0] if text)
    pages = [
        _as_printed(workbook, "DOOD", board, 26),
        _as_printed(workbook, "One-Liner", scenes, 14),
        _cast(workbook, title, cast),
        _budget(workbook, title, cast, days),
    ]
    save(workbook, pages, out)


def _read(path: Path) -> list[list[str]]:
    with path.open(newline="", encoding="utf-8-sig") as lines:
        return list(csv.reader(lines))


def _first_day(scenes: Sequence[Sequence[str]]) -> tuple[date, int]:
    """The first shooting day's date, with its year, and how many days there are."""
    ends = [
        match[1] for row in scenes for match in [_END_OF_DAY.match(row[0] if row else "")] if match
    ]
    if not ends:
        raise ValueError(
            'the one-liner has no line such as "End Day # 1 Wednesday, August 3, 2022"'
        )
    first = datetime.strptime(ends[0], "%B %d, %Y")  # noqa: DTZ007  (a date; it has no zone)
    return first.date(), len(ends)


def _performers(board: Sequence[Sequence[str]], first: date) -> Iterator[Performer]:
    """The rows "1.GEORGE", with their totals read from the right."""
    for row in board:
        match = re.match(r"(\d+\w?)\.(.+)", row[0] if row else "")
        if match:
            *_, work, hold, _, holiday, start, finish, _ = row
            yield Performer(
                match[1],
                match[2],
                int(work or 0),
                sum(int(count or 0) for count in (work, hold, holiday)),
                _dated(start, first),
                _dated(finish, first),
            )


def _dated(text: str, first: date) -> date:
    """Give "10/28" the year that puts it on or after the first day."""
    month, day = (int(part) for part in text.split("/"))
    when = date(first.year, month, day)
    return when if when >= first else date(first.year + 1, month, day)


def _as_printed(workbook: Workbook, tab: str, rows: Sequence[Sequence[str]], width: float) -> Page:
    """Put a printout in: whole numbers as numbers, all else as the text it is."""
    page = add_page(workbook, tab)
    for number, row in enumerate(rows, start=1):
        for col, text in enumerate(row, start=1):
            if text:
                value: Value = int(text) if text.isdecimal() else text
                page.put(number, col, value, Look(format="@" if isinstance(value, str) else "0"))
    page.widths([width])
    return page


def _cast(workbook: Workbook, title: str, cast: Sequence[Performer]) -> Page:
    page = add_page(workbook, "Cast")
    page.put(1, 1, f"{title} - CAST LIST", Look(bold=True, size=14))
    page.row(3, ["ID", "Role", "Actor", "Union", "Start", "End", "Deal", "Deal Memo"], _HEAD)
    for number, player in enumerate(cast):
        row = number + 4
        deal = f"${WEEK_RATE:,}/wk" if player.weekly else f"${DAY_RATE:,}/day"
        page.row(row, [player.element_id, player.role, " ".join(people.name(number + 400))], Look())
        page.put(row, 4, "SAG-AFTRA", Look())
        page.row(row, [player.start, player.finish], Look(format=US_DATE), first=5)
        page.row(row, [deal, "Yes"], Look(), first=7)
    page.widths([6, 24, 26, 12, 11, 11, 13, 11])
    return page


def _budget(workbook: Workbook, title: str, cast: Sequence[Performer], days: int) -> Page:
    """A small budget: the cast by its days, all else by the shooting day."""
    weekly = sum((player.fee for player in cast if player.weekly), Decimal(0))
    daily = sum((player.fee for player in cast if not player.weekly), Decimal(0))
    categories: dict[tuple[str, str], list[tuple[str, str, Decimal]]] = {
        ("1400", "CAST"): [
            ("1401", "Weekly players", weekly),
            ("1402", "Day players", daily),
            ("1499", "Fringes", ((weekly + daily) * Decimal("0.21")).quantize(Decimal("0.01"))),
        ],
        ("2000", "PRODUCTION STAFF"): [
            ("2001", "Unit production manager", Decimal(1300) * days),
            ("2002", "Assistant directors", Decimal(3150) * days),
        ],
        ("3300", "CAMERA"): [
            ("3301", "Director of photography", Decimal(1900) * days),
            ("3303", "Camera rentals", Decimal(2850) * days),
        ],
        ("3600", "LOCATION"): [
            ("3602", "Site fees & permits", Decimal(2600) * days),
            ("3603", "Catering", Decimal(3400) * days),
        ],
    }
    page = add_page(workbook, "Budget")
    page.put(1, 1, f"{title} - BUDGET", Look(bold=True, size=14))
    page.row(3, ["Acct", "Description", "Budget"], _HEAD)
    _categories(page, categories)
    page.widths([8, 34, 14])
    return page


def _categories(
    page: Page, categories: dict[tuple[str, str], list[tuple[str, str, Decimal]]]
) -> None:
    """Banner, accounts and a live total for each category; the grand total below."""
    row, totals, grand = 4, [], Decimal(0)
    bold = Look(bold=True, format=MONEY, line="thin")
    for (code, name), accounts in categories.items():
        page.put(row, 1, f"{code}  {name}", Look(bold=True))
        first = row + 1
        for row, (account, text, amount) in enumerate(accounts, start=first):
            page.row(row, [account, text], Look(format="@"))
            page.put(row, 3, amount, Look(format=MONEY))
        amount = sum((line[2] for line in accounts), Decimal(0))
        row += 1
        page.put(row, 2, f"Total {name.title()}", bold)
        totals.append(page.put(row, 3, Formula(f"=SUM(C{first}:C{row - 1})", amount), bold))
        grand += amount
        row += 2
    page.put(row, 2, "GRAND TOTAL", bold)
    page.put(row, 3, Formula("=" + "+".join(totals), grand), bold)


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description="Build a workbook from a schedule's printouts.")
    parser.add_argument("dood", type=Path, help="day-out-of-days, CSV")
    parser.add_argument("one_liner", type=Path, help="one-line schedule, CSV")
    parser.add_argument("out", type=Path, help="the .xlsx file to write")
    asked = parser.parse_args()
    build(asked.dood, asked.one_liner, asked.out)


if __name__ == "__main__":
    main()
