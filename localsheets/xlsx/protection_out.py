"""A protected range over a whole tab as sheet protection, its exceptions as cells not locked.

Excel protects whole sheets only: a protected range of a few cells, which would close all others to
rows and columns that come and go, is kept in our own part of the file alone. So are ranges that
only warn, and who may edit.
"""

from __future__ import annotations

import logging
from typing import Any

from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, letters
from localsheets.wire.ranges import rect_of
from localsheets.xlsx.protection_in import is_whole
from localsheets.xlsx.sheet_out import DEFAULT_COLUMN_PIXELS, width_of

log = logging.getLogger("localsheets")

MOST_UNLOCKED = 200_000
"""Cells of one exception; of more, its whole columns are not locked."""


def protect(worksheet: Any, sheet: Sheet) -> None:
    """Protect a worksheet as its tab is; a password that it had in the file stays."""
    from openpyxl.worksheet.protection import SheetProtection

    whole = [part for part in sheet.protected if is_whole(part)]
    if not whole:
        worksheet.protection = SheetProtection()
        return
    worksheet.protection.sheet = True
    for hole in whole[0].get("unprotectedRanges", []):
        rect = rect_of(hole)
        closed = rect.clamp(sheet.row_count, sheet.column_count)
        all_rows = closed.top == 0 and closed.bottom == sheet.row_count
        if all_rows or closed.height * closed.width > MOST_UNLOCKED:
            _unlock_columns(worksheet, closed)
        else:
            _unlock(worksheet, closed)


def _unlock(worksheet: Any, rect: Rect) -> None:
    from openpyxl.styles import Protection

    for row in range(rect.top, rect.bottom or 0):
        for column in range(rect.left, rect.right or 0):
            worksheet.cell(row + 1, column + 1).protection = Protection(locked=False)


def _unlock_columns(worksheet: Any, rect: Rect) -> None:
    """Whole columns: their cells, and by the columns' style all that are not there."""
    from openpyxl.styles import Protection

    for column in range(rect.left, rect.right or 0):
        name = letters(column)
        known = name in worksheet.column_dimensions
        own = worksheet.column_dimensions[name]
        own.protection = Protection(locked=False)
        if not known:
            own.width = width_of(DEFAULT_COLUMN_PIXELS)
    for (_, number), cell in worksheet._cells.items():
        if rect.left < number <= (rect.right or 0):
            cell.protection = Protection(locked=False)
