"""What Google says beside an error in a cell, as far as it is known; our own words elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from localsheets.formulas.signatures import listed
from localsheets.formulas.syntax import Call, Node
from localsheets.formulas.values import Array, FormulaError, Result
from localsheets.state.cell import CellError

CIRCULAR = CellError(
    "REF",
    "Circular dependency detected. To resolve with iterative calculation, see File > Settings.",
)
PARSE = CellError("ERROR", "Formula parse error.")
GENERAL = {
    "DIVIDE_BY_ZERO": "Function DIVIDE parameter 2 cannot be zero.",
    "ERROR": "Formula parse error.",
    "REF": "Reference does not exist.",
    "N_A": "Did not find a value.",
}
_ELSEWHERE = {
    "IMPORTRANGE": "another spreadsheet",
    **dict.fromkeys(("IMPORTXML", "IMPORTHTML", "IMPORTDATA", "IMPORTFEED"), "the web"),
    "GOOGLEFINANCE": "Google Finance",
    "GOOGLETRANSLATE": "Google Translate",
    "DETECTLANGUAGE": "Google Translate",
}
_LOOKUPS = {"VLOOKUP", "HLOOKUP", "MATCH", "XLOOKUP", "XMATCH", "LOOKUP"}
_POSITIVE = {"SQRT", "LN", "LOG", "LOG10"}
_DIVIDES = {"MOD", "QUOTIENT"}


def blocked(cell: str) -> CellError:
    """An array that would overwrite the cell with this name."""
    return CellError(
        "REF", f"Array result was not expanded because it would overwrite data in {cell}."
    )


def unknown_function(name: str) -> FormulaError:
    """A function that does not exist, or that is never computed here."""
    if name in _ELSEWHERE:
        where = _ELSEWHERE[name]
        return FormulaError(
            "NAME", f"localsheets cannot compute {name}: it never asks {where} for anything."
        )
    if name in UNCOMPUTED:
        return FormulaError("NAME", f"localsheets cannot compute {name}.")
    return FormulaError("NAME", f"Unknown function: '{name}'.")


UNCOMPUTED = frozenset(
    listed("""
        AI GETPIVOTDATA CALL COUPDAYS COUPDAYSNC COUPNCD COUPNUM COUPPCD PRICEDISC PRICEMAT
        RECEIVED YIELDDISC YIELDMAT MDURATION CUMPRINC LOGINV LOGNORM.DIST LOGNORM.INV
        LOGNORMDIST HYPGEOM.DIST HYPGEOMDIST GAMMADIST GAMMAINV IMABS IMPRODUCT IMSUM IMDIV
        IMSUB IMREAL IMAGINARY
    """)
)
"""Functions of Google's that neither ironcalc nor we compute."""


def call_error(node: Call, error: CellError, value: Callable[[Node], Result]) -> FormulaError:
    """An error that ironcalc found in a call, with Google's words. An argument's own error, where
    it is of the same kind, is the one that counts."""
    values = [value(each) for each in node.arguments]
    for found in values:
        for each in found.flat() if isinstance(found, Array) else [found]:
            if isinstance(each, CellError) and each.type == error.type and each.message:
                return FormulaError(each.type, each.message)
    first = values[0] if values else None
    return FormulaError(*_worded(node.name, error.type, first))


def _worded(name: str, kind: str, first: Result) -> tuple[str, str]:
    if kind == "N_A" and name in _LOOKUPS:
        shown = first.first if isinstance(first, Array) else first
        return kind, f"Did not find value '{_plain(shown)}' in {name} evaluation."
    if kind == "N_A":
        return kind, "Error. Value is not available." if name == "NA" else "Value is not available."
    if kind == "DIVIDE_BY_ZERO":
        if name in _DIVIDES:
            return kind, f"Function {name} parameter 2 cannot be zero."
        return kind, f"Evaluation of function {name} caused a divide by zero error."
    if kind == "ERROR":
        return "N_A", f"Wrong number of arguments to {name}."
    if kind == "REF":
        return kind, f"Function {name} evaluates to an out of bounds range."
    if kind == "NUM" and name in _POSITIVE and isinstance(first, (int, float)):
        least = "greater than or equal to 0" if name == "SQRT" else "greater than 0"
        return kind, f"Function {name} parameter 1 value is {first}. It should be {least}."
    return kind, f"Function {name} was given a value that it cannot take."


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    return "" if value is None else str(value)
