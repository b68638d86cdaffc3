"""A run of Topsheet against a plain gspread script: `python -m benchmarks.plain_script_ratio`.

Both write the same report tabs of the demo production into its workbook on the local server, where
every request takes 150 ms longer. Topsheet goes first; what it wrote (values, formulas, formats,
widths, frozen rows, groups, conditional formats, notes, filter, charts) is read back and handed to
the script (`benchmarks.plain_script`) as its own tables, and compared with what the script writes.
So the script works nothing out; nor is Topsheet's own working out (recognising, rules, reports)
counted: it is printed apart, and both times are those of reading and writing. A second run
follows, of the next day: Topsheet updates, the script makes its tabs
again. The aims: 8 times fewer requests and 5 times less time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import google.oauth2.credentials
import gspread
import pandas as pd

import localsheets
import sheets
from benchmarks import plain_script
from benchmarks.plain_script import Tab
from flows.production_run import reports_for, understand
from flows.settings import ProductionSettings
from flows.targets import settings_for
from model.cell import column_letters
from sheets.planning.wire import boxes

LATENCY = 0.15
AIMS = (8.0, 5.0)
ROOT = Path(__file__).parents[1]
SETTINGS = ROOT / "examples" / "productions" / "saltglass.toml"
_LOOKS = (
    "sheets(properties,conditionalFormats,basicFilter,rowGroups,charts,data(columnMetadata("
    "pixelSize),rowData.values(userEnteredValue,userEnteredFormat,note,textFormatRuns,"
    "formattedValue)))"
)
Json = dict[str, Any]


@dataclass(frozen=True)
class Cost:
    """What a run took; ``between`` are the seconds between reading and writing, in no ratio."""

    requests: int
    seconds: float
    between: float = 0.0


def main() -> None:
    """Measure both ways, twice each, and print the ratios."""
    settings = settings_for(str(SETTINGS))
    target = next(iter(settings.spreadsheets.values())).target
    workbooks = localsheets.Workbooks()
    for name in ("ours", "plain", "careful"):
        workbooks.import_xlsx(target, name)
    with localsheets.serving(workbooks) as server, server.faults.add("slow", seconds=LATENCY):
        ours, sources = _ours(server, settings)
        plain = _client(server)
        tabs = _tabs(plain, "ours", set(sources["theirs"]))
        ways: Mapping[str, Callable[..., None]] = {
            "plain": plain_script.run,
            "careful": plain_script.careful,
        }
        for name, way in ways.items():
            given = (plain, name, sources["read"], tabs)
            costs = [_measured(server, way, *given) for _ in range(2)]
            _tell(name, costs, ours)
            print(f"  {_unlike(plain, name, tabs)} of {_cells(tabs):,} cells differ from ours")


def _ours(
    server: localsheets.Server, settings: ProductionSettings
) -> tuple[list[Cost], Mapping[str, list[str]]]:
    """Two runs of Topsheet, and which tabs it read tables from."""
    client = sheets.connect(server.url)
    name = next(iter(settings.spreadsheets))
    first = sheets.pull(client, "ours", name)
    _, results = understand([first], settings)
    read = sorted({table.place.tab for table in results.tables})

    costs = []
    for number in (1, 2):
        server.requests.clear()
        began = time.monotonic()
        book = sheets.pull(client, "ours", name)
        pulled = time.monotonic()
        production, results = understand([book], settings)
        moment = datetime.now(UTC) + timedelta(days=number)
        made = reports_for(name, results, production, settings, moment)
        between = time.monotonic() - pulled
        sheets.write(client, book, made, f"run-{number}", today=moment.date())
        took = time.monotonic() - began - between
        cost = Cost(len(server.requests), took, between)
        print(
            f"Topsheet, run {number}: {cost.requests} requests, {cost.seconds:.2f} s"
            f" (and {between:.2f} s of recognising, rules and reports)"
        )
        costs.append(cost)
    return costs, {"read": read, "theirs": list(first.tab_titles)}


def _measured(server: localsheets.Server, work: Callable[..., None], *given: Any) -> Cost:
    server.requests.clear()
    began = time.monotonic()
    work(*given)
    return Cost(len(server.requests), time.monotonic() - began)


def _tell(name: str, costs: list[Cost], ours: list[Cost]) -> None:
    for number, (cost, own) in enumerate(zip(costs, ours, strict=True), 1):
        fewer, faster = cost.requests / own.requests, cost.seconds / own.seconds
        print(
            f"{name} script, run {number}: {cost.requests} requests, {cost.seconds:.2f} s;"
            f" ratios {fewer:.1f} (aim {AIMS[0]:.0f}) and {faster:.1f} (aim {AIMS[1]:.0f})"
        )


def _client(server: localsheets.Server) -> gspread.Client:
    """gspread itself, at the local server."""

    class Local(gspread.HTTPClient):
        def request(self, method: str, endpoint: str, *args: Any, **options: Any) -> Any:
            path = endpoint.partition("googleapis.com")[2]
            return super().request(method, server.url + path, *args, **options)

    made = gspread.Client(google.oauth2.credentials.Credentials("anybody"), http_client=Local)  # type: ignore[no-untyped-call]
    made.http_client.session.trust_env = False
    return made


def _tabs(client: gspread.Client, key: str, theirs: set[str]) -> list[Tab]:
    """The report tabs that stand in a spreadsheet, as tables and looks."""
    found = client.http_client.fetch_sheet_metadata(key, {"fields": _LOOKS})
    return [_tab(sheet) for sheet in found["sheets"] if sheet["properties"]["title"] not in theirs]


def _tab(sheet: Json) -> Tab:
    grid = sheet["properties"]["gridProperties"]
    data = sheet["data"][0]
    rows = [row.get("values", []) for row in data.get("rowData", [])]
    looks: dict[str, dict[tuple[int, int], Json]] = {}
    cells = [[""] * grid["columnCount"] for _ in range(grid["rowCount"])]
    notes = {}
    for row, values in enumerate(rows):
        for col, cell in enumerate(values):
            cells[row][col] = _content(cell)
            if look := cell.get("userEnteredFormat"):
                looks.setdefault(repr(look), {})[row, col] = look
            if note := cell.get("note"):
                notes[_a1(row, col)] = note
    widths = [item.get("pixelSize", 100) for item in data["columnMetadata"]]
    return Tab(
        sheet["properties"]["title"],
        pd.DataFrame(cells),
        [(_range(box), next(iter(at.values()))) for at in looks.values() for box in boxes(at)],
        [(column_letters(col), width) for col, width in enumerate(widths, 1)],
        (grid.get("frozenRowCount", 0), grid.get("frozenColumnCount", 0)),
        [_span(group["range"]) for group in sheet.get("rowGroups", [])],
        sheet.get("conditionalFormats", []),
        notes,
        _filter(sheet.get("basicFilter", {})),
        sheet.get("charts", ()),
    )


def _content(cell: Json) -> Any:
    value = cell.get("userEnteredValue", {})
    content = next(iter(value.values()), "")
    if "stringValue" in value and any("link" in run.get("format", {}) for run in _runs(cell)):
        address = next(run["format"]["link"]["uri"] for run in _runs(cell) if "format" in run)
        text = content.replace('"', '""')
        return f'=HYPERLINK("{address}","{text}")'
    return f"'{content}" if "stringValue" in value else content


def _runs(cell: Json) -> list[Json]:
    look = cell.get("userEnteredFormat", {}).get("textFormat", {})
    whole = [{"format": look}] if "link" in look else []
    found: list[Json] = cell.get("textFormatRuns", [])
    return whole + found


def _filter(found: Json) -> str:
    place = found.get("range", {})
    if not place:
        return ""
    top, left = place.get("startRowIndex", 0), place.get("startColumnIndex", 0)
    return f"{_a1(top, left)}:{_a1(place['endRowIndex'] - 1, place['endColumnIndex'] - 1)}"


def _span(place: Json) -> tuple[int, int]:
    return place.get("startIndex", 0), place["endIndex"]


def _range(box: Any) -> str:
    return f"{_a1(box.top, box.left)}:{_a1(box.bottom - 1, box.right - 1)}"


def _a1(row: int, col: int) -> str:
    return f"{column_letters(col + 1)}{row + 1}"


def _unlike(client: gspread.Client, key: str, tabs: list[Tab]) -> int:
    """Cells that show something else, or otherwise, than in our own tabs."""
    ours, theirs = (_shown(client, name, tabs) for name in ("ours", key))
    return sum(theirs.get(place) != shown for place, shown in ours.items())


def _shown(client: gspread.Client, key: str, tabs: list[Tab]) -> dict[tuple[str, int, int], Any]:
    found = client.http_client.fetch_sheet_metadata(key, {"fields": _LOOKS})
    titles = {tab.title for tab in tabs}
    return {
        (sheet["properties"]["title"], row, col): (
            cell.get("formattedValue", ""),
            cell.get("note"),
            (cell.get("userEnteredFormat") or {}).get("numberFormat"),
        )
        for sheet in found["sheets"]
        if sheet["properties"]["title"] in titles
        for row, values in enumerate(sheet["data"][0].get("rowData", []))
        for col, cell in enumerate(values.get("values", []))
    }


def _cells(tabs: list[Tab]) -> int:
    return sum(tab.cells.size for tab in tabs)


if __name__ == "__main__":
    main()
