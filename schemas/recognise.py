"""Which tab, or part of one, is which kind of sheet: scored by headings and by what stands below.

Nothing rather than a wrong guess: a table is claimed only where its headings are enough for its
kind, the values below them are of the right shape, and no other kind explains it as well.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from model.cell import Block, column_letters, column_number
from model.issue import Issue
from model.production import Override
from schemas import issues
from schemas.headings import Header, Shape, normal
from schemas.kind import Found, Kind
from schemas.sheet import Sheet
from schemas.values.words import Fault

THRESHOLD = 0.5
"""Confidence below which a table is claimed by no kind."""
_TIERS = 3
_SAMPLE = 60
_SCALE = 3.5
_TITLE_BONUS = 1.0
_MARGIN = 0.02


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A heading row that one kind claims."""

    kind: Kind
    header: Header
    confidence: float
    why: tuple[str, ...]


def find(sheet: Sheet, kinds: Sequence[Kind]) -> tuple[list[Found], list[Issue]]:
    """Find the tables of a tab, top to bottom. What the settings say of the tab goes first."""
    override = sheet.override
    if override and override.kind == "ignore":
        return [], []
    asked = [
        kind for kind in kinds if not (override and override.kind) or kind.name == override.kind
    ]
    found = [table for kind in asked if kind.find for table in kind.find(sheet)]
    if not found or max(table.confidence for table in found) < THRESHOLD:
        headed = [kind for kind in asked if kind.find is None]
        found = _blocks(sheet, _settle(_candidates(sheet, headed)), kinds)
    if found or not (override and override.kind):
        return found, []
    return [], [_not_found(sheet, override)]


def _candidates(sheet: Sheet, kinds: Sequence[Kind]) -> Iterator[_Candidate]:
    """Every heading row that some kind claims."""
    override = sheet.override
    if override and (override.header_rows or (override.kind and override.columns)):
        rows = override.header_rows
        yield from (
            claim for kind in kinds if (claim := _claim(sheet, kind, rows, forced=True)) is not None
        )
        return
    for kind in kinds:
        match = kind.vocabulary.match
        hits = [sum(match(text) is not None for text in row if text) for row in sheet.texts]
        for bottom in range(1, sheet.height + 1):
            if sum(hits[max(0, bottom - _TIERS) : bottom]) < 2 or not _headlike(sheet, bottom):
                continue
            claim = _best_tiers(sheet, kind, bottom)
            if claim is not None:
                yield claim


def _best_tiers(sheet: Sheet, kind: Kind, bottom: int) -> _Candidate | None:
    """The claim on a heading that ends at a row: as few tiers as name as many fields."""
    best: _Candidate | None = None
    for tiers in range(1, _TIERS + 1):
        top = bottom - tiers + 1
        if top < 1 or not _headlike(sheet, top):
            break
        if tiers > 1 and any(sum(map(bool, sheet.texts[row - 1])) < 2 for row in (top, bottom)):
            break
        claim = _claim(sheet, kind, tuple(range(top, bottom + 1)))
        if claim and (best is None or claim.confidence > best.confidence + 0.01):
            best = claim
    return _with_group(sheet, kind, best) if best else None


def _with_group(sheet: Sheet, kind: Kind, claim: _Candidate) -> _Candidate:
    """Take the row of group headings above into a heading ("COST TO DATE" over four columns)."""
    above, columns = claim.header.rows[0] - 1, claim.header.columns.values()
    if above < 1 or not columns or len(claim.header.rows) == _TIERS or not _headlike(sheet, above):
        return claim
    filled = [col for col, text in enumerate(sheet.texts[above - 1], start=1) if text]
    grouped = [col for col in filled if min(columns) < col <= max(columns)]
    labels = any(sheet.text(above, col).endswith(":") for col in filled)
    if len(grouped) < 2 or len(grouped) != len(filled) or labels:
        return claim
    rows = (above, *claim.header.rows)
    return _claim(sheet, kind, rows) or claim


def _headlike(sheet: Sheet, row: int) -> bool:
    """Whether a row may be one of headings: mostly words."""
    values = [value for value in sheet.grid.rows[row - 1] if value not in (None, "")]
    words = sum(isinstance(value, str) for value in values)
    return words > 0 and (len(values) - words) * 3 <= words


