"""How a budget of any level is read: lines, what stands outside them, the totals that it states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandera.pandas as pa

from model.issue import Issue
from model.money import total
from model.table import Stated, Table
from schemas import currencies, issues, rows
from schemas.budget.rows import apart as budget_rows
from schemas.budget.rows.lines import SUMMED, Line, Role
from schemas.budget.rows.lines import read as read_lines
from schemas.budget.totals import covers as budget_covers
from schemas.budget.totals import stated as budget_totals
from schemas.budget.totals.blame import Wrong, once
from schemas.headings import Field
from schemas.judge import judge
from schemas.kind import Found
from schemas.sheet import Sheet

_PLACES = ("category_code", "category", "section", "special")
"""The frame's further columns: what the rows around a line say of it."""


@dataclass(frozen=True, slots=True)
class Budget:
    """A budget read: its table, its lines, and what was found wrong on the way."""

    table: Table
    lines: list[Line]
    issues: list[Issue]

    def with_wrong(self, wrong: Sequence[Wrong]) -> list[Issue]:
        """Every issue, with those of wrong figures, totals that only follow from these apart."""
        by_row = {line.row: line for line in self.lines}
        corrections = {(one.line.row, one.field): one.expected for one in wrong}
        corrections |= {
            (one.line.row, "budget"): one.expected for one in wrong if one.field == "subtotal"
        }
        kept = once(
            self.issues,
            self.table.stated,
            corrections,
            lambda row, name: by_row[row].adds(name),
        )
        return [*kept, *(one.issue for one in wrong)]


def columns_of(fields: Sequence[Field]) -> tuple[str, ...]:
    """The frame's columns: the fields, and what the rows around a line say of it."""
    return (*(field.name for field in fields), *_PLACES)


def read(sheet: Sheet, found: Found, fields: Sequence[Field]) -> Budget:
    """Read a budget: its lines, what stands outside them (``special``), its stated totals.

    The frame holds the lines and, with ``special`` true, contingency, bond, overhead and section
    fringes; nothing else. Variance is as the sheet states it, whichever way round.
    """
    told = rows.sort(sheet, found)
    struck = read_lines(sheet, found, fields, told.excluded.get("struck", []))
    lines = read_lines(sheet, found, fields, told.left)
    budget_rows.tell(lines, _title_above(sheet, found, told))
    made = rows.repeated_headings(sheet, found)
    _tell_errors_once(lines)
    for line in lines:
        if line.role is not Role.RECORD:
            told.leave_out(line.row, line.role.value)
        made += _faults(sheet, found, fields, line)
    totals = budget_covers.totals(lines)
    budget_covers.name_sections(lines, totals)
    stated, differing = budget_totals.check(sheet, found, lines, totals, struck)
    kept = [line for line in lines if _is_kept(line)]
    half = [line for line in lines if line.role is Role.UNREADABLE and line.faults]
    table = replace(
        _table(sheet, found, fields, told, kept),
        stated=stated,
        half_read={line.row: rows.amounts(line.values) for line in half},
    )
    others = currencies.of(sheet, found, fields, [line.row for line in lines])
    made += _of_one_currency(differing, stated, others)
    made += judge(_schema(fields), table.frame, table.cell)
    return Budget(table, lines, made + rows.notes(sheet, found, fields, table))


def _of_one_currency(
    differing: Sequence[Issue], stated: Sequence[Stated], others: Mapping[str, Mapping[int, str]]
) -> list[Issue]:
    """The issues but for totals over an amount in another currency: a sheet adds no "USD 60" up.

    Nobody knows at which rate, if at all, it is in there. Where the total is in it too, it is.
    """
    mixed = {
        one.cell
        for one in stated
        if (abroad := others.get(one.field))
        and not abroad.keys().isdisjoint(one.covers)
        and one.cell.row not in abroad
    }
    return [issue for issue in differing if issue.at not in mixed]


def _title_above(sheet: Sheet, found: Found, told: rows.Sorted) -> str:
    """The first section's title, where each section's stands above headings of its own.

    "A: PREP LABOR" over the headings is one where "B: SHOOT LABOR" stands over them once more.
    """
    again = told.excluded.get("header", [])
    if not again or not found.header.rows:
        return ""
    tops = [min(found.header.rows), *again]
    titles = [[text for text in sheet.line(top - 1) if text] if top > 1 else [] for top in tops]
    said = {texts[0] for texts in titles if len(texts) == 1}
    return titles[0][0] if len(said) == len(tops) else ""


def _tell_errors_once(lines: Sequence[Line]) -> None:
    """Forget the error of a total that only shows the error of a line above it."""
    shown: set[str] = set()
    for line in lines:
        errors = {name for name, fault in line.faults.items() if fault.code == "not-ready"}
        if line.role is Role.SUBTOTAL:
            for name in errors & shown:
                del line.faults[name]
        else:
            shown |= errors


def _schema(fields: Sequence[Field]) -> pa.DataFrameSchema:
    """What a budget's frame is typed as."""
    money = {
        field.name: pa.Column(object, nullable=True) for field in fields if field.name in SUMMED
    }
    return pa.DataFrameSchema(
        {**money, "special": pa.Column(bool)}, index=pa.Index(int, unique=True)
    )


def _is_kept(line: Line) -> bool:
    """Whether a line is in the frame: credits below the grand total are not."""
    return line.role in (Role.RECORD, Role.SPECIAL) and not line.credit


def _table(
    sheet: Sheet, found: Found, fields: Sequence[Field], told: rows.Sorted, kept: Sequence[Line]
) -> Table:
    """The typed table of the lines that are kept."""
    records = [rows.Record(line.row, _values(found, line), {}) for line in kept]
    table = rows.table(found.kind, columns_of(fields), sheet, found, told, records)
    frame = table.frame.assign(special=table.frame["special"].astype(bool))
    special = [line for line in kept if line.role is Role.SPECIAL]
    totals = {
        name: total(line.values[name] for line in special)
        for name in SUMMED
        if special and name in found.header.columns
    }
    others = currencies.of(sheet, found, fields, [line.row for line in kept])
    return replace(table, frame=frame, special_totals=totals, currencies=others)


def _values(found: Found, line: Line) -> dict[str, object]:
    """A line as a record of the frame; a detail's line has the account that heads it."""
    headed = line.category_code if found.kind == "budget_detail" else None
    return {
        **line.values,
        **line.texts,
        **line.extra,
        "account": line.account or headed,
        "description": line.name or line.label or None,
        "category_code": line.category_code,
        "category": line.category,
        "section": line.section,
        "special": line.role is Role.SPECIAL,
    }


def _faults(sheet: Sheet, found: Found, fields: Sequence[Field], line: Line) -> list[Issue]:
    """The issues of a row: figures without words, or cells that cannot be read."""
    if line.role is Role.UNREADABLE and not line.faults:
        return [_wordless(sheet, found, line)]
    if line.role in (Role.BANNER, Role.NOTE):
        return []
    record = rows.Record(line.row, {}, line.faults)
    return rows.fault_issues(sheet, found, fields, record)


def _wordless(sheet: Sheet, found: Found, line: Line) -> Issue:
    """The issue of figures that belong to nothing."""
    name = next(name for name in SUMMED if line.values[name] is not None)
    return issues.make(
        "line-not-understood",
        "The row has figures but neither an account nor a description, so it is in no sum.",
        sheet.cell(line.row, found.header.columns[name]),
        expected="an account or a description beside the figures",
        suggestion="Say what the figures are for, or delete them.",
    )
