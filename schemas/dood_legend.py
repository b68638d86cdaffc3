"""A day-out-of-days' legend, where the sheet prints one: "T = Travel", "F | Fitting"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from schemas import dood_codes
from schemas.headings import normal
from schemas.sheet import Sheet

_ENTRY = re.compile(r"([A-Za-z/]{1,3})\s*(?:=|:|–|—|-(?=\s))\s*([A-Za-z][A-Za-z /-]{2,30})")
_CODE = re.compile(r"[A-Z]{1,3}|/")
_OTHER = re.compile(
    r"(?:camera |screen |hair |make ?up |wardrobe )?test|tests?|scouts?|tech scout|"
    r"(?:stunt )?training|school|adr|looping|publicity|photo(?: shoot)?|medical|idle|standby|"
    r"weather|not available|unavailable|available|prep|turnaround|per diem"
)


def read(sheet: Sheet) -> Mapping[str, str]:
    """The codes that a tab explains: as written -> as Movie Magic writes them.

    A code explained as something that Movie Magic has no letter for stands for itself. Only
    entries that say something are taken; two that contradict each other are both dropped.
    """
    legend: dict[str, str] = {}
    contradicted: set[str] = set()
    for code, stands in _entries(sheet):
        if legend.setdefault(code, stands) != stands:
            contradicted.add(code)
    return {code: stands for code, stands in legend.items() if code not in contradicted}


def explains(text: str) -> bool:
    """Whether a cell is an entry of a legend, so neither a name nor a mark."""
    return any(_parts(text))


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The explanations within one cell, of which there may be several: "W = Work, H = Hold"."""
    pieces = re.split(r"[,;|•]\s*|\s{2,}", text) if "=" in text or ":" in text else [text]
    for piece in pieces:
        match = _ENTRY.fullmatch(piece.strip())
        if match:
            yield from _entry(match[1], match[2])


def _entries(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Every explanation on the tab, in one cell or in two neighbours below the word "legend"."""
    listed_from: int | None = None
    for row, texts in enumerate(sheet.texts, start=1):
        if any(normal(text) in ("legend", "key", "codes", "code key") for text in texts):
            listed_from = row
        for col, text in enumerate(texts):
            yield from _parts(text)
            following = texts[col + 1] if col + 1 < len(texts) else ""
            if listed_from is not None and _CODE.fullmatch(text) and len(following) > 3:
                yield from _entry(text, following)


def _entry(code: str, words: str) -> Iterator[tuple[str, str]]:
    """One explanation, if its words are understood."""
    stands = dood_codes.meaning(words)
    if stands is None and _OTHER.fullmatch(normal(words)):
        stands = code.upper()
        if dood_codes.parse(stands) is not None:
            stands = stands.lower()
    if stands is not None:
        yield code.upper(), stands
