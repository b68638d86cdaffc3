"""What a cell's value is shown by, and where it leads."""

from __future__ import annotations

import re
from typing import Any

from localsheets.formats.shown import shown
from localsheets.state.cell import Cell

Json = dict[str, Any]

_HYPERLINK = re.compile(r'=\s*HYPERLINK\(\s*"((?:[^"]|"")*)"\s*[,;)]', re.I)


def number_format(cell: Cell) -> Json | None:
    """The number format that a cell's value is shown by: its own, or its formula's."""
    own: Json | None = cell.format.get("numberFormat") if cell.format else None
    return own or (cell.outcome.look if cell.outcome else None)


def shown_text(cell: Cell, locale: str) -> str:
    """formattedValue."""
    return shown(cell.value, number_format(cell), locale)


def hyperlink(cell: Cell) -> str | None:
    """The one link of a cell: of its whole text, of a HYPERLINK formula, or of its format."""
    if cell.formula is not None:
        match = _HYPERLINK.match(cell.formula)
        if match is not None:
            return match[1].replace('""', '"')
        if cell.outcome is not None and cell.outcome.link:
            return cell.outcome.link
    if cell.link:
        return cell.link
    own = ((cell.format or {}).get("textFormat") or {}).get("link") or {}
    if own.get("uri"):
        return str(own["uri"])
    links = {(run["format"].get("link") or {}).get("uri") for run in cell.runs}
    if len(links) == 1 and not (cell.runs and cell.runs[0].get("startIndex")):
        return links.pop()
    return None
