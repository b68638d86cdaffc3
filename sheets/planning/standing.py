"""One of our tabs as people left it: which row is which line, which column is which field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from model.grid import Grid, OwnTab, Scalar
from model.report import Role
from sheets.planning.headers import Field, read_field
from sheets.planning.marks import FIELDS_ROW, Kind, Mark, Name, read_mark
from sheets.planning.names import fingerprint


@dataclass(frozen=True, slots=True)
class Standing:
    """The skeleton of a tab. Rows and columns count from 0.

    ``marks`` has an item for each of the sheet's rows and ``fields`` for each of its columns,
    ``None`` where it is people's own.
    """

    grid: Grid
    marks: tuple[Mark | None, ...]
    fields: tuple[Field | None, ...]
    key_col: int
    notes: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """Cells' notes by 1-based place, as they were read."""
    grouped: bool = False
    """Whether any of its rows are in a group."""

    def note(self, row: int, col: int) -> str:
        """A cell's note, "" where it has none."""
        return self.notes.get((row + 1, col + 1), "")

    def value(self, row: int, col: int) -> Scalar:
        """The raw value of a cell."""
        return self.grid.at(row + 1, col + 1)

    @property
    def rows(self) -> Mapping[Name, int]:
        """Each row of ours by its name."""
        return {mark.name: row for row, mark in enumerate(self.marks) if mark}

    @property
    def cols(self) -> Mapping[str, int]:
        """Each column of ours by its field."""
        return {field.name: col for col, field in enumerate(self.fields) if field}

    @property
    def peoples_cols(self) -> tuple[int, ...]:
        """Columns that people type in: those of role person, and their own."""
        return tuple(
            col
            for col, field in enumerate(self.fields)
            if col != self.key_col and (field is None or field.role is Role.PERSON)
        )

    def has_words(self, row: int) -> bool:
        """Whether people typed or ticked anything in a row."""
        cells = self.grid.rows[row] if row < self.grid.height else ()
        return any(is_word(cells[col]) for col in self.peoples_cols if col < len(cells))


def is_word(content: Scalar) -> bool:
    """Whether a cell holds anything of a person's: an unticked checkbox holds nothing."""
    return content is not None and content != "" and content is not False


def new_tab() -> Standing:
    """The skeleton of a tab that is not there yet."""
    return Standing(Grid("", ()), (), (), 0)


def read_standing(own: OwnTab) -> Standing | None:
    """Find the skeleton of a tab; ``None`` where people deleted it (the corner, or every mark).

    Where a person copied a row of ours, the first keeps the line and the copy is the person's.
    """
    corner = find_corner(own.grid.rows)
    if corner is None:
        return None
    top, key_col = corner
    names = own.grid.rows[top]
    fields = _firsts(
        [read_field(names[col]) if col < len(names) else None for col in range(own.column_count)]
    )
    height = max(own.row_count, own.grid.height)
    marks = _first_marks([read_mark(own.grid.at(row + 1, key_col + 1)) for row in range(height)])
    if not any(mark and mark.kind is not Kind.FIELDS for mark in marks) or not any(fields):
        return None
    return Standing(own.grid, tuple(marks), tuple(fields), key_col, own.notes, own.grouped)


def find_corner(rows: Sequence[Sequence[Scalar]]) -> tuple[int, int] | None:
    """Where the key column and the row of field names meet, from 0; ``None`` on a tab not ours."""
    for row, cells in enumerate(rows):
        for col, content in enumerate(cells):
            mark = read_mark(content) if isinstance(content, str) else None
            if mark and mark.name == FIELDS_ROW:
                return row, col
    return None


def report_of(rows: Sequence[Sequence[Scalar]]) -> str | None:
    """The report that a tab of ours says it is, in its corner; ``None`` on a tab not ours."""
    corner = find_corner(rows)
    mark = read_mark(rows[corner[0]][corner[1]]) if corner else None
    return mark.report if mark else None


def order_of(rows: Mapping[Name, int], cols: Mapping[str, int]) -> str:
    """A fingerprint of where our rows and columns stand.

    It is kept with the tab. While it holds, nobody moved anything since we wrote, and every
    formula reads as we wrote it.
    """
    return fingerprint(
        [
            [[row, str(kind), key] for (kind, key), row in sorted(rows.items())],
            [[col, field] for field, col in sorted(cols.items())],
        ]
    )


def sequence_of(names: Iterable[Name | None]) -> str:
    """A fingerprint of which row of ours follows which.

    While it holds, nobody sorted the tab since we wrote.
    """
    return fingerprint([[str(name[0]), name[1]] for name in names if name])


def _firsts(fields: list[Field | None]) -> list[Field | None]:
    seen: set[str] = set()
    for col, found in enumerate(fields):
        if found and found.name in seen:
            fields[col] = None
        elif found:
            seen.add(found.name)
    return fields


def _first_marks(marks: list[Mark | None]) -> list[Mark | None]:
    seen: set[Name] = set()
    for row, mark in enumerate(marks):
        if mark and mark.name in seen:
            marks[row] = None
        elif mark:
            seen.add(mark.name)
    return marks
