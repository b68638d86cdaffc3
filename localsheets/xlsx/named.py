"""Named ranges of a workbook, in and out.

A name of a file may be a formula, a constant, several blocks, a print area: those are no named
ranges to the API and stay in the file as they are. A name that counts on one tab only counts in the
whole spreadsheet here, unless another has it; an export puts it back on its tab.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from localsheets.state.book import Book
from localsheets.wire.a1 import Rect, letters, parse_block, split_tab
from localsheets.wire.ranges import grid_range, rect_of
from localsheets.xlsx.names import Names

Json = dict[str, Any]


def read(book: Book, workbook: Any) -> None:
    """Take up a workbook's named ranges."""
    taken = {item["name"].casefold() for item in book.named}
    for _, name, defined in _defined(workbook):
        place = _place(book, defined)
        if place is not None and name.casefold() not in taken:
            taken.add(name.casefold())
            number = f"name-{len(book.named) + 1}"
            book.named.append({"namedRangeId": number, "name": name, "range": place})


def _defined(workbook: Any) -> Iterator[tuple[Any, str, Any]]:
    """(where it is kept, name, definition): those of the workbook, then those of its tabs."""
    for owner in (workbook, *workbook.worksheets):
        for name, defined in list(owner.defined_names.items()):
            if not name.startswith("_xlnm"):
                yield owner.defined_names, name, defined


def _place(book: Book, defined: Any) -> Json | None:
    """The one block that a name stands for, as a GridRange."""
    tab, block = split_tab(str(defined.attr_text or "").lstrip("="))
    sheet = book.titled(tab) if tab else None
    rect = parse_block(block.replace("$", "")) if sheet else None
    if sheet is None or rect is None:
        return None
    closed = rect.clamp(sheet.row_count, sheet.column_count)
    if closed.height <= 0 or closed.width <= 0:
        return None
    return grid_range(sheet.id, closed)


def write(workbook: Any, book: Book, names: Names, imported: set[str]) -> None:
    """Bring a workbook's named ranges into line; ``imported`` are the names (folded) that an import
    took for named ranges: those that are gone go, all other names stay."""
    from openpyxl.workbook.defined_name import DefinedName

    wanted = {item["name"].casefold(): item for item in book.named}
    for owner, name, defined in _defined(workbook):
        item = wanted.get(name.casefold())
        if item is not None:
            defined.attr_text = _text(item, names)
            del wanted[name.casefold()]
        elif name.casefold() in imported:
            del owner[name]
    for item in wanted.values():
        text = _text(item, names)
        if text is not None:
            workbook.defined_names[item["name"]] = DefinedName(item["name"], attr_text=text)


def blocks(workbook: Any) -> set[str]:
    """Names (folded) in a file that stand for one block."""
    return {
        name.casefold()
        for _, name, defined in _defined(workbook)
        if parse_block(split_tab(str(defined.attr_text or ""))[1].replace("$", "")) is not None
    }


def _text(item: Json, names: Names) -> str | None:
    """ "'Tab'!$A$1:$B$2"."""
    tab = names.quoted(item["range"].get("sheetId", 0))
    rect = rect_of(item["range"])
    if tab is None:
        return None
    return f"{tab}!{_fixed(rect)}"


def _fixed(rect: Rect) -> str:
    first = f"${letters(rect.left)}${rect.top + 1}"
    last = f"${letters((rect.right or 1) - 1)}${rect.bottom}"
    return first if first == last else f"{first}:{last}"
