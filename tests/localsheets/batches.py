"""Batches sent to small spreadsheets: text grids before and after."""

from __future__ import annotations

from typing import Any

import pytest

from localsheets import requests
from localsheets.formulas.engine import compute
from localsheets.state.book import Book
from localsheets.state.move import settle
from localsheets.wire.a1 import parse_block
from localsheets.wire.errors import ApiError
from localsheets.wire.ranges import grid_range
from tests.localsheets.grids import book_of, grid_of

Json = dict[str, Any]


def area(name: str, sheet_id: int = 0) -> Json:
    """A GridRange: ``area("B2:C3")``."""
    rect = parse_block(name)
    assert rect is not None, name
    found = grid_range(sheet_id, rect)
    return {side: value for side, value in found.items() if value is not None}


def send(book: Book, *wanted: Json) -> list[Json]:
    """Apply requests as batchUpdate would; answers their replies."""
    body = requests.read({"requests": list(wanted)})
    requests.check(body["requests"])
    replies = requests.apply(book, body["requests"])
    settle(book)
    compute(book)
    return replies


def after(grid: str, *wanted: Json, formulas: bool = True, **tabs: str) -> str:
    """The first tab, with its formulas, after a batch."""
    book = book_of(Tab=grid, **tabs)
    send(book, *wanted)
    return grid_of(book, book.sheets[0], formulas=formulas)


def refusal(book: Book, *wanted: Json) -> str:
    """Why a batch is refused, in Google's form: "Invalid requests[0].mergeCells: ..."."""
    with pytest.raises(ApiError) as caught:
        send(book, *wanted)
    assert caught.value.code == 400
    return caught.value.message
