"""Field masks: ``sheets(properties(title,sheetId),data.rowData)``, ``*``, ``a/b``.

A mask is a tree. A leaf ("everything below") is :data:`ALL`; a branch is a dict of sub-masks.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from localsheets.wire import schema
from localsheets.wire.errors import ApiError, bad
from localsheets.wire.messages import Json, colour_twins

_TOKEN = re.compile(r"\s*([A-Za-z0-9_*-]+|[(),./])\s*")


class Mask(dict[str, "Mask"]):
    """A branch of a mask; an empty one that is :data:`ALL` lets everything through."""

    @property
    def everything(self) -> bool:
        """Whether nothing is left out from here on."""
        return not self or "*" in self

    def sub(self, name: str) -> Mask | None:
        """The mask below a field; ``None`` where the field is not asked for."""
        if not self:
            return self
        return self.get(name, self.get("*"))

    def wants(self, name: str) -> bool:
        """Whether a field is asked for."""
        return self.sub(name) is not None


ALL = Mask()


@lru_cache(maxsize=500)
def parse(text: str, message: str) -> Mask:
    """Read a mask and check its paths against a message.

    Raises:
        ApiError: 400; the path that does not exist stands in the details only, as with Google,
            to whom " b" of "a, b" is such a path.
    """
    mask = _parse(text)
    wrong = next((path for path in text.split(",") if path != path.strip()), None)
    wrong = wrong or _unknown(mask, message, ())
    if wrong is not None:
        description = (
            f"Error expanding 'fields' parameter. Cannot find matching fields for path '{wrong}'."
        )
        raise ApiError(400, "Request contains an invalid argument.", ((wrong, description),))
    return mask


@lru_cache(maxsize=500)
def parse_update(text: str | None, message: str) -> Mask:
    """Read the ``fields`` of a write, where a mask is required.

    Raises:
        ApiError: 400 for a missing mask or an unknown path.
    """
    if not text:
        raise bad(
            "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)"
        )
    mask = _parse(text)
    wrong = _unknown(mask, message, ())
    if wrong is not None:
        raise bad(f"Invalid field: {schema.snake(wrong)}")
    return mask


def _parse(text: str) -> Mask:
    tokens = _tokens(text)
    root = Mask()
    rest = _list(tokens, 0, root)
    if rest != len(tokens) or not root:
        raise _malformed(text)
    return root


def _tokens(text: str) -> list[str]:
    tokens, place = [], 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise _malformed(text)
        tokens.append(match[1])
        place = match.end()
    return tokens


def _malformed(text: str) -> ApiError:
    description = f"Error expanding 'fields' parameter. Invalid field mask: '{text}'."
    return ApiError(400, "Request contains an invalid argument.", (("", description),))


def _list(tokens: list[str], place: int, into: Mask) -> int:
    """Read ``a.b,c(d,e)`` up to a closing parenthesis or the end; answers where it stopped."""
    while place < len(tokens) and tokens[place] not in "()./,":
        place = _path(tokens, place, into)
        if place < len(tokens) and tokens[place] == ",":
            place += 1
            if place == len(tokens):
                raise _malformed("".join(tokens))
        else:
            break
    return place


def _path(tokens: list[str], place: int, into: Mask) -> int:
    node = into
    while True:
        name = schema.camel(tokens[place])
        fresh = name not in node
        parent, node = node, node.setdefault(name, Mask())
        whole = not fresh and not node
        place += 1
        following = tokens[place] if place < len(tokens) else ""
        if following in ("", ",", ")"):
            parent[name] = Mask()
            return place
        if following == "(":
            return _group(tokens, place, node if not whole else Mask())
        if following not in "./" or place + 1 >= len(tokens):
            raise _malformed("".join(tokens))
        place += 1
        if whole:
            node = Mask()


def _group(tokens: list[str], place: int, into: Mask) -> int:
    end = _list(tokens, place + 1, into)
    if end >= len(tokens) or tokens[end] != ")" or end == place + 1:
        raise _malformed("".join(tokens))
    return end + 1


def _unknown(mask: Mask, message: str, path: tuple[str, ...]) -> str | None:
    fields = schema.fields_of(message)
    for name, below in mask.items():
        if name == "*":
            continue
        here = (*path, name)
        if name not in fields:
            return ".".join(here)
        inner = schema.item_of(fields[name])
        if below and schema.is_message(inner):
            wrong = _unknown(below, inner, here)
            if wrong is not None:
                return wrong
        elif below and not fields[name].startswith(("{", "any")):
            return ".".join((*here, next(iter(below))))
    return None


def prune(value: Any, mask: Mask) -> Any:
    """Keep what the mask asks for. Lists are masked item by item."""
    if not mask:
        return value
    if isinstance(value, list):
        return [prune(item, mask) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {}
    for name, part in value.items():
        below = mask.sub(name)
        if below is not None:
            kept[name] = prune(part, below)
    return kept


def merge(message: str, old: Json, new: Json, mask: Mask) -> Json:
    """Set the masked fields of ``old`` to what ``new`` has, clearing those that it lacks.

    A colour that is written takes its twin (``backgroundColorStyle``) along.
    """
    if mask.everything:
        return new
    result = dict(old)
    fields = schema.fields_of(message)
    for name, below in mask.items():
        _set(result, new, name, fields[name], below)
    for pair in colour_twins(message):
        if mask.keys() & set(pair):
            for name in pair:
                _set(result, new, name, fields[name], ALL)
    return result


def _set(result: Json, new: Json, name: str, kind: str, below: Mask) -> None:
    if not below or not schema.is_message(kind):
        value = new.get(name)
    else:
        value = merge(kind, result.get(name) or {}, new.get(name) or {}, below) or None
    if value is None:
        result.pop(name, None)
    else:
        result[name] = value
