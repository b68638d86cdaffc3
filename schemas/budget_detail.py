"""The detail of a budget: the lines that make up each account. Read, but in no sum of accounts."""

from __future__ import annotations

from dataclasses import replace

import pandera.pandas as pa

from model.issue import Issue
from model.table import Table
from schemas import accounts, rows
from schemas.budget_fields import FIELDS as BUDGET_FIELDS
from schemas.headings import Field, Header, Shape
from schemas.judge import judge
from schemas.kind import Found, Kind
from schemas.sheet import Sheet
from schemas.values import codes

_TAKEN = ("budget", "total_cost", "actual_period", "approved_changes")
FIELDS = (
    *(field for field in BUDGET_FIELDS if field.name not in _TAKEN),
    Field(
        "budget",
        "total|budget|line total|amount total|total budget|extended|ext|total amount|account total",
        Shape.MONEY,
        weight=1.0,
    ),
    Field("quantity", "amount|qty|quantity|no of units|#|amt|number|days|weeks", Shape.NUMBER),
    Field("unit", "unit|units|unit type|uom|per|type"),
    Field("times", "x|times|x times|multiplier|mult", Shape.NUMBER, weight=1.5),
    Field("rate", "rate|price|unit price|cost per unit|unit cost|rate per unit", Shape.MONEY),
    Field("subtotal", "subtotal|sub total|sub", Shape.MONEY),
)
COLUMNS = (*(field.name for field in FIELDS), "special")
_FIGURES = ("budget", "subtotal", "rate")
SCHEMA = pa.DataFrameSchema(
    {name: pa.Column(object, nullable=True) for name in _FIGURES}, index=pa.Index(int, unique=True)
)


def enough(sheet: Sheet, header: Header) -> bool:
    """A detail has a rate, how many of what, and what that comes to."""
    fields = set(header.columns)
    if sheet.override and sheet.override.kind:
        return "description" in fields and bool(fields & set(_FIGURES))
    counted = fields & {"quantity", "unit", "times"}
    return (
        {"rate", "description"} <= fields
        and len(counted) >= 2
        and bool(fields & {"subtotal", "budget"})
        and not fields & {"efc", "etc", "actual_to_date", "commitments"}
    )


def read(sheet: Sheet, found: Found) -> tuple[Table, list[Issue]]:
    """Read a detail's lines; a banner with an account gives it to the lines below."""
    told = rows.sort(sheet, found)
    records: list[rows.Record] = []
    made = rows.repeated_headings(sheet, found)
    account: str | None = None
    for row in told.left:
        record = rows.read(sheet, found, FIELDS, row)
        label = _label(sheet, found, row)
        figures = [name for name in _FIGURES if record.values[name] is not None]
        if rows.is_total(label):
            told.leave_out(row, "subtotal")
        elif not figures and not record.faults:
            banner = _account(label)
            account = banner or account
            told.leave_out(row, "note" if rows.is_note(label) else "banner")
        elif any(name in record.faults for name in _FIGURES):
            made += rows.fault_issues(sheet, found, FIELDS, record)
            told.leave_out(row, "unreadable")
        else:
            made += rows.fault_issues(sheet, found, FIELDS, record)
            values = {**record.values, "special": False}
            values["account"] = values["account"] or account
            records.append(replace(record, values=values))
    table = rows.table("budget_detail", COLUMNS, sheet, found, told, records)
    return table, [*made, *judge(SCHEMA, table.frame, table.cell)]


def _label(sheet: Sheet, found: Found, row: int) -> str:
    """The words that a row begins with, a code apart from them included."""
    texts = list(rows.filled(sheet, found, row).values())
    return " ".join(texts[:2]) if texts and accounts.is_code(texts[0]) else texts[0]


def _account(label: str) -> str | None:
    """The account that a banner bears: "1101 Story rights"."""
    parts = codes.split(label)
    if parts and accounts.is_code(parts[0]):
        return parts[0]
    return label if accounts.is_code(label) else None


KIND = Kind(
    name="budget_detail",
    fields=FIELDS,
    enough=enough,
    read=read,
    titles="budget detail|detail|budget details|line items",
)
