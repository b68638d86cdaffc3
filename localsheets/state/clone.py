"""A copy of a tab, in its own spreadsheet or another: what ``duplicateSheet`` and ``copyTo`` share.

Everything on the tab comes along: cells, sizes, merges, and all of :data:`parts.KINDS`. Whatever
has an id gets a new one, and what meant the tab means the copy. Protections stay behind, as Google
leaves them behind when a script copies a tab, and so does developer metadata. Named ranges go along
to another spreadsheet, where their names are free; here they are taken.
"""

from __future__ import annotations

from typing import Any

from localsheets.state import parts
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.state.references import retitled
from localsheets.state.sheet import Sheet
from localsheets.wire.ranges import mentions, relocated

Json = dict[str, Any]

LEFT_BEHIND = {"protected"}


def clone(book: Book, source: Sheet, target: Book, title: str, sheet_id: int) -> Sheet:
    """A copy of ``source``, a tab of ``book``, for ``target`` (which may be the same): it has yet
    to be put among ``target``'s tabs. Its title and id are checked by the caller."""
    twin = source.copy()
    twin.properties = {**source.properties, "title": title, "sheetId": sheet_id}
    twin.touched = True
    strangers = set() if target is book else {s.id for s in book.sheets if s is not source}
    numbers = _Fresh(target)
    for kind in parts.KINDS:
        own = [] if kind.field in LEFT_BEHIND else kind.of(source)
        kept = [part for part in own if not strangers & parts.tabs_of(kind.message, part)]
        moved = [relocated(kind.message, part, source.id, sheet_id) for part in kept]
        kind.put(twin, [numbers.renewed(kind.id, part) for part in moved])
    _mean_itself(target, twin, source.title)
    if target is not book:
        _adopt(target, twin)
        _take_names(book, source, target, sheet_id)
    return twin


class _Fresh:
    """New ids, and names of tables, of which none is given twice."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.taken: set[int] = set()
        tables = [part for key, part in book.parts() if key == "tableId"]
        self.names = {str(table.get("name", "")).casefold() for table in tables}

    def renewed(self, key: str, part: Json) -> Json:
        if not key:
            return part
        if key == "tableId":
            return {**part, "tableId": str(self.number()), "name": self.name(part.get("name", ""))}
        return {**part, key: self.number()}

    def number(self) -> int:
        while (number := self.book.fresh_id()) in self.taken:
            pass
        self.taken.add(number)
        return number

    def name(self, wanted: str) -> str:
        number, name = 1, wanted
        while name.casefold() in self.names:
            number += 1
            name = f"{wanted}_{number}"
        self.names.add(name.casefold())
        return name


def _mean_itself(book: Book, twin: Sheet, old: str) -> None:
    """Formulas of the copy that named the tab they stood on name the copy."""
    for row, column, cell in list(twin.cells()):
        changed = _renamed(cell, old, twin.title)
        if changed is not cell:
            twin.put(row, column, changed)
            if cell.formula != changed.formula:
                book.changes.add(twin.id, row, column)
    twin.conditional = [_format_renamed(rule, old, twin.title) for rule in twin.conditional]


def _renamed(cell: Cell, old: str, new: str) -> Cell:
    if cell.formula is not None:
        text = retitled(cell.formula, old, new)
        if text != cell.formula:
            cell = cell.but(formula=text)
    if cell.validation is not None:
        rule = _rule_renamed(cell.validation, old, new)
        if rule != cell.validation:
            cell = cell.but(validation=rule)
    return cell


def _format_renamed(rule: Json, old: str, new: str) -> Json:
    """A conditional format whose formula names the tab itself."""
    if "booleanRule" not in rule:
        return rule
    return {**rule, "booleanRule": _rule_renamed(rule["booleanRule"], old, new)}


def _rule_renamed(rule: Json, old: str, new: str) -> Json:
    """A rule with a condition, for a cell's validation or format, that names the tab itself."""
    condition = rule.get("condition", {})
    if "values" not in condition:
        return rule
    values = [
        {**value, "userEnteredValue": retitled(value["userEnteredValue"], old, new)}
        if value.get("userEnteredValue", "").startswith("=")
        else value
        for value in condition["values"]
    ]
    return {**rule, "condition": {**condition, "values": values}}


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
    """Google's title for a copy: "Copy of Budget", then "Copy of Budget 1"."""
    number, copy = 0, f"Copy of {title}"
    while book.titled(copy):
        number += 1
        copy = f"Copy of {title} {number}"
    return copy
