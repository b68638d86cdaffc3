"""Every kind's headings at once: which kinds know a text, and how telling that is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from schemas.kind import Kind

_LONGEST = 60
_MARKS = ("#", "£", "€", "₹", "₦", "₱", "$")
"""Headings without a letter."""


class Lexicon:
    """The vocabularies of all kinds, asked together."""

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self._kinds = kinds
        self._known: dict[str, frozenset[str]] = {}

    def kinds(self, text: str) -> frozenset[str]:
        """The names of the kinds that have a field with this heading."""
        if (
            not text
            or len(text) > _LONGEST
            or (text not in _MARKS and not any(map(str.isalpha, text)))
        ):
            return frozenset()
        known = self._known.get(text)
        if known is None:
            if len(self._known) > 20_000:
                self._known.clear()
            known = frozenset(kind.name for kind in self._kinds if kind.vocabulary.match(text))
            self._known[text] = known
        return known

    def shared(self, text: str) -> int:
        """How many kinds share a heading, kinds of one family (budgets) counted once."""
        return max(1, len({name.partition("_")[0] for name in self.kinds(text)}))


@lru_cache(maxsize=8)
def lexicon(kinds: tuple[Kind, ...]) -> Lexicon:
    """The lexicon of some kinds."""
    return Lexicon(kinds)
