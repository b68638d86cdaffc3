"""The one place that makes Google's wire form of values."""

from __future__ import annotations

import math
from typing import Any

from localsheets.state.cell import CellError, Value
from localsheets.wire.errors import bad

Json = dict[str, Any]


WHOLE_LIMIT = 1e15
"""From here on a whole number may be a float, and shows with an exponent."""


def number(value: float) -> float | int:
    """A number as Google prints it: whole ones without a fraction."""
    if isinstance(value, float) and value.is_integer() and abs(value) < WHOLE_LIMIT:
        return int(value)
    return value


def scalar(value: Value) -> Any:
    """A value in ``values.get``'s JSON: errors as their text, nothing as ""."""
    if value is None:
        return ""
    if isinstance(value, CellError):
        return value.text
    if isinstance(value, (bool, str)):
        return value
    return number(value)


def extended(value: Value) -> Json | None:
    """A value as an ExtendedValue; ``None`` for an empty cell."""
    if value is None:
        return None
    if isinstance(value, bool):
        return {"boolValue": value}
    if isinstance(value, str):
        return {"stringValue": value}
    if isinstance(value, CellError):
        shown = {"type": value.type}
        return {"errorValue": shown | ({"message": value.message} if value.message else {})}
    return {"numberValue": number(value)}


def entered(given: Json) -> tuple[Value, str | None]:
    """A written ExtendedValue as (value, formula).

    Raises:
        ApiError: more than one kind of value, an error as a value, or a formula without "=".
    """
    if len(given) > 1:
        raise bad("Only one of the kinds of a userEnteredValue may be set.")
    if "errorValue" in given:
        raise bad("errorValue is read-only.")
    formula = given.get("formulaValue")
    if formula is not None:
        if not formula.startswith(("=", "+")):
            raise bad(f"Formula '{formula}' must begin with '='.")
        return None, formula
    for kind in ("stringValue", "boolValue", "numberValue"):
        if kind in given:
            value = given[kind]
            if isinstance(value, float) and not math.isfinite(value):
                raise bad("numberValue must be finite.")
            return value, None
    return None, None


def tidy_run(run: Json) -> Json:
    """A textFormatRun as Google echoes it: startIndex 0 left out, format always there."""
    start = {"startIndex": run["startIndex"]} if run.get("startIndex") else {}
    return {**start, "format": run.get("format", {})}
