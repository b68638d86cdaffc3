"""How reading and computing grow with the schedule: `python -m benchmarks.growth`.

Random days-out-of-days, read and checked by every rule: seconds of processor, and what a mark costs
against the smallest. The aim is a cost a mark that does not grow.
"""

from __future__ import annotations

import random
import time
from datetime import date, timedelta

import schemas
import transforms
from model.grid import Book, Grid
from model.production import Production

SIZES = ((30, 30), (100, 90), (300, 300), (1000, 300))
"""People by days."""
FIRST = date(2026, 3, 2)
PRODUCTION = Production(
    "Growth",
    FIRST,
    start=FIRST,
    end=FIRST + timedelta(400),
    agreements=("sag-aftra-theatrical-2023",),
)


def schedule(people: int, days: int, seed: int = 1) -> Grid:
    """A day-out-of-days in which everybody starts, works and holds at random, and finishes."""
    chance = random.Random(seed)  # noqa: S311
    dates = [FIRST + timedelta(day) for day in range(days)]
    rows: list[list[str]] = [
        ["Month/Day", *(f"{day:%m/%d/%Y}" for day in dates)],
        ["Day of Week", *(f"{day:%a}" for day in dates)],
    ]
    for number in range(people):
        middle = ["" if day.weekday() > 4 else chance.choice("WWH") for day in dates[1:-1]]
        rows.append([f"{number + 1}.PERSON {number + 1}", "SW", *middle, "WF"])
    return Grid("DOOD", rows)


def seconds(people: int, days: int) -> float:
    """Processor time to read and check one schedule."""
    book = Book("growth", "growth", "Growth", "en_US", "UTC", (schedule(people, days),))
    began = time.process_time()
    reading = schemas.read(book, PRODUCTION)
    transforms.compute(reading.tables, reading.issues, PRODUCTION, reading.unrecognised)
    return time.process_time() - began


def main() -> None:
    """Measure each size after one uncounted run of the smallest."""
    seconds(*SIZES[0])
    least = 0.0
    for people, days in SIZES:
        took = seconds(people, days)
        each = took / (people * days)
        least = least or each
        print(
            f"{people:4} people by {days:3} days  {took:6.2f} s   "
            f"{each * 1e6:6.1f} microseconds a mark   {each / least:.2f} of the smallest"
        )


if __name__ == "__main__":
    main()
