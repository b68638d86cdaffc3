"""Codes that are text whatever they look like: account codes, element numbers, PO numbers."""

from __future__ import annotations

import re

from model.grid import Scalar
from schemas.values.words import clean

_PATTERN = re.compile(r"[0#][0# .\-/]*")
_CODE_AND_NAME = re.compile(
    r"(?:no(?:[. ] ?|(?=[\d(\[]))|n[°º] ?|#)?(?P<bracket>[(\[])?"
    r"(?P<code>(?:[A-Za-z]{1,6}[.-])?[A-Za-z]{0,3}\d+(?:[.\-/ ]\d+)*[A-Za-z]?|[A-Z]{1,2})"
    r"(?(bracket)[)\]]\s*[-–—:.]?\s*|(?:\s*[-–—:.,)|/_=·•]+\s*|\s+))"
    r"(?P<name>[^\W\d_].*|[\"“'(][^\W\d_].*|"
    r"\d{1,2}(?:st|nd|rd|th|er|[rn]?d?e|[èe]re|[èe]me|[.ºª°ao])\s+[^\W\d_].*|\d{1,3}(?:mm|d)\b.*)",
    re.IGNORECASE,
)
_LONGEST = 10**15
"""Numbers beyond it are no codes, and no float holds all their digits."""
_AS_FLOAT = re.compile(r"(\d{3,})\.0")


def code(value: Scalar, pattern: str = "") -> str:
    """A code as the sheet shows it; "" where there is none.

    A number takes its digits from the cell's number format: 10.1 under "0.00" is "10.10", 100
    under "0000" is "0100", 1101 under "00-00" is "11-01". Any other format leaves it plain.
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        text = clean(value).removeprefix("'")
        return whole[1] if (whole := _AS_FLOAT.fullmatch(text)) else text
    section = pattern.split(";")[0].strip().replace('"', "").replace("\\", "")
    if not 0 <= value < _LONGEST or not _PATTERN.fullmatch(section):
        return clean(value)
    return _shown(value, section)


def _shown(value: float, pattern: str) -> str:
    """Put a number's digits into a pattern of digits and separators."""
    whole_part, dot, decimals = pattern.rpartition(".")
    if dot and "0" not in decimals + whole_part:
        return clean(value)
    if not dot:
        whole_part, decimals = pattern, ""
    shown = f"{value:.{len(re.sub('[^0#]', '', decimals))}f}"
    whole, _, fraction = shown.partition(".")
    kept = fraction[: decimals.count("0")] + fraction[decimals.count("0") :].rstrip("0")
    return _fill(whole, whole_part) + (f".{kept}" if kept else "")


def _fill(digits: str, pattern: str) -> str:
    """Fill a pattern from the right: "1101" into "00-00" gives "11-01"."""
    places = sum(mark in "0#" for mark in pattern)
    left = list(digits.zfill(pattern.count("0")))
    shown: list[str] = []
    for mark in reversed(pattern):
        if mark not in "0#":
            if left:
                shown.append(mark)
        elif left:
            shown.append(left.pop())
    return "".join(left if places else []) + "".join(reversed(shown))


def split(text: str) -> tuple[str, str] | None:
    """Part a code from the name in the same cell: "111620-Bailiff Fees", "1.GEORGE", "A. Story".

    ``None`` where the cell holds no code followed by a name.
    """
    match = _CODE_AND_NAME.fullmatch(text)
    if match is None or (match["code"].isalpha() and not _heads(match["code"], text)):
        return None
    return match["code"], match["name"].strip()


def _heads(letters: str, text: str) -> bool:
    """Whether letters alone are a code: capitals, and not the "T" of "T-shirts"."""
    return letters.isupper() and text[len(letters) : len(letters) + 1] != "-"
