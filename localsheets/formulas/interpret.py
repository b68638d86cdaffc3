"""Computes formulas that ironcalc cannot read or has no functions for, by walking their tree.

Operators, arrays and the functions that are Google's own are computed here; any other function is
asked of ironcalc, one call at a time. Blank cells stay blank, and errors carry Google's messages.
"""

from __future__ import annotations

from collections.abc import Sequence

from localsheets.formulas import operators
from localsheets.formulas.delegate import PENDING, literal
from localsheets.formulas.messages import GENERAL, call_error, unknown_function
from localsheets.formulas.signatures import GIVE_ARRAYS, MAY_BE_BLANK, NATIVE, NOT_PURE, signature
from localsheets.formulas.syntax import Braces, Call, Literal, Name, Node, Operation, Ref
from localsheets.formulas.values import Array, FormulaError, Result, broadcast, raising
from localsheets.formulas.world import Area, Closure, Found, Scope, World
from localsheets.state.cell import CellError, Value, error_shown_as
from localsheets.state.references import Reference
from localsheets.state.sheet import Sheet


class Interpreter:
    """Computes one formula at its place."""

    def __init__(
        self, world: World, sheet: Sheet, row: int, column: int, references: Sequence[Reference]
    ) -> None:
        self.world, self.sheet, self.row, self.column = world, sheet, row, column
        self._references = references

    def result(self, node: Node) -> Result:
        """What the whole formula gives: a value, an error, or an array to spread out."""
        try:
            found = self.operand(node, Scope())
        except FormulaError as error:
            return error.error
        except RecursionError:
            return CellError("ERROR", "Formula parse error.")
        return found

    def operand(self, node: Node, scope: Scope) -> Result:
        """A part as an operator takes it: a block gives one cell, or all within ARRAYFORMULA."""
        found = self.found(node, scope)
        if isinstance(found, Area):
            return self.world.values(found) if scope.array else self._crossing(found)
        if isinstance(found, Closure):
            raise FormulaError("VALUE", "A LAMBDA must be called.")
        return found

    def single(self, node: Node, scope: Scope) -> Value:
        """A part as one value: an array gives its first."""
        found = self.operand(node, scope)
        value = found.first if isinstance(found, Array) else found
        if isinstance(value, CellError):
            raise raising(value)
        return value

    def array(self, node: Node, scope: Scope) -> Array:
        """A part as an array, whatever it is."""
        found = self.found(node, scope, block=True)
        if isinstance(found, Area):
            return self.world.values(found)
        if isinstance(found, Closure):
            raise FormulaError("VALUE", "A LAMBDA must be called.")
        if isinstance(found, CellError):
            raise raising(found)
        return found if isinstance(found, Array) else Array([[found]])

    def _crossing(self, area: Area) -> Value:
        """The cell of a block in the formula's own row or column."""
        rect = area.rect
        row = rect.top if rect.height == 1 else self.row
        column = rect.left if rect.width == 1 else self.column
        if not rect.contains(row, column):
            raise FormulaError("VALUE", "An array value could not be found.")
        return area.sheet.at(row, column).value

    def found(self, node: Node, scope: Scope, *, block: bool = False) -> Found:
        """A part's value. With ``block`` a reference to one cell stays a reference."""
        if isinstance(node, Literal):
            return _literal(node)
        if isinstance(node, Ref):
            area = self.area(self._references[node.number])
            if node.single and not block:
                return area.sheet.at(area.rect.top, area.rect.left).value
            return area
        if isinstance(node, Name):
            return self._named(node, scope)
        if isinstance(node, Operation):
            operands = [self.first(each, scope) for each in node.operands]
            return operators.apply(node.name, operands, self.world.place)
        if isinstance(node, Braces):
            return self._braces(node, scope)
        return self._call(node, scope)

    def first(self, node: Node, scope: Scope) -> Result:
        """A part as an operator takes it; of an array its first, unless within ARRAYFORMULA."""
        found = self.operand(node, scope)
        return found.first if isinstance(found, Array) and not scope.array else found

    def area(self, reference: Reference) -> Area:
        """The block that a reference means."""
        sheet = self.world.names.of(reference, self.sheet)
        if sheet is None:
            raise FormulaError("REF", f"Unresolved sheet name '{reference.tab}'.")
        return Area(sheet, reference.rect.clamp(sheet.row_count, sheet.column_count))

    def _named(self, node: Name, scope: Scope) -> Found:
        if node.text in scope.names:
            return scope.names[node.text]
        named = self.world.names.ranges.get(node.text)
        if named is None:
            raise FormulaError("NAME", f"Unknown range name: '{node.text.upper()}'.")
        sheet, rect = named
        return Area(sheet, rect.clamp(sheet.row_count, sheet.column_count))

    def _braces(self, node: Braces, scope: Scope) -> Array:
        rows: list[list[Value]] = []
        for line in node.rows:
            blocks = [self.array(each, scope) for each in line]
            if len({block.height for block in blocks}) > 1:
                raise _ragged()
            rows += [
                [value for part in parts for value in part]
                for parts in zip(*(block.rows for block in blocks), strict=True)
            ]
        if len({len(row) for row in rows}) > 1:
            raise _ragged()
        return Array(rows)

    def _call(self, node: Call, scope: Scope) -> Found:
        from localsheets.formulas.functions import LAZY, OWN

        if node.target is not None:
            return self.invoke(self.found(node.target, scope), node.arguments, scope)
        bound = scope.names.get(node.name.casefold())
        if bound is not None:
            return self.invoke(bound, node.arguments, scope)
        if node.name in LAZY:
            return LAZY[node.name](self, node.arguments, scope)
        if node.name in OWN:
            own = OWN[node.name]
            own.check(node.name, len(node.arguments))
            return self._own(own.function, own.takes, node.arguments, scope)
        if node.name in NATIVE:
            return self._native(node, scope)
        raise unknown_function(node.name)

    def invoke(self, called: Found, arguments: Sequence[Node], scope: Scope) -> Found:
        """Call what LAMBDA gave with parts of the formula."""
        return self.call_with(called, [self.found(each, scope, block=True) for each in arguments])

    def call_with(self, called: Found, given: Sequence[Found]) -> Found:
        """Call what LAMBDA gave with values."""
        if not isinstance(called, Closure):
            raise FormulaError("NAME", "Only a LAMBDA can be called.")
        if len(given) != len(called.parameters):
            raise FormulaError("N_A", "Wrong number of arguments to LAMBDA.")
        names = dict(zip(called.parameters, given, strict=True))
        return self.found(called.body, called.scope.naming(names))

    def _own(
        self, function: operators.Function, takes: str, nodes: Sequence[Node], scope: Scope
    ) -> Result:
        """A function of ours: its single values are taken element by element in an array."""
        given: list[Result] = []
        for place, node in enumerate(nodes):
            letter = takes[min(place, len(takes) - 1)]
            if letter == "s":
                given.append(self.first(node, scope))
            else:
                within = scope.within_array() if letter == "a" else scope
                given.append(self.array(node, within))
        if "s" not in takes or takes.strip("s"):
            found: Result = function(self.world, *given)
            return found
        return broadcast(lambda *values: function(self.world, *values), given)

    def _native(self, node: Call, scope: Scope) -> Result:
        """A function of ironcalc's; within ARRAYFORMULA once for each element."""
        if node.name in ("INDIRECT", "OFFSET"):
            self.world.delegate.load_everything()
        if node.name == "SUBTOTAL":
            self._check_subtotal(node, scope)
        given = [
            self._given(each, signature(node.name, place), scope)
            for place, each in enumerate(node.arguments)
        ]
        if not any(isinstance(each, Array) for each in given):
            text = f"{node.name}({','.join(str(each) for each in given)})"
            return self._checked(node, text, self._asked(node.name, text), scope)
        return self._each(node, given)

    def _asked(self, name: str, text: str) -> Result:
        delegate = self.world.delegate
        alone = name in GIVE_ARRAYS or name in NOT_PURE
        return delegate.one(text) if alone else delegate.many([text])[0]

    def _check_subtotal(self, node: Call, scope: Scope) -> None:
        """A subtotal leaves out others, which cannot be seen among values."""
        for each in node.arguments[1:]:
            area = self.found(each, scope, block=True)
            if isinstance(area, Area) and any(
                cell.formula and "SUBTOTAL" in cell.formula.upper()
                for _, _, cell in area.sheet.cells(area.rect)
            ):
                raise FormulaError(
                    "NAME", "localsheets cannot compute SUBTOTAL of subtotals within this formula."
                )

    def _given(self, node: Node, letter: str, scope: Scope) -> str | Array:
        """An argument as text, or as an array to go through element by element."""
        if isinstance(node, Literal) and node.value is None:
            return ""
        within = scope.within_array() if letter == "a" else scope
        found = self.found(node, within, block=letter != "s" or isinstance(node, Ref))
        if isinstance(found, Closure):
            raise FormulaError("VALUE", "A LAMBDA must be called.")
        if letter == "s":
            return self._single_text(found, scope)
        if isinstance(found, Area):
            return self.world.delegate.area(found.sheet, found.rect)
        return self.world.delegate.stash(found) if isinstance(found, Array) else literal(found)

    def _single_text(self, found: Result | Area, scope: Scope) -> str | Array:
        if isinstance(found, Area):
            if found.rect.height == found.rect.width == 1:
                return self.world.delegate.area(found.sheet, found.rect)
            found = self.world.values(found) if scope.array else self._crossing(found)
        if isinstance(found, Array):
            if scope.array:
                return found
            found = found.first
        return literal(found)

    def _each(self, node: Call, given: list[str | Array]) -> Result:
        texts: list[str] = []

        def note(*values: Value) -> Value:
            parts = iter(values)
            shown = [literal(next(parts)) if isinstance(g, Array) else g for g in given]
            texts.append(f"{node.name}({','.join(shown)})")
            return len(texts) - 1

        numbers = broadcast(note, [each for each in given if isinstance(each, Array)])
        results = self.world.delegate.many(texts)
        if not isinstance(numbers, Array):
            return results[0]
        return Array([[results[int(str(number))] for number in row] for row in numbers.rows])

    def _checked(self, node: Call, text: str, found: Result, scope: Scope) -> Result:
        if found is PENDING:
            return found
        if isinstance(found, CellError):
            raise call_error(node, found, lambda each: self._quiet(each, scope))
        if found == 0 and not isinstance(found, bool) and node.name in MAY_BE_BLANK:
            return None if self.world.delegate.many([f'{text}&""'])[0] == "" else found
        return found

    def _quiet(self, node: Node, scope: Scope) -> Result:
        """An argument's value for a message; an error is a value here."""
        try:
            found = self.found(node, scope, block=False)
        except FormulaError as error:
            return error.error
        if isinstance(found, Area):
            return found.array()
        return None if isinstance(found, Closure) else found


def _literal(node: Literal) -> Value:
    if node.error:
        error = error_shown_as(str(node.value).upper()) or CellError("ERROR")
        raise FormulaError(error.type, GENERAL.get(error.type, ""))
    return node.value


def _ragged() -> FormulaError:
    return FormulaError(
        "VALUE", "In ARRAY_LITERAL, an Array Literal was missing values for one or more rows."
    )
