"""The totals that a budget states: which rows each one covers, and whether it is their sum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import accumulate

from model.issue import Issue, Severity
from model.money import ZERO, cents, spoken, total
from model.table import Stated
from schemas import issues
from schemas.budget_fields import MONEY
from schemas.budget_rows import Line, Role, is_grand, totalled
from schemas.headings import normal
from schemas.kind import Found
from schemas.sheet import Sheet

_ROUNDING = Decimal(2)
"""A difference up to this is rounding: shown, but of no consequence."""
_LINES = (Role.RECORD, Role.UNREADABLE)
_DERIVED = {
    "revised_budget": ("budget", "approved_changes"),
    "total_cost": ("actual_to_date", "commitments"),
    "efc": ("total_cost", "etc"),
    "variance": ("revised_budget", "efc"),
}


@dataclass(frozen=True, slots=True)
class _Cover:
    """The lines that a total may mean: from ``start`` up to ``end``, places in the list."""

    start: int
    end: int
    special: bool
    """Whether what stands outside the lines (contingency) is in it."""
    sums: Mapping[str, Decimal]
    parts: Mapping[str, Decimal]
    """What the smaller stated totals within and the lines outside them add up to."""
    unclear: bool
    """Whether a line within could not be read, so that nothing can be said of the sum."""
    fresh: bool
    """Whether there is no smaller total within."""

    def lines(self, lines: Sequence[Line]) -> list[Line]:
        """The lines that are added up."""
        roles = (Role.RECORD, Role.SPECIAL) if self.special else (Role.RECORD,)
        return [line for line in lines[self.start : self.end] if line.role in roles]


@dataclass(slots=True)
class _Total:
    """A total's row, its place in the list, and what it covers."""

    line: Line
    place: int
    cover: _Cover
    differing: dict[str, Decimal] = field(default_factory=dict)

    @property
    def above(self) -> bool:
        """Whether the total stands above its lines."""
        return self.cover.start > self.place


def check(
    sheet: Sheet, found: Found, lines: Sequence[Line], struck: Sequence[Line]
) -> tuple[tuple[Stated, ...], list[Issue]]:
    """Match each stated total to its rows, and raise an issue where it is not their sum.

    A total that adds up the smaller totals as the sheet states them is right by its parts, so one
    wrong figure is one issue, where it stands. One over a row that cannot be read is not judged.
    """
    stated: list[Stated] = []
    made: list[Issue] = []
    for one in _totals(lines):
        covered = one.cover.lines(lines)
        for name in MONEY:
            amount = one.line.values[name]
            if amount is None or name not in found.header.columns:
                continue
            cell = sheet.cell(one.line.row, found.header.columns[name])
            stated.append(Stated(cell, name, amount, tuple(line.row for line in covered)))
            if _differs(one, name, amount):
                one.differing[name] = amount - one.cover.sums[name]
        made += [
            _issue(sheet, found, one, name, covered, _gone(one, covered, struck, name))
            for name in one.differing
            if not _follows(one, name)
        ]
    return tuple(stated), made


def _differs(one: _Total, name: str, amount: Decimal) -> bool:
    """Whether a stated figure is neither the sum of its rows nor that of its parts."""
    cover = one.cover
    return not cover.unclear and cents(amount) not in (
        cents(cover.sums[name]),
        cents(cover.parts[name]),
    )


def _follows(one: _Total, name: str) -> bool:
    """Whether a differing figure only follows from another one of the same row that differs."""
    inputs = _DERIVED.get(name)
    if inputs is None or not any(other in one.differing for other in inputs):
        return False
    first, second = (one.line.values[other] or ZERO for other in inputs)
    amount = one.line.values[name] or ZERO
    results = (first - second, second - first) if name == "variance" else (first + second,)
    return cents(amount) in [cents(result) for result in results]


class _Sums:
    """Running sums over the lines, so that any span's sum is a subtraction."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._roles = [line.role for line in lines]
        self.running: dict[tuple[str, bool], list[Decimal]] = {}
        for name in MONEY:
            for special, role in ((False, Role.RECORD), (True, Role.SPECIAL)):
                amounts = (
                    line.values[name] or ZERO if line.role is role else ZERO for line in lines
                )
                self.running[name, special] = [ZERO, *accumulate(amounts)]
        self.unreadable = self._count(Role.UNREADABLE)
        self.specials = self._count(Role.SPECIAL)
        self.lines = self._count(Role.RECORD, Role.UNREADABLE)
        self.held = self._count(Role.RECORD, Role.UNREADABLE, Role.SPECIAL)

    def _count(self, *roles: Role) -> list[int]:
        """How many lines of some roles stand above each place."""
        return [0, *accumulate(int(role in roles) for role in self._roles)]

    def cover(
        self, start: int, end: int, excess: Mapping[str, Decimal], *, special: bool, fresh: bool
    ) -> _Cover:
        """A span's sums: by its lines, and by the smaller totals within it, which state more."""
        sums, parts = {}, {}
        for name in MONEY:
            amount = self.running[name, False][end] - self.running[name, False][start]
            if special:
                amount += self.running[name, True][end] - self.running[name, True][start]
            sums[name] = amount
            parts[name] = amount + excess.get(name, ZERO)
        unclear = self.unreadable[end] > self.unreadable[start]
        return _Cover(start, end, special, sums, parts, unclear, fresh)


