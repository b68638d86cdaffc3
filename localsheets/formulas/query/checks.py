"""Whether a query makes sense for a table. Errors are Google's, as people quote them."""

from __future__ import annotations

from collections.abc import Sequence

from localsheets.formulas.query.syntax import (
    Aggregate,
    Column,
    Expression,
    Query,
    Scalar,
    aggregates,
    columns,
    refused,
)
from localsheets.formulas.query.table import Table


def check(query: Query, select: Sequence[Expression], table: Table) -> None:
    """Refuse what does not make sense.

    Raises:
        FormulaError: in Google's words.
    """
    ordered = [each for each, _ in query.order]
    for each in (*select, *query.group, *query.pivot, *ordered, *query.labels):
        _check_columns(each, table)
    for each in query.labels:
        if each not in select:
            raise refused(f"LABEL_COL_NOT_IN_SELECT: {named(each)}")
    for clause, parts in (("GROUP_BY", query.group), ("PIVOT", query.pivot)):
        for each in parts:
            if aggregates(each):
                raise refused(f"CANNOT_BE_IN_{clause}: {named(each)}")
    if any(aggregates(each) for each in select):
        _check_grouped(query, select)
    elif query.group or query.pivot:
        raise refused(f"CANNOT_{'GROUP' if query.group else 'PIVOT'}_WITHOUT_AGG")
    elif any(aggregates(each) for each in ordered):
        raise refused(f"AGG_IN_ORDER_NOT_IN_SELECT: {named(ordered[0])}")


def _check_grouped(query: Query, select: Sequence[Expression]) -> None:
    for each in select:
        missing = [c for c in columns(each) if each not in query.group and c not in query.group]
        if missing:
            raise refused(f"ADD_COL_TO_GROUP_BY_OR_AGG: {missing[0].id}")
    for each in query.pivot:
        if each in query.group:
            raise refused(f"NO_COL_IN_GROUP_AND_PIVOT: {named(each)}")
    for each, _ in query.order:
        if query.pivot and aggregates(each):
            raise refused(f"NO_AGG_IN_ORDER_WHEN_PIVOT: {named(each)}")
        if each not in select:
            in_order = "AGG_IN_ORDER_NOT_IN_SELECT" if aggregates(each) else _NOT_IN_SELECT
            raise refused(f"{in_order}: {named(each)}")


_NOT_IN_SELECT = "COL_IN_ORDER_MUST_BE_IN_SELECT"


def _check_columns(node: Expression, table: Table) -> None:
    for column in (*columns(node), *(each.of for each in aggregates(node))):
        if column.id not in table.places:
            raise refused(f"NO_COLUMN: {column.id}")
    for each in aggregates(node):
        numeric = table.types[table.places[each.of.id]] == "number"
        if each.name in ("sum", "avg") and not numeric:
            raise refused("AVG_SUM_ONLY_NUMERIC")


def named(node: Expression) -> str:
    """An expression as errors name it: "sum(A)"."""
    if isinstance(node, Column):
        return node.id
    if isinstance(node, Aggregate):
        return f"{node.name}({node.of.id})"
    if isinstance(node, Scalar):
        return f"{node.name}({','.join(named(each) for each in node.operands)})"
    return str(node.value)
