"""A production's settings lines that say of a tab what was read from it: to paste and to change."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

import schemas
from model.cell import Cell, column_letters
from model.table import Dood, Table

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def of_table(table: Table) -> tuple[str, ...]:
    """The lines that pin a tab to what it was taken for: read again with them, it reads the same.

    Every line is TOML; ``columns`` and ``legend`` stand on a line each, whatever their length.
    """
    lines = [section(table.place.book, table.place.tab), f"kind = {quoted(table.kind)}"]
    if table.header_rows:
        lines.append(f"header_rows = [{', '.join(map(str, table.header_rows))}]")
    fields = schemas.FIELDS.get(table.kind, ())
    columns = {
        field: quoted(column_letters(col))
        for field, col in sorted(table.place.columns.items(), key=lambda item: item[1])
        if field in fields
    }
    lines += _inline("columns", columns.items())
    if isinstance(table, Dood):
        lines += _inline("legend", ((code, quoted(meant)) for code, meant in _legend(table)))
    if table.superseded:
        lines.append("superseded = true")
    return tuple(lines)


def of_nothing(cell: Cell, kind: str = "ignore", rows: Iterable[int] = ()) -> tuple[str, ...]:
    """The lines that say what a tab is that was taken for nothing."""
    lines = [section(cell.book, cell.tab), f"kind = {quoted(kind)}"]
    if numbers := ", ".join(map(str, rows)):
        lines.append(f"header_rows = [{numbers}]")
    return tuple(lines)


def section(book: str, tab: str) -> str:
    """A tab's section: ``[sheets.budget."Budget v3"]``."""
    return f"[sheets.{_key(book)}.{quoted(tab)}]"


def quoted(text: str) -> str:
    """A text as TOML writes it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _inline(name: str, items: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A table on one line; none where it would be empty."""
    inside = ", ".join(f"{_key(key)} = {value}" for key, value in items)
    if inside:
        yield f"{name} = {{ {inside} }}"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else quoted(name)


def _legend(dood: Dood) -> list[tuple[str, str]]:
    """The codes that the sheet writes otherwise than Movie Magic does, and what they mean."""
    codes = dood.frame[["text", "code"]].drop_duplicates()
    return sorted(
        (text, code)
        for text, code in codes.itertuples(index=False)
        if code and str(text).upper() != code
    )
