"""The reports' PDF: a cover line, bookmarks, headings and foot on every page, embedded fonts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pypdf import PdfReader

from exports.pdf import write_pdf
from model.report import Entry
from tests.exports.paper import COVER, account, as_pdf, charted, texts, variance

REPORT = variance(account("2201 900 950"), account("2203 1250.40 0"))
LONG = variance(*(account(f"{number} 900 950") for number in range(2000, 2100)))


@pytest.fixture(scope="module")
def long(tmp_path_factory):
    return as_pdf(tmp_path_factory.mktemp("pdf"), LONG)


def test_the_cover_line_says_whose_of_when_and_in_what_money(tmp_path):
    (page,) = texts(as_pdf(tmp_path, REPORT))
    assert page.splitlines()[:2] == [
        "Harbour Lights",
        "As of Wed 4 Mar 2026 18:30 PST   ·   Week ending Sat 28 Feb 2026   ·   Amounts in USD",
    ]


def test_figures_are_written_as_the_trade_does(tmp_path):
    (page,) = texts(as_pdf(tmp_path, variance(account("2201 900 2950.50"), account("2203 0 0"))))
    lines = page.splitlines()
    assert "2201 Account 2201 900 2,951 (2,051)" in lines
    assert "2203 Account 2203 - - -" in lines


def test_an_over_is_red_and_nothing_else(tmp_path):
    content = as_pdf(tmp_path, REPORT).pages[0].get_contents().get_data().decode("latin-1")
    red = "0.702 0.149 0.1176 rg"
    assert content.count(red) == 1  # -50; the 1,250.40 under and the total of both are not


def test_headings_and_foot_stand_on_every_page(long):
    pages = texts(long)
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert "Account" in page
        assert "Description" in page
        assert f"Page {number} of {len(pages)}" in page
        assert "Harbour Lights: Variance" in page
        assert "As of Wed 4 Mar 2026" in page


def test_a_page_of_many_lines_is_one_page_all_the_same(tmp_path):
    """Smaller type rather than a second page, as long as it can be read."""
    lines = [account(f"{number} 900 950") for number in range(2000, 2055)]
    (page,) = texts(as_pdf(tmp_path, variance(*lines, one_page=True)))
    assert "2000" in page
    assert "2054" in page


def test_a_page_that_does_not_fit_goes_on_upright(tmp_path):
    lines = [account(f"{number} 900 950") for number in range(2000, 2150)]
    pages = as_pdf(tmp_path, variance(*lines, one_page=True)).pages
    assert len(pages) > 1
    assert all(page.mediabox.height > page.mediabox.width for page in pages)


def test_no_line_is_lost_or_torn_between_pages(long):
    told = "\n".join(texts(long)).splitlines()
    codes = [line[:4] for line in told if " Account " in line]
    assert codes == [str(number) for number in range(2000, 2100)]


def test_a_total_never_stands_alone_on_a_page(long):
    last = texts(long)[-1]
    assert last.index("2099 Account 2099") < last.index("Total 90,000")


def test_each_report_has_a_bookmark_and_the_foot_of_its_pages(tmp_path):
    reader = as_pdf(tmp_path, REPORT, replace(REPORT, name="b", title="Changes"))
    assert [mark.title for mark in reader.outline] == ["Variance", "Changes"]
    assert ["Harbour Lights: Variance" in page for page in texts(reader)] == [True, False]


def test_the_paper_is_that_of_the_country(tmp_path):
    for locale, width in (("en_US", 792), ("de_DE", 841.89)):
        box = as_pdf(tmp_path, REPORT, cover=replace(COVER, locale=locale)).pages[0].mediabox
        assert float(box.width) == pytest.approx(width)
        assert box.width > box.height


def test_names_in_other_scripts_are_written_with_embedded_fonts(tmp_path):
    names = ["Zoë Šimůnková", "Ελένη", "Наталья", "刘洋", "김서연", "さくら", "อรุณ", "आशा"]
    lines = [account(f"{n} 1 1", name) for n, name in enumerate(names, 1)]
    path = tmp_path / "names.pdf"
    assert write_pdf([variance(*lines)], COVER, path) == frozenset()
    reader = PdfReader(path)
    fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]
    for font in fonts:
        (child,) = font["/DescendantFonts"]
        assert "/FontFile2" in child.get_object()["/FontDescriptor"]
    (page,) = texts(reader)
    for name in ("Zoë Šimůnková", "Ελένη", "Наталья", "刘洋", "김서연", "さくら"):
        assert name in page


def test_what_no_font_has_is_shown_as_missing_and_told(tmp_path):
    report = variance(account("1 1 1", "A film \U0001f3ac crew"))
    assert write_pdf([report], COVER, tmp_path / "a.pdf") == frozenset("\U0001f3ac")
    assert "A film \ufffd crew" in texts(as_pdf(tmp_path, report))[0]


def test_a_column_for_the_screen_or_without_content_stays_off_paper(tmp_path):
    (page,) = texts(as_pdf(tmp_path, REPORT))
    assert "Source" not in page
    assert "Explanation" not in page
    told = replace(REPORT.lines[1], entries={**REPORT.lines[1].entries, "why": Entry("Rain")})
    (page,) = texts(as_pdf(tmp_path, replace(REPORT, lines=(told, *REPORT.lines[2:]))))
    assert "Explanation" in page
    assert "Rain" in page


@pytest.mark.parametrize("kind", ["bar", "column", "line"])
def test_charts_are_drawn_with_round_figures(tmp_path, kind):
    report = charted(account("2201 900 950"), account("2203 1250 0"), kind=kind)
    first, told, *others = report.lines
    told = replace(told, entries={**told.entries, "why": Entry("Rain")})
    (page,) = texts(as_pdf(tmp_path, replace(report, lines=[first, told, *others])))
    assert "Budget against EFC" in page
    assert "1.5k" in page


def test_the_same_reports_make_the_same_file(tmp_path):
    paths = [tmp_path / name for name in ("a.pdf", "b.pdf")]
    for path in paths:
        write_pdf([REPORT], COVER, path)
    assert paths[0].read_bytes() == paths[1].read_bytes()
