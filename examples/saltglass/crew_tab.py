"""The Crew tab: department banners, then people, with the untidiness of a real list."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

from openpyxl.workbook import Workbook

from saltglass import calendar, people
from saltglass.layout import Layout
from saltglass.page import US_DATE, Look, Page, Value, add_page

TAB = "Crew"
COLUMNS = {
    "position": 1,
    "name": 2,
    "phone": 3,
    "email": 4,
    "union": 5,
    "start_date": 6,
    "end_date": 7,
    "rate": 8,
    "rate_unit": 9,
    "guarantee_hours": 10,
    "account": 12,
    "deal_memo": 13,
    "start_paperwork": 14,
    "status": 15,
    "notes": 16,
}
OTHER = {"Kit / Box": 11, "Emergency Contact": 17}
_HEADINGS = (
    "Position",
    "Name",
    "Phone",
    "E-mail",
    "Union / Local",
    "Start",
    "End",
    "Rate",
    "Per",
    "Guar. Hrs",
    "Kit / Box",
    "Acct",
    "Deal Memo",
    "Start Paperwork",
    "Status",
    "Notes",
    "Emergency Contact",
)
UNSIGNED = 66
"""The company grip who starts this week without a signed deal memo."""
TEXT_RATE = 3
TO_BE_FOUND = 82
PENCILLED = 86
SAME_PERSON = {50: 84}
"""The B camera's first assistant goes over to the second unit when her days are done there."""
LAST_FIRST = frozenset({13, 29, 41, 60, 78})
NO_PHONE = frozenset({0, 7, 23, 36, 46, 83})
TRAILING = frozenset({10, 55})
TEXT_DATES = {83: "Mon 3/23/2026", 84: "3/30/2026"}
NOTES = {
    0: "No phone on the list, please",
    3: "Rate covers 60 hrs",
    50: "To 2nd Unit as DP from 3/30",
    66: "Replaces week-one day player",
    82: "Waiting on union availability",
    84: "Comes over from B camera",
    86: "On hold until survey date is set",
}
_INK, _PALE = "37474F", "ECEFF1"


def write(workbook: Workbook) -> tuple[Page, Layout]:
    """Write the Crew tab."""
    page = add_page(workbook, TAB, "00695C")
    layout = Layout(TAB, "crew", header_rows=(6,), columns=COLUMNS, other_columns=OTHER)
    _front_matter(page)
    row, department = 7, ""
    with (Path(__file__).parent / "crew.csv").open(newline="") as lines:
        for number, entry in enumerate(csv.DictReader(lines)):
            if entry["department"] != department:
                row = _banner(page, layout, row, entry["department"], first=not department)
                department = entry["department"]
            _person(page, layout, row, number, entry)
            row += 1
            if entry["position"] == "Accounting Clerk":
                _struck(page, layout, row)
                row += 1
    page.put(
        row + 1,
        1,
        "* Guaranteed hours are per week unless the deal memo says otherwise.",
        Look(italic=True, color="80868B"),
    )
    layout.excluded["note"].append(row + 1)
    layout.excluded["blank"].append(row)
    _shape(page)
    return page, layout


def person(number: int) -> str:
    """The name of the nth crew member, first name first."""
    return " ".join(people.name(number))


def _front_matter(page: Page) -> None:
    title = Look(bold=True, size=16, color=_INK)
    page.put(1, 1, calendar.TITLE.upper(), title)
    page.sheet.merge_cells("A1:E1")
    page.put(2, 1, "CREW LIST", Look(bold=True, size=11, color=_INK))
    page.sheet.merge_cells("A2:E2")
    page.put(3, 1, f"{calendar.COMPANY}  |  Custom House, Harrow Point", Look(color="5F6368"))
    page.put(4, 1, "Production office:", Look(color="5F6368"))
    page.put(4, 2, "(910) 555-0100", Look(bold=True))
    page.put(4, 4, "office@example.com", Look(color="1155CC"))
    page.put(4, 15, "As of:", Look(color="5F6368"))
    page.put(4, 16, date(2026, 3, 13), Look(bold=True, format="mm/dd/yyyy", align="left"))
    look = Look(bold=True, color="FFFFFF", fill=_INK, align="center", wrap=True, line="box")
    page.row(6, _HEADINGS, look)


