"""What Drive's methods share: who calls, which file is meant, pages, refusals in Drive's words."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from localsheets.access import ROLES, USER, role_of
from localsheets.api.request import Call
from localsheets.drive.query import invalid
from localsheets.drive.resource import ROOT
from localsheets.state.entry import Entry
from localsheets.wire.errors import ApiError, DriveError

Json = dict[str, Any]
T = TypeVar("T")


def entry_of(call: Call, role: str = "reader", file_id: str | None = None) -> Entry:
    """The file that a call means, which the caller must have at least this role on.

    Raises:
        DriveError: 404 where there is none, or none that the caller sees; 403 for too low a role.
    """
    wanted = call.path["id"] if file_id is None else file_id
    try:
        entry = call.workbooks.file(wanted)
    except ApiError as error:
        raise no_file(wanted) from error
    own = role_on(entry, call.account)
    if own is None:
        raise no_file(wanted)
    if ROLES.index(own) < ROLES.index(role):
        text = "The user does not have sufficient permissions for this file."
        raise DriveError(403, text, "insufficientFilePermissions")
    return entry


def role_on(entry: Entry, account: str) -> str | None:
    """An account's role on a file. The one user of a server without accounts owns everything."""
    return "owner" if account == USER else role_of(entry.permissions, account)


def in_trash(call: Call, entry: Entry) -> bool:
    """Whether a file, or a folder that it lies in, is in the trash."""
    here: Entry | None = entry
    while here is not None:
        if here.drive.get("trashed"):
            return True
        above = (here.drive.get("parents") or [ROOT])[0]
        here = None
        if above != ROOT:
            with suppress(ApiError):  # deleted meanwhile
                here = call.workbooks.file(above)
    return False


def no_file(file_id: str) -> DriveError:
    """Drive's words for a file that is not there, or that the caller may not see."""
    return DriveError(404, f"File not found: {file_id}.", "notFound", "fileId")


def body_of(call: Call) -> Json:
    """The body, which is an object."""
    found = call.body()
    if not isinstance(found, dict):
        raise DriveError(400, "Parse Error", "parseError")
    return found


def new_id() -> str:
    """An id like Google's, which nothing had before and nothing will have again."""
    return "1" + secrets.token_urlsafe(33)[:43]


def not_writable(name: str, why: str = "") -> DriveError:
    """Drive's words for a field that this method does not take."""
    text = why or "The resource body includes fields which are not directly writable."
    return DriveError(403, text, "fieldNotWritable", name, "field" if why else "other")


def page(
    call: Call, found: list[T], largest: int, size: int, shown: Callable[[T], Json]
) -> tuple[list[Json], Json]:
    """One page of a list, and ``{"nextPageToken": ...}`` where there are more."""
    wanted = call.one("pageSize")
    if wanted:
        if not wanted.lstrip("-").isdecimal() or int(wanted) < 1:
            text = f"Invalid value '{wanted}'. Values must be within the range: [1, {largest}]"
            raise DriveError(400, text, "invalidParameter", "pageSize")
        size = min(int(wanted), largest)
    start = _place(call.one("pageToken"))
    rest = {"nextPageToken": _token(start + size)} if start + size < len(found) else {}
    return [shown(item) for item in found[start : start + size]], rest


_SEAL = "localsheets:"


def _token(place: int) -> str:
    return base64.urlsafe_b64encode(f"{_SEAL}{place}".encode()).decode()


def _place(token: str) -> int:
    if not token:
        return 0
    try:
        text = base64.b64decode(token, altchars=b"-_", validate=True).decode()
        if not text.startswith(_SEAL):
            raise invalid("pageToken")
        return max(0, int(text.removeprefix(_SEAL)))
    except ValueError:
        raise invalid("pageToken") from None


def must_mask(call: Call) -> None:
    """Some methods answer nothing unless they are told what."""
    if not call.one("fields"):
        text = "The 'fields' parameter is required for this method."
        raise DriveError(400, text, "required", "fields")
