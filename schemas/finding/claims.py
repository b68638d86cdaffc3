"""What a kind makes of a heading: which column is which field, and how surely."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from model.cell import column_letters, column_number
from schemas.finding import (
    by_hints,
    by_neighbours,
    by_values,
    evidence,
    second_look,
    trade,
    upper_rows,
)
from schemas.finding.asked import Asked
from schemas.finding.part import Part
from schemas.headings import Header, Shape
from schemas.kind import Kind
from schemas.sheet import Sheet

TIERS = 4
"""Rows that a heading may have."""
_SCALE = 3.5
_TITLE_BONUS = 1.0
_BETTER = 0.01
_GROUPS = 3
"""Words above headings, none of them over the first, that group them though nothing is merged."""
_MAIL = re.compile(r"\S@\S+\.\S")
_DIGITS = 4
"""Digits under a heading for a date that are a date, or two."""
_BY_SETTINGS = ("the settings say so",)


@dataclass(frozen=True, slots=True)
class Claim:
    """A heading that one kind claims, with the columns ``left`` to ``right`` that it is of.

    ``strength`` grows with what the kind alone explains and ranks kinds against each other;
    ``confidence``, 0 to 1, says whether to believe the claim at all.
    """

    kind: Kind
    header: Header
    left: int
    right: int
    confidence: float
    strength: float
    why: tuple[str, ...]

    @property
    def columns(self) -> range:
        """The columns that the claim is of."""
        return range(self.left, self.right + 1)

    def placed(self, part: Part) -> Claim:
        """The claim with the tab's own row numbers in place of a part's."""
        rows = tuple(row + part.offset for row in self.header.rows)
        return replace(self, header=replace(self.header, rows=rows))


def best(asked: Asked, kind: Kind, bottom: int) -> Claim | None:
    """The claim on a heading that ends at a row: as few tiers as name as many fields."""
    if asked.rows:
        return make(asked, kind, asked.rows)
    found: Claim | None = None
    for tiers in range(1, TIERS + 1):
        top = bottom - tiers + 1
        if top < 1 or not asked.may_head(top, bottom):
            break
        claim = make(asked, kind, tuple(range(top, bottom + 1)))
        if claim is None or (tiers > 1 and _ends_in_a_line(asked, claim)):
            continue
        if found and _begins_in_titles(asked, claim, found):
            continue
        better = found is None or claim.strength > found.strength + _BETTER
        if better or (
            found and upper_rows.begins_headings(asked, kind, claim.header, found.header)
        ):
            found = claim
    return _with_groups(asked, kind, found) if found else None


def _begins_in_titles(asked: Asked, claim: Claim, found: Claim) -> bool:
    """Whether the tiers that a claim adds to another's are titles, and name no column for it.

    "INSURANCE | | (all thru Bluff Agency)" stands above many headings and groups none of them:
    groups leave the first column alone.
    """
    if claim.header.columns.keys() - found.header.columns.keys():
        return False
    headings = asked.within(found.header.bottom)
    for row in set(claim.header.rows) - set(found.header.rows):
        texts = {col: asked.part.sheet.text(row, col) for col in asked.within(row)}
        grouping = any(
            col > asked.left and asked.spans(row, col) and not upper_rows.is_remark(text)
            for col, text in texts.items()
        )
        remarked = min(texts) == min(headings) and any(map(upper_rows.is_remark, texts.values()))
        gapped = row + 1 < claim.header.bottom and not set(texts) & set(asked.within(row + 1))
        named = any(upper_rows.is_name(claim.kind, text) for text in texts.values())
        keyed = list(texts) == headings[:2] and not upper_rows.begins_headings(
            asked, claim.kind, claim.header, found.header
        )
        titled = remarked or gapped or named or keyed
        if titled and not grouping and len(texts) * 2 <= len(headings):
            return True
    return False


def _ends_in_a_line(asked: Asked, claim: Claim) -> bool:
    """Whether the last of a heading's tiers is the first line already.

    A date stands under "Start", or a number under "No." that the next line goes on from, or an
    e-mail anywhere.
    """
    fields, view = claim.kind.vocabulary.fields, asked.part.sheet
    if asked.is_banner(claim.header.bottom):
        return True
    if any(
        _MAIL.search(view.text(claim.header.bottom, col))
        for col in asked.within(claim.header.bottom)
    ):
        return True
    numbered = claim.header.columns.get("element_id", 0)
    numbers = [view.text(claim.header.bottom + step, numbered) for step in (0, 1)]
    if all(map(str.isdigit, numbers)) and int(numbers[1]) == int(numbers[0]) + 1:
        return True
    dated = (
        (col, fields[name])
        for name, col in claim.header.columns.items()
        if fields[name].shape is Shape.DATE
    )
    bottom = claim.header.bottom
    return any(
        (text := view.text(bottom, col))
        and (sum(map(str.isdigit, text)) >= _DIGITS or evidence.fits(view, bottom, col, field))
        for col, field in dated
    )


def _with_groups(asked: Asked, kind: Kind, claim: Claim) -> Claim:
    """Take rows of group headings above into a heading ("COST TO DATE" over four columns)."""
    part, above, columns = asked.part, claim.header.rows[0] - 1, claim.header.columns.values()
    if above < 1 or not columns or len(claim.header.rows) == TIERS:
        return claim
    if not part.words(above, asked.left, asked.right):
        return claim
    filled = asked.within(above)
    last = max((*columns, *claim.header.others.values(), *asked.within(claim.header.bottom)))
    grouped = [col for col in filled if min(columns) < col <= last]
    texts = [part.sheet.text(above, col) for col in filled]
    if not grouped or len(grouped) != len(filled) or any(map(upper_rows.is_label, texts)):
        return claim
    wider = make(asked, kind, (above, *claim.header.rows))
    telling = any(upper_rows.is_remark(text) or upper_rows.is_name(kind, text) for text in texts)
    spans = any(asked.spans(above, col) for col in grouped)
    if telling and upper_rows.over_all(asked, above, claim.header.rows[-1]):
        return claim
    counting = upper_rows.over_a_count(asked, above, grouped[0], claim.header.rows[0])
    remarked = any(map(upper_rows.is_remark, texts))
    counting = counting or (len(grouped) >= _GROUPS and not remarked)
    if not spans and (telling or len(grouped) == 1) and not counting:
        # Texts that span nothing may be titles as well: they must name what stands below them.
        gained = wider and wider.header.columns.keys() - claim.header.columns.keys()
        return wider if wider and gained else claim
    return _with_groups(asked, kind, wider) if wider else claim


def make(
    asked: Asked,
    kind: Kind,
    rows: tuple[int, ...],
    *,
    trusted: bool = False,
) -> Claim | None:
    """What a kind makes of heading rows; ``None`` where it is not enough for it.

    ``trusted`` says that it is of the kind because the settings say so, enough or not.
    """
    part = asked.part
    last = part.end(max(rows, default=0))
    view = part.view(asked.left, asked.right, min(rows, default=1), last)
    header = _header(asked, kind, rows, view, last)
    if trusted:
        return Claim(kind, header, asked.left, asked.right, 1.0, len(header.columns), _BY_SETTINGS)
    again = second_look.look(part, asked.lexicon, kind, header, view, last)
    if again is None and not kind.enough(view, header):
        return None
    header = again or header
    return _scored(asked, kind, header, view, last)


def _header(asked: Asked, kind: Kind, rows: tuple[int, ...], view: Sheet, last: int) -> Header:
    """A kind's reading of heading rows, completed by the settings and by what stands below."""
    tiers = [view.line(row) for row in rows]
    header = _filled(view, kind.vocabulary.header(tiers, rows, asked.part.ends), last)
    told = _told_columns(asked, kind)
    header = _told(header, told)
    if kind.settles:
        header = kind.settles(view, header)
    if not told:
        header = by_hints.coded(view, kind, header, last)
        header = by_values.overruled(view, kind, header, last)
    kept = by_values.disproved(view, kind, header, last).columns
    header = header.without(header.columns.keys() - kept.keys() - told.keys())
    header = by_neighbours.complete(view, kind, header, last)
    return by_values.complete(view, kind, header, range(asked.left, asked.right + 1), last)


