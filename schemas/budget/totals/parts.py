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


def check(sheet: Sheet, found: Found, lines: Sequence[Line]) -> list[Wrong]:
    """Each line whose budget is not the sum of the columns that most lines' budgets are."""
    budget = found.header.columns.get("budget")
    read = [
        line for line in lines if line.role is Role.RECORD and line.values["budget"] is not None
    ]
    if budget is None or len(read) < _FEW:
        return []
    parts = _amounts(sheet, found, read)
    for span in _spans(sorted(parts)):
        sums = [sum((parts[col].get(line.row, ZERO) for col in span), ZERO) for line in read]
        right = [
            abs(cents(line.values["budget"] or ZERO) - cents(amount)) <= 1
            for line, amount in zip(read, sums, strict=True)
        ]
        split = sum(sum(bool(parts[col].get(line.row)) for col in span) > 1 for line in read)
        if split * 2 >= _FEW and sum(right) >= _MOST * len(read):
            return [
                Wrong(line, "budget", amount, _issue(sheet, found, line, span, amount))
                for line, amount, holds in zip(read, sums, right, strict=True)
                if not holds
            ]
    return []


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
    """Runs of columns next to each other, the longest first, each with its ends cut or not."""
    runs: list[list[int]] = []
    for col in columns:
        if runs and col == runs[-1][-1] + 1:
            runs[-1].append(col)
        else:
            runs.append([col])
    spans = [tuple(run[start:end]) for run in runs for start, end in _cuts(len(run))]
    spans.append(tuple(columns))
    return sorted({span for span in spans if len(span) > 1}, key=lambda span: (-len(span), span))


def _cuts(length: int) -> list[tuple[int, int]]:
    """How a run may be cut: whole, an end off, or two and two as labour and the rest stand."""
    cuts = [(start, length - end) for start in (0, 1, 2) for end in (0, 1, 2)]
    return cuts + [(start, start + 2) for start in range(length - 1)][:6]


def _issue(sheet: Sheet, found: Found, line: Line, span: Sequence[int], amount: Decimal) -> Issue:
    """The issue of a budget that its parts do not add up to."""
    currency, stated = sheet.production.currency, line.values["budget"] or ZERO
    heading = found.header.headings.get("budget") or "budget"
    return issues.make(
        "efc-identity-broken",
        f'"{heading}" is {spoken(stated, currency)}, but columns {column_letters(span[0])} to '
        f"{column_letters(span[-1])} of the same line add up to {spoken(amount, currency)}.",
        sheet.cell(line.row, found.header.columns["budget"]),
        related=tuple(sheet.cell(line.row, col) for col in span),
        subject=line.account or line.name or None,
        expected=spoken(amount, currency),
        suggestion="Put a sum over the columns in place of the typed figure, or mend a part.",
    )
