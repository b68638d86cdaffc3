"""QUERY."""

from __future__ import annotations

from datetime import datetime, timedelta

from localsheets.formats.shown import shown
from localsheets.formats.zones import zone
from localsheets.formulas.functions.logic import Lazy, Nodes
from localsheets.formulas.functions.own import check_count
from localsheets.formulas.query.reader import read
from localsheets.formulas.query.run import Answer, Runner
from localsheets.formulas.query.table import table
from localsheets.formulas.values import Array, FormulaError, Rows, number, text
from localsheets.formulas.world import Area, Found, Scope, Walker
from localsheets.state.cell import Cell, CellError, Value
from localsheets.wire.a1 import letters

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet's dates have no zone
_DAY = timedelta(days=1)


def _query(at: Walker, nodes: Nodes, scope: Scope) -> Found:

    check_count("QUERY", len(nodes), 2, 3)
    found = at.found(nodes[0], scope.within_array(), block=True)
    array = (
        at.world.values(found)
        if isinstance(found, Area)
        else at.array(nodes[0], scope.within_array())
    )
    area = found if isinstance(found, Area) else None
    query = read(text(at.single(nodes[1], scope), at.world.place))
    headers = -1
    if len(nodes) > 2:
        headers = int(number(at.single(nodes[2], scope), at.world.place, "QUERY", 3))

    def header(row: int, column: int) -> str:
        if area is not None:
            cell = area.sheet.at(area.rect.top + row, area.rect.left + column)
            return _shown(cell.value, cell, at)
        return _shown(array.rows[row][column], None, at)

    data = table(array.rows, _names(area, array.width), headers, header)
    now = datetime.now(zone(at.world.book.time_zone)).replace(tzinfo=None) - _EPOCH
    return _with_labels(Runner(query, data, at.world.place, now / _DAY).answer())


def _names(area: Area | None, width: int) -> list[list[str]]:
    """What each column may be called: by its letters where it stands on a tab, and by its place."""
    numbered = [[f"Col{place}"] for place in range(1, width + 1)]
    if area is None:
        return numbered
    left = area.rect.left
    return [[letters(left + place), *own] for place, own in enumerate(numbered)]


def _shown(value: Value, cell: Cell | None, at: Walker) -> str:
    if value is None or isinstance(value, CellError):
        return ""
    return shown(
        value, (cell.format or {}).get("numberFormat") if cell else None, at.world.book.locale
    )


def _with_labels(answer: Answer) -> Array:
    """The answer as it stands on the tab: labels above it, if there are any."""
    rows: Rows = [list(answer.labels)] if any(answer.labels) else []
    rows += answer.rows
    if not rows:
        raise FormulaError("N_A", "Query completed with an empty output.")
    return Array(rows)


LAZY: dict[str, Lazy] = {"QUERY": _query}
