"""What a spreadsheet's tabs say of each other: whether they are a production's at all.

Offices keep order books, ledgers and lists of policies under the same headings as productions do.
Beside tabs that no other trade keeps, such a tab is a production's; among tabs that are nothing of
a production's, it must speak of film itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from schemas.dood import legend as dood_legend
from schemas.finding import trade
from schemas.headings import normal
from schemas.kind import Found
from schemas.planning.crew_grid_layout import Layout as GridLayout
from schemas.sheet import Sheet
from schemas.values import names

Tab = tuple[Sheet, Sequence[Found]]
"""A tab with the tables found on it."""

_OF_FILM = frozenset(("cast", "crew", "dood", "one_liner"))
"""Kinds that no other trade keeps."""
_BUDGETS = frozenset(("budget", "budget_topsheet", "budget_detail"))
_CLEARLY = 5
"""Words of film by which a budget is one beyond doubt."""
_SOME = 2.5
"""Words of film by which a tab among strangers is believed."""
_SOME_BESIDE = 2
"""Words of film by which the others are looked at again, where a tab is a production's."""
_SURELY = 0.75
"""How surely a crew grid is one whose people are the crew."""
_TITLED = 2
_ROWS, _COLUMNS = 4, 3
"""The size from which a tab counts as one: a cover or a note says nothing of the others."""
_LONG = 60
_TOP = 12
"""Rows at the top of a tab in which its legend is looked for."""
_SCHEDULED = frozenset(("SW", "WF", "SWF", "WD", "PW", "SWD", "PWF"))
"""Codes of a day-out-of-days: what its legend explains are no letters of the crew's."""


def is_productions(tabs: Iterable[Tab]) -> bool:
    """Whether some tab is a production's beyond doubt, so that others of its kinds are too."""
    return any(
        one.kind in _OF_FILM or (one.kind in _BUDGETS and _is_clear(sheet))
        for sheet, found in tabs
        for one in found
    )


def crew(tabs: Iterable[Tab]) -> frozenset[frozenset[str]]:
    """The words of each name on the crew lists: whose days a tab may have, or whose papers.

    Crew grids that are so beyond doubt name the crew as well as lists do.
    """
    return frozenset(
        words
        for sheet, found in tabs
        for one in found
        if one.kind == "crew" or (one.kind == "crew_grid" and one.confidence >= _SURELY)
        for row in range(one.header.bottom + 1, one.block.bottom + 1)
        if (words := names.words(_name(sheet, one, row)))
    )


def grids(tabs: Iterable[Tab]) -> frozenset[Hashable]:
    """What the crew grids that are so beyond doubt are known by: another unit's looks the same."""
    return frozenset(
        one.layout.pattern
        for _, found in tabs
        for one in found
        if isinstance(one.layout, GridLayout) and one.confidence >= _SURELY
    )


def letters(sheets: Iterable[Sheet]) -> Mapping[str, str]:
    """What letters stand for by the legends above the tabs, but for those of days-out-of-days.

    One unit's grid explains what all use; a letter with two meanings has none elsewhere.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for sheet in sheets:
        said = dood_legend.words(sheet, _TOP)
        for letter, words in () if said.keys() & _SCHEDULED else said.items():
            found[letter].add(words)
    return {letter: words.pop() for letter, words in found.items() if len(words) == 1}


def _name(sheet: Sheet, found: Found, row: int) -> str | None:
    """Who stands on a line of a list, in one column or in two."""
    columns = found.header.columns
    said = [sheet.text(row, columns.get(field, 0)) for field in ("name", "first_name", "last_name")]
    return names.person(said[0]) or names.joined(said[1], said[2])


def speaks_of_film(tabs: Sequence[Tab]) -> bool:
    """Whether all tabs together speak of film and hardly of anything else.

    Their lists may be looked at a second time then, though no one of them is beyond doubt.
    """
    film, office = trade.weigh(_words([sheet for sheet, _ in tabs]))
    believed = any(found and not is_strangers(sheet, tabs) for sheet, found in tabs)
    return (
        film > office
        and film >= (_SOME_BESIDE if believed else _CLEARLY)
        and (believed or film > 2 * office)
    )


def is_strangers(sheet: Sheet, tabs: Sequence[Tab]) -> bool:
    """Whether a tab stands among others that are nothing of a production's, and speaks of none.

    What the settings call a tab is believed.
    """
    if sheet.override is not None:
        return False
    others = [found for other, found in tabs if other is not sheet and _is_large(other)]
    if sum(not found for found in others) * 2 <= len(others):
        return False
    film, _ = trade.weigh(_words([sheet]))
    titled = sum(trade.is_titled(text) for text in (sheet.grid.tab, *_texts(sheet)))
    everywhere, office = trade.weigh(_words([other for other, _ in tabs]))
    return film + titled < _SOME or (everywhere < office and titled < _TITLED)


def _is_clear(sheet: Sheet) -> bool:
    """Whether a budget's words are a film's, many of them."""
    film, office = trade.weigh(_words([sheet]))
    return film >= _CLEARLY and film > office


def _is_large(sheet: Sheet) -> bool:
    """Whether a tab holds as much as a table does."""
    return sheet.width >= _COLUMNS and sum(map(any, sheet.texts)) >= _ROWS


def _words(sheets: Iterable[Sheet]) -> set[str]:
    """The different texts of some tabs."""
    return {normal(text) for sheet in sheets for text in _texts(sheet)}


def _texts(sheet: Sheet) -> Iterable[str]:
    """A tab's texts that are no sentences."""
    return (
        text
        for line in sheet.texts[: trade.ROWS]
        for text in line
        if len(text) <= _LONG and any(map(str.isalpha, text))
    )
