"""``python -m localsheets``, as a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from openpyxl import Workbook

from localsheets.__main__ import main

ROOT = Path(__file__).parents[2]
Start = Callable[..., tuple["subprocess.Popen[str]", str]]


@pytest.fixture
def start() -> Iterator[Start]:
    """``start(*arguments)``: (the process, the address that it printed)."""
    running: list[subprocess.Popen[str]] = []

    def begin(*arguments: str, **environment: str) -> tuple[subprocess.Popen[str], str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "localsheets", "--port", "0", *arguments],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        assert process.stdout is not None
        return process, process.stdout.readline().strip()

    yield begin
    for process in running:
        process.kill()
        process.communicate()


@pytest.fixture
def budget(tmp_path: Path) -> str:
    """A workbook on disk."""
    made = Workbook()
    made.active["A1"] = "Account"
    path = tmp_path / "Budget 2026.xlsx"
    made.save(path)
    return str(path)


def a1(url: str, spreadsheet: str = "budget-2026", **options: Any) -> Any:
    path = f"{url}/v4/spreadsheets/{spreadsheet}/values/A1"
    return requests.get(path, timeout=10, **options).json().get("values")


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_it_prints_its_address_and_ends_cleanly(start: Start, budget: str, ending: int) -> None:
    process, url = start(budget)
    assert a1(url) == [["Account"]]
    process.send_signal(ending)
    rest, errors = process.communicate(timeout=15)
    assert (process.returncode, rest, errors) == (0, "", "")


def test_what_is_stored_is_there_again(start: Start, budget: str, tmp_path: Path) -> None:
    store = str(tmp_path / "sheets.db")
    process, url = start(budget, "--store", store)
    address = f"{url}/v4/spreadsheets/budget-2026/values/A1?valueInputOption=RAW"
    assert requests.put(address, json={"values": [["Changed"]]}, timeout=10).ok
    process.terminate()
    process.communicate(timeout=15)
    _, url = start(budget, "--store", store)
    assert a1(url) == [["Changed"]]
    assert len(requests.get(f"{url}/drive/v3/files", timeout=10).json()["files"]) == 1


def test_a_token_comes_from_the_environment(start: Start, budget: str) -> None:
    _, url = start(budget, LOCALSHEETS_TOKEN="sesame")  # noqa: S106
    assert a1(url) is None
    assert a1(url, headers={"Authorization": "Bearer sesame"}) == [["Account"]]


def test_all_that_may_be_said(start: Start, budget: str, tmp_path: Path) -> None:
    accounts = tmp_path / "accounts.toml"
    accounts.write_text(
        '[[account]]\nemail = "ron@example.org"\ntoken = "r"\nroles = {"*" = "reader"}\n',
        encoding="utf-8",
    )
    key = tmp_path / "key.json"
    process, url = start(
        *(budget, "--accounts", str(accounts), "--quota", "--key", str(key), "--log"),
        *("--fault", "slow,seconds=0.05", "--fault", "503,times=1,method=GET"),
    )
    ron = {"Authorization": "Bearer r"}
    assert a1(url, headers=ron) is None
    assert a1(url, headers=ron) == [["Account"]]
    assert requests.get(f"{url}/_localsheets", timeout=10).json()["quota"]["used"]["reads"] == 1
    assert url in key.read_text(encoding="utf-8")
    process.terminate()
    _, errors = process.communicate(timeout=15)
    first, second = errors.splitlines()
    assert first.startswith("GET /v4/spreadsheets/budget-2026/values/A1 503 (slow, 503) ")
    assert second.startswith("GET /v4/spreadsheets/budget-2026/values/A1 200 (slow) ")


# -- what cannot be, in words and an exit code; no process is needed for these


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nothing.xlsx"], "nothing.xlsx: there is no such file."),
        (["--host", "0.0.0.0"], "Refusing to serve on 0.0.0.0 without a bearer token"),  # noqa: S104
        (["--port", "70000"], "ports go from 0 to 65535"),
        (["--accounts", "nothing.toml"], "Cannot read nothing.toml"),
        (["--key", "/nowhere/key.json", "--port", "0"], "Cannot write /nowhere/key.json"),
    ],
)
def test_what_cannot_be_is_said_plainly(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--quiet"]) == 1
    told = capsys.readouterr()
    assert words in told.err
    assert "Traceback" not in told.err
    assert told.out == ""


@pytest.mark.parametrize(
    "arguments",
    [["--port", "many"], ["--fault", "teapot"], ["--fault", "503,when=now"], ["--unknown"]],
)
def test_wrong_usage_is_exit_code_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: python -m localsheets" in capsys.readouterr().err
