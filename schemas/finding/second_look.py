"""A second look at a tab of a production's spreadsheet: its name says what it is, less is enough.

People head their lists as they speak, and no list of headings has all that they say. Where other
tabs are a production's beyond doubt, a tab that is called "Crew" is a crew list if its columns hold
people, jobs and telephones, whatever stands above them; and one without a name is what nearly all
of its headings say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from schemas.finding import by_hints, evidence, trade
from schemas.finding.lexicon import Lexicon
from schemas.finding.otherwise import are_of_another, is_another
from schemas.finding.part import Part
from schemas.headings import Header, normal
from schemas.kind import Kind
from schemas.sheet import Sheet

_HALF, _NEARLY_ALL = 0.5, 0.8
"""Shares of the headed columns that must be the kind's: on a tab that bears its name, on others."""
_FEW, _MANY = 3, 5
"""Columns that must be, on the one and on the others."""
_SAMPLE, _LONG = 80, 60
_OFFICE = 3
"""Words of other trades that say something."""
_ASIDE = frozenset(("notes", "status", "contact"))
"""Fields that every list has, so that they speak for none."""


def look(
    part: Part, lexicon: Lexicon, kind: Kind, header: Header, view: Sheet, last: int
) -> Header | None:
    """The header as a second look completes it; ``None`` where it is not enough even so."""
    if not (kind.core and view.of_film) or len(header.headings) < 2:
        return None
    columns = {*header.columns.values(), *header.others.values()}
    left, right = min(columns), max(columns)
    titles = _titles(part, min(header.rows, default=1), left, right)
    if are_of_another((*header.headings.values(), *header.others)) or is_another(titles[0]):
        return None
    if named := _bearing(kind, titles):
        header = by_hints.complete(view, kind, header, range(left, right + 1), last)
        good = kind.enough(view, header) or _says(kind, header, _HALF, _FEW)
        good = good and not any(map(is_another, named))
    else:
        good = _says(kind, header, _NEARLY_ALL, _MANY) and _is_alone(lexicon, kind, header)
        good = good and not any(map(is_another, titles))
    refused = kind.refused is not None and kind.refused(view, header)
    if not good or refused or _is_offices(view, header, last):
        return None
    return header if _has_lines(view, header, last) else None


def _titles(part: Part, top: int, left: int, right: int) -> list[str]:
    """The tab's name and what stands above the headings, as normal text."""
    return [
        normal(text) for text in (part.sheet.grid.tab, *evidence.titles(part, top, left, right))
    ]


def _bearing(kind: Kind, titles: Iterable[str]) -> list[str]:
    """The titles that bear the kind's name, or one that only productions call it by."""
    names = "|".join(name for name in (kind.titles, kind.called) if name)
    wanted = re.compile(rf"\b(?:{names})\b")
    return [title for title in titles if wanted.search(title)]


def _says(kind: Kind, header: Header, share: float, least: int) -> bool:
    """Whether a field of each of the kind's groups is there, and enough columns are the kind's."""
    fields = header.columns.keys()
    if not all(fields & set(group.split()) for group in kind.core):
        return False
    again = set(header.repeated.values())
    others = [col for col in header.others.values() if col not in again]
    known = {col for name, col in header.columns.items() if name not in _ASIDE}
    return len(known) >= least and len(known) >= share * (len(known) + len(others))


def _is_alone(lexicon: Lexicon, kind: Kind, header: Header) -> bool:
    """Whether no other kind knows nearly as many of the headings."""
    counts: dict[str, int] = {}
    for heading in (*header.headings.values(), *header.others):
        for name in {each.partition("_")[0] for each in lexicon.kinds(heading)}:
            counts[name] = counts.get(name, 0) + 1
    ours = counts.pop(kind.name.partition("_")[0], 0)
    return max(counts.values(), default=0) < ours - 1


def _is_offices(view: Sheet, header: Header, last: int) -> bool:
    """Whether the lines speak of an office more than of film: a company's list of telephones."""
    rows = range(header.bottom + 1, min(last, view.height, header.bottom + _SAMPLE) + 1)
    words = {normal(text) for row in rows for text in view.line(row) if 0 < len(text) <= _LONG}
    film, office = trade.weigh(words)
    return office >= _OFFICE and film + _OFFICE / 2 < office


def _has_lines(view: Sheet, header: Header, last: int) -> bool:
    """Whether two columns of fields hold something below the headings."""
    return sum(evidence.holds(view, header, col, last) for col in header.columns.values()) > 1
