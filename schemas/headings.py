"""Headings as film people write them, and which field each one names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from schemas.values.words import fold, tidy


class Shape(StrEnum):
    """What the cells under a heading hold, which says how they are read."""

    TEXT = "text"
    WORDS = "words"
    """Text that has letters: names, positions, descriptions."""
    CODE = "code"
    """Text whatever it looks like: leading zeros and dots are kept."""
    MONEY = "money"
    DATE = "date"
    RATE = "rate"
    """An amount with a unit."""
    NUMBER = "number"
    MARK = "mark"
    """Yes or no."""


@dataclass(frozen=True, slots=True)
class Field:
    """A canonical field: its headings, what its cells hold, and how telling it is of its kind.

    ``headings`` are separated by ``|``, in lower case without accents or
    punctuation, the commonest first; one that ends in ``*`` matches whatever begins so.
    ``private`` cells are never quoted.
    """

    name: str
    headings: str
    shape: Shape = Shape.TEXT
    weight: float = 1.0
    private: bool = False

    @property
    def words(self) -> str:
        """The field's name for people: "start date"."""
        return self.name.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Header:
    """A heading row (or two, or three): which column holds which field."""

    rows: tuple[int, ...]
    columns: Mapping[str, int]
    headings: Mapping[str, str]
    others: Mapping[str, int]
    repeated: Mapping[str, int]
    """Field -> a further column whose heading means the same, left unread."""
    quality: Mapping[str, float]

    @property
    def bottom(self) -> int:
        """The last of the heading rows."""
        return max(self.rows, default=0)


_ACRONYM = re.compile(r"\b(?:[a-z]\.)+[a-z]\b\.?|\b(?:[a-z]\.){2,}")
_NOT_WORD = re.compile(r"[^a-z0-9#%$]+")
_PARENTHESES = re.compile(r"\([^)]*\)|\[[^]]*\]")
_QUALIFIER = re.compile(
    r"\b(usd|cad|gbp|eur|aud|nzd|us|v\d+|ver|rev \d+|in dollars|\d{1,4})\b|\$|:", re.IGNORECASE
)


@lru_cache(maxsize=16384)
def normal(heading: str) -> str:
    """A heading's words alone: "P.O. #" -> "po #", "(Over)/Under" -> "over under"."""
    folded = _ACRONYM.sub(lambda match: match[0].replace(".", ""), fold(heading))
    folded = folded.replace("'", "").replace("’", "").replace("&", " and ")
    return tidy(_NOT_WORD.sub(" ", folded.replace("#", " # ").replace("%", " % ")))


@lru_cache(maxsize=16384)
def _variants(heading: str) -> tuple[tuple[str, float], ...]:
    """A heading's wordings from the exact one to the one without qualifiers, with their quality."""
    full = normal(heading)
    short = normal(_PARENTHESES.sub(" ", heading))
    bare = tidy(_QUALIFIER.sub(" ", short))
    wordings = {full: 1.0}
    for wording, quality in ((short, 0.95), (bare, 0.9)):
        if wording:
            wordings.setdefault(wording, quality)
    return tuple(wordings.items())


