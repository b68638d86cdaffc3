"""Faults on demand, as clients meet them: gspread and plain requests, over real HTTP."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gspread
import pytest
import requests
from gspread.exceptions import APIError

import localsheets
from localsheets.faults.fault import KINDS
from tests.localsheets.conftest import Api

BOOK = "/v4/spreadsheets/budget"
A1 = f"{BOOK}/values/A1"
RECORDED = (
    Path(__file__).parents[3]
    / "shared/google-traffic/gspread-pandas/tests.util_test.test_monkey_patch_request.json"
)


@pytest.fixture
def sheet(google: gspread.Client, server: localsheets.Server) -> Iterator[gspread.Worksheet]:
    """The first tab of the spreadsheet "budget"; no fault outlives the test."""
    server.workbooks.create("Budget")
    made = google.open_by_key("budget").sheet1
    yield made
    server.faults.clear()
    server.quota = None


def value(server: localsheets.Server) -> Any:
    """What stands in A1 in truth."""
    return server.workbooks.read("budget").sheets[0].at(0, 0).value


# -- each kind


@pytest.mark.parametrize(
    ("kind", "status", "name", "words"),
    [
        ("500", 500, "INTERNAL", "Internal error encountered."),
        ("503", 503, "UNAVAILABLE", "The service is currently unavailable."),
        ("403", 403, "PERMISSION_DENIED", "The caller does not have permission"),
        ("401", 401, "UNAUTHENTICATED", "Request had invalid authentication credentials."),
        ("429", 429, "RESOURCE_EXHAUSTED", "Quota exceeded for quota metric 'Read requests'"),
    ],
)
def test_a_call_ends_in_an_error_of_googles(
    server: localsheets.Server,
    sheet: gspread.Worksheet,
    kind: str,
    status: int,
    name: str,
    words: str,
) -> None:
    server.faults.add(kind, times=1)
    with pytest.raises(APIError) as refused:
        sheet.get_all_values()
    error = refused.value.error
    assert (error["code"], error["status"]) == (status, name)
    assert error["message"].startswith(words)
    assert sheet.get_all_values() == [[]], "once is over"


def test_quota_exceeded_is_told_as_google_told_it(
    server: localsheets.Server, sheet: gspread.Worksheet
) -> None:
    if not RECORDED.exists():
        pytest.skip("the recorded traffic is not here")
    exchanges = json.loads(RECORDED.read_text(encoding="utf-8"))["interactions"]
    recorded = next(one["response"] for one in exchanges if one["status"] == 429)
    text = json.dumps(recorded).replace("1074179254152", "100000000000")
    with server.faults.add("429"):
        answer = requests.get(server.url + A1, timeout=5)
    assert answer.json() == json.loads(text)
    assert "Retry-After" not in answer.headers


def test_an_expired_token_is_told_in_the_header_too(
    server: localsheets.Server, sheet: gspread.Worksheet
) -> None:
    with server.faults.add("401"):
        answer = requests.get(server.url + A1, timeout=5)
    assert answer.headers["WWW-Authenticate"] == (
        'Bearer realm="https://accounts.google.com/", error="invalid_token"'
    )


@pytest.mark.parametrize(
    ("kind", "status", "reason"),
    [("401", 401, "authError"), ("403", 403, "forbidden"), ("429", 429, "rateLimitExceeded")],
)
def test_drive_tells_it_in_its_own_form(
    server: localsheets.Server, sheet: gspread.Worksheet, kind: str, status: int, reason: str
) -> None:
    with server.faults.add(kind):
        answer = requests.get(f"{server.url}/drive/v3/files", timeout=5)
    assert answer.status_code == status
    assert answer.json()["error"]["errors"][0]["reason"] == reason
    assert ("WWW-Authenticate" in answer.headers) == (kind == "401")


def test_a_bad_gateway_speaks_html(server: localsheets.Server, sheet: gspread.Worksheet) -> None:
    with server.faults.add("502"), pytest.raises(APIError) as refused:
        sheet.get_all_values()
    assert refused.value.response.status_code == 502
    assert refused.value.code == -1, "which is what gspread makes of it"
    assert "<title>Error 502 (Server Error)!!1</title>" in refused.value.response.text


@pytest.mark.parametrize("kind", ["500", "502", "503", "cut"])
def test_before_means_not_applied(
    server: localsheets.Server, sheet: gspread.Worksheet, kind: str
) -> None:
    with server.faults.add(kind), pytest.raises((APIError, requests.ConnectionError)):
        sheet.update([["written"]], "A1")
    assert value(server) is None


@pytest.mark.parametrize("kind", ["500", "502", "503", "cut"])
def test_after_means_applied_all_the_same(
    server: localsheets.Server, sheet: gspread.Worksheet, kind: str
) -> None:
    with (
        server.faults.add(kind, after=True),
        pytest.raises((APIError, requests.ConnectionError)),
    ):
        sheet.update([["written"]], "A1")
    assert value(server) == "written"


def test_a_client_that_tries_again_after_503_appends_twice(
    server: localsheets.Server, sheet: gspread.Worksheet
) -> None:
    """What a client must guard against: the first try had been applied."""
    server.faults.add("503", after=True, times=1, name="spreadsheets.values.append")
    for _ in range(2):
        try:
            sheet.append_row(["once, please"])
            break
        except APIError:
            continue
    assert sheet.col_values(1) == ["once, please", "once, please"]


def test_a_cut_connection_is_a_connection_error(
    server: localsheets.Server, sheet: gspread.Worksheet
) -> None:
    with server.faults.add("cut"), pytest.raises(requests.ConnectionError):
        sheet.get_all_values()
    assert server.requests[-1].status == 0
    assert sheet.get_all_values() == [[]], "the next connection is fine"


def test_half_an_answer_is_no_answer(server: localsheets.Server, sheet: gspread.Worksheet) -> None:
    with (
        server.faults.add("half"),
        pytest.raises(requests.exceptions.ChunkedEncodingError, match="Connection broken"),
    ):
        sheet.update([["written"]], "A1")
    assert value(server) == "written"


def test_reading_works_where_sharing_is_read_only(
    server: localsheets.Server, sheet: gspread.Worksheet
) -> None:
    server.faults.add("read-only")
    assert sheet.get_all_values() == [[]]
    filters = {"dataFilters": [{"a1Range": "A1"}]}
    by_filter = f"{server.url}{BOOK}/values:batchGetByDataFilter"
    assert requests.post(by_filter, json=filters, timeout=5).status_code != 403, "this reads too"
    with pytest.raises(APIError, match="The caller does not have permission"):
        sheet.update([["written"]], "A1")


def test_one_spreadsheet_may_be_out_of_reach(
    server: localsheets.Server, google: gspread.Client, sheet: gspread.Worksheet
) -> None:
    other = google.create("Crew")
    with server.faults.add("403", spreadsheet="budget"):
        with pytest.raises(PermissionError):
            google.open_by_key("budget")
        assert google.open_by_key(other.id).title == "Crew"


# -- slow answers


@pytest.mark.parametrize("after", [False, True])
def test_a_slow_answer_outlasts_a_clients_patience(
    server: localsheets.Server, sheet: gspread.Worksheet, after: bool
) -> None:
    body = {"values": [["written"]]}
    address = f"{server.url}{A1}?valueInputOption=RAW"
    with server.faults.add("slow", seconds=0.4, after=after):
        with pytest.raises(requests.ReadTimeout):
            requests.put(address, json=body, timeout=0.2)
        assert value(server) == ("written" if after else None)


def test_latency_is_a_slow_fault_on_every_call(
    server: localsheets.Server, sheet: gspread.Worksheet
) -> None:
    server.faults.add("slow", seconds=0.1)
    started = time.perf_counter()
    assert sheet.get_all_values() == [[]]
    assert sheet.get_all_values() == [[]]
    assert time.perf_counter() - started >= 0.19
    assert server.requests[-1].fault == "slow"
    assert server.requests[-1].seconds >= 0.095


def test_a_slow_call_holds_up_no_other_nor_the_end(sheet: gspread.Worksheet) -> None:
    with localsheets.serving(localsheets.Workbooks()) as running:
        running.workbooks.create("slow")
        running.workbooks.create("quick")
        running.faults.add("slow", seconds=60, spreadsheet="slow")
        patient = threading.Thread(target=_ask, args=(f"{running.url}/v4/spreadsheets/slow",))
        patient.start()
        assert requests.get(f"{running.url}/v4/spreadsheets/quick", timeout=5).ok
    patient.join(10)
    assert not patient.is_alive()


def _ask(url: str) -> None:
    with contextlib.suppress(requests.RequestException):
        requests.get(url, timeout=30)


def test_slowness_adds_to_another_fault(
    server: localsheets.Server, sheet: gspread.Worksheet
) -> None:
    with server.faults.add("slow", seconds=0.05), server.faults.add("503", after=True):
        assert requests.get(server.url + A1, timeout=5).status_code == 503
    call = server.requests[-1]
    assert (call.fault, call.status) == ("slow, 503 after", 503)
    assert call.seconds >= 0.05


# -- which calls


def statuses(server: localsheets.Server, count: int) -> list[int]:
    return [requests.get(server.url + A1, timeout=5).status_code for _ in range(count)]


def test_the_third_call_and_no_other(server: localsheets.Server, sheet: gspread.Worksheet) -> None:
    third = server.faults.add("503", skip=2, times=1)
    assert statuses(server, 5) == [200, 200, 503, 200, 200]
    assert (third.seen, third.met) == (5, 1)


def test_chance_with_a_seed_is_the_same_each_time(
    server: localsheets.Server, sheet: gspread.Worksheet
) -> None:
    runs = []
    for _ in range(2):
        with server.faults.add("503", chance=0.5, seed=7):
            runs.append(statuses(server, 20))
    assert runs[0] == runs[1]
    assert set(runs[0]) == {200, 503}


@pytest.mark.parametrize(
    ("which", "reads", "writes"),
    [
        ({"method": "get"}, 503, 200),
        ({"method": "PUT"}, 200, 503),
        ({"name": "spreadsheets.values.*"}, 503, 503),
        ({"name": "spreadsheets.values.get"}, 503, 200),
        ({"path": "*/values/A1"}, 503, 503),
        ({"path": "/drive/*"}, 200, 200),
        ({"spreadsheet": "budget"}, 503, 503),
        ({"spreadsheet": "other"}, 200, 200),
    ],
)
def test_calls_are_told_apart(
    server: localsheets.Server,
    sheet: gspread.Worksheet,
    which: dict[str, Any],
    reads: int,
    writes: int,
) -> None:
    with server.faults.add("503", **which):
        assert requests.get(server.url + A1, timeout=5).status_code == reads
        put = requests.put(f"{server.url}{A1}?valueInputOption=RAW", json={}, timeout=5)
        assert put.status_code == writes


def test_pages_meet_no_faults(server: localsheets.Server, sheet: gspread.Worksheet) -> None:
    with server.faults.add("503"):
        assert requests.get(f"{server.url}/d/budget", timeout=5).ok


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "418"},
        {"kind": "slow"},
        {"kind": "503", "seconds": 1},
        {"kind": "503", "chance": 2},
        {"kind": "503", "times": 0},
    ],
)
def test_a_fault_that_is_none_is_refused(server: localsheets.Server, wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"fault|chance|times"):
        server.faults.add(**wrong)


# -- quota


class Clock:
    """A clock that goes when it is told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(server: localsheets.Server, sheet: gspread.Worksheet) -> Clock:
    """The clock of a quota of Google's size."""
    made = Clock()
    server.quota = localsheets.Quota(clock=made)
    return made


