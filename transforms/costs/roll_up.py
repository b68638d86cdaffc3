"""Costs by account: what the journals' postings add up to, with the cells behind each sum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from model.cell import Cell
from model.money import ZERO
from model.production import Costing
from model.table import Place
from model.trail import Run, Trail
from transforms.costs import basis
from transforms.costs.basis import ACTUAL
from transforms.costs.chart import Chart
from transforms.costs.conversion import abroad
from transforms.costs.lines import Abroad, Basis
from transforms.costs.postings import Postings

PERIOD = "actual_period"
_LINE, _UNKNOWN, _UNCODED = "line", "unknown", "uncoded"
_KEY = ["state", "key"]
_Key = tuple[str, str]
"""What a posting counts on: whether the budget has it, and the account."""
_Amount = tuple[str, str]
"""A figure, and the currency that it is in."""
Period = tuple[date, date]
"""First and last day."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What was spent and ordered on one account, in the production's currency.

    ``amounts`` and ``trails`` go by figure: "actual", "actual_period", "commitments".
    """

    at: Cell
    """Where the first of its postings names the account."""
    postings: int
    """How many there are."""
    amounts: Mapping[str, Decimal] = field(default_factory=dict)
    trails: Mapping[str, Trail] = field(default_factory=dict)
    abroad: tuple[Abroad, ...] = ()

    def amount(self, figure: str) -> Decimal:
        """A figure; zero where nothing was posted for it."""
        return self.amounts.get(figure, ZERO)

    def trail(self, figure: str) -> Trail:
        """The cells that a figure comes from."""
        return self.trails.get(figure, Trail())


@dataclass(frozen=True, slots=True)
class Costs:
    """All costs, each in exactly one of the three."""

    lines: Mapping[str, Cost]
    """By account of the budget."""
    unknown: Mapping[str, Cost]
    """By account, where the budget has no line for it."""
    uncoded: Cost | None
    """Those that name no account."""
    basis: Basis


def roll_up(found: Postings, chart: Chart, costing: Costing, period: Period | None) -> Costs:
    """Add the journals' postings up by account, each posting once.

    ``period`` is that of "actual this period".
    """
    kinds = found.kinds
    frame = _placed(found.frame, chart, basis.figures(kinds, costing.accruals))
    frame, balance = _without_balance(frame)
    spent = frame["figure"] == ACTUAL
    known = period if (spent & frame["date"].notna()).any() else None
    groups = _grouped(frame, found, costing, known)
    states: dict[str, dict[str, Cost]] = {_LINE: {}, _UNKNOWN: {}, _UNCODED: {}}
    for (state, key), cost in groups.items():
        states[state][key] = cost
    return Costs(
        lines=states[_LINE],
        unknown=states[_UNKNOWN],
        uncoded=states[_UNCODED].get(""),
        basis=basis.of(frame, found.places, kinds, costing, known, balance),
    )


def _placed(
    frame: pd.DataFrame, chart: Chart, figures: Mapping[tuple[str, str], str]
) -> pd.DataFrame:
    """The postings that count, each with its figure and with what it counts on.

    ``state`` says whether ``key`` is an account of the budget, one that it lacks, or none.
    """
    parts = list(zip(frame["kind"], frame["part"], strict=True))
    frame = frame.assign(figure=pd.Series(parts, index=frame.index, dtype=object).map(figures))
    frame = frame[frame["figure"].notna()]
    codes = frame["account"].unique()
    lines = {code: line for code in codes if (line := chart.line_of(code))}
    states = {code: _LINE if code in lines else _UNKNOWN if code else _UNCODED for code in codes}
    return frame.assign(
        key=frame["account"].map({code: lines.get(code, code) for code in codes}),
        state=frame["account"].map(states),
    )


def _without_balance(frame: pd.DataFrame) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Leave out the accounts of a double-entry ledger that are no costs: cash, payables.

    Returns the postings left, and the codes of those accounts ("" where they have none).
    """
    ledger = frame["kind"] == "ledger"
    if not basis.is_double_entry(frame.loc[ledger, "amount"]):
        return frame, ()
    out = ledger & (frame["state"] != _LINE)
    return frame[~out], tuple(sorted(frame.loc[out, "account"].unique()))


def _grouped(
    frame: pd.DataFrame, found: Postings, costing: Costing, period: Period | None
) -> Mapping[_Key, Cost]:
    """The costs by what they count on, in order."""
    if frame.empty:
        return {}
    rows = frame
    if period is not None:
        spent = frame[(frame["figure"] == ACTUAL) & frame["date"].notna()]
        within = spent["date"].between(*period)
        rows = pd.concat([frame, spent[within].assign(figure=PERIOD)], ignore_index=True)
    trails = _trails(rows, found.places)
    amounts: dict[_Key, dict[_Amount, Decimal]] = defaultdict(dict)
    sums = rows.groupby([*_KEY, "figure", "currency"])["amount"].sum()
    for (state, key, figure, currency), amount in _items(sums):
        amounts[state, key][figure, currency] = amount
    records = frame.drop_duplicates([*_KEY, "table", "row"])
    sizes = dict(_items(records.groupby(_KEY).size()))
    heads = records.sort_values(["table", "row"], kind="stable").drop_duplicates(_KEY)
    cells = {
        (state, key): found.account_cell(table, row)
        for state, key, table, row in heads[[*_KEY, "table", "row"]].to_numpy().tolist()
    }
    return {
        key: _cost(cells[key], sizes[key], amounts[key], trails[key], costing)
        for key in sorted(sizes)
    }


def _items(values: pd.Series[Any]) -> Iterator[tuple[Any, Any]]:
    """A grouped series' keys and values (pandas types the keys too widely)."""
    return zip(values.index.tolist(), values.tolist(), strict=True)


def _trails(rows: pd.DataFrame, places: Sequence[Place]) -> Mapping[_Key, Mapping[_Amount, Trail]]:
    """The cells of each figure in each currency: of the tabs in their order, the topmost first."""
    made: dict[_Key, dict[_Amount, Trail]] = defaultdict(dict)
    rows = rows.sort_values(["table", "row", "col"], kind="stable", ignore_index=True)
    numbers = rows["row"].to_numpy(dtype="int64")
    groups: Mapping[Any, Any] = rows.groupby([*_KEY, "figure", "currency", "table", "col"]).indices
    for (state, key, figure, currency, table, col), at in sorted(
        groups.items(), key=lambda group: int(group[1][0])
    ):
        place = places[table]
        run = Run(place.tab, int(col), tuple(numbers[at].tolist()), place.book)
        known = made[state, key].get((figure, currency), Trail())
        made[state, key][figure, currency] = known + Trail((run,))
    return made


def _cost(
    at: Cell,
    size: int,
    amounts: Mapping[_Amount, Decimal],
    trails: Mapping[_Amount, Trail],
    costing: Costing,
) -> Cost:
    """One account's cost: its own currency's amounts, and what others come to by their rates."""
    own = {figure: amount for (figure, currency), amount in amounts.items() if not currency}
    cells = {figure: trail for (figure, currency), trail in trails.items() if not currency}
    others = tuple(
        abroad(figure, currency, amount, trails[figure, currency], costing.rates)
        for (figure, currency), amount in sorted(amounts.items())
        if currency
    )
    for other in others:
        if other.converted is not None:
            own[other.figure] = own.get(other.figure, ZERO) + other.converted
            cells[other.figure] = cells.get(other.figure, Trail()) + other.cells
    return Cost(at, size, own, cells, others)
