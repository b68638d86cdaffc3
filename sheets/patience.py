"""How long and how often to try: bounded, with full jitter, and Google's word first."""

from __future__ import annotations

import email.utils
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Patience:
    """The bounds of one call, all its tries together. Seconds.

    Between tries it waits a random time of up to ``base * 2**n``, at most ``cap`` ("full jitter":
    clients that failed together do not come back together).
    """

    tries: int = 8
    deadline: float = 150.0
    base: float = 1.0
    cap: float = 32.0
    connect: float = 10.0
    read: float = 60.0
    write: float = 180.0
    """Google gives a request up to 180 seconds."""

    def wait(self, tried: int, asked: float | None, random: Callable[[], float]) -> float:
        """Seconds to wait after the ``tried``-th try; at least what the server ``asked`` for."""
        jitter = random() * min(self.cap, self.base * 2 ** (tried - 1))
        return jitter if asked is None else asked + random() * self.base


def retry_after(header: str | None, now: Callable[[], datetime] | None = None) -> float | None:
    """Read a Retry-After header, in seconds or as a date; ``None`` where there is none to read."""
    if not header:
        return None
    if header.strip().isdigit():
        return float(header)
    try:
        when = email.utils.parsedate_to_datetime(header)
    except ValueError:
        return None
    current = now() if now else datetime.now(UTC)
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - current).total_seconds())
