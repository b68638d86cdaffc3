"""Google's own Python client against the server: it asks in ways that gspread does not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httplib2
import pytest
from googleapiclient.discovery import build_from_document
from googleapiclient.errors import HttpError
from googleapiclient.http import MediaInMemoryUpload

import localsheets
from tests.localsheets.discovery import document

SHEETS = "application/vnd.google-apps.spreadsheet"


@contextmanager
def service(server: localsheets.Server, api: str) -> Iterator[Any]:
    """The client of "sheets.v4" or "drive.v3", its addresses ours."""
    own = dict.fromkeys(("rootUrl", "baseUrl", "mtlsRootUrl"), f"{server.url}/")
    with build_from_document({**document(api), **own}, http=httplib2.Http(timeout=10)) as made:
        yield made


def test_a_question_too_long_for_an_address_is_sent_in_the_body(
    server: localsheets.Server,
) -> None:
    server.workbooks.create("book")
    with service(server, "sheets.v4") as sheets:
        _ask_at_length(sheets.spreadsheets().values())
    assert server.requests[-1].method == "POST"
    assert server.requests[-1].what == "spreadsheets.values.batchGet"


def _ask_at_length(values: Any) -> None:
    body = {"values": [["x"]]}
    values.update(spreadsheetId="book", range="A1", valueInputOption="RAW", body=body).execute()
    ranges = [f"Sheet1!A{row}:Z{row}" for row in range(1, 200)]
    answer = values.batchGet(spreadsheetId="book", ranges=ranges).execute()
    assert len(answer["valueRanges"]) == 199
    assert answer["valueRanges"][0]["values"] == [["x"]]


def test_drive_in_its_own_words(server: localsheets.Server) -> None:
    with service(server, "drive.v3") as drive:
        _create_find_export_delete(drive.files())


def _create_find_export_delete(files: Any) -> None:
    media = MediaInMemoryUpload(b"Account,Spent\n1100,350", mimetype="text/csv")
    made = files.create(
        body={"name": "Costs", "mimeType": SHEETS}, media_body=media, fields="id,name"
    ).execute()
    assert made["name"] == "Costs"
    listed = files.list(q="name contains 'cos'", fields="files(id)").execute()
    assert listed == {"files": [{"id": made["id"]}]}
    assert files.export(fileId=made["id"], mimeType="text/csv").execute() == (
        b"Account,Spent\r\n1100,350"
    )
    with pytest.raises(HttpError, match="File not found: none") as refused:
        files.get(fileId="none").execute()
    assert refused.value.resp.status == 404
    files.delete(fileId=made["id"]).execute()
    assert files.list().execute()["files"] == []
