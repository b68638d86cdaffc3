"""The command line, called as a person calls it, within this process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from flows import cli


@dataclass(frozen=True)
class Said:
    """What a call left behind."""

    code: int
    out: str
    err: str


COLUMNS = "160"
"""How wide the terminal is."""

Call = Callable[..., Said]


def caller(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """A function that calls `topsheet ...` and answers what it said."""

    def call(*arguments: object) -> Said:
        monkeypatch.setattr(sys, "argv", ["topsheet", *map(str, arguments)])
        monkeypatch.setenv("COLUMNS", COLUMNS)
        capsys.readouterr()
        code = 0
        try:
            cli.main()
        except SystemExit as left:
            code = int(left.code or 0)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return call
