"""The columns beside the days: who or what each row is, and by which number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from schemas.dood import words as dood_words
from schemas.dood.view import View
from schemas.headings import normal
from schemas.values import codes

_RANKS = {word: rank for rank, words in enumerate(dood_words.NAMES) for word in words.split("|")}
_NUMBERED = re.compile(
    r"[#(]?([A-Z]{0,3}\d+(?:\.\d+)*[A-Za-z]{0,2})(?:\)|\s*[.:]|\s*[-–—]|\))\s*((?=.*[^\W\d_]).+)"
)


@dataclass(frozen=True, slots=True)
class Names:
    """Which columns tell an element: its number, its name, or both in one."""

    id_col: int | None
    name_col: int
    combined: bool
    others: Mapping[str, int]
    """Heading -> column, for what else stands beside the days."""


def find(
    view: View, body: Sequence[int], heads: range, beside: Sequence[int], told: Mapping[str, int]
) -> Names | None:
    """Find the columns of number and name among those ``beside`` the days.

    ``body`` are the rows with marks, ``heads`` the heading rows, ``told`` what the settings name.
    """
    filled = {
        col: texts
        for col in beside
        if (texts := [text for row in body if (text := view.text(row, col))])
        and len(texts) * 3 >= len(body)
    }
    if not filled and not told:
        return None
    headings = {col: _heading(view, heads, col) for col in filled}
    id_col, name_col, combined = _chosen(filled, headings, told)
    shown = {
        heading: col
        for col, heading in headings.items()
        if col not in (id_col, name_col) and heading
    }
    return Names(id_col, name_col, combined, shown)


def _chosen(
    filled: Mapping[int, Sequence[str]], headings: Mapping[int, str], told: Mapping[str, int]
) -> tuple[int | None, int, bool]:
    """The columns of number and name, and whether they are one."""
    if "element_id" in told and "name" in told:
        return told["element_id"], told["name"], False
    if "name" not in told:
        asked = [told["element_id"]] if told else filled
        for col in asked:
            if col in filled and _are_numbered(filled[col]):
                return col, col, True
    ids = [told["element_id"]] if "element_id" in told else _ids(filled, headings)
    if "name" in told:
        return next((col for col in ids if col != told["name"]), None), told["name"], False
    named = [col for col in filled if col not in ids[:1] and _has_words(filled[col])]
    named = named or [col for col in filled if col not in ids[:1]] or list(filled) or ids
    ranked = sorted(
        named, key=lambda col: _RANKS.get(normal(headings.get(col, "")), len(dood_words.NAMES))
    )
    name_col = ranked[0]
    return (ids[0] if ids and ids[0] != name_col else None), name_col, False


def _ids(filled: Mapping[int, Sequence[str]], headings: Mapping[int, str]) -> list[int]:
    """The columns that hold elements' numbers: headed so, or short and with a digit."""
    headed = [
        col for col in filled if dood_words.IDS.fullmatch(normal(headings[col]) or headings[col])
    ]
    return headed + [col for col in filled if _are_codes(filled[col]) and col not in headed]


def _heading(view: View, heads: range, col: int) -> str:
    """The lowest heading above a column that is a word for a column, else the lowest there is."""
    texts = [text for row in reversed(heads) if (text := view.text(row, col))]
    return next((text for text in texts if normal(text) in _RANKS), texts[0] if texts else "")


def rank(heading: str) -> int | None:
    """How well a heading names an element, 0 the best; ``None`` where it does not."""
    return _RANKS.get(normal(heading))


def plays(heading: str) -> bool:
    """Whether a heading is that of who plays a role: "Performer", "Darsteller/in"."""
    bare = re.split(r"[/·*:]", heading)[0]
    return _PLAYERS in (rank(heading), rank(bare))


_PLAYERS = 3
"""The rank of those who play among the headings of names."""


def _are_codes(texts: Sequence[str]) -> bool:
    """Whether a column holds element numbers: short, with a digit, by and large."""
    short = sum(len(text) <= 6 and any(char.isdigit() for char in text) for text in texts)
    return short * 3 >= len(texts) * 2


def _are_numbered(texts: Sequence[str]) -> bool:
    """Whether a column holds numbers and names in one: "1.GEORGE".

    Where nothing but a space parts them, the numbers must climb: "30 Pedestrians" is a crowd.
    """
    parts = [pair for text in texts if (pair := numbered(text))]
    if len(parts) * 2 < len(texts):
        return False
    if sum(_NUMBERED.fullmatch(text) is not None for text in texts) * 2 >= len(texts):
        return True
    numbers = [int(digits) for number, _ in parts if (digits := re.sub(r"\D.*", "", number))]
    return all(before <= after for before, after in pairwise(numbers)) and len(set(numbers)) > 1


def _has_words(texts: Sequence[str]) -> bool:
    """Whether a column holds words by and large."""
    return sum(any(map(str.isalpha, text)) for text in texts) * 2 >= len(texts)


def numbered(text: str) -> tuple[str, str] | None:
    """Part "1.GEORGE" into number and name; ``None`` where a cell holds no number and name."""
    if match := _NUMBERED.fullmatch(text):
        return match[1], match[2].strip()
    parts = codes.split(text)
    return parts if parts and any(char.isdigit() for char in parts[0]) else None
