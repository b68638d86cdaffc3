"""gspread's single seam, bounded: every request passes :meth:`BoundedHTTPClient.request`.

gspread's own client has no timeout; its back-off client never gives up, has no jitter, ignores
Retry-After and repeats writes that may have been applied. This one swaps the base address, waits
within bounds, keeps under the quota, counts, and turns every failure into an error with words.
"""

from __future__ import annotations

import logging
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from random import SystemRandom
from typing import Any

import google.auth.exceptions
import requests
from gspread.http_client import FileType, HTTPClient, ParamsType
from requests import Response, Session

from sheets.answers import Call, Failure, judge_exception, judge_response
from sheets.errors import QuotaExhausted
from sheets.patience import Patience
from sheets.quota import Buckets, TokenBucket

log = logging.getLogger(__name__)

GOOGLE = "https://sheets.googleapis.com"
_BASES = re.compile(r"^https://(?:sheets|www)\.googleapis\.com(?=/)")
_PLACE = re.compile(r"/v4/spreadsheets/([^/:?]+)[/:]?([^/?]*)")


@dataclass(frozen=True, slots=True)
class Chance:
    """The clock, sleep and dice, so that tests run without waiting."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    random: Callable[[], float] = field(default_factory=lambda: SystemRandom().random)


@dataclass(frozen=True, slots=True)
class Counts:
    """Requests sent for one spreadsheet, every try counted, as Google counts them."""

    reads: int = 0
    writes: int = 0


class BoundedHTTPClient(HTTPClient):
    """gspread's HTTP client with an address, bounds, a quota and plain errors. Thread-safe."""

    def __init__(
        self,
        session: Session,
        *,
        server: str = GOOGLE,
        account: str | None = None,
        patience: Patience | None = None,
        buckets: Buckets | None = None,
        chance: Chance | None = None,
    ) -> None:
        super().__init__(auth=None, session=session)  # type: ignore[arg-type]  # its own documented way
        self.server = server.rstrip("/")
        self.account = account
        self.patience = patience or Patience()
        self._buckets = buckets
        self._chance = chance or Chance()
        self._counted: Counter[tuple[str, bool]] = Counter()
        self._lock = threading.Lock()

    @property
    def counts(self) -> Mapping[str, Counts]:
        """Requests sent so far, by spreadsheet id."""
        with self._lock:
            counted = dict(self._counted)
        return {
            name: Counts(counted.get((name, False), 0), counted.get((name, True), 0))
            for name in sorted({name for name, _ in counted})
        }

    def request(
        self,
        method: str,
        endpoint: str,
        params: ParamsType | None = None,
        data: bytes | None = None,
        json: Mapping[str, Any] | None = None,
        files: FileType = None,
        headers: MutableMapping[str, str] | None = None,
    ) -> Response:
        """Send one request, as gspread's own client does, within the bounds.

        Raises:
            SheetsError: one of its kinds, with a message that says what to do.
        """
        call = self._call(method, endpoint)
        url = _BASES.sub(self.server, endpoint)
        body = {"params": params, "data": data, "json": json, "files": files, "headers": headers}
        deadline = self._chance.clock() + self.patience.deadline
        tried = 0
        while True:
            self._wait_for_quota(call, deadline)
            tried += 1
            outcome = self._try(call, method, url, body)
            if isinstance(outcome, Response):
                return outcome
            self._pause(call, outcome, tried, deadline)

    def _call(self, method: str, endpoint: str) -> Call:
        place = _PLACE.search(endpoint)
        name, operation = (place[1], place[2] or method) if place else ("", method)
        writes = method.lower() != "get" and "ByDataFilter" not in operation
        return Call(operation, name, writes, _spoken(self.server), self.account)

    def _try(
        self, call: Call, method: str, url: str, body: Mapping[str, Any]
    ) -> Response | Failure:
        """Send once; the answer, or what its lack means."""
        with self._lock:
            self._counted[call.spreadsheet, call.writes] += 1
        limit = self.patience.write if call.writes else self.patience.read
        started = self._chance.clock()
        try:
            response = self.session.request(
                method=method, url=url, timeout=(self.patience.connect, limit), **body
            )
        except (requests.exceptions.RequestException, google.auth.exceptions.GoogleAuthError) as e:
            log.info("%s on %s: %s", call.operation, call.spreadsheet, type(e).__name__)
            return judge_exception(call, e)
        took = self._chance.clock() - started
        log.debug("%s on %s: %s", call.operation, call.spreadsheet, response.status_code)
        if response.ok:
            log.debug("%s on %s took %.2f s", call.operation, call.spreadsheet, took)
            return response
        return judge_response(call, response)

    def _pause(self, call: Call, failure: Failure, tried: int, deadline: float) -> None:
        """Wait before the next try, or raise where there may be none."""
        if not failure.again or tried >= self.patience.tries:
            raise failure.error
        wait = self.patience.wait(tried, failure.wait, self._chance.random)
        if self._chance.clock() + wait > deadline:
            raise failure.error
        log.warning(
            "%s on %s failed (%s), trying again in %.1f s",
            call.operation,
            call.spreadsheet,
            type(failure.error).__name__,
            wait,
        )
        self._chance.sleep(wait)

    def _wait_for_quota(self, call: Call, deadline: float) -> None:
        """Wait for a token of the account's bucket."""
        bucket = self._bucket(call)
        if bucket is None:
            return
        wait = bucket.take()
        if self._chance.clock() + wait > deadline:
            bucket.give_back()
            raise QuotaExhausted(
                f"this machine's own runs use up Google's quota of requests a minute "
                f"({call.operation} on {call.spreadsheet} would wait {wait:.0f} s): run fewer "
                "productions at a time"
            )
        if wait:
            log.info("waiting %.1f s to stay under Google's quota", wait)
            self._chance.sleep(wait)

    def _bucket(self, call: Call) -> TokenBucket | None:
        if self._buckets is None:
            return None
        return self._buckets.writes if call.writes else self._buckets.reads


def _spoken(server: str) -> str:
    return "Google" if server == GOOGLE else server
