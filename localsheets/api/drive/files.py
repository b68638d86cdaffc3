"""files: list, get, create, copy, update, delete, export; emptyTrash, generateIds."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from localsheets.access import owned_by
from localsheets.api.drive.common import (
    body_of,
    entry_of,
    in_trash,
    new_id,
    not_writable,
    page,
    role_on,
)
from localsheets.api.drive.fields import written
from localsheets.api.request import Call
from localsheets.drive import query, resource
from localsheets.drive.exports import exported
from localsheets.drive.kinds import EXPORTS, SHEETS
from localsheets.drive.listing import ordered, text_of
from localsheets.state.book import new_book
from localsheets.state.entry import FOLDER, Entry
from localsheets.wire.answer import Answer
from localsheets.wire.errors import DriveError, not_implemented

Json = dict[str, Any]

SHORT = ("kind", "id", "name", "mimeType")
"""What is told of a file that is not asked for by ``fields``."""


def shown(call: Call, entry: Entry) -> Json:
    """A File: all of it for ``fields`` to pick from, else the little that Drive tells."""
    made = whole(call, entry)
    return made if call.one("fields") else {name: made[name] for name in SHORT}


def whole(call: Call, entry: Entry) -> Json:
    """The whole File; what lies in a folder in the trash is in the trash."""
    made = resource.file(entry, call.account)
    return {**made, "trashed": True} if in_trash(call, entry) else made


def list_files(call: Call) -> Answer:
    """GET drive/v3/files: what a query finds among the files that the caller may see."""
    match = query.parse(call.one("q"))
    found = [
        made
        for entry in call.workbooks.files()
        if role_on(entry, call.account) is not None
        for made in [whole(call, entry)]
        if match(query.Found(made, call.account, partial(text_of, entry)))
    ]
    short = not call.one("fields")
    files, rest = page(
        call,
        ordered(found, call.one("orderBy")),
        largest=1000,
        size=100,
        shown=lambda made: {name: made[name] for name in SHORT} if short else made,
    )
    head = {"kind": "drive#fileList", "incompleteSearch": False, **rest}
    return Answer({**head, "files": files})


def get_file(call: Call) -> Answer:
    """GET drive/v3/files/{id}; "root" is My Drive."""
    if call.path["id"] in ("root", resource.ROOT):
        made = resource.root(call.account)
        return Answer(made if call.one("fields") else {name: made[name] for name in SHORT})
    entry = entry_of(call)
    if call.one("alt") == "media":
        text = "Only files with binary content can be downloaded."
        more = " Use Export with Docs Editors files."
        raise DriveError(403, text + more, "fileNotDownloadable", "alt")
    return Answer(shown(call, entry))


def create_file(call: Call) -> Answer:
    """POST drive/v3/files: an empty spreadsheet, or a folder."""
    body = body_of(call)
    kind = body.get("mimeType")
    if kind not in (SHEETS, FOLDER):
        raise not_implemented(f"files.create of {kind or 'a file without a mimeType'}")
    file_id = made_id(call, body)
    entry = Entry(new_book(file_id, str(body.get("name") or "Untitled")))
    if kind == FOLDER:
        entry.book.sheets = []
        entry.drive = {"mimeType": FOLDER}
    place_new(call, entry, body)
    return Answer(shown(call, call.workbooks.file(file_id)))


def made_id(call: Call, body: Json) -> str:
    """The id of a new file: one that the caller chose (of ``generateIds``), or a new one."""
    chosen = body.get("id")
    if chosen is None:
        return new_id()
    if not isinstance(chosen, str) or not re.fullmatch(r"[\w-]{1,100}", chosen):
        raise DriveError(400, "The provided file ID is not usable.", "invalid", "file.id", "other")
    if any(entry.book.id == chosen for entry in call.workbooks.files()):
        text = "A file already exists with the provided ID."
        raise DriveError(409, text, "fileIdInUse", "file.id", "other")
    return chosen


def place_new(call: Call, entry: Entry, body: Json) -> None:
    """Fill in what a create says of a file, and take it in: it is the caller's."""
    entry.permissions = owned_by(call.account)
    written(call, entry, body, new=True)
    call.workbooks.add(entry)


