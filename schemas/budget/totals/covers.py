"""Which of a budget's lines each stated total covers: told by its words and by what agrees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from model.money import ZERO, cents, total
from schemas.budget.rows.lines import Line, Role
from schemas.budget.rows.words import is_grand, is_section, is_whole, totalled
from schemas.budget.totals.sums import LEVELS, Cover, Sums
from schemas.headings import normal

_LINES = (Role.RECORD, Role.UNREADABLE)
_SEVERAL = 2
"""Lines from which those right above a total are told to be all that it covers."""
_LEFT_OUT = 2
"""Lines that a total's formula may miss at its end, where rows were added."""


@dataclass(frozen=True, slots=True)
class Total:
    """A total's row, its place in the list, and what it covers."""

    line: Line
    place: int
    cover: Cover
    recap: bool = False
    """Whether it repeats an earlier total, as at the foot of a topsheet."""

    @property
    def closes(self) -> bool:
        """Whether it stands below its lines, the first to add them up."""
        return self.cover.start <= self.place and not self.recap

    @property
    def first(self) -> int:
        """The first place that it or its lines take up."""
        return min(self.place, self.cover.start)


def totals(lines: Sequence[Line]) -> list[Total]:
    """Every row that states a total, with the lines that it covers."""
    sums = Sums(lines)
    heads = _heads(lines, sums)
    inside = {place for one in heads.values() for place in range(one.cover.start, one.cover.end)}
    found: list[Total] = []
    before: list[Total] = []
    for place, line in enumerate(lines):
        if line.role is not Role.SUBTOTAL or not line.figures or line.repeats:
            continue
        one = heads.get(place) or _total(lines, place, found, before, sums)
        if one is None:
            continue
        found.append(one)
        if one.closes or (place in heads and place not in inside):
            before.append(one)
    return found


def _total(
    lines: Sequence[Line],
    place: int,
    found: Sequence[Total],
    before: Sequence[Total],
    sums: Sums,
) -> Total | None:
    """One total, with what it fits best; ``None`` where there is nothing that it could add up."""
    line = lines[place]
    again = _repeated(line, found)
    if again is not None:
        return Total(line, place, again.cover, recap=True)
    covers = [*_above(lines, place, before, sums), *_below(lines, place, sums)]
    covers += _of_category(lines, place, sums)
    if is_section(totalled(line.label)) and not any(_agrees(line, one) for one in covers):
        part = _part(lines, place, sums)
        covers = [part] if part else covers
    if not covers:
        return None
    return Total(line, place, max(covers, key=lambda cover: _fit(line, cover, lines)))


def _heads(lines: Sequence[Line], sums: Sums) -> dict[int, Total]:
    """The totals whose lines are known, by their places, inner ones first."""
    spans = {place: line.children for place, line in enumerate(lines) if line.children}
    made: dict[int, Total] = {}
    for place, (start, end) in sorted(spans.items(), key=lambda item: item[1][1] - item[1][0]):
        excess: dict[str, Decimal] = {}
        inner = [one for at, one in made.items() if start <= at < end]
        for one in inner:
            if not any(other.cover.start <= one.place < other.cover.end for other in inner):
                for name, more in _excess(one).items():
                    excess[name] = excess.get(name, ZERO) + more
        made[place] = Total(
            lines[place], place, sums.cover(start, end, excess, beside=0, fresh=True)
        )
    return made


def name_sections(lines: Sequence[Line], found: Sequence[Total]) -> None:
    """Give the lines that a section's total covers its name, where no banner did, in place."""
    for one in found:
        named = totalled(one.line.label)
        if one.closes and is_section(named):
            for line in one.cover.lines(lines):
                line.section = line.section or named


def _repeated(line: Line, found: Sequence[Total]) -> Total | None:
    """The earlier total of the same words whose figures a total repeats."""
    said = normal(line.label)
    for one in found:
        if said and normal(one.line.label) == said and _stated(one.line) == _stated(line):
            return one
    return None


def _above(
    lines: Sequence[Line], place: int, before: Sequence[Total], sums: Sums
) -> Iterator[Cover]:
    """What a total may cover: the lines back to some banner, total or the top.

    ``before`` are the totals above it, apart from those that only repeat others.

    A span that would cut a smaller total off from some of its lines is none.
    """
    nested: Total | None = None
    excess: dict[str, Decimal] = {}
    last, known = len(before) - 1, 0
    for start in range(place, -1, -1):
        while last >= 0 and before[last].place >= start:
            one = before[last]
            last -= 1
            if nested is None or one.place < nested.first:
                nested = one
                for name, more in _excess(one).items():
                    excess[name] = excess.get(name, ZERO) + more
        begins = start == 0 or lines[start - 1].role in (Role.BANNER, Role.SUBTOTAL)
        cut = nested is not None and nested.first < start
        held = [counts[place] - counts[start] for counts in sums.held]
        if not begins or cut or sum(held) == known:
            continue
        known = sum(held)
        for beside in LEVELS:
            if held[beside]:
                fresh = nested is None and held[0] > 0
                yield sums.cover(start, place, excess, beside=beside, fresh=fresh)


