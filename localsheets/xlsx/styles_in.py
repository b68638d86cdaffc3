"""A workbook's cell styles as the API's formats; each distinct style is converted once."""

from __future__ import annotations

import re
from typing import Any

from localsheets.formats.pattern import sections
from localsheets.state.cell import Interner
from localsheets.xlsx.colours import LINK_COLOUR, theme_colours, to_api, to_hex

Json = dict[str, Any]

_LOCALE = re.compile(r"\[\$([^\]-]*)-[^\]]*\]")
_CURRENCY = re.compile(r'[$€£¥₹]|\bkr\b|"[A-Z]{3}\s?"')
_QUOTED = re.compile(r'"[^"]*"|\\.')
_BUILT_IN_DATE = {"mm-dd-yy": "m/d/yyyy", "m/d/yy h:mm": "m/d/yyyy h:mm"}
_HORIZONTAL = {
    "left": "LEFT",
    "center": "CENTER",
    "centerContinuous": "CENTER",
    "distributed": "CENTER",
    "right": "RIGHT",
}
_VERTICAL = {"top": "TOP", "center": "MIDDLE", "bottom": "BOTTOM"}
_BORDERS = {
    "thin": ("SOLID", 1),
    "hair": ("DOTTED", 1),
    "dotted": ("DOTTED", 1),
    "dashed": ("DASHED", 1),
    "dashDot": ("DASHED", 1),
    "dashDotDot": ("DASHED", 1),
    "medium": ("SOLID_MEDIUM", 2),
    "mediumDashed": ("DASHED", 1),
    "mediumDashDot": ("DASHED", 1),
    "mediumDashDotDot": ("DASHED", 1),
    "slantDashDot": ("DASHED", 1),
    "thick": ("SOLID_THICK", 3),
    "double": ("DOUBLE", 3),
}


def number_format(pattern: str | None) -> Json | None:
    """An Excel pattern as a numberFormat with its type; ``None`` for General."""
    if not pattern or pattern.casefold() == "general":
        return None
    shown = _BUILT_IN_DATE.get(pattern, _LOCALE.sub(_kept_currency, pattern))
    if not shown:
        return None
    return {"type": kind_of(shown), "pattern": shown}


def _kept_currency(match: re.Match[str]) -> str:
    return f"[${match[1]}]" if match[1] else ""


def kind_of(pattern: str) -> str:
    """What a pattern shows: DATE, TIME, DATE_TIME, PERCENT, CURRENCY, SCIENTIFIC, TEXT, NUMBER."""
    first = sections(pattern)[0]
    if first.is_date:
        letters = {p.text[0] for p in first.pieces if p.kind in ("date", "elapsed")}
        clock = any(
            p.kind == "elapsed" or p.text[0] in "hs" or p.text.startswith("minute")
            for p in first.pieces
            if p.kind in ("date", "elapsed")
        )
        day = bool(letters & {"y", "d"}) or any(
            p.kind == "date" and p.text[0] == "m" and not p.text.startswith("minute")
            for p in first.pieces
        )
        return "DATE_TIME" if clock and day else "TIME" if clock else "DATE"
    if first.has("at"):
        return "TEXT"
    if first.has("exponent"):
        return "SCIENTIFIC"
    if first.has("percent"):
        return "PERCENT"
    return "CURRENCY" if _CURRENCY.search(pattern) else "NUMBER"


_SWITCHES = ("bold", "italic", "strikethrough", "underline")


