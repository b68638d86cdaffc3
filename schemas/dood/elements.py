"""The elements of a day-out-of-days: numbers, names and the totals that the sheet states."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pandas as pd

from model.issue import Issue
from schemas import issues, rows
from schemas.dood import legend as dood_legend
from schemas.dood import names as dood_names
from schemas.dood import words as dood_words
from schemas.dood.columns import NAMES
from schemas.dood.dates import Settled
from schemas.dood.days import labelled
from schemas.dood.layout import Layout
from schemas.headings import normal
from schemas.remarks import is_note
from schemas.values import amounts
from schemas.values.dates import Written, written
from schemas.values.words import Fault, is_dash, is_error, not_ready

COLUMNS = (
    "element_id",
    "name",
    "performer",
    "section",
    "row",
    "col",
    "place",
    *(f"stated_{name}" for name in NAMES),
)


def read(
    layout: Layout, told: rows.Sorted, settled: Settled | None
) -> tuple[pd.DataFrame, list[Issue]]:
    """The elements' frame, labelled by the view's rows: whoever has a name or number and marks.

    ``told`` is filled with the view's rows that are none, by reason.
    """
    records: list[dict[str, object]] = []
    labels: list[int] = []
    made: list[Issue] = []
    view, section = layout.view, None
    for row in layout.repeats:
        told.leave_out(row, "header")
    for row in layout.body:
        number, name = _identity(layout, row)
        reason = _no_element(layout, row, number, name)
        if reason:
            told.leave_out(row, reason)
            section = name or number if reason == "banner" else section
            continue
        totals, faults = _stated(layout, row, settled)
        made += faults
        place = view.place(row, layout.names.name_col)
        plays = view.text(row, layout.performer_col) if layout.performer_col else ""
        identity = {"element_id": number, "name": name, "section": section}
        identity["performer"] = plays or None
        records.append({**identity, "row": place[0], "col": place[1], "place": 0, **totals})
        labels.append(row)
    return labelled(records, labels, COLUMNS), made


def _identity(layout: Layout, row: int) -> tuple[str | None, str | None]:
    """An element's number and name, from one cell or two."""
    view, names = layout.view, layout.names
    if not names.combined:
        number = view.code(row, names.id_col).rstrip(".") if names.id_col else ""
        return number or None, view.text(row, names.name_col) or None
    text = view.text(row, names.name_col)
    return dood_names.numbered(text) or (None, text or None)


def _no_element(layout: Layout, row: int, number: str | None, name: str | None) -> str | None:
    """Why a row is no element, if it is none."""
    view = layout.view
    marked = layout.marks(row)
    stated = any(view.text(row, col) for col in layout.totals.values())
    label = name or number
    if not label:
        return _nameless(marked, stated=stated)
    if row in layout.explained:
        return "note"
    if any(dood_legend.explains(text) for text in (label, view.text(row, layout.names.name_col))):
        return "note"
    if view.struck(row, layout.names.name_col):
        return "struck"
    if rows.is_total(label) or _are_counts(marked):
        return "subtotal"
    if not marked and not stated and (number is None or name is None):
        return "note" if is_note(label) else _unmarked(layout, row, label)
    return "note" if _is_prose(layout, label, marked) else None


def _unmarked(layout: Layout, row: int, label: str) -> str | None:
    """A row that holds a name alone: a banner, or on a sheet without numbers one who never works.

    A banner is a word for a group, is in capitals where names are not, or begins a part.
    """
    view, names = layout.view, layout.names
    if names.combined or names.id_col or dood_words.BANNERS.fullmatch(normal(label)):
        return "banner"
    around = [view.text(other, names.name_col) for other in layout.body if layout.marks(other)]
    others = sum(text.isupper() for text in around) * 2 < len(around)
    if (label.isupper() and others) or not any(view.line(row - 1)) or row == layout.first:
        return "banner"
    return None


def _nameless(marked: Sequence[str], *, stated: bool) -> str:
    """What a row without name and number is."""
    if _are_counts(marked) or (stated and not marked):
        return "subtotal"
    return "note" if marked else "blank"


def _are_counts(marked: Sequence[str]) -> bool:
    """Whether a row's cells are numbers: how many work each day."""
    numbers = sum(text.isdigit() for text in marked)
    return numbers > 0 and numbers * 10 >= len(marked) * 8


def _is_prose(layout: Layout, label: str, marked: Sequence[str]) -> bool:
    """Whether a row's cells are something else than marks: locations, scenes, notes."""
    strange = [text for text in marked if layout.parse(text) is None]
    if dood_words.PROSE.fullmatch(normal(label)):
        return len(strange) * 2 >= len(marked)
    return len(marked) >= 4 and len(strange) * 10 >= len(marked) * 7


def _stated(
    layout: Layout, row: int, settled: Settled | None
) -> tuple[dict[str, object], list[Issue]]:
    """The totals that the sheet states for an element, and an issue for each that is unreadable."""
    view, values, made = layout.view, dict[str, object](), list[Issue]()
    for name, col in layout.totals.items():
        value: Decimal | date | Fault | None
        if name in ("start", "finish"):
            value = _stated_date(layout, row, col, settled)
        else:
            value = amounts.amount(view.raw(row, col), comma=view.sheet.comma)
        if isinstance(value, Fault):
            made.append(
                issues.make(
                    value.code,
                    f"The stated {name} {value.found}.",
                    view.cell(row, col),
                    expected=value.expected,
                    suggestion=value.suggestion,
                )
            )
            value = None
        values[f"stated_{name}"] = int(value) if isinstance(value, Decimal) else value
    return values, made


def _stated_date(
    layout: Layout, row: int, col: int, settled: Settled | None
) -> date | Fault | None:
    """A stated start or finish; one without a year takes it from the schedule's own days."""
    view = layout.view
    text, said = view.text(row, col), written(view.raw(row, col))
    if is_error(text):
        return not_ready(text)
    if not text or is_dash(text):
        return None
    if settled and isinstance(said, Written) and said.year is None:
        own = {(day.month, day.day): day for day in settled.days if day}
        pair = said.days[0] if settled.month_first else said.days[-1]
        if pair in own:
            return own[pair]
    return view.sheet.dates.read(view.raw(row, col))
