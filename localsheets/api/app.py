"""The ASGI application: every call goes through one door, which times, logs and answers it.

What takes time (a handler, a page, encoding an answer) runs in a worker thread, so that a slow call
holds up no other.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import replace
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from localsheets import keys, methods, page
from localsheets.acting import acting
from localsheets.api import body, control, guard, roles
from localsheets.api.connection import Cut, packed
from localsheets.api.exchange import TOKEN, Exchange
from localsheets.errors import StoreError, WorkbookError
from localsheets.faults import answers
from localsheets.faults.active import Met
from localsheets.page.live import Live
from localsheets.server import Server
from localsheets.wire import deadline
from localsheets.wire.answer import Answer
from localsheets.wire.encoding import encode
from localsheets.wire.errors import ApiError, not_implemented

log = logging.getLogger("localsheets")

CHANGES = "/page/changes"
STREAM_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


class Application:
    """The server as uvicorn calls it."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._live = Live(server.workbooks)
        self._ending = asyncio.Event()

    def close(self) -> None:
        """Let what waits come to its end, so that the server can: open pages, slow answers."""
        self._live.close()
        self._ending.set()

    async def _pause(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._ending.wait(), seconds)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one call; nothing that goes wrong with it leaves here as an exception."""
        if scope["type"] != "http":
            return
        exchange = Exchange.of(Request(scope, receive))
        try:
            response = await self._response(exchange)
        except ClientDisconnect:
            return
        await response(scope, receive, send)

    async def _response(self, exchange: Exchange) -> Response:
        try:
            await self._admit(exchange)
        except ApiError as error:
            reader = exchange.route is None and "text/html" in exchange.request.headers.get(
                "accept", ""
            )
            answer = page.locked() if reader and error.code == 401 else exchange.refusal(error)
            return self._noted(exchange, _encoded(answer))
        if control.is_control(exchange.path):
            return self._control(exchange)
        if exchange.path == CHANGES and exchange.verb == "GET":
            stream = self._live.stream(lambda _: True)
            return StreamingResponse(stream, headers=STREAM_HEADERS, media_type="text/event-stream")
        if exchange.name == "page" or not self._server.faults:
            return self._noted(exchange, await self._applied(exchange))
        return await self._with_faults(exchange)

    async def _admit(self, exchange: Exchange) -> None:
        """Let a call in: it comes from where it may, its caller is known, it is not too large."""
        request, server = exchange.request, self._server
        if server.open:
            guard.check_host(request)
        reading = request.method in ("GET", "HEAD")
        linked = reading and not control.is_control(exchange.path)
        guard.check_origin(request, reading=linked)
        if exchange.name != TOKEN:
            known = guard.check_insider if exchange.route is None else guard.account_of
            exchange.account = known(request, server)
        if not reading:
            await self._read(exchange)

    async def _read(self, exchange: Exchange) -> None:
        limits = self._server.limits
        try:
            async with asyncio.timeout(limits.seconds):
                exchange.raw = await body.read(exchange.request, limits.body)
        except TimeoutError:
            raise deadline.too_late() from None

    def _noted(self, exchange: Exchange, response: Response) -> Response:
        """The response, after the call is in the log."""
        cut = isinstance(response, Cut)
        status, size = (0, 0) if cut else (response.status_code, len(response.body))
        self._server.requests.append(exchange.logged(status, size))
        return response

    async def _applied(self, exchange: Exchange) -> Response:
        """What the handler answers, unless the quota is used up."""
        quota = self._server.quota
        if quota is not None and methods.counted(exchange.name):
            refused = quota.count(exchange.user, writes=exchange.writes)
            if refused is not None:
                return _encoded(Answer.of(refused))
        return await run_in_threadpool(self._work, exchange)

    async def _with_faults(self, exchange: Exchange) -> Response:
        met = self._server.faults.meet(exchange.asked())
        exchange.faults = met.names
        await self._pause(met.before)
        return self._noted(exchange, await self._ended(exchange, met))

    async def _ended(self, exchange: Exchange, met: Met) -> Response:
        """The answer as faults leave it."""
        end = met.end
        if end is not None and not end.after and end.kind != "half":
            return _fault(end.kind, exchange, None)
        response = await self._applied(exchange)
        await self._pause(met.after)
        return response if end is None else _fault(end.kind, exchange, response)

    def _control(self, exchange: Exchange) -> Response:
        params = dict(exchange.request.query_params)
        try:
            return _encoded(
                control.answer(self._server, exchange.verb, exchange.path, exchange.raw, params)
            )
        except ApiError as error:
            return _encoded(Answer.of(error))

    def _work(self, exchange: Exchange) -> Response:
        """In a worker thread: the answer, encoded.

        It is packed for other machines alone: on this one that takes thirty times as long as it
        saves (7 MB: 44 ms to pack, 18 to unpack, 1.5 to send).
        """
        with deadline.until(exchange.started + self._server.limits.seconds):
            response = _encoded(self._answer(exchange))
        if not self._server.local and "gzip" in exchange.request.headers.get("accept-encoding", ""):
            return packed(response)
        return response

    def _answer(self, exchange: Exchange) -> Answer:
        try:
            return self._ask(exchange)
        except ApiError as error:
            return exchange.refusal(error)
        except StoreError as error:
            log.warning("%s %s: %s", exchange.request.method, exchange.path, error)
            return exchange.refusal(ApiError(503, str(error)))
        except WorkbookError as error:
            return exchange.refusal(ApiError(400, str(error)))
        except Exception:
            log.exception("%s %s failed", exchange.request.method, exchange.path)
            return exchange.refusal(ApiError(500, "Internal error encountered."))

    def _ask(self, exchange: Exchange) -> Answer:
        workbooks = self._server.workbooks
        if exchange.route is not None:
            call = exchange.call(workbooks)
            roles.check(exchange.name, exchange.verb, call)
            with acting(call.account, roles.owner(exchange.name, call)):
                return exchange.route.answer(call)
        if exchange.name == TOKEN:
            return self._granted(exchange)
        if exchange.verb != "GET":
            raise not_implemented(f"{exchange.verb} {exchange.path}")
        params = dict(exchange.request.query_params)
        exchange.names["id"], answer = page.answer(workbooks, exchange.path, params)
        cookie = guard.cookie(exchange.request, self._server)
        return replace(answer, headers={**(answer.headers or {}), **cookie})

    def _granted(self, exchange: Exchange) -> Answer:
        try:
            return Answer(keys.grant(self._server, exchange.raw))
        except keys.GrantError as error:
            return Answer({"error": "invalid_grant", "error_description": str(error)}, 400)


def _fault(kind: str, exchange: Exchange, response: Response | None) -> Response:
    if kind == "cut":
        return Cut()
    if kind == "half":
        return Cut(response)
    if kind == "502":
        return _encoded(Answer(answers.BAD_GATEWAY, 502, "text/html; charset=UTF-8"))
    return _encoded(exchange.refusal(answers.error(kind, writes=exchange.writes)))


def _encoded(answer: Answer) -> Response:
    headers = dict(answer.headers or {})
    content: Any = answer.content
    if content is None:
        return Response(status_code=answer.status, headers=headers)
    if not isinstance(content, (bytes, str)):
        content = encode(content)
    return Response(content, answer.status, headers, answer.media_type)
