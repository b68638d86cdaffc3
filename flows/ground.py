"""Where a run's spreadsheets are: at Google, at another server, or in files served from here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import localsheets
import sheets
from flows.credentials import account_of
from flows.errors import TargetError
from flows.settings import ProductionSettings
from flows.targets import is_file_target


@dataclass(frozen=True, slots=True)
class Reach:
    """How one spreadsheet is reached; ``file`` where it came from an .xlsx file."""

    client: sheets.Client
    id: str
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """Every spreadsheet of a run, by its name in the settings."""

    reaches: Mapping[str, Reach]
    workbooks: localsheets.Workbooks | None = None

    def copies(self, output: str | None) -> Mapping[str, Path]:
        """Where an .xlsx copy of every file's spreadsheet will lie, by book.

        ``output`` is the copy's name (or the folder for several); without it each copy lies beside
        its file.

        Raises:
            TargetError: a copy would take the place of its file.
        """
        files = {name: reach.file for name, reach in self.reaches.items() if reach.file}
        names = {name: f"{file.stem}.topsheet.xlsx" for name, file in files.items()}
        if output is None:
            copies = {name: file.with_name(names[name]) for name, file in files.items()}
        elif len(files) == 1 and not Path(output).is_dir():
            copies = {name: Path(output) for name in files}
        else:
            copies = {name: Path(output) / names[name] for name in files}
        for name, copy in copies.items():
            if copy.resolve() == files[name].resolve():
                raise TargetError(
                    f"{copy}: is the workbook itself, which is never changed."
                    " Choose another name for the copy (-o)."
                )
        return copies

    def save(self, copies: Mapping[str, Path]) -> None:
        """Write the copies, as the server now holds their spreadsheets.

        Raises:
            TargetError: one cannot be written where it should lie.
        """
        for book, path in copies.items():
            if self.workbooks is None:
                raise ValueError(f"{book} came from no file")
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                self.workbooks.export_xlsx(self.reaches[book].id, path)
            except (OSError, localsheets.WorkbookError) as problem:
                raise TargetError(
                    f"{path}: the copy cannot be written there ({problem})."
                    " Choose another place (-o)."
                ) from None


@contextmanager
def open_ground(settings: ProductionSettings) -> Iterator[Ground]:
    """Reach every spreadsheet of a production; files are served from here while it lasts.

    Raises:
        TargetError: a file is no workbook that can be opened, or an address is no spreadsheet's.
        sheets.SheetsError: there are no usable credentials.
    """
    targets = {name: book.target for name, book in settings.spreadsheets.items()}
    files = {name: Path(target) for name, target in targets.items() if is_file_target(target)}
    remote = {name: id_of(target) for name, target in targets.items() if name not in files}
    with ExitStack() as stack:
        reaches: dict[str, Reach] = {}
        workbooks = None
        if files:
            workbooks = localsheets.Workbooks()
            ids = {name: import_file(workbooks, file) for name, file in files.items()}
            server = stack.enter_context(localsheets.serving(workbooks))
            local = sheets.connect(url=server.url)
            reaches |= {name: Reach(local, ids[name], file) for name, file in files.items()}
        if remote:
            client = remote_client(settings)
            reaches |= {name: Reach(client, its_id) for name, its_id in remote.items()}
        yield Ground({name: reaches[name] for name in targets}, workbooks)


def remote_client(settings: ProductionSettings) -> sheets.Client:
    """A client for Google, or for the server that the settings name instead."""
    if settings.api:
        return sheets.connect(url=settings.api)
    return sheets.connect(credentials=account_of(settings.credentials))


def id_of(target: str) -> str:
    """The id in a spreadsheet's address, in words of ours where there is none."""
    try:
        return sheets.spreadsheet_id(target)
    except ValueError as problem:
        raise TargetError(str(problem)) from None


def import_file(workbooks: localsheets.Workbooks, file: Path) -> str:
    """Hold a file's content; answers its id. The file itself is only read."""
    try:
        return workbooks.import_xlsx(file)
    except localsheets.WorkbookError as problem:
        raise TargetError(str(problem)) from None
