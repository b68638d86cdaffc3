"""What crew and cast lists share: banner rows, lines that go on, checks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

import pandera.pandas as pa

from model.issue import Issue
from model.table import Table
from schemas import issues
from schemas.headings import normal
from schemas.judge import check
from schemas.kind import Found
from schemas.people import departments
from schemas.remarks import is_note
from schemas.rows import Record, Sorted, filled
from schemas.sheet import Sheet
from schemas.values import names
from schemas.values.marks import Booking, booking, declines
from schemas.values.rates import Rate
from schemas.values.words import is_dash, is_open

_LONGEST = 70
"""Letters that a banner has at most: what is longer is a remark."""
_SENTENCE = 5
"""Words from which a text is a sentence rather than a role or a job."""
_NAMED = ("element_id", "name", "first_name", "last_name")
_REACHED = ("phone", "email", "agent", "notes")
"""Fields that go on in the line below."""


def banner(sheet: Sheet, found: Found, row: int, texts: dict[int, str]) -> str | None:
    """The department that a row announces; ``None`` where it announces none.

    A banner's words stand alone in their row, or repeated in it where cells were merged: words
    that name a department, or capitals, or a merged cell, and in no column of a field but the
    department's and the first; or what is no name, above somebody, where the names stand.
    """
    words = set(texts.values())
    if len(words) != 1:
        return None
    text, col = words.pop(), min(texts)
    bare = re.sub(r"[(\[].*$", "", text).strip(" :-–—*=")
    if not bare or not any(char.isalpha() for char in bare):
        return None
    if departments.is_department(bare) or normal(bare).endswith((" department", " dept")):
        return bare
    if departments.is_elsewhere(bare):
        return bare
    if len(bare) > _LONGEST:
        return None
    merged = any(
        block.right - block.left >= 2 and (row, col) in block for block in sheet.grid.merges
    )
    columns = found.header.columns
    aside = col not in (columns.get("position"), columns.get("name"), columns.get("role"))
    if merged or columns.get("department") == col or (aside and col == found.block.left):
        return bare
    if col == columns.get("name") and _is_above_somebody(sheet, found, row, bare):
        return bare
    return bare if bare.isupper() and not _mostly_capitals(sheet, found, col) else None


def _is_above_somebody(sheet: Sheet, found: Found, row: int, text: str) -> bool:
    """Whether what is no name heads the lines of people below: "As needed".

    Names have capitals, but for "de" and "von"; where the list writes some without, nothing tells.
    """
    capitals = sum(word[0].isupper() for word in text.split())
    if capitals > 1 or _is_address(text) or _UNCAPITAL.search(text) is None:
        return False
    col = found.header.columns["name"]
    lines = [sheet.line(at)[: found.block.right] for at in _rows(found)]
    full = [line[col - 1] for line in lines if sum(map(bool, line)) > 1]
    below = sheet.line(row + 1)[: found.block.right]
    return sum(map(bool, below)) > 2 and not any(map(_UNCAPITAL.search, full))


def _rows(found: Found) -> range:
    """The rows below a table's headings."""
    return range(found.header.bottom + 1, found.block.bottom + 1)


_UNCAPITAL = re.compile(
    r"(?<!\S)(?!(?:de|di|da|do|del|della|des|du|la|le|van|von|vom|der|den|zu|zur|ter|ten|el|al|bin|"
    r"ibn|dos|das|y|e|o|and|et|und|i|af|av|d|jr|sr|jun|sen)\b)[a-zß-ÿ][\w'’-]*"
)
"""A word in small letters that is no part of a name."""


def is_listed_remark(text: str) -> bool:
    """Whether words that stand alone are one of a list of remarks: "- ask him about the pumps"."""
    return _LISTED.match(text) is not None


_LISTED = re.compile(r"[-–—•·*>→]\s*\w")


def _mostly_capitals(sheet: Sheet, found: Found, col: int) -> bool:
    """Whether a column is written in capitals anyway, so that capitals tell nothing."""
    texts = [
        text
        for row in _rows(found)
        if (text := sheet.text(row, col)) and any(char.isalpha() for char in text)
    ]
    return sum(text.isupper() for text in texts) * 2 > len(texts)


def is_said_below(records: Sequence[Record], last: bool, text: str) -> bool:
    """Whether the last words of a list are a remark, nobody to be found: "Voice: not cast yet".

    A sentence, or a key with what it says, below lines that all say more than a role or a job.
    """
    return (
        last
        and _is_sentence(text)
        and all(any(map(record.values.get, _NAMED)) for record in records)
    )


