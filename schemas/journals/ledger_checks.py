"""What is checked of a ledger: its two sides, entries that balance, splits of an invoice."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from model.issue import Issue
from model.money import ZERO, cents, spoken
from model.table import Table
from schemas import issues
from schemas.journals.lines import Lines
from schemas.kind import Found
from schemas.sheet import Sheet


def both_sides(sheet: Sheet, found: Found, _: Table, lines: Lines) -> list[Issue]:
    """An issue for each posting with a debit and a credit, where hardly any has both."""
    col = found.header.columns.get("credit")
    if col is None or "debit" not in lines.columns:
        return []
    sides = zip(lines.records, lines.of("debit"), lines.of("credit"), strict=True)
    both = [row for row, debit, credit in sides if debit and credit]
    if len(both) > 1 and len(both) * 5 > len(lines.records):
        return []
    return [
        issues.make(
            "debit-and-credit",
            "The posting has both a debit and a credit.",
            sheet.cell(row, col),
            related=(sheet.cell(row, found.header.columns["debit"]),),
            expected="an amount on one side",
            suggestion="Clear the side that is wrong, or split the posting in two.",
        )
        for row in both
    ]


def unbalanced(sheet: Sheet, found: Found, _: Table, lines: Lines) -> list[Issue]:
    """An issue for each entry whose debits are not its credits, in a double-entry journal.

    A ledger is one where three entries or more, and four in five, balance by their source.
    """
    if not {"debit", "credit", "source"} <= set(lines.columns):
        return []
    entries: defaultdict[object, list[int]] = defaultdict(list)
    for row, source in zip(lines.records, lines.of("source"), strict=True):
        if isinstance(source, str) and any(map(str.isdigit, source)):
            entries[source].append(row)
    differences = {source: _difference(lines, rows) for source, rows in entries.items()}
    balanced = [
        source for source, rows in entries.items() if len(rows) > 1 and not differences[source]
    ]
    if len(balanced) < 3 or len(balanced) * 5 < len(entries) * 4:
        return []
    col = found.header.columns["source"]
    return [
        issues.make(
            "journal-unbalanced",
            f"The debits of entry {source} are not its credits: they differ by "
            f"{spoken(abs(off), sheet.production.currency)}.",
            sheet.cell(entries[source][0], col),
            related=tuple(sheet.cell(row, col) for row in entries[source][1:]),
            subject=str(source),
            expected="debits and credits that are equal",
            suggestion="Find the side that is missing or mistyped.",
        )
        for source, off in differences.items()
        if off
    ]


def _difference(lines: Lines, rows: list[int]) -> Decimal:
    """Debits less credits of some postings, to the cent."""
    return cents(
        sum(
            (
                (lines.amount("debit", row) or ZERO) - (lines.amount("credit", row) or ZERO)
                for row in rows
            ),
            ZERO,
        )
    )


def splits(sheet: Sheet, _found: Found, _: Table, lines: Lines) -> list[Issue]:
    """An issue for each invoice whose lines do not add up to the total that they state for it."""
    needed = {"invoice", "vendor", "invoice_total"}
    money = "debit" if "debit" in lines.columns else "amount"
    if not needed <= set(lines.columns) or money not in lines.columns:
        return []
    groups: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for row, *key in zip(lines.records, lines.of("vendor"), lines.of("invoice"), strict=True):
        if all(key):
            groups[tuple(key)].append(row)
    made = []
    for rows in groups.values():
        stated = {value for row in rows if (value := lines.amount("invoice_total", row))}
        amounts = [lines.amount(money, row) or ZERO for row in rows]
        if "credit" in lines.columns:
            amounts = [
                amount - (lines.amount("credit", row) or ZERO)
                for row, amount in zip(rows, amounts, strict=True)
            ]
        if len(stated) != 1 or min(amounts) < 0:
            continue
        (total,), summed = stated, sum(amounts, ZERO)
        if cents(total) != cents(summed):
            made.append(_split(sheet, lines, rows, total, summed))
    return made


def _split(sheet: Sheet, lines: Lines, rows: list[int], total: Decimal, summed: Decimal) -> Issue:
    """The issue of splits that do not add up."""
    row = next(row for row in rows if lines.at("invoice_total", row))
    currency = sheet.production.currency
    return issues.make(
        "split-differs",
        f"Invoice {lines.at('invoice', row)} is stated as {spoken(total, currency)}; "
        f"its {len(rows)} lines add up to {spoken(summed, currency)}.",
        sheet.cell(row, lines.extra["invoice_total"]),
        subject=str(lines.at("vendor", row)),
        expected=spoken(summed, currency),
        suggestion="Correct the split, or add the line that is missing.",
    )
