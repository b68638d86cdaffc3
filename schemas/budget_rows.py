"""A budget's rows told apart: lines, banners, totals, contingency, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from schemas import accounts, rows
from schemas.budget_fields import FIELDS, MONEY
from schemas.headings import Shape, normal
from schemas.kind import Found
from schemas.sheet import Sheet
from schemas.values import codes
from schemas.values.words import Fault, fold, is_dash

_FIELDS = {this.name: this for this in FIELDS}
_NOT_APPLICABLE = ("n/a", "na", "n.a.")
_MUST_SAY = frozenset(("budget", "revised_budget", "efc"))
"""Columns where "n/a" is an open amount; in the others it says that there is none."""


_GRAND = re.compile(
    r"(?:grand|net|overall|project|film|show|picture|production cost|budget) totals?\b.*|"
    r"totals? (?:budget|project|film|show|picture|cost of production|production cost|costs?|"
    r"above and below(?: the)? line|all|negative cost)\b.*|gesamtsumme|total general|totals?"
)


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
    role: Role = Role.RECORD
    category_code: str | None = None
    category: str | None = None
    section: str | None = None
    texts: dict[str, str | None] = field(default_factory=dict)


@dataclass(slots=True)
class _Place:
    """Where reading stands: the section and category that the banners above announced."""

    section: str | None = None
    code: str | None = None
    category: str | None = None


def read(sheet: Sheet, found: Found, left: Sequence[int]) -> list[Line]:
    """Read a budget's rows and tell them apart."""
    lines = [_line(sheet, found, row) for row in left]
    place = _Place()
    for number, line in enumerate(lines):
        following = lines[number + 1 :]
        line.role = _role(line, following, lines[:number])
        _stand(line, place, following)
    _set_aside(lines)
    return lines


def _line(sheet: Sheet, found: Found, row: int) -> Line:
    """Read one row's cells."""
    columns = found.header.columns
    values: dict[str, Decimal | None] = {}
    faults: dict[str, Fault] = {}
    for name in MONEY:
        col = columns.get(name)
        value = sheet.value(row, col, _FIELDS[name]) if col else None
        if isinstance(value, Fault) and _is_nothing(sheet.text(row, col or 0), name):
            value = None
        if isinstance(value, Fault):
            faults[name] = value
        values[name] = value if isinstance(value, Decimal) else None
    account, name_text, label = _identity(sheet, found, row)
    figures = any(sheet.text(row, columns[name]) for name in MONEY if name in columns)
    notes = columns.get("notes")
    texts = {"notes": (sheet.text(row, notes) or None) if notes else None}
    return Line(row, account, name_text, label, values, faults, figures, texts=texts)


def _is_nothing(text: str, name: str) -> bool:
    """Whether "n/a" says that a column has nothing for this line."""
    return name not in _MUST_SAY and text.lower() in _NOT_APPLICABLE


def _identity(sheet: Sheet, found: Found, row: int) -> tuple[str | None, str, str]:
    """A row's account, its description, and all of its words left of the figures."""
    columns = found.header.columns
    account_col, name_col = columns.get("account"), columns.get("description")
    money = [col for name, col in columns.items() if _FIELDS[name].shape is Shape.MONEY]
    first_money = min(money, default=found.block.right + 1)
    words = {
        col: text
        for col, text in rows.filled(sheet, found, row).items()
        if col < first_money and col != columns.get("notes")
    }
    raw = sheet.code(row, account_col) if account_col else ""
    name = sheet.text(row, name_col) if name_col else ""
    account: str | None = None
    if raw and accounts.is_code(raw):
        account = raw
    elif raw:
        parts = codes.split(raw)
        if parts and accounts.is_code(parts[0]) and not rows.is_total(raw):
            account, name = parts[0], name or parts[1]
        else:
            name = name or raw
    others = [text for col, text in words.items() if col not in (account_col, name_col)]
    label = name or next((text for text in others if not is_dash(text)), "")
    return account, name, label


def _role(line: Line, following: Sequence[Line], before: Sequence[Line]) -> Role:
    """What a row is by its own words and what stands around it."""
    if not line.figures:
        return _wordy(line, following)
    if accounts.is_fringes(line.label) and line.account is None:
        return Role.SPECIAL
    if rows.is_total(line.label) and not (line.account and _is_own_account(line, following)):
        return Role.SUBTOTAL
    if line.account is None and accounts.is_contractual(line.label):
        return Role.SPECIAL
    if line.account is not None and _sums_up(line, following, before):
        return Role.SUBTOTAL
    if line.account is None and not line.label:
        return Role.SUBTOTAL if _closes(line, following, before) else Role.UNREADABLE
    return Role.UNREADABLE if line.faults else Role.RECORD


