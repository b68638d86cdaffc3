"""Where the cost report's costs come from, for programs: a part of `topsheet check --json`."""

from __future__ import annotations

from typing import Any

from model.money import plain
from transforms.costs.lines import Abroad, AccountLine, CostReport, Level

_FIGURES = ("actual", "actual_period", "commitments")


def costs_json(report: CostReport | None) -> dict[str, Any] | None:
    """Which sheets gave which figure, and what is in none. Money is text.

    ``from_sheets`` are the figures that other sheets than the budget gave. ``None`` where there is
    nothing to tell: the budget is kept on one level, in one currency, with its own columns of cost.
    """
    if report is None:
        return None
    others = [
        _abroad(line, other)
        for category in report.categories
        for line in category.accounts
        for other in line.abroad
    ]
    told = report.basis.actual or report.basis.orders
    if not others and len(report.levels) < 2 and not (told and report.from_costs):
        return None
    basis = report.basis
    return {
        "from_sheets": [figure for figure in _FIGURES if figure in report.from_costs],
        "actual": list(basis.actual),
        "explaining": list(basis.explaining),
        "commitments": ["purchase_orders"] if basis.orders else [],
        "accruals": basis.accruals.value,
        "accrued": plain(basis.accrued),
        "period": [day.isoformat() for day in basis.period] if basis.period else None,
        "undated": plain(basis.undated),
        "not_costs": list(basis.balance_accounts),
        "levels": [_level(level) for level in report.levels],
        "other_currencies": others,
    }


def _level(level: Level) -> dict[str, Any]:
    tabs = list(dict.fromkeys(cell.tab for cell in level.cells))
    return {"kind": level.kind, "tabs": tabs, "budget": plain(level.budget), "taken": level.taken}


def _abroad(line: AccountLine, other: Abroad) -> dict[str, Any]:
    return {
        "account": line.account,
        "figure": other.figure,
        "currency": other.currency,
        "amount": plain(other.amount),
        "converted": None if other.converted is None else plain(other.converted),
        "rate": None if other.rate is None else f"{other.rate.rate.normalize():f}",
        "date": None if other.rate is None else other.rate.date.isoformat(),
    }
