"""No text of a sheet becomes a formula, a link of theirs, markup or an order, on any surface.

Every text field of a production's sheets holds a hostile string; the whole run goes over them, and
each surface is looked at: Sheets, the copy and the export as .xlsx, the PDF, the local page,
Prefect's artifacts, the terminal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from flows.artifacts import literally
from model.text import inert
from tests.flows import hostile
from tests.flows.hostile import NASTY, Walk, walked

OURS = re.compile(r"=[-+*/(]*(SUM\()?[A-Z]+\d+(:[A-Z]+\d+)?\)?([-+*/()]|SUM|[A-Z]+\d+|:)*")
"""Our formulas: sums, references and signs, and nothing else."""
LINK = re.compile(r"#gid=\d+&range=[A-Z]+\d+")
COLOUR = re.compile(r"\x1b\[[\d;]*m")
ICON = "data:image/svg+xml,%3Csvg "
FEW = settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # to shrink a whole run takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module", params=range(2))
def walk(request, tmp_path_factory) -> Iterator[Walk]:
    """A run on all of the nasty texts, begun at another one each time."""
    start = request.param * 13
    with walked([*NASTY[start:], *NASTY[:start]], tmp_path_factory.mktemp("walk")) as made:
        yield made


def steering(text: str) -> list[str]:
    """What is left in a text that steers a screen."""
    return [
        letter
        for letter in text
        if (unicodedata.category(letter) == "Cc" and letter not in "\n\t")
        or letter in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    ]


def in_sheets(walk: Walk) -> None:
    for title in walk.written.tabs:
        for cell in hostile.tab_data(walk, title):
            value = cell.get("userEnteredValue", {})
            if "formulaValue" in value:
                assert OURS.fullmatch(value["formulaValue"])
            assert LINK.fullmatch(cell.get("hyperlink", "#gid=0&range=A1"))
            assert "textFormatRuns" not in cell
            assert not steering(value.get("stringValue", "")[3:] + cell.get("note", ""))


def in_workbook(path: Path, tabs: tuple[str, ...], links: str) -> None:
    book = load_workbook(path)
    for tab in tabs:
        for row in book[tab].iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert OURS.fullmatch(str(cell.value))
                if cell.hyperlink:
                    assert cell.hyperlink.target is None
                    assert re.fullmatch(links, cell.hyperlink.location or "")


def exported_tabs(walk: Walk) -> tuple[str, ...]:
    """The titles of the reports that are exported: all but our hidden memory."""
    return tuple(report.title for report in walk.reports if not report.hidden)


def in_pdf(path: Path) -> None:
    reader = PdfReader(path)
    for page in reader.pages:
        assert "/Annots" not in page
        assert not steering(page.extract_text())
    assert "/JavaScript" not in str(reader.trailer["/Root"])


class Tags(HTMLParser):
    """The tags and attributes of a page, outside of what is text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value or "" for name, value in attrs if name in ("href", "src")}


def on_the_page(walk: Walk) -> None:
    for title in walk.written.tabs:
        found = Tags(hostile.page(walk, title))
        assert not found.tags & {"img", "h2", "iframe", "object", "embed"}
        assert not {name for name in found.attributes if name.startswith("on")}
        assert all(link.startswith(("/", "#", "?", ICON)) for link in found.links), found.links


def in_the_terminal(walk: Walk) -> None:
    assert not steering(COLOUR.sub("", walk.terminal))


def everywhere(walk: Walk) -> None:
    """Look at every surface."""
    in_sheets(walk)
    in_workbook(walk.copy, walk.written.tabs, r"'?.+'?![A-Z]+\d+")
    in_workbook(walk.files.workbook, exported_tabs(walk), "(?!)")
    in_pdf(walk.files.pdf)
    on_the_page(walk)
    in_the_terminal(walk)


def test_in_sheets_they_are_texts(walk):
    in_sheets(walk)


def test_in_the_copy_they_are_texts_and_links_lead_to_cells(walk):
    in_workbook(walk.copy, walk.written.tabs, r"'?.+'?![A-Z]+\d+")


def test_in_the_export_they_are_texts_and_there_are_no_links(walk):
    in_workbook(walk.files.workbook, exported_tabs(walk), "(?!)")


def test_in_the_pdf_they_are_texts(walk):
    in_pdf(walk.files.pdf)


def test_on_the_page_they_are_texts(walk):
    on_the_page(walk)


def test_in_the_terminal_they_are_texts(walk):
    in_the_terminal(walk)


def test_the_texts_are_there_to_be_seen(walk):
    """A test of the test: the strings do come through, as the letters that they are."""
    shown = [
        cell.value for tab in load_workbook(walk.files.workbook) for row in tab for cell in row
    ]
    told = "\n".join(value for value in shown if isinstance(value, str))
    assert sum(inert(text).strip() in told for text in NASTY) >= 5


@pytest.mark.parametrize("text", NASTY)
def test_in_markdown_nothing_has_a_meaning(text):
    said = literally(text)
    bare = re.sub(r"\\[\W_]", "", said)
    assert not re.search(r"[\[\]()*_`<>|#!]|://|www\.", bare)
    assert not steering(said)
    assert "\n" not in said


@pytest.mark.slow
@pytest.mark.timeout(600)
@FEW
@given(st.lists(hostile.texts, min_size=5, max_size=25))
def test_whatever_the_texts_are(tmp_path, words):
    with walked(words, tmp_path) as walk:
        everywhere(walk)
