"""Columns that say whether a paper is back, and what stands in them."""

from __future__ import annotations

import re

from schemas.headings import Header, normal
from schemas.kind import Found
from schemas.rows import Record
from schemas.sheet import Sheet
from schemas.values import marks
from schemas.values.words import fold

PAPERS = ("deal_memo", "start_paperwork")
_AWAY = re.compile(r"\b(?:sent|out|issued|envoye|verschickt|enviado)\b")
_BACK = re.compile(
    r"\b(?:back|in|signed|received|rec d|recd|returned|ret d|rtn d?|executed|exec|complete|"
    r"signe|retour|recu|unterschrieben|zuruck|erhalten|firmado|devuelto|recibido)\b"
)
_UNWANTED = re.compile(
    r"n/?a|n\.a\.|not (?:needed|required|applicable|nec(?:essary)?)|none needed|no need|exempt|"
    r"n/?r|sans objet|so|s\.o\.|inutile|entfallt|nicht (?:notig|erforderlich)|no aplica|"
    r"no necesario|exento"
)
_SAMPLE = 60


def settled(sheet: Sheet, header: Header) -> Header:
    """Take "Contract" for its deal memo where marks stand there, and "DM back" before "DM sent"."""
    header = _returned(header)
    if "deal_memo" in header.columns or "deal" not in header.columns:
        return header
    return header.renamed("deal", "deal_memo") if _is_ticked(sheet, header, "deal") else header


def _returned(header: Header) -> Header:
    """Of two columns, one for the paper sent and one for it signed, take the second."""
    col = header.repeated.get("deal_memo")
    heading = next((text for text, at in header.others.items() if at == col), "")
    own = normal(header.headings.get("deal_memo", ""))
    if col is None or not _AWAY.search(own) or not _BACK.search(normal(heading)):
        return header
    return header.without({"deal_memo"}).with_field("deal_memo", heading, col)


def _is_ticked(sheet: Sheet, header: Header, field: str) -> bool:
    """Whether a column holds marks that a paper is signed, or not, rather than terms of a deal."""
    col = header.columns[field]
    rows = range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1)
    said = [marks.mark(sheet.grid.at(row, col)) for row in rows if sheet.text(row, col)]
    ticks = sum(isinstance(value, bool) for value in said)
    return ticks > 0 and ticks * 2 > len(said)


def take(record: Record, sheet: Sheet, found: Found) -> None:
    """Take "N/A" for settled: whoever typed it says that no paper is wanted; in place."""
    for name in PAPERS:
        col = found.header.columns.get(name)
        text = fold(sheet.text(record.row, col)).strip(" .") if col else ""
        if text and _UNWANTED.fullmatch(text):
            record.values[name] = True
            record.faults.pop(name, None)
