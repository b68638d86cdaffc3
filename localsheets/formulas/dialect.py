"""A Google formula in the form that ironcalc reads: open blocks closed, named ranges spelt out."""

from __future__ import annotations

import re

from localsheets.formulas.dependencies import Names
from localsheets.state.references import GONE, Corner, Reference, cut
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect

_WORD = re.compile(r'"(?:[^"]|"")*"|[^\W\d][\w.]*(?!\s*\(|[\w.])')


def for_engine(
    formula: str, own: Sheet, names: Names, tabs: dict[int, str], *, qualified: bool = False
) -> str:
    """Rewrite one formula. ``tabs`` says what each tab (by its sheetId) is called in the engine.
    A ``qualified`` one means the same on any tab."""
    text = "".join(
        _closed(piece, own, names, tabs, qualified)
        if isinstance(piece, Reference)
        else _spelt(piece, names, tabs)
        for piece in cut(formula)
    )
    return text if text.startswith("=") else "=" + text.lstrip("+")


def _closed(
    reference: Reference, own: Sheet, names: Names, tabs: dict[int, str], qualified: bool
) -> str:
    """ "B2:B" -> "B2:B1000": a block with one open side ends where the tab does."""
    sheet = names.of(reference, own)
    if sheet is None:
        return GONE
    tab = "" if reference.tab is None and not qualified else f"{tabs[sheet.id]}!"
    first, last = reference.first, reference.last
    if last is None:
        return tab + first.text
    half_rows = (first.row is None) != (last.row is None)
    half_columns = (first.column is None) != (last.column is None)
    if not half_rows and not half_columns:
        return f"{tab}{first.text}:{last.text}"
    return tab + _block(reference.rect.clamp(sheet.row_count, sheet.column_count))


def _block(rect: Rect) -> str:
    first = Corner(rect.top, rect.left)
    last = Corner((rect.bottom or 1) - 1, (rect.right or 1) - 1)
    return f"{first.text}:{last.text}"


def _spelt(text: str, names: Names, tabs: dict[int, str]) -> str:
    if not names.ranges:
        return text

    def spell(match: re.Match[str]) -> str:
        named = names.ranges.get(match[0].casefold())
        if named is None:
            return match[0]
        sheet, rect = named
        return f"{tabs[sheet.id]}!{_block(rect.clamp(sheet.row_count, sheet.column_count))}"

    return _WORD.sub(spell, text)