def _claim(
    sheet: Sheet, kind: Kind, rows: tuple[int, ...], *, forced: bool = False
) -> _Candidate | None:
    """What a kind makes of heading rows; ``None`` where it is not enough for it."""
    tiers = [sheet.texts[row - 1] for row in rows if row <= sheet.height]
    ends = {(block.top, block.left): block.right for block in sheet.grid.merges}
    header = _filled(sheet, kind.vocabulary.header(tiers, rows, ends))
    header = _overridden(header, sheet.override, kind)
    if kind.settles:
        header = kind.settles(sheet, header)
    trusted = forced and sheet.override is not None and sheet.override.kind is not None
    if not trusted and not kind.enough(sheet, header):
        return None
    fields = kind.vocabulary.fields
    score = sum(fields[name].weight * header.quality.get(name, 0.7) for name in header.columns)
    title = _title(sheet, kind, min(rows, default=1))
    shape = _shape(sheet, kind, header)
    score += _TITLE_BONUS if title else 0.0
    confidence = round((1 - math.exp(-score / _SCALE)) * (0.4 + 0.6 * shape), 3)
    if trusted:
        return _Candidate(kind, header, 1.0, ("the settings say so",))
    return _Candidate(kind, header, confidence, _why(header, title, shape))


def _filled(sheet: Sheet, header: Header) -> Header:
    """Where two headings mean the same and only the further column holds something, take that."""
    columns = dict(header.columns)
    for name, col in header.repeated.items():
        below = range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1)
        if not any(sheet.text(row, columns[name]) for row in below) and any(
            sheet.text(row, col) for row in below
        ):
            columns[name] = col
    return replace(header, columns=columns)


def _overridden(header: Header, override: Override | None, kind: Kind) -> Header:
    """A header with the columns that the settings name for fields of the kind."""
    if override is None or not override.columns:
        return header
    columns = {name: col for name, col in header.columns.items() if name not in override.columns}
    named = {
        name: column_number(letters)
        for name, letters in override.columns.items()
        if name in kind.vocabulary.fields
    }
    taken = set(named.values())
    columns = {name: col for name, col in columns.items() if col not in taken} | named
    others = {heading: col for heading, col in header.others.items() if col not in taken}
    return replace(header, columns=columns, others=others)


def _title(sheet: Sheet, kind: Kind, top: int) -> str:
    """The title that bears this kind's name: the tab's own, or one above the headings."""
    if not kind.titles:
        return ""
    titles = re.compile(rf"\b(?:{kind.titles})\b")
    above = (text for row in sheet.texts[max(0, top - 7) : top - 1] for text in row[:4] if text)
    return next((text for text in (sheet.grid.tab, *above) if titles.search(normal(text))), "")


def _shape(sheet: Sheet, kind: Kind, header: Header) -> float:
    """How many of the values below the headings are of their field's shape, from 0 to 1."""
    shares = []
    for name, col in header.columns.items():
        field = kind.vocabulary.fields[name]
        if field.shape in (Shape.TEXT, Shape.MARK):
            continue
        filled = [
            row
            for row in range(header.bottom + 1, sheet.height + 1)
            if sheet.text(row, col) and not _is_repeat(sheet, header, row, col)
        ][:_SAMPLE]
        if filled:
            good = sum(_fits(sheet, row, col, kind, name) for row in filled)
            shares.append(good / len(filled))
    return sum(shares) / len(shares) if shares else 1.0


def _is_repeat(sheet: Sheet, header: Header, row: int, col: int) -> bool:
    """Whether a cell repeats its own heading, as at the top of every printed page."""
    return any(sheet.text(row, col) == sheet.text(top, col) for top in header.rows)


def _fits(sheet: Sheet, row: int, col: int, kind: Kind, name: str) -> bool:
    """Whether a value is of its field's shape; open and not-ready cells are."""
    field = kind.vocabulary.fields[name]
    if field.shape is Shape.WORDS:
        return any(map(str.isalpha, sheet.text(row, col)))
    if field.shape is Shape.CODE:
        return len(sheet.text(row, col)) <= 24
    value = sheet.value(row, col, field)
    return not isinstance(value, Fault) or value.code in (
        "amount-open",
        "not-ready",
        "date-not-settled",
    )


