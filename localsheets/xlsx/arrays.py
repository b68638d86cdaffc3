"""Formulas that give a whole block of values, in files and here.

A file says over which block an array formula stands, and holds its values as plain cells; here the
first cell knows how far it reaches, and each other where it comes from. Excel has no ARRAYFORMULA:
that is what standing over a block means, unless the function gives an array anyway.
"""

from __future__ import annotations

import re
from typing import Any

from localsheets.state.cell import Cell, Outcome
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, block_name, parse_block

_WRAPPED = re.compile(r"=ARRAYFORMULA\((?P<inner>.*)\)", re.I | re.S)
_BY_ITSELF = re.compile(
    r"=(SORT|SORTBY|SORTN|FILTER|UNIQUE|SEQUENCE|TRANSPOSE|RANDARRAY|MMULT|FREQUENCY|TOCOL|TOROW"
    r"|WRAPROWS|WRAPCOLS|VSTACK|HSTACK|CHOOSEROWS|CHOOSECOLS|EXPAND|TAKE|DROP|MAP|BYROW|BYCOL|SCAN"
    r"|MAKEARRAY|LET)\(",
    re.I,
)


def is_array(content: Any) -> bool:
    """Whether openpyxl read an array formula."""
    return hasattr(content, "ref") and hasattr(content, "text")


def formula_here(formula: str) -> str:
    """An array formula of a file as Google writes it."""
    if _BY_ITSELF.match(formula) or _WRAPPED.fullmatch(formula):
        return formula
    return f"=ARRAYFORMULA({formula.removeprefix('=')})"


def spread(sheet: Sheet, row: int, column: int, reference: str) -> None:
    """Let the values of a block be those of the array formula in its first cell."""
    block = parse_block(reference.replace("$", ""))
    if block is None or block.bottom is None or block.right is None:
        return
    size = (block.bottom - row, block.right - column)
    if size == (1, 1) or min(size) < 1:
        return
    sheet.has_arrays = True
    for line, place, cell in list(sheet.cells(block)):
        first = (line, place) == (row, column)
        if first:
            sheet.put(line, place, cell.but(outcome=Outcome(size=size)))
        elif cell.formula is None and cell.value is not None:
            offset = (line - row, place - column)
            sheet.put(line, place, cell.but(outcome=Outcome(offset=offset)))


def formula_there(cell: Cell, row: int, column: int, text: str) -> Any:
    """What stands for a formula in a file: its text, or an array formula over its block."""
    from openpyxl.worksheet.formula import ArrayFormula

    size = cell.outcome.size if cell.outcome is not None else (1, 1)
    wrapped = _WRAPPED.fullmatch(text)
    if wrapped is None and size == (1, 1):
        return text
    block = Rect(row, column, row + size[0], column + size[1])
    inner = f"={wrapped['inner']}" if wrapped is not None else text
    return ArrayFormula(block_name(block), inner)
