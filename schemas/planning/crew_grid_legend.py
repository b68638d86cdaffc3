"""What a crew grid's letters stand for: as its tab says, else by what they stand beside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from schemas.dood import legend as dood_legend
from schemas.planning import crew_grid_layout
from schemas.planning.crew_grid_layout import Layout
from schemas.values.marks import Booking, booking
from schemas.values.words import fold

_LETTERS = 3
"""Letters that a mark has at most, where a row of its own explains it."""


def read(layout: Layout) -> Mapping[str, str]:
    """What the grid's letters stand for: as the tab says, else as letters do that stand together.

    Beside C, for confirmed, X has declined and P is a pencil; elsewhere X works and P prepares,
    unless it stands on a day here and there.
    Beside N, Y says that somebody could come; elsewhere N is a night.
    """
    view = layout.view
    used = {view.text(row, col).upper() for row in layout.body for col in layout.marked}
    said = view.sheet.once("legend in words", lambda: dood_legend.words(view.sheet))
    said = {**_numbered(layout), **said, **{code: words for _, code, words in entries(layout)}}
    elsewhere = {} if said.keys() & used else view.sheet.letters
    said = {code: words for code, words in elsewhere.items() if code in used} | said
    if used & _REFUSALS and used & _CONSENTS:
        said |= dict.fromkeys(used & _REFUSALS, "unavailable")
        if not _speaks_of_work(layout):
            said |= dict.fromkeys(used & _CONSENTS, "available")
    confirms = booking(said.get("C", "confirmed")) is Booking.CONFIRMED
    if confirms and "C" in used:
        return {"C": "confirmed", "P": "pencilled", "X": "declined", **said}
    return {"P": "pencilled", **said} if _is_rare(layout, "P", "X") else said


def _is_rare(layout: Layout, letter: str, beside: str) -> bool:
    """Whether a letter stands on a day here and there, where another marks nearly all of them."""
    view = layout.view
    marks = [text for row in layout.body for col in layout.marked if (text := view.text(row, col))]
    counts = Counter(text.upper() for text in marks)
    return 0 < counts[letter] * _RARE <= counts[beside]


_RARE = 12
"""How many times as often the days worked are marked as those that may only be pencilled."""


_CONSENTS = frozenset(("Y", "YES", "J", "JA", "OUI", "SI", "SÍ"))
_REFUSALS = frozenset(("N", "NO", "NON", "NEIN"))
_WORKED = re.compile(r"\b(?:worked|attend\w*|present|gearbeitet|travaill\w*|trabajad\w*)\b")


def _speaks_of_work(layout: Layout) -> bool:
    """Whether a grid's title says that its answers are of days gone by."""
    tab = layout.view.sheet.grid.tab
    titles = (tab, *crew_grid_layout.titles(layout))
    return any(_WORKED.search(fold(text)) for text in titles)


_CODE = r"[0-9][A-Z]{0,2}|[A-Z]{1,2}[0-9]|[A-Z]{1,3}"
_NUMBERS = re.compile(
    rf"(?:^|(?<=[\s,;(|]))({_CODE})\s*=\s*(\w[^=:,;|/]*?)"
    rf"(?=\s+[^\s=:,;|/]+\s*=|\s*[:,;|/]|\s*$)"
)
"""Numbers that stand for something, or letters beside them: "M = main unit  2 = second unit",
"1H = first hold"."""


def _numbered(layout: Layout) -> Mapping[str, str]:
    """What the tab says above the grid that its numbers, and letters beside them, mean."""
    above = [text for line in layout.view.sheet.texts[: layout.block.top] for text in line if text]
    signed = {number: words.strip() for text in above for number, words in _NUMBERS.findall(text)}
    lone = {mark.upper(): words for text in above for mark, words in _IN_BRACKETS.findall(text)}
    return lone | {code: words for text in above for code, words in _unsigned(text)} | signed


_IN_BRACKETS = re.compile(r"(?:^|[\s,;/|])([^\W\d_]) \(([^\W\d_]{3,})\)")
"""One letter of several that is explained: "y / n / m (maybe)"."""


def explains(text: str) -> bool:
    """Whether a text above a grid says what marks mean, not what it is: "am = till lunch"."""
    return len(_EXPLAINED.findall(text)) > 1


_EXPLAINED = re.compile(r"(?:^|[\s,;(|])[^\W_]{1,3}\??\s*=\s*\w")
_PAIR = re.compile(rf"({_CODE})\s+([^\W\d_A-Z][^/|,;=]{{3,}})")


def _unsigned(text: str) -> list[tuple[str, str]]:
    """The entries of a list without signs: "W confirmed / P pencil / TR travel"."""
    bare = text.strip().removeprefix("(").removesuffix(")")
    parts = [part.strip() for part in re.split(r"\s/\s|[|,;·•]", bare)]
    pairs = [_PAIR.fullmatch(part) for part in parts if "=" not in part]
    found = [(pair[1], pair[2].strip()) for pair in pairs if pair]
    return found if 1 < len(found) == len(pairs) else []


def entries(layout: Layout) -> Iterator[tuple[int, str, str]]:
    """Rows of the body that explain a letter of the grid: "MU | Main unit", "V viaja".

    Of those in one cell there are several, one below the other.
    """
    view = layout.view
    used = {view.text(row, col).upper() for row in layout.body for col in layout.marked}
    lone: dict[int, tuple[str, str]] = {}
    for row in layout.body:
        texts = list(view.filled(row).values())
        if len(texts) == 2 and texts[0].upper() in used and len(texts[1]) > _LETTERS:
            yield row, texts[0].upper(), texts[1]
        elif len(texts) == 1 and (found := _ENTRY.fullmatch(texts[0])) and found[1] in used:
            lone[row] = found[1], found[2]
    for row, (code, words) in lone.items():
        if row - 1 in lone or row + 1 in lone:
            yield row, code, words


_ENTRY = re.compile(r"([A-Z0-9]{1,4})\s+([a-zß-ÿ].{2,})")
"""A letter and its meaning in one cell, with nothing between: no name goes on in lower case."""
