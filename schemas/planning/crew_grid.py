"""Crew grids: people by dates, their availability or the days that they worked.

A day-out-of-days has elements of the schedule by date, in its codes from start (SW) to finish (WF);
a crew grid has people by date, in crosses, ones and halves, hours, or the letters of who is
available, travels, is off. Joined codes or the title make it a day-out-of-days; positions or
departments of a film's crew make it a crew grid, and where no positions are given a title that
speaks of the crew. A shop's rota, an office's leave planner and a class register have neither, and
are nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from model.issue import Issue
from model.table import CrewGrid, Place, Table
from schemas import issues, rows
from schemas.dood import codes as dood_codes
from schemas.dood import words as dood_words
from schemas.headings import Header, normal
from schemas.kind import Found, Kind
from schemas.people import departments, film_jobs
from schemas.planning import (
    crew_grid_checks,
    crew_grid_deals,
    crew_grid_layout,
    crew_grid_legend,
    crew_grid_names,
    crew_grid_papers,
    crew_grid_rows,
    crew_marks,
)
from schemas.planning.crew_grid_fields import COLUMNS, FIELDS
from schemas.planning.crew_grid_layout import Layout
from schemas.planning.crew_grid_rows import Lines, Person
from schemas.planning.crew_grid_titles import DOOD, LEAVE, NO_WORK, OTHER, SHIFTS, of_crew
from schemas.sheet import Sheet
from schemas.values import names
from schemas.values.words import is_error, not_ready

_MARK_COLUMNS = (
    "person",
    "date",
    "row",
    "col",
    "text",
    "state",
    "amount",
    "booked",
    "means",
    "unit",
)


def find(sheet: Sheet) -> Sequence[Found]:
    """Find the crew grids of a tab."""
    forced = sheet.override is not None and sheet.override.kind == "crew_grid"
    made = []
    for layout in crew_grid_layout.find(sheet):
        confidence, why = _confidence(sheet, layout)
        if confidence < 0.5 and not forced:
            continue
        columns = dict(layout.columns) if layout.view.across else {}
        others = dict(layout.others) if layout.view.across else {}
        header = Header(layout.header_rows, columns, dict(layout.headings), others, {}, {})
        if layout.view.across:
            header = crew_grid_papers.settled(sheet, layout, header)
            header = crew_grid_deals.settled(layout, header)
        sure = 1.0 if forced else confidence
        made.append(Found("crew_grid", header, layout.block, sure, why, layout))
    return made


def _confidence(sheet: Sheet, layout: Layout) -> tuple[float, tuple[str, ...]]:
    """How surely people by dates are a film's crew, from 0 to 1, and by what."""
    lines = crew_grid_rows.tell(layout)
    marks = [mark for person in lines.people for mark in person.marks.values()]
    known = sum(mark.state is not None for mark in marks) / len(marks) if marks else 1.0
    view = layout.view
    above = [text for row in sheet.texts[: layout.block.top] for text in row[:8] if text]
    titles = [normal(text) for text in (sheet.grid.tab, *above)]
    headings = [normal(text) for row in layout.heads for text in view.filled(row).values()]
    title = of_crew(titles, of_film=sheet.of_film)
    said = (sheet.grid.tab, *above)
    about = [normal(text) for text in said if not crew_grid_legend.explains(text)]
    film, share = _film(sheet, lines)
    if not lines.people or known < 0.6 or not _marked(lines) or any(map(DOOD.search, titles)):
        return 0.0, ()
    twin = layout.pattern in sheet.grids
    listed = twin or _are_listed(sheet, lines)
    if any(map(OTHER.search, headings)) or _are_codes(layout, lines, listed):
        return 0.0, ()
    if share < 0.5 and any(map(SHIFTS.search, headings)):
        return 0.0, ()
    columns = layout.columns
    titled = bool(title) and not (film == 0 and any(person.position for person in lines.people))
    trusted = listed or (bool(title) and sheet.of_film)
    office = any(map(dood_words.OFFICE.search, (*about, *headings))) and not trusted
    if (office and share < 0.5) or any(map(LEAVE.search, about)):
        return 0.0, ()
    if not (title or share >= 0.2) and any(map(NO_WORK.search, about)):
        return 0.0, ()
    crew = listed or (film > 1 and share >= 0.2) or (film == 1 and len(lines.people) < 3)
    few = len(marks) < 3 or len(layout.days) < 3
    if not (crew or titled) or (few and not title):
        return 0.0, ()
    score = 0.4 + 0.2 * bool(title) + 0.1 * bool(layout.weekday_row)
    score += 0.25 * (listed or share >= 0.3)
    score += 0.1 * ("position" in columns or "department" in columns) + 0.1 * ("total" in columns)
    why = [f"{len(layout.days)} days, {len(marks)} marks of which {known:.0%} are understood"]
    why += [f'title "{title}"'] if title else []
    why += ["another crew grid is made like it"] if twin else []
    why += ["its people are on the crew list"] if listed and not twin else []
    why += [f"{film} of {len(lines.people)} people have a film crew's jobs"] if film else []
    return round(min(score, 0.97) * (0.6 + 0.4 * known), 3), tuple(why)


def _marked(lines: Lines) -> bool:
    """Whether most people whose days hold something have marks there, and not other words."""
    shares = [
        sum(mark.state is not None for mark in person.marks.values()) / len(person.marks)
        for person in lines.people
        if person.marks
    ]
    return sum(share >= 0.5 for share in shares) * 4 >= len(shares) * 3


def _film(sheet: Sheet, lines: Lines) -> tuple[int, float]:
    """How many people have a job or a department that only a film has, and which share that is."""
    film = sum(_is_of_film(sheet, person) for person in lines.people)
    return film, film / max(len(lines.people), 1)


