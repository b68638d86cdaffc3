"""One computation: formulas in order, results written with the formats that they take over."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from localsheets.formats.locales import locale
from localsheets.formulas import spills
from localsheets.formulas.delegate import Delegate
from localsheets.formulas.dependencies import Formula, Names
from localsheets.formulas.interpret import Interpreter
from localsheets.formulas.look import taken
from localsheets.formulas.messages import CIRCULAR, GENERAL, PARSE
from localsheets.formulas.model import Model, Planned, new_model, run, tab_names
from localsheets.formulas.order import in_turn
from localsheets.formulas.plans import Plan, plan
from localsheets.formulas.syntax import Call, Literal, Ref
from localsheets.formulas.values import Array, Result
from localsheets.formulas.world import World
from localsheets.state.book import Book
from localsheets.state.cell import CellError, Outcome, Value
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect, block_name

Json = dict[str, Any]
log = logging.getLogger("localsheets")
log.addHandler(logging.NullHandler())

_NOTHING = CellError("", "no value")
MOST_EXPLAINED = 300
"""Errors of ironcalc's for which a message is sought, a batch."""
MOST_TURNS = 6
"""So often calls are gathered; then those that are still to be found are computed one by one."""
FEW = 8
"""So few formulas are not worth a model of their own, once others are walked."""


