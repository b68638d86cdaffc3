"""Which rows may be headings, and which claims on one of them stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from schemas.finding import claims, heading_rows
from schemas.finding.asked import Asked
from schemas.finding.claims import Claim
from schemas.finding.lexicon import Lexicon
from schemas.finding.part import Part
from schemas.finding.pieces import Piece, is_box, pieces
from schemas.headings import normal
from schemas.kind import Kind
from schemas.sheet import Sheet

THRESHOLD = 0.5
"""Confidence below which a table is claimed by no kind."""
_MARGIN = 0.04
"""Share of its strength by which a claim must outdo another kind's to be believed."""
_FULLER = 0.1
"""Share by which it must outdo one that names all of its columns and more."""
_TOP = 12
_SHORT = 2
_FEW = 24
"""Different headings below the window that are looked at: who has more has no tables there."""


def search(
    part: Part, lexicon: Lexicon, kinds: Sequence[Kind], rows: Sequence[int]
) -> Iterator[Claim]:
    """The claims on headings that end at some rows of a part."""
    hits = [0, *(len(_known(part, lexicon, row)) for row in range(1, part.height + 1))]
    for bottom in rows:
        near = sum(hits[max(1, bottom - heading_rows.TIERS + 1) : bottom + 1])
        enough = near >= 2 or (hits[bottom] == 1 and _sparse(part, bottom))
        alone = enough and part.headlike[bottom] and _may_begin(part, hits, bottom)
        if alone or (hits[bottom] >= 2 and _beside_lines(part, lexicon, bottom)):
            yield from at(part, lexicon, kinds, bottom)


def _may_begin(part: Part, hits: Sequence[int], row: int) -> bool:
    """Whether a row may end a heading rather than be a line that happens to hold such words.

    At the top of a tab any may; further down it stands below a blank row, a title or headings, or
    it is made of headings itself.
    """
    if row <= _TOP or len(part.filled[row - 1]) <= _SHORT:
        return True
    if hits[row - 1] >= _SHORT and part.headlike[row - 1]:
        return True
    return hits[row] >= 3 and hits[row] * 5 >= len(part.filled[row]) * 3


def _beside_lines(part: Part, lexicon: Lexicon, row: int) -> bool:
    """Whether headings of a table stand beside the lines of another, apart from them.

    Cells next to each other, all words, most of them known as headings, with a title or nothing
    above them.
    """
    runs: list[list[int]] = []
    for col in part.filled[row]:
        if runs and runs[-1][-1] == col - 1:
            runs[-1].append(col)
        else:
            runs.append([col])
    line = part.sheet.line(row)
    for run in runs if len(runs) > 1 else []:
        known = sum(bool(lexicon.kinds(line[col - 1])) for col in run)
        above = sum(run[0] <= col <= run[-1] for col in part.filled[row - 1]) if row > 1 else 0
        if known >= 2 and known * 5 >= len(run) * 3 and above <= 1:
            return part.words(row, run[0], run[-1])
    return False


def _sparse(part: Part, row: int) -> bool:
    """Whether a heading leaves columns unnamed: the line below holds more, figures too."""
    below = next((r for r in range(row + 1, part.height + 1) if part.filled[r]), 0)
    if not below or len(part.filled[row]) >= len(part.filled[below]) or below > row + _SHORT:
        return False
    numbers = (value for value in part.sheet.grid.rows[below - 1] if not isinstance(value, str))
    return any(isinstance(value, int | float) for value in numbers)


def _known(part: Part, lexicon: Lexicon, row: int) -> list[str]:
    """The texts of a row that some kind knows as headings."""
    line = part.sheet.line(row)
    return [line[col - 1] for col in part.filled[row] if lexicon.kinds(line[col - 1])]


def at(
    part: Part,
    lexicon: Lexicon,
    kinds: Sequence[Kind],
    bottom: int,
    rows: tuple[int, ...] = (),
) -> list[Claim]:
    """The claims on a heading that ends at a row: one, or several side by side.

    Columns are parted where they may be tables of their own; of all ways to put the pieces
    together, the one stands whose claims explain most. ``rows`` are the heading's rows where the
    settings name them.
    """
    top = rows[0] if rows else bottom - (part.headlike[bottom - 1] and part.headlike[bottom])
    stretches = pieces(part, top, bottom)
    ways: list[tuple[float, list[Claim]]] = [(0.0, [])]
    for end in range(1, len(stretches) + 1):
        options = [ways[end - 1]]
        for start in range(end):
            claim = _winner(part, lexicon, kinds, bottom, stretches[start:end], rows)
            if claim is not None:
                before, kept = ways[start]
                options.append((before + claim.strength, [*kept, claim]))
        ways.append(max(options, key=lambda way: (way[0], -_width(way[1]))))
    return _widened(part, lexicon, ways[-1][1], stretches, bottom)


