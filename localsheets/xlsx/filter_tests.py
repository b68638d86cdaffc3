"""A column's comparisons in a file's filter as a condition of the API.

What the API has no like of (two tests at once, the first ten, above the average, a month) is a
custom formula that lets the same rows through.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from localsheets.formats.cell import shown_text
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, letters

Json = dict[str, Any]

_SIGNS = {
    "equal": "=",
    "notEqual": "<>",
    "greaterThan": ">",
    "greaterThanOrEqual": ">=",
    "lessThan": "<",
    "lessThanOrEqual": "<=",
}
_NUMBERS = {
    "equal": "NUMBER_EQ",
    "notEqual": "NUMBER_NOT_EQ",
    "greaterThan": "NUMBER_GREATER",
    "greaterThanOrEqual": "NUMBER_GREATER_THAN_EQ",
    "lessThan": "NUMBER_LESS",
    "lessThanOrEqual": "NUMBER_LESS_THAN_EQ",
}
_DATES = {"equal": "DATE_EQ", "greaterThan": "DATE_AFTER", "lessThan": "DATE_BEFORE"}
_RELATIVE = {"today": "TODAY", "yesterday": "YESTERDAY", "tomorrow": "TOMORROW"}
_PIECES = re.compile(r"~[~*?]|[*?]|[^~*?]+|~")


@dataclass(frozen=True, slots=True)
class Column:
    """A column below a filter's first row."""

    book: Book
    sheet: Sheet
    body: Rect
    column: int

    def cells(self) -> list[tuple[int, Cell]]:
        """Its cells with their rows, from the first row of data to the last."""
        rows = range(self.body.top, self.body.bottom or 0)
        return [(row, self.sheet.at(row, self.column)) for row in rows]

    def hides(self, row: int) -> bool:
        """Whether a row is hidden in the file."""
        return bool(self.sheet.row_meta.get(row, {}).get("hiddenByFilter"))

    @property
    def first(self) -> str:
        """The name of its first cell, for formulas that follow their row."""
        return f"{letters(self.column)}{self.body.top + 1}"

    @property
    def whole(self) -> str:
        """All of it, for formulas."""
        name = f"${letters(self.column)}$"
        return f"{name}{self.body.top + 1}:{name}{self.body.bottom}"

    @property
    def dated(self) -> bool:
        """Whether its first number is shown as a date."""
        numbers = (cell for _, cell in self.cells() if isinstance(cell.value, (int, float)))
        first = next(numbers, None)
        return first is not None and is_date(first)


def is_date(cell: Cell) -> bool:
    """Whether a cell is shown as a date."""
    kind = ((cell.format or {}).get("numberFormat") or {}).get("type")
    return kind in ("DATE", "DATE_TIME")


def condition(one: Any, column: Column) -> Json | None:
    """What an openpyxl FilterColumn compares its column with; ``None`` for icons."""
    if one.customFilters is not None:
        return _custom(one.customFilters, column)
    if one.dynamicFilter is not None:
        return _dynamic(one.dynamicFilter, column)
    return None if one.top10 is None else _formula(_ranked(one.top10, column))


def _custom(found: Any, column: Column) -> Json | None:
    tests = [(str(one.operator or "equal"), str(one.val)) for one in found.customFilter]
    if len(tests) == 1:
        return _test(*tests[0], column)
    if len(tests) != 2:
        return None
    numbers = [value for _, value in tests if _is_number(value)]
    both = bool(found._and), *(operator for operator, _ in tests)
    if len(numbers) == 2:
        values = [{"userEnteredValue": number} for number in numbers]
        if both == (True, "greaterThanOrEqual", "lessThanOrEqual"):
            return {"type": "NUMBER_BETWEEN", "values": values}
        if both == (False, "lessThan", "greaterThan"):
            return {"type": "NUMBER_NOT_BETWEEN", "values": values}
    joined = ",".join(_as_formula(*test, column) for test in tests)
    return _formula(f"{'AND' if found._and else 'OR'}({joined})")


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", text) is not None


