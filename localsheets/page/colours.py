"""Colours of the API as a style sheet has them."""

from __future__ import annotations

import math
from typing import Any

from localsheets.formats.colours import own_colour

Json = dict[str, Any]


def css_colour(colour: Json | None) -> str:
    """A Color as "#rrggbb"; what is missing is 0, what is out of bounds is held within them."""
    given = colour or {}
    return "#" + "".join(f"{_part(given.get(part)):02x}" for part in ("red", "green", "blue"))


def _part(value: Any) -> int:
    number = float(value or 0)
    return round(max(0.0, min(1.0, number)) * 255) if math.isfinite(number) else 0


__all__ = ["css_colour", "own_colour"]
