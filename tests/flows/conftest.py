"""What the tests of the command line share."""

from __future__ import annotations

import pytest

from tests.flows.command_line import Call, caller


@pytest.fixture
def topsheet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Call the command line as a person does."""
    return caller(monkeypatch, capsys)
