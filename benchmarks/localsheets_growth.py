"""How requests grow with the sheet: `python -m benchmarks.localsheets_growth [KIND]`.

Each request on sheets of several sizes: processor time, what a cell costs, and that against the
smallest sheet. The aim is a cost a cell that does not grow.
"""

from __future__ import annotations

import sys
import time
from typing import Any

import localsheets
from benchmarks.localsheets_cells import COLUMNS, filled
from localsheets import requests
from localsheets.api.writes import append
from localsheets.state.book import Book
from localsheets.state.entry import Entry

SIZES = (20_000, 100_000, 500_000)
"""Cells."""
Json = dict[str, Any]


def kinds(rows: int) -> dict[str, Json]:
    """Requests over a whole sheet of so many rows; of one with a space columns are meant."""
    whole = block(0, rows)
    top, few = block(0, rows // 2), block(0, 3)
    middle = {"dimension": "ROWS", "startIndex": rows // 2, "endIndex": rows // 2 + 1}
    across = {"dimension": "COLUMNS", "startIndex": 3, "endIndex": 4}
    bold = {"textFormat": {"bold": True}}
    sides = {side: {"style": "SOLID"} for side in ("top", "innerHorizontal", "innerVertical")}
    number = {"condition": {"type": "NUMBER_GREATER", "values": [{"userEnteredValue": "5"}]}}
    spec = {"columnIndex": 1, "filterCriteria": number}
    return {
        "insertDimension": {"range": middle},
        "insertDimension ": {"range": across},
        "deleteDimension": {"range": middle},
        "deleteDimension ": {"range": across},
        "moveDimension": {"source": middle, "destinationIndex": 1},
        "insertRange": {"range": few, "shiftDimension": "ROWS"},
        "deleteRange": {"range": few, "shiftDimension": "ROWS"},
        "sortRange": {"range": whole, "sortSpecs": [{"dimensionIndex": 1}]},
        "findReplace": {"find": "item", "replacement": "thing", "allSheets": True},
        "repeatCell": {"range": whole, "cell": {"userEnteredFormat": bold}, "fields": "*"},
        "updateBorders": {"range": whole, **sides},
        "duplicateSheet": {"newSheetName": "Two"},
        "copyPaste": {"source": top, "destination": block(rows // 2, rows)},
        "cutPaste": {"source": top, "destination": {"rowIndex": rows // 2}},
        "trimWhitespace": {"range": whole},
        "deleteDuplicates": {"range": whole},
        "randomizeRange": {"range": whole},
        "mergeCells": {"range": whole, "mergeType": "MERGE_ROWS"},
        "setBasicFilter": {"filter": {"range": whole, "filterSpecs": [spec]}},
        "setDataValidation": {"range": whole, "rule": {"condition": {"type": "BOOLEAN"}}},
        "autoResizeDimensions": {"dimensions": across},
    }


def block(top: int, bottom: int) -> Json:
    """A GridRange of whole rows."""
    rows = {"startRowIndex": top, "endRowIndex": bottom}
    return {**rows, "startColumnIndex": 0, "endColumnIndex": COLUMNS}


def seconds(book: Book, kind: str, content: Json) -> float:
    """Processor time of one request as a batch of its own."""
    workbooks = localsheets.Workbooks()
    workbooks.add(Entry(book.copy()))
    began = time.process_time()
    if kind == "append":
        body: Json = {"values": [["one", 2, "three"]]}
        workbooks.change(book.id, lambda copy: append(copy, "Sheet1", body, True, False))
    else:
        body = requests.read({"requests": [{kind.strip(): content}]})
        wanted: list[Json] = body["requests"]
        workbooks.change(book.id, lambda copy: requests.apply(copy, wanted))
    return time.process_time() - began


def main(only: str) -> None:
    """Measure each request at each size."""
    books = [filled(size) for size in SIZES]
    for book in books:
        book.seal()
    for kind in [*kinds(1), "append"]:
        if only and kind.strip() != only:
            continue
        line, least = f"{kind:26}", 0.0
        for size, book in zip(SIZES, books, strict=True):
            took = seconds(book, kind, kinds(size // COLUMNS).get(kind, {}))
            each = took / size * 1e6
            least = least or each
            line += f"  {size:9,}: {took:7.3f} s {each:7.3f} us ({each / least:5.2f})"
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
