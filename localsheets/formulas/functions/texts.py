"""Functions on single values: text and patterns, dates and numbers read as if typed, types."""

from __future__ import annotations

import re

from localsheets.formats.entered import Entered, read_value
from localsheets.formats.shown import shown
from localsheets.formulas import operators
from localsheets.formulas.functions.own import MANY, Own
from localsheets.formulas.values import (
    Array,
    FormulaError,
    Result,
    compared,
    number,
    raising,
    text,
    truth,
)
from localsheets.formulas.world import World
from localsheets.state.cell import CellError, Value

_EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}"
)
_URL = re.compile(
    r"(?:(?:https?|ftp)://|mailto:)?[\w-]+(\.[\w-]+)*\.[A-Za-z]{2,}(?:[:/?#]\S*)?|(?:https?|ftp)://\S+"
)


def _split(
    world: World, given: Value, delimiter: Value, each: Value = True, drop: Value = True
) -> Result:
    source, mark = text(given, world.place), text(delimiter, world.place)
    if not mark:
        raise FormulaError("VALUE", "Function SPLIT parameter 2 value should be non-empty.")
    if not source:
        raise FormulaError("VALUE", "Function SPLIT parameter 1 value should be non-empty.")
    pattern = f"[{re.escape(mark)}]" if truth(each, "SPLIT", 3) else re.escape(mark)
    parts = re.split(pattern, source)
    if truth(drop, "SPLIT", 4):
        parts = [part for part in parts if part]
    values = [_typed(world, part) for part in parts] or [""]
    return Array([list(values)]) if len(values) > 1 else values[0]


def _typed(world: World, part: str) -> Value:
    """A part as if it were typed: a number or date where it is one."""
    found = read_value(part.strip(), world.place) if part.strip() else None
    return found.value if found and not isinstance(found.value, (bool, CellError)) else part


def _split_all(world: World, block: Array, *rest: Array) -> Result:
    """SPLIT of each cell of a column: one row for each, filled up with blanks."""
    options = [each.first for each in rest]
    rows: list[list[Value]] = []
    for row in block.rows:
        try:
            found = _split(world, row[0], *options)
        except FormulaError as failed:
            found = failed.error if row[0] not in (None, "") else None
        rows.append(found.rows[0] if isinstance(found, Array) else [found])
    if len(rows) == 1:
        if block.first in (None, "") or isinstance(rows[0][0], CellError):
            return _split(world, block.first, *options)
        return Array(rows) if len(rows[0]) > 1 else rows[0][0]
    width = max(map(len, rows))
    return Array([row + [None] * (width - len(row)) for row in rows])


def _text(world: World, value: Value, pattern: Value) -> Value:
    if isinstance(value, CellError):
        raise raising(value)
    if isinstance(value, str) and (found := _read(world, value)) is not None:
        value = found.value
    look = {"type": "NUMBER", "pattern": text(pattern, world.place)}
    if not look["pattern"]:
        return ""
    return shown(0 if value is None else value, look, world.book.locale)


def _read(world: World, value: str) -> Entered | None:
    found = read_value(value.strip(), world.place) if value.strip() else None
    return None if found is None or isinstance(found.value, (bool, CellError)) else found


def _value(world: World, value: Value) -> Value:
    if isinstance(value, bool):
        raise FormulaError(
            "VALUE", f"VALUE parameter '{str(value).upper()}' cannot be parsed to number."
        )
    if not isinstance(value, str):
        return number(value, world.place, "VALUE", 1)
    found = _read(world, value)
    if found is None:
        raise FormulaError("VALUE", f"VALUE parameter '{value}' cannot be parsed to number.")
    return found.value


