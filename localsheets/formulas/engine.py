"""Computes formulas: only those whose precedents changed.

Every other formula keeps the value it has (the one cached in an imported file, say) and counts as a
constant for those that are computed.
"""

from __future__ import annotations

from localsheets.formulas.dependencies import Formula, Names, formula_at
from localsheets.formulas.graph import Graph
from localsheets.formulas.model import Model
from localsheets.formulas.needed import Needed
from localsheets.state.book import Book
from localsheets.state.cell import Value
from localsheets.state.changes import Changes
from localsheets.state.sheet import Sheet


def compute(book: Book) -> None:
    """Compute what is out of date and forget the changes that made it so."""
    changes, book.changes = book.changes, Changes()
    if not changes:
        return
    names = Names(book)
    stale, computed = _out_of_date(book, names, changes)
    if not stale:
        return
    model = Model(book, names, computed)
    for formula in stale:
        sheet = book.sheet(formula.sheet_id)
        cell = sheet.at(formula.row, formula.column)
        sheet.put(formula.row, formula.column, cell.but(value=model.result(formula)))


def evaluate(book: Book, sheet: Sheet, texts: list[str]) -> list[Value]:
    """What formulas would give if they stood on a tab; nothing is written."""
    names = Names(book)
    asked = [
        formula_at(sheet, sheet.row_count + number, 0, text, names)
        for number, text in enumerate(texts)
    ]
    model = Model(book, names, asked)
    return [model.result(formula) for formula in asked]


def _out_of_date(book: Book, names: Names, changes: Changes) -> tuple[list[Formula], list[Formula]]:
    """The formulas whose value may be another now, and all that must be computed for them."""
    graph: Graph = book.formula_graph or Graph()
    book.formula_graph = graph
    with graph.lock:
        graph.follow(book, names)
        if changes.everything:
            stale = list(graph.formulas.values())
        else:
            stale = graph.outdated(changes.cells)
        return stale, _with_nested(graph, book, stale)


def _with_nested(graph: Graph, book: Book, stale: list[Formula]) -> list[Formula]:
    """SUBTOTAL leaves out other SUBTOTALs, so those must be formulas to it and not constants."""
    computed = {formula.place: formula for formula in stale}
    more = [formula for formula in stale if formula.nested]
    while more:
        needed = Needed(book, more)
        places = [p for p in graph.nested if p not in computed and p in needed]
        more = [graph.formulas[place] for place in places]
        computed.update(zip(places, more, strict=True))
    return list(computed.values())
