"""The messages of the Sheets API, and of Drive's answers: names and types of their fields.

``schema.json`` is made from the API's discovery document (revision 20261019): a message a line,
``field: type``. A type is a message's name, ``[type]`` for a list, ``{type}`` for a map, or one of
``string int32 int64 float double bool bytes mask any`` or ``enum`` and its names. ``drive.json`` is
made likewise from Drive's (revision 20261106); its messages' names begin with "drive.".
``methods.json`` holds each method's parameters and the message that it answers.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_HUMP = re.compile(r"_([a-z0-9])")
_CAPITAL = re.compile(r"([A-Z])")


@cache
def messages() -> dict[str, dict[str, str]]:
    """Every message of the API, by name."""
    loaded: dict[str, dict[str, str]] = _shipped("schema.json") | _shipped("drive.json")
    return loaded


@dataclass(frozen=True, slots=True)
class Method:
    """A method's query parameters with their types, and the message that it answers ("": none)."""

    params: dict[str, str]
    reply: str


@cache
def methods() -> dict[str, Method]:
    """Every method of Sheets, and those of Drive that we know, by name ("drive.files.list")."""
    return {name: Method(**method) for name, method in _shipped("methods.json").items()}


def _shipped(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return loaded


def fields_of(message: str) -> dict[str, str]:
    """The fields of one message and their types."""
    return messages()[message]


def is_message(kind: str) -> bool:
    """Whether a type names a message, rather than a scalar, a list or a map."""
    return kind in messages()


def item_of(kind: str) -> str:
    """What a list or map holds; any other type is its own item."""
    return kind[1:-1] if kind[:1] in "[{" else kind


@cache
def camel(name: str) -> str:
    """Google takes ``sheet_id`` for ``sheetId``."""
    return _HUMP.sub(lambda match: match[1].upper(), name)


@cache
def snake(name: str) -> str:
    """``sheetId`` as Google's error messages spell it: ``sheet_id``."""
    return _CAPITAL.sub(lambda match: "_" + match[1].lower(), name)
