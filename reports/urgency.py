"""What bites first: the order in which people should look at issues."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from model.issue import Issue


def bites(issue: Issue, today: date) -> date | None:
    """The date on which an issue bites: the first still to come, else the last that is past."""
    coming = [day for day in issue.dates if day >= today]
    return min(coming) if coming else max(issue.dates, default=None)


def soonest(issue: Issue, today: date) -> tuple[int, date]:
    """Order by date: what is still to come, then what has no date, then what is past."""
    day = bites(issue, today)
    if day is None:
        return (1, date.max)
    return (0, day) if day >= today else (2, day)


def gravest(
    issue: Issue, today: date
) -> tuple[int, tuple[int, date], Decimal, tuple[int, str, str, int, int, str, str]]:
    """Order by severity, then date, then money at stake, then where it stands."""
    amount = issue.cost.amount if issue.cost else Decimal(0)
    return (issue.severity.rank, soonest(issue, today), -abs(amount), issue.order)
