"""Which columns of a budget hold accounts, descriptions and remarks: by heading, else by values."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schemas.budget import accounts
from schemas.budget.columns.fields import MONEY
from schemas.budget.columns.naming import DESCRIPTION, GROUPS
from schemas.budget.columns.settled import Columns, below, first_share, share
from schemas.headings import Header, normal
from schemas.sheet import Sheet
from schemas.values import codes
from schemas.values.words import listed

_NUMBERS = listed("no # n nr num pos number numero nummer")
"""Headings of account numbers left of the descriptions, of quantities right of them."""
_ADDED = ("+", "&")
"""Signs that begin no number's heading: "+ P.O.s" adds orders up, "Pos." numbers positions."""
_GROUPS, _DESCRIBES = frozenset(GROUPS.split("|")), frozenset(DESCRIPTION.split("|"))
_REMARKS = re.compile(
    r".*\b(?:notes?|comments?|remarks?|obs|observ\w+|bemerk\w*|anmerk\w*|anm|hinweise?|why|"
    r"kommentare?|remarques?|commentaires?|notas?|explan\w+|reasons?|justif\w+|begrundung|grund|"
    r"motivos?|raisons?|aclarac\w+|coment\w+)\b.*"
)
TITLES = (
    "budget|budgets|cost report|cost to complete|weekly cost|costs|estimate|bid|kalkulation|"
    "kostenstand|kostenplan|kostenubersicht|devis|suivi budgetaire|presupuesto|costo|a z"
)
"""What tabs of a production's budget are called."""
TITLE = re.compile(
    rf"\b(?:{TITLES}|top ?sheet|ppto|bgt|summary of costs?|cost summary|recap devis|bid summary|"
    r"zusammenstellung|kalk|account level|accts?|accounts)\b"
)
_DATES = re.compile(r"\b(?:date|dates|datum|fecha|day|jour|tag)\b")


def number(sheet: Sheet, header: Header, columns: Columns, counts: str = "") -> None:
    """A "No." right of the descriptions counts things; a "Pos." left of them numbers accounts.

    ``counts`` is the field that it is then, where the kind has one.
    """
    account, words = columns.fields.get("account"), columns.fields.get("description")
    orders = columns.fields.get("commitments")
    if orders and account is None and not columns.headings["commitments"].startswith(_ADDED):
        coded = share(sheet, below(sheet, header), orders, accounts.is_code, 3) > 0.7
        if (words and orders < words) or (not words and coded):
            columns.call("commitments", "account")
    if account is None or columns.heading("account") not in _NUMBERS:
        return
    rows, taken = below(sheet, header), set(columns.fields.values())
    left = (col for col in range(account - 1, 0, -1) if col not in taken)
    if (words and words < account) or first_share(sheet, rows, left, _is_words, 0.5):
        if counts and counts not in columns.fields:
            columns.call("account", counts)
        else:
            columns.drop("account")


def settle(sheet: Sheet, header: Header, columns: Columns) -> None:
    """Find accounts, descriptions and remarks that have no heading, or another's."""
    rows = below(sheet, header)
    _grouped(columns)
    second = header.repeated.get("account")
    fields = columns.fields
    if "description" not in fields and "account" in fields and second is not None:
        _two_accounts(sheet, rows, columns, second)
    _changed_over(sheet, rows, columns)
    _without_heading(sheet, rows, columns)
    if "notes" not in fields:
        _remarks(sheet, rows, columns)


def _grouped(columns: Columns) -> None:
    """A "Category" beside an "Item" groups the lines; the item describes them."""
    if columns.heading("description") not in _GROUPS:
        return
    for heading, col in columns.others.items():
        if normal(heading) in _DESCRIBES - _GROUPS:
            columns.drop("description")
            columns.take("description", col)
            return


def _two_accounts(sheet: Sheet, rows: Sequence[int], columns: Columns, second: int) -> None:
    """Of "Acct No." and "Account" the one has the codes, the other the names."""
    first = columns.fields["account"]
    coded = {col: share(sheet, rows, col, accounts.is_code) for col in (first, second)}
    if coded[second] > coded[first]:
        columns.call("account", "description")
        columns.take("account", second)
    else:
        columns.take("description", second)


def _changed_over(sheet: Sheet, rows: Sequence[int], columns: Columns) -> None:
    """An "Account" over names alone describes; a "Section" over codes alone is the account.

    A "Position" over numbers is one beside a "Name".
    """
    fields = columns.fields
    if "account" in fields and "description" not in fields:
        col = fields["account"]
        named = share(sheet, rows, col, _is_words) > 0.7
        if named and share(sheet, rows, col, _holds_both) <= 0.5:
            columns.call("account", "description")
    elif "description" in fields and "account" not in fields:
        col = fields["description"]
        right = _free(columns, range(col + 1, _first_money(columns)))
        coded = share(sheet, rows, col, accounts.is_code, 3) > 0.7
        if coded and first_share(sheet, rows, right, _is_words, 0.6):
            columns.call("description", "account")


def _without_heading(sheet: Sheet, rows: Sequence[int], columns: Columns) -> None:
    """Find accounts and descriptions that have no heading, or share one column."""
    fields, first = columns.fields, _first_money(columns)
    if "description" not in fields and "account" not in fields:
        left = _free(columns, range(first - 1, 0, -1))
        named = [col for col in left if share(sheet, rows, col, _is_words) > 0.5]
        if named:
            columns.take("description", max(named, key=lambda col: _filled(sheet, rows, col)))
    if "account" not in fields and "description" in fields:
        words = fields["description"]
        left = _free(columns, range(words - 1, 0, -1))
        col = first_share(sheet, rows, left, accounts.is_code, 0.6)
        if col is not None:
            columns.take("account", col)
        elif share(sheet, rows, words, _holds_both) > 0.5:
            columns.call("description", "account")
            columns.headings["account"] = ""
    elif "account" in fields and "description" not in fields:
        right = _free(columns, range(fields["account"] + 1, first))
        if (col := first_share(sheet, rows, right, _is_words, 0.6)) is not None:
            columns.take("description", col)


def _filled(sheet: Sheet, rows: Sequence[int], col: int) -> int:
    """How many lines a column says something of: each has a description, not each what it is of."""
    return sum(bool(sheet.text(row, col)) for row in rows)


def _first_money(columns: Columns) -> int:
    """The first column of money; 0 where there is none."""
    return min((columns.fields[name] for name in MONEY if name in columns.fields), default=0)


def _free(columns: Columns, span: range) -> list[int]:
    """The columns of a span that are no field yet, and no dates."""
    taken = set(columns.fields.values())
    taken |= {col for heading, col in columns.others.items() if _DATES.search(normal(heading))}
    return [col for col in span if col not in taken]


def _remarks(sheet: Sheet, rows: Sequence[int], columns: Columns) -> None:
    """Remarks under a heading that only contains the word: "Budget notes", "why??"."""
    for heading, col in columns.others.items():
        said = _REMARKS.fullmatch(normal(heading)) is not None
        if said and share(sheet, rows, col, _is_said, 1) > 0.5:
            columns.take("notes", col)
            return


def _is_said(text: str) -> bool:
    return any(map(str.isalpha, text))


def _holds_both(text: str) -> bool:
    """Whether a cell has a code and a name: "1101 Story"."""
    return codes.split(text) is not None


def _is_words(text: str) -> bool:
    return any(map(str.isalpha, text)) and not accounts.is_code(text)
