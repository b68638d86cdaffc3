"""What stands above a journal's postings or between them, and holds for those below."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.columns import Column
from schemas.headings import Field
from schemas.journals import words as journal_words
from schemas.journals.lines import Lines, Rules
from schemas.kind import Found
from schemas.sheet import Sheet
from schemas.vocabulary import Vocabulary

_ABOVE = 12
"""Rows above the headings that are asked."""


def spoken(fields: Sequence[Field], rules: Rules) -> Vocabulary:
    """The keys that rows of keys and values may have."""
    return Vocabulary([this for this in fields if this.name in rules.spoken])


def speak_above(
    sheet: Sheet, found: Found, fields: Sequence[Field], rules: Rules, lines: Lines
) -> None:
    """Note what stands above the headings: keys and values, an account."""
    said: dict[str, object] = {}
    vocabulary = spoken(fields, rules)
    top = min(found.header.rows, default=1)
    for row in range(max(1, top - _ABOVE), top):
        said |= journal_words.key_values(sheet, row, vocabulary)
    if rules.accounts and "account" not in lines.columns and top > 1:
        words = [text for text in sheet.line(top - 1) if text]
        account = journal_words.account_banner(words)
        if account and words != [account]:
            said["account"] = account
    if said:
        lines.banners[0] = said


def complete(rules: Rules, lines: Lines) -> None:
    """Put what banners announce, and what stands until it changes, into the records.

    Where no more than three lines in ten lack a value it is not written once: there a blank is a
    blank.
    """
    announced = {name for said in lines.banners.values() for name in said}
    for name in sorted(announced | set(rules.stands)):
        values = lines.of(name)
        missing = sum(value is None for value in values)
        if missing == 0 or (name not in announced and missing == len(values)):
            continue
        if name not in lines.columns:
            lines.columns[name] = Column([None] * lines.height)
        elif missing * 10 <= len(values) * 3:
            continue
        _fill(lines, name, once=name in rules.stands)


def _fill(lines: Lines, name: str, *, once: bool) -> None:
    """Fill a field down from banners; ``once`` says that each value is written once."""
    banners = sorted(row for row, said in lines.banners.items() if name in said)
    standing: object = None
    following = iter([*banners, float("inf")])
    coming = next(following)
    for row in lines.records:
        while coming < row:
            standing = lines.banners[int(coming)][name]
            coming = next(following)
        value = lines.at(name, row)
        if value is None and row not in lines.faults(name):
            lines.put(name, row, standing)
        elif once:
            standing = value
