"""The hidden key column: what its cells say, and how they are read back.

A report tab has a hidden first column and a hidden first row. The column holds a mark for every row
of ours, by which a line is found again wherever people sorted it. The row holds the fields' names,
by which a column is found again where people put columns of their own in between.

First rather than last: a person who adds columns on the right never meets it, and long titles in
the first visible column flow over the blank cells beside them, which a hidden column in the middle
would cut off. The price is that a person who selects only the visible columns and sorts that range
leaves the keys behind; each mark therefore also carries a fingerprint of its row's words, by which
:mod:`sheets.planning.standing` notices and joins them again. Sorting by the filter's menus, the
column's menu, or whole rows takes the keys along.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

CORNER = "topsheet:rows"
"""What the cell begins with where the key column and the row of field names meet.

The report's name follows, by which a tab is known again that came through a file and lost its
developer metadata on the way.
"""


class Kind(StrEnum):
    """What a row of ours is."""

    FIELDS = "F"
    PREAMBLE = "P"
    HEADING = "H"
    LINE = "L"


Name = tuple[Kind, str]
"""A row of a tab: its kind and the line's key."""

FIELDS_ROW: Name = (Kind.FIELDS, "")
HEADING_ROW: Name = (Kind.HEADING, "")

_TEXT = re.compile(
    r"([PHL])([0-9a-f]{8})?\.([0-9a-f]{8})?(?:@(\d{4}-\d{2}-\d{2}|-)(~)?)?:(.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One cell of the key column.

    ``looks`` is the fingerprint of what a cell's value does not show (styles, links, notes, formula
    templates); ``words`` that of the row's computed texts. ``resolved`` is the date since which the
    line no longer applies ("-" where the day is not known), or "".
    """

    kind: Kind
    key: str = ""
    looks: str = ""
    words: str = ""
    resolved: str = ""
    folded: bool = False
    """Whether a resolved line was put into the group at the bottom."""
    report: str = ""
    """The corner's only: the report that the tab was made for."""

    @property
    def name(self) -> Name:
        """What the row is found by."""
        return self.kind, self.key

    @property
    def text(self) -> str:
        """The cell's content: "L1f0c2a77.d41b9e02:2200", resolved "L...@2026-11-22:2200"."""
        if self.kind is Kind.FIELDS:
            return f"{CORNER}/{self.report}"
        since = f"@{self.resolved}{'~' * self.folded}" if self.resolved else ""
        return f"{self.kind}{self.looks}.{self.words}{since}:{self.key}"

    def since(self, day: str, words: str) -> Mark:
        """The same row, resolved on ``day`` (ISO, or "-"), and the words that it has then."""
        return replace(self, resolved=day, words=words)


def read_mark(content: object) -> Mark | None:
    """Read a cell of the key column; ``None`` where it holds no mark of ours."""
    if isinstance(content, str) and content.startswith(CORNER):
        return Mark(Kind.FIELDS, report=content[len(CORNER) + 1 :])
    match = _TEXT.fullmatch(content) if isinstance(content, str) else None
    if match is None:
        return None
    kind, looks, words, resolved, folded, key = match.groups()
    return Mark(Kind(kind), key, looks or "", words or "", resolved or "", folded=bool(folded))
