"""The references in a formula's text: found, moved with rows and columns, copied, renamed. Pure.

A formula is cut into literal text and references ("A1", "$B$2:C9", "'Tab 1'!A:C"); what stands in
quotation marks is literal. Cutting is cached, since a sheet holds the same few thousand formulas.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from localsheets.wire.a1 import Rect, column_index, letters, quote
from localsheets.wire.axis import Shift

_CELL = r"\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}"
_COLUMN = r"\$?[A-Za-z]{1,3}"
_ROW = r"\$?[1-9][0-9]{0,6}"
_BLOCK = (
    rf"{_CELL}:{_CELL}|{_CELL}:{_COLUMN}(?![A-Za-z0-9_(])|{_CELL}:{_ROW}(?![0-9A-Za-z.])"
    rf"|{_CELL}|{_COLUMN}:{_COLUMN}|{_ROW}:{_ROW}"
)
_TAB = r"(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!"
_PIECES = re.compile(
    r'"(?:[^"]|"")*"'
    rf"|(?P<tab>{_TAB})?(?<![\w.$])(?P<block>{_BLOCK})(?![\w(.!])"
    r"|#REF!|'(?:[^']|'')+'|[\w.]+"
)
_CORNER = re.compile(r"(\$?)([A-Za-z]{0,3})(\$?)([0-9]*)")
GONE = "#REF!"


@dataclass(frozen=True, slots=True)
class Corner:
    """One corner: 0-based; ``None`` where a whole row or column is meant."""

    row: int | None
    column: int | None
    row_fixed: bool = False
    column_fixed: bool = False

    @property
    def text(self) -> str:
        """As it stands in a formula: "$B$2"."""
        name = "" if self.column is None else ("$" * self.column_fixed + letters(self.column))
        return name + ("" if self.row is None else "$" * self.row_fixed + str(self.row + 1))


@dataclass(frozen=True, slots=True)
class Reference:
    """A cell or a block, perhaps of another tab."""

    first: Corner
    last: Corner | None = None
    tab: str | None = None

    @property
    def text(self) -> str:
        """As it stands in a formula."""
        tab = "" if self.tab is None else f"{quote(self.tab)}!"
        return tab + self.first.text + (f":{self.last.text}" if self.last else "")

    @property
    def rect(self) -> Rect:
        """Its block; a side is open where only one corner names a row or column."""
        last = self.last or self.first
        top, bottom = _stretch(self.first.row, last.row)
        left, right = _stretch(self.first.column, last.column)
        return Rect(top, left, bottom, right)


Piece = str | Reference


def _stretch(first: int | None, last: int | None) -> tuple[int, int | None]:
    if first is None or last is None:
        return first or last or 0, None
    return min(first, last), max(first, last) + 1


@lru_cache(maxsize=50_000)
def cut(formula: str) -> tuple[Piece, ...]:
    """Part a formula into literal text and references."""
    pieces: list[Piece] = []
    place = 0
    for match in _PIECES.finditer(formula):
        if match["block"] is None:
            continue
        if match.start() > place:
            pieces.append(formula[place : match.start()])
        pieces.append(_reference(match["tab"], match["block"]))
        place = match.end()
    if place < len(formula):
        pieces.append(formula[place:])
    return tuple(pieces)


def _reference(tab: str | None, block: str) -> Reference:
    first, colon, last = block.partition(":")
    title = None
    if tab is not None:
        title = tab[:-1]
        if title.startswith("'"):
            title = title[1:-1].replace("''", "'")
    return Reference(_corner(first), _corner(last) if colon else None, title)


def _corner(text: str) -> Corner:
    match = _CORNER.fullmatch(text)
    if match is None:  # cannot happen: _PIECES found it
        raise ValueError(f"{text!r} is no corner of a block")
    dollar, name, second, digits = match.groups()
    if not name:
        return Corner(int(digits) - 1, None, row_fixed=bool(dollar or second))
    row = int(digits) - 1 if digits else None
    return Corner(row, column_index(name), bool(second), bool(dollar))


def references(formula: str) -> Iterator[Reference]:
    """Every reference of a formula."""
    return (piece for piece in cut(formula) if isinstance(piece, Reference))


def rewrite(formula: str, change: Callable[[Reference], Reference | None]) -> str:
    """Replace each reference by what ``change`` makes of it; ``None`` becomes #REF!."""
    pieces = cut(formula)
    parts, altered = [], False
    for piece in pieces:
        if isinstance(piece, str):
            parts.append(piece)
            continue
        changed = change(piece)
        altered = altered or changed is not piece
        parts.append(GONE if changed is None else changed.text)
    return "".join(parts) if altered else formula