def _banner(page: Page, layout: Layout, row: int, department: str, *, first: bool) -> int:
    """A department's banner, with a spacer row above all but the first."""
    if not first:
        layout.excluded["blank"].append(row)
        row += 1
    for col in range(1, 17):
        page.put(row, col, None, Look(fill=_PALE))
    page.put(row, 1, department, Look(bold=True, size=10, color=_INK, fill=_PALE))
    layout.excluded["banner"].append(row)
    return row + 1


def _person(page: Page, layout: Layout, row: int, number: int, entry: dict[str, str]) -> None:
    """One person's line."""
    who = next((old for old, new in SAME_PERSON.items() if new == number), number)
    values = _values(number, who, entry)
    for col, value in enumerate(values, start=1):
        page.put(row, col, value, _look(col, value))
    layout.rows[str(number)] = row
    layout.records.append(row)


def _values(number: int, who: int, entry: dict[str, str]) -> list[Value]:
    first, last = people.name(who)
    name = f"{last}, {first}" if number in LAST_FIRST else f"{first} {last}"
    found = number != TO_BE_FOUND
    begins = date.fromisoformat(entry["start"])
    signed = number != UNSIGNED and (begins - calendar.TODAY).days <= 7
    rate: Value = float(entry["rate"])
    status = "Pencilled" if number == PENCILLED else "Confirmed" if found else "TBD"
    return [
        entry["position"] + ("  " if number in TRAILING else ""),
        (name + (" " if number in TRAILING else "")) if found else "TBD",
        people.phone(who) if found and number not in NO_PHONE else None,
        people.email(first, last) if found else None,
        entry["union"] or "Non-union",
        TEXT_DATES.get(number, begins),
        date.fromisoformat(entry["end"]),
        "$2,450/wk" if number == TEXT_RATE else rate,
        entry["per"],
        int(entry["hours"]) if entry["hours"] else None,
        int(entry["kit"]) if entry["kit"] else None,
        entry["account"],
        "Yes" if signed else "No",
        "Yes" if signed or number == UNSIGNED else None,
        status,
        NOTES.get(number),
        f"{people.name(who + 200)[0]} {last}, {people.phone(who + 41)}" if found else None,
    ]


def _look(col: int, value: Value) -> Look:
    if isinstance(value, date):
        return Look(format=US_DATE, align="center")
    if col in (COLUMNS["rate"], OTHER["Kit / Box"]):
        return Look(format="#,##0.00", align="right")
    if col == COLUMNS["account"]:
        return Look(format="@", align="center")
    if col == COLUMNS["email"]:
        return Look(color="1155CC")
    if col == COLUMNS["notes"]:
        return Look(italic=True, color="5F6368")
    return Look(align="center" if 5 <= col <= 15 else "")


def _struck(page: Page, layout: Layout, row: int) -> None:
    """Somebody who left: struck through, and deleted in everyone's mind."""
    values: list[Value] = ["Accounting Clerk", "Marlo Thistlewood", "(336) 555-0197"]
    values += ["marlo.thistlewood@example.com", "IATSE 161", date(2026, 1, 19), date(2026, 2, 6)]
    values += [1500.0, "week", 50, None, "2005", "Yes", "Yes", "Left", "Last day 2/6"]
    for col, value in enumerate(values, start=1):
        page.put(row, col, value, replace(_look(col, value), strike=True, color="9AA0A6"))
    layout.excluded["struck"].append(row)


def _shape(page: Page) -> None:
    page.widths([29, 25, 15, 31, 14, 12, 10, 10.5, 7, 7.5, 8.5, 7, 8, 10.5, 11, 32, 30])
    page.sheet.column_dimensions["Q"].hidden = True
    page.sheet.row_dimensions[6].height = 26
    page.sheet.freeze_panes = "C7"
    page.print_landscape("6:6")
