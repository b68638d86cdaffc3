"""A tab's filter as an openpyxl AutoFilter: what it hides, and how it sorted.

Hidden values are written as the ones that are left, ticked; conditions as comparisons and texts
with wildcards; colours as colours. What a file has no like of (custom formulas, several criteria on
one column) is written as the values that its rows show now.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

from localsheets.formats import entered
from localsheets.formats.cell import shown_text
from localsheets.state.cell import Cell
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, block_name
from localsheets.xlsx.colours import to_hex
from localsheets.xlsx.filter_tests import is_date
from localsheets.xlsx.package import legal

Json = dict[str, Any]

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's dates have no time zone
_COMPARISONS = {
    "NUMBER_EQ": "equal",
    "NUMBER_NOT_EQ": "notEqual",
    "NUMBER_GREATER": "greaterThan",
    "NUMBER_GREATER_THAN_EQ": "greaterThanOrEqual",
    "NUMBER_LESS": "lessThan",
    "NUMBER_LESS_THAN_EQ": "lessThanOrEqual",
    "DATE_EQ": "equal",
    "DATE_AFTER": "greaterThan",
    "DATE_BEFORE": "lessThan",
}
_WILDCARDS = {
    "TEXT_EQ": ("equal", "{}"),
    "TEXT_CONTAINS": ("equal", "*{}*"),
    "TEXT_NOT_CONTAINS": ("notEqual", "*{}*"),
    "TEXT_STARTS_WITH": ("equal", "{}*"),
    "TEXT_ENDS_WITH": ("equal", "*{}"),
}
_DAYS = {"TODAY": "today", "YESTERDAY": "yesterday", "TOMORROW": "tomorrow"}


def auto_filter(worksheet: Any, sheet: Sheet, rect: Rect, own: Json, locale: str) -> Any:
    """An AutoFilter over ``rect`` with a basic filter's criteria and sorts."""
    from openpyxl.worksheet.filters import AutoFilter

    made: Any = AutoFilter(ref=block_name(rect))
    body = Rect(rect.top + 1, rect.left, rect.bottom, rect.right)
    if body.height <= 0:
        return made
    styles = worksheet.parent._differential_styles
    for spec in own.get("filterSpecs", []):
        column = spec.get("columnIndex", 0)
        one = _column(sheet, body, column, spec["filterCriteria"], locale, styles)
        one.colId = column - rect.left
        made.filterColumn.append(one)
    if own.get("sortSpecs"):
        made.sortState = _sort_state(body, own["sortSpecs"], styles)
    return made


def _column(sheet: Sheet, body: Rect, column: int, criteria: Json, locale: str, styles: Any) -> Any:
    from openpyxl.worksheet.filters import FilterColumn

    kinds = [
        name
        for name in (
            "hiddenValues",
            "condition",
            "visibleBackgroundColorStyle",
            "visibleForegroundColorStyle",
        )
        if criteria.get(name)
    ]
    made: Any = FilterColumn(colId=0)
    if kinds == ["condition"] and _set_condition(made, criteria["condition"], locale):
        return made
    if len(kinds) == 1 and kinds[0].startswith("visible"):
        made.colorFilter = _colour(criteria[kinds[0]], "Foreground" in kinds[0], styles)
        return made
    hidden = set(criteria.get("hiddenValues", ())) if kinds == ["hiddenValues"] else None
    made.filters = _ticked(sheet, body, column, hidden, locale)
    return made


def _set_condition(made: Any, condition: Json, locale: str) -> bool:
    """Write a condition into a column's filter; ``False`` where a file has no like of it."""
    from openpyxl.worksheet.filters import CustomFilter, CustomFilters, DynamicFilter, Filters

    kind, values = condition["type"], condition.get("values", [])
    relative = _DAYS.get(values[0].get("relativeDate", "")) if values else None
    if kind == "DATE_EQ" and relative:
        made.dynamicFilter = DynamicFilter(type=relative)  # type: ignore[arg-type]
        return True
    if kind == "BLANK":
        made.filters = Filters(blank=True)
        return True
    tests = _tests(kind, [str(value.get("userEnteredValue", "")) for value in values], locale)
    if tests is None:
        return False
    both = True if kind == "NUMBER_BETWEEN" else None
    filters: Any = [CustomFilter(operator, text) for operator, text in tests]
    made.customFilters = CustomFilters(both, filters)
    return True


