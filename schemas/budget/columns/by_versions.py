"""Two drafts of a budget side by side, and the change between them: the later one is the budget."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import permutations

from model.money import ZERO, cents
from schemas.budget.columns.settled import Columns, below, figures, is_of_amounts
from schemas.headings import Header
from schemas.revisions.hints import of_title, why_newer
from schemas.sheet import Sheet

_COSTS = frozenset(("actual_period", "actual_to_date", "commitments", "total_cost", "etc", "efc"))
_MONEY = _COSTS | {"revised_budget"}
_FEW = 2
_MOST = 0.9


def newest(sheet: Sheet, header: Header, columns: Columns) -> None:
    """Of budgets that are headed alike but for their number, colour or day take the newest."""
    named = columns.headings.get("budget")
    if columns.fields.keys() & _MONEY - {"budget"} or (
        named is None and len(columns.others) < _FEW
    ):
        return
    rows = below(sheet, header)
    heads = {**columns.others, **({named: columns.fields["budget"]} if named is not None else {})}
    drafts = {
        col: hint
        for heading, col in heads.items()
        if (hint := of_title(heading, sheet.dates)).numbered and is_of_amounts(sheet, rows, col)
    }
    alike = len({hint.name for hint in drafts.values()}) == 1
    found = [
        col
        for col, hint in drafts.items()
        if all(why_newer(hint, other) for at, other in drafts.items() if at != col)
    ]
    if not alike or len(drafts) < _FEW or len(found) != 1:
        return
    if named is not None and columns.fields["budget"] in drafts:
        columns.drop("budget")
    if "budget" not in columns.fields:
        columns.take("budget", found[0])


def tell(sheet: Sheet, header: Header, columns: Columns) -> None:
    """Take the later of two drafts for the budget, and their difference for no approved change.

    "v4 LOCKED", "v3 (12/19)", "Change": once to find the budget, and once more when all else is
    told. The headings say which is later, or the change does, which is the later less the earlier
    one. Where costs stand beside them only the headings say so.
    """
    fields = columns.fields
    change = next((name for name in ("approved_changes", "variance") if name in fields), None)
    if change is None or "revised_budget" in fields:
        return
    rows = below(sheet, header)
    names = {col: heading for heading, col in columns.others.items()}
    if not (_COSTS - {"actual_period"}) & fields.keys() and "actual_period" in fields:
        names[fields["actual_period"]] = columns.headings["actual_period"]  # "Current (v12)"
    names |= {fields["budget"]: columns.headings["budget"]} if "budget" in fields else {}
    held = {col: figures(sheet, rows, col) for col in names if is_of_amounts(sheet, rows, col)}
    changed = figures(sheet, rows, fields[change])
    pairs = [
        (later, earlier)
        for later, earlier in permutations(held, 2)
        if _is_difference(held[later], held[earlier], changed)
    ]
    if len(pairs) != 1:
        return
    told = change == "approved_changes" and not (_COSTS - {"actual_period"}) & fields.keys()
    later = _later(sheet, names, *pairs[0], told=told)
    if later is None or ("budget" in fields and later != fields["budget"]):
        return
    columns.drop(change)
    if later == fields.get("actual_period"):
        columns.call("actual_period", "budget")
    elif "budget" not in fields:
        columns.take("budget", later)


def _is_difference(
    first: Mapping[int, Decimal], second: Mapping[int, Decimal], changed: Mapping[int, Decimal]
) -> bool:
    """Whether a column is one less another, on nearly all lines; some of them must differ."""
    told = [row for row in first.keys() | second.keys() if first.get(row) != second.get(row)]
    right = sum(
        cents(first.get(row, ZERO) - second.get(row, ZERO)) == cents(changed.get(row, ZERO))
        for row in told
    )
    return len(told) >= _FEW and right >= _MOST * len(told)


def _later(
    sheet: Sheet, names: Mapping[int, str], first: int, second: int, *, told: bool
) -> int | None:
    """The later of two drafts: by their headings, else by the way the change goes.

    ``told`` says that the difference is headed as a change; a variance goes either way.
    """
    one, other = (of_title(names[col], sheet.dates) for col in (first, second))
    if why_newer(one, other):
        return first
    if why_newer(other, one):
        return second
    return first if told else None
