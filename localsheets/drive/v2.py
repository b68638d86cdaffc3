"""A file as Drive v2 showed it: gspread still imports a CSV that way."""

from __future__ import annotations

import base64
from typing import Any

from localsheets.access import owner_of, permission_id, role_of
from localsheets.drive.kinds import SHEETS
from localsheets.drive.resource import ROOT, SIZE, export_links, link, parents, stamp
from localsheets.state.entry import Entry

Json = dict[str, Any]

FILES = "https://www.googleapis.com/drive/v2/files"
AFTER_IMPORT = "5"
"""The version that a new file has once something was imported into it, as recorded."""


def file(entry: Entry, account: str) -> Json:
    """The file as Drive v2 answers an upload, which is how gspread imports a CSV."""
    file_id, person = entry.book.id, _person(account)
    return {
        "kind": "drive#file",
        "userPermission": _permission(entry, account),
        "selfLink": f"{FILES}/{file_id}",
        "ownerNames": [owner_of(entry.permissions)],
        "lastModifyingUserName": account,
        "editable": True,
        "writersCanShare": True,
        "mimeType": SHEETS,
        "exportLinks": export_links(file_id),
        "parents": [_parent(file_id, parents(entry)[0])],
        "thumbnailLink": f"https://docs.google.com/feeds/vt?gd=true&id={file_id}&v=1&sz=s220",
        "appDataContents": False,
        "iconLink": f"https://drive-thirdparty.googleusercontent.com/16/type/{SHEETS}",
        "shared": len(entry.permissions) > 1,
        "lastModifyingUser": person,
        "owners": [person],
        "copyable": True,
        "etag": _etag(str(int(entry.modified.timestamp() * 1000))),
        "alternateLink": link(entry),
        "embedLink": f"https://docs.google.com/spreadsheets/d/{file_id}/htmlembed",
        "fileSize": SIZE,
        "copyRequiresWriterPermission": False,
        "spaces": ["drive"],
        "id": file_id,
        "title": entry.book.title,
        "labels": _labels(entry),
        "explicitlyTrashed": bool(entry.drive.get("explicitlyTrashed")),
        **_dates(entry),
        "quotaBytesUsed": SIZE,
        "version": AFTER_IMPORT,
        "capabilities": {"canEdit": True, "canCopy": True},
    }


def _person(account: str) -> Json:
    return {
        "displayName": account,
        "kind": "drive#user",
        "isAuthenticatedUser": True,
        "permissionId": permission_id("user", account),
        "emailAddress": account,
        "picture": {"url": "https://lh3.googleusercontent.com/a/default-user=s64"},
    }


def _permission(entry: Entry, account: str) -> Json:
    return {
        "id": "me",
        "type": "user",
        "role": role_of(entry.permissions, account) or "owner",
        "kind": "drive#permission",
        "selfLink": f"{FILES}/{entry.book.id}/permissions/me",
        "etag": _etag(f"me {entry.book.id}"),
        "pendingOwner": False,
    }


def _parent(file_id: str, folder: str) -> Json:
    return {
        "selfLink": f"{FILES}/{file_id}/parents/{folder}",
        "id": folder,
        "isRoot": folder == ROOT,
        "kind": "drive#parentReference",
        "parentLink": f"{FILES}/{folder}",
    }


def _labels(entry: Entry) -> Json:
    return {
        "viewed": True,
        "restricted": False,
        "starred": bool(entry.drive.get("starred")),
        "hidden": False,
        "trashed": bool(entry.drive.get("trashed")),
    }


def _dates(entry: Entry) -> Json:
    now = stamp(entry.modified)
    return {
        "createdDate": stamp(entry.created),
        "modifiedDate": now,
        "modifiedByMeDate": now,
        "lastViewedByMeDate": now,
        "markedViewedByMeDate": "1970-01-01T00:00:00.000Z",
    }


def _etag(text: str) -> str:
    return '"' + base64.urlsafe_b64encode(text.encode()).decode().rstrip("=") + '"'
