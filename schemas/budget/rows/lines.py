"""A budget's rows as lines: account, words, figures, still to be told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from schemas import rows
from schemas.budget import accounts
from schemas.budget.columns.fields import MONEY
from schemas.budget.rows import words as budget_words
from schemas.budget.rows.whole import are_whole
from schemas.columns import Column
from schemas.headings import Field, Shape
from schemas.kind import Found
from schemas.remarks import is_note
from schemas.sheet import Sheet
from schemas.values import codes
from schemas.values.words import Fault

SUMMED = (*MONEY, "subtotal")
"""Every column that adds up; "subtotal" is a detail's."""
_NOT_APPLICABLE = ("n/a", "na", "n.a.")
_MUST_SAY = frozenset(("budget", "revised_budget", "efc"))
"""Columns where "n/a" is an open amount; in the others it says that there is none."""


class Role(StrEnum):
    """What a row of a budget is. The values are the reasons under which rows are left out."""

    RECORD = "record"
    SPECIAL = "special"
    SUBTOTAL = "subtotal"
    BANNER = "banner"
    NOTE = "note"
    UNREADABLE = "unreadable"


@dataclass(slots=True)
class Line:
    """One row: its account and words, its figures, and where it stands in the budget."""

    row: int
    account: str | None
    name: str
    label: str
    """All of its words, for banners and totals."""
    values: dict[str, Decimal | None]
    faults: dict[str, Fault]
    figures: bool
    """Whether any money cell holds something."""
    left: tuple[int, int] = (0, 0)
    """The column and the indentation at which its words begin."""
    role: Role = Role.RECORD
    repeats: bool = False
    """Whether it only says again what lines of other accounts come to: all fringes, once more."""
    credit: bool = False
    """Whether it is taken off below the grand total, and so in no sum."""
    children: tuple[int, int] | None = None
    """The places of the lines whose sum it bears: from, up to."""
    heads: bool = False
    """Whether those lines stand below it."""
    category_code: str | None = None
    category: str | None = None
    section: str | None = None
    texts: dict[str, str | None] = field(default_factory=dict)
    beside: str = ""
    """What stands between its words and its figures: a share, in percent."""
    whole: bool = False
    """Whether a detail's total is this line's own: its subtotal and the fringes beside it."""
    extra: dict[str, object] = field(default_factory=dict)
    """A detail's quantity, unit, times and rate."""

    def adds(self, name: str) -> Decimal | None:
        """What a line adds to a column's sums: a detail's subtotal stands for its total.

        Not where each line has a total of its own, with what else it costs.
        """
        own = self.values.get(name)
        subtotal = self.values.get("subtotal") if name == "budget" and not self.whole else None
        return own if subtotal is None else subtotal


def read(sheet: Sheet, found: Found, fields: Sequence[Field], left: Sequence[int]) -> list[Line]:
    """Read rows' cells, a column at a time."""
    if not left:
        return []
    top, bottom = min(left), max(left)
    columns: dict[str, tuple[Field, Column]] = {
        this.name: (this, sheet.column(col, this, top, bottom))
        for this in fields
        if (col := found.header.columns.get(this.name)) is not None
        and this.name not in ("account", "description")
    }
    lines = [_line(sheet, found, row, top, columns) for row in left]
    _join_codes(sheet, found, lines)
    counted = [line for line in lines if any(map(_is_told, line.extra.values()))]
    whole = are_whole(line.values for line in counted)
    for line in lines:
        line.whole = whole
    return lines


def _is_told(value: object) -> bool:
    return value is not None


