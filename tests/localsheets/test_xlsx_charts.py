"""Charts of workbooks: on tabs of their own, with two axes, as dots."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.chart import BarChart, LineChart, RadarChart, Reference

import localsheets
from localsheets.api.writes import update
from localsheets.state.book import Book
from localsheets.xlsx.opc import Package
from tests.localsheets.books import apply, as_another_program_leaves_it

Json = dict[str, Any]
VALUES = [["Unit", "Days", "Cost"], ["Main", 5, 900], ["Second", 12, 300], ["Splinter", 3, 70]]


def column(number: int) -> Json:
    place = {"startRowIndex": 1, "endRowIndex": 4}
    edges = {"startColumnIndex": number, "endColumnIndex": number + 1}
    return {"sourceRange": {"sources": [{**place, **edges}]}}


def chart(kind: str = "COLUMN", **position: Any) -> Json:
    spec = {
        "title": "Cost",
        "basicChart": {
            "chartType": kind,
            "domains": [{"domain": column(0)}],
            "series": [{"series": column(2), "targetAxis": "LEFT_AXIS"}],
        },
    }
    return {"addChart": {"chart": {"spec": spec, "position": position or {"newSheet": True}}}}


def made(*wanted: Json) -> tuple[localsheets.Workbooks, Book]:
    store = localsheets.Workbooks()
    store.create("book")
    store.change("book", lambda book: update(book, "A1", {"values": VALUES}, typed=True))
    apply(store, "book", *wanted)
    return store, store.read("book")


def tabs(book: Book) -> list[Any]:
    """Title, type, hidden, colour, the chart's kind of each tab."""
    return [
        (
            sheet.title,
            sheet.properties.get("sheetType", "GRID"),
            sheet.hidden,
            sheet.properties.get("tabColor"),
            [each["spec"].get("basicChart", {}).get("chartType") for each in sheet.charts],
        )
        for sheet in book.sheets
    ]


LOOK = {"hidden": True, "tabColor": {"red": 1}}


def dressed(book: Book, number: int, **look: Any) -> Json:
    properties = {"sheetId": book.sheets[number].id, **look}
    fields = ",".join(look)
    return {"updateSheetProperties": {"properties": properties, "fields": fields}}


@pytest.mark.parametrize("plain", [False, True], ids=["with our part", "without"])
def test_a_tab_of_a_chart_is_one_after_the_way_through_a_file(tmp_path: Path, plain: bool) -> None:
    store, book = made(chart(), chart("SCATTER"), {"addSheet": {"properties": {"title": "Last"}}})
    apply(store, "book", dressed(book, 1, **LOOK), dressed(book, 2, title="Dots/cost", index=0))
    before = store.read("book")
    store.export_xlsx("book", tmp_path / "book.xlsx")
    path = tmp_path / "book.xlsx"
    path = as_another_program_leaves_it(path) if plain else path
    again = store.read(store.import_xlsx(path, "again"))
    expected = tabs(before)
    if plain:  # Excel allows no strokes in titles
        expected[0] = ("Dots-cost", *expected[0][1:])
    assert tabs(again) == expected
    if not plain:
        assert [sheet.charts for sheet in again.sheets] == [sheet.charts for sheet in before.sheets]
        assert [sheet.properties for sheet in again.sheets] == [s.properties for s in before.sheets]


@pytest.fixture
def original(tmp_path: Path) -> Path:
    """A workbook with two chart sheets: bars, and a kind that the API has no like of."""
    workbook = openpyxl.Workbook()
    tab: Any = workbook.active
    tab.title = "Data"
    for row in VALUES:
        tab.append(row)
    for title, kind in (("Bars", BarChart), ("Radar", RadarChart)):
        one: Any = kind()
        one.add_data(Reference(tab, min_col=3, min_row=1, max_row=4), titles_from_data=True)
        one.set_categories(Reference(tab, min_col=1, min_row=2, max_row=4))
        workbook.create_chartsheet(title).add_chart(one)
    workbook.create_sheet("After")
    workbook._sheets[1].sheet_state = "hidden"
    workbook.save(tmp_path / "original.xlsx")
    return tmp_path / "original.xlsx"


