"""Links: to a cell of the same spreadsheet, or to an http(s) address that we made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from model.cell import Cell
from model.grid import Book
from model.report import Entry


@dataclass(frozen=True, slots=True)
class Links:
    """What can be linked to: the tabs of one spreadsheet."""

    book: str
    sheet_ids: Mapping[str, int]
    """People's tabs, title -> gid."""

    def uri(self, entry: Entry) -> str | None:
        """The link that an entry gets; ``None`` where it stays plain text.

        A cell of another spreadsheet stays text (its readers may not be allowed to open that one),
        and so does a cell whose tab is gone, an address that is no http(s), and a figure: Google
        takes links on text only.
        """
        link = entry.link
        if link is None or not isinstance(entry.content, str) or not entry.content:
            return None
        if isinstance(link, Cell):
            gid = self.sheet_ids.get(link.tab)
            here = link.book in ("", self.book)
            return f"#gid={gid}&range={link.a1}" if here and gid is not None else None
        return link if link.startswith(("https://", "http://")) else None


def links_of(book: Book) -> Links:
    """The links that reports written to this spreadsheet may bear."""
    return Links(book.name, {grid.tab: grid.sheet_id for grid in book.grids})
