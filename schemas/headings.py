"""Headings as film people write them, and which field each one names."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
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
    PAGES = "pages"
    """Pages of script, in eighths."""
    TIME = "time"
    """A time of day."""


@dataclass(frozen=True, slots=True)
class Field:
    """A canonical field: its headings, what its cells hold, and how telling it is of its kind.

    ``headings`` are separated by ``|``, in lower case without accents or
    punctuation, the commonest first; one that ends in ``*`` matches whatever begins so.
    ``private`` cells are never quoted. A ``further`` field is no canonical one: it is read all the
    same, and named by its heading where a table's columns are told. A date that ``spans`` may be
    several days in one cell. The headings of an ``even`` field name it alike, however far back they
    stand: "Meal 1" over "Out".
    """

    name: str
    headings: str
    shape: Shape = Shape.TEXT
    weight: float = 1.0
    private: bool = False
    further: bool = False
    spans: bool = False
    even: bool = False

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

    def renamed(self, old: str, new: str) -> Header:
        """The header with one field's column taken for another field."""
        return replace(
            self,
            columns={new if name == old else name: col for name, col in self.columns.items()},
            headings={new if name == old else name: text for name, text in self.headings.items()},
            quality={new if name == old else name: sure for name, sure in self.quality.items()},
        )

    def without(self, names: Collection[str]) -> Header:
        """The header with some fields' columns taken for none of the kind's."""
        freed = {self.headings.get(name, ""): self.columns[name] for name in names}
        return replace(
            self,
            columns={name: col for name, col in self.columns.items() if name not in names},
            headings={name: text for name, text in self.headings.items() if name not in names},
            others={**self.others, **{text: col for text, col in freed.items() if text}},
            quality={name: sure for name, sure in self.quality.items() if name not in names},
        )

    def with_field(self, name: str, heading: str, col: int) -> Header:
        """The header with one of its other columns taken for a field, by what stands in it."""
        return replace(
            self,
            columns={**self.columns, name: col},
            headings={**self.headings, name: heading},
            others={other: at for other, at in self.others.items() if at != col},
            quality={**self.quality, name: 0.6},
        )


_ACRONYM = re.compile(r"\b(?:[a-z]\.)+[a-z]\b\.?|\b(?:[a-z]\.){2,}")
_SYMBOLS = ("£", "€", "₹", "₦", "₱")
"""What may stand over a column of amounts alone."""
_SIGNS = re.compile(r"\(?\+\)? ?/? ?\(?[-−–]\)?|\(?[-−–]\)? ?/? ?\(?\+\)?|±")
"""What stands over a difference that may go both ways: "+ / (-)"."""
_NOT_WORD = re.compile(r"[^a-z0-9#%$]+")


@lru_cache(maxsize=16384)
def normal(heading: str) -> str:
    """A heading's words alone: "P.O. #" -> "po #", "(Over)/Under" -> "over under"."""
    folded = _ACRONYM.sub(lambda match: match[0].replace(".", ""), fold(heading))
    folded = folded.replace("'", "").replace("’", "").replace("&", " and ")
    if folded.startswith("@"):
        folded = f"at {folded[1:]}"  # "@ $" is what each costs
    words = tidy(_NOT_WORD.sub(" ", folded.replace("#", " # ").replace("%", " % ")))
    if not words and _SIGNS.fullmatch(folded.strip()):
        return "over under"
    return words or (folded.strip() if folded.strip() in _SYMBOLS else "")
