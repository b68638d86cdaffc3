"""Python's collector of garbage, which looks at every dictionary and list there is when it runs.

A call with a large body or answer makes some 100,000 of them, none of them garbage, and would have
everything looked at several times over: half of its time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (100_000, 20, 50)


@contextmanager
def seldom() -> Iterator[None]:
    """Let the collector run seldom while the block runs."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
