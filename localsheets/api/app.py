"""The ASGI application: every call goes through one door, which times, logs and answers it.

What takes time (a handler, a page, encoding an answer) runs in a worker thread, so that a slow call
holds up no other.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from localsheets import page
from localsheets.api import body, guard, routes
from localsheets.api.log import Logged
from localsheets.api.request import Answer, Call
from localsheets.api.routes import Route
from localsheets.errors import StoreError, WorkbookError
from localsheets.page.live import Live
from localsheets.server import Server
from localsheets.wire import deadline
from localsheets.wire.encoding import encode
from localsheets.wire.errors import ApiError, not_implemented

log = logging.getLogger("localsheets")

CHANGES = "/page/changes"
STREAM_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


@dataclass(slots=True)
class Exchange:
    """A call on its way through the door: what is known of it so far."""

    request: Request
    path: str
    """As it came, still escaped."""
    started: float = field(default_factory=time.monotonic)
    route: Route | None = None
    """The method of Google's; none for a page."""
    names: dict[str, str] = field(default_factory=dict)
    raw: bytes = b""

    @property
    def verb(self) -> str:
        """GET for HEAD too, which asks for the same without the body."""
        return "GET" if self.request.method == "HEAD" else self.request.method

    def logged(self, status: int, size: int) -> Logged:
        """The call as it is noted."""
        return Logged(
            method=self.request.method,
            path=unquote(self.path),
            spreadsheet_id=self.names.get("id", ""),
            seconds=time.monotonic() - self.started,
            status=status,
            what=self.route.name if self.route else "page",
            request_size=len(self.raw),
            response_size=size,
        )


class Application:
    """The server as uvicorn calls it."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self.live = Live(server.workbooks)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one call; nothing that goes wrong with it leaves here as an exception."""
        if scope["type"] != "http":
            return
        request = Request(scope, receive)
        exchange = Exchange(request, scope["raw_path"].decode("ascii"))
        try:
            response = await self._response(exchange)
        except ClientDisconnect:
            return
        await response(scope, receive, send)

    async def _response(self, exchange: Exchange) -> Response:
        try:
            await self._admit(exchange)
            if exchange.path == CHANGES and exchange.verb == "GET":
                stream = self.live.stream(lambda _: True)
                return StreamingResponse(
                    stream, headers=STREAM_HEADERS, media_type="text/event-stream"
                )
            response = await run_in_threadpool(self._work, exchange)
        except ApiError as error:
            response = _encoded(_refusal(error))
        size = len(response.body)
        self._server.requests.append(exchange.logged(response.status_code, size))
        return response

    async def _admit(self, exchange: Exchange) -> None:
        """Let a call in: it comes from where it may, it bears the token, it is not too large."""
        found = routes.find(exchange.verb, exchange.path)
        if found is not None:
            exchange.route, names = found
            exchange.names = {key: unquote(value) for key, value in names.items()}
        request, server = exchange.request, self._server
        if server.token is None:
            guard.check_host(request)
        guard.check_origin(request, reading=exchange.verb == "GET")
        guard.check_token(request, server.token)
        if exchange.verb != "GET":
            exchange.raw = await body.read(request, server.limits.body)

    def _work(self, exchange: Exchange) -> Response:
        """In a worker thread: the answer, encoded."""
        with deadline.until(exchange.started + self._server.limits.seconds):
            return _encoded(self._answer(exchange))

    def _answer(self, exchange: Exchange) -> Answer:
        try:
            return self._ask(exchange)
        except ApiError as error:
            return _refusal(error)
        except StoreError as error:
            log.warning("%s %s: %s", exchange.request.method, exchange.path, error)
            return _refusal(ApiError(503, str(error)))
        except WorkbookError as error:
            return _refusal(ApiError(400, str(error)))
        except Exception:
            log.exception("%s %s failed", exchange.request.method, exchange.path)
            return _refusal(ApiError(500, "Internal error encountered."))

    def _ask(self, exchange: Exchange) -> Answer:
        query = exchange.request.query_params
        workbooks = self._server.workbooks
        if exchange.route is None:
            if exchange.verb != "GET":
                raise not_implemented(f"{exchange.verb} {exchange.path}")
            exchange.names["id"], answer = page.answer(workbooks, exchange.path, dict(query))
            return answer
        params = {key: query.getlist(key) for key in query}
        return exchange.route.answer(Call(workbooks, exchange.names, params, exchange.raw))


def _refusal(error: ApiError) -> Answer:
    return Answer(error.body(), error.code, headers=error.headers)


def _encoded(answer: Answer) -> Response:
    headers = dict(answer.headers or {})
    content: Any = answer.content
    if content is None:
        return Response(status_code=answer.status, headers=headers)
    if not isinstance(content, (bytes, str)):
        content = encode(content)
    if isinstance(content, str):
        # half of a surrogate pair, which JSON may hold and UTF-8 may not
        content = content.encode("utf-8", "replace")
    return Response(content, answer.status, headers, answer.media_type)
