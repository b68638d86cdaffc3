"""The values that formulas reckon with: blank, numbers, text, booleans, errors, and arrays of them.

Coercions, comparison and their error messages as Google's.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat

from localsheets.formats.entered import read_value
from localsheets.formats.locales import Locale
from localsheets.formats.numbers import general
from localsheets.state.cell import CellError, Value

Rows = list[list[Value]]
WHOLE_LIMIT = 1e15


@dataclass(frozen=True, slots=True)
class Array:
    """A block of values, every row of one length; ``None`` is a blank cell."""

    rows: Rows

    @property
    def height(self) -> int:
        """Rows."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """Columns."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def first(self) -> Value:
        """The value at its top left."""
        return self.rows[0][0] if self.rows and self.rows[0] else None

    def flat(self) -> list[Value]:
        """Every value, row by row."""
        return [value for row in self.rows for value in row]

    def columns(self) -> list[list[Value]]:
        """Its columns as lists."""
        return [list(column) for column in zip(*self.rows, strict=True)]


Result = Value | Array


class FormulaError(Exception):
    """An error that ends the computation of a formula, or of the part that catches it."""

    def __init__(self, kind: str, message: str = "") -> None:
        super().__init__(message)
        self.error = CellError(kind, message)


def raising(error: CellError) -> FormulaError:
    """An error value as an exception."""
    return FormulaError(error.type, error.message)


def number(value: Value, place: Locale, function: str, position: int) -> float:
    """A value as a number: blank is 0, TRUE is 1, text if it can be read as one."""
    if value is None:
        return 0
    if isinstance(value, (bool, int, float)):
        return value + 0
    if isinstance(value, CellError):
        raise raising(value)
    found = read_value(value.strip(), place) if value.strip() else None
    if (
        found is not None
        and isinstance(found.value, (int, float))
        and not isinstance(found.value, bool)
    ):
        return found.value
    raise FormulaError(
        "VALUE",
        f"Function {function} parameter {position} expects number values. But '{value}' is a text"
        " and cannot be coerced to a number.",
    )


def text(value: Value, place: Locale) -> str:
    """A value as text, as "&" takes it."""
    if value is None:
        return ""
    if isinstance(value, CellError):
        raise raising(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return value if isinstance(value, str) else general(value, place)


def truth(value: Value, function: str, position: int) -> bool:
    """A value as a condition: a number other than 0 is true, and the words TRUE and FALSE."""
    if isinstance(value, CellError):
        raise raising(value)
    if isinstance(value, str):
        if value.upper() in ("TRUE", "FALSE"):
            return value.upper() == "TRUE"
        raise FormulaError(
            "VALUE",
            f"Function {function} parameter {position} expects boolean values. But '{value}' is a"
            " text and cannot be coerced to a boolean.",
        )
    return bool(value)


def finite(value: float, function: str) -> float:
    """A number that a cell can hold; whole ones as integers."""
    if not math.isfinite(value):
        raise FormulaError("NUM", f"Function {function} result is out of range.")
    exact = isinstance(value, float) and value.is_integer() and abs(value) < WHOLE_LIMIT
    return int(value) if exact else float(value) if abs(value) >= WHOLE_LIMIT else value


def key(value: Value) -> tuple[int, float | str]:
    """What values are sorted and compared by: numbers, then text, then booleans."""
    if isinstance(value, CellError):
        raise raising(value)
    if value is None:
        return 0, 0.0
    if isinstance(value, bool):
        return 2, float(value)
    return (1, value.casefold()) if isinstance(value, str) else (0, float(value))


def compared(left: Value, right: Value) -> int:
    """-1, 0 or 1; blank equals 0, "" and FALSE; upper and lower case are alike."""
    one, two = _like(left, right), _like(right, left)
    first, second = key(one), key(two)
    return (first > second) - (first < second)


def _like(value: Value, other: Value) -> Value:
    if value is not None:
        return value
    return "" if isinstance(other, str) else False if isinstance(other, bool) else 0


def broadcast(function: Callable[..., Value], arguments: Sequence[Result]) -> Result:
    """Apply a function of single values to arrays, element by element; errors stay where they are.

    A single row or column is repeated beside a larger array; where an array is too small its
    elements are #N/A.
    """
    arrays = [argument for argument in arguments if isinstance(argument, Array)]
    if not arrays:
        return function(*arguments)
    height = max(array.height for array in arrays)
    width = max(array.width for array in arrays)
    return Array(
        [
            [_apply(function, values) for values in zip(*lines, strict=False)]
            for lines in ([_line(each, row, width) for each in arguments] for row in range(height))
        ]
    )


def _apply(function: Callable[..., Value], values: Iterable[Value]) -> Value:
    try:
        return function(*values)
    except FormulaError as error:
        return error.error


def _line(argument: Result, row: int, width: int) -> Iterable[Value]:
    """One row of an argument, at least so wide."""
    if not isinstance(argument, Array):
        return repeat(argument, width)
    row = 0 if argument.height == 1 else row
    if row >= argument.height:
        return repeat(_MISSING, width)
    if argument.width == 1:
        return repeat(argument.rows[row][0], width)
    return argument.rows[row] + [_MISSING] * (width - argument.width)


_MISSING = CellError("N_A", "Array arguments are of different size.")
