"""A budget's columns while they are being settled, and what stands in a column below a heading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from schemas.headings import Field, Header, Shape, normal
from schemas.sheet import Sheet
from schemas.values.patterns import shows_date

_SAMPLE = 60
_AMOUNT = Field("amount", "", Shape.MONEY)


@dataclass(slots=True)
class Columns:
    """A header's columns while they are being settled."""

    fields: dict[str, int]
    headings: dict[str, str]
    others: dict[str, int]

    @classmethod
    def of(cls, header: Header) -> Columns:
        """The columns of a header as they stand."""
        return cls(dict(header.columns), dict(header.headings), dict(header.others))

    def heading(self, name: str) -> str:
        """A field's heading, as its words alone."""
        return normal(self.headings.get(name, ""))

    def call(self, old: str, new: str) -> None:
        """Take one field's column for another field."""
        self.fields[new] = self.fields.pop(old)
        self.headings[new] = self.headings.pop(old, "")

    def exchange(self, one: str, other: str) -> None:
        """Take the columns of two fields for each other's."""
        self.fields[one], self.fields[other] = self.fields[other], self.fields[one]
        said = self.headings
        said[one], said[other] = said.get(other, ""), said.get(one, "")

    def drop(self, name: str) -> None:
        """A field's column is none: keep it among the others."""
        self.others[self.headings.pop(name, name)] = self.fields.pop(name)

    def take(self, name: str, col: int) -> None:
        """Give a field a column that bore no field's heading, or another's."""
        shown = next((heading for heading, at in self.others.items() if at == col), "")
        self.others = {heading: at for heading, at in self.others.items() if at != col}
        self.fields[name], self.headings[name] = col, shown


def below(sheet: Sheet, header: Header, last: int = _SAMPLE) -> list[int]:
    """The first rows below a heading, down to the headings of another table."""
    end = min(sheet.height, header.bottom + last)
    rows: list[int] = []
    for row in range(header.bottom + 1, end + 1):
        if rows and len(_filled(sheet, row - 1)) <= 1 and _are_headings(sheet, row):
            break
        rows.append(row)
    return rows


def _filled(sheet: Sheet, row: int) -> list[str]:
    return [text for text in sheet.line(row) if text]


def _are_headings(sheet: Sheet, row: int) -> bool:
    """Whether a row is of three words or more, and the row below it has figures."""
    texts = _filled(sheet, row)
    if len(texts) < 3 or any(any(map(str.isdigit, text)) for text in texts):
        return False
    under = sheet.grid.rows[row] if row < sheet.height else ()
    return any(isinstance(value, int | float) for value in under)


def share(
    sheet: Sheet, rows: Iterable[int], col: int, test: Callable[[str], bool], least: int = 2
) -> float:
    """Which share of a column's filled cells passes a test; 0 where fewer than ``least`` are."""
    texts = [text for row in rows if (text := sheet.text(row, col))]
    return sum(map(test, texts)) / len(texts) if len(texts) >= least else 0.0


def first_share(
    sheet: Sheet,
    rows: Sequence[int],
    columns: Iterable[int],
    test: Callable[[str], bool],
    least: float,
) -> int | None:
    """The first of some columns whose cells pass a test by and large."""
    return next((col for col in columns if share(sheet, rows, col, test) > least), None)


def figures(sheet: Sheet, rows: Sequence[int], col: int) -> dict[int, Decimal]:
    """The amounts that a column holds, by row; what is none is left out."""
    if not rows:
        return {}
    values = sheet.column(col, _AMOUNT, rows[0], rows[-1]).values
    return {row: value for row in rows if isinstance(value := values[row - rows[0]], Decimal)}


def is_of_amounts(sheet: Sheet, rows: Sequence[int], col: int) -> bool:
    """Whether a column holds amounts: three at least, most of its cells.

    Percentages are none, nor are days, but for one here and there that a slip made of an amount.
    """
    filled = [row for row in rows if sheet.text(row, col)]
    held = len(figures(sheet, rows, col))
    shown = [sheet.pattern(row, col) for row in filled]
    days = sum(map(shows_date, shown))
    shares = any("%" in pattern for pattern in shown)
    return held >= 3 and held * 5 >= len(filled) * 4 and not shares and days * 2 < len(filled)
