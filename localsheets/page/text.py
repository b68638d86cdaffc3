"""What stands in a cell, as HTML: its text in runs, links, a checkbox, a chip."""

from __future__ import annotations

from html import escape
from typing import Any

from localsheets.page.links import address, is_within
from localsheets.page.looks import Looks, text_rules
from localsheets.page.rendered import scrub
from localsheets.render.cells import hyperlink
from localsheets.state.cell import Cell

Json = dict[str, Any]

CHECKBOX, LISTS = "BOOLEAN", ("ONE_OF_LIST", "ONE_OF_RANGE")


def safe(text: str) -> str:
    """A text that can only ever be text, in an element or in a quoted attribute."""
    return escape(scrub(text))


def content(cell: Cell, text: str, looks: Looks) -> str:
    """A cell's inside."""
    validation = cell.validation or {}
    rule = validation.get("condition", {}).get("type", "")
    if rule == CHECKBOX:
        on = _is_checked(cell, validation)
        return f'<i class="box{" on" if on else ""}" role="img" aria-label="{safe(text)}"></i>'
    made = _linked(cell, text, looks)
    if rule in LISTS and validation.get("showCustomUi", True):
        return f'<span class="chip">{made}</span>' if text else '<i class="list"></i>'
    return made


def _is_checked(cell: Cell, validation: Json) -> bool:
    """A checkbox may stand for other values than TRUE: its condition's first."""
    values = validation.get("condition", {}).get("values") or []
    if values and not isinstance(cell.value, bool):
        return str(cell.value) == str(values[0].get("userEnteredValue"))
    return cell.value is True


def _linked(cell: Cell, text: str, looks: Looks) -> str:
    whole = hyperlink(cell)
    runs = cell.runs if isinstance(cell.value, str) else ()
    if whole is not None:
        coloured = "foregroundColor" in (cell.format or {}).get("textFormat", {})
        inner = _runs(text, runs, looks, links=False) if runs else safe(text)
        return anchor(whole, inner, "own" if coloured else "")
    return _runs(text, runs, looks, links=True) if runs else safe(text)


def _runs(text: str, runs: tuple[Json, ...], looks: Looks, *, links: bool) -> str:
    made = []
    for piece, format_ in pieces(text, runs):
        name = looks.name(text_rules(format_)) if format_ else ""
        inner = f'<span class="{name}">{safe(piece)}</span>' if name else safe(piece)
        link = (format_.get("link") or {}).get("uri") if links else None
        made.append(anchor(str(link), inner, "own" if name else "") if link else inner)
    return "".join(made)


def pieces(text: str, runs: tuple[Json, ...]) -> list[tuple[str, Json]]:
    """A text cut where its runs start, each piece with its format.

    A run's start counts UTF-16 units, as Google's own pages do.
    """
    units = text.encode("utf-16-le", "surrogatepass")
    starts = [int(run.get("startIndex", 0)) * 2 for run in runs]
    edges = [0, *starts, len(units)] if starts and starts[0] else [*starts, len(units)]
    formats: list[Json] = [run.get("format") or {} for run in runs]
    if starts and starts[0]:
        formats.insert(0, {})
    cut = [
        (units[edges[n] : edges[n + 1]].decode("utf-16-le", "replace"), format_)
        for n, format_ in enumerate(formats)
    ]
    return [(piece, format_) for piece, format_ in cut if piece]


def anchor(link: str, inner: str, kind: str) -> str:
    """A link around HTML that is safe already; a link that leads nowhere safe is left out."""
    href = address(link)
    if not href:
        return inner
    named = f' class="{kind}"' if kind else ""
    away = "" if is_within(href) else ' target="_blank" rel="noopener noreferrer"'
    return f'<a href="{safe(href)}"{named}{away} tabindex="-1">{inner}</a>'
