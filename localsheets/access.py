"""Who may do what with a file: Drive's permissions, and the role that they give an account."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Any

Json = dict[str, Any]

USER = "me@localsheets"
"""The account of whoever names none: the one user of a server without accounts."""

ROLES = ("reader", "commenter", "writer", "owner")
"""Weakest first."""


def permission_id(kind: str, value: str) -> str:
    """A permission's id, the same for the same account everywhere, as with Google."""
    if kind == "anyone":
        return "anyoneWithLink"
    digest = zlib.crc32(value.casefold().encode())
    return f"{digest * 4_294_967_291 % 10**20:020d}" + ("k" if kind == "domain" else "")


def permission(kind: str, role: str, value: str = "") -> Json:
    """A permission for a "user", "group" (by address), "domain" (by name) or "anyone"."""
    made: Json = {"id": permission_id(kind, value), "type": kind, "role": role}
    if kind == "domain":
        made["domain"] = value
    elif kind != "anyone":
        made["emailAddress"] = value
    return made


def owned_by(account: str = USER) -> list[Json]:
    """The permissions of a new file: its maker's."""
    return [permission("user", "owner", account)]


def role_of(permissions: Iterable[Json], account: str) -> str | None:
    """The strongest role that permissions give an account (an e-mail address): "owner", "writer",
    "commenter", "reader", or ``None``."""
    fitting = [item["role"] for item in permissions if _fits(item, account.casefold())]
    return max(fitting, key=ROLES.index, default=None)


def _fits(item: Json, account: str) -> bool:
    if item["type"] == "anyone":
        return True
    if item["type"] == "domain":
        return account.endswith("@" + str(item["domain"]).casefold())
    return str(item["emailAddress"]).casefold() == account


def owner_of(permissions: Iterable[Json]) -> str:
    """The address of a file's owner."""
    return next((str(p["emailAddress"]) for p in permissions if p["role"] == "owner"), USER)
