"""The page in a real browser. Every test also demands: no request leaves the server, no error."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import gspread
import pytest

import localsheets
from localsheets.state.book import Book, grid_sheet
from localsheets.state.cell import Cell
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import column_index
from tests.localsheets.grids import book_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
Open = Callable[..., "Page"]

GRID = """
    | Account | Budget       | Spent   | Left     |
    | 1100    | $1,200       | 300     | =B2-C2   |
    | 1200    | $800         | 500     | =B3-C3   |
    | Total   | =SUM(B2:B3)  | =C2+C3  | =SUM(D2:D3) |
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def book(server: localsheets.Server) -> Book:
    """ "book": a small tab, one with everything on it, and one of 100,000 rows."""
    made = server.workbooks.create("book")
    made.sheets = [*book_of(Small=GRID, Rich="| |").sheets, long_tab().copy()]
    rich(made.sheets[1])
    return made


@cache
def long_tab() -> Sheet:
    sheet = grid_sheet(2, "Long", 100_000, 26)
    for row in range(100_000):
        sheet.put(row, 0, Cell(f"row {row + 1}"))
        sheet.put(row, 1, Cell(row + 1))
    sheet.set_grid(frozenRowCount=1, frozenColumnCount=1)
    return sheet


def rich(sheet: Sheet) -> None:
    sheet.set_grid(rowCount=200, columnCount=26, frozenRowCount=2, frozenColumnCount=1)
    for row in range(200):
        sheet.put(row, 0, Cell(f"row {row + 1}"))
    sheet.put(4, 1, Cell("noted", note="ask Ana"))
    sheet.put(5, 1, Cell("down", formula='=HYPERLINK("#gid=1&range=C150","down")'))
    sheet.put(6, 1, Cell("small", formula='=HYPERLINK("#gid=0&range=B4","small")'))
    sheet.put(7, 1, Cell("<img src=x onerror=alert(1)>", link="javascript:alert(1)"))
    place = {"sheetId": 1, "dimension": "ROWS", "startIndex": 10, "endIndex": 14}
    sheet.row_groups = [{"range": place, "depth": 1}]
    sheet.row_meta[20] = {"hiddenByUser": True}


@pytest.fixture
def open_page(browser: Browser, server: localsheets.Server, book: Book) -> Iterator[Open]:
    """``open_page("?gid=1")``: the page, ready. What it asked and said is judged at the end."""
    asked: list[str] = []
    said: list[str] = []
    reader = browser.new_context(viewport={"width": 1000, "height": 600})

    def open_(rest: str = "") -> Page:
        page = reader.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.goto(f"{server.url}/d/book{rest}")
        page.wait_for_selector("html[data-ready]")
        return page

    yield open_
    reader.close()
    assert said == []
    assert [url for url in asked if not url.startswith((server.url, "data:"))] == []


def bar(page: Page) -> tuple[str, str]:
    """The name box and the formula bar."""
    return page.input_value("#name"), page.inner_text("#entered")


def scrolled(page: Page) -> tuple[int, int]:
    place = page.evaluate("[scroll.scrollLeft, scroll.scrollTop]".replace("scroll.", SCROLL))
    return place[0], place[1]


SCROLL = "document.getElementById('scroll')."


def press(page: Page, *keys: str) -> tuple[str, str]:
    for key in keys:
        page.keyboard.press(key)
    return bar(page)


def test_selecting_shows_the_formula_or_the_raw_value(open_page: Open) -> None:
    page = open_page()
    page.click("#D2")
    assert bar(page) == ("D2", "=B2-C2")
    page.click("#B2")
    assert bar(page) == ("B2", "1200")
    assert page.inner_text("#B2") == "$1,200"


def until(page: Page, true: str) -> None:
    """Wait for an expression to be true; wait_for_function asks by eval, which the page forbids."""
    for _ in range(200):
        if page.evaluate(true):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never came true: {true}")


