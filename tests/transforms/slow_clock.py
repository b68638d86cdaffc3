"""Hours by plain loops over minutes: slow, obvious, and written without the room's own code.

A day is walked minute by minute of real time; a clock on the wall is asked of zoneinfo for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)


def shown(day: date, minutes: int, zone: ZoneInfo, after: datetime | None = None) -> datetime:
    """The first minute, of those that it might be, at which the wall shows a time.

    Where the wall never shows it (clocks leapt over it), as far after the leap as it lies in it.
    """
    wanted = datetime.combine(day, time()) + timedelta(minutes=minutes)
    start = wanted.replace(tzinfo=UTC) - timedelta(hours=15)
    seen = [start + n * MINUTE for n in range(28 * 60)]
    hits = [when for when in seen if when.astimezone(zone).replace(tzinfo=None) == wanted]
    later = [when for when in hits if after is None or when >= after]
    if hits:
        return (later or hits[-1:])[0]
    before = [when for when in seen if when.astimezone(zone).replace(tzinfo=None) < wanted]
    last = before[-1]
    return last + (wanted - last.astimezone(zone).replace(tzinfo=None))


def minutes_worked(
    call: datetime, wrap: datetime, meals: Sequence[tuple[datetime, datetime]]
) -> Iterator[datetime]:
    """Every minute of work."""
    when = call
    while when < wrap:
        if not any(start <= when < end for start, end in meals):
            yield when
        when += MINUTE


def tiers(
    call: datetime,
    wrap: datetime,
    meals: Sequence[tuple[datetime, datetime]],
    steps: Sequence[tuple[int, Fraction, bool]],
) -> dict[Fraction, Fraction]:
    """Multiple -> hours, for steps of (minutes, multiple, whether elapsed time counts)."""
    found: dict[Fraction, Fraction] = {}
    for worked, when in enumerate(minutes_worked(call, wrap, meals)):
        elapsed = (when - call) // MINUTE
        due = [
            times for after, times, runs_on in steps if (elapsed if runs_on else worked) >= after
        ]
        if due:
            found[max(due)] = found.get(max(due), Fraction(0)) + Fraction(1, 60)
    return found


def night(call: datetime, wrap: datetime, since: int, until: int, zone: ZoneInfo) -> int:
    """Minutes at which the wall shows an hour of the night: from ``since`` o'clock to ``until``."""
    count, when = 0, call
    while when < wrap:
        hour = when.astimezone(zone).hour
        count += hour >= since or hour < until
        when += MINUTE
    return count


def half_hours_late(due: datetime, until: datetime) -> int:
    """Half-hours begun from the moment a meal was due until it began."""
    count = 0
    while due < until:
        count += 1
        due += timedelta(minutes=30)
    return count