def _scored(asked: Asked, kind: Kind, header: Header, view: Sheet, last: int) -> Claim:
    """How surely and how strongly a kind claims a header, and by what."""
    top = min(header.rows, default=1)
    shape = evidence.shape(view, kind, header, last)
    title = evidence.title(asked.part, kind, top, asked.left, asked.right)
    bonus = _TITLE_BONUS if title else 0.0
    score = bonus + sum(_weight(kind, header, name) for name in header.columns)
    telling = bonus + sum(
        _weight(kind, header, name) * _telling(asked, header, name) for name in header.columns
    )
    override = asked.part.whole.override
    pinned = override is not None and bool(override.kind or override.header_rows)
    trades = trade.Judgement() if pinned else trade.judge(view, kind, header, title, last)
    fit = (0.4 + 0.6 * shape) * trades.factor
    confidence = round((1 - math.exp(-score / _SCALE)) * fit * _explained(header), 3)
    why = (*_why(header, title, shape), *trades.why)
    if override and override.kind:
        confidence, why = 1.0, _BY_SETTINGS
    return Claim(kind, header, asked.left, asked.right, confidence, telling * fit, why)


def _weight(kind: Kind, header: Header, name: str) -> float:
    """How much a field speaks for its kind, by how well its heading names it."""
    return kind.vocabulary.fields[name].weight * header.quality.get(name, 0.7)


