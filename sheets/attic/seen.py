"""One of our tabs at a moment, as rows and columns that can be known again."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from model.grid import OwnTab, Scalar
from sheets.attic.known import Strip
from sheets.planning.marks import Kind, Name, read_mark
from sheets.planning.regrow import regrown
from sheets.planning.rejoin import rejoined, words_at
from sheets.planning.remembered import Remembered, read_remembered
from sheets.planning.standing import Standing, read_standing

KEYS = "\x00keys"
"""What the key column is called; no field can be called so."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A tab with what each of its rows and columns is called, ``None`` where they are people's."""

    own: OwnTab
    standing: Standing | None
    names: Sequence[Name | None]
    """Of each row."""
    fields: Sequence[str | None]
    """Of each column."""
    taken_for: Sequence[Name | None] = ()
    """What a person takes each row for: a write that went astray may have left a line's texts
    beside another's key."""

    @staticmethod
    def of(own: OwnTab) -> Seen:
        """Look at a tab whose rows are known by their keys, or by what we remember of them.

        Where the key column is gone, it is looked at as if it were put back.
        """
        grown = regrown(own) if read_standing(own) is None else None
        own = grown.own if grown else own
        standing = read_standing(own)
        return Seen._of(own, standing and rejoined(standing, read_remembered(own.lines)))

    @staticmethod
    def as_left(own: OwnTab) -> Seen:
        """Look at a tab as a write left it, even where that went astray: its keys are its keys.

        ``own.lines`` is what we remembered of it before that write.
        """
        grown = regrown(own) if read_standing(own) is None else None
        own = grown.own if grown else own
        standing = read_standing(own)
        seen = Seen._of(own, standing)
        if standing is None:
            return seen
        names = list(taken_for(standing, read_remembered(own.lines)))
        return replace(seen, taken_for=names + [None] * (len(seen.names) - len(names)))

    def later(self, own: OwnTab, fields: Sequence[str]) -> Seen:
        """Look at the same tab later: rows are known by their keys, or by what they said."""
        standing = read_standing(own)
        if self.standing is None:
            return Seen._of(own, standing)
        said = tuple(
            replace(mark, words=words_at(self.standing, row, fields))
            for row, mark in enumerate(self.standing.marks)
            if mark
        )
        told = Remembered(tuple(fields), said)
        if standing is None:
            grown = regrown(own, told)
            return Seen._of(grown.own, read_standing(grown.own)) if grown else Seen._of(own, None)
        now = {mark.name: mark for mark in said}
        marks = tuple(mark and now.get(mark.name, mark) for mark in standing.marks)
        return Seen._of(own, rejoined(replace(standing, marks=marks), told))

    @staticmethod
    def _of(own: OwnTab, standing: Standing | None) -> Seen:
        height, width = max(own.row_count, own.grid.height), max(own.column_count, own.grid.width)
        if standing is None:
            return Seen(own, None, [None] * height, [None] * width)
        fields: list[str | None] = [found.name if found else None for found in standing.fields]
        fields += [None] * (width - len(fields))
        fields[standing.key_col] = KEYS
        return Seen(own, standing, [mark.name if mark else None for mark in standing.marks], fields)

    def value(self, row: int, col: int) -> Scalar:
        """A cell's value, ``None`` where it is blank. Counted from 0."""
        found = self.own.grid.at(row + 1, col + 1)
        return None if found == "" else found

    def rows(self, ids: Sequence[Hashable | None]) -> list[Strip]:
        """Its rows; ``ids`` are the columns' by which what they say is compared."""
        return [
            Strip(name or self.key(row), self._says(row, ids))
            for row, name in enumerate(self.names)
        ]

    def columns(self) -> list[Strip]:
        """Its columns; rows may have been sorted, so where in them something stands is nothing."""
        return [
            Strip(field, self._said(col) if field is None else {})
            for col, field in enumerate(self.fields)
        ]

    def key(self, row: int) -> Name | None:
        """What the key of a row says, though another row has the same."""
        key = self.standing and read_mark(self.value(row, self.standing.key_col))
        return key.name if key else None

    def _says(self, row: int, ids: Sequence[Hashable | None]) -> Mapping[Hashable, Scalar]:
        cells = ((ident, self.value(row, col)) for col, ident in enumerate(ids))
        return {ident: value for ident, value in cells if ident is not None and value is not None}

    def _said(self, col: int) -> Mapping[Hashable, Scalar]:
        values = (self.value(row, col) for row in range(self.own.grid.height))
        return {value: True for value in values if value is not None}


def taken_for(standing: Standing, before: Remembered) -> Iterator[Name | None]:
    """The line whose texts each row with a key shows, else the one that its key says.

    A write that went astray may leave the same key at two rows.
    """
    texts: dict[str, Name] = {}
    for mark in (*before.lines.values(), *standing.marks):
        if mark and mark.words and mark.kind is Kind.LINE:
            texts.setdefault(mark.words, mark.name)
    for row, own in enumerate(standing.marks):
        key = read_mark(standing.value(row, standing.key_col))
        line = key is not None and key.kind is Kind.LINE
        shown = texts.get(words_at(standing, row, before.fields)) if line else None
        yield shown or (own.name if own else None)
