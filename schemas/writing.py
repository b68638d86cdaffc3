"""How the values of one column are written, told by the column itself, and so how they are read."""

from __future__ import annotations

from dataclasses import dataclass

from model.grid import Scalar
from schemas.headings import Shape
from schemas.values import amounts, clock, codes, marks, pages, quantities, rates
from schemas.values.dates import Dates
from schemas.values.words import Fault, clean, is_error, not_ready


@dataclass(frozen=True, slots=True)
class Writing:
    """How a column is written: which decimal mark, and whether the month or the day comes first."""

    dates: Dates
    comma: bool

    def read(self, shape: Shape, raw: Scalar, pattern: str = "") -> object:
        """Read a raw value, shown by a number format, as a shape: value, ``None`` or ``Fault``."""
        match shape:
            case Shape.TEXT | Shape.WORDS:
                return _ready(clean(raw))
            case Shape.CODE:
                return _ready(codes.code(raw, pattern))
            case Shape.MONEY:
                return amounts.amount(raw, comma=self.comma)
            case Shape.DATE:
                return self.dates.read(raw)
            case Shape.RATE:
                return rates.rate(raw, comma=self.comma)
            case Shape.MARK:
                return marks.mark(raw)
            case Shape.PAGES:
                return pages.read(raw, month_first=self.dates.month_first)
            case Shape.TIME:
                return clock.read(raw, pattern)
            case Shape.NUMBER:
                return quantities.number(raw, comma=self.comma)


def _ready(text: str) -> str | Fault | None:
    """A text; a fault where it is a formula's error, or what a formula shows while it loads."""
    return not_ready(text) if is_error(text) else text or None