def test_keys_move_as_in_sheets(open_page: Open) -> None:
    page = open_page()
    assert press(page, "ArrowDown", "ArrowRight") == ("B2", "1200")
    assert press(page, "Tab")[0] == "C2"
    assert press(page, "Shift+Tab", "Enter")[0] == "B3"
    assert press(page, "Shift+Enter", "Home")[0] == "A2"
    assert press(page, "End")[0] == "J2"
    assert press(page, "Control+Home")[0] == "A1"
    press(page, "Control+ArrowDown")
    until(page, "document.getElementById('name').value === 'A4'")
    assert press(page, "Shift+ArrowRight", "Shift+ArrowUp")[0] == "A3:B4"
    assert press(page, "ArrowDown")[0] == "A5"
    assert page.get_attribute("#grid", "aria-activedescendant") == "A5"


def test_totals_of_a_selection_are_told(open_page: Open) -> None:
    page = open_page()
    page.click("#B2")
    page.click("#C3", modifiers=["Shift"])
    page.wait_for_selector("#totals b")
    assert "Sum: $2,800" in page.inner_text("#totals")
    assert "Count: 4" in page.inner_text("#totals")
    page.click("#A1")
    assert page.inner_text("#totals") == ""


def test_copying_takes_what_is_shown(open_page: Open) -> None:
    page = open_page()
    page.click("#A2")
    page.click("#B3", modifiers=["Shift"])
    page.evaluate(
        """document.addEventListener("copy", (event) => {
            window.copied = event.clipboardData.getData("text/plain") })"""
    )
    page.keyboard.press("Control+c")
    assert page.evaluate("window.copied") == "1100\t$1,200\n1200\t$800"


def test_the_name_box_leads_to_a_range_and_refuses_nonsense(open_page: Open) -> None:
    page = open_page("?gid=2")
    page.fill("#name", "B9000")
    page.press("#name", "Enter")
    page.wait_for_selector("#B9000.sel")
    assert bar(page) == ("B9000", "9000")
    page.fill("#name", "nowhere")
    page.press("#name", "Enter")
    page.wait_for_selector("#name.wrong")
    page.fill("#name", "Small!C2")
    page.press("#name", "Enter")
    page.wait_for_url("**/d/book?gid=0#range=C2")
    page.wait_for_selector("#C2.sel")


def test_a_write_shows_without_moving_anything(open_page: Open, google: gspread.Client) -> None:
    page = open_page("?gid=2")
    page.evaluate(SCROLL + "scrollTo(300, 30000)")
    page.wait_for_selector("#A1435")
    page.click("#B1435")
    before = scrolled(page)
    google.open_by_key("book").worksheet("Long").update([["changed"]], "B1436")
    page.wait_for_selector("#B1436:has-text('changed')")
    assert page.locator("#B1436.flash").count() == 1
    assert page.locator("#B1437.flash").count() == 0
    assert scrolled(page) == before
    assert bar(page) == ("B1435", "1435")
    assert page.locator("#B1435.sel").count() == 1


def test_what_did_not_change_is_not_touched(open_page: Open, google: gspread.Client) -> None:
    page = open_page()
    page.evaluate("for (const td of document.querySelectorAll('td')) td.mine = true")
    google.open_by_key("book").worksheet("Small").update([[900]], "C2")
    page.wait_for_selector("#C2:has-text('900')")
    changed = page.evaluate(
        "[...document.querySelectorAll('td')].filter((t) => !t.mine).map((t) => t.id)"
    )
    assert changed == ["C2", "D2", "C4", "D4"]


def test_structure_follows_too(open_page: Open, google: gspread.Client) -> None:
    page = open_page()
    page.click("#B2")
    sheet = google.open_by_key("book")
    sheet.worksheet("Small").freeze(rows=1)
    page.wait_for_selector("thead #A1")
    sheet.worksheet("Small").insert_row(["new"], 2)
    page.wait_for_selector("#A2:has-text('new')")
    sheet.worksheet("Rich").update_title("Poor")
    page.wait_for_selector(".strip >> text=Poor")
    sheet.del_worksheet(sheet.worksheet("Small"))
    page.wait_for_selector("#when >> text=This tab is gone")


