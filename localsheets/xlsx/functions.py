"""Which functions Excel has, which of them a file writes with a prefix, and which are Google's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from localsheets.formulas.functions import OWN
from localsheets.formulas.signatures import GIVE_ARRAYS, NATIVE, listed
from localsheets.formulas.syntax import (
    Braces,
    Call,
    Literal,
    Name,
    Node,
    Operation,
    ParseError,
    parse,
    shape,
)
from localsheets.state.references import Reference, cut

_NEW = frozenset(
    listed("""
        AGGREGATE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV CEILING.PRECISE
        CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CONFIDENCE.NORM CONFIDENCE.T
        COVARIANCE.P COVARIANCE.S ERF.PRECISE ERFC.PRECISE EXPON.DIST F.DIST F.DIST.RT F.INV
        F.INV.RT F.TEST FLOOR.PRECISE GAMMA.DIST GAMMA.INV GAMMALN.PRECISE HYPGEOM.DIST
        LOGNORM.DIST LOGNORM.INV MODE.MULT MODE.SNGL NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST
        NORM.S.INV PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC POISSON.DIST
        QUARTILE.EXC QUARTILE.INC RANK.AVG RANK.EQ STDEV.P STDEV.S T.DIST T.DIST.2T T.DIST.RT
        T.INV T.INV.2T T.TEST VAR.P VAR.S WEIBULL.DIST Z.TEST
        ACOT ACOTH ARABIC BASE BITAND BITLSHIFT BITOR BITRSHIFT BITXOR CEILING.MATH COMBINA COT
        COTH CSC CSCH DAYS DECIMAL ENCODEURL FILTERXML FLOOR.MATH FORMULATEXT GAMMA GAUSS IFNA
        IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISOWEEKNUM MUNIT NUMBERVALUE
        PDURATION PERMUTATIONA PHI RRI SEC SECH SHEET SHEETS SKEW.P UNICHAR UNICODE WEBSERVICE XOR
        CONCAT FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT
        FORECAST.LINEAR IFS MAXIFS MINIFS SWITCH TEXTJOIN
        ARRAYTOTEXT BYCOL BYROW CHOOSECOLS CHOOSEROWS DROP EXPAND FIELDVALUE FILTER GROUPBY HSTACK
        ISOMITTED LAMBDA LET MAKEARRAY MAP PERCENTOF PIVOTBY RANDARRAY REDUCE REGEXTEST SCAN
        SEQUENCE SORT SORTBY STOCKHISTORY TAKE TEXTAFTER TEXTBEFORE TEXTSPLIT TOCOL TOROW
        TRIMRANGE UNIQUE VALUETOTEXT VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH
    """)
)
"""Functions that are newer than the file format: in a file they have a prefix."""
_WORKSHEET_ONLY = {"FILTER", "SORT"}
_MOST = {"FILTER": 2, "SORT": 1}
"""Functions that take more arguments with Google, or mean others by them."""
_LEAST = {"IFERROR": 2, "IFNA": 2, "IF": 2}
_BLOCKS = GIVE_ARRAYS | {"INDEX", "INDIRECT", "OFFSET", "XLOOKUP"}
_ONE = frozenset(name for name, own in OWN.items() if own.takes.strip("s") == "") - {"REGEXEXTRACT"}
_ONE |= {"IF", "IFS", "IFERROR", "IFNA", "SWITCH", "JOIN", "COUNTUNIQUE", "TO_TEXT", "AND", "NOT"}
_CALLS = re.compile(
    r'"(?:[^"]|"")*"|\'(?:[^\']|\'\')*\'|(?<![\w.])(?P<name>[A-Za-z][\w.]*)(?=\s*\()'
)
_WORDS = re.compile(r'"(?:[^"]|"")*"|(?<![\w.])(?P<name>[^\W\d][\w.]*)(?![\w.!])')
_PREFIXES = re.compile(
    r'"(?:[^"]|"")*"|\'(?:[^\']|\'\')*\'|_xlfn\.(?:_xlws\.)?|_xlws\.|_xlpm\.', re.I
)


def prefixed(formula: str) -> str:
    """A formula with the prefixes that a file writes before newer functions, and before the names
    that LET and LAMBDA give."""
    bound = _bound(formula)
    if bound:
        pieces = (
            piece.text if isinstance(piece, Reference) else _WORDS.sub(_marked(bound), piece)
            for piece in cut(formula)
        )
        formula = "".join(pieces)
    return _CALLS.sub(_prefixed, formula)


def bare(formula: str) -> str:
    """A formula without these prefixes."""
    return _PREFIXES.sub(lambda match: match[0] if match[0][0] in "\"'" else "", formula)


def is_googles(formula: str) -> bool | None:
    """Whether a formula has functions or arrays that Excel has no like of, apart from an
    ARRAYFORMULA around it all; ``None`` where it cannot be read."""
    node = _tree(formula)
    if node is None:
        return None
    if isinstance(node, Call) and node.name == "ARRAYFORMULA" and len(node.arguments) == 1:
        node = node.arguments[0]
    bound = frozenset(_names(node))
    return any(_is_googles(each, bound) for each in _parts(node))


def may_spread(formula: str) -> bool:
    """Whether a formula may give more than one value: unless all its functions give one."""
    node = _tree(formula)
    if node is None:
        return True
    return any(
        isinstance(each, Braces | Name)
        or (isinstance(each, Call) and not (each.name in NATIVE - _BLOCKS or each.name in _ONE))
        for each in _parts(node)
    )


def _prefixed(match: re.Match[str]) -> str:
    name = (match["name"] or "").upper()
    if name not in _NEW:
        return match[0]
    return f"_xlfn.{'_xlws.' if name in _WORKSHEET_ONLY else ''}{name}"


def _marked(bound: frozenset[str]) -> Callable[[re.Match[str]], str]:
    def mark(match: re.Match[str]) -> str:
        known = match["name"] is not None and match["name"].casefold() in bound
        return f"_xlpm.{match[0]}" if known else match[0]

    return mark


def _tree(formula: str) -> Node | None:
    try:
        return parse(shape(formula)[0])
    except ParseError:
        return None


def _bound(formula: str) -> frozenset[str]:
    """The names that LET and LAMBDA give within a formula."""
    upper = formula.upper()
    if "LET(" not in upper and "LAMBDA(" not in upper:
        return frozenset()
    node = _tree(formula)
    return frozenset() if node is None else frozenset(_names(node))


def _names(node: Node) -> Iterator[str]:
    for each in _parts(node):
        if isinstance(each, Call) and each.name in ("LET", "LAMBDA"):
            given = each.arguments[:-1:2] if each.name == "LET" else each.arguments[:-1]
            yield from (name.text for name in given if isinstance(name, Name))


def _parts(node: Node) -> Iterator[Node]:
    yield node
    below: tuple[Node, ...] = ()
    if isinstance(node, Operation):
        below = node.operands
    elif isinstance(node, Call):
        below = node.arguments + ((node.target,) if node.target is not None else ())
    elif isinstance(node, Braces):
        below = tuple(each for row in node.rows for each in row)
    for each in below:
        yield from _parts(each)


def _is_googles(node: Node, bound: frozenset[str]) -> bool:
    if isinstance(node, Braces):
        return not all(isinstance(each, Literal) for row in node.rows for each in row)
    if not isinstance(node, Call) or node.target is not None or node.name.casefold() in bound:
        return False
    count = len(node.arguments)
    if count > _MOST.get(node.name, count) or count < _LEAST.get(node.name, 0):
        return True
    return node.name not in _NEW and node.name not in _excels()


@cache
def _excels() -> frozenset[str]:
    from openpyxl.utils import FORMULAE

    return frozenset(FORMULAE)
