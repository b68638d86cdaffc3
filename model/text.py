"""Texts that people or programs put into cells, made harmless for whatever shows them."""

from __future__ import annotations

import re

_STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters: escape codes begin with one
    "\u2028\u2029"  # line separators that only some programs know
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides, isolates: turn what follows around
    "\ud800-\udfff\ufffe\uffff"  # halves of characters, and no characters at all
    "]"
)
_BREAKS = re.compile(r"\r\n?")


def inert(text: str) -> str:
    """Take out of a text what is not seen and steers a screen; all that can be read stays.

    Line feeds and tabs stay; a carriage return becomes a line feed. Marks that scripts are written
    with (joiners, left-to-right marks) stay.
    """
    if text.isprintable():
        return text
    return _STEERING.sub("", _BREAKS.sub("\n", text))
