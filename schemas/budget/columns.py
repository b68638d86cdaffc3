"""A budget's columns settled by each other and by what stands below: which total is the budget.

One heading says little: "Total" is the budget of a topsheet, and the cost of a cost report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from schemas.budget import accounts
from schemas.budget.detail_fields import COUNTING
from schemas.budget.fields import DESCRIPTION, GROUPS, MONEY
from schemas.headings import Header, normal
from schemas.sheet import Sheet
from schemas.values import amounts, codes
from schemas.values.words import listed

_SAMPLE = 60
_NUMBERS = listed("no # n nr num pos number numero nummer")
"""Headings of account numbers left of the descriptions, of quantities right of them."""
_GROUPS, _DESCRIBES = frozenset(GROUPS.split("|")), frozenset(DESCRIPTION.split("|"))
_TOTALS = re.compile(
    r"(?:grand |sub ?)?totals?(?: (?:cost|costs|eur|usd|gbp|cad|aud|ht|netto|amount))?|gesamt|"
    r"summe|gesamtsumme|cout total|couts totaux|total general|gesamtkosten|total kosten"
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
_BIDS = re.compile(r"(?:est|estimated|projected|anticipated|expected) (?:totals?|costs?|spend)")
_SPENT = frozenset(("actual_to_date", "actual_period", "commitments"))
_BUDGETS = frozenset(("budget", "revised_budget"))


@dataclass(slots=True)
class _Columns:
    """A header's columns while they are being settled."""

    fields: dict[str, int]
    headings: dict[str, str]
    others: dict[str, int]

    def heading(self, name: str) -> str:
        """A field's heading, as its words alone."""
        return normal(self.headings.get(name, ""))

    def call(self, old: str, new: str) -> None:
        """Take one field's column for another field."""
        self.fields[new] = self.fields.pop(old)
        self.headings[new] = self.headings.pop(old, "")

    def drop(self, name: str) -> None:
        """A field's column is none: keep it among the others."""
        self.others[self.headings.pop(name, name)] = self.fields.pop(name)

    def take(self, name: str, col: int) -> None:
        """Give a field a column that bore no field's heading, or another's."""
        shown = next((heading for heading, at in self.others.items() if at == col), "")
        self.others = {heading: at for heading, at in self.others.items() if at != col}
        self.fields[name], self.headings[name] = col, shown


def settle(
    sheet: Sheet, header: Header
) -> tuple[Mapping[str, int], Mapping[str, str], Mapping[str, int]]:
    """What a budget's header becomes: its columns, headings and other columns."""
    columns = _Columns(dict(header.columns), dict(header.headings), dict(header.others))
    _numbers(sheet, header, columns)
    _money(sheet, header, columns)
    _names(sheet, header, columns)
    pinned = sheet.override.columns if sheet.override else {}
    columns.fields |= {name: header.columns[name] for name in pinned if name in header.columns}
    return columns.fields, columns.headings, columns.others


def settle_detail(
    sheet: Sheet, header: Header
) -> tuple[Mapping[str, int], Mapping[str, str], Mapping[str, int]]:
    """What a detail's header becomes."""
    columns = _Columns(dict(header.columns), dict(header.headings), dict(header.others))
    _numbers(sheet, header, columns, "quantity")
    _own_currency(sheet, header, columns)
    fields, counted = columns.fields, header.repeated.get("quantity")
    sign = header.repeated.get("budget")
    if sign and "rate" not in fields and sheet.text(header.bottom, sign) in ("$", "£", "€"):
        columns.take("rate", sign)  # "$" beside a "Total": what one of them costs
    if columns.heading("quantity") in ("amount", "amt"):
        if counted is not None and "budget" not in fields:
            columns.call("quantity", "budget")
            columns.take("quantity", counted)
        elif fields["quantity"] > fields.get("rate", 0) and "subtotal" not in fields:
            columns.call("quantity", "subtotal" if "budget" in fields else "budget")
    uncounted = "quantity" not in fields and "unit" in fields
    if uncounted and _share(sheet, header, fields["unit"], _is_number) > 0.6:
        columns.call("unit", "quantity")
    _names(sheet, header, columns)
    _counted(sheet, header, columns)
    pinned = sheet.override.columns if sheet.override else {}
    columns.fields |= {name: header.columns[name] for name in pinned if name in header.columns}
    return columns.fields, columns.headings, columns.others


def _counted(sheet: Sheet, header: Header, columns: _Columns) -> None:
    """A count whose heading names something else too: "Nombre", "Nº" right of the descriptions."""
    words = columns.fields.get("description", 0)
    for heading, col in list(columns.others.items()):
        if "quantity" in columns.fields or normal(heading) not in COUNTING or col < words:
            continue
        if _share(sheet, header, col, _is_number) > 0.6:
            columns.take("quantity", col)


def _is_number(text: str) -> bool:
    return re.fullmatch(r"\d+(?:[.,]\d+)?", text) is not None


