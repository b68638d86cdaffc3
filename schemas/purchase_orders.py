"""Purchase order logs: who was ordered what from, on which account, and what was invoiced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pandera.pandas as pa

from model.cell import column_letters
from model.issue import Issue
from model.money import ZERO, cents, spoken, total
from model.table import Stated, Table
from schemas import issues, rows
from schemas.headings import Field, Header, Shape
from schemas.judge import judge
from schemas.kind import Found, Kind
from schemas.sheet import Sheet
from schemas.values.words import Fault

FIELDS = (
    Field(
        "po_number",
        "po #|po number|po|po no|purchase order|purchase order #|purchase order number|order #|"
        "purchase order no|po num|order number|bestellnummer|bon de commande|orden de compra|p o",
        Shape.CODE,
        weight=2.5,
    ),
    Field(
        "vendor",
        "vendor|supplier|payee|company|vendor name|vendor supplier|lieferant|fournisseur|proveedor|"
        "supplier name|vendor payee|paid to",
        shape=Shape.WORDS,
        weight=1.5,
    ),
    Field(
        "account",
        "acct|account|account code|acct #|account #|code|budget code|acct code|gl code|cost code|"
        "account number|acct no|account no|coding|konto|compte|cuenta|budget line",
        Shape.CODE,
    ),
    Field(
        "date",
        "date|po date|date issued|issue date|order date|issued|date of po|date entered|datum|fecha|"
        "date created|date ordered",
        Shape.DATE,
    ),
    Field(
        "description",
        "description|desc|item|items|details|for|purpose|description of goods|goods|bezeichnung|"
        "descripcion|libelle|what|item description|goods services|description of services",
        shape=Shape.WORDS,
    ),
    Field(
        "amount",
        "amount|po amount|total|po total|cost|value|total amount|order amount|price|betrag|"
        "montant|importe|estimated amount|est amount|committed|po value|net amount|gross amount",
        Shape.MONEY,
        weight=1.5,
    ),
    Field(
        "invoiced",
        "invoiced|invoiced to date|billed|paid|paid to date|invoice total|amount invoiced|"
        "invoice amount|amount paid|actual|invoiced amount|invoiced paid|total invoiced|relieved|"
        "total paid|billed to date|rechnungsbetrag|facture|facturado",
        Shape.MONEY,
    ),
    Field("status", "status|po status|open closed|state|approval status|statut|estado"),
)
COLUMNS = tuple(field.name for field in FIELDS)
_MONEY = ("amount", "invoiced")
_NEEDED = frozenset(("po_number", "vendor", "description"))
SCHEMA = pa.DataFrameSchema(
    {name: pa.Column(object, nullable=True) for name in _MONEY}, index=pa.Index(int, unique=True)
)


def enough(_: Sheet, header: Header) -> bool:
    """A purchase order log has the orders' numbers and amounts, and whom they went to or why."""
    fields = set(header.columns)
    return {"po_number", "amount"} <= fields and bool(fields & {"vendor", "description", "account"})


def read(sheet: Sheet, found: Found) -> tuple[Table, list[Issue]]:
    """Read a purchase order log. An order whose amounts cannot be read is in no sum."""
    told = rows.sort(sheet, found)
    records: list[rows.Record] = []
    totals: list[rows.Record] = []
    made = rows.repeated_headings(sheet, found)
    for row in told.left:
        record = rows.read(sheet, found, FIELDS, row)
        reason = _reason(sheet, found, record)
        if reason is None or reason == "unreadable":
            made += rows.fault_issues(sheet, found, FIELDS, record)
        if reason is None:
            records.append(record)
            continue
        told.leave_out(row, reason)
        if reason == "subtotal":
            totals.append(record)
    table = rows.table("purchase_orders", COLUMNS, sheet, found, told, records)
    stated, differing = _stated(sheet, found, records, totals, told)
    table = replace(table, stated=stated)
    made += differing + judge(SCHEMA, table.frame, table.cell)
    made += _unnumbered(table) + _listed_twice(table)
    return table, made + rows.notes(sheet, found, FIELDS, table)


