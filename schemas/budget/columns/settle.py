"""A budget's columns settled by each other and by what stands below: which total is the budget.

One heading says little: "Total" is the budget of a topsheet, and the cost of a cost report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from model.money import ZERO
from schemas import tiers
from schemas.budget import accounts, film
from schemas.budget.columns import (
    by_arithmetic,
    by_blocks,
    by_changes,
    by_place,
    by_versions,
    by_words,
    names,
)
from schemas.budget.columns.fields import FIELDS, MONEY
from schemas.budget.columns.settled import Columns, below, figures, share
from schemas.headings import Header, normal
from schemas.sheet import Sheet
from schemas.values import amounts
from schemas.vocabulary import Vocabulary

_TOTALS = re.compile(
    r"(?:grand |sub ?)?totals?(?: (?:cost|costs|eur|usd|gbp|cad|aud|ht|netto|amount))?|gesamt|"
    r"summe|gesamtsumme|couts? tota(?:l|ux)|total general|gesamtkosten|total kosten|kosten gesamt|"
    r"cost[eo]s? totale?s?|total cost[eo]s"
)
_PLAIN = re.compile(
    r"(?:sub ?totals?|amounts?|amt|costs?|expenses?|betrag|kosten|montants?|importes?|monto|coste|"
    r"costo|valor|netto|base)"
)
_LATER = re.compile(
    r"(?:(?:working|approved|control|total|locked) )+budget(?: total)?|"
    r"budget (?:working|approved|control|total|locked)"
)
_LONE = re.compile(
    r"(?:curr(?:ent)?|total|latest) budget.*|budget (?:current|total|latest|actuel).*"
)
_ESTIMATE = re.compile(r"(?:current |latest )?(?:est|estimates?|estimated(?: costs?)?|est costs?)")
_BIDS = re.compile(
    r"(?:est|estimates?|estimated|projected|anticipated|expected) (?:totals?|costs?|spend)"
)
_ACCRUED = re.compile(r"^accru\w*$|^ruckstellungen$|^provisions?$|^provisiones$")
_LEAST = 3
_CODED = 0.6
_KNOWN = Vocabulary(FIELDS)
_SPENT = frozenset(("actual_to_date", "actual_period", "commitments"))
_BUDGETS = frozenset(("budget", "revised_budget"))


def settle(sheet: Sheet, header: Header) -> Header:
    """Complete a budget's header by what stands below it."""
    columns = Columns.of(header)
    header = by_blocks.settle(sheet, header, columns)
    names.number(sheet, header, columns)
    _money(sheet, header, columns)
    names.settle(sheet, header, columns)
    rows = below(sheet, header)
    named = _is_named(sheet, header) or (sheet.of_film and _is_coded(sheet, rows, columns))
    by_place.tell_money(sheet, header, rows, columns, named=named)
    by_place.tell_notes(sheet, rows, columns)
    by_versions.tell(sheet, header, columns)
    return settled(sheet, header, columns, _KNOWN)


def _is_coded(sheet: Sheet, rows: Sequence[int], columns: Columns) -> bool:
    """Whether the lines have account codes, by and large."""
    col = columns.fields.get("account")
    return col is not None and share(sheet, rows, col, accounts.is_code, _LEAST) > _CODED


def _is_named(sheet: Sheet, header: Header) -> bool:
    """Whether the tab or what stands above the headings speaks of a budget."""
    return any(names.TITLE.search(normal(text)) for text in film.titles(sheet, header))


def settled(sheet: Sheet, header: Header, columns: Columns, known: Vocabulary) -> Header:
    """A header with its columns settled; those that the settings name stay as they are."""
    pinned = sheet.override.columns if sheet.override else {}
    columns.fields |= {name: header.columns[name] for name in pinned if name in header.columns}
    return replace(
        header,
        rows=_rows(sheet, header, known),
        columns=columns.fields,
        headings=columns.headings,
        others=columns.others,
    )


def _rows(sheet: Sheet, header: Header, known: Vocabulary) -> tuple[int, ...]:
    """A heading's rows, with the one below or above that says it in another language.

    And with the one below that says how the columns are reckoned.
    """
    row = header.bottom
    if row < sheet.height and tiers.are_formulas(sheet.line(row + 1)):
        return (*header.rows, row + 1)
    if len(header.rows) != 1:
        return header.rows
    if _says_it_too(sheet, header, known, row + 1):
        return (row, row + 1)
    return (row - 1, row) if _says_it_too(sheet, header, known, row - 1) else header.rows


def _says_it_too(sheet: Sheet, header: Header, known: Vocabulary, row: int) -> bool:
    """Whether a row has words over the heading's columns alone, and means the same by them."""
    told = {col: text for col, text in enumerate(sheet.line(row), start=1) if text}
    headed = {col for col, text in enumerate(sheet.line(header.bottom), start=1) if text}
    if len(told) < _LEAST or set(told) != headed or any(map(_has_digit, told.values())):
        return False
    ours = {col: name for name, col in header.columns.items() if col in told}
    named = [known.match(told[col]) for col in ours]
    same = [
        match is not None and match[0] == name
        for match, name in zip(named, ours.values(), strict=True)
    ]
    return len(same) > 1 and all(same)


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _money(sheet: Sheet, header: Header, columns: Columns) -> None:
    """Settle which money column is which."""
    fields = columns.fields
    for name in [name for name in fields if name in MONEY and "%" in columns.heading(name)]:
        columns.drop(name)
    own_currency(sheet, header, columns)
    if "actual_to_date" not in fields and columns.heading("total_cost") == "actual total":
        columns.call("total_cost", "actual_to_date")
    unbudgeted = not (_BUDGETS | {"etc"}) & fields.keys()
    if "efc" in fields and unbudgeted and _BIDS.fullmatch(columns.heading("efc")):
        columns.call("efc", "budget")
    _orders_first(header, columns)
    _total_of_costs(header, columns)
    by_changes.before(sheet, header, columns)
    by_changes.around(sheet, header, columns)
    _lone_total(columns)
    _second_budget(columns)
    _leftovers(columns)
    by_versions.newest(sheet, header, columns)
    _made_of_the_other(sheet, header, columns)
    by_versions.tell(sheet, header, columns)
    by_changes.alone(sheet, header, columns)
    by_changes.between(sheet, header, columns)
    by_arithmetic.tell(sheet, header, columns)
    by_words.tell(sheet, header, columns)
    by_arithmetic.tell(sheet, header, columns)


