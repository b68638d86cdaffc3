"""Papers and tickets that a crew grid keeps in columns beside its days."""

from __future__ import annotations

from dataclasses import replace

from schemas.headings import Field, Header, Shape
from schemas.kind import Found
from schemas.people import papers, tickets
from schemas.planning.crew_grid_layout import Layout
from schemas.rows import Record
from schemas.sheet import Sheet
from schemas.values.words import Fault

COLUMNS = (*papers.PAPERS, *tickets.NAMES, *tickets.SAID.values(), *tickets.WANTED.values())


def settled(sheet: Sheet, layout: Layout, header: Header) -> Header:
    """Give papers and tickets the columns headed so; "Deal Memo" may stand above "signed"."""
    whole = {
        " ".join(text for row in layout.heads if (text := layout.view.text(row, col))): col
        for col in header.others.values()
    }
    told = tickets.settled(sheet, papers.settled(sheet, replace(header, others=whole)))
    taken = set(told.columns.values())
    others = {text: col for text, col in header.others.items() if col not in taken}
    return replace(told, others=others)


def read(sheet: Sheet, found: Found, rows: list[int]) -> list[dict[str, object]]:
    """What each row says of them."""
    asked = tickets.wanted(sheet, found)
    made = []
    for row in rows:
        record = Record(row, {name: _mark(sheet, found, row, name) for name in papers.PAPERS}, {})
        papers.take(record, sheet, found)
        tickets.take(record, sheet, found, asked)
        made.append(record.values)
    return made


def _mark(sheet: Sheet, found: Found, row: int, name: str) -> object:
    """Whether a paper is back; ``None`` where the cell is blank, or says neither."""
    col = found.header.columns.get(name)
    value = sheet.value(row, col, Field(name, "", Shape.MARK)) if col else None
    return None if isinstance(value, Fault) else value
