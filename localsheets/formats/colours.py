"""Colours as formats give them, in either of Google's two spellings."""

from __future__ import annotations

from typing import Any

from localsheets.wire.constants import THEME

Json = dict[str, Any]

_THEME: dict[str, Json] = {
    each["colorType"]: each["color"]["rgbColor"] for each in THEME["themeColors"]
}


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


def both(name: str, colour: Json) -> Json:
    """A colour in both spellings."""
    return {name: colour, f"{name}Style": {"rgbColor": colour}}
