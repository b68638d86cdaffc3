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
    tabs_emptied: int = 0
    """Tabs of reports that no longer belong in the spreadsheet: only people's words are left."""
    tabs_healed: int = 0
    """Tabs in which people worked while an earlier write was under way, put right."""
    rows_inserted: int = 0
    rows_deleted: int = 0
    rows_resolved: int = 0
    """Lines that no longer apply and hold people's words: kept, marked resolved."""
    cells_changed: int = 0
    """Cells of standing lines that say something else now, the as-of stamp apart."""

    @property
    def in_words(self) -> str:
        """For a person: "1 tab made", "2 lines new, 12 cells changed", or that nothing changed."""
        said = [
            _counted(self.tabs_made, "tab", "made"),
            _counted(self.tabs_kept, "broken tab", "kept aside"),
            _counted(self.tabs_emptied, "tab", "emptied, its report goes elsewhere now"),
            _counted(self.tabs_healed, "tab", "put right after people worked in it meanwhile"),
            _counted(self.rows_inserted, "line", "new"),
            _counted(self.rows_deleted, "line", "gone"),
            _counted(self.rows_resolved, "line", "resolved and kept for its notes"),
            _counted(self.cells_changed, "cell", "changed"),
        ]
        return ", ".join(part for part in said if part) or "nothing but the as-of stamp"


def total(parts: Iterable[Summary]) -> Summary:
    """Add counts up."""
    found = list(parts)
    return Summary(**{name: sum(getattr(part, name) for part in found) for name in _NAMES})


def _counted(number: int, thing: str, what: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'} {what}" if number else ""


_NAMES = tuple(field.name for field in fields(Summary))
