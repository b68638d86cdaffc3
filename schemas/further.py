"""Headings beyond the common ones: what people also type over a kind's columns, as data.

``further_headings.tsv`` has a line a kind and field: their names and the headings, separated by
``|``, in lower case without accents or punctuation. The fields' own headings go before them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_PATH = Path(__file__).with_name("further_headings.tsv")


def headings(kind: str) -> Mapping[str, str]:
    """Heading -> the field of a kind that it names."""
    return _read().get(kind, {})


@lru_cache(maxsize=1)
def _read() -> Mapping[str, Mapping[str, str]]:
    """Kind -> heading -> field."""
    found: dict[str, dict[str, str]] = {}
    for line in _PATH.read_text(encoding="utf-8").splitlines():
        kind, field, wordings = line.split("\t")
        named = found.setdefault(kind, {})
        for wording in wordings.split("|"):
            named.setdefault(wording, field)
    return found
