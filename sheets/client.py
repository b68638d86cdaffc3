"""The one client: a connection to Google Sheets, or to a local server in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from google.auth.transport.requests import AuthorizedSession
from gspread.urls import SPREADSHEET_BATCH_UPDATE_URL
from requests import Response, Session

from sheets.credentials import Account, load
from sheets.errors import AnswerLost
from sheets.patience import Patience
from sheets.quota import Buckets, shared
from sheets.transport import GOOGLE, BoundedHTTPClient, Chance, Counts


class Client:
    """What pull and push ask of Google, and nothing more. Make one with :func:`connect`.

    ``counts`` says how many reads and writes each spreadsheet has cost.
    """

    def __init__(self, http: BoundedHTTPClient) -> None:
        self.http = http

    def __repr__(self) -> str:
        return f"Client(server={self.http.server!r}, account={self.http.account!r})"

    @property
    def account(self) -> str | None:
        """The e-mail that a spreadsheet must be shared with; ``None`` where there is none."""
        return self.http.account

    @property
    def server(self) -> str:
        """The base address that requests go to."""
        return self.http.server

    @property
    def counts(self) -> Mapping[str, Counts]:
        """Requests sent so far, by spreadsheet id."""
        return self.http.counts

    def metadata(
        self, spreadsheet_id: str, fields: str, ranges: Sequence[str] = ()
    ) -> dict[str, Any]:
        """One read of ``spreadsheets.get`` with a field mask, of all tabs or of ``ranges``."""
        asked: Any = {"fields": fields, "ranges": list(ranges)} if ranges else {"fields": fields}
        found: dict[str, Any] = self.http.spreadsheets_get(spreadsheet_id, asked)
        return found

    def batch_update(
        self, spreadsheet_id: str, body: Mapping[str, Any], fields: str
    ) -> dict[str, Any]:
        """One write, applied whole or not at all; ``fields`` masks the answer.

        Raises:
            AnswerLost: it may or may not have been applied.
        """
        response: Response = self.http.request(
            "post",
            SPREADSHEET_BATCH_UPDATE_URL % spreadsheet_id,
            params={"fields": fields},
            json=body,
        )
        try:
            answer: dict[str, Any] = response.json()
        except ValueError:
            raise AnswerLost(
                f"the answer to a write on {spreadsheet_id} cannot be read: look at the "
                "spreadsheet before writing again"
            ) from None
        return answer


def connect(
    url: str | None = None,
    credentials: Account | None = None,
    *,
    patience: Patience | None = None,
    buckets: Buckets | None = None,
    chance: Chance | None = None,
) -> Client:
    """Connect to Google, or to the server at ``url`` (``http://127.0.0.1:8000``).

    Without ``credentials``, Google is asked with those that :func:`sheets.credentials.load` finds,
    and another server with none. Google's quota is kept by two buckets shared by the whole process
    for each account; a server of our own has none, unless ``buckets`` are given.

    Raises:
        BadCredentials: Google needs credentials and there are none to be used.
        ValueError: ``url`` is no http(s) address.
    """
    server = GOOGLE if url is None else _checked(url)
    if server == GOOGLE:
        credentials = credentials or load()
        buckets = buckets or shared(credentials.email or credentials.source)
    http = BoundedHTTPClient(
        _session(credentials, server),
        server=server,
        account=credentials.email if credentials else None,
        patience=patience,
        buckets=buckets,
        chance=chance,
    )
    return Client(http)


def _session(account: Account | None, server: str) -> Session:
    session = Session()
    if account:
        session = AuthorizedSession(account.credentials)  # type: ignore[no-untyped-call]
    if server != GOOGLE:
        session.trust_env = False  # a proxy has no business with a server on this machine
    return session


def _checked(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError(f"{url!r} is no server's address: expected one like http://127.0.0.1:8000")
    return url.rstrip("/")
