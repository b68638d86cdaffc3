"""The Starlette application: every call goes through one door, which times, logs and answers it."""

from __future__ import annotations

import hmac
import json
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import unquote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route as StarletteRoute

from localsheets import page
from localsheets.api import routes
from localsheets.api.request import Answer, Call
from localsheets.errors import WorkbookError
from localsheets.page.live import Live
from localsheets.wire.errors import ApiError, not_implemented
from localsheets.workbooks import Workbooks

log = logging.getLogger("localsheets")

LARGEST_BODY = 64 * 1024 * 1024
STREAM_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
VERBS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]


@dataclass(frozen=True, slots=True)
class Logged:
    """One call that was answered."""

    method: str
    path: str
    spreadsheet_id: str
    seconds: float
    status: int
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    what: str = ""
    """The method's name in Google's documentation; "page" for a page."""


def application(
    workbooks: Workbooks, token: str | None = None, note: Callable[[Logged], None] | None = None
) -> Starlette:
    """The server. With a ``token`` every API call must bear it. ``note`` hears of every call."""

    async def serve(request: Request) -> Response:
        started = time.perf_counter()
        raw = await request.body() if request.method != "GET" else b""
        path = request.scope.get("raw_path", request.url.path.encode()).decode().split("?")[0]
        name, spreadsheet_id, answer = _answer(workbooks, token, request, path, raw)
        if note is not None:
            seconds = time.perf_counter() - started
            shown = unquote(path)
            note(Logged(request.method, shown, spreadsheet_id, seconds, answer.status, what=name))
        return _response(answer)

    live = Live(workbooks)

    async def changes(request: Request) -> Response:
        """The stream of changes that open pages listen to."""
        try:
            _check(token, request, b"")
        except ApiError as error:
            return _response(Answer(error.body(), error.code))
        stream = live.stream(lambda _: True)
        return StreamingResponse(stream, headers=STREAM_HEADERS, media_type="text/event-stream")

    app = Starlette(
        routes=[
            StarletteRoute("/page/changes", changes, methods=["GET"]),
            StarletteRoute("/{path:path}", serve, methods=VERBS),
        ]
    )
    app.state.live = live
    return app


def _answer(
    workbooks: Workbooks, token: str | None, request: Request, path: str, raw: bytes
) -> tuple[str, str, Answer]:
    """(what it was, which spreadsheet, the answer); no error of ours ever leaves a traceback."""
    name = spreadsheet_id = ""
    try:
        _check(token, request, raw)
        found = routes.find(request.method, path)
        if found is None:
            return "page", *_page(workbooks, request, path)
        route, names = found
        name = route.name
        named = {key: unquote(value) for key, value in names.items()}
        spreadsheet_id = named.get("id", "")
        params = {key: request.query_params.getlist(key) for key in request.query_params}
        return name, spreadsheet_id, route.answer(Call(workbooks, named, params, raw))
    except ApiError as error:
        return name, spreadsheet_id, Answer(error.body(), error.code)
    except WorkbookError as error:
        return name, spreadsheet_id, Answer(ApiError(400, str(error)).body(), 400)
    except Exception:
        log.exception("%s %s failed", request.method, path)
        failed = ApiError(500, "Internal error encountered.")
        return name, spreadsheet_id, Answer(failed.body(), 500)


def _check(token: str | None, request: Request, raw: bytes) -> None:
    if len(raw) > LARGEST_BODY:
        raise ApiError(413, "Request payload size exceeds the limit.")
    if token is None:
        return
    given = request.headers.get("authorization", "").removeprefix("Bearer ").strip()
    if not hmac.compare_digest(given.encode(), token.encode()):
        raise ApiError(
            401,
            "Request had invalid authentication credentials."
            " Expected the bearer token that the server was started with.",
        )


def _page(workbooks: Workbooks, request: Request, path: str) -> tuple[str, Answer]:
    if request.method not in ("GET", "HEAD"):
        raise not_implemented(f"{request.method} {path}")
    return page.answer(workbooks, path, dict(request.query_params))


def _response(answer: Answer) -> Response:
    headers = dict(answer.headers or {})
    if answer.content is None:
        return Response(status_code=answer.status, headers=headers)
    content = answer.content
    if not isinstance(content, (bytes, str)):
        content = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return Response(content, answer.status, headers, answer.media_type)
