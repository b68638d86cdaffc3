"""A finding of the truth, and the sheets that it points into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from saltglass import dood_tab
from saltglass.layout import Layout

MAIN, SECOND = "DOOD", "DOOD 2nd Unit"
BOOKS = {
    "budget": ("Budget", "PO Log"),
    "crew": ("Crew", "Cast", "Notes"),
    "schedule": (MAIN, SECOND, "One-Liner", "Locations", "Cast Times", "Lookbook links"),
}
"""How the same tabs are spread over three spreadsheets."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A planted problem or a look-alike that must not be flagged."""

    rule: str
    tab: str
    cell: str
    why: str
    subject: str = ""
    dates: tuple[date, ...] = ()
    related: tuple[str, ...] = ()
    cost: Decimal | None = None
    facts: Mapping[str, str] = field(default_factory=dict)

    def describe(self) -> dict[str, object]:
        """The finding as the truth file has it."""
        return {
            "rule": self.rule,
            "tab": self.tab,
            "cell": self.cell,
            "related": list(self.related),
            "subject": self.subject,
            "dates": [day.isoformat() for day in self.dates],
            "cost": None if self.cost is None else f"{self.cost:.2f}",
            "why": self.why,
            **self.facts,
        }


@dataclass(frozen=True, slots=True)
class Sheets:
    """All layouts, and the names by which they speak of people."""

    layouts: Mapping[str, Layout]
    elements: Mapping[int, str]

    def mark(self, tab: str, element: int, when: date) -> str:
        """The cell of a performer's mark."""
        return dood_tab.mark_cell(self.layouts[tab], element, when)

    def at(self, tab: str, key: str, column: str) -> str:
        """The cell of a record's field."""
        return self.layouts[tab].at(key, column)