def test_a_user_has_sixty_reads_a_minute(clock: Clock, sheet: gspread.Worksheet) -> None:
    for _ in range(60):
        sheet.get("A1")
    with pytest.raises(APIError, match="'Read requests per minute per user'"):
        sheet.get("A1")
    sheet.update([["writes are counted apart"]], "A1")
    clock.now = 59.9
    with pytest.raises(APIError):
        sheet.get("A1")
    clock.now = 60
    assert sheet.get("A1") == [["writes are counted apart"]]


def test_a_batch_counts_once(
    server: localsheets.Server, clock: Clock, sheet: gspread.Worksheet
) -> None:
    server.quota = localsheets.Quota(user_writes=2, clock=clock)

    def write_many() -> None:
        sheet.batch_update([{"range": f"A{row}", "values": [[row]]} for row in range(1, 50)])

    write_many()
    write_many()
    with pytest.raises(APIError, match="'Write requests per minute per user'"):
        write_many()


def test_a_project_has_its_own_limit(server: localsheets.Server, sheet: gspread.Worksheet) -> None:
    server.quota = localsheets.Quota(reads=3, user_reads=2)
    users = ["ana", "ana", "ana", "bo", "bo"]
    told = [requests.get(f"{server.url}{A1}?quotaUser={user}", timeout=5).json() for user in users]
    assert ["error" in answer for answer in told] == [False, False, True, False, True]
    limits = [answer["error"]["details"][0]["metadata"]["quota_limit"] for answer in told[2::2]]
    assert limits == ["ReadRequestsPerMinutePerUser", "ReadRequestsPerMinutePerProject"]


