"""Where Prefect keeps its records: made where it is missing, and asked for where it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.errors import CannotRunError
from flows.prefect_quiet import quieten


def test_a_home_that_is_not_there_yet_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("PREFECT_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "no" / "home"))
    quieten()
    assert (tmp_path / "no" / "home" / ".prefect").is_dir()


def test_one_that_cannot_be_made_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "file" / "prefect"))
    with pytest.raises(CannotRunError, match=r"file/prefect, which cannot be made: .*PREFECT_HOME"):
        quieten()
