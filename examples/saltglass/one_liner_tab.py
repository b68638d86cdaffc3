"""The One-Liner tab: a banner a shooting day, then its scenes, then what they come to in pages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from openpyxl.workbook import Workbook

from saltglass import calendar, scenes
from saltglass.layout import Layout
from saltglass.page import Look, Page, add_page
from saltglass.scenes import Scene, Shot

TAB = "One-Liner"
COLUMNS = {
    "scene": 1,
    "int_ext": 2,
    "set": 3,
    "day_night": 4,
    "pages": 5,
    "cast": 6,
    "location": 7,
    "synopsis": 8,
    "notes": 9,
}
_HEADINGS = ("Scene", "I/E", "Set", "D/N", "Pages", "Cast", "Location", "Synopsis", "Notes")
_INK, _PALE = "33691E", "DCEDC8"


def write(workbook: Workbook) -> tuple[Page, Layout]:
    """Write the main unit's one-liner."""
    page = add_page(workbook, TAB, _INK)
    layout = Layout(TAB, "one_liner", header_rows=(4,), columns=COLUMNS)
    page.put(1, 1, calendar.TITLE.upper(), Look(bold=True, size=14, color=_INK))
    page.put(2, 1, "One-Line Schedule - Main Unit, Rev. BLUE", Look(size=10))
    page.row(4, _HEADINGS, Look(bold=True, size=8, color="FFFFFF", fill=_INK, align="center"))
    row = 5
    for shot in scenes.shooting():
        row = _day(page, layout, shot, row)
    page.widths([7, 6, 32, 7, 7, 20, 20, 38, 34])
    page.sheet.freeze_panes = "A5"
    page.print_landscape("4:4")
    return page, layout


def _day(page: Page, layout: Layout, shot: Shot, row: int) -> int:
    """A day's banner, its scenes and its end; answers the next free row."""
    when, number = shot.day.date, shot.day.number
    _banner(page, layout, row, f"Shoot Day {number} - {when:%A}, {when:%B} {when.day}, {when.year}")
    for at, scene in enumerate(shot.scenes, start=row + 1):
        _scene(page, at, scene)
        layout.records.append(at)
        layout.totals["pages"] += Decimal(scene.eighths) / 8
        layout.rows.setdefault(key(when), at)
    end = row + 1 + len(shot.scenes)
    total = pages(sum(scene.eighths for scene in shot.scenes))
    _banner(page, layout, end, f"End of Day {number} - {total} pages")
    return end + 1


def _banner(page: Page, layout: Layout, row: int, text: str) -> None:
    page.put(row, 1, text, Look(bold=True, size=8, fill=_PALE))
    for col in range(2, len(_HEADINGS) + 1):
        page.put(row, col, None, Look(fill=_PALE))
    layout.excluded["banner"].append(row)


def _scene(page: Page, row: int, scene: Scene) -> None:
    middle, text = Look(size=8, align="center"), Look(size=8)
    inside, _, name = scene.place.set.partition(". ")
    page.put(row, 1, scene.number, middle)
    page.put(row, 2, inside, middle)
    page.put(row, 3, name, Look(size=8, bold=True))
    page.put(row, 4, scene.day_night, middle)
    page.put(row, 5, pages(scene.eighths), Look(size=8, align="center", format="@"))
    page.put(row, 6, ", ".join(map(str, scene.cast)), Look(size=8, format="@"))
    page.put(row, 7, scene.place.location, text)
    page.put(row, 8, scene.synopsis, Look(size=8, italic=True, color="5F6368"))
    page.put(row, 9, scene.notes or None, Look(size=8, bold=True))


def pages(eighths: int) -> str:
    """Eighths of a page as they are written: "1 3/8", "6/8", "2"."""
    whole, rest = divmod(eighths, 8)
    return " ".join(filter(None, (str(whole or ""), f"{rest}/8" if rest else "")))


def key(when: date) -> str:
    """What the layout knows a day's first scene by."""
    return f"first of {when}"
