"""What of a spreadsheet is kept, told by its classes' fields; each field as JSON, by its type.

A field that is added to :class:`Book`, :class:`Sheet` or :class:`Entry` is kept without further
ado: whole, or, if it is a list or a mapping by number, item by item.
"""

from __future__ import annotations

import json
import types
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import orjson
from pydantic import TypeAdapter

TRANSIENT = {
    "Book.sheets": "each tab is an owner of its own",
    "Book.formats": "made while cells are read",
    "Book.changes": "empty once formulas are computed",
    "Book.pending": "empty once formulas are computed",
    "Entry.lock": "of this process",
    "Entry.book": "its fields are kept beside the entry's",
}
"""Fields that are not kept, and why. Those that no constructor takes (of rows) are not, either:
rows are kept by themselves."""

Shape = Literal["whole", "list", "mapping", "bytes"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field that is kept: "Sheet.merges", and how."""

    owner: str
    name: str
    shape: Shape
    adapter: TypeAdapter[Any]
    """Of the whole value, or of one item."""

    @property
    def key(self) -> str:
        """What it is called in the file."""
        return f"{self.owner}.{self.name}"

    def written(self, value: Any) -> str | bytes:
        """A value, or an item of it, as it stands in the file."""
        if self.shape == "bytes" and value is not None:
            return bytes(value)
        return dumped(self.adapter.dump_python(value, mode="json"))

    def read(self, body: bytes | str) -> Any:
        """The value, or the item, from the file."""
        if self.shape == "bytes" and body != b"null":
            return body
        return self.adapter.validate_python(loaded(body))


@cache
def kept(owner: type) -> tuple[Field, ...]:
    """The fields of a dataclass that are kept."""
    hints = get_type_hints(owner)
    return tuple(
        _field(owner.__name__, part.name, hints[part.name])
        for part in fields(owner)
        if part.init and f"{owner.__name__}.{part.name}" not in TRANSIENT
    )


def _field(owner: str, name: str, hint: Any) -> Field:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is list:
        return Field(owner, name, "list", TypeAdapter(arguments[0]))
    if origin is dict and arguments[0] is int:
        return Field(owner, name, "mapping", TypeAdapter(arguments[1]))
    if bytes in (arguments if origin in (Union, types.UnionType) else (hint,)):
        return Field(owner, name, "bytes", TypeAdapter(hint))
    return Field(owner, name, "whole", TypeAdapter(hint))


def items(field: Field, value: Any) -> Iterator[tuple[int, Any]]:
    """What of a field is written by its own place: a mapping's items, or the whole."""
    if field.shape == "mapping":
        yield from value.items()
    else:
        yield 0, value


def dumped(content: Any) -> str:
    """Content as JSON. What orjson refuses (numbers beyond 64 bits, halves of surrogate pairs)
    is written by the standard library, and begins with a space that says so."""
    try:
        return orjson.dumps(content).decode()
    except TypeError:
        return " " + json.dumps(content, separators=(",", ":"))


def loaded(text: bytes | str) -> Any:
    """Content from JSON as :func:`dumped` writes it."""
    return json.loads(text) if text[:1] in (b" ", " ") else orjson.loads(text)
