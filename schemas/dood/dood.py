"""Day-out-of-days: who works, travels or holds on which day."""

from __future__ import annotations

from collections.abc import Sequence

import pandera.pandas as pa

from model.issue import Issue
from model.table import ATOMS, Dood, Place, Table
from schemas import rows
from schemas.dood import claim as dood_claim
from schemas.dood import columns as dood_columns
from schemas.dood import counted as dood_counted
from schemas.dood import daily as dood_daily
from schemas.dood import days as dood_days
from schemas.dood import elements as dood_elements
from schemas.dood import layout as dood_layout
from schemas.dood import marks as dood_marks
from schemas.dood import settled as dood_settled
from schemas.dood import twice as dood_twice
from schemas.dood.layout import Layout
from schemas.headings import Field, Header
from schemas.judge import judge
from schemas.kind import Found, Kind
from schemas.sheet import Sheet

FIELDS = (
    *(Field(name, "") for name in ("element_id", "name")),
    *(Field(name, "", further=True) for name in dood_columns.NAMES),
)
SCHEMA = pa.DataFrameSchema(
    {
        "date": pa.Column(object, nullable=True),
        "code": pa.Column(object, nullable=True),
        **{atom: pa.Column(bool) for atom in ATOMS},
    },
    index=pa.Index(int, unique=True),
)


def find(sheet: Sheet) -> Sequence[Found]:
    """Find the days-out-of-days of a tab: a row of dates over a matrix of codes."""
    found = []
    forced = sheet.override is not None and sheet.override.kind == "dood"
    for layout in map(dood_settled.settle, dood_layout.find(sheet)):
        layout = dood_counted.name(layout)
        confidence, why = dood_claim.confidence(sheet, layout)
        if confidence >= 0.5 or forced:
            columns = _fields(layout) if layout.view.across else {}
            others = {
                heading: col
                for heading, col in layout.names.others.items()
                if layout.view.across and col != layout.performer_col
            }
            header = Header(layout.header_rows, columns, _headings(layout), others, {}, {})
            sure = 1.0 if forced else confidence
            found.append(Found("dood", header, layout.block, sure, why, layout))
    return found


def _fields(layout: Layout) -> dict[str, int]:
    """Field -> column, or the row where days stand down and elements across."""
    columns = dict(layout.totals)
    if layout.names.id_col is not None:
        columns["element_id"] = layout.names.id_col
    if not layout.names.combined:
        columns["name"] = layout.names.name_col
    if layout.performer_col is not None:
        columns["performer"] = layout.performer_col
    return columns


def _headings(layout: Layout) -> dict[str, str]:
    """Field -> the lowest of its headings, as the sheet writes it."""
    view = layout.view
    found = {}
    for name, col in _fields(layout).items():
        texts = [text for row in layout.heads if (text := view.text(row, col))]
        if texts:
            found[name] = texts[-1]
    return found


def _place(sheet: Sheet, layout: Layout) -> Place:
    """Where the table stands."""
    fields = _fields(layout)
    if layout.view.across:
        return Place(sheet.grid.tab, fields, sheet.grid.book)
    return Place(sheet.grid.tab, {}, sheet.grid.book, fields)


def read(sheet: Sheet, found: Found) -> tuple[Table, list[Issue]]:
    """Read a day-out-of-days into its long form.

    Raises:
        TypeError: the table was not found by :func:`find`, which is a bug.
    """
    layout = found.layout
    if not isinstance(layout, Layout):
        raise TypeError("a day-out-of-days is read from the layout that its finder made")
    told = rows.Sorted()
    days, settled, made = dood_days.read(sheet, layout)
    elements, stated = dood_elements.read(layout, told, settled)
    frame, unknown = dood_marks.read(layout, elements, days)
    table = Dood(
        kind="dood",
        frame=frame,
        places=(_place(sheet, layout),),
        block=found.block,
        header_rows=found.header.rows,
        confidence=found.confidence,
        headings=dict(found.header.headings),
        excluded=told.reasons() if layout.view.across else _between_days(layout),
        other_columns=dict(found.header.others),
        why=found.why,
        elements=elements,
        days=days,
    )
    made += [*stated, *unknown, *dood_settled.told(layout), *judge(SCHEMA, frame, table.cell)]
    made += dood_twice.check(layout, frame, elements)
    made += dood_daily.check(layout, frame, elements, told.reasons().get("subtotal", ()))
    if layout.view.across:
        made += rows.note_hidden(sheet, found, [int(row) for row in elements["row"]])
    return table, made


def _between_days(layout: Layout) -> dict[str, tuple[int, ...]]:
    """The rows between dates that stand down which hold a few words alone: "HIATUS", "Week 2"."""
    lines = layout.view.sheet.texts
    between = range(min(layout.days) + 1, max(layout.days))
    banners = [
        row for row in between if row not in layout.days and len(set(lines[row - 1]) - {""}) == 1
    ]
    return {"banner": tuple(banners)} if banners else {}


KIND = Kind(
    name="dood",
    fields=FIELDS,
    enough=lambda *_: False,
    read=read,
    find=find,
    kept=("performer",),
)
