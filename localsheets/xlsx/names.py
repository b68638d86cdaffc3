"""Tabs' titles as Excel allows them, and formulas and links in its form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote

from localsheets.state.book import Book
from localsheets.state.references import Corner, Reference, rewrite
from localsheets.wire.a1 import parse_block

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
LONGEST_TITLE = 31
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_NEW_FUNCTIONS = (
    "ARRAYTOTEXT BYCOL BYROW CHOOSECOLS CHOOSEROWS CONCAT DROP EXPAND FILTER HSTACK IFNA IFS "
    "LAMBDA LET MAKEARRAY MAP MAXIFS MINIFS RANDARRAY REDUCE SCAN SEQUENCE SORT SORTBY SWITCH TAKE "
    "TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNIQUE VSTACK WRAPCOLS WRAPROWS XLOOKUP "
    "XMATCH XOR DAYS ISOWEEKNUM NUMBERVALUE"
)
_NEW = re.compile(
    r'"(?:[^"]|"")*"|(?<![\w.])(' + "|".join(_NEW_FUNCTIONS.split()) + r")(?=\s*\()", re.I
)
_WORKSHEET_ONLY = {"FILTER", "SORT"}
_GID = re.compile(r"#(gid=[^\"]*)")


@dataclass(frozen=True, slots=True)
class Names:
    """What each tab is called in the file: by its id, and by its (folded) title here."""

    by_id: Mapping[int, str]
    by_title: Mapping[str, str]

    @classmethod
    def of(cls, book: Book) -> Names:
        """Give every tab a title that Excel allows and no other tab has."""
        by_id: dict[int, str] = {}
        taken: set[str] = set()
        for sheet in book.sheets:
            title = _FORBIDDEN.sub("-", sheet.title)[:LONGEST_TITLE].strip("'") or "Sheet"
            number = 1
            unique = title
            while unique.casefold() in taken:
                number += 1
                suffix = f" ({number})"
                unique = title[: LONGEST_TITLE - len(suffix)] + suffix
            taken.add(unique.casefold())
            by_id[sheet.id] = unique
        by_title = {sheet.title.casefold(): by_id[sheet.id] for sheet in book.sheets}
        return cls(by_id, by_title)

    def quoted(self, sheet_id: int) -> str | None:
        """A tab's title in quotes, for a formula or a link."""
        title = self.by_id.get(sheet_id)
        return None if title is None else "'" + title.replace("'", "''") + "'"


def formula(text: str, names: Names) -> str:
    """A formula as a file holds it: Excel's titles, closed blocks, prefixes of newer functions."""

    def change(reference: Reference) -> Reference:
        title = reference.tab
        if title is not None:
            title = names.by_title.get(title.casefold(), title)
        first, last = reference.first, reference.last
        if last is not None:
            last = _closed(first, last)
        if title == reference.tab and last == reference.last:
            return reference
        return Reference(first, last, title)

    shown = rewrite(text, change)
    shown = shown if shown.startswith("=") else "=" + shown.lstrip("+")
    return _GID.sub(lambda match: _in_formula(match, names), _NEW.sub(_prefixed, shown))


def _closed(first: Corner, last: Corner) -> Corner:
    """ "C2:C" -> "C2:C1048576": Excel has no half-open blocks."""
    row, column = last.row, last.column
    if first.row is not None and row is None:
        row = LAST_ROW - 1
    if first.column is not None and column is None:
        column = LAST_COLUMN - 1
    return Corner(row, column, last.row_fixed, last.column_fixed)


def _prefixed(match: re.Match[str]) -> str:
    name = match[1]
    if name is None:
        return match[0]
    extra = "_xlws." if name.upper() in _WORKSHEET_ONLY else ""
    return f"_xlfn.{extra}{name.upper()}"


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
