"""A quarter of the histories that the slow suite plays; a file stays on one core."""

from __future__ import annotations

import pytest

from localsheets import Server
from tests.chaos.histories import check, of_file


@pytest.mark.slow
@pytest.mark.parametrize("seed", of_file(0))
def test_history(chaos_server: Server, seed: int) -> None:
    check(chaos_server, seed)