def _formula(text: str) -> Json:
    return {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": f"={text}"}]}


def _test(operator: str, text: str, column: Column) -> Json | None:
    """One comparison, of a number, a day or a text."""
    if not text.strip():
        return {"type": "NOT_BLANK" if operator == "notEqual" else "BLANK"}
    if _is_number(text):
        if column.dated and operator in _DATES and float(text).is_integer():
            look = {"numberFormat": {"type": "DATE"}}
            shown = shown_text(Cell(int(float(text)), format=look), column.book.locale)
            return {"type": _DATES[operator], "values": [{"userEnteredValue": shown}]}
        return {"type": _NUMBERS[operator], "values": [{"userEnteredValue": text}]}
    kind, plain = _worded(operator, text)
    if kind is None:
        return _formula(_as_formula(operator, text, column))
    return {"type": kind, "values": [{"userEnteredValue": plain}]}


def _worded(operator: str, text: str) -> tuple[str | None, str]:
    """A test of text with wildcards as (type, text); no type where there is none."""
    pieces = _PIECES.findall(text)
    stars = [piece == "*" for piece in pieces]
    before, after = stars[0], len(pieces) > 1 and stars[-1]
    inner = pieces[before : len(pieces) - after]
    plain = "".join(piece[-1:] if piece.startswith("~") else piece for piece in inner)
    if not plain or any(piece in ("*", "?") for piece in inner) or plain.startswith(("=", "+")):
        return None, plain
    if operator == "notEqual":
        return ("TEXT_NOT_CONTAINS" if before and after else None), plain
    if operator != "equal":
        return None, plain
    kinds = {
        (True, True): "TEXT_CONTAINS",
        (False, True): "TEXT_STARTS_WITH",
        (True, False): "TEXT_ENDS_WITH",
        (False, False): "TEXT_EQ",
    }
    return kinds[before, after], plain


def _as_formula(operator: str, text: str, column: Column) -> str:
    """One comparison as a formula for the column's first cell."""
    cell, sign = column.first, _SIGNS[operator]
    if not text.strip():
        return f"LEN({cell}){'>' if operator == 'notEqual' else '='}0"
    if _is_number(text):
        if operator == "notEqual":
            return f"{cell}<>{text}"
        return f"AND(ISNUMBER({cell}),{cell}{sign}{text})"
    if operator in ("equal", "notEqual"):
        found = f'REGEXMATCH({cell}&"",{_quoted(_pattern(text))})'
        return found if operator == "equal" else f"NOT({found})"
    return f"AND(ISTEXT({cell}),{cell}{sign}{_quoted(text)})"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _pattern(text: str) -> str:
    """A text with wildcards as a regular expression; upper and lower case are the same."""
    signs = {"*": ".*", "?": "."}
    pieces = (
        signs.get(piece) or re.escape(piece[-1:] if piece.startswith("~") else piece)
        for piece in _PIECES.findall(text)
    )
    return f"(?is)^{''.join(pieces)}$"


def _ranked(found: Any, column: Column) -> str:
    """The first or last so many, or so many percent, as a formula."""
    cell, block = column.first, column.whole
    function, sign = ("SMALL", "<=") if found.top is False else ("LARGE", ">=")
    rank = str(int(found.val))
    if found.percent:
        rank = f"MAX(1,INT(COUNT({block})*{rank}%))"
    return f"AND(ISNUMBER({cell}),{cell}{sign}{function}({block},{rank}))"


def _dynamic(found: Any, column: Column) -> Json | None:
    """What depends on today or on all values: as a day, else as a formula."""
    kind, cell = str(found.type), column.first
    if kind in _RELATIVE:
        return {"type": "DATE_EQ", "values": [{"relativeDate": _RELATIVE[kind]}]}
    if kind in ("aboveAverage", "belowAverage"):
        sign = ">" if kind == "aboveAverage" else "<"
        return _formula(f"AND(ISNUMBER({cell}),{cell}{sign}AVERAGE({column.whole}))")
    if match := re.fullmatch(r"M(\d+)", kind):
        return _formula(f"AND(ISNUMBER({cell}),MONTH({cell})={match[1]})")
    if match := re.fullmatch(r"Q(\d)", kind):
        return _formula(f"AND(ISNUMBER({cell}),ROUNDUP(MONTH({cell})/3,0)={match[1]})")
    if found.val is None or found.maxVal is None:
        return None
    # weeks, months, years around today: the days that they had when the file was saved
    return _formula(f"AND({cell}>={float(found.val)!r},{cell}<{float(found.maxVal)!r})")
