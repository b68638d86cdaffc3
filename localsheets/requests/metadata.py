"""Developer metadata: create, update, delete."""

from __future__ import annotations

from typing import Any

from localsheets.render import lookup
from localsheets.requests.common import span_of, updated
from localsheets.state.book import Book
from localsheets.wire.errors import bad

Json = dict[str, Any]


def create(book: Book, request: Json) -> Json:
    """Put a key and value on a tab, a row, a column or the spreadsheet; ids are unique in it."""
    given = request.get("developerMetadata", {})
    _check(given)
    made = {
        "metadataId": _take_id(book, given.get("metadataId")),
        "metadataKey": given["metadataKey"],
        "metadataValue": given.get("metadataValue", ""),
        "location": _location(book, given.get("location") or {}),
        "visibility": given["visibility"],
    }
    if not made["metadataValue"]:
        del made["metadataValue"]
    book.metadata.append(made)
    return {"developerMetadata": made}


def _check(given: Json) -> None:
    if not given.get("metadataKey"):
        raise bad("metadataKey must be specified.")
    if given.get("visibility") not in ("DOCUMENT", "PROJECT"):
        raise bad("visibility must be specified.")


def _take_id(book: Book, wanted: int | None) -> int:
    if not wanted:
        return book.fresh_id()
    if wanted < 0:
        raise bad(f"metadataId must be positive: {wanted}")
    if any(item["metadataId"] == wanted for item in book.metadata):
        raise bad(
            f"Cannot add developer metadata with ID [{wanted}] because developer metadata with that"
            " ID already exists."
        )
    return wanted


def _location(book: Book, given: Json) -> Json:
    """A location with its type filled in, as it is echoed."""
    if given.get("spreadsheet"):
        return {"locationType": "SPREADSHEET", "spreadsheet": True}
    if "dimensionRange" in given:
        place = given["dimensionRange"]
        return {"locationType": _line(book, place), "dimensionRange": place}
    if "sheetId" in given:
        book.tab(given["sheetId"])
        return {"locationType": "SHEET", "sheetId": given["sheetId"]}
    raise bad("location must be specified.")


def _line(book: Book, place: Json) -> str:
    """ROW or COLUMN, of a DimensionRange that is one row or one column of a grid."""
    if not {"startIndex", "endIndex"} <= place.keys():
        raise bad("DimensionRange must specify both a startIndex and an endIndex")
    sheet, rows, start, end = span_of(book, place, "dimensionRange")
    if end - start != 1:
        raise bad("DimensionRange must represent a single row or column")
    size = sheet.row_count if rows else sheet.column_count
    if start >= size:
        raise bad(f"dimensionRange.startIndex[{start}] is after the last one[{size - 1}].")
    return "ROW" if rows else "COLUMN"


def update(book: Book, request: Json) -> Json:
    """Change every item that a filter matches."""
    filters = request.get("dataFilters", [])
    matched = [item for item, _ in lookup.grouped(filters, lambda one: lookup.items(book, one))]
    if not matched:
        raise bad("No developer metadata matches the data filters.")
    given = request.get("developerMetadata", {})
    changed = []
    for item in matched:
        new = updated("DeveloperMetadata", item, given, request.get("fields"))
        _check(new)
        if new.get("metadataId") != item["metadataId"]:
            new["metadataId"] = _take_id(book, new.get("metadataId"))
        if new.get("location") != item["location"]:
            new["location"] = _location(book, new.get("location") or {})
        book.metadata[book.metadata.index(item)] = new
        changed.append(new)
    return {"developerMetadata": changed}


def delete(book: Book, request: Json) -> Json:
    """Delete every item that a filter matches."""
    if "dataFilter" not in request:
        raise bad("dataFilter must be specified.")
    gone = lookup.items(book, request["dataFilter"])
    if not gone:
        raise bad("No developer metadata matches the data filter.")
    book.metadata = [item for item in book.metadata if item not in gone]
    return {"deletedDeveloperMetadata": gone}


HANDLERS = {
    "createDeveloperMetadata": create,
    "updateDeveloperMetadata": update,
    "deleteDeveloperMetadata": delete,
}
