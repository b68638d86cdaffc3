"""The colours that number formats name: [Red], [Color23]. The numbered ones are Excel's palette."""

from __future__ import annotations

from typing import Any

from localsheets.wire.scalars import float32

Json = dict[str, Any]

_NAMED = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "green": "00FF00",
    "magenta": "FF00FF",
    "red": "FF0000",
    "white": "FFFFFF",
    "yellow": "FFFF00",
}
_PALETTE = """
    000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000
    800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
    000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99
    99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696
    003366 339966 003300 333300 993300 993366 333399 333333
"""
_NUMBERED = _PALETTE.split()


def colour(name: str | None) -> Json | None:
    """A pattern's colour ("red", "color23") as a Color; ``None`` where it names none."""
    if name is None:
        return None
    text = _NAMED.get(name)
    if text is None:
        number = int(name.removeprefix("color") or 0)
        if not 1 <= number <= len(_NUMBERED):
            return None
        text = _NUMBERED[number - 1]
    parts = {
        part: float32(int(text[place : place + 2], 16) / 255)
        for part, place in (("red", 0), ("green", 2), ("blue", 4))
    }
    return {part: amount for part, amount in parts.items() if amount}
