"""One cell as CellData, only the fields that are asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from localsheets.formats.shown import shown
from localsheets.render.constants import DEFAULT_FORMAT
from localsheets.state.cell import Cell
from localsheets.wire import masks, values
from localsheets.wire.masks import Mask

Json = dict[str, Any]

_HYPERLINK = re.compile(r'=\s*HYPERLINK\(\s*"((?:[^"]|"")*)"', re.I)


def entered_value(cell: Cell) -> Json | None:
    """userEnteredValue."""
    if cell.formula is not None:
        return {"formulaValue": cell.formula}
    return values.extended(cell.value)


def number_format(cell: Cell) -> Json | None:
    """The number format that a cell's value is shown by."""
    return cell.format.get("numberFormat") if cell.format else None


def shown_text(cell: Cell, locale: str) -> str:
    """formattedValue."""
    return shown(cell.value, number_format(cell), locale)


def hyperlink(cell: Cell) -> str | None:
    """The one link of a cell: of its whole text, of a HYPERLINK formula, or of its format."""
    if cell.formula is not None:
        match = _HYPERLINK.match(cell.formula)
        if match is not None:
            return match[1].replace('""', '"')
    if cell.link:
        return cell.link
    own = ((cell.format or {}).get("textFormat") or {}).get("link") or {}
    if own.get("uri"):
        return str(own["uri"])
    links = {(run["format"].get("link") or {}).get("uri") for run in cell.runs}
    if len(links) == 1 and not (cell.runs and cell.runs[0].get("startIndex")):
        return links.pop()
    return None


def effective_format(cell: Cell) -> Json | None:
    """The default format with the cell's own over it (conditional formats are not worked in)."""
    if not cell.filled and cell.format is None:
        return None
    own = cell.format or {}
    text = {**DEFAULT_FORMAT["textFormat"], **own.get("textFormat", {})}
    align = {} if "horizontalAlignment" in own else {"horizontalAlignment": _side(cell)}
    return {**DEFAULT_FORMAT, **align, **own, "textFormat": text}


def _side(cell: Cell) -> str:
    if isinstance(cell.value, bool):
        return "CENTER"
    return "RIGHT" if isinstance(cell.value, (int, float)) else "LEFT"


Renderer = Callable[[Cell], Any]


def renderers(mask: Mask, locale: str) -> list[tuple[str, Renderer]]:
    """How to make each wanted field of a CellData; what gives ``None`` is left out."""
    makers: dict[str, Renderer] = {
        "userEnteredValue": entered_value,
        "effectiveValue": lambda cell: values.extended(cell.value),
        "formattedValue": lambda cell: shown_text(cell, locale) if cell.filled else None,
        "userEnteredFormat": lambda cell: cell.format,
        "effectiveFormat": effective_format,
        "hyperlink": hyperlink,
        "note": lambda cell: cell.note,
        "textFormatRuns": lambda cell: list(cell.runs) or None,
        "dataValidation": lambda cell: cell.validation,
    }
    return [
        (name, _masked(maker, below))
        for name, maker in makers.items()
        if (below := mask.sub(name)) is not None
    ]


def _masked(maker: Renderer, mask: Mask) -> Renderer:
    """Prune what a maker makes; equal formats are one object, so each is pruned once."""
    if not mask:
        return maker
    known: dict[int, tuple[Any, Any]] = {}

    def make(cell: Cell) -> Any:
        made = maker(cell)
        if made is None:
            return None
        found = known.get(id(made))
        if found is None or found[0] is not made:
            found = known[id(made)] = (made, masks.prune(made, mask) or None)
        return found[1]

    return make
