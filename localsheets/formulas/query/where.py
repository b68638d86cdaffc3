"""Whether a row fulfils a condition. Nothing is true of a blank but that it is one."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable

from localsheets.formats import re2
from localsheets.formats.locales import Locale
from localsheets.formulas.functions.patterns import timed
from localsheets.formulas.query.syntax import Compared, Condition, Expression, IsNull
from localsheets.formulas.query.table import type_of
from localsheets.formulas.values import text
from localsheets.state.cell import Value

_ORDER: dict[str, Callable[..., bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def fulfilled(condition: Condition, value: Callable[[Expression], Value], place: Locale) -> bool:
    """Whether a condition holds; ``value`` says what an expression gives in the row."""
    if isinstance(condition, IsNull):
        return value(condition.operand) is None
    if isinstance(condition, Compared):
        left, right = value(condition.left), value(condition.right)
        if left is None or right is None:
            return False
        if condition.operator in _ORDER:
            alike = type_of(left) == type_of(right)
            return alike and _ORDER[condition.operator](left, right)
        return _worded(condition.operator, text(left, place), text(right, place))
    holds = (fulfilled(part, value, place) for part in condition.parts)
    if condition.word == "not":
        return not next(holds)
    return all(holds) if condition.word == "and" else any(holds)


def _worded(word: str, left: str, right: str) -> bool:
    """contains, starts with, ends with, matches, like: capitals count."""
    if word == "contains":
        return right in left
    if word == "starts":
        return left.startswith(right)
    if word == "ends":
        return left.endswith(right)
    if word == "like":
        wild = {"%": ".*", "_": "."}
        pattern = "".join(wild.get(mark) or re.escape(mark) for mark in right)
        return re.fullmatch(pattern, left, re.S) is not None
    try:
        found = re2.compiled(right)
    except re2.BadPattern:
        return False
    return timed("QUERY", lambda left_: found.fullmatch(left, timeout=left_)) is not None
