"""A request as the handlers see it: already read, already in plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from localsheets.access import USER
from localsheets.wire.encoding import decode
from localsheets.wire.errors import ApiError, bad
from localsheets.workbooks import Workbooks

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """One call. ``params`` are the query's, each name with all its values."""

    workbooks: Workbooks
    path: Mapping[str, str]
    params: Mapping[str, list[str]]
    raw: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    """The request's, their names in lower case."""
    account: str = USER
    """Who calls: an e-mail address."""

    def one(self, name: str, default: str = "") -> str:
        """A query parameter's (last) value."""
        found = self.params.get(name)
        return found[-1] if found else default

    def flag(self, name: str) -> bool:
        """A query parameter that is true or false."""
        return self.one(name).casefold() in ("true", "1")

    def choice(self, name: str, allowed: tuple[str, ...]) -> str:
        """A query parameter that is one of some names; the first is the default."""
        given = self.one(name)
        if not given:
            return allowed[0]
        if given not in allowed:
            kind = f"type.googleapis.com/google.apps.sheets.v4.{name[0].upper()}{name[1:]}"
            text = f"Invalid value at '{name}' ({kind}), \"{given}\""
            raise ApiError(400, text, ((name, text),))
        return given

    def body(self) -> Any:
        """The body's JSON; an empty body is an empty message."""
        if not self.raw.strip():
            return {}
        try:
            return decode(self.raw)
        except ValueError:
            raise bad("Invalid JSON payload received. Could not parse the body as JSON.") from None