def test_chart_sheets_are_tabs_of_charts(original: Path) -> None:
    store = localsheets.Workbooks()
    book = store.read(store.import_xlsx(original))
    assert tabs(book) == [
        ("Data", "GRID", False, None, []),
        ("Bars", "OBJECT", True, None, ["COLUMN"]),
        ("After", "GRID", False, None, []),
    ]
    assert book.sheets[1].charts[0]["position"] == {"sheetId": book.sheets[1].id}
    assert [sheet.id for sheet in book.sheets if sheet.is_grid] == [0, 1_007_919]


def parts_of_charts(path: Path) -> list[bytes]:
    package = Package.read(path.read_bytes())
    return sorted(part for name, part in package.parts.items() if "/charts/" in name)


def test_chart_sheets_that_nobody_touched_stay_as_they_are(original: Path, tmp_path: Path) -> None:
    store = localsheets.Workbooks()
    book_id = store.import_xlsx(original)
    apply(store, book_id, {"addSheet": {"properties": {"title": "Ours"}}})
    store.export_xlsx(book_id, tmp_path / "exported.xlsx")
    workbook: Any = openpyxl.load_workbook(tmp_path / "exported.xlsx")
    assert workbook.sheetnames == ["Data", "Bars", "After", "Ours", "Radar"]
    assert parts_of_charts(tmp_path / "exported.xlsx") == parts_of_charts(original)
    assert tabs(store.read(store.import_xlsx(tmp_path / "exported.xlsx")))[1][:3] == (
        "Bars",
        "OBJECT",
        True,
    )


def test_a_chart_sheet_that_was_changed_or_deleted(original: Path, tmp_path: Path) -> None:
    store = localsheets.Workbooks()
    book_id = store.import_xlsx(original)
    own = store.read(book_id).sheets[1].charts[0]
    spec = {**own["spec"], "title": "Ours"}
    apply(store, book_id, {"updateChartSpec": {"chartId": own["chartId"], "spec": spec}})
    store.export_xlsx(book_id, tmp_path / "changed.xlsx")
    workbook: Any = openpyxl.load_workbook(tmp_path / "changed.xlsx")
    (found,) = workbook["Bars"]._charts
    assert found.title.tx.rich.p[0].r[0].t == "Ours"
    apply(store, book_id, {"deleteEmbeddedObject": {"objectId": own["chartId"]}})
    store.export_xlsx(book_id, tmp_path / "gone.xlsx")
    assert openpyxl.load_workbook(tmp_path / "gone.xlsx").sheetnames == ["Data", "After", "Radar"]


def test_two_axes_of_another_program(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    tab: Any = workbook.active
    for row in VALUES:
        tab.append(row)
    bars: Any = BarChart()
    bars.add_data(Reference(tab, min_col=2, min_row=1, max_row=4), titles_from_data=True)
    lines: Any = LineChart()
    lines.add_data(Reference(tab, min_col=3, min_row=1, max_row=4), titles_from_data=True)
    lines.y_axis.axId, lines.y_axis.axPos, lines.y_axis.crosses = 200, "r", "max"
    lines.y_axis.title = "Cost"
    bars += lines
    tab.add_chart(bars, "E2")
    workbook.save(tmp_path / "made.xlsx")
    store = localsheets.Workbooks()
    spec = store.read(store.import_xlsx(tmp_path / "made.xlsx")).sheets[0].charts[0]["spec"]
    basic = spec["basicChart"]
    assert basic["chartType"] == "COMBO"
    assert [(one["type"], one["targetAxis"]) for one in basic["series"]] == [
        ("COLUMN", "LEFT_AXIS"),
        ("LINE", "RIGHT_AXIS"),
    ]
    titles = {axis["position"]: axis.get("title") for axis in basic["axis"]}
    assert titles == {"BOTTOM_AXIS": None, "LEFT_AXIS": None, "RIGHT_AXIS": "Cost"}
