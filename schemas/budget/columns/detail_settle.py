"""The columns of a budget's detail settled: how many, of what, at which rate, and what they make.

What counts is what the figures make with each other; headings say little ("Amount", "#", "Days").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from schemas.budget.columns import by_place, by_products, names
from schemas.budget.columns.detail_fields import COUNTING, FIELDS, NUMBERS
from schemas.budget.columns.settle import own_currency, settled
from schemas.budget.columns.settled import Columns, below, figures, share
from schemas.headings import Header, normal
from schemas.sheet import Sheet
from schemas.vocabulary import Vocabulary

_MOST = 0.7
_FEW = 3
_KNOWN = Vocabulary(FIELDS)


def settle(sheet: Sheet, header: Header) -> Header:
    """Complete a detail's header: "Amount" is a quantity, or the product where another counts."""
    columns = Columns.of(header)
    names.number(sheet, header, columns, "quantity")
    own_currency(sheet, header, columns)
    _lone_budget(columns)
    _rate(sheet, header, columns)
    _amount(sheet, header, columns)
    rows = below(sheet, header)
    _units(sheet, rows, columns)
    names.settle(sheet, header, columns)
    _of_units(sheet, rows, header, columns)
    _counted(sheet, rows, columns)
    by_products.tell(sheet, rows, columns)
    _of_groups(sheet, rows, columns)
    by_place.tell_units(sheet, rows, columns)
    by_place.tell_notes(sheet, rows, columns)
    return settled(sheet, header, columns, _KNOWN)


def _lone_budget(columns: Columns) -> None:
    """A revised budget where no other one is nor changes are: "Total Budget" is the budget."""
    others = {"budget", "subtotal", "approved_changes"} & columns.fields.keys()
    if "revised_budget" in columns.fields and not others:
        columns.call("revised_budget", "budget")


def _rate(sheet: Sheet, header: Header, columns: Columns) -> None:
    """A "$" beside a "Total" is what one of them costs; a "Cost" right of a "Rate", the total."""
    cost = header.repeated.get("rate", 0)
    if not {"budget", "subtotal"} & columns.fields.keys() and cost > columns.fields.get("rate", 0):
        columns.take("budget", cost)
    sign = header.repeated.get("budget")
    if sign and sheet.text(header.bottom, sign) in ("$", "£", "€") and "rate" not in columns.fields:
        columns.take("rate", sign)


def _amount(sheet: Sheet, header: Header, columns: Columns) -> None:
    """An "Amount" is the product where another column counts, or where it stands right of rates."""
    fields, counted = columns.fields, header.repeated.get("quantity")
    if "rate" in fields and not {"budget", "subtotal"} & fields.keys():
        for heading, col in list(columns.others.items()):
            if normal(heading).split(" ")[0] in ("amount", "amt") and col > fields["rate"]:
                columns.take("budget", col)
                return
    if columns.heading("quantity").rstrip(" $£€") not in ("amount", "amt"):
        return
    if counted is not None and "budget" not in fields:
        columns.call("quantity", "budget")
        columns.take("quantity", counted)
    elif fields["quantity"] > fields.get("rate", sheet.width) and "subtotal" not in fields:
        columns.call("quantity", "subtotal" if "budget" in fields else "budget")


def _units(sheet: Sheet, rows: Sequence[int], columns: Columns) -> None:
    """A "Unit" over numbers counts; "Days/Weeks" over words says what is counted."""
    fields = columns.fields
    if len({"quantity", "unit"} & fields.keys()) != 1:
        return
    if "unit" in fields and share(sheet, rows, fields["unit"], _is_number) > 0.6:
        columns.call("unit", "quantity")
    elif "quantity" in fields and share(sheet, rows, fields["quantity"], str.isalpha) > 0.6:
        columns.call("quantity", "unit")


def _of_units(sheet: Sheet, rows: Sequence[int], header: Header, columns: Columns) -> None:
    """Of two counts the one beside the unit is of units: "Nb" left of "Qté" and "Unité", of people.

    Two electricians for three weeks are three weeks, twice.
    """
    again = header.repeated.get("quantity", 0)
    if "times" in columns.fields or again not in columns.others.values():
        return
    if columns.heading("quantity") not in NUMBERS or columns.fields.get("unit") != again + 1:
        return
    if columns.fields["quantity"] < again and share(sheet, rows, again, _is_number) > 0.6:
        columns.call("quantity", "times")
        columns.take("quantity", again)


def _counted(sheet: Sheet, rows: Sequence[int], columns: Columns) -> None:
    """A count whose heading names something else too: "Nombre", "Nº" right of the descriptions."""
    words = columns.fields.get("description", 0)
    for heading, col in list(columns.others.items()):
        missing, meant = ("quantity", COUNTING)
        if missing in columns.fields:
            missing, meant = ("times", NUMBERS)
        if missing in columns.fields or normal(heading) not in meant or col < words:
            continue
        if share(sheet, rows, col, _is_number) > 0.6:
            columns.take(missing, col)


def _is_number(text: str) -> bool:
    return re.fullmatch(r"\d+(?:[.,]\d+)?", text) is not None


def _of_groups(sheet: Sheet, rows: Sequence[int], columns: Columns) -> None:
    """A column that adds the amounts up, a group at a time, is the accounts' total.

    It stands right of the amounts and is filled on each group's last line, or below it.
    """
    fields = columns.fields
    named = [fields[name] for name in ("subtotal", "budget") if name in fields]
    right = max(
        (fields[name] for name in ("quantity", "times", "rate") if name in fields), default=0
    )
    held = {
        col: figures(sheet, rows, col)
        for col in sorted({*named, *(at for at in columns.others.values() if at > right)})
    }
    pairs = [
        (lines, sums)
        for lines, sums in combinations(held, 2)
        if {lines, sums} & set(named) and _adds_up(rows, held[lines], held[sums])
    ]
    if len(pairs) == 1:
        for name, col in zip(("subtotal", "budget"), pairs[0], strict=True):
            if fields.get(name) != col:
                _give(columns, name, col)


def _give(columns: Columns, name: str, col: int) -> None:
    """Give a field a column, another field's or none's; its own column goes to the others."""
    if name in columns.fields:
        columns.drop(name)
    holder = next((each for each, at in columns.fields.items() if at == col), None)
    if holder is None:
        columns.take(name, col)
    else:
        columns.call(holder, name)


def _adds_up(
    rows: Sequence[int], amounts: Mapping[int, Decimal], sums: Mapping[int, Decimal]
) -> bool:
    """Whether one column holds the sums of the other's figures since it last held any."""
    run: list[Decimal] = []
    right, several, judged = 0, 0, 0
    for row in rows:
        run += [amounts[row]] if row in amounts else []
        if row in sums and run:
            holds = sum(run) == sums[row]
            judged, right = judged + 1, right + holds
            several += holds and len(run) > 1
            run = []
    return several >= 2 and right >= _FEW and right >= _MOST * judged
