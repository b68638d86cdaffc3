"""The hidden row of field names: which column is which, wherever people moved it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from model.report import Column, Role, Style, says_over_is_positive

OVER_IS_POSITIVE = "+"
"""Begins the name of a variance column whose overs are positive; the rule that colours overs looks
at it, so that it never has to be replaced."""

_TEXT = re.compile(r"\+?(computed|once|person):(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Field:
    """A column of ours: its field, and whose it was when the column was made."""

    name: str
    role: Role


def field_text(column: Column) -> str:
    """What the hidden row says over a column: "computed:efc", "person:explanation"."""
    over = column.style is Style.VARIANCE and says_over_is_positive(column.heading)
    return f"{OVER_IS_POSITIVE if over else ''}{column.role}:{column.field}"


def read_field(content: object) -> Field | None:
    """Read a cell of the hidden row; ``None`` over people's own columns."""
    match = _TEXT.fullmatch(content) if isinstance(content, str) else None
    return Field(match[2], Role(match[1])) if match else None