def _excess(one: _Total) -> dict[str, Decimal]:
    """What a total states beyond the sum of its rows, where that is anything."""
    return {
        name: stated - one.cover.sums[name]
        for name, stated in one.line.values.items()
        if stated is not None and stated != one.cover.sums[name]
    }


def _totals(lines: Sequence[Line]) -> list[_Total]:
    """Every row that states a total, with the lines that it covers."""
    sums = _Sums(lines)
    found: list[_Total] = []
    for place, line in enumerate(lines):
        if line.role is not Role.SUBTOTAL or not line.figures:
            continue
        covers = [*_above(lines, place, found, sums), *_below(lines, place, sums)]
        if covers:
            best = max(covers, key=lambda cover: _fit(line, cover, lines))
            found.append(_Total(line, place, best))
    return found


def _above(
    lines: Sequence[Line], place: int, before: Sequence[_Total], sums: _Sums
) -> Iterator[_Cover]:
    """What a total may cover: the lines back to some banner, total or the top.

    A span that would cut a smaller total off from some of its lines is none.
    """
    nested: _Total | None = None
    excess: dict[str, Decimal] = {}
    last = len(before) - 1
    known = 0
    for start in range(place, -1, -1):
        while last >= 0 and before[last].place >= start:
            one = before[last]
            last -= 1
            if not one.above and (nested is None or one.place < nested.cover.start):
                nested = one
                for name, more in _excess(one).items():
                    excess[name] = excess.get(name, ZERO) + more
        begins = start == 0 or lines[start - 1].role in (Role.BANNER, Role.SUBTOTAL)
        cut = nested is not None and nested.cover.start < start
        held = sums.held[place] - sums.held[start]
        if not begins or cut or held == known:
            continue
        known = held
        fresh = nested is None
        if sums.lines[place] > sums.lines[start]:
            yield sums.cover(start, place, excess, special=False, fresh=fresh)
            if sums.specials[place] > sums.specials[start]:
                yield sums.cover(start, place, excess, special=True, fresh=fresh)


def _below(lines: Sequence[Line], place: int, sums: _Sums) -> Iterator[_Cover]:
    """The lines under a category's own row, where that row bears their sum."""
    account = lines[place].account
    end = place + 1
    while account and end < len(lines) and lines[end].category_code == account:
        if lines[end].role is Role.SUBTOTAL:
            break
        end += 1
    if end > place + 1:
        yield sums.cover(place + 1, end, {}, special=False, fresh=True)


def _fit(line: Line, cover: _Cover, lines: Sequence[Line]) -> tuple[int, int, bool, Decimal, int]:
    """How well a cover fits a total, best first by: its words, agreeing figures, nearness."""
    stated = {name: value for name, value in line.values.items() if value}
    agreeing = sum(
        cents(value) in (cents(cover.sums[name]), cents(cover.parts[name]))
        for name, value in stated.items()
    )
    away = total(abs(value - cover.sums[name]) for name, value in stated.items())
    return _named(line, cover, lines), agreeing, cover.fresh, -away, cover.start


def _named(line: Line, cover: _Cover, lines: Sequence[Line]) -> int:
    """Whether a total's words name what a cover is: its category, its section, or the whole."""
    span = lines[cover.start : cover.end]
    first = next(line for line in span if line.role in _LINES)
    last = next(line for line in reversed(span) if line.role in _LINES)
    subject = normal(totalled(line.label))
    names = {normal(text) for text in (first.category_code, first.category) if text}
    names |= {normal(f"{first.category_code} {first.category}")}
    one_category = (first.category_code, first.category) == (last.category_code, last.category)
    if one_category and ((subject and subject in names) or line.account == first.category_code):
        return 2 if subject in names or line.account else 0
    if subject and first.section == last.section and subject == normal(first.section or ""):
        return 1
    return 1 if is_grand(line.label) and cover.start == 0 else 0


def _gone(one: _Total, covered: Sequence[Line], struck: Sequence[Line], name: str) -> Decimal:
    """What the struck-through rows among a total's own hold."""
    numbers = [one.line.row, *(line.row for line in covered)]
    return total(line.values[name] for line in struck if min(numbers) <= line.row <= max(numbers))


def _issue(
    sheet: Sheet, found: Found, one: _Total, name: str, covered: Sequence[Line], gone: Decimal
) -> Issue:
    """The issue of a stated total, with both figures."""
    currency = sheet.production.currency
    stated, summed = one.line.values[name] or ZERO, one.cover.sums[name]
    numbers = [line.row for line in covered]
    heading = found.header.headings.get(name) or name.replace("_", " ")
    label = one.line.label or one.line.account or "A subtotal without words"
    message = (
        f'"{label}" states {spoken(stated, currency)} under "{heading}"; its {len(numbers)} lines '
        f"(rows {min(numbers)} to {max(numbers)}) add up to {spoken(summed, currency)}, "
        f"a difference of {spoken(stated - summed, currency)}."
    )
    if gone and cents(gone) == cents(stated - summed):
        message += " The difference is what the struck-through rows hold."
    return issues.make(
        "stated-total-differs",
        message,
        sheet.cell(one.line.row, found.header.columns[name]),
        subject=covered[0].category_code or one.line.label or None,
        expected=spoken(summed, currency),
        suggestion="Put a sum over the rows in place of the typed figure, or mend its range.",
        severity=Severity.INFO if abs(stated - summed) <= _ROUNDING else None,
    )
