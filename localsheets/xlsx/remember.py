"""What the API knows and a workbook does not, kept in a part of our own in the package.

Developer metadata, protected ranges, ids of tabs, charts and bands, locale and time zone would be
lost in an .xlsx file; with them a spreadsheet that was exported and imported again is the same to
the API. The part is an XML document with JSON as its text.
"""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from localsheets.state.bands import band_colour
from localsheets.state.book import Book
from localsheets.state.cell import Outcome
from localsheets.state.references import retitled
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import letters, parse_block
from localsheets.wire.ranges import rect_of
from localsheets.xlsx import protection_in, tables_in, unsaid
from localsheets.xlsx.colours import to_hex
from localsheets.xlsx.heights import fitted
from localsheets.xlsx.names import Names

Json = dict[str, Any]

KEPT = ("charts", "banded", "filter_views", "slicers")
"""Parts of a tab that no file can hold, or not with all that is in them."""
HIDING = ("hiddenByFilter", "hiddenByUser")
NAMESPACE = "urn:localsheets:1"


def remembered(book: Book, names: Names, notes: Json) -> bytes:
    """The part's content. Tabs are told by the titles that they have in the file; ``notes`` is what
    else there is to say of each."""
    titles = [(names.by_id[sheet.id], sheet) for sheet in book.sheets]
    known = {
        "title": book.title,
        "locale": book.locale,
        "timeZone": book.time_zone,
        "metadata": book.metadata,
        "named": book.named,
        "sheets": {title: {**_sheet(s, book.locale), **notes[title]} for title, s in titles},
    }
    text = escape(json.dumps(known, ensure_ascii=False, separators=(",", ":")))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><state xmlns="{NAMESPACE}">{text}</state>'.encode()
    )


def _sheet(sheet: Sheet, locale: str) -> Json:
    return {
        "properties": sheet.properties,
        "estimated": _estimated(sheet, locale),
        "filter": sheet.basic_filter,
        "looks": {
            f"{letters(column)}{row + 1}": cell.outcome.look
            for row, column, cell in sheet.formula_cells()
            if cell.outcome is not None and cell.outcome.look is not None
        },
        "arrays": {
            f"{letters(column)}{row + 1}": cell.outcome.size
            for row, column, cell in sheet.formula_cells()
            if cell.outcome is not None and cell.outcome.size != (1, 1)
        },
        "hidden": _hidden(sheet, *HIDING) if sheet.basic_filter else {},
        "tables": sheet.tables,
        "protected": sheet.protected,
        "closed": any(protection_in.is_whole(part) for part in sheet.protected),
        **{name: getattr(sheet, name) for name in KEPT},
    }


def recall(archive: zipfile.ZipFile) -> Json | None:
    """What an earlier export noted in a package; ``None`` where there is nothing of ours."""
    for name in archive.namelist():
        if not name.startswith("customXml/item") or not name.endswith(".xml"):
            continue
        data = archive.read(name)
        if NAMESPACE.encode() not in data:
            continue
        try:
            found = json.loads(ET.fromstring(data).text or "")  # noqa: S314
        except (ET.ParseError, ValueError):
            continue
        if isinstance(found, dict):
            return found
    return None


def title_ids(known: Json | None) -> dict[str, int]:
    """Tab title -> the id that it had."""
    sheets = (known or {}).get("sheets", {})
    return {title: int(own["properties"]["sheetId"]) for title, own in sheets.items()}


def is_ours(known: Json | None, title: str) -> bool:
    """Whether a tab was written from here, and not left as another program wrote it."""
    sheets = (known or {}).get("sheets", {})
    return title in sheets and not sheets[title].get("foreign")


def foreign(data: bytes) -> set[str] | None:
    """The titles of a file's tabs that an earlier export left as another program wrote them;
    ``None`` for a file that was not exported from here."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        known = recall(archive)
    if known is None:
        return None
    return {title for title, own in known.get("sheets", {}).items() if own.get("foreign")}


def sizes(known: Json | None, title: str) -> dict[tuple[int, int], tuple[int, int]]:
    """The place of each array's formula on a tab -> the rows and columns that it covered."""
    arrays = (known or {}).get("sheets", {}).get(title, {}).get("arrays", {})
    found = {}
    for name, (height, width) in arrays.items():
        rect = parse_block(name)
        if rect is not None:
            found[rect.top, rect.left] = (int(height), int(width))
    return found


def restore(book: Book, known: Json) -> None:
    """Give a freshly read spreadsheet back what a file cannot hold; what is gone stays gone."""
    book.locale = known.get("locale", book.locale)
    book.time_zone = known.get("timeZone", book.time_zone)
    book.title = known.get("title", book.title)
    ids = {sheet.id for sheet in book.sheets}
    for title, own in known.get("sheets", {}).items():
        sheet = book.titled(title)
        if sheet is not None and sheet.id == own["properties"]["sheetId"]:
            _restore_sheet(sheet, own)
            heights = own.get("estimated") or _estimated(sheet, book.locale)
            _unfit(sheet, {int(row): height for row, height in heights.items()})
            _retitle(book, sheet, own["properties"]["title"])
    book.metadata = [item for item in known.get("metadata", []) if _lives(item["location"], ids)]
    names = {item["name"] for item in book.named}
    book.named = [item for item in known.get("named", []) if item["name"] in names] or book.named


