"""What a run leaves behind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import sheets
from exports import Exported
from flows.ground import Reach
from model.grid import Book
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
    differing: tuple[str, ...] = ()
    """Formulas whose result in the spreadsheet is not the figure that we computed, in words."""
    link: str = ""
    """Its address, where other people can open it."""
    file: Path | None = None
    """The copy of an .xlsx target."""
    exported: Exported | None = None
    """The files of its reports, where they were wanted."""

    def with_file(self, file: Path | None) -> Written:
        """The same, with where its copy lies."""
        return replace(self, file=file)


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """A run's result: what was found, and what was written where."""

    production: Production
    results: Results
    written: tuple[Written, ...]


def written_of(book: Book, reach: Reach, outcome: sheets.Outcome) -> Written:
    """Put a write's outcome in words."""
    counts = reach.client.counts[reach.id]
    return Written(
        book=book.name,
        title=book.title,
        tabs=tuple(title for _, title in outcome.plan.titles),
        reads=counts.reads,
        writes=counts.writes,
        changed=changed_in_words(outcome.plan.summary),
        differing=tuple(
            f"{wrong.tab}!{wrong.a1}: the spreadsheet makes it {wrong.found}, we {wrong.expected}"
            for wrong in outcome.mismatches
        ),
        link=sheets.address_of(reach.client, reach.id) if reach.file is None else "",
    )


def changed_in_words(summary: sheets.Summary) -> str:
    """What a write did: "5 tabs made", "3 lines added, 12 cells rewritten"."""
    counts = {
        "tabs made": summary.tabs_made,
        "tabs emptied, their reports go elsewhere now": summary.tabs_emptied,
        "tabs kept aside": summary.tabs_kept,
        "lines added": summary.rows_inserted,
        "lines removed": summary.rows_deleted,
        "lines resolved": summary.rows_resolved,
        "cells rewritten": summary.cells_changed,
    }
    said = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    return said or "nothing but the as-of stamp"
