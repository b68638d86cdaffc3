"""A run without Prefect: books -> results -> the reports that each book's readers may see. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

import reports
import schemas
import transforms
from flows.errors import TargetError
from flows.memory import memories_of
from flows.settings import ProductionSettings
from model.cell import Cell
from model.grid import Book
from model.issue import Issue, Topic
from model.production import Production
from model.report import Report
from model.table import Guess, Table
from transforms.results import Results

HOME_KINDS: Mapping[str, tuple[str, ...]] = {
    "variance": ("budget", "budget_detail", "budget_topsheet"),
    "hot-costs": ("budget", "budget_detail", "budget_topsheet", "times"),
    "conflicts": ("dood", "crew_grid", "crew", "cast"),
    "look-ahead": ("dood", "crew_grid", "crew", "cast"),
    "holds-and-drops": ("dood",),
    "dood-view": ("dood",),
    "changes": ("dood", "crew_grid", "crew", "cast"),
}
"""Report -> the kinds of sheet whose spreadsheet it goes to; the first kind that is there wins."""


def understand(
    books: Sequence[Book], settings: ProductionSettings, today: date | None = None
) -> tuple[Production, Results]:
    """Read every book and compute over all of them together.

    Where the settings name no currency, the books' own amounts may.
    """
    production = settings.production(books[0], today)
    if settings.currency is None:
        own = schemas.currency_of(books) or production.currency
        production = replace(production, currency=own)
    tables: list[Table] = []
    issues: list[Issue] = []
    unrecognised: list[Cell] = []
    guesses: dict[Cell, Guess] = {}
    for book in books:
        reading = schemas.read(book, production)
        tables += reading.tables
        issues += reading.issues
        unrecognised += reading.unrecognised
        guesses |= {guess.at: guess for guess in reading.guesses}
    results = transforms.compute(tables, issues, production, unrecognised, memories_of(books))
    return production, replace(results, guesses=guesses)


NOTHING_KNOWN = (
    "No sheet that Topsheet knows was found. It knows budgets and cost reports, crew and cast"
    " lists, days-out-of-days, crew grids, PO logs, petty cash, payroll, ledgers, one-liners,"
    " equipment, permits, insurance and daily times by their headings and by what stands below"
    " them. If one of the tabs is such a sheet, say so in the production's settings"
    ' (docs/settings.md): [sheets.BOOK."TAB"] kind = "budget".'
)


def demand_tables(results: Results) -> None:
    """Refuse to report on nothing.

    Raises:
        TargetError: no tab was recognised; names the tabs that were looked at.
    """
    if not results.tables:
        tabs = ", ".join(cell.tab for cell in results.unrecognised) or "none that hold anything"
        raise TargetError(f"{NOTHING_KNOWN}\nTabs looked at: {tabs}. Nothing was written.")


def reports_for(
    book: str,
    results: Results,
    production: Production,
    settings: ProductionSettings,
    as_of: datetime,
) -> tuple[Report, ...]:
    """The reports that go to one spreadsheet, with nothing in them that its readers may not see."""
    audience = reports.Audience(
        book=book,
        restricted=settings.restricted,
        wanted=destinations(settings, results)[book],
        as_of=as_of,
        allowed=settings.allowed_in(book),
    )
    return reports.build(results, production, audience)


def not_among(written: Sequence[Report]) -> frozenset[str]:
    """The reports that a spreadsheet does not get: where one stands from earlier, it is emptied."""
    return frozenset(reports.NAMES) - {report.name for report in written}


def destinations(settings: ProductionSettings, results: Results) -> Mapping[str, tuple[str, ...]]:
    """Which report goes to which spreadsheet: the settings' word, else where its source is.

    Summary and Data Issues go to every spreadsheet, Changes to the schedule's and the budget's. A
    spreadsheet that is told of changes has a history of its own to tell them from. A report whose
    source no spreadsheet holds goes to the first one, so that it can say what was not found; Hot
    Costs are made only where there are times.
    Conflicts that a restricted spreadsheet takes part in are kept from the others, so it has a list
    of its own.
    """
    names = tuple(settings.spreadsheets)
    usual = [each for each in reports.NAMES if each != _OF_TIMES or _has_times(results)]
    if len(names) == 1:
        return {names[0]: _remembering(settings.spreadsheets[names[0]].reports or usual)}
    homes = {report: _homes(report, results) or names[:1] for report in HOME_KINDS}
    homes["conflicts"] += tuple(settings.restricted & _in_conflict(results))
    homes["changes"] += _homes("variance", results)
    return {
        name: _remembering(
            settings.spreadsheets[name].reports
            or [each for each in usual if each not in homes or name in homes[each]]
        )
        for name in names
    }


_OF_TIMES = "hot-costs"
"""The report that is made only where a sheet of times is, or where the settings ask for it."""


def _has_times(results: Results) -> bool:
    return any(table.kind == "times" for table in results.tables)


TOLD_FROM_HISTORY = frozenset({"summary", "variance", "changes"})
"""Reports that tell what changed."""


def _remembering(wanted: Iterable[str]) -> tuple[str, ...]:
    """The reports with the history that they need; no history where none of them needs it."""
    kept = tuple(name for name in wanted if name != reports.history.NAME)
    return (*kept, reports.history.NAME) if TOLD_FROM_HISTORY & set(kept) else kept


def _in_conflict(results: Results) -> frozenset[str]:
    """The spreadsheets that some conflict stands in."""
    conflicts = (issue for issue in results.issues if issue.topic is Topic.CONFLICT)
    return frozenset(book for issue in conflicts for book in issue.books)


def _homes(report: str, results: Results) -> tuple[str, ...]:
    """The spreadsheets that hold the sheets a report is mainly made of."""
    for kind in HOME_KINDS[report]:
        found = {table.place.book for table in results.tables if table.kind == kind}
        if found:
            return tuple(sorted(found))
    return ()