def _tests(kind: str, values: list[str], locale: str) -> list[tuple[Any, str]] | None:
    """A condition as one or two comparisons."""
    if kind == "NOT_BLANK":
        return [("notEqual", " ")]
    if kind in _WILDCARDS:
        operator, shape = _WILDCARDS[kind]
        plain, number = legal(values[0]), _number(values[0], locale)
        if plain.startswith(("=", "+")) or (kind == "TEXT_EQ" and number is not None):
            return None  # a file knows no formulas here, and takes figures for numbers
        return [(operator, shape.format(re.sub(r"([~*?])", r"~\1", plain)))]
    numbers = [_number(value, locale) for value in values]
    if None in numbers or not numbers:
        return None
    texts = [str(number) for number in numbers]
    if kind in ("NUMBER_BETWEEN", "NUMBER_NOT_BETWEEN"):
        low, high = sorted(texts, key=float)
        between = kind == "NUMBER_BETWEEN"
        return [
            ("greaterThanOrEqual" if between else "lessThan", low),
            ("lessThanOrEqual" if between else "greaterThan", high),
        ]
    return [(_COMPARISONS[kind], texts[0])] if kind in _COMPARISONS else None


def _number(text: str, locale: str) -> int | float | None:
    found = entered.read(text, locale)
    if found.formula is not None or isinstance(found.value, bool):
        return None
    return found.value if isinstance(found.value, (int, float)) else None


def _colour(style: Json, text: bool, styles: Any) -> Any:
    from openpyxl.worksheet.filters import ColorFilter

    number = styles.add(_look(style.get("rgbColor"), text))
    return ColorFilter(dxfId=number, cellColor=False if text else None)


def _look(colour: Json | None, text: bool) -> Any:
    """The differential style by which a file names a colour."""
    from openpyxl.styles import Font, PatternFill
    from openpyxl.styles.differential import DifferentialStyle

    shade = f"FF{to_hex(colour)}"
    if text:
        return DifferentialStyle(font=Font(name=None, sz=None, color=shade))
    return DifferentialStyle(fill=PatternFill("solid", fgColor=shade, bgColor=shade))


def _ticked(sheet: Sheet, body: Rect, column: int, hidden: set[str] | None, locale: str) -> Any:
    """The values that are left: those not in ``hidden``, else those of rows that are shown."""
    from openpyxl.worksheet.filters import Filters

    texts: dict[str, None] = {}
    days: dict[float, Any] = {}
    blank = False
    for row in range(body.top, body.bottom or 0):
        cell = sheet.at(row, column)
        shown = shown_text(cell, locale)
        if _is_hidden(sheet, row) if hidden is None else shown in hidden:
            continue
        day = _day(cell)
        if not shown.strip():
            blank = True
        elif day is not None:
            days.setdefault(float(cell.value), day)  # type: ignore[arg-type]
        else:
            texts[legal(shown)] = None
    kept: Any = list(texts)
    return Filters(blank=blank or None, filter=kept, dateGroupItem=list(days.values()))


def _is_hidden(sheet: Sheet, row: int) -> bool:
    return bool(sheet.row_meta.get(row, {}).get("hiddenByFilter"))


def _day(cell: Cell) -> Any | None:
    """A date as a file ticks it: a day, or a moment to the second."""
    from openpyxl.worksheet.filters import DateGroupItem

    value = cell.value
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    if not is_date(cell) or not 1 <= value < 2958466:
        return None
    moment = _EPOCH + timedelta(seconds=round(value * 86_400))
    day = {"year": moment.year, "month": moment.month, "day": moment.day}
    if float(value).is_integer():
        return DateGroupItem(**day, dateTimeGrouping="day")
    clock = {"hour": moment.hour, "minute": moment.minute, "second": moment.second}
    return DateGroupItem(**day, **clock, dateTimeGrouping="second")


def _sort_state(body: Rect, specs: list[Json], styles: Any) -> Any:
    from openpyxl.worksheet.filters import SortCondition, SortState

    made: list[Any] = []
    for spec in specs:
        column = spec.get("dimensionIndex", 0)
        block = block_name(Rect(body.top, column, body.bottom, column + 1))
        one: Any = SortCondition(ref=block)
        if spec.get("sortOrder") == "DESCENDING":
            one.descending = True
        for name, by, text in (
            ("foregroundColorStyle", "fontColor", True),
            ("backgroundColorStyle", "cellColor", False),
        ):
            if name in spec:
                one.sortBy = by
                one.dxfId = styles.add(_look(spec[name].get("rgbColor"), text))
        made.append(one)
    conditions: Any = made
    return SortState(ref=block_name(body), sortCondition=conditions)
