"""Which key a run uses: a setting, the environment, or a Prefect Secret block. Never the key itself
in a parameter, a log or an error."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

import sheets
from flows.errors import SettingsError
from flows.settings import CredentialSettings

VARIABLE = "TOPSHEET_GOOGLE_KEY_FILE"
"""Environment variable that names a service account's JSON file."""


def credentials_of(settings: CredentialSettings) -> sheets.Credentials:
    """Find the key: the settings' file or block, else the environment's file, else the machine's.

    Raises:
        SettingsError: the Secret block cannot be read.
        sheets.SheetsError: there is no key, or it is none of a service account.
    """
    if settings.block:
        return sheets.credentials_from_key(_secret(settings.block))
    file = settings.file or os.environ.get(VARIABLE)
    if file:
        return sheets.credentials_from_file(Path(file))
    return sheets.default_credentials()


def _secret(block: str) -> Mapping[str, object]:
    """Read a service account's JSON out of a Prefect Secret block."""
    from prefect.blocks.system import Secret

    try:
        value = Secret.load(block).get()
    except Exception as problem:  # Prefect raises what its transport raises
        raise SettingsError(
            f"credentials.block: the Prefect Secret block {block!r} cannot be read"
            f" ({type(problem).__name__}). Is PREFECT_API_URL right, and does the block exist?"
        ) from None
    try:
        key = json.loads(value) if isinstance(value, str) else value
    except json.JSONDecodeError:
        key = None
    if not isinstance(key, Mapping):
        raise SettingsError(
            f"credentials.block: the Prefect Secret block {block!r} holds no JSON object;"
            " expected a service account's key."
        )
    return key
