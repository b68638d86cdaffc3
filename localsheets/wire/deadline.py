"""How long a call may take: work that goes on for long asks now and then whether it is late."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from localsheets.wire.errors import ApiError

_END: ContextVar[float] = ContextVar("localsheets deadline", default=math.inf)


@contextmanager
def until(moment: float) -> Iterator[None]:
    """Let the block's work end by a moment of ``time.monotonic``."""
    before = _END.set(moment)
    try:
        yield
    finally:
        _END.reset(before)


def left() -> float | None:
    """Seconds until it is too late; ``None`` where nobody waits."""
    end = _END.get()
    return None if end == math.inf else max(0.001, end - time.monotonic())


def check() -> None:
    """Give up if it is too late; cheap enough to be asked for every row.

    Raises:
        ApiError: 504 in the words that Google's services share. A change that is given up here
            leaves its spreadsheet as it was.
    """
    if time.monotonic() > _END.get():
        raise too_late()


def too_late() -> ApiError:
    """What Google's services answer when a call took too long."""
    return ApiError(504, "Deadline expired before operation could complete.")
