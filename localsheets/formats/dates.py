"""Shows a serial number as a date or time: days since 1899-12-30, as Google counts.

1900 is no leap year; days before 1899-12-30 have negative numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from localsheets.formats.locales import Locale
from localsheets.formats.pattern import Piece, Section
from localsheets.formats.words import Words, words

EPOCH = date(1899, 12, 30)
_EPOCH_TIME = datetime(1899, 12, 30, tzinfo=UTC)
FIRST_SERIAL = -693_593  # 0001-01-01
LAST_SERIAL = 2_958_465  # 9999-12-31
MIDDAY = 12
MILLISECONDS = 86_400_000


def serial_of(day: date) -> int:
    """A date's serial number."""
    return (day - EPOCH).days


@dataclass(frozen=True, slots=True)
class _Moment:
    """A value as the pieces see it."""

    at: datetime
    milliseconds: int
    """Of the whole value, for elapsed time; never negative."""
    half_day: bool
    words: Words


def show(value: float, section: Section, place: Locale) -> str | None:
    """A serial number by a date section; ``None`` where it lies outside the calendar."""
    if not FIRST_SERIAL <= value < LAST_SERIAL + 1:
        return None
    milliseconds = _rounded(value, _fraction_places(section))
    if milliseconds >= (LAST_SERIAL + 1) * MILLISECONDS:
        return None
    elapsed = section.has("elapsed")
    if elapsed and milliseconds < 0:
        milliseconds = -milliseconds
    moment = _Moment(
        _EPOCH_TIME + timedelta(milliseconds=milliseconds),
        milliseconds,
        section.has("ampm"),
        words(section.language) if section.language else place.words,
    )
    return ("-" if elapsed and value < 0 else "") + _parts(section, moment, place)


def _rounded(value: float, places: int) -> int:
    """Milliseconds, rounded to the digits that are shown of a second (to 1 ms where none are)."""
    unit = 10 ** (3 - places) if places else 1
    exact = Decimal(repr(float(value))) * MILLISECONDS / unit
    return int(exact.to_integral_value(ROUND_HALF_UP)) * unit


def _fraction_places(section: Section) -> int:
    digits = sum(1 for piece in section.pieces if piece.kind == "digit")
    return min(digits, 3)


def _parts(section: Section, moment: _Moment, place: Locale) -> str:
    parts: list[str] = []
    seen = 0
    thousandths = f"{moment.milliseconds % 1000:03d}"
    for number, piece in enumerate(section.pieces):
        if piece.kind == "point":
            ahead = section.pieces[number + 1 : number + 2]
            fraction = bool(ahead) and ahead[0].kind == "digit"
            parts.append(place.point if fraction else piece.text)
        elif piece.kind == "digit":
            parts.append(thousandths[seen] if seen < len(thousandths) else "0")
            seen += 1
        else:
            parts.append(_part(piece, moment))
    return "".join(parts)


def _part(piece: Piece, moment: _Moment) -> str:
    if piece.kind == "date":
        return _date_part(piece.text, moment)
    if piece.kind == "elapsed":
        return _elapsed(piece.text, moment.milliseconds)
    if piece.kind == "ampm":
        return _half(piece.text, moment.at.hour >= MIDDAY)
    return piece.text if piece.kind == "text" else ""


def _half(text: str, afternoon: bool) -> str:
    """AM or PM for "am/pm", whatever its case; "a" or "P" for "a/p", in its case."""
    if len(text) != len("a/p"):
        return "PM" if afternoon else "AM"
    return text[2] if afternoon else text[0]


def _date_part(text: str, moment: _Moment) -> str:
    kind, width, at = text[0], len(text), moment.at
    if text.startswith("minute"):
        return f"{at.minute:02d}" if text.endswith("2") else str(at.minute)
    if kind == "y":
        return f"{at.year:04d}" if width > 2 else f"{at.year % 100:02d}"
    if kind == "m":
        names = moment.words.months_short if width == 3 else moment.words.months
        return _named(width, at.month, names[at.month - 1], initial=width == 5)
    if kind == "d":
        names = moment.words.days_short if width == 3 else moment.words.days
        return _named(width, at.day, names[at.weekday()], initial=False)
    number = at.second
    if kind == "h":
        number = (at.hour % MIDDAY or MIDDAY) if moment.half_day else at.hour
    return f"{number:02d}" if width > 1 else str(number)


def _named(width: int, number: int, name: str, *, initial: bool) -> str:
    """d, dd, ddd, dddd: 3, 03, Mon, Monday; five letters of a month give the first one."""
    if width <= 2:
        return f"{number:0{width}d}"
    return name[:1] if initial else name


def _elapsed(text: str, milliseconds: int) -> str:
    seconds = milliseconds // 1000
    unit = {"h": 3600, "m": 60, "s": 1}[text[0]]
    return f"{seconds // unit:0{len(text)}d}"
