"""What the rules cost, and how that grows: `python -m benchmarks.rules`.

A schedule of 1,000 people by 300 days in three units, with a cast list of deals, is checked by
every rule; then schedules of ten and of a hundred times as many marks as a small one. Processor
time of the rules alone, with all that they share; reading is measured by `benchmarks.growth`. The
aims: two seconds for the large schedule, and a cost that grows no faster than n log n.
"""

from __future__ import annotations

import math
import random
import time
from datetime import date, timedelta

import schemas
from model.grid import Book, Grid
from model.production import Production
from model.table import Table
from transforms.compute import run_rules
from transforms.facts import Facts
from transforms.rules import rules

LARGE = (1000, 300)
GROWTH = ((30, 100), (300, 100), (3000, 100))
"""People by days: once, ten times and a hundred times as many."""
FIRST = date(2026, 3, 2)
PRODUCTION = Production(
    "Growth",
    FIRST,
    start=FIRST,
    end=FIRST + timedelta(400),
    agreements=("sag-aftra-theatrical-2023", "california-minors"),
    holidays=("US",),
)
GIVEN = ("Ana", "Ben", "Carl", "Dora", "Eva", "Finn", "Greta", "Hugo", "Ida", "Jon", "Kim", "Lars")
AIM = 2.0
"""Seconds of processor for the large schedule."""


def production(people: int, days: int, seed: int = 1) -> list[Table]:
    """Three units' days-out-of-days and the cast list, read: everybody on one unit, some on two."""
    chance = random.Random(seed)  # noqa: S311
    dates = [FIRST + timedelta(day) for day in range(days)]
    heads = [
        ["Month/Day", *(f"{day:%m/%d/%Y}" for day in dates)],
        ["Day of Week", *(f"{day:%a}" for day in dates)],
    ]
    units: list[list[list[str]]] = [[*map(list, heads)] for _ in range(3)]
    listed = [["No.", "Role", "Performer", "Start Date", "End Date", "Deal", "Minor"]]
    for number in range(people):
        name = f"{number + 1}.ROLE {letters(number)}"
        units[number % 3].append([name, *marks(chance, dates)])
        if number % 50 == 0:
            units[(number + 1) % 3].append([name, *marks(chance, dates)])
        first, last = sorted(chance.sample(dates, 2))
        listed.append(
            [
                str(number + 1), f"ROLE {letters(number)}",
                f"{GIVEN[number % len(GIVEN)]} {letters(number)}",
                f"{first:%Y-%m-%d}", f"{last:%Y-%m-%d}", "1,200/day",
                "Y" if number % 40 == 0 else "",
            ]
        )  # fmt: skip
    tabs = [Grid(f"Unit {place + 1}", rows, "growth") for place, rows in enumerate(units)]
    grids = (*tabs, Grid("Cast List", listed, "growth"))
    book = Book("growth", "growth", "Growth", "en_US", "UTC", grids)
    return list(schemas.read(book, PRODUCTION).tables)


def letters(number: int) -> str:
    """A number as a word that is like no other number's."""
    return "".join(
        "BCDFGHJKLM"[int(figure)] + "aeiou"[int(figure) % 5] for figure in f"{number:04}"
    )


def marks(chance: random.Random, dates: list[date]) -> list[str]:
    """A line's marks: an engagement that starts and finishes, with holds, sixth days and slips."""
    begin, end = sorted(chance.sample(range(len(dates)), 2))
    row = ["" for _ in dates]
    for place in range(begin, end + 1):
        free = dates[place].weekday() > 4 and chance.random() < 0.95
        row[place] = "" if free else chance.choice("WWWWWH")
    row[begin], row[end] = "SW", "WF"
    if chance.random() < 0.02:
        row[begin] = "W"
    return row


def seconds(tables: list[Table]) -> tuple[float, int]:
    """Processor time of all rules over tables, and how many findings there are."""
    began = time.process_time()
    found, _ = run_rules(Facts(tables, PRODUCTION), rules().values())
    return time.process_time() - began, len(found)


def by_rule(tables: list[Table]) -> list[tuple[float, str, int]]:
    """Each rule's own time (the first that asks pays for what all share), the longest first."""
    facts, spent = Facts(tables, PRODUCTION), []
    for rule in rules().values():
        began = time.process_time()
        found, _ = run_rules(facts, [rule])
        spent.append((time.process_time() - began, rule.code, len(found)))
    return sorted(spent, reverse=True)


def main() -> None:
    """Measure the large schedule against the aim, then the growth against n log n."""
    seconds(production(*GROWTH[0]))
    tables = production(*LARGE)
    took, found = seconds(tables)
    print(
        f"{LARGE[0]} people by {LARGE[1]} days: {took:.2f} s for {found} findings (aim {AIM:.0f} s)"
    )
    for spent, code, many in by_rule(tables)[:8]:
        print(f"    {code:28} {spent:5.2f} s  {many:6} findings")
    least = 0.0
    for people, days in GROWTH:
        tables = production(people, days)
        took, found = seconds(tables)
        records = people * days
        each = took / (records * math.log(records))
        least = least or each
        print(
            f"{records:7} records  {took:6.2f} s  {found:6} findings   "
            f"{each / least:.2f} of the smallest's cost, as n log n goes"
        )


if __name__ == "__main__":
    main()