def _is_of_film(sheet: Sheet, person: Person) -> bool:
    """Whether somebody has a job or a department that only a film has.

    A job beside the name is one where no other trade has it ("PA - Jo" may be an office's), or in
    a production's spreadsheet.
    """
    position, department = person.position or "", person.department or ""
    if person.aside:
        told = film_jobs.is_of_film_alone(position)
        told = told or (sheet.of_film and crew_grid_names.is_job(position))
    else:
        told = film_jobs.is_film_job(position) or departments.is_of_film(position)
    return told or departments.is_of_film(department)


def _are_listed(sheet: Sheet, lines: Lines) -> bool:
    """Whether most of the people are on the spreadsheet's crew lists, two of them or all."""
    named = [words for person in lines.people if (words := names.words(person.name))]
    known = sum(any(words <= one or one <= words for one in sheet.crew) for words in named)
    return known * 3 >= len(named) * 2 and known >= min(2, len(lines.people)) > 0


def _are_codes(layout: Layout, lines: Lines, listed: bool) -> bool:
    """Whether the marks are a day-out-of-days': joined codes, or nothing else and nobody's jobs.

    Half a day is no code: PM is no pick-up and company move.
    """
    own = crew_grid_legend.read(layout)
    texts = [
        mark.text
        for person in lines.people
        for mark in person.marks.values()
        if mark.text.upper() not in own and mark.state != "half"
    ]
    parsed = [dood_codes.parse(text) for text in texts]
    joined = [
        text for text, mark in zip(texts, parsed, strict=True) if mark and len(mark.atoms) > 1
    ]
    if sum(not crew_marks.is_word(text) for text in joined) > 1:
        return True
    words = [mark for mark, text in zip(parsed, texts, strict=True) if text.upper() not in "XA"]
    codes = bool(words) and all(words)
    return codes and not (listed or {"position", "department"} & layout.columns.keys())


def read(sheet: Sheet, found: Found) -> tuple[Table, list[Issue]]:
    """Read a crew grid: its people, their marks by date, and the totals held against them.

    Raises:
        TypeError: the table was not found by :func:`find`, which is a bug.
    """
    layout = found.layout
    if not isinstance(layout, Layout):
        raise TypeError("a crew grid is read from the layout that its finder made")
    lines = crew_grid_rows.tell(layout)
    dates, made = crew_grid_checks.dates(sheet, layout)
    across = layout.view.across
    labels = [person.row for person in lines.people]
    records = [{name: getattr(person, name) for name in COLUMNS} for person in lines.people]
    kept = crew_grid_papers.read(sheet, found, labels) if across else [{} for _ in labels]
    rated = [crew_grid_deals.read(sheet, found.header, row) if across else {} for row in labels]
    records = [mine | more | own for mine, more, own in zip(records, kept, rated, strict=True)]
    table = CrewGrid(
        kind="crew_grid",
        frame=rows.frame(
            (*COLUMNS, *crew_grid_papers.COLUMNS, *crew_grid_deals.COLUMNS), records, labels
        ),
        places=(Place(sheet.grid.tab, dict(found.header.columns), sheet.grid.book),),
        block=found.block,
        header_rows=found.header.rows,
        confidence=found.confidence,
        excluded=_excluded(layout, lines) if across else {},
        headings=dict(found.header.headings),
        other_columns=dict(found.header.others),
        why=found.why,
        marks=_marks(layout, lines, dates),
        rows={} if across else dict(layout.columns),
        titles=crew_grid_layout.titles(layout),
        days_off=frozenset(
            day
            for col in layout.days
            if isinstance(day := dates.get(col), date) and crew_grid_layout.is_off(layout, col)
        ),
    )
    made += crew_grid_checks.totals(layout, lines)
    made += crew_grid_checks.repeated(layout, lines)
    made += [
        issue
        for person in lines.people
        for col, mark in person.marks.items()
        if is_error(mark.text)
        for issue in [_not_ready(layout, person.row, col, mark.text, person.name)]
    ]
    if across:
        made += rows.note_hidden(sheet, found, labels)
    return table, made


def _marks(layout: Layout, lines: Lines, dates: dict[int, object]) -> pd.DataFrame:
    """The matrix's filled cells in long form."""
    records = []
    for person in lines.people:
        for col, mark in person.marks.items():
            row, column = layout.view.place(person.row, col)
            day = dates.get(layout.parts.day_of.get(col, col))
            where = {"person": person.row, "date": day, "row": row, "col": column}
            said = {"text": mark.text, "state": mark.state, "amount": mark.amount}
            meant = {
                "booked": mark.booked,
                "means": mark.means,
                "unit": layout.parts.units.get(col),
            }
            records.append(where | said | meant)
    return rows.frame(_MARK_COLUMNS, records, range(len(records)))


def _excluded(layout: Layout, lines: Lines) -> dict[str, tuple[int, ...]]:
    """The sheet's rows that are nobody's, by reason."""
    left = {reason: tuple(numbers) for reason, numbers in sorted(lines.left_out.items())}
    return left | ({"header": tuple(sorted(layout.repeats))} if layout.repeats else {})


def _not_ready(layout: Layout, row: int, col: int, text: str, who: str | None) -> Issue:
    fault = not_ready(text)
    return issues.make(
        fault.code,
        f"The mark {fault.found}.",
        layout.view.cell(row, col),
        subject=who,
        expected=fault.expected,
        suggestion=fault.suggestion,
    )


KIND = Kind(name="crew_grid", fields=FIELDS, enough=lambda *_: False, read=read, find=find)
