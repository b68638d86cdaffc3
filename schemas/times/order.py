"""A day's times put in order: past midnight, and by which half of the day where nothing says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from schemas.values.clock import DAY, HALF, Clock, Habit
from schemas.values.words import Fault

_LONGEST = 20 * 60
"""Minutes from call to wrap beyond which a time is rather mistyped than so late."""
_SHORTEST = 4 * 60
"""A shorter day may as well be twelve hours longer, where nothing says morning or evening."""
_EARLY, _LATE = 5 * 60, HALF
"""Between these a call without a.m. or p.m. is in the morning."""
_NEAR = Decimal("0.8")
"""Hours by which the stated hours may miss the day that they settle: rounding, part of a meal."""


@dataclass(slots=True)
class Day:
    """A day's times in minutes after midnight of its date, and what could not be settled."""

    minutes: dict[str, int] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)


def settle(clocks: Mapping[str, Clock], habit: Habit, hours: Decimal | None = None) -> Day:
    """Put a day's times, in the order in which they come, each after the one before it.

    ``hours`` are those that the sheet states, which settle what the times alone leave open.
    """
    day = Day()
    for name, clock in clocks.items():
        made = habit.minutes(clock)
        if made is None:
            day.faults[name] = _unsettled()
        elif not day.minutes:
            _first(day, name, made, open_=habit.either(clock))
        else:
            _next(day, name, made, open_=habit.either(clock), hours=hours)
    if "wrap" in day.minutes and "call" in day.minutes and habit.either(clocks["wrap"]):
        _judge(day, hours)
    return day


def _first(day: Day, name: str, made: int, *, open_: bool) -> None:
    """Take the day's first time; one that may be of the morning or the evening is the morning's."""
    if open_ and not _EARLY <= made < _LATE:
        day.faults[name] = _unsettled()
    else:
        day.minutes[name] = made


def _next(day: Day, name: str, made: int, *, open_: bool, hours: Decimal | None) -> None:
    """Take a time after those before it, on the next day where it must be.

    Where the stated hours are those of so long a day, the times are in order: the day is too long.
    """
    first, last = next(iter(day.minutes.values())), max(day.minutes.values())
    later = made
    while later < last or (open_ and later == last):
        later += HALF if open_ else DAY
    if later - first > _LONGEST and later != made:
        stated = name == "wrap" and hours is not None and _fits(later - first, hours)
        day.faults[name] = _too_long(later - first) if stated else _disordered()
    else:
        day.minutes[name] = later


def _judge(day: Day, hours: Decimal | None) -> None:
    """Ask the stated hours whether a day is as short as it looks, or twelve hours longer."""
    call, wrap = day.minutes["call"], day.minutes["wrap"]
    options = [wrap, wrap + HALF] if wrap + HALF - call <= _LONGEST else [wrap]
    if hours is not None:
        fits = [option for option in options if _fits(option - call, hours)]
        if len(fits) == 1:
            day.minutes["wrap"] = fits[0]
            return
    if len(options) > 1 and wrap - call < _SHORTEST:
        del day.minutes["wrap"]
        day.faults["wrap"] = _unsettled()


def _fits(minutes: int, hours: Decimal) -> bool:
    """Whether stated hours are those of so many minutes, less a meal or two."""
    worked = Decimal(minutes) / 60
    return worked - 2 - _NEAR <= hours <= worked + _NEAR


def _unsettled() -> Fault:
    return Fault(
        "time-not-settled",
        "holds a time that could be of the morning or of the evening",
        "a time that says which: 7:30 PM, or 19:30",
        "Add AM or PM, or write the time in 24 hours.",
    )


def _disordered() -> Fault:
    return Fault(
        "times-out-of-order",
        "holds a time that does not follow the times before it",
        "a time after the call and the meals, on the same night",
        "Mend the time: AM and PM may be exchanged, or two columns.",
    )


def _too_long(minutes: int) -> Fault:
    return Fault(
        "hours-implausible",
        f"holds a time {minutes // 60} hours and {minutes % 60} minutes after the first one, as "
        "the hours beside it say too",
        "a day of work",
        "Mend the time: AM and PM may be exchanged. The hours follow from it.",
    )
