"""Which key a run uses: a setting's file, a Prefect Secret block, or what the environment gives.

Never the key itself in a parameter, a log or an error.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast

from flows.errors import SettingsError
from flows.settings import CredentialSettings
from sheets.credentials import Account, load


def account_of(settings: CredentialSettings) -> Account:
    """Find the account: the settings' block or file, else the environment's, else the machine's.

    Raises:
        SettingsError: the Secret block cannot be read.
        sheets.SheetsError: there is no key, or it is none of a service account.
    """
    return load(_secret(settings.block) if settings.block else settings.file)


def _secret(block: str) -> Mapping[str, Any]:
    """Read a service account's JSON out of a Prefect Secret block."""
    from prefect.blocks.system import Secret

    where = f"credentials.block: the Prefect Secret block {block!r}"
    try:
        value = cast("Secret[Any]", Secret.load(block)).get()
    except Exception as problem:
        raise SettingsError(
            f"{where} cannot be read ({type(problem).__name__})."
            " Is PREFECT_API_URL right, and does the block exist?"
        ) from None
    try:
        key = json.loads(value) if isinstance(value, str) else value
    except ValueError:  # the original error would quote the key
        key = None
    if not isinstance(key, Mapping):
        raise SettingsError(f"{where} holds no JSON object: expected a service account's key")
    return key
