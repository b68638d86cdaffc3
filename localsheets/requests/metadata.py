"""Developer metadata: create, update, delete."""

from __future__ import annotations

from typing import Any

from localsheets.render import lookup
from localsheets.requests.common import updated
from localsheets.state.book import Book
from localsheets.wire.errors import bad

Json = dict[str, Any]


def create(book: Book, request: Json) -> Json:
    """Put a key and value on a tab, a row, a column or the spreadsheet; ids are unique in it."""
    given = request.get("developerMetadata", {})
    if not given.get("metadataKey"):
        raise bad("metadataKey must be specified.")
    if given.get("visibility") not in ("DOCUMENT", "PROJECT"):
        raise bad("visibility must be specified.")
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


def _take_id(book: Book, wanted: int | None) -> int:
    if not wanted:
        return book.fresh_id()
    if any(item["metadataId"] == wanted for item in book.metadata):
        raise bad(f"Developer metadata with id: {wanted} already exists.")
    return wanted


def _location(book: Book, given: Json) -> Json:
    """A location with its type filled in, as it is echoed."""
    if given.get("spreadsheet"):
        return {"locationType": "SPREADSHEET", "spreadsheet": True}
    if "dimensionRange" in given:
        place = given["dimensionRange"]
        book.sheet(place.get("sheetId", 0))
        if place.get("endIndex", 0) - place.get("startIndex", 0) != 1:
            raise bad("Developer metadata can only be associated with a single row or column.")
        kind = "ROW" if place.get("dimension") == "ROWS" else "COLUMN"
        return {"locationType": kind, "dimensionRange": place}
    if "sheetId" in given:
        book.sheet(given["sheetId"])
        return {"locationType": "SHEET", "sheetId": given["sheetId"]}
    raise bad("location must be specified.")


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
