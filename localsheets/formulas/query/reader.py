"""Reads a query's text into its clauses."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, time
from typing import TypeVar

from localsheets.formats.dates import serial_of
from localsheets.formulas.query.syntax import (
    Aggregate,
    Column,
    Compared,
    Condition,
    Constant,
    Expression,
    IsNull,
    Joined,
    Query,
    Scalar,
    refused,
    unknown,
)
from localsheets.formulas.values import FormulaError

_TOKENS = re.compile(
    r"\s*(?:(?P<text>\"[^\"]*\"|'[^']*')|(?P<quoted>`[^`]+`)|(?P<number>[0-9]+\.?[0-9]*|\.[0-9]+)"
    r"|(?P<word>[^\W\d]\w*)|(?P<mark><>|<=|>=|!=|[-+*/=<>(),])|(?P<end>$))"
)
_CLAUSES = ("select", "where", "group", "pivot", "order", "limit", "offset", "label")
_UNKNOWN_CLAUSES = ("skipping", "format", "options")
_WORDS = ("contains", "starts", "ends", "matches", "like")
_COMPARISONS = {"=": "=", "<>": "!=", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
AGGREGATES = ("sum", "avg", "count", "max", "min")
SCALARS = {
    **dict.fromkeys(("year", "month", "day", "hour", "minute", "second", "quarter"), 1),
    **dict.fromkeys(("dayofweek", "upper", "lower", "todate"), 1),
    "datediff": 2,
    "now": 0,
}
"""Functions of a row's values, and how many they take."""
_UNKNOWN_SCALARS = ("millisecond",)
_ARITHMETIC = ({"+": "sum", "-": "difference"}, {"*": "product", "/": "quotient"})
_MOMENTS = {
    "date": ("%Y-%m-%d",),
    "datetime": ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M:%S.%f"),
    "timestamp": ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M:%S.%f"),
    "timeofday": ("%H:%M:%S", "%H:%M:%S.%f"),
}
DEEPEST = 100
Part = TypeVar("Part")


def read(text: str) -> Query:
    """A query.

    Raises:
        FormulaError: it is none, in Google's words; or it asks for what is not known here.
    """
    reader = _Reader(text)
    return reader.query()


