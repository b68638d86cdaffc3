"""Prefect's manners for a run from the command line. Import before anything of Prefect's."""

from __future__ import annotations

import os

DEFAULTS = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    # A temporary server ends with pages of CancelledError that mean nothing to anybody.
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    # What went wrong is said once, by the command line; steps are shown as progress.
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
}


def quieten() -> None:
    """Set what the environment leaves open; a person's own choice wins."""
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)
