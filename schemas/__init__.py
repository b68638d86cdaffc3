"""What each kind of sheet means: headings, parsing, pandera schemas. Book -> Tables + Issues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from model.cell import Cell
from model.grid import Book
from model.issue import Issue
from model.production import Production
from model.table import Guess, Table
from schemas import calm, judge
from schemas.book_currency import currency_of
from schemas.budget import budget
from schemas.budget import detail as budget_detail
from schemas.budget.totals import level_checks, levels
from schemas.dood import dood
from schemas.dood import pages as dood_pages
from schemas.dood.totals import element_totals, totals_as_stated
from schemas.finding import beside, company, nearest, recognise, told
from schemas.issues import ISSUES
from schemas.journals import ledger, payroll, petty_cash, purchase_orders
from schemas.kind import Found, Kind
from schemas.people import cast, crew, ticket_register
from schemas.planning import crew_grid, equipment, insurance, one_liner, permits
from schemas.revisions import marking as revisions
from schemas.sheet import Sheet, texts_of
from schemas.times import of_grids as times_of_grids
from schemas.times import times
from schemas.values import separators

KINDS: tuple[Kind, ...] = (
    dood.KIND,
    crew_grid.KIND,
    crew.KIND,
    cast.KIND,
    budget.KIND,
    budget.TOPSHEET,
    budget_detail.KIND,
    purchase_orders.KIND,
    one_liner.KIND,
    equipment.KIND,
    permits.KIND,
    insurance.KIND,
    petty_cash.KIND,
    payroll.KIND,
    ledger.KIND,
    times.KIND,
    ticket_register.KIND,
)
"""Every kind of sheet that is read. A new one is one file and one line here."""

_ALONE = (ticket_register.KIND,)
"""Kinds that are asked for what the others leave, or take in doubt: their headings tell little."""
_DOUBTED = 0.6
"""How surely a tab must be what it was taken for, not to be looked at again in its company."""

FIELDS: Mapping[str, tuple[str, ...]] = {
    kind.name: tuple(field.name for field in kind.fields) for kind in KINDS
}
"""Kind -> its canonical fields, which the settings may name columns for."""

FURTHER: Mapping[str, frozenset[str]] = {
    kind.name: frozenset((*kind.kept, *(field.name for field in kind.fields if field.further)))
    for kind in KINDS
}
"""Kind -> the fields that are read beside the canonical ones."""

__all__ = [
    "FIELDS",
    "FURTHER",
    "ISSUES",
    "KINDS",
    "Reading",
    "currency_of",
    "element_totals",
    "read",
    "totals_as_stated",
]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a spreadsheet says, typed."""

    tables: tuple[Table, ...]
    issues: tuple[Issue, ...]
    unrecognised: tuple[Cell, ...]
    """The first cell of each tab that was taken for nothing."""
    guesses: tuple[Guess, ...] = ()
    """What such a tab comes nearest to, where it comes near anything."""


def read(book: Book, production: Production) -> Reading:
    """Recognise and read every tab of a spreadsheet.

    The production's locale says how amounts and dates are written. A tab that the settings call
    "ignore" is left out altogether; one that holds no known table is in ``unrecognised``.

    Raises:
        RuntimeError: pandera's validation is disabled, so bad data would pass in silence.
    """
    judge.refuse_if_disabled()
    kinds = {kind.name: kind for kind in KINDS}
    tables: list[Table] = []
    issues: list[Issue] = []
    unrecognised: list[Cell] = []
    guesses: list[Guess] = []
    for sheet, found, problems in _found(book, production):
        grid = sheet.grid
        issues += problems
        read_here: list[Table] = []
        for this in found:
            table, problems = kinds[this.kind].read(sheet, this)
            read_here.append(table)
            issues += problems
        of_grids, problems = times_of_grids.read(sheet, read_here)
        issues += problems
        tables += [*dood_pages.join(read_here), *of_grids]
        ignored = sheet.override is not None and sheet.override.kind == "ignore"
        if not found and not ignored:
            unrecognised.append(grid.cell(1, 1))
            if (near := nearest.guess(sheet, KINDS)) is not None:
                guesses.append(near)
    tables, notes = revisions.mark(levels.settle(tables), production, book.grids)
    notes += told.check(book, production)
    kept = [issue for issue in issues if not _is_old(issue.at, tables)]
    kept, differing = level_checks.check(tables, kept, production.currency, book.grids)
    notes += differing
    return Reading(
        tuple(tables),
        tuple(sorted(calm.calmed(kept + notes, tables), key=_order)),
        tuple(unrecognised),
        tuple(guesses),
    )


