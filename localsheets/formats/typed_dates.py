"""Typed dates and times: "1/2/2026", "2 janvier 2026", "March 3", "26:30:00", "1/2/26 3 PM".

The format that they bring along shows them as they were typed: the same order, marks and widths.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from localsheets.formats.dates import serial_of
from localsheets.formats.locales import Locale
from localsheets.formats.words import words

Read = tuple[float, str, str]
"""Serial number, the type of its format, the format's pattern."""
_TIME = re.compile(
    r"([0-9]{1,5}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,3}))?)?\s*([AaPp])?(\.?[Mm]\.?)?"
)
_HOUR = re.compile(r"([0-9]{1,2})\s*([AaPp])(\.?[Mm]\.?)")
_TOKENS = re.compile(r"[0-9]+|[^\W\d_]+\.?|[^\w]+|_")
_FILLERS = {"de", "del", "年", "月", "日"}
_JOINTS = {"/", "-", ".", ". ", " ", ", ", " - ", "., "}
TWO_DIGIT_PIVOT = 30
LONGEST = 60
_DIGITS = "0123456789"


def read(text: str, place: Locale, today: date) -> Read | None:
    """A date, a time, a duration or both date and time; ``None`` where the text is none."""
    if len(text) > LONGEST or not any(letter in _DIGITS for letter in text):
        return None
    clock = _clock(text)
    if clock is not None:
        return clock[0], "TIME", clock[1]
    day = _day(text, place, today)
    if day is not None:
        return serial_of(day[0]), "DATE", day[1]
    return _both(text, place, today)


def _both(text: str, place: Locale, today: date) -> Read | None:
    """A date followed by a time."""
    for match in re.finditer(r",? +", text):
        day = _day(text[: match.start()], place, today)
        clock = _clock(text[match.end() :])
        if day is not None and clock is not None and clock[0] < 1:
            pattern = f"{day[1]}{match[0]}{clock[1]}"
            return serial_of(day[0]) + clock[0], "DATE_TIME", pattern
    return None


def _clock(text: str) -> tuple[float, str] | None:
    """A time of day, or a duration from 24 hours on: (days, pattern)."""
    hour_only = _HOUR.fullmatch(text)
    if hour_only is not None:
        hour = int(hour_only[1])
        if not 1 <= hour <= 12:
            return None
        return _halved(hour, hour_only[2]) / 24, "h am/pm"
    match = _TIME.fullmatch(text)
    if match is None or (match[6] and not match[5]):
        return None
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    if minute > 59 or second > 59 or (match[5] and not 1 <= hour <= 12):
        return None
    pattern = _clock_pattern(match)
    if match[5]:
        hour = _halved(hour, match[5])
    milliseconds = int((match[4] or "0").ljust(3, "0"))
    return (hour * 3_600_000 + minute * 60_000 + second * 1000 + milliseconds) / 86_400_000, pattern


def _halved(hour: int, half: str) -> int:
    return hour % 12 + (12 if half in "pP" else 0)


def _clock_pattern(match: re.Match[str]) -> str:
    hours = (
        "[h]"
        if int(match[1]) > 23
        else ("hh" if match[1].startswith("0") and len(match[1]) == 2 else "h")
    )
    seconds = ":ss" if match[3] else ""
    fraction = "." + "0" * len(match[4]) if match[4] else ""
    return f"{hours}:mm{seconds}{fraction}" + (" am/pm" if match[5] else "")


@dataclass(frozen=True, slots=True)
class _Token:
    """A part of a typed date: ``kind`` is number, month, weekday or joint."""

    kind: str
    text: str
    number: int = 0
    pattern: str = ""


def _day(text: str, place: Locale, today: date) -> tuple[date, str] | None:
    tokens = _tokens(text, place)
    if tokens is None:
        return None
    numbers = [token for token in tokens if token.kind == "number"]
    months = [token for token in tokens if token.kind == "month"]
    if not numbers or len(months) > 1 or not _well_joined(tokens, bool(months)):
        return None
    roles = _roles_named(numbers) if months else _roles_plain(numbers, tokens, place)
    if roles is None:
        return None
    return _dated(tokens, roles, months, today)


def _tokens(text: str, place: Locale) -> list[_Token] | None:
    names = _names(place.language)
    found: list[_Token] = []
    parts = _TOKENS.findall(text)
    if "".join(parts) != text:
        return None
    for part in parts:
        token = _token(part, names)
        if token is None:
            return None
        found.append(token)
    return found


