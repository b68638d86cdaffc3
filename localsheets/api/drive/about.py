"""about.get and userinfo: who calls; and the links that export without Drive."""

from __future__ import annotations

from localsheets.access import permission_id
from localsheets.api.drive.common import entry_of, must_mask
from localsheets.api.drive.files import as_download
from localsheets.api.request import Call
from localsheets.drive import resource
from localsheets.drive.exports import exported
from localsheets.drive.kinds import EXPORTS, IMPORTS, SHEETS
from localsheets.render.ranges import resolve_closed
from localsheets.state.entry import Entry
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.answer import Answer
from localsheets.wire.errors import DriveError


def get(call: Call) -> Answer:
    """GET drive/v3/about."""
    must_mask(call)
    used = sum(int(resource.SIZE) for _ in call.workbooks.entries())
    quota = {"limit": str(15 * 2**30), "usage": str(used), "usageInDrive": str(used)}
    return Answer(
        {
            "kind": "drive#about",
            "user": resource.user(call.account, call.account),
            "storageQuota": {**quota, "usageInDriveTrash": "0"},
            "importFormats": {kind: [SHEETS] for kind in IMPORTS},
            "exportFormats": {SHEETS: list(EXPORTS)},
            "maxUploadSize": str(5 * 2**40),
            "appInstalled": False,
            "canCreateDrives": False,
            "canCreateTeamDrives": False,
        }
    )


def userinfo(call: Call) -> Answer:
    """GET userinfo/v2/me: the caller's account."""
    return Answer(
        {
            "id": permission_id("user", call.account),
            "email": call.account,
            "verified_email": True,
            "picture": "https://lh3.googleusercontent.com/a/default-user=s96-c",
        }
    )


def export_link(call: Call) -> Answer:
    """GET spreadsheets/d/{id}/export?format=csv&gid=0&range=A1:C7, as a browser downloads."""
    file_id = call.path.get("id") or call.one("id")
    entry = entry_of(call, file_id=file_id)
    short = call.one("format") or call.one("exportFormat", "xlsx")
    kinds = {name: kind for kind, name in EXPORTS.items()}
    if short not in kinds:
        raise DriveError(400, f"Invalid export format: {short}", "badRequest", "format")
    sheet, rect = _part(call, entry)
    return as_download(entry, kinds[short], exported(entry, kinds[short], sheet, rect))


def _part(call: Call, entry: Entry) -> tuple[Sheet, Rect | None]:
    """The tab that ``gid`` names, and the block that ``range`` names on it."""
    gid, text = call.one("gid"), call.one("range")
    sheet = entry.book.first_visible
    if gid:
        found = entry.book.find(int(gid)) if gid.isdecimal() else None
        if found is None:
            raise DriveError(400, f"No tab with gid {gid}", "badRequest", "gid")
        sheet = found
    if not text:
        return sheet, None
    quoted = sheet.title.replace("'", "''")
    return resolve_closed(entry.book, text if "!" in text else f"'{quoted}'!{text}")
