"""Conditional formats and data validation written to a worksheet."""

from __future__ import annotations

import logging
from typing import Any

from localsheets.requests.validation import moved_along
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, block_name
from localsheets.wire.ranges import rect_of
from localsheets.xlsx import names as titles
from localsheets.xlsx.colours import to_hex
from localsheets.xlsx.conditions import DATES, NUMBERS, Place, operands, test
from localsheets.xlsx.names import Names

Json = dict[str, Any]

log = logging.getLogger("localsheets")

_POINTS = {
    "MIN": "min",
    "MAX": "max",
    "NUMBER": "num",
    "PERCENT": "percent",
    "PERCENTILE": "percentile",
}
LONGEST_LIST = 257
"""Characters of a list of allowed values that Excel takes, in quotes."""


def conditional_formats(worksheet: Any, sheet: Sheet, names: Names, locale: str) -> None:
    """Write the rules of a tab, in order; one that Excel has no like of is logged and left out."""
    for rule in sheet.conditional:
        rects = [rect for each in rule["ranges"] if (rect := rect_of(each)).height and rect.width]
        if not rects:
            continue
        first = min(rects, key=lambda rect: (rect.left, rect.top))  # as openpyxl orders them
        made = _rule(_moved(rule, rects[0], first), Place(first, locale), names)
        if made is None:
            log.warning("%s: a conditional format is not exported: %s", sheet.title, rule)
            continue
        worksheet.conditional_formatting.add(" ".join(block_name(rect) for rect in rects), made)


def _moved(rule: Json, here: Rect, first: Rect) -> Json:
    """A rule whose formulas read as in its first block, as they do in another of its blocks."""
    if here == first or "booleanRule" not in rule:
        return rule
    boolean = moved_along(rule["booleanRule"], first.top - here.top, first.left - here.left)
    return {**rule, "booleanRule": boolean}


def _rule(rule: Json, place: Place, names: Names) -> Any | None:
    if "gradientRule" in rule:
        return _gradient(rule["gradientRule"])
    boolean = rule["booleanRule"]
    found = _condition(boolean["condition"], place, names)
    if found is None:
        return None
    from openpyxl.formatting.rule import Rule

    kind: Any = found[0]
    operator: Any = found[1]
    look = _look(boolean.get("format", {}))
    return Rule(type=kind, operator=operator, formula=found[2], dxf=look)


def _condition(
    condition: Json, place: Place, names: Names
) -> tuple[str, str | None, list[str]] | None:
    """A condition as (type, operator, formulas); ``None`` where there is no like of it."""
    operator = {**NUMBERS, **DATES}.get(condition["type"])
    if operator is not None:
        texts = operands(condition, place, names)
        return ("cellIs", operator, texts) if texts else None
    text = test(condition, place, names)
    return None if text is None else ("expression", None, [text])


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


def validations(worksheet: Any, sheet: Sheet, names: Names, locale: str) -> None:
    """Write the allowed values of a tab: cells with equal rules share one."""
    places: dict[str, tuple[Json, list[tuple[int, int]]]] = {}
    for row, column, cell in sheet.cells():
        if cell.validation is not None:
            far = moved_along(cell.validation, FAR_ROW - row, FAR_COLUMN - column)
            found = places.setdefault(repr(far), (cell.validation, []))
            found[1].append((row, column))
    for rule, cells in places.values():
        own = _Rules(worksheet, rule, names, locale)
        if not own.add(blocks(cells)):
            log.warning("%s: a data validation is not exported: %s", sheet.title, rule)


FAR_ROW, FAR_COLUMN = 20_000_000, 18_000
"""Where rules are compared, so that formulas that only follow their cells are the same."""


class _Rules:
    """One rule on several blocks of cells."""

    def __init__(self, worksheet: Any, rule: Json, names: Names, locale: str) -> None:
        self._same = (worksheet, rule, names, locale)
        self.worksheet, self.rule, self.names, self.locale = worksheet, rule, names, locale
        self.first: Rect | None = None

    def add(self, blocks: list[Rect]) -> bool:
        """Write the rule, once for all blocks or, if it has formulas that follow, for each."""
        self.first = blocks[0]
        follows = moved_along(self.rule, 1, 1) != self.rule
        for several in [[block] for block in blocks] if follows else [blocks]:
            made = self._made(several[0])
            if made is None:
                return False
            if made.type == "custom" and len(several) > 1:  # its formula names the first cell
                return all(_Rules(*self._same).add([block]) for block in several)
            for block in several:
                made.add(block_name(block))
            self.worksheet.add_data_validation(made)
        return True

    def _made(self, block: Rect) -> Any | None:
        first = self.first or block
        rule = moved_along(self.rule, block.top - first.top, block.left - first.left)
        return _validation(rule, Place(block, self.locale), self.names)


def blocks(cells: list[tuple[int, int]]) -> list[Rect]:
    """Cells as runs down their columns: fewer blocks than one a cell."""
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
            made.append(Rect(start, column, previous + 1, column + 1))
            start = previous = row
    return made


def _validation(rule: Json, place: Place, names: Names) -> Any | None:
    from openpyxl.worksheet.datavalidation import DataValidation

    parts = _formulas(rule["condition"], place, names)
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
        showDropDown=kind == "list" and not rule.get("showCustomUi"),
    )
    if rule.get("inputMessage"):
        made.prompt, made.showInputMessage = rule["inputMessage"], True
    return made


def _formulas(
    condition: Json, place: Place, names: Names
) -> tuple[str, str | None, list[str]] | None:
    kind = condition["type"]
    values = [str(value.get("userEnteredValue", "")) for value in condition.get("values", [])]
    if kind == "BOOLEAN":
        return "list", None, [_listed(values if len(values) == 2 else ["TRUE", "FALSE"])]
    if kind == "ONE_OF_LIST":
        joined = _listed(values)
        plain = len(joined) <= LONGEST_LIST and not any("," in value for value in values)
        return ("list", None, [joined]) if plain else None
    if kind == "ONE_OF_RANGE" and values:
        return "list", None, [titles.formula(values[0], names).lstrip("=")]
    if kind in NUMBERS or kind in DATES:
        texts = operands(condition, place, names)
        operator = NUMBERS.get(kind) or DATES[kind]
        return ("date" if kind in DATES else "decimal", operator, texts) if texts else None
    text = test(condition, place, names)
    return None if text is None else ("custom", None, [text])


def _listed(values: list[str]) -> str:
    return '"' + ",".join(values).replace('"', '""') + '"'
