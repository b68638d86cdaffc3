"""Which episodes a budget is of, by its tab's title and what stands above its headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from model.grid import Grid
from model.table import Table
from schemas.values.words import fold

_NAMED = re.compile(
    r"\b(?:ep|eps|epis|episodes?|episodios?|folgen?|blocks?|blocs?|bloques?)\.? ?#?"
    r"(\d+(?: ?(?:[-–/&,+]|to|a|bis|and|et|und|y) ?\d+)*)\b"
)


def of(table: Table, grids: Mapping[str, Grid]) -> frozenset[str]:
    """The numbers of the episodes or blocks that a table names; none where it names none."""
    grid = grids.get(table.place.tab)
    top = min((table.block.top, *table.header_rows))
    rows: Sequence[Sequence[object]] = grid.rows[: top - 1] if grid else ()
    said = [table.place.tab, *(value for row in rows for value in row if isinstance(value, str))]
    found = (match[1] for text in said for match in _NAMED.finditer(fold(text)))
    return frozenset(number for text in found for number in re.findall(r"\d+", text))


def are_others(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two budgets are of other episodes: a pattern is no level of one episode's."""
    return bool(one and other) and one != other
