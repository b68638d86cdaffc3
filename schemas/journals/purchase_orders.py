"""Purchase order logs: who was ordered what from, on which account, and what was invoiced.

Orders that a status calls void are records like the others, and counted in the log's own totals;
the cost report leaves them out. A stated total may count them or not.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from model.issue import Issue
from model.table import Table
from schemas import issues
from schemas.finding import trade
from schemas.headings import Header, normal
from schemas.journals import by_values
from schemas.journals import words as journal_words
from schemas.journals.checks import costs, outside_production, without
from schemas.journals.journal import Journal
from schemas.journals.lines import Lines, Rules
from schemas.journals.order_fields import EXTRA, FIELDS
from schemas.journals.twice import alike, invoices
from schemas.kind import Found, Kind
from schemas.sheet import Sheet
from schemas.values.patterns import shows_date
from schemas.values.words import is_dash, is_open, listed

_MONEY = ("amount", "invoiced")


def unnumbered(sheet: Sheet, found: Found, _: Table, lines: Lines) -> list[Issue]:
    """An issue for each order that has an amount but no number ("TBD" is none)."""
    rows = (row for row, _amount in costs(lines, _MONEY[:1]))
    return [
        issues.make(
            "po-without-number",
            "The order has an amount but no PO number.",
            sheet.cell(row, found.header.columns["po_number"]),
            expected="a PO number",
            suggestion="Type the order's number, or void it.",
        )
        for row in rows
        if not _is_number(lines.at("po_number", row))
    ]


def _is_number(text: object) -> bool:
    return isinstance(text, str) and not is_dash(text) and not is_open(text)


RULES = Rules(
    money=_MONEY,
    payee="vendor",
    keys=("po_number", "date"),
    carried=("po_number", "vendor", "date"),
    accounts=True,
    extra=EXTRA,
)
JOURNAL = Journal(
    "purchase_orders",
    FIELDS,
    RULES,
    kept=("invoice_date",),
    checks=(
        unnumbered,
        alike(
            "po-listed-twice",
            ("po_number", "amount", "vendor", "account", "description"),
            ("amount",),
            at=("po_number",),
            what="order",
        ),
        without("vendor", "payee-missing", ("amount",), what="order"),
        outside_production("date"),
        invoices(("amount",), by="po_number", what="line"),
    ),
)


def settles(sheet: Sheet, header: Header) -> Header:
    """Where a column called "Paid" or "Invoiced" holds marks or dates, it is no amount.

    Where it holds the only amounts, as a log of a commercial's "Actual" does, they are the orders'.
    A bare "No." numbers the orders where the tab's title says that it lists them.
    """
    header = by_values.without_names(sheet, _with_numbers(sheet, header))
    header = by_values.with_status(sheet, header)
    header = _with_paid(sheet, header)
    col = header.columns.get("invoiced")
    if col is None:
        return header
    if _holds_amounts(sheet, header, col):
        if "amount" in header.columns:
            return header
        ordered = _ordered(sheet, header, col)
        if ordered is None:
            return header.renamed("invoiced", "amount")
        return header.with_field("amount", *ordered)
    heading = header.headings["invoiced"]
    bare = replace(
        header,
        columns={name: at for name, at in header.columns.items() if at != col},
        others=dict(header.others) | {heading: col},
    )
    marked = "status" not in header.columns and normal(heading) in _PAID
    return bare.with_field("status", heading, col) if marked else bare


def _with_paid(sheet: Sheet, header: Header) -> Header:
    """Take "Paid?" over words, beside what was billed, for how an order stands."""
    found = [
        (heading, col)
        for heading, col in header.others.items()
        if normal(heading) in _PAID
        and not _holds_amounts(sheet, header, col)
        and any(sheet.text(row, col) for row in range(header.bottom + 1, sheet.height + 1))
    ]
    lacking = "status" not in header.columns and "invoiced" in header.columns
    return header.with_field("status", *found[0]) if lacking and len(found) == 1 else header


def _ordered(sheet: Sheet, header: Header, invoiced: int) -> tuple[str, int] | None:
    """The column right before what was invoiced, if it holds amounts under an unknown heading."""
    below = range(header.bottom + 1, sheet.height + 1)
    for heading, col in header.others.items():
        filled = any(sheet.text(row, col) for row in below)
        if col == invoiced - 1 and filled and _holds_amounts(sheet, header, col):
            return heading, col
    return None


def _with_numbers(sheet: Sheet, header: Header) -> Header:
    """Take a bare "No." for the orders' number where the title speaks of orders."""
    bare = next((each for each in header.others if normal(each) in _BARE), None)
    if bare is None or "po_number" in header.columns:
        return header
    top = min(header.rows, default=1)
    above = (text for row in sheet.texts[max(0, top - 6) : top - 1] for text in row[:6])
    if not any(_ORDERS.search(normal(text)) for text in (sheet.grid.tab, *above)):
        return header
    return header.with_field("po_number", bare, header.others[bare])


_BARE = frozenset(("no", "#", "nr", "n", "num", "number", "numero", "lfd nr"))
_PAID = frozenset(("paid", "pd", "paye", "pagado", "bezahlt", "invoiced", "closed"))
"""Headings that over marks say how an order stands."""


