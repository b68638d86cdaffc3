"""Says in plain words why a file is no workbook that can be read, before anything is parsed."""

from __future__ import annotations

import zipfile
from pathlib import Path

from localsheets.errors import WorkbookError

LARGEST_FILE = 100 * 1024 * 1024
LARGEST_UNPACKED = 1024 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK"


def check(path: Path) -> None:
    """Look at a file's first bytes and its list of parts.

    Raises:
        WorkbookError: missing, a folder, too large, encrypted, another format, or broken.
    """
    if not path.exists():
        raise WorkbookError(f"{path}: there is no such file.")
    if not path.is_file():
        raise WorkbookError(f"{path} is not a file. Give the path of an .xlsx workbook.")
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(8)
            rest = file.read() if head == _OLE and size <= LARGEST_FILE else b""
    except OSError as error:
        raise WorkbookError(f"{path} cannot be read: {error.strerror or error}.") from error
    if size > LARGEST_FILE:
        raise WorkbookError(
            f"{path} is too large: {size // 2**20} MB, where {LARGEST_FILE // 2**20} MB is the"
            " limit. Save the tabs that are needed as a workbook of their own."
        )
    _check_kind(path, head, rest)
    _check_parts(path)


def _check_kind(path: Path, head: bytes, rest: bytes) -> None:
    if head == _OLE and _ENCRYPTED in rest:
        raise WorkbookError(
            f"{path} is password-protected. Open it in its program, take the password off, and"
            " save it again."
        )
    if head == _OLE:
        raise WorkbookError(
            f"{path} is in the old Excel format (.xls). Open it and save it as .xlsx."
        )
    if not head:
        raise WorkbookError(f"{path} is empty: not a workbook.")
    if not head.startswith(_ZIP):
        raise WorkbookError(
            f"{path} is not an .xlsx workbook (it does not begin as one). Export or save it as"
            " .xlsx from the program that made it."
        )


def _check_parts(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
            names = {info.filename.lstrip("/").casefold() for info in infos}
            unpacked = sum(info.file_size for info in infos)
            encrypted = any(info.flag_bits & 1 for info in infos)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise WorkbookError(
            f"{path} is damaged: its contents cannot be unpacked ({error}). Save or download it"
            " again."
        ) from error
    if encrypted:
        raise WorkbookError(f"{path} is password-protected. Save it again without a password.")
    if "xl/workbook.bin" in names:
        raise WorkbookError(f"{path} is a binary workbook (.xlsb). Save it as .xlsx.")
    if "content.xml" in names and "mimetype" in names:
        raise WorkbookError(f"{path} is an OpenDocument file. Save it as .xlsx.")
    if "[content_types].xml" not in names:
        raise WorkbookError(f"{path} is a zip file but not a workbook.")
    if unpacked > LARGEST_UNPACKED:
        raise WorkbookError(
            f"{path} is too large: it unpacks to {unpacked // 2**20} MB. Save the tabs that are"
            " needed as a workbook of their own."
        )
