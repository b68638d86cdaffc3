"""Computes formulas: only those whose precedents changed.

Every other formula keeps the value it has (the one cached in an imported file, say) and counts as a
constant for those that are computed. Most are computed by ironcalc, all at once; those that it does
not read as Google does, by walking their tree. What cannot be computed shows an error that says so,
and is noted in the log ``localsheets``.
"""

from __future__ import annotations

from collections.abc import Sequence

from localsheets.formats.locales import locale
from localsheets.formulas import spills
from localsheets.formulas.dependencies import Formula, Names, formula_at
from localsheets.formulas.graph import Graph
from localsheets.formulas.model import Model, Planned
from localsheets.formulas.needed import Needed
from localsheets.formulas.plans import plan
from localsheets.formulas.values import Array
from localsheets.formulas.work import Work, log
from localsheets.state.book import Book
from localsheets.state.cell import Value
from localsheets.state.changes import Changes
from localsheets.state.sheet import Sheet

MOST_ROUNDS = 20
"""Arrays that grow may reach formulas that were computed already; this often they are followed."""


def compute(book: Book) -> None:
    """Compute what is out of date and forget the changes that made it so."""
    for number in range(MOST_ROUNDS):
        if not book.changes:
            return
        spills.mend(book, again=number > 0)
        changes, book.changes = book.changes, Changes()
        names = Names(book)
        stale, nested = _out_of_date(book, names, changes)
        if number:  # what may change at any time was computed in the first round
            stale = [formula for formula in stale if not formula.volatile]
        if stale:
            Work(book, names, nested).run(stale)
    log.warning("%s: arrays that look at each other keep growing", book.id)
    book.changes = Changes()


def follow_links(book: Book) -> None:
    """Find out where HYPERLINK formulas lead that are not computed, as their values are kept."""
    names, place = Names(book), locale(book.locale)
    wanted = [
        (formula_at(sheet, row, column, text, names), plan(text, names, place))
        for sheet in book.sheets
        for row, column, cell in sheet.formula_cells()
        if (text := cell.formula or "")[:12].upper().startswith("=HYPERLINK(")
        and not (cell.outcome and cell.outcome.link)
    ]
    if wanted:
        Work(book, names, []).link(wanted)


def evaluate(
    book: Book, sheet: Sheet, texts: list[str], places: Sequence[tuple[int, int]] | None = None
) -> list[Value]:
    """What formulas would give if they stood on a tab (each at its place, where that matters);
    nothing is written. Of an array it is the first value."""
    names, place = Names(book), locale(book.locale)
    work = Work(book, names, [])
    plain: list[Planned] = []
    walked: dict[int, Planned] = {}
    for number, text in enumerate(texts):
        below = formula_at(sheet, sheet.row_count + number, 0, text, names)
        made = plan(text, names, place)
        if not (made.walked or places):
            plain.append((below, made))
            continue
        at = formula_at(sheet, *places[number], text, names) if places else below
        walked[number] = (at, made)
    results = work.walk(list(walked.values())) if walked else []
    found = dict(zip(walked, results, strict=True))
    firsts = {n: each.first if isinstance(each, Array) else each for n, each in found.items()}
    rest = iter(Model(book, names, plain).results() if plain else [])
    return [firsts[number] if number in firsts else next(rest) for number in range(len(texts))]


def _out_of_date(book: Book, names: Names, changes: Changes) -> tuple[list[Formula], list[Formula]]:
    """The formulas whose value may be another now, and others that must be formulas to them."""
    graph: Graph = book.formula_graph or Graph()
    book.formula_graph = graph
    with graph.lock:
        graph.follow(book, names)
        stale = graph.outdated(changes)
        return stale, _nested(graph, book, stale)


def _nested(graph: Graph, book: Book, stale: list[Formula]) -> list[Formula]:
    """SUBTOTAL leaves out other SUBTOTALs, so those must be formulas to it and not constants."""
    known = {formula.place for formula in stale}
    found: list[Formula] = []
    more = [formula for formula in stale if formula.nested]
    while more:
        needed = Needed(book, more)
        more = [graph.formulas[p] for p in graph.nested if p not in known and p in needed]
        known.update(formula.place for formula in more)
        found += more
    return found
