"""What every row of ours said as we last wrote it, kept with the tab and apart from the rows.

A key tells which line its row is, and goes when somebody deletes the row that it stands in: after a
sort without the key column that is another line's key than that of the words that went. Kept once
more in the tab's developer metadata, a line is known again by what it says, though its key be gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sheets.planning.marks import Kind, Mark, Name, read_mark

_MOST = 12_000
"""Characters; Google keeps 30,000 of developer metadata a tab. A longer list is left out, and then
lines are known by their keys alone."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """Marks without their looks, in the order in which they stood, and by which columns' texts
    their words were taken.
    """

    fields: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def lines(self) -> dict[Name, Mark]:
        """The lines' marks by name."""
        return {mark.name: mark for mark in self.marks if mark.kind is Kind.LINE}

    @property
    def text(self) -> str:
        """As it is kept; "" where it would be too long."""
        bare = (replace(mark, looks="").text for mark in self.marks)
        full = "\n".join([" ".join(self.fields), *bare])
        return full if len(full) <= _MOST and all("\n" not in m.key for m in self.marks) else ""


def remember_rows(fields: Iterable[str], marks: Sequence[Mark]) -> Remembered:
    """Note the rows as a plan leaves them."""
    return Remembered(tuple(fields), tuple(mark for mark in marks if mark.kind is not Kind.FIELDS))


def read_remembered(text: str) -> Remembered:
    """Read what was kept; nothing where it cannot be read."""
    fields, *rows = text.split("\n")
    marks = [read_mark(row) for row in rows]
    return Remembered(tuple(fields.split()), tuple(mark for mark in marks if mark))
