"""What a plan does, counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts for people and logs."""

    tabs_made: int = 0
    tabs_kept: int = 0
    """Tabs of ours whose key column people destroyed: kept beside, under another name."""
    rows_inserted: int = 0
    rows_deleted: int = 0
    rows_resolved: int = 0
    """Lines that no longer apply and hold people's words: kept, marked resolved."""
    cells_changed: int = 0
    """Cells of standing lines that say something else now."""


def total(parts: Iterable[Summary]) -> Summary:
    """Add counts up."""
    found = list(parts)
    return Summary(**{name: sum(getattr(part, name) for part in found) for name in _NAMES})


_NAMES = tuple(field.name for field in fields(Summary))
