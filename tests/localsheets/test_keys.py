"""Service accounts: google-auth and gspread as they are, with a key file of this server's."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import google.auth.transport.requests
import gspread
import pytest
import requests
from google.auth.exceptions import RefreshError
from google.oauth2.service_account import Credentials

import localsheets
from localsheets.keys import GRANT
from tests.localsheets.conftest import client_for

SCOPES = ["https://www.googleapis.com/auth/spreadsheets"]
ROBOT = "reports@example.iam.gserviceaccount.com"


@pytest.fixture
def key(server: localsheets.Server, tmp_path: Path) -> Path:
    """A key file of the running server."""
    path = tmp_path / "key.json"
    localsheets.service_account_key(server, path, ROBOT)
    return path


def refresh(credentials: Credentials) -> str:
    credentials.refresh(google.auth.transport.requests.Request())
    return str(credentials.token)


def test_gspread_signs_in_with_the_key(server: localsheets.Server, key: Path) -> None:
    local = type(client_for(server.url).http_client)
    client = gspread.service_account(filename=key, http_client=local)
    made = client.create("Budget")
    made.sheet1.update([["x"]], "A1")
    assert client.open("Budget").sheet1.get_all_values() == [["x"]]
    assert server.requests[0].what == "oauth2.token"


def test_a_new_token_is_fetched_when_the_old_one_expires(tmp_path: Path) -> None:
    accounts = localsheets.Accounts().add("ana@example.org", "ana")
    workbooks = localsheets.Workbooks()
    workbooks.create("Budget")
    with localsheets.serving(workbooks, accounts=accounts) as running:
        path = tmp_path / "key.json"
        localsheets.service_account_key(running, path, ROBOT)
        credentials = Credentials.from_service_account_file(path, scopes=SCOPES)
        session = google.auth.transport.requests.AuthorizedSession(credentials)
        book = f"{running.url}/v4/spreadsheets/budget"
        assert session.get(book).status_code == 403, "known, but the file is not shared with it"
        running.share("budget", ROBOT, "reader")
        assert session.get(book).status_code == 200
        running.accounts.revoke(credentials.token)
        assert session.get(book).status_code == 200
        told = [(call.what, call.status) for call in running.requests][-3:]
    assert told == [
        ("spreadsheets.get", 401),
        ("oauth2.token", 200),
        ("spreadsheets.get", 200),
    ]


def test_with_a_token_of_its_own_the_server_gives_that_one(tmp_path: Path) -> None:
    with localsheets.serving(localsheets.Workbooks(), token="sesame") as running:  # noqa: S106
        localsheets.service_account_key(running, tmp_path / "key.json")
        credentials = Credentials.from_service_account_file(tmp_path / "key.json", scopes=SCOPES)
        session = google.auth.transport.requests.AuthorizedSession(credentials)
        assert session.get(f"{running.url}/drive/v3/files").status_code == 200


def test_a_token_may_be_refused_like_any_call(server: localsheets.Server, key: Path) -> None:
    credentials = Credentials.from_service_account_file(key, scopes=SCOPES)
    with server.faults.add("401", name="oauth2.token"), pytest.raises(RefreshError):
        refresh(credentials)
    assert refresh(credentials)


def test_the_key_of_another_server_is_refused(server: localsheets.Server, key: Path) -> None:
    server.keys.clear()
    with pytest.raises(RefreshError, match="not of this server"):
        refresh(Credentials.from_service_account_file(key, scopes=SCOPES))


def test_a_forged_signature_is_refused(
    server: localsheets.Server, key: Path, tmp_path: Path
) -> None:
    """Another private key under the first one's number."""
    localsheets.service_account_key(server, tmp_path / "other.json")
    other = json.loads((tmp_path / "other.json").read_text(encoding="utf-8"))
    forged = {**json.loads(key.read_text(encoding="utf-8")), "private_key": other["private_key"]}
    with pytest.raises(RefreshError, match="Invalid JWT Signature"):
        refresh(Credentials.from_service_account_info(forged, scopes=SCOPES))


def test_nobody_signs_for_another(server: localsheets.Server, key: Path) -> None:
    given = json.loads(key.read_text(encoding="utf-8"))
    lying = {**given, "client_email": "boss@example.org"}
    with pytest.raises(RefreshError, match=r"not boss@example\.org's"):
        refresh(Credentials.from_service_account_info(lying, scopes=SCOPES))


def part(content: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"grant_type": "refresh_token", "refresh_token": "x"},
        {"grant_type": GRANT},
        {"grant_type": GRANT, "assertion": "é"},
        {"grant_type": GRANT, "assertion": "a.b.c"},
        {"grant_type": GRANT, "assertion": f"{part([])}.{part({})}.x"},
        {"grant_type": GRANT, "assertion": f"{part({'kid': ['x']})}.{part({})}.x"},
        {"grant_type": GRANT, "assertion": f"{part({'alg': 'none'})}.{part({'iss': ROBOT})}."},
    ],
)
def test_nonsense_is_given_no_token(server: localsheets.Server, form: dict[str, str]) -> None:
    answer = requests.post(f"{server.url}/token", data=form, timeout=5)
    assert answer.status_code == 400
    assert answer.json()["error"] == "invalid_grant"
