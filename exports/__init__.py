"""Reports as files to hand on: one .xlsx and one PDF, made from the Report values.

Knows only ``model``. What a file holds is what its reports hold, so that it is as restricted as the
spreadsheet that they were made for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from exports.cover import Cover
from exports.files import FolderError, demand_folder, file_name, written_whole
from exports.words import with_words
from model.report import Report


@dataclass(frozen=True, slots=True)
class Exported:
    """The files of one export, and the characters that no font of ours can write."""

    workbook: Path
    pdf: Path
    missing: frozenset[str] = frozenset()


def export(reports: Sequence[Report], cover: Cover, folder: Path, name: str) -> Exported:
    """Write reports to ``folder`` as ``name``.xlsx and ``name``.pdf; earlier ones are replaced.

    Hidden reports (our own memory) are left out. Both files are there whole, or neither is.

    Raises:
        FolderError: the folder cannot be written in.
    """
    from exports.pdf import write_pdf  # these libraries take a second to load
    from exports.workbook import write_workbook

    shown = [report for report in reports if not report.hidden]
    demand_folder(folder)
    paths = folder / f"{name}.xlsx", folder / f"{name}.pdf"
    with written_whole(*paths) as (workbook, pdf):
        write_workbook(shown, cover, workbook)
        missing = write_pdf(shown, cover, pdf)
    return Exported(*paths, missing)


__all__ = [
    "Cover",
    "Exported",
    "FolderError",
    "demand_folder",
    "export",
    "file_name",
    "with_words",
]
