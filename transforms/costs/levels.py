"""Which level of the budget the cost report is made from: topsheet, accounts or detail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from model.cell import Cell
from model.money import ZERO, total
from model.production import Rate
from model.table import Table
from transforms.costs.budget_lines import BudgetLine, budget_lines
from transforms.costs.lines import Level

KINDS = ("budget_topsheet", "budget", "budget_detail")
"""The levels, from the top."""
_ROUNDING = Decimal(2)
_WHY = {
    "budget": "it has a line an account",
    "budget_topsheet": "no tab has a line an account",
    "budget_detail": "no tab has a line an account, so its lines are added up by account",
}


def taken(
    tables: Mapping[str, Sequence[Table]], rates: Mapping[str, Rate]
) -> tuple[list[BudgetLine], tuple[Level, ...]]:
    """The budget's lines of the level that counts, and what each level comes to.

    Accounts count where they are kept. Where they are not, a detail by account does, as long as it
    adds up to the topsheet (a part of the detail is no budget); else the topsheet's categories.
    """
    lines = {kind: budget_lines(tables.get(kind, ()), rates) for kind in KINDS}
    sums = {kind: total(map(budgeted, lines[kind])) for kind in KINDS if tables.get(kind)}
    chosen = _chosen(lines, sums)
    levels = tuple(
        Level(
            kind=kind,
            budget=amount,
            taken=kind == chosen,
            why=_WHY[kind] if kind == chosen else "",
            cells=_corners(tables[kind]),
        )
        for kind, amount in sums.items()
    )
    return lines.get(chosen, []), levels


def _chosen(lines: Mapping[str, Sequence[BudgetLine]], sums: Mapping[str, Decimal]) -> str:
    """The level that counts; "" where there is none."""
    if "budget" in sums:
        return "budget"
    coded = any(line.account for line in lines["budget_detail"])
    top = sums.get("budget_topsheet")
    if coded and (top is None or abs(top - sums["budget_detail"]) <= _ROUNDING):
        return "budget_detail"
    return next((kind for kind in KINDS if kind in sums), "")


def budgeted(line: BudgetLine) -> Decimal:
    """What a line budgets: its original budget, or what the revised one says of it."""
    own = line.given["budget"]
    if own is None:
        own = (line.given["revised_budget"] or ZERO) - (line.given["approved_changes"] or ZERO)
    return own


def _corners(tables: Sequence[Table]) -> tuple[Cell, ...]:
    """The first cell of each tab."""
    return tuple(
        Cell(table.place.tab, table.block.top, table.block.left, table.place.book)
        for table in tables
    )