class Styles:
    """Converts the styles of one workbook."""

    def __init__(self, workbook: Any, formats: Interner, *, ours: bool) -> None:
        """``ours``: the file was exported from here, so a link's blue is no format of its own."""
        self.theme = theme_colours(workbook.loaded_theme)
        self.differential = list(workbook._differential_styles.styles)
        self._formats = formats
        self._known: dict[tuple[object, ...], Json | None] = {}
        self._ours = ours
        self._plain = workbook._fonts[0] if len(workbook._fonts) else None

    def of(self, cell: Any) -> Json | None:
        """The format of an openpyxl cell; ``None`` for one that looks like any other."""
        if not cell.has_style:
            return None
        linked = self._ours and _is_link(cell)
        # the first part is the key by which openpyxl itself shares styles
        key = (*cell._style, linked)
        if key not in self._known:
            made = self._convert(cell)
            self._known[key] = self._formats.share(_unlinked(made) if linked else made)
        return self._known[key]

    def _convert(self, cell: Any) -> Json:
        made: Json = {}
        numbers = number_format(cell.number_format)
        if numbers:
            made["numberFormat"] = numbers
        made |= self.fill(cell.fill)
        borders = self._borders(cell.border)
        if borders:
            made["borders"] = borders
        made |= _alignment(cell.alignment, ours=self._ours)
        text = self.font(cell.font)
        if text:
            made["textFormat"] = text
        return made

    def fill(self, fill: Any) -> Json:
        """A solid fill as a background."""
        if fill is None or getattr(fill, "fill_type", None) in (None, "none"):
            return {}
        if getattr(fill, "fill_type", "") != "solid":
            return {}
        colour = to_api(fill.fgColor, self.theme)
        if colour is None:
            return {}
        return {"backgroundColor": colour, "backgroundColorStyle": {"rgbColor": colour}}

    def font(self, font: Any) -> Json:
        """What a font has beyond the workbook's plain one."""
        if font is None:
            return {}
        made: Json = {}
        for name, part in (("bold", font.b), ("italic", font.i), ("strikethrough", font.strike)):
            if part:
                made[name] = True
        if font.u and font.u != "none":
            made["underline"] = True
        plain = self._plain
        if font.sz and (plain is None or font.sz != plain.sz):
            made["fontSize"] = round(font.sz)
        name = getattr(font, "rFont", None) or font.name  # rich text calls it otherwise
        if name and (plain is None or name != plain.name):
            made["fontFamily"] = name
        colour = to_api(font.color, self.theme)
        if colour:
            made |= {"foregroundColor": colour, "foregroundColorStyle": {"rgbColor": colour}}
        return made

    def runs(self, content: Any, look: Json | None) -> tuple[Json, ...]:
        """Rich text as textFormatRuns: of each piece what differs from its cell's own text."""
        if not isinstance(content, list):
            return ()
        own = (look or {}).get("textFormat", {})
        made: list[Json] = []
        start = 0
        for piece in content:
            text = self.font(getattr(piece, "font", None))
            undone = {} if isinstance(piece, str) else {n: False for n in _SWITCHES if own.get(n)}
            format_ = {n: v for n, v in {**undone, **text}.items() if own.get(n) != v}
            if not made or made[-1]["format"] != format_:
                made.append({**({"startIndex": start} if start else {}), "format": format_})
            start += len(str(piece))
        return tuple(made) if any(run["format"] for run in made) else ()

    def _borders(self, border: Any) -> Json:
        made: Json = {}
        for side in ("top", "bottom", "left", "right"):
            line = getattr(border, side, None)
            if line is None or line.style not in _BORDERS:
                continue
            style, width = _BORDERS[line.style]
            colour = to_api(line.color, self.theme) or {}
            made[side] = {
                "style": style,
                "width": width,
                "color": colour,
                "colorStyle": {"rgbColor": colour},
            }
        return made


def _is_link(cell: Any) -> bool:
    formula = cell.value if cell.data_type == "f" else ""
    return cell.hyperlink is not None or str(formula).startswith("=HYPERLINK(")


def _unlinked(made: Json) -> Json:
    """A format without the blue and the line that an export gives links."""
    text = dict(made.get("textFormat", {}))
    if to_hex(text.get("foregroundColor")) != LINK_COLOUR or not text.get("underline"):
        return made
    for name in ("foregroundColor", "foregroundColorStyle", "underline"):
        text.pop(name, None)
    rest = {name: part for name, part in made.items() if name != "textFormat"}
    return {**rest, "textFormat": text} if text else rest


def _alignment(alignment: Any, *, ours: bool) -> Json:
    made: Json = {}
    if alignment is None:
        return made
    if alignment.horizontal in _HORIZONTAL:
        made["horizontalAlignment"] = _HORIZONTAL[alignment.horizontal]
    if alignment.vertical in ("top", "center"):
        made["verticalAlignment"] = _VERTICAL[alignment.vertical]
    elif alignment.vertical == "bottom" and ours and alignment.horizontal != "general":
        # the default, which some programs always write, and then beside the other default
        made["verticalAlignment"] = "BOTTOM"
    if alignment.wrap_text:
        made["wrapStrategy"] = "WRAP"
    if alignment.textRotation:
        angle = alignment.textRotation
        made["textRotation"] = (
            {"vertical": True} if angle == 255 else {"angle": angle if angle <= 90 else 90 - angle}
        )
    return made
