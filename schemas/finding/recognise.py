"""Which tab, or part of one, is which kind of sheet: scored by headings and by what stands below.

Nothing rather than a wrong guess: a table is claimed only where its headings are enough for its
kind, the values below them are of the right shape, and no other kind explains it as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.issue import Issue
from schemas.finding import evidence, extent, finders, heads, ours, pins
from schemas.finding.claims import Claim
from schemas.finding.heads import THRESHOLD
from schemas.finding.lexicon import Lexicon, lexicon
from schemas.finding.part import WINDOW, Part
from schemas.headings import Shape
from schemas.kind import Found, Kind
from schemas.sheet import Sheet

__all__ = ["THRESHOLD", "find"]

_WORDED = 3
"""Words under headings of values that make a row of further headings."""
_NEXT = 2
"""Rows from a heading to another that are too few for a table between them."""


def find(sheet: Sheet, kinds: Sequence[Kind]) -> tuple[list[Found], list[Issue]]:
    """Find the tables of a tab in reading order. What the settings say of the tab goes first."""
    override = sheet.override
    if override and override.kind == "ignore":
        return [], []
    told = override.kind if override else None
    if told is None and ours.is_ours(sheet):
        return [], []
    asked = [kind for kind in kinds if told is None or kind.name == told]
    headed = [kind for kind in asked if kind.find is None or kind.headed]
    known = lexicon(tuple(kinds))
    claims = pins.headed(sheet, headed, known)
    if claims is None:
        claims = extent.heads(sheet, _settle(sheet, _claims(sheet, headed, known)))
    found, claims = finders.tables(sheet, asked, claims)
    if not found and not claims:
        claims = pins.called(sheet, headed, known)
    found = _with_lines(sheet, extent.tables(sheet, claims, known, found))
    return found, pins.problems(sheet, asked, found)


def _with_lines(sheet: Sheet, found: list[Found]) -> list[Found]:
    """The tables without those of which nothing stands below the heading but a remark.

    "Cash book no. 3 | Held by: | L. Caduff" is no heading where that of the book stands further
    down, nor is "Prep / wrap: | 3 wks" where headings follow; a list that is empty yet is one,
    where it stands alone.
    """
    full = [one for one in found if _lines(sheet, one)]
    return [
        one
        for one in found
        if one in full or not any(one.kind == o.kind or _follows(o, one) for o in full)
    ]


def _follows(below: Found, above: Found) -> bool:
    """Whether a table's headings stand right below another heading, a blank row between or none."""
    one, other = above.block, below.block
    near = 0 < other.top - above.header.bottom <= _NEXT
    return near and one.left <= other.right and other.left <= one.right


def _lines(sheet: Sheet, found: Found) -> bool:
    """Whether a table has a line of two cells or more."""
    block = found.block
    return found.layout is not None or any(
        sum(map(bool, sheet.line(row)[block.left - 1 : block.right])) > 1
        for row in range(found.header.bottom + 1, block.bottom + 1)
    )


def _claims(sheet: Sheet, kinds: Sequence[Kind], known: Lexicon) -> Iterator[Claim]:
    """Every heading row that some kind claims, from the window at the top and from below it."""
    top = Part.top(sheet)
    yield from heads.search(top, known, kinds, range(1, top.height + 1))
    for row in heads.below(sheet, known, WINDOW + 1):
        part = Part.around(sheet, row)
        first = row - part.offset
        for claim in heads.search(part, known, kinds, range(first, min(first + 3, part.height))):
            yield claim.placed(part)


def _settle(sheet: Sheet, claims: Iterator[Claim]) -> list[Claim]:
    """One claim a heading: the strongest of those that share a row and a column of it.

    Of two that say the same the one with fewer rows: the other took a line of the table in. Of two
    that begin alike the one with more, where the other takes a row of headings for its first line.
    """
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda claim: -claim.strength):
        rivals = [other for other in kept if _shared(claim, other)]
        if not rivals:
            kept.append(claim)
        elif len(rivals) == 1 and (
            _says_as_much(sheet, claim, rivals[0]) or _ends_early(sheet, rivals[0], claim)
        ):
            kept[kept.index(rivals[0])] = claim
    return kept


def _ends_early(sheet: Sheet, claim: Claim, other: Claim) -> bool:
    """Whether a claim's first line is headings of another one's: words stand where it has values.

    "DEVIS HT" over three columns is no heading of the first of them, "Dépenses France".
    """
    return any(not fits for _, fits in _values(sheet, claim, other))


def _values(sheet: Sheet, claim: Claim, other: Claim) -> list[tuple[str, bool]]:
    """What stands in a claim's columns of values where another has further rows of headings.

    Each text, and whether it is such a value. None where these are not two claims of a kind that
    begin alike.
    """
    ours, theirs = claim.header, other.header
    more = [row for row in theirs.rows if row > ours.bottom]
    if claim.kind is not other.kind or not more or not set(ours.rows) < set(theirs.rows):
        return []
    fields = claim.kind.vocabulary.fields
    valued = [
        (fields[name], col)
        for name, col in ours.columns.items()
        if fields[name].shape in (Shape.MONEY, Shape.DATE, Shape.NUMBER)
    ]
    return [
        (text, evidence.fits(sheet, row, col, field))
        for row in more
        for field, col in valued
        if (text := sheet.text(row, col))
    ]


def _shared(first: Claim, second: Claim) -> bool:
    """Whether two claims have a cell of their headings in common."""
    rows = set(first.header.rows) & set(second.header.rows)
    return bool(rows) and first.left <= second.right and second.left <= first.right


def _says_as_much(sheet: Sheet, claim: Claim, other: Claim) -> bool:
    """Whether a claim names the columns of another with fewer rows of headings.

    It does not where its first line would be words alone under several columns of values: "Budget |
    Overages | to Date" below "Original | Approved | Actual" are headings, too.
    """
    ours, theirs = claim.header, other.header
    same = claim.kind is other.kind and ours.columns == theirs.columns
    fewer = set(ours.rows) < set(theirs.rows) and ours.rows[0] == theirs.rows[0]
    if not (same and fewer):
        return False
    values = _values(sheet, claim, other)
    figures = any(fits and any(map(str.isdigit, text)) for text, fits in values)
    words = sum(not fits for _, fits in values)
    if _are_headings(sheet, claim, other):
        return False
    if words == len(values) and _names_nothing(sheet, claim, other):
        return words == 0
    return figures or words < _WORDED


def _are_headings(sheet: Sheet, claim: Claim, other: Claim) -> bool:
    """Whether all that another's further rows hold names the columns as their fields' headings.

    "I/E | D/N" below "Effects".
    """
    names = {col: name for name, col in claim.header.columns.items()}
    said = [
        (names.get(col), claim.kind.vocabulary.match(text))
        for row in other.header.rows
        if row > claim.header.bottom
        for col in range(claim.left, claim.right + 1)
        if (text := sheet.text(row, col))
    ]
    return len(said) > 1 and all(match and match[0] == name for name, match in said)


def _names_nothing(sheet: Sheet, claim: Claim, other: Claim) -> bool:
    """Whether the further rows of another's headings name no line: nothing stands under words.

    "locked 12-Jan | | to 06-Mar" below "Budget | Approved | This Period" is of the headings.
    """
    fields = claim.kind.vocabulary.fields
    named = {
        col
        for name, col in claim.header.columns.items()
        if fields[name].shape in (Shape.TEXT, Shape.WORDS, Shape.CODE)
    }
    more = [row for row in other.header.rows if row > claim.header.bottom]
    return bool(named) and not any(sheet.text(row, col) for row in more for col in named)
