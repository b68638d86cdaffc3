"""Whatever people type, it is text on the page: never markup, script, style or a way out."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from localsheets.page.rendered import rendered
from localsheets.page.tab import Tab
from localsheets.state.book import Book
from localsheets.state.cell import Cell, CellError
from localsheets.wire.a1 import Rect
from tests.localsheets.grids import book_of
from tests.localsheets.pages import read

HOSTILE = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "</td></tr></table><h1>",
    "</script><script>",
    "</style><style>*{display:none}",
    "]]><!--",
    "{{7*7}}{% raw %}",
    "&lt;b&gt;&amp;&#x3C;",
    "javascript:alert(1)",
    "JaVa\tScript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "\x00\x0b\ud800\ufffe\u202e",
    '=HYPERLINK("javascript:alert(1)","x")',
)
texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=30),
    st.lists(st.sampled_from(HOSTILE), min_size=2, max_size=2).map("".join),
)
cells = st.builds(
    Cell,
    outcome=st.none(),
    value=st.one_of(texts, st.booleans(), texts.map(lambda text: CellError("REF", text))),
    formula=st.one_of(st.none(), texts.map(lambda text: f'=HYPERLINK("{text}","x")')),
    note=st.one_of(st.none(), texts),
    link=st.one_of(st.none(), texts),
    format=st.fixed_dictionaries(
        {},
        optional={
            "textFormat": st.fixed_dictionaries(
                {}, optional={"fontFamily": texts, "link": texts.map(lambda uri: {"uri": uri})}
            ),
            "numberFormat": texts.map(lambda text: {"type": "TEXT", "pattern": text}),
            "horizontalAlignment": texts,
            "borders": texts.map(lambda text: {"top": {"style": text}}),
        },
    ),
    runs=texts.map(lambda uri: ({"startIndex": 1, "format": {"link": {"uri": uri}}},)),
    validation=st.sampled_from([None, {"condition": {"type": "ONE_OF_LIST"}}]),
)
TAGS = {"tr", "td", "th", "i", "span", "div", "a", "col", "colgroup", "thead", "button"}
ATTRIBUTES = (
    *("id", "class", "href", "target", "rel", "tabindex", "role", "scope", "height", "width"),
    *("rowspan", "colspan", "title", "aria-rowindex", "aria-label", "aria-expanded"),
    *("data-f", "data-n", "data-bad", "data-t", "data-r", "data-c", "data-flip"),
)


def book_with(cell: Cell, text: str) -> Book:
    book = book_of(Tab="| |", Other="| |")
    book.title = text
    for sheet in book.sheets:
        sheet.properties = {**sheet.properties, "title": text + sheet.title}
    book.sheets[0].put(0, 0, cell)
    book.sheets[0].put(2, 1, cell)
    book.sheets[0].merges = [Rect(2, 1, 4, 3)]
    book.sheets[0].protected = [{"protectedRangeId": 1, "range": {}, "description": text}]
    book.named = [{"namedRangeId": "x", "name": text, "range": {}}]
    return book


def check(html: str, looks: dict[str, str]) -> None:
    """Only tags and attributes of ours; links to cells, http(s) and mailto; no style of theirs."""
    for tag, attributes in read(html).tags:
        assert tag in TAGS
        assert set(attributes) <= set(ATTRIBUTES)
        href = attributes.get("href", "?gid=0")
        assert href.startswith(("?gid=", "http://", "https://", "mailto:"))
        if not href.startswith("?"):
            assert attributes["rel"] == "noopener noreferrer"
    for rule in looks.values():
        assert not set("{}<@\\\n") & set(rule)
        assert "url" not in rule


@settings(deadline=None)
@given(cell=cells, text=texts)
def test_hostile_cells_and_titles_stay_text(cell: Cell, text: str) -> None:
    book = book_with(cell, text)
    page = Tab(book, book.sheets[0])
    part, frame = page.part(0, 20), page.frame()
    check(part["html"], part["looks"])
    check(frame["head"], frame["looks"])
    part["html"].encode()
    assert "alert" not in frame["css"]
    names = {tag for tag, _ in read_all(frame["tabs"])}
    assert names <= {"details", "summary", "svg", "path", "ul", "li", "a", "small", "div"}


def read_all(html: str) -> list[tuple[str, dict[str, str]]]:
    return read(html).tags


@settings(deadline=None)
@given(text=texts)
def test_hostile_titles_stay_text_on_the_whole_page(text: str) -> None:
    book = book_with(Cell(text), text)
    plain = book_with(Cell("x"), "x")
    assert skeleton(book) == skeleton(plain)
    whole(book).encode()


def whole(book: Book) -> str:
    page = Tab(book, book.sheets[0])
    frame = page.frame()
    state = json.dumps(frame).replace("<", "\\u003c")
    first: dict[str, Any] = page.part(0, 20)
    return rendered("sheet.html", nonce="n", book=book, frame=frame, state=state, first=first)


def skeleton(book: Book) -> list[str]:
    """The page's tags without those within cells."""
    names = [tag for tag, _ in read(whole(book)).tags]
    return [name for name in names if name not in ("td", "a", "div", "span", "i")]
