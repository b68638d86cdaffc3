"""A calendar in files: over several pages, its names and its headings on each."""

from __future__ import annotations

from datetime import date, timedelta

from model import palette
from model.report import AS_OF, Column, Entry, Line, LineStyle, Report, Style
from tests.exports.paper import as_pdf, as_workbook, texts

DAYS = [date(2026, 3, 2) + timedelta(days=number) for number in range(70)]
REPORT = Report(
    name="dood-view",
    title="DOOD View",
    columns=[
        Column("id", "ID", Style.CODE, width=40),
        Column("name", "Name", width=140),
        *(
            Column(
                f"{day}",
                f"{day:%-d} {day:%b}",
                Style.DAY,
                width=31,
                shade="weekend" if day.weekday() > 4 else "",
            )
            for day in DAYS
        ),
        Column("work", "Work", Style.COUNT, width=50),
    ],
    lines=[
        Line(
            name,
            {
                "id": Entry(str(number)),
                "name": Entry(name),
                f"{DAYS[0]}": Entry("SW", outline="error", note="error: two places at once"),
                f"{DAYS[69]}": Entry("WF"),
                "work": Entry(2),
            },
        )
        for number, name in enumerate(("ANA", "BEN"), 1)
    ],
    preamble=[
        Line("title", {"id": Entry("DOOD View")}, LineStyle.TITLE),
        Line(AS_OF, {"id": Entry("As of now")}, LineStyle.SUBTITLE),
        Line(
            "head:weekday",
            {
                "name": Entry("Weekday"),
                **{f"{day}": Entry(f"{day:%a}") for day in DAYS},
                f"{DAYS[1]}": Entry("Tue", style=Style.TODAY),
            },
            LineStyle.HEAD,
        ),
    ],
    frozen_columns=2,
)


def test_each_page_has_names_and_headings_and_no_day_is_lost(tmp_path):
    pages = texts(as_pdf(tmp_path, REPORT))
    assert len(pages) == 3
    for page in pages:
        assert {"ANA", "BEN", "Weekday", "Name"} <= set(page.split())
    words = " ".join(pages).split()
    assert (words.count("Mon"), words.count("Sun")) == (10, 10)
    assert words.count("SW") == words.count("WF") == 2
    assert "Work" in pages[-1]


def test_the_workbook_prints_over_pages_with_names_and_headings_repeated(tmp_path):
    sheet = as_workbook(tmp_path, REPORT)["DOOD View"]
    assert sheet.print_title_cols == "$A:$B"
    assert sheet.print_title_rows == "$3:$4"
    assert sheet.page_setup.fitToWidth == 2
    assert sheet.auto_filter.ref is None


def test_days_codes_and_shades_and_frames_are_coloured(tmp_path):
    sheet = as_workbook(tmp_path, REPORT)["DOOD View"]

    def fill(a1: str) -> str:
        return "#" + str(sheet[a1].fill.fgColor.rgb)[2:].lower()

    assert fill("C5") == palette.day_fill("SW")
    assert fill("H5") == palette.SHADES["weekend"]
    assert fill("D3") == palette.TODAY_FILL
    assert sheet["C5"].border.left.style == "medium"
    assert sheet["D5"].border.left.style is None


def test_every_code_of_the_trade_has_its_colour():
    meaning = {fill: name for _, name, fill in palette.DAY_CODES}
    wanted = {
        "S": "Starts",
        "SW": "Starts",
        "W": "Works",
        "WF": "Finishes",
        "SWF": "Starts",
        "H": "On hold",
        "TR": "Travels",
        "FT": "Fitting",
        "R": "Rehearses",
        "M": "Company move",
        "/": "Company holiday",
        "WD": "Dropped",
        "PW": "Picked up",
    }
    assert {code: meaning[palette.day_fill(code)] for code in wanted} == wanted
    assert palette.day_fill("?") == ""
