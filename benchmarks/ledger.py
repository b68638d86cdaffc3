"""A long ledger read, against decoding its JSON: `python -m benchmarks.ledger [ROWS]`.

A general ledger as Google's values answer holds it: account, date, vendor, description, invoice,
order, debit, credit. The time to read it is set against the standard library's `json.loads` of the
same answer, in one run, the least of three. The aims: at most 6 times as long for 100,000 rows, and
ten times the rows in at most about eleven times the time.
"""

from __future__ import annotations

import gc
import json
import random
import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import TypeVar

import schemas
from model.grid import Book, Grid, Scalar
from model.production import Production

AIM = 6.0
ROWS = 100_000
TIMES = 10
HEADINGS = ["Account", "Date", "Vendor", "Description", "Invoice #", "PO #", "Debit", "Credit"]
FIRST = 46054
"""February 2, 2026, as a serial number."""
PRODUCTION = Production(
    "Ledger", date(2026, 2, 20), start=date(2026, 2, 1), end=date(2026, 11, 30), locale="en_US"
)
T = TypeVar("T")


def answer(rows: int, seed: int = 1) -> str:
    """Google's values answer for a ledger of some rows, as JSON."""
    chance = random.Random(seed)  # noqa: S311
    accounts = [f"{number}" for number in range(1101, 6801, 7)]
    vendors = [f"Vendor {number} Rentals" for number in range(900)]
    values: list[list[Scalar]] = [list[Scalar](HEADINGS)]
    for number in range(rows):
        amount = chance.randrange(100, 2_500_000) / 100
        credit = chance.random() < 0.1
        line: list[Scalar] = [
            chance.choice(accounts),
            FIRST + chance.randrange(240),
            chance.choice(vendors),
            f"Line {number} of what was bought or hired",
            f"INV-{100_000 + number}",
            f"{10_000 + number // 3}" if chance.random() < 0.6 else "",
            "" if credit else amount,
        ]
        values.append([*line, amount] if credit else line)
    return json.dumps({"range": "GL!A1:H", "majorDimension": "ROWS", "values": values})


def least(what: Callable[[], T], times: int = 3) -> tuple[float, T]:
    """The least processor time that a call takes, and its answer."""
    best, found = float("inf"), None
    for _ in range(times):
        found = None
        gc.collect()
        began = time.process_time()
        found = what()
        best = min(best, time.process_time() - began)
    assert found is not None  # noqa: S101
    return best, found


def measure(rows: int) -> tuple[float, float]:
    """Seconds to decode a ledger of some rows, and to read and validate it."""
    text = answer(rows)
    decoding, decoded = least(lambda: json.loads(text))
    grid = Grid("GL", decoded["values"])
    book = Book("ledger", "ledger", "Ledger", "en_US", "UTC", (grid,))
    reading, found = least(lambda: schemas.read(book, PRODUCTION))
    (table,) = found.tables
    if (table.kind, len(table.frame)) != ("ledger", rows):
        raise AssertionError(f"read {len(table.frame)} rows of {rows} as a {table.kind}")
    return decoding, reading


def main(rows: int) -> None:
    """Measure and print the ratio, and how both grow."""
    measure(1000)
    took = []
    for count in (rows, rows * TIMES):
        decoding, reading = measure(count)
        took.append(reading)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{count:9,} rows   decoding {decoding:6.2f} s   reading {reading:6.2f} s   "
            f"ratio {reading / decoding:4.1f} (aim: at most {AIM:.0f})   peak {peak:,} MB"
        )
    print(f"{TIMES} times the rows take {took[1] / took[0]:.1f} times as long")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
