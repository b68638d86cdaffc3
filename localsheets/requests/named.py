"""Named ranges: add, update, delete."""

from __future__ import annotations

import re
from typing import Any

from localsheets.requests.common import closed_range, located, updated
from localsheets.state.book import Book
from localsheets.wire.a1 import parse_block
from localsheets.wire.errors import bad

Json = dict[str, Any]

_R1C1 = re.compile(r"[Rr][0-9]*[Cc][0-9]*|[RrCc][0-9]*")
_NAME = re.compile(r"[^\W\d]\w{0,249}")


def add(book: Book, request: Json) -> Json:
    """Name a range."""
    given = request.get("namedRange", {})
    _check_name(book, given.get("name", ""), None)
    located(book, given.get("range"), "namedRange.range")
    wanted = given.get("namedRangeId")
    if wanted is not None and any(item["namedRangeId"] == wanted for item in book.named):
        raise bad(
            f"Cannot add named range with ID {wanted}, a named range with that ID already exists."
        )
    made = {
        "namedRangeId": wanted or str(book.fresh_id()),
        "name": given["name"],
        "range": closed_range(book, given["range"]),
    }
    book.named.append(made)
    book.changes.everything = True
    return {"namedRange": made}


def _check_name(book: Book, name: str, own: str | None) -> None:
    """Refuse a name that is none, or another's: letters, figures and underscores, no figure first,
    250 at most; no cell's name, in either notation; neither "true" nor "false"."""
    reserved = parse_block(name) is not None or name.casefold() in ("true", "false")
    if not _NAME.fullmatch(name) or reserved or _R1C1.fullmatch(name):
        raise bad("The name given to this range is invalid.")
    for item in book.named:
        if item["name"].casefold() == name.casefold() and item["namedRangeId"] != own:
            raise bad(
                f"Cannot add named range with name {name}, a named range with that name already"
                " exists."
            )


def _find(book: Book, number: str) -> int:
    for place, item in enumerate(book.named):
        if item["namedRangeId"] == number:
            return place
    raise bad(f"No named range with id: {number}")


def update(book: Book, request: Json) -> None:
    """Change a named range's masked fields."""
    given = request.get("namedRange", {})
    place = _find(book, given.get("namedRangeId", ""))
    old = book.named[place]
    new = updated("NamedRange", old, given, request.get("fields"))
    _check_name(book, new.get("name", ""), old["namedRangeId"])
    book.named[place] = {
        **new,
        "namedRangeId": old["namedRangeId"],
        "range": closed_range(book, new.get("range", {})),
    }
    book.changes.everything = True


def delete(book: Book, request: Json) -> None:
    """Delete a named range; formulas that use it show #NAME?."""
    book.named.pop(_find(book, request.get("namedRangeId", "")))
    book.changes.everything = True


HANDLERS = {"addNamedRange": add, "updateNamedRange": update, "deleteNamedRange": delete}
