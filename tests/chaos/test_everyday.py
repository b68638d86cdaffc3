"""Some histories for every day; `test_histories_*.py` plays more of them."""

from __future__ import annotations

import pytest

from localsheets import Server
from tests.chaos.histories import check, everyday


@pytest.mark.parametrize("seed", everyday())
def test_history(chaos_server: Server, seed: int) -> None:
    check(chaos_server, seed)
