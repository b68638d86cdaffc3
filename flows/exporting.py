"""A run's reports as files to hand on: where they go, and what they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import exports
import sheets
from flows.errors import TargetError
from flows.settings import ProductionSettings
from model.grid import Book, Scalar
from model.production import Production
from model.report import Report
from reports.words import day

Folders = Mapping[str, Path]
"""The spreadsheets of which files are wanted -> the folder that they go to."""


def folders(settings: ProductionSettings, given: str | None) -> Folders:
    """Where each spreadsheet's files go: ``given`` for all of them, else as the settings say.

    Raises:
        TargetError: a folder cannot be written in.
    """
    own = {name: book.export.folder for name, book in settings.spreadsheets.items()}
    wanted = {name: Path(given).expanduser() if given else folder for name, folder in own.items()}
    found = {name: folder for name, folder in wanted.items() if folder is not None}
    for folder in found.values():
        try:
            exports.demand_folder(folder)
        except exports.FolderError as problem:
            raise TargetError(str(problem)) from None
    return found


def export_book(
    book: Book,
    reports: Sequence[Report],
    production: Production,
    settings: ProductionSettings,
    as_of: datetime,
    folder: Path,
) -> exports.Exported:
    """Write the files of one spreadsheet: its own reports, with the words that stand in its tabs.

    They are made of what was written to that spreadsheet, so that they hold nothing that its
    readers may not see.

    Raises:
        TargetError: the folder cannot be written in (any more).
    """
    chosen = settings.spreadsheets[book.name].export.reports
    kept = [report for report in reports if chosen is None or report.name in chosen]
    told = [exports.with_words(report, _standing(book, report)) for report in kept]
    ends = production.periods.end_of(production.today)
    period = f"Period ending {day(ends)}" if ends else ""
    cover = exports.Cover(production.name, as_of, production.currency, production.locale, period)
    which = book.name if len(settings.spreadsheets) > 1 else ""
    name = exports.file_name(production.name, which, production.today.isoformat())
    try:
        return exports.export(told, cover, folder, name)
    except exports.FolderError as problem:
        raise TargetError(f"The report tabs are written; their files are not. {problem}") from None


def _standing(book: Book, report: Report) -> Mapping[str, Mapping[str, Scalar]]:
    return {line.key: line.cells for line in sheets.own_lines(book, report.name)}
