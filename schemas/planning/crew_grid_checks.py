"""What a crew grid says of itself, held against its marks: dates, weekdays, totals, copies."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from model.cell import Cell
from model.issue import Issue
from model.money import cents
from schemas import issues
from schemas.dood import weekdays
from schemas.dood.dates import Hints, settle
from schemas.dood.unsettled import unsettled
from schemas.planning import crew_grid_legend, crew_grid_rows, crew_marks
from schemas.planning.crew_grid_layout import Layout
from schemas.planning.crew_grid_rows import Lines, Person
from schemas.planning.crew_marks import Mark
from schemas.sheet import Sheet
from schemas.values.dates import Written
from schemas.values.words import fold

_YEAR = re.compile(r"\b(20\d\d)\b")


def dates(sheet: Sheet, layout: Layout) -> tuple[dict[int, object], list[Issue]]:
    """Column -> its date, settled together; and an issue for each weekday that is another day's."""
    columns = list(layout.days)
    said = _weekdays(layout, columns)
    letters = {place: said.get(col, frozenset()) for place, col in enumerate(columns)}
    above = " ".join(text for row in sheet.texts[: layout.block.top] for text in row if text)
    years = frozenset(int(year) for year in _YEAR.findall(f"{sheet.grid.tab} {above}"))
    hints = Hints({place: meant for place, meant in letters.items() if meant}, years)
    settled = settle(list(layout.days.values()), hints, sheet.dates)
    if settled is None:
        return {}, [unsettled(layout.view, layout.date_row, list(layout.days))]
    days: dict[int, object] = dict(zip(columns, settled.days, strict=True))
    wrong = [
        col
        for place, col in enumerate(columns)
        if isinstance(day := days[col], date)
        and letters[place]
        and day.weekday() not in letters[place]
    ]
    if len(wrong) * 2 > len(columns):
        return days, []
    return days, [_other_weekday(layout, col, days[col]) for col in wrong]


def _weekdays(layout: Layout, columns: Sequence[int]) -> Mapping[int, frozenset[int]]:
    """The weekdays that the row of weekdays may mean, in its own language, or the dates' texts."""
    if layout.weekday_row is None or layout.weekday_row == layout.date_row:
        days = {col: layout.days[col] for col in columns}
        return {
            col: frozenset((day.weekday,))
            for col, day in days.items()
            if isinstance(day, Written) and day.weekday is not None
        }
    return weekdays.read({col: layout.view.text(layout.weekday_row, col) for col in columns})


def totals(layout: Layout, lines: Lines) -> list[Issue]:
    """An issue for each stated total that its marks do not come to.

    Sheets count differently: days worked, hours, days available, travel with them or not. The
    total column is held against the way that fits most of its rows, the row below against the way
    that fits most of its columns; where none fits half of them, the count's meaning is not known.
    """
    made: list[Issue] = []
    column = layout.columns.get("total")
    if column is not None:
        stated = [
            (layout.view.cell(person.row, column), person.total, list(person.marks.values()))
            for person in lines.people
            if person.total is not None
        ]
        made += _differing(stated, crew_marks.counts, "marks")
    for further in layout.others.values():
        if further > max(layout.days):
            made += _differing(
                _further(layout, lines, further), crew_marks.counts, "marks", _SURELY
            )
    for row in lines.totals:
        made += _differing(_of_days(layout, lines, row), crew_marks.counts, "people's marks")
    return made


def repeated(layout: Layout, lines: Lines) -> list[Issue]:
    """An issue for each line that says of a person what an earlier one says, day for day.

    Lines of one person that differ anywhere are of another unit, job or week.
    """
    first: dict[tuple[object, ...], Person] = {}
    made = []
    for person in lines.people:
        marks = tuple((col, fold(mark.text)) for col, mark in person.marks.items() if mark.text)
        place = (person.position, person.department, person.section, person.unit)
        key = (fold(person.name or ""), place, person.status, marks)
        if not marks or not person.name:
            continue
        if (earlier := first.setdefault(key, person)) is not person:
            made.append(_repeats(layout, person, earlier))
    return made


def _repeats(layout: Layout, person: Person, earlier: Person) -> Issue:
    """The issue of a line that stands there already."""
    name = layout.columns.get("name") or layout.columns.get("position") or min(layout.days)
    cell, first = (layout.view.cell(one.row, name) for one in (person, earlier))
    return issues.make(
        "person-listed-twice",
        f"{person.name} stands on row {first.row} already, with the same days.",
        cell,
        related=(first,),
        subject=person.name,
        suggestion="Delete one of the lines, or mend the one that is another person's.",
    )


_Stated = tuple[Cell, Decimal, list[Mark]]
_SURELY = 3
"""Totals that a column of unknown meaning agrees with before one that differs is an issue."""


def _further(layout: Layout, lines: Lines, column: int) -> list[_Stated]:
    """A further column's numbers, each with the marks of its row: holds, travel days."""
    view = layout.view
    return [
        (view.cell(person.row, column), number, list(person.marks.values()))
        for person in lines.people
        if (number := crew_marks.number(view.raw(person.row, column))) is not None
    ]


def _of_days(layout: Layout, lines: Lines, row: int) -> list[_Stated]:
    """The counts of a row of totals, each with the marks above it on its day."""
    said = crew_grid_rows.marks_of(layout, row, crew_grid_legend.read(layout))
    return [
        (
            layout.view.cell(row, col),
            Decimal(mark.text.replace(",", ".")),
            [person.marks[col] for person in lines.people if col in person.marks],
        )
        for col, mark in said.items()
        if re.fullmatch(r"\d+(?:[.,]\d+)?", mark.text)
    ]


def _differing(
    stated: Sequence[_Stated],
    counts: Callable[[Sequence[Mark]], Mapping[str, Decimal]],
    what: str,
    fewest: int = 0,
) -> list[Issue]:
    """Hold stated totals against the way of counting that fits most, and ``fewest``, of them."""
    counted = [counts(marks) for _, _, marks in stated]
    ways = list(counted[0]) if counted else []
    fits = {
        way: sum(
            cents(own[way]) == cents(amount)
            for own, (_, amount, _) in zip(counted, stated, strict=True)
        )
        for way in ways
    }
    best = max(fits, key=lambda way: fits[way], default=None)
    if best is None or fits[best] * 2 < len(stated) or fits[best] < fewest:
        return []
    return [
        issues.make(
            "stated-total-differs",
            f"The total states {amount:f}; the {what} come to {own[best]:f} {best}.",
            cell,
            expected=f"{own[best]:f}",
            suggestion="Mend the total, or the mark that is missing or too much.",
        )
        for own, (cell, amount, _) in zip(counted, stated, strict=True)
        if cents(own[best]) != cents(amount)
    ]


def _other_weekday(layout: Layout, col: int, day: object) -> Issue:
    """The issue of a weekday that is not its date's."""
    row = layout.weekday_row or layout.date_row
    said = layout.view.text(row, col)
    named = f"{day:%Y-%m-%d} is a {day:%A}" if isinstance(day, date) else ""
    return issues.make(
        "weekday-differs",
        f'The weekday "{said}" is not that of its date: {named}.',
        layout.view.cell(row, col),
        expected=f"{day:%A}" if isinstance(day, date) else "",
        suggestion="Mend the weekday or the date.",
    )
