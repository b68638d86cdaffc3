"""What was changed told from what it changes: where headings name one of the budgets alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from itertools import combinations, permutations

from model.money import ZERO, cents
from schemas.budget.columns import by_words
from schemas.budget.columns.settled import Columns, below, figures, is_of_amounts
from schemas.headings import Header, normal
from schemas.revisions.hints import of_title
from schemas.sheet import Sheet

_SOME = 2
_MOST = 0.9
_Held = Mapping[int, Decimal]


def before(sheet: Sheet, header: Header, columns: Columns) -> None:
    """Find the budget as it was and its changes, of which the current one is the sum.

    "Locked Jan 16", "Internal transfers", "Current budget": two columns before it that make it,
    line for line, the second of them on the few lines that anybody moved money on. Labour and
    the rest make a budget too: those are its parts.
    """
    fields = columns.fields
    if "revised_budget" not in fields or {"budget", "approved_changes"} & fields.keys():
        return
    rows, revised = below(sheet, header), fields["revised_budget"]
    left = {
        col: figures(sheet, rows, col)
        for heading, col in columns.others.items()
        if col < revised and not by_words.is_of_a_part(_undated(heading))
    }
    whole = figures(sheet, rows, revised)
    pairs = [
        (was, moved)
        for was, moved in combinations(sorted(left), 2)
        if is_of_amounts(sheet, rows, was) and _are_changes(left[was], left[moved], whole)
    ]
    if len(pairs) == 1:
        columns.take("budget", pairs[0][0])
        columns.take("approved_changes", pairs[0][1])


def around(sheet: Sheet, header: Header, columns: Columns) -> None:
    """Find the budgets before and after the changes between them, whatever heads the two.

    "Devis accepté", "Virements", "Devis rectifié": the one and its changes make the other on every
    line that has the one. Categories may have their sums in one of the columns alone.
    """
    fields = columns.fields
    if "approved_changes" not in fields or "revised_budget" in fields:
        return
    rows, changes = below(sheet, header), fields["approved_changes"]
    moved = figures(sheet, rows, changes)
    heads = {col: heading for heading, col in columns.others.items()}
    drafts = [col for col, text in heads.items() if of_title(text, sheet.dates).numbered]
    free = {*columns.others.values(), *(fields[name] for name in ("budget",) if name in fields)}
    held = {col: figures(sheet, rows, col) for col in free if is_of_amounts(sheet, rows, col)}
    pairs = [
        (was, now)
        for was, now in permutations(held, 2)
        if was < changes < now
        and not {was, now} <= {*drafts}
        and _make(held[was], moved, held[now])
    ]
    if len(pairs) == 1 and fields.get("budget", pairs[0][0]) in pairs[0]:
        if "budget" in fields:
            columns.drop("budget")
        columns.take("budget", pairs[0][0])
        columns.take("revised_budget", pairs[0][1])


def _make(was: _Held, moved: _Held, now: _Held) -> bool:
    """Whether amounts and what they were changed by make others, with some line changed."""
    changed = {row: was[row] + moved.get(row, ZERO) for row in was}
    right = all(cents(value) == cents(now.get(row, ZERO)) for row, value in changed.items())
    return right and len(was) >= 2 * _SOME and any(moved.get(row) for row in was)


def _undated(heading: str) -> str:
    """A heading's words without the day that it may bear: "Locked Jan 16/26"."""
    return normal(re.sub(r"\d", " ", heading))


def _are_changes(was: _Held, moved: _Held, whole: _Held) -> bool:
    """Whether a few amounts, added to those before them, make those after them."""
    lines = was.keys() | whole.keys()
    some = [row for row, value in moved.items() if value]
    right = sum(
        cents(was.get(row, ZERO) + moved.get(row, ZERO)) == cents(whole.get(row, ZERO))
        for row in lines
    )
    return right >= _MOST * len(lines) and _SOME <= len(some) * 2 <= len(lines)


def between(sheet: Sheet, header: Header, columns: Columns) -> None:
    """Find the changes between the budget as it was and as it is: what lies between the two.

    They may be two, of money moved from one account to another.
    """
    fields = columns.fields
    if "approved_changes" in fields or not {"budget", "revised_budget"} <= fields.keys():
        return
    rows = below(sheet, header)
    was, revised = (figures(sheet, rows, fields[name]) for name in ("budget", "revised_budget"))
    made = {row: revised.get(row, ZERO) - was.get(row, ZERO) for row in was.keys() | revised.keys()}
    fitting = [
        col
        for col in columns.others.values()
        if fields["budget"] < col < fields["revised_budget"]
        and any(held := figures(sheet, rows, col).values())
        and sum(bool(sheet.text(row, col)) for row in rows) == len(held)
        and all(figures(sheet, rows, col).get(row, ZERO) == value for row, value in made.items())
    ]
    if len(fitting) == 1:
        columns.take("approved_changes", fitting[0])


def alone(sheet: Sheet, header: Header, columns: Columns) -> None:
    """Where nothing is there to be changed, "Approved" is the budget that was approved.

    Its heading numbers it ("Approved v5"), or the variance is its difference from the EFC.
    """
    fields = columns.fields
    if "approved_changes" not in fields or {"budget", "revised_budget"} & fields.keys():
        return
    heading = columns.headings.get("approved_changes", "")
    if of_title(heading, sheet.dates).numbered or _is_compared(sheet, header, columns):
        columns.call("approved_changes", "budget")


def _is_compared(sheet: Sheet, header: Header, columns: Columns) -> bool:
    """Whether the variance is, either way round, what lies between a column and the EFC."""
    names = ("approved_changes", "efc", "variance")
    if not set(names) <= columns.fields.keys():
        return False
    rows = below(sheet, header)
    approved, efc, over = (figures(sheet, rows, columns.fields[name]) for name in names)
    lines = approved.keys() | efc.keys()
    right = sum(
        abs(approved.get(row, ZERO) - efc.get(row, ZERO)) == abs(over.get(row, ZERO))
        for row in lines
    )
    return len(lines) > _SOME and right >= _MOST * len(lines)
