"""Staying under Google's quota: 60 reads and 60 writes a minute for one account.

Google, "Usage limits" of the Sheets API: 300 requests a minute a project, 60 a minute a user of the
project, reads and writes apart; a batch counts as one.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

BURST = 10
PER_MINUTE = 50
"""A bucket that starts full lets BURST + PER_MINUTE requests through in its busiest minute: 60."""


@dataclass
class TokenBucket:
    """Tokens drip in at a steady rate up to ``burst``; each request takes one. Thread-safe."""

    per_minute: float = PER_MINUTE
    burst: float = BURST
    clock: Callable[[], float] = time.monotonic
    _tokens: float = field(init=False)
    _at: float = field(init=False)
    _lock: threading.Lock = field(init=False, repr=False, default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._tokens = self.burst
        self._at = self.clock()

    def take(self) -> float:
        """Take a token, on credit if need be; the seconds to wait before it may be used."""
        with self._lock:
            now = self.clock()
            rate = self.per_minute / 60
            self._tokens = min(self.burst, self._tokens + (now - self._at) * rate)
            self._at = now
            self._tokens -= 1
            return max(0.0, -self._tokens / rate)

    def give_back(self) -> None:
        """Return a token that was taken and not used."""
        with self._lock:
            self._tokens += 1


@dataclass(frozen=True, slots=True)
class Buckets:
    """One account's two buckets: Google counts reads and writes apart."""

    reads: TokenBucket
    writes: TokenBucket


_shared: dict[str, Buckets] = {}
_shared_lock = threading.Lock()


def shared(account: str) -> Buckets:
    """The process's buckets for an account: every client and thread draws from the same two."""
    with _shared_lock:
        if account not in _shared:
            _shared[account] = Buckets(TokenBucket(), TokenBucket())
        return _shared[account]
