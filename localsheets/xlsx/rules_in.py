"""Data validation and conditional formats of a worksheet."""

from __future__ import annotations

from typing import Any

from localsheets.requests.validation import moved_along
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, block_name
from localsheets.wire.ranges import grid_range
from localsheets.xlsx.colours import to_api
from localsheets.xlsx.conditions import Place, comparison, condition_of
from localsheets.xlsx.styles_in import Styles
from localsheets.xlsx.values_in import formula_of

Json = dict[str, Any]

MOST_VALIDATED = 20_000
"""Cells of one rule; a rule over a whole column ends at the grid or here."""
_POINTS = {
    "min": "MIN",
    "max": "MAX",
    "num": "NUMBER",
    "percent": "PERCENT",
    "percentile": "PERCENTILE",
    "formula": "NUMBER",
}
_SIGNS = {
    "greaterThan": ">",
    "greaterThanOrEqual": ">=",
    "lessThan": "<",
    "lessThanOrEqual": "<=",
    "equal": "=",
    "notEqual": "<>",
}


def validations(sheet: Sheet, worksheet: Any, locale: str) -> None:
    """Lists of allowed values, checkboxes, limits of numbers and dates, formulas."""
    found = worksheet.data_validations
    for rule in found.dataValidation if found else ():
        parts = rule.sqref.sorted()
        if not parts:
            continue
        first = _rect(parts[0])
        condition = _validation(rule, Place(first, locale))
        if condition is None:
            continue
        made = _validated(rule, condition)
        left = MOST_VALIDATED
        for part in parts:
            left = _validate(sheet, _rect(part), first, made, left)


def _validated(rule: Any, condition: Json) -> Json:
    made: Json = {"condition": condition}
    lists = ("ONE_OF_LIST", "ONE_OF_RANGE", "BOOLEAN")
    if condition["type"] in lists and not rule.showDropDown:  # the file's word for hiding it
        made["showCustomUi"] = True
    if rule.errorStyle in (None, "stop") and rule.showErrorMessage:
        made["strict"] = True
    if rule.prompt:
        made["inputMessage"] = str(rule.prompt)
    return made


def _validation(rule: Any, place: Place) -> Json | None:
    formulas = [str(text) for text in (rule.formula1, rule.formula2) if text not in (None, "")]
    if not formulas or rule.type in (None, "none"):
        return None
    if rule.type == "list":
        return _list(formulas[0])
    if rule.type == "custom":
        return condition_of(formulas[0], place)
    operator = rule.operator or "between"
    if len(formulas) < 2 and operator in ("between", "notBetween"):
        return None
    if rule.type in ("whole", "decimal", "date"):
        return comparison(operator, formulas, place, dates=rule.type == "date")
    what = f"LEN({place.corner})" if rule.type == "textLength" else place.corner
    return _as_formula(what, operator, formulas)


