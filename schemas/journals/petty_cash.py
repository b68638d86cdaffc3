"""Petty cash: receipts by envelope and custodian; card reports kept the same way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise, takewhile

from model.money import ZERO
from schemas.budget.columns.settled import below, figures
from schemas.finding import trade
from schemas.headings import Header, normal
from schemas.journals import by_values
from schemas.journals.checks import outside_production, without
from schemas.journals.journal import Journal
from schemas.journals.lines import Rules
from schemas.journals.petty_cash_fields import EXTRA, FIELDS
from schemas.journals.twice import alike
from schemas.kind import Kind
from schemas.sheet import Sheet
from schemas.values.words import fold

RULES = Rules(
    money=("amount", "tax"),
    payee="vendor",
    keys=("date",),
    carried=("date", "vendor"),
    stands=("envelope", "custodian"),
    spoken=("envelope", "custodian"),
    cash=True,
    extra=EXTRA,
)
JOURNAL = Journal(
    "petty_cash",
    FIELDS,
    RULES,
    kept=("status",),
    checks=(
        alike(
            "receipt-listed-twice",
            ("date", "vendor", "amount", "description", "account", "receipt", "bill"),
            ("amount",),
            at=("amount",),
            what="receipt",
        ),
        without("account", "posting-without-account", ("amount",), what="receipt"),
        without("vendor", "payee-missing", ("amount",), instead=("description",), what="receipt"),
        outside_production("date"),
    ),
)

_TITLE = (
    "p ?cards?|petty cash|pettycash|pc envelopes?|pc log|p cash|pc|petty cash report|"
    "petite caisse|caisse|caja chica|fondo de caja|handkass[ae]|portokass[ae]|kassenbuch|"
    "barkass[ae]|"
    "kassenabrechnung|envelope"
)
_TITLED = re.compile(
    r"\b(?:petty ?cash|pc (?:envelopes?|log|report|recap|float|\d+)|petite caisse|caisse regie|"
    r"caisse de (?:regie|production|tournage)|regies? d ?avances?|menues depenses|"
    r"fonds? de roulement|fondos? (?:a|por) rendir|fondo fijo|caja menor|caja chica|"
    r"caja de produccion|handkass[ae]|"
    r"portokass[ae]|barkass[ae]|kassen?abrechnung|drehkass[ae]|produktionskass[ae]|p ?cards?|"
    r"(?:purchas(?:ing|e)|production|credit) cards?|kreditkarte\w*|firmenkarte\w*|"
    r"carte (?:bancaire|affaires|de production)|tarjeta (?:de credito|de produccion)|"
    r"float (?:(?:#|no|nr|number) )?\d+|floats?$|envelope (?:#|no|number)|custodian)\b"
)
_OFFICE = {
    "voucher",
    "voucher #",
    "voucher no",
    "approved by",
    "authorized by",
    "category",
    "left in tin",
}
"""Headings of an office's petty cash, which is for no account."""
_CASH = re.compile(
    r"\b(?:caisse|caja|kass[ae]|kassen?(?:buch|blatt)|cash (?:float|envelope|report))\b"
)
_SLIPS = re.compile(
    r"\b(?:receipts?|recus|belege|quittungen|tickets|recibos|cash (?:book|vouchers?))\b"
)
"""What a small production calls it, beside its other tabs."""
_INCOME = re.compile(
    r"\b(?:income|cash in|money in|received|deposits?|sales|recettes?|encaissements?|entrees?|"
    r"ingresos?|entradas?|einnahmen?|eingang|umsatz)\b"
)


_HEADINGS = 3
"""Texts of the first row that is none of a tab's titles, which are of every table below."""


def enough(sheet: Sheet, header: Header) -> bool:
    """Petty cash has receipts (dates, what for, amounts) of an envelope or of its holder.

    Where neither is a column, the title or the rows above the headings say so; an expense report,
    a bank statement and a sales list do not.
    """
    fields = set(header.columns)
    if not {"date", "amount"} <= fields or not fields & {"vendor", "description"}:
        return False
    if "envelope" in fields:
        return True
    if titled(sheet, header):
        office = any(_is_office(normal(text)) for text in header.others)
        return "account" in fields or (not office and trade.speaks_of_film(sheet, header))
    holder = normal(header.headings.get("custodian", ""))
    named = bool(
        re.search(r"custod|holder|detent|deposit|titular|kassen|inhaber|titulaire", holder)
    )
    return named and bool(fields & {"account", "tax"})


