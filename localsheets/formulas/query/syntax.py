"""A query, read: clauses, expressions, conditions. By Google's reference of the language."""

from __future__ import annotations

from dataclasses import dataclass, field

from localsheets.formulas.values import FormulaError
from localsheets.state.cell import Value


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its id: "A", "Col1"."""

    id: str


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, text, boolean or moment (a serial number)."""

    value: Value


@dataclass(frozen=True, slots=True)
class Aggregate:
    """sum, avg, count, max or min of a column's values in a group."""

    name: str
    of: Column


@dataclass(frozen=True, slots=True)
class Scalar:
    """A function of one row's values, by Google's name: "product", "year"."""

    name: str
    operands: tuple[Expression, ...]


Expression = Column | Constant | Aggregate | Scalar


@dataclass(frozen=True, slots=True)
class Compared:
    """Two expressions and what is said of them: "=", "contains"..."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class IsNull:
    """Whether there is no value."""

    operand: Expression


@dataclass(frozen=True, slots=True)
class Joined:
    """Conditions joined by "and", "or"; "not" has one."""

    word: str
    parts: tuple[Condition, ...]


Condition = Compared | IsNull | Joined


@dataclass(slots=True)
class Query:
    """What is asked. ``select`` is ``None`` for every column."""

    select: list[Expression] | None = None
    where: Condition | None = None
    group: list[Expression] = field(default_factory=list)
    pivot: list[Expression] = field(default_factory=list)
    order: list[tuple[Expression, bool]] = field(default_factory=list)
    """What to sort by, and whether ascending."""
    limit: int | None = None
    offset: int = 0
    labels: dict[Expression, str] = field(default_factory=dict)


def refused(code: str) -> FormulaError:
    """A query that Google refuses too."""
    return FormulaError(
        "VALUE", f"Unable to parse query string for Function QUERY parameter 2: {code}"
    )


def unknown(what: str) -> FormulaError:
    """A part of the language that is not computed here."""
    return FormulaError(
        "NAME", f"localsheets cannot compute this QUERY: it does not know {what} of the language."
    )


def aggregates(node: Expression) -> list[Aggregate]:
    """Those within an expression."""
    if isinstance(node, Aggregate):
        return [node]
    if isinstance(node, Scalar):
        return [each for operand in node.operands for each in aggregates(operand)]
    return []


def columns(node: Expression) -> list[Column]:
    """The columns that an expression looks at outside of aggregates."""
    if isinstance(node, Column):
        return [node]
    if isinstance(node, Scalar):
        return [each for operand in node.operands for each in columns(operand)]
    return []
