"""A server on a store, killed in the middle of batches: the last acknowledged state is intact.

Each batch writes its own number into many cells of two tabs, adds a row, and marks itself; the
state after it can be told whole from half.
"""

from __future__ import annotations

import multiprocessing
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
import requests

import localsheets
from localsheets.state.book import grid_sheet
from tests.localsheets.killing import batch, batches_until_killed

Json = dict[str, Any]

SERVER = """
import sys, localsheets
workbooks = localsheets.Workbooks(sys.argv[1])
localsheets.run(workbooks, port=0, ready=lambda server: print(server.url, flush=True))
"""


def found(path: Path) -> int:
    """The number of the batch whose state the store has, which must be whole."""
    with localsheets.Workbooks(path) as workbooks:
        book = workbooks.read("book")
        numbers = {cell.value for sheet in book.sheets for _, _, cell in sheet.cells()}
        assert len(numbers) <= 1, f"half a batch: {numbers}"
        number = int(next(iter(numbers))) if numbers else 0  # type: ignore[arg-type]
        assert [mark["metadataId"] for mark in book.metadata] == list(range(1, number + 1))
        assert book.sheets[0].row_count == 1000 + number
        return number


def served(path: Path) -> tuple[subprocess.Popen[str], str]:
    process = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


def kill_after(path: Path, seconds: float, start: int) -> int:
    """Send batches from ``start`` on until the server is killed, so many seconds after the first
    was acknowledged; answers the last acknowledged."""
    process, url = served(path)
    killer = threading.Timer(seconds, process.send_signal, [signal.SIGKILL])
    done = start - 1
    session = requests.Session()
    try:
        while True:
            body = {"requests": batch(done + 1)}
            path_ = "/v4/spreadsheets/book:batchUpdate"
            answer = session.post(url + path_, json=body, timeout=10)
            assert answer.status_code == 200, answer.text
            done += 1
            if done == start:  # on a machine that is busy the first may take its time
                killer.start()
    except requests.RequestException:  # cut off before, or in the middle of an answer
        return done
    finally:
        killer.cancel()
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def fresh(path: Path) -> None:
    with localsheets.Workbooks(path) as workbooks:
        book = workbooks.create("book")
        workbooks.change(book.id, lambda copy: copy.sheets.append(grid_sheet(1, "Two", 100, 10)))


def rounds(path: Path, count: int, seed: int) -> int:
    """Kill and look, again and again; answers how many batches were acknowledged."""
    pick, number = random.Random(seed), 0  # noqa: S311 - no secret
    for _ in range(count):
        acknowledged = kill_after(path, pick.uniform(0.005, 0.12), number + 1)
        number_now = found(path)
        assert number_now in (acknowledged, acknowledged + 1)
        number = number_now
    return number


def test_a_server_killed_in_the_middle_of_batches_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "store"
    fresh(path)
    assert rounds(path, 6, seed=1) > 0


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", range(2, 6))
def test_dozens_of_kills_lose_nothing(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "store"
    fresh(path)
    assert rounds(path, 40, seed) > 40


def test_a_kill_between_any_two_steps_of_a_write_loses_nothing(tmp_path: Path) -> None:
    fresh(tmp_path / "store")
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.localsheets.killing"])
    for seed in range(24):
        path = tmp_path / f"store {seed}"
        shutil.copy(tmp_path / "store", path)
        ours, theirs = processes.Pipe(duplex=False)
        process = processes.Process(target=batches_until_killed, args=(path, seed, theirs))
        process.start()
        theirs.close()
        process.join()
        assert process.exitcode == -signal.SIGKILL
        acknowledged = 0
        while ours.poll():
            try:
                acknowledged = ours.recv()
            except EOFError:
                break
        ours.close()
        assert found(path) in (acknowledged, acknowledged + 1)


def test_a_store_is_opened_again_at_once_after_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "store"
    fresh(path)
    process, _ = served(path)
    process.kill()
    started = time.monotonic()
    assert found(path) == 0
    assert time.monotonic() - started < 5, "the lock went with the process"
    process.wait()
    if process.stdout is not None:
        process.stdout.close()
