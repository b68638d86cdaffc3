"""What of the looks is Google's own: colours as it writes them."""

from __future__ import annotations

from typing import Any

VERSION = 1
"""Counted up when a look changes, so that tabs made with an earlier one are painted again."""


def rgb(color: str) -> dict[str, Any]:
    """A "#rrggbb" colour as a ``ColorStyle``."""
    red, green, blue = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return {"rgbColor": {"red": round(red, 4), "green": round(green, 4), "blue": round(blue, 4)}}
