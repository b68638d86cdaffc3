"""Conditional formats and data validation written to a worksheet."""

from __future__ import annotations

import logging
from typing import Any

from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, block_name, letters
from localsheets.wire.ranges import rect_of
from localsheets.xlsx import names as titles
from localsheets.xlsx.colours import to_hex
from localsheets.xlsx.names import Names

Json = dict[str, Any]

log = logging.getLogger("localsheets")

_COMPARISONS = {
    "NUMBER_GREATER": "greaterThan",
    "NUMBER_GREATER_THAN_EQ": "greaterThanOrEqual",
    "NUMBER_LESS": "lessThan",
    "NUMBER_LESS_THAN_EQ": "lessThanOrEqual",
    "NUMBER_EQ": "equal",
    "NUMBER_NOT_EQ": "notEqual",
    "NUMBER_BETWEEN": "between",
    "NUMBER_NOT_BETWEEN": "notBetween",
}
_POINTS = {
    "MIN": "min",
    "MAX": "max",
    "NUMBER": "num",
    "PERCENT": "percent",
    "PERCENTILE": "percentile",
}
LONGEST_LIST = 255
"""Characters of a list of allowed values that Excel takes."""


def conditional_formats(worksheet: Any, sheet: Sheet, names: Names) -> None:
    """Write the rules of a tab, in order; one that Excel has no like of is logged and left out."""
    for rule in sheet.conditional:
        rects = [rect_of(each) for each in rule["ranges"]]
        made = _rule(rule, rects[0], names)
        if made is None:
            log.warning("%s: a conditional format is not exported: %s", sheet.title, rule)
            continue
        worksheet.conditional_formatting.add(" ".join(block_name(rect) for rect in rects), made)


def _rule(rule: Json, first: Rect, names: Names) -> Any | None:
    if "gradientRule" in rule:
        return _gradient(rule["gradientRule"])
    boolean = rule["booleanRule"]
    formulas = _condition(boolean["condition"], first, names)
    if formulas is None:
        return None
    from openpyxl.formatting.rule import Rule

    kind: Any = formulas[0]
    operator: Any = formulas[1]
    texts = formulas[2]
    return Rule(
        type=kind,
        operator=operator,
        formula=[text.lstrip("=") for text in texts],
        dxf=_look(boolean.get("format", {})),
    )


def _condition(
    condition: Json, first: Rect, names: Names
) -> tuple[str, str | None, list[str]] | None:
    """A condition as (type, operator, formulas); ``None`` where there is no like of it."""
    kind = condition["type"]
    values = [str(value.get("userEnteredValue", "")) for value in condition.get("values", [])]
    corner = f"{letters(first.left)}{first.top + 1}"
    if kind == "CUSTOM_FORMULA" and values:
        return "expression", None, [titles.formula(values[0], names)]
    if kind in _COMPARISONS and values:
        return "cellIs", _COMPARISONS[kind], [_operand(value, names) for value in values]
    quoted = '"' + (values[0] if values else "").replace('"', '""') + '"'
    tests = {
        "TEXT_EQ": f"EXACT({corner},{quoted})",
        "TEXT_CONTAINS": f"NOT(ISERROR(SEARCH({quoted},{corner})))",
        "TEXT_NOT_CONTAINS": f"ISERROR(SEARCH({quoted},{corner}))",
        "TEXT_STARTS_WITH": f"LEFT({corner},LEN({quoted}))={quoted}",
        "TEXT_ENDS_WITH": f"RIGHT({corner},LEN({quoted}))={quoted}",
        "BLANK": f"LEN(TRIM({corner}))=0",
        "NOT_BLANK": f"LEN(TRIM({corner}))>0",
    }
    return ("expression", None, [tests[kind]]) if kind in tests else None


def _operand(value: str, names: Names) -> str:
    return titles.formula(value, names) if value.startswith("=") else value


