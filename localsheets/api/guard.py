"""Who may speak to the server at all: other web sites in this machine's browser may not."""

from __future__ import annotations

import hmac
from urllib.parse import urlsplit

from starlette.requests import Request

from localsheets.hosts import is_loopback
from localsheets.wire.errors import ApiError, unauthenticated

SAFE = ("GET", "HEAD")


def check_host(request: Request) -> None:
    """Refuse a call to a server without a token under any name but this machine's own.

    A web site whose name its owner points at 127.0.0.1 ("DNS rebinding") would else be let in by
    the browser as if it were the server's own page.
    """
    host = urlsplit("//" + request.headers.get("host", "")).hostname or ""
    if not is_loopback(host):
        raise ApiError(403, f"This server is called localhost, not {host!r}; see localsheets.")


def check_origin(request: Request, *, reading: bool) -> None:
    """Refuse what a page of another site sends; ``reading`` lets links from elsewhere lead here."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise ApiError(403, f"Pages of {origin} may not use this server.")
    if not reading and request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        raise ApiError(403, "Pages of another site may not use this server.")


def check_token(request: Request, token: str | None) -> None:
    """Refuse a call that does not bear the server's token, if it has one."""
    if token is None:
        return
    given = request.headers.get("authorization", "").removeprefix("Bearer ").strip()
    if not hmac.compare_digest(given.encode(), token.encode()):
        raise unauthenticated()
