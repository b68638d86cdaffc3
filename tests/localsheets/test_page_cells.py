"""Cells on the page: texts, looks, lines, merges, notes, links, what may be chosen."""

from __future__ import annotations

from typing import Any

import pytest

from localsheets.page.tab import Tab
from localsheets.state.book import Book
from localsheets.state.cell import Cell, CellError
from localsheets.wire.a1 import Rect, column_index
from tests.localsheets.grids import book_of
from tests.localsheets.pages import read, shown

BUDGET = """
    | Account | Budget      | Note |
    | 1100    | $1,200      |      |
    | Total   | =SUM(B2:B2) |      |
"""
LINE = {"style": "SOLID", "color": {"red": 1}}


def one(cell: Cell, **others: Cell) -> Book:
    """A tab with a cell in A1, and others by name."""
    book = book_of(Tab="| |")
    sheet = book.sheets[0]
    sheet.put(0, 0, cell)
    for name, other in others.items():
        sheet.put(int(name[1:]) - 1, column_index(name[0]), other)
    return book


def test_cells_show_formats_and_the_bar_shows_formulas() -> None:
    cells = shown(book_of(Budget=BUDGET))
    assert (cells["B2"].text, cells["B2"].bar) == ("$1,200", "1200")
    assert (cells["B3"].text, cells["B3"].bar) == ("$1,200", "=SUM(B2:B2)")
    assert (cells["A1"].text, cells["A1"].bar) == ("Account", "Account")
    assert (cells["C2"].text, cells["C2"].bar) == ("", "")


@pytest.mark.parametrize(
    ("format_", "css"),
    [
        ({"textFormat": {"bold": True, "italic": True}}, "font-weight:700;font-style:italic"),
        (
            {"textFormat": {"underline": True, "strikethrough": True}},
            "text-decoration:underline line-through",
        ),
        ({"textFormat": {"fontSize": 18}}, "font-size:24.0px"),
        ({"textFormat": {"fontFamily": "Courier New"}}, "font-family:'Courier New',monospace"),
        ({"textFormat": {"foregroundColor": {"red": 1}}}, "color:#ff0000"),
        (
            {"textFormat": {"foregroundColorStyle": {"themeColor": "ACCENT1"}}},
            "color:#4285f4",
        ),
        ({"backgroundColor": {"green": 0.5}}, "background-color:#008000"),
        ({"horizontalAlignment": "CENTER"}, "text-align:center"),
        ({"verticalAlignment": "MIDDLE"}, "vertical-align:middle"),
        ({"wrapStrategy": "WRAP"}, "white-space:pre-wrap"),
        ({"textRotation": {"angle": 90}}, "writing-mode:vertical-rl"),
        ({"textRotation": {"angle": 45}}, "rotate(-45deg)"),
    ],
)
def test_a_format_is_seen(format_: dict[str, Any], css: str) -> None:
    assert css in shown(one(Cell("x", format=format_)))["A1"].css


def test_a_font_is_a_name_and_nothing_else() -> None:
    evil = {"textFormat": {"fontFamily": "x';background:url(//evil)}"}}
    assert "evil" not in shown(one(Cell("x", format=evil)))["A1"].css


def test_a_number_pattern_colours_and_sets_in_parentheses() -> None:
    pattern = {"numberFormat": {"type": "NUMBER", "pattern": "#,##0;[Red](#,##0)"}}
    cells = shown(one(Cell(-1850, format=pattern), B1=Cell(1850, format=pattern)))
    assert (cells["A1"].text, cells["A1"].bar) == ("(1,850)", "-1850")
    assert "color:#f00" in cells["A1"].css
    assert "color" not in cells["B1"].css


def test_values_stand_where_they_do_in_sheets() -> None:
    cells = shown(one(Cell(1), B1=Cell(True), C1=Cell("x"), D1=Cell(CellError("REF"))))
    sides = {name: cells[name].css for name in ("A1", "B1", "C1", "D1")}
    assert "text-align:right" in sides["A1"]
    assert "text-align:center" in sides["B1"]
    assert "text-align" not in sides["C1"]
    assert "text-align:center" in sides["D1"]


def test_a_line_between_two_cells_is_drawn_once() -> None:
    above = Cell(format={"borders": {"bottom": LINE}})
    below = Cell(format={"borders": {"top": LINE}})
    cells = shown(one(Cell(), B1=above, B2=below, C2=below))
    assert "inset 0 -1px #ff0000" in cells["B1"].css
    assert "inset 0 -1px #ff0000" in cells["C1"].css
    assert "#ff0000" not in cells["B2"].css
    assert "#ff0000" not in cells["C2"].css


def test_lines_of_other_styles_are_borders() -> None:
    double = {"borders": {"right": {"style": "DOUBLE"}, "bottom": {"style": "NONE"}}}
    css = shown(one(Cell(), B2=Cell(format=double)))["B2"].css
    assert "border-right:3px double #000000" in css
    assert "border-bottom" not in css


def test_a_fill_covers_grid_lines() -> None:
    assert "box-shadow:none" in shown(one(Cell(format={"backgroundColor": {"red": 1}})))["A1"].css


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
    first = cells["B1"]
    assert (first.text, first.attributes["colspan"], first.attributes["rowspan"]) == (
        "title",
        "2",
        "2",
    )
    assert "C1" not in cells
    assert "B2" not in cells


LONG = "a text of some length that does not fit"


