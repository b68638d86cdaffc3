"""Files that become spreadsheets on their way in, and LibreOffice's kinds on their way out."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
import requests
from hypothesis import given, settings
from hypothesis import strategies as st

import localsheets
from localsheets.api.drive.uploads import _multipart
from localsheets.drive import office

Json = dict[str, Any]
Send = Callable[..., Json]
SHEETS = "application/vnd.google-apps.spreadsheet"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
V3, V2 = "/upload/drive/v3/files", "/upload/drive/v2/files"


def workbook(*rows: list[Any]) -> bytes:
    made: Any = openpyxl.Workbook()
    made.active.title = "Costs"
    for row in rows:
        made.active.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def parts(about: Json, kind: str, data: bytes, end: str = "\r\n") -> tuple[str, bytes]:
    """(Content-Type, body) of a multipart upload."""
    head = f"--x{end}Content-Type: application/json{end}{end}{json.dumps(about)}{end}--x{end}"
    head += f"Content-Type: {kind}{end}Content-Transfer-Encoding: binary{end}{end}"
    return "multipart/related; boundary=x", head.encode() + data + f"{end}--x--{end}".encode()


def values(api: Send, file_id: str, tab: str) -> list[list[str]]:
    found: list[list[str]] = api("GET", f"/v4/spreadsheets/{file_id}/values/{tab}")["values"]
    return found


@pytest.mark.parametrize(
    ("kind", "data", "tab"),
    [
        (XLSX, workbook(["Account", 1100], ["Total", 350]), "Costs"),
        ("text/csv", b"Account,1100\nTotal,350\n", "Costs"),
        ("text/tab-separated-values", b"Account\t1100\nTotal\t350\n", "Costs"),
    ],
)
def test_a_file_becomes_a_spreadsheet(
    server: localsheets.Server, api: Send, kind: str, data: bytes, tab: str
) -> None:
    head, body = parts({"name": "Costs", "mimeType": SHEETS}, kind, data)
    made = requests.post(
        server.url + V3,
        params={"uploadType": "multipart", "fields": "id,name,mimeType"},
        data=body,
        headers={"Content-Type": head},
        timeout=10,
    ).json()
    assert (made["name"], made["mimeType"]) == ("Costs", SHEETS)
    assert values(api, made["id"], tab) == [["Account", "1100"], ["Total", "350"]]


def test_new_content_for_a_spreadsheet(server: localsheets.Server, api: Send) -> None:
    book = server.workbooks.create("Budget").id
    answer = requests.patch(
        f"{server.url}{V3}/{book}",
        params={"uploadType": "media"},
        data=workbook(["new"]),
        headers={"Content-Type": XLSX},
        timeout=10,
    )
    assert answer.json()["id"] == book
    assert values(api, book, "Costs") == [["new"]]
    assert api("GET", f"/drive/v3/files/{book}")["name"] == "Budget"


def test_v2_takes_a_csv_as_a_new_spreadsheet(server: localsheets.Server, api: Send) -> None:
    made = requests.post(
        server.url + V2, params={"convert": "true"}, data=b"a,b", timeout=10
    ).json()
    assert made["title"] == "Untitled"
    assert values(api, made["id"], "Untitled") == [["a", "b"]]


@pytest.mark.parametrize(
    ("method", "path", "params", "kind", "data", "code"),
    [
        ("PATCH", f"{V3}/budget", {}, XLSX, b"PK no workbook", 400),
        ("PATCH", f"{V3}/budget", {}, "image/png", b"png", 400),
        ("PATCH", f"{V3}/none", {}, "text/csv", b"a", 404),
        ("PATCH", f"{V3}/budget", {"uploadType": "multipart"}, "multipart/related", b"", 400),
        ("PATCH", f"{V3}/budget", {"uploadType": "resumable"}, "text/csv", b"a", 501),
        ("PATCH", f"{V3}/budget", {}, "text/csv", b"x" * 50_001, 400),
        ("POST", V3, {}, "text/csv", b"a", 501),
        ("PUT", f"{V2}/budget", {}, "image/png", b"png", 501),
    ],
)
def test_an_upload_that_is_refused_changes_nothing(
    server: localsheets.Server,
    api: Send,
    method: str,
    path: str,
    params: Json,
    kind: str,
    data: bytes,
    code: int,
) -> None:
    server.workbooks.create("Budget")
    api("PUT", "/v4/spreadsheets/budget/values/A1", {"values": [["x"]]}, valueInputOption="RAW")
    head = {"Content-Type": kind}
    answer = requests.request(
        method, server.url + path, params=params, data=data, headers=head, timeout=10
    )
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (code, code)
    assert "errors" in error
    assert server.workbooks.ids() == ["budget"]
    assert values(api, "budget", "Sheet1") == [["x"]]


@settings(max_examples=200)
@given(
    data=st.binary(max_size=200).filter(lambda d: b"--x" not in d),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_content_arrives_as_it_was_sent(data: bytes, end: str) -> None:
    about, kind, arrived = _multipart(*parts({"name": "A"}, XLSX, data, end))
    assert (about, kind) == ({"name": "A"}, XLSX)
    assert arrived == data


# -- with LibreOffice


@pytest.mark.slow
@pytest.mark.skipif(office.program() is None, reason="LibreOffice is not on this machine")
def test_pdf_and_ods(server: localsheets.Server, api: Send) -> None:
    server.workbooks.create("Budget")
    body = {"values": [["Account", "1100"]]}
    api("PUT", "/v4/spreadsheets/budget/values/A1", body, valueInputOption="RAW")
    url = f"{server.url}/drive/v3/files/budget/export"
    pdf = requests.get(url, params={"mimeType": "application/pdf"}, timeout=120)
    assert (pdf.headers["content-type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    ods = requests.get(url, params={"mimeType": ODS}, timeout=120)
    assert ods.content.startswith(b"PK")
    head, sent = parts({"name": "Back", "mimeType": SHEETS}, ODS, ods.content)
    back = requests.post(
        server.url + V3,
        params={"uploadType": "multipart"},
        data=sent,
        headers={"Content-Type": head},
        timeout=120,
    ).json()
    assert values(api, back["id"], "Sheet1") == [["Account", "1100"]]


def test_without_libreoffice_the_answer_says_what_to_install(
    server: localsheets.Server, api: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    server.workbooks.create("Budget")
    error = api("GET", "/drive/v3/files/budget/export", None, mimeType="application/pdf")["error"]
    assert error["code"] == 501
    assert "Install" in error["message"]
