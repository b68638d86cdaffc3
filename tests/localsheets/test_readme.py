"""The README's examples, run."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import google.oauth2.credentials
import gspread
import pytest
import requests
from openpyxl import Workbook

import localsheets
from localsheets.__main__ import parser
from localsheets.accounts import load

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[2]
README = (ROOT / "localsheets" / "README.md").read_text(encoding="utf-8")


def examples(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the workbook that the examples speak of."""
    monkeypatch.chdir(tmp_path)
    Workbook().save("Budget.xlsx")
    return tmp_path


def test_the_python_runs(
    server: localsheets.Server, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names: dict[str, Any] = {
        "gspread": gspread,
        "google": google,
        "localsheets": localsheets,
        "server": server,
    }
    ran = [code for code in examples("python") if "def test_" not in code]
    assert len(ran) == 5
    for code in ran:
        exec(code, names)  # noqa: S102
        names["server"] = server  # the first example's has ended
    server.faults.clear()
    server.quota = None
    assert "['budget']" in capsys.readouterr().out
    assert (here / "Budget with reports.xlsx").exists()
    assert names["client"].create("Costs").sheet1.get_all_values() == [[]]


def test_the_tests_run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    (theirs,) = (code for code in examples("python") if "def test_" in code)
    report = "def my_report(sheet):\n    sheet.append_row(['total', 7])\n"
    pytester.makeconftest(re.findall(r"`(pytest_plugins = .*?)`", README)[0])
    pytester.makepyfile(f"{report}\n\n{theirs}")
    pytester.runpytest_subprocess("-q").assert_outcomes(passed=1)


def test_the_commands_are_understood() -> None:
    lines = [line for block in examples("sh") for line in block.splitlines()]
    lines += re.findall(r"`(python -m localsheets [^`]+)`", README)
    started = [line for line in lines if line.startswith("python -m localsheets ")]
    assert len(started) >= 2
    for line in started:
        parser().parse_args(shlex.split(line)[3:])
    named = set(re.findall(r"`(--[a-z]+)", README))
    assert named <= set(parser().format_help().replace(",", " ").split())


def test_the_control_calls_are_taken(server: localsheets.Server) -> None:
    calls = [line for block in examples("sh") for line in block.splitlines() if "curl" in line]
    assert len(calls) == 3
    for line in calls:
        _, url, *more = shlex.split(line)
        body = more[more.index("-d") + 1] if "-d" in more else None
        verb = more[more.index("-X") + 1] if "-X" in more else "POST" if body else "GET"
        given = None if body is None else json.loads(body)
        answer = requests.request(verb, url.replace("$URL", server.url), json=given, timeout=5)
        assert answer.status_code == 200, line
    server.faults.clear()
    server.quota = None


def test_the_accounts_file_is_one(here: Path) -> None:
    (text,) = examples("toml")
    (here / "accounts.toml").write_text(text, encoding="utf-8")
    assert load(here / "accounts.toml").email_of("ana's secret") == "ana@example.org"