def _wordy(line: Line, following: Sequence[Line]) -> Role:
    """What a row without figures is."""
    if rows.is_total(line.label):
        return Role.SUBTOTAL
    if rows.is_note(line.label):
        return Role.NOTE
    if line.account is None:
        return Role.BANNER if line.label and following else Role.NOTE
    under = next((other.account for other in following if other.account), None)
    if under is not None and accounts.belongs(under, line.account):
        return Role.BANNER
    capitals = line.name.isupper() and not (following and following[0].name.isupper())
    return Role.BANNER if capitals and under is not None else Role.RECORD


def _is_own_account(line: Line, following: Sequence[Line]) -> bool:
    """Whether a line whose words begin with "Total" is an account ("Total station hire")."""
    return (
        line.account is not None
        and accounts.category_of(line.account) != line.account
        and not any(other.account == line.account for other in following[:1])
        and not line.label.lower().rstrip(":").endswith("total")
        and line.account not in line.label
    )


def _sums_up(line: Line, following: Sequence[Line], before: Sequence[Line]) -> bool:
    """Whether a line with a category's code holds the sum of the accounts below or above it."""
    code = line.account or ""
    below, above = _run(following, code), _run(list(reversed(before)), code)
    for run in (below, above):
        if not run:
            continue
        for name, stated in line.values.items():
            parts = [part for other in run if (part := other.values[name]) is not None]
            if stated and parts and stated == sum(parts):
                return len(run) > 1 or line.name.isupper() or not run[0].name.isupper()
    return False


def _run(lines: Sequence[Line], code: str) -> list[Line]:
    """The lines next to a category's line that belong to it."""
    run: list[Line] = []
    for line in lines:
        if line.account is None or not line.figures or not accounts.belongs(line.account, code):
            break
        run.append(line)
    return run


def _closes(line: Line, following: Sequence[Line], before: Sequence[Line]) -> bool:
    """Whether figures without words stand where a subtotal does: below lines, above none."""
    last = bool(before) and before[-1].figures
    return last and (
        not following or not following[0].figures or following[0].row > line.row + 1
        or rows.is_total(following[0].label)
    )  # fmt: skip


def _stand(line: Line, place: _Place, following: Sequence[Line]) -> None:
    """Note where a line stands, and let banners and totals move the place."""
    if line.role is Role.BANNER or (line.role is Role.SUBTOTAL and _heads(line, following)):
        if line.account is None and accounts.is_section(line.label):
            place.section, place.code, place.category = line.label, None, None
        else:
            place.code, place.category = line.account, line.name or line.label
    line.section, line.category_code, line.category = place.section, place.code, place.category
    if line.role is Role.SUBTOTAL and not _heads(line, following):
        if (place.code is None and place.category is None) or totals_section(line.label):
            place.section = None
        place.code, place.category = None, None
    if line.role is Role.RECORD and place.code is None and place.category is None and line.account:
        line.category_code = accounts.category_of(line.account)


def totals_section(label: str) -> bool:
    """Whether a total's words name a section, or the whole: "TOTAL POST PRODUCTION"."""
    return accounts.is_section(totalled(label)) or is_grand(label)


def totalled(label: str) -> str:
    """What a total's words total: "Total for Set Design" -> "set design"."""
    return re.sub(
        r"\b(?:grand|sub|account|category)?[ -]*totals?\b(?: for| of)?|:", " ", fold(label)
    ).strip(" -.")


def is_grand(label: str) -> bool:
    """Whether a total's words name the whole budget."""
    return bool(_GRAND.fullmatch(normal(label)))


def _heads(line: Line, following: Sequence[Line]) -> bool:
    """Whether a category's line with its sum stands above its accounts."""
    return line.account is not None and bool(_run(following, line.account))


def _set_aside(lines: Sequence[Line]) -> None:
    """Take contingency, bond and overhead out of the lines, where no other account is with them.

    One that is an account among others of a category ("6704 Completion bond" under Insurance)
    stays a line.
    """
    for line in lines:
        if line.role is not Role.RECORD or not accounts.is_contractual(line.name):
            continue
        if line.category is not None:
            outside = accounts.is_contractual(line.category)
        else:
            together = [
                other
                for other in lines
                if other.role is Role.RECORD and other.category_code == line.category_code
            ]
            outside = all(accounts.is_contractual(other.name) for other in together)
        if outside:
            line.role = Role.SPECIAL
