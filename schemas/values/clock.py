"""Times of day as production papers write them: "6:30a", "0630", "18.5", "6h30", "25:30"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from model.grid import Scalar
from schemas.values.words import Fault, clean, fold, is_dash, is_error, is_open, listed, not_ready

DAY = 24 * 60
HALF = 12 * 60
_LATEST = 48 * 60
_SERIAL = 3000
"""Serial numbers from here on are a date with a time; below it, a time alone."""
_NOON = listed("noon midi mittag mediodia")
_MIDNIGHT = listed("midnight minuit mitternacht medianoche")
_UNTIMED = listed(
    "off hold h oc o/c on-call oncall sick travel tr none absent weekend idle nc n/c x open "
    "wrapped frei krank reise repos conge malade libre descanso enfermo viaje abruf"
) | {"on call", "day off", "no call", "not called", "will notify", "w/n", "w/c", "will call", "ns"}
"""What stands for a time where somebody had none: on call, on hold, off."""
_NEXT = re.compile(r"\s*(?:\(\s*)?(?:\+ ?1d?|next day|nd|n\.d\.|j\+1|folgetag)(?:\s*\))?\s*$")
_DATED = re.compile(r"^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})[ T]+")
_MARK = r"(?P<mark>a|p|am|pm|a\.m\.?|p\.m\.?|n)?\.?"
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})\s?(?::|h|uhr|\.(?=\d\d\D))\s?(?P<minute>\d{2})?(?::\d{2}(?:\.0+)?)?\s*"
    rf"(?:{_MARK}|h|hs|hrs|uhr|u)"
)
_BARE = re.compile(rf"(?P<hour>\d{{1,2}}?)(?P<minute>\d{{2}})?\s*{_MARK}")
_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?")
_TIMED = re.compile(r"\[h+\]|\bh+\W{0,3}m|\bh+ ?am")
"""Number formats that show a time."""


class Numbers(StrEnum):
    """What plain numbers among a sheet's times mean."""

    SERIAL = "parts of a day"
    HOURS = "hours and tenths"
    MILITARY = "hours and minutes, 0630"
    DOTTED = "hours and minutes, 6.30"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time as written: minutes after midnight, or a number that the others have to explain.

    ``minutes`` pass 1440 where the cell itself says that it is past midnight. ``half`` says that
    nothing tells the morning from the evening but the sheet's other times.
    """

    minutes: int | None = None
    number: Decimal | None = None
    places: int = 0
    """Decimals that the number is written or shown with."""
    padded: bool = False
    """Whether the number shows a leading zero or four digits: 0630, 0015."""
    half: bool = False
    marked: bool = False
    """Whether it says a.m. or p.m."""


@dataclass(frozen=True, slots=True)
class Habit:
    """How a sheet writes its times, told by all of them."""

    numbers: Numbers = Numbers.HOURS
    twelve: bool = False
    """Whether a time without a.m. or p.m. may be of either half of the day."""

    def minutes(self, clock: Clock) -> int | None:
        """A time's minutes after midnight; ``None`` where its number is no time."""
        if clock.minutes is not None:
            return clock.minutes
        return _of_number(clock, self.numbers) if clock.number is not None else None

    def either(self, clock: Clock) -> bool:
        """Whether a time may be of the other half of the day."""
        made = self.minutes(clock)
        plain = clock.half or clock.number is not None
        return self.twelve and plain and made is not None and 0 < made < HALF + 60


def read(value: Scalar, pattern: str = "") -> Clock | Fault | None:
    """Read a time as a cell writes it; ``None`` where it is blank or says that there is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _number(value, pattern)
    text = clean(value)
    folded = fold(text)
    if not text or is_dash(text) or is_open(text) or folded in _UNTIMED:
        return None
    if is_error(text):
        return not_ready(text)
    return _text(folded) or _fault(text)


def is_timed(pattern: str) -> bool:
    """Whether a number format shows a time or a length of time."""
    return _TIMED.search(pattern.lower()) is not None


def _fault(text: str) -> Fault:
    return Fault(
        "unreadable-time",
        f'holds "{text}", which is no time of day',
        "a time, such as 6:30 AM, 18:30 or 18.5",
        "Type the time; put words into a notes column.",
    )


def _number(value: float, pattern: str) -> Clock | Fault:
    """A cell's number: a time where it is shown as one, else for the others to explain."""
    shown = pattern.lower()
    timed = is_timed(pattern)
    if value >= _SERIAL and value % 1:
        return Clock(minutes=round(value % 1 * DAY) % DAY, half="a" not in shown)
    if timed and 0 <= value < 3:
        marked = "am" in shown or "a/p" in shown
        minutes = round(value * DAY)
        return Clock(minutes=minutes, half=not marked and minutes < HALF + 60, marked=marked)
    if not 0 <= value < _SERIAL or timed:
        return _fault(clean(value))
    number = Decimal(repr(value))
    places = len(shown.partition(".")[2].rstrip('"')) if "." in shown else 0
    exponent = number.normalize().as_tuple().exponent
    own = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return Clock(number=number, places=max(places, own), padded=shown.startswith("000"))


