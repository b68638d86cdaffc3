"""A call on its way through the door: what is known of it so far."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from starlette.requests import Request

from localsheets import methods
from localsheets.api import override, routes
from localsheets.api.request import Call
from localsheets.api.routes import Route
from localsheets.faults.fault import Asked
from localsheets.keys import TOKEN_PATH
from localsheets.log import Logged
from localsheets.wire.answer import Answer
from localsheets.wire.errors import ApiError, as_drive
from localsheets.workbooks import Workbooks

TOKEN = "oauth2.token"  # noqa: S105 - a name
"""Where service accounts ask for tokens."""


@dataclass(slots=True)
class Exchange:
    """One call."""

    request: Request
    path: str
    """As it came, still escaped."""
    started: float = field(default_factory=time.monotonic)
    route: Route | None = None
    """The method of Google's; none for a page."""
    names: dict[str, str] = field(default_factory=dict)
    """What stands in the path: the spreadsheet's ``id``, a ``range``."""
    raw: bytes = b""
    account: str = ""
    """Who calls, once that is known: an e-mail address."""
    faults: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, request: Request) -> Exchange:
        """A call that has just come."""
        made = cls(request, request.scope["raw_path"].decode("ascii"))
        found = routes.find(made.verb, made.path)
        if found is not None:
            made.route, names = found
            made.names = {key: unquote(value) for key, value in names.items()}
        return made

    @property
    def verb(self) -> str:
        """What the call means to do, whichever way it says so."""
        return override.verb(self.request.method, self.request.headers)

    @property
    def name(self) -> str:
        """The method's name in Google's documentation; "page" for a page."""
        if self.route is not None:
            return self.route.name
        return TOKEN if (self.verb, self.path) == ("POST", TOKEN_PATH) else "page"

    @property
    def writes(self) -> bool:
        """Whether the method changes something."""
        return methods.writes(self.name, self.verb)

    @property
    def spreadsheet(self) -> str:
        """The spreadsheet's id, if the path names one."""
        return self.names.get("id", "")

    @property
    def user(self) -> str:
        """Whose quota it counts for: whoever the call names, else the account."""
        return self.request.query_params.get("quotaUser") or self.account

    def refusal(self, error: ApiError) -> Answer:
        """An error as the API that was called answers it."""
        if not self.name.startswith("drive."):
            return Answer.of(error)
        made = Answer.of(as_drive(error))
        return made if made.headers else replace(made, headers=error.headers)

    def asked(self) -> Asked:
        """As faults see it."""
        path = unquote(self.path)
        return Asked(self.verb, self.name, path, self.spreadsheet, self.account, self.writes)

    def call(self, workbooks: Workbooks) -> Call:
        """As the handlers see it."""
        query = self.request.query_params
        headers = self.request.headers
        params = {key: query.getlist(key) for key in query}
        params |= override.asked_in_body(self.request.method, headers, self.raw)
        return Call(workbooks, self.names, params, self.raw, headers, self.account)

    def logged(self, status: int, size: int) -> Logged:
        """As it is noted."""
        return Logged(
            method=self.request.method,
            path=unquote(self.path),
            spreadsheet_id=self.spreadsheet,
            seconds=time.monotonic() - self.started,
            status=status,
            what=self.name,
            account=self.account,
            fault=", ".join(self.faults),
            request_size=len(self.raw),
            response_size=size,
        )