def _orders_first(header: Header, columns: Columns) -> None:
    """Of accruals and open orders the orders are the commitments."""
    again = header.repeated.get("commitments")
    if (
        again
        and again in columns.others.values()
        and _ACCRUED.search(columns.heading("commitments"))
    ):
        columns.drop("commitments")
        columns.take("commitments", again)


def _total_of_costs(header: Header, columns: Columns) -> None:
    """Of two budgets the "Gesamtkosten" beside what was spent are the costs so far."""
    again = header.repeated.get("budget")
    if (
        again in columns.others.values()
        and again is not None
        and "total_cost" not in columns.fields
        and _SPENT & columns.fields.keys()
        and _TOTALS.fullmatch(columns.heading("budget"))
    ):
        columns.call("budget", "total_cost")
        columns.take("budget", again)


def _lone_total(columns: Columns) -> None:
    """A "Total" is the budget where nothing is spent; "Current budget" where no other one is."""
    fields = columns.fields
    if "total_cost" in fields and not _SPENT & fields.keys():
        generic = _TOTALS.fullmatch(columns.heading("total_cost")) is not None
        if generic and _PLAIN.fullmatch(columns.heading("budget")) and "budget" in fields:
            columns.drop("budget")
        if generic and not (_BUDGETS | {"efc"}) & fields.keys():
            columns.call("total_cost", "budget")
        elif generic:
            columns.drop("total_cost")
    alone = "revised_budget" in fields and not {"budget", "approved_changes"} & fields.keys()
    if alone and _LONE.fullmatch(columns.heading("revised_budget")):
        columns.call("revised_budget", "budget")


def _second_budget(columns: Columns) -> None:
    """Of two budgets the later one is the revised: "Original budget", then "Approved budget"."""
    if "budget" not in columns.fields or "revised_budget" in columns.fields:
        return
    for heading, col in list(columns.others.items()):
        if _LATER.fullmatch(normal(heading)) and col > columns.fields["budget"]:
            columns.take("revised_budget", col)
            return


def _made_of_the_other(sheet: Sheet, header: Header, columns: Columns) -> None:
    """Of two budgets the one that is the other and its changes is revised, however it is called.

    "Original", "Transfers" and "Total" under "BUDGET" are that. Where nothing was changed yet, the
    one right of the changes is.
    """
    fields, again = columns.fields, header.repeated.get("budget")
    if again is None or not {"budget", "approved_changes"} <= fields.keys():
        return
    if "revised_budget" in fields or again not in columns.others.values():
        return
    rows = below(sheet, header)
    left, right = sorted((fields["budget"], again))
    first, second, changed = (
        figures(sheet, rows, col) for col in (left, right, fields["approved_changes"])
    )
    if not all(
        first.get(row, ZERO) + changed.get(row, ZERO) == second.get(row, ZERO)
        for row in first.keys() | second.keys()
    ):
        return
    if left != fields["budget"]:
        columns.drop("budget")
        columns.take("budget", left)
    columns.take("revised_budget", right)


def _leftovers(columns: Columns) -> None:
    """Headings whose own field has a better column: "Cost" beside "Budget" is the actual."""
    fields = columns.fields
    for heading, col in list(columns.others.items()):
        words = normal(heading)
        if "budget" not in fields or columns.fields["budget"] >= col:
            continue
        if re.fullmatch(r"costs?|expenses?|kosten|couts?|costes?|costos?", words):
            if not (_SPENT | {"total_cost"}) & fields.keys():
                columns.take("actual_to_date", col)
        elif _ESTIMATE.fullmatch(words) and _SPENT & fields.keys():
            missing = "etc" if "efc" in fields else "efc"
            if missing not in fields:
                columns.take(missing, col)
        elif heading.strip() in ("+/-", "+ / -", "-/+", "+/–", "±") and "variance" not in fields:
            columns.take("variance", col)


def own_currency(sheet: Sheet, header: Header, columns: Columns) -> None:
    """Of a field's columns in several currencies take the one in the production's."""
    own = sheet.production.currency.upper()
    for name, col in header.repeated.items():
        ours = columns.fields.get(name)
        if ours is None or name not in MONEY:
            continue
        found = {at: _currencies(sheet, header, at) for at in (ours, col)}
        if own in found[col] and own not in found[ours]:
            columns.drop(name)
            columns.take(name, col)


def _currencies(sheet: Sheet, header: Header, col: int) -> set[str]:
    """The currencies that a column's headings name."""
    texts = (sheet.text(row, col) for row in header.rows)
    return {found for text in texts if (found := amounts.currency(text)) is not None}
