"""A cell's look as a style sheet's class: equal looks share one, on every part of a tab."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from hashlib import blake2s
from typing import Any

from localsheets.formats.locales import locale
from localsheets.formats.shown import colour_of, pattern_of
from localsheets.page.colours import css_colour, own_colour
from localsheets.render.cells import number_format
from localsheets.state.cell import Cell, CellError

Json = dict[str, Any]

DEFAULT_SIZE, DEFAULT_FONT = 10, "arial"
LARGEST_SIZE = 400
LINE_PIXELS = 16
_DOWN = {"TOP": "top", "MIDDLE": "middle"}
_SIDES = {"LEFT": "left", "CENTER": "center", "RIGHT": "right"}
WHITE = "#ffffff"
_SOLID = {"SOLID": 1, "SOLID_MEDIUM": 2, "SOLID_THICK": 3}
_LINES = {"DASHED": "1px dashed", "DOTTED": "1px dotted", "DOUBLE": "3px double"}
_SHIFT = {"bottom": "0 -{}px", "top": "0 {}px", "right": "-{}px 0", "left": "{}px 0"}
_NAMED = {
    "red": "#f00",
    "blue": "#00f",
    "green": "#0f0",
    "black": "#000",
    "white": "#fff",
    "cyan": "#0ff",
    "magenta": "#f0f",
    "yellow": "#ff0",
}
_FONT = re.compile(r"[\w \-]{1,60}")


class Looks:
    """Collects the looks of a part of a page."""

    def __init__(self, locale_name: str) -> None:
        self._locale = locale(locale_name)
        self.css: dict[str, str] = {}
        """Class -> its declarations."""
        self._known: dict[tuple[Any, ...], str] = {}

    def name(self, rules: list[str]) -> str:
        """The class for some declarations; "" for none."""
        rule = ";".join(rules)
        if not rule:
            return ""
        name = "s" + blake2s(rule.encode(), digest_size=5).hexdigest()
        self.css[name] = rule
        return name

    def cell(self, cell: Cell, around: Around) -> str:
        """The class of a cell that stands in some surroundings.

        Equal formats are mostly one object, so what was found for one is found again by its id;
        the tab that is painted holds on to them.
        """
        pattern = pattern_of(number_format(cell), self._locale)
        tint = _NAMED.get(colour_of(cell.value, pattern) or "") if "[" in pattern else None
        key = (id(cell.format), tint, side_of(cell), *around.key)
        name = self._known.get(key)
        if name is None:
            name = self._known[key] = self.name(self._rules(cell, tint, around))
        return name

    def _rules(self, cell: Cell, tint: str | None, around: Around) -> list[str]:
        own = cell.format or {}
        shade = (
            own_colour(around.extra, "backgroundColor")
            or own_colour(own, "backgroundColor")
            or around.band
        )
        fill = css_colour(shade) if shade is not None else WHITE
        rules = [f"background-color:{fill}"] if fill != WHITE else []
        rules += text_rules(
            {**own.get("textFormat", {}), **around.extra.get("textFormat", {})}, tint
        )
        rules += _placing(own, cell)
        return rules + _lines(around, filled=fill != WHITE)


@dataclass(frozen=True, slots=True)
class Around:
    """What decides a cell's look besides its own format."""

    extra: Json
    """The format that conditional formats add."""
    band: Json | None
    """The background from banding."""
    lines: dict[str, Json]
    """Borders that the cell draws, by side."""
    crossed: bool = False
    """Whether a text runs over its right edge."""

    @property
    def key(self) -> tuple[Any, ...]:
        """What tells it from others: parts of cells and rules by their ids."""
        band = tuple(self.band.items()) if self.band else None
        lines = tuple((side, id(line)) for side, line in self.lines.items())
        return id(self.extra) if self.extra else 0, band, lines, self.crossed


def _lines(around: Around, *, filled: bool) -> list[str]:
    """Borders and grid lines, drawn as inner shadows so that they meet at the corners; a fill
    covers grid lines, as in Sheets."""
    shadows, rules = [], []
    for side, line in around.lines.items():
        width, colour = _SOLID.get(line["style"]), css_colour(own_colour(line, "color"))
        if width:
            shadows.append(f"inset {_SHIFT[side].format(width)} {colour}")
        else:
            rules.append(f"border-{side}:{_LINES[line['style']]} {colour}")
    plain = not around.lines and not filled and not around.crossed
    if plain:
        return rules
    if not filled:
        if "bottom" not in around.lines:
            shadows.append("inset 0 -1px var(--line)")
        if "right" not in around.lines and not around.crossed:
            shadows.append("inset -1px 0 var(--line)")
    return [*rules, f"box-shadow:{','.join(shadows) or 'none'}"]