class _Reader:
    def __init__(self, text: str) -> None:
        self._tokens = _tokenised(text)
        self._place = 0
        self._depth = 0

    def query(self) -> Query:
        query = Query()
        readers: dict[str, Callable[[Query], None]] = {
            "select": self._select,
            "where": self._where,
            "group": self._group,
            "pivot": self._pivot,
            "order": self._order,
            "limit": self._limit,
            "offset": self._offset,
            "label": self._labels,
        }
        for clause in _CLAUSES:
            if self._word in _UNKNOWN_CLAUSES:
                raise unknown(f"the clause '{self._word}'")
            if self._take(clause):
                readers[clause](query)
        if self._word in _UNKNOWN_CLAUSES:
            raise unknown(f"the clause '{self._word}'")
        if self._kind != "end":
            raise self._unexpected()
        return query

    @property
    def _kind(self) -> str:
        return self._tokens[self._place][0]

    @property
    def _text(self) -> str:
        return self._tokens[self._place][1]

    @property
    def _word(self) -> str:
        """The next word, without capitals; "" where there is none."""
        return self._text.casefold() if self._kind == "word" else ""

    def _next(self) -> str:
        self._place += 1
        return self._tokens[self._place - 1][1]

    def _take(self, *wanted: str) -> str | None:
        """Step over a word or a mark, if it is one of these."""
        found = self._word or (self._text if self._kind == "mark" else "")
        if found and found in wanted:
            self._place += 1
            return found
        return None

    def _expect(self, wanted: str) -> None:
        if self._take(wanted) is None:
            raise self._unexpected()

    def _unexpected(self) -> FormulaError:
        found = "<EOF>" if self._kind == "end" else self._text
        return refused(f'PARSE_ERROR: Encountered "{found}".')

    def _several(self, part: Callable[[], Part]) -> list[Part]:
        found = [part()]
        while self._take(","):
            found.append(part())
        return found

    def _select(self, query: Query) -> None:
        if not self._take("*"):
            query.select = self._several(self._expression)

    def _where(self, query: Query) -> None:
        query.where = self._condition()

    def _group(self, query: Query) -> None:
        self._expect("by")
        query.group = self._several(self._expression)

    def _pivot(self, query: Query) -> None:
        query.pivot = self._several(self._expression)

    def _order(self, query: Query) -> None:
        self._expect("by")
        query.order = self._several(self._ordered)

    def _ordered(self) -> tuple[Expression, bool]:
        expression = self._expression()
        return expression, self._take("asc", "desc") != "desc"

    def _limit(self, query: Query) -> None:
        query.limit = self._count()

    def _offset(self, query: Query) -> None:
        query.offset = self._count()

    def _count(self) -> int:
        if self._kind != "number" or not self._text.isdigit():
            raise self._unexpected()
        return int(self._next())

    def _labels(self, query: Query) -> None:
        query.labels = dict(self._several(self._label))

    def _label(self) -> tuple[Expression, str]:
        expression = self._expression()
        if self._kind != "text":
            raise self._unexpected()
        return expression, self._next()[1:-1]

    def _condition(self) -> Condition:
        return self._joined("or", lambda: self._joined("and", self._negated))

    def _joined(self, word: str, part: Callable[[], Condition]) -> Condition:
        parts = [part()]
        while self._take(word):
            parts.append(part())
        return parts[0] if len(parts) == 1 else Joined(word, tuple(parts))

    def _negated(self) -> Condition:
        if self._take("not"):
            return Joined("not", (self._deeper(self._negated),))
        if self._kind == "mark" and self._text == "(":
            return self._grouped()
        return self._compared()

    def _grouped(self) -> Condition:
        """A parenthesis holds a condition, or the beginning of an expression."""
        start = self._place
        try:
            self._place += 1
            found = self._deeper(self._condition)
            self._expect(")")
        except FormulaError as error:
            self._place = start
            try:
                return self._compared()
            except FormulaError:
                raise error from None
        return found

    def _deeper(self, part: Callable[[], Part]) -> Part:
        self._depth += 1
        if self._depth > DEEPEST:
            self._depth -= 1
            raise refused("PARSE_ERROR: nested too deeply.")
        try:
            return part()
        finally:
            self._depth -= 1

    def _compared(self) -> Condition:
        left = self._expression()
        if self._take("is"):
            negated = self._take("not")
            self._expect("null")
            return Joined("not", (IsNull(left),)) if negated else IsNull(left)
        word = self._take(*_WORDS)
        if word in ("starts", "ends"):
            self._expect("with")
        mark = word or self._take(*_COMPARISONS)
        if mark is None:
            raise self._unexpected()
        return Compared(_COMPARISONS.get(mark, mark), left, self._expression())

    def _expression(self) -> Expression:
        return self._arithmetic(0)

    def _arithmetic(self, level: int) -> Expression:
        if level == len(_ARITHMETIC):
            return self._primary()
        left = self._arithmetic(level + 1)
        while (mark := self._take(*_ARITHMETIC[level])) is not None:
            left = Scalar(_ARITHMETIC[level][mark], (left, self._arithmetic(level + 1)))
        return left

    def _primary(self) -> Expression:
        if self._take("("):
            found = self._deeper(self._expression)
            self._expect(")")
            return found
        sign = -1 if self._take("-") else 1
        if self._kind == "number":
            number = float(self._next()) * sign
            return Constant(int(number) if number.is_integer() else number)
        if sign < 0:
            raise self._unexpected()
        if self._kind == "text":
            return Constant(self._next()[1:-1])
        if self._kind == "quoted":
            return Column(self._next()[1:-1])
        if self._kind != "word" or self._word in (*_CLAUSES, *_UNKNOWN_CLAUSES, "by"):
            raise self._unexpected()
        return self._named(self._next())

    def _named(self, name: str) -> Expression:
        word = name.casefold()
        if word in ("true", "false"):
            return Constant(word == "true")
        if word in _MOMENTS and self._kind == "text":
            return Constant(_moment(word, self._next()[1:-1]))
        if self._kind == "mark" and self._text == "(":
            return self._call(word)
        return Column(name)

    def _call(self, name: str) -> Expression:
        self._expect("(")
        if name in _UNKNOWN_SCALARS:
            raise unknown(f"the function '{name}'")
        if name in AGGREGATES:
            of = self._expression()
            self._expect(")")
            if not isinstance(of, Column):
                raise refused(f'PARSE_ERROR: Encountered "{name}" of what is no column.')
            return Aggregate(name, of)
        if name not in SCALARS:
            raise refused(f'PARSE_ERROR: Encountered "{name}(".')
        operands: list[Expression] = []
        if not self._take(")"):
            operands = self._deeper(lambda: self._several(self._expression))
            self._expect(")")
        if len(operands) != SCALARS[name]:
            raise refused(f"Wrong number of arguments to {name}.")
        return Scalar(name, tuple(operands))


def _moment(kind: str, text: str) -> float:
    """A date or time as a serial number."""
    for form in _MOMENTS[kind]:
        try:
            found = datetime.strptime(text, form)  # noqa: DTZ007 - a sheet's dates have no zone
        except ValueError:
            continue
        clock: time = found.time()
        seconds = clock.hour * 3600 + clock.minute * 60 + clock.second + clock.microsecond / 1e6
        days = 0 if kind == "timeofday" else int(serial_of(found.date()))
        return days + seconds / 86_400 if seconds else days
    shape = {"date": "yyyy-MM-dd", "timeofday": "HH:mm:ss"}.get(kind, "yyyy-MM-dd HH:mm:ss")
    raise refused(
        f"Invalid {kind} literal [{text}]. {kind.capitalize()} literals should be of form {shape}."
    )


def _tokenised(text: str) -> list[tuple[str, str]]:
    tokens: list[tuple[str, str]] = []
    place = 0
    while True:
        match = _TOKENS.match(text, place)
        if match is None:
            raise refused(f'PARSE_ERROR: Encountered "{text[place:].strip()[:1]}".')
        kind = match.lastgroup or "end"
        tokens.append((kind, match[kind]))
        if kind == "end":
            return tokens
        place = match.end()
