"""A server for a test, gspread connected to it, and raw calls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import gspread
import pytest
import requests
from google.auth.credentials import AnonymousCredentials
from gspread.http_client import HTTPClient

import localsheets
from tests.localsheets.judge import _every_answer_is_as_the_schema_says  # noqa: F401 - for every test

Json = dict[str, Any]
Api = Callable[..., Json]


def client_for(url: str) -> gspread.Client:
    """The real gspread with nothing swapped but the addresses that it calls."""

    class Local(HTTPClient):
        def request(self, method: str, endpoint: str, *args: Any, **kwargs: Any) -> Any:
            for google in ("https://sheets.googleapis.com", "https://www.googleapis.com"):
                endpoint = endpoint.replace(google, url)
            return super().request(method, endpoint, *args, **kwargs)

    session = requests.Session()
    nobody = AnonymousCredentials()  # type: ignore[no-untyped-call]
    return gspread.Client(auth=nobody, session=session, http_client=Local)


@pytest.fixture(scope="session")
def _one_server() -> Iterator[localsheets.Server]:
    with localsheets.serving(localsheets.Workbooks()) as running:
        yield running


@pytest.fixture
def server(_one_server: localsheets.Server) -> localsheets.Server:
    """An empty server."""
    for entry in _one_server.workbooks.files():
        _one_server.workbooks.delete(entry.book.id)
    _one_server.requests.clear()
    return _one_server


@pytest.fixture
def google(server: localsheets.Server) -> gspread.Client:
    """gspread, connected."""
    return client_for(server.url)


@pytest.fixture
def api(server: localsheets.Server) -> Api:
    """Raw calls: ``api("GET", "/v4/...", json)``; answers the JSON, with "status" on an error."""

    def call(method: str, path: str, body: Any = None, **params: Any) -> Json:
        response = requests.request(method, server.url + path, json=body, params=params, timeout=10)
        found: Json = response.json() if response.text else {}
        return found

    return call


@pytest.fixture
def batch(server: localsheets.Server, api: Api) -> Callable[..., Json]:
    """``batch(*requests)`` on the spreadsheet "book", which has one tab, Sheet1, with id 0."""
    server.workbooks.create("book")

    def send(*wanted: Json) -> Json:
        return api("POST", "/v4/spreadsheets/book:batchUpdate", {"requests": list(wanted)})

    return send
