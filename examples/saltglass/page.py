"""Putting values and looks on a tab, and saving a workbook that is the same bytes every time.

openpyxl writes a formula without its value; a reader that does not calculate then sees nothing.
So each formula here is given with the value it comes to, and :func:`save` writes both.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Literal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

STAMP = datetime(2026, 3, 14, 18, 30, 0)  # noqa: DTZ001  (xlsx stamps have no zone)
MONEY = "#,##0;(#,##0);-"
VARIANCE = "#,##0;[Red](#,##0);-"
CENTS = "#,##0.00;(#,##0.00);-"
US_DATE = "mm/dd/yy"
Value = str | int | float | Decimal | date | None


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula and the value that it comes to."""

    text: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks. Colours are "RRGGBB"."""

    bold: bool = False
    italic: bool = False
    strike: bool = False
    size: float = 9
    color: str = "202124"
    fill: str = ""
    format: str = "General"
    align: str = ""
    indent: int = 0
    wrap: bool = False
    line: Literal["", "thin", "medium", "double", "box"] = ""
    """A border above, or "box" for one all round."""
    font: str = "Arial"


@dataclass(slots=True)
class Page:
    """A tab being written. ``cached`` collects the values of its formulas by cell name."""

    sheet: Worksheet
    cached: dict[str, str] = field(default_factory=dict)

    def put(self, row: int, col: int, value: Value | Formula, look: Look) -> str:
        """Write one cell (1-based) and answer its name."""
        name = f"{get_column_letter(col)}{row}"
        cell = self.sheet[name]
        if isinstance(value, Formula):
            self.cached[name] = f"{value.value.normalize() + 0:f}"
            cell.value = value.text
        else:
            cell.value = value
        if look.format == "@":
            cell.number_format = "@"
        elif look.format != "General":
            cell.number_format = look.format
        cell.font = Font(
            name=look.font,
            size=look.size,
            bold=look.bold,
            italic=look.italic,
            strike=look.strike,
            color=look.color,
        )
        if look.fill:
            cell.fill = PatternFill("solid", fgColor=look.fill)
        cell.alignment = Alignment(
            horizontal=look.align or None,
            vertical="center",
            wrap_text=look.wrap,
            indent=look.indent,
        )
        if look.line:
            cell.border = _border(look.line)
        return name

    def row(self, row: int, values: Sequence[Value | Formula], look: Look, first: int = 1) -> None:
        """Write neighbouring cells in one look."""
        for offset, value in enumerate(values):
            self.put(row, first + offset, value, look)

    def widths(self, widths: Sequence[float]) -> None:
        """Set the columns' widths, from A on, in characters."""
        for number, width in enumerate(widths, start=1):
            self.sheet.column_dimensions[get_column_letter(number)].width = width

    def print_landscape(self, header_rows: str, *, one_page: bool = False) -> None:
        """Set the page as an office would: landscape, fit to width, header repeated.

        ``one_page`` fits it all on one sheet of tabloid paper, as boards are printed.
        """
        self.sheet.page_setup.orientation = "landscape"
        self.sheet.page_setup.paperSize = 3 if one_page else 1
        self.sheet.page_setup.fitToWidth = 1
        self.sheet.page_setup.fitToHeight = int(one_page)
        self.sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        self.sheet.print_title_rows = header_rows
        self.sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.5)


def _border(line: Literal["thin", "medium", "double", "box"]) -> Border:
    if line == "box":
        side = Side(style="thin", color="BDC1C6")
        return Border(left=side, right=side, top=side, bottom=side)
    return Border(top=Side(style=line, color="3C4043"))


def new_workbook() -> Workbook:
    """An empty workbook without the tab that openpyxl puts in."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = "Saltglass production office"
    workbook.properties.created = STAMP
    return workbook


def add_page(workbook: Workbook, tab: str, color: str = "") -> Page:
    """Add a tab, without grid lines, as tidy offices keep theirs."""
    sheet = workbook.create_sheet(tab)
    sheet.sheet_view.showGridLines = False
    if color:
        sheet.sheet_properties.tabColor = color
    return Page(sheet)


_FORMULA = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*>)(<f>.*?</f>)<v ?/>|<v></v>')
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def save(workbook: Workbook, pages: Sequence[Page], path: Path) -> None:
    """Save with every formula's value in place and every stamp fixed.

    Raises:
        ValueError: a formula was written that no page has a value for.
    """
    buffer = io.BytesIO()
    workbook.save(buffer)
    sheets = {
        f"xl/worksheets/sheet{number}.xml": page.cached for number, page in enumerate(pages, 1)
    }
    with (
        zipfile.ZipFile(buffer) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name in sheets:
                content = _with_values(content, sheets[name])
            elif name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + f"{STAMP:%Y-%m-%dT%H:%M:%SZ}".encode(), content)
            target.writestr(_entry(name), content)


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, STAMP.timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _with_values(xml: bytes, cached: dict[str, str]) -> bytes:
    missing = set(cached)

    def filled(match: re.Match[bytes]) -> bytes:
        name = match[2].decode()
        missing.discard(name)
        return match[1] + match[3] + b"<v>" + cached[name].encode() + b"</v>"

    done = _FORMULA.sub(filled, xml)
    if missing:
        raise ValueError(f"no formula was found for the values of {sorted(missing)}")
    return done
