"""Budgets that head the same columns once a block, and once more for the total of all of them.

"Block 1 | Block 2 | Total" over "Budget | Actual | Variance" each: units, episodes and phases stand
side by side so. The total's columns are the budget's; the blocks' are parts of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from model.money import ZERO, cents
from schemas.budget.columns.fields import FIELDS
from schemas.budget.columns.settled import Columns, below, figures
from schemas.headings import Header, normal
from schemas.sheet import Sheet
from schemas.values.words import listed
from schemas.vocabulary import Vocabulary

_KNOWN = Vocabulary(FIELDS)
_Block = Mapping[str, int]
"""A block's headings, as words alone, and their columns."""
_TOTALS = listed("total totals totaux totales gesamt summe gesamtsumme insgesamt all overall")
_PARTS = 2
"""Blocks that a total has at least, and lines that must add up."""
_MOST = 0.9


def settle(sheet: Sheet, header: Header, columns: Columns) -> Header:
    """Take a total's columns for the budget's where the blocks that it adds up head the same.

    That these head the same is no repetition then, and the header says none.
    """
    blocks = _blocks(sheet, header)
    total = _total(sheet, header, blocks)
    if total is None:
        return header
    parts = {col for name, block in blocks if block is not total for col in block.values()}
    parts |= set(total.values())
    for name in [name for name, col in columns.fields.items() if col in parts]:
        columns.drop(name)
    for heading, col in total.items():
        match = _KNOWN.match(heading)
        if match is not None and match[0] not in columns.fields:
            columns.take(match[0], col)
            columns.headings[match[0]] = sheet.text(header.bottom, col)
    again = {name: col for name, col in header.repeated.items() if col not in parts}
    return replace(header, repeated=again)


def _blocks(sheet: Sheet, header: Header) -> list[tuple[str, _Block]]:
    """What stands over several columns, with the headings below it, from left to right."""
    above = [row for row in header.rows if row < header.bottom]
    line = sheet.line(header.bottom)
    for row in reversed(above):
        bands = [col for col, text in enumerate(sheet.line(row), start=1) if text]
        ends = [*(after - 1 for _, after in pairwise(bands)), *([len(line)] if bands else [])]
        found: list[tuple[str, _Block]] = [
            (sheet.text(row, first), _headed(line, first, last))
            for first, last in zip(bands, ends, strict=True)
        ]
        if len(found) > _PARTS and sum(len(block) > 1 for _, block in found) > _PARTS:
            return found
    return []


def _headed(line: Sequence[str], first: int, last: int) -> dict[str, int]:
    """The headings of some columns next to each other, each the first time."""
    found: dict[str, int] = {}
    for col in range(first, last + 1):
        if words := normal(line[col - 1]):
            found.setdefault(words, col)
    return found


def _total(sheet: Sheet, header: Header, blocks: Sequence[tuple[str, _Block]]) -> _Block | None:
    """The block whose columns are the sums of the others', or that says so; none where two are."""
    rows = below(sheet, header)
    found = []
    for name, block in blocks:
        shared = {
            heading: [
                other[heading] for _, other in blocks if other is not block and heading in other
            ]
            for heading in block
        }
        parts = {heading: cols for heading, cols in shared.items() if len(cols) >= _PARTS}
        said = bool(_TOTALS & set(normal(name).split()))
        if parts and (said or all(_adds_up(sheet, rows, block[h], parts[h]) for h in parts)):
            found.append(block)
    return found[0] if len(found) == 1 else None


def _adds_up(sheet: Sheet, rows: Sequence[int], col: int, parts: Sequence[int]) -> bool:
    """Whether a column is the sum of some others on nearly all lines that say anything."""
    total, *others = (figures(sheet, rows, each) for each in (col, *parts))
    told = [row for row in rows if any(each.get(row) for each in (total, *others))]
    right = sum(
        cents(total.get(row, ZERO)) == cents(sum((each.get(row, ZERO) for each in others), ZERO))
        for row in told
    )
    return len(told) > _PARTS and right >= _MOST * len(told)