def _join_codes(sheet: Sheet, found: Found, lines: Sequence[Line]) -> None:
    """Put an account together that stands in two columns: category and line, "11" and "01"."""
    first = found.header.columns.get("account")
    if first is None or first + 1 not in found.header.others.values():
        return
    texts = {line.row: sheet.code(line.row, first + 1) for line in lines if line.account}
    filled = [text for text in texts.values() if text]
    known = {line.account for line in lines if line.account}
    if len(filled) < 3 or len(known) * 2 > len(filled) or not all(map(accounts.is_code, filled)):
        return
    for line in lines:
        if line.account and texts[line.row]:
            line.account = f"{line.account}-{texts[line.row]}"


def _line(
    sheet: Sheet, found: Found, row: int, top: int, columns: Mapping[str, tuple[Field, Column]]
) -> Line:
    """Put one row's cells together."""
    values: dict[str, Decimal | None] = dict.fromkeys(SUMMED)
    faults: dict[str, Fault] = {}
    texts: dict[str, str | None] = {}
    extra: dict[str, object] = {}
    figures, said = False, ""
    for name, (this, column) in columns.items():
        value, fault = column.values[row - top], column.faults.get(row)
        text = sheet.text(row, found.header.columns[name])
        if this.shape is Shape.TEXT:
            texts[name] = text or None
        elif fault is not None and budget_words.is_total(text):
            said = said or text
        elif fault is not None and not _is_nothing(text, name) and not _is_share(text, name):
            faults |= {name: fault} if name in values or any(map(str.isdigit, text)) else {}
        elif name in values:
            values[name] = value if isinstance(value, Decimal) else None
        else:
            extra[name] = value
        figures = figures or (name in values and bool(text) and text != said)
    account, name_text, label, begins = _identity(sheet, found, row)
    shares = (text for _, text in _words(sheet, found, row) if text.endswith("%"))
    return Line(
        row, account, name_text, label or said, values, faults, figures, begins,
        texts=texts, extra=extra, beside=" ".join(shares),
    )  # fmt: skip


def _is_nothing(text: str, name: str) -> bool:
    """Whether "n/a" says that a column has nothing for this line."""
    return name not in _MUST_SAY and text.lower() in _NOT_APPLICABLE


def _is_share(text: str, name: str) -> bool:
    """Whether a detail's rate or quantity is a share of something, as contingency's is."""
    return name not in SUMMED and text.endswith("%")


def _identity(sheet: Sheet, found: Found, row: int) -> tuple[str | None, str, str, tuple[int, int]]:
    """A row's account, description, all of its words left of the figures, where they begin."""
    columns = found.header.columns
    account_col, name_col = columns.get("account"), columns.get("description")
    words = dict(_words(sheet, found, row))
    raw = sheet.code(row, account_col) if account_col else ""
    name = sheet.text(row, name_col) if name_col else ""
    account: str | None = None
    if raw and accounts.is_code(raw) and not budget_words.is_total(raw):
        account = accounts.bare(raw)
    elif raw:
        parts = codes.split(raw)
        if parts and accounts.is_code(parts[0]) and not (rows.is_total(raw) or is_note(raw)):
            account, name = accounts.bare(parts[0]), name or parts[1]
        else:
            name = name or raw
    others = [text for col, text in words.items() if col not in (account_col, name_col)]
    label = name or next((text for text in others if any(map(str.isalpha, text))), "")
    begins = next((col for col, text in words.items() if text == label), min(words, default=0))
    return account, name, label, (begins, _indent(sheet, row, begins))


def _words(sheet: Sheet, found: Found, row: int) -> Iterator[tuple[int, str]]:
    """A row's texts left of the figures, by column."""
    columns = found.header.columns
    money = [columns[name] for name in SUMMED if name in columns]
    first = min(money, default=found.block.right + 1)
    for col, text in rows.filled(sheet, found, row).items():
        if col < first and col != columns.get("notes"):
            yield col, text


def _indent(sheet: Sheet, row: int, col: int) -> int:
    """How many blanks a cell's text begins with."""
    raw = sheet.grid.at(row, col) if col else None
    return len(raw) - len(raw.lstrip(" \u00a0\t")) if isinstance(raw, str) else 0
