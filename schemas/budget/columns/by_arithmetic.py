"""Columns of a cost report told by what they make with the others: EFC is total cost and ETC."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from model.money import ZERO, cents
from schemas.budget.columns.settled import Columns, below, figures, is_of_amounts
from schemas.headings import Header
from schemas.sheet import Sheet

_Row = Mapping[str, Decimal]
_SINCE = re.compile(
    r"(?:chgs?|changes?|mov\w*|mvmts?|mvts?|mouvements?|veranderung\w*|anderung\w*|variations?|"
    r"cambios?|movimientos?)|.*\b(?:since|last|prior|previous|wk|week|period)\b.*"
)
_SOME, _FEW = 2, 3
_MOST = 0.75


def _spent(row: _Row) -> Decimal:
    """What is spent and committed."""
    both = row.get("actual_to_date", ZERO) + row.get("commitments", ZERO)
    return row.get("total_cost", both)


_MADE: tuple[tuple[str, tuple[str, ...], Callable[[_Row], Decimal]], ...] = (
    ("total_cost", ("actual_to_date", "commitments"),
     lambda row: row["actual_to_date"] + row["commitments"]),
    ("actual_to_date", ("commitments", "etc", "efc"),
     lambda row: row["efc"] - row["etc"] - row["commitments"]),
    ("total_cost", ("actual_to_date", "etc", "efc"), lambda row: row["efc"] - row["etc"]),
    ("actual_to_date", ("etc", "efc"), lambda row: row["efc"] - row["etc"]),
    ("commitments", ("actual_to_date", "total_cost"),
     lambda row: row["total_cost"] - row["actual_to_date"]),
    ("actual_to_date", ("commitments", "total_cost"),
     lambda row: row["total_cost"] - row["commitments"]),
    ("revised_budget", ("budget", "approved_changes"),
     lambda row: row["budget"] + row["approved_changes"]),
    ("approved_changes", ("budget", "revised_budget"),
     lambda row: row["revised_budget"] - row["budget"]),
    ("efc", ("etc", "total_cost"), lambda row: _spent(row) + row["etc"]),
    ("efc", ("etc", "actual_to_date"), lambda row: _spent(row) + row["etc"]),
    ("efc", ("etc", "commitments"), lambda row: row["commitments"] + row["etc"]),
    ("etc", ("efc", "total_cost"), lambda row: row["efc"] - _spent(row)),
    ("etc", ("efc", "actual_to_date", "commitments"), lambda row: row["efc"] - _spent(row)),
    ("variance", ("efc", "revised_budget"), lambda row: row["revised_budget"] - row["efc"]),
    ("variance", ("efc", "budget"), lambda row: row["budget"] - row["efc"]),
)  # fmt: skip
"""What a field is made of: the fields it needs, and how."""


def tell(sheet: Sheet, header: Header, columns: Columns) -> None:
    """Give a missing field the one further column that is, line for line, what it should be.

    Blanks count as nothing; lines where the result is nothing too prove nothing.
    """
    rows = below(sheet, header)
    _engaged(sheet, rows, columns)
    _exchanged(sheet, rows, columns)
    _since_last(sheet, rows, columns)
    _of_the_forecast(sheet, rows, columns)
    _beside_costs(sheet, rows, columns)
    if header.repeated.get("actual_to_date") in columns.others.values():
        _with_orders(sheet, rows, columns)
    free = {
        col: figures(sheet, rows, col)
        for col in sorted(set(columns.others.values()))
        if is_of_amounts(sheet, rows, col)
    }
    if not free:
        return
    known = {name: figures(sheet, rows, col) for name, col in columns.fields.items()}
    for name, needed, make in _MADE:
        if name in columns.fields or not set(needed) <= columns.fields.keys():
            continue
        made = _results(known, rows, make)
        telling = _telling(known, made)
        fitting = [
            col
            for col, held in free.items()
            if fits(held, made, name) and _holds(held, made, telling, name)
        ]
        if len(fitting) == 1:
            columns.take(name, fitting[0])
            known[name] = free.pop(fitting[0])


def _engaged(sheet: Sheet, rows: Sequence[int], columns: Columns) -> None:
    """What is "engaged" is the total cost where it holds what is paid: EFC is it and ETC alone.

    Or where what is paid and what is still due make it.
    """
    needed = {"commitments", "etc", "efc"}
    if "total_cost" in columns.fields or not needed <= columns.fields.keys():
        return
    engaged, etc, efc = (
        figures(sheet, rows, columns.fields[name]) for name in ("commitments", "etc", "efc")
    )
    made = {row: engaged[row] + etc.get(row, ZERO) for row in engaged}
    if fits(efc, made, "efc"):
        columns.call("commitments", "total_cost")


def _exchanged(sheet: Sheet, rows: Sequence[int], columns: Columns) -> None:
    """Of two costs the one that is the other and the orders is the total cost, however called.

    "Total" under a heading "Cost to date" is what is spent, where "Cost to date + orders" follows.
    """
    needed = ("actual_to_date", "total_cost", "commitments")
    if not set(needed) <= columns.fields.keys():
        return
    spent, whole, ordered = (figures(sheet, rows, columns.fields[name]) for name in needed)
    lines = spent.keys() | whole.keys()
    made, other = (
        {row: cost.get(row, ZERO) + ordered.get(row, ZERO) for row in lines}
        for cost in (spent, whole)
    )
    if any(ordered.values()) and fits(spent, other, "") and not fits(whole, made, ""):
        columns.exchange("actual_to_date", "total_cost")


def _since_last(sheet: Sheet, rows: Sequence[int], columns: Columns) -> None:
    """A "change" that the revised budget knows nothing of is one since the last report.

    What was approved is then the column that makes it, or none. One that is headed as approved
    stays, and is wrong.
    """
    needed = ("budget", "approved_changes", "revised_budget")
    if not set(needed) <= columns.fields.keys():
        return
    if _SINCE.fullmatch(columns.heading("approved_changes")) is None:
        return
    budget, change, revised = (figures(sheet, rows, columns.fields[name]) for name in needed)
    lines = budget.keys() | revised.keys()
    made = {row: revised.get(row, ZERO) - budget.get(row, ZERO) for row in lines}
    moved = [row for row in lines if made[row] or change.get(row)]
    if any(change.get(row, ZERO) == made[row] for row in moved) or len(moved) < _SOME:
        return
    columns.drop("approved_changes")
    fitting = [
        col
        for col in columns.others.values()
        if is_of_amounts(sheet, rows, col)
        and all(figures(sheet, rows, col).get(row, ZERO) == value for row, value in made.items())
    ]
    if len(fitting) == 1 and any(made.values()):
        columns.take("approved_changes", fitting[0])


def _of_the_forecast(sheet: Sheet, rows: Sequence[int], columns: Columns) -> None:
    """A "change" that is what the forecast moved by since an earlier one is no approved change.

    "EFC", "EFC last week", "Change": the difference of the two, either way round.
    """
    if not {"efc", "approved_changes"} <= columns.fields.keys():
        return
    if _SINCE.fullmatch(columns.heading("approved_changes")) is None:
        return
    efc, change = (
        figures(sheet, rows, columns.fields[name]) for name in ("efc", "approved_changes")
    )
    for col in columns.others.values():
        earlier = figures(sheet, rows, col)
        lines = efc.keys() & earlier.keys()
        moved = [row for row in lines if efc[row] != earlier[row] or change.get(row)]
        if len(moved) >= _SOME and any(
            all(
                cents(efc[row] - earlier[row]) == cents(sign * change.get(row, ZERO))
                for row in moved
            )
            for sign in (1, -1)
        ):
            columns.drop("approved_changes")
            return


def _beside_costs(sheet: Sheet, rows: Sequence[int], columns: Columns) -> None:
    """A "total" beside what is paid is committed, where EFC is what is paid, it and ETC.

    "Obligo" under a heading "Ist" over both is no "Ist + Obligo".
    """
    if "commitments" not in columns.fields and _which(
        sheet, rows, columns, "total_cost", "actual_to_date"
    ) == (False, True):
        columns.call("total_cost", "commitments")


def _with_orders(sheet: Sheet, rows: Sequence[int], columns: Columns) -> None:
    """Of "actuals" and "cost to date" the one that makes EFC with ETC alone has orders in it."""
    if "total_cost" not in columns.fields and _which(
        sheet, rows, columns, "actual_to_date", "commitments"
    ) == (True, False):
        columns.call("actual_to_date", "total_cost")


def _which(
    sheet: Sheet, rows: Sequence[int], columns: Columns, cost: str, beside: str
) -> tuple[bool, bool]:
    """Whether EFC is ETC with a cost alone, and whether it is with the column beside it as well."""
    needed = (cost, beside, "etc", "efc")
    if not set(needed) <= columns.fields.keys():
        return False, False
    one, other, etc, efc = (figures(sheet, rows, columns.fields[name]) for name in needed)
    lines = one.keys() | other.keys() | etc.keys()
    alone = {row: one.get(row, ZERO) + etc.get(row, ZERO) for row in lines}
    both = {row: other.get(row, ZERO) + made for row, made in alone.items()}
    return fits(efc, alone, "efc"), fits(efc, both, "efc")


def _telling(known: Mapping[str, Mapping[int, Decimal]], made: Mapping[int, Decimal]) -> list[int]:
    """The lines where a result is none of the columns that are known: a sum with nothing added
    to it says nothing of what was added."""
    return [
        row
        for row, value in made.items()
        if value and all(held.get(row) != value for held in known.values())
    ]


def _holds(
    held: Mapping[int, Decimal], made: Mapping[int, Decimal], lines: Sequence[int], name: str
) -> bool:
    """Whether a column is what was made on most of some lines; true where there are none."""
    signs = (1, -1) if name == "variance" else (1,)
    return any(
        sum(cents(held.get(row, ZERO)) == cents(sign * made[row]) for row in lines) * 2
        >= len(lines)
        for sign in signs
    )


def _results(
    known: Mapping[str, Mapping[int, Decimal]], rows: Sequence[int], make: Callable[[_Row], Decimal]
) -> dict[int, Decimal]:
    """What a field should be on each line that has figures."""
    made: dict[int, Decimal] = {}
    for row in rows:
        if any(row in held for held in known.values()):
            made[row] = make({name: held.get(row, ZERO) for name, held in known.items()})
    return made


def fits(held: Mapping[int, Decimal], made: Mapping[int, Decimal], name: str) -> bool:
    """Whether a column is what was made, for most of the lines where either is anything."""
    told = [row for row in made.keys() | held.keys() if made.get(row) or held.get(row)]
    signs = (1, -1) if name == "variance" else (1,)
    return len({made.get(row) for row in told}) >= _FEW and any(
        sum(cents(held.get(row, ZERO)) == cents(sign * made.get(row, ZERO)) for row in told)
        >= _MOST * len(told)
        for sign in signs
    )
