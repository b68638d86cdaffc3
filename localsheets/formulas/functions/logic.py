"""Functions that look at their arguments only as they need them: conditions, errors, names."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from localsheets.formulas.functions.own import check_count
from localsheets.formulas.syntax import Literal, Name, Node
from localsheets.formulas.values import (
    Array,
    FormulaError,
    Result,
    broadcast,
    compared,
    number,
    raising,
    truth,
)
from localsheets.formulas.world import Found, Scope, Walker
from localsheets.state.cell import CellError, Value

Nodes = Sequence[Node]
Lazy = Callable[[Walker, Nodes, Scope], Found]


def quiet(at: Walker, node: Node, scope: Scope) -> Result:
    """A part's value, an error being a value too."""
    try:
        return at.first(node, scope)
    except FormulaError as error:
        return error.error


def _if(at: Walker, nodes: Nodes, scope: Scope) -> Found:
    check_count("IF", len(nodes), 2, 3)
    condition = at.first(nodes[0], scope)
    other = nodes[2] if len(nodes) > 2 else Literal(False)
    if not isinstance(condition, Array):
        return at.found(nodes[1] if truth(condition, "IF", 1) else other, scope)
    chosen = [quiet(at, nodes[1], scope), quiet(at, other, scope)]
    return broadcast(lambda c, y, n: y if truth(c, "IF", 1) else n, [condition, *chosen])


def _ifs(at: Walker, nodes: Nodes, scope: Scope) -> Found:
    check_count("IFS", len(nodes), 2)
    if len(nodes) % 2:
        raise FormulaError("N_A", "Wrong number of arguments to IFS. Expected pairs.")
    if scope.array:
        return broadcast(_first_true, [quiet(at, node, scope) for node in nodes])
    for place in range(0, len(nodes), 2):
        if truth(at.single(nodes[place], scope), "IFS", place + 1):
            return at.found(nodes[place + 1], scope)
    raise FormulaError("N_A", "No match.")


def _first_true(*values: Value) -> Value:
    for place in range(0, len(values), 2):
        if truth(values[place], "IFS", place + 1):
            return values[place + 1]
    return CellError("N_A", "No match.")


def _switch(at: Walker, nodes: Nodes, scope: Scope) -> Found:
    check_count("SWITCH", len(nodes), 3)
    wanted = at.single(nodes[0], scope)
    for place in range(1, len(nodes) - 1, 2):
        if compared(wanted, at.single(nodes[place], scope)) == 0:
            return at.found(nodes[place + 1], scope)
    if len(nodes) % 2 == 0:
        return at.found(nodes[-1], scope)
    raise FormulaError("N_A", "Function SWITCH has no default and nothing matches.")


def _choose(at: Walker, nodes: Nodes, scope: Scope) -> Found:
    check_count("CHOOSE", len(nodes), 2)
    place = int(number(at.single(nodes[0], scope), at.world.place, "CHOOSE", 1))
    if not 1 <= place < len(nodes):
        raise FormulaError(
            "NUM",
            f"Function CHOOSE parameter 1 value is {place}. Valid values are between 1 and"
            f" {len(nodes) - 1} inclusive.",
        )
    return at.found(nodes[place], scope)


def _catching(name: str, caught: Callable[[CellError], bool]) -> Lazy:
    def function(at: Walker, nodes: Nodes, scope: Scope) -> Found:
        check_count(name, len(nodes), 1, 2)
        try:
            found = at.found(nodes[0], scope)
        except FormulaError as error:
            found = error.error
        if isinstance(found, CellError):
            return (
                (at.found(nodes[1], scope) if len(nodes) > 1 else None) if caught(found) else found
            )
        if not isinstance(found, Array) and scope.array:
            found = at.operand(nodes[0], scope)
        if not isinstance(found, Array):
            value = at.operand(nodes[0], scope)
            if isinstance(value, CellError) and caught(value):
                return at.found(nodes[1], scope) if len(nodes) > 1 else None
            return found
        other = quiet(at, nodes[1], scope) if len(nodes) > 1 else None
        return broadcast(
            lambda v, o: o if isinstance(v, CellError) and caught(v) else v, [found, other]
        )

    return function


def _asking(name: str, test: Callable[[Value], bool]) -> Lazy:
    def function(at: Walker, nodes: Nodes, scope: Scope) -> Found:
        check_count(name, len(nodes), 1, 1)
        return broadcast(lambda value: test(value), [quiet(at, nodes[0], scope)])

    return function


def _arrayformula(at: Walker, nodes: Nodes, scope: Scope) -> Found:
    check_count("ARRAYFORMULA", len(nodes), 1, 1)
    return at.operand(nodes[0], scope.within_array())


def _let(at: Walker, nodes: Nodes, scope: Scope) -> Found:
    check_count("LET", len(nodes), 3)
    if len(nodes) % 2 == 0:
        raise FormulaError("N_A", "Wrong number of arguments to LET. Expected names with values.")
    for place in range(0, len(nodes) - 1, 2):
        name = nodes[place]
        if not isinstance(name, Name):
            raise FormulaError("NAME", f"Function LET parameter {place + 1} is not a valid name.")
        scope = scope.naming({name.text: at.found(nodes[place + 1], scope, block=True)})
    return at.found(nodes[-1], scope)


def _error_type(at: Walker, nodes: Nodes, scope: Scope) -> Found:
    check_count("ERROR.TYPE", len(nodes), 1, 1)
    found = quiet(at, nodes[0], scope)
    if not isinstance(found, CellError):
        raise FormulaError("N_A", "Function ERROR.TYPE parameter 1 is no error.")
    order = ("NULL_VALUE", "DIVIDE_BY_ZERO", "VALUE", "REF", "NAME", "NUM", "N_A")
    return order.index(found.type) + 1 if found.type in order else 8


def _is_error(value: Value) -> bool:
    return isinstance(value, CellError)


def _is_na(value: Value) -> bool:
    return isinstance(value, CellError) and value.type == "N_A"


def _is_number(value: Value) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _sparkless(at: Walker, nodes: Nodes, scope: Scope) -> Found:
    """A picture: the cell has no value."""
    for node in nodes[:1]:
        at.found(node, scope, block=True)
    return None


def _na(_: Walker, nodes: Nodes, __: Scope) -> Found:
    check_count("NA", len(nodes), 0, 0)
    raise raising(CellError("N_A", "Error. Value is not available."))


LAZY: dict[str, Lazy] = {
    "IF": _if,
    "IFS": _ifs,
    "SWITCH": _switch,
    "CHOOSE": _choose,
    "IFERROR": _catching("IFERROR", lambda _: True),
    "IFNA": _catching("IFNA", _is_na),
    "ARRAYFORMULA": _arrayformula,
    "LET": _let,
    "ERROR.TYPE": _error_type,
    "NA": _na,
    "SPARKLINE": _sparkless,
    "IMAGE": _sparkless,
    "ISERROR": _asking("ISERROR", _is_error),
    "ISERR": _asking("ISERR", lambda value: _is_error(value) and not _is_na(value)),
    "ISNA": _asking("ISNA", _is_na),
    "ISNUMBER": _asking("ISNUMBER", _is_number),
    "ISTEXT": _asking("ISTEXT", lambda value: isinstance(value, str)),
    "ISNONTEXT": _asking("ISNONTEXT", lambda value: not isinstance(value, str)),
    "ISLOGICAL": _asking("ISLOGICAL", lambda value: isinstance(value, bool)),
    "ISBLANK": _asking("ISBLANK", lambda value: value is None),
}
