"""What a journal's postings add up to, row by row: a total told by its arithmetic alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from model.money import ZERO
from schemas.journals.lines import Lines

_LEAST = 2
"""Postings that must stand above a total without words."""


@dataclass(slots=True)
class Running:
    """The sums above a row, since the last total and in all; rows are asked for from the top on."""

    lines: Lines
    names: Sequence[str]
    left_out: Collection[int]
    _next: int = 0
    _count: int = 0
    _count_of_all: int = 0
    _since: dict[str, Decimal] = field(default_factory=dict)
    _all: dict[str, Decimal] = field(default_factory=dict)

    def close(self) -> None:
        """Begin anew: the row asked for last was a total."""
        self._since = {}
        self._count = 0

    def state(self, row: int) -> bool:
        """Whether a row's amounts are just what two postings or more above it add up to."""
        self._add_up(row)
        stated = {
            name: amount
            for name in self.names
            if isinstance(amount := self.lines.at(name, row), Decimal) and amount
        }
        told = ((self._count, self._since), (self._count_of_all, self._all))
        return bool(stated) and any(
            count >= _LEAST
            and all(sums.get(name, ZERO) == amount for name, amount in stated.items())
            for count, sums in told
        )

    def _add_up(self, row: int) -> None:
        """Take in the postings down to the row before this one."""
        first = max(self._next, self.lines.top)
        for above in range(first, row):
            if above in self.left_out:
                continue
            self._count += 1
            self._count_of_all += 1
            for name in self.names:
                amount = self.lines.at(name, above)
                if isinstance(amount, Decimal):
                    self._since[name] = self._since.get(name, ZERO) + amount
                    self._all[name] = self._all.get(name, ZERO) + amount
        self._next = max(first, row)
