"""Spreadsheets for property tests: made through requests, as a client makes them."""

from __future__ import annotations

import contextlib
import re
import zipfile
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

import localsheets
from localsheets import requests
from localsheets.wire import messages
from localsheets.wire.errors import ApiError

Json = dict[str, Any]


def apply(store: localsheets.Workbooks, book_id: str, *wanted: Json) -> None:
    """Send requests past the server, as it would take them."""
    body = messages.read("BatchUpdateSpreadsheetRequest", {"requests": list(wanted)})
    store.change(book_id, lambda book: requests.apply(book, body["requests"]))


def try_all(store: localsheets.Workbooks, book_id: str, wanted: list[Json]) -> int:
    """Send each request as a batch of its own; those that are refused change nothing."""
    taken = 0
    for one in wanted:
        with contextlib.suppress(ApiError):
            apply(store, book_id, one)
            taken += 1
    return taken


def as_another_program_leaves_it(path: Path) -> Path:
    """The file without the part of our own."""
    plain = path.with_name("plain.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(plain, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("workbook.xml.rels"):
                content = re.sub(rb"<Relationship [^>]*customXml[^>]*/>", b"", content)
            if not name.startswith("customXml"):
                new.writestr(name, content)
    return plain


TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"], include_characters="\n"),
    min_size=1,
    max_size=12,
)
NUMBERS = st.floats(-1e12, 1e12).map(lambda value: round(value, 4)) | st.integers(-(10**9), 10**9)
COLOURS = st.sampled_from([{"red": 1}, {"green": 1, "blue": 1}, {"red": 1, "green": 0.6}])
PATTERNS = {
    "#,##0;(#,##0);-": "NUMBER",
    "0.0%": "PERCENT",
    "m/d/yyyy": "DATE",
    '"$"#,##0.00': "CURRENCY",
    "0000": "NUMBER",
}
WIDTHS = {"SOLID": 1, "SOLID_THICK": 3, "DASHED": 1, "DOUBLE": 3}
LINES = st.builds(
    lambda style, colour: {
        "style": style,
        "width": WIDTHS[style],
        "color": colour,
        "colorStyle": {"rgbColor": colour},
    },
    st.sampled_from(sorted(WIDTHS)),
    COLOURS,
)
LOOKS = st.fixed_dictionaries(
    {},
    optional={
        "numberFormat": st.sampled_from(sorted(PATTERNS)).map(
            lambda pattern: {"type": PATTERNS[pattern], "pattern": pattern}
        ),
        "backgroundColor": COLOURS,
        "borders": st.fixed_dictionaries({"top": LINES}, optional={"left": LINES}),
        "horizontalAlignment": st.sampled_from(["LEFT", "CENTER", "RIGHT"]),
        "verticalAlignment": st.sampled_from(["TOP", "MIDDLE"]),
        "wrapStrategy": st.just("WRAP"),
        "textRotation": st.just({"angle": 45}),
        "textFormat": st.fixed_dictionaries(
            {"bold": st.just(True)},
            optional={
                "italic": st.just(True),
                "underline": st.just(True),
                "strikethrough": st.just(True),
                "fontSize": st.sampled_from([8, 13]),
                "fontFamily": st.sampled_from(["Georgia", "Courier New"]),
                "foregroundColor": COLOURS,
            },
        ),
    },
)
VALUES = (
    TEXTS.map(lambda v: {"stringValue": v})
    | NUMBERS.map(lambda v: {"numberValue": v})
    | st.booleans().map(lambda v: {"boolValue": v})
    | st.sampled_from(["=1+1", '="a"&B2', "=SUM(A1:B3)", "=A1/0", "=Sheet1!C3"]).map(
        lambda v: {"formulaValue": v}
    )
)
PLAIN = st.fixed_dictionaries(
    {},
    optional={
        "userEnteredValue": VALUES,
        "userEnteredFormat": LOOKS,
        "note": TEXTS.filter(str.strip),
    },
)
RICH = st.builds(
    lambda look, second: {
        "userEnteredValue": {"stringValue": "one two three"},
        "userEnteredFormat": look,
        "textFormatRuns": [{"format": {}}, {"startIndex": 4, "format": second}],
    },
    LOOKS,
    st.sampled_from([{"foregroundColor": {"green": 1}}, {"fontSize": 20, "fontFamily": "Arimo"}]),
)
CELLS = PLAIN | RICH
SIZE = 6


@st.composite
def areas(draw: st.DrawFn) -> Json:
    """A block of Sheet1's upper left corner."""
    top, left = draw(st.integers(0, SIZE - 1)), draw(st.integers(0, SIZE - 1))
    return {
        "sheetId": 0,
        "startRowIndex": top,
        "endRowIndex": draw(st.integers(top + 1, SIZE)),
        "startColumnIndex": left,
        "endColumnIndex": draw(st.integers(left + 1, SIZE)),
    }


@st.composite
def spans(draw: st.DrawFn) -> Json:
    """A few rows or columns of Sheet1."""
    start = draw(st.integers(0, SIZE - 1))
    return {
        "sheetId": 0,
        "dimension": draw(st.sampled_from(["ROWS", "COLUMNS"])),
        "startIndex": start,
        "endIndex": draw(st.integers(start + 1, SIZE)),
    }


