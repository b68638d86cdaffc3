"""Google's formula language, read into a tree. Pure; a copied-down formula is read once.

A formula is first cut into its references and the text between them: formulas that differ in their
references alone have one *shape*, and one tree, in which a reference is its number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from localsheets.state.references import Reference, cut

CELL, BLOCK = "\x01", "\x02"
"""What stands in a shape for a reference to one cell, and to any other block."""
DEEPEST = 200


class ParseError(ValueError):
    """A formula that Google would show as #ERROR! Formula parse error."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A number, text, boolean or error; ``None`` for an argument that is left out."""

    value: float | int | str | bool | None
    error: bool = False


@dataclass(frozen=True, slots=True)
class Ref:
    """The n-th reference of the formula."""

    number: int
    single: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A named range, or a name that LET or LAMBDA gave."""

    text: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function (in capitals), or, as ``target``, something that gives one."""

    name: str
    arguments: tuple[Node, ...]
    target: Node | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator by Google's name of its function: ADD, CONCAT, UMINUS, UNARY_PERCENT..."""

    name: str
    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Braces:
    """An array in braces: rows of blocks."""

    rows: tuple[tuple[Node, ...], ...]


Node = Literal | Ref | Name | Call | Operation | Braces

_TOKENS = re.compile(
    r'\s*(?:(?P<text>"(?:[^"]|"")*")'
    r"|(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<error>#(?:REF!|DIV/0!|N/A|NAME\?|VALUE!|NUM!|NULL!|ERROR!))"
    r"|(?P<ref>[\x01\x02])"
    r"|(?P<name>[^\W\d][\w.]*|_[\w.]*)"
    r"|(?P<mark><>|<=|>=|[-+*/^&=<>%(){},;\\:])"
    r"|(?P<end>$))",
)
_BINARY = (
    {"=": "EQ", "<>": "NE", "<": "LT", "<=": "LTE", ">": "GT", ">=": "GTE"},
    {"&": "CONCAT"},
    {"+": "ADD", "-": "MINUS"},
    {"*": "MULTIPLY", "/": "DIVIDE"},
    {"^": "POW"},
)


def shape(formula: str) -> tuple[str, tuple[Reference, ...]]:
    """A formula's shape and its references, in order."""
    parts: list[str] = []
    found: list[Reference] = []
    for piece in cut(formula):
        if isinstance(piece, Reference):
            found.append(piece)
            parts.append(CELL if piece.last is None else BLOCK)
        else:
            parts.append(_STRAY.sub(_unmarked, piece))
    return "".join(parts), tuple(found)


_STRAY = re.compile(r'"(?:[^"]|"")*"|[\x01\x02]')


def _unmarked(match: re.Match[str]) -> str:
    """What was typed and only looks like a mark of ours means nothing."""
    return match[0] if match[0].startswith('"') else "\x03"


@lru_cache(maxsize=5000)
def parse(text: str) -> Node:
    """A shape's tree.

    Raises:
        ParseError: it is no formula.
    """
    body = text.lstrip()
    return _Reader(body[1:] if body.startswith("=") else body).whole()


