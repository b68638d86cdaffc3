"""Who we are to Google: a service account's key, or application-default credentials.

The only scope asked for is spreadsheets. A key never appears in a repr, a log or an error.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import google.auth
from google.auth.credentials import Credentials
from google.auth.exceptions import DefaultCredentialsError
from google.oauth2 import service_account

from sheets.errors import BadCredentials

SCOPES = ("https://www.googleapis.com/auth/spreadsheets",)
VARIABLE = "TOPSHEET_CREDENTIALS"
"""Path of a service account's key file; it goes before Google's own variable."""
GOOGLE_VARIABLE = "GOOGLE_APPLICATION_CREDENTIALS"

_SETTING = f"set {VARIABLE} (or `credentials` in the settings) to the path of its JSON key"


@dataclass(frozen=True, slots=True)
class Account:
    """An account and the right to act as it."""

    email: str | None
    """Whom to share a spreadsheet with; ``None`` for a person's own login."""
    source: str
    """Where the credentials were found, in words for a person."""
    credentials: Credentials = field(repr=False, compare=False)


def load(
    key: str | Path | Mapping[str, Any] | None = None, env: Mapping[str, str] | None = None
) -> Account:
    """Find the credentials: ``key`` first, then the environment, then Google's defaults.

    ``key`` is the path of a service account's key file, or the key itself as a mapping (from a
    secret store).

    Raises:
        BadCredentials: there are none, or they cannot be used; the message says what to do.
    """
    if isinstance(key, Mapping):
        return _from_key(key, "the key given")
    environment = os.environ if env is None else env
    named = str(key) if key else environment.get(VARIABLE, "")
    if named:
        origin = "the settings" if key else VARIABLE
        return _from_key(_read(Path(named), origin), f"{named} ({origin})")
    return _default(environment)


def _read(path: Path, origin: str) -> Mapping[str, Any]:
    """Read a key file; what is wrong with it is said without quoting it."""
    try:
        content = json.loads(path.expanduser().read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BadCredentials(f"{origin} names {path}, and there is no such file") from None
    except OSError as error:
        raise BadCredentials(
            f"{origin} names {path}, which cannot be read: {error.strerror}"
        ) from None
    except ValueError:  # not UTF-8, or not JSON; the original error would quote the file
        raise BadCredentials(f"{path} ({origin}) is not JSON: download the key again") from None
    if not isinstance(content, Mapping):
        raise BadCredentials(f"{path} ({origin}) holds no service account's key")
    return content


def _from_key(key: Mapping[str, Any], where: str) -> Account:
    kind = key.get("type")
    if kind != "service_account":
        found = f"its type is {kind!r}" if isinstance(kind, str) else "it has no type"
        raise BadCredentials(
            f"{where} is no service account's key ({found}, expected 'service_account'): in the "
            "Google Cloud console, IAM > Service accounts > Keys, create a key of type JSON"
        )
    try:
        made: service_account.Credentials = service_account.Credentials.from_service_account_info(  # type: ignore[no-untyped-call]
            dict(key), scopes=SCOPES
        )
    except Exception:  # google-auth's errors here may quote the key
        raise BadCredentials(
            f"{where} is a service account's key, but incomplete or damaged: download it again"
        ) from None
    return Account(made.service_account_email, f"service account, {where}", made)


def _default(environment: Mapping[str, str]) -> Account:
    """Application-default credentials: Google's variable, gcloud's login, or the machine's own."""
    try:
        found, _project = google.auth.default(scopes=SCOPES)
    except DefaultCredentialsError:
        named = environment.get(GOOGLE_VARIABLE)
        tried = f" ({GOOGLE_VARIABLE} names {named}, which could not be used)" if named else ""
        raise BadCredentials(
            f"no Google credentials were found{tried}: create a service account and {_SETTING}, "
            "or run `gcloud auth application-default login --scopes="
            f"https://www.googleapis.com/auth/cloud-platform,{SCOPES[0]}`"
        ) from None
    email = getattr(found, "service_account_email", None)
    known = email if isinstance(email, str) and "@" in email else None
    return Account(known, "application-default credentials", found)
