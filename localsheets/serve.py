"""Starting the server: in a thread (``serving``) or for good (``run``)."""

from __future__ import annotations

import ipaddress
import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from localsheets.workbooks import Workbooks

if TYPE_CHECKING:
    import uvicorn

    from localsheets.api.app import Logged

START_LIMIT = 10.0


class ServeError(Exception):
    """The server cannot be started; the message says why and what to do."""


@dataclass(slots=True)
class Server:
    """A running server: where it is, and what it was asked."""

    url: str
    workbooks: Workbooks
    requests: list[Logged] = field(default_factory=list)


def is_loopback(host: str) -> bool:
    """Whether a host is this machine and nothing else can reach it."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _check_host(host: str, token: str | None) -> None:
    if not is_loopback(host) and not token:
        raise ServeError(
            f"Refusing to serve on {host} without a bearer token: others on the network could"
            " read and write these spreadsheets. Serve on 127.0.0.1, or give a token."
        )


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # with the protocol named, asyncio sends each answer at once; else a client waits 40 ms for it
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
        bound.listen()  # at once: until a socket listens, another may bind the same address
    except OSError as error:
        bound.close()
        raise ServeError(
            f"Cannot serve on {host}:{port}: {error.strerror or error}."
            " Is another server running there? Choose another port."
        ) from error
    return bound


def _server(
    workbooks: Workbooks, token: str | None, note: Callable[[Logged], None]
) -> uvicorn.Server:
    import uvicorn

    from localsheets.api.app import application

    app = application(workbooks, token, note)

    class Engine(uvicorn.Server):
        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            app.state.live.close()  # else it would wait for every open page to go
            await super().shutdown(sockets)

    config = uvicorn.Config(
        app,
        log_config=None,
        log_level=logging.CRITICAL,
        access_log=False,
        lifespan="off",
        ws="none",
        loop="asyncio",
        timeout_graceful_shutdown=5,
    )
    return Engine(config)


@contextmanager
def serving(
    workbooks: Workbooks, host: str = "127.0.0.1", port: int = 0, token: str | None = None
) -> Iterator[Server]:
    """Serve in a thread while the block runs. Port 0 takes any free one. Writes nothing.

    Raises:
        ServeError: the host is no loopback address and there is no token, or the port is taken.
    """
    _check_host(host, token)
    bound = _bound(host, port)
    server = Server(_url(host, bound.getsockname()[1]), workbooks)
    engine = _server(workbooks, token, server.requests.append)
    thread = threading.Thread(
        target=engine.run, kwargs={"sockets": [bound]}, name="localsheets", daemon=True
    )
    thread.start()
    try:
        _wait(engine, thread)
        yield server
    finally:
        engine.should_exit = True
        thread.join(timeout=START_LIMIT)
        bound.close()


def _url(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _wait(engine: uvicorn.Server, thread: threading.Thread) -> None:
    limit = time.monotonic() + START_LIMIT
    while not engine.started:
        if not thread.is_alive() or time.monotonic() > limit:
            raise ServeError("The server did not start.")
        time.sleep(0.002)


def run(
    workbooks: Workbooks,
    host: str = "127.0.0.1",
    port: int = 8484,
    token: str | None = None,
    ready: Callable[[Server], None] | None = None,
    note: Callable[[Logged], None] | None = None,
) -> None:
    """Serve until interrupted. ``ready`` is told where; ``note`` hears of every call.

    Raises:
        ServeError: as :func:`serving`.
    """
    _check_host(host, token)
    bound = _bound(host, port)
    server = Server(_url(host, bound.getsockname()[1]), workbooks)
    engine = _server(workbooks, token, note or (lambda _: None))
    if ready is not None:
        ready(server)
    try:
        engine.run(sockets=[bound])
    except KeyboardInterrupt:
        pass
    finally:
        bound.close()
