"""A report as the rows that its tab is to have, top to bottom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from model.report import Column, Content, Entry, Line, Report, Role
from sheets.planning.marks import FIELDS_ROW, HEADING_ROW, Kind, Name
from sheets.planning.styles import WORDS
from sheets.planning.values import plain

_NO_ENTRY = Entry()


@dataclass(frozen=True, slots=True)
class Slot:
    """One row that a report wants. ``line`` is ``None`` for the fields' names and the headings."""

    name: Name
    line: Line | None = None

    def entry(self, field: str) -> Entry:
        """What stands in a column; a blank entry where nothing does."""
        return self.line.entries.get(field, _NO_ENTRY) if self.line else _NO_ENTRY


def slots(report: Report) -> tuple[Slot, ...]:
    """Every row of a report: the hidden names of its fields, preamble, heading, lines.

    Raises:
        ValueError: two lines bear the same key, or an entry a field that no column has (a bug of
            the report's builder).
    """
    made = [Slot(FIELDS_ROW)]
    made += [Slot((Kind.PREAMBLE, line.key), line) for line in report.preamble]
    if report.heading:
        made.append(Slot(HEADING_ROW))
    made += [Slot((Kind.LINE, line.key), line) for line in report.lines]
    _check(report, made)
    return tuple(made)


def words_of(slot: Slot, columns: tuple[Column, ...]) -> list[str]:
    """The texts that we compute for a row, by which it is known wherever it was moved to."""
    found = []
    for column in word_columns(columns):
        value = plain(slot.entry(column.field).content)
        if isinstance(value, str):
            found.append(value)
    return found


def word_columns(columns: tuple[Column, ...]) -> Iterator[Column]:
    """The columns whose texts a row is known by, in a fixed order."""
    ours = (c for c in columns if c.role is Role.COMPUTED and c.style in WORDS)
    return iter(sorted(ours, key=lambda column: column.field))


def contents(slot: Slot) -> Iterator[tuple[str, Content]]:
    """Every field of a line that has an entry, with its content."""
    if slot.line:
        for field, entry in slot.line.entries.items():
            yield field, entry.content


def _check(report: Report, made: list[Slot]) -> None:
    fields = [column.field for column in report.columns]
    if len(set(fields)) < len(fields):
        raise ValueError(f"report {report.name!r} has two columns of one field: {fields}")
    seen: set[Name] = set()
    for slot in made:
        if slot.name in seen:
            raise ValueError(f"report {report.name!r} has two lines with the key {slot.name[1]!r}")
        seen.add(slot.name)
        unknown = set(slot.line.entries) - set(fields) if slot.line else set()
        if unknown:
            raise ValueError(
                f"line {slot.name[1]!r} of report {report.name!r} has entries for "
                f"{sorted(unknown)}, which no column is for"
            )