def _text(folded: str) -> Clock | None:
    """A time in words or figures."""
    after = _NEXT.search(folded)
    bare = _DATED.sub("", folded[: after.start()] if after else folded).strip()
    made = _of_words(bare)
    if made is None or not after:
        return made
    if made.minutes is None:
        return None
    later = made.minutes + (DAY if made.minutes < DAY else 0)
    return Clock(minutes=later, marked=True)


def _of_words(bare: str) -> Clock | None:
    if bare in _NOON or bare in _MIDNIGHT:
        return Clock(minutes=HALF if bare in _NOON else 0, marked=True)
    if _NUMBER.fullmatch(bare):
        whole, _, decimals = bare.replace(",", ".").partition(".")
        padded = len(whole) == 4 or (len(whole) > 2 and whole.startswith("0"))
        number = Decimal(bare.replace(",", "."))
        return Clock(number=number, places=len(decimals), padded=padded)
    match = _CLOCK.fullmatch(bare) or _BARE.fullmatch(bare)
    if match is None:
        return None
    hour, minute, mark = int(match["hour"]), int(match["minute"] or 0), match["mark"] or ""
    if minute > 59 or hour > (12 if mark else 47) or (mark and hour == 0):
        return None
    if mark:
        hour = hour % 12 + (12 if mark[0] in "pn" else 0)
    half = not mark and 0 < hour <= 12
    return Clock(minutes=hour * 60 + minute, half=half, marked=bool(mark))


def habit(clocks: Iterable[Clock]) -> Habit:
    """How a sheet writes its times."""
    known = list(clocks)
    numbers = _explained([clock for clock in known if clock.number is not None])
    plain = Habit(numbers)
    unmarked = [
        made for clock in known if not clock.marked and (made := plain.minutes(clock)) is not None
    ]
    whole_day = any(made >= HALF + 60 or 0 < made < 60 for made in unmarked)
    return Habit(numbers, twelve=bool(unmarked) and not whole_day)


def _explained(clocks: list[Clock]) -> Numbers:
    """What a sheet's plain numbers mean: by their size, and by what follows their points."""
    values = [clock.number for clock in clocks if clock.number is not None]
    small = sum(0 < value < 1 for value in values)
    if any(clock.padded for clock in clocks) or any(value >= 100 for value in values):
        return Numbers.MILITARY
    if small * 2 > sum(value > 0 for value in values):
        return Numbers.SERIAL
    if any(clock.places > 2 for clock in clocks):
        return Numbers.SERIAL
    after = {int(value * 100) % 100 for value in values if value % 1}
    dotted = any(clock.places == 2 for clock in clocks) and all(part < 60 for part in after)
    return Numbers.DOTTED if dotted and not after <= {25, 50} else Numbers.HOURS


def _of_number(clock: Clock, numbers: Numbers) -> int | None:
    """A number's minutes after midnight, by what numbers mean on its sheet."""
    number = clock.number or Decimal(0)
    match numbers:
        case Numbers.SERIAL:
            minutes = round(number * DAY)
        case Numbers.HOURS:
            minutes = round(number * 60)
        case Numbers.DOTTED:
            minutes = int(number) * 60 + int(number * 100) % 100
        case Numbers.MILITARY:
            if number % 1 or int(number) % 100 > 59:
                return None
            minutes = int(number) // 100 * 60 + int(number) % 100
            if number < 60 and not clock.padded and number:
                return None
    return minutes if minutes < _LATEST else None
