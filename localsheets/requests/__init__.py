"""The requests of ``spreadsheets.batchUpdate``: a file a family, one table of all kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from localsheets.requests import (
    autofill,
    banding,
    borders,
    cells,
    charts,
    conditional,
    cutting,
    dimensions,
    document,
    embedded,
    filter_views,
    filters,
    findreplace,
    groups,
    insertion,
    locked,
    merges,
    metadata,
    named,
    paste,
    pastedata,
    protected,
    sheets,
    slicers,
    sorting,
    splitting,
    tables,
    tidying,
    validation,
)
from localsheets.state.book import Book
from localsheets.state.move import settle
from localsheets.wire import deadline, messages
from localsheets.wire.errors import ApiError, bad, not_implemented

Json = dict[str, Any]
Handler = Callable[[Book, Json], Json | None]

FAMILIES = (
    autofill,
    banding,
    borders,
    cells,
    charts,
    conditional,
    cutting,
    dimensions,
    document,
    embedded,
    filter_views,
    filters,
    findreplace,
    groups,
    insertion,
    merges,
    metadata,
    named,
    paste,
    pastedata,
    protected,
    sheets,
    slicers,
    sorting,
    splitting,
    tables,
    tidying,
    validation,
)
HANDLERS: Mapping[str, Handler] = {
    kind: handler for family in FAMILIES for kind, handler in family.HANDLERS.items()
}
"""Every request kind that is implemented; any other is answered by a 501 that names it."""
SHIFTING = dimensions.HANDLERS.keys() | insertion.HANDLERS.keys()
"""Kinds that may come by the hundred: formulas follow them once, before any other kind."""


def apply(book: Book, requests: list[Json]) -> list[Json]:
    """Apply requests in order to ``book`` (a copy, which the caller drops if one is refused).

    Answers one reply a request, ``{}`` where there is nothing to say.

    Raises:
        ApiError: a request is refused; the message says which and why.
    """
    return [_apply_one(book, number, request) for number, request in enumerate(requests)]


def check(requests: list[Json]) -> None:
    """Refuse what is no request or not implemented, before anything is applied."""
    if not requests:
        raise bad("Must specify at least one request.")
    for number, request in enumerate(requests):
        if len(request) != 1:
            raise bad(f"Invalid requests[{number}]: No request set.")
        kind = next(iter(request))
        if kind not in HANDLERS:
            raise not_implemented(f"requests[{number}].{kind}")


def _apply_one(book: Book, number: int, request: Json) -> Json:
    deadline.check()
    ((kind, content),) = request.items()
    if kind not in SHIFTING:
        settle(book)
    try:
        locked.check(book, kind, content)
        return _reply(kind, HANDLERS[kind](book, content))
    except ApiError as error:
        raise error.within(f"requests[{number}].{kind}") from error


def _reply(kind: str, reply: Json | None) -> Json:
    return {} if reply is None else {kind: reply}


def read(body: Any) -> Json:
    """Check a whole batchUpdate body against the schema."""
    return messages.read("BatchUpdateSpreadsheetRequest", body)
