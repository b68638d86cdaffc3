"""Computes a report's formulas the way a spreadsheet would: by following their refs."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator
from decimal import Decimal

from model.report import Content, Formula, Ref, Report

OPERATORS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
TOKEN = re.compile(r"SUM\(\{(\d+)\}:\{(\d+)\}\)|\{(\d+)\}|([-+*/])")


def formulas(report: Report) -> Iterator[tuple[Ref, Formula]]:
    """Every formula of a report, with where it stands."""
    for line in report.lines:
        for field, entry in line.entries.items():
            if isinstance(entry.content, Formula):
                yield Ref(line.key, field), entry.content


def evaluate(report: Report, formula: Formula) -> Decimal:
    """Work a formula out from the figures that its refs lead to.

    Raises:
        ValueError: the template holds something that is none of sums, refs and operators.
        KeyError: a ref names a line that the report lacks.
    """
    text = formula.text.removeprefix("=")
    if TOKEN.sub("", text):
        raise ValueError(f"{formula.text} holds more than sums, refs and operators")
    result, apply = Decimal(0), operator.add
    for match in TOKEN.finditer(text):
        first, last, single, sign = match.groups()
        if sign:
            apply = OPERATORS[sign]
        elif single:
            result = apply(result, at(report, formula.refs[int(single)]))
        else:
            result = apply(result, over(report, formula.refs[int(first)], formula.refs[int(last)]))
    return result


def over(report: Report, first: Ref, last: Ref) -> Decimal:
    """The sum of a column from one line to another."""
    keys = [line.key for line in report.lines]
    between = keys[keys.index(first.key) : keys.index(last.key) + 1]
    assert between
    return sum((at(report, Ref(key, first.field)) for key in between), Decimal(0))


def at(report: Report, ref: Ref) -> Decimal:
    """The figure at a ref; a blank counts as nothing."""
    line = {line.key: line for line in report.lines}[ref.key]
    entry = line.entries.get(ref.field)
    content: Content = entry.content if entry else None
    if isinstance(content, Formula):
        return evaluate(report, content)
    return Decimal(0) if content is None else Decimal(str(content))
