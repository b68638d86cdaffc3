"""Night work: what of a day lies within the hours of the night."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from transforms.times.instants import instant


def within(
    begin: datetime, end: datetime, since: Decimal, until: Decimal, zone: ZoneInfo
) -> timedelta:
    """How long of a stretch lies between two hours of the night ("22" to "6"), any night's.

    ``until`` that is not later than ``since`` is of the next day.
    """
    if end <= begin:
        return timedelta()
    first = begin.astimezone(zone).date() - timedelta(days=1)
    last = end.astimezone(zone).date()
    total = timedelta()
    for offset in range((last - first).days + 1):
        day: date = first + timedelta(days=offset)
        start = instant(day, _minutes(since), zone)
        later = until if until > since else until + 24
        stop = instant(day, _minutes(later), zone, start)
        total += max(min(stop, end) - max(start, begin), timedelta())
    return total


def _minutes(hour: Decimal) -> int:
    return int(hour * 60)
