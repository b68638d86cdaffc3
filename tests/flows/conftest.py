"""What the tests of the command line share."""

from __future__ import annotations

import pytest

from tests.flows.command_line import Call, caller


@pytest.fixture
def topsheet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Call the command line as a person does, on a machine that is none of Google's."""
    monkeypatch.setenv("NO_GCE_CHECK", "true")
    return caller(monkeypatch, capsys)
