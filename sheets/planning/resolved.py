"""Lines that no longer apply, kept because people wrote beside them."""

from __future__ import annotations

from datetime import date

from model.report import Column, Role, Style
from sheets.planning.cells import Writes
from sheets.planning.marks import Name
from sheets.planning.styles import FIGURES
from sheets.planning.tab import Tab
from sheets.planning.values import typed

_STATUS = "status"
"""Field that says how a line stands, in the reports that have it."""


def mark_resolved(tab: Tab, writes: Writes) -> None:
    """Say on each such line that it is resolved, and since when.

    The word goes into the status where the report has that column, else before the line's own first
    text. Amounts are blanked: what no longer applies is in no total and should not look as if.
    Dates, names and links stay, so that the words of people still have their context.
    """
    column = _column(tab)
    for name in tab.newly_resolved:
        for ours in tab.columns:
            if ours.field in tab.old_cols and ours.role is Role.COMPUTED:
                _blank(tab, name, ours, writes)
        if column:
            _say(tab, name, column, writes)


def resolved_text(day: str) -> str:
    """The word on a resolved line: "Resolved 22 Nov 2026"."""
    if day == "-":
        return "Resolved"
    since = date.fromisoformat(day)
    return f"Resolved {since.day} {since:%b %Y}"


def _column(tab: Tab) -> Column | None:
    """Where the word goes."""
    ours = [c for c in tab.columns if c.role is Role.COMPUTED and c.field in tab.old_cols]
    status = [column for column in ours if column.field == _STATUS]
    texts = [c for c in ours if c.style in (Style.WRAPPED, Style.TEXT)]
    return next(iter([*status, *texts, *ours]), None)


def _say(tab: Tab, name: Name, column: Column, writes: Writes) -> None:
    old = tab.standing.value(tab.old_rows[name], tab.old_cols[column.field])
    text = resolved_text(tab.day)
    if column.field != _STATUS and isinstance(old, str) and old:
        text = f"{text}: {old}"
    writes.value((tab.place.rows[name], tab.place.cols[column.field]), typed(text))


def _blank(tab: Tab, name: Name, column: Column, writes: Writes) -> None:
    if column.style in FIGURES:
        writes.value((tab.place.rows[name], tab.place.cols[column.field]), {})
