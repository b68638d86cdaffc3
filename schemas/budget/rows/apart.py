"""A budget's lines told apart: records, banners, totals, contingency, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schemas import rows
from schemas.budget import accounts
from schemas.budget.rows import foot, outside, row_sums
from schemas.budget.rows import parents as budget_parents
from schemas.budget.rows.lines import Line, Role
from schemas.budget.rows.words import (
    goes_on,
    is_credit,
    is_department,
    is_fringes,
    is_line_section,
    is_section,
    is_total,
    totals_section,
)
from schemas.headings import normal
from schemas.remarks import is_note
from schemas.values import codes

_CLOSED = (Role.SUBTOTAL, Role.BANNER)
_TO_FILL_IN = re.compile(r":$|_{2,}|[.…·]{4,}|…")
"""What ends a label that somebody signs or dates beside, or the line to do it on."""


@dataclass(slots=True)
class _Place:
    """Where reading stands: the section and category that the banners above announced."""

    section: str | None = None
    code: str | None = None
    category: str | None = None


def tell(lines: Sequence[Line], above: str = "") -> None:
    """Give every line its role and its place, in place.

    ``above`` is a category's title that stands over the headings, where one does.
    """
    coded = _are_coded(lines)
    for number, line in enumerate(lines):
        line.role = _role(lines, number, coded=coded)
    foot.tell(lines)
    budget_parents.mark(lines)
    for number, line in enumerate(lines):
        if line.role is not Role.RECORD or line.account is not None:
            continue
        if row_sums.is_their_sum(lines, number):
            line.role = Role.SUBTOTAL
        elif row_sums.is_share_of_total(lines, number):
            line.role = Role.SPECIAL
        elif row_sums.is_taken_off(lines, number):
            line.role, line.credit = Role.SPECIAL, True
    for number, line in enumerate(lines):
        if line.role is Role.RECORD and line.account is None and not line.label:
            sums = _closes(lines, number) or row_sums.is_one_more(lines, number)
            line.role = Role.SUBTOTAL if sums else Role.UNREADABLE
    if coded:
        outside.mark_margin(lines)
    code, title = codes.split(above) or ("", above)
    place = _Place(category=above or None)
    if accounts.is_code(code):
        place = _Place(code=code, category=title)
    for number, line in enumerate(lines):
        _repeat(lines, number, place)
        _stand(line, place)
    outside.set_aside(lines)


def _are_coded(lines: Sequence[Line]) -> bool:
    """Whether the lines have accounts, by and large."""
    figured = [line for line in lines if line.figures and not is_total(line.label)]
    return sum(line.account is not None for line in figured) * 2 > len(figured)


def _role(lines: Sequence[Line], number: int, *, coded: bool) -> Role:
    """What a row is by its own words and what stands around it."""
    line = lines[number]
    if not line.figures:
        return _wordy(lines, number, coded=coded)
    if line.account is None and is_fringes(line.label):
        line.repeats = row_sums.says_fringes_again(lines[:number], line)
        if line.repeats:
            return Role.SUBTOTAL
        after = number > 0 and lines[number - 1].role in (Role.SUBTOTAL, Role.SPECIAL)
        if coded or after or rows.is_total(line.label):
            return Role.SPECIAL
    if is_credit(line.label):
        line.credit = True
        return Role.SPECIAL
    if is_total(line.label) and (
        not _is_own_account(lines, number) or row_sums.is_their_sum(lines, number)
    ):
        return Role.SUBTOTAL
    if outside.stands_outside(lines, number):
        return Role.SPECIAL
    if row_sums.is_share_of_total(lines, number):
        return Role.SPECIAL
    if line.account is None and is_line_section(line.label) and row_sums.adds_up(lines, number):
        return Role.SUBTOTAL
    if coded and row_sums.ends_a_section(lines, number):
        return Role.SUBTOTAL
    if line.faults and _is_form(line):
        return Role.NOTE
    told = any(line.values[name] is not None for name in ("budget", "subtotal"))
    counted = told and not line.faults.keys() & line.values.keys()
    return Role.UNREADABLE if line.faults and not counted else Role.RECORD


def _is_form(line: Line) -> bool:
    """Whether a row is one to fill in ("Approved by: ... Date:"): labels, and no figure at all."""
    amounts = any(value is not None for value in line.values.values())
    return line.account is None and not amounts and _TO_FILL_IN.search(line.label) is not None


def _wordy(lines: Sequence[Line], number: int, *, coded: bool) -> Role:
    """What a row without figures is."""
    line = lines[number]
    below = lines[number + 1] if number + 1 < len(lines) else None
    if is_total(line.label):
        return Role.SUBTOTAL
    if is_note(line.label):
        return Role.NOTE
    if line.account is None:
        if not line.label or below is None:
            return Role.NOTE if coded or not _is_bare_record(lines, number) else Role.RECORD
        if _goes_on(lines, number):
            return Role.NOTE
        return Role.RECORD if not coded and _is_bare_record(lines, number) else Role.BANNER
    return Role.BANNER if below is not None and _heads(line, below, lines[number:]) else Role.RECORD


def _heads(line: Line, below: Line, following: Sequence[Line]) -> bool:
    """Whether a code without figures heads what follows: its accounts, or lines without any.

    A letter heads numbered accounts, and categories of such: "A" over "02.00" over "02.10".
    """
    code = line.account or ""
    if below.account is None:
        return below.figures and bool(below.label) and not outside.stands_apart(below)
    under = next((other.account for other in following[1:] if other.account), "")
    if accounts.belongs(under, code) or accounts.may_hold(code, below.account):
        return True
    if code.isalpha() and any(map(str.isdigit, below.account)):
        nested = len(following) > 2 and not below.figures
        if below.figures or (nested and _heads(below, following[2], following[1:])):
            return True
    return line.name.isupper() and not below.name.isupper()


def _goes_on(lines: Sequence[Line], number: int) -> bool:
    """Whether a row holds the second line of the description above it, which then gets it."""
    line, above = lines[number], lines[number - 1] if number else None
    if above is None or above.row != line.row - 1 or not above.figures or not above.name:
        return False
    if above.role is not Role.RECORD or not goes_on(above.name, line.label):
        return False
    above.name = above.label = f"{above.name} {line.label}"
    return True


def _is_bare_record(lines: Sequence[Line], number: int) -> bool:
    """Whether words alone, in a budget without codes, are a line without figures yet.

    One is where it stands right between lines, written as they are; a banner opens a block, or is
    written otherwise, or is a department's name.
    """
    line, above = lines[number], lines[number - 1] if number else None
    if not line.label or above is None or above.row != line.row - 1:
        return False
    if above.role is not Role.RECORD or above.left != line.left:
        return False
    if line.label.endswith(":") or is_section(line.label) or is_department(line.label):
        return False
    if line.label.isupper() and not above.label.isupper():
        return False
    if codes.split(line.label) is not None and codes.split(above.label) is None:
        return False  # "1300-030 Director's Assistant" above its details
    below = lines[number + 1] if number + 1 < len(lines) else None
    return below is None or (below.row == line.row + 1 and below.left <= line.left)


def _is_own_account(lines: Sequence[Line], number: int) -> bool:
    """Whether a line whose words begin with "Total" is an account ("Total station hire")."""
    line, following = lines[number], lines[number + 1 : number + 2]
    return (
        line.account is not None
        and accounts.category_of(line.account) != line.account
        and not any(other.account == line.account for other in following)
        and not line.label.lower().rstrip(":").endswith("total")
        and line.account not in line.label
        and len(line.label.split()) > 1
        and not any(other.account == line.account for other in lines[:number])
    )


def _closes(lines: Sequence[Line], number: int) -> bool:
    """Whether figures without words stand where a subtotal does: below lines, above none."""
    line = lines[number]
    if number == 0 or not lines[number - 1].figures:
        return False
    below = lines[number + 1] if number + 1 < len(lines) else None
    if below is None or not below.figures or below.row > line.row + 1 or is_total(below.label):
        return True
    return row_sums.adds_up(lines, number)


def _repeat(lines: Sequence[Line], number: int, place: _Place) -> None:
    """Make a line that repeats its banner's name below the banner's lines their total."""
    line = lines[number]
    if line.role is not Role.RECORD or not line.figures or not place.category:
        return
    if line.account not in (None, place.code) or normal(line.label) != normal(place.category):
        return
    if number and lines[number - 1].role is Role.RECORD and row_sums.adds_up(lines, number):
        line.role = Role.SUBTOTAL


def _stand(line: Line, place: _Place) -> None:
    """Note where a line stands, and let banners and totals move the place."""
    opens = line.heads
    if line.role is Role.BANNER or opens:
        if line.account is None and is_section(line.label):
            place.section, place.code, place.category = line.label, None, None
        else:
            place.code, place.category = line.account, line.name or line.label
    line.section, line.category_code, line.category = place.section, place.code, place.category
    if line.role is Role.SUBTOTAL and not opens:
        if (place.code is None and place.category is None) or totals_section(line.label):
            place.section = None
        place.code, place.category = None, None
    if line.role is Role.RECORD and place.code is None and place.category is None and line.account:
        line.category_code = accounts.category_of(line.account)
