"""The order of a list of files, and what a file says as a whole."""

from __future__ import annotations

import re
from typing import Any

from localsheets.drive.query import invalid
from localsheets.render.cells import shown_text
from localsheets.state.entry import FOLDER, Entry

Json = dict[str, Any]

_PLAIN = {
    "createdTime": "createdTime",
    "modifiedTime": "modifiedTime",
    "modifiedByMeTime": "modifiedByMeTime",
    "recency": "modifiedTime",
    "sharedWithMeTime": "sharedWithMeTime",
    "viewedByMeTime": "modifiedTime",
}


def ordered(files: list[Json], order: str) -> list[Json]:
    """Files by an ``orderBy`` ("folder,modifiedTime desc,name"), what is equal the newest first.

    So it is in every recorded list: none asked for an order.

    Raises:
        DriveError: 400 for a key that Drive does not have.
    """
    files = sorted(files, key=lambda file: _rank(file, "modifiedTime"))[::-1]
    keys = [key.split() for key in order.split(",") if key.strip()]
    for key in reversed(keys):
        if len(key) > 2 or (len(key) == 2 and key[1] != "desc"):
            raise invalid("orderBy")
        files = sorted(files, key=lambda file: _rank(file, key[0]), reverse=len(key) == 2)
    return files


def _rank(file: Json, key: str) -> Any:
    if key in _PLAIN:
        return file.get(_PLAIN[key], "")
    if key == "folder":
        return file["mimeType"] != FOLDER
    if key == "name":
        return str(file["name"]).casefold()
    if key in ("name_natural", "title_natural"):
        parts = re.split(r"(\d+)", str(file["name"]).casefold())
        return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
    if key == "quotaBytesUsed":
        return int(file["quotaBytesUsed"])
    if key == "starred":
        return not file["starred"]
    raise invalid("orderBy")


def text_of(entry: Entry) -> str:
    """All that a file says: its name, its description, what its cells show."""
    locale = entry.book.locale
    cells = (
        shown_text(cell, locale)
        for sheet in entry.book.sheets
        for _, _, cell in sheet.cells()
        if cell.filled
    )
    return "\n".join([entry.book.title, str(entry.drive.get("description", "")), *cells])
