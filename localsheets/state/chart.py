"""What Google fills into a chart's spec where nobody said it."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

FONT = "Roboto"


def with_defaults(spec: Json) -> Json:
    """A ChartSpec with hidden cells skipped and with the font that Google names in its answers.

    pygsheets' tests, run at Google, see the fonts after ``addChart``; answers that others keep have
    them too, and the axes' empty ``viewWindowOptions``.
    """
    made = {
        "hiddenDimensionStrategy": "SKIP_HIDDEN_ROWS_AND_COLUMNS",
        "fontName": FONT,
        **spec,
        "titleTextFormat": {"fontFamily": FONT, **spec.get("titleTextFormat", {})},
    }
    axes = spec.get("basicChart", {}).get("axis")
    if axes:
        made["basicChart"] = {**spec["basicChart"], "axis": [_axis(each) for each in axes]}
    return made


def _axis(axis: Json) -> Json:
    """An axis of a basic chart; only one with a title has a font for it."""
    made = {"viewWindowOptions": {}, **axis}
    if axis.get("title"):
        made["format"] = {"fontFamily": FONT, **axis.get("format", {})}
    return made
