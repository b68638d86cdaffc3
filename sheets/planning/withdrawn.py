"""A tab whose report no longer belongs in the spreadsheet: our figures go, people's words stay.

Settings may call a spreadsheet restricted, or send a report elsewhere, after its tab was written;
what stands there then is stale at best, and not for these readers at worst.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from model.grid import OwnTab
from sheets.planning import metadata
from sheets.planning.cells import STAMP
from sheets.planning.charts import our_charts
from sheets.planning.marks import HEADING_ROW, Kind
from sheets.planning.metadata import Layout
from sheets.planning.protection import unprotect
from sheets.planning.standing import Standing
from sheets.planning.summary import Summary
from sheets.planning.tabplan import TabPlan
from sheets.planning.wire import Box, Place, Request, delete, repeat, update_cells

WITHDRAWN = Layout("withdrawn", "", "", "")
"""What the tab's metadata says from then on: unlike any report's layout, so that a report that
comes back is painted whole."""
_BARE = "userEnteredValue,userEnteredFormat,textFormatRuns,note"


def is_withdrawn(own: OwnTab) -> bool:
    """Whether an earlier run emptied the tab already."""
    return own.layout == WITHDRAWN.text


def withdrawn_tab(own: OwnTab, standing: Standing, day: str) -> TabPlan:
    """Take away every line without words of people, and all that we wrote in the others.

    A line that stays for its words loses its key with its figures: it is people's own row now. The
    headings stay, and where the as-of stamp stood the tab says what became of it.
    """
    sheet = own.grid.sheet_id
    going = [row for row, mark in enumerate(standing.marks) if _goes(standing, row) and mark]
    kept = _kept(standing)
    requests = [
        *(repeat(sheet, Box(row, left, row + 1, right), {}, _BARE) for row, left, right in kept),
        *_notice(standing, sheet, own.grid.tab, day),
        *({"deleteEmbeddedObject": {"objectId": chart}} for chart in our_charts(own)),
        *unprotect(own),
        *_deletions(standing, sheet, going),
        metadata.remember(own, own.report, WITHDRAWN),
    ]
    summary = Summary(tabs_emptied=1, rows_deleted=len(going))
    return TabPlan(sheet, own.grid.tab, tuple(requests), summary, _corner(standing))


def _corner(standing: Standing) -> tuple[int, int]:
    """Where the key column and the row of field names meet once the lines above are gone."""
    row = next(row for row, mark in enumerate(standing.marks) if mark and mark.kind is Kind.FIELDS)
    return row - sum(_goes(standing, above) for above in range(row)), standing.key_col


def _goes(standing: Standing, row: int) -> bool:
    mark = standing.marks[row]
    if mark is None or mark.kind in (Kind.FIELDS, Kind.HEADING) or mark.name == STAMP:
        return False
    return not standing.has_words(row)


def _kept(standing: Standing) -> list[tuple[int, int, int]]:
    """(row, first column, column after) of all that is ours in lines kept for people's words."""
    people = set(standing.peoples_cols)
    ours = [col for col in range(len(standing.fields)) if col not in people]
    rows = [
        row
        for row, mark in enumerate(standing.marks)
        if mark
        and mark.kind in (Kind.PREAMBLE, Kind.LINE)
        and mark.name != STAMP
        and not _goes(standing, row)
    ]
    return [(row, col, col + 1) for row in rows for col in ours]


def _notice(standing: Standing, sheet: int, title: str, day: str) -> Iterator[Request]:
    row = standing.rows.get(STAMP)
    people = {*standing.peoples_cols, standing.key_col}
    ours = [col for col in range(len(standing.fields)) if col not in people]
    if row is None or not ours:
        return
    text = (
        f"{title} is not written here since {day}: by the production's settings this report goes"
        " to other spreadsheets, or to none. What people typed is kept. The tab may be deleted."
    )
    cells: dict[Place, dict[str, Any]] = {(row, col): {} for col in ours}
    cells[row, ours[0]] = {"userEnteredValue": {"stringValue": text}}
    yield from update_cells(sheet, cells, "userEnteredValue,textFormatRuns,note")


def _deletions(standing: Standing, sheet: int, going: list[int]) -> Iterator[Request]:
    """From below, so that each stands where it stood; a blank row where none would be left."""
    heading = standing.rows.get(HEADING_ROW, -1)
    if set(range(heading + 1, len(standing.marks))) <= set(going):
        yield {"appendDimension": {"sheetId": sheet, "dimension": "ROWS", "length": 1}}
    for row in reversed(going):
        yield delete(sheet, "ROWS", row, row + 1)
