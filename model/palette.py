"""Every colour, font and number format of the reports, in one place, for every writer of them.

Restrained on purpose: reports are printed, and read next to sheets that are full of colour. Ink on
white, hairlines, one tint for what people type in, red for what is over.
"""

from __future__ import annotations

FONT = "Arial"
SIZE = 10
TITLE_SIZE = 16
SUBTITLE_SIZE = 11

WHITE = "#ffffff"
INK = "#1f2933"
MUTED = "#6b7280"
FAINT = "#9aa2ad"
HAIRLINE = "#dfe3e8"
RULE = "#1f2933"
HEADING_FILL = "#e6ebf1"
BANNER_FILL = "#f1f4f7"
TOTAL_FILL = "#f6f7f9"
PERSON_FILL = "#fffaea"
PERSON_HEADING_FILL = "#f7ecc8"
OVER = "#b3261e"
LINK = "#1d4f91"

SEVERITY = {
    "error": ("#fbe4e1", "#8f1d17"),
    "warning": ("#fdf0d0", "#7a5200"),
    "info": ("#e4eefa", "#1d4f91"),
}
"""Severity -> fill and ink."""

DAY_CODES = (
    ("P", "Picked up", "#fbe3c6"),
    ("D", "Dropped", "#f8cd98"),
    ("S", "Starts", "#a3d6af"),
    ("FT", "Fitting", "#f3d6e8"),
    ("F", "Finishes", "#f4bfb4"),
    ("W", "Works", "#dcefdf"),
    ("H", "On hold", "#fdeeb3"),
    ("TR", "Travels", "#cbdff5"),
    ("R", "Rehearses", "#ddd3f2"),
    ("M", "Company move", "#bfe3e6"),
    ("/", "Company holiday", "#d3d8de"),
)
"""A day-out-of-days' codes: the first of these that a code contains says its meaning and fill."""
SHADES = {"weekend": "#f0f2f5", "holiday": "#e3e6eb"}
TODAY_FILL = "#1f2933"


def day_fill(code: str) -> str:
    """The fill of a day-out-of-days' code; "" where it is none that we know."""
    folded = code.upper()
    return next((fill for part, _, fill in DAY_CODES if part in folded), "")


MONEY = '#,##0_);(#,##0);"-"_)'
MONEY_CENTS = '#,##0.00_);(#,##0.00);"-"_)'
PERCENT = "0%_)"
COUNT = "#,##0_);-#,##0_)"
HOURS = '#,##0.0#_);(#,##0.0#);"-"_)'
DATE = "d mmm yyyy"
STAMP = "d mmm yyyy hh:mm"
TEXT = "@"

SERIES = ("#4a6fa5", "#c98b3c", "#7a9e7e", "#8d6a9f", "#b3261e", "#6b7280")
"""Colours of a chart's series, in order."""
