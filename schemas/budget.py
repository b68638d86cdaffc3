"""Budgets and cost reports, by account; and topsheets, which have a line a category."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pandera.pandas as pa

from model.issue import Issue
from model.money import total
from model.table import Table
from schemas import accounts, budget_checks, budget_covers, budget_totals, issues, rows
from schemas.budget_fields import COLUMNS, FIELDS, MONEY
from schemas.budget_rows import Line, Role
from schemas.budget_rows import read as read_lines
from schemas.headings import Header, normal
from schemas.judge import judge
from schemas.kind import Found, Kind
from schemas.sheet import Sheet
from schemas.values import codes
from schemas.values.words import Fault, listed

SCHEMA = pa.DataFrameSchema(
    {
        **{name: pa.Column(object, nullable=True) for name in MONEY},
        "special": pa.Column(bool),
    },
    index=pa.Index(int, unique=True),
)
_TOPSHEET = re.compile(r"\b(?:top ?sheet|budget summary|summary budget)\b")
_JOURNAL = listed("date vendor payee invoice check cheque envelope employee hours debit credit qty")
_JOURNAL |= {"po #", "po", "invoice #", "check #", "vendor name", "po number", "inv #", "inv date"}
_FORECAST = frozenset(("etc", "efc", "revised_budget", "variance", "commitments"))


def enough(header: Header) -> bool:
    """A budget names accounts or descriptions, with a column of money or two.

    One that has the columns of a journal (dates, vendors) must have those of a forecast too.
    """
    fields = header.columns
    money = [name for name in MONEY if name in fields]
    if "account" not in fields and "description" not in fields:
        return False
    if "account" not in fields and len(money) < 2:
        return False
    if {normal(heading) for heading in header.others} & _JOURNAL and not _FORECAST & set(fields):
        return False
    return bool(money)


def settles(sheet: Sheet, header: Header) -> Header:
    """Complete a budget's header by what stands below it.

    A lone "Total" or "Amount" is the budget; a column of codes without a heading, left of the
    descriptions, holds the accounts; descriptions that begin with a code hold them too.
    """
    columns, headings = dict(header.columns), dict(header.headings)
    if "total_cost" in columns and normal(headings["total_cost"]) == "total":
        budgets = {"budget", "revised_budget", "actual_to_date", "commitments", "efc"}
        if not budgets & set(columns):
            columns["budget"], headings["budget"] = columns.pop("total_cost"), "Total"
    others = dict(header.others)
    if "account" not in columns and "description" in columns:
        col = _codes_before(sheet, header, columns["description"])
        if col is not None:
            columns["account"] = col
            others = {heading: at for heading, at in others.items() if at != col}
        elif _share(sheet, header, columns["description"], codes.split) > 0.5:
            columns["account"], headings["account"] = columns.pop("description"), ""
    elif "account" in columns and "description" not in columns:
        col = _words_after(sheet, header, columns["account"], set(columns.values()))
        if col is not None:
            columns["description"] = col
            others = {heading: at for heading, at in others.items() if at != col}
    return replace(header, columns=columns, headings=headings, others=others)


def _codes_before(sheet: Sheet, header: Header, description: int) -> int | None:
    """The column of account codes left of the descriptions, if there is one."""
    for col in range(description - 1, 0, -1):
        if (
            col not in header.columns.values()
            and _share(sheet, header, col, accounts.is_code) > 0.6
        ):
            return col
    return None


def _words_after(sheet: Sheet, header: Header, account: int, taken: set[int]) -> int | None:
    """The column of words next to the accounts, if there is one."""
    first_money = min((header.columns[name] for name in MONEY if name in header.columns), default=0)
    for col in range(account + 1, first_money):
        if col not in taken and _share(sheet, header, col, lambda text: text[0].isalpha()) > 0.6:
            return col
    return None


def _share(sheet: Sheet, header: Header, col: int, test: object) -> float:
    """Which share of a column's filled cells passes a test; the first sixty are asked."""
    texts = [
        text
        for row in range(header.bottom + 1, min(sheet.height, header.bottom + 60) + 1)
        if (text := sheet.text(row, col))
    ]
    passed = sum(bool(test(text)) for text in texts) if callable(test) else 0
    return passed / len(texts) if len(texts) > 1 else 0.0


