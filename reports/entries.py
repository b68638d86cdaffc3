"""Small makers of cells and lines that every report uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from datetime import datetime
from decimal import Decimal

from model.cell import Cell
from model.report import AS_OF, Content, Entry, Formula, Line, LineStyle, Ref, Style
from reports.words import moment, place


def from_cells(content: Content, *cells: Cell, style: Style | None = None, note: str = "") -> Entry:
    """A cell whose content comes from these cells of somebody's sheet."""
    return Entry(content, sources=cells, style=style, note=note)


def place_entry(cell: Cell, book: str, *, more: int = 0) -> Entry:
    """A link to a source cell, named; ``more`` says how many others there are."""
    name = place(cell, book)
    return Entry(f"{name} (+{more} more)" if more else name, link=cell, sources=(cell,))


def live(text: str, refs: tuple[Ref, ...], computed: Decimal, figure: Decimal) -> Content:
    """A live formula where its arithmetic gives the figure; else the figure itself.

    A sheet may state a figure that its own columns do not add up to: such a figure is shown as it
    was computed, and never replaced by what a formula would make of it.
    """
    return Formula(text, refs, figure) if computed == figure else figure


def one_a_tab(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The first cell of each tab: what a total comes from, without naming every cell under it."""
    first: dict[tuple[str, str], Cell] = {}
    for cell in sorted(cells):
        first.setdefault((cell.book, cell.tab), cell)
    return tuple(first.values())


def title(field: str, text: str) -> Line:
    """The report's title line."""
    return Line("title", {field: Entry(text)}, LineStyle.TITLE)


def as_of(field: str, when: datetime) -> Line:
    """The stamp: the one line that a second run on unchanged sheets rewrites."""
    return Line(AS_OF, {field: Entry(f"As of {moment(when)}")}, LineStyle.SUBTITLE)


def banner(key: str, headings: Mapping[str, str], figures: Set[str] = frozenset()) -> Line:
    """A block's heading on a page; ``figures`` are the fields below which figures stand."""
    entries = {
        field: Entry(text, style=Style.COUNT if field in figures else Style.TEXT)
        for field, text in headings.items()
    }
    return Line(key, entries, LineStyle.BANNER)


def note(key: str, field: str, text: str, sources: Iterable[Cell] = ()) -> Line:
    """A sentence of its own."""
    return Line(f"note:{key}", {field: Entry(text, sources=tuple(sources))}, LineStyle.NOTE)


def notes(name: str, field: str, sentences: Iterable[str]) -> list[Line]:
    """Sentences, one under the other."""
    return [note(f"{name}-{number}", field, text) for number, text in enumerate(sentences, 1)]


def spacer(name: str) -> Line:
    """An empty line."""
    return Line(f"spacer:{name}", {}, LineStyle.SPACER)
