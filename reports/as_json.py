"""What `topsheet check --json` prints: tables, issues, what could not be checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import pandas as pd

from model.cell import Cell, column_letters
from model.issue import Issue
from model.money import plain, total
from model.table import Table
from reports.costs_as_json import costs_json
from reports.sheet_health import record_count, true_lines
from schemas import FURTHER
from transforms.results import Results

MONEY_FIELDS = frozenset(
    {
        "budget",
        "approved_changes",
        "revised_budget",
        "actual_period",
        "actual_to_date",
        "commitments",
        "total_cost",
        "etc",
        "efc",
        "variance",
        "subtotal",
        "amount",
        "invoiced",
        "tax",
        "gross",
        "fringe",
        "debit",
        "credit",
        "fee",
        "premium",
    }
)
"""Fields that hold amounts which add up; a sum of rates says nothing."""

EXCLUDED_KEYS = ("subtotal", "banner", "blank", "struck", "special", "unreadable")
_REMARKS = frozenset(("note", "blank"))
_FOLDED = {"total": "subtotal", "grand_total": "subtotal", "section_total": "subtotal"}
"""Reasons that are told under another's name; what is none of all these is front matter, like a
banner: repeated headings, notes."""


def check_json(workbook: str, locale: str, currency: str, results: Results) -> dict[str, Any]:
    """Everything that was read and found, JSON-serialisable. Dates are ISO, money is text.

    ``workbook`` names the run's spreadsheet or production. Where the results come from several
    spreadsheets, every tab and issue names its own, and an issue those of its related cells.
    """
    several = len(_books(results)) > 1
    tabs = [
        *(_table(table, several=several) for table in results.tables),
        *(_nothing(cell, several=several) for cell in results.unrecognised),
    ]
    costs = costs_json(results.cost_report)
    return {
        "workbook": workbook,
        "locale": locale,
        "currency": currency,
        "tabs": tabs,
        "issues": [_issue(issue, several=several) for issue in results.issues],
        "not_checked": [
            {"rule": each.rule, "needs": each.needs.replace("\n", "; ")}
            for each in results.not_checked
        ],
        **({"costs": costs} if costs else {}),
    }


def _books(results: Results) -> set[str]:
    """The spreadsheets that the results come from."""
    books = {place.book for table in results.tables for place in table.places}
    books |= {cell.book for cell in results.unrecognised}
    return books | {issue.at.book for issue in results.issues}


def _table(table: Table, *, several: bool) -> dict[str, Any]:
    place = table.place
    entry = {
        "tab": place.tab,
        "kind": table.kind,
        "range": table.block.a1,
        "confidence": round(table.confidence, 3),
        "header_rows": list(table.header_rows),
        "records": record_count(table),
        "columns": {field: column_letters(place.columns[field]) for field in _fields(table)},
        "totals": _totals(table),
        "excluded_rows": excluded_rows(_within(table)),
        "special_totals": {name: plain(sum_) for name, sum_ in table.special_totals.items()},
        "other_columns": [*table.other_columns, *_further(table)],
    }
    if table.superseded:
        entry["superseded"] = True
    return {"workbook": place.book, **entry} if several else entry


def _fields(table: Table) -> list[str]:
    """The canonical fields that the tab has."""
    further = FURTHER.get(table.kind, frozenset())
    return [field for field in table.place.columns if field not in further]


def _further(table: Table) -> list[str]:
    """The headings of columns that are read, but are no canonical field: a one-liner's dates."""
    further = FURTHER.get(table.kind, frozenset())
    return [table.headings.get(field, field) for field in table.place.columns if field in further]


def _nothing(cell: Cell, *, several: bool) -> dict[str, Any]:
    """A tab that was taken for nothing: the same keys, empty."""
    entry: dict[str, Any] = {
        "tab": cell.tab,
        "kind": None,
        "range": "",
        "confidence": 0.0,
        "header_rows": [],
        "records": 0,
        "columns": {},
        "totals": {},
        "excluded_rows": excluded_rows({}),
        "special_totals": {},
        "other_columns": [],
    }
    return {"workbook": cell.book, **entry} if several else entry


def _totals(table: Table) -> dict[str, str]:
    """Each amount's sum over the true lines, by field, for the fields that the tab has.

    Of a line with an amount that cannot be read, the others count in their columns.

    Amounts in another currency are in none, but where all of a column are or where the sheet's own
    totals have them in. Pages are summed to the eighth: "12.375".
    """
    lines = true_lines(table)
    sums = {
        field: plain(total([*_amounts(_own(table, field, lines[field])), *_half(table, field)]))
        for field in table.place.columns
        if field in MONEY_FIELDS and field in lines
    }
    if "pages" in table.place.columns and "pages" in lines:
        sums["pages"] = f"{total(_amounts(lines['pages'])).normalize():f}"
    return sums


def _half(table: Table, field: str) -> list[Decimal]:
    """What lines that cannot be read whole have in a field."""
    return [amounts[field] for amounts in table.half_read.values() if field in amounts]


def _own(table: Table, field: str, values: pd.Series[Any]) -> pd.Series[Any]:
    """A field's values without those in another currency that the sheet does not add up either."""
    abroad = set(table.currencies.get(field, ()))
    own = values[~values.index.isin(list(abroad))]
    if not abroad or not any(_amounts(own)):
        return values
    added = any(
        stated.amount == total(_amounts(values.reindex(list(stated.covers))))
        for stated in table.stated
        if stated.field == field and abroad & set(stated.covers)
    )
    return values if added else own


def _amounts(values: pd.Series[Any]) -> Iterable[Decimal]:
    return (value for value in values.tolist() if isinstance(value, Decimal) and value.is_finite())


def _within(table: Table) -> dict[str, tuple[int, ...]]:
    """The rows left out but for remarks below all else, which are no part of the table."""
    rest = (rows for reason, rows in table.excluded.items() if reason not in _REMARKS)
    last = max([*map(int, table.frame.index), *(row for rows in rest for row in rows)], default=0)
    return {
        reason: tuple(row for row in rows if reason != "note" or row < last)
        for reason, rows in table.excluded.items()
    }


def excluded_rows(excluded: Mapping[str, Iterable[int]]) -> dict[str, list[int]]:
    """Rows left out, under exactly the documented reasons."""
    rows: dict[str, set[int]] = {key: set() for key in EXCLUDED_KEYS}
    for reason, numbers in excluded.items():
        key = reason if reason in rows else _FOLDED.get(reason, "banner")
        rows[key].update(int(number) for number in numbers)
    return {key: sorted(numbers) for key, numbers in rows.items()}


def _issue(issue: Issue, *, several: bool) -> dict[str, Any]:
    entry = {
        "rule": issue.code,
        "severity": issue.severity.value,
        "tab": issue.at.tab,
        "a1": issue.at.a1,
        "message": issue.message,
        "related": [str(cell) for cell in issue.related],
        "subject": issue.subject,
        "dates": [day.isoformat() for day in issue.dates],
        "cost": plain(issue.cost.amount) if issue.cost else None,
    }
    if several:
        books = [cell.book for cell in issue.related]
        return {"workbook": issue.at.book, **entry, "related_workbooks": books}
    return entry
