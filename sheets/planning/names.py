"""Names and numbers that tie a tab to its report from one run to the next."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from typing import Any

METADATA_KEY = "topsheet.report"
"""Key of the developer metadata that makes a tab ours."""

ATTIC_KEY = "topsheet.attic"
"""Key of the developer metadata on the hidden copies of our tabs."""

GUARD_PREFIX = "Topsheet run "
"""How the description of the guard, a protected range, begins; the run's id follows."""

_LARGEST_ID = 0x7FFFFFFF
_LONGEST_TITLE = 100


def fingerprint(value: Any) -> str:
    """Eight hexadecimal digits that change when ``value`` (anything JSON can say) changes."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def stable_id(*parts: str) -> int:
    """A positive 31-bit id, the same for the same parts: sheets, charts and ranges have such ids.

    Two runs that make the same thing at the same time choose the same id, so that Google refuses
    the second.
    """
    digest = hashlib.sha256("\x1f".join(parts).encode()).digest()
    return int.from_bytes(digest[:4], "big") & _LARGEST_ID or 1


def free_id(wanted: int, taken: Collection[int]) -> int:
    """The first id from ``wanted`` on that is not taken."""
    while wanted in taken:
        wanted = wanted % _LARGEST_ID + 1
    return wanted


def free_title(wanted: str, taken: Collection[str]) -> str:
    """A title that no other tab has: "Summary", else "Summary (Topsheet)", "(Topsheet 2)", ...

    Google takes titles that differ only in case for the same.
    """
    used = {title.casefold() for title in taken}
    candidate, number = wanted[:_LONGEST_TITLE], 0
    while candidate.casefold() in used:
        number += 1
        mark = " (Topsheet)" if number == 1 else f" (Topsheet {number})"
        candidate = wanted[: _LONGEST_TITLE - len(mark)] + mark
    return candidate
