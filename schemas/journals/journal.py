"""Journals: sheets of one posting a line (purchase orders, ledger, petty cash, payroll).

They are read by columns, so that a hundred thousand postings take about as long as decoding them;
only rows that are unlike the others are looked at one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import pandas as pd
import pandera.pandas as pa

from model.issue import Issue
from model.table import Table
from schemas import currencies, rows
from schemas.headings import Field, Shape
from schemas.journals import lines as journal_lines
from schemas.journals import rows as journal_rows
from schemas.journals import totals as journal_totals
from schemas.journals.lines import Lines, Rules
from schemas.judge import judge, typed
from schemas.kind import Found
from schemas.sheet import Sheet

Check = Callable[[Sheet, Found, Table, Lines], list[Issue]]
Complete = Callable[[Sheet, Found, Lines], None]
_KINDS = {Shape.MONEY: "decimal", Shape.NUMBER: "decimal", Shape.DATE: "date"}


@dataclass(frozen=True)
class Journal:
    """A kind of journal: how its rows are told apart, and what is checked of its records."""

    name: str
    fields: tuple[Field, ...]
    rules: Rules
    checks: tuple[Check, ...] = ()
    complete: Complete | None = None
    """Completes what was read, in place, before the records are made."""
    kept: tuple[str, ...] = ()
    """Columns that are no fields of the kind, but that its records keep: what costs ask for."""
    judged: Mapping[str, pa.Check] = field(default_factory=dict)
    """Field -> what pandera asks of its values, beside their type."""

    @cached_property
    def schema(self) -> pa.DataFrameSchema:
        """The frame as pandera knows it: amounts are decimals, dates dates, the rest text."""
        columns = {
            this.name: typed(_KINDS.get(this.shape, "string"), *self._asked(this.name))
            for this in self.fields
        }
        return pa.DataFrameSchema(columns, index=pa.Index(int, unique=True))

    def _asked(self, name: str) -> list[pa.Check]:
        return [self.judged[name]] if name in self.judged else []

    def read(self, sheet: Sheet, found: Found) -> tuple[Table, list[Issue]]:
        """Read a found table: its records, its stated totals, and what is wrong at which cell."""
        lines = journal_rows.tell(sheet, found, self.fields, self.rules)
        if self.complete:
            self.complete(sheet, found, lines)
        table = self._table(sheet, found, lines)
        stated, made = journal_totals.check(sheet, found, self.rules, lines, table.currencies)
        table = replace(table, stated=stated)
        made += rows.repeated_headings(sheet, found)
        made += journal_lines.fault_issues(sheet, found, self.fields, lines)
        made += judge(self.schema, table.frame, table.cell)
        for check in self.checks:
            made += check(sheet, found, table, lines)
        return table, made + rows.notes(sheet, found, self.fields, table)

    def _table(self, sheet: Sheet, found: Found, lines: Lines) -> Table:
        table = rows.table(self.name, (), sheet, found, lines.told, ())
        names = [*(field.name for field in self.fields), *self.kept]
        others = currencies.of(sheet, found, self.fields, lines.records)
        kept = {name: lines.extra[name] for name in self.kept if name in lines.extra}
        left = table.other_columns.items()
        named = {name: heading for name, col in kept.items() for heading, at in left if at == col}
        half = lines.told.excluded.get("unreadable", ())
        return replace(
            table,
            frame=frame(names, lines),
            half_read={
                row: rows.amounts({name: lines.at(name, row) for name in lines.columns})
                for row in half
            },
            currencies=others,
            places=(replace(table.place, columns={**table.place.columns, **kept}),),
            headings={**table.headings, **named},
            other_columns={head: col for head, col in left if col not in kept.values()},
        )


def frame(names: list[str], lines: Lines) -> pd.DataFrame:
    """The records' fields as a frame of objects, labelled by the sheet's row numbers."""
    index = pd.Index(lines.records, dtype="int64", name="row_number")
    data: Mapping[str, pd.Series[Any]] = {
        name: pd.Series(lines.of(name), index=index, dtype=object) for name in names
    }
    return pd.DataFrame(data, index=index)