def foot(sheet: Sheet, found: Found, told: Sorted) -> int:
    """The row from which on a list's last rows, apart from it, are remarks of a text each.

    One of them says so: a sentence, a key with what it says, a note; beyond the last row where
    there are no such.
    """
    blank, first, said = set(told.excluded.get("blank", ())), 0, False
    for row in sorted(told.left, reverse=True):
        texts = filled(sheet, found, row)
        if len(texts) != 1 or (first and row != first - 1):
            break
        text, first = next(iter(texts.values())), row
        said = said or is_note(text) or _is_sentence(text)
    return first if said and first and first - 1 in blank else sheet.height + 1


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= _SENTENCE or re.search(r"\w ?: \w", text) is not None


def goes_on(record: Record, above: Record | None, last_row: int) -> bool:
    """Whether a line goes on with the one above: a second phone, an e-mail, nobody new.

    ``above`` is the last record, ``last_row`` the last row that was its own.
    """
    if above is None or record.row != last_row + 1:
        return False
    filled = {name for name, value in record.values.items() if value not in (None, Rate())}
    if filled and filled <= set(_REACHED):
        return True
    said = record.values.get("name")
    if not isinstance(said, str) or not filled <= {"name", *_REACHED}:
        return False
    return names.is_continued(said) or _is_address(said)


def _is_address(text: str) -> bool:
    """Whether what stands in a name's column is an e-mail, a phone or a street."""
    return "@" in text or any(char.isdigit() for char in text)


def join(record: Record, above: Record) -> None:
    """Put a line that goes on into the record above it, in place."""
    said = record.values.get("name")
    if isinstance(said, str) and _is_address(said):
        record.values["email"] = record.values.get("email") or (said if "@" in said else None)
    elif isinstance(said, str):
        above.values["name"] = names.person(said)
        above.values["loan_out"] = above.values.get("loan_out") or above.values.get("stated_name")
    for name in _REACHED:
        parts = [text for text in (above.values.get(name), record.values.get(name)) if text]
        if parts:
            above.values[name] = "; ".join(str(part) for part in parts)


def take_name(values: dict[str, object], texts: Sequence[object]) -> None:
    """Say who a name's cell names, in place; ``texts`` is the whole name, or its two parts."""
    parts = [text for text in texts if isinstance(text, str)]
    stated = " ".join(part for part in parts if not is_open(part) and not is_dash(part))
    who = names.named(stated or None)
    values["name"], values["loan_out"] = who.name, who.loan_out
    values["stated_name"] = stated or None
    if who.remark:
        values["notes"] = "; ".join(str(part) for part in (values.get("notes"), who.remark) if part)
        if not values.get("status"):
            values["status"] = who.remark if booking(who.remark) else None
    if not values.get("status") and declines(values.get("notes")):
        values["status"] = Booking.DECLINED.value


def deal_issues(table: Table, noted: Sequence[Issue] = ()) -> list[Issue]:
    """An issue for each person whose end lies before their start.

    Where one of the two dates is in doubt already (``noted``), that is the fault, and said once.
    """
    made = []
    doubted = {
        issue.at for issue in noted if issue.code in ("date-outside-production", "date-far-off")
    }
    columns = (table.frame["start_date"], table.frame["end_date"])
    for label, start, end in zip(table.frame.index, *columns, strict=True):
        cells = {table.cell(int(label), name) for name in ("start_date", "end_date")}
        if start is not None and end is not None and end < start and not cells & doubted:
            made.append(
                issues.make(
                    "end-before-start",
                    f"The end date {end:%Y-%m-%d} lies before the start date {start:%Y-%m-%d}.",
                    table.cell(int(label), "end_date"),
                    related=(table.cell(int(label), "start_date"),),
                    expected=f"a date from {start:%Y-%m-%d} on",
                    suggestion="Mend whichever of the two dates is wrong.",
                )
            )
    return made


RATE = check(
    "rate-not-positive",
    "The rate is {found}.",
    lambda rate: rate > 0,
    expected="a rate above zero, or a blank cell",
    suggestion="Type the rate, or clear the cell where there is none.",
)
_ADDRESS = r"[^\s@;,/]+@[^\s@;,./]+(?:\.[^\s@;,./]+)+\.?"
_EMAIL = re.compile(rf"{_ADDRESS}(?:(?:\s*[;,/]\s*|\s+){_ADDRESS})*")
EMAIL = check(
    "email-malformed",
    "The e-mail cell holds something that is no e-mail address.",
    lambda text: _EMAIL.fullmatch(text) is not None or is_open(text) or is_dash(text),
    expected="an e-mail address, or a blank cell",
    suggestion="Mend the address.",
)
HOURS = check(
    "hours-implausible",
    "The guaranteed hours are {found}.",
    lambda hours: Decimal(1) <= hours <= Decimal(120),
    expected="hours a day or a week, from 1 to 120",
    suggestion="Type the guaranteed hours alone.",
)


def column(*checks: pa.Check) -> pa.Column:
    """A column of objects that may be missing, judged by some checks."""
    return pa.Column(object, checks=list(checks), nullable=True, coerce=False)
