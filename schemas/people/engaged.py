"""The first and the last day of a deal in one cell: "3/2 - 4/10" under "Contract dates"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from schemas.headings import Field, Header, normal
from schemas.kind import Found
from schemas.rows import Record
from schemas.sheet import Sheet
from schemas.values import spans

FIELD = Field("engaged", "", weight=0.0, further=True)
_ENDS = ("start_date", "end_date")
_SPAN = re.compile(
    r"\b(?:dates?|contract|contrat|contrato|vertrag\w*|engage\w*|deal|work\w*|period\w*|periode|"
    r"zeitraum|fechas|periodo|start end|start finish|start wrap|from to|von bis|du au|in out)\b"
)
_SAMPLE = 60


def settled(sheet: Sheet, header: Header) -> Header:
    """Give the field the column of spans, on a list that has no column for either end.

    "Dates" right before "Till" is the other end alone.
    """
    ends = [name for name in _ENDS if name in header.columns]
    if len(ends) == 2:
        return header
    for name in (*ends, *(("deal_memo", "deal") if not ends else ())):
        col = header.columns.get(name)
        if col is not None and _are_spans(sheet, header, col):
            return header.renamed(name, FIELD.name)
    for heading, col in header.others.items():
        if not _SPAN.search(normal(heading)):
            continue
        if not ends and _are_spans(sheet, header, col):
            return header.with_field(FIELD.name, heading, col)
        if ends == ["end_date"] and col == header.columns["end_date"] - 1:
            return header.with_field("start_date", heading, col)
    return header


def _are_spans(sheet: Sheet, header: Header, col: int) -> bool:
    """Whether half of a column's texts are spans of days."""
    rows = range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1)
    texts = [text for row in rows if (text := sheet.text(row, col))]
    return bool(texts) and sum(
        spans.read(text, sheet.dates) is not None for text in texts
    ) * 2 >= len(texts)


def located(found: Found) -> Found:
    """The table with both ends in the column of spans, for whoever asks where they stand."""
    header = found.header
    col = header.columns.get(FIELD.name)
    if col is None:
        return found
    columns = {name: at for name, at in header.columns.items() if name != FIELD.name}
    heading = header.headings.get(FIELD.name, "")
    told = {name: text for name, text in header.headings.items() if name != FIELD.name}
    made = replace(
        header,
        columns=columns | dict.fromkeys(_ENDS, col),
        headings=told | dict.fromkeys(_ENDS, heading),
    )
    return replace(found, header=made)


def dated(found: Found, fields: Sequence[Field]) -> list[Field]:
    """The fields whose cells hold one date alone, if any."""
    ends = {found.header.columns.get(name) for name in _ENDS}
    return [field for field in fields if len(ends) > 1 or field.name not in _ENDS]


def take(record: Record, sheet: Sheet, found: Found) -> None:
    """Read both ends of a span, in place."""
    start, end = (found.header.columns.get(name) for name in _ENDS)
    if start is None or start != end:
        return
    days = spans.read(sheet.text(record.row, start), sheet.dates)
    if days is None:
        record.faults.pop("end_date", None)
        return
    for name, day in zip(_ENDS, days, strict=True):
        record.values[name] = day
        record.faults.pop(name, None)
