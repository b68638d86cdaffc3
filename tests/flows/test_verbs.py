"""`rules`, `doctor` and `serve`, as a person meets them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from transforms import agreements, rules

ROOT = Path(__file__).parents[2]
SALTGLASS = ROOT / "examples" / "saltglass.xlsx"


def test_rules_lists_every_rule(topsheet):
    said = topsheet("rules")
    assert said.code == 0
    listed = {line.split()[0] for line in said.out.splitlines() if line.startswith(" ")}
    assert set(rules.rules()) <= listed


def test_rules_prints_a_rules_documentation(topsheet):
    said = topsheet("rules", "double-booked")
    assert said.code == 0
    for section in ("Why:", "Flags:", "Passes:"):
        assert section in said.out


def test_rules_lists_the_agreements_and_says_what_each_says(topsheet):
    said = topsheet("rules")
    for agreement in agreements.known():
        assert agreement in said.out
    one = topsheet("rules", "iatse-basic-2024")
    assert one.code == 0
    assert "daily-rest: 10 hours\n" in one.out
    assert "meal-penalty-first: USD 7.50 a half-hour" in one.out


def test_an_unknown_rule_is_answered_with_the_nearest(topsheet):
    said = topsheet("rules", "double-boked")
    assert said.code == 2
    assert "double-booked" in said.err


def test_doctor_says_what_works_for_a_workbook(topsheet):
    said = topsheet("doctor", SALTGLASS)
    assert said.code == 0
    assert "'saltglass' can be read" in said.out
    assert "no Prefect server is set" in said.out


def test_doctor_says_whom_to_share_with_and_never_shows_the_key(topsheet, monkeypatch, tmp_path):
    monkeypatch.setenv("TOPSHEET_CREDENTIALS", str(tmp_path / "none.json"))
    said = topsheet("doctor", "1AbC-dEf_0123456789012345678901234567890123")
    assert said.code == 1
    assert "an account at Google" in said.out
    assert "none.json" in said.out


def test_run_names_a_prefect_server_that_does_not_answer(tmp_path):
    env = {"PREFECT_API_URL": "http://127.0.0.1:9/api", "PATH": "", "HOME": str(tmp_path)}
    command = [sys.executable, "-P", "-m", "flows.cli", "run", str(SALTGLASS)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("topsheet: the Prefect server at http://127.0.0.1:9/api does not")
    assert "Traceback" not in done.stderr


def test_doctor_names_a_prefect_server_that_does_not_answer(topsheet, monkeypatch):
    # Prefect reads its environment once a process, so this takes a process of its own.
    env = {"PREFECT_API_URL": "http://127.0.0.1:9/api", "PATH": "", "HOME": "/nonexistent"}
    command = [sys.executable, "-P", "-m", "flows.cli", "doctor", str(SALTGLASS)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Is it running, and is PREFECT_API_URL right?" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.fixture
def served():
    command = [sys.executable, "-u", "-P", "-m", "flows.cli", "serve", str(SALTGLASS), "--port=0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        yield server
    finally:
        server.terminate()
        server.wait(10)
        server.stdout.close()
        server.stderr.close()


def test_serve_says_where_the_page_is_and_shows_the_workbook(served):
    lines = []
    while not any("/d/" in line for line in lines):
        line = served.stdout.readline()
        assert line, served.stderr.read()
        lines.append(line)
    address = lines[-1].split(": ", 1)[1].strip()
    page = httpx.get(address, follow_redirects=True)
    assert page.status_code == 200
    assert "PO Log" in page.text


def test_what_is_served_from_a_store_is_there_again(tmp_path):
    store = tmp_path / "kept.localsheets"
    command = [sys.executable, "-u", "-P", "-m", "flows.cli", "serve", str(SALTGLASS), "--port=0"]
    read = []
    for _ in range(2):
        kept = [*command, f"--store={store}"]
        with subprocess.Popen(kept, stdout=subprocess.PIPE, text=True) as server:
            url = server.stdout.readline().split(" at ", 1)[1].strip()
            cell = f"{url}/v4/spreadsheets/saltglass/values/Notes!Z1"
            read.append(httpx.get(cell).json().get("values"))
            httpx.put(f"{cell}?valueInputOption=RAW", json={"values": [["kept"]]})
            server.terminate()
    assert read == [None, [["kept"]]]


def test_a_store_that_is_none_is_named(topsheet, tmp_path):
    said = topsheet("serve", "--store", tmp_path)
    assert (said.code, "is a folder" in said.err) == (1, True)


def test_a_taken_port_is_named_with_what_to_do(topsheet, served):
    served.stdout.readline()
    address = httpx.URL(served.stdout.readline().split(": ", 1)[1].strip())
    said = topsheet("serve", "--port", address.port)
    assert said.code == 1
    assert "Choose another port" in said.err
