"""Delimited text and HTML tables, read into rows of cells."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from html.parser import HTMLParser


def split_line(text: str, delimiter: str) -> list[str]:
    """The parts of one text; a part in quotation marks may hold the delimiter."""
    if len(delimiter) == 1 and "\n" not in text and "\r" not in text:
        return next(csv.reader([text], delimiter=delimiter), [""])
    return text.split(delimiter)


def rows(text: str, delimiter: str) -> list[list[str]]:
    """The lines of a delimited text, each as its parts."""
    if len(delimiter) == 1 and delimiter not in '\r\n"':
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        return [line or [""] for line in reader]
    return [line.split(delimiter) for line in text.splitlines()]


@dataclass(slots=True)
class HtmlCell:
    """A cell of an HTML table."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    down: int = 1
    """Rows and columns that it spans."""
    right: int = 1


@dataclass
class _Reader(HTMLParser):
    """Collects the cells of tables; text outside tables is a row a block."""

    lines: list[list[HtmlCell]] = field(default_factory=list)
    cell: HtmlCell | None = None
    bold: int = 0
    italic: int = 0
    hidden: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("script", "style", "head"):
            self.hidden += 1
        elif tag in ("tr", "p", "div", "li") and (tag == "tr" or self.cell is None):
            self.lines.append([])
        elif tag in ("td", "th"):
            self.cell = HtmlCell(down=_span(given, "rowspan"), right=_span(given, "colspan"))
            self.bold += tag == "th"
            self._line().append(self.cell)
        elif tag in ("b", "strong"):
            self.bold += 1
        elif tag in ("i", "em"):
            self.italic += 1
        elif tag == "br":
            self.handle_data("\n") if self.cell else self.lines.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "head"):
            self.hidden = max(0, self.hidden - 1)
        elif tag in ("td", "th"):
            self.bold -= tag == "th"
            self.cell = None
        elif tag in ("b", "strong"):
            self.bold = max(0, self.bold - 1)
        elif tag in ("i", "em"):
            self.italic = max(0, self.italic - 1)

    def handle_data(self, data: str) -> None:
        text = data if data == "\n" else " ".join(data.split())
        if self.hidden or not text:
            return
        cell = self.cell
        if cell is None:
            if "table" in (self.get_starttag_text() or ""):
                return
            line = self._line()
            cell = line[0] if line else HtmlCell()
            line[:] = [cell]
        spaced = cell.text and not cell.text.endswith("\n") and text != "\n" and data[:1].isspace()
        cell.text += (" " if spaced else "") + text
        cell.bold = cell.bold or self.bold > 0
        cell.italic = cell.italic or self.italic > 0

    def _line(self) -> list[HtmlCell]:
        if not self.lines:
            self.lines.append([])
        return self.lines[-1]


def _span(attributes: dict[str, str | None], name: str) -> int:
    text = attributes.get(name) or "1"
    return min(max(int(text), 1), 1000) if text.isdigit() else 1


def html_cells(text: str) -> dict[tuple[int, int], HtmlCell]:
    """The cells of the tables in an HTML text by (row, column), those that span others in place."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    placed: dict[tuple[int, int], HtmlCell] = {}
    taken: set[tuple[int, int]] = set()
    for row, line in enumerate(line for line in reader.lines if line):
        column = 0
        for cell in line:
            while (row, column) in taken:
                column += 1
            placed[row, column] = cell
            taken |= {
                (row + down, column + right)
                for down in range(cell.down)
                for right in range(cell.right)
            }
            column += cell.right
    return placed