class Work:
    """Computes formulas and writes what they give. ``nested`` are subtotals that stay as they are,
    and that subtotals among the computed leave out."""

    def __init__(self, book: Book, names: Names, nested: Sequence[Formula]) -> None:
        self._book, self._names = book, names
        self._place = locale(book.locale)
        self._nested = self._planned(nested)
        self._world: World | None = None
        self._gone: dict[tuple[int, int, int], Value] = {}
        """Values of arrays that were taken away to be computed anew."""

    def _planned(self, formulas: Sequence[Formula]) -> list[Planned]:
        return [(each, plan(each.text, self._names, self._place)) for each in formulas]

    def run(self, stale: Sequence[Formula]) -> None:
        """Compute formulas, each after those that it looks at."""
        wanted = self._planned(stale)
        for formula in stale:
            sheet = self._book.sheet(formula.sheet_id)
            for place, value in spills.clear(sheet, formula.row, formula.column).items():
                self._gone[sheet.id, *place] = value
        if any(made.walked for _, made in wanted):
            for formula, _ in in_turn(wanted, self._covered, self._many, self._walked):
                self._write(formula, CIRCULAR, None)
        else:
            self._many(wanted)
        for sheet_id, row, column in self._gone:
            self._book.changes.add(sheet_id, row, column)

    def _covered(self, formula: Formula) -> Rect | None:
        return spills.covered(self._book.sheet(formula.sheet_id), formula.row, formula.column)

    def _many(self, wanted: list[Planned]) -> None:
        """Compute formulas that ironcalc reads, and find words for their errors."""
        nested = any(formula.nested for formula, _ in wanted)
        if self._world is not None and len(wanted) <= FEW and not nested:
            for each in wanted:  # some may look at others
                self._walked([each])
            return
        more = [each for each in self._nested if not each[1].walked] if nested else []
        values = Model(self._book, self._names, [*wanted, *more]).results()
        explained = 0
        for each, value in zip(wanted, values, strict=False):
            found: Result = value
            if isinstance(value, CellError):
                explained += 1
                found = self._explained(each, value, ask=explained <= MOST_EXPLAINED)
            self._finish(each, found)
        self.link(wanted)

    def _explained(self, planned: Planned, error: CellError, *, ask: bool) -> Result:
        """The same error with a message; or what the formula gives by its tree, which reads text
        as numbers by the locale."""
        found = self.walk([planned])[0] if ask and not error.message else error
        if isinstance(found, CellError) and found.message:
            return found
        if error.type == "REF" and self._circular(planned[0]):
            return CIRCULAR
        if not isinstance(found, CellError):
            return found
        return CellError(error.type, GENERAL.get(error.type, ""))

    def _circular(self, formula: Formula) -> bool:
        """Whether ironcalc found a circle: it says so in a formula that names no missing place."""
        return "#REF!" not in formula.text and not any(
            isinstance(cell.value, CellError)
            and cell.value.type == "REF"
            and cell.value != CIRCULAR
            for sheet_id, rect in formula.looks_at
            for _, _, cell in self._book.sheet(sheet_id).cells(rect)
        )

    def _walked(self, wanted: Sequence[Planned]) -> None:
        for planned, found in zip(wanted, self.walk(wanted), strict=True):
            self._finish(planned, found)
        self.link(wanted)

    def link(self, wanted: Sequence[Planned]) -> None:
        """Note where HYPERLINK formulas lead whose address is computed."""
        computed = [(each, address) for each in wanted if (address := _address(each)) is not None]
        found = self.walk([address for _, address in computed]) if computed else []
        for ((formula, _), _), value in zip(computed, found, strict=True):
            sheet = self._book.sheet(formula.sheet_id)
            cell = sheet.at(formula.row, formula.column)
            link = _first(value)
            if isinstance(link, str) and link and not isinstance(cell.value, CellError):
                outcome = (cell.outcome or Outcome())._replace(link=link)
                sheet.put(formula.row, formula.column, cell.but(outcome=outcome))

    def walk(self, wanted: Sequence[Planned]) -> list[Result]:
        """Compute formulas that do not look at each other by their trees; nothing is written.

        ironcalc computes all their calls at once: a formula is walked to find them, and again once
        they are known, and once more for what looks at them; at last, call by call.
        """
        world, left = self._ready(), list(range(len(wanted)))
        results: list[Result] = [None] * len(wanted)
        for turn in range(MOST_TURNS + 1):
            world.delegate.gather(on=turn < MOST_TURNS)
            left = [number for number in left if self._waits(world, wanted, results, number)]
            if not left:
                break
            world.delegate.answer()
        world.delegate.gather(on=False)
        world.delegate.forget()
        world.blocks.clear()
        return results

    def _waits(
        self, world: World, wanted: Sequence[Planned], results: list[Result], number: int
    ) -> bool:
        """Walk one of some formulas; answers whether it waits for calls."""
        world.delegate.missed = False
        results[number] = self._walk_one(world, wanted[number])
        return world.delegate.missed

    def _ready(self) -> World:
        if self._world is None:
            model, numbers = new_model(self._book)
            delegate = Delegate(self._book, model, numbers, tab_names(numbers), run)
            self._world = World(self._book, self._names, self._place, delegate)
        return self._world

    def _walk_one(self, world: World, planned: Planned) -> Result:
        formula, made = planned
        if made.node is None:
            return PARSE
        sheet = self._book.sheet(formula.sheet_id)
        at = Interpreter(world, sheet, formula.row, formula.column, made.references)
        return at.result(made.node)

    def _finish(self, planned: Planned, found: Result) -> None:
        """Write a result, with the number format that it takes over."""
        formula, made = planned
        value = _first(found)
        look = None
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            look = self._look(formula, made)
        self._write(formula, found, look)

    def _look(self, formula: Formula, made: Plan) -> Json | None:
        own = self._book.sheet(formula.sheet_id)
        cell = own.at(formula.row, formula.column)
        if (cell.format or {}).get("numberFormat") is not None or made.node is None:
            return None

        def of(ref: Ref) -> Json | None:
            reference = made.references[ref.number]
            sheet = self._names.of(reference, own)
            return None if sheet is None else _format_within(sheet, reference.rect)

        return self._book.formats.share(taken(made.node, of, self._place))

    def _write(self, formula: Formula, found: Result, look: Json | None) -> None:
        sheet, row, column = self._book.sheet(formula.sheet_id), formula.row, formula.column
        value = _first(found)
        outcome = Outcome(look) if look else None
        if isinstance(found, Array) and (found.height, found.width) != (1, 1):
            outcome = Outcome(look, size=(found.height, found.width))
            error, written = spills.spread(sheet, row, column, found, look)
            value = error or value
            for place in written:
                self._spread_to(sheet, *place)
        if isinstance(value, CellError):
            _note(sheet, row, column, value)
        sheet.put(row, column, sheet.at(row, column).but(value=value, outcome=outcome))
        self._follow(sheet, row, column)

    def _spread_to(self, sheet: Sheet, row: int, column: int) -> None:
        """Note a value of an array as changed, unless it stood there before."""
        value = sheet.at(row, column).value
        old = self._gone.pop((sheet.id, row, column), _NOTHING)
        if old != value or type(old) is not type(value):
            self._book.changes.add(sheet.id, row, column)
        self._follow(sheet, row, column)

    def _follow(self, sheet: Sheet, row: int, column: int) -> None:
        if self._world is not None:
            self._world.delegate.update(sheet, row, column, sheet.at(row, column).value)


def _address(planned: Planned) -> Planned | None:
    """The address in a HYPERLINK formula, where it is not simply written there."""
    formula, made = planned
    node = made.node
    if not isinstance(node, Call) or node.name != "HYPERLINK" or not node.arguments:
        return None
    address = node.arguments[0]
    return None if isinstance(address, Literal) else (formula, replace(made, node=address))


def _first(found: Result) -> Value:
    return found.first if isinstance(found, Array) else found


def _format_within(sheet: Sheet, rect: Rect) -> Json | None:
    """The number format of a block's first number."""
    for _, _, cell in sheet.cells(rect.clamp(sheet.row_count, sheet.column_count)):
        if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
            own: Json | None = (cell.format or {}).get("numberFormat")
            return own or (cell.outcome.look if cell.outcome else None)
    return None


def _note(sheet: Sheet, row: int, column: int, error: CellError) -> None:
    level = logging.WARNING if "localsheets cannot" in error.message else logging.INFO
    where = f"{sheet.title}!{block_name(Rect(row, column, row + 1, column + 1))}"
    log.log(level, "%s: %s %s", where, error.text, error.message)
