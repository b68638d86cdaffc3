"""The issue of a row of dates that nothing settles."""

from __future__ import annotations

from collections.abc import Sequence

from model.issue import Issue
from schemas import issues
from schemas.dood.view import View


def unsettled(view: View, row: int, columns: Sequence[int]) -> Issue:
    """Say that a row's dates, at these columns of a view, lack their year."""
    first, last = (view.text(row, col) for col in (columns[0], columns[-1]))
    return issues.make(
        "date-not-settled",
        f'The dates "{first}" to "{last}" do not say which year they are in, so no day was read.',
        view.cell(row, columns[0]),
        expected="dates with a year, a row of weekdays, or the production's first and last date",
        suggestion="Set the production's start and end in the settings, or add the years.",
    )
