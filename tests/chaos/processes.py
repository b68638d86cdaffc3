"""Runs in a process of their own that is killed (SIGKILL), between two requests or amid one."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
import time
from dataclasses import dataclass
from typing import Any

import sheets
from tests.chaos import runs
from tests.chaos.productions import plain_reports, room_reports
from tests.chaos.story import Run

_AMID = 0.003
"""Seconds after which a process dies that is to die amid a request."""
_SETTLED = 0.05
"""Seconds in which the server has done what a killed process asked of it."""


@dataclass
class _Doomed:
    """A run's requests, counted; at one of their boundaries the process ends."""

    at: float
    boundary: int = 0

    def pass_(self) -> None:
        """Pass a boundary, or die of it."""
        if self.boundary == int(self.at):
            if self.at == int(self.at):
                _die()
            timer = threading.Timer(_AMID, _die)
            timer.daemon = True
            timer.start()
        self.boundary += 1


def killed_run(url: str, ident: str, kind: str, run: Run) -> None:
    """Let a run take place in another process, which dies before it is done, or as it ends."""
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.chaos.processes"])
    process = processes.Process(target=_run, args=(url, ident, kind, run))
    process.start()
    process.join()
    assert process.exitcode in (0, -signal.SIGKILL), f"the run itself ended {process.exitcode}"
    time.sleep(_SETTLED)


def _run(url: str, ident: str, kind: str, run: Run) -> None:
    assert run.killed is not None
    doom = _Doomed(run.killed)
    client = sheets.connect(url, patience=runs.PATIENCE, chance=runs.no_time())
    real = client.http.session.request

    def request(**given: Any) -> Any:
        doom.pass_()
        answer = real(**given)
        doom.pass_()
        return answer

    client.http.session.request = request  # type: ignore[method-assign,assignment]
    reports = room_reports if kind == "room" else plain_reports
    made = reports(run.production, run.day, run.name)
    with contextlib.suppress(sheets.SheetsError):  # a fault of the run around it may meet this one
        runs.write(client, sheets.pull(client, ident, "budget"), run, made)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
