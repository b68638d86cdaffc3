"""The door of the server: slow calls, large bodies, late answers, strangers, broken connections."""

from __future__ import annotations

import gzip
import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests

import localsheets
from localsheets.api.request import Call
from localsheets.api.routes import Route
from localsheets.log import Logged, RequestLog
from localsheets.state.cell import Cell
from localsheets.wire.answer import Answer

ROOT = Path(__file__).parents[2]
BOOK = "/v4/spreadsheets/book"
PUT = f"{BOOK}/values/A1?valueInputOption=RAW"


@pytest.fixture
def book(server: localsheets.Server) -> str:
    """The address of a server that has the spreadsheet "book"."""
    server.workbooks.create("book")
    return server.url


def message(answer: requests.Response) -> tuple[int, str]:
    """An error's code and words."""
    error = answer.json()["error"]
    assert error["code"] == answer.status_code
    return error["code"], error["message"]


# -- several at a time


def test_a_slow_call_holds_up_no_other(book: str, monkeypatch: pytest.MonkeyPatch) -> None:
    entered, leave = threading.Event(), threading.Event()
    answered = Route.answer

    def slow(self: Route, call: Call) -> Answer:
        if self.name == "spreadsheets.get":
            entered.set()
            assert leave.wait(10)
        return answered(self, call)

    monkeypatch.setattr(Route, "answer", slow)
    found: list[int] = []
    waiting = threading.Thread(
        target=lambda: found.append(requests.get(book + BOOK, timeout=10).status_code)
    )
    waiting.start()
    assert entered.wait(10)
    assert requests.get(f"{book}{BOOK}/values/A1", timeout=5).ok
    assert not found
    leave.set()
    waiting.join()
    assert found == [200]


# -- bounds


@pytest.fixture
def narrow() -> Iterator[str]:
    """The address of a server that takes bodies of 100 bytes."""
    workbooks = localsheets.Workbooks()
    workbooks.create("book")
    with localsheets.serving(workbooks, limits=localsheets.Limits(body=100)) as running:
        yield running.url


TOO_LARGE = (400, "Request payload size exceeds the limit: 100 bytes.")


def test_a_large_body_is_refused_in_googles_words(narrow: str) -> None:
    body = {"values": [["x" * 100]]}
    assert message(requests.put(narrow + PUT, json=body, timeout=5)) == TOO_LARGE
    assert "values" not in requests.get(f"{narrow}{BOOK}/values/A1", timeout=5).json()


def test_a_large_body_is_refused_before_it_is_there_whole(narrow: str) -> None:
    """The sender would go on for ever; the answer comes nonetheless."""
    where = urlsplit(narrow)
    with socket.create_connection((where.hostname, where.port), timeout=5) as raw:
        head = f"PUT {PUT} HTTP/1.1\r\nHost: {where.netloc}\r\nTransfer-Encoding: chunked\r\n\r\n"
        raw.sendall(head.encode() + b"80\r\n" + b"x" * 128 + b"\r\n")
        assert raw.recv(1000).startswith(b"HTTP/1.1 400")


def test_packed_bodies_are_taken_and_bounded_when_unpacked(narrow: str) -> None:
    packed = {"Content-Encoding": "gzip"}
    small = gzip.compress(json.dumps({"values": [["small"]]}).encode())
    bomb = gzip.compress(b" " * 100_000)
    assert requests.put(narrow + PUT, small, headers=packed, timeout=5).ok
    assert requests.get(f"{narrow}{BOOK}/values/A1", timeout=5).json()["values"] == [["small"]]
    assert message(requests.put(narrow + PUT, bomb[:200], headers=packed, timeout=5)) == TOO_LARGE
    assert requests.put(narrow + PUT, b"{}", headers=packed, timeout=5).status_code == 400


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PUT", PUT, {"values": [["late"]]}),
        ("POST", f"{BOOK}:batchUpdate", {"requests": [{"addSheet": {}}]}),
    ],
)
def test_a_late_change_is_given_up_whole(method: str, path: str, body: object) -> None:
    workbooks = localsheets.Workbooks()
    workbooks.create("book")
    with localsheets.serving(workbooks, limits=localsheets.Limits(seconds=0)) as running:
        late = requests.request(method, running.url + path, json=body, timeout=5)
    assert late.json()["error"] == {
        "code": 504,
        "message": "Deadline expired before operation could complete.",
        "status": "DEADLINE_EXCEEDED",
    }
    book = workbooks.read("book")
    assert (len(book.sheets), book.sheets[0].at(0, 0).value) == (1, None)


