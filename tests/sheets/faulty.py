"""A tiny HTTP server that answers what a test tells it, and a clock that nobody waits for."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import sheets
from sheets.transport import Chance


@dataclass
class Answer:
    """One answer: a status with a body, or ``cut``: read the request and close the connection."""

    status: int = 200
    body: str = "{}"
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False


def error(status: int, message: str = "", **details: Any) -> Answer:
    """An error as Google writes it."""
    told = {"code": status, "message": message, "status": "X", **details}
    return Answer(status, json.dumps({"error": told}))


@dataclass
class Faulty:
    """The server's script and what it was asked."""

    url: str
    answers: list[Answer]
    asked: list[str] = field(default_factory=list)


@dataclass
class Time:
    """A clock that sleeping moves."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds

    def chance(self, dice: float = 1.0) -> Chance:
        return Chance(lambda: self.now, self.sleep, lambda: dice)


@contextmanager
def faulty(*answers: Answer) -> Iterator[Faulty]:
    """Serve the answers one after the other, the last one for ever."""
    script = Faulty("", list(answers))

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            script.asked.append(f"{self.command} {self.path.split('?')[0]}")
            told = script.answers.pop(0) if len(script.answers) > 1 else script.answers[0]
            if told.cut:
                self.close_connection = True
                return
            self.send_response(told.status)
            for name, value in told.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(told.body.encode())))
            self.end_headers()
            self.wfile.write(told.body.encode())

        def do_GET(self) -> None:
            self.answer()

        def do_POST(self) -> None:
            self.answer()

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    script.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield script
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def connected(script: Faulty, time: Time, dice: float = 1.0, **bounds: Any) -> sheets.Client:
    """A client of the faulty server, on that clock."""
    patience = sheets.Patience(**bounds)
    return sheets.connect(script.url, patience=patience, chance=time.chance(dice))
