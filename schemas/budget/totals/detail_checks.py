"""A detail's own arithmetic: so many times a rate, and an account's total on its last line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from model.issue import Issue
from model.money import ZERO, cents, spoken, total
from schemas import issues
from schemas.budget.columns.settled import figures
from schemas.budget.rows.lines import Line, Role
from schemas.budget.totals.blame import Wrong
from schemas.kind import Found
from schemas.sheet import Sheet

_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?) ?%")
_AGREE = Decimal("0.6")
"""How many of the lines must be the product of their figures for the others to be wrong."""


def products(sheet: Sheet, found: Found, lines: Sequence[Line]) -> list[Wrong]:
    """Each amount that is not quantity times rate, where most are.

    A line with figures in columns of its own (overtime, a kit fee) may well be more.
    """
    judged = [(line, made) for line in lines if (made := _product(line)) is not None]
    wrong = [(line, made) for line, made in judged if not _is_near(_amount(line), made)]
    if not judged or len(judged) - len(wrong) < _AGREE * len(judged):
        return []
    return [
        Wrong(line, _holder(line), made, _issue(sheet, found, line, made))
        for line, made in wrong
        if not any(_has_figure(sheet, line.row, col) for col in found.header.others.values())
    ]


def _amount(line: Line) -> Decimal:
    """What a line says that so many of it come to."""
    return line.values[_holder(line)] or ZERO


def _holder(line: Line) -> str:
    """The field in which a line says it."""
    return "budget" if line.values["subtotal"] is None else "subtotal"


def _product(line: Line) -> Decimal | None:
    """What a line's figures make; ``None`` where it states too few."""
    if line.role is not Role.RECORD:
        return None
    if line.values["subtotal"] is None and line.values["budget"] is None:
        return None
    number, times, rate = (_number(line, name) for name in ("quantity", "times", "rate"))
    share = _PERCENT.search(line.texts.get("unit") or "")
    if share and number is not None and rate is None:
        rate = Decimal(share[1].replace(",", ".")) / 100
    if rate is None or (number is None and times is None):
        return None
    return (Decimal(1) if number is None else number) * (times or Decimal(1)) * rate


def _number(line: Line, name: str) -> Decimal | None:
    value = line.extra.get(name)
    return value if isinstance(value, Decimal) else None


def _is_near(amount: Decimal, product: Decimal) -> bool:
    """Whether an amount is a product, rounded to the cent or, where it is whole, to the unit."""
    whole = amount == amount.to_integral_value()
    return abs(amount - product) < (Decimal(1) if whole else Decimal("0.015"))


def _has_figure(sheet: Sheet, row: int, col: int) -> bool:
    """Whether a further column has a figure on a row."""
    value = sheet.grid.at(row, col)
    return isinstance(value, int | float) and bool(value)


def _issue(sheet: Sheet, found: Found, line: Line, product: Decimal) -> Issue:
    """The issue of an amount that is not its line's product."""
    currency = sheet.production.currency
    name = _holder(line)
    columns, heading = found.header.columns, found.header.headings.get(name, name)
    parts = [part for part in ("quantity", "times", "rate") if line.extra.get(part) is not None]
    return issues.make(
        "efc-identity-broken",
        f'"{heading}" is {spoken(_amount(line), currency)}, but {" x ".join(parts)} of the same '
        f"line make {spoken(product, currency)}.",
        sheet.cell(line.row, columns[name]),
        related=tuple(sheet.cell(line.row, columns[part]) for part in parts),
        subject=line.account or line.category_code or line.name or None,
        expected=spoken(product, currency),
        suggestion="Put the formula back, or mend the figure that is wrong.",
    )


def account_totals(
    sheet: Sheet, found: Found, lines: Sequence[Line], known: Sequence[Wrong]
) -> list[Wrong]:
    """Each account's total, on its last line, that is not the sum of its subtotals.

    With what stands between them: "Subtotal", "Fringe", "Total". Where each line has such a total
    and most are neither, they are made in some way of their own.

    ``known`` are figures that are wrong already: a total that is right without them is right. One
    with a line among its own that cannot be read may count that, so it is never wrong.
    """
    if not lines or not {"subtotal", "budget"} <= found.header.columns.keys():
        return []
    right = {one.line.row: one.expected for one in known}
    beside = _beside(sheet, found, lines)
    unread = [line.row for line in lines if line.role is Role.UNREADABLE]
    made, judged = [], 0
    for line, held in _totalled(lines):
        broken = any(held[0].row < row < held[-1].row for row in unread)
        stated, own = line.values["budget"] or ZERO, line.values["subtotal"]
        summed = total(other.values["subtotal"] for other in held)
        meant = total(right.get(other.row, other.values["subtotal"]) for other in held)
        more = total(beside.get(other.row) for other in held)
        sums = [summed, meant, summed + more, meant + more, *([] if own is None else [own])]
        judged += 1
        if own is not None and not broken and cents(stated) not in map(cents, sums):
            issue = _not_the_sum(sheet, found, line, held, meant + more)
            made.append(Wrong(line, "budget" if line.whole else "total", meant + more, issue))
    own_ways = any(line.whole for line in lines) and len(made) * 2 > judged
    return [] if own_ways else made


def _beside(sheet: Sheet, found: Found, lines: Sequence[Line]) -> dict[int, Decimal]:
    """What stands on each line between its subtotal and its total, which has it: fringes, a fee."""
    first, last = (found.header.columns[name] for name in ("subtotal", "budget"))
    rows = [line.row for line in lines]
    between = [col for col in found.header.others.values() if first < col < last]
    sums: dict[int, Decimal] = {}
    for col in between:
        for row, value in figures(sheet, range(min(rows), max(rows) + 1), col).items():
            sums[row] = sums.get(row, ZERO) + value
    return sums


def _totalled(lines: Sequence[Line]) -> Iterator[tuple[Line, list[Line]]]:
    """Each line that states a total beside its subtotal, with the lines that it totals.

    Those are its account's, wherever it stands among them; where several lines of an account
    state one, the lines since the last.
    """
    for block in _blocks(lines):
        totals = [line for line in block if line.values["budget"] is not None]
        if len(totals) == 1:
            yield totals[0], block
            continue
        held: list[Line] = []
        for line in block:
            held.append(line)
            if line.values["budget"] is not None:
                yield line, held
                held = []


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The records between one heading or total and the next; an open line parts none."""
    block: list[Line] = []
    for line in lines:
        if line.role is Role.RECORD:
            block.append(line)
        elif line.role not in (Role.NOTE, Role.UNREADABLE) and block:
            yield block
            block = []
    if block:
        yield block


def _not_the_sum(
    sheet: Sheet, found: Found, line: Line, held: Sequence[Line], summed: Decimal
) -> Issue:
    """The issue of an account's total beside the subtotals that it should add up."""
    currency, columns = sheet.production.currency, found.header.columns
    stated = line.values["budget"] or ZERO
    lines = f"its {len(held)} lines (rows {held[0].row} to {held[-1].row})"
    said = "The account's total states {}; " + lines + " add up to {}, a difference of {}."
    if len(held) == 1:
        said = "The total states {}; the line itself comes to {}, a difference of {}."
    return issues.make(
        "stated-total-differs",
        said.format(*(spoken(one, currency) for one in (stated, summed, stated - summed))),
        sheet.cell(line.row, columns["budget"]),
        related=tuple(sheet.cell(other.row, columns["subtotal"]) for other in held),
        subject=line.account or line.category_code or None,
        expected=spoken(summed, currency),
        suggestion="Put a sum over the subtotals in place of the typed figure.",
    )
