"""Lines that no longer apply, kept because people wrote beside them."""

from __future__ import annotations

from model.report import Role, Style
from sheets.planning.cells import Writes
from sheets.planning.notes import to_write
from sheets.planning.resolution import saying
from sheets.planning.styles import FIGURES
from sheets.planning.tab import Tab
from sheets.planning.values import typed


def mark_resolved(tab: Tab, writes: Writes) -> None:
    """Say on each such line that it is resolved, and since when.

    The word goes into the status where the report has that column, else before the line's own first
    text. Amounts are blanked: what no longer applies is in no total and should not look as if.
    Dates and names stay, so that the words of people still have their context; links go, since what
    they led to may have moved.
    """
    for name in tab.newly_resolved:
        row = tab.place.rows[name]
        for column in tab.columns:
            ours = column.role is Role.COMPUTED and column.field in tab.old_cols
            if ours:
                standing = tab.standing.note(tab.old_rows[name], tab.old_cols[column.field])
                if to_write(standing, "") is not None:
                    writes.notes[row, tab.place.cols[column.field]] = ""
            if ours and column.style in {*FIGURES, Style.DAY}:
                writes.value((row, tab.place.cols[column.field]), {})
        said = saying(tab.standing, tab.old_rows[name], tab.columns, tab.day)
        if said:
            writes.value((row, tab.place.cols[said[0].field]), typed(said[1]))
