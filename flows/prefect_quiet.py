"""Prefect's manners for a run from the command line. Import before anything of Prefect's."""

from __future__ import annotations

import os

DEFAULTS = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    # A temporary server ends with pages of CancelledError that mean nothing to anybody.
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_LEVEL": "ERROR",
    "PREFECT_CLI_WRAP_LINES": "false",
}


def quieten() -> None:
    """Set what the environment leaves open; a person's own choice wins."""
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)
