"""A real Prefect server, the deployments of prefect.yaml, a process worker, runs on demand.

The spreadsheet stands on a local Sheets server; the worker reaches it over HTTP as it would Google.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

import localsheets
from tests.flows.plainly import REPORT_TABS

ROOT = Path(__file__).parents[2]
PREFECT = Path(sys.executable).with_name("prefect")
SECONDS = 180

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@dataclass(frozen=True)
class Orchestra:
    """A Prefect server with the project's deployments and a worker."""

    api: str
    env: Mapping[str, str]

    def prefect(self, *arguments: str) -> str:
        """Run Prefect's command line in the project's folder; answers what it prints."""
        done = subprocess.run(
            [PREFECT, *arguments],
            cwd=ROOT,
            env=self.env,
            text=True,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def deployment(self, name: str) -> dict[str, object]:
        answer = httpx.get(f"{self.api}/deployments/name/production-report/{name}")
        answer.raise_for_status()
        return answer.json()

    def order(self, name: str, body: Mapping[str, object]) -> httpx.Response:
        """Ask a deployment for a run, again while the server is busy, as curl does by the docs."""
        address = f"{self.api}/deployments/{self.deployment(name)['id']}/create_flow_run"
        until = time.monotonic() + SECONDS
        while True:
            answer = httpx.post(address, json=body, timeout=60)
            if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE or time.monotonic() > until:
                return answer
            time.sleep(1)

    def finished(self, run_id: str) -> dict[str, object]:
        """Wait for a flow run to end."""
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            run = httpx.get(f"{self.api}/flow_runs/{run_id}").json()
            if run["state_type"] in {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"}:
                return run
            time.sleep(0.5)
        raise AssertionError(f"run {run_id} did not end in {SECONDS} s: {run['state']}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def orchestra(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Orchestra]:
    home = tmp_path_factory.mktemp("prefect")
    port = free_port()
    api = f"http://127.0.0.1:{port}/api"
    env = os.environ | {
        "PREFECT_HOME": str(home),
        "PREFECT_API_URL": api,
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
    }
    log = (home / "log").open("w")
    start = {"cwd": ROOT, "env": env, "stdout": log, "stderr": log}
    server = subprocess.Popen([PREFECT, "server", "start", "--port", str(port)], **start)
    worker = None
    try:
        _wait_for(f"{api}/health")
        found = Orchestra(api, env)
        found.prefect("work-pool", "create", "topsheet", "--type", "process")
        found.prefect("--no-prompt", "deploy", "--all")
        worker = subprocess.Popen([PREFECT, "worker", "start", "--pool", "topsheet"], **start)
        yield found
    finally:
        for process in (worker, server):
            if process is not None:
                _stop(process)
        log.close()


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a process; by force where it does not end by itself, as a worker at times does not."""
    process.terminate()
    try:
        process.wait(60)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _wait_for(address: str) -> None:
    until = time.monotonic() + 90
    while time.monotonic() < until:
        try:
            if httpx.get(address).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.5)
    raise AssertionError(f"{address} does not answer")


@dataclass(frozen=True)
class Saltglass:
    """The demo's spreadsheet on a local server, and the settings file that leads to it."""

    url: str
    settings: Path

    @property
    def tabs(self) -> set[str]:
        answer = httpx.get(
            f"{self.url}/v4/spreadsheets/saltglass", params={"fields": "sheets.properties.title"}
        )
        answer.raise_for_status()
        return {sheet["properties"]["title"] for sheet in answer.json()["sheets"]}


@pytest.fixture
def saltglass(tmp_path: Path) -> Iterator[Saltglass]:
    workbooks = localsheets.Workbooks()
    workbooks.import_xlsx(ROOT / "examples" / "saltglass.xlsx", "saltglass")
    settings = tmp_path / "saltglass.toml"
    example = (ROOT / "examples" / "productions" / "saltglass.toml").read_text(encoding="utf-8")
    with localsheets.serving(workbooks) as server:
        text = example.replace('"../saltglass.xlsx"', '"saltglass"')
        settings.write_text(f'api = "{server.url}"\n{text}', encoding="utf-8")
        yield Saltglass(server.url, settings)


def test_both_deployments_are_there_and_nightly_has_its_hour(orchestra):
    nightly, on_demand = orchestra.deployment("nightly"), orchestra.deployment("on-demand")
    schedule = nightly["schedules"][0]["schedule"]
    assert (schedule["cron"], schedule["timezone"]) == ("0 2 * * *", "America/New_York")
    assert on_demand["schedules"] == []
    for deployment in (nightly, on_demand):
        assert deployment["global_concurrency_limit"]["limit"] == 1
        assert deployment["concurrency_options"]["collision_strategy"] == "ENQUEUE"
    form = on_demand["parameter_openapi_schema"]["definitions"]["RunRequest"]["properties"]
    assert form["target"]["title"] == "Production"
    assert form["today"]["title"] == "Run as of"


def test_on_demand_from_the_command_line_writes_the_report_tabs(orchestra, saltglass):
    assert not saltglass.tabs & set(REPORT_TABS)
    request = json.dumps({"target": str(saltglass.settings)})
    said = orchestra.prefect(
        "deployment",
        "run",
        "production-report/on-demand",
        "--param",
        f"request={request}",
        "--watch",
    )
    assert saltglass.tabs >= set(REPORT_TABS), said


def test_on_demand_from_the_http_api_runs_once_a_key(orchestra, saltglass):
    body = {
        "parameters": {"request": {"target": str(saltglass.settings), "today": "2026-03-17"}},
        "idempotency_key": f"tuesday-{saltglass.settings}",
    }
    first, again = orchestra.order("on-demand", body), orchestra.order("on-demand", body)
    assert first.is_success, first.text
    assert first.json()["id"] == again.json()["id"]
    run = orchestra.finished(first.json()["id"])
    assert run["state_type"] == "COMPLETED", run["state"]
    assert run["name"] == "saltglass as of 2026-03-17"
    assert saltglass.tabs >= set(REPORT_TABS)
    _check_artifacts(orchestra, run["id"])


def _check_artifacts(orchestra: Orchestra, run_id: str) -> None:
    wanted = {"artifacts": {"flow_run_id": {"any_": [run_id]}}}
    artifacts = httpx.post(f"{orchestra.api}/artifacts/filter", json=wanted).json()
    assert {artifact["type"] for artifact in artifacts} == {"table", "markdown"}
    table = next(artifact for artifact in artifacts if artifact["type"] == "table")
    figures = {row["what"]: row["figure"] for row in json.loads(table["data"])}
    assert figures["requests for production"] == "1 reads, 1 writes"
    # The example's one spreadsheet is restricted, and Prefect's page is another audience.
    assert "revised budget" not in figures


def test_parameters_that_make_no_sense_are_refused_before_a_run(orchestra):
    for request in ({}, {"target": ""}, {"target": "x", "colour": "red"}):
        answer = orchestra.order("on-demand", {"parameters": {"request": request}})
        assert answer.status_code in {409, 422}, answer.text


def test_a_run_that_cannot_be_fails_with_what_to_do_and_no_key_in_sight(orchestra, tmp_path):
    missing = str(tmp_path / "none.toml")
    answer = orchestra.order("on-demand", {"parameters": {"request": {"target": missing}}})
    run = orchestra.finished(answer.json()["id"])
    assert run["state_type"] == "FAILED"
    assert "there is no such settings file" in run["state"]["message"]


def test_a_key_in_a_secret_block_is_found_and_never_shown(orchestra, tmp_path):
    secret = rsa.generate_private_key(public_exponent=65537, key_size=2048).private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    key = {
        "type": "service_account",
        "client_email": "topsheet@saltglass.iam.example.com",
        "private_key": secret.decode(),
        "token_uri": "https://example.com/token",
    }
    file = tmp_path / "key.json"
    file.write_text(json.dumps(key), encoding="utf-8")
    save = f"Secret(value=open({str(file)!r}).read()).save('topsheet-google')"
    _python(orchestra, f"from prefect.blocks.system import Secret; {save}")
    said = _python(orchestra, FIND_THE_KEY)
    assert "topsheet@saltglass.iam.example.com" in said
    assert "PRIVATE KEY" not in said


FIND_THE_KEY = """
from flows.credentials import account_of
from flows.settings import CredentialSettings
print(account_of(CredentialSettings(block="topsheet-google")))
"""


def _python(orchestra: Orchestra, program: str) -> str:
    command = [sys.executable, "-c", program]
    done = subprocess.run(
        command, cwd=ROOT, env=orchestra.env, text=True, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr
