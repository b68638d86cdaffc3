"""A journal's rows as they were read by columns, and the rules that they are told apart by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from model.issue import Issue
from schemas import rows
from schemas.columns import Column
from schemas.headings import Field, Shape
from schemas.kind import Found
from schemas.sheet import Sheet
from schemas.values.words import Fault


@dataclass(frozen=True)
class Rules:
    """What one kind's rows are told apart by. All are names of fields."""

    money: tuple[str, ...]
    """The amounts, the most important first; open ones ("TBD") matter in the first alone."""
    payee: str
    """Whom the money goes to."""
    keys: tuple[str, ...]
    """What only a posting has: its date, its number."""
    carried: tuple[str, ...] = ()
    """What a line that continues the one above takes from it: a split over accounts."""
    stands: tuple[str, ...] = ()
    """What stands until it changes, where it is written once or above the lines."""
    spoken: tuple[str, ...] = ()
    """What rows of keys and values say ("Envelope #: 12")."""
    accounts: bool = False
    """Whether accounts stand as banners above their postings."""
    people: bool = False
    """Whether people stand as banners above their lines."""
    cash: bool = False
    """Whether floats and cash on hand are no postings."""
    summed: tuple[str, ...] = ()
    """Further fields whose stated totals are checked: hours."""
    extra: tuple[Field, ...] = ()
    """Columns that are no fields of the kind, read for what they tell."""


@dataclass(slots=True)
class Lines:
    """A journal's rows, read by columns and told apart. Rows are the sheet's own numbers."""

    top: int
    height: int
    columns: dict[str, Column]
    told: rows.Sorted
    extra: Mapping[str, int] = field(default_factory=dict)
    records: list[int] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    banners: dict[int, Mapping[str, object]] = field(default_factory=dict)
    """What each banner announces, field -> value; row 0 is what stands above the headings."""

    def at(self, name: str, row: int) -> object:
        """A field's value on a row; ``None`` where the sheet has no such column."""
        column = self.columns.get(name)
        return column.values[row - self.top] if column else None

    def faults(self, name: str) -> Mapping[int, Fault]:
        """What cannot be read in a field's column, by row."""
        column = self.columns.get(name)
        return column.faults if column else {}

    def put(self, name: str, row: int, value: object) -> None:
        """Complete a field's value on a row."""
        self.columns[name].values[row - self.top] = value

    def of(self, name: str) -> list[object]:
        """A field's values on the records; all ``None`` where there is no such column."""
        column = self.columns.get(name)
        if column is None:
            return [None] * len(self.records)
        values, top = column.values, self.top
        if len(self.records) == len(values):
            return values
        return [values[row - top] for row in self.records]

    def amount(self, name: str, row: int) -> Decimal | None:
        """A field's amount on a row, if it has one."""
        value = self.at(name, row)
        return value if isinstance(value, Decimal) else None


def fault_issues(sheet: Sheet, found: Found, fields: Sequence[Field], lines: Lines) -> list[Issue]:
    """An issue for each cell that could not be read: of records, of unreadable rows, of totals.

    On a row that is a total, words may stand anywhere but under an amount.
    """
    faults: dict[int, dict[str, Fault]] = {}
    reasons = {row: reason for reason, gone in lines.told.excluded.items() for row in gone}
    for this in fields:
        kept = {None, "unreadable", *(["subtotal"] if this.shape is Shape.MONEY else [])}
        for row, fault in lines.faults(this.name).items():
            if reasons.get(row) in kept:
                faults.setdefault(row, {})[this.name] = fault
    made: list[Issue] = []
    for row, said in sorted(faults.items()):
        made += rows.fault_issues(sheet, found, fields, rows.Record(row, {}, said))
    return made
