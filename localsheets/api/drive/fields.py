"""What a create, a copy or an update writes of a file's fields."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from localsheets.api.drive.common import entry_of
from localsheets.api.request import Call
from localsheets.drive.query import moment
from localsheets.drive.resource import ROOT
from localsheets.state.entry import Entry
from localsheets.wire.errors import DriveError

Json = dict[str, Any]

PLAIN = (
    "description",
    "starred",
    "writersCanShare",
    "copyRequiresWriterPermission",
    "folderColorRgb",
)
FLAGS = {"starred", "trashed", "writersCanShare", "copyRequiresWriterPermission"}
MAPS = ("properties", "appProperties")


def written(call: Call, entry: Entry, body: Json, *, new: bool) -> None:
    """Work a File's writable fields into an entry (a copy, or one that is not yet taken in).

    Raises:
        DriveError: a value of the wrong type, a parent that is no folder.
    """
    drive = dict(entry.drive)
    for name in PLAIN:
        if name in body:
            drive[name] = _typed(name, body[name])
    for name in MAPS:
        if name in body:
            drive[name] = _merged(drive.get(name, {}), body[name])
    if not new and "trashed" in body:
        drive["trashed"] = drive["explicitlyTrashed"] = _typed("trashed", body["trashed"])
    _place(call, entry, drive, body, new=new)
    entry.drive = drive
    _name_and_times(entry, body)


def _typed(name: str, value: Any) -> Any:
    if not isinstance(value, bool if name in FLAGS else str):
        raise DriveError(400, f"Invalid value for: {name}", "invalid", name, "field")
    return value


def _merged(old: Json, new: Any) -> Json:
    """Entries with null values are cleared, others are set."""
    if not isinstance(new, dict):
        raise DriveError(400, "Invalid value for: properties", "invalid", "properties", "field")
    return {key: value for key, value in {**old, **new}.items() if value is not None}


def _place(call: Call, entry: Entry, drive: Json, body: Json, *, new: bool) -> None:
    """Which folder a file lies in: one and no more."""
    wanted = body.get("parents") if new else None
    if not new:
        added = [part for part in call.one("addParents").split(",") if part]
        gone = set(call.one("removeParents").split(",")) - {""}
        kept = [parent for parent in drive.get("parents", [ROOT]) if parent not in gone]
        wanted = (added or kept or [ROOT]) if added or gone else None
    if not wanted:
        return
    if not isinstance(wanted, list) or len(wanted) > 1:
        text = "A file must be located in at most one folder."
        raise DriveError(403, text, "cannotAddParent", "parents", "field")
    parent = ROOT if wanted[0] == "root" else str(wanted[0])
    if parent != ROOT:
        _check_folder(call, entry, parent)
    drive["parents"] = [parent]


def _check_folder(call: Call, entry: Entry, parent: str) -> None:
    folder = entry_of(call, "writer", parent)
    if not folder.is_folder:
        raise DriveError(403, "The specified parent is not a folder.", "parentNotAFolder")
    above: Entry | None = folder
    while above is not None:
        if above.book.id == entry.book.id:
            raise DriveError(403, "A folder cannot lie within itself.", "cyclicParents")
        outer = above.drive.get("parents", [ROOT])[0]
        above = None if outer == ROOT else call.workbooks.file(outer)


def _name_and_times(entry: Entry, body: Json) -> None:
    if body.get("name") is not None:
        title = str(body["name"])
        if title != entry.book.title:
            entry.book = entry.book.copy()
            entry.book.title = title
    entry.modified = datetime.now(UTC)
    for name in ("createdTime", "modifiedTime"):
        if body.get(name) is None:
            continue
        try:
            given = moment(str(body[name]))
        except ValueError:
            raise DriveError(400, f"Invalid value for: {name}", "invalid", name, "field") from None
        setattr(entry, name.removesuffix("Time"), given)
