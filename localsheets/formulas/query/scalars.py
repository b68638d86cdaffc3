"""Functions of one row's values: arithmetic, parts of dates, capitals. A blank gives a blank."""

from __future__ import annotations

from datetime import datetime, timedelta

from localsheets.formulas.query.syntax import refused
from localsheets.state.cell import Value

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet's dates have no zone
_MOST = 2_958_465
"""The last day of the year 9999."""


def compute(name: str, values: list[Value], now: float) -> Value:
    """What a function gives.

    Raises:
        FormulaError: it is not meant for values of this type.
    """
    if name == "now":
        return now
    if any(value is None for value in values):
        return None
    if name in ("upper", "lower"):
        text = values[0]
        if not isinstance(text, str):
            raise _wrong(name)
        return text.upper() if name == "upper" else text.lower()
    numbers = [_number(name, value) for value in values]
    found = _of_numbers(name, numbers)
    if isinstance(found, float) and found.is_integer() and abs(found) < 1e15:
        return int(found)
    return found


def _number(name: str, value: Value) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise _wrong(name)
    return value


def _of_numbers(name: str, numbers: list[float]) -> float | None:
    if name in ("sum", "difference", "product", "quotient"):
        one, two = numbers
        if name == "quotient":
            return one / two if two else None
        return {"sum": one + two, "difference": one - two, "product": one * two}[name]
    if name == "datediff":
        return int(numbers[0] // 1) - int(numbers[1] // 1)
    if name == "todate":
        return int(numbers[0] // 1)
    if not 0 <= numbers[0] <= _MOST:
        return None
    moment = _EPOCH + timedelta(seconds=round(numbers[0] * 86_400))
    parts = {
        "year": moment.year,
        "month": moment.month - 1,  # Google counts months from 0
        "day": moment.day,
        "hour": moment.hour,
        "minute": moment.minute,
        "second": moment.second,
        "quarter": (moment.month + 2) // 3,
        "dayofweek": moment.isoweekday() % 7 + 1,
    }
    return parts[name]


def _wrong(name: str) -> Exception:
    return refused(f"Can't perform the function {name} on values that are not of its type.")
