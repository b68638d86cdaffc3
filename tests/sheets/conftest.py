"""Every plan that any test of this room makes is looked at by a check of its own."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from localsheets import Server, Workbooks, serving
from tests.sheets.ground import Ground


@pytest.fixture(scope="session")
def local_server() -> Iterator[Server]:
    """A real server over HTTP, shared by the session; each test takes a spreadsheet of its own."""
    with serving(Workbooks()) as server:
        yield server


@pytest.fixture
def ground(local_server: Server) -> Ground:
    """A spreadsheet of its own on the local server, and a connection to it."""
    return Ground.fresh(local_server)


@pytest.fixture(autouse=True)
def only_our_tabs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Demand of every plan, by another way than the room's own check, that it touches only ours.

    A range that names no sheet means the first one, which is somebody's.
    """
    module = importlib.import_module("sheets.plan")
    books: list[Any] = []
    seen: list[int] = []
    real_ours, real_check = module._ours, module.check_plan

    def watch_ours(book: Any, *others: Any) -> Any:
        books.append(book)
        return real_ours(book, *others)

    def watch_check(requests: Sequence[dict[str, Any]], ours: Any) -> Any:
        book = books[-1]
        theirs = {grid.sheet_id for grid in book.grids}
        allowed_before = {own.grid.sheet_id for own in book.own if own.report}
        allowed_before |= {kept.grid.sheet_id for kept in book.attic}
        for request in requests:
            for named in sheets_named(request):
                assert named is not None, f"a range without a sheet in {request}"
                assert named not in theirs, f"{next(iter(request))} touches a person's tab"
                assert named in allowed_before or named not in book.sheet_ids
        seen.append(len(requests))
        return real_check(requests, ours)

    monkeypatch.setattr(module, "_ours", watch_ours)
    monkeypatch.setattr(module, "check_plan", watch_check)
    return seen


RANGE_PARTS = {"startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex", "startIndex"}


def sheets_named(value: Any) -> Iterator[int | None]:
    """Every sheet id in a request, and None for each range that lacks one."""
    if isinstance(value, dict):
        if RANGE_PARTS & value.keys() and "sheetId" not in value:
            yield None
        for key, inner in value.items():
            if key in ("sheetId", "sourceSheetId", "newSheetId"):
                yield inner
            else:
                yield from sheets_named(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from sheets_named(inner)
