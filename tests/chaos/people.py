"""What people do in a spreadsheet, as the requests that the web page would send.

Each act looks at the spreadsheet as it stands, settles by its dice where, and answers the requests
with what people will remember of it, or None where there is nothing to do it to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from localsheets.state.book import Book
from tests.chaos.memory import Memory, Word
from tests.chaos.sight import OURS, Seen
from tests.chaos.story import Act

Request = dict[str, Any]
Deed = tuple[list[Request], Callable[[], None]]
"""The requests, and what people remember once they are done."""
BUDGET = 0
"""The tab that was there before all others."""


@dataclass(frozen=True)
class Person:
    """A person before a spreadsheet, about to do one thing."""

    book: Book
    memory: Memory
    act: Act

    def pick(self, choices: Sequence[Any], die: int = 0) -> Any:
        """One of some choices, by a die."""
        return choices[self.act.dice[die] % len(choices)] if choices else None

    @property
    def number(self) -> int:
        """The number of this act's word."""
        return int(self.act.word.split()[1])

    def tabs(self) -> list[Seen]:
        """Our tabs, and copies of them, that have lines to work on."""
        seen = (self.memory.seen(sheet) for sheet in self.book.sheets if not sheet.hidden)
        theirs = self.memory.theirs.keys() - self.memory.copies.keys()
        return [tab for tab in seen if tab.id not in theirs and tab.col("Explanation")]

    def tab(self) -> Seen | None:
        """One of them, by the third die; the first one more often."""
        found = self.tabs()
        return found[0] if found and self.act.dice[2] % 3 else self.pick(found, 2)


def explain(person: Person) -> Deed | None:
    """Type beside a line, where nothing is typed yet."""
    tab = person.tab()
    row = person.pick(list(tab.lines)) if tab else None
    col = tab.col("Explanation") if tab else None
    if tab is None or row is None or col is None or tab.rows[row][col] is not None:
        return None
    word = Word(person.act.word, tab.id, tab.said_by(row))
    return [_type(tab, row, col, word.text)], lambda: person.memory.words.append(word)


def retype(person: Person) -> Deed | None:
    """Type another word in the place of one."""
    found = _word_here(person)
    if found is None:
        return None
    tab, word, (row, col) = found
    new = Word(person.act.word, tab.id, word.label, word.heading, word.beside)

    def remember() -> None:
        _forget_at(person.memory, tab, [word])
        person.memory.words.append(new)

    return [_type(tab, row, col, new.text)], remember


def clear(person: Person) -> Deed | None:
    """Delete a word."""
    found = _word_here(person)
    if found is None:
        return None
    tab, word, (row, col) = found
    return [_type(tab, row, col, None)], lambda: _forget_at(person.memory, tab, [word])


def own_row(person: Person) -> Deed | None:
    """Insert a row of their own among ours, with two words and an amount in it."""
    tab = person.tab()
    if tab is None or tab.heading is None or tab.heading + 1 >= len(tab.rows):
        return None
    row = tab.heading + 1 + person.act.dice[0] % (len(tab.rows) - tab.heading - 1)
    return _row_of_theirs(person, tab, row, {"insertDimension": {"range": _rows(tab, row)}})


def own_row_at_the_end(person: Person) -> Deed | None:
    """Write a row of their own below everything."""
    tab = person.tab()
    if tab is None:
        return None
    step = {"appendDimension": {"sheetId": tab.id, "dimension": "ROWS", "length": 1}}
    return _row_of_theirs(person, tab, len(tab.rows), step)


def own_column(person: Person) -> Deed | None:
    """Insert a column of their own, with a heading and a word beside a line."""
    tab = person.tab()
    row = person.pick(tab.accounts, 1) if tab else None
    if tab is None or row is None or tab.heading is None:
        return None
    col = 1 + person.act.dice[0] % tab.sheet.column_count
    heading = f"Own {person.act.word}"
    words = [Word(heading, tab.id), Word(person.act.word, tab.id, tab.said_by(row), heading)]
    step: Request = {"insertDimension": {"range": _cols(tab, col)}}
    if col == tab.sheet.column_count:
        step = {"appendDimension": {"sheetId": tab.id, "dimension": "COLUMNS", "length": 1}}
    typed = [
        _type(tab, tab.heading, col, heading),
        _type(tab, row, col, person.act.word),
    ]
    return [step, *typed], lambda: person.memory.words.extend(words)


def type_in_own_column(person: Person) -> Deed | None:
    """Type beside another line in a column of their own."""
    tab = person.tab()
    headed = _own_columns(tab) if tab else {}
    heading = person.pick(sorted(headed), 1)
    row = person.pick(tab.accounts) if tab else None
    if tab is None or heading is None or row is None or tab.rows[row][headed[heading]] is not None:
        return None
    word = Word(person.act.word, tab.id, tab.said_by(row), heading)
    typed = _type(tab, row, headed[heading], word.text)
    return [typed], lambda: person.memory.words.append(word)


def rename_header(person: Person) -> Deed | None:
    """Give a column of ours another heading."""
    tab = person.tab()
    heading = person.pick(("Explanation", "EFC", "Variance (Over)/Under"))
    col = tab.col(heading) if tab else None
    if tab is None or tab.heading is None or col is None:
        return None
    name = f"{heading.split()[0]} {person.act.word}"
    renamed = person.memory.renamed.setdefault(tab.id, {})
    return [_type(tab, tab.heading, col, name)], lambda: renamed.update({heading: name})