def follow(formula: str, on_tab: bool, title: str, *shifts: Shift) -> tuple[str, bool]:
    """Let a formula follow rows, columns or cells that move on the tab ``title``, step by step.

    ``on_tab`` says whether the formula itself stands there (its bare references are then meant).
    Answers the new text and whether any block changed its size or its cells, so that the formula's
    value may differ.
    """
    altered = False

    def change(reference: Reference) -> Reference | None:
        nonlocal altered
        meant = on_tab if reference.tab is None else reference.tab.casefold() == folded
        if not meant:
            return reference
        rect = reference.rect
        for shift in shifts:
            moved = shift.rect(rect)
            if moved is None or _size(moved) != _size(rect) or shift.disturbs(rect):
                altered = True
            if moved is None:
                return None
            rect = moved
        return placed(reference, rect)

    folded = title.casefold()
    return rewrite(formula, change), altered


def _size(rect: Rect) -> tuple[int | None, int | None]:
    height = None if rect.bottom is None else rect.bottom - rect.top
    return height, None if rect.right is None else rect.right - rect.left


def placed(reference: Reference, rect: Rect) -> Reference:
    """A reference to another block of its kind: what is fixed stays fixed, open sides stay open."""
    if rect == reference.rect:
        return reference
    first, last = reference.first, reference.last
    if last is None:
        return replace(reference, first=replace(first, row=rect.top, column=rect.left))
    rows = _edges(first.row, last.row, rect.top, rect.bottom)
    columns = _edges(first.column, last.column, rect.left, rect.right)
    return _tidy(
        replace(
            reference,
            first=replace(first, row=rows[0], column=columns[0]),
            last=replace(last, row=rows[1], column=columns[1]),
        )
    )


def _edges(
    first: int | None, last: int | None, start: int, end: int | None
) -> tuple[int | None, int | None]:
    """Both corners' new index on one axis, in the order in which they stood."""
    if first is None or last is None or end is None:
        return (None if first is None else start), (None if last is None else start)
    return (start, end - 1) if first <= last else (end - 1, start)


def _tidy(reference: Reference) -> Reference:
    """As Google writes a block: from its first corner to its last, and one cell as one cell.

    Corners that are fixed differently keep their order (measured by others on live Google).
    """
    first, last = reference.first, reference.last
    if last is None or None in (first.row, first.column, last.row, last.column):
        return reference
    if (first.row_fixed, first.column_fixed) != (last.row_fixed, last.column_fixed):
        return reference
    if first == last:
        return replace(reference, last=None)
    rect = reference.rect
    bottom, right = (rect.bottom or 1) - 1, (rect.right or 1) - 1
    return replace(
        reference,
        first=replace(first, row=rect.top, column=rect.left),
        last=replace(last, row=bottom, column=right),
    )


def canonical(formula: str, title_of: Callable[[str], str]) -> str:
    """A formula as Google stores what was entered: "=sum( sales!b3:a2 )" -> "=sum( Sales!A2:B3 )".

    ``title_of`` gives a tab's title as the tab itself spells it.
    """

    def written(reference: Reference) -> str:
        tab = None if reference.tab is None else title_of(reference.tab)
        return _tidy(replace(reference, tab=tab)).text

    return "".join(p if isinstance(p, str) else written(p) for p in cut(formula))


def copied(formula: str, down: int, right: int) -> str:
    """A formula as it reads when copied ``down`` rows and ``right`` columns away."""

    def move(corner: Corner) -> Corner | None:
        row, column = corner.row, corner.column
        if row is not None and not corner.row_fixed:
            row += down
        if column is not None and not corner.column_fixed:
            column += right
        if (row is not None and row < 0) or (column is not None and column < 0):
            return None
        return replace(corner, row=row, column=column)

    def change(reference: Reference) -> Reference | None:
        first = move(reference.first)
        last = move(reference.last) if reference.last else None
        if first is None or (reference.last is not None and last is None):
            return None
        return replace(reference, first=first, last=last)

    return formula if not (down or right) else rewrite(formula, change)


def retitled(formula: str, old: str, new: str | None) -> str:
    """A formula after a tab got another title, or was deleted (``new`` is ``None``)."""
    folded = old.casefold()

    def change(reference: Reference) -> Reference | None:
        if reference.tab is None or reference.tab.casefold() != folded:
            return reference
        return None if new is None else replace(reference, tab=new)

    return rewrite(formula, change)
