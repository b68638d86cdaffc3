"""permissions: who a file is shared with."""

from __future__ import annotations

from typing import Any

from localsheets import access
from localsheets.api.drive.common import body_of, entry_of, not_writable, page
from localsheets.api.request import Call
from localsheets.drive import resource
from localsheets.drive.query import invalid, moment
from localsheets.state.entry import Entry
from localsheets.wire.answer import Answer
from localsheets.wire.errors import DriveError

Json = dict[str, Any]

SHORT = ("id", "type", "kind", "role")
"""What is told of a permission that is not asked for by ``fields``."""
KINDS = ("user", "group", "domain", "anyone")


def _shown(call: Call, item: Json) -> Json:
    made = resource.permission(item)
    return made if call.one("fields") else {name: made[name] for name in SHORT}


def list_all(call: Call) -> Answer:
    """GET .../permissions."""
    entry = entry_of(call)
    found, rest = page(call, entry.permissions, 100, 100, lambda item: _shown(call, item))
    return Answer({"kind": "drive#permissionList", **rest, "permissions": found})


def get(call: Call) -> Answer:
    """GET .../permissions/{permissionId}."""
    return Answer(_shown(call, _find(entry_of(call), call.path["permissionId"])))


def _find(entry: Entry, wanted: str) -> Json:
    for item in entry.permissions:
        if item["id"] == wanted:
            return item
    text = f"Permission not found: {wanted}."
    raise DriveError(404, text, "notFound", "permissionId")


def create(call: Call) -> Answer:
    """POST .../permissions: share; an account that has a role gets the new one in its place."""
    shared = entry_of(call, "writer").permissions
    made = _made(body_of(call))
    owner = next((item for item in shared if item["role"] == "owner"), {})
    if made["role"] == "owner" and made["id"] == owner.get("id"):
        return Answer(_shown(call, owner))  # as gspread asks when it copies who may do what
    if made["role"] == "owner":
        _check_transfer(call, made)

    def work(entry: Entry) -> Json:
        return _put(entry, made)

    return Answer(_shown(call, call.workbooks.change_file(call.path["id"], work)))


def _made(body: Json) -> Json:
    kind, role = body.get("type"), body.get("role")
    if not kind:
        raise DriveError(400, "The permission type field is required.", "required")
    if not role:
        raise DriveError(400, "The permission role field is required.", "required")
    if kind not in KINDS or role not in access.ROLES:
        raise invalid("permission.type" if kind not in KINDS else "permission.role")
    value = str(body.get("domain" if kind == "domain" else "emailAddress") or "")
    if kind != "anyone" and not value:
        name = "domain" if kind == "domain" else "emailAddress"
        text = f"The specified {name} is invalid or not applicable for the given permission type."
        raise DriveError(400, text, "invalid", f"permission.{name}", "other")
    made = access.permission(kind, role, value)
    if body.get("allowFileDiscovery") and kind in ("domain", "anyone"):
        made["allowFileDiscovery"] = True
    return made | _more(body)


def _more(body: Json) -> Json:
    made: Json = {}
    if body.get("expirationTime"):
        try:
            moment(str(body["expirationTime"]))
        except ValueError:
            raise invalid("permission.expirationTime") from None
        made["expirationTime"] = str(body["expirationTime"])
    if body.get("pendingOwner"):
        made["pendingOwner"] = True
    return made


def _check_transfer(call: Call, item: Json) -> None:
    if not call.flag("transferOwnership"):
        text = "The transferOwnership parameter must be enabled when the permission role is"
        raise DriveError(403, f"{text} 'owner'.", "forbidden", "transferOwnership")
    if item["type"] != "user":
        text = "Ownership can only be transferred to another user."
        raise DriveError(403, text, "invalidOwnershipTransfer")


def _put(entry: Entry, made: Json) -> Json:
    """Put a permission into the list; a new owner makes a writer of the old one."""
    old = next((item for item in entry.permissions if item["id"] == made["id"]), None)
    if old is not None and old["role"] == "owner" and made["role"] != "owner":
        return old
    others = [item for item in entry.permissions if item is not old]
    if made["role"] == "owner":
        others = [{**p, "role": "writer"} if p["role"] == "owner" else p for p in others]
    place = len(others) if old is None else entry.permissions.index(old)
    entry.permissions = [*others[:place], made, *others[place:]]
    return made


def update(call: Call) -> Answer:
    """PATCH .../permissions/{permissionId}: another role; offering and taking ownership."""
    entry, body = entry_of(call, "writer"), body_of(call)
    wanted = call.path["permissionId"]
    for name in body.keys() - {"role", "pendingOwner", "expirationTime", "allowFileDiscovery"}:
        raise not_writable(name)
    item = _find(entry, wanted)
    role = body.get("role", item["role"])
    if role not in access.ROLES:
        raise invalid("permission.role")
    if item["role"] == "owner" and role != "owner":
        text = "The owner of a file cannot be removed."
        raise DriveError(403, text, "cannotRemoveOwner")
    if role == "owner" != item["role"]:
        _check_transfer(call, item)

    def work(copy: Entry) -> Json:
        new = {**_find(copy, wanted), **_more(body), "role": role}
        if role == "owner" or body.get("pendingOwner") is False:
            new.pop("pendingOwner", None)
        return _put(copy, new)

    return Answer(_shown(call, call.workbooks.change_file(call.path["id"], work)))


def delete(call: Call) -> Answer:
    """DELETE .../permissions/{permissionId}: stop sharing; the owner's cannot be deleted."""
    item = _find(entry_of(call, "writer"), call.path["permissionId"])
    if item["role"] == "owner":
        text = "The owner of a file cannot be removed."
        raise DriveError(403, text, "cannotRemoveOwner")

    def work(entry: Entry) -> None:
        entry.permissions = [p for p in entry.permissions if p["id"] != item["id"]]

    call.workbooks.change_file(call.path["id"], work)
    return Answer(None, status=204)
