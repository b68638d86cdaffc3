"""What must be so after every write, and at a history's end. Knows only what people remember."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from localsheets.state.book import Book
from localsheets.state.sheet import Sheet
from model.report import Content, Line, Report, Role
from sheets.planning.names import GUARD_PREFIX
from sheets.planning.values import plain
from tests.chaos.memory import PARTS, Memory, Word
from tests.chaos.sight import Seen, is_marked, our_report
from tests.chaos.world import Broken

Row = tuple[Any, ...]
_HIDDEN = 4
"""How many hidden copies each report may have: of a write and of what set it right."""


def check_words(book: Book, memory: Memory, *, at_their_lines: bool = True) -> None:
    """Every word is there as often as people typed it, in sight, beside its line."""
    tabs = [memory.seen(sheet) for sheet in book.sheets if not sheet.hidden]
    places = _places(tabs)
    for text, count in Counter(word.text for word in memory.words).items():
        found = len(places.get(text, ()))
        if found != count:
            raise Broken(f"{text!r} is in sight {found} times, typed {count} times")
    if at_their_lines:
        for word in memory.words:
            if not any(_is_at_home(tab, row, col, word) for tab, row, col in places[word.text]):
                raise Broken(f"{word} is not at its line")


def check_reports(book: Book, memory: Memory, wanted: Sequence[Report]) -> None:
    """Every report of a run stands in a tab of its own, whole, and no line stands twice.

    Hidden copies are our own affair, as long as there are few.
    """
    marked = {sheet.id for sheet in book.sheets if is_marked(book, sheet.id)}
    copies = [sheet for sheet in book.sheets if sheet.hidden and sheet.id not in marked]
    hidden = Counter(our_report(book, sheet) for sheet in copies)
    if max(hidden.values(), default=0) > _HIDDEN:
        raise Broken(f"hidden tabs pile up: {hidden}")
    found = [sheet for sheet in book.sheets if sheet.id in marked]
    for report in wanted:
        ours = [sheet for sheet in found if our_report(book, sheet) == report.name]
        if len(ours) != 1:
            raise Broken(f"{len(ours)} tabs of the report {report.name}")
        if ours[0].hidden != report.hidden:
            raise Broken(f"the tab {ours[0].title!r} is hidden, or should be")
        title = memory.titles.get(ours[0].id)
        if title is not None and ours[0].title != title:
            raise Broken(f"the tab that people called {title!r} is called {ours[0].title!r}")
        if report.heading and not report.hidden:
            headings = tuple(column.heading for column in report.columns[:2])
            _check_rows(replace(memory.seen(ours[0]), headings=headings), memory, report)


def check_alike(book: Book, other: Book) -> None:
    """Two spreadsheets have the same tabs of ours: values, formulas, looks, notes, sizes."""
    here, there = _lasting(book), _lasting(other)
    if here.keys() != there.keys():
        raise Broken(f"other tabs than without faults: {here.keys() ^ there.keys()}")
    for ident, sheet in here.items():
        for part, left, right in _differences(sheet, there[ident]):
            raise Broken(f"{sheet.title}: {part} is {left}, without faults {right}")


def _lasting(book: Book) -> dict[int, Sheet]:
    """All tabs but our hidden copies of some."""
    lasting = (sheet for sheet in book.sheets if not sheet.hidden or is_marked(book, sheet.id))
    return {sheet.id: sheet for sheet in lasting}


def _differences(one: Sheet, two: Sheet) -> Iterator[tuple[str, Any, Any]]:
    for part in PARTS:
        left, right = getattr(one, part), getattr(two, part)
        if part == "protected":
            left, right = _lasting_ranges(left), _lasting_ranges(right)
        if left != right:
            yield part, left, right
    for number, (row, twin) in enumerate(zip(one.row_objects(), two.row_objects(), strict=False)):
        if row != twin:
            yield f"row {number + 1}", row, twin
    if len(one.row_objects()) != len(two.row_objects()):
        yield "height", len(one.row_objects()), len(two.row_objects())


def _lasting_ranges(protected: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Protected ranges without our markers, which keep nobody from anything: one more may stay
    where a run died, or was late, between putting one and writing.
    """
    others = (each for each in protected if GUARD_PREFIX not in str(each.get("description", "")))
    return [_nameless(each) for each in others]


def _nameless(protected: dict[str, Any]) -> dict[str, Any]:
    """A protected range without what tells one write from another."""
    return {key: protected[key] for key in protected.keys() - {"protectedRangeId", "description"}}


def _places(tabs: Sequence[Seen]) -> dict[str, list[tuple[Seen, int, int]]]:
    """Every text in sight, with where it stands."""
    found: dict[str, list[tuple[Seen, int, int]]] = {}
    for tab in tabs:
        for row, cells in enumerate(tab.rows):
            for col, cell in enumerate(cells):
                in_sight = row not in tab.hidden_rows and col not in tab.hidden_cols
                if isinstance(cell, str) and in_sight:
                    found.setdefault(cell, []).append((tab, row, col))
    return found


def _is_at_home(tab: Seen, row: int, col: int, word: Word) -> bool:
    if word.label and tab.label(row) != word.label:
        return False
    if word.heading and (tab.heading is None or tab.rows[tab.heading][col] != word.heading):
        return False
    return not word.beside or word.beside in tab.rows[row]


def _check_rows(tab: Seen, memory: Memory, report: Report) -> None:
    """Each line stands once and says what the report says; all other rows are people's words'."""
    ours = [c for c in report.columns if c.role is Role.COMPUTED and c.heading]
    columns = [(c, tab.col(c.heading)) for c in ours]
    missing = [column.heading for column, col in columns if col is None]
    if missing:
        raise Broken(f"{tab.sheet.title}: no column {missing}")
    cols = [col for _, col in columns if col is not None]
    rows = {
        number: tuple(cells[col] for col in cols)
        for number, cells in enumerate(tab.rows)
        if number not in {tab.heading, *tab.hidden_rows}
    }
    for line in (*report.preamble, *report.lines):
        expected = tuple(_shown(line, column.field) for column, _ in columns)
        if any(cell is not None for cell in expected):
            found = next((n for n, row in rows.items() if _says(row, expected)), None)
            if found is None:
                near = [row for row in rows.values() if expected[0] in row]
                raise Broken(f"{tab.sheet.title}: no row says {expected}, but {near}")
            del rows[found]
    texts = {word.text for word in memory.words if word.sheet == tab.id}
    for number, row in rows.items():
        if any(cell is not None for cell in row) and not texts & set(map(str, tab.rows[number])):
            raise Broken(f"{tab.sheet.title}: row {number + 1} is no line and nobody's: {row}")
    _check_labels(tab)


def _check_labels(tab: Seen) -> None:
    twice = {label: n for label, n in Counter(tab.lines.values()).items() if n > 1}
    twice.pop("total", None)
    if twice:
        raise Broken(f"{tab.sheet.title}: lines stand twice: {twice}")


def _shown(line: Line, field: str) -> Any:
    entry = line.entries.get(field)
    content: Content = entry.content if entry else None
    return plain(content)


def _says(row: Row, expected: Row) -> bool:
    return all(_same(cell, other) for cell, other in zip(row, expected, strict=True))


def _same(found: Any, wanted: Any) -> bool:
    if isinstance(found, int | float) and isinstance(wanted, int | float):
        return math.isclose(found, wanted, rel_tol=1e-9, abs_tol=1e-4)
    return bool(found == wanted)
