"""Rows that show what a write put into a line, and are not known as that line any more.

A sort took them from their keys, and other rows are known by those. They are ours, not people's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence, Set

from model.grid import Kept, Scalar
from model.report import Role
from sheets.attic.seen import Seen

Said = Mapping[str, Scalar]


def leftovers(left: Seen, kept: Kept, right: Seen) -> frozenset[int]:
    """The rows of later, from 0, that show what the write left in some line.

    Where one shows it more often than it was left, people copied it, and none of them counts.
    """
    standing = left.standing
    if standing is None:
        return frozenset()
    ours = {found.name for found in standing.fields if found and found.role is not Role.PERSON}
    lines = (row for row in range(len(left.names)) if left.key(row) is not None)
    written: dict[Hashable, list[Said]] = defaultdict(list)
    for row in lines:
        line = _written(left, kept, row, ours)
        written[_texts(line)].append(line)
    shown: dict[Hashable, dict[int, Said]] = defaultdict(dict)
    for row in range(len(right.names)):
        said = _shown(right, row, ours)
        shown[_texts(said)][row] = said
    return frozenset(
        row
        for texts, rows in shown.items()
        for row, said in rows.items()
        if texts and _is_left(said, written[texts], rows.values())
    )


def _is_left(said: Said, written: Sequence[Said], shown: Collection[Said]) -> bool:
    alike = [line for line in written if line.items() <= said.items()]
    return bool(alike) and sum(alike[0].items() <= other.items() for other in shown) <= len(alike)


def _written(left: Seen, kept: Kept, row: int, fields: Set[str]) -> Said:
    """What stands in some fields of a line, but for its formulas: those come out otherwise."""
    formulas = {
        name
        for col, name in enumerate(left.fields)
        if "formulaValue" in kept.cells.get((row + 1, col + 1), {}).get("userEnteredValue", {})
    }
    said = _shown(left, row, fields)
    return {name: value for name, value in said.items() if name not in formulas}


def _shown(seen: Seen, row: int, fields: Set[str]) -> Said:
    """What a row says in the columns of some fields."""
    said = ((name, seen.value(row, col)) for col, name in enumerate(seen.fields) if name in fields)
    return {name: value for name, value in said if name and value is not None}


def _texts(said: Said) -> frozenset[tuple[str, Scalar]]:
    """What tells one line from another; figures alone tell none."""
    texts = ((name, value) for name, value in said.items() if isinstance(value, str))
    return frozenset((name, value) for name, value in texts if not value.startswith("#"))