def _width(kept: Sequence[Claim]) -> int:
    """How many columns some claims speak for."""
    return sum(len(claim.columns) for claim in kept)


def _winner(
    part: Part,
    lexicon: Lexicon,
    kinds: Sequence[Kind],
    bottom: int,
    run: Sequence[Piece],
    rows: tuple[int, ...],
) -> Claim | None:
    """The kind that explains some columns best; none where two explain them as well."""
    left, right = run[0].left, run[-1].right
    names: dict[str, int] = {}
    for row in range(max(1, bottom - heading_rows.TIERS + 1), bottom + 1):
        line = part.sheet.line(row)
        for col in part.filled[row]:
            if left <= col <= right:
                for name in lexicon.kinds(line[col - 1]):
                    names[name] = names.get(name, 0) + 1
    if len(run) > 1 and is_box(part, run[-1], (left, run[-2].right), bottom):
        return None
    least = 1 if _sparse(part, bottom) else 2
    asked = Asked(part, lexicon, left, right, rows)
    made = [
        claim
        for kind in kinds
        if names.get(kind.name, 0) >= least and (claim := heading_rows.best(asked, kind, bottom))
    ]
    return surest(made)


def surest(made: Sequence[Claim]) -> Claim | None:
    """The strongest of rival claims, or none if it is weak.

    Where another kind's is about as strong, the one that names every column of the others and
    more; none where there is no such and another kind's is as strong.
    """
    ranked = sorted(made, key=lambda claim: -claim.strength)
    if not ranked or ranked[0].confidence < THRESHOLD:
        return None
    first, *others = ranked
    rivals = [other for other in others if other.confidence >= THRESHOLD]
    fullest = _fullest([first, *_near(first, rivals, _FULLER)])
    return fullest or (None if _near(first, rivals, _MARGIN) else first)


def _near(first: Claim, rivals: Sequence[Claim], margin: float) -> list[Claim]:
    """The rivals that the strongest claim outdoes by less than a margin."""
    return [one for one in rivals if one.strength >= first.strength * (1 - margin)]


def _fullest(near: Sequence[Claim]) -> Claim | None:
    """The claim that names all columns that the others name, and more than each of them."""
    named = {id(claim): set(claim.header.columns.values()) for claim in near}
    for claim in near:
        others = (named[id(other)] for other in near if other is not claim)
        if all(theirs < named[id(claim)] for theirs in others):
            return claim
    return None


def _widened(
    part: Part,
    lexicon: Lexicon,
    kept: Sequence[Claim],
    stretches: Sequence[Piece],
    bottom: int,
) -> list[Claim]:
    """Give each claim the columns beside it that nobody claims, for headings that are no fields."""
    made: list[Claim] = []
    for number, claim in enumerate(kept):
        limit = kept[number + 1].left if number + 1 < len(kept) else part.sheet.width + 1
        right = claim.right
        for piece in stretches:
            headed = any(part.sheet.text(row, piece.left) for row in claim.header.rows)
            if not claim.right < piece.left < limit or piece.left > right + 3 or not headed:
                continue
            if is_box(part, piece, (claim.left, right), bottom) or _again(part, claim, piece):
                break
            right = piece.right
        wider = (
            claims.make(Asked(part, lexicon, claim.left, right), claim.kind, claim.header.rows)
            if right > claim.right
            else None
        )
        made.append(wider or claim)
    return made


def _again(part: Part, claim: Claim, piece: Piece) -> bool:
    """Whether columns apart bear a heading that the table has already: a table of their own."""
    row = claim.header.bottom
    ours = {normal(part.sheet.text(row, col)) for col in claim.header.columns.values()} - {""}
    theirs = (part.sheet.text(row, col) for col in range(piece.left, piece.right + 1))
    return piece.apart and piece.right > piece.left and any(normal(t) in ours for t in theirs)


def below(whole: Sheet, lexicon: Lexicon, first: int) -> Iterator[int]:
    """Rows below the window that may be headings of another table, each wording once.

    Only what stands below a blank row or a lone title is looked at: that costs a look at each row,
    and no more.
    """
    seen: set[tuple[str, ...]] = set()
    rows = whole.grid.rows
    short = True
    for row in range(first, whole.height + 1):
        values = rows[row - 1]
        if not short and len(values) > 1 and all(values[:2]):
            continue
        filled = len(values) - values.count(None) - values.count("")
        if short and filled > 1 and all(isinstance(value, str | None) for value in values):
            texts = tuple(text for text in whole.line(row) if text)
            if texts not in seen and sum(bool(lexicon.kinds(text)) for text in texts) >= 2:
                seen.add(texts)
                yield row
                if len(seen) == _FEW:
                    return
        short = filled <= 1