class Vocabulary:
    """The headings of one kind's fields."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self.fields = {field.name: field for field in fields}
        self._exact: dict[str, tuple[str, float]] = {}
        self._begins: list[tuple[str, str]] = []
        self._known: dict[str, tuple[str, float] | None] = {}
        for field in fields:
            for rank, heading in enumerate(field.headings.split("|")):
                wording = heading.strip()
                if wording.endswith("*"):
                    self._begins.append((wording.rstrip("* "), field.name))
                else:
                    self._exact.setdefault(wording, (field.name, 1.0 - 0.005 * rank))

    def match(self, heading: str) -> tuple[str, float] | None:
        """The field that a heading names and how surely (0 to 1); ``None`` where it names none."""
        if heading not in self._known:
            self._known[heading] = self._match(heading)
        return self._known[heading]

    def _match(self, heading: str) -> tuple[str, float] | None:
        if not heading or len(heading) > 60:
            return None
        for wording, quality in _variants(heading):
            if wording in self._exact:
                field, rank = self._exact[wording]
                return field, quality * rank
        full = normal(heading)
        for beginning, field in self._begins:
            if full == beginning or full.startswith(beginning + " "):
                return field, 0.8
        return None

    def header(
        self,
        tiers: Sequence[Sequence[str]],
        rows: Sequence[int],
        ends: Mapping[tuple[int, int], int] | None = None,
    ) -> Header:
        """Read heading rows: ``tiers`` are their texts, top first, all of one length.

        ``ends`` says how far merged headings reach: (row, column) -> last column. A field takes
        the column that names it best, the leftmost of equals.
        """
        best: dict[str, tuple[float, int, str]] = {}
        repeated: dict[str, int] = {}
        others: dict[str, int] = {}
        for col, wordings in enumerate(_columns(tiers, rows, ends or {}), start=1):
            match, heading = self._best(wordings)
            if match is None:
                if heading:
                    others.setdefault(heading, col)
                continue
            field, quality = match
            if field in best and best[field][0] >= quality:
                repeated.setdefault(field, col)
                others.setdefault(heading, col)
                continue
            if field in best:
                repeated.setdefault(field, best[field][1])
                others.setdefault(best[field][2], best[field][1])
            best[field] = (quality, col, heading)
        return Header(
            rows=tuple(rows),
            columns={field: col for field, (_, col, _) in best.items()},
            headings={field: heading for field, (_, _, heading) in best.items()},
            others=others,
            repeated=repeated,
            quality={field: quality for field, (quality, _, _) in best.items()},
        )

    def _best(self, wordings: Iterable[str]) -> tuple[tuple[str, float] | None, str]:
        """The best match among a column's wordings, and the wording shown for it."""
        shown = ""
        best: tuple[str, float] | None = None
        for wording in wordings:
            shown = shown or wording
            match = self.match(wording)
            if match and (best is None or match[1] > best[1] + 0.05):
                best, shown = match, wording
        return best, shown


def _columns(
    tiers: Sequence[Sequence[str]], rows: Sequence[int], ends: Mapping[tuple[int, int], int]
) -> Iterable[list[str]]:
    """Per column, the wordings that its tiers make, the fullest first.

    Tiers above the last spread to the right over columns that have a heading below them, as a
    heading over several columns does, a merged one as far as it is merged; one that spreads never
    names a column by itself.
    """
    width = max((len(tier) for tier in tiers), default=0)
    padded = [[*tier, *[""] * (width - len(tier))] for tier in tiers]
    reach = [{col: end for (at, col), end in ends.items() if at == row} for row in rows]
    spread = [_spread(padded, number, reach[number]) for number in range(len(padded))]
    for col in range(width):
        own = [tier[col] for tier in padded if tier[col]]
        if not own:
            yield []
            continue
        last = own[-1]
        above = [tier[col] for tier in spread[:-1] if tier[col] and tier[col] != last]
        wordings = [" ".join([*above, last])]
        wordings += [f"{group} {last}" for group in reversed(above)]
        wordings += [last] + [f"{last} {group}" for group in reversed(above)]
        yield list(dict.fromkeys(wordings))


def _spread(tiers: Sequence[Sequence[str]], number: int, ends: Mapping[int, int]) -> list[str]:
    """One tier, its headings spread right over the columns that have headings below."""
    spread: list[str] = []
    current, last = "", len(tiers[number])
    for col, text in enumerate(tiers[number]):
        below = any(tier[col] for tier in tiers[number + 1 :])
        if text:
            last = ends.get(col + 1, len(tiers[number]))
        current = text or (current if below and col < last else "")
        spread.append(current)
    return spread
