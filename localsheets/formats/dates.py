"""Shows a serial number as a date or time: days since 1899-12-30, as Google counts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from localsheets.formats.pattern import Piece, Section

EPOCH = date(1899, 12, 30)
_EPOCH_TIME = datetime(1899, 12, 30, tzinfo=UTC)
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
LAST_SERIAL = 2_958_465  # 9999-12-31
MIDDAY = 12


def serial_of(day: date) -> int:
    """A date's serial number."""
    return (day - EPOCH).days


def show(value: float, section: Section) -> str | None:
    """A serial number by a date section; ``None`` where it lies outside the calendar."""
    if not -693_593 <= value <= LAST_SERIAL + 1:
        return None
    moment = _EPOCH_TIME + timedelta(milliseconds=round(value * 86_400_000))
    places = _fraction_places(section)
    half_day = section.has("ampm")
    parts: list[str] = []
    after_point = False
    for piece in section.pieces:
        if piece.kind == "point":
            after_point = places > 0
            parts.append(piece.text)
        elif piece.kind == "digit" and after_point:
            parts.append(f"{moment.microsecond:06d}"[len(parts) and _digit_place(parts)])
        else:
            parts.append(_part(piece, moment, value, half_day))
    return "".join(parts)


def _digit_place(parts: list[str]) -> int:
    """Which digit of the second's fraction comes next: as many as stand after the point."""
    tail = "".join(parts).rsplit(".", 1)[-1]
    return min(len(tail), 5)


def _fraction_places(section: Section) -> int:
    seen_point = False
    count = 0
    for piece in section.pieces:
        if piece.kind == "point":
            seen_point = True
        elif seen_point and piece.kind == "digit":
            count += 1
    return count


def _part(piece: Piece, moment: datetime, value: float, half_day: bool) -> str:
    if piece.kind == "date":
        return _date_part(piece.text, moment, half_day)
    if piece.kind == "elapsed":
        return _elapsed(piece.text, value)
    if piece.kind == "ampm":
        afternoon = moment.hour >= MIDDAY
        if len(piece.text) > 3:  # AM/PM, else A/P
            return "PM" if afternoon else "AM"
        return "P" if afternoon else "A"
    return piece.text if piece.kind in ("text", "comma", "digit", "percent") else ""


def _date_part(text: str, moment: datetime, half_day: bool) -> str:
    kind, width = text[0], len(text)
    if text.startswith("minute"):
        return f"{moment.minute:02d}" if text.endswith("2") else str(moment.minute)
    if kind == "y":
        return f"{moment.year:04d}" if width > 2 else f"{moment.year % 100:02d}"
    if kind == "m":
        return _named(width, moment.month, MONTHS[moment.month - 1])
    if kind == "d":
        return _named(width, moment.day, DAYS[moment.weekday()])
    number = moment.second
    if kind == "h":
        number = (moment.hour % MIDDAY or MIDDAY) if half_day else moment.hour
    return f"{number:02d}" if width > 1 else str(number)


def _named(width: int, number: int, name: str) -> str:
    """d, dd, ddd, dddd: 3, 03, Mon, Monday; five letters give the first one."""
    if width <= 2:
        return f"{number:0{width}d}"
    return {3: name[:3], 5: name[:1]}.get(width, name)


def _elapsed(text: str, value: float) -> str:
    seconds = round(value * 86_400)
    unit = {"h": 3600, "m": 60, "s": 1}[text[0]]
    return f"{seconds // unit:0{len(text)}d}"
