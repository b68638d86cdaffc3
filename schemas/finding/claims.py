"""What a kind makes of a heading: which column is which field, and how surely."""

from __future__ import annotations

import math
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
)
from schemas.finding.asked import Asked
from schemas.finding.part import Part
from schemas.headings import Header
from schemas.kind import Kind
from schemas.sheet import Sheet

_SCALE = 3.5
_TITLE_BONUS = 1.0
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
