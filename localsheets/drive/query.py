"""Drive's search language: ``name contains 'Budget' and (trashed = false or 'ID' in parents)``.

Built by the documentation ("Search query terms and operators"). ``and`` and ``or`` bind alike and
from left to right, ``not`` binds to the next term. A query becomes a function of a :class:`Found`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from localsheets.drive.resource import ROOT
from localsheets.wire.errors import DriveError

Json = dict[str, Any]
Match = Callable[["Found"], bool]


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be judged: its Drive resource, and what a resource does not tell."""

    file: Json
    account: str
    """Who searches."""
    text: Callable[[], str]
    """All that the file says, asked for only where a query searches in it."""


_TOKEN = re.compile(
    r"""\s*(?:(?P<text>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
    r"|(?P<op><=|>=|!=|=|<|>)|(?P<mark>[(){}])|(?P<word>[A-Za-z][\w.]*))",
    re.S,
)
_TIMES = {"createdTime", "modifiedTime", "viewedByMeTime", "sharedWithMeTime"}
_LISTS = {"parents": "parents", "owners": "owner", "writers": "writer", "readers": "reader"}
_FLAGS = {"trashed": "trashed", "starred": "starred", "sharedWithMe": "sharedWithMeTime"}
"""What is true or false of a file, and the field of the resource that tells it."""
_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


def invalid(location: str = "q") -> DriveError:
    """Drive's words for a query, an order or a page that means nothing."""
    return DriveError(400, "Invalid Value", "invalid", location)


def parse(text: str) -> Match:
    """Read a query; an empty one finds everything.

    Raises:
        DriveError: 400 "Invalid Value" at ``q``, as Drive says of whatever it cannot read.
    """
    reader = _Reader(_tokens(text))
    if not reader.tokens:
        return lambda _: True
    found = reader.terms()
    if reader.here():
        raise invalid()
    return found


def _tokens(text: str) -> list[tuple[str, str]]:
    tokens, place = [], 0
    while text[place:].strip():
        match = _TOKEN.match(text, place)
        if match is None:
            raise invalid()
        kind = str(match.lastgroup)
        value = match[kind]
        if kind == "text":
            value = re.sub(r"\\(.)", r"\1", value[1:-1], flags=re.S)
        tokens.append((kind, value))
        place = match.end()
    return tokens


class _Reader:
    """Reads a query's tokens, one after another."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.place = 0

    def here(self) -> tuple[str, str] | None:
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def take(self, kind: str, *values: str) -> str:
        found = self.here()
        if found is None or found[0] != kind or (values and found[1] not in values):
            raise invalid()
        self.place += 1
        return found[1]

    def took(self, kind: str, *values: str) -> str | None:
        """The next token, if it is one of these."""
        found = self.here()
        if found is None or found[0] != kind or found[1] not in values:
            return None
        self.place += 1
        return found[1]

    def terms(self) -> Match:
        left = self.term()
        while joint := self.took("word", "and", "or"):
            left = _joined(joint, left, self.term())
        return left

    def term(self) -> Match:
        if self.took("word", "not"):
            inner = self.term()
            return lambda found: not inner(found)
        if self.took("mark", "("):
            inner = self.terms()
            self.take("mark", ")")
            return inner
        found = self.here()
        if found is not None and found[0] == "text":
            value = self.take("text")
            self.take("word", "in")
            return _member(self.take("word", *_LISTS), value)
        return self.field()

    def field(self) -> Match:
        name = self.take("word")
        if name in _FLAGS:
            return self.flag(name)
        if name in _LISTS:  # gspread asks for ``parents in 'ID'``, which Drive takes too
            self.take("word", "in")
            return _member(name, self.take("text"))
        if name in ("properties", "appProperties"):
            return self.has(name)
        if name in _TIMES:
            compare, moment = self.take("op"), _moment(self.take("text"))
            return lambda found: _before_or_after(found.file.get(name), compare, moment)
        if name in ("name", "fullText", "mimeType", "visibility"):
            how = self.took("op", "=", "!=") or self.take("word", "contains")
            return _text(name, how, self.take("text"))
        raise invalid()

    def flag(self, name: str) -> Match:
        operator = self.took("op", "=", "!=")
        if operator is None:
            if name != "sharedWithMe":
                raise invalid()
            return lambda found: bool(found.file.get(_FLAGS[name]))
        wanted = (self.take("word", "true", "false") == "true") == (operator == "=")
        return lambda found: bool(found.file.get(_FLAGS[name])) == wanted

    def has(self, name: str) -> Match:
        """``properties has { key='department' and value='sales' }``."""
        self.take("word", "has")
        self.take("mark", "{")
        self.take("word", "key")
        self.take("op", "=")
        key = self.take("text")
        self.take("word", "and")
        self.take("word", "value")
        self.take("op", "=")
        value = self.take("text")
        self.take("mark", "}")
        return lambda found: found.file.get(name, {}).get(key) == value


def _joined(joint: str, left: Match, right: Match) -> Match:
    if joint == "and":
        return lambda found: left(found) and right(found)
    return lambda found: left(found) or right(found)


def _member(name: str, value: str) -> Match:
    if name == "parents":
        folder = ROOT if value == "root" else value
        return lambda found: folder in found.file.get("parents", [])
    role = _LISTS[name]

    def shared(found: Found) -> bool:
        account = (found.account if value == "me" else value).casefold()
        roles = {
            item["role"]
            for item in found.file.get("permissions", [])
            if str(item.get("emailAddress", "")).casefold() == account
        }
        return bool(roles & _AT_LEAST[role])

    return shared


_AT_LEAST = {
    "owner": {"owner"},
    "writer": {"owner", "writer"},
    "reader": {"owner", "writer", "commenter", "reader"},
}


def _text(name: str, how: str, value: str) -> Match:
    wanted = value.casefold()
    if name == "fullText":
        if how != "contains":
            raise invalid()
        bare = wanted.strip('"')
        return lambda found: bare in found.text().casefold()
    if how == "contains":
        if name == "visibility":
            raise invalid()
        pattern = re.compile((r"(?<![^\W_])" if name == "name" else "^") + re.escape(wanted))
        return lambda found: pattern.search(_own(found, name)) is not None
    same = how == "="
    return lambda found: (_own(found, name) == wanted) == same


def _own(found: Found, name: str) -> str:
    if name == "visibility":
        return _visibility(found.file).casefold()
    return str(found.file.get(name, "")).casefold()


def _visibility(file: Json) -> str:
    """Who may see a file, in the words of a query."""
    for kind, names in (
        ("anyone", ("anyoneWithLink", "anyoneCanFind")),
        ("domain", ("domainWithLink", "domainCanFind")),
    ):
        for item in file.get("permissions", []):
            if item["type"] == kind:
                return names[bool(item.get("allowFileDiscovery"))]
    return "limited"


def moment(text: str) -> datetime:
    """A time as Drive writes it (RFC 3339), UTC where it does not say; a date alone is midnight.

    Raises:
        ValueError: it is none.
    """
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _moment(text: str) -> datetime:
    try:
        return moment(text)
    except ValueError:
        raise invalid() from None


def _before_or_after(own: str | None, compare: str, wanted: datetime) -> bool:
    return own is not None and _COMPARED[compare](moment(own), wanted)