def _holds_amounts(sheet: Sheet, header: Header, col: int) -> bool:
    """Whether a column holds an amount, or nothing at all; dates are numbers, too."""
    field = next(field for field in FIELDS if field.name == "invoiced")
    rows = range(header.bottom + 1, min(sheet.height, header.bottom + 80) + 1)
    values = {row: sheet.value(row, col, field) for row in rows if sheet.text(row, col)}
    amounts = [
        row
        for row, value in values.items()
        if isinstance(value, Decimal) and not shows_date(sheet.pattern(row, col))
    ]
    return bool(amounts) or not values


_SALES = listed("customer client clients customers buyer kunde cliente sku shipped delivered qty")
_SALES |= {"customer name", "client name", "ship date", "ship to", "sales rep", "kundenname"}
_SALES |= {"product", "unit price", "delivery date", "order status", "customer id"}


_GOODS = listed(
    "geliefert entregado livre delivered recibido lieferung qty quantity received sku shipped "
    "carrier menge cantidad quantite"
)
_GOODS |= {
    "unit price",
    "delivery date",
    "unit cost",
    "expected delivery",
    "item code",
    "price each",
}
"""Headings of an office's orders of goods, which no account is for."""


def enough(sheet: Sheet, header: Header) -> bool:
    """A purchase order log has the orders' numbers and amounts, and whom they went to or why.

    A list of sales has customers; a ledger has few orders among its postings.
    """
    fields = set(header.columns)
    if not {"po_number", "amount"} <= fields:
        return False
    if not fields & {"vendor", "description", "account"}:
        return False
    others = {normal(heading) for heading in header.others}
    if _is_refused(sheet, header):
        return False
    if "vendor" not in fields and others & _SALES:
        return False
    if "account" not in fields and (
        len(others & _GOODS) > 1
        or not (
            _PO.search(normal(header.headings.get("po_number", "")))
            or trade.speaks_of_film(sheet, header)
        )
    ):
        return False
    return numbered(sheet, header, header.columns["po_number"], header.columns["amount"]) > 0.5


def _is_refused(sheet: Sheet, header: Header) -> bool:
    """Whether a log is one of invoices, has a ledger's two sides, or is called one of hires."""
    others = {normal(heading) for heading in header.others}
    sides = [heading for heading in others if _SIDE.search(heading)]
    hired = _HIRED.search(normal(sheet.grid.tab)) and not _ORDERS.search(normal(sheet.grid.tab))
    return bool(sides) or bool(hired) or _is_register(sheet, header, others)


_SIDE = re.compile(r"\b(?:debit|credit|cr|haben|haber|debe|avere|dare)\b")
_HIRED = re.compile(
    r"\b(?:rentals?|rentas|alquil\w+|hires?|technik|miet\w*|gerate\w*|materiel|material alquilado|"
    r"matos|vehicles|vehicules|vehiculos|fahrzeuge?)\b"
)
_BILLED = re.compile(
    r"(?:inv|invoice|bill) date|date (?:de )?(?:la )?facture|fecha (?:de )?(?:la )?factura|"
    r"rechnungsdatum|re datum"
)
_INVOICES = {
    "inv no",
    "inv #",
    "invoice #",
    "invoice no",
    "invoice number",
    "no facture",
    "factura",
}
_INVOICES |= {"n facture", "no factura", "n factura", "rechnungsnummer", "rechnungs nr"}


_PO = re.compile(r"\bpo\b|purchase|\bbc\b|bon de commande|bdc|\boc\b|orden de compra")
"""What productions call an order's number; any office has "orders"."""


def _is_register(sheet: Sheet, header: Header, others: set[str]) -> bool:
    """Whether a log is one of invoices, which name the orders that they are for."""
    dates = {normal(header.headings.get("date", ""))} if "date" in header.columns else others
    dated = any(map(_BILLED.fullmatch, dates))
    return dated and bool(others & _INVOICES) and not _ORDERS.search(normal(sheet.grid.tab))


_ORDERS = re.compile(r"\bp ?os?\b|\borders?\b|commandes?|pedidos?|ordenes|bestell\w*")


def numbered(sheet: Sheet, header: Header, numbers: int, amounts: int) -> float:
    """Which share of the amounts below a heading stands beside a number; 1 where there are none."""
    rows = [
        row
        for row in range(header.bottom + 1, min(sheet.height, header.bottom + 80) + 1)
        if any(map(str.isdigit, sheet.text(row, amounts)))
        and not any(map(journal_words.closes, sheet.line(row)))
    ]
    there = sum(bool(sheet.text(row, numbers)) for row in rows)
    return there / len(rows) if len(rows) > 3 else 1.0


KIND = Kind(
    name="purchase_orders",
    fields=FIELDS,
    enough=enough,
    read=JOURNAL.read,
    kept=JOURNAL.kept,
    settles=settles,
    titles="po log|pos|purchase orders?|po register|po list|commitments|open pos?|"
    "bons? de commande|commandes|ordenes de compra|pedidos|bestellungen|bestellliste",
    trade=0.0,
    core=("po_number", "amount", "vendor description"),
    called="po|orders|order (?:book|log|list)|commandes?|bcs?|oc|ocs|ordenes|bestellbuch|"
    "bestellungen|"
    "auftrage",
    refused=_is_refused,
)
