"""The Prefect flow: pull a production's spreadsheets, compute, write the report tabs back.

Only pulling and writing are tasks, with retries; what lies between are ordinary functions.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.runtime import flow_run
from prefect.tasks import Task
from pydantic import BaseModel, ConfigDict, Field

import sheets
from flows import artifacts
from flows.ground import Reach, open_ground
from flows.production_run import understand
from flows.targets import settings_for
from model.grid import Book
from model.production import Production
from transforms.results import Results

logger = logging.getLogger("topsheet.run")

TRIES_AFTER_FAILURE = 2
SECONDS_BETWEEN_TRIES = [10, 60]
"""The client has tried for its own while by then; this is for an outage of minutes."""
FLOW_SECONDS = 1800


class RunRequest(BaseModel):
    """What a run is asked to do; Prefect makes its form of this."""

    model_config = ConfigDict(extra="forbid")

    target: str = Field(
        title="Production",
        description=(
            "A production's settings file (examples/productions/paper-lanterns.toml), a"
            " spreadsheet's address or id, or an .xlsx file."
        ),
        min_length=1,
        examples=["examples/productions/paper-lanterns.toml"],
    )
    today: date | None = Field(
        default=None,
        title="Run as of",
        description="The date to run as. Empty: today, in the production's time zone.",
    )
    output: str | None = Field(
        default=None,
        title="Copy",
        description="For an .xlsx target: where its copy with the report tabs goes.",
    )


@dataclass(frozen=True, slots=True)
class Written:
    """What one spreadsheet got."""

    book: str
    title: str
    outcome: sheets.Outcome
    requests: sheets.Counts
    link: str
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """A run's result: what was found, and what was written where."""

    production: Production
    results: Results
    written: tuple[Written, ...]


def _passing(_: Task[..., Any], __: TaskRun, state: State[Any]) -> bool:
    """Whether a failure may pass by itself: an outage does; a missing permission does not."""
    try:
        state.result()
    except sheets.SheetsError as problem:
        return problem.passing
    except Exception:
        return False
    return True


_PATIENTLY: Mapping[str, Any] = {
    "retries": TRIES_AFTER_FAILURE,
    "retry_delay_seconds": SECONDS_BETWEEN_TRIES,
    "retry_condition_fn": _passing,
    "cache_policy": NO_CACHE,
    "persist_result": False,
    # A task's own timeout cannot interrupt a thread: the HTTP client has its timeouts and deadline.
    "log_prints": False,
}


@task(name="pull", task_run_name="pull {name}", **_PATIENTLY)
def pull(reach: Reach, name: str) -> Book:
    """Read one spreadsheet: two requests."""
    logger.info("Reading %s", name)
    return sheets.pull(reach.client, reach.id, name)


@task(name="write", task_run_name="write {name}", **_PATIENTLY)
def write(reach: Reach, name: str, book: Book, make: Any, run: str, hidden: frozenset[str]) -> Any:
    """Write one spreadsheet's report tabs: one atomic request, exactly once."""
    logger.info("Writing the report tabs of %s", book.title)
    return sheets.write(reach.client, book, make, run, hidden)


def _run_name() -> str:
    """Name a run for people: what it is about and the date it ran as."""
    request = RunRequest.model_validate(flow_run.parameters["request"])
    return f"{Path(request.target).stem or request.target} as of {request.today or 'today'}"


@flow(name="production-report", flow_run_name=_run_name, timeout_seconds=FLOW_SECONDS)
def production_report(request: RunRequest) -> RunOutcome:
    """Read a production's sheets and write its report tabs."""
    settings = settings_for(request.target)
    with open_ground(settings) as ground:
        pulling = {name: pull.submit(reach, name) for name, reach in ground.reaches.items()}
        books = [future.result() for future in pulling.values()]
        logger.info("Understanding %d spreadsheet(s)", len(books))
        production, results = understand(books, settings, request.today)
        written = tuple(_write_book(ground, book, settings, production, results) for book in books)
        _save_copies(ground, written, request.output)
    artifacts.publish(settings, production, results, written)
    return RunOutcome(production, results, written)
