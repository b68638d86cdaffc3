"""How a finding names the clause behind its figure, and what it admits about the figure's dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from transforms import words
from transforms.agreements import Agreement, Figure, HolidayList


def cite(agreement: Agreement, clause: Figure | HolidayList, dates: Sequence[date]) -> str:
    """The clause, its source, and what must be admitted of both.

    That is: the figure was not checked against the agreement's own text; the agreement is not in
    force on all of ``dates``.
    """
    text = f"{agreement.name}: {clause.clause} ({clause.source.title})"
    unread = "" if clause.source.is_sure else "not checked against the agreement's own text"
    return "; ".join(filter(None, (text, unread, _caveat(agreement, clause, dates))))


def _caveat(agreement: Agreement, clause: Figure | HolidayList, dates: Sequence[date]) -> str:
    """Words for a figure that is used outside its dates; nothing within them."""
    begins, ends = agreement.effective_from, agreement.effective_to
    if isinstance(clause, Figure):
        begins, ends = clause.effective_from or begins, clause.effective_to or ends
    if dates and ends is not None and max(dates) > ends:
        return (
            f"figure of the agreement that ended on {words.full_date(ends)}: "
            "look for its successor's"
        )
    if dates and begins is not None and min(dates) < begins:
        return f"figure of the agreement that began only on {words.full_date(begins)}"
    return ""