def test_a_long_text_runs_over_empty_cells_and_stops_at_a_filled_one() -> None:
    cells = shown(one(Cell(LONG), D1=Cell("here")))
    assert "ov" in cells["A1"].attributes["class"]
    assert "width:293px" in cells["A1"].css
    assert "-1px 0 var(--line)" not in cells["A1"].css
    stopped = shown(one(Cell(LONG), B1=Cell("here")))
    assert "ov" not in stopped["A1"].attributes.get("class", "")


def test_a_text_at_the_right_runs_over_to_the_left() -> None:
    right = {"horizontalAlignment": "RIGHT"}
    css = shown(one(Cell(), D1=Cell(LONG, format=right)))["D1"].css
    assert "margin-left:-200px" in css


@pytest.mark.parametrize("wrap", ["WRAP", "CLIP"])
def test_a_text_that_wraps_or_is_clipped_runs_over_nothing(wrap: str) -> None:
    cell = Cell(LONG, format={"wrapStrategy": wrap})
    assert "over" not in " ".join(shown(one(cell))["A1"].tags)
    assert "ov" not in shown(one(cell))["A1"].attributes.get("class", "").split()


def test_a_note_and_what_an_error_means_go_with_the_cell() -> None:
    cells = shown(one(Cell("x", note="ask Ana"), B1=Cell(CellError("REF", "Gone."))))
    assert cells["A1"].attributes["data-n"] == "ask Ana"
    assert (cells["B1"].text, cells["B1"].attributes["data-bad"]) == ("#REF!", "Gone.")


def test_a_checkbox_is_drawn_and_stays_a_value() -> None:
    tick = {"condition": {"type": "BOOLEAN"}}
    cells = shown(one(Cell(True, validation=tick), B1=Cell(False, validation=tick)))
    assert (cells["A1"].text, cells["A1"].tags, cells["A1"].bar) == ("", ["i"], "TRUE")
    assert cells["B1"].bar == "FALSE"


def test_what_is_chosen_from_a_list_is_a_chip() -> None:
    choice = {"condition": {"type": "ONE_OF_LIST"}, "showCustomUi": True}
    cells = shown(one(Cell("Open", validation=choice), B1=Cell(validation=choice)))
    assert (cells["A1"].text, cells["A1"].tags) == ("Open", ["span"])
    assert cells["B1"].tags == ["i"]


def test_runs_have_looks_and_links_of_their_own() -> None:
    runs: tuple[dict[str, Any], ...] = (
        {"startIndex": 2, "format": {"bold": True}},
        {"startIndex": 5, "format": {"link": {"uri": "https://example.org/a"}}},
        {"startIndex": 8, "format": {"link": {"uri": "javascript:alert(1)"}}},
    )
    cell = shown(one(Cell("🎬bigseebad", runs=runs)))["A1"]
    assert cell.text == "🎬bigseebad"
    assert cell.links == ["https://example.org/a"]
    assert "font-weight:700" in cell.css


def test_a_link_over_a_whole_cell() -> None:
    formula = Cell("Go", formula='=HYPERLINK("#gid=0&range=B2","Go")')
    away = Cell("Go", link="https://example.org")
    cells = shown(one(formula, B1=away))
    assert cells["A1"].links == ["?gid=0#range=B2"]
    assert cells["B1"].links == ["https://example.org"]


def test_the_filter_has_its_sign_on_each_heading() -> None:
    book = book_of(Budget=BUDGET)
    book.sheets[0].basic_filter = {"range": {"endRowIndex": 3, "endColumnIndex": 2}}
    cells = shown(book)
    assert (cells["A1"].tags, cells["B1"].tags, cells["C1"].tags) == (["i"], ["i"], [])
    assert cells["A2"].tags == []


def rule(condition: dict[str, Any], look: dict[str, Any]) -> dict[str, Any]:
    area = {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 2}
    return {"ranges": [area], "booleanRule": {"condition": condition, "format": look}}


@pytest.mark.parametrize(
    ("kind", "value"),
    [("NUMBER_LESS", "0"), ("CUSTOM_FORMULA", "=A1<0"), ("NUMBER_EQ", "=0-5"), ("TEXT_EQ", "-5")],
)
def test_rules_colour_cells(kind: str, value: str) -> None:
    book = book_of(Budget="| -5 | 5 |")
    condition = {"type": kind, "values": [{"userEnteredValue": value}]}
    book.sheets[0].conditional = [rule(condition, {"textFormat": {"foregroundColor": {"red": 1}}})]
    cells = shown(book)
    assert "color:#ff0000" in cells["A1"].css
    assert "color:#ff0000" not in cells["B1"].css


def test_of_two_rules_the_first_one_counts_property_by_property() -> None:
    book = book_of(Budget="| 5 |")
    always = {"type": "NOT_BLANK"}
    book.sheets[0].conditional = [
        rule(always, {"textFormat": {"bold": True}}),
        rule(always, {"textFormat": {"bold": False, "italic": True}}),
    ]
    css = shown(book)["A1"].css
    assert "font-weight:700" in css
    assert "font-style:italic" in css


def test_a_colour_scale_spans_the_whole_range_on_every_part_of_a_page() -> None:
    book = book_of(Tab="\n".join(f"| {n} |" for n in range(11)))
    red, white = {"red": 1}, {"red": 1, "green": 1, "blue": 1}
    scale = {"minpoint": {"type": "MIN", "color": white}, "maxpoint": {"type": "MAX", "color": red}}
    book.sheets[0].conditional = [{"ranges": [{"endColumnIndex": 1}], "gradientRule": scale}]
    part = Tab(book, book.sheets[0]).part(5, 6)
    assert "background-color:#ff7f7f" in read(part["html"], part["looks"]).cells["A6"].css
