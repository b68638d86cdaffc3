"""Rows of cells as JSON: ``["Account", 7, null, {"value": 3.5, "format": 2}]``.

A cell that is a bare value stands as that; any other names what it has. Formats and other JSON that
many cells share stand in a table by number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, get_type_hints

from pydantic import TypeAdapter

from localsheets.state.cell import EMPTY, Cell, CellError
from localsheets.state.cells import Row, Stored
from localsheets.store.fields import dumped, loaded

Json = dict[str, Any]

_HINTS = get_type_hints(Cell)
_SHARED = tuple(name for name, hint in _HINTS.items() if hint == Json | None)
_OTHERS = {
    name: TypeAdapter[Any](hint)
    for name, hint in _HINTS.items()
    if name != "value" and name not in _SHARED
}
MOST_REMEMBERED = 50_000


@dataclass(slots=True)
class Shared:
    """The JSON that cells of one file share: number -> content, and back."""

    by_number: dict[int, Json] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)
    _seen: dict[int, tuple[Json, int]] = field(default_factory=dict)
    fresh: list[tuple[int, str]] = field(default_factory=list)
    """Numbers and texts that are not in the file yet."""

    def number(self, content: Json) -> int:
        """The number of some content, a new one where it has none."""
        seen = self._seen.get(id(content))
        if seen is not None and seen[0] is content:
            return seen[1]
        text = dumped(content)
        number = self._numbers.get(text)
        if number is None:
            number = len(self.by_number) + 1
            self.add(number, text, content)
            self.fresh.append((number, text))
        if len(self._seen) > MOST_REMEMBERED:
            self._seen.clear()
        self._seen[id(content)] = (content, number)
        return number

    def add(self, number: int, text: str, content: Json) -> None:
        """Take up what the file has."""
        self.by_number[number] = content
        self._numbers[text] = number

    def forget_fresh(self) -> None:
        """Take back what was not written after all."""
        for number, text in self.fresh:
            del self.by_number[number], self._numbers[text]
        self._seen.clear()
        self.fresh.clear()


def row_text(row: Iterable[Stored], number_of: Callable[[Json], int]) -> str:
    """A row as JSON."""
    return dumped([_written(cell, number_of) if type(cell) is Cell else cell for cell in row])


def _written(cell: Cell, number_of: Callable[[Json], int]) -> Json:
    made: Json = {}
    content: Any
    for name, content, empty in zip(Cell._fields, cell, EMPTY, strict=True):
        if content is empty or content == empty:
            continue
        if isinstance(content, CellError):
            made["error"] = [content.type, content.message]
        elif name in _SHARED:
            made[name] = number_of(content)
        elif name in _OTHERS:
            made[name] = _OTHERS[name].dump_python(content, mode="json")
        else:
            made[name] = content
    return made


def row_of(text: bytes | str, shared: dict[int, Json]) -> Row:
    """A row from JSON.

    Raises:
        KeyError: it names a number that ``shared`` does not have.
    """
    found = loaded(text)
    return tuple([_read(cell, shared) if type(cell) is dict else cell for cell in found])


def _read(found: Json, shared: dict[int, Json]) -> Cell:
    made: Json = {}
    for name, content in found.items():
        if name == "error":
            made["value"] = CellError(*content)
        elif name in _SHARED:
            made[name] = shared[content]
        elif name in _OTHERS:
            made[name] = _OTHERS[name].validate_python(content)
        else:
            made[name] = content
    return Cell(**made)
