"""The requests for one report tab: made where it is not there, else brought up to date."""

from __future__ import annotations

from dataclasses import dataclass

from model.grid import OwnTab
from model.report import Report
from sheets.attic.copies import Told
from sheets.planning import metadata
from sheets.planning.cells import Expected, Writes, cell_writes
from sheets.planning.charts import chart_requests, charts_fingerprint, our_charts
from sheets.planning.dress import furnish, properties
from sheets.planning.links import Links
from sheets.planning.marks import FIELDS_ROW, HEADING_ROW, Name
from sheets.planning.metadata import Layout
from sheets.planning.paint import paint
from sheets.planning.placement import Placement
from sheets.planning.protection import protect, unprotect
from sheets.planning.rejoin import rejoined
from sheets.planning.remembered import Remembered, read_remembered
from sheets.planning.resolved import mark_resolved
from sheets.planning.sequence import Item, edits
from sheets.planning.slots import word_columns
from sheets.planning.standing import Standing, new_tab, order_of, sequence_of
from sheets.planning.summary import Summary
from sheets.planning.tab import Tab, arranged
from sheets.planning.wire import Request


@dataclass(frozen=True, slots=True)
class TabPlan:
    """What to do to one tab."""

    sheet: int
    title: str
    requests: tuple[Request, ...]
    summary: Summary
    corner: tuple[int, int]
    """Where the skeleton's corner will stand, from 0: the guard goes there."""
    expected: tuple[Expected, ...] = ()
    place: Placement | None = None
    """Where everything will stand."""
    told: Told | None = None
    """How the tab was taken to stand, for the copy that the attic keeps of it."""


def make_tab(report: Report, sheet: int, title: str, links: Links, day: str) -> TabPlan:
    """Make a report's tab."""
    tab = arranged(
        report,
        sheet,
        new_tab(),
        links,
        day=day,
        layout_changed=True,
        moved=False,
        sorted_by_people=False,
        repaint=True,
    )
    made = _layout(report, tab)
    begin = [properties(tab, title), metadata.create(sheet, report.name, made, tab.remembered.text)]
    requests, writes = _contents(tab, None, charts_changed=True)
    return TabPlan(
        sheet,
        title,
        (*begin, *requests),
        Summary(tabs_made=1),
        _corner(tab),
        tuple(writes.expected),
        tab.place,
    )


def update_tab(
    report: Report,
    own: OwnTab,
    standing: Standing,
    links: Links,
    day: str,
    *,
    healed: Layout | None = None,
) -> TabPlan:
    """Bring a tab up to date, row by row; where nothing differs there is nothing to do.

    ``healed`` is the layout of a tab that is brought back to an earlier state in the same batch:
    all of ours in it is painted again.
    """
    was = healed or metadata.read_layout(own.layout)
    made = metadata.layout_fingerprint(report)
    told = read_remembered(own.lines)
    if told.fields or was.made == made:
        words = [column.field for column in word_columns(tuple(report.columns))]
        standing = rejoined(standing, told if told.fields else Remembered(tuple(words)))
    tab = arranged(
        report,
        own.grid.sheet_id,
        standing,
        links,
        day=day,
        layout_changed=was.made != made,
        moved=healed is not None or was.order != order_of(standing.rows, standing.cols),
        sorted_by_people=was.sequence
        != sequence_of(mark.name if mark else None for mark in standing.marks),
        repaint=healed is not None,
    )
    now = _layout(report, tab)
    shifts = _shifts(tab)
    contents, writes = _contents(tab, own, charts_changed=was.charts != now.charts)
    lines = tab.remembered.text
    differs = healed is not None or now != was or lines != own.lines
    remember = [metadata.remember(own, report.name, now, lines)] if differs else []
    return TabPlan(
        tab.sheet,
        own.grid.tab,
        (*shifts, *contents, *remember),
        _counted(tab, writes),
        _corner(tab),
        tuple(writes.expected),
        tab.place,
    )


def retire(own: OwnTab, title: str) -> tuple[Request, ...]:
    """Put a tab aside whose key column is gone: renamed, never read nor written again.

    People's words in it stay where they are. It keeps our metadata, under a name that no report
    has, so that it is not taken for a sheet of theirs either. Charts and warnings of ours go.
    """
    sheet = own.grid.sheet_id
    rename: Request = {
        "updateSheetProperties": {
            "properties": {"sheetId": sheet, "title": title},
            "fields": "title",
        }
    }
    return (
        rename,
        metadata.remember(own, f"kept:{own.report}", Layout("", "", "", "")),
        *({"deleteEmbeddedObject": {"objectId": chart}} for chart in our_charts(own)),
        *unprotect(own),
    )


def _layout(report: Report, tab: Tab) -> Layout:
    """The tab as this plan leaves it."""
    made = metadata.layout_fingerprint(report)
    return Layout(made, tab.order, tab.sequence, charts_fingerprint(report))


def _contents(
    tab: Tab, own: OwnTab | None, *, charts_changed: bool
) -> tuple[list[Request], Writes]:
    """Cells, looks, furniture, charts and warnings, once the rows and columns stand."""
    writes = cell_writes(tab)
    mark_resolved(tab, writes)
    values, looks = writes.requests(tab.sheet)
    pictures = chart_requests(tab, own.charts if own else (), charts_changed)
    warnings = protect(tab, own.protections if own else ())
    return [*values, *paint(tab), *looks, *furnish(tab), *pictures, *warnings], writes


def _shifts(tab: Tab) -> list[Request]:
    """Delete and insert columns, then rows."""
    rows, final = len(tab.standing.marks), tab.final_rows
    spare: list[Request] = []
    if _would_be_bare(tab):
        step = {"sheetId": tab.sheet, "dimension": "ROWS", "length": 1}
        spare = [{"appendDimension": step}]
        blank: Item[Name] = Item(None, rows)
        final = (*final, blank)
        rows += 1
    columns = edits(tab.sheet, "COLUMNS", len(tab.standing.fields), tab.final_cols)
    return [*columns, *spare, *edits(tab.sheet, "ROWS", rows, final)]


def _would_be_bare(tab: Tab) -> bool:
    """Whether no row below the frozen ones would survive, which Google refuses."""
    frozen = tab.old_rows.get(HEADING_ROW, -1)
    kept = any(item.old is not None and item.old > frozen for item in tab.final_rows)
    return not kept and frozen >= 0


def _counted(tab: Tab, writes: Writes) -> Summary:
    kept = {item.old for item in tab.final_rows if item.old is not None}
    return Summary(
        rows_inserted=sum(item.old is None for item in tab.final_rows),
        rows_deleted=len(tab.standing.marks) - len(kept),
        rows_resolved=len(tab.newly_resolved),
        cells_changed=writes.changed,
    )


def _corner(tab: Tab) -> tuple[int, int]:
    return tab.place.rows[FIELDS_ROW], tab.place.key_col
