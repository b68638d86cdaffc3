"""What people did in a tab between two moments, brought into a draft of it.

Between the copy that a write ended with and the tab as it stands later lies nothing but what people
did: they typed, sorted, moved, inserted, deleted. Each row and column of later is known again in
the copy, and through it in the draft.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.grid import Kept, Scalar
from model.report import Role
from sheets.attic.draft import Draft, Id
from sheets.attic.known import pairs
from sheets.attic.leftovers import leftovers
from sheets.attic.seen import KEYS, Seen
from sheets.planning.marks import FIELDS_ROW, Kind, Name
from sheets.planning.standing import is_word
from sheets.planning.wire import Place


@dataclass(slots=True)
class Merge:
    """One such while. Rows and columns count from 0."""

    draft: Draft
    left: Seen
    """The tab as the write left it."""
    kept: Kept
    """The same with its formulas: a copy may be made before they are worked out."""
    right: Seen
    """The tab later."""
    rows: Sequence[Id | None]
    """The draft's id of each row of the left, ``None`` where the write put it in."""
    cols: Sequence[Id | None]
    _leftovers: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        self._leftovers = leftovers(self.left, self.kept, self.right)

    def run(self) -> tuple[list[Id | None], list[Id | None]]:
        """Bring it all into the draft; the ids of the rows and columns of later, where known."""
        if self.left.standing and not self.right.standing:
            self._loose()
            return [], []
        known = pairs(self.right.columns(), self.left.columns())
        cols = self._columns(known)
        told = pairs(self.right.rows(cols), self.left.rows(self.cols))
        rows = self._rows(told, cols, known)
        self._cells(rows, cols, told, known)
        self._gone(told, known)
        return rows, cols

    def _loose(self) -> None:
        """Nothing is known again: whatever text is new gets a row of its own, at the end."""
        height, width = self.left.own.grid.height, len(self.left.fields)
        old = {self.left.value(row, col) for row in range(height) for col in range(width)}
        for row in range(self.right.own.grid.height):
            said = [(col, self.right.value(row, col)) for col in range(len(self.right.fields))]
            new = [(col, text) for col, text in said if isinstance(text, str) and text not in old]
            ident = self.draft.add_row(self.draft.rows[-1]) if new else -1
            for col, text in new:
                self.draft.write(ident, self.draft.cols[min(col, len(self.draft.cols) - 1)], text)

    def _columns(self, known: dict[int, int]) -> list[Id | None]:
        """Each column's id; one that people made, or began to use, is new in the draft."""
        ids: list[Id | None] = []
        behind: Id | None = None
        for col in range(len(self.right.fields)):
            ident = _at(self.cols, known.get(col))
            if ident is None and self._is_used(col, known.get(col)):
                ident = self.draft.add_column(behind, self.right.fields[col])
            ids.append(ident)
            behind = behind if ident is None else ident
        return ids

    def _is_used(self, col: int, was: int | None) -> bool:
        """Whether people typed in a column that the draft has not: theirs, or made by the write."""
        standing = self.right.standing
        ours = standing.fields[col] if standing and col < len(standing.fields) else None
        if self.right.fields[col] == KEYS or (ours and ours.role is not Role.PERSON):
            return False
        values = [self.right.value(row, col) for row in range(self.right.own.grid.height)]
        height = len(values) if was is not None else 0
        before = [self.left.value(row, was or 0) for row in range(height)]
        return any(is_word(value) for value in values) and sorted(map(str, values)) != sorted(
            map(str, before)
        )

    def _rows(
        self, told: dict[int, int], cols: Sequence[Id | None], known: dict[int, int]
    ) -> list[Id | None]:
        """Each row's id; one that people put in, or wrote beside, is new in the draft."""
        ids: list[Id | None] = []
        behind: Id | None = None
        for row, key in enumerate(self.right.names):
            was = told.get(row)
            name = self.left.taken_for[was] if was is not None and self.left.taken_for else key
            ident = _at(self.rows, was)
            if ident is None and self._has_words(row, was, cols, known):
                ident = self._new_row(row, behind, name, cols)
            ids.append(ident)
            behind = behind if ident is None else ident
        return ids

    def _has_words(
        self, row: int, was: int | None, cols: Sequence[Id | None], known: dict[int, int]
    ) -> bool:
        if self.right.names[row] is None and was is None and row not in self._leftovers:
            return any(self._says_otherwise(row, None, col, None) for col in range(len(cols)))
        return any(
            ident is not None
            and self.draft.is_free(ident)
            and is_word(self.right.value(row, col))
            and self._says_otherwise(row, was, col, known.get(col))
            for col, ident in enumerate(cols)
        )

    def _new_row(
        self, row: int, behind: Id | None, name: Name | None, cols: Sequence[Id | None]
    ) -> Id:
        """A row of people's, or a line that the write put in, with all that it says."""
        if name and (name[0] is not Kind.LINE or name in self.draft.names.values()):
            name = None
        ident = self.draft.add_row(behind, name)
        for col, at in enumerate(cols):
            value = self.right.value(row, col)
            if at is not None and self.draft.fields.get(at) == KEYS:
                value = self._key(name)  # a sort may have left another one there
            if at is not None and value is not None:
                self.draft.write(ident, at, value)
        return ident

    def _key(self, name: Name | None) -> str | None:
        marks = self.left.standing.marks if self.left.standing else ()
        return next((mark.text for mark in marks if mark and name and mark.name == name), None)

    def _cells(
        self,
        rows: Sequence[Id | None],
        cols: Sequence[Id | None],
        told: dict[int, int],
        known: dict[int, int],
    ) -> None:
        """What stands otherwise than the write left it, in rows and columns that are known."""
        for row, at in enumerate(rows):
            if at is None or (row not in told) or _at(self.rows, told[row]) is None:
                continue
            for col, across in enumerate(cols):
                if across is None or not self._says_otherwise(row, told[row], col, known.get(col)):
                    continue
                value = self.right.value(row, col)
                if self.draft.is_peoples(at, across, value):
                    before = known.get(col)
                    was = self.left.value(told[row], before) if before is not None else None
                    self._write(at, across, value, was)

    def _write(self, row: Id, col: Id, value: Scalar, was: Scalar) -> None:
        """Note a word in its place, or in a row below it where another word stands by now that
        whoever typed did not see: the write had taken it away.
        """
        there = self.draft.cells.get((row, col))
        unseen = is_word(there) and there not in (was, value)
        if not unseen or self.draft.names.get(row, FIELDS_ROW)[0] is Kind.HEADING:
            self.draft.write(row, col, value)
        elif value is not None:
            self.draft.write(self.draft.add_row(row), col, value)

    def _says_otherwise(self, row: int, was: int | None, col: int, before: int | None) -> bool:
        """Whether a cell says what no formula of the write makes of it."""
        value = self.right.value(row, col)
        if was is None or before is None:
            return value is not None
        if value == self.left.value(was, before):
            return False
        entered = self.kept.cells.get((was + 1, before + 1), {}).get("userEnteredValue", {})
        return "formulaValue" not in entered or (isinstance(value, str) and value[:1] != "#")

    def _gone(self, told: dict[int, int], known: dict[int, int]) -> None:
        """Take out what people deleted: it stood in the copy and stands nowhere any more.

        Not where it holds words that the write had taken away before they could be seen.
        """
        there, across = set(told.values()), set(known.values())
        cells: list[tuple[Id | None, Id | None, Place]]
        for row, ident in enumerate(self.rows):
            blank = self.left.names[row] is None and not _says(self.left, row, None)
            if ident in self.draft.rows and row not in there and not blank:
                cells = [(ident, col, (row, place)) for place, col in enumerate(self.cols)]
                if self._were_seen(cells):
                    self.draft.rows.remove(ident)
        for col, ident in enumerate(self.cols):
            blank = self.left.fields[col] is None and not _says(self.left, None, col)
            keys = self.left.fields[col] == KEYS
            if ident in self.draft.cols and col not in across and not blank and not keys:
                cells = [(row, ident, (place, col)) for place, row in enumerate(self.rows)]
                if self._were_seen(cells):
                    self.draft.cols.remove(ident)

    def _were_seen(self, cells: Sequence[tuple[Id | None, Id | None, Place]]) -> bool:
        """Whether all words that the draft has in these cells stood in the copy too."""
        return all(
            self.draft.cells.get((row, col)) == self.left.value(*place)
            for row, col, place in cells
            if row is not None and col is not None
            if self.draft.is_free(col) and is_word(self.draft.cells.get((row, col)))
        )


