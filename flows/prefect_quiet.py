"""Prefect's manners for a run from the command line. Import before anything of Prefect's."""

from __future__ import annotations

import os
from pathlib import Path

from flows.errors import CannotRunError

DEFAULTS = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    # A temporary server ends with pages of CancelledError that mean nothing to anybody.
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    # What went wrong is said once, by the command line; steps are shown as progress.
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    # The first temporary server makes its database; a slow machine needs more than Prefect's 20 s.
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
}


def quieten() -> None:
    """Set what the environment leaves open, and make Prefect's folder; a person's choice wins.

    Raises:
        CannotRunError: the folder cannot be made, without which Prefect starts no server.
    """
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)
    folder = Path(os.environ.get("PREFECT_HOME") or "~/.prefect").expanduser()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotRunError(
            f"Prefect keeps its records in {folder}, which cannot be made: {error.strerror}."
            " Set PREFECT_HOME, or HOME, to a folder that can be written."
        ) from error


def demand_server() -> None:
    """Make sure that the Prefect server that the environment names is there.

    Without one, Prefect starts a temporary server of its own.

    Raises:
        CannotRunError: it does not answer.
    """
    from prefect.client.orchestration import get_client
    from prefect.settings import PREFECT_API_URL

    address = PREFECT_API_URL.value()
    if not address:
        return
    with get_client(sync_client=True) as client:
        trouble = client.api_healthcheck()
    if trouble is not None:
        raise CannotRunError(
            f"the Prefect server at {address} does not answer ({type(trouble).__name__})."
            " Start it, or correct or unset PREFECT_API_URL: without it, a run brings a server of"
            " its own."
        )