def _why(header: Header, title: str, shape: float) -> tuple[str, ...]:
    """What a kind was recognised by, in words."""
    reasons = [f'title "{title}"'] if title else []
    reasons += [
        f'column {column_letters(col)} "{header.headings.get(name, "")}" is {name}'
        for name, col in sorted(header.columns.items(), key=lambda item: item[1])
    ]
    return (*reasons, f"{shape:.0%} of the values below have the right shape")


def _settle(candidates: Iterator[_Candidate]) -> list[_Candidate]:
    """One claim a heading row: the surest, where one is surest; then from top to bottom."""
    kept: list[_Candidate] = []
    unclear: set[int] = set()
    for claim in sorted(candidates, key=lambda claim: -claim.confidence):
        if claim.confidence < THRESHOLD:
            break
        rows = set(claim.header.rows)
        rivals = [other for other in kept if rows & set(other.header.rows)]
        if not rivals:
            kept.append(claim)
        elif rivals[0].kind is not claim.kind and (
            rivals[0].confidence - claim.confidence <= _MARGIN
        ):
            unclear |= set(rivals[0].header.rows)
    clear = [claim for claim in kept if not unclear & set(claim.header.rows)]
    return sorted(clear, key=lambda claim: claim.header.rows)


def _blocks(sheet: Sheet, claims: list[_Candidate], kinds: Sequence[Kind]) -> list[Found]:
    """Give each claim the rows down to the next one; a repeated heading begins no new table."""
    starts: list[_Candidate] = []
    for claim in claims:
        if not starts or not _same(starts[-1], claim):
            starts.append(claim)
    tops = [min(claim.header.rows, default=1) for claim in starts]
    bounds = [*tops[1:], sheet.height + 1][: len(starts)]
    return [
        _found(sheet, claim, _own_end(sheet, claim, kinds, end - 1))
        for claim, end in zip(starts, bounds, strict=True)
    ]


def _own_end(sheet: Sheet, claim: _Candidate, kinds: Sequence[Kind], last: int) -> int:
    """The last row of a table: above the headings of another one, whatever that one is.

    Headings are three words or more, most of which head some kind's columns, below a blank row
    or a lone title.
    """
    own = {text for row in claim.header.rows for text in sheet.texts[row - 1] if text}
    for row in range(claim.header.bottom + 2, last + 1):
        texts = [text for text in sheet.texts[row - 1] if text]
        above = sum(map(bool, sheet.texts[row - 2]))
        if len(texts) < 3 or above > 1 or not _headlike(sheet, row):
            continue
        known = [text for text in texts if any(kind.vocabulary.match(text) for kind in kinds)]
        if len(known) * 5 >= len(texts) * 3 and len(own & set(texts)) * 2 <= len(texts):
            return row - 1 - above
    return last


def _same(first: _Candidate, second: _Candidate) -> bool:
    """Whether a heading row repeats an earlier one: same kind, same columns, by and large."""
    if first.kind is not second.kind:
        return False
    ours, theirs = first.header.columns, second.header.columns
    shared = [name for name in theirs if name in ours]
    return bool(shared) and all(ours[name] == theirs[name] for name in shared)


def _found(sheet: Sheet, claim: _Candidate, last: int) -> Found:
    """A table from its heading down to its last row that is not blank."""
    columns = [*claim.header.columns.values(), *claim.header.others.values()]
    top = min(claim.header.rows, default=1)
    while last > claim.header.bottom and not any(sheet.texts[last - 1]):
        last -= 1
    block = Block(top, min(columns, default=1), max(last, top), max(columns, default=1))
    return Found(claim.kind.name, claim.header, block, claim.confidence, claim.why)


def _not_found(sheet: Sheet, override: Override) -> Issue:
    """The issue of a tab that the settings call something that it does not look like."""
    return issues.make(
        "headings-not-found",
        f'The settings call the tab "{sheet.grid.tab}" a {override.kind}, '
        "but no headings of one were found on it.",
        sheet.cell(1, 1),
        expected=f"a heading row of a {override.kind}",
        suggestion="Name the tab's heading rows and columns in the settings, or mend its kind.",
    )
