"""The script that a production's own programmer would write: gspread, -dataframe, -formatting.

It makes a set of report tabs from tables and their looks, each library used as its own
documentation shows. `benchmarks.plain_script_ratio` holds a run of Topsheet against it.

Each tab is made anew at every run, as such scripts do: what people typed in it is gone, and between
its requests they see half a report. ``careful`` is what somebody makes of it who has met Google's
quota: one read for all source tabs, looks gathered by gspread-formatting's ``batch_updater``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import gspread
import pandas as pd
from gspread_dataframe import get_as_dataframe, set_with_dataframe
from gspread_formatting import (
    CellFormat,
    ConditionalFormatRule,
    batch_updater,
    format_cell_ranges,
    get_conditional_format_rules,
    set_column_widths,
    set_frozen,
)

Json = dict[str, Any]


@dataclass(frozen=True)
class Tab:
    """A report tab as the script has worked it out."""

    title: str
    cells: pd.DataFrame
    """Formulas begin with "=", texts with an apostrophe, so that none is taken for a number."""
    formats: Sequence[tuple[str, Json]]
    """(range, CellFormat)."""
    widths: Sequence[tuple[str, int]]
    """(column's letters, pixels)."""
    frozen: tuple[int, int]
    groups: Sequence[tuple[int, int]]
    """Rows to fold, from 0, half-open."""
    rules: Sequence[Json]
    """Conditional formats, without their tab."""
    notes: Mapping[str, str]
    filter: str = ""
    charts: Sequence[Json] = field(default_factory=tuple)


def run(client: gspread.Client, key: str, sources: Sequence[str], tabs: Sequence[Tab]) -> None:
    """One run: read the source tabs, make the report tabs."""
    book = client.open_by_key(key)
    for title in sources:
        get_as_dataframe(book.worksheet(title), header=None)
    for tab in tabs:
        sheet = _fresh(book, tab)
        _fill(sheet, tab)
        format_cell_ranges(sheet, _formats(tab))
        set_column_widths(sheet, tab.widths)
        set_frozen(sheet, rows=tab.frozen[0], cols=tab.frozen[1])
        _finish(book, sheet, tab)


def careful(client: gspread.Client, key: str, sources: Sequence[str], tabs: Sequence[Tab]) -> None:
    """The same with an eye on the quota."""
    book = client.open_by_key(key)
    standing = {sheet.title: sheet for sheet in book.worksheets()}
    book.values_batch_get([f"'{title}'" for title in sources])
    with batch_updater(book) as batch:
        for tab in tabs:
            if tab.title in standing:
                book.del_worksheet(standing[tab.title])
            sheet = book.add_worksheet(tab.title, *tab.cells.shape)
            _fill(sheet, tab)
            batch.format_cell_ranges(sheet, _formats(tab))
            batch.set_column_widths(sheet, tab.widths)
            batch.set_frozen(sheet, rows=tab.frozen[0], cols=tab.frozen[1])
            _finish(book, sheet, tab)


def _fresh(book: gspread.Spreadsheet, tab: Tab) -> gspread.Worksheet:
    """An empty tab in the place of the one that a run before has made."""
    with suppress(gspread.WorksheetNotFound):
        book.del_worksheet(book.worksheet(tab.title))
    return book.add_worksheet(tab.title, *tab.cells.shape)


def _fill(sheet: gspread.Worksheet, tab: Tab) -> None:
    set_with_dataframe(
        sheet, tab.cells, include_column_header=False, resize=True, string_escaping="off"
    )


def _formats(tab: Tab) -> list[tuple[str, CellFormat]]:
    return [(name, CellFormat.from_props(look)) for name, look in tab.formats]


def _finish(book: gspread.Spreadsheet, sheet: gspread.Worksheet, tab: Tab) -> None:
    """What is no cell's look: conditional formats, groups, notes, filter, charts."""
    if tab.rules:
        rules = get_conditional_format_rules(sheet)
        for rule in tab.rules:
            ranges = [{**place, "sheetId": sheet.id} for place in rule["ranges"]]
            rules.append(ConditionalFormatRule.from_props({**rule, "ranges": ranges}))
        rules.save()
    for start, end in tab.groups:
        sheet.add_dimension_group_rows(start, end)
    if tab.notes:
        sheet.update_notes(tab.notes)
    if tab.filter:
        sheet.set_basic_filter(tab.filter)
    if tab.charts:
        requests = [{"addChart": {"chart": _on(sheet.id, chart)}} for chart in tab.charts]
        book.batch_update({"requests": requests})


def _on(sheet: int, part: Any) -> Any:
    """A chart as it stands on another tab."""
    if isinstance(part, dict):
        return {
            key: sheet if key == "sheetId" else _on(sheet, value)
            for key, value in part.items()
            if key != "chartId"
        }
    return [_on(sheet, item) for item in part] if isinstance(part, list) else part
