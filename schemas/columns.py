"""A tab by columns: texts cleaned when looked at, each distinct value of a column read once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from operator import itemgetter
from typing import overload

import numpy as np

from model.grid import Scalar
from schemas.headings import Shape
from schemas.values.words import Fault, clean

Read = Callable[[Shape, Scalar, str], object]
_NUMBERS = frozenset((bool, int, float))
_TEXTS = (Shape.TEXT, Shape.WORDS, Shape.CODE)
_AMOUNTS = (Shape.MONEY, Shape.NUMBER)
_TITLES = 50
"""Rows at the top of a tab, which are short more often than those below."""
_LIMIT = 1e13
"""Below it a float tells whole cents from everything else."""


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


def cells(rows: Sequence[Sequence[Scalar]], at: int) -> list[Scalar]:
    """A column of rows that may be too short for it. ``at`` counts from 0."""
    title, body = rows[:_TITLES], rows[_TITLES:]
    above = [row[at] if at < len(row) else None for row in title]
    try:
        return above + list(map(itemgetter(at), body))
    except IndexError:
        return above + [row[at] if at < len(row) else None for row in body]


def parsed(
    raw: Sequence[Scalar],
    shape: Shape,
    read: Read,
    top: int,
    formats: Sequence[str] = (),
) -> Column:
    """Read a column's raw values from row ``top`` on as a shape.

    Clean texts and plain amounts are taken all at once, every other distinct value is read once.
    ``formats`` are the cells' number formats where they matter to the reading; empty where not.
    """
    types = set(map(type, raw))
    if shape in _TEXTS and types <= {str, type(None)} and _are_clean(raw, shape):
        return Column([value or None for value in raw])
    if shape in _AMOUNTS and types & {int, float}:
        return _amounts(raw, shape, read, top)
    return _by_value(raw, _keys(raw, formats), partial(read, shape), top, formats)


def _are_clean(raw: Sequence[Scalar], shape: Shape) -> bool:
    """Whether texts are as they will be: no blanks but single ones between words, no errors.

    They are asked all at once, with a bar between them; what is not plain ("a | b") says no.
    """
    texts = [value or "" for value in raw] if None in raw else raw
    joined = f"|{'|'.join(texts)}|"  # type: ignore[arg-type]
    spaced = "  " in joined or " |" in joined or "| " in joined
    marked = (
        "|#" in joined
        or "oading" in joined
        or "OADING" in joined
        or (shape is Shape.CODE and "|'" in joined)
    )
    return joined.isprintable() and not spaced and not marked


def _amounts(raw: Sequence[Scalar], shape: Shape, read: Read, top: int) -> Column:
    """Read amounts: numbers of whole cents become ``Decimal`` at once."""
    values: list[object] = [None] * len(raw)
    places = [
        at
        for at, value in enumerate(raw)
        if (type(value) is float or type(value) is int) and -_LIMIT < value < _LIMIT
    ]
    numbers = np.array([raw[at] for at in places], dtype=np.float64)
    cents = (np.rint(numbers * 100) / 100 == numbers).tolist()
    for at, number, plain in zip(places, numbers.tolist(), cents, strict=True):
        if plain:
            values[at] = Decimal(int(number) if number % 1 == 0 else repr(number))
    left = [at for at, value in enumerate(raw) if value is not None and values[at] is None]
    rest = [raw[at] for at in left]
    further = _by_value(rest, _keys(rest, ()), partial(read, shape), 0, ())
    for at, value in zip(left, further.values, strict=True):
        values[at] = value
    return Column(values, {top + left[place]: fault for place, fault in further.faults.items()})


def _by_value(
    raw: Sequence[Scalar],
    keys: Sequence[Hashable],
    read: Callable[[Scalar, str], object],
    top: int,
    formats: Sequence[str],
) -> Column:
    """Read each distinct value once."""
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
    if formats:
        return list(zip(map(type, raw), raw, formats, strict=True))
    mixed = len(_NUMBERS & set(map(type, raw))) > 1
    return list(zip(map(type, raw), raw, strict=True)) if mixed else raw
