"""Our own report tabs that come without what marks them as ours: in a file saved elsewhere."""

from __future__ import annotations

import re

from schemas.sheet import Sheet

_STAMP = re.compile(
    r"As of (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2} \S+"
)
_ROWS, _COLUMNS = 6, 4


def is_ours(sheet: Sheet) -> bool:
    """Whether a tab bears the stamp that our reports bear below their title."""
    rows = range(1, min(sheet.height, _ROWS) + 1)
    return any(
        _STAMP.fullmatch(text) for row in rows for text in sheet.line(row)[:_COLUMNS] if text
    )
