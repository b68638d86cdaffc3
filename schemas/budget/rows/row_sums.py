"""What a row's figures add up to: whether it states the sum of those above it, whatever it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from model.money import ZERO, cents, total
from schemas.budget.rows.lines import Line, Role
from schemas.budget.rows.words import is_fringes, is_section

_CLOSED = (Role.SUBTOTAL, Role.BANNER)
_ALIKE = 2
"""Sums without words from which another such row is one."""
_BUDGETED = frozenset(("budget", "revised_budget", "subtotal"))
"""Columns that keep to a share: what is forecast of a contingency stays what was budgeted."""
_TAKEN_FROM = ("budget", "revised_budget", "efc")
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?) ?%")


def is_their_sum(lines: Sequence[Line], number: int) -> bool:
    """Whether a line without an account states the sum of those above it, whatever its words.

    Of all of them, or of those since the last total or banner: three at least, or two where it does
    so in two columns or where an earlier row is such a sum of accounts, so that no line is dropped
    for a coincidence. Where it states several sums, one of them may be wrong.
    """
    figures = {name: value for name, value in lines[number].values.items() if value}
    surer = len(figures) > 1 or _is_like_a_sum(lines, number)
    return any(
        len(run) + surer > 2 and _states(figures, run) for run in _runs(lines, number) if figures
    )


def _is_like_a_sum(lines: Sequence[Line], number: int) -> bool:
    """Whether a row right below an account is named as an earlier sum is: by words alone."""
    coded = number > 0 and lines[number - 1].account is not None
    return coded and any(
        one.role is Role.SUBTOTAL and one.account is None and one.label for one in lines[:number]
    )


def _runs(lines: Sequence[Line], number: int) -> Iterator[list[Line]]:
    """What a line may be the sum of: the lines since the last total, all, what is beside them."""
    above = lines[:number]
    since = next((at + 1 for at in range(number - 1, -1, -1) if _closes(above[at])), 0)
    every = [line for line in above if line.role is Role.RECORD and not _closes(line)]
    beside = [line for line in above if line.role is Role.SPECIAL]
    yield [line for line in above[since:] if line.role is Role.RECORD]
    yield every
    yield [*every, *(line for line in beside if not line.credit)]
    if any(line.credit for line in beside):
        yield [*every, *beside]


def _closes(line: Line) -> bool:
    """Whether a line ends what stands above it: a total, a banner, figures without any words."""
    return line.role in _CLOSED or (line.figures and not (line.account or line.label))


def _states(figures: Mapping[str, Decimal], run: Sequence[Line]) -> bool:
    """Whether figures are some lines' sums: each, or of three or more all but one.

    The sum of what the lines state, or of what they add: accounts' totals may be wrong.
    """
    right = sum(
        cents(value)
        in (
            cents(total(line.values.get(name) or ZERO for line in run)),
            cents(total(line.adds(name) or ZERO for line in run)),
        )
        for name, value in figures.items()
    )
    return right == len(figures) or (len(figures) > 2 and right >= len(figures) - 1)


def says_fringes_again(above: Sequence[Line], line: Line) -> bool:
    """Whether a line of fringes only says again what the accounts of fringes above come to."""
    own = [one for one in above if one.account and is_fringes(one.label)]
    figures = {name: value for name, value in line.values.items() if value}
    return bool(own and figures) and all(
        cents(total(one.values[name] or ZERO for one in own)) == cents(value)
        for name, value in figures.items()
    )


def adds_up(lines: Sequence[Line], number: int) -> bool:
    """Whether a line's figures are the sums of the lines above it, back to some total or banner."""
    stated = {name: value for name, value in lines[number].values.items() if value}
    sums: dict[str, Decimal] = dict.fromkeys(stated, ZERO)
    held = 0
    for at in range(number - 1, -1, -1):
        other = lines[at]
        if other.role is Role.RECORD and (other.account or other.label):
            held += other.figures
            for name in sums:
                sums[name] += other.adds(name) or ZERO
        edge = at == 0 or lines[at - 1].role in (Role.BANNER, Role.SUBTOTAL)
        if edge and held and stated and _same(stated, sums):
            return True
    return False


def is_one_more(lines: Sequence[Line], number: int) -> bool:
    """Whether figures without words stand where others state sums, and come near to one.

    Below a line, on a sheet that has two such sums at the least: this one may be wrong.
    """
    others = sum(one.role is Role.SUBTOTAL and not (one.account or one.label) for one in lines)
    if others < _ALIKE or not number or lines[number - 1].role is not Role.RECORD:
        return False
    since = next((at + 1 for at in range(number - 1, -1, -1) if lines[at].role in _CLOSED), 0)
    run = [line for line in lines[since:number] if line.role is Role.RECORD]
    return len(run) > 1 and any(
        abs(value - whole) * 2 <= abs(whole)
        for name, value in lines[number].values.items()
        if value and (whole := total(line.values.get(name) or ZERO for line in run))
    )


def _same(stated: Mapping[str, Decimal], sums: Mapping[str, Decimal]) -> bool:
    """Whether figures are the sums, most of them."""
    right = sum(cents(value) == cents(sums[name]) for name, value in stated.items())
    return right * 2 > len(stated)


def ends_a_section(lines: Sequence[Line], number: int) -> bool:
    """Whether a line without an account is named as a section and stands where its sum does.

    Right below an account and above a gap, as another one that is a sum by its figures does: it
    may state a wrong one.
    """
    line, above = lines[number], lines[number - 1]
    if line.account is not None or not number or above.account is None:
        return False
    gap = number + 1 == len(lines) or lines[number + 1].row > line.row + 1
    alike = (one for one in lines[:number] if one.role is Role.SUBTOTAL and one.account is None)
    return gap and is_section(line.label) and any(is_section(one.label) for one in alike)


def is_share_of_total(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is the share that its words name of the lines' total right above it.

    As insurance, a mark-up or "miscellaneous" in percent are, below what they are a share of. One
    without an account may say the share beside its words, as its rate.
    """
    line = lines[number]
    percent = _PERCENT.search(line.label if line.account else f"{line.label} {line.beside}")
    above = [one for one in lines[:number] if one.figures and one.role is not Role.SPECIAL]
    if percent is None or not above or above[-1].role is not Role.SUBTOTAL:
        return False
    share = Decimal(percent[1].replace(",", ".")) / 100
    shared = {
        name: abs(value - total_ * share) <= 1
        for name, value in line.values.items()
        if value and (total_ := above[-1].values[name])
    }
    budgeted = [fits for name, fits in shared.items() if name in _BUDGETED]
    return any(budgeted) if budgeted else bool(shared) and all(shared.values())


def is_taken_off(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is taken off the total of all lines right above it, whatever its words.

    What somebody else pays stands there as a negative amount, and below it what is left.
    """
    line = lines[number]
    above = [one for one in lines[:number] if one.figures]
    below = next((one for one in lines[number + 1 :] if one.figures), None)
    figures = {name: line.values[name] for name in _TAKEN_FROM if line.values[name]}
    if line.account is not None or below is None or below.account is not None or not figures:
        return False
    if not above or above[-1].role is not Role.SUBTOTAL:
        return False
    whole = {name: above[-1].values[name] or ZERO for name in figures}
    left = {name: below.values[name] or ZERO for name in figures}
    every = [one for one in above if one.role is Role.RECORD and not _closes(one)]
    return (
        all(value is not None and value < 0 for value in figures.values())
        and all(cents(whole[name] + (figures[name] or ZERO)) == cents(left[name]) for name in left)
        and len(every) > 1
        and _states(whole, every)
    )
