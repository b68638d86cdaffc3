"""The API's formats as a workbook's cell styles; each distinct look is made once."""

from __future__ import annotations

import re
from copy import copy
from typing import Any

from localsheets.formats.locales import locale
from localsheets.formats.shown import pattern_of
from localsheets.xlsx.colours import LINK_COLOUR, to_hex

Json = dict[str, Any]

_BORDERS = {
    "SOLID": "thin",
    "SOLID_MEDIUM": "medium",
    "SOLID_THICK": "thick",
    "DASHED": "dashed",
    "DOTTED": "dotted",
    "DOUBLE": "double",
}
_VERTICAL = {"TOP": "top", "MIDDLE": "center", "BOTTOM": "bottom"}
_OPTIONAL = re.compile(r"\[\$([^\]-]*)\]")


class StylesOut:
    """Gives cells of one workbook their looks."""

    def __init__(self, locale_name: str, workbook: Any) -> None:
        self.locale_name = locale_name
        self._locale = locale(locale_name)
        self.plain = workbook._fonts[0]
        self._known: dict[tuple[int, str | None, bool, bool], tuple[Any, Any]] = {}

    def dress(
        self, cell: Any, look: Json | None, band: str | None, *, link: bool, text: bool
    ) -> None:
        """Style an openpyxl cell. ``band`` is a background from banding, ``link`` says that it
        looks like a link, ``text`` that its text must not be read as a formula."""
        if not (look or band or link or text):
            return
        key = (id(look), band, link, text)
        found = self._known.get(key)
        if found is not None and found[0] is look:
            cell._style = copy(found[1])
            return
        self._make(cell, look or {}, band, link=link)
        if text:
            cell.quotePrefix = True
        self._known[key] = (look, copy(cell._style))

    def _make(self, cell: Any, look: Json, band: str | None, *, link: bool) -> None:
        from openpyxl.styles import PatternFill

        text = look.get("textFormat", {})
        if text or link:
            cell.font = font(text, self.plain, link=link)
        background = look.get("backgroundColor")
        shade = to_hex(background) if background is not None else band
        if shade:
            cell.fill = PatternFill("solid", fgColor=f"FF{shade}")
        if look.get("borders"):
            cell.border = _border(look["borders"])
        alignment = _alignment(look)
        if alignment is not None:
            cell.alignment = alignment
        pattern = pattern_of(look.get("numberFormat"), self._locale)
        if pattern:
            cell.number_format = excel_pattern(pattern)


def excel_pattern(pattern: str) -> str:
    """A pattern as Excel writes it. Google's and Excel's differ in little."""
    return _OPTIONAL.sub(lambda match: f'"{match[1]}"', pattern)


def font(text: Json, plain: Any = None, *, link: bool = False) -> Any:
    """A textFormat as a font, over the workbook's plain one.

    A link without a colour is blue and underlined, as Google shows it.
    """
    from openpyxl.styles import Font

    colour = text.get("foregroundColor")
    shade = to_hex(colour) if colour is not None else (LINK_COLOUR if link else None)
    underline = text.get("underline", link)
    return Font(
        name=text.get("fontFamily") or (plain.name if plain else None),
        size=text.get("fontSize") or (plain.sz if plain else None),
        bold=text.get("bold") or None,
        italic=text.get("italic") or None,
        strike=text.get("strikethrough") or None,
        underline="single" if underline else None,
        color=f"FF{shade}" if shade else None,
    )


def _border(borders: Json) -> Any:
    from openpyxl.styles import Border, Side

    sides: dict[str, Any] = {}
    for side, line in borders.items():
        style: Any = _BORDERS.get(line.get("style", ""))
        if style:
            sides[side] = Side(style=style, color=f"FF{to_hex(line.get('color'))}")
    return Border(**sides)


def _alignment(look: Json) -> Any | None:
    from openpyxl.styles import Alignment

    across, down = look.get("horizontalAlignment"), look.get("verticalAlignment")
    wrap = look.get("wrapStrategy") == "WRAP"
    rotation = look.get("textRotation") or {}
    angle = rotation.get("angle", 0)
    if not (across or down or wrap or rotation):
        return None
    return Alignment(
        horizontal=across.lower() if across else None,
        vertical=_VERTICAL.get(down or ""),
        wrap_text=wrap or None,
        textRotation=255 if rotation.get("vertical") else (angle if angle >= 0 else 90 - angle),
    )
