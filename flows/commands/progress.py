"""A run's steps, shown while it goes on."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.status import Status
from rich.text import Text

LOGGERS = ("topsheet", "sheets")
"""Whose words a run's progress is made of: its own steps, and waits and tries at the server."""


class _ToStatus(logging.Handler):
    """Shows what the run logs as the line beside the spinner."""

    def __init__(self, status: Status) -> None:
        super().__init__(logging.INFO)
        self._status = status

    def emit(self, record: logging.LogRecord) -> None:
        """Show one step."""
        self._status.update(Text(record.getMessage()))


@contextmanager
def showing_progress(console: Console, first: str) -> Iterator[None]:
    """Show a spinner with the run's latest step; on no terminal, nothing but the first."""
    loggers = [logging.getLogger(name) for name in LOGGERS]
    if not console.is_terminal:
        console.print(f"{first} ...")
    with console.status(first) as status:
        handler = _ToStatus(status)
        for logger in loggers:
            logger.addHandler(handler)
            logger.setLevel(logging.INFO)
        try:
            yield
        finally:
            for logger in loggers:
                logger.removeHandler(handler)
