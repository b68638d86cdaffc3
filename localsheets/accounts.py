"""Accounts: who a bearer token stands for, and what each is given at the start.

    [[account]]
    email = "ana@example.org"
    token = "ana's secret"
    [account.roles]          # by spreadsheet id; "*" for all that no line names
    budget = "owner"
    "*" = "reader"

Roles are Drive's permissions from then on: who creates a spreadsheet owns it, and shares it.
"""

from __future__ import annotations

import json
import secrets
import threading
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from localsheets.access import ROLES, USER, permission
from localsheets.errors import ServeError
from localsheets.state.entry import Entry
from localsheets.workbooks import Workbooks

Json = dict[str, Any]


@dataclass(slots=True)
class Accounts:
    """Accounts by bearer token. Empty: whoever calls owns everything. Safe from several threads."""

    roles: dict[str, dict[str, str]] = field(default_factory=dict)
    """E-mail address -> spreadsheet id (or "*") -> role, given when the server starts."""
    _tokens: dict[str, str] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def add(self, email: str, token: str, roles: Mapping[str, str] | None = None) -> Accounts:
        """Let a token stand for an account; an account may have several.

        Raises:
            ServeError: no address, no token, a token that is another's, or a role that is none.
        """
        if "@" not in email or not token:
            raise ServeError(f"An account has an e-mail address and a token; {email!r} has not.")
        for role in (roles or {}).values():
            if role not in (*ROLES, "none"):
                raise ServeError(f"{email}: {role!r} is none of {', '.join(ROLES)}, none.")
        with self._lock:
            if self._tokens.get(token, email) != email:
                raise ServeError(f"{email} and {self._tokens[token]} have the same token.")
            self._tokens[token] = email
            self.roles.setdefault(email, {}).update(roles or {})
        return self

    def issue(self, email: str) -> str:
        """A new token for an account."""
        token = f"ya29.{secrets.token_urlsafe(32)}"
        self.add(email, token)
        return token

    def revoke(self, token: str) -> None:
        """A token expires: whoever still bears it is refused with a 401."""
        with self._lock:
            self._tokens.pop(token, None)

    def email_of(self, token: str) -> str | None:
        """The account that a token stands for."""
        return self._tokens.get(token)

    def __bool__(self) -> bool:
        return bool(self.roles)

    def give_roles(self, workbooks: Workbooks) -> None:
        """Share every spreadsheet as the accounts' roles say."""
        for email, roles in self.roles.items():
            for spreadsheet_id in workbooks.ids():
                role = roles.get(spreadsheet_id, roles.get("*"))
                if role is not None:
                    share(workbooks, spreadsheet_id, email, role)


def share(workbooks: Workbooks, spreadsheet_id: str, email: str, role: str) -> None:
    """Give an account a role on a spreadsheet: one of Drive's, or "none".

    A new owner makes a writer of the old one.

    Raises:
        ApiError: there is no such spreadsheet.
        ServeError: there is no such role.
    """
    if role not in (*ROLES, "none"):
        raise ServeError(f"{role!r} is none of {', '.join(ROLES)}, none.")

    def work(entry: Entry) -> None:
        others = [p for p in entry.permissions if p.get("emailAddress") != email]
        if role == "owner":
            others = [_no_owner(item) for item in others if item.get("emailAddress") != USER]
        new = [] if role == "none" else [permission("user", role, email)]
        entry.permissions = [*others, *new]

    workbooks.change_file(spreadsheet_id, work)


def _no_owner(item: Json) -> Json:
    return {**item, "role": "writer"} if item["role"] == "owner" else item


def load(path: Path) -> Accounts:
    """Accounts from a file, .toml or .json (an object ``{"account": [...]}`` of the same form).

    Raises:
        ServeError: the file cannot be read, or is not of this form; the message says where.
    """
    try:
        text = path.read_text(encoding="utf-8")
        loaded = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    except OSError as error:
        raise ServeError(f"Cannot read {path}: {error.strerror or error}.") from error
    except ValueError as error:
        raise ServeError(f"{path}: {error}.") from error
    listed = loaded.get("account") if isinstance(loaded, dict) else None
    if not isinstance(listed, list) or not listed:
        raise ServeError(f'{path}: accounts are listed under "account"; none is.')
    accounts = Accounts()
    for number, given in enumerate(listed, 1):
        accounts.add(*_account(path, number, given))
    return accounts


def _account(path: Path, number: int, given: Any) -> tuple[str, str, Mapping[str, str]]:
    where = f"{path}, account {number}"
    if not isinstance(given, dict):
        raise ServeError(f"{where}: an account has email, token and roles.")
    for name in given.keys() - {"email", "token", "roles"}:
        raise ServeError(f"{where}: an account has email, token and roles, but no {name!r}.")
    email, token, roles = given.get("email"), given.get("token"), given.get("roles", {})
    if not isinstance(email, str) or not isinstance(token, str) or not isinstance(roles, dict):
        raise ServeError(f"{where}: email and token are text, roles a table.")
    return email, token, {str(key): str(role) for key, role in roles.items()}
