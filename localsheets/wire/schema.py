"""The messages of the Sheets API: names and types of their fields.

``schema.json`` is made from the API's discovery document (revision 20261019): a message a line,
``field: type``. A type is a message's name, ``[type]`` for a list, ``{type}`` for a map, or one of
``string int32 int64 float double bool bytes mask any`` or ``enum`` and its names.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

_HUMP = re.compile(r"_([a-z0-9])")
_CAPITAL = re.compile(r"([A-Z])")


@cache
def messages() -> dict[str, dict[str, str]]:
    """Every message of the API, by name."""
    text = (Path(__file__).parent / "schema.json").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, str]] = json.loads(text)
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
