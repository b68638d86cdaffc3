"""The data of a query: columns with a name, a label and one type of values each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from localsheets.formulas.values import Rows
from localsheets.state.cell import CellError, Value

_TYPES = ("number", "string", "boolean")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows without their headers; what is not of its column's type is ``None``."""

    names: list[str]
    """Each column's own name."""
    places: dict[str, int]
    """Every name of a column -> its place."""
    labels: list[str]
    types: list[str]
    rows: Rows


def table(
    rows: Rows,
    names: Sequence[Sequence[str]],
    headers: int,
    shown: Callable[[int, int], str],
) -> Table:
    """A block as a table. ``names`` are each column's; ``shown`` says what a cell shows;
    ``headers`` is -1 where it is to be guessed.

    The type that most of a column's values have is the column's; the others count as blank.
    """
    count = _guessed(rows) if headers < 0 else min(headers, len(rows))
    types = _types(rows[count:], len(names))
    labels = [
        " ".join(text for row in range(count) if (text := shown(row, column)))
        for column in range(len(names))
    ]
    kept = [
        [value if type_of(value) == types[n] else None for n, value in enumerate(row)]
        for row in rows[count:]
    ]
    places = {name: place for place, own in enumerate(names) for name in own}
    return Table([own[0] for own in names], places, labels, types, kept)


def type_of(value: Value) -> str:
    """A value's type in the language; "" for none."""
    if value is None or isinstance(value, CellError):
        return ""
    if isinstance(value, bool):
        return "boolean"
    return "string" if isinstance(value, str) else "number"


def _types(rows: Rows, width: int) -> list[str]:
    found: list[str] = []
    for column in range(width):
        counts = Counter(kind for row in rows if (kind := type_of(row[column])))
        found.append(max(_TYPES, key=counts.__getitem__) if counts else "string")
    return found


def _guessed(rows: Rows) -> int:
    """One header row, where there is nothing but text in the first row and some of it stands above
    numbers or booleans; else none."""
    if len(rows) < 2:
        return 0
    first = [type_of(value) for value in rows[0]]
    below = _types(rows[1:], len(first))
    plain = all(kind in ("string", "") for kind in first)
    return int(plain and any(a and a != b for a, b in zip(first, below, strict=True)))
