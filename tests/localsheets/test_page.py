"""The page: a spreadsheet as Sheets would show it."""

from __future__ import annotations

from typing import Any

import pytest
import requests

import localsheets
from localsheets.page.chart_data import ChartData, Series
from localsheets.page.chart_svg import draw, scale
from localsheets.page.view import SheetPage, address
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.wire.a1 import Rect
from tests.localsheets.grids import book_of

BUDGET = """
    | Account | Budget     | Note          |
    | 1100    | $1,200     | <b>bold</b> & |
    | Total   | =SUM(B2:B2) |               |
"""


def shown(book: Book) -> dict[str, Any]:
    """The page's cells by name."""
    view = SheetPage(book, book.sheets[0]).view()
    return {cell.name: cell for row in view.rows for cell in row.cells}


def test_cells_show_formats_and_the_bar_shows_formulas() -> None:
    cells = shown(book_of(Budget=BUDGET))
    assert (cells["B2"].text, cells["B2"].entered) == ("$1,200", "1200")
    assert (cells["B3"].text, cells["B3"].entered) == ("1200", "=SUM(B2:B2)")


def test_hidden_rows_and_columns_are_left_out() -> None:
    book = book_of(Budget=BUDGET)
    book.sheets[0].row_meta[1] = {"hiddenByUser": True}
    book.sheets[0].col_meta[2] = {"hiddenByUser": True}
    cells = shown(book)
    assert "A1" in cells
    assert "A3" in cells
    assert "A2" not in cells
    assert "C1" not in cells


def test_a_merge_spans_what_is_visible_and_starts_there() -> None:
    book = book_of(Budget="| title |  |  |")
    book.sheets[0].merges.append(Rect(0, 0, 2, 3))
    book.sheets[0].col_meta[0] = {"hiddenByUser": True}
    cells = shown(book)
    assert (cells["B1"].text, cells["B1"].colspan, cells["B1"].rowspan) == ("title", 2, 2)
    assert "C1" not in cells
    assert "B2" not in cells


def test_rules_colour_cells() -> None:
    book = book_of(Budget="| -5 | 5 |")
    area = {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 2}
    red = {"textFormat": {"foregroundColor": {"red": 1}}}
    for condition in (
        {"type": "NUMBER_LESS", "values": [{"userEnteredValue": "0"}]},
        {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": "=A1<0"}]},
    ):
        book.sheets[0].conditional = [
            {"ranges": [area], "booleanRule": {"condition": condition, "format": red}}
        ]
        page = SheetPage(book, book.sheets[0])
        cells = {cell.name: cell for row in page.view().rows for cell in row.cells}
        assert cells["A1"].css != cells["B1"].css
        assert "color:#ff0000" in page.looks.sheet


@pytest.mark.parametrize(
    ("link", "href"),
    {
        "#gid=7&range=B7": "?gid=7#B7",
        "#gid=7": "?gid=7#A1",
        "https://example.org": "https://example.org",
        "javascript:alert(1)": "",
        "#nothing": "",
    }.items(),
)
def test_links_lead_to_cells_or_to_addresses_and_nowhere_else(link: str, href: str) -> None:
    assert address(link) == href


@pytest.fixture
def url(server: localsheets.Server) -> str:
    made = server.workbooks.create("book")
    made.sheets = book_of(Budget=BUDGET, Other="| x |").sheets
    made.sheets[0].put(0, 0, Cell("Account", note='who\'s\n"who"'))
    return server.url


def get(url: str) -> requests.Response:
    return requests.get(url, timeout=10)


def test_the_page_escapes_what_people_typed(url: str) -> None:
    page = get(f"{url}/d/book").text
    assert "&lt;b&gt;bold&lt;/b&gt; &amp;" in page
    assert "<b>bold" not in page
    assert 'data-note="who&#39;s\n&#34;who&#34;"' in page


def test_the_page_asks_for_nothing_from_outside(url: str) -> None:
    answer = get(f"{url}/d/book")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "src=" not in answer.text
    assert "http" not in answer.text.replace("http://www.w3.org/2000/svg", "")


def test_pages_are_found(url: str) -> None:
    assert 'href="/d/book"' in get(f"{url}/").text
    assert ">Other<" in get(f"{url}/d/book?gid=1").text
    assert 'id="A1" >x<' in get(f"{url}/d/book?gid=1").text.replace('"A1">', '"A1" >')
    google = requests.get(f"{url}/spreadsheets/d/book/edit", timeout=5, allow_redirects=False)
    assert (google.status_code, google.headers["location"]) == (307, "/d/book")
    for path in ("/d/none", "/d/book?gid=99", "/nothing"):
        assert get(url + path).status_code == 404


@pytest.mark.parametrize("kind", ["COLUMN", "BAR", "LINE", "AREA", "PIE", "COMBO"])
def test_charts_are_drawn(kind: str) -> None:
    one = Series("Budget & more", (1.0, None, -2.5), ("1", "", "(2.5)"), "#4285f4", "LINE")
    two = Series("EFC", (2.0, 3.0), ("2", "3"), "#ea4335", "COLUMN")
    svg = draw(ChartData(kind, "Costs <1>", ("a", "b", "c"), (one, two)), 600, 300)
    assert svg.startswith("<svg")
    assert svg.endswith("</svg>")
    assert "Costs &lt;1&gt;" in svg
    assert "nan" not in svg
    assert svg.count("<path") + svg.count("<rect") > 1


@pytest.mark.parametrize(
    ("extent", "expected"),
    [((0, 4300), (0, 5000, 1000)), ((-30, 95), (-50, 100, 25)), ((0, 0), (0, 1, 0.25))],
)
def test_axes_have_round_numbers(
    extent: tuple[float, float], expected: tuple[float, float, float]
) -> None:
    assert scale(extent) == expected