@pytest.mark.parametrize("path", [f"{BOOK}/values/A1", f"{BOOK}?includeGridData=true"])
def test_a_late_answer_is_given_up(path: str) -> None:
    workbooks = localsheets.Workbooks()
    workbooks.create("book")
    workbooks.change("book", lambda copy: copy.put(copy.sheets[0], 0, 0, Cell("x")))
    with localsheets.serving(workbooks, limits=localsheets.Limits(seconds=0)) as running:
        assert requests.get(running.url + path, timeout=5).status_code == 504


def test_the_log_is_bounded() -> None:
    log = RequestLog(kept=3)
    for number in range(5):
        log.append(Logged("GET", f"/{number}", "", 0.0, 200))
    assert [call.path for call in log] == ["/2", "/3", "/4"]
    assert log[-1].path == "/4"
    assert [call.path for call in log[1:]] == ["/3", "/4"]
    log.clear()
    assert not log


def test_the_log_knows_sizes(server: localsheets.Server, book: str) -> None:
    sent = requests.put(book + PUT, json={"values": [["x"]]}, timeout=5)
    call = server.requests[-1]
    assert call.request_size == len(sent.request.body or b"")
    assert call.response_size == len(sent.content)
    assert (call.what, call.spreadsheet_id) == ("spreadsheets.values.update", "book")


# -- HTTP


def test_head_asks_without_the_body(book: str) -> None:
    whole, bare = (requests.request(verb, book + BOOK, timeout=5) for verb in ("GET", "HEAD"))
    assert (bare.status_code, bare.content) == (200, b"")
    assert bare.headers["content-length"] == str(len(whole.content))


@pytest.mark.parametrize("value", ['"\\ud83d alone"', "NaN", "1e999", "[" * 5000])
def test_what_json_cannot_mean_is_refused(book: str, value: str) -> None:
    answer = requests.put(book + PUT, data=f'{{"values": [[{value}]]}}', timeout=5)
    assert (answer.status_code, answer.json()["error"]["status"]) == (400, "INVALID_ARGUMENT")
    assert "values" not in requests.get(f"{book}{BOOK}/values/A1", timeout=5).json()


