"""One cell as CellData, only the fields that are asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from localsheets.formats.cell import hyperlink, number_format, shown_text
from localsheets.render.effective import effective_format
from localsheets.state import values
from localsheets.state.cell import Cell
from localsheets.wire import masks
from localsheets.wire.masks import Mask

Json = dict[str, Any]


def entered_value(cell: Cell) -> Json | None:
    """userEnteredValue."""
    if cell.formula is not None:
        return {"formulaValue": cell.formula}
    return values.extended(cell.value) if cell.entered else None


Renderer = Callable[[Cell], Any]


def renderers(mask: Mask, locale: str) -> list[tuple[str, Renderer]]:
    """How to make each wanted field of a CellData; what gives ``None`` is left out."""
    makers: dict[str, Renderer] = {
        "userEnteredValue": entered_value,
        "effectiveValue": lambda cell: values.extended(cell.value),
        "formattedValue": lambda cell: shown_text(cell, locale) if cell.filled else None,
        "userEnteredFormat": lambda cell: cell.format,
        "effectiveFormat": lambda cell: effective_format(cell, locale),
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


__all__ = ["Renderer", "entered_value", "hyperlink", "number_format", "renderers", "shown_text"]
