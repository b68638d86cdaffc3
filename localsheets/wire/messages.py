"""Reads a request's JSON as protocol-buffer JSON is read: leniently in form, strictly in names.

Names may be snake_case, a single item may stand for a list, nested lists are flattened, numbers may
come as text, ``null`` means "not given". A name or a value that the schema does not have is refused
in Google's words. What comes out is in Google's own form: camelCase, colours in eight bits a part,
as 32-bit floats.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache, partial
from typing import Any

from localsheets.wire import scalars, schema
from localsheets.wire.encoding import decode, encode
from localsheets.wire.errors import bad_payload, not_implemented

Json = dict[str, Any]
Violations = list[tuple[str, str]]
"""What does not fit: (where, Google's words for it)."""
Path = str | tuple["Path", str | int]
"""Where in the body, from its end: (where the message is, its field or its number in a list)."""
Reader = Callable[[Any, Path, Violations], Any]

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


def read(message: str, value: Any, path: str = "") -> Json:
    """Check ``value`` against ``message`` and bring it into Google's own form.

    Raises:
        ApiError: 400 with every field that does not fit, or 501 for a field that is not supported.
    """
    violations: Violations = []
    result: Json = _reader(message)(value, path, violations)
    if violations:
        raise bad_payload(violations)
    return result


def scalar(kind: str, value: Any, path: str) -> Any:
    """One value of a query, checked and read as a field of its kind would be.

    Raises:
        ApiError: 400, as :func:`read`.
    """
    violations: Violations = []
    result = _reader(kind)(value, path, violations)
    if violations:
        raise bad_payload(violations)
    return result


def _message_reader(message: str) -> Reader:
    tidy = _tidier(message)

    def read_message(value: Any, path: Path, bad: Violations) -> Json:
        if type(value) is not dict:
            _invalid(path, f"type.googleapis.com/google.apps.sheets.v4.{message}", value, bad)
            return {}
        readers = _readers(message)
        result: Json = {}
        for given, content in value.items():
            name = given if given in readers else schema.camel(given)
            if name not in readers:
                _unknown(given, path, bad)
            elif content is not None:
                result[name] = readers[name](content, (path, name), bad)
        return result if tidy is None else tidy(result, path, bad)

    return read_message


def _tidier(message: str) -> Callable[[Json, Path, Violations], Json] | None:
    """What is left to do when a message's fields are read, if anything is."""
    special = message in ONEOFS or message in _IMPLICIT or message == "Color"
    if not special and not colour_twins(message):
        return None

    def tidy(value: Json, path: Path, bad: Violations) -> Json:
        _check_choice(message, value, path, bad)
        return _colours(message, _without_defaults(message, value))

    return tidy


@cache
def _readers(message: str) -> dict[str, Reader]:
    refused = UNSUPPORTED.get(message, set())
    return {
        name: _refuser(f"{message}.{name}") if name in refused else _reader(kind)
        for name, kind in schema.fields_of(message).items()
    }


def _refuser(name: str) -> Reader:
    def refuse(_value: Any, _path: Path, _bad: Violations) -> Any:
        raise not_implemented(name)

    return refuse


@cache
def _reader(kind: str) -> Reader:
    """What reads a field of a type."""
    if kind == "[[any]]":
        return _list_values
    if kind[0] == "[":
        return _list_reader(kind[1:-1])
    if kind[0] == "{" and schema.is_message(kind[1:-1]):
        return _map_reader(kind[1:-1])
    if kind[0] == "{" or kind == "any":
        return lambda value, _path, _bad: value
    if kind in scalars.SCALARS:
        return _scalar_reader(kind)
    if kind.startswith("enum "):
        return partial(_enum, kind.split()[1:])
    return _format if kind == "CellFormat" else _message_reader(kind)


def _format(value: Any, path: Path, bad: Violations) -> Json:
    """A CellFormat. A large body has few different ones, and each is read once."""
    found = _known_format(encode(value))
    return _message_reader("CellFormat")(value, path, bad) if found is None else found


@lru_cache(maxsize=1000)
def _known_format(text: bytes) -> Json | None:
    """A format read; ``None`` if it is refused."""
    violations: Violations = []
    found: Json = _message_reader("CellFormat")(decode(text), "", violations)
    return None if violations else found


def _list_reader(item: str) -> Reader:
    read_one = _reader(item)

    def read_all(value: Any, path: Path, bad: Violations) -> list[Any]:
        parts = _flat(value, item)
        return [read_one(part, (path, number), bad) for number, part in enumerate(parts)]

    return read_all


def _map_reader(item: str) -> Reader:
    read_one = _reader(item)

    def read_all(value: Any, path: Path, bad: Violations) -> Any:
        if not isinstance(value, dict):
            return value
        return {key: read_one(part, (path, f"[{key}]"), bad) for key, part in value.items()}

    return read_all


def _scalar_reader(kind: str) -> Reader:
    read_one = scalars.SCALARS[kind]
    ready = scalars.READY.get(kind)

    def read_scalar(value: Any, path: Path, bad: Violations) -> Any:
        if type(value) is ready:
            return value
        try:
            return read_one(value)
        except scalars.RefusedError:
            _invalid(path, scalars.TYPE_NAMES[kind], value, bad)
            return None

    return read_scalar


def _check_choice(message: str, value: Json, path: Path, bad: Violations) -> None:
    if message not in ONEOFS:
        return
    name, choices = ONEOFS[message]
    chosen = [field for field in value if field in choices]
    if len(chosen) > 1:
        at = _shown(path)
        where = f"Invalid value at '{at}' (oneof), oneof field '{name}' is already set."
        bad.append((at, f"{where} Cannot set '{chosen[1]}'"))


def _list_values(value: Any, path: Path, bad: Violations) -> Any:
    """Rows of values, where Google takes a list of lists and nothing else."""
    kind = "type.googleapis.com/google.protobuf.ListValue"
    if not isinstance(value, list):
        _invalid(path, kind, value, bad)
        return []
    for number, row in enumerate(value):
        if not isinstance(row, list):
            _invalid((path, number), kind, row, bad)
    return value


def _flat(value: Any, item: str) -> list[Any]:
    """A list as given, or one item for a list of one; a list within a list is flattened."""
    if not isinstance(value, list):
        return [value]
    if item == "any" or list not in map(type, value):
        return value
    return [inner for part in value for inner in _flat(part, item)]


def _enum(names: list[str], value: Any, path: Path, bad: Violations) -> Any:
    if isinstance(value, str) and value in names:
        return value
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(names):
        return names[value]
    field = _shown(path).rsplit(".", 1)[-1]
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


def _shown(path: Path) -> str:
    """ "requests[0].update_cells.fields"."""
    if isinstance(path, str):
        return path
    before, last = _shown(path[0]), path[1]
    if isinstance(last, int):
        return f"{before}[{last}]"
    if last.startswith("["):
        return before + last
    return f"{before}.{schema.snake(last)}" if before else schema.snake(last)


def _unknown(name: str, path: Path, bad: Violations) -> None:
    at = _shown(path)
    where = f" at '{at}'" if at else ""
    text = f'Invalid JSON payload received. Unknown name "{name}"{where}: Cannot find field.'
    bad.append((at, text))


def _invalid(path: Path, kind: str, value: Any, bad: Violations) -> None:
    shown, at = f'"{value}"' if isinstance(value, str) else str(value), _shown(path)
    bad.append((at, f"Invalid value at '{at}' ({kind}), {shown}"))


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
        parts = {name: _component(name, part) for name, part in value.items()}
        return {name: part for name, part in parts.items() if part or name == "alpha"}
    for plain, style in colour_twins(message):
        _pair(value, plain, style)
    return value


def _component(name: str, part: float | None) -> float | None:
    """Red, green and blue as Google keeps them, in eight bits; alpha as it is given."""
    return part if part is None or name == "alpha" else scalars.in_eight_bits(part)


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
