"""The filter of a worksheet, or of one of its tables: what it hides, and how it sorts.

Values that a file does not tick become ``hiddenValues``, comparisons become conditions (see
``filter_tests``), and colours colours. A filter by icons is not taken over; the rows that it hides
are hidden.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from localsheets.formats.cell import shown_text
from localsheets.requests.criteria import both_spellings
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.errors import ApiError
from localsheets.xlsx import filter_tests
from localsheets.xlsx.colours import to_api
from localsheets.xlsx.filter_tests import Column

Json = dict[str, Any]

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's dates have no time zone
_UNITS = ("year", "month", "day", "hour", "minute", "second")


def answer(book: Book, sheet: Sheet, rect: Rect, found: Any, looks: Any) -> Json:
    """What an openpyxl AutoFilter over ``rect`` says, as a filter's criteria and sortSpecs.

    ``looks`` has the workbook's ``theme`` and its ``differential`` styles, for colours.
    """
    body = Rect(rect.top + 1, rect.left, rect.bottom, rect.right)
    specs: list[Json] = []
    for one in found.filterColumn or ():
        column = Column(book, sheet, body, rect.left + one.colId)
        criteria = _criteria(one, column, looks) if body.height > 0 else None
        if criteria:
            specs.append({"columnIndex": column.column, "filterCriteria": criteria})
    sorts = _sorts(found.sortState, rect, looks) if found.sortState else []
    try:
        return both_spellings(book, sheet, rect, {"filterSpecs": specs, "sortSpecs": sorts})
    except ApiError:  # a column outside the range, a day that no date is
        return {}


def _criteria(one: Any, column: Column, looks: Any) -> Json | None:
    if one.filters is not None:
        return _values(one.filters, column)
    if one.colorFilter is not None:
        return _colour(one.colorFilter, looks)
    condition = filter_tests.condition(one, column)
    return {"condition": condition} if condition else None


def _values(ticked: Any, column: Column) -> Json | None:
    """All shown values but those that are ticked; blanks alone are a condition."""
    days = list(ticked.dateGroupItem or ())
    exact = {str(text) for text in ticked.filter or ()}
    if ticked.blank and not exact and not days:
        return {"condition": {"type": "BLANK"}}
    texts = {text.casefold() for text in exact}
    shown = [(row, cell, shown_text(cell, column.book.locale)) for row, cell in column.cells()]
    spelt = {text.casefold() for _, _, text in shown if text in exact}
    hidden: dict[str, None] = {}
    for row, cell, text in shown:
        ticks = {text.strip().casefold(), text.casefold(), _plain(cell)}
        seen = bool(ticks & texts) if text.strip() else bool(ticked.blank)
        if text not in exact and text.casefold() in spelt and column.hides(row):
            seen = False  # Excel minds no capitals, Google does: so the rows say what is meant
        if not seen and not any(_within(cell, day) for day in days):
            hidden[text] = None
    return {"hiddenValues": list(hidden)} if hidden else None


def _plain(cell: Cell) -> str:
    """A number as a file spells it; some programs tick values so."""
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return ""
    return str(int(value)) if float(value).is_integer() else repr(value)


def _within(cell: Cell, group: Any) -> bool:
    """Whether a date lies in a year, month, day... that is ticked as a whole."""
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < 2958466:
        return False
    moment = _EPOCH + timedelta(seconds=round(value * 86_400))
    units = _UNITS[: _UNITS.index(group.dateTimeGrouping) + 1]
    return all(getattr(moment, unit) == getattr(group, unit) for unit in units)


def _colour(wanted: Any, looks: Any) -> Json | None:
    """The colour that is let through: of cells, or of their text."""
    shade = colour_of(wanted.dxfId, looks, text=wanted.cellColor is False)
    if shade is None:
        return None
    name = "Foreground" if wanted.cellColor is False else "Background"
    style = {"rgbColor": shade}
    return {f"visible{name}Color": shade, f"visible{name}ColorStyle": style}


def colour_of(number: int | None, looks: Any, *, text: bool) -> Json | None:
    """The colour of a differential style's text or background."""
    styles = looks.differential
    if number is None or not 0 <= number < len(styles):
        return None
    found = styles[number]
    if text:
        return to_api(found.font.color, looks.theme) if found.font is not None else None
    if found.fill is None:
        return None
    return to_api(found.fill.bgColor, looks.theme) or to_api(found.fill.fgColor, looks.theme)


def _sorts(state: Any, rect: Rect, looks: Any) -> list[Json]:
    """How a filter has sorted; columns that are sorted from left to right are left out."""
    from openpyxl.utils.cell import range_boundaries

    made: list[Json] = []
    for one in () if state.columnSort else state.sortCondition or ():
        column = (range_boundaries(one.ref)[0] or 1) - 1
        if not rect.left <= column < (rect.right or 0) or one.sortBy == "icon":
            continue
        spec: Json = {
            "dimensionIndex": column,
            "sortOrder": "DESCENDING" if one.descending else "ASCENDING",
        }
        if one.sortBy in ("cellColor", "fontColor"):
            text = one.sortBy == "fontColor"
            shade = colour_of(one.dxfId, looks, text=text)
            name = "foregroundColor" if text else "backgroundColor"
            if shade is not None:
                spec |= {name: shade, f"{name}Style": {"rgbColor": shade}}
        made.append(spec)
    return made
