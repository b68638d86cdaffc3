"""Google's operators and the functions of the same names (ADD, CONCAT, EQ...)."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from localsheets.formats.locales import Locale
from localsheets.formulas.values import (
    FormulaError,
    Result,
    broadcast,
    compared,
    finite,
    number,
    raising,
    text,
)
from localsheets.state.cell import CellError, Value

Function = Callable[..., Any]


def apply(name: str, operands: Sequence[Result], place: Locale) -> Result:
    """An operator on values, or on arrays element by element."""
    function = OPERATORS[name]

    def one(*values: Value) -> Value:
        for value in values:
            if isinstance(value, CellError):
                raise raising(value)
        found: Value = function(place, *values)
        return found

    return broadcast(one, operands)


def _arithmetic(name: str, compute: Callable[[float, float], float]) -> Function:
    def operator(place: Locale, left: Value, right: Value) -> Value:
        one, two = number(left, place, name, 1), number(right, place, name, 2)
        try:
            return finite(compute(one, two), name)
        except OverflowError:
            raise FormulaError("NUM", f"Function {name} result is out of range.") from None

    return operator


def _divided(one: float, two: float) -> float:
    if two == 0:
        raise FormulaError("DIVIDE_BY_ZERO", "Function DIVIDE parameter 2 cannot be zero.")
    return one / two


def _power(one: float, two: float) -> float:
    if one == 0 and two < 0:
        raise FormulaError("DIVIDE_BY_ZERO", "Function POWER parameter 1 cannot be zero.")
    if one == 0 and two == 0:
        return 1
    if one < 0 and not float(two).is_integer():
        raise FormulaError("NUM", "Function POWER evaluates to an imaginary number.")
    return math.pow(one, two)


def _comparison(judge: Callable[[int], bool]) -> Function:
    return lambda _, left, right: judge(compared(left, right))


OPERATORS: dict[str, Function] = {
    "ADD": _arithmetic("ADD", lambda one, two: one + two),
    "MINUS": _arithmetic("MINUS", lambda one, two: one - two),
    "MULTIPLY": _arithmetic("MULTIPLY", lambda one, two: one * two),
    "DIVIDE": _arithmetic("DIVIDE", _divided),
    "POW": _arithmetic("POWER", _power),
    "UMINUS": lambda place, value: -number(value, place, "UMINUS", 1),
    "UPLUS": lambda _, value: value,
    "UNARY_PERCENT": lambda place, value: number(value, place, "UNARY_PERCENT", 1) / 100,
    "CONCAT": lambda place, left, right: text(left, place) + text(right, place),
    "EQ": _comparison(lambda order: order == 0),
    "NE": _comparison(lambda order: order != 0),
    "LT": _comparison(lambda order: order < 0),
    "LTE": _comparison(lambda order: order <= 0),
    "GT": _comparison(lambda order: order > 0),
    "GTE": _comparison(lambda order: order >= 0),
}
