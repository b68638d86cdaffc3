"""Tabs that are nothing to us: an office's scribbles. They must be recognised as nothing."""

from __future__ import annotations

from openpyxl.workbook import Workbook

from saltglass.layout import Layout
from saltglass.page import Look, Page, add_page

_NOTES = (
    "OFFICE NOTES",
    "",
    "Printer on the second floor takes the grey toner only.",
    "Tide tables are pinned by the kitchen: low water is what we shoot to in week 7.",
    "Good Friday is a company day off, main unit. Second unit has the ferry that day!",
    "Parking: odd days harbor side, even days church side.",
    "Ask Verity before giving anybody the budget.",
    "",
    "Dinner poll",
    "Chowder - 41",
    "Dumplings - 38",
)
_LINKS = (
    ("Lookbook", "https://example.com/saltglass/lookbook"),
    ("Furnace references", "https://example.com/saltglass/furnace"),
    ("Storm references", "https://example.com/saltglass/storm"),
    ("Costume boards", "https://example.com/saltglass/costume"),
)


def notes(workbook: Workbook) -> tuple[Page, Layout]:
    """Write the tab "Notes"."""
    page = add_page(workbook, "Notes")
    for row, text in enumerate(_NOTES, start=1):
        if text:
            page.put(row, 1, text, Look(bold=row in (1, 9), size=10))
    page.widths([90])
    page.print_landscape("1:1")
    return page, Layout("Notes", None)


def links(workbook: Workbook) -> tuple[Page, Layout]:
    """Write the tab "Lookbook links"."""
    page = add_page(workbook, "Lookbook links")
    for row, (name, address) in enumerate(_LINKS, start=2):
        page.put(row, 2, name, Look(size=10))
        page.put(row, 3, address, Look(size=10, color="1155CC"))
    page.widths([3, 24, 52])
    page.print_landscape("1:1")
    return page, Layout("Lookbook links", None)
