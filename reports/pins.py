"""A production's settings lines that say of a tab what was read from it: to paste and to change."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

import schemas
from model.cell import Cell, column_letters
from model.table import Dood, Table

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def of_tab(tables: Sequence[Table], width: int | None = None) -> tuple[str, ...]:
    """The lines that pin a tab to what it was taken for: read again with them, it reads the same.

    ``tables`` are all of the tab's. Of several, the heading rows are named, and the kind where it
    is one; columns only of one alone, since they go for the whole tab. Of a day-out-of-days both
    are comments: it may have them again below or beside, and settings name them once; and so they
    are of lines whose fields stand in rows. Every line is TOML; none is wider than ``width`` where
    it can be helped.
    """
    place, kinds = tables[0].place, {table.kind for table in tables}
    lines = [section(place.book, place.tab)]
    if len(kinds) == 1:
        lines.append(f"kind = {quoted(*kinds)}")
    comment = "# " if kinds == {"dood"} or any(table.place.rows for table in tables) else ""
    rows = sorted({row for table in tables for row in table.header_rows})
    if rows:
        lines.append(f"{comment}header_rows = [{', '.join(map(str, rows))}]")
    if len(tables) == 1:
        columns = _pairs("columns", _columns(tables[0]), width)
        lines += [f"{comment}{line}" for line in columns]
    legend = {code: meant for table in tables for code, meant in _legend(table)}
    lines += _pairs("legend", sorted(legend.items()), width)
    if all(table.superseded for table in tables):
        lines.append("superseded = true")
    return tuple(lines)


def _columns(table: Table) -> Iterator[tuple[str, str]]:
    """Field and letters of each column that the settings can name, from left to right.

    Of fields that are read out of one column the first is that column's own.
    """
    fields = schemas.FIELDS.get(table.kind, ())
    own = {col: field for field, col in reversed([*table.place.columns.items()]) if field in fields}
    for col, field in sorted(own.items()):
        yield field, column_letters(col)


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


def _pairs(name: str, items: Iterable[tuple[str, str]], width: int | None) -> Iterator[str]:
    """Keys and texts on one line, or a line each where that would be too wide; none of none."""
    pairs = [f"{_key(key)} = {quoted(value)}" for key, value in items]
    inline = f"{name} = {{ {', '.join(pairs)} }}"
    if width is not None and len(inline) > width:
        yield from (f"{name}.{pair}" for pair in pairs)
    elif pairs:
        yield inline


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else quoted(name)


def _legend(table: Table) -> list[tuple[str, str]]:
    """The codes that a sheet writes otherwise than Movie Magic does, and what they mean."""
    if not isinstance(table, Dood):
        return []
    codes = table.frame[["text", "code"]].drop_duplicates()
    pairs = zip(codes["text"].tolist(), codes["code"].tolist(), strict=True)
    return [(text, code) for text, code in pairs if code and str(text).upper() != code]
