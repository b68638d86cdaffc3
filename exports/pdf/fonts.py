"""The fonts of the PDF, embedded as far as its texts need them: no reader has to have any.

Noto Sans writes Latin, Greek and Cyrillic; further fonts write other scripts. What none of them has
is shown as a replacement character, and told.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import cast

from fontTools.ttLib import TTFont
from fpdf import FPDF

FAMILY = "NotoSans"
_FOLDER = Path(__file__).parents[1] / "fonts"
_FALLBACKS = (
    "NotoSansArabic",
    "NotoSansHebrew",
    "NotoSansArmenian",
    "NotoSansGeorgian",
    "NotoSansDevanagari",
    "NotoSansBengali",
    "NotoSansTamil",
    "NotoSansThai",
    "DroidSansFallback",
)
_REPLACEMENT = "\ufffd"
_BLANKS = frozenset("\n\t")
_JOINED = 0x0590
"""From here on letters may join, or run from right to left."""


class Lettering:
    """Which fonts a set of texts needs, and which of their characters no font has."""

    def __init__(self, texts: Iterable[str]) -> None:
        left = {letter for text in texts for letter in text} - _BLANKS - _letters(FAMILY)
        self.fallbacks: list[str] = []
        for name in _FALLBACKS:
            if left & _letters(name):
                self.fallbacks.append(name)
                left -= _letters(name)
        self.missing = frozenset(letter for letter in left if letter.isprintable())
        """Characters that no font has."""
        self._gone = {ord(letter): _REPLACEMENT for letter in self.missing}
        self._gone |= {ord(letter): "" for letter in left - self.missing}

    def add_to(self, pdf: FPDF) -> None:
        """Make the fonts known to a document."""
        pdf.add_font(FAMILY, "", _file(FAMILY))
        pdf.add_font(FAMILY, "B", _file(FAMILY, "Bold"))
        for name in self.fallbacks:
            pdf.add_font(name, "", _file(name))
        pdf.set_fallback_fonts(self.fallbacks, exact_match=False)

    def legible(self, text: str) -> str:
        """A text in which what cannot be written is a replacement character."""
        return text.translate(self._gone).replace("\t", " ")


def needs_shaping(text: str) -> bool:
    """Whether a text has letters that join or run from right to left."""
    return any(ord(letter) >= _JOINED for letter in text)


def _file(name: str, weight: str = "Regular") -> Path:
    plain = _FOLDER / f"{name}.ttf"
    return plain if plain.exists() else _FOLDER / f"{name}-{weight}.ttf"


@cache
def _letters(name: str) -> frozenset[str]:
    """The characters that a font can write."""
    with TTFont(_file(name), lazy=True) as font:
        return frozenset(map(chr, cast("dict[int, str]", font.getBestCmap())))
