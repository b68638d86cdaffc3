"""A budget's amounts split over further columns: episodes, months, units, labour and the rest.

The total is the budget and the rest are other columns. Where the budget is the sum of some columns
next to each other for most lines, it should be for all.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from model.cell import column_letters
from model.issue import Issue
from model.money import ZERO, cents, spoken
from schemas import issues
from schemas.budget.rows.lines import Line, Role
from schemas.budget.totals.blame import Wrong
from schemas.headings import Field, Shape
from schemas.kind import Found
from schemas.sheet import Sheet

_AMOUNT = Field("part", "", Shape.MONEY)
_FEW = 3
_MOST = Decimal("0.7")
_Parts = dict[int, dict[int, Decimal]]
"""Column -> row -> amount."""
_Off = list[tuple[Line, Decimal]]
"""Lines that are not what their parts add up to, and what those do."""


def check(sheet: Sheet, found: Found, lines: Sequence[Line]) -> list[Wrong]:
    """Each line whose budget is not the sum of the columns that most lines' budgets are.

    Of several such sums the one of the most columns, unless one with a full column less, or in
    place of it, holds more often: a pattern beside six episodes is as much as the last of them on
    nearly all lines.
    """
    budget = found.header.columns.get("budget")
    read = [
        line for line in lines if line.role is Role.RECORD and line.values["budget"] is not None
    ]
    if budget is None or len(read) < _FEW:
        return []
    parts = _amounts(sheet, found, read)
    best: tuple[tuple[int, ...], _Off] = ((), [])
    for span in _spans(sorted(parts)):
        held, wrong = best
        sparse = any(len(parts[col]) * 2 < len(read) for col in set(span) ^ set(held))
        off = None if held and (sparse or not wrong) else _off(read, parts, span)
        if off is not None and (not held or len(off) < len(wrong)):
            best = (span, off)
    span, wrong = best
    return [
        Wrong(line, "budget", amount, _issue(sheet, found, line, span, amount))
        for line, amount in wrong
    ]


def _off(read: Sequence[Line], parts: _Parts, span: Sequence[int]) -> _Off | None:
    """The lines that some columns do not add up to, with their sums, where most lines they do."""
    sums = [sum((parts[col].get(line.row, ZERO) for col in span), ZERO) for line in read]
    off = [
        (line, amount)
        for line, amount in zip(read, sums, strict=True)
        if abs(cents(line.values["budget"] or ZERO) - cents(amount)) > 1
    ]
    split = sum(sum(bool(parts[col].get(line.row)) for col in span) > 1 for line in read)
    fits = split * 2 >= _FEW and len(read) - len(off) >= _MOST * len(read)
    return off if fits else None


def _amounts(sheet: Sheet, found: Found, lines: Sequence[Line]) -> _Parts:
    """The further columns that hold amounts, with the lines'."""
    parts: _Parts = {}
    for col in sorted(set(found.header.others.values())):
        top, bottom = lines[0].row, lines[-1].row
        values = sheet.column(col, _AMOUNT, top, bottom).values
        amounts = {
            line.row: value
            for line in lines
            if isinstance(value := values[line.row - top], Decimal)
        }
        if len(amounts) * 2 >= len(lines) or any(amounts.values()):
            parts[col] = amounts
    return parts


def _spans(columns: Sequence[int]) -> list[tuple[int, ...]]:
    """Runs of columns next to each other, the longest first, each with its ends cut or not.

    And all the columns, or all but one: what an episode is made after is in no sum of them.
    """
    runs: list[list[int]] = []
    for col in columns:
        if runs and col == runs[-1][-1] + 1:
            runs[-1].append(col)
        else:
            runs.append([col])
    spans = [tuple(run[start:end]) for run in runs for start, end in _cuts(len(run))]
    spans.append(tuple(columns))
    spans += [tuple(col for col in columns if col != left) for left in columns]
    return sorted({span for span in spans if len(span) > 1}, key=lambda span: (-len(span), span))


def _cuts(length: int) -> list[tuple[int, int]]:
    """How a run may be cut: whole, an end off, or two and two as labour and the rest stand."""
    cuts = [(start, length - end) for start in (0, 1, 2) for end in (0, 1, 2)]
    return cuts + [(start, start + 2) for start in range(length - 1)][:6]


def _issue(sheet: Sheet, found: Found, line: Line, span: Sequence[int], amount: Decimal) -> Issue:
    """The issue of a budget that its parts do not add up to."""
    currency, stated = sheet.production.currency, line.values["budget"] or ZERO
    heading = found.header.headings.get("budget") or "budget"
    left = [col for col in range(span[0], span[-1]) if col not in span]
    last = column_letters(span[-1])
    last += f" without {', '.join(map(column_letters, left))}" if left else ""
    return issues.make(
        "efc-identity-broken",
        f'"{heading}" is {spoken(stated, currency)}, but columns {column_letters(span[0])} to '
        f"{last} of the same line add up to {spoken(amount, currency)}.",
        sheet.cell(line.row, found.header.columns["budget"]),
        related=tuple(sheet.cell(line.row, col) for col in span),
        subject=line.account or line.name or None,
        expected=spoken(amount, currency),
        suggestion="Put a sum over the columns in place of the typed figure, or mend a part.",
    )
