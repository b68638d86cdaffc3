"""Files that are not what their names say, made on the spot: what people really hand in.

Each function writes one file and answers its path. Nothing here is a committed binary.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

from openpyxl import Workbook

SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_MINI_CUTOFF = 4096


def password_protected(folder: Path) -> Path:
    """A workbook with a password, as Excel saves it: a compound file with an encrypted stream."""
    info = struct.pack("<HHI", 4, 4, 0x40) + b"<encryption/>"
    streams = {"EncryptionInfo": info, "EncryptedPackage": struct.pack("<Q", 4096) + b"\x5a" * 4096}
    return _written(folder / "password-protected.xlsx", compound_file(streams))


def old_xls(folder: Path) -> Path:
    """An Excel 97 workbook, under its own name: a compound file with a stream "Workbook"."""
    begin = struct.pack("<HHHHHHII", 0x0809, 16, 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)
    end = struct.pack("<HH", 0x000A, 0)
    return _written(folder / "old-format.xls", compound_file({"Workbook": begin + end}))


def old_xls_named_xlsx(folder: Path) -> Path:
    """The same, renamed by somebody who thought that this would convert it."""
    return old_xls(folder).rename(folder / "renamed.xlsx")


def truncated(folder: Path) -> Path:
    """A workbook whose download broke off in the middle."""
    whole = _saved(_filled())
    return _written(folder / "truncated.xlsx", whole[: len(whole) // 2])


def text_named_xlsx(folder: Path) -> Path:
    """A text file with the wrong ending."""
    return _written(folder / "text.xlsx", b"Account,Description,Budget\n1100,Story,250000\n")


def empty_file(folder: Path) -> Path:
    """A file of no bytes at all."""
    return _written(folder / "empty.xlsx", b"")


def zip_of_something_else(folder: Path) -> Path:
    """A zip archive, but of photographs."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("IMG_0001.txt", "not a workbook")
    return _written(folder / "photographs.xlsx", buffer.getvalue())


def only_noise(folder: Path) -> Path:
    """A sound workbook that holds nothing of a production's."""
    workbook = Workbook()
    first = workbook.worksheets[0]
    first.title = "Lunch"
    for row in (["Thursday's lunch"], ["Dumplings", "maybe chowder"], ["ask Wren about peanuts"]):
        first.append(row)
    workbook.create_sheet("Links").append(["see", "https://example.com/lookbook"])
    return _written(folder / "noise-only.xlsx", _saved(workbook))


def empty_tabs(folder: Path) -> Path:
    """A sound workbook whose tabs are all empty."""
    workbook = Workbook()
    workbook.worksheets[0].title = "Budget"
    workbook.create_sheet("Crew")
    return _written(folder / "empty-tabs.xlsx", _saved(workbook))


def compound_file(streams: Mapping[str, bytes]) -> bytes:
    """A version 3 compound file (the container of .xls and of encrypted .xlsx) of these streams.

    Streams are padded to 4,096 bytes, so that none needs the mini stream: sector 0 is the
    allocation table, sector 1 (and on) the directory, then the streams one after the other.
    """
    padded = {name: body.ljust(_MINI_CUTOFF, b"\0") for name, body in streams.items()}
    directory_sectors = -(-(len(padded) + 1) // 4)
    table = [_FAT, *_chain(1, directory_sectors)]
    entries = [_entry("Root Entry", kind=5, child=1 if padded else _FREE, start=_END, size=0)]
    bodies = b""
    for number, (name, body) in enumerate(padded.items(), start=1):
        sectors = -(-len(body) // SECTOR)
        right = number + 1 if number < len(padded) else _FREE
        entries.append(_entry(name, kind=2, right=right, start=len(table), size=len(body)))
        table += _chain(len(table), sectors)
        bodies += body.ljust(sectors * SECTOR, b"\0")
    directory = b"".join(entries).ljust(directory_sectors * SECTOR, b"\0")
    fat = struct.pack(f"<{len(table)}I", *table).ljust(SECTOR, b"\xff")
    if len(fat) > SECTOR:
        raise ValueError("too long for one sector of allocation table: 127 sectors at most")
    return _header() + fat + directory + bodies


def _header() -> bytes:
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    head += struct.pack("<HHHHH", 0x003E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, _MINI_CUTOFF, _END, 0, _END, 0)
    return head + struct.pack("<109I", 0, *[_FREE] * 108)


def _entry(
    name: str, *, kind: int, start: int, size: int, child: int = _FREE, right: int = _FREE
) -> bytes:
    """One directory entry: a storage (5 for the root) or a stream (2)."""
    spelt = name.encode("utf-16-le") + b"\0\0"
    head = spelt.ljust(64, b"\0") + struct.pack("<HBB", len(spelt), kind, 1)
    links = struct.pack("<III", _FREE, right, child)
    return head + links + bytes(16 + 4 + 8 + 8) + struct.pack("<IQ", start, size)


def _chain(first: int, length: int) -> list[int]:
    """The allocation table's entries for neighbouring sectors."""
    return [*range(first + 1, first + length), _END]


def _filled() -> Workbook:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in range(400):
        sheet.append([f"{1100 + row}", "Account", row * 1000 % 977])
    return workbook


def _saved(workbook: Workbook) -> bytes:
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