def read(sheet: Sheet, found: Found) -> tuple[Table, list[Issue]]:
    """Read a budget: its lines, what stands outside them (``special``), its stated totals.

    The frame holds the lines and, with ``special`` true, contingency, bond, overhead and section
    fringes; nothing else. Variance is as the sheet states it, whichever way round.
    """
    told = rows.sort(sheet, found)
    struck = read_lines(sheet, found, told.excluded.get("struck", []))
    lines = read_lines(sheet, found, told.left)
    made = rows.repeated_headings(sheet, found)
    for line in lines:
        if line.role is not Role.RECORD:
            told.leave_out(line.row, line.role.value)
        made += _faults(sheet, found, line)
    totals = budget_covers.totals(lines)
    budget_covers.name_sections(lines, totals)
    stated, differing = budget_totals.check(sheet, found, lines, totals, struck)
    made += differing
    kept = [line for line in lines if line.role in (Role.RECORD, Role.SPECIAL)]
    if found.kind == "budget":
        made += budget_checks.identities(sheet, found, lines)
        made += budget_checks.listed_twice(sheet, found, lines)
    table = _table(sheet, found, told, kept)
    table = replace(table, stated=stated)
    made += judge(SCHEMA, table.frame, table.cell)
    return table, made + rows.notes(sheet, found, FIELDS, table)


def _table(sheet: Sheet, found: Found, told: rows.Sorted, kept: Sequence[Line]) -> Table:
    """The typed table of the lines that are kept."""
    records = [rows.Record(line.row, _values(line), {}) for line in kept]
    table = rows.table(found.kind, COLUMNS, sheet, found, told, records)
    frame = table.frame.assign(special=table.frame["special"].astype(bool))
    special = [line for line in kept if line.role is Role.SPECIAL]
    totals = {
        name: total(line.values[name] for line in special)
        for name in MONEY
        if special and name in found.header.columns
    }
    return replace(table, frame=frame, special_totals=totals)


def _values(line: Line) -> dict[str, object]:
    """A line as a record of the frame."""
    return {
        **line.values,
        **line.texts,
        "account": line.account,
        "description": line.name or line.label or None,
        "category_code": line.category_code,
        "category": line.category,
        "section": line.section,
        "special": line.role is Role.SPECIAL,
    }


def _faults(sheet: Sheet, found: Found, line: Line) -> list[Issue]:
    """The issues of a row: figures without words, or cells that cannot be read."""
    if line.role is Role.UNREADABLE and not line.faults:
        return [_wordless(sheet, found, line)]
    if line.role not in (Role.RECORD, Role.SPECIAL, Role.UNREADABLE, Role.SUBTOTAL):
        return []
    faults: dict[str, Fault] = line.faults
    record = rows.Record(line.row, {}, faults)
    return rows.fault_issues(sheet, found, FIELDS, record)


def _wordless(sheet: Sheet, found: Found, line: Line) -> Issue:
    """The issue of figures that belong to nothing."""
    name = next(name for name in MONEY if line.values[name] is not None)
    return issues.make(
        "line-not-understood",
        "The row has figures but neither an account nor a description, so it is in no sum.",
        sheet.cell(line.row, found.header.columns[name]),
        expected="an account or a description beside the figures",
        suggestion="Say what the figures are for, or delete them.",
    )


def is_topsheet(sheet: Sheet, header: Header) -> bool:
    """Whether a budget is a topsheet by its title or by its heading "Category Description"."""
    top = min(header.rows, default=1)
    above = [text for row in sheet.texts[max(0, top - 7) : top - 1] for text in row if text]
    named = any(_TOPSHEET.search(normal(text)) for text in (sheet.grid.tab, *above))
    return named or normal(header.headings.get("description", "")) == "category description"


def _is_kind(name: str, sheet: Sheet, header: Header) -> bool:
    """Whether the settings call the tab so; else whether it looks like a topsheet or not."""
    told = sheet.override is not None and sheet.override.kind is not None
    looks = is_topsheet(sheet, header) == (name == "budget_topsheet")
    return enough(header) and (told or looks)


KIND = Kind(
    name="budget",
    fields=FIELDS,
    enough=lambda sheet, header: _is_kind("budget", sheet, header),
    read=read,
    titles="budget|cost report|cost to complete|weekly cost|costs|estimate|kalkulation|devis",
    settles=settles,
)
TOPSHEET = Kind(
    name="budget_topsheet",
    fields=FIELDS,
    enough=lambda sheet, header: _is_kind("budget_topsheet", sheet, header),
    read=read,
    titles="budget|top ?sheet|summary",
    settles=settles,
)
