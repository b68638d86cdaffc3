"""A protected worksheet as a protected range over the whole tab.

It refuses (``warningOnly`` is false), since the file does: only who unprotects the sheet may write,
and for the API that is the spreadsheet's owner. A file's password is not asked for, and stays in
the file. What may be written all the same is an exception (``unprotectedRanges``): cells that are
not locked, and ranges that the file opens without a password. A file's protection that is not
switched on protects nothing.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import Any
from xml.etree import ElementTree as ET

from localsheets.acting import actor
from localsheets.requests.groups import runs
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, column_index, parse_block
from localsheets.wire.ranges import grid_range, rect_of
from localsheets.xlsx import parts

Json = dict[str, Any]

_SECRETS = ("password", "hashValue", "securityDescriptor")
Span = tuple[int, int | None]


def open_ranges(data: bytes, titles: set[str]) -> dict[str, list[Rect]]:
    """The ranges that anybody may edit in protected sheets, by the titles of their tabs."""
    found: dict[str, list[Rect]] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for title, part in parts.sheet_parts(archive).items():
            if title in titles:
                with archive.open(part) as file:
                    found[title] = list(_open_blocks(file))
    return found


def _open_blocks(file: Any) -> Iterable[Rect]:
    for _, element in ET.iterparse(file):  # noqa: S314 - expat does not follow entities here
        name = parts.local(element.tag)
        if name == "row":
            element.clear()
        elif name == "protectedRange" and not _is_secret(element):
            for text in (element.get("sqref") or "").split():
                block = parse_block(text.replace("$", ""))
                if block is not None:
                    yield block


def _is_secret(element: ET.Element) -> bool:
    return any(element.get(name) for name in _SECRETS) or len(element) > 0


def read(book: Book, sheet: Sheet, worksheet: Any, opened: list[Rect]) -> None:
    """Protect a tab if its worksheet is; ``opened`` are the ranges that the file leaves open."""
    if not worksheet.protection.sheet:
        return
    own = {"sheetId": sheet.id} if sheet.id else {}
    number = 1 + sum(len(each.protected) for each in book.sheets)
    made: Json = {
        "protectedRangeId": number,
        "range": own,
        "requestingUserCanEdit": True,
        "editors": {"users": [actor().owner]},
    }
    free = [rect for rect in _unlocked(sheet, worksheet) if not any(o == rect for o in opened)]
    holes = [_place(sheet, rect) for rect in [*opened, *free]]
    if holes:
        made["unprotectedRanges"] = holes
    sheet.protected.append(made)


def _place(sheet: Sheet, rect: Rect) -> Json:
    """A block as a GridRange; open sides stay open, and what begins at the edge says nothing."""
    found = grid_range(sheet.id, rect)
    if rect.bottom is None:
        del found["startRowIndex"]
    return {name: part for name, part in found.items() if part is not None}


def _unlocked(sheet: Sheet, worksheet: Any) -> list[Rect]:
    """The cells that are not locked, as blocks; a whole column is one without ends."""
    spans = _spans(sheet, worksheet)
    by_span: dict[Span, list[int]] = {}
    for column, own in spans.items():
        for span in own:
            by_span.setdefault(span, []).append(column)
    made = [
        Rect(top, left, bottom, right)
        for (top, bottom), columns in by_span.items()
        for left, right in runs(sorted(columns))
    ]
    return sorted(made, key=lambda rect: (rect.top, rect.left))


def _spans(sheet: Sheet, worksheet: Any) -> dict[int, list[Span]]:
    """Column -> the runs of its rows that are not locked."""
    free = [not each.locked for each in worksheet.parent._protections]
    cells: dict[int, dict[int, bool]] = {}
    for (row, column), cell in worksheet._cells.items():
        own = free[cell._style.protectionId] if cell.has_style else False
        cells.setdefault(column - 1, {})[row - 1] = own
    found = {}
    for column in _free_columns(sheet, worksheet, free):
        locked = sorted(row for row, own in cells.pop(column, {}).items() if not own)
        starts, ends = [0, *(row + 1 for row in locked)], [*locked, None]
        pairs = zip(starts, ends, strict=True)
        found[column] = [(s, e) for s, e in pairs if e is None or s < e]
    for column, rows in cells.items():
        unlocked = sorted(row for row, own in rows.items() if own)
        found[column] = [(start, end) for start, end in runs(unlocked)]
    return found


def _free_columns(sheet: Sheet, worksheet: Any, free: list[bool]) -> set[int]:
    found: set[int] = set()
    for name, own in worksheet.column_dimensions.items():
        if own.has_style and free[own._style.protectionId]:
            first = (own.min or column_index(name) + 1) - 1
            found.update(range(first, min(own.max or first + 1, sheet.column_count)))
    return found


def is_whole(part: Json) -> bool:
    """Whether a protected range refuses on the whole of a tab."""
    return not part.get("warningOnly") and rect_of(part.get("range", {})) == Rect()


def restored(sheet: Sheet, kept: list[Json], *, noted: bool) -> list[Json]:
    """A tab's protected ranges, given those that an earlier export noted.

    ``noted`` says that the export protected the sheet in the file, too. One that another program
    has unprotected since then is protected no longer, one that it has protected is.
    """
    ours = [part for part in kept if is_whole(part)]
    if sheet.protected and not ours:
        taken = {part["protectedRangeId"] for part in kept}
        number = next(n for n in range(1, len(taken) + 2) if n not in taken)
        return [*kept, {**sheet.protected[0], "protectedRangeId": number}]
    if ours and noted and not sheet.protected:
        return [part for part in kept if part not in ours]
    return kept
