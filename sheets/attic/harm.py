"""Whether people changed a tab between our reading and our writing so that the write went astray.

A write finds its rows and columns by where they stood. Somebody who types in a column for people
meanwhile does no harm, unless the write deletes that very row; somebody who inserts, deletes, moves
or sorts does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from model.grid import Kept, OwnTab, Scalar
from sheets.attic.copies import Told, Write
from sheets.attic.shifts import gone
from sheets.planning.marks import FIELDS_ROW, HEADING_ROW
from sheets.planning.names import fingerprint
from sheets.planning.standing import Standing, read_standing

Rows = Sequence[Sequence[Scalar]]


def assumed(own: OwnTab, standing: Standing | None, *, whole: bool = False) -> str:
    """A fingerprint of how a tab stands: keys, names of columns, and our texts beside the keys.

    ``whole`` adds all that is people's: for a write that puts the whole tab anew.
    """
    if standing is None:
        return fingerprint([_trimmed(_text(cell) for cell in row) for row in own.grid.rows])
    people = set(standing.peoples_cols)
    ours = [col for col in range(len(standing.fields)) if col not in people]
    heading = standing.rows.get(HEADING_ROW)  # people may word it as they like
    rows: list[object] = []
    for row in range(own.grid.height):
        mark = standing.value(row, standing.key_col)
        keyed = None if mark in (None, "") else [_text(standing.value(row, col)) for col in ours]
        rows.append(mark if row == heading else keyed)
    names = (_text(standing.value(_top(standing), col)) for col in range(len(standing.fields)))
    seen = fingerprint([_trimmed(names), _trimmed(rows)])
    return f"{seen}.{fingerprint(_words(standing))}" if whole else seen


def went_astray(told: Told, kept: Kept) -> bool:
    """Whether a write did harm, by the copy of the tab that it began with."""
    own = as_own(kept, told)
    standing = read_standing(own)
    if told.number > 1:
        return assumed(own, standing, whole=True) != told.assumed
    if standing is None or assumed(own, standing) != told.assumed:
        return assumed(own, standing) != told.assumed
    rows = gone(told.shifts, "R", kept.row_count)
    cols = gone(told.shifts, "C", kept.column_count) & set(standing.peoples_cols)
    return any(standing.has_words(row) for row in rows) or any(
        standing.value(row, col) not in (None, "", False)
        for col in cols
        for row in range(_top(standing) + 1, kept.grid.height)
    )


def to_heal(writes: Sequence[Write]) -> tuple[Write, ...]:
    """The writes that a tab has to be healed of: none where the first did no harm, or a later one
    found everything as it had read it and so healed it.
    """
    if not writes or not went_astray(writes[0].told, writes[0].before):
        return ()
    last = writes[-1]
    healed = len(writes) > 1 and not went_astray(last.told, last.before)
    return () if healed else tuple(writes)


def as_own(kept: Kept, told: Told) -> OwnTab:
    """A copy as the tab that it was."""
    size = kept.row_count, kept.column_count
    return OwnTab(told.report, told.layout, kept.grid, *size, lines=told.lines)


def _top(standing: Standing) -> int:
    return standing.rows[FIELDS_ROW]


def _text(value: Scalar) -> str | None:
    """Texts only: figures are computed anew by Google, and errors are named in two ways."""
    return value if isinstance(value, str) and value and not value.startswith("#") else None


def _trimmed(values: Iterable[object]) -> list[object]:
    kept = list(values)
    while kept and kept[-1] is None:
        kept.pop()
    return kept


def _words(standing: Standing) -> list[object]:
    people = set(standing.peoples_cols)
    found: list[object] = []
    for row in range(standing.grid.height):
        keyed = standing.value(row, standing.key_col) not in (None, "")
        keyed = keyed and row != standing.rows.get(HEADING_ROW)
        for col in range(len(standing.fields)):
            value = standing.value(row, col)
            if value not in (None, "") and (col in people or not keyed):
                found.append([row, col, float(value) if isinstance(value, int | float) else value])
    return found
