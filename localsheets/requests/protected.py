"""Protected ranges: add, update, delete."""

from __future__ import annotations

from typing import Any

from localsheets.acting import actor
from localsheets.requests.backing import backed
from localsheets.requests.common import find_part, take_id
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire import masks
from localsheets.wire.errors import ApiError, bad

Json = dict[str, Any]

BACKING = ("range", "namedRangeId", "tableId")
SIDES = ("startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex")


def add(book: Book, request: Json) -> Json:
    """Protect a range, a tab, a named range or a table; an id may be chosen, if it is free."""
    given = request.get("protectedRange", {})
    _check_editors(given)
    number = take_id(book, "protectedRangeId", given.get("protectedRangeId"), "Protected range")
    sheet, made = _made(book, {**given, "protectedRangeId": number})
    sheet.protected.append(_with_owner(made))
    sheet.touched |= _is_whole(made)
    return {"protectedRange": made}


def _check_editors(given: Json) -> None:
    if given.get("warningOnly") and given.get("editors"):
        raise bad("ProtectedRange is warningOnly. Editors cannot be set on it.")


def _made(book: Book, given: Json) -> tuple[Sheet, Json]:
    """What is kept of a protected range, and its tab."""
    sheet, _, place = backed(book, given, BACKING, "protectedRange", closed=False)
    free = given.get("unprotectedRanges", [])
    if free and any(side in place["range"] for side in SIDES):
        raise bad("Unprotected ranges are only supported on protected sheets.")
    if any(book.sheet(each.get("sheetId", 0)) is not sheet for each in free):
        raise bad("All unprotectedRanges must be on the protected sheet.")
    rest = {name: part for name, part in given.items() if name not in (*BACKING, "editors")}
    return sheet, {
        "protectedRangeId": given["protectedRangeId"],
        **place,
        **rest,
        "requestingUserCanEdit": True,
        "editors": {} if given.get("warningOnly") else given.get("editors") or {},
    }


def _with_owner(made: Json) -> Json:
    """As it is read back: the owner and whoever protected it are always editors, even where it
    only warns."""
    who = actor()
    users = {*made["editors"].get("users", []), who.account, who.owner}
    return {**made, "editors": {**made["editors"], "users": sorted(users)}}


def _is_whole(part: Json) -> bool:
    """Whether it covers its tab, which a file then holds as protected."""
    return not any(side in part["range"] for side in SIDES)


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
    """Change a protected range's masked fields.

    One that only warned and now protects is open to its owner and whoever changed it, unless
    editors are written with it.
    """
    given = request.get("protectedRange", {})
    mask = masks.parse_update(request.get("fields"), "ProtectedRange")
    sheet, place = _find(book, given.get("protectedRangeId", 0))
    old = sheet.protected[place]
    names = set(given) if mask.everything else set(mask)
    new = masks.merge("ProtectedRange", old, given, mask)
    if "editors" in names:
        _check_editors(new)
    if names & set(BACKING):
        new = {name: part for name, part in new.items() if name in names or name not in BACKING}
    elif {"namedRangeId", "tableId"} & old.keys():
        new = {name: part for name, part in new.items() if name != "range"}
    if old.get("warningOnly") and not new.get("warningOnly") and "editors" not in names:
        new = {**new, "editors": {}}
    target, made = _made(book, {**new, "protectedRangeId": old["protectedRangeId"]})
    sheet.protected.pop(place)
    sheet.touched |= _is_whole(old)
    target.touched |= _is_whole(made)
    target.protected.insert(place if target is sheet else len(target.protected), _with_owner(made))


def delete(book: Book, request: Json) -> None:
    """Delete a protected range; an id that no tab holds is refused."""
    sheet, place = _find(book, request.get("protectedRangeId", 0))
    sheet.touched |= _is_whole(sheet.protected.pop(place))


HANDLERS = {
    "addProtectedRange": add,
    "updateProtectedRange": update,
    "deleteProtectedRange": delete,
}