def _is_office(heading: str) -> bool:
    """Whether a heading is of an office's petty cash: vouchers, what is left in the tin."""
    return heading in _OFFICE or heading.split()[-1:] in (["tin"], ["voucher"])


def titled(sheet: Sheet, header: Header) -> bool:
    """Whether the tab's title or the rows above the headings speak of petty cash.

    A cash box alone may be a shop's: it must be coded to accounts, and take nothing in beside
    tabs that do not speak of film.
    """
    top = min(header.rows, default=1)
    titles = list(takewhile(lambda row: sum(map(bool, row)) < _HEADINGS, sheet.texts[: top - 1]))
    near = sheet.texts[max(len(titles), top - 12) : top - 1]
    above = [text for row in (*titles, *near) for text in row[:12] if text]
    said = [normal(fold(text)) for text in (sheet.grid.tab, *above)]
    if any(map(_TITLED.search, said)):
        return True
    if sheet.of_film and "account" in header.columns and any(map(_SLIPS.search, said)):
        return True
    return (
        "account" in header.columns
        and not _takes_in(sheet, header)
        and any(map(_CASH.search, said))
    )


def _takes_in(sheet: Sheet, header: Header) -> bool:
    """Whether a cash book has a column of what comes in and is no film's, where floats do."""
    if sheet.of_film and "account" in header.columns:
        return False
    return any(_INCOME.search(normal(heading)) for heading in header.others)


_TAX = re.compile(r"\b(?:vat|tva|mwst|ust|iva|gst|hst|tax\w*)\b")
_FEW_TAXED = 2
_LARGEST_TAX = Decimal("0.3")
"""The share of an amount that no tax within it is more than."""


def settles(sheet: Sheet, header: Header) -> Header:
    """Tell what was paid from the tax within it, and find envelopes that no heading names."""
    header = _with_tax(sheet, header)
    dated = "date" in header.columns
    return by_values.with_envelopes(sheet, header) if dated and titled(sheet, header) else header


def _with_tax(sheet: Sheet, header: Header) -> Header:
    """Tell what was paid from the tax within it, by which holds more.

    "incl. VAT" right of "Total paid" is the part of it that is VAT; above a lone column it is what
    was paid.
    """
    tax = header.columns.get("amount")
    if tax is None or "tax" in header.columns or not _TAX.search(header.headings["amount"].lower()):
        return header
    rows = below(sheet, header)
    held = {row: value for row, value in figures(sheet, rows, tax).items() if value}
    for heading, col in header.others.items():
        paid = figures(sheet, rows, col)
        part = all(
            abs(value) <= _LARGEST_TAX * abs(paid.get(row, ZERO)) for row, value in held.items()
        )
        if len(paid) > len(held) >= _FEW_TAXED and part and not _is_left(paid, held):
            return header.renamed("amount", "tax").with_field("amount", heading, col)
    return header


def _is_left(balances: Mapping[int, Decimal], paid: Mapping[int, Decimal]) -> bool:
    """Whether a column is what is left after each payment, of a float or on an account."""
    steps = [
        abs(balances[row] - balances[before]) == abs(paid.get(row, ZERO))
        for before, row in pairwise(sorted(balances))
    ]
    return sum(steps) * 2 > len(steps)


KIND = Kind(
    name="petty_cash",
    fields=FIELDS,
    enough=enough,
    read=JOURNAL.read,
    kept=JOURNAL.kept,
    settles=settles,
    titles=_TITLE,
    apart=True,
    core=("date", "amount", "vendor description custodian"),
    called="cash|cash (?:book|vouchers?|sheets?|expenses?)|vouchers?|imprest|receipts?|floats?|"
    "kitty|"
    "expenses?|out of pockets?|reimbursements?|recus|depenses|notes de frais|menues depenses|"
    "belege|barauslagen|auslagen|kasse|kassa|fondo por rendir|fondos? a rendir|fondo fijo|"
    "rendicion(?:es)?(?: de (?:fondos|gastos|cuentas))?|viaticos|gastos(?: menores)?|comprobantes|"
    "caja|recibos|tickets",
    refused=_takes_in,
)
