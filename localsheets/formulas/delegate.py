"""ironcalc as a library of functions: single calls computed on a tab of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from localsheets.formulas.values import Array, Result, Rows
from localsheets.state.book import Book
from localsheets.state.cell import CellError, Value, error_shown_as
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, block_name

SCRATCH, STASH = "localsheets_scratch", "localsheets_stash"
PENDING = CellError("LOADING")
"""Stands for what a call gives while calls are gathered."""
MOST_CELLS = 300_000
"""A tab of no more cells is loaded as a whole, rather than a growing part of it again and again."""
BLANK = f"{SCRATCH}!XFD1048576"
MOST_BLOCKS = 16
"""So many blocks of a tab are loaded one by one; then the one around all of them."""
_OTHER_ERRORS = {"#CIRC!": "REF", "#SPILL!": "REF", "#CALC!": "VALUE", "#N/IMPL!": "NAME"}


def engine_error(shown: str) -> CellError:
    """An error as ironcalc shows it, as Google's kind of error, without a message."""
    return error_shown_as(shown) or CellError(_OTHER_ERRORS.get(shown, "ERROR"))


class Delegate:
    """A model with the values that calls look at; formulas stand on its scratch tab alone."""

    def __init__(
        self,
        book: Book,
        model: Any,
        tabs: dict[int, int],
        names: dict[int, str],
        run: Callable[[object], None],
    ) -> None:
        self._book, self._model, self._run = book, model, run
        self._tabs, self._names = tabs, names
        self._loaded: dict[int, list[Rect]] = {}
        self._stashed = self._widest = 0
        self._stashes: dict[object, str] = {}
        self._known: dict[str, Value] = {}
        self._asked: dict[str, None] = {}
        self._gathering = False
        self.missed = False
        """Whether a call was noted, since somebody last set this to be false."""
        for title in (SCRATCH, STASH):
            model.new_sheet()
            model.rename_sheet(len(tabs) + (title == STASH), title)
        self._scratch, self._stash = len(tabs), len(tabs) + 1

    def area(self, sheet: Sheet, rect: Rect) -> str:
        """A block's name for a call, its values loaded."""
        known, name = self._loaded.setdefault(sheet.id, []), block_name(rect)
        if not any(_holds(each, rect) for each in known):
            if len(known) >= MOST_BLOCKS:
                rect = self._wider(sheet, around([*known, rect]))
                known.clear()
            known.append(rect)
            self._load(sheet, rect)
        return f"{self._names[sheet.id]}!{name}"

    @staticmethod
    def _wider(sheet: Sheet, rect: Rect) -> Rect:
        rows, columns = sheet.extent()
        return around([rect, Rect(0, 0, rows, columns)]) if rows * columns <= MOST_CELLS else rect

    def load_everything(self) -> None:
        """Load every tab: for calls that look at places their text does not name."""
        for sheet in self._book.sheets:
            if sheet.is_grid:
                self.area(sheet, sheet.bounds)

    def _load(self, sheet: Sheet, rect: Rect) -> None:
        number = self._tabs[sheet.id]
        for row, column, cell in sheet.cells(rect):
            put(self._model, number, row + 1, column + 1, cell.value)
        for row, meta in sheet.row_meta.items():
            if meta.get("hiddenByUser") or meta.get("hiddenByFilter"):
                self._model.set_row_hidden(number, row + 1, True)

    def update(self, sheet: Sheet, row: int, column: int, value: Value) -> None:
        """Follow a value that was computed since it was loaded."""
        if any(rect.contains(row, column) for rect in self._loaded.get(sheet.id, ())):
            number = self._tabs[sheet.id]
            if value is None or value == "":
                self._model.range_clear_contents(number, row + 1, column + 1, row + 1, column + 1)
            put(self._model, number, row + 1, column + 1, value)

    def stash(self, array: Array) -> str:
        """Put a computed array where a call can look at it; answers its name."""
        mark = tuple((type(value), value) for value in array.flat()), array.width
        if mark not in self._stashes:
            self._stashes[mark] = self._put_away(array)
        return self._stashes[mark]

    def _put_away(self, array: Array) -> str:
        top = self._stashed
        self._widest = max(self._widest, array.width)
        self._stashed += array.height
        for row, line in enumerate(array.rows, top + 1):
            for column, value in enumerate(line, 1):
                put(self._model, self._stash, row, column, value)
        return f"{STASH}!{block_name(Rect(top, 0, top + array.height, array.width))}"

    def forget(self) -> None:
        """Forget stashed arrays and known results, before cells change."""
        if self._stashed:
            self._model.range_clear_all(self._stash, 1, 1, self._stashed, self._widest)
            self._stashed = self._widest = 0
        self._stashes.clear()
        self._known.clear()

    def gather(self, *, on: bool) -> None:
        """Note calls rather than compute them one by one: ironcalc looks at every cell each time.
        What a call gives is ``PENDING`` until :meth:`answer`."""
        self._gathering = on

    def answer(self) -> None:
        """Compute the calls that were noted, all at once."""
        asked, self._asked = list(self._asked), {}
        self._known.update(zip(asked, self._many(asked), strict=True))

    def many(self, texts: Sequence[str]) -> list[Value]:
        """What each of many calls gives, one value each."""
        if not self._gathering:
            return self._many(texts)
        missing = dict.fromkeys(text for text in texts if text not in self._known)
        self._asked.update(missing)
        self.missed = self.missed or bool(missing)
        return [self._known.get(text, PENDING) for text in texts]

    def _many(self, texts: Sequence[str]) -> list[Value]:
        for row, text in enumerate(texts, 1):
            self._model.set_user_input(self._scratch, row, 1, f"={text}")
        self._run(self._model)
        found = [self._at(row, 1) for row in range(1, len(texts) + 1)]
        self._model.range_clear_all(self._scratch, 1, 1, len(texts), 1)
        return found

    def one(self, text: str) -> Result:
        """What a call gives: a value, or an array."""
        model, scratch = self._model, self._scratch
        model.set_user_input(scratch, 1, 1, f"={text}")
        self._run(model)
        height = width = 1
        while model.get_cell_value(scratch, height + 1, 1) is not None:
            height += 1
        while model.get_cell_value(scratch, 1, width + 1) is not None:
            width += 1
        rows: Rows = [
            [self._at(row, column) for column in range(1, width + 1)]
            for row in range(1, height + 1)
        ]
        model.range_clear_all(scratch, 1, 1, height, width)
        return rows[0][0] if height == width == 1 else Array(rows)

    def _at(self, row: int, column: int) -> Value:
        import ironcalc

        value: Value = self._model.get_cell_value(self._scratch, row, column)
        if isinstance(value, str):
            kind = self._model.get_cell_type(self._scratch, row, column)
            return engine_error(value) if kind == ironcalc.CellType.ErrorValue else value
        return whole(value)


