"""The Locations tab: who gives leave to film where, from when to when."""

from __future__ import annotations

from datetime import date, timedelta

from openpyxl.workbook import Workbook

from saltglass import calendar, scenes
from saltglass.layout import Layout
from saltglass.page import CENTS, US_DATE, Look, Page, add_page

TAB = "Locations"
COLUMNS = {
    "location": 1,
    "permit_number": 2,
    "authority": 3,
    "type": 4,
    "start_date": 5,
    "end_date": 6,
    "status": 7,
    "fee": 8,
}
_HEADINGS = (
    "Location",
    "Permit #",
    "Issued By",
    "Type",
    "Valid From",
    "Valid Until",
    "Status",
    "Fee",
)
ENDS_EARLY = "St. Brendan's Hall"
"""The permit ends the day before the last day there."""
ENDS_THAT_DAY = "Alder Hotel"
"""The permit ends with the last day there."""
_INK = "5D4037"


def write(workbook: Workbook) -> tuple[Page, Layout]:
    """Write the permits, a line a location; stages need none."""
    page = add_page(workbook, TAB, _INK)
    layout = Layout(TAB, "permits", header_rows=(3,), columns=COLUMNS)
    page.put(1, 1, f"{calendar.TITLE.upper()} - FILM PERMITS", Look(bold=True, size=14, color=_INK))
    page.row(3, _HEADINGS, Look(bold=True, color="FFFFFF", fill=_INK, align="center", line="box"))
    leave = {place.location: place for place in scenes.places().values() if place.permit}
    for row, place in enumerate(leave.values(), start=4):
        begins, ends = _valid(place.location)
        text, middle = Look(), Look(align="center")
        day = Look(format=US_DATE, align="center")
        page.put(row, 1, place.location, Look(bold=True))
        page.put(row, 2, place.permit, middle)
        page.put(row, 3, place.authority, text)
        page.put(row, 4, place.type, text)
        page.put(row, 5, begins, day)
        page.put(row, 6, ends, day)
        page.put(row, 7, "Issued", middle)
        page.put(row, 8, int(place.fee), Look(format=CENTS))
        layout.rows[place.location] = row
        layout.records.append(row)
        layout.totals["fee"] += int(place.fee)
    page.widths([24, 14, 24, 22, 12, 12, 10, 12])
    page.sheet.freeze_panes = "A4"
    page.print_landscape("3:3")
    return page, layout


def _valid(location: str) -> tuple[date, date]:
    """A permit's days: some before and after those at its place, but for two."""
    first, last = scenes.span(location)
    after = {ENDS_EARLY: -1, ENDS_THAT_DAY: 0}.get(location, 4)
    return first - timedelta(days=3), last + timedelta(days=after)
