"""Who we are to Google, and that a key is never shown."""

from __future__ import annotations

import json
import traceback
from pathlib import Path
from typing import Any

import google.auth
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from google.auth.exceptions import DefaultCredentialsError

import sheets
from sheets.credentials import SCOPES, load

EMAIL = "reports@saltglass.iam.gserviceaccount.com"


@pytest.fixture(scope="module")
def key() -> dict[str, Any]:
    """A service account's key, of a made-up account."""
    private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return {
        "type": "service_account",
        "client_email": EMAIL,
        "private_key_id": "f00d",
        "private_key": pem.decode(),
        "token_uri": "https://oauth2.googleapis.com/token",
    }


@pytest.fixture
def key_file(key: dict[str, Any], tmp_path: Path) -> Path:
    path = tmp_path / "key.json"
    path.write_text(json.dumps(key))
    return path


def test_a_file_by_its_path(key_file: Path) -> None:
    account = load(key_file, env={})

    assert account.email == EMAIL
    assert getattr(account.credentials, "scopes", None) == SCOPES
    assert SCOPES == ("https://www.googleapis.com/auth/spreadsheets",)


def test_a_mapping_from_a_secret_store(key: dict[str, Any]) -> None:
    assert load(key, env={}).email == EMAIL


def test_our_variable_goes_before_googles(key_file: Path) -> None:
    env = {"TOPSHEET_CREDENTIALS": str(key_file), "GOOGLE_APPLICATION_CREDENTIALS": "/nowhere"}

    account = load(env=env)

    assert account.email == EMAIL
    assert "TOPSHEET_CREDENTIALS" in account.source


def test_a_key_is_never_shown(key: dict[str, Any], key_file: Path) -> None:
    account = load(key_file, env={})
    client = sheets.connect("http://127.0.0.1:1", account)

    for text in (repr(account), str(account), repr(client), repr(client.__dict__)):
        assert "PRIVATE KEY" not in text
        assert key["private_key"][40:80] not in text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("not { json SECRET", "is not JSON"),
        ('["SECRET"]', "holds no service account's key"),
        ('{"type": "authorized_user", "refresh_token": "SECRET"}', "type is 'authorized_user'"),
        ('{"installed": {"client_secret": "SECRET"}}', "it has no type"),
        ('{"type": "service_account", "private_key": "SECRET"}', "incomplete or damaged"),
        (
            json.dumps(
                {
                    "type": "service_account",
                    "private_key": "SECRET",
                    "client_email": EMAIL,
                    "token_uri": "https://x",
                }
            ),
            "incomplete or damaged",
        ),
    ],
)
def test_what_is_no_key_is_said_and_not_quoted(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "key.json"
    path.write_text(content)

    with pytest.raises(sheets.BadCredentials, match=said) as raised:
        load(path, env={})

    assert "SECRET" not in "".join(traceback.format_exception(raised.value))


def test_a_missing_file_is_named_with_who_named_it() -> None:
    with pytest.raises(sheets.BadCredentials, match=r"TOPSHEET_CREDENTIALS names .*no such file"):
        load(env={"TOPSHEET_CREDENTIALS": "/nowhere/key.json"})


def test_no_credentials_at_all_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(**_: Any) -> Any:
        raise DefaultCredentialsError("long")  # type: ignore[no-untyped-call]

    monkeypatch.setattr(google.auth, "default", none)

    with pytest.raises(sheets.BadCredentials, match=r"TOPSHEET_CREDENTIALS.*gcloud auth"):
        load(env={})


def test_default_credentials_ask_for_the_same_scope(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    class Machine:
        service_account_email = "default"

    def default(scopes: Any) -> Any:
        asked.append(scopes)
        return Machine(), "project"

    monkeypatch.setattr(google.auth, "default", default)

    account = load(env={})

    assert asked == [SCOPES]
    assert account.email is None
    assert account.source == "application-default credentials"