def _of_category(lines: Sequence[Line], place: int, sums: Sums) -> list[Cover]:
    """The accounts of one category right above a total, where it states just what these come to.

    Where the categories above them, of an account each, have no total, nothing else parts them.
    """
    code, start = lines[place - 1].category_code if place else None, place
    while code and start and lines[start - 1].role in _LINES:
        if lines[start - 1].category_code != code:
            break
        start -= 1
    if place - start < _SEVERAL:
        return []
    found = sums.cover(start, place, {}, beside=0, fresh=True)
    return [found] if _stated(lines[place]) and _agrees(lines[place], found) else []


def _falls_short(lines: Sequence[Line], start: int, end: int, place: int) -> bool:
    """Whether a run of lines is a block's without its last ones, which its total left out."""
    opens = any(line.role is Role.SUBTOTAL for line in lines[max(0, start - 1) : start + 1])
    return opens and 0 < place - end <= _LEFT_OUT


def _agrees(line: Line, cover: Cover) -> bool:
    """Whether every figure that a total states is a cover's."""
    return all(
        cents(value) in (cents(cover.sums[name]), cents(cover.parts[name]))
        for name, value in _stated(line).items()
    )


def _part(lines: Sequence[Line], place: int, sums: Sums) -> Cover | None:
    """Some of the lines above that a section's total adds up, where no total parts them.

    As a topsheet whose totals all stand at its foot has them.
    """
    stated = _stated(lines[place])
    name = next(iter(stated), None)
    if name is None:
        return None
    for beside in LEVELS[:3]:
        first: dict[Decimal, int] = {}
        for end, amount in enumerate(sums.running[name, beside][: place + 1]):
            start = first.get(cents(amount - stated[name]))
            if start is not None:
                found = sums.cover(start, end, {}, beside=beside, fresh=True)
                if _agrees(lines[place], found) and not _falls_short(lines, start, end, place):
                    return found
            first.setdefault(cents(amount), end)
    return None


def _excess(one: Total) -> dict[str, Decimal]:
    """What a total states beyond the sum of its rows, where that is anything."""
    return {
        name: stated - one.cover.sums[name]
        for name, stated in one.line.values.items()
        if stated is not None and stated != one.cover.sums[name]
    }


def _below(lines: Sequence[Line], place: int, sums: Sums) -> Iterator[Cover]:
    """The lines under a category's own row that bears their sum; all, under a total on top."""
    account = lines[place].account
    end = place + 1
    while account and end < len(lines) and lines[end].category_code == account:
        if lines[end].role is Role.SUBTOTAL:
            break
        end += 1
    if end > place + 1:
        yield sums.cover(place + 1, end, {}, beside=0, fresh=True)
    elif is_grand(lines[place].label) and not sums.held[0][place]:
        for beside in LEVELS:
            if sums.held[beside][-1] > sums.held[beside][place]:
                yield sums.cover(place + 1, len(lines), {}, beside=beside, fresh=True)


def _fit(line: Line, cover: Cover, lines: Sequence[Line]) -> tuple[int, int, bool, Decimal, int]:
    """How well a cover fits a total, best first by: its words, agreeing figures, nearness."""
    stated = _stated(line)
    agreeing = sum(
        cents(value) in (cents(cover.sums[name]), cents(cover.parts[name]))
        for name, value in stated.items()
    )
    away = total(abs(value - cover.sums[name]) for name, value in stated.items())
    return _named(line, cover, lines), agreeing, cover.fresh, -away, cover.start


def _stated(line: Line) -> dict[str, Decimal]:
    """What a total states, zeros apart."""
    return {name: value for name, value in line.values.items() if value}


def _named(line: Line, cover: Cover, lines: Sequence[Line]) -> int:
    """Whether a total's words name what a cover is: its category, its section, or the whole."""
    span = lines[cover.start : cover.end]
    first = next((line for line in span if line.role in _LINES), None)
    last = next((line for line in reversed(span) if line.role in _LINES), None)
    if first is None or last is None:
        return 0
    subject = normal(totalled(line.label))
    if (first.category_code, first.category) == (last.category_code, last.category):
        names = {normal(text) for text in (first.category_code, first.category) if text}
        names |= {normal(f"{first.category_code} {first.category}")}
        if subject in names or (line.account and line.account == first.category_code):
            return 2
    if subject and first.section == last.section and subject == normal(first.section or ""):
        return 1
    return 1 if is_whole(line.label) and cover.start == 0 else 0
