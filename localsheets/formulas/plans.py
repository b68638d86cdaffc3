"""How each formula is computed: by ironcalc as it stands, or by walking its tree."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from localsheets.formats.locales import Locale
from localsheets.formulas.dependencies import Names
from localsheets.formulas.functions import LAZY, OWN
from localsheets.formulas.signatures import GIVE_ARRAYS, NATIVE, listed, signature
from localsheets.formulas.syntax import (
    Braces,
    Call,
    Literal,
    Name,
    Node,
    Operation,
    ParseError,
    Ref,
    canonical,
    parse,
    shape,
)
from localsheets.state.references import Reference

_EITHER = frozenset(
    listed("""
        IF IFS SWITCH CHOOSE IFERROR IFNA ISERROR ISERR ISNA ISNUMBER ISTEXT ISNONTEXT ISLOGICAL
        ISBLANK INDEX ROW COLUMN NA HYPERLINK OFFSET INDIRECT XLOOKUP
    """)
)
"""Functions that are computed here and that ironcalc computes alike where no array is about."""
_TWO = {"IFERROR", "IFNA"}


@dataclass(frozen=True, slots=True)
class Plan:
    """A formula's text in the form of en_US, its tree (``None``: it is no formula), and whether
    its tree must be walked."""

    text: str
    node: Node | None
    references: tuple[Reference, ...]
    walked: bool


def plan(formula: str, names: Names, place: Locale) -> Plan:
    """How to compute a formula."""
    text = canonical(formula, place.point)
    outline, references = shape(text)
    node, walked, called = _judged(outline)
    unknown = any(name not in names.ranges for name in called)
    return Plan(text, node, references, walked or unknown or _spills(node, references))


@lru_cache(maxsize=5000)
def _judged(outline: str) -> tuple[Node | None, bool, frozenset[str]]:
    """A shape's tree, whether it must be walked, and the names that it uses."""
    try:
        node = parse(outline)
    except ParseError:
        return None, True, frozenset()
    return node, _walked(node, "s"), frozenset(_names(node))


def _names(node: Node) -> set[str]:
    if isinstance(node, Name):
        return {node.text}
    parts: tuple[Node, ...] = ()
    if isinstance(node, Operation):
        parts = node.operands
    elif isinstance(node, Call):
        parts = node.arguments
    elif isinstance(node, Braces):
        parts = tuple(each for row in node.rows for each in row)
    return {name for part in parts for name in _names(part)}


def _walked(node: Node, letter: str) -> bool:
    """Whether a part in a place that takes blocks ("r"), arrays ("a") or single values ("s") is
    beyond ironcalc, or means something else to it."""
    if isinstance(node, Literal):
        return node.error
    if isinstance(node, Ref):
        return not node.single and letter == "s"
    if isinstance(node, Name):
        return letter == "s"
    if isinstance(node, Operation):
        within = "a" if letter == "a" else "s"
        return any(_walked(each, within) for each in node.operands)
    if isinstance(node, Braces):
        parts = [each for row in node.rows for each in row]
        return letter == "s" or not all(isinstance(each, Literal) for each in parts)
    return _walked_call(node, letter)


def _walked_call(node: Call, letter: str) -> bool:
    name, count = node.name, len(node.arguments)
    if node.target is not None or Literal(None) in node.arguments or name in GIVE_ARRAYS:
        return True
    if (name in LAZY or name in OWN) and name not in _EITHER:
        return True
    if name not in NATIVE and name not in _EITHER:
        return True
    if name in _TWO and count != 2:
        return True
    for place, each in enumerate(node.arguments):
        wanted = signature(name, place)
        if _walked(each, "s" if letter == "a" and wanted == "s" else wanted):
            return True
    return False


def _spills(node: Node | None, references: tuple[Reference, ...]) -> bool:
    """Whether a look-up may give a whole row or column of a block, which spreads out."""
    if not isinstance(node, Call):
        return False
    if node.name in ("OFFSET", "INDIRECT"):
        return True
    place = {"INDEX": 0, "XLOOKUP": 2}.get(node.name)
    if place is None or len(node.arguments) <= place:
        return False
    block = node.arguments[place]
    if not isinstance(block, Ref) or block.single:
        return isinstance(block, Name)
    rect = references[block.number].rect
    broad = rect.right is None or rect.width > 1
    if node.name == "INDEX" and len(node.arguments) == 3:
        return any(each == Literal(0) for each in node.arguments[1:])
    return broad and (rect.bottom is None or rect.height > 1)
