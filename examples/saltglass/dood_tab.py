"""The day-out-of-days tabs, in the print layout of Movie Magic Scheduling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from saltglass import calendar
from saltglass.board import Board
from saltglass.layout import Layout
from saltglass.page import Look, Page, Value, add_page

FIRST_DAY = 3
"""The column of the first day: names stand in A, B is blank as the program leaves it."""
HEAD = 4
TOTALS = ("Travel", "Work", "Hold", "Rehearse", "Holiday", "Start", "Finish", "TOTAL")
_INK, _OFF, _HOLIDAY = "263238", "ECEFF1", "FFE0B2"
_FILLS = {"W": "C8E6C9", "H": "FFF9C4", "T": "BBDEFB", "F": "E1BEE7", "R": "E1BEE7", "/": _HOLIDAY}


def write(
    workbook: Workbook, tab: str, board: Board, names: Mapping[int, str], *, as_text: bool
) -> tuple[Page, Layout]:
    """Write one unit's tab; ``as_text`` writes dates as printed ("3/31"), else as dates."""
    page = add_page(workbook, tab, _INK)
    first_total = FIRST_DAY + len(board.days)
    columns = {"element_id": 1}
    columns |= {title.lower(): first_total + place for place, title in enumerate(TOTALS)}
    layout = Layout(tab, "dood", header_rows=(HEAD, HEAD + 1, HEAD + 2), columns=columns)
    page.put(1, 1, calendar.TITLE.upper(), Look(bold=True, size=14, color=_INK))
    unit = "2nd Unit" if as_text else "Main Unit, Rev. BLUE"
    page.put(2, 1, f"Day Out of Days Report for Cast Members - {unit}", Look(size=10))
    _headings(page, layout, board, first_total, as_text=as_text)
    for row, (element, marks) in enumerate(board.marks.items(), start=HEAD + 3):
        page.put(row, 1, f"{element}.{names[element]}", Look(bold=True, size=8))
        _marks(page, board, marks, row)
        _totals(page, row, first_total, counted(marks, element == board.wrong_work), as_text)
        layout.rows[str(element)] = row
        layout.records.append(row)
    page.widths([22, 1.5, *[5.2 if as_text else 4.7] * len(board.days), *[7.5] * len(TOTALS)])
    page.sheet.freeze_panes = f"{get_column_letter(FIRST_DAY)}{HEAD + 3}"
    page.print_landscape(f"{HEAD}:{HEAD + 2}", one_page=True)
    return page, layout


def counted(marks: Mapping[date, str], one_too_many: bool = False) -> dict[str, Value]:
    """Total a row as Movie Magic does: every engaged day once; fittings and moves not at all."""
    travel = sum(code == "TR" for code in marks.values())
    work = sum("W" in code for code in marks.values())
    hold = sum(code == "H" for code in marks.values())
    rehearse = sum(code == "R" for code in marks.values())
    holiday = sum(code == "/" for code in marks.values())
    return {
        "Travel": travel,
        "Work": work + one_too_many,
        "Hold": hold,
        "Rehearse": rehearse,
        "Holiday": holiday,
        "Start": next(day for day, code in sorted(marks.items()) if "S" in code),
        "Finish": next(day for day, code in sorted(marks.items()) if code.endswith("WF")),
        "TOTAL": travel + work + hold + rehearse + holiday,
    }


def _headings(page: Page, layout: Layout, board: Board, first_total: int, *, as_text: bool) -> None:
    """Three rows: month/day, weekday, shooting day; then the totals' headings."""
    look = Look(bold=True, size=8, color="FFFFFF", fill=_INK)
    for offset, text in enumerate(("Month/Day", "Day of Week", "Shooting Day")):
        page.put(HEAD + offset, 1, text, look)
        page.put(HEAD + offset, 2, None, look)
    pattern = "@" if as_text else "mm/dd"
    for col, day in enumerate(board.days, start=FIRST_DAY):
        when = day.date
        shown: Value = f"{when.month}/{when.day}" if as_text else when
        weekday = board.weekdays.get(when, f"{when:%a}")
        middle = Look(bold=True, size=7, color="FFFFFF", fill=_INK, align="center")
        page.put(HEAD, col, shown, replace(middle, format=pattern))
        page.put(HEAD + 1, col, weekday, middle)
        page.put(HEAD + 2, col, day.number, middle)
        layout.rows[f"day {when}"] = col
    for col, title in enumerate(TOTALS, start=first_total):
        total = Look(bold=True, size=8, color="FFFFFF", fill=_INK, align="center")
        page.put(HEAD, col, "Co." if title == "Travel" else None, total)
        page.put(HEAD + 1, col, title, total)
        page.put(HEAD + 2, col, None, total)


def _marks(page: Page, board: Board, marks: Mapping[date, str], row: int) -> None:
    for col, day in enumerate(board.days, start=FIRST_DAY):
        code = marks.get(day.date)
        fill = "" if day.number is not None else _OFF
        if code:
            kind = "W" if "W" in code else code[0]
            fill = _FILLS.get(kind, fill)
        page.put(row, col, code, Look(size=8, align="center", fill=fill, line="box"))


def _totals(page: Page, row: int, first: int, totals: Mapping[str, Value], as_text: bool) -> None:
    look = Look(size=8, align="center", line="box", bold=True)
    for col, title in enumerate(TOTALS, start=first):
        value = totals[title]
        if isinstance(value, date):
            shown: Value = f"{value.month}/{value.day}" if as_text else value
            page.put(row, col, shown, replace(look, format="@" if as_text else "mm/dd"))
        else:
            page.put(row, col, Decimal(str(value)) if value else None, look)


def day_cell(layout: Layout, when: date, row: int = 0) -> str:
    """Name the heading cell of a day: its date (row 0), weekday (1) or shooting day (2)."""
    return f"{get_column_letter(layout.rows[f'day {when}'])}{HEAD + row}"


def mark_cell(layout: Layout, element: int, when: date) -> str:
    """Name the cell of a performer's mark on a day."""
    return f"{get_column_letter(layout.rows[f'day {when}'])}{layout.rows[str(element)]}"
