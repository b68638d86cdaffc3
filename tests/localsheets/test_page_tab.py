"""A tab's rows and columns on the page: parts, what is hidden, groups that open and close."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from localsheets.page.axis import Axis
from localsheets.page.recent import Recent
from localsheets.page.tab import MOST_COLUMNS, Tab
from localsheets.state.book import Book, grid_sheet
from localsheets.wire.a1 import Rect
from tests.localsheets.grids import book_of
from tests.localsheets.pages import read, shown

TALL = "\n".join(f"| {n} |" for n in range(1, 11))


def rows_of(book: Book, *flips: str) -> str:
    """The numbers of the rows that show, of the first ten."""
    names = shown(book, *flips)
    return " ".join(str(n) for n in range(1, 11) if f"A{n}" in names)


def grouped(*groups: tuple[int, int, int, bool]) -> Book:
    book = book_of(Tab=TALL)
    book.sheets[0].row_groups = [
        {
            "range": {"dimension": "ROWS", "startIndex": start, "endIndex": end},
            "depth": depth,
            "collapsed": closed,
        }
        for start, end, depth, closed in groups
    ]
    for start, end, _, closed in groups:
        if closed:
            for row in range(start, end):
                book.sheets[0].row_meta[row] = {"hiddenByUser": True}
    return book


def test_a_group_opens_and_closes_for_one_reader() -> None:
    book = grouped((2, 5, 1, False))
    assert rows_of(book) == "1 2 3 4 5 6 7 8 9 10"
    assert rows_of(book, "r2-5.1") == "1 2 6 7 8 9 10"


def test_a_group_that_was_collapsed_opens() -> None:
    book = grouped((2, 5, 1, True))
    assert rows_of(book) == "1 2 6 7 8 9 10"
    assert rows_of(book, "r2-5.1") == "1 2 3 4 5 6 7 8 9 10"


def test_a_group_within_a_group_stays_closed_when_the_outer_one_opens() -> None:
    book = grouped((1, 8, 1, True), (3, 5, 2, True))
    assert rows_of(book) == "1 9 10"
    assert rows_of(book, "r1-8.1") == "1 2 3 6 7 8 9 10"
    assert rows_of(book, "r1-8.1", "r3-5.2") == "1 2 3 4 5 6 7 8 9 10"


def test_the_button_of_a_group_is_before_it_or_after_it() -> None:
    book = grouped((2, 5, 1, False))

    def row_of_button() -> str:
        page = Tab(book, book.sheets[0])
        html = page.part(0, 10)["html"]
        row = next(row for row in html.split("<tr ") if "data-flip" in row)
        return row.split(" ")[0]

    assert row_of_button() == "id=r2"
    book.sheets[0].set_grid(rowGroupControlAfter=True)
    assert row_of_button() == "id=r6"


def test_hidden_rows_show_when_asked_for_and_those_of_a_filter_do_not() -> None:
    book = book_of(Tab=TALL)
    for row in (3, 4):
        book.sheets[0].row_meta[row] = {"hiddenByUser": True}
    book.sheets[0].row_meta[7] = {"hiddenByFilter": True}
    assert rows_of(book) == "1 2 3 6 7 9 10"
    assert Axis(book.sheets[0], rows=True).marks == {(3, 5): "h3-5"}
    assert rows_of(book, "h3-5") == "1 2 3 4 5 6 7 9 10"
    assert rows_of(book, "h7-8") == "1 2 3 6 7 9 10"


def test_frozen_rows_are_in_the_head_and_nowhere_else() -> None:
    book = book_of(Tab=TALL)
    book.sheets[0].set_grid(frozenRowCount=2, frozenColumnCount=1)
    page = Tab(book, book.sheets[0])
    frame = page.frame()
    assert "id=A2" in frame["head"]
    assert "id=A3" not in frame["head"]
    assert page.parts()[0][0] == 2
    assert "f0{left:46px}" in frame["css"]
    cells = read(frame["head"]).cells
    assert cells["A1"].attributes["class"].endswith("fz f0")
    assert "fz" not in cells["B1"].attributes.get("class", "")


merges = st.lists(
    st.builds(
        lambda top, height: Rect(top, 0, top + height, 2),
        st.integers(0, 900),
        st.integers(1, 60),
    ),
    max_size=8,
)


@settings(deadline=None)
@given(rows=st.integers(1, 1000), frozen=st.integers(0, 5), merged=merges)
def test_parts_hold_every_row_once_and_cut_no_merge(
    rows: int, frozen: int, merged: list[Rect]
) -> None:
    book = Book("book", "book", sheets=[grid_sheet(0, "Tab", rows, 30)])
    sheet = book.sheets[0]
    sheet.set_grid(frozenRowCount=min(frozen, rows))
    sheet.merges = [m for m in merged if (m.bottom or 0) <= rows and m.top >= frozen]
    parts = Tab(book, sheet).parts()
    edges = [start for start, _, _ in parts] + [rows]
    assert [row for start, end, _ in parts for row in range(start, end)] == [
        *range(min(frozen, rows), rows)
    ]
    assert not any(m.top < edge < (m.bottom or 0) for m in sheet.merges for edge in edges[1:-1])


@settings(deadline=None)
@given(
    hidden=st.sets(st.integers(0, 99)),
    sizes=st.dictionaries(st.integers(0, 99), st.integers(2, 90)),
    cut=st.tuples(st.integers(0, 99), st.integers(0, 100)),
)
def test_the_extent_of_a_stretch_is_that_of_its_visible_rows(
    hidden: set[int], sizes: dict[int, int], cut: tuple[int, int]
) -> None:
    sheet = grid_sheet(0, "Tab", 100, 5)
    sheet.row_meta = {n: {"pixelSize": size} for n, size in sizes.items()}
    for n in hidden:
        sheet.row_meta[n] = {**sheet.row_meta.get(n, {}), "hiddenByUser": True}
    axis = Axis(sheet, rows=True)
    start, end = sorted(cut)
    visible = axis.visible(start, end)
    assert visible == [n for n in range(start, end) if n not in hidden]
    assert visible == [n for n in range(start, end) if not axis.is_hidden(n)]
    assert axis.extent(start, end) == sum(sizes.get(n, 21) for n in visible)


def test_a_very_wide_tab_goes_on_elsewhere() -> None:
    book = Book("book", "book", sheets=[grid_sheet(0, "Tab", 5, 1200)])
    book.sheets[0].set_grid(frozenColumnCount=1)
    first = Tab(book, book.sheets[0])
    assert first.frame()["further"] == [[0, 501, "Columns from SH"]]
    second = Tab(book, book.sheets[0], left=501)
    assert second.shown[:2] == [0, 501]
    assert len(second.shown) == MOST_COLUMNS + 1
    last = Tab(book, book.sheets[0], left=1001).frame()["further"]
    assert last == [[0, 0, "First columns"]]


def test_a_very_long_tab_goes_on_elsewhere() -> None:
    book = Book("book", "book", sheets=[grid_sheet(0, "Tab", 2_500_000, 4)])
    first = Tab(book, book.sheets[0])
    assert first.parts()[-1][1] == 1_000_000
    assert first.frame()["further"] == [[1_000_000, 0, "Rows from 1,000,001"]]
    last = Tab(book, book.sheets[0], top=2_000_000)
    assert (last.parts()[0][0], last.parts()[-1][1]) == (2_000_000, 2_500_000)
    assert last.frame()["further"] == [[0, 0, "First rows"]]


def test_a_tab_of_a_hundred_thousand_rows_is_sent_in_parts() -> None:
    book = Book("book", "book", sheets=[grid_sheet(0, "Tab", 100_000, 26)])
    page = Tab(book, book.sheets[0])
    parts = page.parts()
    assert len(page.part(*parts[0][:2])["html"]) < 200_000
    assert parts[-1][1] == 100_000
    assert sum(pixels for _, _, pixels in parts) == 2_100_000


def test_protected_ranges_say_what_they_are() -> None:
    book = book_of(Tab=TALL)
    area = {"startRowIndex": 1, "endRowIndex": 3, "startColumnIndex": 0, "endColumnIndex": 1}
    book.sheets[0].protected = [
        {"protectedRangeId": 1, "range": area, "description": "Totals"},
        {"protectedRangeId": 2, "range": {}, "warningOnly": True},
    ]
    frame = Tab(book, book.sheets[0]).frame()
    assert frame["protected"][0] == [1, 0, 3, 1, "Protected: Totals"]
    assert frame["protected"][1][4].startswith("Editing shows a warning")
    assert 'aria-label="Protected"' in frame["tabs"]


def test_what_was_painted_for_one_version_is_not_shown_for_another() -> None:
    recent = Recent(kept=2)
    first, second = book_of(Tab="| a |"), book_of(Tab="| b |")

    def title(book: Book, asked: str) -> str:
        page = Tab(book, book.sheets[0])
        made = recent.get(book, asked, lambda: {"text": asked + page.part(0, 1)["hash"]})
        return str(made["text"])

    answers = {title(first, "x"), title(second, "x"), title(first, "y"), title(first, "x")}
    assert len(answers) == 3
    assert recent.get(first, "x", dict) == {"text": title(first, "x")}
