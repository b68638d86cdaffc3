"""What a run leaves behind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from model.production import Production
from transforms.results import Results


@dataclass(frozen=True, slots=True)
class Written:
    """What one spreadsheet got. ``reads`` and ``writes`` count the requests that it took."""

    book: str
    title: str
    tabs: tuple[str, ...]
    reads: int
    writes: int
    changed: str
    """In words: "5 tabs made", "12 cells rewritten", "nothing but the as-of stamp"."""
    link: str = ""
    """Its address, where other people can open it."""
    file: Path | None = None
    """The copy of an .xlsx target."""

    def with_file(self, file: Path | None) -> Written:
        """The same, with where its copy lies."""
        return replace(self, file=file)


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """A run's result: what was found, and what was written where."""

    production: Production
    results: Results
    written: tuple[Written, ...]