def whole(value: Value) -> Value:
    """A number as it is held: whole ones as integers, and never a negative zero."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return value


def around(rects: Sequence[Rect]) -> Rect:
    """The block around closed blocks."""
    return Rect(
        min(rect.top for rect in rects),
        min(rect.left for rect in rects),
        max(rect.bottom or 0 for rect in rects),
        max(rect.right or 0 for rect in rects),
    )


def _holds(outer: Rect, inner: Rect) -> bool:
    return (
        outer.top <= inner.top
        and outer.left <= inner.left
        and (outer.bottom or 0) >= (inner.bottom or 0)
        and (outer.right or 0) >= (inner.right or 0)
    )


def put(model: Any, sheet: int, row: int, column: int, value: Value) -> None:
    """Put a value into a model's cell (places from 1); a blank one is left alone."""
    if isinstance(value, bool):
        model.update_cell_with_bool(sheet, row, column, value)
    elif isinstance(value, (int, float)):
        model.update_cell_with_number(sheet, row, column, float(value))
    elif isinstance(value, CellError):
        model.set_user_input(sheet, row, column, f"={value.text}")
    elif value:
        model.update_cell_with_text(sheet, row, column, value)


def literal(value: Value) -> str:
    """A value as it stands in a call."""
    if value is None:
        return BLANK
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return repr(value) if value >= 0 else f"({value!r})"
    if isinstance(value, CellError):
        return value.text
    return '"' + value.replace('"', '""') + '"'
