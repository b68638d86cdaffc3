"""What every spreadsheet of Google's has, whatever is in it."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

WHITE: Json = {"red": 1, "green": 1, "blue": 1}
DEFAULT_FORMAT: Json = {
    "backgroundColor": WHITE,
    "padding": {"top": 2, "right": 3, "bottom": 2, "left": 3},
    "verticalAlignment": "BOTTOM",
    "wrapStrategy": "OVERFLOW_CELL",
    "textFormat": {
        "foregroundColor": {},
        "fontFamily": "arial,sans,sans-serif",
        "fontSize": 10,
        "bold": False,
        "italic": False,
        "strikethrough": False,
        "underline": False,
        "foregroundColorStyle": {"rgbColor": {}},
    },
    "backgroundColorStyle": {"rgbColor": WHITE},
}


def _theme(kind: str, red: float = 0, green: float = 0, blue: float = 0) -> Json:
    parts = {"red": red, "green": green, "blue": blue}
    return {"colorType": kind, "color": {"rgbColor": {k: v for k, v in parts.items() if v}}}


THEME: Json = {
    "primaryFontFamily": "Arial",
    "themeColors": [
        _theme("TEXT"),
        _theme("BACKGROUND", 1, 1, 1),
        _theme("ACCENT1", 0.25882354, 0.52156866, 0.95686275),
        _theme("ACCENT2", 0.91764706, 0.2627451, 0.20784314),
        _theme("ACCENT3", 0.9843137, 0.7372549, 0.015686275),
        _theme("ACCENT4", 0.20392157, 0.65882355, 0.3254902),
        _theme("ACCENT5", 1, 0.42745098, 0.003921569),
        _theme("ACCENT6", 0.27450982, 0.7411765, 0.7764706),
        _theme("LINK", 0.06666667, 0.33333334, 0.8),
    ],
}
ROW_PIXELS = 21
COLUMN_PIXELS = 100
URL = "https://docs.google.com/spreadsheets/d/{id}/edit"
