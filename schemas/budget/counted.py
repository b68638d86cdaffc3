"""A cost report that says beside its accounts how many, of what, at which rate.

Its lines are accounts with their costs, so that it is a budget and no detail; but what was budgeted
for a person stands there as on a detail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

import pandas as pd

from model.table import Table
from schemas import further
from schemas.budget.columns.detail_fields import FIELDS
from schemas.headings import Header, Shape, normal
from schemas.kind import Found
from schemas.sheet import Sheet
from schemas.values import amounts, quantities
from schemas.vocabulary import Vocabulary

NAMES = ("quantity", "unit", "times", "rate")
"""What is read of such columns, where quantity times rate is the budget."""
_SHAPES = {field.name: field.shape for field in FIELDS}
_KNOWN = Vocabulary(
    tuple(field for field in FIELDS if field.name in NAMES), further.headings("budget_detail")
)
_OF_BUDGET = re.compile(
    r"(?:budget(?:ed)?|estimated?|est|original|orig|bid|devis|prevu|presupuesto|kalkuliert|plan) "
)
"""What a band over such columns says of them: "Budgeted Qty"."""
_FEW = 4
_CENT = Decimal("0.01")


def told(sheet: Sheet, found: Found, table: Table) -> Table:
    """The table with what was counted, where that makes most of the budgets; else as it is."""
    columns = _columns(found.header)
    if not {"quantity", "rate"} <= columns.keys():
        return table
    values = {name: list(_values(sheet, table, name, col)) for name, col in columns.items()}
    if not _make_up(table, values):
        return table
    frame = table.frame.assign(
        **{name: pd.Series(own, table.frame.index, dtype=object) for name, own in values.items()}
    )
    headings = {col: heading for heading, col in found.header.others.items()}
    place = replace(table.place, columns={**table.place.columns, **columns})
    return replace(
        table,
        frame=frame,
        places=(place,),
        headings={**table.headings, **{name: headings[col] for name, col in columns.items()}},
        other_columns={
            heading: col
            for heading, col in table.other_columns.items()
            if col not in columns.values()
        },
    )


def _columns(header: Header) -> Mapping[str, int]:
    """The fields of a detail among the columns that a budget has no field for."""
    found: dict[str, int] = {}
    for heading, col in header.others.items():
        match = _KNOWN.match(heading) or _KNOWN.match(_OF_BUDGET.sub("", normal(heading)))
        if match is not None and match[0] in NAMES:
            found.setdefault(match[0], col)
    return found


def _values(sheet: Sheet, table: Table, name: str, col: int) -> Iterator[object]:
    """What stands in a column of the table's lines; ``None`` where it cannot be read."""
    comma = sheet.writing(col, _SHAPES[name]).comma
    for row in table.frame.index:
        raw = sheet.grid.at(int(row), col)
        if _SHAPES[name] is Shape.MONEY:
            read: object = amounts.amount(raw, comma=comma)
        elif _SHAPES[name] is Shape.NUMBER:
            read = quantities.number(raw, comma=comma)
        else:
            read = sheet.text(int(row), col) or None
        yield read if isinstance(read, Decimal | str) else None


def _make_up(table: Table, values: Mapping[str, list[object]]) -> bool:
    """Whether quantity (times times) rate is the budget, for most of several lines."""
    times = values.get("times", [None] * len(table.frame))
    budgets = table.frame.get("budget", pd.Series(dtype=object)).tolist()
    made = [
        abs(count * rate * (many if isinstance(many, Decimal) else 1) - budget) <= _CENT
        for count, rate, many, budget in zip(
            values["quantity"], values["rate"], times, budgets, strict=False
        )
        if isinstance(count, Decimal) and isinstance(rate, Decimal) and isinstance(budget, Decimal)
    ]
    return len(made) >= _FEW and sum(made) * 2 > len(made)
