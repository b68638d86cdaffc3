"""The launcher: what it says where Python, its venv package or the network are missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def launcher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The launcher of a checkout in a folder of its own, with no .venv yet."""
    shutil.copy(ROOT / "topsheet", tmp_path / "topsheet")
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    loader = SourceFileLoader("launcher", str(tmp_path / "topsheet"))
    spec = spec_from_loader("launcher", loader)
    assert spec
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[[Callable[[], object]], str]:
    """Run something that must stop with exit code 1; answers what it says on stderr."""

    def run(action: Callable[[], object]) -> str:
        with pytest.raises(SystemExit) as stopped:
            action()
        assert stopped.value.code == 1
        said = capsys.readouterr().err
        assert "Traceback" not in said
        return said

    return run


def test_an_old_python_is_named_with_what_to_do(launcher, told, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    said = told(lambda: launcher.main(["demo"]))
    assert "needs Python 3.11 or newer; this is 3.9" in said
    assert "python3.12 topsheet demo" in said


def test_an_old_python_hands_over_to_a_newer_one_of_the_machine(launcher, monkeypatch):
    started: list[list[str]] = []
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(shutil, "which", lambda name: sys.executable if "3.12" in name else None)

    def execv(_path: str, command: list[str]) -> None:
        started.append(command)
        raise SystemExit(0)

    monkeypatch.setattr(os, "execv", execv)
    with pytest.raises(SystemExit):
        launcher.main(["check", "a b.xlsx"])
    assert started[0][0] == sys.executable
    assert started[0][2:] == ["check", "a b.xlsx"]


def test_a_missing_venv_package_is_named(launcher, told, monkeypatch):
    failed = subprocess.CompletedProcess([], 1, stdout="ensurepip is not available")
    monkeypatch.setattr(launcher, "run", lambda _command: failed)
    said = told(lambda: launcher.set_up("run.lock"))
    assert "apt install python3-venv" in said
    assert "ensurepip is not available" in said
    assert not Path(launcher.VENV).exists()


def test_a_missing_network_is_named_and_set_up_can_be_taken_up_again(launcher, told, monkeypatch):
    # Port 9 of this machine answers nothing, so every way to the index is shut.
    for name in ("PIP_INDEX_URL", "UV_DEFAULT_INDEX"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/simple")
    for name in ("PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_RETRIES", "0")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    said = told(lambda: launcher.set_up("run.lock"))
    assert "could not be installed" in said
    assert "check the network" in said
    assert not launcher.is_set_up("run.lock")


def test_a_set_up_counts_only_for_its_lock_python_and_place(launcher):
    Path(launcher.PYTHON).parent.mkdir(parents=True)
    Path(launcher.PYTHON).touch()
    Path(launcher.stamp_of("run.lock")).touch()
    assert launcher.is_set_up("run.lock")
    assert not launcher.is_set_up("dev.lock")
    lock = Path(launcher.ROOT) / "requirements" / "run.lock"
    lock.write_text(lock.read_text() + "\n# changed\n")
    assert not launcher.is_set_up("run.lock")


def test_the_developers_set_up_serves_every_verb(launcher):
    Path(launcher.PYTHON).parent.mkdir(parents=True)
    Path(launcher.PYTHON).touch()
    Path(launcher.stamp_of("dev.lock")).touch()
    assert launcher.is_set_up("run.lock")


def test_locks_hold_versions_and_hashes_and_no_addresses():
    for lock in (ROOT / "requirements").glob("*.lock"):
        lines = [line for line in lock.read_text().splitlines() if line and line[0].isalnum()]
        assert lines, lock
        assert all("==" in line for line in lines), lock
        assert "://" not in lock.read_text(), lock
        assert "--hash=sha256:" in lock.read_text(), lock
