"""The totals that a budget states: which rows each one covers, and whether it is their sum."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from model.issue import Issue, Severity
from model.money import ZERO, cents, spoken, total
from model.table import Stated
from schemas import issues
from schemas.budget.rows.lines import SUMMED, Line
from schemas.budget.totals.covers import Total
from schemas.budget.totals.sums import is_unclear
from schemas.kind import Found
from schemas.sheet import Sheet

_ROUNDING = Decimal(2)
"""A difference up to this is rounding: shown, but of no consequence."""
_DERIVED = {
    "revised_budget": ("budget", "approved_changes"),
    "total_cost": ("actual_to_date", "commitments"),
    "efc": ("total_cost", "etc"),
    "variance": ("revised_budget", "efc"),
}


def check(
    sheet: Sheet,
    found: Found,
    lines: Sequence[Line],
    totals: Sequence[Total],
    struck: Sequence[Line],
) -> tuple[tuple[Stated, ...], list[Issue]]:
    """Match each stated total to its rows, and raise an issue where it is not their sum.

    A total that adds up the smaller totals as the sheet states them is right by its parts, so one
    wrong figure is one issue, where it stands. One over a row that cannot be read is judged by the
    smaller totals, where these have such rows.
    What is left after a tax credit is judged too, but no statement of the table's own rows.
    """
    stated: list[Stated] = []
    made: list[Issue] = []
    for one in totals:
        covered = one.cover.lines(lines)
        differing: list[str] = []
        for name in SUMMED:
            amount = one.line.values[name]
            if amount is None or name not in found.header.columns:
                continue
            cell = sheet.cell(one.line.row, found.header.columns[name])
            if not any(line.credit for line in covered):
                stated.append(Stated(cell, name, amount, tuple(line.row for line in covered)))
            told = _is_told(one, name, lines, totals)
            if covered and _differs(one, name, amount, told=told):
                differing.append(name)
        made += [
            _issue(sheet, found, one, name, covered, _gone(one, covered, struck, name))
            for name in differing
            if not _follows(one, name, differing)
        ]
    return tuple(stated), made


def _is_told(one: Total, name: str, lines: Sequence[Line], totals: Sequence[Total]) -> bool:
    """Whether each of a total's rows is clear, or in a smaller total that states the column."""
    if name not in one.cover.unclear:
        return True
    inner = [
        range(other.cover.start, other.cover.end)
        for other in totals
        if other.place < one.place and other.closes and other.line.values[name] is not None
    ]
    return all(
        any(place in span for span in inner)
        for place in range(one.cover.start, one.cover.end)
        if is_unclear(lines[place], name)
    )


def _differs(one: Total, name: str, amount: Decimal, *, told: bool) -> bool:
    """Whether a stated figure is neither the sum of its rows nor that of its parts.

    One that repeats an earlier total was judged there.
    """
    return told and not one.recap and cents(amount) not in one.cover.sums_of(name)


def _follows(one: Total, name: str, differing: Sequence[str]) -> bool:
    """Whether a differing figure only follows from another one of the same row that differs."""
    inputs = _DERIVED.get(name)
    if inputs is None or not any(other in differing for other in inputs):
        return False
    first, second = (one.line.values[other] or ZERO for other in inputs)
    amount = one.line.values[name] or ZERO
    results = (first - second, second - first) if name == "variance" else (first + second,)
    return cents(amount) in [cents(result) for result in results]


def _count(numbers: Sequence[int]) -> str:
    """How many lines a total covers, and where: "4 lines (rows 100 to 103)"."""
    if len(numbers) == 1:
        return f"1 line (row {numbers[0]})"
    return f"{len(numbers)} lines (rows {min(numbers)} to {max(numbers)})"


def _gone(one: Total, covered: Sequence[Line], struck: Sequence[Line], name: str) -> Decimal:
    """What the struck-through rows among a total's own hold."""
    numbers = [one.line.row, *(line.row for line in covered)]
    return total(line.values[name] for line in struck if min(numbers) <= line.row <= max(numbers))


def _issue(
    sheet: Sheet, found: Found, one: Total, name: str, covered: Sequence[Line], gone: Decimal
) -> Issue:
    """The issue of a stated total, with both figures."""
    currency = sheet.production.currency
    stated, summed = one.line.values[name] or ZERO, one.cover.sums[name]
    if name in one.cover.unclear:
        summed = one.cover.parts[name]
    numbers = [line.row for line in covered]
    heading = found.header.headings.get(name) or name.replace("_", " ")
    label = one.line.label or one.line.account or "A subtotal without words"
    message = (
        f'"{label}" states {spoken(stated, currency)} under "{heading}"; its {_count(numbers)} '
        f"add up to {spoken(summed, currency)}, "
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
