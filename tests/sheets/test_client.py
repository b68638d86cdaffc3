"""Failures of the world, each turned into an error that says what to do."""

from __future__ import annotations

import logging
import threading
from typing import Any

import pytest
import requests
from google.auth.exceptions import RefreshError, TransportError

import sheets
from sheets.quota import Buckets, TokenBucket, shared
from sheets.transport import BoundedHTTPClient, Counts
from tests.sheets.faulty import Answer, Time, connected, error, faulty

OK = Answer(200, '{"properties": {"title": "Budget"}}')
HTML = Answer(502, "<html><h1>502 Bad Gateway</h1></html>", {"Content-Type": "text/html"})
QUOTA = error(
    429,
    "Quota exceeded for quota metric 'Read requests'",
    details=[{"reason": "RATE_LIMIT_EXCEEDED"}],
)


@pytest.mark.parametrize("failure", [QUOTA, HTML, error(503), error(500), Answer(cut=True)])
def test_a_read_is_tried_again(failure: Answer) -> None:
    time = Time()
    with faulty(failure, failure, OK) as script:
        client = connected(script, time)

        assert client.metadata("id", "properties") == {"properties": {"title": "Budget"}}

    assert script.asked == ["GET /v4/spreadsheets/id"] * 3
    assert time.slept == [1.0, 2.0]
    assert client.counts == {"id": Counts(reads=3, writes=0)}


def test_waits_grow_with_full_jitter_up_to_a_cap() -> None:
    time = Time()
    with faulty(error(503)) as script, pytest.raises(sheets.Unavailable):
        connected(script, time, dice=0.5, deadline=1e6).metadata("id", "properties")

    assert time.slept == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 16.0]


def test_retry_after_is_honoured() -> None:
    time = Time()
    busy = Answer(429, QUOTA.body, {"Retry-After": "7"})
    with faulty(busy, OK) as script:
        connected(script, time, dice=0.25).metadata("id", "properties")

    assert time.slept == [7.25]


def test_a_deadline_bounds_all_tries_together() -> None:
    time = Time()
    busy = Answer(429, QUOTA.body, {"Retry-After": "100"})
    with faulty(busy) as script, pytest.raises(sheets.QuotaExhausted, match="reads a minute"):
        connected(script, time, deadline=150).metadata("id", "properties")

    assert len(script.asked) == 2
    assert sum(time.slept) < 150


@pytest.mark.parametrize("failure", [HTML, error(503), error(500), Answer(cut=True)])
def test_a_write_that_may_have_been_applied_is_not_sent_again(failure: Answer) -> None:
    time = Time()
    with (
        faulty(failure, Answer()) as script,
        pytest.raises(sheets.AnswerLost, match="may or may not have been applied"),
    ):
        connected(script, time).batch_update("id", {"requests": []}, "spreadsheetId")

    assert script.asked == ["POST /v4/spreadsheets/id:batchUpdate"]
    assert time.slept == []


def test_a_write_refused_for_quota_was_not_applied_and_is_sent_again() -> None:
    time = Time()
    with faulty(QUOTA, Answer()) as script:
        client = connected(script, time)
        client.batch_update("id", {"requests": []}, "spreadsheetId")

    assert client.counts == {"id": Counts(reads=0, writes=2)}


def test_a_write_whose_answer_is_cut_short_is_lost() -> None:
    with faulty(Answer(200, '{"spreadsheetId": ')) as script, pytest.raises(sheets.AnswerLost):
        connected(script, Time()).batch_update("id", {"requests": []}, "spreadsheetId")


def test_nobody_answers_at_all() -> None:
    time = Time()
    with faulty(OK) as script:
        pass
    client = connected(script, time, tries=3)

    with pytest.raises(sheets.Unreachable, match=r"cannot be reached.*check the network"):
        client.batch_update("id", {"requests": []}, "spreadsheetId")

    assert len(time.slept) == 2, "nothing was sent, so a write may be tried again"


@pytest.mark.parametrize(
    ("answer", "kind", "said"),
    [
        (
            error(403, "The caller does not have permission"),
            sheets.NoAccess,
            "share it with .* as Editor",
        ),
        (
            error(
                403,
                "Google Sheets API has not been used in project 1 before or it is disabled.",
                details=[{"reason": "SERVICE_DISABLED"}],
            ),
            sheets.NoAccess,
            "not switched on",
        ),
        (error(404, "Requested entity was not found."), sheets.NoSuchSpreadsheet, "check the add"),
        (error(401, "Request had invalid credentials"), sheets.BadCredentials, "clock may be"),
        (error(400, "Unable to parse range: X"), sheets.Refused, r"\(400\): Unable to parse"),
        (error(501, "Not implemented here: addTable"), sheets.Refused, r"\(501\): Not impl"),
        (
            error(400, "You are trying to edit a protected cell or object. Please contact"),
            sheets.Refused,
            "somebody protected a report tab.*remove the protection",
        ),
        (
            error(400, "This operation is not supported for this document"),
            sheets.Refused,
            "Office file.*Save as Google Sheets",
        ),
    ],
)
def test_a_refusal_is_not_repeated(
    answer: Answer, kind: type[sheets.SheetsError], said: str
) -> None:
    with faulty(answer) as script, pytest.raises(kind, match=said):
        connected(script, Time()).metadata("id", "properties")

    assert len(script.asked) == 1


