"""Joining keys and rows again where a person sorted without the hidden key column.

Each mark holds a fingerprint of its row's words as we wrote them, and the tab's metadata holds them
all once more (:mod:`sheets.planning.remembered`). Where a row says what another line's mark
remembers, the rows moved and the keys stayed behind: each row gets the mark of the line whose words
it has, even where that mark went with a row that was deleted since. A single row that says
something that no line said was edited, and keeps its mark.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sheets.planning.marks import Kind, Mark, Name
from sheets.planning.names import fingerprint
from sheets.planning.remembered import Remembered
from sheets.planning.standing import Standing


def rejoined(standing: Standing, told: Remembered) -> Standing:
    """Give each line its own mark back; the same skeleton where nothing is astray.

    A row of ours that cannot be told (its words were changed too, or several lines have the same)
    loses its mark and is the person's from then on: nothing typed in it is lost, and the line is
    inserted anew.
    """
    said = _said(standing, told.fields)
    strays = {
        row
        for row, mark in enumerate(standing.marks)
        if mark and mark.kind is Kind.LINE and mark.words != said.get(row, "")
    }
    if not strays or not told.fields:
        return standing
    keys = _Keys.of(standing, told, strays)
    given = _given(said, keys, strays, standing)
    if not given:
        return standing
    return replace(standing, marks=_settled(standing, keys, strays, given))


def words_at(standing: Standing, row: int, fields: Sequence[str]) -> str:
    """The fingerprint of the texts in a row's columns of these fields, "" where there are none."""
    cols = standing.cols
    found = [standing.value(row, cols[field]) for field in fields if field in cols]
    words = [text for text in found if isinstance(text, str) and text]
    return fingerprint(words) if words else ""


@dataclass(frozen=True, slots=True)
class _Keys:
    """The lines that no row speaks for yet."""

    left: Mapping[Name, Mark]
    """Their marks stand beside other words."""
    lost: Mapping[Name, Mark]
    """Their marks went with a row that somebody deleted."""

    @staticmethod
    def of(standing: Standing, told: Remembered, strays: set[int]) -> _Keys:
        marks = [mark for row in sorted(strays) if (mark := standing.marks[row])]
        there = standing.rows
        lost = {name: mark for name, mark in told.lines.items() if name not in there}
        return _Keys({mark.name: mark for mark in marks}, lost)

    @property
    def all(self) -> Mapping[Name, Mark]:
        return {**self.lost, **self.left}


def _said(standing: Standing, fields: Sequence[str]) -> dict[int, str]:
    """What the lines say, and rows without a mark: a sort may have brought a line there."""
    rows = [
        row for row, mark in enumerate(standing.marks) if mark is None or mark.kind is Kind.LINE
    ]
    words = ((row, words_at(standing, row, fields)) for row in rows)
    return {row: text for row, text in words if text}


def _given(
    said: Mapping[int, str], keys: _Keys, strays: set[int], standing: Standing
) -> dict[int, Name]:
    """Row -> the line that it is, where there can be no doubt."""
    lines: dict[str, list[Name]] = defaultdict(list)
    for name, mark in keys.all.items():
        lines[mark.words].append(name)
    takers: dict[str, list[int]] = defaultdict(list)
    for row in (row for row, mark in enumerate(standing.marks) if row in strays or mark is None):
        if row in said:
            takers[said[row]].append(row)
    given = {
        rows[0]: lines[words][0]
        for words, rows in takers.items()
        if len(rows) == len(lines[words]) == 1
    }
    blank = [row for row in sorted(strays) if row not in said]
    wordless = [name for name, mark in keys.left.items() if not mark.words]
    if len(blank) == len(wordless):
        given.update(zip(blank, wordless, strict=True))
    return given


def _settled(
    standing: Standing, keys: _Keys, strays: set[int], given: Mapping[int, Name]
) -> tuple[Mark | None, ...]:
    """Every row's mark, once the rows that are known have theirs."""
    marks = list(standing.marks)
    taken = set(given.values())
    homeless = [
        row for row in sorted(strays - given.keys()) if (mark := marks[row]) and mark.name in taken
    ]
    kept = {mark.name for row in strays - given.keys() if (mark := marks[row])}
    unclaimed = [name for name in keys.all if name not in taken and name not in kept]
    for row in homeless:
        marks[row] = None
    for row, name in given.items():
        marks[row] = _to_be_painted(keys.all[name])
    if len(homeless) == len(unclaimed) == 1:  # a line that moved and was edited too
        marks[homeless[0]] = _to_be_painted(keys.all[unclaimed[0]])
    return tuple(marks)


def _to_be_painted(mark: Mark) -> Mark:
    return replace(mark, looks="")
