"""Fixtures for people who test their own code that talks to Google Sheets.

In a ``conftest.py``: ``pytest_plugins = ["localsheets.pytest_plugin"]``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

import localsheets

if TYPE_CHECKING:
    import gspread


def connect(url: str, token: str = "anybody") -> gspread.Client:  # noqa: S107
    """gspread with nothing changed but the address that it calls, in the name of a token."""
    import gspread
    from google.oauth2.credentials import Credentials

    class Local(gspread.HTTPClient):
        def request(self, method: str, endpoint: str, *args: Any, **options: Any) -> Any:
            here = url + endpoint.partition("googleapis.com")[2]
            return super().request(method, here, *args, **options)

    someone = Credentials(token)  # type: ignore[no-untyped-call]
    return gspread.Client(someone, http_client=Local)


@pytest.fixture(scope="session")
def _localsheets_running() -> Iterator[localsheets.Server]:
    with localsheets.serving(localsheets.Workbooks()) as server:
        yield server


@pytest.fixture
def localsheets_server(_localsheets_running: localsheets.Server) -> localsheets.Server:
    """An empty server: no spreadsheets, no faults, no quota, nothing in its log.

    The process is the same for all tests; what they leave behind is not.
    """
    server = _localsheets_running
    for entry in server.workbooks.files():
        server.workbooks.delete(entry.book.id)
    server.faults.clear()
    server.quota = None
    server.keys.clear()
    server.requests.clear()
    return server


@pytest.fixture
def gspread_client(localsheets_server: localsheets.Server) -> gspread.Client:
    """gspread, connected to :func:`localsheets_server`; skipped where gspread is not installed."""
    pytest.importorskip("gspread")
    return connect(localsheets_server.url)