CONDITIONS = st.sampled_from(
    [
        {"type": "NUMBER_LESS", "values": [{"userEnteredValue": "0"}]},
        {
            "type": "NUMBER_BETWEEN",
            "values": [{"userEnteredValue": "1"}, {"userEnteredValue": "5"}],
        },
        {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": "=$A1>1"}]},
        {"type": "TEXT_CONTAINS", "values": [{"userEnteredValue": "over"}]},
        {"type": "TEXT_STARTS_WITH", "values": [{"userEnteredValue": "=$B$1"}]},
        {"type": "DATE_EQ", "values": [{"userEnteredValue": "12/31/2026"}]},
        {"type": "DATE_AFTER", "values": [{"relativeDate": "PAST_WEEK"}]},
        {"type": "NOT_BLANK"},
    ]
)
RULES = st.sampled_from(
    [
        {"type": "BOOLEAN"},
        {
            "type": "ONE_OF_LIST",
            "values": [{"userEnteredValue": "Yes"}, {"userEnteredValue": "No"}],
        },
        {"type": "ONE_OF_RANGE", "values": [{"userEnteredValue": "=Sheet1!$A$1:$A$3"}]},
        {"type": "NUMBER_GREATER", "values": [{"userEnteredValue": "3"}]},
        {"type": "DATE_BEFORE", "values": [{"userEnteredValue": "3/2/2026"}]},
        {"type": "DATE_AFTER", "values": [{"relativeDate": "TODAY"}]},
        {"type": "TEXT_CONTAINS", "values": [{"userEnteredValue": 'a "b"*?'}]},
        {"type": "TEXT_IS_EMAIL"},
        {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": "=A1>1"}]},
    ]
)


def _rule(area: Json, condition: Json, colour: Json) -> Json:
    boolean = {"condition": condition, "format": {"backgroundColor": colour}}
    return {"addConditionalFormatRule": {"rule": {"ranges": [area], "booleanRule": boolean}}}


def _gradient(area: Json, low: Json, high: Json) -> Json:
    points = {
        "minpoint": {"color": low, "type": "MIN"},
        "maxpoint": {"color": high, "type": "NUMBER", "value": "9"},
    }
    return {"addConditionalFormatRule": {"rule": {"ranges": [area], "gradientRule": points}}}


def _written(area: Json, rows: list[list[Json]]) -> Json:
    start = {
        "sheetId": 0,
        "rowIndex": area["startRowIndex"],
        "columnIndex": area["startColumnIndex"],
    }
    return {
        "updateCells": {"start": start, "rows": [{"values": row} for row in rows], "fields": "*"}
    }


ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=4)
LOOK_REQUESTS = (
    st.builds(_written, areas(), ROWS)
    | areas().map(lambda a: {"mergeCells": {"range": a, "mergeType": "MERGE_ALL"}})
    | st.builds(
        lambda s, n: {
            "updateDimensionProperties": {
                "range": s,
                "properties": {"pixelSize": n},
                "fields": "pixelSize",
            }
        },
        spans(),
        st.sampled_from([21, 40, 96, 145]),
    )
    | spans().map(
        lambda s: {
            "updateDimensionProperties": {
                "range": s,
                "properties": {"hiddenByUser": True},
                "fields": "hiddenByUser",
            }
        }
    )
    | spans().map(lambda s: {"addDimensionGroup": {"range": s}})
    | st.builds(
        lambda a, c, strict: {
            "setDataValidation": {"range": a, "rule": {"condition": c, "strict": strict}}
        },
        areas(),
        RULES,
        st.booleans(),
    )
    | st.builds(_rule, areas(), CONDITIONS, COLOURS)
    | st.builds(_gradient, areas(), COLOURS, COLOURS)
    | areas().map(lambda a: {"setBasicFilter": {"filter": {"range": a}}})
    | st.builds(
        lambda a, name: {"addNamedRange": {"namedRange": {"name": name, "range": a}}},
        areas(),
        st.sampled_from(["Total", "crew_list", "rate_2026"]),
    )
    | areas().map(lambda a: {"addProtectedRange": {"protectedRange": {"range": a}}})
    | st.builds(
        lambda rows, columns, colour: {
            "updateSheetProperties": {
                "properties": {
                    "sheetId": 0,
                    "tabColor": colour,
                    "gridProperties": {"frozenRowCount": rows, "frozenColumnCount": columns},
                },
                "fields": "tabColor,gridProperties(frozenRowCount,frozenColumnCount)",
            }
        },
        st.integers(0, 2),
        st.integers(0, 2),
        COLOURS,
    )
    | st.sampled_from(["Crew", "Cost & EFC", "Day 1"]).map(
        lambda title: {"addSheet": {"properties": {"title": title}}}
    )
)
"""Requests that make a spreadsheet look like something."""
MOVES = (
    spans().map(
        lambda s: {"insertDimension": {"range": s, "inheritFromBefore": s["startIndex"] > 0}}
    )
    | spans().map(lambda s: {"deleteDimension": {"range": s}})
    | st.builds(
        lambda s, to: {"moveDimension": {"source": s, "destinationIndex": to}},
        spans(),
        st.integers(0, SIZE),
    )
    | areas().map(
        lambda a: {
            "sortRange": {
                "range": a,
                "sortSpecs": [{"dimensionIndex": a["startColumnIndex"], "sortOrder": "ASCENDING"}],
            }
        }
    )
)
"""Requests that move what is there."""
