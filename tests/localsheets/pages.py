"""A page's HTML, read back: what each cell shows, and what goes with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from localsheets.page.tab import Tab
from localsheets.state.book import Book


@dataclass
class Shown:
    """A cell as a reader of the page has it."""

    name: str
    attributes: dict[str, str]
    text: str = ""
    tags: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    css: str = ""

    @property
    def bar(self) -> str:
        """What the formula bar says."""
        return self.attributes.get("data-f", self.attributes.get("data-t", self.text))


class Reader(HTMLParser):
    """Reads rows of cells; every tag and attribute that it met is kept."""

    def __init__(self, looks: dict[str, str] | None = None) -> None:
        super().__init__(convert_charrefs=True)
        self.looks = looks or {}
        self.cells: dict[str, Shown] = {}
        self.heads: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self._cell: Shown | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given))
        if tag == "td":
            css = ";".join(self.looks.get(name, "") for name in given.get("class", "").split())
            self._cell = Shown(given["id"], given, css=css)
            self.cells[given["id"]] = self._cell
        elif tag in ("th", "tr"):
            self._cell = None
            self.heads += ["" for _ in range(tag == "th")]
        elif self._cell is not None:
            self._cell.tags.append(tag)
            self._cell.css += ";".join(
                self.looks.get(name, "") for name in given.get("class", "").split()
            )
            if tag == "a":
                self._cell.links.append(given["href"])

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.text += data
        elif self.heads:
            self.heads[-1] += data


def read(html: str, looks: dict[str, str] | None = None) -> Reader:
    """What some rows hold."""
    reader = Reader(looks)
    reader.feed(html)
    reader.close()
    return reader


def shown(book: Book, *flips: str, tab: int = 0) -> dict[str, Shown]:
    """Every cell that a tab's page shows, by name, frozen rows too."""
    page = Tab(book, book.sheets[tab], frozenset(flips))
    part = page.part(0, page.rows.count)
    return read(part["html"], part["looks"]).cells