def _moment(name: str, *, day: bool) -> Own:
    """DATEVALUE gives the whole days of what is typed, TIMEVALUE the rest."""

    def function(world: World, value: Value) -> Value:
        if isinstance(value, CellError):
            raise raising(value)
        found = _read(world, value) if isinstance(value, str) else Entered(value)
        kind = ((found.format if found else None) or {}).get("numberFormat", {}).get("type", "")
        wanted = ("DATE", "DATE_TIME") if day else ("TIME", "DATE_TIME")
        if found is None or value is None or (isinstance(value, str) and kind not in wanted):
            what = "date/time" if day else "time"
            raise FormulaError(
                "VALUE", f"{name} parameter '{value or ''}' cannot be parsed to {what}."
            )
        serial = number(found.value, world.place, name, 1)
        return int(serial // 1) if day else serial % 1

    return Own(function, "s", 1)


def _dollar(world: World, value: Value, places: Value = 2) -> str:
    count = int(number(places, world.place, "DOLLAR", 2))
    amount = number(value, world.place, "DOLLAR", 1)
    if count < 0:
        amount = round(amount / 10**-count) * 10**-count
    digits = "#,##0" + ("." + "0" * min(count, 127) if count > 0 else "")
    look = {"type": "CURRENCY", "pattern": world.place.money(digits)}
    return shown(amount, look, world.book.locale)


def _hyperlink(world: World, link: Value, label: Value = None) -> Value:
    if isinstance(link, CellError):
        raise raising(link)
    return text(link, world.place) if label is None else label


def _between(
    _: World, value: Value, low: Value, high: Value, from_: Value = True, to: Value = True
) -> bool:
    first, second = compared(value, low), compared(value, high)
    above = first >= 0 if truth(from_, "ISBETWEEN", 4) else first > 0
    return above and (second <= 0 if truth(to, "ISBETWEEN", 5) else second < 0)


def _epoch(world: World, value: Value, unit: Value = 1) -> float:
    scale = {1: 1, 2: 1_000, 3: 1_000_000}.get(int(number(unit, world.place, "EPOCHTODATE", 2)))
    seconds = number(value, world.place, "EPOCHTODATE", 1)
    if scale is None or seconds < 0:
        raise FormulaError("NUM", "Function EPOCHTODATE was given a value that it cannot take.")
    return seconds / scale / 86_400 + 25_569


def _same(_: World, value: Value) -> Value:
    """TO_DATE and its like change the format alone."""
    if isinstance(value, CellError):
        raise raising(value)
    return value


def _pure(world: World, value: Value) -> Value:
    if isinstance(value, str):
        found = _read(world, value)
        return value if found is None else found.value
    return _same(world, value)


def _operator(name: str, count: int) -> Own:
    def function(world: World, *values: Value) -> Value:
        found = operators.apply(name, values, world.place)
        return found.first if isinstance(found, Array) else found

    return Own(function, "s", count)


OWN: dict[str, Own] = {
    "SPLIT": Own(_split_all, "r", 2, 4),
    "TEXT": Own(_text, "s", 2),
    "VALUE": Own(_value, "s", 1),
    "DATEVALUE": _moment("DATEVALUE", day=True),
    "TIMEVALUE": _moment("TIMEVALUE", day=False),
    "DOLLAR": Own(_dollar, "s", 1, 2),
    "HYPERLINK": Own(_hyperlink, "s", 1, 2),
    "ISBETWEEN": Own(_between, "s", 3, 5),
    "ISEMAIL": Own(lambda _, v: isinstance(v, str) and bool(_EMAIL.fullmatch(v)), "s", 1),
    "ISURL": Own(lambda _, v: isinstance(v, str) and bool(_URL.fullmatch(v)), "s", 1),
    "EPOCHTODATE": Own(_epoch, "s", 1, 2),
    **{name: Own(_same, "s", 1) for name in ("TO_DATE", "TO_DOLLARS", "TO_PERCENT")},
    "TO_PURE_NUMBER": Own(_pure, "s", 1),
    **{
        name: _operator(name, 1 if name in ("UMINUS", "UPLUS", "UNARY_PERCENT") else 2)
        for name in operators.OPERATORS
    },
    "CONCAT": _operator("CONCAT", 2),
}
MOST_ARGUMENTS = MANY
