"""Protected ranges: add, update, delete."""

from __future__ import annotations

from typing import Any

from localsheets.acting import actor
from localsheets.requests.common import find_part, located, take_id, updated
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire.errors import ApiError, bad

Json = dict[str, Any]


def add(book: Book, request: Json) -> Json:
    """Protect a range, a tab, or a named range; an id may be chosen, if nothing has it yet."""
    given = dict(request.get("protectedRange", {}))
    sheet = _sheet_of(book, given)
    wanted = take_id(book, "protectedRangeId", given.get("protectedRangeId"), "Protected range")
    editors = dict(given.pop("editors", {}))
    made = {**given, "protectedRangeId": wanted, "requestingUserCanEdit": True, "editors": editors}
    sheet.protected.append(_with_owner(made))
    return {"protectedRange": made}


def _with_owner(made: Json) -> Json:
    """As it is read back: the user who protected it is always an editor."""
    if made.get("warningOnly") and made["editors"]:
        raise bad("ProtectedRange is warningOnly. Editors cannot be set on it.")
    users = [*made["editors"].get("users", []), actor().account]
    return {**made, "editors": {**made["editors"], "users": sorted(set(users))}}


def _sheet_of(book: Book, given: Json) -> Sheet:
    if "namedRangeId" in given:
        named = next((n for n in book.named if n["namedRangeId"] == given["namedRangeId"]), None)
        if named is None:
            raise bad(f"No named range with id: {given['namedRangeId']}")
        given["range"] = named["range"]
    return located(book, given.get("range"), "protectedRange.range")[0]


def _find(book: Book, number: int) -> tuple[Sheet, int]:
    for sheet in book.sheets:
        place = find_part(sheet.protected, "protectedRangeId", number)
        if place is not None:
            return sheet, place
    raise no_such(number)


def no_such(number: int) -> ApiError:
    """Google's words for an id that no tab holds."""
    return bad(f"No protected range with id: {number}")


def update(book: Book, request: Json) -> None:
    """Change a protected range's masked fields."""
    given = request.get("protectedRange", {})
    sheet, place = _find(book, given.get("protectedRangeId", 0))
    old = sheet.protected[place]
    new = updated("ProtectedRange", old, given, request.get("fields"))
    new = {
        **new,
        "protectedRangeId": old["protectedRangeId"],
        "requestingUserCanEdit": True,
        "editors": new.get("editors") or {},
    }
    target = _sheet_of(book, new)
    sheet.protected.pop(place)
    target.protected.append(_with_owner(new))


def delete(book: Book, request: Json) -> None:
    """Delete a protected range; an id that no tab holds is refused."""
    sheet, place = _find(book, request.get("protectedRangeId", 0))
    sheet.protected.pop(place)


HANDLERS = {
    "addProtectedRange": add,
    "updateProtectedRange": update,
    "deleteProtectedRange": delete,
}
