"""BooleanConditions as they are written: which types go where, and with which values."""

from __future__ import annotations

from typing import Any

from localsheets.formats import entered
from localsheets.state.book import Book
from localsheets.state.references import references
from localsheets.state.sheet import Sheet
from localsheets.wire.errors import ApiError, bad, not_implemented

Json = dict[str, Any]

FILTERS, CONDITIONAL, VALIDATION = "filters", "conditional formatting", "data validation"
_EVERYWHERE = (FILTERS, CONDITIONAL, VALIDATION)
_LOOKS = (FILTERS, CONDITIONAL)
_VALIDATION = (VALIDATION,)
ANY_NUMBER = 1_000_000
TYPES: dict[str, tuple[tuple[str, ...], int, int]] = {
    "NUMBER_GREATER": (_EVERYWHERE, 1, 1),
    "NUMBER_GREATER_THAN_EQ": (_EVERYWHERE, 1, 1),
    "NUMBER_LESS": (_EVERYWHERE, 1, 1),
    "NUMBER_LESS_THAN_EQ": (_EVERYWHERE, 1, 1),
    "NUMBER_EQ": (_EVERYWHERE, 1, 1),
    "NUMBER_NOT_EQ": (_EVERYWHERE, 1, 1),
    "NUMBER_BETWEEN": (_EVERYWHERE, 2, 2),
    "NUMBER_NOT_BETWEEN": (_EVERYWHERE, 2, 2),
    "TEXT_CONTAINS": (_EVERYWHERE, 1, 1),
    "TEXT_NOT_CONTAINS": (_EVERYWHERE, 1, 1),
    "TEXT_STARTS_WITH": (_LOOKS, 1, 1),
    "TEXT_ENDS_WITH": (_LOOKS, 1, 1),
    "TEXT_EQ": (_EVERYWHERE, 1, 1),
    "TEXT_IS_EMAIL": (_VALIDATION, 0, 0),
    "TEXT_IS_URL": (_VALIDATION, 0, 0),
    "DATE_EQ": (_EVERYWHERE, 1, 1),
    "DATE_BEFORE": (_EVERYWHERE, 1, 1),
    "DATE_AFTER": (_EVERYWHERE, 1, 1),
    "DATE_ON_OR_BEFORE": (_VALIDATION, 1, 1),
    "DATE_ON_OR_AFTER": (_VALIDATION, 1, 1),
    "DATE_BETWEEN": (_VALIDATION, 2, 2),
    "DATE_NOT_BETWEEN": (_VALIDATION, 2, 2),
    "DATE_IS_VALID": (_VALIDATION, 0, 0),
    "ONE_OF_RANGE": (_VALIDATION, 1, 1),
    "ONE_OF_LIST": (_VALIDATION, 1, ANY_NUMBER),
    "BLANK": (_LOOKS, 0, 0),
    "NOT_BLANK": (_LOOKS, 0, 0),
    "CUSTOM_FORMULA": (_EVERYWHERE, 1, 1),
    "BOOLEAN": (_VALIDATION, 0, 2),
    "TEXT_NOT_EQ": ((), 1, ANY_NUMBER),
    "DATE_NOT_EQ": ((), 1, ANY_NUMBER),
}
"""Where a type may stand, and the least and the most values it takes, by the documentation."""


def check(book: Book, sheet: Sheet | None, condition: Json | None, use: str) -> None:
    """Refuse a condition that Google refuses for a filter, a conditional format or a validation.

    The texts for a type in the wrong place, a wrong number of values and a bad value are Google's,
    as others measured them.
    """
    kind = (condition or {}).get("type", "CONDITION_TYPE_UNSPECIFIED")
    if condition is None or kind == "CONDITION_TYPE_UNSPECIFIED":
        raise bad("No conditionType specified.")
    if kind not in TYPES:
        raise not_implemented(f"BooleanCondition of type {kind}")
    uses, least, most = TYPES[kind]
    if use not in uses:
        raise bad(f"ConditionType '{kind}' is not supported in {use}.")
    values = condition.get("values", [])
    if not least <= len(values) <= most:
        raise bad(
            f"ConditionType '{kind}' requires {_wanted(least, most)},"
            f" but {len(values)} values were supplied."
        )
    for value in values:
        _check_value(book, sheet, kind, value, use)


def _wanted(least: int, most: int) -> str:
    if least == most:
        exact = {0: "no ConditionValues", 1: "exactly one ConditionValue"}
        return exact.get(most, "exactly two ConditionValues")
    return "at least one ConditionValue" if least else f"at most {most} ConditionValues"


def _check_value(book: Book, sheet: Sheet | None, kind: str, value: Json, use: str) -> None:
    if "relativeDate" in value:
        dated = kind in ("DATE_EQ", "DATE_BEFORE", "DATE_AFTER")
        if not dated or use == VALIDATION:
            raise bad(f"Relative dates are not supported for ConditionType: {kind} in {use}.")
        return
    text = value.get("userEnteredValue", "")
    read = entered.read(text, book.locale)
    formula = read.formula is not None or (text.startswith("+") and isinstance(read.value, str))
    if formula:
        if kind == "ONE_OF_LIST":
            raise _invalid(text, kind)
        if use == CONDITIONAL and sheet is not None:
            _check_same_tab(sheet, text)
        return
    number = isinstance(read.value, (int, float)) and not isinstance(read.value, bool)
    needs_formula = kind in ("CUSTOM_FORMULA", "ONE_OF_RANGE")
    if needs_formula or (kind.startswith(("NUMBER", "DATE")) and not number) or not text:
        raise _invalid(text, kind)


def _invalid(text: str, kind: str) -> ApiError:
    return bad(f"Invalid ConditionValue.userEnteredValue: {text} for ConditionType: {kind}")


def _check_same_tab(sheet: Sheet, formula: str) -> None:
    """A conditional format may look at its own tab only."""
    own = sheet.title.casefold()
    if any(r.tab is not None and r.tab.casefold() != own for r in references(formula)):
        raise bad("Conditional format rule cannot reference a different sheet.")