def _telling(asked: Asked, header: Header, name: str) -> float:
    """How much a heading tells one kind from the others: 1 where no other kind knows it."""
    heading = header.headings.get(name, "")
    return 0.35 + 0.65 / asked.lexicon.shared(heading) if heading else 0.5


def _explained(header: Header) -> float:
    """A share, near 1, that falls where most headings are none of the kind's."""
    known = len(header.columns)
    unknown = len([col for col in header.others.values() if col not in header.repeated.values()])
    return min(1.0, 0.7 + 0.75 * known / max(known + unknown, 1))


def _filled(view: Sheet, header: Header, last: int) -> Header:
    """Where a field's column holds nothing, take the further one that does.

    Be it one with a heading of the same meaning, or the next one without a heading, over which
    the heading was merged.
    """
    columns = dict(header.columns)
    headed = {*columns.values(), *header.others.values()}
    for name, col in header.columns.items():
        if evidence.holds(view, header, col, last):
            continue
        further = [header.repeated[name]] if name in header.repeated else []
        further += [col + 1] if col + 1 not in headed else []
        columns[name] = next(
            (other for other in further if evidence.holds(view, header, other, last)), col
        )
    return replace(header, columns=columns)


def _told_columns(asked: Asked, kind: Kind) -> dict[str, int]:
    """Field -> the column that the settings name for it, among the columns asked for."""
    override = asked.part.whole.override
    named = override.columns if override else {}
    columns = {
        name: column_number(letters)
        for name, letters in named.items()
        if name in kind.vocabulary.fields
    }
    whole = asked.left == 1 and asked.right >= asked.part.whole.width
    within = range(asked.left, asked.right + 1)
    return {name: col for name, col in columns.items() if whole or col in within}


def _told(header: Header, told: Mapping[str, int]) -> Header:
    """A header with the columns that the settings name for fields of the kind."""
    if not told:
        return header
    taken = set(told.values())
    kept = {
        name: col for name, col in header.columns.items() if name not in told and col not in taken
    }
    others = {heading: col for heading, col in header.others.items() if col not in taken}
    at = {col: heading for heading, col in header.others.items()}
    at |= {col: header.headings.get(name, "") for name, col in header.columns.items()}
    headings = {**header.headings, **{name: at[col] for name, col in told.items() if at.get(col)}}
    return replace(header, columns=kept | dict(told), headings=headings, others=others)


def _why(header: Header, title: str, shape: float) -> tuple[str, ...]:
    """What a kind was recognised by, in words."""
    reasons = [f'title "{title}"'] if title else []
    reasons += [
        f'column {column_letters(col)} "{header.headings.get(name, "")}" is {name}'
        for name, col in sorted(header.columns.items(), key=lambda item: item[1])
    ]
    return (*reasons, f"{shape:.0%} of the values below have the right shape")
