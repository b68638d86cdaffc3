"""Day-out-of-days: who works, travels or holds on which day."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd
import pandera.pandas as pa

from model.issue import Issue
from model.table import ATOMS, Dood, Place, Table
from schemas import dood_codes, dood_days, dood_elements, dood_layout, issues, rows
from schemas.dood_codes import Mark
from schemas.dood_heads import TOTALS
from schemas.dood_layout import Layout
from schemas.headings import Field, Header, normal
from schemas.judge import judge
from schemas.kind import Found, Kind
from schemas.sheet import Sheet
from schemas.values.words import is_dash, is_error, not_ready

FIELDS = (
    *(Field(name, "") for name in ("element_id", "name")),
    *(Field(name, "", further=True) for name in TOTALS),
)
COLUMNS = ("element", "day", "row", "col", "place", "element_id", "name", "date", "text", "code")
SCHEMA = pa.DataFrameSchema(
    {
        "date": pa.Column(object, nullable=False),
        "code": pa.Column(object, nullable=True),
        **{atom: pa.Column(bool) for atom in ATOMS},
    },
    index=pa.Index(int, unique=True),
)
_TITLES = re.compile(r"\b(?:dood|day out of days?|days out of days)\b")


def find(sheet: Sheet) -> Sequence[Found]:
    """Find the days-out-of-days of a tab: a row of dates over a matrix of codes."""
    found = []
    forced = sheet.override is not None and sheet.override.kind == "dood"
    for layout in dood_layout.find(sheet):
        confidence, why = _confidence(sheet, layout)
        if confidence >= 0.5 or forced:
            header = Header(layout.header_rows, _columns(layout), {}, {}, {}, {})
            sure = 1.0 if forced else confidence
            found.append(Found("dood", header, layout.block, sure, why, layout))
    return found


def _confidence(sheet: Sheet, layout: Layout) -> tuple[float, tuple[str, ...]]:
    """How surely a matrix is a day-out-of-days, and by what."""
    marks, codes, working = dood_layout.share(layout)
    above = (text for row in sheet.texts[: layout.block.top] for text in row[:6] if text)
    title = next((text for text in (sheet.grid.tab, *above) if _TITLES.search(normal(text))), "")
    why = [f"{len(layout.days)} days, {marks} marks of which {codes:.0%} are codes"]
    why += [f'title "{title}"'] if title else []
    if not (working or title) or codes < (0.5 if marks < 20 else 0.6):
        return 0.0, tuple(why)
    score = 0.55 + 0.15 * bool(title) + 0.1 * bool(layout.weekday_row)
    score += 0.08 * bool(layout.shoot_row) + 0.08 * bool(layout.totals)
    score += 0.02 * min(len(layout.days), 5)
    return round(min(score, 0.99) * (0.7 + 0.3 * codes), 3), tuple(why)


def _columns(layout: Layout) -> dict[str, int]:
    """Field -> column; none where the days stand down and elements across."""
    if not layout.view.across:
        return {}
    columns = dict(layout.totals)
    if layout.id_col is not None:
        columns["element_id"] = layout.id_col
    if not layout.combined:
        columns["name"] = layout.name_col
    return columns


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
    frame, unknown = _marks(layout, elements, days)
    table = Dood(
        kind="dood",
        frame=frame,
        places=(Place(sheet.grid.tab, dict(found.header.columns), sheet.grid.book),),
        block=found.block,
        header_rows=found.header.rows if layout.view.across else (),
        confidence=found.confidence,
        excluded=told.reasons(),
        why=found.why,
        elements=elements,
        days=days,
    )
    made += [*stated, *unknown, *judge(SCHEMA, frame, table.cell)]
    if layout.view.across:
        made += rows.note_hidden(sheet, found, [int(row) for row in elements["row"]])
    return table, made


def _marks(
    layout: Layout, elements: pd.DataFrame, days: pd.DataFrame
) -> tuple[pd.DataFrame, list[Issue]]:
    """The matrix's filled cells in long form, and an issue for each code that is not known."""
    view, marks, made = layout.view, list[dict[str, object]](), list[Issue]()
    dates = dict(zip(days.index, days["date"], strict=True))
    named = zip(elements.index, elements["element_id"], elements["name"], strict=True)
    for label, number, name in named:
        identity = {"element": label, "place": 0, "element_id": number, "name": name}
        for col, day in dates.items():
            text = view.text(label, col)
            if not text or is_dash(text) or view.struck(label, col):
                continue
            mark = dood_codes.parse(text, layout.legend)
            row, column = view.place(label, col)
            where = {"day": col, "row": row, "col": column, "date": day}
            marks.append({**identity, **where, **_said(text, mark)})
            if mark is None:
                made.append(_unknown(layout, label, col, text, name or number))
    frame = dood_days.labelled(marks, range(len(marks)), COLUMNS)
    flags = {atom: pd.Series([mark[atom] for mark in marks], dtype=bool) for atom in ATOMS}
    return pd.concat([frame, pd.DataFrame(flags, index=frame.index)], axis=1), made


def _said(text: str, mark: Mark | None) -> dict[str, object]:
    """What a mark says: as typed, as Movie Magic writes it, and of what it is made."""
    atoms = mark.atoms if mark else frozenset()
    return {
        "text": text,
        "code": mark.code if mark else None,
        **{atom: atom in atoms for atom in ATOMS},
    }


def _unknown(layout: Layout, row: int, col: int, text: str, who: str | None) -> Issue:
    """The issue of a mark that neither Movie Magic's letters nor a legend explain."""
    fault = not_ready(text) if is_error(text) else None
    return issues.make(
        fault.code if fault else "unknown-code",
        f"The mark {fault.found}." if fault else f'"{text}" is no known day-out-of-days code.',
        layout.view.cell(row, col),
        subject=who,
        expected="S, W, F, H, D, P, TR, FT, R, M, / or letters of these together, such as SWF",
        suggestion="Mend the code, or explain it in the sheet's legend or in the settings.",
    )


KIND = Kind(name="dood", fields=FIELDS, enough=lambda *_: False, read=read, find=find)