class _Reader:
    """Reads one formula from left to right."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_tokenise(text))
        self._place = 0
        self._references = 0
        self._depth = 0

    def whole(self) -> Node:
        node = self._binary(0)
        if self._kind != "end":
            raise ParseError(f"unexpected {self._text!r}")
        return node

    @property
    def _kind(self) -> str:
        return self._tokens[self._place][0]

    @property
    def _text(self) -> str:
        return self._tokens[self._place][1]

    def _take(self, *marks: str) -> str | None:
        """Step over a mark, if it is one of these."""
        if self._kind == "mark" and self._text in marks:
            self._place += 1
            return self._tokens[self._place - 1][1]
        return None

    def _expect(self, mark: str) -> None:
        if self._take(mark) is None:
            raise ParseError(f"{mark!r} expected, not {self._text!r}")

    def _binary(self, level: int) -> Node:
        if level == len(_BINARY):
            return self._unary()
        left = self._binary(level + 1)
        while (mark := self._take(*_BINARY[level])) is not None:
            left = Operation(_BINARY[level][mark], (left, self._binary(level + 1)))
        return left

    def _unary(self) -> Node:
        mark = self._take("-", "+")
        if mark is None:
            return self._percent()
        self._deeper()
        operand = self._unary()
        self._depth -= 1
        return Operation("UMINUS" if mark == "-" else "UPLUS", (operand,))

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise ParseError("nested too deeply")

    def _percent(self) -> Node:
        node = self._called(self._primary())
        while self._take("%"):
            node = Operation("UNARY_PERCENT", (node,))
        return node

    def _called(self, node: Node) -> Node:
        """ "LAMBDA(x, x+1)(2)": what gives a function may be called at once."""
        while self._kind == "mark" and self._text == "(":
            self._place += 1
            node = Call("", self._arguments(), node)
        return node

    def _primary(self) -> Node:
        kind, text = self._tokens[self._place]
        self._place += 1
        if kind == "text":
            return Literal(text[1:-1].replace('""', '"'))
        if kind == "number":
            return Literal(_number(text))
        if kind == "error":
            return Literal(text, error=True)
        if kind == "ref":
            self._references += 1
            return Ref(self._references - 1, text == CELL)
        if kind == "name":
            return self._name(text)
        self._deeper()
        node = self._grouped(text)
        self._depth -= 1
        return node

    def _grouped(self, mark: str) -> Node:
        if mark == "{":
            return self._braces()
        if mark != "(":
            raise ParseError(f"unexpected {mark!r}")
        node = self._binary(0)
        self._expect(")")
        return node

    def _name(self, text: str) -> Node:
        upper = text.upper()
        if self._take("("):
            self._deeper()
            call = Call(upper, self._arguments())
            self._depth -= 1
            return call
        if upper in ("TRUE", "FALSE"):
            return Literal(upper == "TRUE")
        return Name(text.casefold())

    def _arguments(self) -> tuple[Node, ...]:
        """Arguments up to the closing parenthesis; one that is left out is empty."""
        found: list[Node] = []
        if self._take(")"):
            return ()
        while True:
            if self._kind == "mark" and self._text in (",", ";", ")"):
                found.append(Literal(None))
            else:
                found.append(self._binary(0))
            if self._take(")"):
                return tuple(found)
            if self._take(",", ";") is None:
                raise ParseError(f"unexpected {self._text!r}")

    def _braces(self) -> Braces:
        rows: list[tuple[Node, ...]] = []
        row: list[Node] = []
        while True:
            row.append(self._binary(0))
            if self._take(",", "\\"):
                continue
            rows.append(tuple(row))
            row = []
            if self._take(";"):
                continue
            self._expect("}")
            return Braces(tuple(rows))


def _number(text: str) -> float | int:
    return int(text) if text.isdigit() and len(text) < 16 else float(text)


def _tokenise(text: str) -> list[tuple[str, str]]:
    tokens: list[tuple[str, str]] = []
    place = 0
    while True:
        match = _TOKENS.match(text, place)
        if match is None:
            raise ParseError(f"unexpected {text[place : place + 10]!r}")
        kind = match.lastgroup or "end"
        tokens.append((kind, match[kind]))
        if kind == "end":
            return tokens
        place = match.end()


@lru_cache(maxsize=20_000)
def canonical(formula: str, point: str) -> str:
    """A formula as it reads with decimal points and commas between arguments; ";" parts them in
    every locale.

    Where the locale's decimal mark is a comma, arguments are parted by ";", a row's parts in braces
    by "\\"; a comma between digits is the decimal mark, any other still parts arguments.
    """
    if point != "," and ";" not in formula:
        return formula
    parts: list[str] = []
    depth: list[str] = []
    for match in _LOCALISED.finditer(formula):
        found = match[0]
        if found in ("(", "{"):
            depth.append(found)
        elif found in (")", "}") and depth:
            depth.pop()
        elif match["decimal"] and point == ",":
            found = found.replace(",", ".")
        elif found == "\\" or (found == ";" and not (depth and depth[-1] == "{")):
            found = ","
        parts.append(found)
    return "".join(parts)


_LOCALISED = re.compile(
    r"\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'"
    r"|(?P<decimal>(?<![\w.$])[0-9]+,[0-9]+(?![\w:])|(?<=[(;=+*/^&<>-]),[0-9]+)"
    r"|[A-Za-z_$][\w.$]*|[(){};\\]|.",
    re.S,
)