def test_drive_has_a_quota_of_its_own(
    server: localsheets.Server, google: gspread.Client, sheet: gspread.Worksheet
) -> None:
    server.quota = localsheets.Quota(user_reads=0, user_writes=0)
    assert google.list_spreadsheet_files()
    with pytest.raises(APIError):
        google.open_by_key("budget")


def test_a_refused_call_is_not_applied(
    server: localsheets.Server, sheet: gspread.Worksheet
) -> None:
    server.quota = localsheets.Quota(user_writes=0)
    with pytest.raises(APIError):
        sheet.update([["written"]], "A1")
    assert value(server) is None


def test_minutes_are_fixed_and_follow_each_other(clock: Clock, server: localsheets.Server) -> None:
    """As recorded: used up late in one minute, full again early in the next."""
    quota = localsheets.Quota(user_reads=2, clock=clock)

    def let_in(now: float) -> bool:
        clock.now = now
        return quota.count("ana", writes=False) is None

    assert [let_in(now) for now in (100, 155, 159, 160, 161, 162)] == [
        True,
        True,
        False,
        True,
        True,
        False,
    ]
    assert let_in(345), "minutes without a call pass too"


# -- the control endpoint


def test_faults_are_controlled_over_http(
    server: localsheets.Server, sheet: gspread.Worksheet, api: Api
) -> None:
    made = api("POST", "/_localsheets/faults", {"kind": "503", "times": 1, "method": "GET"})
    assert made == {
        "id": made["id"],
        "kind": "503",
        "method": "GET",
        "times": 1,
        "seen": 0,
        "met": 0,
    }
    assert statuses(server, 2) == [503, 200]
    listed = api("GET", "/_localsheets/faults")["faults"]
    assert [(one["kind"], one["seen"], one["met"]) for one in listed] == [("503", 2, 1)]
    assert api("DELETE", f"/_localsheets/faults/{made['id']}") == {}
    assert api("GET", "/_localsheets/faults") == {"faults": []}
    assert api("DELETE", f"/_localsheets/faults/{made['id']}")["error"]["code"] == 404


