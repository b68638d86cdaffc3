"""Reads a request's JSON as protocol-buffer JSON is read: leniently in form, strictly in names.

Names may be snake_case, a single item may stand for a list, nested lists are flattened, numbers may
come as text, ``null`` means "not given". A name or a value that the schema does not have is refused
in Google's words. What comes out is in Google's own form: camelCase, colours as 32-bit floats.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from localsheets.wire import schema
from localsheets.wire.errors import bad_payload, not_implemented

Json = dict[str, Any]

UNSUPPORTED: dict[str, set[str]] = {
    "CellData": {"pivotTable", "dataSourceTable", "dataSourceFormula", "chipRuns"},
    "BatchUpdateSpreadsheetRequest": {"commentsViewMode"},
}
"""Fields that Google has and that are refused (501) rather than dropped in silence."""


ONEOFS: dict[str, tuple[str, set[str]]] = {
    "ConditionalFormatRule": ("rule", {"booleanRule", "gradientRule"}),
    "ConditionValue": ("value", {"relativeDate", "userEnteredValue"}),
    "ChartSpec": (
        "chart",
        {
            "basicChart",
            "pieChart",
            "bubbleChart",
            "candlestickChart",
            "orgChart",
            "histogramChart",
            "waterfallChart",
            "treemapChart",
            "scorecardChart",
        },
    ),
    "DeveloperMetadataLocation": ("location", {"spreadsheet", "sheetId", "dimensionRange"}),
    "EmbeddedObjectPosition": ("location", {"sheetId", "overlayPosition", "newSheet"}),
}
"""Messages in which one field of several may be set: Google's name for the choice, the fields."""


class _RefusedError(Exception):
    """A scalar that does not fit its type."""


def read(message: str, value: Any, path: str = "") -> Json:
    """Check ``value`` against ``message`` and bring it into Google's own form.

    Raises:
        ApiError: 400 with every field that does not fit, or 501 for a field that is not supported.
    """
    violations: list[tuple[str, str]] = []
    result = _message(message, value, path, violations)
    if violations:
        raise bad_payload(violations)
    return result


def scalar(kind: str, value: Any, path: str) -> Any:
    """One value of a query, checked and read as a field of its kind would be.

    Raises:
        ApiError: 400, as :func:`read`.
    """
    violations: list[tuple[str, str]] = []
    result = _typed(kind, value, path, violations)
    if violations:
        raise bad_payload(violations)
    return result


def _message(message: str, value: Any, path: str, bad: list[tuple[str, str]]) -> Json:
    if not isinstance(value, dict):
        _invalid(path, f"type.googleapis.com/google.apps.sheets.v4.{message}", value, bad)
        return {}
    fields = schema.fields_of(message)
    refused = UNSUPPORTED.get(message, set())
    result: Json = {}
    for given, content in value.items():
        name = given if given in fields else schema.camel(given)
        if name not in fields:
            _unknown(given, path, bad)
        elif name in refused and content is not None:
            raise not_implemented(f"{message}.{name}")
        elif content is not None:
            result[name] = _typed(fields[name], content, _join(path, name), bad)
    _check_choice(message, result, path, bad)
    return _colours(message, _without_defaults(message, result))


def _check_choice(message: str, value: Json, path: str, bad: list[tuple[str, str]]) -> None:
    if message not in ONEOFS:
        return
    name, choices = ONEOFS[message]
    chosen = [field for field in value if field in choices]
    if len(chosen) > 1:
        where = f"Invalid value at '{path}' (oneof), oneof field '{name}' is already set."
        bad.append((path, f"{where} Cannot set '{chosen[1]}'"))


def _typed(kind: str, value: Any, path: str, bad: list[tuple[str, str]]) -> Any:
    if kind == "[[any]]":
        return _list_values(value, path, bad)
    if kind[0] == "[":
        item = kind[1:-1]
        return [
            _typed(item, part, f"{path}[{number}]", bad)
            for number, part in enumerate(_flat(value, item))
        ]
    if kind[0] == "{" and schema.is_message(kind[1:-1]) and isinstance(value, dict):
        parts = value.items()
        return {key: _typed(kind[1:-1], part, f"{path}[{key}]", bad) for key, part in parts}
    if kind[0] == "{" or kind == "any":
        return value
    reader = _SCALARS.get(kind)
    if reader is None and kind.startswith("enum "):
        return _enum(kind, value, path, bad)
    if reader is None:
        return _message(kind, value, path, bad)
    try:
        return reader(value)
    except _RefusedError:
        _invalid(path, _TYPE_NAMES[kind], value, bad)
        return None


def _list_values(value: Any, path: str, bad: list[tuple[str, str]]) -> Any:
    """Rows of values, where Google takes a list of lists and nothing else."""
    kind = "type.googleapis.com/google.protobuf.ListValue"
    if not isinstance(value, list):
        _invalid(path, kind, value, bad)
        return []
    for number, row in enumerate(value):
        if not isinstance(row, list):
            _invalid(f"{path}[{number}]", kind, row, bad)
    return value


