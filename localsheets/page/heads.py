"""Headings of rows and columns: letters and numbers, groups' bars and buttons, hidden marks."""

from __future__ import annotations

from localsheets.page.axis import Axis, Group
from localsheets.wire.a1 import Rect, letters


def row_head(axis: Axis, row: int, filtered: Rect | None) -> str:
    """The heading of a row: its group bars (if the tab has any) and its number."""
    within = filtered is not None and filtered.top <= row < (filtered.bottom or 0)
    gutter = f'<th class="gut">{_bars(axis, row)}' if axis.depth else ""
    named = ' class="num ff"' if within else ' class="num"'
    return f"{gutter}<th scope=row{named} data-r={row}>{row + 1}{marks(axis, row)}"


def column_heads(rows: Axis, axis: Axis, shown: list[int], filtered: Rect | None) -> str:
    """The rows at the head of a table: bars of column groups, then letters."""
    corner = "<th class=gut>" if rows.depth else ""
    made = ""
    if axis.depth:
        bars = "".join(f'<th class="cgut{_frozen(axis, c)}">{_bars(axis, c)}' for c in shown)
        made = f'<tr class=bars>{corner}<th class="num">{bars}</tr>'
    heads = "".join(_column_head(axis, column, filtered) for column in shown)
    return f'{made}<tr class=letters>{corner}<th class="num all" title="Select all">{heads}</tr>'


def _column_head(axis: Axis, column: int, filtered: Rect | None) -> str:
    within = filtered is not None and filtered.left <= column < (filtered.right or 0)
    named = f"col{_frozen(axis, column)}{' ff' if within else ''}"
    inner = f"{letters(column)}{marks(axis, column)}"
    return f'<th scope=col class="{named}" data-c={column}>{inner}'


def _frozen(axis: Axis, column: int) -> str:
    return f" fz f{column}" if column < axis.frozen else ""


def marks(axis: Axis, index: int) -> str:
    """Buttons for hidden stretches beside a row or column."""
    return "".join(_mark(axis, *stretch) for stretch in axis.beside.get(index, ()))


def _mark(axis: Axis, start: int, end: int, key: str) -> str:
    closed = axis.is_hidden(start)
    what, first, last = "rows", str(start + 1), str(end)
    if not axis.rows:
        what, first, last = "columns", letters(start), letters(end - 1)
    title = f"{'Show' if closed else 'Hide'} {what} {first} to {last}"
    return (
        f'<button class="mark {"after" if start else "before"}" data-flip="{key}" tabindex=-1'
        f' aria-expanded={str(not closed).lower()} title="{title}"></button>'
    )


def _bars(axis: Axis, index: int) -> str:
    """For each level: a button where a group is worked, else a bar where one lies."""
    made = ""
    for depth in range(1, axis.depth + 1):
        level = [group for group in axis.groups if group.depth == depth]
        worked = next((g for g in level if _place(axis, g) == index), None)
        inside = next((g for g in level if g.start <= index < g.end), None)
        if worked is not None:
            made += (
                f'<button class="fold d{depth}" data-flip="{worked.key}" tabindex=-1'
                f' aria-expanded={str(not worked.closed).lower()} title="{worked.title}">'
                f"{'+' if worked.closed else '−'}</button>"
            )
        elif inside is not None:
            last = index == (inside.start if axis.control_after else inside.end - 1)
            made += f'<i class="d{depth}{" last" if last else ""}"></i>'
    return made


def _place(axis: Axis, group: Group) -> int:
    """The row or column that carries a group's button."""
    if axis.control_after:
        return group.end if group.end < axis.count else group.start - 1
    return group.start - 1 if group.start else group.end
