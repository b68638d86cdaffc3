"""Accounts that stand on two lines of a budget."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.issue import Issue
from schemas import issues
from schemas.budget.rows.lines import Line, Role
from schemas.kind import Found
from schemas.sheet import Sheet

_LINES = (Role.RECORD, Role.UNREADABLE)
_MANY = 3
_NUMBERED, _ENOUGH = 0.9, 6
"""Which share of lines, and of how many, must follow each other by number."""
_RARE = 10
"""Lines for each account that has two of them, where the others have an account each."""


def listed_twice(sheet: Sheet, found: Found, lines: Sequence[Line]) -> list[Issue]:
    """An issue for each line whose account an earlier line has already.

    Where many do, the sheet lists items, and an account may well have several.
    """
    first: dict[str, Line] = {}
    coded = [line for line in lines if line.role in _LINES and line.account is not None]
    twice = [
        (line, earlier)
        for line in coded
        if (earlier := first.setdefault(line.account or "", line)) is not line
    ]
    if len(twice) >= _MANY and len(twice) * 4 > len(coded):
        return []
    return [_twice(sheet, found, line, earlier) for line, earlier in twice]


def numbered_twice(sheet: Sheet, found: Found, lines: Sequence[Line]) -> list[Issue]:
    """The same of a detail whose lines are numbered one by one, in each section anew: A1, A2, A3.

    In others the lines of one account have its number.
    """
    sections: dict[str, set[int]] = {}
    for line in lines:
        code = re.fullmatch(r"([A-Za-z]?)(\d{1,3})", line.account or "")
        if line.role in _LINES and code:
            sections.setdefault(code[1], set()).add(int(code[2]))
    counted = sum(map(len, sections.values()))
    following = sum(number - 1 in own for own in sections.values() for number in own)
    first = sum(1 in own for own in sections.values())
    if following + first < _NUMBERED * max(counted, _ENOUGH):
        return _said_twice(sheet, found, lines)
    return listed_twice(sheet, found, lines)


def _said_twice(sheet: Sheet, found: Found, lines: Sequence[Line]) -> list[Issue]:
    """An issue for each line that says what an earlier one of its account does, word for word.

    Of a detail whose other lines have an account each: elsewhere an account has several lines,
    and two of them may well be alike.
    """
    coded = [line for line in lines if line.role in _LINES and line.account is not None]
    own: dict[str, list[Line]] = {}
    for line in coded:
        own.setdefault(line.account or "", []).append(line)
    again = [held for held in own.values() if len(held) > 1]
    if not again or len(again) * _RARE > len(coded):
        return []
    return [
        _twice(sheet, found, line, first)
        for first, *others in again
        for line in others
        if (line.name, line.values, line.extra) == (first.name, first.values, first.extra)
    ]


def _twice(sheet: Sheet, found: Found, line: Line, earlier: Line) -> Issue:
    """The issue of an account's second line."""
    col = found.header.columns.get("account", found.block.left)
    return issues.make(
        "account-listed-twice",
        f"Account {line.account} stands on row {earlier.row} already.",
        sheet.cell(line.row, col),
        related=(sheet.cell(earlier.row, col),),
        subject=line.account,
        expected="one line an account",
        suggestion="Put the two lines together, or give one of them its own account.",
    )
