"""What an export says of itself, on its cover line and at the foot of every page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LETTER = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "VE", "PR", "GT", "CR", "PA", "DO"})
"""Countries whose offices print on Letter; the others have A4."""


@dataclass(frozen=True, slots=True)
class Cover:
    """Whose reports these are, and of when. ``locale`` ("en_US") settles the paper."""

    production: str
    as_of: datetime
    currency: str
    locale: str = "en_US"
    period: str = ""
    """The period reported on, in words; "" where nobody names one."""

    @property
    def stamp(self) -> str:
        """The moment: "As of Mon 16 Mar 2026 07:30 EDT"."""
        when = self.as_of
        day = f"{_WEEKDAYS[when.weekday()]} {when.day} {_MONTHS[when.month - 1]} {when.year}"
        return f"As of {day} {when:%H:%M} {when.tzname() or ''}".rstrip()

    @property
    def facts(self) -> tuple[str, ...]:
        """The cover line's parts after the production's name."""
        money = f"Amounts in {self.currency}"
        return tuple(part for part in (self.stamp, self.period, money) if part)

    @property
    def prints_letter(self) -> bool:
        """Whether the paper is Letter rather than A4."""
        return self.locale.replace("-", "_").rpartition("_")[2].upper() in _LETTER
