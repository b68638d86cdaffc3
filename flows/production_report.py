"""The Prefect flow: pull a production's spreadsheets, compute, write the report tabs back.

Only pulling and writing are tasks, with retries; what lies between are ordinary functions.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.runtime import flow_run
from prefect.tasks import Task

import sheets
from flows import artifacts, exporting
from flows.ground import Ground, Reach, open_ground
from flows.production_run import demand_tables, not_among, reports_for, understand
from flows.request import RunRequest
from flows.settings import ProductionSettings, now_in
from flows.targets import settings_for
from flows.written import RunOutcome, Written, written_of
from model.grid import Book
from model.production import Production
from model.report import Report
from transforms.results import Results

logger = logging.getLogger("topsheet.run")

PASSING = (sheets.Unavailable, sheets.Unreachable, sheets.QuotaExhausted, sheets.Superseded)
"""Failures that may pass by themselves: an outage does, a missing permission does not."""
FLOW_SECONDS = 1800


def may_pass(_task: Task[..., Any], _run: TaskRun, state: State[Any]) -> bool:
    """Whether to try a failed task again."""
    try:
        state.result()
    except PASSING:
        return True
    except Exception:
        return False
    return False


PATIENTLY: Mapping[str, Any] = {
    # The client has tried for its own while by then; this is for an outage of minutes.
    "retries": 2,
    "retry_delay_seconds": [10, 60],
    "retry_condition_fn": may_pass,
    "cache_policy": NO_CACHE,
    # No timeout: Prefect cannot interrupt a thread. The HTTP client has timeouts and a deadline.
}


@task(task_run_name="pull {name}", **PATIENTLY)
def pull(reach: Reach, name: str) -> Book:
    """Read one spreadsheet: one request."""
    logger.info("Reading %s", name)
    return sheets.pull(reach.client, reach.id, name)


@task(task_run_name="write {book.name}", **PATIENTLY)
def write(
    reach: Reach, book: Book, reports: Sequence[Report], hidden: frozenset[str], today: date
) -> sheets.Outcome:
    """Write one spreadsheet's report tabs: one atomic request, exactly once."""
    logger.info("Writing %d report tabs to %s", len(reports), book.title)
    run = str(flow_run.id)
    elsewhere = not_among(reports)
    return sheets.write(
        reach.client,
        book,
        reports,
        run,
        hidden,
        withdrawn=elsewhere,
        today=today,
        alone=reach.file is not None,
    )


def _run_name() -> str:
    return RunRequest.model_validate(flow_run.parameters["request"]).run_name


@flow(name="production-report", flow_run_name=_run_name, timeout_seconds=FLOW_SECONDS)
def production_report(request: RunRequest) -> RunOutcome:
    """Read a production's sheets and write its report tabs."""
    settings = settings_for(request.target)
    with open_ground(settings) as ground:
        copies = ground.copies(request.output)  # refused at once, before anything is read
        folders = exporting.folders(settings, request.export)
        pulling = [pull.submit(reach, name) for name, reach in ground.reaches.items()]
        books = [future.result() for future in pulling]
        logger.info("Understanding what was read")
        production, results = understand(books, settings, request.today)
        demand_tables(results)
        written = [_write(ground, book, settings, production, results, folders) for book in books]
        ground.save(copies)
    written = [book.with_file(copies.get(book.book)) for book in written]
    artifacts.publish(settings, production, results, written)
    return RunOutcome(production, results, tuple(written))


def _write(
    ground: Ground,
    book: Book,
    settings: ProductionSettings,
    production: Production,
    results: Results,
    folders: exporting.Folders,
) -> Written:
    """Write what one spreadsheet's readers may see; answers what it got and what it cost."""
    reach = ground.reaches[book.name]
    as_of = datetime.combine(production.today, now_in(production.time_zone).timetz())
    reports = reports_for(book.name, results, production, settings, as_of)
    hidden = settings.hidden_from(book.name)
    outcome = write(reach, book, reports, hidden, production.today)
    written = written_of(book, reach, outcome)
    if book.name not in folders:
        return written
    exported = exporting.export_book(book, reports, production, settings, as_of, folders[book.name])
    return replace(written, exported=exported)