def _list(text: str) -> Json:
    if not text.startswith('"'):
        return {"type": "ONE_OF_RANGE", "values": [{"userEnteredValue": formula_of(text)}]}
    listed = [part.strip() for part in text[1:].removesuffix('"').replace('""', '"').split(",")]
    if listed == ["TRUE", "FALSE"]:
        return {"type": "BOOLEAN"}
    return {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": part} for part in listed]}


def _as_formula(what: str, operator: str, formulas: list[str]) -> Json:
    if operator in _SIGNS:
        text = f"{what}{_SIGNS[operator]}{formulas[0]}"
    else:
        text = f"AND({what}>={formulas[0]},{what}<={formulas[1]})"
        text = f"NOT({text})" if operator == "notBetween" else text
    return {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": f"={text}"}]}


def _validate(sheet: Sheet, rect: Rect, first: Rect, made: Json, left: int) -> int:
    """Put a rule on the cells of a block, ``left`` at most; answers how many are left."""
    block = rect.clamp(sheet.row_count, sheet.column_count)
    for row in range(block.top, block.bottom or 0):
        for column in range(block.left, block.right or 0):
            if not left:
                return 0
            own = moved_along(made, row - first.top, column - first.left)
            sheet.put(row, column, sheet.at(row, column).but(validation=own))
            left -= 1
    return left


def conditional_formats(sheet: Sheet, worksheet: Any, styles: Styles, locale: str) -> None:
    """Rules in the order in which they count; data bars and icons have no like in the API."""
    found: list[tuple[int, Json]] = []
    for block in worksheet.conditional_formatting:
        rects = [_rect(part) for part in block.sqref.sorted()]
        inside = [rect for each in rects if (rect := _on_grid(sheet, each)) is not None]
        ranges = [grid_range(sheet.id, rect) for rect in inside]
        for rule in block.rules if ranges else ():
            made = _rule(rule, rects, styles, locale)
            if made is not None:
                found.append((rule.priority or 0, {"ranges": ranges, **made}))
    found.sort(key=lambda each: each[0])
    sheet.conditional.extend(rule for _, rule in found)


def _rect(part: Any) -> Rect:
    return Rect(part.min_row - 1, part.min_col - 1, part.max_row, part.max_col)


def _on_grid(sheet: Sheet, rect: Rect) -> Rect | None:
    closed = rect.clamp(sheet.row_count, sheet.column_count)
    return closed if closed.height > 0 and closed.width > 0 else None


def _rule(rule: Any, rects: list[Rect], styles: Styles, locale: str) -> Json | None:
    if rule.type == "colorScale" and rule.colorScale is not None:
        return _gradient(rule.colorScale, styles)
    condition = _condition(rule, rects, locale)
    if condition is None or rule.dxf is None:
        return None
    return {"booleanRule": {"condition": condition, "format": _look(rule.dxf, styles)}}


def _condition(rule: Any, rects: list[Rect], locale: str) -> Json | None:
    place = Place(rects[0], locale)
    formulas = [str(text) for text in rule.formula or ()]
    if rule.type == "cellIs" and formulas:
        operator = str(rule.operator)
        if formulas[0].startswith('"') and operator in ("equal", "notEqual"):
            kind = "TEXT_EQ" if operator == "equal" else "TEXT_NOT_EQ"
            text = formulas[0][1:].removesuffix('"').replace('""', '"')
            return {"type": kind, "values": [{"userEnteredValue": text}]}
        wanted = 2 if operator in ("between", "notBetween") else 1
        return comparison(operator, formulas, place) if len(formulas) >= wanted else None
    if formulas:
        return condition_of(formulas[0], place)
    made = _statistic(rule, place.corner, _fixed(rects))
    return None if made is None else condition_of(made, place)


def _fixed(rects: list[Rect]) -> str:
    """A rule's first block with dollar signs."""
    first, _, last = block_name(rects[0]).partition(":")
    return ":".join(_dollars(name) for name in (first, last) if name)


def _dollars(name: str) -> str:
    column = name.rstrip("0123456789")
    return f"${column}${name[len(column) :]}" if column else f"${name}"


def _statistic(rule: Any, corner: str, block: str) -> str | None:
    """Rules that look at all cells together, as formulas."""
    if rule.type in ("duplicateValues", "uniqueValues"):
        sign = ">" if rule.type == "duplicateValues" else "="
        return f"COUNTIF({block},{corner}){sign}1"
    if rule.type == "top10":
        function, sign = ("SMALL", "<=") if rule.bottom else ("LARGE", ">=")
        rank = str(rule.rank or 10)
        if rule.percent:
            rank = f"MAX(1,INT(COUNT({block})*{rank}%))"
        return f"AND(ISNUMBER({corner}),{corner}{sign}{function}({block},{rank}))"
    if rule.type == "aboveAverage":
        sign = "<" if rule.aboveAverage is False else ">"
        return f"AND(ISNUMBER({corner}),{corner}{sign}AVERAGE({block}))"
    return None


def _gradient(scale: Any, styles: Styles) -> Json | None:
    points = []
    for mark, colour in zip(scale.cfvo, scale.color, strict=False):
        shade = to_api(colour, styles.theme)
        kind = _POINTS.get(str(mark.type))
        if kind is None or shade is None:
            return None
        point: Json = {"color": shade, "colorStyle": {"rgbColor": shade}, "type": kind}
        if kind not in ("MIN", "MAX") and mark.val is not None:
            point["value"] = f"={mark.val}" if mark.type == "formula" else _plain(mark.val)
        points.append(point)
    if len(points) not in (2, 3):
        return None
    middle = {"midpoint": points[1]} if len(points) == 3 else {}
    return {"gradientRule": {"minpoint": points[0], **middle, "maxpoint": points[-1]}}


def _plain(number: Any) -> str:
    value = float(number)
    return str(int(value)) if value.is_integer() else repr(value)


def _look(dxf: Any, styles: Styles) -> Json:
    made: Json = {}
    colour = None
    if dxf.fill is not None:
        colour = to_api(dxf.fill.bgColor, styles.theme) or to_api(dxf.fill.fgColor, styles.theme)
    if colour is not None:
        made |= {"backgroundColor": colour, "backgroundColorStyle": {"rgbColor": colour}}
    text = styles.font(dxf.font)
    text.pop("fontSize", None)
    text.pop("fontFamily", None)
    if text:
        made["textFormat"] = text
    return made
