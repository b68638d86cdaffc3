"""Headings in tiers: which words head a column where two to four rows together do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

_SIGN = r"(?:\(?[a-z]\)?|\(\d{1,2}\))"
_FORMULA = re.compile(
    rf"{_SIGN}(?: ?[-–−+=*x×/] ?{_SIGN})*|\d{{1,2}}(?: ?= ?\d{{1,2}}(?: ?[-–−+] ?\d{{1,2}})+)?",
    re.IGNORECASE,
)
_FEW = 3
_MERE = frozenset(("time", "hora", "heure", "zeit", "uhr", "uhrzeit", "h"))
"""What says only that times stand below: "WRAP" over "Time" is a wrap, whatever is right of it."""


def wordings(
    tiers: Sequence[Sequence[str]], rows: Sequence[int], ends: Mapping[tuple[int, int], int]
) -> list[list[str]]:
    """Per column, the wordings that its tiers make, the fullest first.

    ``ends`` says how far merged headings reach: (row, column) -> last column. Tiers above the last
    spread to the right over columns that have a heading below them, as a heading over several
    columns does, a merged one as far as it is merged; one that spreads never names a column by
    itself.
    """
    width = max((len(tier) for tier in tiers), default=0)
    padded = tuple((*tier, *("",) * (width - len(tier))) for tier in tiers)
    reach = tuple(
        tuple((col, ends[row, col]) for col in range(1, width + 1) if (row, col) in ends)
        if ends
        else ()
        for row in rows
    )
    return _wordings(padded, reach)


@lru_cache(maxsize=4096)  # every kind asks the same of the same rows
def _wordings(
    padded: tuple[tuple[str, ...], ...], reach: tuple[tuple[tuple[int, int], ...], ...]
) -> list[list[str]]:
    """The same of tiers of one length, with the merged headings of each: (column, last column)."""
    spread = [_spread(padded, number, dict(reach[number])) for number in range(len(padded))]
    found: list[list[str]] = []
    for col in range(len(padded[0]) if padded else 0):
        own = [tier[col] for tier in padded if tier[col]]
        if not own:
            found.append([])
            continue
        last = own[-1]
        above = [tier[col] for tier in spread[:-1] if tier[col] and tier[col] != last]
        made = [" ".join([*above, last])]
        made += [f"{group} {last}" for group in reversed(above)]
        made += [f"{last} {group}" for group in reversed(above)]
        made += [last, *_alone(padded, col)]
        if last.lower() in _MERE:
            made += above
        found.append(list(dict.fromkeys(made)))
    return found


def telling(
    tiers: Sequence[Sequence[str]], rows: Sequence[int]
) -> tuple[Sequence[Sequence[str]], Sequence[int]]:
    """The tiers, and their rows, without those that say how columns are reckoned: "(c)=(a)+(b)".

    They name nothing: "(b)" below "BUDGET" is not the budget.
    """
    kept = [pair for pair in zip(tiers, rows, strict=True) if not are_formulas(pair[0])]
    return ([tier for tier, _ in kept], [row for _, row in kept]) if kept else (tiers, rows)


def are_formulas(tier: Sequence[str]) -> bool:
    """Whether a tier holds letters and formulas of them alone."""
    filled = [text for text in tier if text]
    signs = len(filled) >= _FEW and any("(" in text or "=" in text for text in filled)
    return signs and all(map(_FORMULA.fullmatch, filled))


def _alone(tiers: Sequence[Sequence[str]], col: int) -> list[str]:
    """The heading above a column's last one, where it is of this column alone."""
    own = [number for number, tier in enumerate(tiers) if tier[col]]
    if len(own) < 2:
        return []
    tier, last = tiers[own[-2]], tiers[own[-1]]
    following = col + 1 < len(tier)
    shared = following and not tier[col + 1] and bool(last[col + 1])
    return [] if shared else [tier[col]]


def _spread(tiers: Sequence[Sequence[str]], number: int, ends: Mapping[int, int]) -> list[str]:
    """One tier, its headings spread right over the columns that have headings below.

    A column without any ends what is not merged over it.
    """
    spread: list[str] = []
    current, last, merged = "", len(tiers[number]), False
    for col, text in enumerate(tiers[number]):
        below = any(tier[col] for tier in tiers[number + 1 :])
        if text:
            current, merged = text, col + 1 in ends
            last = ends.get(col + 1, len(tiers[number]))
        elif col >= last or not (below or merged):
            current = ""
        spread.append(current if text or below else "")
    return spread
