"""Who may speak to the server at all: other web sites in this machine's browser may not."""

from __future__ import annotations

import hmac
from urllib.parse import urlsplit

from starlette.requests import Request

from localsheets.access import USER
from localsheets.hosts import is_loopback
from localsheets.server import Server
from localsheets.wire.errors import ApiError, unauthenticated

COOKIE = "localsheets"


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


def token_of(request: Request) -> str:
    """The bearer token that a call bears, in its header or as Google's ``access_token``."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    if kind.casefold() == "bearer":
        return token.strip()
    return request.query_params.get("access_token", "")


def account_of(request: Request, server: Server) -> str:
    """Who calls: an e-mail address. Without tokens and accounts everybody is the one user.

    Raises:
        ApiError: 401, if it cannot be told.
    """
    given = token_of(request)
    if server.token is not None and hmac.compare_digest(given.encode(), server.token.encode()):
        return USER
    if server.accounts:
        email = server.accounts.email_of(given)
        if email is not None:
            return email
    elif server.token is None:
        return USER
    raise unauthenticated()


def check_insider(request: Request, server: Server) -> str:
    """Let nobody see pages or control faults but who works on this machine or has its token.

    A browser that came with ``?access_token=`` is known by its cookie from then on.
    """
    if server.open:
        return USER
    given = token_of(request) or request.cookies.get(COOKIE, "")
    if server.token is None or not hmac.compare_digest(given.encode(), server.token.encode()):
        raise unauthenticated()
    return USER


def cookie(request: Request, server: Server) -> dict[str, str]:
    """The header that lets a browser come back, if it has just shown the token."""
    if server.token is None or "access_token" not in request.query_params:
        return {}
    return {"Set-Cookie": f"{COOKIE}={server.token}; HttpOnly; SameSite=Strict; Path=/"}