def delete_line(person: Person) -> Deed | None:
    """Delete the whole row of a line."""
    tab = person.tab()
    row = person.pick(tab.accounts) if tab else None
    return _delete_row(person, tab, row) if tab and row is not None else None


def delete_own_row(person: Person) -> Deed | None:
    """Delete a row of their own."""
    found = _word_here(person, lambda word: bool(word.beside))
    return _delete_row(person, found[0], found[2][0]) if found else None


def delete_own_column(person: Person) -> Deed | None:
    """Delete a column of their own."""
    tab = person.tab()
    headed = _own_columns(tab) if tab else {}
    heading = person.pick(sorted(headed))
    if tab is None or heading is None:
        return None
    col = headed[heading]
    gone = _said(person.memory, tab, [row[col] for row in tab.rows])
    step = {"deleteDimension": {"range": _cols(tab, col)}}
    return [step], lambda: _forget_at(person.memory, tab, gone)


def delete_key_column(person: Person) -> Deed | None:
    """Delete the hidden column, as somebody does who shows it and finds it ugly."""
    tab = person.tab()
    if tab is None:
        return None
    corner = next(
        (
            (row, col)
            for row, cells in enumerate(tab.rows)
            for col, cell in enumerate(cells)
            if str(cell).startswith(OURS)
        ),
        None,
    )
    return ([{"deleteDimension": {"range": _cols(tab, corner[1])}}], nothing) if corner else None


def type_over_a_figure(person: Person) -> Deed | None:
    """Type another EFC over ours."""
    tab = person.tab()
    row, col = (person.pick(tab.accounts), tab.col("EFC")) if tab else (None, None)
    if tab is None or row is None or col is None:
        return None
    return [_type(tab, row, col, 12345)], nothing


def _row_of_theirs(person: Person, tab: Seen, row: int, step: Request) -> Deed | None:
    col, money, words = tab.col("Description"), tab.col("EFC"), tab.col("Explanation")
    if col is None or money is None or words is None:
        return None
    first, second = f"Own {person.act.word}", person.act.word
    kept = [
        Word(first, tab.id, beside=second),
        Word(second, tab.id, beside=first),
    ]
    typed = [_type(tab, row, col, first), _type(tab, row, money, 1000)]
    typed.append(_type(tab, row, words, second))
    return [step, *typed], lambda: person.memory.words.extend(kept)


def _delete_row(person: Person, tab: Seen, row: int) -> Deed:
    gone = _said(person.memory, tab, tab.rows[row])
    step = {"deleteDimension": {"range": _rows(tab, row)}}
    return [step], lambda: _forget_at(person.memory, tab, gone)


def _word_here(
    person: Person, fits: Callable[[Word], bool] = lambda word: not word.text.startswith("Own ")
) -> tuple[Seen, Word, tuple[int, int]] | None:
    """A word that stands in a tab, with its place."""
    tab = person.tab()
    found = [
        (word, place)
        for word in (person.memory.on(tab.id) if tab else ())
        if fits(word)
        for place in tab.places(word.text)
    ]
    picked = person.pick(found)
    return (tab, *picked) if tab and picked else None


def _said(memory: Memory, tab: Seen, cells: Sequence[Any]) -> list[Word]:
    said = {cell for cell in cells if isinstance(cell, str)}
    return [word for word in memory.on(tab.id) if word.text in said]


def _forget_at(memory: Memory, tab: Seen, gone: Sequence[Word]) -> None:
    """Forget words of a tab, and that others stood beside them or below them."""
    texts = {word.text for word in gone}
    memory.delete(gone)
    for number, word in enumerate(memory.words):
        if word.sheet == tab.id and word.beside in texts:
            memory.words[number] = Word(word.text, word.sheet, word.label, word.heading)


def _own_columns(tab: Seen) -> dict[str, int]:
    heads = tab.rows[tab.heading] if tab.heading is not None else []
    return {head: col for col, head in enumerate(heads) if str(head).startswith("Own word")}


def nothing() -> None:
    """Nothing that a person would look for again."""


def _type(tab: Seen, row: int, col: int, content: str | int | None) -> Request:
    kind = "stringValue" if isinstance(content, str) else "numberValue"
    cell = {} if content is None else {"userEnteredValue": {kind: content}}
    return type_in(tab.id, row, col, cell)


def type_in(sheet: int, row: int, col: int, cell: dict[str, Any]) -> Request:
    """Type into one cell."""
    start = {"sheetId": sheet, "rowIndex": row, "columnIndex": col}
    rows = [{"values": [cell]}]
    return {"updateCells": {"start": start, "rows": rows, "fields": "userEnteredValue"}}


def _rows(tab: Seen, row: int) -> dict[str, Any]:
    return {"sheetId": tab.id, "dimension": "ROWS", "startIndex": row, "endIndex": row + 1}


def _cols(tab: Seen, col: int) -> dict[str, Any]:
    return {"sheetId": tab.id, "dimension": "COLUMNS", "startIndex": col, "endIndex": col + 1}


ACTS: dict[str, Callable[[Person], Deed | None]] = {
    "explain": explain,
    "retype": retype,
    "clear": clear,
    "own row": own_row,
    "own row at the end": own_row_at_the_end,
    "own column": own_column,
    "type in own column": type_in_own_column,
    "rename header": rename_header,
    "delete line": delete_line,
    "delete own row": delete_own_row,
    "delete own column": delete_own_column,
    "delete key column": delete_key_column,
    "type over a figure": type_over_a_figure,
}
