"""Columns of a crew list told by what they hold and by what stands beside them."""

from __future__ import annotations

import re

from schemas.headings import Header
from schemas.people.shoot_units import is_unit
from schemas.sheet import Sheet

_SAMPLE = 80
_FEW = 3
_NEARLY = 0.8
_FIGURE = re.compile(r"[-–−(]?[$£€]? ?\d[\d.,' ]*[$£€]?\)?")


def rate(sheet: Sheet, header: Header, unit: int) -> int | None:
    """The unknown column of amounts right before what a rate is for: "Satz" before "Pro"."""
    if not unit or unit - 1 not in header.others.values():
        return None
    texts = _texts(sheet, header, unit - 1)
    figures = sum(_FIGURE.fullmatch(text) is not None for text in texts)
    return unit - 1 if len(texts) >= _FEW and figures > _NEARLY * len(texts) else None


def unit(sheet: Sheet, header: Header) -> int | None:
    """The one column in which everybody is of the main unit or of another.

    An unknown one, or the department's: "Équipe" heads both.
    """
    asked = [*header.others.values(), header.columns.get("department", 0)]
    found = [col for col in asked if col and _are_units(_texts(sheet, header, col))]
    return found[0] if len(found) == 1 else None


def _are_units(texts: list[str]) -> bool:
    return len(texts) >= _FEW and all(map(is_unit, texts))


def _texts(sheet: Sheet, header: Header, col: int) -> list[str]:
    last = min(sheet.height, header.bottom + _SAMPLE)
    return [text for row in range(header.bottom + 1, last + 1) if (text := sheet.text(row, col))]
