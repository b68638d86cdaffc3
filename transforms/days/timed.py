"""The days that sheets of call and wrap times say were worked, as marks like those of schedules.

Who is on no grid works by them alone; and what a schedule has as a free day may have been worked.
Elements and marks have negative labels that go on from those of the crew grids.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from model.cell import Cell
from model.table import ATOMS
from transforms.days.crew_days import CrewDays
from transforms.people.deals import Deal
from transforms.people.governed import Worker
from transforms.people.identities import Identities
from transforms.times.day import WorkedDay

_COLUMNS = ("element", "place", "row", "col", "ordinal", "person")


@dataclass(frozen=True, slots=True)
class TimedDays:
    """Who worked when, by the times. Keyed by negative labels."""

    marks: pd.DataFrame
    """As :func:`transforms.days.work_days.marks` has them: whole days of work, of one place."""
    shown: dict[int, str] = field(default_factory=dict)
    """Element -> the name as the times have it."""
    deals: dict[int, tuple[Deal, ...]] = field(default_factory=dict)
    """Element -> the person's deals."""
    workers: dict[int, Worker] = field(default_factory=dict)
    """Element -> what tells the person's agreement."""
    cells: dict[int, Cell] = field(default_factory=dict)
    """Mark -> the cell of its call."""


def timed_days(
    everybody: Mapping[str, Sequence[WorkedDay]], grids: CrewDays, who: Identities
) -> TimedDays:
    """The days of :func:`transforms.times.days.days_worked` as marks.

    ``grids`` are the crew grids' days, whose numbers of elements, marks and persons these continue.
    """
    made = TimedDays(pd.DataFrame())
    known, rows = dict(grids.persons), []
    for name, days in everybody.items():
        element = -len(grids.shown) - len(made.shown) - 1
        made.shown[element] = days[0].name
        made.deals[element] = days[0].deals
        made.workers[element] = days[0].worker
        person = known.setdefault(f"person {who.of(days[0].name) or name}", len(known))
        for day in days:
            call = day.cells["call"]
            made.cells[-len(grids.cells) - len(made.cells) - 1] = call
            rows.append((element, 0, call.row, call.col, day.day.toordinal(), person))
    marks = pd.DataFrame(rows, columns=list(_COLUMNS), index=list(made.cells), dtype="int64")
    made_of = {name: name in ("work", "human") for name in (*ATOMS, "unknown", "human", "many")}
    marks = marks.assign(key=-1 - marks["person"], **made_of, half=False)
    return TimedDays(marks, made.shown, made.deals, made.workers, made.cells)
