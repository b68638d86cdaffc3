"""What stands outside of a budget's accounts: contingency, bond, overhead, the company's margin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from schemas.budget import accounts
from schemas.budget.rows.lines import Line, Role
from schemas.budget.rows.words import (
    is_contractual,
    is_credit,
    is_fringes,
    is_fund,
    is_grand,
    is_margin,
    is_total,
)


def stands_outside(lines: Sequence[Line], number: int) -> bool:
    """Whether a line with figures is contingency and the like by its words and its place."""
    line = lines[number]
    if is_contractual(line.label) and line.account is None:
        return True
    named = is_contractual(line.label) and not _is_lettered(lines, number)
    earned = is_margin(line.label) or (line.account is None and is_fund(line.label))
    return (named or earned) and _is_below_total(lines, number)


def _is_lettered(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is of a bid's lettered section: "L | PRODUCTION FEE" stands above it."""
    above = lines[number - 1]
    return number > 0 and above.role is Role.BANNER and accounts.is_letter(above.account)


def _is_below_total(lines: Sequence[Line], number: int) -> bool:
    """Whether a line stands below the last lines' total, with nothing but its like to follow."""
    above = [line for line in lines[:number] if line.figures and line.role is not Role.SPECIAL]
    figured = (line for line in lines[number + 1 :] if line.figures)
    following = takewhile(lambda line: not is_grand(line.label), figured)
    return (
        bool(above)
        and above[-1].role is Role.SUBTOTAL
        and all(stands_apart(line) or is_credit(line.label) for line in following)
    )


def mark_margin(lines: Sequence[Line]) -> None:
    """Set aside what stands without a code below all accounts: mark-up, profit, a fund.

    Below the accounts' total and no banner of its own, above the grand total.
    """
    last = max((n for n, line in enumerate(lines) if _is_account(line)), default=-1)
    figured = [line for line in lines[last + 1 :] if line.figures or line.role is Role.BANNER]
    totals = [n for n, line in enumerate(figured) if line.role is Role.SUBTOTAL]
    if last < 0 or not totals or totals[0] != 0 or len(totals) == 1:
        return
    between = figured[1 : totals[-1]]
    if all(line.role in (Role.RECORD, Role.SPECIAL, Role.SUBTOTAL) for line in between):
        for line in between:
            if line.role is Role.RECORD and (is_margin(line.label) or is_fund(line.label)):
                line.role = Role.SPECIAL


def _is_account(line: Line) -> bool:
    """Whether a line is one of the budget's accounts."""
    return line.role is Role.RECORD and line.account is not None


def set_aside(lines: Sequence[Line]) -> None:
    """Take contingency, bond and overhead out of the lines, where no other account is with them.

    One that is an account among others of a category ("6704 Completion bond" under Insurance), or
    that other accounts follow before any total ("6700 General overhead"), stays a line.
    """
    for number, line in enumerate(lines):
        if line.role is not Role.RECORD or not is_contractual(line.name):
            continue
        if line.account is not None and _is_followed(lines, number):
            continue
        if accounts.is_letter(line.category_code):
            continue
        if line.category is not None:
            outside = is_contractual(line.category)
        else:
            together = [
                other
                for other in lines
                if other.role is Role.RECORD and other.category_code == line.category_code
            ]
            outside = all(is_contractual(other.name) for other in together)
        if outside:
            line.role = Role.SPECIAL


def _is_followed(lines: Sequence[Line], number: int) -> bool:
    """Whether an ordinary account comes next after a line and its like."""
    figured = (line for line in lines[number + 1 :] if line.figures or line.role is Role.BANNER)
    after = next((line for line in figured if not stands_apart(line)), None)
    return after is not None and _is_account(after)


def stands_apart(line: Line) -> bool:
    """Whether a line's words are no category's: totals, contingency, fringes."""
    return is_total(line.label) or is_contractual(line.label) or is_fringes(line.label)