_Told = tuple[Sheet, list[Found], list[Issue]]


def _found(book: Book, production: Production) -> Iterator[_Told]:
    """The tables of each tab, with the columns that the other tabs tell."""
    kinds = {kind.name: kind for kind in KINDS}
    looked_at = list(_looked_at(book, production))
    tabs = [(sheet, found) for sheet, found, _ in looked_at]
    codes, crew = beside.accounts(tabs), company.crew(tabs)
    for sheet, found, problems in looked_at:
        yield (
            sheet,
            [beside.completed(sheet, one, kinds[one.kind], codes, crew) for one in found],
            problems,
        )


def _looked_at(book: Book, production: Production) -> Iterator[_Told]:
    """The tables of each tab. What offices keep as well is believed by the company it keeps."""
    texts = frozenset(text for grid in book.grids for text in texts_of(grid))
    comma = separators.told(texts, surely=True)
    sheets = [
        Sheet(grid, production, comma_elsewhere=comma, elsewhere=texts) for grid in book.grids
    ]
    letters = company.letters(sheets)
    sheets = [replace(sheet, letters=letters) for sheet in sheets] if letters else sheets
    told = [(sheet, *recognise.find(sheet, _asked(sheet))) for sheet in sheets]
    tabs = [(sheet, found) for sheet, found, _ in told]
    of_film = company.is_productions(tabs)
    if of_film or company.speaks_of_film(tabs):
        told = _again(_again(told))
    for sheet, found, problems in told:
        if not of_film and not sheet.of_film and found and company.is_strangers(sheet, tabs):
            yield sheet, [], problems
        else:
            yield sheet, found, problems


def _again(told: list[_Told]) -> list[_Told]:
    """Look again at tabs that nothing surely took, knowing the crew and the grids of the others.

    What this finds may bear out another tab: a unit's grid, the register of its people's tickets.
    """
    tabs = [(sheet, found) for sheet, found, _ in told]
    crew, grids = company.crew(tabs), company.grids(tabs)
    looked: list[_Told] = []
    for sheet, found, problems in told:
        again = replace(sheet, of_film=True, crew=crew, grids=grids)
        surest = _surest(found)
        known = sheet.of_film and (sheet.crew, sheet.grids) == (crew, grids)
        if surest >= _DOUBTED or problems or known:
            looked.append((sheet, found, problems))
            continue
        before = found
        found, problems = recognise.find(again, _asked(again))
        if before and surest >= _surest(found):
            looked.append((sheet, before, []))
            continue
        if not problems and _surest(found) < _DOUBTED:
            alone, problems = recognise.find(again, _ALONE)
            found = max(found, alone, key=_surest)
        looked.append((again, found, problems))
    return looked


def _surest(found: Sequence[Found]) -> float:
    """How surely a tab is what it was taken for; nothing at all is sure of nothing."""
    return max((one.confidence for one in found), default=0.0)


def _asked(sheet: Sheet) -> tuple[Kind, ...]:
    """The kinds that a tab may be by its own headings; what the settings call it goes first."""
    named = sheet.override.kind if sheet.override else None
    return tuple(kind for kind in KINDS if kind not in _ALONE or kind.name == named)


def _is_old(cell: Cell, tables: Sequence[Table]) -> bool:
    """Whether a cell is in a table that a newer revision replaces, so that nobody need mend it."""
    return any(
        table.superseded and cell.tab == table.place.tab and (cell.row, cell.col) in table.block
        for table in tables
    )


def _order(issue: Issue) -> tuple[int, str, str, int, int, str, str]:
    return issue.order
