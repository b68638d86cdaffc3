"""A journal's columns, as the postings are made of them: all at once, never a cell at a time."""

from __future__ import annotations

from typing import Any

import pandas as pd

from model.money import ZERO
from model.table import Table
from schemas.journals import statuses
from schemas.values.words import is_open


def column(frame: pd.DataFrame, field: str) -> pd.Series[Any]:
    """A field's values; all missing where the frame has no such column."""
    if field in frame:
        return frame[field].astype(object)
    return pd.Series([None] * len(frame), index=frame.index, dtype=object)


def filled(amounts: pd.Series[Any]) -> pd.Series[Any]:
    """Amounts with zero where there is none."""
    return amounts.where(amounts.notna(), ZERO)


def texts(frame: pd.DataFrame, field: str) -> pd.Series[Any]:
    """A field's texts without spaces around them; "" where it has none."""
    values = column(frame, field)
    known = {value: str(value).strip() for value in values.dropna().unique()}
    return values.map(known).where(values.notna(), "").astype(object)


def coded(frame: pd.DataFrame, field: str) -> pd.Series[Any]:
    """A field's codes as texts; "" where a cell says that its code is still open ("TBD", "???")."""
    values = texts(frame, field)
    known = {
        text: text if any(map(str.isalnum, text)) and not is_open(text) else ""
        for text in values.unique()
    }
    return values.map(known).astype(object)


def says(status: pd.Series[Any], words: frozenset[str]) -> pd.Series[Any]:
    """Whether a status says any of some words: see :mod:`schemas.journals.statuses`."""
    known = {text: statuses.says(text, words) for text in status.unique()}
    return status.map(known).astype(bool)


def standing(frame: pd.DataFrame) -> pd.DataFrame:
    """The records whose status, where there is one, does not call them void."""
    if "status" not in frame:
        return frame
    return frame[~says(texts(frame, "status"), statuses.VOID)]


def currencies(table: Table, labels: pd.Index[Any], *fields: str) -> pd.Series[Any]:
    """The other currency of some records: the first that one of their fields states, else ""."""
    known: dict[int, str] = {}
    for name in reversed(fields):
        known.update(table.currencies.get(name, {}))
    if not known:
        return pd.Series("", index=labels, dtype=object)
    stated = [known.get(label, "") for label in labels.tolist()]
    return pd.Series(stated, index=labels, dtype=object)