def _token(part: str, names: dict[str, _Token]) -> _Token | None:
    folded = part.casefold()
    if part[0] in _DIGITS:
        return _Token("number", part, int(part))
    if folded in _FILLERS:
        return _Token("filler", part, pattern=f'"{part}"')
    if part in _JOINTS:
        return _Token("joint", part, pattern=part)
    return names.get(folded) or names.get(folded.rstrip("."))


@cache
def _names(language: str) -> dict[str, _Token]:
    """Names of months and weekdays, the language's own before the English ones."""
    names: dict[str, _Token] = {}
    for known in dict.fromkeys(("en", language)):
        own = words(known)
        for kind, long, short, letter in (
            ("weekday", own.days, own.days_short, "d"),
            ("month", own.months, own.months_short, "m"),
        ):
            for number in range(len(long)):
                for name, width in ((short[number], 3), (long[number], 4)):
                    token = _Token(kind, name, number + 1, letter * width)
                    names[name.casefold()] = names[name.casefold().rstrip(".")] = token
    return names


def _well_joined(tokens: list[_Token], named: bool) -> bool:
    """Whether parts are joined as dates are: numbers alone need one and the same mark."""
    kinds = [token.kind for token in tokens]
    if kinds[0] in ("joint", "filler") or (kinds[-1] == "joint" and tokens[-1].text != "."):
        return False
    joints = [token.text for token in tokens if token.kind == "joint"]
    if named:
        return all(one != "number" or two != "number" for one, two in pairwise(kinds))
    if "weekday" in kinds:
        return False
    if "filler" in kinds:
        return [t.text for t in tokens if t.kind == "filler"] == ["年", "月", "日"] and not joints
    marks = {text.strip() for text in joints}
    return len(marks) == 1 and marks <= {"/", "-", "."} and kinds[1] == "joint"


def _roles_plain(numbers: list[_Token], tokens: list[_Token], place: Locale) -> str | None:
    """What each of two or three numbers means, as letters: "mdy", "ym"..."""
    sizes = [len(token.text) for token in numbers]
    if any(token.kind == "filler" for token in tokens):
        return "ymd" if sizes[0] == 4 and len(sizes) == 3 else None
    mark = tokens[1].text.strip()
    if len(numbers) == 2:
        if sizes[0] == 4 or sizes[1] == 4:
            return "ym" if sizes[0] == 4 else "my"
        if mark == "." and not place.date.count("."):
            return None
        return "dm" if place.order == "dmy" else "md"
    if len(numbers) != 3:
        return None
    if sizes[0] == 4:
        return "ymd"
    if place.order == "ymd" and sizes[2] == 4:
        return "mdy" if place.language in ("en", "ja", "zh", "ko") else "dmy"
    return place.order


def _roles_named(numbers: list[_Token]) -> str | None:
    """Beside a month's name: a day, a year, or both."""
    sizes = [len(token.text) for token in numbers]
    if len(numbers) == 1:
        return "y" if sizes[0] == 4 else "d"
    if len(numbers) == 2:
        return "yd" if sizes[0] == 4 else "dy"
    return None


def _dated(
    tokens: list[_Token], roles: str, months: list[_Token], today: date
) -> tuple[date, str] | None:
    """The date that numbers with roles mean, and the pattern that shows it as typed."""
    numbers = [token for token in tokens if token.kind == "number"]
    padded = _padded(numbers, roles)
    parts = {"d": 1, "m": months[0].number if months else 1, "y": today.year}
    shapes = iter(zip(numbers, roles, strict=True))
    pattern = ""
    for token in tokens:
        if token.kind != "number":
            pattern += token.pattern
            continue
        _, role = next(shapes)
        size = len(token.text)
        if (role == "y" and size not in (2, 4)) or (role != "y" and size > 2):
            return None
        parts[role] = _year(token) if role == "y" else token.number
        pattern += role * (size if role == "y" or (padded and size == 2) else 1)
    try:
        return date(parts["y"], parts["m"], parts["d"]), pattern
    except ValueError:
        return None


def _padded(numbers: list[_Token], roles: str) -> bool:
    """Whether days and months are shown with two digits: 01/02/2026, 2026-10-12."""
    small = [token.text for token, role in zip(numbers, roles, strict=True) if role != "y"]
    two_digits = all(len(text) == 2 for text in small)
    return any(text.startswith("0") for text in small) or (roles[0] == "y" and two_digits)


def _year(token: _Token) -> int:
    if len(token.text) == 4:
        return token.number
    return token.number + (2000 if token.number < TWO_DIGIT_PIVOT else 1900)
