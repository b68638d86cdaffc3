"""Joining keys and rows again where a person sorted without the hidden key column.

Each mark holds a fingerprint of its row's words as we wrote them. Where several rows say what
another row's mark remembers, the rows moved and the keys stayed behind: each mark is given back to
the row that has its words. A single row that says something else was edited, and keeps its mark.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from model.report import Column
from sheets.planning.marks import Kind, Mark
from sheets.planning.names import fingerprint
from sheets.planning.slots import word_columns
from sheets.planning.standing import Standing


def rejoined(standing: Standing, columns: Sequence[Column]) -> Standing:
    """Give each line its own mark back; the same skeleton where nothing is astray.

    A row of ours that cannot be told (its words were changed too, or several lines have the same)
    loses its mark and is the person's from then on: nothing typed in it is lost, and the line is
    inserted anew.
    """
    strays = _strays(standing, columns)
    given = _given_back(standing, strays)
    if not given:
        return standing
    marks = list(standing.marks)
    homeless = [row for row in strays if row not in given and row in given.values()]
    unclaimed = [row for row in strays if row not in given.values() and row in given]
    for row in homeless:
        marks[row] = None
    for row, home in given.items():
        marks[row] = _to_be_painted(standing.marks[home])
    if len(homeless) == len(unclaimed) == 1:
        marks[homeless[0]] = _to_be_painted(standing.marks[unclaimed[0]])
    return replace(standing, marks=tuple(marks))


def words_at(standing: Standing, row: int, columns: Sequence[Column]) -> str:
    """The fingerprint of the texts in a row's columns of ours, "" where there are none."""
    cols = standing.cols
    found = [
        standing.value(row, cols[column.field])
        for column in word_columns(tuple(columns))
        if column.field in cols
    ]
    words = [text for text in found if isinstance(text, str) and text]
    return fingerprint(words) if words else ""


def _strays(standing: Standing, columns: Sequence[Column]) -> Mapping[int, str]:
    """Rows whose words are not those that their marks remember, with the words they have."""
    found = {}
    for row, mark in enumerate(standing.marks):
        if mark and mark.kind is Kind.LINE:
            words = words_at(standing, row, columns)
            if words != mark.words:
                found[row] = words
    return found


def _given_back(standing: Standing, strays: Mapping[int, str]) -> dict[int, int]:
    """Row -> the row at which its mark was left behind, where there can be no doubt."""
    homes: dict[str, list[int]] = defaultdict(list)
    for row in strays:
        mark = standing.marks[row]
        homes[mark.words if mark else ""].append(row)
    takers: dict[str, list[int]] = defaultdict(list)
    for row, words in strays.items():
        takers[words].append(row)
    given: dict[int, int] = {}
    for words, rows in takers.items():
        left = homes.get(words, [])
        sure = len(rows) == len(left) == 1 or (not words and len(rows) == len(left))
        if sure:
            given.update(zip(rows, left, strict=True))
    return given


def _to_be_painted(mark: Mark | None) -> Mark | None:
    return replace(mark, looks="") if mark else None
