"""The example's truth, and where its files are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parents[2] / "examples"
WORKBOOK = EXAMPLES / "saltglass.xlsx"
APART = EXAMPLES / "three-books"


def truth() -> dict[str, Any]:
    """What a reader must find in the example."""
    text = (EXAMPLES / "saltglass.truth.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def tab_truth(tab: str) -> dict[str, Any]:
    """What a reader must find on one tab."""
    return next(one for one in truth()["tabs"] if one["tab"] == tab)
