"""A large spreadsheet on the local Sheets server: `python -m benchmarks.localsheets_cells [CELLS]`.

Everything goes over real HTTP. What the server takes is told as a multiple of what Python's own
json takes for the same answer or body, measured in the same run, best of three. With 10000000 CELLS
(Google's limit) it shows that they load and serve.
"""

from __future__ import annotations

import gc
import http.client
import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import localsheets
from localsheets.state.book import Book, grid_sheet
from localsheets.state.cell import Cell
from localsheets.state.entry import Entry

CELLS = 1_000_000
COLUMNS = 20
BODY = 2_000_000
"""Bytes of a batchUpdate."""
FORMULAS = 20_000
READ_AIM, WRITE_AIM, MEMORY_AIM = 5, 10, 400
TURNS = 3
MONEY = {"numberFormat": {"type": "CURRENCY", "pattern": '"$"#,##0.00'}}
BOLD = {"textFormat": {"bold": True}}


def filled(cells: int) -> Book:
    """Half numbers, half short texts; every tenth cell has a format."""
    chance = random.Random(1)  # noqa: S311
    rows = cells // COLUMNS
    book = Book("large", "Large")
    sheet = grid_sheet(0, "Sheet1", rows, COLUMNS)
    book.sheets.append(sheet)
    for row in range(rows):
        for column in range(COLUMNS):
            value = _value(chance, row, column)
            plain = column != 3 and column != 4
            look = None if plain else book.formats.share(MONEY if column == 3 else BOLD)
            sheet.put(row, column, Cell(value, None, look))
    return book


def _value(chance: random.Random, row: int, column: int) -> str | float | int:
    if column % 2 == 0:
        return f"item {row}-{column}"
    return round(chance.uniform(-9999, 9999), 2) if column % 4 == 1 else chance.randrange(100_000)


def resident() -> int:
    """Bytes of memory that this process has."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def seconds(work: Callable[[], object], turns: int = TURNS) -> float:
    """The best of some turns, by the clock."""
    found = []
    for _ in range(turns):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return min(found)


class Client:
    """Plain HTTP, so that nothing but the server is measured."""

    def __init__(self, url: str) -> None:
        self._at = urlsplit(url)
        self._line = http.client.HTTPConnection(self._at.hostname or "", self._at.port)

    def send(self, path: str, body: bytes | None = None) -> bytes:
        """The answer's bytes; anything but a 200 ends the benchmark."""
        headers = {"content-type": "application/json"} if body else {}
        self._line.close()  # the server does not wait long for another call
        self._line.request("POST" if body else "GET", f"/v4/spreadsheets/{path}", body, headers)
        answer = self._line.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status} {content[:500]!r}")
        return content


@contextmanager
def served(*books: Book) -> Iterator[Client]:
    """A server with these spreadsheets."""
    workbooks = localsheets.Workbooks()
    for book in books:
        workbooks.add(Entry(book))
    with localsheets.serving(workbooks) as server:
        yield Client(server.url)


def report(what: str, took: float, base: float, aim: float | None = None) -> None:
    """One line: seconds, the base's seconds, the ratio and what it should be at most."""
    wanted = "" if aim is None else f"  (aim: at most {aim:g})"
    print(f"{what:44} {took:8.3f} s  {base:8.3f} s  ratio {took / base:6.2f}{wanted}", flush=True)


def reads(client: Client, turns: int = TURNS) -> None:
    """All values, in each way that Google renders them, and narrow reads."""
    for render in ("UNFORMATTED_VALUE", "FORMATTED_VALUE", "FORMULA"):
        read(
            client, f"values.get {render}", f"large/values/Sheet1?valueRenderOption={render}", turns
        )
    fields = "sheets.data.rowData.values.userEnteredValue"
    for what, path in (
        ("values.get of 1,000 rows", "large/values/Sheet1!A1001:T2000"),
        ("spreadsheets.get, fields=sheets.properties", "large?fields=sheets.properties"),
        ("spreadsheets.get, masked, 1,000 rows", f"large?ranges=A1:T1000&fields={fields}"),
        ("spreadsheets.get, masked, everything", f"large?fields={fields}"),
        ("spreadsheets.get, whole, 1,000 rows", "large?ranges=A1:T1000&includeGridData=true"),
    ):
        read(client, what, path, turns)


