"""Filter views: add, update, duplicate, delete. They are kept and answered; they hide no rows of
the grid, since a view is for whoever opens it."""

from __future__ import annotations

from typing import Any

from localsheets.requests.backing import backed
from localsheets.requests.common import find_part, take_id
from localsheets.requests.criteria import both_spellings
from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from localsheets.wire import masks
from localsheets.wire.errors import bad

Json = dict[str, Any]

BACKING = ("range", "namedRangeId", "tableId")


def add(book: Book, request: Json) -> Json:
    """Add a view over a range, a named range or a table."""
    given = request.get("filter", {})
    number = take_id(book, "filterViewId", given.get("filterViewId"), "Filter view")
    sheet, made = _made(book, {**given, "filterViewId": number})
    if not made.get("title"):
        made["title"] = _free_title(sheet, "Filter {}", 1)
    sheet.filter_views.append(made)
    return {"filter": made}


def _made(book: Book, given: Json) -> tuple[Sheet, Json]:
    sheet, rect, place = backed(book, given, BACKING, "filter")
    own: Json = {name: given[name] for name in ("filterViewId", "title") if name in given}
    return sheet, {**own, **place, **both_spellings(book, sheet, rect, given)}


def _free_title(sheet: Sheet, pattern: str, number: int) -> str:
    taken = {view.get("title") for view in sheet.filter_views}
    while pattern.format(number) in taken:
        number += 1
    return pattern.format(number)


def update(book: Book, request: Json) -> None:
    """Change a view's masked fields; what is not written in both spellings follows the other."""
    given = request.get("filter", {})
    mask = masks.parse_update(request.get("fields"), "FilterView")
    sheet, place = _find(book, given.get("filterViewId", 0))
    old = sheet.filter_views[place]
    new: Json = given
    if not mask.everything:
        merged = masks.merge("FilterView", old, given, mask)
        lapsed = _lapsed(set(mask), given, old)
        new = {name: part for name, part in merged.items() if name not in lapsed}
    target, made = _made(book, {**new, "filterViewId": old["filterViewId"]})
    if not made.get("title"):
        made["title"] = old["title"]
    sheet.filter_views.pop(place)
    target.filter_views.insert(place if target is sheet else len(target.filter_views), made)


def _lapsed(names: set[str], given: Json, old: Json) -> set[str]:
    """What no longer counts once fields are written: the other spelling, the other backing."""
    lapsed: set[str] = set()
    if "filterSpecs" in names and (given.get("filterSpecs") or "criteria" not in names):
        lapsed = {"criteria"}
    elif "criteria" in names:
        lapsed = {"filterSpecs"}
    if names & set(BACKING):
        lapsed |= set(BACKING) - names
    elif {"namedRangeId", "tableId"} & old.keys():
        lapsed |= {"range"}
    return lapsed


def _find(book: Book, number: int) -> tuple[Sheet, int]:
    for sheet in book.sheets:
        place = find_part(sheet.filter_views, "filterViewId", number)
        if place is not None:
            return sheet, place
    raise bad(f"No filter view with id: {number}")


def duplicate(book: Book, request: Json) -> Json:
    """Copy a view under a title and an id of its own."""
    sheet, place = _find(book, request.get("filterId", 0))
    old = sheet.filter_views[place]
    title, taken = f"Copy of {old['title']}", {view["title"] for view in sheet.filter_views}
    if title in taken:
        title = _free_title(sheet, title + " {}", 1)
    made = {**old, "filterViewId": book.fresh_id(), "title": title}
    sheet.filter_views.append(made)
    return {"filter": made}


def delete(book: Book, request: Json) -> None:
    """Delete a view."""
    sheet, place = _find(book, request.get("filterId", 0))
    sheet.filter_views.pop(place)


HANDLERS = {
    "addFilterView": add,
    "updateFilterView": update,
    "duplicateFilterView": duplicate,
    "deleteFilterView": delete,
}