def _numbers(sheet: Sheet, header: Header, columns: _Columns, counts: str = "") -> None:
    """A "No." right of the descriptions counts things; a "Pos." left of them numbers accounts."""
    account, words = columns.fields.get("account"), columns.fields.get("description")
    orders = columns.fields.get("commitments")
    if orders and words and orders < words and account is None:
        columns.call("commitments", "account")
    if account is None or columns.heading("account") not in _NUMBERS:
        return
    left = range(account - 1, 0, -1)
    if (words and words < account) or (
        _last_share(sheet, header, left, set(columns.fields.values()), _is_words, 0.5)
    ):
        if counts and counts not in columns.fields:
            columns.call("account", counts)
        else:
            columns.drop("account")


def _money(sheet: Sheet, header: Header, columns: _Columns) -> None:
    """Settle which money column is which."""
    fields = columns.fields
    for name in [name for name in fields if name in MONEY and "%" in columns.heading(name)]:
        columns.drop(name)
    _own_currency(sheet, header, columns)
    if "actual_to_date" not in fields and columns.heading("total_cost") == "actual total":
        columns.call("total_cost", "actual_to_date")
    unbudgeted = not (_BUDGETS | {"etc"}) & fields.keys()
    if "efc" in fields and unbudgeted and _BIDS.fullmatch(columns.heading("efc")):
        columns.call("efc", "budget")
    _lone_total(columns)
    _second_budget(columns)
    _leftovers(columns)


def _lone_total(columns: _Columns) -> None:
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


def _second_budget(columns: _Columns) -> None:
    """Of two budgets the later one is the revised: "Original budget", then "Approved budget"."""
    if "budget" not in columns.fields or "revised_budget" in columns.fields:
        return
    for heading, col in list(columns.others.items()):
        if _LATER.fullmatch(normal(heading)) and col > columns.fields["budget"]:
            columns.take("revised_budget", col)
            return


def _leftovers(columns: _Columns) -> None:
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


def _own_currency(sheet: Sheet, header: Header, columns: _Columns) -> None:
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


def _grouped(columns: _Columns) -> None:
    """A "Category" beside an "Item" groups the lines; the item describes them."""
    if columns.heading("description") not in _GROUPS:
        return
    for heading, col in columns.others.items():
        if normal(heading) in _DESCRIBES - _GROUPS:
            columns.drop("description")
            columns.take("description", col)
            return


def _names(sheet: Sheet, header: Header, columns: _Columns) -> None:
    """Find accounts and descriptions that have no heading, or share one column."""
    _grouped(columns)
    fields = columns.fields
    first = min((fields[name] for name in MONEY if name in fields), default=0)
    taken = set(fields.values())
    second = header.repeated.get("account")
    if "description" not in fields and "account" in fields and second is not None:
        _two_accounts(sheet, header, columns, second)
    if "description" not in fields and "account" not in fields:
        col = _last_share(sheet, header, range(first - 1, 0, -1), taken, _is_words, 0.5)
        if col is not None:
            columns.take("description", col)
    if "account" not in fields and "description" in fields:
        words = fields["description"]
        col = _last_share(sheet, header, range(words - 1, 0, -1), taken, accounts.is_code, 0.6)
        if col is not None:
            columns.take("account", col)
        elif _share(sheet, header, words, lambda text: codes.split(text) is not None) > 0.5:
            columns.call("description", "account")
            columns.headings["account"] = ""
    elif "account" in fields and "description" not in fields:
        span = range(fields["account"] + 1, first)
        col = _last_share(sheet, header, span, taken, _is_words, 0.6)
        if col is not None:
            columns.take("description", col)


def _two_accounts(sheet: Sheet, header: Header, columns: _Columns, second: int) -> None:
    """Of "Acct No." and "Account" the one has the codes, the other the names."""
    first = columns.fields["account"]
    coded = {col: _share(sheet, header, col, accounts.is_code) for col in (first, second)}
    if coded[second] > coded[first]:
        columns.call("account", "description")
        columns.take("account", second)
    else:
        columns.take("description", second)


def _is_words(text: str) -> bool:
    return any(map(str.isalpha, text)) and not accounts.is_code(text)


def _last_share(
    sheet: Sheet,
    header: Header,
    span: range,
    taken: set[int],
    test: Callable[[str], bool],
    least: float,
) -> int | None:
    """The first column of a span whose cells pass a test by and large."""
    free = (col for col in span if col not in taken)
    return next((col for col in free if _share(sheet, header, col, test) > least), None)


def _share(sheet: Sheet, header: Header, col: int, test: Callable[[str], bool]) -> float:
    """Which share of a column's filled cells passes a test; the first sixty rows are asked."""
    rows = range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1)
    texts = [text for row in rows if (text := sheet.text(row, col))]
    return sum(map(test, texts)) / len(texts) if len(texts) > 1 else 0.0
