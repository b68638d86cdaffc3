"""Functions that give arrays, or look at whole ones: FILTER, SORT, UNIQUE, FLATTEN, JOIN..."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cmp_to_key

from localsheets.formulas.functions.own import MANY, Own
from localsheets.formulas.values import (
    Array,
    FormulaError,
    Rows,
    compared,
    number,
    text,
    truth,
)
from localsheets.formulas.world import World
from localsheets.state.cell import CellError, Value

Row = list[Value]


def _filter(_: World, block: Array, *conditions: Array) -> Array:
    first = conditions[0]
    by_row = first.width == 1 and first.height == block.height
    if not by_row and not (first.height == 1 and first.width == block.width):
        raise FormulaError("N_A", _mismatch(block, first))
    kept = [True] * (block.height if by_row else block.width)
    for condition in conditions:
        values = condition.flat()
        if len(values) != len(kept):
            raise FormulaError("N_A", _mismatch(block, condition))
        kept = [old and _holds(value) for old, value in zip(kept, values, strict=True)]
    if not any(kept):
        raise FormulaError("N_A", "No matches are found in FILTER evaluation.")
    if by_row:
        return Array([row for row, keep in zip(block.rows, kept, strict=True) if keep])
    return Array([[v for v, keep in zip(row, kept, strict=True) if keep] for row in block.rows])


def _mismatch(block: Array, condition: Array) -> str:
    return (
        "FILTER has mismatched range sizes. Expected row count:"
        f" {block.height}. column count: 1. Actual row count: {condition.height},"
        f" column count: {condition.width}."
    )


def _holds(value: Value) -> bool:
    return not isinstance(value, (CellError, str)) and bool(value)


def _unique(
    _: World, block: Array, by_column: Array | None = None, once: Array | None = None
) -> Array:
    columns = by_column is not None and truth(by_column.first, "UNIQUE", 2)
    lines: Sequence[Row] = block.columns() if columns else block.rows
    counts: dict[tuple[object, ...], int] = {}
    firsts: dict[tuple[object, ...], Row] = {}
    for line in lines:
        mark = tuple((type(v) is bool, v) for v in line)
        counts[mark] = counts.get(mark, 0) + 1
        firsts.setdefault(mark, line)
    only = once is not None and truth(once.first, "UNIQUE", 3)
    kept = [line for mark, line in firsts.items() if not only or counts[mark] == 1]
    if not kept:
        raise FormulaError("N_A", "No unique values are found in UNIQUE evaluation.")
    return _transposed(Array(kept)) if columns else Array(kept)


def _transposed(block: Array) -> Array:
    return Array(block.columns())


def _sort(world: World, block: Array, *rules: Array) -> Array:
    return Array(_sorted(block.rows, _rules(world, block, rules, "SORT")))


def _rules(world: World, block: Array, given: Sequence[Array], name: str) -> list[tuple[Row, bool]]:
    """What to sort by: (a value for each row, whether ascending)."""
    rules: list[tuple[Row, bool]] = []
    for place in range(0, len(given), 2):
        by = given[place]
        ascending = place + 1 >= len(given) or truth(given[place + 1].first, name, place + 3)
        if by.height == by.width == 1 and block.height != 1:
            column = int(number(by.first, world.place, name, place + 2))
            if not 1 <= column <= block.width:
                raise _out_of_range(name, place + 2, column, block.width)
            rules.append(([row[column - 1] for row in block.rows], ascending))
        elif by.height == block.height:
            rules.append(([row[0] for row in by.rows], ascending))
        else:
            raise FormulaError("VALUE", f"{name} has mismatched range sizes.")
    return rules or [(row, True) for row in block.columns()]


def _out_of_range(name: str, place: int, value: int, most: int) -> FormulaError:
    return FormulaError(
        "NUM",
        f"Function {name} parameter {place} value is {value}. Valid values are between 1 and"
        f" {most} inclusive.",
    )


def _sorted(rows: Rows, rules: list[tuple[Row, bool]]) -> Rows:
    """Rows in order: numbers, text, booleans; blank ones last either way."""

    def order(one: int, two: int) -> int:
        for values, ascending in rules:
            first, second = values[one], values[two]
            if (first is None) != (second is None):
                return 1 if first is None else -1
            found = 0 if first is None else compared(first, second)
            if found:
                return found if ascending else -found
        return 0

    return [rows[place] for place in sorted(range(len(rows)), key=cmp_to_key(order))]


def _sortn(world: World, block: Array, *given: Array) -> Array:
    count = int(number(given[0].first, world.place, "SORTN", 2)) if given else 1
    ties = int(number(given[1].first, world.place, "SORTN", 3)) if len(given) > 1 else 0
    if ties not in (0, 2):
        raise FormulaError("NAME", f"localsheets cannot compute SORTN with ties mode {ties}.")
    rows = _sorted(block.rows, _rules(world, block, given[2:], "SORTN"))
    if ties == 2:
        rows = _unique(world, Array(rows)).rows
    return Array(rows[: max(1, count)])


def _flatten(_: World, *blocks: Array) -> Array:
    return Array([[value] for block in blocks for value in block.flat()])


def _line(world: World, block: Array, ignore: Array | None, scan: Array | None) -> Row:
    values = block.flat()
    if scan is not None and truth(scan.first, "TOCOL", 3):
        values = [value for column in block.columns() for value in column]
    skip = int(number(ignore.first, world.place, "TOCOL", 2)) if ignore else 0
    if skip in (1, 3):
        values = [value for value in values if value is not None]
    if skip in (2, 3):
        values = [value for value in values if not isinstance(value, CellError)]
    return values


def _tocol(
    world: World, block: Array, ignore: Array | None = None, scan: Array | None = None
) -> Array:
    return Array([[value] for value in _line(world, block, ignore, scan)])


def _torow(
    world: World, block: Array, ignore: Array | None = None, scan: Array | None = None
) -> Array:
    return Array([_line(world, block, ignore, scan)])


def _stack(*, down: bool) -> Own:
    def function(_: World, *blocks: Array) -> Array:
        parts = blocks if down else [_transposed(block) for block in blocks]
        width = max(part.width for part in parts)
        missing = CellError("N_A", "Array arguments are of different size.")
        rows = [row + [missing] * (width - len(row)) for part in parts for row in part.rows]
        return Array(rows) if down else _transposed(Array(rows))

    return Own(function, "r", 1, MANY)


def _chosen(name: str, *, columns: bool) -> Own:
    def function(world: World, block: Array, *wanted: Array) -> Array:
        lines: Sequence[Row] = block.columns() if columns else block.rows
        picked: Rows = []
        for value in (value for array in wanted for value in array.flat()):
            place = int(number(value, world.place, name, 2))
            if not 1 <= abs(place) <= len(lines):
                raise FormulaError(
                    "VALUE", f"Function {name} parameter 2 value is {place}. It is out of range."
                )
            picked.append(lines[place - 1 if place > 0 else place])
        return _transposed(Array(picked)) if columns else Array(picked)

    return Own(function, "r", 2, MANY)


def _constrain(world: World, block: Array, height: Array, width: Array) -> Array:
    rows, columns = (
        int(number(size.first, world.place, "ARRAY_CONSTRAIN", place))
        for place, size in ((2, height), (3, width))
    )
    if rows < 1 or columns < 1:
        raise FormulaError("NUM", "Function ARRAY_CONSTRAIN needs at least one row and one column.")
    return Array([row[:columns] for row in block.rows[:rows]])


def _wrap(name: str, *, rows: bool) -> Own:
    def function(world: World, block: Array, size: Array, pad: Array | None = None) -> Array:
        count = int(number(size.first, world.place, name, 2))
        if count < 1:
            raise FormulaError(
                "NUM", f"Function {name} parameter 2 value is {count}. It should be greater than 0."
            )
        values = block.flat()
        filler = pad.first if pad else CellError("N_A", "There is no value for this cell.")
        values += [filler] * (-len(values) % count)
        lines = Array([values[n : n + count] for n in range(0, len(values), count)])
        return lines if rows else _transposed(lines)

    return Own(function, "r", 2, 3)


def _count_unique(_: World, *blocks: Array) -> int:
    values = [value for block in blocks for value in block.flat()]
    return len({(type(v) is bool, v) for v in values if v is not None and v != ""})


def _join(world: World, delimiter: Array, *blocks: Array) -> str:
    mark = text(delimiter.first, world.place)
    return mark.join(text(v, world.place) for block in blocks for v in block.flat())


def _weighted(world: World, *blocks: Array) -> float:
    total = weights = 0.0
    for values, shares in zip(blocks[::2], blocks[1::2], strict=False):
        for value, share in zip(values.flat(), shares.flat(), strict=False):
            weight = number(share, world.place, "AVERAGE.WEIGHTED", 2)
            total += number(value, world.place, "AVERAGE.WEIGHTED", 1) * weight
            weights += weight
    if not weights:
        raise FormulaError(
            "DIVIDE_BY_ZERO",
            "Evaluation of function AVERAGE.WEIGHTED caused a divide by zero error.",
        )
    return total / weights


OWN: dict[str, Own] = {
    "FILTER": Own(_filter, "a", 2, MANY),
    "UNIQUE": Own(_unique, "a", 1, 3),
    "SORT": Own(_sort, "a", 1, MANY),
    "SORTN": Own(_sortn, "a", 1, MANY),
    "TRANSPOSE": Own(lambda _, block: _transposed(block), "r", 1),
    "FLATTEN": Own(_flatten, "r", 1, MANY),
    "TOCOL": Own(_tocol, "r", 1, 3),
    "TOROW": Own(_torow, "r", 1, 3),
    "VSTACK": _stack(down=True),
    "HSTACK": _stack(down=False),
    "CHOOSECOLS": _chosen("CHOOSECOLS", columns=True),
    "CHOOSEROWS": _chosen("CHOOSEROWS", columns=False),
    "ARRAY_CONSTRAIN": Own(_constrain, "r", 3),
    "WRAPROWS": _wrap("WRAPROWS", rows=True),
    "WRAPCOLS": _wrap("WRAPCOLS", rows=False),
    "COUNTUNIQUE": Own(_count_unique, "r", 1, MANY),
    "JOIN": Own(_join, "r", 2, MANY),
    "AVERAGE.WEIGHTED": Own(_weighted, "r", 2, MANY),
}