def test_an_error_does_not_quote_a_cell_back() -> None:
    """Google quotes the value that it cannot read."""
    said = "Invalid value at 'requests[0]' (TYPE_DOUBLE), \"call Ana at 555 0100\""
    with faulty(error(400, said)) as script, pytest.raises(sheets.Refused) as raised:
        connected(script, Time()).metadata("id", "properties")

    assert "555" not in str(raised.value)
    assert "Invalid value at 'requests[0]' (TYPE_DOUBLE)" in str(raised.value)


def test_logs_hold_names_and_ids_only(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "sheets")
    answer = Answer(200, '{"properties": {"title": "555 0100"}}')
    with faulty(error(503), answer) as script:
        connected(script, Time()).metadata("id", "properties", ["'Ana Moreno'"])

    text = caplog.text
    assert "get on id failed" in text
    assert "555" not in text
    assert "Ana" not in text


@pytest.mark.parametrize("url", ["127.0.0.1:8000", "ftp://x", ""])
def test_what_is_no_server_is_said(url: str) -> None:
    with pytest.raises(ValueError, match="is no server's address"):
        sheets.connect(url)


def test_a_server_on_this_machine_is_not_asked_through_a_proxy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with faulty(OK) as script:
        assert connected(script, Time()).metadata("id", "properties")


def test_the_bucket_lets_at_most_sixty_through_in_any_minute() -> None:
    time = Time()
    bucket = TokenBucket(clock=lambda: time.now)
    sent: list[float] = []
    for _ in range(200):
        time.sleep(bucket.take())
        sent.append(time.now)

    busiest = max(sum(start <= at < start + 60 for at in sent) for start in sent)
    assert 50 <= busiest <= 60


def test_reads_and_writes_have_buckets_of_their_own() -> None:
    time = Time()
    full = TokenBucket(burst=1, per_minute=60, clock=lambda: time.now)
    empty = TokenBucket(burst=0, per_minute=60, clock=lambda: time.now)
    with faulty(OK) as script:
        client = sheets.connect(script.url, buckets=Buckets(full, empty), chance=time.chance())
        client.metadata("id", "properties")
        assert time.slept == []
        client.batch_update("id", {}, "spreadsheetId")
        assert time.slept == [1.0]


def test_a_wait_for_quota_past_the_deadline_is_refused() -> None:
    time = Time()
    slow = TokenBucket(burst=0, per_minute=0.1, clock=lambda: time.now)
    with faulty(OK) as script:
        client = sheets.connect(script.url, buckets=Buckets(slow, slow), chance=time.chance())
        with pytest.raises(sheets.QuotaExhausted, match="run fewer productions at a time"):
            client.metadata("id", "properties")
    assert script.asked == []


def test_every_client_of_an_account_draws_from_the_same_buckets() -> None:
    assert shared("a@example.com") is shared("a@example.com")
    assert shared("a@example.com") is not shared("b@example.com")


def test_a_bucket_is_safe_between_threads() -> None:
    bucket = TokenBucket(burst=10, clock=lambda: 0.0)
    waits: list[float] = []
    threads = [threading.Thread(target=lambda: waits.append(bucket.take())) for _ in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sum(wait == 0 for wait in waits) == 10, "the burst, and not one more"
    assert len(set(waits)) == 31, "the others wait for a token each"


class Rejected(requests.Session):
    """A session whose signing in fails."""

    def __init__(self, *failures: Exception) -> None:
        super().__init__()
        self.failures = list(failures)

    def request(self, *_: Any, **__: Any) -> requests.Response:
        if self.failures:
            raise self.failures.pop(0)
        answer = requests.Response()
        answer.status_code, answer._content = 200, b"{}"
        return answer


def test_a_key_that_google_rejects_is_said_with_the_account() -> None:
    revoked = RefreshError("invalid_grant: Invalid JWT Signature.")  # type: ignore[no-untyped-call]
    http = BoundedHTTPClient(Rejected(revoked), account="reports@example.com")

    with pytest.raises(sheets.BadCredentials, match=r"does not accept reports@example\.com"):
        sheets.Client(http).metadata("id", "properties")


def test_signing_in_is_tried_again_where_only_the_network_failed() -> None:
    time = Time()
    down = TransportError("dns")  # type: ignore[no-untyped-call]
    busy = RefreshError("503", retryable=True)  # type: ignore[no-untyped-call]
    http = BoundedHTTPClient(Rejected(down, busy), chance=time.chance())

    assert sheets.Client(http).batch_update("id", {}, "spreadsheetId") == {}
    assert time.slept == [1.0, 2.0]
