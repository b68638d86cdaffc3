"""What the server was asked, newest last: for tests to read and for the eye."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any, overload

KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Logged:
    """One call that was answered, or whose connection a fault cut (status 0)."""

    method: str
    path: str
    spreadsheet_id: str
    seconds: float
    status: int
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    what: str = ""
    """The method's name in Google's documentation; "page" for a page."""
    account: str = ""
    """The e-mail address of whoever called; empty if that did not become known."""
    fault: str = ""
    """The fault that met the call, if one did."""
    request_size: int = 0
    """Bytes of the body that came in."""
    response_size: int = 0
    """Bytes of the body that went out."""

    def json(self) -> dict[str, Any]:
        """As the control endpoint shows it."""
        return {**asdict(self), "at": self.at.isoformat()}


class RequestLog(Sequence[Logged]):
    """The last calls, oldest first: index it, slice it, clear it. Safe from several threads."""

    def __init__(self, kept: int = KEPT, heard: Callable[[Logged], None] | None = None) -> None:
        self.heard = heard
        """Told of every call, in the server's thread; must be quick."""
        self._calls: deque[Logged] = deque(maxlen=kept)
        self._lock = threading.Lock()

    def append(self, call: Logged) -> None:
        """Note a call; the oldest goes when there are too many."""
        with self._lock:
            self._calls.append(call)
        if self.heard is not None:
            self.heard(call)

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._calls.clear()

    def __len__(self) -> int:
        return len(self._calls)

    @overload
    def __getitem__(self, place: int) -> Logged: ...
    @overload
    def __getitem__(self, place: slice) -> list[Logged]: ...
    def __getitem__(self, place: int | slice) -> Logged | list[Logged]:
        with self._lock:
            return list(self._calls)[place]

    def __repr__(self) -> str:
        return f"RequestLog({self[:]!r})"
