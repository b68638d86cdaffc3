"""What people remember: every word that they typed, and their own tabs as they left them.

The oracle's knowledge. It comes from what people did, never from what our code says of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from tests.chaos.sight import Seen


@dataclass(frozen=True)
class Word:
    """One word that a person typed in one of our tabs (or in a copy that people made of one)."""

    text: str
    sheet: int
    label: str = ""
    """The line that it stands beside, "" where it is about none (a row of people's own)."""
    heading: str = ""
    """The heading that people gave its column."""
    beside: str = ""
    """Another word of theirs in the same row of their own."""


@dataclass
class Memory:
    """Everything that people expect to find again."""

    words: list[Word] = field(default_factory=list)
    renamed: dict[int, dict[str, str]] = field(default_factory=dict)
    """Headings that they renamed, by tab."""
    titles: dict[int, str] = field(default_factory=dict)
    """Tabs of ours that they renamed."""
    theirs: dict[int, Sheet] = field(default_factory=dict)
    """Tabs of their own as they left them."""
    copies: dict[int, str] = field(default_factory=dict)
    """Copies that they made of our tabs, with the report that each was of."""
    emptied: set[int] = field(default_factory=set)
    """Tabs of ours whose report was withdrawn."""

    def seen(self, sheet: Sheet) -> Seen:
        """A tab as they see it."""
        return Seen(sheet, self.renamed.get(sheet.id, {}))

    def keep_in_mind(self, book: Book) -> None:
        """Remember their own tabs, and the copies, as they stand now."""
        known = {*self.theirs, *self.copies}
        self.theirs = {sheet.id: sheet for sheet in book.sheets if sheet.id in known}

    def delete(self, gone: Iterable[Word]) -> None:
        """Forget words that a person deleted."""
        for word in gone:
            self.words.remove(word)

    def on(self, sheet: int) -> list[Word]:
        """The words of a tab."""
        return [word for word in self.words if word.sheet == sheet]

    def forget(self, sheet: int) -> None:
        """A person deleted a tab with all that was in it."""
        self.delete(self.on(sheet))
        self.renamed.pop(sheet, None)
        self.titles.pop(sheet, None)
        self.theirs.pop(sheet, None)
        self.copies.pop(sheet, None)
        self.emptied.discard(sheet)

    def withdrawn(self, sheet: int) -> None:
        """A report went out of the spreadsheet: its words stay, the lines beside them go."""
        self.emptied.add(sheet)
        for number, word in enumerate(self.words):
            if word.sheet == sheet:
                self.words[number] = replace(word, label="")

    def back(self, tab: Sheet) -> None:
        """A report that was withdrawn comes back, and its own headings with it.

        Save one that a person renames in the very moment: it is as good.
        """
        if tab.id in self.emptied:
            self.emptied.remove(tab.id)
            called = self.renamed.pop(tab.id, {})
            said = {cell for row in Seen(tab, {}).rows for cell in row if isinstance(cell, str)}
            self.renamed[tab.id] = {ours: name for ours, name in called.items() if name in said}

    def copy(self, tab: Seen, copy: int, report: str) -> None:
        """A person copied a tab of ours: the words that stand in it are there twice.

        Not those that a write which went astray has taken with it: they come back, but nobody has
        copied them.
        """
        there = [word for word in self.on(tab.id) if any(tab.places(word.text))]
        self.words += [replace(word, sheet=copy) for word in there]
        self.renamed[copy] = dict(self.renamed.get(tab.id, {}))
        self.copies[copy] = report


def same_tab(one: Sheet, other: Sheet) -> bool:
    """Whether two versions of a tab are alike in everything: cells, looks, sizes, title, parts."""
    if one is other:
        return True
    return list(one.row_objects()) == list(other.row_objects()) and all(
        getattr(one, part) == getattr(other, part) for part in PARTS
    )


PARTS = (
    "properties",
    "row_meta",
    "col_meta",
    "merges",
    "conditional",
    "basic_filter",
    "filter_views",
    "charts",
    "banded",
    "protected",
    "row_groups",
    "col_groups",
)
