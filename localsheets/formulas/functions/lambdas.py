"""LAMBDA and the functions that call one for each element, row or column."""

from __future__ import annotations

from collections.abc import Sequence

from localsheets.formulas.functions.logic import Lazy, Nodes
from localsheets.formulas.functions.own import check_count
from localsheets.formulas.syntax import Name
from localsheets.formulas.values import Array, FormulaError, number
from localsheets.formulas.world import Area, Closure, Found, Scope, Walker
from localsheets.state.cell import Value

MOST_ELEMENTS = 100_000


def _lambda(_: Walker, nodes: Nodes, scope: Scope) -> Found:

    check_count("LAMBDA", len(nodes), 1)
    names = [node.text for node in nodes[:-1] if isinstance(node, Name)]
    if len(names) != len(nodes) - 1:
        raise FormulaError("NAME", "A parameter of LAMBDA is not a valid name.")
    return Closure(tuple(names), nodes[-1], scope)


def _value(at: Walker, called: Found, given: Sequence[Found]) -> Value:
    """One value that a LAMBDA gives; its errors are values."""

    try:
        found = at.call_with(called, given)
        if isinstance(found, Area):
            found = found.array()
    except FormulaError as error:
        return error.error
    if isinstance(found, Closure):
        raise FormulaError("VALUE", "A LAMBDA must be called.")
    if isinstance(found, Array):
        if found.height * found.width > 1:
            raise FormulaError(
                "VALUE", "Single value expected. Nested array results are not supported."
            )
        return found.first
    return found


def _arrays(at: Walker, nodes: Nodes, scope: Scope) -> list[Array]:
    arrays = [at.array(node, scope) for node in nodes]
    if sum(array.height * array.width for array in arrays) > MOST_ELEMENTS:
        raise FormulaError("ERROR", "localsheets does not call a LAMBDA this often.")
    return arrays


def _map(at: Walker, nodes: Nodes, scope: Scope) -> Found:
    check_count("MAP", len(nodes), 2)
    called = at.found(nodes[-1], scope)
    arrays = _arrays(at, nodes[:-1], scope)
    if len({(array.height, array.width) for array in arrays}) > 1:
        raise FormulaError("VALUE", "Array arguments to MAP are of different size.")
    first = arrays[0]
    return Array(
        [
            [_value(at, called, [a.rows[row][col] for a in arrays]) for col in range(first.width)]
            for row in range(first.height)
        ]
    )


def _byrow(at: Walker, nodes: Nodes, scope: Scope) -> Found:
    check_count("BYROW", len(nodes), 2, 2)
    called = at.found(nodes[1], scope)
    (array,) = _arrays(at, nodes[:1], scope)
    return Array([[_value(at, called, [Array([row])])] for row in array.rows])


def _bycol(at: Walker, nodes: Nodes, scope: Scope) -> Found:
    check_count("BYCOL", len(nodes), 2, 2)
    called = at.found(nodes[1], scope)
    (array,) = _arrays(at, nodes[:1], scope)
    columns = [Array([[value] for value in column]) for column in array.columns()]
    return Array([[_value(at, called, [column]) for column in columns]])


def _reduce(at: Walker, nodes: Nodes, scope: Scope) -> Found:
    check_count("REDUCE", len(nodes), 3, 3)
    called = at.found(nodes[2], scope)
    total: Found = at.found(nodes[0], scope)
    (array,) = _arrays(at, nodes[1:2], scope)
    for value in array.flat():
        total = at.call_with(called, [total, value])
    return total


def _scan(at: Walker, nodes: Nodes, scope: Scope) -> Found:
    check_count("SCAN", len(nodes), 3, 3)
    called = at.found(nodes[2], scope)
    total: Value = at.single(nodes[0], scope)
    (array,) = _arrays(at, nodes[1:2], scope)
    rows: list[list[Value]] = []
    for row in array.rows:
        rows.append([])
        for value in row:
            total = _value(at, called, [total, value])
            rows[-1].append(total)
    return Array(rows)


def _makearray(at: Walker, nodes: Nodes, scope: Scope) -> Found:
    check_count("MAKEARRAY", len(nodes), 3, 3)
    sizes = [at.single(node, scope) for node in nodes[:2]]
    height, width = (int(number(size, at.world.place, "MAKEARRAY", 1)) for size in sizes)
    if height < 1 or width < 1 or height * width > MOST_ELEMENTS:
        raise FormulaError("NUM", "Function MAKEARRAY was given a size that it cannot make.")
    called = at.found(nodes[2], scope)
    return Array(
        [
            [_value(at, called, [row, col]) for col in range(1, width + 1)]
            for row in range(1, height + 1)
        ]
    )


LAZY: dict[str, Lazy] = {
    "LAMBDA": _lambda,
    "MAP": _map,
    "BYROW": _byrow,
    "BYCOL": _bycol,
    "REDUCE": _reduce,
    "SCAN": _scan,
    "MAKEARRAY": _makearray,
}
