"""What a number format says of the numbers that it shows."""

from __future__ import annotations

import re
from functools import lru_cache

_LITERALS = re.compile(r'"[^"]*"|\[[^]]*\]|\\.')
"""What a format puts in quotes or in brackets: words, colours, currencies; no part of a date."""
_DATE = re.compile(r"[dyj]", re.IGNORECASE)


def bare(pattern: str) -> str:
    """A number format without its words, colours and currencies."""
    return _LITERALS.sub("", pattern)


@lru_cache(maxsize=1024)
def shows_date(pattern: str) -> bool:
    """Whether a number shown so is a date: "d/m/yy", but not "0.00;[Red](0.00)"."""
    return _DATE.search(bare(pattern)) is not None
