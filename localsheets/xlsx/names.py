"""Tabs' titles as Excel allows them, and formulas and links in its form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import parse_qs, unquote

from localsheets.state.book import Book
from localsheets.state.references import Corner, Reference, rewrite
from localsheets.wire.a1 import parse_block
from localsheets.xlsx.functions import prefixed

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_ILLEGAL = re.compile("[\x00-\x1f\ufffe\uffff]")
"""Signs that XML does not allow, and line feeds, which would end in a title."""
LONGEST_TITLE = 31
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_GID = re.compile(r"#(gid=[^\"]*)")


@dataclass(frozen=True, slots=True)
class Names:
    """What each tab is called in the file: by its id, and by its (folded) title here."""

    by_id: Mapping[int, str]
    by_title: Mapping[str, str]
    ranges: frozenset[str]
    """The (folded) names of named ranges."""

    @classmethod
    def of(cls, book: Book) -> Names:
        """Give every tab a title that Excel allows and no other tab has."""
        by_id: dict[int, str] = {}
        taken: set[str] = set()
        for sheet in book.sheets:
            legal = _ILLEGAL.sub("", sheet.title)
            title = _FORBIDDEN.sub("-", legal)[:LONGEST_TITLE].strip("'") or "Sheet"
            number = 1
            unique = title
            while unique.casefold() in taken:
                number += 1
                suffix = f" ({number})"
                unique = title[: LONGEST_TITLE - len(suffix)] + suffix
            taken.add(unique.casefold())
            by_id[sheet.id] = unique
        by_title = {sheet.title.casefold(): by_id[sheet.id] for sheet in book.sheets}
        ranges = frozenset(str(item["name"]).casefold() for item in book.named)
        return cls(by_id, by_title, ranges)

    def quoted(self, sheet_id: int) -> str | None:
        """A tab's title in quotes, for a formula or a link."""
        title = self.by_id.get(sheet_id)
        return None if title is None else "'" + title.replace("'", "''") + "'"


def formula(text: str, names: Names) -> str:
    """A formula as a file holds it: Excel's titles, closed blocks, prefixes of newer functions."""

    def change(reference: Reference) -> Reference:
        last = reference.last
        if last is not None:
            last = _closed(reference.first, last)
        return reference if last == reference.last else replace(reference, last=last)

    return prefixed(rewrite(renamed(text, names), change))


def renamed(text: str, names: Names) -> str:
    """A formula of ours with the titles that tabs have in the file."""

    def change(reference: Reference) -> Reference:
        title = reference.tab
        if title is not None:
            title = names.by_title.get(title.casefold(), title)
        return reference if title == reference.tab else replace(reference, tab=title)

    shown = rewrite(text, change)
    shown = shown if shown.startswith("=") else "=" + shown.lstrip("+")
    return _GID.sub(lambda match: _in_formula(match, names), shown)


def opened(text: str) -> str:
    """A file's formula with blocks that end where Excel's grid does open, as Google has them."""
    if f"{LAST_ROW}" not in text and "XFD" not in text.upper():
        return text

    def change(reference: Reference) -> Reference:
        first, last = reference.first, reference.last
        if last is None or None in (first.row, first.column, last.row, last.column):
            return reference
        if last.row == LAST_ROW - 1 and first.row != last.row:
            return replace(reference, last=replace(last, row=None, row_fixed=False))
        if last.column == LAST_COLUMN - 1 and first.column != last.column:
            return replace(reference, last=replace(last, column=None, column_fixed=False))
        return reference

    return rewrite(text, change)


def _closed(first: Corner, last: Corner) -> Corner:
    """ "C2:C" -> "C2:C1048576": Excel has no half-open blocks."""
    row, column = last.row, last.column
    if first.row is not None and row is None:
        row = LAST_ROW - 1
    if first.column is not None and column is None:
        column = LAST_COLUMN - 1
    return Corner(row, column, last.row_fixed, last.column_fixed)


def _in_formula(match: re.Match[str], names: Names) -> str:
    inside = place(match[1], names)
    return match[0] if inside is None else "#" + inside


def place(link: str, names: Names) -> str | None:
    """ "#gid=7&range=B7" -> "'Tab'!B7"; ``None`` for a link that leads elsewhere."""
    parts = parse_qs(link.lstrip("#"))
    if "gid" not in parts or not parts["gid"][0].isdigit():
        return None
    tab = names.quoted(int(parts["gid"][0]))
    if tab is None:
        return None
    block = unquote(parts.get("range", ["A1"])[0])
    return f"{tab}!{block}" if parse_block(block) else f"{tab}!A1"
