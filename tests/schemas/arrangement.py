"""What a tab of the corpus says, wherever its rows and columns stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import reports
import schemas
from flows.production_run import understand
from model.cell import column_letters, column_number, parse_a1
from model.grid import Grid
from tests.schemas import fixtures
from tests.schemas.fixtures import Fixture
from tests.schemas.rearranged import Order, as_it_stands
from transforms.results import Results

Json = dict[str, Any]
IN_ORDER = {
    "books/ca_kestrel_narrows.md",
    "books/qc_serie_cahier_de_bureau.md",
    "dood/british_dates.md",
}
"""Where the order of rows says something: "1 MAREN", "3 OTTO" are numbers, since they climb; a
department written once is that of the rows below it; "Total Cast" is of the last lines above it."""
UNSTEADY = {
    "books/saltmarsh_whole.md",
    "budgets/account_in_two_columns.md",
    "budgets/everything_at_once.md",
    "dood/drehtage_deutsch.md",
    "dood/legend_beside.md",
    "dood/side_by_side_months.md",
    "logs/payroll_edit_register.md",
    "people/crew_three_phones.md",
    "people/crew_units_and_notes.md",
}
"""Known weaknesses: a blank column let in somewhere changes what is read of these."""
GROUPED = {
    "books/long_winter_office_book.md",
    "books/de_drehtage_darsteller.md",
    "books/za_service_shoot_pos_and_kit.md",
}
"""A heading over two columns stands in a row of its own, or a column under an unknown heading is
told by the one beside it: neighbours must stay neighbours."""
FLAT = {"crew", "cast", "purchase_orders", "petty_cash", "payroll", "ledger", "equipment"}


@dataclass(frozen=True)
class Case:
    """A tab of the corpus that is read as its truth says."""

    fixture: Fixture
    grid: Grid

    def __repr__(self) -> str:
        return f"{self.fixture.name}, {self.grid.tab}"


@cache
def cases() -> list[Case]:
    """Every tab of the fixtures that pass and hold something of ours."""
    passing = [p for p in fixtures.paths() if fixtures.name_of(p) not in fixtures.pending()]
    return [
        Case(fixture, grid)
        for fixture in map(fixtures.load, passing)
        for grid in fixture.grids
        if any(entry["tab"] == grid.tab and entry["kind"] for entry in fixture.truth["tabs"])
    ]


def said(case: Case, grid: Grid, *, whole: bool) -> Json:
    """What `check --json` prints with a tab in another order; ``whole``: by every rule too."""
    grids = tuple(grid if old.tab == grid.tab else old for old in case.fixture.grids)
    book = replace(case.fixture.book, grids=grids)
    if whole:
        _, results = understand([book], case.fixture.settings)
    else:
        read = schemas.read(book, case.fixture.settings.production(book))
        results = Results(read.tables, read.issues, (), unrecognised=read.unrecognised)
    return reports.check_json("", "", "", results)


@cache
def before(index: int, *, whole: bool) -> Json:
    """What is printed of a case as it stands."""
    return said(cases()[index], cases()[index].grid, whole=whole)


def entries(index: int) -> list[Json]:
    """The tables of a case's own tab, as it stands."""
    tab = cases()[index].grid.tab
    return [entry for entry in before(index, whole=False)["tabs"] if entry["tab"] == tab]


def demand_the_same(index: int, order: Order, *, whole: bool) -> None:
    """A case says the same in another order: tables, sums, and issues at the cells that moved."""
    case = cases()[index]
    tab, unmoved = case.grid.tab, as_it_stands(case.grid)
    then, now = before(index, whole=whole), said(case, order.apply(case.grid), whole=whole)
    assert _tables(now, tab, unmoved) == _tables(then, tab, order), case
    assert _troubles(now, tab, unmoved) == _troubles(then, tab, order), case


def _tables(found: Json, tab: str, order: Order) -> list[Json]:
    """The tab's tables, with every row and column where the order puts it."""
    return [
        {
            **{key: entry[key] for key in ("kind", "records", "totals", "special_totals")},
            "header_rows": [order.row(row) for row in entry["header_rows"]],
            "columns": {
                field: column_letters(order.col(column_number(letters)))
                for field, letters in entry["columns"].items()
            },
            "excluded_rows": {
                key: sorted(map(order.row, entry["excluded_rows"][key]))
                for key in ("subtotal", "struck", "special", "unreadable")
            },
        }
        for entry in found["tabs"]
        if entry["tab"] == tab
    ]


def _troubles(found: Json, tab: str, order: Order) -> list[tuple[str, list[str]]]:
    """The issues that matter, with the cells that they are about.

    Of two lines alike either may be called the second, and a place is told at its first scene, so
    those are compared together.
    """
    return sorted(
        (issue["rule"], sorted(_moved(cell, tab, order) for cell in _cells(issue)))
        for issue in found["issues"]
        if issue["severity"] != "info"
    )


def _cells(issue: Json) -> set[str]:
    alike = issue["rule"].endswith(("-listed-twice", "permit-missing"))
    return {f"{issue['tab']}!{issue['a1']}", *(issue["related"] if alike else ())}


def _moved(cell: str, tab: str, order: Order) -> str:
    where, _, a1 = cell.rpartition("!")
    row, col = parse_a1(a1)
    return f"{where}!{column_letters(order.col(col))}{order.row(row)}" if where == tab else cell


@cache
def steady_cases() -> list[int]:
    """The cases that a blank column is known to leave as they are."""
    return [i for i, case in enumerate(cases()) if case.fixture.name not in UNSTEADY]


@cache
def flat_cases(step: int = 1) -> list[int]:
    """Tabs of one table and nothing beside it, told by nothing but its columns' headings.

    Of every ``step``-th case: to know which are flat, each is read.
    """
    return [
        index
        for index in range(0, len(cases()), step)
        for entry in entries(index)
        if len(entries(index)) == 1
        and cases()[index].fixture.name not in GROUPED
        and entry["kind"] in FLAT
        and len(entry["header_rows"]) == 1
        and not entry["excluded_rows"]["banner"]
        and not entry["excluded_rows"]["subtotal"]  # the word Total stands at the left of its sums
        and cases()[index].grid.width <= parse_a1(entry["range"].split(":")[1])[1]
    ]


@cache
def blocks(step: int = 1) -> list[tuple[int, list[int]]]:
    """Runs of records with nothing between them, outside merges, of every ``step``-th case:
    (case, rows).

    A day-out-of-days whose dates go down has no columns of elements: its rows are days, in order.
    """
    single = [
        index
        for index in range(0, len(cases()), step)
        if len(entries(index)) == 1 and cases()[index].fixture.name not in IN_ORDER
    ]
    return [
        (index, run)
        for index in single
        if entries(index)[0]["header_rows"] and entries(index)[0]["columns"]
        for run in _runs(cases()[index].grid, entries(index)[0])
        if len(run) > 1
    ]


def _runs(grid: Grid, entry: Json) -> list[list[int]]:
    bottom = parse_a1(entry["range"].split(":")[1])[0]
    out = {row for rows in entry["excluded_rows"].values() for row in rows}
    out |= {row for block in grid.merges for row in range(block.top, block.bottom + 1)}
    runs: list[list[int]] = [[]]
    for row in range(entry["header_rows"][-1] + 1, bottom + 1):
        runs.append([]) if row in out else runs[-1].append(row)
    return runs
