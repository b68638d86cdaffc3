"""Colours of a workbook (rgb, theme and tint, indexed) and of the API, into each other."""

from __future__ import annotations

import colorsys
import re
from typing import Any
from xml.etree import ElementTree as ET

from localsheets.wire.scalars import float32
from localsheets.xlsx.parts import local

Json = dict[str, Any]

LINK_COLOUR = "1155CC"
"""What Google's pages colour a link that has no colour of its own."""
_ORDER = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5")
_OFFICE = ("FFFFFF", "000000", "EEECE1", "1F497D", "4F81BD", "C0504D", "9BBB59", "8064A2", "4BACC6")
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")


def theme_colours(xml: bytes | str | None) -> tuple[str, ...]:
    """A theme's colours as RRGGBB, in the order in which cells number them."""
    if not xml:
        return _OFFICE
    try:
        root = ET.fromstring(xml)  # noqa: S314
    except ET.ParseError:
        return _OFFICE
    named: dict[str, str] = {}
    for scheme in root.iter():
        if local(scheme.tag) == "clrScheme":
            for slot in scheme:
                for colour in slot:
                    named[local(slot.tag)] = colour.get("lastClr") or colour.get("val") or "000000"
    order = (*_ORDER, "accent6", "hlink", "folHlink")
    return tuple(named.get(name, "000000") for name in order) if named else _OFFICE


def to_api(colour: Any, theme: tuple[str, ...]) -> Json | None:
    """openpyxl's Color as the API's; ``None`` for automatic ones."""
    if colour is None:
        return None
    text = _rgb(colour, theme)
    match = _HEX.fullmatch(text or "")
    if match is None:
        return None
    red, green, blue = (int(match[1][n : n + 2], 16) / 255 for n in (0, 2, 4))
    tint = float(getattr(colour, "tint", 0) or 0)
    if tint:
        red, green, blue = _tinted(red, green, blue, tint)
    parts = {"red": red, "green": green, "blue": blue}
    steps = {name: round(part * 255) for name, part in parts.items()}
    return {name: float32(step / 255) for name, step in steps.items() if step}


def _rgb(colour: Any, theme: tuple[str, ...]) -> str | None:
    kind = getattr(colour, "type", "rgb")
    if kind == "theme":
        number = int(colour.theme)
        return theme[number] if number < len(theme) else None
    if kind == "indexed":
        from openpyxl.styles.colors import COLOR_INDEX

        number = int(colour.indexed)
        return COLOR_INDEX[number] if number < len(COLOR_INDEX) else None
    return colour.rgb if isinstance(colour.rgb, str) else None


def _tinted(red: float, green: float, blue: float, tint: float) -> tuple[float, float, float]:
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), full)


def to_hex(colour: Json | None) -> str:
    """The API's colour as RRGGBB."""
    given = colour or {}
    return "".join(
        f"{round(float(given.get(part, 0)) * 255):02X}" for part in ("red", "green", "blue")
    )
