"""A copy of a tab, in its own spreadsheet or another: what ``duplicateSheet`` and ``copyTo`` share.

Everything on the tab comes along: cells, sizes, merges, rules, filters, charts, bands, groups.
Whatever has an id gets a new one, and places on the tab become places on the copy. Protections stay
behind, as Google leaves them behind when a script copies a tab, and so does developer metadata.
Named ranges go along to another spreadsheet, where their names are free; here they are taken.
"""

from __future__ import annotations

from typing import Any

from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.ranges import mentions, relocated

Json = dict[str, Any]

WITH_IDS = {
    "charts": ("EmbeddedChart", "chartId"),
    "banded": ("BandedRange", "bandedRangeId"),
}
"""A tab's parts that have ids: where they stand, their message, their id's name."""
PLAIN = {
    "conditional": "ConditionalFormatRule",
    "row_groups": "DimensionGroup",
    "col_groups": "DimensionGroup",
}
LEFT_BEHIND = ("protected",)


def clone(book: Book, source: Sheet, target: Book, title: str, sheet_id: int) -> Sheet:
    """A copy of ``source``, a tab of ``book``, for ``target`` (which may be the same): it has yet
    to be put among ``target``'s tabs. Its title and id are checked by the caller."""
    twin = source.copy()
    twin.properties = {**source.properties, "title": title, "sheetId": sheet_id}
    twin.touched = True
    for name in LEFT_BEHIND:
        setattr(twin, name, [])
    for name, message in PLAIN.items():
        setattr(twin, name, _moved(getattr(twin, name), message, source.id, sheet_id))
    if twin.basic_filter is not None:
        twin.basic_filter = relocated("BasicFilter", twin.basic_filter, source.id, sheet_id)
    _fresh_ids(book, source, target, twin)
    if target is not book:
        _adopt(target, twin)
        _take_names(book, source, target, sheet_id)
    return twin


def _moved(items: list[Json], message: str, old: int, new: int) -> list[Json]:
    return [relocated(message, item, old, new) for item in items]


def _fresh_ids(book: Book, source: Sheet, target: Book, twin: Sheet) -> None:
    """New ids for what has them; in another spreadsheet, no charts of tabs that stay behind."""
    taken: set[int] = set()
    strangers = [] if target is book else [s.id for s in book.sheets if s is not source]
    for name, (message, key) in WITH_IDS.items():
        kept = [
            part
            for part in getattr(twin, name)
            if not any(mentions(message, part, stranger) for stranger in strangers)
        ]
        moved = _moved(kept, message, source.id, twin.id)
        setattr(twin, name, [{**part, key: _fresh_id(target, taken)} for part in moved])


def _fresh_id(book: Book, taken: set[int]) -> int:
    while (number := book.fresh_id()) in taken:
        pass
    taken.add(number)
    return number


def _adopt(target: Book, twin: Sheet) -> None:
    """Share the formats with those of the other spreadsheet; its formulas see other tabs there."""
    for row, column, cell in list(twin.cells()):
        if cell.format:
            twin.put(row, column, cell.but(format=target.formats.share(cell.format)))
        if cell.formula is not None:
            target.changes.add(twin.id, row, column)


def _take_names(book: Book, source: Sheet, target: Book, sheet_id: int) -> None:
    taken = {item["name"].casefold() for item in target.named}
    for item in book.named:
        if mentions("NamedRange", item, source.id) and item["name"].casefold() not in taken:
            moved = relocated("NamedRange", item, source.id, sheet_id)
            target.named.append({**moved, "namedRangeId": str(target.fresh_id())})


def copy_title(book: Book, title: str) -> str:
    """Google's title for a copy: "Copy of Budget", then "Copy of Budget 2"."""
    number, copy = 1, f"Copy of {title}"
    while book.titled(copy):
        number += 1
        copy = f"Copy of {title} {number}"
    return copy
