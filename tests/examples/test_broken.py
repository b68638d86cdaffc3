"""The broken files are broken in the way that their names say."""

from __future__ import annotations

import shutil
import struct
import subprocess
import zipfile

import pytest
from openpyxl import load_workbook

from tests.examples import broken


def compound_streams(content):
    """Stream name -> bytes, read from a compound file the long way round."""
    assert content[:8] == bytes.fromhex("d0cf11e0a1b11ae1")
    sector = {n: content[512 * (n + 1) : 512 * (n + 2)] for n in range(len(content) // 512 - 1)}
    (fat_at,) = struct.unpack_from("<I", content, 76)
    (directory_at,) = struct.unpack_from("<I", content, 48)
    table = struct.unpack("<128I", sector[fat_at])

    def chain(start):
        while start != 0xFFFFFFFE:
            yield sector[start]
            start = table[start]

    directory = b"".join(chain(directory_at))
    entries = [directory[at : at + 128] for at in range(0, len(directory), 128)]
    found = {}
    for entry in entries:
        length, kind = struct.unpack_from("<HB", entry, 64)
        start, size = struct.unpack_from("<II", entry, 116)
        if kind == 2:
            name = entry[: length - 2].decode("utf-16-le")
            found[name] = b"".join(chain(start))[:size]
    return found


def test_a_password_protected_workbook_is_a_compound_file_with_the_encrypted_package(tmp_path):
    streams = compound_streams(broken.password_protected(tmp_path).read_bytes())
    assert set(streams) == {"EncryptionInfo", "EncryptedPackage"}
    assert streams["EncryptionInfo"].startswith(b"\x04\x00\x04\x00")
    assert streams["EncryptedPackage"][8:16] == b"\x5a" * 8


@pytest.mark.parametrize("make", [broken.old_xls, broken.old_xls_named_xlsx])
def test_an_old_workbook_begins_with_its_record(make, tmp_path):
    streams = compound_streams(make(tmp_path).read_bytes())
    assert streams["Workbook"].startswith(b"\x09\x08\x10\x00\x00\x06")


@pytest.mark.skipif(shutil.which("file") is None, reason="there is no `file` to ask")
@pytest.mark.parametrize(
    ("make", "said"), [(broken.password_protected, "Encrypted"), (broken.old_xls, "Excel")]
)
def test_others_take_them_for_the_same(make, said, tmp_path):
    asked = subprocess.run(["file", make(tmp_path)], capture_output=True, text=True, check=True)
    assert said in asked.stdout


@pytest.mark.parametrize(
    "make",
    [broken.truncated, broken.text_named_xlsx, broken.empty_file, broken.password_protected],
)
def test_none_of_these_opens_as_an_archive(make, tmp_path):
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(make(tmp_path))


@pytest.mark.parametrize(
    ("make", "tabs"),
    [(broken.only_noise, ["Lunch", "Links"]), (broken.empty_tabs, ["Budget", "Crew"])],
)
def test_the_sound_ones_open(make, tabs, tmp_path):
    assert load_workbook(make(tmp_path)).sheetnames == tabs


def test_a_table_longer_than_one_sector_is_refused():
    with pytest.raises(ValueError, match="127 sectors"):
        broken.compound_file({"Big": bytes(512 * 200)})