def test_several_pages_hear_of_one_write(open_page: Open, google: gspread.Client) -> None:
    pages = [open_page() for _ in range(8)]  # a browser has six connections to a server
    google.open_by_key("book").worksheet("Small").update([["all of you"]], "A6")
    for page in pages:
        page.wait_for_selector("#A6:has-text('all of you')")


def test_frozen_rows_and_columns_stay(open_page: Open) -> None:
    page = open_page("?gid=1")
    names = ["#A2", "#A1", "thead th[data-c='0']"]
    before = [page.locator(name).bounding_box() for name in names]
    page.evaluate(SCROLL + "scrollTo(700, 2000)")
    until(page, SCROLL + "scrollTop >= 1990")
    assert [page.locator(name).bounding_box() for name in names] == before
    top = page.evaluate("document.elementFromPoint(80, 200).closest('td').id")
    assert top.startswith("A")


def test_links_between_cells_jump_and_select(open_page: Open) -> None:
    page = open_page("?gid=1")
    page.click("#B6 a")
    page.wait_for_selector("#C150.sel")
    assert page.locator("#C150").is_visible()
    assert scrolled(page)[1] > 1000
    page.click("#A150")
    page.fill("#name", "B7")
    page.press("#name", "Enter")
    page.wait_for_selector("#B7.sel")
    page.keyboard.press("Alt+Enter")
    page.wait_for_url("**/d/book?gid=0#range=B4")
    page.wait_for_selector("#B4.sel")


def test_google_s_own_address_leads_to_the_cell(
    open_page: Open, server: localsheets.Server
) -> None:
    page = open_page()
    page.goto(f"{server.url}/spreadsheets/d/book/edit#gid=1&range=B100")
    page.wait_for_selector("#B100.sel")
    assert page.locator(".strip [aria-current]").inner_text() == "Rich"


def test_notes_show_on_hover_and_on_selection(open_page: Open) -> None:
    page = open_page("?gid=1")
    assert page.locator("#tip").is_hidden()
    page.hover("#B5")
    assert page.inner_text("#tip") == "ask Ana"
    page.hover("#E9")
    assert page.locator("#tip").is_hidden()
    page.fill("#name", "B5")
    page.press("#name", "Enter")
    page.wait_for_selector("#tip >> text=ask Ana")


def test_groups_and_hidden_rows_open_and_close(open_page: Open) -> None:
    page = open_page("?gid=1")
    assert page.locator("#A12").count() == 1
    page.click("#r10 button.fold")
    page.wait_for_selector("#A12", state="detached")
    page.click("#r10 button.fold")
    page.wait_for_selector("#A12")
    assert page.locator("#A21").count() == 0
    page.click("#r20 button.mark")
    page.wait_for_selector("#A21")


def test_hostile_text_is_text(open_page: Open) -> None:
    page = open_page("?gid=1")
    assert page.inner_text("#B8") == "<img src=x onerror=alert(1)>"
    assert page.locator("#B8 *").count() == page.locator("#B8 .over").count()


def test_a_long_tab_is_whole_and_light(open_page: Open) -> None:
    page = open_page("?gid=2")
    assert page.locator("#grid td").count() < 30_000
    height = page.evaluate("document.getElementById('grid').offsetHeight")
    assert abs(height - 100_000 * 21) < 300
    page.evaluate(SCROLL + "scrollTo(0, 1e9)")
    page.wait_for_selector("#A100000")
    assert page.inner_text("#B100000") == "100000"
    for share in (0.1, 0.9, 0.3, 0.5):
        row = int(100_000 * share)
        page.evaluate(SCROLL + f"scrollTo(0, {row * 21})")
        page.wait_for_selector(f"#A{row + 5}")
    assert page.locator("#grid td").count() < 200_000
    page.keyboard.press("Control+Home")
    page.keyboard.press("Control+ArrowDown")
    page.wait_for_selector("#A100000.sel")


