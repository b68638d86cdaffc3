"""The columns of a day-out-of-days that state an element's totals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from schemas import further
from schemas.dood import codes as dood_codes
from schemas.dood import words as dood_words
from schemas.dood.view import View
from schemas.headings import normal

NAMES = tuple(dood_words.TOTALS)
"""The totals that Movie Magic prints at the right of an element's row."""
_SEVERAL = 4
_WORDS = {word: name for name, words in dood_words.TOTALS.items() for word in words.split("|")}


def find(
    view: View,
    heads: Sequence[int],
    days: Mapping[int, object],
    span: range,
    body: Sequence[int],
    legend: Mapping[str, str],
) -> dict[str, int]:
    """The total columns within a span, headed below a "Co." or not; right of the days first.

    Left of them "Shoot / day" may head the elements' numbers, and among them a week is counted.

    ``body`` are the rows with marks. A total may be headed by the code that it counts.
    """
    found: dict[str, int] = {}
    weekly = _weekly(view, heads, days)
    headed = [
        (col, text)
        for row in reversed(heads)
        for col, text in view.filled(row).items()
        if col in span and col not in days and col not in weekly
    ]
    for col, text in sorted(headed, key=lambda head: head[0] < min(days)):
        name = _counting(text, legend) or named(text)
        if not name or name in found or col in found.values():
            continue
        if col > min(days) or _stated(view, body, col, name):
            found[name] = col
    if len(found) > 1 or "total" in found or "work" in found:
        return found
    return {name: col for name, col in found.items() if _stated(view, body, col, name)}


def _weekly(view: View, heads: Sequence[int], days: Mapping[int, object]) -> set[int]:
    """The columns that count a week each: among the days, or headed as those that are."""
    said: dict[tuple[str, ...], list[int]] = {}
    for col in range(min(days), view.width + 1):
        texts = tuple(view.text(row, col) for row in heads)
        if col not in days and any(texts):
            said.setdefault(texts, []).append(col)
    return {col for columns in said.values() if columns[0] < max(days) for col in columns}


_COUNTED = {"rehearsal": "rehearse", "off": "holiday"}


def _counting(text: str, legend: Mapping[str, str]) -> str | None:
    """The total of the days whose code a heading is, where the tab explains the code."""
    mark = dood_codes.parse(legend[text.upper()]) if text.upper() in legend else None
    if mark is None or len(mark.atoms) != 1:
        return None
    atom = next(iter(mark.atoms))
    name = _COUNTED.get(atom, atom)
    return name if name in NAMES else None


def named(text: str) -> str | None:
    """The total that a heading names."""
    said = normal(text)
    known = _WORDS.get(said) or _WORDS.get(said.removeprefix("total ").strip())
    return known or further.headings("dood_totals").get(said)


def _stated(view: View, body: Sequence[int], col: int, name: str) -> bool:
    """Whether what stands below a heading are totals, and no names, remarks or serial numbers."""
    if name in ("start", "finish"):
        return True
    below = [text for row in body if (text := view.text(row, col))]
    numbers = sum(text.replace(".", "").replace("-", "").isdigit() for text in below)
    return bool(below) and numbers * 2 > len(below) and not _are_serial(below)


def _are_serial(texts: Sequence[str]) -> bool:
    """Whether several whole numbers climb from each to the next, as those of elements do."""
    numbers = [int(text) for text in texts if text.isdecimal()]
    climbing = all(before < after for before, after in pairwise(numbers))
    return len(numbers) == len(texts) >= _SEVERAL and climbing
