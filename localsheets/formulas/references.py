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


def follow(formula: str, on_tab: bool, title: str, shift: Shift) -> tuple[str, bool]:
    """Let a formula follow rows or columns that move on the tab ``title``.

    ``on_tab`` says whether the formula itself stands there (its bare references are then meant).
    Answers the new text and whether any block changed its size, so that its value may differ.
    """
    resized = False

    def change(reference: Reference) -> Reference | None:
        nonlocal resized
        meant = on_tab if reference.tab is None else reference.tab.casefold() == folded
        if not meant:
            return reference
        moved = _moved(reference, shift)
        if moved is None or _size(moved.rect) != _size(reference.rect):
            resized = True
        return moved

    folded = title.casefold()
    return rewrite(formula, change), resized


def _size(rect: Rect) -> tuple[int | None, int | None]:
    height = None if rect.bottom is None else rect.bottom - rect.top
    return height, None if rect.right is None else rect.right - rect.left


def _moved(reference: Reference, shift: Shift) -> Reference | None:
    axis = "row" if shift.rows else "column"
    start = getattr(reference.first, axis)
    end = getattr(reference.last or reference.first, axis)
    if start is None and end is None:
        return reference
    if start is None or end is None:
        return _moved_open(reference, shift, axis)
    low, high = min(start, end), max(start, end)
    span = shift.span(low, high + 1)
    if span is None or span[1] is None:
        return None
    if span == (low, high + 1):
        return reference
    first, last = (span[0], span[1] - 1) if start <= end else (span[1] - 1, span[0])
    return replace(
        reference,
        first=_placed(reference.first, first, rows=shift.rows),
        last=reference.last and _placed(reference.last, last, rows=shift.rows),
    )


def _moved_open(reference: Reference, shift: Shift, axis: str) -> Reference | None:
    """A block open to one side ("B2:B"): its one edge moves."""
    on_first = getattr(reference.first, axis) is not None or reference.last is None
    corner = reference.first if on_first else reference.last or reference.first
    span = shift.span(getattr(corner, axis), None)
    if span is None:
        return None
    moved = _placed(corner, span[0], rows=shift.rows)
    return replace(reference, first=moved) if on_first else replace(reference, last=moved)


def _placed(corner: Corner, index: int, *, rows: bool) -> Corner:
    return replace(corner, row=index) if rows else replace(corner, column=index)


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