def _lives(location: Json, ids: set[int]) -> bool:
    if location.get("spreadsheet"):
        return True
    where = location.get("dimensionRange", location)
    return where.get("sheetId", 0) in ids


def _restore_sheet(sheet: Sheet, own: Json) -> None:
    if not sheet.is_grid:
        sheet.charts = own.get("charts", sheet.charts)
        return
    grid = own["properties"].get("gridProperties", {})
    longer = {
        name: max(int(grid.get(name, 1)), size)
        for name, size in (("rowCount", _used_rows(sheet)), ("columnCount", _used_columns(sheet)))
    }
    sheet.set_grid(**longer)
    sheet.tables = tables_in.restored(sheet, own.get("tables", []))
    noted = bool(own.get("closed"))
    sheet.protected = protection_in.restored(sheet, own.get("protected", []), noted=noted)
    for name in KEPT:
        setattr(sheet, name, own.get(name, []))
    _restore_looks(sheet, own.get("looks", {}))
    _restore_filter(sheet, own)
    unsaid.restore(sheet, own)
    if own["properties"].get("sheetType") == "OBJECT" and not sheet.extent()[0]:
        sheet.properties = own["properties"]
    if sheet.banded:
        _unpaint(sheet)


def _restore_looks(sheet: Sheet, looks: Json) -> None:
    """Number formats that formulas took over from what they look at, until they are computed."""
    for name, look in looks.items():
        rect = parse_block(name)
        cell = sheet.at(rect.top, rect.left) if rect is not None else None
        if rect is not None and cell is not None and cell.formula is not None:
            outcome = (cell.outcome or Outcome())._replace(look=look)
            sheet.put(rect.top, rect.left, cell.but(outcome=outcome))


def _restore_filter(sheet: Sheet, own: Json) -> None:
    """A filter is ours again if the file has one on the same cells that hides the same rows."""
    kept, now = own.get("filter"), sheet.basic_filter
    if not (kept and now and kept["range"] == now["range"]):
        return
    hidden: Json = own.get("hidden", {})
    rect = rect_of(kept["range"])
    there = {n for n in _hidden(sheet, *HIDING) if rect.contains(n, rect.left)}
    if there != {int(n) for n in hidden if rect.contains(int(n), rect.left)}:
        return
    sheet.basic_filter = kept
    for row, how in hidden.items():
        if int(row) in there:
            rest = {n: v for n, v in sheet.row_meta[int(row)].items() if n not in HIDING}
            sheet.row_meta[int(row)] = rest | dict.fromkeys(how, True)


def _hidden(sheet: Sheet, *how: str) -> dict[int, list[str]]:
    """The rows that are hidden, and by what."""
    found = {n: [name for name in how if own.get(name)] for n, own in sheet.row_meta.items()}
    return {n: names for n, names in sorted(found.items()) if names}


def _retitle(book: Book, sheet: Sheet, title: str) -> None:
    """A title that Excel does not allow comes back, in formulas too."""
    old = sheet.title
    if title == old or book.titled(title) is not None:
        return
    sheet.properties = {**sheet.properties, "title": title}
    for other in book.sheets:
        for row, column, cell in other.formula_cells():
            text = retitled(cell.formula or "", old, title)
            if text != cell.formula:
                other.put(row, column, cell.but(formula=text))


def _used_rows(sheet: Sheet) -> int:
    frozen = int(sheet.grid.get("frozenRowCount", 0))
    return max(1, frozen + 1, sheet.extent()[0])


def _used_columns(sheet: Sheet) -> int:
    frozen = int(sheet.grid.get("frozenColumnCount", 0))
    return max(1, frozen + 1, sheet.extent()[1])


def _estimated(sheet: Sheet, locale: str) -> dict[int, int]:
    """Pixels of rows whose height an export only estimates."""
    return {row: round(points * 4 / 3) for row, points in fitted(sheet, locale).items()}


def _unfit(sheet: Sheet, estimated: dict[int, int]) -> None:
    """Take away heights that an export only estimated, so that rows fit their text again."""
    sized = sheet.row_meta
    sheet.row_meta = {
        row: {name: part for name, part in meta.items() if name != "pixelSize"}
        for row, meta in sized.items()
    }
    for row, meta in sized.items():
        if meta.get("pixelSize", estimated.get(row)) != estimated.get(row):
            sheet.row_meta[row] = meta
    sheet.row_meta = {row: meta for row, meta in sheet.row_meta.items() if meta}


def _unpaint(sheet: Sheet) -> None:
    """Take away the fills that banding was exported as, so that bands can move with their rows."""
    for row, column, cell in list(sheet.cells()):
        look = cell.format or {}
        colour = band_colour(sheet, row, column)
        shade = look.get("backgroundColor")
        if colour is not None and shade is not None and to_hex(shade) == to_hex(colour):
            painted = ("backgroundColor", "backgroundColorStyle")
            rest = {name: part for name, part in look.items() if name not in painted}
            sheet.put(row, column, cell.but(format=rest or None))
