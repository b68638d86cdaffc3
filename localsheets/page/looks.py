"""A cell's look as a style sheet's class: equal looks share one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from localsheets.formats.locales import locale
from localsheets.formats.shown import colour_of, pattern_of
from localsheets.render.cells import number_format
from localsheets.state.cell import Cell, CellError
from localsheets.xlsx.colours import to_hex

Json = dict[str, Any]

_DOWN = {"TOP": "top", "MIDDLE": "middle"}
_LINES = {
    "SOLID": "1px solid",
    "SOLID_MEDIUM": "2px solid",
    "SOLID_THICK": "3px solid",
    "DASHED": "1px dashed",
    "DOTTED": "1px dotted",
    "DOUBLE": "3px double",
}
_NAMED = {
    "red": "#d00000",
    "blue": "#0b57d0",
    "green": "#0b8043",
    "black": "#000000",
    "white": "#ffffff",
    "cyan": "#0097a7",
    "magenta": "#c2185b",
    "yellow": "#f9ab00",
}
DEFAULT_SIZE = 10


class Looks:
    """Collects the looks of a page's cells."""

    def __init__(self, locale_name: str) -> None:
        self._locale = locale(locale_name)
        self._classes: dict[str, str] = {}

    @property
    def sheet(self) -> str:
        """The style sheet's rules for every look that was met."""
        return "\n".join(f"td.{name}{{{rule}}}" for rule, name in self._classes.items())

    def name(
        self, cell: Cell, band: Json | None, extra: Json | None, drawn: Sequence[str] = ()
    ) -> str:
        """The class of a cell; ``band`` is its background from banding, ``extra`` what a
        conditional format adds, ``drawn`` the sides whose line a neighbour draws already."""
        rule = ";".join(self._rules(cell, band, extra or {}, drawn))
        if not rule:
            return ""
        return self._classes.setdefault(rule, f"s{len(self._classes)}")

    def _rules(self, cell: Cell, band: Json | None, extra: Json, drawn: Sequence[str]) -> list[str]:
        own = cell.format or {}
        rules = []
        shade = extra.get("backgroundColor", own.get("backgroundColor", band))
        if shade is not None and to_hex(shade) != "FFFFFF":
            rules.append(f"background-color:#{to_hex(shade).lower()}")
        rules += self._text({**own.get("textFormat", {}), **extra.get("textFormat", {})}, cell)
        rules += _placing(own, cell)
        rules += [
            f"border-{side}:{_LINES[line['style']]} #{to_hex(line.get('color')).lower()}"
            for side, line in own.get("borders", {}).items()
            if line.get("style") in _LINES and side not in drawn
        ]
        return rules

    def _text(self, text: Json, cell: Cell) -> list[str]:
        rules = []
        if text.get("bold"):
            rules.append("font-weight:700")
        if text.get("italic"):
            rules.append("font-style:italic")
        lines = [
            line
            for name, line in (("underline", "underline"), ("strikethrough", "line-through"))
            if text.get(name)
        ]
        if lines:
            rules.append(f"text-decoration:{' '.join(lines)}")
        if text.get("fontSize") not in (None, DEFAULT_SIZE):
            rules.append(f"font-size:{round(text['fontSize'] * 4 / 3, 1)}px;line-height:1.25")
        colour = colour_of(cell.value, pattern_of(number_format(cell), self._locale))
        if colour in _NAMED:
            rules.append(f"color:{_NAMED[colour]}")
        elif text.get("foregroundColor") is not None:
            rules.append(f"color:#{to_hex(text['foregroundColor']).lower()}")
        return rules


def _placing(own: Json, cell: Cell) -> list[str]:
    rules = []
    side = own.get("horizontalAlignment") or _natural(cell)
    if side != "LEFT":
        rules.append(f"text-align:{side.lower()}")
    down = _DOWN.get(own.get("verticalAlignment", ""))
    if down:
        rules.append(f"vertical-align:{down}")
    if own.get("wrapStrategy") == "WRAP":
        rules.append("white-space:pre-wrap;overflow-wrap:anywhere")
    return rules


def _natural(cell: Cell) -> str:
    """Where a value stands that is not aligned: numbers right, TRUE and errors in the middle."""
    if isinstance(cell.value, (bool, CellError)):
        return "CENTER"
    return "RIGHT" if isinstance(cell.value, (int, float)) else "LEFT"


def wraps(cell: Cell) -> bool:
    """Whether a cell's text breaks into lines."""
    return (cell.format or {}).get("wrapStrategy") == "WRAP"
