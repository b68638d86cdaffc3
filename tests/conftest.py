"""Property tests: the same examples every time, so that a run tells about the change at hand.

``./topsheet test --hypothesis-profile=explore`` looks for new ones, and keeps what it finds.
"""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile("same")
