"""The connection beneath a call, which a fault may cut; answers packed for it."""

from __future__ import annotations

import asyncio
import gzip
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

TRANSPORT = "localsheets transport"


class Connection(H11Protocol):
    """uvicorn's own, which also lets the application have the connection itself."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Note the transport where each call's scope has its state from."""
        super().connection_made(transport)
        self.app_state = {**self.app_state, TRANSPORT: transport}


class Cut(Response):
    """No answer, or half of one: the connection ends."""

    def __init__(self, half: Response | None = None) -> None:
        super().__init__(status_code=half.status_code if half else 200)
        self.half = half

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send half of the answer, if any, and end the connection."""
        transport: Any = scope["state"][TRANSPORT]
        if self.half is None:
            transport.abort()
        else:
            start = {"status": self.half.status_code, "headers": self.half.raw_headers}
            await send({"type": "http.response.start", **start})
            part = bytes(self.half.body)[: len(self.half.body) // 2]
            await send({"type": "http.response.body", "body": part, "more_body": True})
            transport.close()
        while (await receive())["type"] != "http.disconnect":
            pass  # until uvicorn knows too: it would send a 500 else


SMALLEST = 1024
"""Bytes from which on packing is worth its while."""


def packed(response: Response) -> Response:
    """An answer as gzip, if it is large."""
    if len(response.body) < SMALLEST:
        return response
    headers = {name: value for name, value in response.headers.items() if name != "content-length"}
    headers |= {"content-encoding": "gzip", "vary": "accept-encoding"}
    return Response(gzip.compress(response.body, 1, mtime=0), response.status_code, headers)
