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
    r"\bcall ?sheets?\b|\b(?:shooting|crew) call\b|\bcs (?:day )?\d+\b|"
    r"feuille de service|tagesdispo|hoja de (?:llamado|citacion)|orden de rodaje|"
    r"\bdispo\b"
)
_REFERS = re.compile(
    r"\b(?:see|per|on|refer to|check|siehe|laut|lt\.?|gemass|voir|cf\.?|selon|ver|segun)"
    r"(?: (?:the|daily|your|die|der|la|el|current))*$"
)
"""What stands before the name of a sheet that is only spoken of: "Hospital: see call sheet"."""


def is_one(sheet: Sheet, header: Header) -> bool:
    """Whether the tab, or a short line above the headings, is called a call sheet."""
    top = min(header.rows, default=1)
    lines = (text for row in range(max(1, top - _ABOVE), top) for text in sheet.line(row) if text)
    titles = [text for text in lines if len(text.split()) <= _WORDS]
    return any(map(_is_title, (sheet.grid.tab, *titles)))


def _is_title(text: str) -> bool:
    """Whether words call their sheet a call sheet, rather than send the reader to one."""
    folded = fold(text)
    match = _TITLE.search(folded)
    return match is not None and not _REFERS.search(folded[: match.start()].rstrip())
