"""One local server for all histories of a process; each takes spreadsheets of its own."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from localsheets import Server, Workbooks, serving


@pytest.fixture(scope="session")
def chaos_server() -> Iterator[Server]:
    """A real server over HTTP."""
    with serving(Workbooks()) as server:
        yield server


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Runs complain of what is done to them; a history that fails is told whole by itself."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)
