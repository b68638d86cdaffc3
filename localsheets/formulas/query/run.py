"""Answers a query from a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from localsheets.formats.locales import Locale
from localsheets.formulas.query import scalars
from localsheets.formulas.query.checks import check, named
from localsheets.formulas.query.syntax import (
    Aggregate,
    Column,
    Constant,
    Expression,
    Query,
    Scalar,
    aggregates,
    refused,
)
from localsheets.formulas.query.table import Table
from localsheets.formulas.query.where import fulfilled
from localsheets.formulas.values import Rows
from localsheets.formulas.values import text as as_text
from localsheets.state.cell import Value

Key = tuple[Value, ...]
Line = Callable[[Expression], Value]
"""What an expression gives for one row of the answer."""
Part = tuple[Line, Rows]
"""A row of the answer, and the rows of the table that it comes from where these are grouped."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns' labels, and rows."""

    labels: list[str]
    rows: Rows


class Runner:
    """Answers one query."""

    def __init__(self, query: Query, table: Table, place: Locale, now: float) -> None:
        self._query, self._table, self._place, self._now = query, table, place, now
        self._select: list[Expression] = query.select or [Column(name) for name in table.names]

    def answer(self) -> Answer:
        """The answer.

        Raises:
            FormulaError: the query does not make sense, in Google's words.
        """
        check(self._query, self._select, self._table)
        rows = self._table.rows
        where = self._query.where
        if where is not None:
            rows = [row for row in rows if fulfilled(where, self._of(row), self._place)]
        if not (self._query.group or any(aggregates(each) for each in self._select)):
            lines: list[Part] = [(self._of(row), []) for row in rows]
        else:
            groups = _parted(rows, self._query.group, self._of)
            lines = [(self._within(key, of), of) for key, of in groups]
        lines = self._cut(self._sorted(lines))
        if self._query.pivot:
            return self._pivoted(lines, rows)
        labels = [self._label(each) for each in self._select]
        return Answer(labels, [[line(each) for each in self._select] for line, _ in lines])

    def _of(self, row: Sequence[Value]) -> Line:
        """What expressions give for a row of the table."""

        def value(node: Expression) -> Value:
            if isinstance(node, Column):
                if node.id not in self._table.places:
                    raise refused(f"NO_COLUMN: {node.id}")
                return row[self._table.places[node.id]]
            if isinstance(node, Aggregate):
                raise refused(f"CANNOT_BE_IN_WHERE: {named(node)}")
            return self._computed(node, value)

        return value

    def _computed(self, node: Constant | Scalar, value: Line) -> Value:
        if isinstance(node, Constant):
            return node.value
        return scalars.compute(node.name, [value(each) for each in node.operands], self._now)

    def _within(self, key: Key, rows: Rows) -> Line:
        """What expressions give for a group."""
        keys = dict(zip(self._query.group, key, strict=False))

        def value(node: Expression) -> Value:
            if node in keys:
                return keys[node]
            if isinstance(node, Aggregate):
                column = self._table.places[node.of.id]
                return _aggregate(node.name, [row[column] for row in rows])
            if isinstance(node, Column):  # _check has seen to it
                raise refused(f"ADD_COL_TO_GROUP_BY_OR_AGG: {node.id}")
            return self._computed(node, value)

        return value

    def _pivoted(self, lines: list[Part], rows: Rows) -> Answer:
        """One column for each value of what is turned, and each aggregate."""
        across = [key for key, _ in _parted(rows, self._query.pivot, self._of)]
        fixed = [each for each in self._select if not aggregates(each)]
        moving = [each for each in self._select if aggregates(each)]
        labels = [self._label(each) for each in fixed]
        for key in across:
            shown = ",".join(as_text(value, self._place) for value in key)
            labels += [f"{shown} {self._label(e)}" if len(moving) > 1 else shown for e in moving]
        found: Rows = []
        for line, group in lines:
            own = dict(_parted(group, self._query.pivot, self._of))
            row = [line(each) for each in fixed]
            for key in across:
                at = self._within((), own[key]) if key in own else None
                row += [at(each) if at else None for each in moving]
            found.append(row)
        return Answer(labels, found)

    def _sorted(self, lines: list[Part]) -> list[Part]:
        for each, ascending in reversed(self._query.order):
            keys = {id(part): order(part[0](each)) for part in lines}
            lines = sorted(lines, key=lambda part, keys=keys: keys[id(part)], reverse=not ascending)  # type: ignore[misc]
        return lines

    def _cut(self, lines: list[Part]) -> list[Part]:
        start, limit = self._query.offset, self._query.limit
        return lines[start : None if limit is None else start + limit]

    def _label(self, node: Expression) -> str:
        known = self._query.labels.get(node)
        if known is not None:
            return known
        if isinstance(node, Column):
            return self._table.labels[self._table.places[node.id]]
        if isinstance(node, Aggregate):
            return f"{node.name} {self._label(node.of)}"
        if isinstance(node, Scalar):
            return f"{node.name}({''.join(self._label(each) for each in node.operands)})"
        return as_text(node.value, self._place)


def order(value: Value) -> tuple[int, float | str]:
    """What values are sorted by: blank ones first."""
    if value is None:
        return 0, 0.0
    return (1, value) if isinstance(value, str) else (1, float(value))  # type: ignore[arg-type]


def _parted(
    rows: Rows, by: Sequence[Expression], of: Callable[[Sequence[Value]], Line]
) -> list[tuple[Key, Rows]]:
    """Rows by what they have in common, in order of that."""
    found: dict[Key, Rows] = {}
    for row in rows:
        line = of(row)
        found.setdefault(tuple(line(each) for each in by), []).append(row)
    return sorted(found.items(), key=lambda item: tuple(order(value) for value in item[0]))


def _aggregate(name: str, values: list[Value]) -> Value:
    there = [value for value in values if value is not None]
    if name == "count":
        return len(there)
    if not there:
        return None
    if name in ("max", "min"):
        return (max if name == "max" else min)(there, key=order)
    total = sum((float(value) for value in there if isinstance(value, (int, float))), 0.0)
    found = total / len(there) if name == "avg" else total
    return int(found) if found.is_integer() and abs(found) < 1e15 else found
