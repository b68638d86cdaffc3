"""The server as a whole: quick to start, quiet, for this machine only; cheap to import."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests

import localsheets

ROOT = Path(__file__).parents[2]


def test_it_starts_at_once() -> None:
    started = time.perf_counter()
    with localsheets.serving(localsheets.Workbooks()) as server:
        seconds = time.perf_counter() - started
        assert requests.get(f"{server.url}/", timeout=5).status_code == 200
    assert seconds < 2, "well under half a second on a machine that is not busy"


def test_answers_do_not_wait_for_the_network(server: localsheets.Server) -> None:
    server.workbooks.create("book")
    with requests.Session() as session:
        started = time.perf_counter()
        for _ in range(20):
            session.get(f"{server.url}/v4/spreadsheets/book/values/A1", timeout=5)
    assert (time.perf_counter() - started) / 20 < 0.03, "40 ms each would be a delayed answer"


def test_it_writes_nothing_to_the_terminal() -> None:
    code = (
        "import localsheets, urllib.request\n"
        "store = localsheets.Workbooks(); store.create('book')\n"
        "with localsheets.serving(store) as server:\n"
        "    urllib.request.urlopen(server.url + '/v4/spreadsheets/book').read()\n"
        "    try: urllib.request.urlopen(server.url + '/v4/spreadsheets/none')\n"
        "    except Exception: pass\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60)
    assert (done.stdout, done.stderr, done.returncode) == (b"", b"", 0)


def test_importing_it_brings_in_nothing_heavy() -> None:
    code = "import localsheets, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60)
    heavy = {"openpyxl", "ironcalc", "uvicorn", "starlette", "jinja2", "numpy", "pandas"}
    assert not heavy & set(done.stdout.decode().split())


OTHERS = ["0.0.0.0", "192.168.1.7", "example.org"]  # noqa: S104 - refused, which is the point


@pytest.mark.parametrize("host", OTHERS)
def test_others_on_the_network_need_a_token(host: str) -> None:
    with (
        pytest.raises(localsheets.ServeError, match="without a bearer token"),
        localsheets.serving(localsheets.Workbooks(), host=host),
    ):
        pass


def test_a_token_is_asked_for() -> None:
    store = localsheets.Workbooks()
    store.create("book")
    word = "open sesame"
    with localsheets.serving(store, token=word) as server:
        url = f"{server.url}/v4/spreadsheets/book"
        assert requests.get(url, timeout=5).json()["error"]["status"] == "UNAUTHENTICATED"
        wrong = {"Authorization": "Bearer nonsense"}
        assert requests.get(url, headers=wrong, timeout=5).status_code == 401
        right = {"Authorization": f"Bearer {word}"}
        assert requests.get(url, headers=right, timeout=5).status_code == 200


def test_a_port_that_is_taken_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with (
            pytest.raises(localsheets.ServeError, match="Choose another port"),
            localsheets.serving(localsheets.Workbooks(), port=port),
        ):
            pass


@pytest.mark.parametrize(
    ("method", "path", "name"),
    [
        ("POST", "/drive/v3/files/book/watch", "drive.files.watch"),
        ("GET", "/drive/v3/changes", "drive.changes.list"),
    ],
)
def test_a_method_that_is_not_implemented_is_named(
    server: localsheets.Server, method: str, path: str, name: str
) -> None:
    answer = requests.request(method, server.url + path, json={}, timeout=5)
    assert answer.status_code == 501
    assert name in answer.json()["error"]["message"]


def test_a_body_that_is_no_json_is_refused(server: localsheets.Server) -> None:
    server.workbooks.create("book")
    url = f"{server.url}/v4/spreadsheets/book:batchUpdate"
    answer = requests.post(url, data="{not json", timeout=5)
    assert answer.json()["error"]["status"] == "INVALID_ARGUMENT"
