"""The page: a spreadsheet as Sheets would show it, made on the server, nothing from outside."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from localsheets.api.request import Answer
from localsheets.page.chart_data import chart_data
from localsheets.page.chart_svg import draw
from localsheets.page.view import SheetPage
from localsheets.state.book import Book
from localsheets.wire.a1 import letters
from localsheets.wire.errors import ApiError
from localsheets.workbooks import Workbooks

if TYPE_CHECKING:
    from jinja2 import Environment

HTML = "text/html; charset=utf-8"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
"""A cell's text can never bring in anything from elsewhere."""
_GOOGLE = re.compile(r"/spreadsheets/d/([^/]+)(?:/.*)?")
_OURS = re.compile(r"/d/([^/]+)/?")


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _page(template: str, status: int = 200, **values: Any) -> Answer:
    text = _templates().get_template(template).render(**values)
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
    )
    return Answer(text, status, HTML, {"Content-Security-Policy": policy})


def answer(workbooks: Workbooks, path: str, params: dict[str, str]) -> tuple[str, Answer]:
    """Answer a page's address: (the spreadsheet's id, the page)."""
    if path == "/":
        return "", _page("index.html", entries=workbooks.entries())
    google = _GOOGLE.fullmatch(path)
    if google is not None:
        # the tab stands behind "#", which no server is told: the page's script reads it
        return google[1], Answer(None, 307, headers={"Location": f"/d/{google[1]}"})
    ours = _OURS.fullmatch(path)
    if ours is None:
        return "", _missing("There is no such page.")
    try:
        book = workbooks.read(ours[1])
    except ApiError:
        return ours[1], _missing("There is no spreadsheet with this id.")
    return ours[1], _spreadsheet(book, params)


def _missing(message: str) -> Answer:
    return _page("missing.html", 404, message=message)


def _spreadsheet(book: Book, params: dict[str, str]) -> Answer:
    gid = params.get("gid", "")
    sheet = book.find(int(gid)) if gid.isdigit() else book.first_visible
    if sheet is None or not sheet.is_grid:
        return _missing("This spreadsheet has no such tab of cells.")
    view = SheetPage(book, sheet, every_row="all" in params).view()
    view.charts = [_chart(book, chart) for chart in sheet.charts]
    return _page("sheet.html", book=book, view=view)


def _chart(book: Book, chart: dict[str, Any]) -> dict[str, Any]:
    overlay = chart["position"]["overlayPosition"]
    anchor = overlay.get("anchorCell", {})
    row, column = anchor.get("rowIndex", 0), anchor.get("columnIndex", 0)
    svg = draw(chart_data(book, chart["spec"]), overlay["widthPixels"], overlay["heightPixels"])
    return {
        "svg": svg,
        "cell": f"{letters(column)}{row + 1}",
        "x": overlay.get("offsetXPixels", 0),
        "y": overlay.get("offsetYPixels", 0),
        "top": row * 22,
        "left": column * 100,
    }
