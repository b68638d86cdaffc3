"""Which rows a kind's heading has: as few tiers as name as many fields, groups and wraps above."""

from __future__ import annotations

import re
from dataclasses import replace

from schemas.finding import evidence, upper_rows
from schemas.finding.asked import Asked
from schemas.finding.claims import Claim, make
from schemas.headings import Shape
from schemas.kind import Kind

TIERS = 4
"""Rows that a heading may have."""
_BETTER = 0.01
_GROUPS = 3
"""Words above headings, none of them over the first, that group them though nothing is merged."""
_MAIL = re.compile(r"\S@\S+\.\S")
_NO_HEADING = re.compile(r"n/?a|n\. ?a\.|tb[acd]")
_DIGITS = 4
"""Digits under a heading for a date that are a date, or two."""


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
    headings = sorted({col for row in found.header.rows for col in asked.within(row)})
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
    e-mail or "n/a" anywhere.
    """
    fields, view, bottom = claim.kind.vocabulary.fields, asked.part.sheet, claim.header.bottom
    if asked.is_banner(bottom):
        return True
    said = [view.text(bottom, col) for col in asked.within(bottom)]
    if any(_MAIL.search(text) or _NO_HEADING.fullmatch(text.lower()) for text in said):
        return True
    numbered = claim.header.columns.get("element_id", 0)
    numbers = [view.text(bottom + step, numbered) for step in (0, 1)]
    if all(map(str.isdigit, numbers)) and int(numbers[1]) == int(numbers[0]) + 1:
        return True
    dated = (
        (col, fields[name])
        for name, col in claim.header.columns.items()
        if fields[name].shape is Shape.DATE
    )
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
    if upper_rows.begins_one(asked, kind, above, claim.header):
        return _with_one(asked, kind, claim)
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


def _with_one(asked: Asked, kind: Kind, claim: Claim) -> Claim:
    """Take the row above, whose one word is of one column, into a heading; the others stay."""
    rows = (claim.header.rows[0] - 1, *claim.header.rows)
    wider = make(asked, kind, rows)
    if wider and wider.header.columns.items() >= claim.header.columns.items():
        return wider
    return replace(claim, header=replace(claim.header, rows=rows))
