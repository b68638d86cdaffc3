"""Call sheets: one day's people and scenes; no list of who is engaged or of what is planned."""

from __future__ import annotations

import re

from schemas.headings import Header
from schemas.sheet import Sheet
from schemas.values.words import fold

_ABOVE = 10
_WORDS = 5
"""Words of a line that is a title, and no remark that speaks of call sheets."""
_TITLE = re.compile(
    r"\bcall ?sheets?\b|feuille de service|tagesdispo|hoja de (?:llamado|citacion)|orden de rodaje|"
    r"\bdispo\b"
)


def is_one(sheet: Sheet, header: Header) -> bool:
    """Whether the tab, or a short line above the headings, is called a call sheet."""
    top = min(header.rows, default=1)
    lines = (text for row in range(max(1, top - _ABOVE), top) for text in sheet.line(row) if text)
    titles = [text for text in lines if len(text.split()) <= _WORDS]
    return any(_TITLE.search(fold(text)) for text in (sheet.grid.tab, *titles))
