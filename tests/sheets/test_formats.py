"""How figures look in a report tab: as the trade writes them, whatever they come to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
import requests

from model.report import Column, Content, Entry, Line, Style
from tests.sheets.ground import COLUMNS, Ground, variance


def fetched(ground: Ground, fields: str) -> list[list[dict[str, Any]]]:
    """The cells of the tab Variance, row by row."""
    answer = requests.get(
        f"{ground.server.url}/v4/spreadsheets/{ground.id}",
        params={"ranges": "'Variance'", "fields": f"sheets(data(rowData(values({fields}))))"},
        headers={"Authorization": "Bearer x"},
        timeout=30,
    ).json()
    rows = answer["sheets"][0]["data"][0]["rowData"]
    return [row.get("values", []) for row in rows]


def look(ground: Ground, style: Style, content: Content) -> str:
    """A content as a person sees it in a column of a style."""
    column = Column("figure", "Figure", style)
    line = Line("line", {"figure": Entry(content)})
    parts = {"columns": (column,), "lines": (line,), "preamble": (), "frozen_columns": 0}
    ground.write(variance(**parts))
    return str(fetched(ground, "formattedValue")[2][1].get("formattedValue", ""))


@pytest.mark.parametrize(
    ("style", "content", "shown"),
    [
        (Style.MONEY, Decimal("1234567.50"), "1,234,568 "),
        (Style.MONEY, Decimal(-1234), "(1,234)"),
        (Style.MONEY, Decimal(0), "- "),
        (Style.MONEY_CENTS, Decimal("-0.5"), "(0.50)"),
        (Style.VARIANCE, Decimal(-50), "(50)"),
        (Style.VARIANCE, Decimal(50), "50 "),
        (Style.PERCENT, Decimal("0.936"), "94% "),
        (Style.COUNT, -3, "-3 "),
        (Style.CODE, "0010.10", "0010.10"),
        (Style.DATE, date(2026, 3, 2), "2 Mar 2026"),
        (Style.STAMP, datetime(2026, 3, 2, 18, 30), "2 Mar 2026 18:30"),  # noqa: DTZ001
    ],
)
def test_figures_are_written_as_the_trade_does(ground: Ground, style, content, shown) -> None:
    assert look(ground, style, content) == shown


@pytest.mark.parametrize(
    ("heading", "red"),
    [("Variance (Over)/Under", [True, False]), ("Variance Over/(Under)", [False, True])],
)
def test_overs_alone_are_red_whichever_sign_they_have(ground: Ground, heading, red) -> None:
    columns = [
        replace(each, heading=heading) if each.field == "variance" else each for each in COLUMNS
    ]
    ground.write(variance("2201 Designer 900 950", "2202 Paint 80 20", columns=columns))
    rows = fetched(ground, "effectiveFormat(textFormat(foregroundColor))")
    colours = [row[5]["effectiveFormat"]["textFormat"]["foregroundColor"] for row in rows[4:6]]
    assert [colour["red"] > 0.5 for colour in colours] == red
