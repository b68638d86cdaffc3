"""Columns of a detail told by what they make: an amount is quantity times rate, line for line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from math import prod

from schemas.budget.columns.settled import Columns, figures, is_of_amounts
from schemas.sheet import Sheet

_MOST = 0.7
_FEW = 3
_CENT = Decimal("0.015")
_ONE = Decimal(1)
_Held = Mapping[int, Decimal]


def tell(sheet: Sheet, rows: Sequence[int], columns: Columns) -> None:
    """Find a quantity, a multiplier, a rate or the amount by what they make with the others."""
    _total(sheet, rows, columns)
    fields = columns.fields
    total = fields.get("subtotal", fields.get("budget"))
    if total is None:
        return
    amounts = figures(sheet, rows, total)
    free = _free(sheet, rows, columns, total)
    known: dict[str, _Held] = {
        n: figures(sheet, rows, fields[n]) for n in ("quantity", "rate") if n in fields
    }
    if len(known) == 2 and "times" not in fields:
        _fill(columns, "times", [[*known.values(), held] for held in free.values()], free, amounts)
    elif len(known) == 1:
        missing = "rate" if "quantity" in known else "quantity"
        times = _times(sheet, rows, columns)
        known |= {"times": times} if times else {}
        _fill(columns, missing, [[*known.values(), held] for held in free.values()], free, amounts)
        if "rate" not in fields and "times" not in fields:
            _two(columns, known["quantity"], _free(sheet, rows, columns, total), amounts)
    elif not known:
        pairs = [
            pair
            for pair in combinations(free, 2)
            if _made([free[at] for at in pair], amounts) >= _MOST
        ]
        if len(pairs) == 1:
            columns.take("quantity", pairs[0][0])
            columns.take("rate", pairs[0][1])


def _free(sheet: Sheet, rows: Sequence[int], columns: Columns, end: int) -> dict[int, _Held]:
    """The columns of numbers between the descriptions and another column that are no field."""
    fields = columns.fields
    words, taken = fields.get("description", fields.get("account", 0)), set(fields.values())
    return {
        col: figures(sheet, rows, col)
        for col in range(words + 1, end)
        if col not in taken and is_of_amounts(sheet, rows, col)
    }


def _times(sheet: Sheet, rows: Sequence[int], columns: Columns) -> _Held:
    """How many times each line counts: once, where it does not say."""
    col = columns.fields.get("times")
    return dict.fromkeys(rows, _ONE) | figures(sheet, rows, col) if col else {}


def _total(sheet: Sheet, rows: Sequence[int], columns: Columns) -> None:
    """Find the amount, where no heading names it: right of what it is the product of.

    The rate may have to be found with it.
    """
    fields = columns.fields
    if fields.keys() & {"subtotal", "budget"} or not fields.keys() & {"quantity", "times"}:
        return
    counted: list[_Held] = [figures(sheet, rows, fields[n]) for n in ("quantity",) if n in fields]
    counted += [times] if (times := _times(sheet, rows, columns)) else []
    free = _free(sheet, rows, columns, sheet.width + 1)
    rates = {fields["rate"]: figures(sheet, rows, fields["rate"])} if "rate" in fields else free
    for further in (False, True):
        found = [
            (rate, total, more)
            for rate, held in rates.items()
            for total, amounts in free.items()
            for more in (free if further and "times" not in fields else [0])
            if more < rate < total
            and _made([*counted, held, *([free[more]] if more else [])], amounts) >= _MOST
        ]
        if len(found) == 1:
            _take(columns, ("budget", "rate", "times"), (found[0][1], found[0][0], found[0][2]))
            return


def _take(columns: Columns, names: Sequence[str], found: Sequence[int]) -> None:
    """Give fields that are none yet the columns found for them; 0 is no column."""
    for name, col in zip(names, found, strict=True):
        if col and name not in columns.fields:
            columns.take(name, col)


def _two(columns: Columns, known: _Held, free: Mapping[int, _Held], amounts: _Held) -> None:
    """Find how many times and at which rate, where how many is known alone; the rate is right."""
    pairs = [
        pair
        for pair in combinations(sorted(free), 2)
        if _made([known, *(free[col] for col in pair)], amounts) >= _MOST
    ]
    if len(pairs) == 1:
        _take(columns, ("times", "rate"), pairs[0])


def _fill(
    columns: Columns,
    name: str,
    tried: Sequence[Sequence[Mapping[int, Decimal]]],
    free: Mapping[int, Mapping[int, Decimal]],
    amounts: Mapping[int, Decimal],
) -> None:
    """Give a field the one column with which the known ones make the amounts, and not without."""
    least = _made(tried[0][:-1], amounts) if name == "times" and tried else 0.0
    fitting = [
        col
        for col, parts in zip(free, tried, strict=True)
        if _MOST <= _made(parts, amounts) > least
    ]
    if len(fitting) == 1:
        columns.take(name, fitting[0])


def _made(parts: Sequence[Mapping[int, Decimal]], amounts: Mapping[int, Decimal]) -> float:
    """Which share of a column others make, multiplied, where all of them hold something."""
    rows = [row for row in amounts if amounts[row] and all(row in held for held in parts)]
    right = sum(
        abs(prod((held[row] for held in parts), start=Decimal(1)) - amounts[row]) < _CENT
        for row in rows
    )
    return right / len(rows) if len(rows) >= _FEW else 0.0