def copy_file(call: Call) -> Answer:
    """POST drive/v3/files/{id}/copy: the content; not who it is shared with, nor its star."""
    source, body = entry_of(call), body_of(call)
    if source.is_folder:
        raise DriveError(403, "This file cannot be copied by the user.", "cannotCopyFile")
    if body.get("mimeType", SHEETS) not in (SHEETS, None):
        raise DriveError(400, "The requested conversion is not supported.", "badRequest")
    file_id = made_id(call, body)
    book = source.book.copy()
    book.id, book.title = file_id, str(body.get("name") or f"Copy of {source.book.title}")
    own = {"editors": {"users": [call.account]}}
    for sheet in book.sheets:  # whoever copies is the only editor of what is protected
        sheet.protected = [{**p, **(own if "editors" in p else {})} for p in sheet.protected]
    entry = Entry(book, source.original, dict(source.source_ids))
    kept = ("description", "properties", "parents", "mimeType")
    entry.drive = {name: source.drive[name] for name in kept if name in source.drive}
    if call.flag("copyComments"):
        entry.comments = [item for item in source.comments if not item.get("resolved")]
    place_new(call, entry, {k: v for k, v in body.items() if v is not None})
    return Answer(shown(call, call.workbooks.file(file_id)))


def update_file(call: Call) -> Answer:
    """PATCH drive/v3/files/{id}: rename, star, move to another folder or to the trash."""
    body = body_of(call)
    needed = "owner" if "trashed" in body else "writer"
    entry_of(call, needed)
    for name in ("id", "permissions"):
        if name in body:
            raise not_writable(name)
    if "parents" in body:
        raise not_writable(
            "parents",
            "The parents field is not directly writable in update requests."
            " Use the addParents and removeParents parameters instead.",
        )

    def work(entry: Entry) -> None:
        written(call, entry, body, new=False)

    call.workbooks.change_file(call.path["id"], work)
    return Answer(shown(call, call.workbooks.file(call.path["id"])))


def delete_file(call: Call) -> Answer:
    """DELETE drive/v3/files/{id}: for good, without the trash; a folder with all that is in it."""
    entry = entry_of(call, "owner")
    _delete(call, entry)
    return Answer(None, status=204)


def _delete(call: Call, entry: Entry) -> None:
    for inner in call.workbooks.files():
        if entry.book.id in resource.parents(inner):
            _delete(call, inner)
    call.workbooks.delete(entry.book.id)


def empty_trash(call: Call) -> Answer:
    """DELETE drive/v3/files/trash: delete what lies in the caller's trash."""
    for entry in call.workbooks.files():
        if in_trash(call, entry) and role_on(entry, call.account) == "owner":
            call.workbooks.delete(entry.book.id)
    return Answer(None, status=204)


def generate_ids(call: Call) -> Answer:
    """GET drive/v3/files/generateIds: ids for files that are yet to be created."""
    count = call.one("count", "10")
    if not count.isdecimal() or not 1 <= int(count) <= 1000:
        text = f"Invalid value '{count}'. Values must be within the range: [1, 1000]"
        raise DriveError(400, text, "invalidParameter", "count")
    ids = [new_id() for _ in range(int(count))]
    return Answer({"kind": "drive#generatedIds", "space": "drive", "ids": ids})


def export_file(call: Call) -> Answer:
    """GET drive/v3/files/{id}/export."""
    kind = call.one("mimeType")
    if not kind:
        raise DriveError(400, "Required parameter: mimeType", "required", "mimeType")
    entry = entry_of(call)
    if entry.is_folder:
        raise DriveError(403, "Export only supports Docs Editors files.", "fileNotExportable")
    return as_download(entry, kind, exported(entry, kind))


def as_download(entry: Entry, kind: str, content: bytes) -> Answer:
    """An exported file, with a name for whoever saves it."""
    ending = EXPORTS[kind]
    plain = re.sub(r'[^\w .()-]|"', "_", entry.book.title, flags=re.A) or "export"
    return Answer(
        content,
        media_type=kind,
        headers={"Content-Disposition": f'attachment; filename="{plain}.{ending}"'},
    )
