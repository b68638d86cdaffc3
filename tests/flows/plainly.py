"""A run without Prefect: the flow's own steps, one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

import sheets
from flows.ground import Ground
from flows.production_run import not_among, reports_for, understand
from flows.settings import ProductionSettings
from transforms.results import Results

REPORT_TABS = (
    "Summary",
    "Variance",
    "Conflicts",
    "Look-ahead",
    "Holds & Drops",
    "DOOD View",
    "Data Issues",
    "Changes",
    "Topsheet History",
)
"""Our tabs' titles in their order; the last one is hidden."""
MORNING = datetime(2026, 3, 16, 7, 30, tzinfo=ZoneInfo("America/New_York"))


def run_plainly(
    settings: ProductionSettings,
    ground: Ground,
    run: str,
    as_of: datetime = MORNING,
    today: date | None = None,
) -> tuple[Results, Mapping[str, sheets.Outcome]]:
    """Pull, compute and write every spreadsheet; answers the results and what each got."""
    books = [sheets.pull(reach.client, reach.id, name) for name, reach in ground.reaches.items()]
    production, results = understand(books, settings, today)
    outcomes = {}
    for book in books:
        reach = ground.reaches[book.name]
        reports = reports_for(book.name, results, production, settings, as_of)
        hidden = settings.hidden_from(book.name)
        outcomes[book.name] = sheets.write(
            reach.client,
            book,
            reports,
            run,
            hidden,
            withdrawn=not_among(reports),
            today=production.today,
            alone=reach.file is not None,
        )
    return results, outcomes