def _flat(value: Any, item: str) -> list[Any]:
    """A list as given, or one item for a list of one; a list within a list is flattened."""
    if not isinstance(value, list):
        return [value]
    if item == "any" or not any(isinstance(part, list) for part in value):
        return value
    return [inner for part in value for inner in _flat(part, item)]


def _enum(kind: str, value: Any, path: str, bad: list[tuple[str, str]]) -> Any:
    names = kind.split()[1:]
    if isinstance(value, str) and value in names:
        return value
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(names):
        return names[value]
    field = path.rsplit(".", 1)[-1]
    own = _ENUMS.get(field) or schema.camel(f"_{field}")
    _invalid(path, f"type.googleapis.com/google.apps.sheets.v4.{own}", value, bad)
    return None


_ENUMS = {
    "horizontal_alignment": "HorizontalAlign",
    "major_dimension": "Dimension",
    "response_date_time_render_option": "DateTimeRenderOption",
    "response_value_render_option": "ValueRenderOption",
    "vertical_alignment": "VerticalAlign",
}
"""Enums that are not called as their field is."""


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _RefusedError
    return value


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    raise _RefusedError


def _whole(value: Any) -> int:
    number = _double(value)
    if not float(number).is_integer() or abs(number) >= 2**31:
        raise _RefusedError
    return int(number)


def _double(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise _RefusedError
    try:
        number = value if isinstance(value, (int, float)) else float(value)
    except ValueError:
        raise _RefusedError from None
    if not math.isfinite(number):
        raise _RefusedError
    return number


def _single(value: Any) -> float:
    return float32(float(_double(value)))


@lru_cache(maxsize=4096)
def float32(value: float) -> float:
    """Round to a 32-bit float and give its shortest decimal form: 0.4980392156 -> 0.49803922."""
    narrowed = struct.pack("f", value)
    for digits in range(6, 10):
        short = float(f"{value:.{digits}g}")
        if struct.pack("f", short) == narrowed:
            return int(short) if short.is_integer() else short
    return float(struct.unpack("f", narrowed)[0])


_SCALARS: dict[str, Callable[[Any], Any]] = {
    "string": _text,
    "bytes": _text,
    "int64": lambda value: str(_double(value)),
    "mask": _text,
    "bool": _boolean,
    "int32": _whole,
    "double": _double,
    "float": _single,
}
_TYPE_NAMES = {
    "string": "TYPE_STRING",
    "bytes": "TYPE_BYTES",
    "int64": "TYPE_INT64",
    "mask": "TYPE_STRING",
    "bool": "TYPE_BOOL",
    "int32": "TYPE_INT32",
    "double": "TYPE_DOUBLE",
    "float": "TYPE_FLOAT",
}


def _join(path: str, name: str) -> str:
    return f"{path}.{schema.snake(name)}" if path else schema.snake(name)


def _unknown(name: str, path: str, bad: list[tuple[str, str]]) -> None:
    where = f" at '{path}'" if path else ""
    text = f'Invalid JSON payload received. Unknown name "{name}"{where}: Cannot find field.'
    bad.append((path, text))


def _invalid(path: str, kind: str, value: Any, bad: list[tuple[str, str]]) -> None:
    shown = f'"{value}"' if isinstance(value, str) else str(value)
    bad.append((path, f"Invalid value at '{path}' ({kind}), {shown}"))


_IMPLICIT = {
    "GridRange": {"sheetId"},
    "DimensionRange": {"sheetId"},
    "GridCoordinate": {"sheetId", "rowIndex", "columnIndex"},
    "GridProperties": {
        "frozenRowCount",
        "frozenColumnCount",
        "hideGridlines",
        "rowGroupControlAfter",
        "columnGroupControlAfter",
    },
    "SheetProperties": {"hidden", "rightToLeft"},
    "DimensionProperties": {"hiddenByUser", "hiddenByFilter"},
    "ProtectedRange": {"warningOnly", "requestingUserCanEdit"},
    "Editors": {"users", "groups", "domainUsersCanEdit"},
    "DimensionGroup": {"collapsed"},
}
"""Fields whose zero Google does not send; of all others a zero that was written comes back."""


def _without_defaults(message: str, value: Json) -> Json:
    implicit = _IMPLICIT.get(message)
    if implicit is None:
        return value
    return {name: part for name, part in value.items() if part or name not in implicit}


def _colours(message: str, value: Json) -> Json:
    """Drop a colour's zeroes (black is ``{}``) and keep each colour's two forms alike."""
    if message == "Color":
        return {name: part for name, part in value.items() if part or name == "alpha"}
    for plain, style in colour_twins(message):
        _pair(value, plain, style)
    return value


def _pair(value: Json, plain: str, style: str) -> None:
    if value.get(style):
        if "rgbColor" in value[style]:
            value[plain] = value[style]["rgbColor"]
    elif style in value:
        value.pop(style)
    elif plain in value:
        value[style] = {"rgbColor": value[plain]}


@cache
def colour_twins(message: str) -> tuple[tuple[str, str], ...]:
    """A message's colours, each with its newer twin: whichever is written, Google sets both."""
    fields = schema.fields_of(message)
    return tuple(
        (name, f"{name}Style")
        for name, kind in fields.items()
        if kind == "Color" and fields.get(f"{name}Style") == "ColorStyle"
    )
