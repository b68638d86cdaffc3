"""What people really hand in: one clear message, the right exit code, nothing written."""

from __future__ import annotations

import inspect
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import localsheets
from tests.examples import broken

BROKEN = {
    broken.password_protected: "password",
    broken.old_xls_named_xlsx: ".xls",
    broken.truncated: "damaged",
    broken.text_named_xlsx: "is not an .xlsx workbook",
    broken.empty_file: "empty",
    broken.zip_of_something_else: "not a workbook",
}


def one_clear_message(err: str) -> str:
    assert "Traceback" not in err
    assert err.startswith("topsheet: ")
    return err


@pytest.mark.parametrize("make", BROKEN, ids=lambda make: make.__name__)
def test_a_file_that_is_no_workbook_is_named_with_what_is_wrong(make, tmp_path, topsheet):
    file = make(tmp_path)
    before = file.read_bytes()
    said = topsheet("check", file)
    assert said.code == 1
    assert BROKEN[make] in one_clear_message(said.err)
    assert file.name in said.err
    assert said.out == ""
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_every_way_to_break_a_file_is_tested():
    ways = {
        way
        for name, way in inspect.getmembers(broken, inspect.isfunction)
        if not name.startswith("_") and list(inspect.signature(way).parameters) == ["folder"]
    }
    elsewhere = {broken.old_xls, broken.only_noise, broken.empty_tabs}
    assert ways == set(BROKEN) | elsewhere


def test_an_old_workbook_is_named_with_what_to_do(tmp_path, topsheet):
    said = topsheet("check", broken.old_xls(tmp_path))
    assert said.code == 1
    assert "Save it as an Excel workbook (.xlsx)" in one_clear_message(said.err)


def test_a_missing_file_is_named(tmp_path, topsheet):
    said = topsheet("check", tmp_path / "none.xlsx")
    assert said.code == 1
    assert "there is no such file" in one_clear_message(said.err)


@pytest.mark.parametrize("make", [broken.only_noise, broken.empty_tabs], ids=lambda m: m.__name__)
def test_a_workbook_with_none_of_our_sheets_says_so_and_what_would_help(make, tmp_path, topsheet):
    said = topsheet("check", make(tmp_path))
    assert said.code == 0
    assert "nothing that Topsheet knows" in said.out
    assert "No sheet that Topsheet knows was found" in said.out
    assert said.err == ""


@pytest.mark.parametrize("make", [broken.only_noise, broken.empty_tabs], ids=lambda m: m.__name__)
@pytest.mark.slow
def test_a_run_on_none_of_our_sheets_writes_nothing(make, tmp_path, topsheet):
    file = make(tmp_path)
    before = file.read_bytes()
    said = topsheet("run", file)
    assert said.code == 1
    assert "No sheet that Topsheet knows was found" in one_clear_message(said.err)
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    "target",
    [
        "https://docs.google.com/document/d/e/2PACX-1vS/pub",
        "https://example.com/budget",
        "what is this?",
    ],
)
def test_an_address_that_is_no_spreadsheets_is_named(target, topsheet):
    said = topsheet("check", target)
    assert said.code == 1
    assert "https://docs.google.com/spreadsheets/d/ID" in one_clear_message(said.err)


def test_an_unknown_id_and_a_silent_server_are_named(tmp_path, topsheet):
    with localsheets.serving(localsheets.Workbooks()) as server:
        said = topsheet("check", f"{server.url}/d/nowhere")
    assert said.code == 1
    assert "nowhere" in one_clear_message(said.err)


FORBIDDEN = {
    "error": {
        "code": 403,
        "message": "The caller does not have permission",
        "status": "PERMISSION_DENIED",
    }
}


@pytest.fixture
def forbidding():
    """A Sheets server that shows this caller nothing."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            body = json.dumps(FORBIDDEN).encode()
            self.send_response(403)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_no_access_is_named_with_what_to_do(forbidding, topsheet):
    for verb in ("check", "doctor"):
        said = topsheet(verb, f"{forbidding}/d/secret-budget")
        assert said.code == 1
        assert "secret-budget" in said.out + said.err
        assert "share" in (said.out + said.err).lower()
        assert "Traceback" not in said.err


def test_no_key_is_named_with_what_to_do(tmp_path, topsheet, monkeypatch):
    monkeypatch.setenv("TOPSHEET_CREDENTIALS", str(tmp_path / "none.json"))
    said = topsheet("check", "1AbC-dEf_0123456789012345678901234567890123")
    assert said.code == 1
    assert "none.json" in one_clear_message(said.err)


def test_a_broken_key_is_never_shown(tmp_path, topsheet, monkeypatch):
    key = tmp_path / "key.json"
    key.write_text('{"type": "service_account", "private_key": "SECRET-WORDS"}')
    monkeypatch.setenv("TOPSHEET_CREDENTIALS", str(key))
    for verb in ("check", "doctor"):
        said = topsheet(verb, "1AbC-dEf_0123456789012345678901234567890123")
        assert said.code == 1
        assert "SECRET-WORDS" not in said.out + said.err


def test_settings_with_a_wrong_key_are_named(tmp_path, topsheet):
    settings = tmp_path / "production.toml"
    settings.write_text('currancy = "USD"\n[spreadsheets.a]\ntarget = "abc"\n')
    said = topsheet("run", settings)
    assert said.code == 1
    assert "currancy: no such setting; did you mean currency?" in one_clear_message(said.err)


@pytest.mark.parametrize(
    "arguments",
    [("fly",), ("run",), ("check", "x.xlsx", "--fail-on", "doom"), ("rules", "sixth-day")],
)
def test_wrong_usage_is_exit_code_2(arguments, topsheet):
    said = topsheet(*arguments)
    assert said.code == 2
    assert "Traceback" not in said.err


@pytest.mark.slow
def test_the_copy_never_takes_the_place_of_the_file(tmp_path, topsheet):
    file: Path = broken.only_noise(tmp_path)
    before = file.read_bytes()
    said = topsheet("run", file, "-o", file)
    assert said.code == 1
    assert "is the workbook itself, which is never changed" in one_clear_message(said.err)
    assert file.read_bytes() == before
