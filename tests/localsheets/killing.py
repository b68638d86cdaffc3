"""Batches that can be told whole from half, and a process that dies in the middle of one.

Apart from the tests that use it: a process that is forked for it need not import theirs.
"""

from __future__ import annotations

import os
import random
import signal
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import localsheets
import localsheets.formulas.engine  # each process needs it, and is forked from one that has it
import localsheets.store
from localsheets import requests
from localsheets.wire import messages

Json = dict[str, Any]

CELLS = 40


def batch(number: int) -> list[Json]:
    """Batch ``number``: its number in a column of each of two tabs, one more row, a mark."""
    value = {"userEnteredValue": {"numberValue": number}}
    rows = [{"values": [value]}] * CELLS
    requests_: list[Json] = [
        {
            "updateCells": {
                "start": {"sheetId": tab},
                "rows": rows,
                "fields": "userEnteredValue",
            }
        }
        for tab in (0, 1)
    ]
    grown = {"sheetId": 0, "dimension": "ROWS", "startIndex": CELLS, "endIndex": CELLS + 1}
    place = {"spreadsheet": True}
    mark = {"metadataId": number, "metadataKey": "batch", "location": place}
    return [
        *requests_,
        {"insertDimension": {"range": grown}},
        {"createDeveloperMetadata": {"developerMetadata": {**mark, "visibility": "DOCUMENT"}}},
    ]


def apply(workbooks: localsheets.Workbooks, number: int) -> None:
    """Let batch ``number`` change the spreadsheet "book"."""
    body = messages.read("BatchUpdateSpreadsheetRequest", {"requests": batch(number)})
    workbooks.change("book", lambda book: requests.apply(book, body["requests"]))


def batches_until_killed(path: Path, seed: int, acknowledged: Connection[int, None]) -> None:
    """Send batches until the process kills itself, after so many instructions of SQLite."""
    steps = random.Random(seed).randrange(1, 400)  # noqa: S311 - no secret

    def step() -> int:
        nonlocal steps
        steps -= 1
        if not steps:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    workbooks = localsheets.Workbooks(path)
    workbooks._store._database.set_progress_handler(step, 50)  # type: ignore[union-attr]
    for number in count(1):
        apply(workbooks, number)
        acknowledged.send(number)
