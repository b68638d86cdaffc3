"""The page over HTTP: what is found where, and that nothing comes from outside."""

from __future__ import annotations

import re

import pytest
import requests

import localsheets
from localsheets.page.links import address
from localsheets.state.cell import Cell
from tests.localsheets.grids import book_of

BUDGET = """
    | Account | Budget     | Note          |
    | 1100    | $1,200     | <b>bold</b> & |
    | Total   | =SUM(B2:B2) |               |
"""


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
    assert 'data-n="who&#x27;s\n&quot;who&quot;"' in page


def test_the_page_asks_for_nothing_from_outside(url: str) -> None:
    for path in ("/", "/d/book", "/d/none"):
        answer = get(url + path)
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in answer.text.replace("http://www.w3.org/2000/svg", "")
    for own in re.findall(r'(?:src|href)="(/page/[^"]+)"', get(f"{url}/d/book").text):
        assert "http" not in get(url + own).text.replace("http://www.w3.org/2000/svg", "")


def test_each_page_has_a_nonce_of_its_own(url: str) -> None:
    first, second = (get(f"{url}/d/book").headers["Content-Security-Policy"] for _ in "12")
    assert first != second


def test_pages_are_found(url: str) -> None:
    assert 'href="/d/book"' in get(f"{url}/").text
    assert ">Other<" in get(f"{url}/d/book?gid=1").text
    assert "<td id=A1>x<" in get(f"{url}/d/book?gid=1").text
    google = requests.get(f"{url}/spreadsheets/d/book/edit", timeout=5, allow_redirects=False)
    assert (google.status_code, google.headers["location"]) == (307, "/d/book")


@pytest.mark.parametrize(
    "path",
    ["/d/none", "/d/book?gid=99", "/d/book?gid=-1x", "/nothing", "/page/none.js", "/d/book/x"],
)
def test_an_address_that_leads_nowhere_is_a_404_in_words(url: str, path: str) -> None:
    answer = get(url + path)
    assert answer.status_code == 404
    assert "<html" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "rows?from=5&to=2",
        "rows?from=0&to=99999999",
        "rows?from=x",
        "edge?key=Home",
        "totals?range=",
    ],
)
def test_a_question_that_makes_no_sense_is_refused(url: str, path: str) -> None:
    assert get(f"{url}/d/book/{path}").status_code == 400


def test_a_slip_in_the_name_box_is_answered_in_words(url: str) -> None:
    assert get(f"{url}/d/book/goto?range=nothing").json() == {
        "error": "Unable to parse range: nothing"
    }


def test_a_page_whose_tab_is_gone_is_told(url: str) -> None:
    assert get(f"{url}/d/book/frame?gid=99").json() == {"gone": True}


def test_what_a_page_has_already_is_not_sent_again(url: str) -> None:
    frame = get(f"{url}/d/book/frame?gid=0").json()
    rows = get(f"{url}/d/book/rows?gid=0&from=0&to=20").json()
    assert get(f"{url}/d/book/frame?gid=0&have={frame['hash']}").status_code == 204
    same = f"{url}/d/book/rows?gid=0&from=0&to=20&have={rows['hash']}"
    assert get(same).status_code == 204
    written = f"{url}/v4/spreadsheets/book/values/C3?valueInputOption=RAW"
    requests.put(written, json={"values": [["new"]]}, timeout=10)
    assert get(same).status_code == 200


def test_the_list_tells_of_each_spreadsheet(url: str) -> None:
    page = get(f"{url}/").text
    assert "2 tabs" in page
    assert "400 cells" in page
    assert '<a href="/d/book?gid=1">Other</a>' in page
    file = get(url + re.findall(r'href="(/d/[^"]+/xlsx)"', page)[0])
    assert file.content.startswith(b"PK")
    assert file.headers["content-disposition"] == "attachment; filename*=UTF-8''book.xlsx"


def test_a_hidden_tab_is_in_the_menu_only(url: str, server: localsheets.Server) -> None:
    other = server.workbooks.read("book").sheets[1]
    other.properties = {**other.properties, "hidden": True}
    tabs = get(f"{url}/d/book/frame?gid=0").json()["tabs"]
    menu, strip = tabs.split('<div class="strip">')
    assert "Other" in menu
    assert "Other" not in strip
    assert "Other" in get(f"{url}/d/book/frame?gid=1").json()["tabs"].split('class="strip"')[1]


@pytest.mark.parametrize(
    ("link", "href"),
    {
        "#gid=7&range=B7": "?gid=7#range=B7",
        "#gid=7": "?gid=7#range=A1",
        "https://example.org": "https://example.org",
        "mailto:ana@example.org": "mailto:ana@example.org",
        "javascript:alert(1)": "",
        "JavaScript:alert(1)": "",
        "java\nscript:alert(1)": "",
        " javascript:alert(1)": "",
        "\x01javascript:alert(1)": "",
        "data:text/html,<script>alert(1)</script>": "",
        "vbscript:x": "",
        "//example.org": "",
        "/etc/passwd": "",
        "https:": "",
        "https://[": "",
        "#gid=7'><b>": "",
        "#gid=7&range=javascript:x": "",
        "#gid=٣": "",
        "#nothing": "",
    }.items(),
)
def test_links_lead_to_cells_or_to_addresses_and_nowhere_else(link: str, href: str) -> None:
    assert address(link) == href