def test_all_faults_are_taken_back(server: localsheets.Server, api: Api) -> None:
    for kind in KINDS:
        seconds = {"seconds": 60} if kind == "slow" else {}
        assert api("POST", "/_localsheets/faults", {"kind": kind, **seconds})["kind"] == kind
    assert api("DELETE", "/_localsheets/faults") == {}
    assert len(server.faults) == 0


def test_a_quota_is_set_over_http(sheet: gspread.Worksheet, api: Api) -> None:
    set_to = api("PUT", "/_localsheets/quota", {"user_reads": 1, "seconds": 0.2})["quota"]
    assert (set_to["user_reads"], set_to["user_writes"], set_to["seconds"]) == (1, 60, 0.2)
    sheet.get("A1")
    with pytest.raises(APIError):
        sheet.get("A1")
    time.sleep(0.2)
    sheet.get("A1")
    assert api("GET", "/_localsheets/quota")["quota"]["used"] == {"reads": 1, "writes": 0}
    assert api("DELETE", "/_localsheets/quota") == {"quota": None}


def test_the_log_is_read_over_http(
    server: localsheets.Server, sheet: gspread.Worksheet, api: Api
) -> None:
    api("DELETE", "/_localsheets/requests")
    sheet.get("A1")
    sheet.get("B1")
    assert len(api("GET", "/_localsheets/requests")["requests"]) == 2, "control is not logged"
    (last,) = api("GET", "/_localsheets/requests", last=1)["requests"]
    assert last["path"].endswith("/values/'Sheet1'!B1")
    assert (last["what"], last["status"]) == ("spreadsheets.values.get", 200)
    assert api("GET", "/_localsheets")["requests"] == 2


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "faults", {"kind": "teapot"}, 400),
        ("POST", "faults", {}, 400),
        ("POST", "faults", [], 400),
        ("POST", "faults", {"kind": "503", "unknown": 1}, 400),
        ("POST", "faults", {"kind": "503", "times": "often"}, 400),
        ("POST", "faults", {"kind": "503", "times": True}, 400),
        ("PUT", "quota", {"user_reads": -1}, 400),
        ("PUT", "quota", {"user_reads": 1.5}, 400),
        ("PUT", "quota", {"hourly": 1}, 400),
        ("PUT", "quota", 7, 400),
        ("PUT", "faults", {}, 405),
        ("GET", "nothing", None, 404),
        ("DELETE", "requests/1", None, 404),
        ("GET", "requests?last=x", None, 400),
    ],
)
def test_nonsense_is_refused_in_words(
    server: localsheets.Server, method: str, path: str, body: Any, status: int
) -> None:
    answer = requests.request(method, f"{server.url}/_localsheets/{path}", json=body, timeout=5)
    assert answer.status_code == status
    assert answer.json()["error"]["message"]


def test_the_control_endpoint_is_for_no_other_site(server: localsheets.Server) -> None:
    address = f"{server.url}/_localsheets/requests"
    for strange in ({"Origin": "https://example.org"}, {"Sec-Fetch-Site": "cross-site"}):
        assert requests.get(address, headers=strange, timeout=5).status_code == 403
        assert requests.delete(address, headers=strange, timeout=5).status_code == 403


def test_with_a_token_the_control_endpoint_asks_for_it() -> None:
    with localsheets.serving(localsheets.Workbooks(), token="sesame") as running:  # noqa: S106
        address = f"{running.url}/_localsheets/faults"
        assert requests.get(address, timeout=5).status_code == 401
        known = {"Authorization": "Bearer sesame"}
        assert requests.get(address, headers=known, timeout=5).json() == {"faults": []}
