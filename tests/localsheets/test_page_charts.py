"""Charts: what they read from cells, their scales, and that whatever they hold, SVG comes out."""

from __future__ import annotations

import math
import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from localsheets.page.chart_data import ChartData, Series, chart_data
from localsheets.page.chart_marks import stacked
from localsheets.page.chart_scale import Scale, round_bounds, short
from localsheets.page.chart_svg import draw
from localsheets.page.tab import Tab
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from tests.localsheets.grids import book_of

COSTS = """
    | Dept   | Budget | EFC  |
    | Camera | 100    | 120  |
    | Grip   | 50     | 40   |
    | Sound  | 30     |      |
"""
SVG = "{http://www.w3.org/2000/svg}"


def source(column: int, top: int = 0, bottom: int = 4) -> dict[str, Any]:
    area = {"startRowIndex": top, "endRowIndex": bottom}
    columns = {"startColumnIndex": column, "endColumnIndex": column + 1}
    return {"sourceRange": {"sources": [{**area, **columns}]}}


def basic(kind: str = "COLUMN", **more: Any) -> dict[str, Any]:
    chart = {
        "chartType": kind,
        "headerCount": 1,
        "domains": [{"domain": source(0)}],
        "series": [{"series": source(1)}, {"series": source(2), "targetAxis": "RIGHT_AXIS"}],
        **more,
    }
    return {"title": "Costs <1>", "basicChart": chart}


def test_a_chart_reads_labels_names_and_numbers() -> None:
    data = chart_data(book_of(Tab=COSTS), basic())
    assert data.labels == ("Camera", "Grip", "Sound")
    assert [series.name for series in data.series] == ["Budget", "EFC"]
    assert data.series[1].values == (120.0, 40.0, None)
    assert [series.on_right for series in data.series] == [False, True]


def test_hidden_rows_are_left_out_unless_all_is_shown() -> None:
    book = book_of(Tab=COSTS)
    book.sheets[0].row_meta[2] = {"hiddenByUser": True}
    assert chart_data(book, basic()).labels == ("Camera", "Sound")
    every = {**basic(), "hiddenDimensionStrategy": "SHOW_ALL"}
    assert chart_data(book, every).labels == ("Camera", "Grip", "Sound")


def test_a_pie_leaves_its_heading_out() -> None:
    data = chart_data(book_of(Tab=COSTS), {"pieChart": {"domain": source(0), "series": source(1)}})
    assert data.labels == ("Camera", "Grip", "Sound")
    assert data.series[0].values == (100.0, 50.0, 30.0)


def test_a_scorecard_tells_its_figure_and_the_change() -> None:
    card = {"keyValueData": source(2, 1, 2), "baselineValueData": source(1, 1, 2)}
    svg = draw(chart_data(book_of(Tab=COSTS), {"scorecardChart": card}), 300, 200)
    assert ">120<" in svg
    assert "▲ 20.0% against 100" in svg


def test_stacks_grow_up_and_down_from_zero() -> None:
    one = Series("a", (1.0, -1.0, None), ("", "", ""), "#000000")
    two = Series("b", (2.0, 3.0, 4.0), ("", "", ""), "#000000")
    three = Series("c", (1.0, -2.0, 4.0), ("", "", ""), "#000000")
    data = ChartData("COLUMN", "", ("x", "y", "z"), (one, two, three), stacked="STACKED")
    assert stacked(data) == [
        [(0.0, 1.0), (0.0, -1.0), (0.0, None)],
        [(1.0, 3.0), (0.0, 3.0), (0.0, 4.0)],
        [(3.0, 4.0), (-1.0, -3.0), (4.0, 8.0)],
    ]
    shares = stacked(ChartData("AREA", "", ("x",), (one, two, three), stacked="PERCENT_STACKED"))
    assert shares[2][0] == (0.75, 1.0)


@pytest.mark.parametrize(
    ("extent", "expected"),
    [((0, 4300), (0, 5000, 1000)), ((-30, 95), (-50, 100, 25)), ((0, 0), (0, 1, 0.25))],
)
def test_axes_have_round_numbers(
    extent: tuple[float, float], expected: tuple[float, float, float]
) -> None:
    assert round_bounds(extent) == expected