def draws(line: Json | None) -> bool:
    """Whether a border is one that shows."""
    return line is not None and line.get("style") in (*_SOLID, *_LINES)


def text_rules(text: Json, pattern_colour: str | None = None) -> list[str]:
    """The declarations of a text format; a number pattern's colour goes before its own."""
    rules = []
    if "bold" in text:
        rules.append(f"font-weight:{700 if text['bold'] else 400}")
    if "italic" in text:
        rules.append(f"font-style:{'italic' if text['italic'] else 'normal'}")
    drawn = {"underline": "underline", "strikethrough": "line-through"}
    if any(name in text for name in drawn):
        found = [line for name, line in drawn.items() if text.get(name)]
        rules.append(f"text-decoration:{' '.join(found) or 'none'}")
    size = text.get("fontSize")
    if size and size != DEFAULT_SIZE:
        rules.append(f"font-size:{min(size, LARGEST_SIZE) * 4 / 3:.1f}px;line-height:1.25")
    rules += _family(str(text.get("fontFamily") or DEFAULT_FONT))
    colour = own_colour(text, "foregroundColor")
    if pattern_colour:
        rules.append(f"color:{pattern_colour}")
    elif colour is not None:
        rules.append(f"color:{css_colour(colour)}")
    return rules


def _family(name: str) -> list[str]:
    """A font by its name, if this machine has it; none is ever fetched."""
    first = name.split(",")[0].strip()
    if first.casefold() == DEFAULT_FONT or not _FONT.fullmatch(first):
        return []
    kind = "monospace" if re.search(r"mono|courier|consol", first, re.I) else "sans-serif"
    serif = re.search(r"times|georgia|serif|garamond|merriweather|lora|cambria", first, re.I)
    return [f"font-family:'{first}',{'serif' if serif and 'sans' not in first.lower() else kind}"]


def _placing(own: Json, cell: Cell) -> list[str]:
    rules = []
    side = side_of(cell)
    if side != "LEFT":
        rules.append(f"text-align:{_SIDES[side]}")
    down = _DOWN.get(own.get("verticalAlignment", ""))
    if down:
        rules.append(f"vertical-align:{down}")
    if wraps(cell):
        rules.append("white-space:pre-wrap;overflow-wrap:anywhere")
    return rules


def side_of(cell: Cell) -> str:
    """LEFT, CENTER or RIGHT: given, or numbers right, TRUE and errors in the middle."""
    given = (cell.format or {}).get("horizontalAlignment")
    if given in _SIDES:
        return str(given)
    if isinstance(cell.value, (bool, CellError)):
        return "CENTER"
    return "RIGHT" if isinstance(cell.value, (int, float)) else "LEFT"


def wraps(cell: Cell) -> bool:
    """Whether a cell's text breaks into lines."""
    return (cell.format or {}).get("wrapStrategy") == "WRAP"


def turned(cell: Cell, breadth: float) -> tuple[list[str], list[str]]:
    """The declarations that turn a cell's text of some breadth in pixels: of a box around it, and
    of the text. An angle is in degrees, up from the line. Nothing for a text that lies."""
    rotation = (cell.format or {}).get("textRotation") or {}
    if rotation.get("vertical"):
        return ["writing-mode:vertical-rl;text-orientation:upright"], []
    angle = max(-90, min(90, int(rotation.get("angle", 0) or 0)))
    if angle in (90, -90):
        flip = ";transform:rotate(180deg)" if angle == 90 else ""
        return [f"writing-mode:vertical-rl{flip}"], []
    if not angle:
        return [], []
    slant = math.radians(abs(angle))
    height = breadth * math.sin(slant) + LINE_PIXELS * math.cos(slant)
    start = "bottom" if angle > 0 else "top"
    box = [f"position:relative;width:{LINE_PIXELS}px;height:{height:.0f}px"]
    shift = LINE_PIXELS * math.sin(slant)
    turn = f"transform-origin:0 {'100%' if angle > 0 else '0'};transform:rotate({-angle}deg)"
    return box, [f"position:absolute;left:{shift:.0f}px;{start}:0;{turn}"]
