"""Starting the server: in a thread (``serving``) or for good (``run``)."""

from __future__ import annotations

import logging
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from localsheets import collector
from localsheets.accounts import Accounts
from localsheets.errors import ServeError
from localsheets.faults import Quota
from localsheets.hosts import address, is_loopback
from localsheets.server import Limits, Server
from localsheets.workbooks import Workbooks

if TYPE_CHECKING:
    import uvicorn

START_LIMIT = 10.0
STOP_LIMIT = 5
"""Seconds that calls under way have to end when the server ends."""


@contextmanager
def serving(
    workbooks: Workbooks,
    host: str = "127.0.0.1",
    port: int = 0,
    token: str | None = None,
    *,
    accounts: Accounts | None = None,
    quota: Quota | None = None,
    limits: Limits | None = None,
) -> Iterator[Server]:
    """Serve in a thread while the block runs. Port 0 takes any free one. Writes nothing.

    Raises:
        ServeError: the host is no loopback address and nobody needs a token, or the port is taken.
    """
    bound = _bound(host, port, tokens=bool(token or accounts))
    server = _server(host, bound, workbooks, token, accounts, quota, limits)
    engine = _engine(server)
    thread = threading.Thread(
        target=engine.run, kwargs={"sockets": [bound]}, name="localsheets", daemon=True
    )
    thread.start()
    try:
        _wait(engine, thread)
        with collector.seldom():
            yield server
    finally:
        engine.should_exit = True
        thread.join(timeout=START_LIMIT)
        bound.close()


def run(
    workbooks: Workbooks,
    host: str = "127.0.0.1",
    port: int = 8484,
    token: str | None = None,
    ready: Callable[[Server], None] | None = None,
    *,
    accounts: Accounts | None = None,
    quota: Quota | None = None,
    limits: Limits | None = None,
) -> None:
    """Serve until Ctrl-C or SIGTERM. ``ready`` is told the server once clients may call.

    Raises:
        ServeError: as :func:`serving`.
    """
    bound = _bound(host, port, tokens=bool(token or accounts))
    server = _server(host, bound, workbooks, token, accounts, quota, limits)
    engine = _engine(server)
    try:
        with _ended_by_sigterm(), collector.seldom():
            if ready is not None:
                ready(server)
            engine.run(sockets=[bound])
    except KeyboardInterrupt:
        pass
    finally:
        bound.close()


def _bound(host: str, port: int, *, tokens: bool) -> socket.socket:
    if not is_loopback(host) and not tokens:
        raise ServeError(
            f"Refusing to serve on {host} without a bearer token: others on the network could"
            " read and write these spreadsheets. Serve on 127.0.0.1, or give a token."
        )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # with the protocol named, asyncio sends each answer at once; else a client waits 40 ms for it
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host.strip("[]"), port))
        bound.listen()  # at once: until a socket listens, another may bind the same address
    except (OSError, OverflowError) as error:
        bound.close()
        raise ServeError(_why_not(host, port, error)) from error
    return bound


def _why_not(host: str, port: int, error: Exception) -> str:
    if isinstance(error, OverflowError):
        return f"Cannot serve on port {port}: ports go from 0 to 65535."
    if isinstance(error, socket.gaierror):
        return f"Cannot serve on {host}: there is no such host."
    why = getattr(error, "strerror", None) or error
    return (
        f"Cannot serve on {host}:{port}: {why}."
        " Is another server running there? Choose another port."
    )


def _server(
    host: str,
    bound: socket.socket,
    workbooks: Workbooks,
    token: str | None,
    accounts: Accounts | None,
    quota: Quota | None,
    limits: Limits | None,
) -> Server:
    made = Server(
        url=address(host.strip("[]"), bound.getsockname()[1]),
        workbooks=workbooks,
        token=token or None,
        local=is_loopback(host),
        accounts=accounts or Accounts(),
        quota=quota,
        limits=limits or Limits(),
    )
    made.accounts.give_roles(workbooks)
    return made


def _engine(server: Server) -> uvicorn.Server:
    import uvicorn

    from localsheets.api.app import Application
    from localsheets.api.connection import Connection

    app = Application(server)

    class Engine(uvicorn.Server):
        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            app.close()  # else it would wait for every open page to go
            await super().shutdown(sockets)

    config = uvicorn.Config(
        app,
        log_config=None,
        log_level=logging.CRITICAL,
        access_log=False,
        http=Connection,
        lifespan="off",
        ws="none",
        loop="asyncio",
        timeout_graceful_shutdown=STOP_LIMIT,
    )
    return Engine(config)


def _wait(engine: uvicorn.Server, thread: threading.Thread) -> None:
    limit = time.monotonic() + START_LIMIT
    while not engine.started:
        if not thread.is_alive() or time.monotonic() > limit:
            raise ServeError("The server did not start.")
        time.sleep(0.002)


@contextmanager
def _ended_by_sigterm() -> Iterator[None]:
    """SIGTERM ends the block as Ctrl-C does; signals reach the main thread alone."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