def identified(
    draft: Draft, left: Seen, rows: Sequence[Id | None], cols: Sequence[Id | None]
) -> tuple[list[Id | None], list[Id | None]]:
    """The draft's ids of a tab's rows and columns: of ours by what they are called there, whatever
    place they came from; of people's own by ``rows`` and ``cols``.
    """
    called: dict[Name | None, Id] = {
        name: ident for ident, name in draft.names.items() if ident in draft.rows
    }
    across = {name: ident for ident, name in draft.fields.items() if ident in draft.cols}
    ours: Mapping[Id, object] = draft.names if left.standing else {}
    theirs: Mapping[Id, object] = draft.fields if left.standing else {}
    return (
        [
            called.get(name) if name else _own(_at(rows, row), draft.rows, ours)
            for row, name in enumerate(left.taken_for or left.names)
        ],
        [
            across.get(name) if name else _own(_at(cols, col), draft.cols, theirs)
            for col, name in enumerate(left.fields)
        ],
    )


def _own(ident: Id | None, order: Sequence[Id], called: Mapping[Id, object]) -> Id | None:
    return ident if ident in order and ident not in called else None


def _at(ids: Sequence[Id | None], place: int | None) -> Id | None:
    return ids[place] if place is not None and place < len(ids) else None


def _says(seen: Seen, row: int | None, col: int | None) -> bool:
    grid = seen.own.grid
    rows = range(grid.height) if row is None else (row,)
    cols = range(len(seen.fields)) if col is None else (col,)
    return any(seen.value(r, c) is not None for r in rows for c in cols)
