"""Wall-clock times as instants: hours that pass, whatever the clocks do that night."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def instant(day: date, minutes: int, zone: ZoneInfo, after: datetime | None = None) -> datetime:
    """The instant (UTC) that a clock shows so many minutes after a date's midnight.

    1530 is 1:30 of the next day. In the night in which clocks go back, an hour is shown twice: the
    first is meant, unless it lies before ``after``. An hour that clocks leap over is read as if
    they had not yet.
    """
    days, rest = divmod(minutes, 24 * 60)
    wall = datetime.combine(day + timedelta(days=days), time(rest // 60, rest % 60), zone)
    first = wall.astimezone(UTC)
    if after is not None and first < after:
        return max(first, wall.replace(fold=1).astimezone(UTC))
    return first


def wall(when: datetime, zone: ZoneInfo) -> str:
    """What a clock shows at an instant: "18:30"."""
    return f"{when.astimezone(zone):%H:%M}"
