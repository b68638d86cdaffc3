"""`topsheet doctor [TARGET]`: what works, what does not, and what to do about it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

import sheets
from flows.credentials import account_of
from flows.errors import CannotRunError
from flows.ground import open_ground
from flows.prefect_quiet import quieten
from flows.settings import CredentialSettings, ProductionSettings
from flows.targets import is_file_target, settings_for

QUOTA_A_MINUTE = 60
"""Google's reads a minute a user, and as many writes."""
READS_A_RUN = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. ``works`` is None where it is neither good nor bad."""

    what: str
    works: bool | None
    advice: str = ""


def doctor(target: str | None) -> None:
    """Look at everything that a run needs; exit code 1 where something does not work."""
    console = Console()
    healthy = True
    for finding in findings(target):
        mark, colour = {True: ("ok  ", "green"), False: ("no  ", "red"), None: ("-   ", "dim")}[
            finding.works
        ]
        console.print(Text(mark, style=colour) + Text(finding.what), soft_wrap=True)
        for line in finding.advice.splitlines():
            console.print(Text(f"    {line}"), soft_wrap=True)
        healthy = healthy and finding.works is not False
    sys.exit(0 if healthy else 1)


def findings(target: str | None) -> Iterator[Finding]:
    """Everything that a run needs, looked at in order."""
    version = ".".join(str(part) for part in sys.version_info[:3])
    yield Finding(f"Python {version}", works=True)
    settings = None
    if target is not None:
        try:
            settings = settings_for(target)
            yield Finding(f"{target}: understood", works=True)
        except CannotRunError as problem:
            yield Finding("the target", works=False, advice=str(problem))
    if settings is None or _goes_to_google(settings):
        yield from _account(settings)
    if settings is not None:
        yield from _spreadsheets(settings)
    yield Finding(
        f"Google's quota: {QUOTA_A_MINUTE} reads a minute for an account. A run takes"
        f" {READS_A_RUN} reads a spreadsheet, so {QUOTA_A_MINUTE // READS_A_RUN} spreadsheets a"
        " minute; Topsheet waits rather than going past it.",
        works=None,
    )
    yield from _prefect()


def _goes_to_google(settings: ProductionSettings) -> bool:
    targets = (book.target for book in settings.spreadsheets.values())
    return settings.api is None and not all(is_file_target(target) for target in targets)


def _account(settings: ProductionSettings | None) -> Iterable[Finding]:
    """Which account Topsheet is to Google, and whom to share with."""
    try:
        found = account_of(settings.credentials if settings else CredentialSettings())
    except (CannotRunError, sheets.SheetsError) as problem:
        # Without a target nothing says that Google is wanted at all.
        advice = f"{problem}\n.xlsx files need no account."
        return [Finding("an account at Google", works=False if settings else None, advice=advice)]
    share = f"Share each spreadsheet with {found.email} as an editor." if found.email else ""
    who = f"{found.email or 'your own login'} ({found.source})"
    return [Finding(f"an account at Google: {who}", works=True, advice=share)]


def _spreadsheets(settings: ProductionSettings) -> Iterator[Finding]:
    """Whether each spreadsheet can be read. Writing is only tried by a run."""
    try:
        with open_ground(settings) as ground:
            for name, reach in ground.reaches.items():
                try:
                    book = sheets.pull(reach.client, reach.id, name)
                except sheets.SheetsError as problem:
                    yield Finding(f"spreadsheet {name!r}", works=False, advice=str(problem))
                    continue
                yield Finding(
                    f"spreadsheet {name!r}: {book.title!r} can be read, {len(book.grids)} tabs",
                    works=True,
                )
    except (CannotRunError, sheets.SheetsError) as problem:
        yield Finding("the spreadsheets", works=False, advice=str(problem))
    else:
        yield Finding("whether they can be written is known at the first run only", works=None)


def _prefect() -> Iterator[Finding]:
    """Whether a Prefect server is there, and the deployments with a worker."""
    try:
        quieten()
    except CannotRunError as problem:
        yield Finding("Prefect", works=False, advice=str(problem))
        return
    from prefect.client.orchestration import get_client
    from prefect.settings import PREFECT_API_URL

    address = PREFECT_API_URL.value()
    if not address:
        yield Finding(
            "no Prefect server is set: runs from the command line bring their own",
            works=None,
            advice="For nightly runs: set PREFECT_API_URL; see README, Scheduling.",
        )
        return
    with get_client(sync_client=True) as client:
        trouble = client.api_healthcheck()
        if trouble is not None:
            yield Finding(
                f"the Prefect server at {address}",
                works=False,
                advice=f"It does not answer ({type(trouble).__name__}). Is it running, and is"
                " PREFECT_API_URL right?",
            )
            return
        yield Finding(f"the Prefect server at {address} answers", works=True)
        deployed = {deployment.name for deployment in client.read_deployments()}
        for name in ("nightly", "on-demand"):
            yield Finding(
                f"the deployment {name!r}",
                works=name in deployed,
                advice="" if name in deployed else "prefect deploy --all, in Topsheet's folder.",
            )
