"""The Cast tab: who plays whom, from when to when, for what."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from openpyxl.workbook import Workbook

from saltglass import calendar
from saltglass.layout import Layout
from saltglass.page import US_DATE, Look, Page, add_page

TAB = "Cast"
COLUMNS = {
    "element_id": 1,
    "role": 2,
    "name": 3,
    "agent": 4,
    "union": 5,
    "start_date": 6,
    "end_date": 7,
    "deal": 8,
    "deal_memo": 9,
    "notes": 10,
}
_HEADINGS = (
    "ID",
    "Role",
    "Actor",
    "Agent",
    "Union",
    "Deal Start",
    "Deal End",
    "Deal",
    "Deal Memo",
    "Notes",
)
UNSIGNED = 15
"""Plays one day this week and has not signed."""
ENDS_EARLY = (22, date(2026, 4, 27))
"""His deal ends a day before his last work day."""
NOTES = {
    1: "Title role",
    5: "Flies in and out; skipper's ticket checked",
    12: "Plays both ends of the schedule: drop and pick-up",
    20: "Held through; ask about a drop?",
    27: "Fitting 4/7 before deal starts",
    31: "Second unit only",
}
_INK = "4A148C"


def entries() -> list[dict[str, str]]:
    """The cast as invented: id, element, role, actor, agent, deal, travel, slack."""
    with (Path(__file__).parent / "cast.csv").open(newline="") as lines:
        return list(csv.DictReader(lines))


def actor(number: int) -> str:
    """The actor of a cast id."""
    return next(entry["actor"] for entry in entries() if entry["id"] == str(number))


def day_rate(number: int) -> Decimal:
    """A day's pay of a cast id: "$1,246/day" as it stands, "$12,500/wk" over five days."""
    deal = next(entry["deal"] for entry in entries() if entry["id"] == str(number))
    amount, unit = deal.lstrip("$").replace(",", "").split("/")
    return Decimal(amount) / (5 if unit == "wk" else 1)


def write(workbook: Workbook, spans: Mapping[int, tuple[date, date]]) -> tuple[Page, Layout]:
    """Write the Cast tab; ``spans`` are each performer's first and last engaged day."""
    page = add_page(workbook, TAB, _INK)
    layout = Layout(TAB, "cast", header_rows=(4,), columns=COLUMNS)
    page.put(1, 1, calendar.TITLE.upper(), Look(bold=True, size=16, color=_INK))
    page.put(2, 1, "CAST LIST - deals as of 03/13/26", Look(bold=True, size=11, color=_INK))
    page.sheet.merge_cells("A1:E1")
    page.sheet.merge_cells("A2:E2")
    look = Look(bold=True, color="FFFFFF", fill=_INK, align="center", line="box")
    page.row(4, _HEADINGS, look)
    for row, entry in enumerate(entries(), start=5):
        _performer(page, row, entry, spans[int(entry["id"])])
        layout.rows[entry["id"]] = row
        layout.records.append(row)
    page.widths([5, 22, 25, 21, 13, 11, 11, 13, 11, 44])
    page.sheet.freeze_panes = "C5"
    page.print_landscape("4:4")
    return page, layout


def _performer(page: Page, row: int, entry: dict[str, str], span: tuple[date, date]) -> None:
    number = int(entry["id"])
    begins, ends = span
    ends += timedelta(days=int(entry["slack"]))
    if number == ENDS_EARLY[0]:
        ends = ENDS_EARLY[1]
    signed = number != UNSIGNED and (begins - calendar.TODAY).days <= 7
    fill = "F6F1FA" if row % 2 else ""
    day = Look(format=US_DATE, align="center", fill=fill)
    middle, text = Look(align="center", fill=fill), Look(fill=fill)
    page.put(row, 1, number, middle)
    page.put(row, 2, entry["role"], Look(bold=True, fill=fill))
    page.put(row, 3, entry["actor"] + ("  " if number in (9, 18) else ""), text)
    page.put(row, 4, entry["agent"] or None, text)
    page.put(row, 5, "SAG-AFTRA", middle)
    page.put(row, 6, begins, day)
    page.put(row, 7, ends, day)
    page.put(row, 8, entry["deal"], Look(align="right", fill=fill))
    page.put(row, 9, "Yes" if signed else "No", middle)
    page.put(
        row,
        10,
        NOTES.get(number),
        Look(italic=True, color="5F6368", fill=fill, align="left", indent=1),
    )
