"""A journal's columns, read whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from schemas.columns import Column
from schemas.headings import Field
from schemas.journals.lines import Rules
from schemas.journals.statuses import is_void
from schemas.kind import Found
from schemas.sheet import Sheet
from schemas.vocabulary import Vocabulary


def read(
    sheet: Sheet, found: Found, fields: Sequence[Field], rules: Rules, top: int, bottom: int
) -> tuple[dict[str, Column], dict[str, int]]:
    """The columns of a journal's fields from row ``top`` to ``bottom``; where those stand that are
    no fields but tell something.
    """
    columns = {
        this.name: sheet.column(col, this, top, bottom)
        for this in fields
        if (col := found.header.columns.get(this.name))
    }
    extra = _extra(found, rules)
    for this in rules.extra:
        if this.name in extra:
            columns[this.name] = sheet.column(extra[this.name], this, top, bottom)
    return _settled(sheet, found, columns, rules), extra


def _extra(found: Found, rules: Rules) -> dict[str, int]:
    """The columns that are no fields but tell something."""
    vocabulary = Vocabulary(rules.extra)
    named: dict[str, int] = {}
    for heading, col in found.header.others.items():
        if match := vocabulary.match(heading):
            named.setdefault(match[0], col)
    return named


def _settled(
    sheet: Sheet, found: Found, columns: Mapping[str, Column], rules: Rules
) -> dict[str, Column]:
    """The columns without the faults that are none.

    Further amounts that have not come yet are none, nor is "VOID" anywhere, nor what stands in a
    column that is no field.
    """
    extra = {this.name for this in rules.extra}
    settled = dict(columns)
    for name, column in columns.items():
        if name in extra:
            settled[name] = Column(column.values)
        elif column.faults:
            col = found.header.columns[name]
            kept = {
                row: fault
                for row, fault in column.faults.items()
                if not (fault.code == "amount-open" and name in rules.money[1:])
                and not is_void(sheet.text(row, col))
            }
            settled[name] = Column(column.values, kept)
    return settled
