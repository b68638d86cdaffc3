"""What spans of a budget's lines add up to, whichever lines outside the sums are taken in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from model.money import ZERO, cents
from schemas.budget.rows.lines import SUMMED, Line, Role
from schemas.budget.rows.words import is_fringes

LEVELS = range(4)


@dataclass(frozen=True, slots=True)
class Cover:
    """The lines that a total may mean: from ``start`` up to ``end``, places in the list."""

    start: int
    end: int
    beside: int
    """How much of what stands outside the lines is in it: 0 nothing, 1 fringes, 2 contingency too,
    3 what is taken off below the grand total as well."""
    sums: Mapping[str, Decimal]
    parts: Mapping[str, Decimal]
    """What the smaller stated totals within and the lines outside them add up to."""
    unclear: frozenset[str]
    """The columns in which a figure within could not be read, so that nothing can be said."""
    open: Mapping[str, tuple[Decimal, Decimal]]
    """What a sheet's own sum may have that ours has not: figures of lines of which another figure
    cannot be read, and what those stand for that are plain to see."""
    fresh: bool
    """Whether there are lines and no smaller total within."""

    def sums_of(self, name: str) -> set[Decimal]:
        """Every sum of a column that a right total may state, to the cent."""
        others, meant = self.open[name]
        left = {ZERO, others, meant, others + meant}
        return {cents(one + more) for one in (self.sums[name], self.parts[name]) for more in left}

    def lines(self, lines: Sequence[Line]) -> list[Line]:
        """The lines that are added up."""
        return [line for line in lines[self.start : self.end] if 0 <= level(line) <= self.beside]


class Sums:
    """Running sums over the lines, so that any span's sum is a subtraction."""

    def __init__(self, lines: Sequence[Line]) -> None:
        levels = [level(line) for line in lines]
        self.running = {
            (name, most): [ZERO, *accumulate(_amounts(lines, levels, name, most))]
            for name in SUMMED
            for most in LEVELS
        }
        unreadable = [line.role is Role.UNREADABLE for line in lines]
        self.unclear = {
            name: [0, *accumulate(int(is_unclear(line, name)) for line in lines)] for name in SUMMED
        }
        self.open = {
            name: [
                [ZERO, *accumulate(told(line, name) for line in lines)]
                for told in (_beside, _meant)
            ]
            for name in SUMMED
        }
        self.held = [
            [0, *accumulate(int(level == only or (not only and bad)) for level, bad in pairs)]
            for only in LEVELS
            for pairs in [list(zip(levels, unreadable, strict=True))]
        ]
        """Per level, how many lines of it stand above each place; unreadable ones are lines."""

    def cover(
        self, start: int, end: int, excess: Mapping[str, Decimal], *, beside: int, fresh: bool
    ) -> Cover:
        """A span's sums: by its lines, and by the smaller totals within it, which state more."""
        running = {name: self.running[name, beside] for name in SUMMED}
        sums = {name: upto[end] - upto[start] for name, upto in running.items()}
        parts = {name: amount + excess.get(name, ZERO) for name, amount in sums.items()}
        unclear = frozenset(n for n, upto in self.unclear.items() if upto[end] > upto[start])
        left = {
            name: (others[end] - others[start], meant[end] - meant[start])
            for name, (others, meant) in self.open.items()
        }
        return Cover(start, end, beside, sums, parts, unclear, left, fresh)


def is_unclear(line: Line, name: str) -> bool:
    """Whether a line may hold a figure that nobody can tell. One still to be agreed is none yet."""
    fault = line.faults.get(name) if line.role is Role.UNREADABLE else None
    return fault is not None and fault.code != "amount-open" and fault.meant is None


def _beside(line: Line, name: str) -> Decimal:
    """A figure that can be read on a line that cannot: in no sum of ours, but in the sheet's."""
    return (line.values[name] or ZERO) if line.role is Role.UNREADABLE else ZERO


def _meant(line: Line, name: str) -> Decimal:
    """What a figure that cannot be read stands for, where that is plain."""
    fault = line.faults.get(name) if line.role is Role.UNREADABLE else None
    return (fault.meant if fault else None) or ZERO


def _amounts(
    lines: Sequence[Line], levels: Sequence[int], name: str, most: int
) -> Iterator[Decimal]:
    """A column's amounts, nothing for the lines above a level."""
    for line, level in zip(lines, levels, strict=True):
        yield (line.adds(name) or ZERO) if 0 <= level <= most else ZERO


def level(line: Line) -> int:
    """What a line is in sums: 0 a line, 1 fringes outside the lines, 2 contingency, 3 a credit
    below the grand total; -1 in none."""
    if line.role is Role.SPECIAL and line.credit:
        return 3
    if line.role is Role.SPECIAL:
        return 1 if is_fringes(line.label) else 2
    return 0 if line.role is Role.RECORD else -1
