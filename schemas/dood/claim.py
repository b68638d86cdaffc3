"""How surely a matrix of days is a day-out-of-days rather than a rota, a register, a league."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from schemas import rows
from schemas.dood import codes as dood_codes
from schemas.dood import legend as dood_legend
from schemas.dood import names as dood_names
from schemas.dood import words as dood_words
from schemas.dood.codes import Mark
from schemas.dood.layout import Layout
from schemas.headings import normal
from schemas.sheet import Sheet

_SAMPLE = 2000
_PREP = re.compile(r"\bprep\b|\bvorbereitung\b|\bpreparation\b|\bpreparacion\b")
"""What the crew does by its legend, and no performer."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What stands in the matrix: marks, codes, and how elements begin and end."""

    marks: int
    known: list[Mark]
    joined: bool
    """Whether letters are combined, as they are in no other trade."""
    elements: int
    framed: int
    """Elements that begin with a start and end with a finish, or with a drop or pick-up."""


def confidence(sheet: Sheet, layout: Layout) -> tuple[float, tuple[str, ...]]:
    """How surely a matrix is a day-out-of-days, from 0 to 1, and by what."""
    seen = _seen(layout)
    share = len(seen.known) / max(seen.marks, 1)
    working = any("work" in mark.atoms for mark in seen.known)
    title = titled(sheet, layout)
    why = [f"{len(layout.days)} days, {seen.marks} marks of which {share:.0%} are codes"]
    why += [f'title "{title}"'] if title else []
    least = 0.25 if title else (0.5 if seen.marks < 20 else 0.6)
    if not (working or title) or share < least or (not title and _repeats_days(layout)):
        return 0.0, tuple(why)
    score, told = _score(sheet, layout, seen)
    score += 0.35 * bool(title)
    return round(min(score, 0.99) * (0.7 + 0.3 * share), 3), (*why, *told)


def _repeats_days(layout: Layout) -> bool:
    """Whether dates down a column stand there again and again, as the ends of deals do."""
    days = list(layout.days.values())
    return not layout.view.across and len(set(days)) * 10 < len(days) * 9


def _score(sheet: Sheet, layout: Layout, seen: _Seen) -> tuple[float, list[str]]:
    """The evidence beside a title, and in words."""
    joined = seen.joined
    headings = [text for row in layout.heads for text in layout.view.filled(row).values()]
    headed = any(
        dood_names.rank(text) is not None and normal(text) not in dood_words.ANYBODY
        for text in headings
    )
    evidence = {
        "codes such as SW and WF": 0.3 * bool(joined),
        "elements from start to finish": (0.2 if joined else 0.1)
        * (seen.framed * 2 >= seen.elements > 0),
        "headings of elements": 0.15 * headed,
        "numbered names": 0.15 * layout.names.combined,
        "a row of shooting days": 0.1 * bool(layout.shoot_row),
        "a row of weekdays": 0.05 * bool(layout.weekday_row),
        "totals": 0.08 * bool(layout.totals),
        "a legend": 0.1 * _explained(layout),
    }
    against = 0.0
    if _title(sheet, layout, dood_words.OFFICE):
        against += 0.3
    if any(dood_words.CREW.fullmatch(normal(text)) for text in headings):
        against += 0.15
    if any(_PREP.search(normal(said)) for said in dood_legend.words(sheet).values()):
        against += 0.3
    score = 0.35 + sum(evidence.values()) - against
    return score, [words for words, weight in evidence.items() if weight]


def _explained(layout: Layout) -> bool:
    """Whether a legend has work and at least two more of a day-out-of-days' codes."""
    marks = [dood_codes.parse(stands) for stands in set(layout.legend.values())]
    atoms = [mark.atoms for mark in marks if mark and mark.atoms]
    return len(atoms) > 2 and any("work" in found for found in atoms)


def _seen(layout: Layout) -> _Seen:
    """Look at the matrix: rows of totals left out, and what is longer than any mark."""
    texts: list[str] = []
    elements = framed = 0
    for marks in islice(_marks(layout), _SAMPLE // 4):
        texts += marks
        parsed = [mark for text in marks if (mark := layout.parse(text))]
        worked = [mark.atoms for mark in parsed if mark.atoms & {"work", "start", "finish"}]
        if worked:
            elements += 1
            framed += bool(worked[0] & {"start", "pickup"}) and bool(
                worked[-1] & {"finish", "drop"}
            )
        if len(texts) > _SAMPLE:
            break
    short = [text for text in texts if len(text) <= 4 or layout.parse(text)]
    short = texts if len(short) * 2 < len(texts) else short
    known = [mark for text in short if (mark := layout.parse(text))]
    joined = any(
        len(text) > 1 and (mark := layout.parse(text)) and len(mark.atoms) > 1 for text in short
    )
    return _Seen(len(short), known, joined, elements, framed)


def _marks(layout: Layout) -> Iterator[list[str]]:
    """The marks of each row that is no row of totals."""
    for row in layout.body:
        marks = layout.marks(row)
        numbers = sum(text.isdigit() for text in marks)
        name = layout.view.text(row, layout.names.name_col)
        if marks and numbers < len(marks) and name and not rows.is_total(name):
            yield marks


def titled(sheet: Sheet, layout: Layout) -> str:
    """The title that calls a tab a day-out-of-days; "" where none does."""
    return _title(sheet, layout, dood_words.TITLES)


def _title(sheet: Sheet, layout: Layout, words: re.Pattern[str]) -> str:
    """The title that bears some words: the tab's own, one above the days, a heading of names."""
    top = layout.block.top
    above = [text for row in sheet.texts[: layout.block.top] for text in row[:8] if text]
    above += [text for row in sheet.texts[top - 1 : top + 2] for text in row[:4] if text]
    titles = (sheet.grid.tab, *above)
    return next((text for text in titles if words.search(normal(text))), "")