def test_a_client_that_goes_away_leaves_nothing_on_the_terminal() -> None:
    code = f"""
import localsheets, socket, struct, time, urllib.parse, urllib.request
store = localsheets.Workbooks(); store.create("book")
with localsheets.serving(store) as server:
    where = urllib.parse.urlsplit(server.url)
    named = " HTTP/1.1\\r\\nHost: " + where.netloc + "\\r\\n"
    head = "PUT {PUT}" + named + "Content-Length: 9999\\r\\n\\r\\n"
    ask = "GET {BOOK}" + named + "\\r\\n"
    for sent in (head + "{{", ask, ask * 20, "nonsense\\r\\n\\r\\n", ""):
        raw = socket.create_connection((where.hostname, where.port))
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        raw.sendall(sent.encode())
        raw.close()  # a reset, not a farewell
    time.sleep(0.3)
    assert urllib.request.urlopen(server.url + "{BOOK}").status == 200
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60)
    assert (done.stdout, done.stderr, done.returncode) == (b"", b"", 0)


# -- strangers


@pytest.mark.parametrize("name", ["rebound.example.org", "rebound.example.org:80", ""])
def test_a_foreign_name_for_this_machine_is_refused(book: str, name: str) -> None:
    """A web site may point its own name at 127.0.0.1; the browser then takes this for its own."""
    assert requests.get(book + BOOK, headers={"Host": name}, timeout=5).status_code == 403
    assert requests.get(book + "/", headers={"Host": name}, timeout=5).status_code == 403


@pytest.mark.parametrize("name", ["localhost", "localhost:1", "127.0.0.1", "[::1]:9"])
def test_this_machines_own_names_are_fine(book: str, name: str) -> None:
    assert requests.get(book + BOOK, headers={"Host": name}, timeout=5).ok


@pytest.mark.parametrize("origin", ["https://example.org", "null", "http://localhost:1"])
def test_pages_of_other_sites_neither_write_nor_read(book: str, origin: str) -> None:
    foreign = {"Origin": origin, "Content-Type": "text/plain"}
    assert requests.put(book + PUT, "{}", headers=foreign, timeout=5).status_code == 403
    assert requests.get(book + BOOK, headers=foreign, timeout=5).status_code == 403


def test_a_form_of_another_site_writes_nothing(book: str) -> None:
    crossing = {"Sec-Fetch-Site": "cross-site"}
    address = f"{book}{BOOK}/values/A1:clear"
    assert requests.post(address, headers=crossing, timeout=5).status_code == 403
    assert requests.get(f"{book}/", headers=crossing, timeout=5).ok, "but links lead here"


def test_its_own_pages_may_do_both(book: str) -> None:
    own = {"Origin": book, "Sec-Fetch-Site": "same-origin"}
    assert requests.put(book + PUT, json={"values": [["x"]]}, headers=own, timeout=5).ok


# -- where it listens


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "[::1]", "127.1.2.3"])
def test_it_listens_on_any_loopback_address(host: str) -> None:
    if ":" in host and not _has_ipv6():
        pytest.skip("no IPv6 here")
    workbooks = localsheets.Workbooks()
    workbooks.create("book")
    with localsheets.serving(workbooks, host=host) as running:
        assert requests.get(running.url + BOOK, timeout=5).ok


def _has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as tried:
            tried.bind(("::1", 0))
    except OSError:
        return False
    return True


EVERYWHERE = ["0.0.0.0", "::", "[::]", "::ffff:127.0.0.1", "localhost.example.org", "", "10.0.0.1"]  # noqa: S104


@pytest.mark.parametrize("host", EVERYWHERE)
def test_elsewhere_it_listens_with_a_token_alone(host: str) -> None:
    with (
        pytest.raises(localsheets.ServeError, match="without a bearer token"),
        localsheets.serving(localsheets.Workbooks(), host=host),
    ):
        pass


def test_with_a_token_it_goes_by_any_name() -> None:
    workbooks = localsheets.Workbooks()
    workbooks.create("book")
    headers = {"Authorization": "Bearer sesame", "Host": "sheets.example.org"}
    with localsheets.serving(workbooks, host="0.0.0.0", token="sesame") as running:  # noqa: S104, S106
        port = urlsplit(running.url).port
        address = f"http://127.0.0.1:{port}{BOOK}"
        assert requests.get(address, headers=headers, timeout=5).ok
        assert requests.get(address, timeout=5).status_code == 401


@pytest.mark.parametrize("host", ["0.0.0.0", "127.0.0.1"])  # noqa: S104
def test_large_answers_are_packed_for_other_machines_alone(host: str) -> None:
    workbooks = localsheets.Workbooks()
    workbooks.create("book")
    bearer = {"Authorization": "Bearer sesame"}
    with localsheets.serving(workbooks, host=host, token="sesame") as running:  # noqa: S106
        address = f"http://127.0.0.1:{urlsplit(running.url).port}"
        large = requests.get(address + BOOK, headers=bearer, timeout=5)
        small = requests.get(f"{address}{BOOK}/values/A1", headers=bearer, timeout=5)
        plain = requests.get(
            address + BOOK, headers={**bearer, "Accept-Encoding": "identity"}, timeout=5
        )
    assert (large.headers.get("content-encoding") == "gzip") == (host != "127.0.0.1")
    assert large.json() == plain.json()
    assert not {"content-encoding"} & (small.headers.keys() | plain.headers.keys())


@pytest.mark.parametrize("port", [-1, 70_000])
def test_an_impossible_port_is_told(port: int) -> None:
    with (
        pytest.raises(localsheets.ServeError, match="Cannot serve on"),
        localsheets.serving(localsheets.Workbooks(), port=port),
    ):
        pass
