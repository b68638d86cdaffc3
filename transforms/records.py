"""A table's frame as plain records: what is missing is ``None``, whatever pandas made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from model.cell import Cell
from model.table import Table

Record = Mapping[str, Any]
"""Field -> value; ``None`` where the sheet says nothing."""


def records(frame: pd.DataFrame) -> Iterator[tuple[int, Record]]:
    """Each record of a frame with its label, in the order of the labels (the sheet's rows)."""
    frame = frame.sort_index()
    columns = [str(name) for name in frame.columns]
    values = [_values(column) for _, column in frame.items()]
    rows = zip(*values, strict=True) if columns else ()
    for label, row in zip(frame.index.tolist(), rows, strict=True):
        yield int(label), dict(zip(columns, row, strict=True))


def _values(column: pd.Series) -> list[Any]:
    """A column's values; ``None`` for what is missing."""
    missing, values = column.isna(), column.tolist()
    if not missing.any():
        return values
    return [None if gap else value for value, gap in zip(values, missing.tolist(), strict=True)]


def dated_cell(table: Table, label: int, field: str) -> Cell:
    """Where a record says a field; a span in one column says first and last day in one cell."""
    other = _SPAN.get(field)
    return table.cell(label, other if other and not table.has(field) else field)


_SPAN = {"start_date": "end_date", "end_date": "start_date"}


def said(value: object) -> bool:
    """Whether a cell says anything at all."""
    return value is not None and value != "" and value == value
