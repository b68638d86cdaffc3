"""What a line says once it no longer applies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from model.report import Column, Role, Style
from sheets.planning.names import fingerprint
from sheets.planning.slots import word_columns
from sheets.planning.standing import Standing

_STATUS = "status"
"""Field that says how a line stands, in the reports that have it."""


def resolved_text(day: str) -> str:
    """The word on a resolved line: "Resolved 22 Nov 2026"."""
    if day == "-":
        return "Resolved"
    since = date.fromisoformat(day)
    return f"Resolved {since.day} {since:%b %Y}"


def saying(
    standing: Standing, row: int, columns: Sequence[Column], day: str
) -> tuple[Column, str] | None:
    """Which column says it, and its new text: the status, else before the line's first text."""
    ours = [c for c in columns if c.role is Role.COMPUTED and c.field in standing.cols]
    status = [column for column in ours if column.field == _STATUS]
    texts = [c for c in ours if c.style in (Style.WRAPPED, Style.TEXT)]
    column = next(iter([*status, *texts, *ours]), None)
    if column is None:
        return None
    old = standing.value(row, standing.cols[column.field])
    text = resolved_text(day)
    keep = column.field != _STATUS and isinstance(old, str) and old
    return column, f"{text}: {old}" if keep else text


def words_after(standing: Standing, row: int, columns: Sequence[Column], day: str) -> str:
    """The fingerprint of the row's words once it says so."""
    said = saying(standing, row, columns, day)
    words = []
    for column in word_columns(tuple(columns)):
        if column.field in standing.cols:
            found = standing.value(row, standing.cols[column.field])
            words.append(said[1] if said and said[0] is column else found)
    texts = [text for text in words if isinstance(text, str) and text]
    return fingerprint(texts) if texts else ""
