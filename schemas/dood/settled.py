"""Codes without a legend that the sheet itself settles: by its totals, or by where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from model.issue import Issue
from schemas import issues, rows
from schemas.dood import claim as dood_claim
from schemas.dood import codes as dood_codes
from schemas.dood import words as dood_words
from schemas.dood.counted import ATOMS
from schemas.dood.layout import Layout

_MEANINGS = {"TR": "travel", "H": "hold", "R": "rehearse", "/": "holiday", "W": "work"}
_WORDS = {"TR": "travel", "H": "hold", "R": "rehearsal", "/": "a holiday", "W": "work"}


@dataclass(frozen=True, slots=True)
class _Row:
    """A row's marks from left to right, and the totals that it states."""

    marks: Sequence[str]
    stated: Mapping[str, int]


def settle(layout: Layout) -> Layout:
    """The layout with a legend for the codes that it has none for, and that the sheet settles.

    A code is settled by totals where one meaning, and no other, makes them come out for every row
    that has it. A lone F before the start of everybody who has one is a fitting: nobody finishes
    before they start. Under a title, crosses that are the only mark are work.
    """
    found: dict[str, tuple[str, str]] = {}
    read = list(_rows(layout))
    texts = {text for row in read for text in row.marks}
    unknown = {
        text.upper()
        for text in texts
        if text.isalpha() and len(text) <= 3 and layout.parse(text) is None
    }
    for code in sorted(unknown):
        meanings = [stands for stands in _MEANINGS if _comes_out(layout, read, code, stands)]
        if len(meanings) == 1:
            found[code] = (meanings[0], f"as {_WORDS[meanings[0]]}, as the totals say")
    crosses = {text.upper() for text in texts} if texts <= dood_words.CROSSES else set()
    if len(crosses) == 1 and dood_claim.titled(layout.view.sheet, layout):
        found[crosses.pop()] = ("W", "as work, since it is the only mark")
    for code, stands in _uncombined(layout, read).items():
        found[code] = (
            stands,
            f"as {stands}: codes are never combined, so that day is work as well",
        )
    if texts & {"F", "f"} and "F" not in layout.legend and _before_starts(layout, read):
        found["F"] = ("FT", "as a fitting, since it stands before the start")
    if not found:
        return layout
    legend = {**layout.legend, **{code: stands for code, (stands, _) in found.items()}}
    return replace(layout, legend=legend, settled={code: why for code, (_, why) in found.items()})


def told(layout: Layout) -> list[Issue]:
    """A note at the first cell of each code that was settled."""
    made = []
    for code, why in layout.settled.items():
        at = next(
            (row, col)
            for row in layout.body
            for col in layout.days
            if layout.view.text(row, col).upper() == code
        )
        made.append(
            issues.make(
                "code-settled",
                f'The code "{code}" is read {why}.',
                layout.view.cell(*at),
                suggestion="Explain the code in a legend on the sheet, or in the settings.",
            )
        )
    return made


def _rows(layout: Layout) -> Iterator[_Row]:
    """The rows of elements that have marks."""
    view = layout.view
    for row in layout.body:
        marks = layout.marks(row)
        if not marks or all(text.isdigit() for text in marks):
            continue
        if rows.is_total(view.text(row, layout.names.name_col)):
            continue
        totals = {name: view.text(row, col) for name, col in layout.totals.items()}
        yield _Row(marks, {name: int(text) for name, text in totals.items() if text.isdecimal()})


def _comes_out(layout: Layout, read: Sequence[_Row], code: str, stands: str) -> bool:
    """Whether a meaning of a code makes the totals come out, for nearly all of several rows.

    A code that stands once is a slip of the pen, and one for what the sheet has a code for as well.
    """
    field = _MEANINGS[stands]
    with_code = [row for row in read if code in map(str.upper, row.marks)]
    atom = ATOMS[field]
    known = (layout.parse(text) for row in read for text in row.marks)
    if len(with_code) < 2 or any(mark is not None and atom in mark.atoms for mark in known):
        return False
    if not any(row.stated.get(field) for row in with_code):
        return False
    legend = {**layout.legend, code: stands}
    return sum(_agrees(row, legend) for row in with_code) * 4 >= len(with_code) * 3


def _agrees(row: _Row, legend: Mapping[str, str]) -> bool:
    """Whether a row's marks, all known, come to what it states."""
    counted: Counter[str] = Counter()
    for text in row.marks:
        mark = dood_codes.parse(text, legend)
        if mark is None:
            return False
        counted.update(mark.atoms)
    return all(
        counted[atom] == row.stated[name] for name, atom in ATOMS.items() if name in row.stated
    )


_LONE = frozenset(("start", "finish", "drop", "pickup"))


def _uncombined(layout: Layout, read: Sequence[_Row]) -> dict[str, str]:
    """Where codes are never combined, lone starts and finishes, which are days of work as well.

    They must stand where a start and a finish do, by and large, and not contradict the totals. A
    legend's own code for somebody's only day ("CF = único día") combines nothing.
    """
    marks = {text: mark for row in read for text in row.marks if (mark := layout.parse(text))}
    if any(
        len(mark.atoms) > 1
        and not mark.atoms <= _LONE
        and not (mark.atoms == _ONLY and text.upper() not in dood_codes.WHOLE)
        for text, mark in marks.items()
    ):
        return {}
    lone = {
        text.upper(): dood_codes.written(mark.atoms | {"work"})
        for text, mark in marks.items()
        if mark.atoms and mark.atoms <= _LONE
    }
    worked = [
        [mark.atoms for text in row.marks if (mark := marks.get(text)) and mark.atoms & _WORKING]
        for row in read
    ]
    framed = sum("start" in days[0] and "finish" in days[-1] for days in worked if len(days) > 1)
    several = sum(len(days) > 1 for days in worked)
    legend = {**layout.legend, **lone}
    better = sum(_agrees(row, legend) for row in read)
    before = sum(_agrees(row, layout.legend) for row in read)
    return lone if framed * 3 >= several * 2 > 0 and better >= before else {}


_WORKING = _LONE | {"work"}
_ONLY = frozenset(("start", "work", "finish"))


def _before_starts(layout: Layout, read: Sequence[_Row]) -> bool:
    """Whether a lone F stands somewhere, and only before the start of who finishes later."""
    lone = 0
    for row in read:
        places = [place for place, text in enumerate(row.marks) if text.upper() == "F"]
        if not places:
            continue
        marks = [layout.parse(text) for text in row.marks]
        starts = [place for place, mark in enumerate(marks) if mark and "start" in mark.atoms]
        if not starts or max(places) > min(starts):
            return False
        lone += len(places)
    return lone > 0
