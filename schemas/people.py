"""What crew and cast lists share: names as people write them, banner rows, checks."""

from __future__ import annotations

import re
from decimal import Decimal

import pandera.pandas as pa

from model.issue import Issue
from model.table import Table
from schemas import issues
from schemas.headings import normal
from schemas.judge import check
from schemas.kind import Found
from schemas.sheet import Sheet
from schemas.values.words import is_dash, is_open, listed

_SUFFIXES = listed("jr sr ii iii iv inc llc ltd co corp gmbh lp esq phd md csa asc bsc dga pga")
_DEPARTMENT = re.compile(
    r"(?:the )?(?:production|accounting|accounts|finance|art|set dec(?:oration)?|set dressing|"
    r"props?|property|camera|sound|grips?|electric(?:al|s)?|(?:set )?lighting|lx|costumes?|"
    r"wardrobe|(?:hair|make ?up)(?: and (?:hair|make ?up))?|hmu|locations?|transport(?:ation)?|"
    r"teamsters|(?:special|visual) (?:f\s?x|effects)|sfx|vfx|spfx|stunts?|casting|extras|"
    r"background|construction|greens|catering|craft services?|crafty|medical|safety|security|"
    r"editorial|edit|post(?: production)?|music|publicity|stills?|epk|video(?: assist)?|playback|"
    r"script|continuity|directi(?:on|ng)|directors|assistant directors|ads|writers|producers|"
    r"executives?|office|studio|animals?|wranglers|armou?r(?:y|ers)|marine|aerial|drone|"
    r"second unit|2nd unit|main unit|education|teachers|legal|unit|crew|cast|stand ?ins|"
    r"above the line|below the line|additional crew|day players?|principals?|leads|"
    r"(?:principal|supporting|featured|guest) cast|supporting|series regulars|guest stars|"
    r"co stars|recurring|voice ?overs?)"
    r"(?: (?:department|dept|team|unit|crew|office|cast))?(?: \d+)?"
)


def person(text: str | None) -> str | None:
    """A person's name as it is said: "Moreno, Ana" -> "Ana Moreno". Open words are nobody."""
    if not text or is_open(text) or is_dash(text):
        return None
    last, comma, first = text.partition(",")
    first = first.strip()
    if not comma or not first or "," in first or not last.strip():
        return text
    if first.split(" ", maxsplit=1)[0].lower().strip(".") in _SUFFIXES:
        return text
    return f"{first} {last.strip()}"


def joined(first: str | None, last: str | None) -> str | None:
    """A name from its two columns."""
    return person(" ".join(part for part in (first, last) if part) or None)


def banner(sheet: Sheet, found: Found, row: int, texts: dict[int, str]) -> str | None:
    """The department that a row announces; ``None`` where it announces none.

    A banner's words stand alone in their row, or repeated in it where cells were merged: words
    that name a department, or capitals, or a merged cell, and in no column of a field but the
    department's and the first.
    """
    words = set(texts.values())
    if len(words) != 1:
        return None
    text, col = words.pop(), min(texts)
    bare = re.sub(r"[(\[].*$", "", text).strip(" :-–—*=")
    if not bare or not any(char.isalpha() for char in bare):
        return None
    if _DEPARTMENT.fullmatch(normal(bare)) or normal(bare).endswith((" department", " dept")):
        return bare
    merged = any(
        block.right - block.left >= 2 and (row, col) in block for block in sheet.grid.merges
    )
    columns = found.header.columns
    aside = col not in (columns.get("position"), columns.get("name"), columns.get("role"))
    if merged or columns.get("department") == col or (aside and col == found.block.left):
        return bare
    return bare if bare.isupper() and not _mostly_capitals(sheet, found, col) else None


def _mostly_capitals(sheet: Sheet, found: Found, col: int) -> bool:
    """Whether a column is written in capitals anyway, so that capitals tell nothing."""
    texts = [
        text
        for row in range(found.header.bottom + 1, found.block.bottom + 1)
        if (text := sheet.text(row, col)) and any(char.isalpha() for char in text)
    ]
    return sum(text.isupper() for text in texts) * 2 > len(texts)


def deal_issues(table: Table) -> list[Issue]:
    """An issue for each person whose end lies before their start."""
    made = []
    columns = (table.frame["start_date"], table.frame["end_date"])
    for label, start, end in zip(table.frame.index, *columns, strict=True):
        if start is not None and end is not None and end < start:
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
_EMAIL = re.compile(
    r"[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+(?:\s*[;,/]?\s*[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+)*"
)
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