def read(client: Client, what: str, path: str, turns: int) -> None:
    """One call against the encoding of its answer."""
    answer = json.loads(client.send(path))
    base = seconds(lambda: json.dumps(answer), turns)
    aim = READ_AIM if what.startswith("values.get ") else None
    report(what, seconds(lambda: client.send(path), turns), base, aim)


def update_cells(size: int) -> bytes:
    """A batchUpdate of about ``size`` bytes: values with formats, as a report writer sends them."""
    chance = random.Random(2)  # noqa: S311
    rows: list[Any] = []
    written = 0
    while written < size:
        row = {"values": [_written(chance, len(rows), column) for column in range(COLUMNS)]}
        rows.append(row)
        written += len(json.dumps(row))
    request = {
        "start": {"sheetId": 0, "rowIndex": 0, "columnIndex": 0},
        "rows": rows,
        "fields": "userEnteredValue,userEnteredFormat",
    }
    return json.dumps({"requests": [{"updateCells": request}]}).encode()


def _written(chance: random.Random, row: int, column: int) -> Any:
    if column % 2 == 0:
        value: Any = {"stringValue": f"new {row}-{column}-{chance.randrange(1000)}"}
        return {"userEnteredValue": value, "userEnteredFormat": BOLD}
    value = {"numberValue": round(chance.uniform(0, 9999), 2)}
    return {"userEnteredValue": value, "userEnteredFormat": MONEY}


def writes(client: Client, name: str, what: str) -> None:
    """A large batchUpdate against the decoding of its body."""
    bodies = [update_cells(BODY + n) for n in range(TURNS)]
    base = seconds(lambda: json.loads(bodies[0]))
    took = min(
        seconds(lambda body=body: client.send(f"{name}:batchUpdate", body), 1)  # type: ignore[misc]
        for body in bodies
    )
    report(f"batchUpdate of {len(bodies[0]) / 1e6:.1f} MB, {what}", took, base, WRITE_AIM)


def one(client: Client, name: str, row: int) -> None:
    """Write one number, another each time, to column A."""
    value = random.randrange(10**9)  # noqa: S311
    data = {"range": f"Sheet1!A{row}", "values": [[value]]}
    body = {"valueInputOption": "RAW", "data": [data]}
    client.send(f"{name}/values:batchUpdate", json.dumps(body).encode())


def with_formulas(count: int) -> Book:
    """Numbers in A, and beside each a formula that looks at it alone."""
    book = Book(f"formulas{count}", "Formulas")
    sheet = grid_sheet(0, "Sheet1", max(count, 1000), 10)
    book.sheets.append(sheet)
    for row in range(count):
        sheet.put(row, 0, Cell(row))
        sheet.put(row, 1, Cell(row * 2, f"=A{row + 1}*2"))
    return book


def formulas(client: Client) -> None:
    """One number changed among many formulas, against the same among few."""
    took = {}
    for count in (FORMULAS // 100, FORMULAS):
        name = f"formulas{count}"
        one(client, name, 1)
        took[count] = seconds(lambda name=name: one(client, name, 7))  # type: ignore[misc]
    few, many = took.values()
    report(f"one cell written, {FORMULAS:,} formulas or {FORMULAS // 100}", many, few)


def main(cells: int) -> None:
    """Build, serve, read and write; the base of each ratio stands beside it."""
    empty = resident()
    began = time.perf_counter()
    book = filled(cells)
    gc.collect()
    each = (resident() - empty) / cells
    print(f"{cells:,} cells built in {time.perf_counter() - began:.1f} s")
    print(f"memory {each:.0f} bytes a cell  (aim: at most {MEMORY_AIM})", flush=True)
    small = Book("small", "Small", sheets=[grid_sheet(0, "Sheet1", 5000, COLUMNS)])
    counts = (FORMULAS // 100, FORMULAS)
    with served(book, small, *(with_formulas(count) for count in counts)) as client:
        reads(client, TURNS if cells <= CELLS else 1)
        writes(client, "small", "an empty spreadsheet")
        writes(client, "large", f"{cells:,} cells")
        took = seconds(lambda: one(client, "large", 17))
        least = seconds(lambda: one(client, "small", 17))
        report(f"one cell written, {cells:,} cells or few", took, least)
        formulas(client)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CELLS)
