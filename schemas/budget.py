"""Budgets and cost reports, by account; and topsheets, which have a line a category."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pandera.pandas as pa

from model.issue import Issue
from model.money import total
from model.table import Table
from schemas import (
    budget_checks,
    budget_columns,
    budget_covers,
    budget_film,
    budget_rows,
    budget_totals,
    issues,
    rows,
)
from schemas.budget_fields import COLUMNS, FIELDS, MONEY
from schemas.budget_lines import Line, Role
from schemas.budget_lines import read as read_lines
from schemas.headings import Header, normal
from schemas.judge import judge
from schemas.kind import Found, Kind
from schemas.sheet import Sheet
from schemas.values.words import Fault, listed

SCHEMA = pa.DataFrameSchema(
    {
        **{name: pa.Column(object, nullable=True) for name in MONEY},
        "special": pa.Column(bool),
    },
    index=pa.Index(int, unique=True),
)
_TOPSHEET = re.compile(
    r"\b(?:top ?sheet|budget summary|summary budget|summary of (?:\w+ )*(?:costs?|budget)|"
    r"cost (?:report )?summary|recapitulati(?:f|on)|devis recapitulatif|resumen|zusammenstellung|"
    r"zusammenfassung|kostenzusammenstellung|deckblatt|hauptkosten)\b"
)
_SUMMARY = re.compile(r"(?:budget |cost )?(?:summary|recap|overview)")
_WEAK = re.compile(
    r"amounts?|amt|totals?|costs?|prices?|values?|balance|paid|outstanding|owing|owed|unpaid|"
    r"payable|spent|expenses?|expenditure|betrag|summe|gesamt|kosten|ausgaben|bezahlt|saldo|netto|"
    r"montants?|cout|depenses?|paye|solde|reste|importes?|monto|valor|coste|costo|pagado|saldo|"
    r"estimates?|estimated(?: costs?| amount)?|quote|invoiced|left|over|difference|diff|\\$|"
)
"""Headings that any list of amounts may have."""
_TITLES = (
    "budget|budgets|cost report|cost to complete|weekly cost|costs|estimate|bid|kalkulation|"
    "kostenstand|kostenplan|kostenubersicht|devis|suivi budgetaire|presupuesto|costo|a z"
)
_TITLE = re.compile(rf"\b(?:{_TITLES})\b")
_JOURNAL = listed("date vendor payee invoice check cheque envelope employee hours debit credit qty")
_JOURNAL |= listed("task owner status start end due assignee client customer milestone sku")
_JOURNAL |= {"po #", "po", "invoice #", "check #", "vendor name", "po number", "inv #", "inv date"}
_FORECAST = frozenset(("etc", "efc", "revised_budget", "variance", "commitments"))


def enough(sheet: Sheet, header: Header) -> bool:
    """A budget names accounts or descriptions, has a column of money or two, and is a film's.

    One that has the columns of a journal (dates, vendors) must have those of a forecast too.
    """
    fields = header.columns
    money = [name for name in MONEY if name in fields]
    if not money or not {"account", "description"} & fields.keys():
        return False
    if {normal(heading) for heading in header.others} & _JOURNAL and not _FORECAST & set(fields):
        return False
    return budget_film.is_films(sheet, header, telling=_is_telling(sheet, header, money))


def _is_telling(sheet: Sheet, header: Header, money: Sequence[str]) -> bool:
    """Whether a heading or the title speaks of a budget, and not of amounts alone."""
    if any(_WEAK.fullmatch(normal(header.headings.get(name, ""))) is None for name in money):
        return True
    return any(_TITLE.search(normal(text)) for text in budget_film.titles(sheet, header))


def settles(sheet: Sheet, header: Header) -> Header:
    """Complete a budget's header by what stands below it."""
    columns, headings, others = budget_columns.settle(sheet, header)
    return replace(header, columns=columns, headings=headings, others=others)


def read(sheet: Sheet, found: Found) -> tuple[Table, list[Issue]]:
    """Read a budget: its lines, what stands outside them (``special``), its stated totals.

    The frame holds the lines and, with ``special`` true, contingency, bond, overhead and section
    fringes; nothing else. Variance is as the sheet states it, whichever way round.
    """
    told = rows.sort(sheet, found)
    struck = read_lines(sheet, found, FIELDS, told.excluded.get("struck", []))
    lines = read_lines(sheet, found, FIELDS, told.left)
    budget_rows.tell(lines)
    made = rows.repeated_headings(sheet, found)
    for line in lines:
        if line.role is not Role.RECORD:
            told.leave_out(line.row, line.role.value)
        made += _faults(sheet, found, line)
    totals = budget_covers.totals(lines)
    budget_covers.name_sections(lines, totals)
    stated, differing = budget_totals.check(sheet, found, lines, totals, struck)
    made += differing
    kept = [line for line in lines if _is_kept(line)]
    if found.kind == "budget":
        made += budget_checks.identities(sheet, found, lines)
        made += budget_checks.listed_twice(sheet, found, lines)
    table = _table(sheet, found, told, kept)
    table = replace(table, stated=stated)
    made += judge(SCHEMA, table.frame, table.cell)
    return table, made + rows.notes(sheet, found, FIELDS, table)


def _is_kept(line: Line) -> bool:
    """Whether a line is in the frame: credits below the grand total are not."""
    return line.role in (Role.RECORD, Role.SPECIAL) and not line.credit


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
    titles = budget_film.titles(sheet, header)
    named = any(_TOPSHEET.search(normal(text)) for text in titles)
    named = named or _SUMMARY.fullmatch(normal(sheet.grid.tab)) is not None
    return named or normal(header.headings.get("description", "")) == "category description"


def _is_kind(name: str, sheet: Sheet, header: Header) -> bool:
    """Whether the settings call the tab so; else whether it looks like a topsheet or not."""
    told = sheet.override is not None and sheet.override.kind is not None
    looks = is_topsheet(sheet, header) == (name == "budget_topsheet")
    return (told or looks) and enough(sheet, header)


KIND = Kind(
    name="budget",
    fields=FIELDS,
    enough=lambda sheet, header: _is_kind("budget", sheet, header),
    read=read,
    titles=_TITLES,
    settles=settles,
)
TOPSHEET = Kind(
    name="budget_topsheet",
    fields=FIELDS,
    enough=lambda sheet, header: _is_kind("budget_topsheet", sheet, header),
    read=read,
    titles="budget|top ?sheet|summary|recap|resumen|zusammenstellung|a z",
    settles=settles,
)
