"""What a row above headings may be: a group over several of them, their first words, or a title."""

from __future__ import annotations

import re

from schemas.finding import evidence
from schemas.finding.asked import LABEL, Asked
from schemas.headings import Header, normal
from schemas.kind import Kind

_FEW_WORDS = 3
"""Words that a heading over several columns has at most, where nothing is merged."""
_DIGITS = 4
"""Digits of a text that are a date, or two."""
_BEGUN = 2
"""Headings that begin on the row above, from which the whole row is of headings."""
_GOES_ON = re.compile(r"[#a-zà-ÿ]")
"""How the end of a heading begins that no heading begins with, where the others have capitals."""
_COUNTED = re.compile(r"(?P<words>\D*)(?P<number>\d+)\D*")


def begins_headings(asked: Asked, kind: Kind, ours: Header, theirs: Header) -> bool:
    """Whether the tier that a header adds to another begins headings that the next one ends.

    "N° | Date" over "BC | d'émission": each of its words has one below, and both together are a
    heading of the column that the lower word alone was taken for.
    """
    if ours.columns != theirs.columns or len(ours.rows) != len(theirs.rows) + 1:
        return False
    sheet, vocabulary = asked.part.sheet, kind.vocabulary
    upper, lower = ours.rows[0], ours.rows[1]
    texts = {col: (sheet.text(upper, col), sheet.text(lower, col)) for col in asked.within(upper)}
    if any(not below or asked.spans(upper, col) for col, (_, below) in texts.items()):
        return False
    names = {col: name for name, col in ours.columns.items()}
    known = (vocabulary.exact.get(normal(" ".join(both)), ("",))[0] for both in texts.values())
    told = [name == names.get(col) for col, name in zip(texts, known, strict=True)]
    return sum(told) >= _BEGUN


def begins_one(asked: Asked, kind: Kind, row: int, ours: Header) -> bool:
    """Whether a row's one text begins the heading that the next row ends: "Invoice" over "#".

    Both together are a heading of the column's field, or the lower word begins none: "#", or small
    among capitals. Over the first heading, where titles stand, only small letters tell it.
    """
    filled = asked.within(row)
    if len(filled) != 1 or asked.spans(row, filled[0]):
        return False
    (col,), sheet, vocabulary = filled, asked.part.sheet, kind.vocabulary
    upper, lower = sheet.text(row, col), sheet.text(ours.rows[0], col)
    if not lower or is_label(upper) or is_remark(upper) or is_name(kind, upper):
        return False
    others = [at for at in asked.within(ours.rows[0]) if at != col]
    first = col < min(others, default=col + 1)
    goes_on = _GOES_ON.match(lower) is not None and not (first and lower.startswith("#"))
    if goes_on and not any(_GOES_ON.match(sheet.text(ours.rows[0], at)) for at in others):
        return True
    if first:
        return False
    names = {at: name for name, at in ours.columns.items()}
    named = vocabulary.exact.get(normal(f"{upper} {lower}"), ("",))[0]
    return bool(named) and named == names.get(col, named)


def over_a_count(asked: Asked, row: int, col: int, below: int) -> bool:
    """Whether a text stands over the first of columns that count something up.

    "EPISODES" over "101 | 102 | 103", "Costs by week" over "Wk 1 | Wk 2" or "12/6 | 19/6".
    """
    sheet = asked.part.sheet
    texts = [sheet.text(below, at) for at in (col, col + 1)]
    if sheet.text(below, col - 1) and _counts(sheet.text(below, col - 1), texts[0]):
        return False
    days = all(sum(map(str.isdigit, text)) * 2 >= len(text) > 0 for text in texts)
    return not sheet.text(row, col + 1) and (days or _counts(*texts))


def _counts(first: str, second: str) -> bool:
    """Whether a heading is the next after another: the same words, a number one higher."""
    one, other = (_COUNTED.fullmatch(text) for text in (first, second))
    if one is None or other is None or one["words"] != other["words"]:
        return False
    return int(other["number"]) == int(one["number"]) + 1


def over_all(asked: Asked, row: int, bottom: int) -> bool:
    """Whether a row's one text is merged over all headings, or all but the numbers' at the left."""
    (col, *more), headings = asked.within(row), asked.within(bottom)
    end = asked.part.ends.get((row, col), col)
    return not more and end >= headings[-1] and len([at for at in headings if at < col]) <= 1


def is_label(text: str) -> bool:
    """Whether a text is a key, or a figure: "%" over "of cost" is neither."""
    figure = any(map(str.isdigit, text)) and not any(map(str.isalpha, text))
    return LABEL.search(text) is not None or figure


def is_remark(text: str) -> bool:
    """Whether a text is dated, or of more words than a heading over several columns has."""
    return sum(map(str.isdigit, text)) >= _DIGITS or len(text.split()) > _FEW_WORDS


def is_name(kind: Kind, text: str) -> bool:
    """Whether a text bears the kind's name and heads no column of it, as "Budget" does."""
    return evidence.is_title(kind, text) and kind.vocabulary.match(text) is None