@given(one=st.floats(allow_nan=False), two=st.floats(allow_nan=False))
@example(one=0.0, two=5e-324)
def test_any_axis_has_a_few_steps_and_holds_its_numbers(one: float, two: float) -> None:
    low, high, step = round_bounds((min(one, two), max(one, two)))
    scale = Scale(low, high, step, 0, 100)
    assert 2 <= len(scale.marks) <= 9
    assert 0 <= scale.at(one) <= 100
    assert 0 <= scale.at(two) <= 100


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (4000, "4,000"), (1_250_000, "1.25M"), (-2e9, "-2B"), (0.5, "0.5")],
)
def test_an_axis_writes_large_numbers_short(number: float, text: str) -> None:
    assert short(number) == text


numbers = st.one_of(st.none(), st.floats(allow_nan=False), st.integers(-5, 5).map(float))
KINDS = ["COLUMN", "BAR", "LINE", "AREA", "STEPPED_AREA", "SCATTER", "COMBO", "PIE", "SCORECARD"]


@settings(deadline=None)
@given(data=st.data(), kind=st.sampled_from([*KINDS, "waterfallChart", ""]))
def test_whatever_a_chart_holds_it_is_drawn(data: st.DataObject, kind: str) -> None:
    text = st.one_of(
        st.sampled_from(["<script>", "a & b", "\"'>", "\x00\ud800"]), st.text(max_size=9)
    )
    count = data.draw(st.integers(0, 5))
    many = 2 if kind == "SCORECARD" else data.draw(st.integers(kind == "PIE", 3))
    series = tuple(
        Series(
            name=data.draw(text),
            values=tuple(data.draw(st.lists(numbers, min_size=count, max_size=count))),
            texts=tuple(data.draw(st.lists(text, min_size=count, max_size=count))),
            colour="#4285f4",
            kind=data.draw(st.sampled_from(["COLUMN", "LINE", "AREA", ""])),
            on_right=data.draw(st.booleans()),
            labelled=data.draw(st.booleans()),
        )
        for _ in range(many)
    )
    chart = ChartData(
        kind,
        data.draw(text),
        tuple(data.draw(st.lists(text, min_size=count, max_size=count))),
        series,
        numbers=tuple(data.draw(st.lists(numbers, min_size=count, max_size=count))),
        stacked=data.draw(st.sampled_from(["", "STACKED", "PERCENT_STACKED"])),
        legend=data.draw(st.sampled_from(["", "NO_LEGEND", "BOTTOM_LEGEND", "TOP_LEGEND"])),
        axis_titles=("below", data.draw(text), "right"),
        bounds=data.draw(st.sampled_from([(None, None), (0.0, 10.0), (5.0, 1.0)])),
    )
    svg = draw(chart, data.draw(st.integers(1, 900)), data.draw(st.integers(1, 900)))
    names = {node.tag.removeprefix(SVG) for node in ET.fromstring(svg).iter()}  # noqa: S314
    assert names <= {"svg", "rect", "text", "path", "circle", "title"}
    for number in re.findall(r'(?:x|y|width|height|cx|cy|r|d)="([^"]*)"', svg):
        assert "nan" not in number
        assert "inf" not in number


@pytest.mark.parametrize(
    ("kind", "said"),
    {
        "waterfallChart": "Waterfall chart: not drawn here",
        "orgChart": "Org chart: not drawn here",
        "bubbleChart": "Bubble chart: not drawn here",
    }.items(),
)
def test_a_kind_that_is_not_drawn_says_so(kind: str, said: str) -> None:
    assert said in draw(chart_data(Book("b", "b"), {kind: {}, "title": "T"}), 400, 300)


def test_a_chart_hangs_on_its_cell_or_has_a_tab_of_its_own() -> None:
    book = book_of(Tab=COSTS)
    anchor = {"rowIndex": 5, "columnIndex": 1}
    overlay = {"anchorCell": anchor, "offsetXPixels": 3, "widthPixels": 400, "heightPixels": 200}
    book.sheets[0].charts = [
        {"chartId": 7, "spec": basic(), "position": {"overlayPosition": overlay}}
    ]
    figure = Tab(book, book.sheets[0]).frame()["figures"][0]
    assert (figure["key"], figure["top"], figure["left"], figure["x"]) == (7, 105, 100, 3)
    assert 'width="400" height="200"' in figure["svg"]
    assert "Costs &lt;1&gt;" in figure["svg"]

    own = Sheet({"sheetId": 9, "title": "Chart1", "sheetType": "OBJECT"})
    own.charts = [{"chartId": 8, "spec": basic(), "position": {"sheetId": 9}}]
    book.sheets.append(own)
    frame = Tab(book, own).frame()
    assert (frame["parts"], len(frame["figures"])) == ([], 1)
    assert math.isclose(frame["counts"][0], 0)
