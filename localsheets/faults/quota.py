"""Google's quota: so many reads and writes a minute, a project and a user."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from localsheets.faults.answers import quota_exceeded
from localsheets.wire.errors import ApiError


@dataclass(slots=True)
class Quota:
    """Calls a minute; each batch counts as one.

    Minutes are fixed, one beginning where the last one ends: in the recorded exchanges calls that
    were refused late in a minute were let in again all at once, less than a minute after the calls
    that had used it up. (They also show Google being generous: 70 and 74 reads instead of 60.)
    """

    reads: int = 300
    """A minute and project, which is the whole server."""
    writes: int = 300
    user_reads: int = 60
    """A minute and user: the account, or the ``quotaUser`` that a call names."""
    user_writes: int = 60
    seconds: float = 60.0
    """How long a minute is."""
    clock: Callable[[], float] = time.monotonic
    """Tells seconds; a test's own clock need not run."""
    _began: float | None = None
    _counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, user: str, *, writes: bool) -> ApiError | None:
        """Count a call, or answer the refusal (429) if there were too many in this minute."""
        kind = "write" if writes else "read"
        limits = (self.user_writes, self.writes) if writes else (self.user_reads, self.reads)
        places = ((kind, f"of {user}"), (kind, ""))
        with self._lock:
            self._turn()
            for place, limit, each_user in zip(places, limits, (True, False), strict=True):
                if self._counts[place] >= limit:
                    return quota_exceeded(kind, each_user=each_user)
            self._counts.update(places)
        return None

    def refill(self) -> None:
        """Begin a new minute now."""
        with self._lock:
            self._began = None

    def _turn(self) -> None:
        now = self.clock()
        if self._began is None:
            self._began = now
            self._counts.clear()
        elif now - self._began >= self.seconds:
            self._began += (now - self._began) // self.seconds * self.seconds
            self._counts.clear()

    def json(self) -> dict[str, Any]:
        """As the control endpoint shows it."""
        limits = {name: getattr(self, name) for name in LIMITS}
        with self._lock:
            used = {kind: self._counts[kind, ""] for kind in ("read", "write")}
        return {**limits, "used": {"reads": used["read"], "writes": used["write"]}}


LIMITS = ("reads", "writes", "user_reads", "user_writes", "seconds")


def read(given: Any) -> Quota:
    """A quota from JSON: some of :data:`LIMITS`.

    Raises:
        ValueError: it is none; the message says why.
    """
    if not isinstance(given, dict):
        raise ValueError("A quota is a JSON object.")  # noqa: TRY004 - a value, not a type of ours
    for name, value in given.items():
        if name not in LIMITS:
            raise ValueError(f"A quota has no {name!r}; it has {', '.join(LIMITS)}.")
        whole = isinstance(value, int) and not isinstance(value, bool)
        if not (whole or (name == "seconds" and isinstance(value, float))) or value < 0:
            raise ValueError(f"{name} cannot be {value!r}.")
    return Quota(**given)
