"""Colours of the API as a style sheet has them."""

from __future__ import annotations

import math
from typing import Any

from localsheets.render.constants import THEME

Json = dict[str, Any]

_THEME: dict[str, Json] = {
    each["colorType"]: each["color"]["rgbColor"] for each in THEME["themeColors"]
}


def css_colour(colour: Json | None) -> str:
    """A Color as "#rrggbb"; what is missing is 0, what is out of bounds is held within them."""
    given = colour or {}
    return "#" + "".join(f"{_part(given.get(part)):02x}" for part in ("red", "green", "blue"))


def _part(value: Any) -> int:
    number = float(value or 0)
    return round(max(0.0, min(1.0, number)) * 255) if math.isfinite(number) else 0


def own_colour(holder: Json, name: str) -> Json | None:
    """A colour that a format gives, as ``name`` or as its ``...Style``; ``None`` for none."""
    style = holder.get(f"{name}Style")
    if isinstance(style, dict):
        if "themeColor" in style:
            return _THEME.get(style["themeColor"], {})
        if "rgbColor" in style:
            return dict(style["rgbColor"])
    found = holder.get(name)
    return dict(found) if isinstance(found, dict) else None
