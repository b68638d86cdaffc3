"""Names in two columns: a "Nom" beside "Prénom" is no whole name."""

from __future__ import annotations

from schemas.headings import Header
from schemas.sheet import Sheet
from schemas.values.words import fold

_SAMPLE = 60
_PARTS = (("first_name", "last_name"), ("last_name", "first_name"))


def settled(sheet: Sheet, header: Header) -> Header:
    """Take the column of a name beside one of its parts for the other part."""
    for part, other in _PARTS:
        columns = header.columns
        if part in columns and other not in columns and _lacks(sheet, header, part):
            header = header.renamed("name", other)
    return header


def _lacks(sheet: Sheet, header: Header, part: str) -> bool:
    """Whether a name's column does not repeat what the column of its other part says."""
    if "name" not in header.columns:
        return False
    rows = range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1)
    own, whole = header.columns[part], header.columns["name"]
    pairs = [(fold(sheet.text(row, own)), fold(sheet.text(row, whole))) for row in rows]
    both = [(short, full) for short, full in pairs if short and full]
    return sum(short in full for short, full in both) * 2 <= len(both)