def _look(look: Json) -> Any:
    from openpyxl.styles import Font, PatternFill
    from openpyxl.styles.differential import DifferentialStyle

    text = look.get("textFormat", {})
    colour = text.get("foregroundColor")
    letters_ = Font(
        bold=text.get("bold"),
        italic=text.get("italic"),
        strike=text.get("strikethrough"),
        underline="single" if text.get("underline") else None,
        color=f"FF{to_hex(colour)}" if colour is not None else None,
        name=None,
        sz=None,
    )
    fill = None
    if "backgroundColor" in look:
        fill = PatternFill("solid", bgColor=f"FF{to_hex(look['backgroundColor'])}")
    return DifferentialStyle(font=letters_ if text else None, fill=fill)


def _gradient(rule: Json) -> Any:
    from openpyxl.formatting.rule import ColorScale, FormatObject, Rule
    from openpyxl.styles.colors import Color

    points = [rule[name] for name in ("minpoint", "midpoint", "maxpoint") if name in rule]
    kinds: list[Any] = [_POINTS.get(point.get("type"), "num") for point in points]
    marks = [FormatObject(type=kind, val=_mark(p)) for kind, p in zip(kinds, points, strict=True)]
    shades = [Color(f"FF{to_hex(point.get('color'))}") for point in points]
    return Rule(type="colorScale", colorScale=ColorScale(cfvo=marks, color=shades))


def _mark(point: Json) -> float | None:
    try:
        return float(point.get("value", ""))
    except ValueError:
        return None


def validations(worksheet: Any, sheet: Sheet, names: Names) -> None:
    """Write the allowed values of a tab: cells with equal rules share one."""
    places: dict[str, tuple[Json, list[tuple[int, int]]]] = {}
    for row, column, cell in sheet.cells():
        if cell.validation is not None:
            found = places.setdefault(repr(cell.validation), (cell.validation, []))
            found[1].append((row, column))
    for rule, cells in places.values():
        made = _validation(rule, names)
        if made is None:
            log.warning("%s: a data validation is not exported: %s", sheet.title, rule)
            continue
        for block in _blocks(cells):
            made.add(block)
        worksheet.add_data_validation(made)


def _blocks(cells: list[tuple[int, int]]) -> list[str]:
    """Cells as runs down their columns: fewer names than one a cell."""
    columns: dict[int, list[int]] = {}
    for row, column in cells:
        columns.setdefault(column, []).append(row)
    made = []
    for column, rows in columns.items():
        start = previous = rows[0]
        for row in [*rows[1:], -1]:
            if row == previous + 1:
                previous = row
                continue
            made.append(block_name(Rect(start, column, previous + 1, column + 1)))
            start = previous = row
    return made


def _validation(rule: Json, names: Names) -> Any | None:
    from openpyxl.worksheet.datavalidation import DataValidation

    parts = _formulas(rule["condition"], names)
    if parts is None:
        return None
    kind: Any = parts[0]
    operator: Any = parts[1]
    texts = parts[2]
    made = DataValidation(
        type=kind,
        operator=operator,
        formula1=texts[0],
        formula2=texts[1] if len(texts) > 1 else None,
        allow_blank=True,
        showErrorMessage=bool(rule.get("strict")),
    )
    if rule.get("inputMessage"):
        made.prompt, made.showInputMessage = rule["inputMessage"], True
    return made


def _formulas(condition: Json, names: Names) -> tuple[str, str | None, list[str]] | None:
    kind = condition["type"]
    values = [str(value.get("userEnteredValue", "")) for value in condition.get("values", [])]
    if kind == "BOOLEAN":
        return "list", None, ['"TRUE,FALSE"']
    if kind == "ONE_OF_LIST":
        joined = ",".join(value.replace('"', '""') for value in values)
        return ("list", None, [f'"{joined}"']) if len(joined) <= LONGEST_LIST else None
    if kind == "ONE_OF_RANGE" and values:
        return "list", None, [titles.formula(values[0], names).lstrip("=")]
    if kind == "CUSTOM_FORMULA" and values:
        return "custom", None, [titles.formula(values[0], names).lstrip("=")]
    if kind in _COMPARISONS and values:
        texts = [_operand(value, names).lstrip("=") for value in values]
        return "decimal", _COMPARISONS[kind], texts
    return None
