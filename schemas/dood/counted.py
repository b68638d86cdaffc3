"""Columns of totals named by what they count, where their headings say little or something else.

"Trav." is days travelled to some and days worked (travail) to others; "Att." is short for nothing
in English. What a column comes to on most rows, and no other column does, is what it counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from schemas import rows
from schemas.dood import columns as dood_columns
from schemas.dood.layout import Layout

ATOMS = {
    "travel": "travel",
    "work": "work",
    "hold": "hold",
    "rehearse": "rehearsal",
    "holiday": "off",
}
"""The totals of one kind of day, and what a mark must be to be counted in them."""
_FEW = 3
_ODD = 5
"""Of so many totals one may differ from the marks, and one of fewer."""


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row's marks come to, and what stands in its further columns, where it is a number."""

    comes: Mapping[str, int]
    says: Mapping[int, int]


def name(layout: Layout) -> Layout:
    """The layout with its columns of totals named by what they count.

    A column whose heading names one count and that comes to another is of that one, and leaves its
    name to another column headed by it. A further column is one of days held, travelled or
    rehearsed that come out, where no heading names those; what it is where days worked come out
    (days guaranteed, days paid) is not known.
    """
    named = {count: col for count, col in layout.totals.items() if count in ATOMS}
    others = {text: col for text, col in layout.names.others.items() if col > max(layout.days)}
    if not named and not others:
        return layout
    read = list(_rows(layout, [*named.values(), *others.values()]))
    totals = dict(layout.totals)
    for count, col in named.items():
        meant = [] if _is_of(read, col, count) else _meanings(read, col, totals)
        if len(meant) == 1:
            totals[meant[0]] = totals.pop(count)
    for count in [count for count in named if count not in totals]:
        headed = [col for text, col in others.items() if dood_columns.named(text) == count]
        if headed:
            totals[count] = headed[0]
    for col in others.values():
        meant = [] if col in totals.values() else _meanings(read, col, totals)
        if len(meant) == 1 and meant != ["work"]:
            totals[meant[0]] = col
    return layout if totals == layout.totals else _with(layout, totals)


def _rows(layout: Layout, columns: Sequence[int]) -> Iterator[_Row]:
    """The rows of elements all of whose marks are known."""
    view = layout.view
    for row in layout.body:
        marks = [layout.parse(text) for text in layout.marks(row)]
        if not marks or rows.is_total(view.text(row, layout.names.name_col)):
            continue
        known = [mark for mark in marks if mark is not None]
        if len(known) < len(marks):
            continue
        found = Counter(atom for mark in known for atom in mark.atoms)
        texts = {col: view.text(row, col) for col in columns}
        says = {col: int(text) for col, text in texts.items() if text.isdecimal()}
        yield _Row({count: found[atom] for count, atom in ATOMS.items()}, says)


def _is_of(read: Sequence[_Row], col: int, count: str) -> bool:
    """Whether a column may be what its heading names: half of its totals come out, or it has none.

    One that was not brought up to date comes to nothing else, and keeps its name.
    """
    said = [(row.says[col], row.comes[count]) for row in read if row.says.get(col)]
    return sum(says == comes for says, comes in said) * 2 >= len(said)


def _meanings(read: Sequence[_Row], col: int, taken: Mapping[str, int]) -> list[str]:
    """The counts that no column has yet and that a column comes to, but for a total here and there.

    A blank is no total, and none is meant where nothing is counted.
    """
    found = []
    for count in ATOMS.keys() - taken.keys():
        judged = [row for row in read if row.comes[count] or row.says.get(col)]
        right = sum(row.says.get(col) == row.comes[count] for row in judged)
        if right >= _FEW and len(judged) - right <= max(1, len(judged) // _ODD):
            found.append(count)
    return found


def _with(layout: Layout, totals: Mapping[str, int]) -> Layout:
    """The layout with other columns of totals; those that are none any more are further ones."""
    taken = set(totals.values())
    left = [col for col in layout.totals.values() if col not in taken]
    headings = {
        text: col for col in left for row in layout.heads if (text := layout.view.text(row, col))
    }
    others = {text: col for text, col in layout.names.others.items() if col not in taken}
    return replace(layout, totals=totals, names=replace(layout.names, others=others | headings))
