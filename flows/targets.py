"""A target as a person gives it -> a production's settings."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from tzlocal import get_localzone_name

from flows.errors import TargetError
from flows.settings import ExportSettings, ProductionSettings, SpreadsheetSettings, load

ONLY_BOOK = "workbook"
"""What the spreadsheet of a target without a settings file is called."""
_OTHER_FILES = {".xls", ".xlsm", ".xlsb", ".ods", ".csv", ".numbers"}


def settings_for(target: str) -> ProductionSettings:
    """Understand a target: a settings file, an .xlsx file, a spreadsheet's address or its id.

    Files and folders that a settings file names are taken from beside it.

    Raises:
        SettingsError: the settings file is missing or wrong.
        TargetError: a file is missing, or of a format that is not read.
    """
    path = Path(target).expanduser()
    if path.suffix.lower() == ".toml":
        settings = load(path)
        books = {
            name: book.model_copy(
                update={
                    "target": _beside(path, book.target),
                    "export": _exported_beside(path, book.export),
                }
            )
            for name, book in settings.spreadsheets.items()
        }
        return _in_local_time(settings.model_copy(update={"spreadsheets": books}))
    if is_file_target(target):
        demand_file(path, target)
        book = SpreadsheetSettings(target=str(path))
        return _in_local_time(ProductionSettings(spreadsheets={ONLY_BOOK: book}))
    return ProductionSettings(
        spreadsheets={ONLY_BOOK: SpreadsheetSettings(target=target)}, api=_api_of(target)
    )


def _in_local_time(settings: ProductionSettings) -> ProductionSettings:
    """Let a production of files alone run in this machine's time zone: files have none."""
    files = all(is_file_target(book.target) for book in settings.spreadsheets.values())
    if settings.time_zone or not files:
        return settings
    zone = get_localzone_name()
    known = zone if zone in available_timezones() else None
    return settings.model_copy(update={"time_zone": known})


def is_file_target(target: str) -> bool:
    """Whether a target means a file of this machine rather than a spreadsheet at a server."""
    path = Path(target).expanduser()
    if "://" in target:
        return False
    return path.suffix.lower() in {".xlsx", *_OTHER_FILES} or path.exists() or "/" in target


def demand_file(path: Path, target: str) -> None:
    """Make sure that a target is a file that can be read.

    Raises:
        TargetError: there is none, it is a folder, or its format is another one.
    """
    if not path.exists():
        raise TargetError(f"{target}: there is no such file. Check the name and the folder.")
    if path.is_dir():
        raise TargetError(f"{target}: is a folder. Name the .xlsx file in it.")
    if path.suffix.lower() in _OTHER_FILES:
        raise TargetError(
            f"{target}: {path.suffix} files are not read."
            " Save it as an Excel workbook (.xlsx), or put it in Google Sheets."
        )


def _beside(settings_file: Path, target: str) -> str:
    if not is_file_target(target):
        return target
    path = settings_file.parent / Path(target).expanduser()
    demand_file(path, str(path))
    return str(path)


def _exported_beside(settings_file: Path, export: ExportSettings) -> ExportSettings:
    if export.folder is None:
        return export
    folder = settings_file.parent / export.folder.expanduser()
    return export.model_copy(update={"folder": folder})


def _api_of(target: str) -> str | None:
    """The server behind an address that is not Google's: the page of `topsheet serve`."""
    parts = urlsplit(target)
    if parts.scheme in {"http", "https"} and not (parts.hostname or "").endswith("google.com"):
        return f"{parts.scheme}://{parts.netloc}"
    return None