def _reason(sheet: Sheet, found: Found, record: rows.Record) -> str | None:
    """Why a row is no order that counts, if it is none."""
    values = record.values
    texts = list(rows.filled(sheet, found, record.row).values())
    faulty = [name for name in _MONEY if _is_fault(record, name)]
    figures = any(values[name] is not None for name in _MONEY) or bool(faulty)
    if any(rows.is_total(text) for text in texts[:3]) and values["vendor"] is None:
        return "subtotal"
    named = [name for name in _NEEDED if values[name]]
    if not figures:
        if len(texts) <= 2 and values["vendor"] is None:
            return "note" if rows.is_note(texts[0]) else "banner"
        return None
    if not named and values["account"] is None and values["date"] is None:
        return "subtotal"
    return "unreadable" if faulty else None


def _is_fault(record: rows.Record, name: str) -> bool:
    """Whether an amount cannot be read; an open invoice (TBD, N/A) has simply not come yet."""
    fault: Fault | None = record.faults.get(name)
    if fault is not None and name == "invoiced" and fault.code == "amount-open":
        del record.faults[name]
        return False
    return fault is not None


def _stated(
    sheet: Sheet,
    found: Found,
    records: Sequence[rows.Record],
    totals: Sequence[rows.Record],
    told: rows.Sorted,
) -> tuple[tuple[Stated, ...], list[Issue]]:
    """The log's stated totals: of all orders above, or of those since the total before."""
    stated: list[Stated] = []
    made: list[Issue] = []
    since = 0
    for line in totals:
        above = [record for record in records if record.row < line.row]
        fresh = [record for record in above if record.row > since]
        broken = any(since < row < line.row for row in told.excluded.get("unreadable", ()))
        for name in _MONEY:
            amount = line.values[name]
            if not isinstance(amount, Decimal):
                continue
            covers = min((fresh, above), key=lambda part: abs(amount - _sum(part, name)))
            cell = sheet.cell(line.row, found.header.columns[name])
            stated.append(Stated(cell, name, amount, tuple(record.row for record in covers)))
            if covers and not broken and cents(_sum(covers, name)) != cents(amount):
                made.append(_differing(sheet, stated[-1], _sum(covers, name)))
        since = line.row
    return tuple(stated), made


def _sum(records: Sequence[rows.Record], name: str) -> Decimal:
    """What some orders add up to."""
    values = (record.values[name] for record in records)
    return total(value for value in values if isinstance(value, Decimal))


def _differing(sheet: Sheet, stated: Stated, summed: Decimal) -> Issue:
    """The issue of a total that is not the sum of its orders."""
    currency = sheet.production.currency
    return issues.make(
        "stated-total-differs",
        f"The total states {spoken(stated.amount, currency)}; its {len(stated.covers)} orders add "
        f"up to {spoken(summed, currency)}, a difference of "
        f"{spoken(stated.amount - summed, currency)}.",
        stated.cell,
        expected=spoken(summed, currency),
        suggestion=f"Put a sum over column {column_letters(stated.cell.col)} in place of it.",
    )


def _unnumbered(table: Table) -> list[Issue]:
    """An issue for each order that has an amount but no number."""
    numbers = zip(table.frame.index, table.frame["po_number"], table.frame["amount"], strict=True)
    return [
        issues.make(
            "po-without-number",
            "The order has an amount but no PO number.",
            table.cell(int(label), "po_number"),
            expected="a PO number",
            suggestion="Type the order's number, or void it.",
        )
        for label, number, amount in numbers
        if number is None and (amount or ZERO) != ZERO
    ]


def _listed_twice(table: Table) -> list[Issue]:
    """An issue for each order that an earlier line repeats; splits over accounts are none."""
    seen: dict[tuple[object, ...], int] = {}
    made = []
    alike = ("po_number", "vendor", "account", "description", "amount")
    for label, *key in zip(table.frame.index, *(table.frame[name] for name in alike), strict=True):
        if key[0] is None or key[-1] is None:
            continue
        first = seen.setdefault(tuple(key), int(label))
        if first != label:
            made.append(
                issues.make(
                    "po-listed-twice",
                    f"The order {key[0]} stands on row {first} already, with the same vendor, "
                    "account and amount.",
                    table.cell(int(label), "po_number"),
                    related=(table.cell(first, "po_number"),),
                    subject=str(key[0]),
                    expected="one line an order and account",
                    suggestion="Delete the line that is left over, or number it anew.",
                )
            )
    return made


KIND = Kind(
    name="purchase_orders",
    fields=FIELDS,
    enough=enough,
    read=read,
    titles="po log|pos|purchase orders?|po register|po list|commitments",
)
