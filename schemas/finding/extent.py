"""How far down each table goes, beside and above the others of its tab."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.cell import Block
from schemas.finding import evidence
from schemas.finding.claims import Claim
from schemas.finding.lexicon import Lexicon
from schemas.headings import Header, Shape
from schemas.kind import Found
from schemas.sheet import Sheet
from schemas.values.words import fold

_SHORT = 2
_FIGURES = (Shape.MONEY, Shape.DATE, Shape.RATE, Shape.NUMBER, Shape.PAGES)


def tables(
    sheet: Sheet, claims: Sequence[Claim], lexicon: Lexicon, found: Sequence[Found]
) -> list[Found]:
    """Give each claim its rows, above the tables ``found`` already; all in reading order.

    A heading that comes again on the next page begins no new table; titles above a heading that
    says more are none.
    """
    starts: list[Claim] = []
    for claim in sorted(claims, key=lambda claim: (_top(claim.header), claim.left)):
        above = _nearest(starts, claim)
        if above is None or not _same(above, claim) or _titled_apart(sheet, above, claim):
            starts.append(claim)
        elif claim.strength > above.strength and _is_empty(sheet, above, claim):
            starts[starts.index(above)] = claim
    made: list[Found] = []
    for claim in starts:
        below = [
            _top(other.header)
            for other in starts
            if _top(other.header) > claim.header.bottom and _over(claim, other)
        ]
        below += [
            table.block.top
            for table in found
            if table.block.top > claim.header.bottom
            and claim.left <= table.block.right
            and table.block.left <= claim.right
        ]
        last = _above(sheet, claim, min(below)) if below else sheet.height
        made.append(_found(sheet, claim, _own_end(sheet, claim, lexicon, last)))
    return sorted([*found, *made], key=lambda table: (table.block.top, table.block.left))


def heads(sheet: Sheet, claims: Sequence[Claim]) -> list[Claim]:
    """The claims that are no line of a table above, whose columns their texts fit too."""
    return [claim for claim in claims if not any(_is_line(sheet, up, claim) for up in claims)]


def _is_line(sheet: Sheet, above: Claim, claim: Claim) -> bool:
    """Whether what a claim takes for its heading is a line of a stronger one's table.

    It follows that table without a blank row, and holds dates or figures under its columns of
    such.
    """
    row = _top(claim.header)
    if above.kind is claim.kind or above.strength <= claim.strength or not _over(above, claim):
        return False
    if row <= above.header.bottom or not all(
        _filled(sheet, above, between) for between in range(above.header.bottom + 1, row)
    ):
        return False
    fields = above.kind.vocabulary.fields
    return any(
        any(map(str.isdigit, sheet.text(row, col))) and evidence.fits(sheet, row, col, fields[name])
        for name, col in above.header.columns.items()
        if fields[name].shape in _FIGURES
    )


def _top(header: Header) -> int:
    """A heading's first row; 1 where the settings say that there is none."""
    return min(header.rows, default=1)


def _over(first: Claim, second: Claim) -> bool:
    """Whether two claims have columns in common."""
    return first.left <= second.right and second.left <= first.right


def _nearest(starts: Sequence[Claim], claim: Claim) -> Claim | None:
    """The last table begun above a claim, in columns that it shares."""
    over = [
        start
        for start in starts
        if _over(start, claim) and start.header.bottom < _top(claim.header)
    ]
    return over[-1] if over else None


def _same(first: Claim, second: Claim) -> bool:
    """Whether a heading row repeats an earlier one: same kind, same columns, by and large."""
    if first.kind is not second.kind:
        return False
    ours, theirs = first.header.columns, second.header.columns
    shared = [name for name in theirs if name in ours]
    return bool(shared) and all(ours[name] == theirs[name] for name in shared)


def _is_empty(sheet: Sheet, first: Claim, second: Claim) -> bool:
    """Whether no line stands between two headings, so that the first one is of titles."""
    between = range(first.header.bottom + 1, _top(second.header))
    return all(len(_filled(sheet, first, row)) <= 1 for row in between)


def _titled_apart(sheet: Sheet, first: Claim, second: Claim) -> bool:
    """Whether two like headings have titles of their own: "FLOAT No. 3", "FLOAT No. 5".

    Only of the kind of which each envelope is a sheet of its own; others go on below a title.
    """
    if not first.kind.apart:
        return False
    titles = []
    for claim in (first, second):
        title, *beside = _filled(sheet, claim, _top(claim.header) - 1) or [""]
        alone = not beside or bool(_NUMBERED.search(title))
        titles.append(_PAGE.sub("", fold(title)).split() if alone else [])
    ours, theirs = titles
    return bool(ours and theirs) and ours[0] == theirs[0] and ours != theirs


_PAGE = re.compile(r"\bpage\b.*")
_NUMBERED = re.compile(r"[^\W\d_]{3,}\D*\d+$")
"""A title that numbers what stands below it, beside which its holder and float may stand."""


def _filled(sheet: Sheet, claim: Claim, row: int) -> list[str]:
    """What a row holds in a claim's columns."""
    return [text for text in sheet.line(row)[claim.left - 1 : claim.right] if text]


def _above(sheet: Sheet, claim: Claim, top: int) -> int:
    """The last row above another table's heading and above its titles.

    Titles are short rows between a blank one and the heading.
    """
    row = top - 1
    while row > claim.header.bottom and 0 < len(_filled(sheet, claim, row)) <= _SHORT:
        row -= 1
    blank = row > claim.header.bottom and not _filled(sheet, claim, row)
    return row if blank else top - 1


def _own_end(sheet: Sheet, claim: Claim, lexicon: Lexicon, last: int) -> int:
    """The last row of a table: above the headings of another one, whatever that one is.

    Headings are three words or more, most of which head some kind's columns, below a blank row
    or a lone title.
    """
    own = {text for row in claim.header.rows for text in sheet.line(row) if text}
    above = 0
    rows = sheet.grid.rows
    for row in range(claim.header.bottom + 1, last + 1):
        values = rows[row - 1][claim.left - 1 : claim.right]
        if above > 1 and len(values) > 1 and all(values[:2]):
            continue
        filled = len(values) - values.count(None) - values.count("")
        may_head = filled > _SHORT and above <= 1 and row > claim.header.bottom + 1
        if may_head and all(isinstance(value, str | None) for value in values):
            texts = _filled(sheet, claim, row)
            known = [text for text in texts if lexicon.kinds(text)]
            if len(known) * 5 >= len(texts) * 3 and len(own & set(texts)) * 2 <= len(texts):
                return _above(sheet, claim, row)
        above = filled
    return last


def _found(sheet: Sheet, claim: Claim, last: int) -> Found:
    """A table from its heading down to its last row that is not blank."""
    header = claim.header
    columns = [*header.columns.values(), *header.others.values()]
    top = _top(header)
    left, right = min(columns, default=1), max(columns, default=1)
    while last > header.bottom and not any(sheet.line(last)[left - 1 : right]):
        last -= 1
    block = Block(top, left, max(last, top), right)
    return Found(claim.kind.name, header, block, claim.confidence, claim.why)
