"""What rules and reports compute from: a production's merged tables, and what follows from them.

Everything derived is computed once, when first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any, TypeVar

import pandas as pd

from model.cell import Cell
from model.production import Production
from model.table import Dood, Table, merge
from schemas.values.marks import Booking
from transforms.agreements import Agreement, Figure, FigureName, chosen
from transforms.costs import levels as levels_of_budget
from transforms.costs.budget_lines import BudgetLine
from transforms.costs.budgeted import Budgeted, budgeted
from transforms.costs.chart import Chart, chart
from transforms.costs.extract import Extract, extract, posted
from transforms.costs.lines import CostReport, Level
from transforms.costs.postings import KINDS as JOURNALS
from transforms.costs.postings import Postings, postings
from transforms.costs.report import cost_report
from transforms.costs.roll_up import Costs, Period, roll_up
from transforms.days import holiday_calendar, versions, work_days
from transforms.days.crew_days import CrewDays, crew_days, together
from transforms.days.holiday_calendar import Holiday
from transforms.days.timed import TimedDays, timed_days
from transforms.people import joining
from transforms.people.deals import Deal, deals, deals_of, listed
from transforms.people.governed import Governing, Worker, team
from transforms.people.identities import Identities
from transforms.people.joining import Roster
from transforms.times.days import days_worked

T = TypeVar("T")

_NAMING = ("crew", "cast", "payroll", "crew_grid", "times", "tickets")
"""Kinds of sheet that name people."""


class Facts:
    """One production's facts. Superseded and repeated tables are not among them.

    Raises:
        AgreementError: the production chose an agreement or a calendar that is unknown.
    """

    def __init__(self, tables: Sequence[Table], production: Production) -> None:
        self.production = production
        self.agreements: tuple[Agreement, ...] = chosen(production.agreements)
        self._read = tuple(table for table in tables if not (table.superseded or table.repeated))
        self._merged: dict[str, Table | None] = {}
        self._derived: dict[Callable[[Facts], Any], Any] = {}

    def tables(self, kind: str) -> tuple[Table, ...]:
        """The tables of one kind, as they were read."""
        return tuple(table for table in self._read if table.kind == kind)

    def table(self, kind: str) -> Table | None:
        """All tables of one kind as one; ``None`` where there is none."""
        if kind not in self._merged:
            tables = self.tables(kind)
            self._merged[kind] = (
                merge([in_sheet_order(table) for table in tables]) if tables else None
            )
        return self._merged[kind]

    def corners(self, *kinds: str) -> tuple[Cell, ...]:
        """The first cell of each table of some kinds: what is said of all that they hold."""
        tables = (table for kind in kinds for table in self.tables(kind))
        return tuple(
            Cell(table.place.tab, table.block.top, table.block.left, table.place.book)
            for table in tables
        )

    @property
    def dood(self) -> Dood:
        """The merged day-out-of-days.

        Raises:
            LookupError: there is none; a rule that asks must say that it needs one.
        """
        table = self.table("dood")
        if table is None or not isinstance(table, Dood):
            raise LookupError("asked for a day-out-of-days where there is none")
        return table

    @cached_property
    def roster(self) -> Roster:
        """Who the day-out-of-days' elements are. Two versions of one schedule are kept apart."""
        return versions.told_apart(self._joined, self.dood, self.second_versions)

    @cached_property
    def second_versions(self) -> Mapping[int, int]:
        """The day-out-of-days (by place) that are another version of an earlier one, and which."""
        return versions.second_versions(self.dood, self._joined)

    @cached_property
    def _joined(self) -> Roster:
        return joining.roster(self.dood, self.table("cast"), self.table("crew"), self.identities)

    @cached_property
    def identities(self) -> Identities:
        """Who is who among the names of the lists and the day-out-of-days."""
        lists = (self.table(kind) for kind in _NAMING)
        dood = self.table("dood")
        return joining.who_is_who(
            [table for table in lists if table is not None and "name" in table.frame],
            dood if isinstance(dood, Dood) else None,
        )

    @cached_property
    def doubted(self) -> frozenset[Cell]:
        """Cells of names that look misspelt, or like what another cell may misspell."""
        return joining.doubted(self.dood, self.table("cast"), self.roster, self.identities)

    @cached_property
    def marks(self) -> pd.DataFrame:
        """The day-out-of-days' dated marks: :func:`transforms.days.work_days.marks`."""
        return work_days.marks(self.dood, self.roster)

    @cached_property
    def booked(self) -> pd.DataFrame:
        """The same marks without those of people whose every deal was declined."""
        gone = self.declined
        return self.marks[~self.marks["element"].isin(gone)] if gone else self.marks

    @cached_property
    def declined(self) -> list[int]:
        """The elements whose every deal was declined, or whose line of a crew grid says so."""
        of_grids = self.crew_days.status.items()
        return [element for element, status in of_grids if status is Booking.DECLINED] + [
            element
            for element, own in self.deals.items()
            if own and all(deal.status is Booking.DECLINED for deal in own)
        ]

    @cached_property
    def crew_days(self) -> CrewDays:
        """The days worked on crew grids."""
        has_dood = self.table("dood") is not None
        numbers = joining.numbered(self.roster.person) if has_dood else {}
        places = len(self.dood.places) if has_dood else 0
        grids = self.tables("crew_grid")
        return crew_days(grids, self.table("crew"), self.identities, numbers, places)

    @cached_property
    def attendance(self) -> pd.DataFrame:
        """The marks of the day-out-of-days and of crew grids, without those of who declined."""
        grids = self.crew_days.marks
        grids = grids[~grids["element"].isin(self.declined)]
        return together(self.booked if self.table("dood") is not None else None, grids)

    @cached_property
    def timed(self) -> TimedDays:
        """The days worked by the sheets of call and wrap times."""
        return timed_days(self.once(days_worked), self.crew_days, self.identities)

    @cached_property
    def worked(self) -> pd.DataFrame:
        """The marks of work of everybody: the schedules', and of days they lack the times'."""
        times = self.timed.marks
        return together(self.attendance, times[~times["element"].isin(self.declined)])

    @cached_property
    def deals(self) -> Mapping[int, tuple[Deal, ...]]:
        """Each element's deals, as far as the lists have them. Keyed by element label."""
        crew = self.table("crew")
        on_grids = deals_of(crew, self.crew_days.lines) if crew is not None else {}
        on_doods = deals(self.roster, self.table("cast"), crew) if self.table("dood") else {}
        return {**on_doods, **on_grids, **self.timed.deals}

    @cached_property
    def holidays(self) -> Mapping[date, Holiday]:
        """The holidays within the dates on which anybody has a mark, or was called."""
        days = [date.fromordinal(int(day)) for day in self.attendance["ordinal"].unique()]
        if (times := self.table("times")) is not None:
            days += [day for day in times.frame["date"] if isinstance(day, date)]
        if not days:
            return {}
        kept = self.production.holidays
        return holiday_calendar.between(min(days), max(days), self.agreements, kept)

    @cached_property
    def postings(self) -> Postings:
        """Every posting of ledger, order log, petty cash and payroll."""
        tables = {kind: self.tables(kind) for kind in JOURNALS}
        return postings(tables, relieves=self.ledger_part is None)

    @cached_property
    def ledger_part(self) -> Extract | None:
        """What part of the budget's stated costs the ledger holds; ``None`` where it is all."""
        lines, _ = self.budget
        ledgers = self.tables("ledger")
        if not ledgers or not any("actual_to_date" in line.columns for line in lines):
            return None
        return extract(lines, posted(postings({"ledger": ledgers}), self.chart))

    @cached_property
    def chart(self) -> Chart:
        """The budget's own chart of accounts."""
        lines, levels = self.budget
        return chart(
            (line.account for line in lines),
            self.tables("budget_detail"),
            self.production.costing.sub_accounts,
            by_category=any(level.taken and level.kind == "budget_topsheet" for level in levels),
        )

    @cached_property
    def budgeted(self) -> Budgeted:
        """What the budget's detail has for people, by name and position.

        Without one, a cost report that says quantities and rates is asked.
        """
        crew = self.table("crew")
        lists = [crew] if crew is not None else self.tables("crew_grid")
        people = [deal for table in lists for deal in listed(table).values()]
        counted = [deal for deal in people if deal.status is not Booking.DECLINED]
        reports = [table for table in self.tables("budget") if table.has("rate")]
        return budgeted(self.tables("budget_detail") or reports, counted)

    @cached_property
    def costs(self) -> Costs:
        """What was spent and ordered by account, whatever the budget's own columns say."""
        return roll_up(self.postings, self.chart, self.production.costing, self._period)

    @cached_property
    def cost_report(self) -> CostReport | None:
        """The cost report; ``None`` without a budget."""
        lines, levels = self.budget
        if not levels:
            return None
        tables = {kind: self.tables(kind) for kind in (*levels_of_budget.KINDS, *JOURNALS)}
        return cost_report(lines, levels, self.costs, self.production, tables)

    @cached_property
    def budget(self) -> tuple[list[BudgetLine], tuple[Level, ...]]:
        """The lines of the budget's level that counts, and all of its levels."""
        tables = {
            kind: [in_sheet_order(table) for table in self.tables(kind)]
            for kind in levels_of_budget.KINDS
        }
        return levels_of_budget.taken(tables, self.production.costing.rates)

    @property
    def _period(self) -> Period | None:
        """The accounting period that the run's date is in."""
        periods, today = self.production.periods, self.production.today
        end, before = periods.end_of(today), periods.last_closed(today)
        first = date.min if before is None else before + timedelta(days=1)
        return None if end is None else (first, end)

    @cached_property
    def governing(self) -> Governing:
        """Who works under which of the agreements that the production chose."""
        return Governing(
            self.agreements,
            {team(name): said for name, said in self.production.department_agreements.items()},
        )

    def agreed(
        self, element: int, name: FigureName, on: date | None = None
    ) -> tuple[Agreement, Figure] | None:
        """One figure for an element's work, of the agreement (else the law) that governs it.

        An element on neither list is taken for cast (of a crew grid, for crew) whose union nobody
        named. Of an agreement and its successor that in force on the day counts.
        """
        workers = self.workers(element)
        found = (self.governing.figure(each, name, on) for each in workers)
        return next((each for each in found if each is not None), None)

    def workers(self, element: int) -> list[Worker]:
        """What tells an element's agreement: its deals, else which sheet it is on."""
        unknown = self.timed.workers.get(element, Worker("crew" if element < 0 else "cast"))
        return [deal.worker for deal in self.deals.get(element, ())] or [unknown]

    def mark_cell(self, label: int) -> Cell:
        """Where a mark stands: what ``dood.cell`` answers, for thousands of marks at a time."""
        if label < 0:
            timed = self.timed.cells.get(label)
            return timed or self.crew_days.cells[label]
        place, row, col = self._spots[label]
        tab = self.dood.places[place]
        return Cell(tab.tab, row, col, tab.book)

    @cached_property
    def _spots(self) -> Mapping[int, tuple[int, int, int]]:
        """Each mark's place, row and column."""
        frame = self.dood.frame
        columns = (frame[name].astype("int64").tolist() for name in ("place", "row", "col"))
        return dict(zip(frame.index.tolist(), zip(*columns, strict=True), strict=True))

    def once(self, derive: Callable[[Facts], T]) -> T:
        """What a function of the facts comes to, worked out the first time that anybody asks."""
        if derive not in self._derived:
            self._derived[derive] = derive(self)
        found: T = self._derived[derive]
        return found

    def shown(self, element: int) -> str:
        """An element's name, as messages show it."""
        if element >= 0:
            return self.roster.shown[element]
        return self.crew_days.shown.get(element) or self.timed.shown[element]


def in_sheet_order(table: Table) -> Table:
    """The same table with its records in the order of their labels, which is the sheet's.

    Merging labels records anew as they come: without an order of our own, it would matter how
    somebody sorted a frame.
    """
    frame = table.frame.sort_index()
    if isinstance(table, Dood):
        elements, days = table.elements.sort_index(), table.days.sort_index()
        return replace(table, frame=frame, elements=elements, days=days)
    return replace(table, frame=frame)
