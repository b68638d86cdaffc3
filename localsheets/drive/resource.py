"""A file as Drive v3 shows it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from localsheets.access import ROLES, owner_of, permission_id, role_of
from localsheets.drive.kinds import EXPORTS, SHEETS
from localsheets.state.entry import FOLDER, Entry
from localsheets.wire.constants import URL

Json = dict[str, Any]

ROOT = "0AAlocalsheetsRootUk9PVA"
"""The id of "My Drive", in which every file lies that is put in no other folder."""
SIZE = "1024"
"""What Google counts for a spreadsheet of its own, however small."""
WRITTEN = (
    "description",
    "starred",
    "trashed",
    "explicitlyTrashed",
    "properties",
    "appProperties",
    "writersCanShare",
    "copyRequiresWriterPermission",
    "folderColorRgb",
)
"""Fields that show as they were written."""


def stamp(moment: datetime) -> str:
    """A time as Drive writes it: to the millisecond, UTC."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def file(entry: Entry, account: str) -> Json:
    """The whole File resource; ``fields`` picks from it."""
    kind = str(entry.drive.get("mimeType", SHEETS))
    owner = owner_of(entry.permissions)
    role = role_of(entry.permissions, account)
    shared = len(entry.permissions) > 1
    made = {
        "kind": "drive#file",
        "id": entry.book.id,
        "name": entry.book.title,
        "mimeType": kind,
        "starred": False,
        "trashed": False,
        "explicitlyTrashed": False,
        "parents": parents(entry),
        "version": str(int((entry.modified - entry.created).total_seconds() * 1000) + 1),
        "webViewLink": link(entry),
        "iconLink": f"https://drive-thirdparty.googleusercontent.com/16/type/{kind}",
        "hasThumbnail": False,
        "viewedByMe": True,
        "createdTime": stamp(entry.created),
        "modifiedTime": stamp(entry.modified),
        "modifiedByMeTime": stamp(entry.modified),
        "modifiedByMe": True,
        "owners": [user(owner, account)],
        "lastModifyingUser": user(account, account),
        "shared": shared,
        "ownedByMe": owner == account,
        "capabilities": capabilities(role),
        "copyRequiresWriterPermission": False,
        "writersCanShare": True,
        "permissions": [permission(item) for item in entry.permissions],
        "permissionIds": [item["id"] for item in entry.permissions],
        "quotaBytesUsed": "0" if entry.is_folder else SIZE,
        "spaces": ["drive"],
        "isAppAuthorized": True,
    }
    invited = {str(item.get("emailAddress", "")).casefold() for item in entry.permissions}
    if owner != account and account.casefold() in invited:
        made["sharedWithMeTime"] = stamp(entry.created)
    if not entry.is_folder:
        made |= {"size": SIZE, "exportLinks": export_links(entry.book.id)}
    return made | {name: entry.drive[name] for name in WRITTEN if name in entry.drive}


def parents(entry: Entry) -> list[str]:
    """The folder that a file lies in."""
    found: list[str] = entry.drive.get("parents") or [ROOT]
    return found


def root(account: str) -> Json:
    """My Drive itself."""
    return {
        "kind": "drive#file",
        "id": ROOT,
        "name": "My Drive",
        "mimeType": FOLDER,
        "trashed": False,
        "ownedByMe": True,
        "owners": [user(account, account)],
        "spaces": ["drive"],
    }


def link(entry: Entry) -> str:
    """Where a person opens the file."""
    if entry.is_folder:
        return f"https://drive.google.com/drive/folders/{entry.book.id}"
    return URL.format(id=entry.book.id) + "?usp=drivesdk"


def user(account: str, me: str) -> Json:
    """An account as Drive shows it; its address stands for its name."""
    return {
        "kind": "drive#user",
        "displayName": account,
        "me": account == me,
        "permissionId": permission_id("user", account),
        "emailAddress": account,
    }


def permission(item: Json) -> Json:
    """A permission with all that Drive tells of it."""
    made = {"kind": "drive#permission", **item}
    if item["type"] in ("user", "group"):
        made |= {"displayName": item["emailAddress"], "deleted": False}
        made["pendingOwner"] = bool(item.get("pendingOwner"))
    elif item["type"] == "domain":
        made["displayName"] = item["domain"]
    if item["type"] in ("domain", "anyone"):
        made["allowFileDiscovery"] = bool(item.get("allowFileDiscovery"))
    return made


def capabilities(role: str | None) -> Json:
    """What a role may do, of the capabilities that clients ask for."""
    rank = ROLES.index(role) if role else len(ROLES) - 1
    write, own = rank >= ROLES.index("writer"), rank >= ROLES.index("owner")
    return {
        "canEdit": write,
        "canComment": rank >= ROLES.index("commenter"),
        "canCopy": True,
        "canDelete": own,
        "canDownload": True,
        "canRename": write,
        "canShare": write,
        "canTrash": own,
        "canUntrash": own,
    }


def export_links(file_id: str) -> Json:
    """Where each kind of export is fetched from."""
    address = "https://docs.google.com/spreadsheets/export?id={}&exportFormat={}"
    return {kind: address.format(file_id, short) for kind, short in EXPORTS.items()}
