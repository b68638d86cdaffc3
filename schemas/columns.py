"""A tab by columns: texts cleaned when looked at, each distinct value of a column read once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import overload

from model.grid import Scalar
from schemas.values.words import Fault, clean

_NUMBERS = frozenset((bool, int, float))


class Texts(Sequence[list[str]]):
    """A tab's rows as cleaned texts, each as wide as the last text of the tab.

    A row is cleaned when it is first looked at: most rows of a long ledger never are.
    """

    def __init__(self, rows: Sequence[Sequence[Scalar]]) -> None:
        self._rows = rows
        self._known: dict[int, list[str]] = {}
        self.width = _width(rows)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> list[str]: ...
    @overload
    def __getitem__(self, index: slice) -> list[list[str]]: ...
    def __getitem__(self, index: int | slice) -> list[str] | list[list[str]]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self._rows)))]
        known = self._known.get(index)
        if known is None:
            texts = [clean(value) for value in self._rows[index][: self.width]]
            known = self._known[index] = texts + [""] * (self.width - len(texts))
        return known


def _width(rows: Sequence[Sequence[Scalar]]) -> int:
    """The last column in which some row shows a text."""
    width = 0
    for row in rows:
        end = len(row)
        while end > width and not clean(row[end - 1]):
            end -= 1
        width = max(width, end)
    return width


@dataclass(frozen=True, slots=True)
class Column:
    """A column's cells from one row to another, read as one field."""

    values: list[object]
    """The cells' values in order; ``None`` where blank, or where a cell cannot be read."""
    faults: Mapping[int, Fault] = field(default_factory=dict)
    """What cannot be read, by the sheet's row."""


def parsed(
    raw: Sequence[Scalar], read: Callable[[Scalar, str], object], top: int, formats: Sequence[str]
) -> Column:
    """Read a column's raw values from row ``top`` on, every distinct one once.

    ``formats`` are the cells' number formats where they matter to the reading; empty where not.
    """
    keys = _keys(raw, formats)
    known: dict[Hashable, object] = {}
    for place, key in enumerate(keys):
        if key not in known:
            known[key] = read(raw[place], formats[place] if formats else "")
    faulty = {key: value for key, value in known.items() if isinstance(value, Fault)}
    if not faulty:
        return Column([known[key] for key in keys])
    faults = {top + place: faulty[key] for place, key in enumerate(keys) if key in faulty}
    return Column([None if key in faulty else known[key] for key in keys], faults)


def _keys(raw: Sequence[Scalar], formats: Sequence[str]) -> Sequence[Hashable]:
    """What tells the values of a column apart: 1, 1.0 and TRUE are equal, but not the same."""
    types = [type(value) for value in raw]
    if formats:
        return list(zip(types, raw, formats, strict=True))
    return list(zip(types, raw, strict=True)) if len(_NUMBERS & set(types)) > 1 else raw