def test_a_whole_column_can_be_selected_and_summed(open_page: Open) -> None:
    page = open_page("?gid=2")
    page.click("th[data-c='1']")
    page.wait_for_selector("#totals b")
    assert "Sum: 5000050000" in page.inner_text("#totals")
    assert column_index("B") == 1


def test_a_reader_comes_back_to_where_they_were(open_page: Open) -> None:
    page = open_page("?gid=1")
    page.click("#r10 button.fold")
    page.wait_for_selector("#A12", state="detached")
    page.click("#C25")
    page.evaluate(SCROLL + "scrollTo(0, 150)")
    page.click(".strip >> text=Small")
    page.wait_for_url("**gid=0")
    page.go_back()
    page.wait_for_selector("#C25.sel")
    assert page.locator("#A12").count() == 0
    assert scrolled(page)[1] == 150


def test_the_list_keeps_up(open_page: Open, google: gspread.Client, server: Any) -> None:
    page = open_page()
    page.goto(server.url)
    assert page.locator("#list > li").count() == 1
    google.create("Another")
    page.wait_for_selector("#list >> text=Another")


def test_a_text_of_a_frozen_column_covers_nothing_that_moved(open_page: Open, book: Book) -> None:
    book.sheets[1].put(30, 0, Cell("a text that is much longer than its column is broad"))
    page = open_page("?gid=1")
    assert page.locator("#A31 .over").bounding_box()["width"] > 250
    page.evaluate(SCROLL + "scrollTo(200, 300)")
    page.wait_for_selector("#grid.moved")
    assert page.locator("#A31 .over").bounding_box()["width"] < 100


def test_a_chart_alone_on_its_tab_is_shown(open_page: Open, book: Book) -> None:
    own = Sheet({"sheetId": 9, "title": "Chart1", "sheetType": "OBJECT"})
    area = {"startRowIndex": 0, "endRowIndex": 3, "startColumnIndex": 0, "endColumnIndex": 1}
    data = {"sourceRange": {"sources": [area]}}
    spec = {"title": "Share", "pieChart": {"domain": data, "series": data}}
    own.charts = [{"chartId": 8, "spec": spec, "position": {"sheetId": 9}}]
    book.sheets.append(own)
    page = open_page("?gid=9")
    assert page.locator("figure.chart svg").is_visible()
    assert page.locator("#grid").is_hidden()


def test_a_page_outlives_its_server(browser: Browser) -> None:
    workbooks = localsheets.Workbooks()
    workbooks.create("book")
    with localsheets.serving(workbooks) as server:
        port = int(server.url.rsplit(":", 1)[1])
        page = browser.new_page()
        page.goto(f"{server.url}/d/book")
        page.wait_for_selector("#when >> text=live")
    page.wait_for_selector("#when.away")
    workbooks.change("book", lambda book: book.put(book.sheets[0], 0, 0, Cell("meanwhile")))
    with localsheets.serving(workbooks, port=port):
        page.wait_for_selector("#A1:has-text('meanwhile')")
        assert page.locator("#when.away").count() == 0
        page.close()


def test_a_server_with_a_token_opens_to_a_browser_that_has_it(browser: Browser) -> None:
    workbooks = localsheets.Workbooks()
    workbooks.create("book")
    with localsheets.serving(workbooks, token="secret") as server:  # noqa: S106
        page = browser.new_page()
        assert page.goto(f"{server.url}/d/book").status == 401
        assert "access_token" in page.inner_text("h1")
        page.goto(f"{server.url}/d/book?access_token=secret")
        page.wait_for_selector("#when >> text=live")
        assert "secret" not in page.url
        workbooks.change("book", lambda book: book.put(book.sheets[0], 0, 0, Cell("new")))
        page.wait_for_selector("#A1:has-text('new')")
        with page.expect_download() as download:
            page.click("text=Download .xlsx")
        assert download.value.suggested_filename == "book.xlsx"
        page.close()
