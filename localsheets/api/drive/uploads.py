"""Uploads that become spreadsheets: media, multipart and resumable; v3, and v2 for gspread."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from localsheets.api.drive.common import entry_of
from localsheets.api.drive.fields import written
from localsheets.api.drive.files import made_id, place_new, shown
from localsheets.api.request import Call
from localsheets.drive import v2
from localsheets.drive.content import Content, taken_in
from localsheets.drive.kinds import IMPORTS, SHEETS
from localsheets.drive.multipart import parts
from localsheets.state.entry import Entry
from localsheets.wire.answer import Answer
from localsheets.wire.errors import DriveError, not_implemented

Json = dict[str, Any]


def _parts(call: Call) -> tuple[Json, str, bytes]:
    """(what is said of the file, the content's type, the content) of an upload."""
    how = call.one("uploadType", "media")
    kind = call.headers.get("content-type", "")
    if how == "media":
        return {}, kind.partition(";")[0].strip(), call.raw
    if how == "multipart":
        return _multipart(kind, call.raw)
    raise not_implemented(f"uploadType={how}")


def _multipart(kind: str, raw: bytes) -> tuple[Json, str, bytes]:
    found = parts(kind, raw)
    if len(found) != 2:
        raise DriveError(400, "Malformed multipart body.", "badContent")
    try:
        about = json.loads(found[0].content or b"{}")
    except ValueError:
        raise DriveError(400, "Parse Error", "parseError") from None
    if not isinstance(about, dict):
        raise DriveError(400, "Parse Error", "parseError")
    return about, found[1].kind, found[1].content


def create(call: Call) -> Answer:
    """POST upload/drive/v3/files: a file that is turned into a spreadsheet."""
    body, kind, data = _parts(call)
    if body.get("mimeType") != SHEETS:
        raise not_implemented("keeping an uploaded file as it is, rather than as a spreadsheet,")
    entry = _created(call, body, str(body.get("name") or "Untitled"), kind, data)
    return Answer(shown(call, entry))


def _created(call: Call, body: Json, title: str, kind: str, data: bytes) -> Entry:
    file_id = made_id(call, body)
    found = taken_in(data, kind, file_id, title)
    entry = Entry(found.book, found.original, found.source_ids)
    place_new(call, entry, body)
    return call.workbooks.file(file_id)


def update(call: Call) -> Answer:
    """PATCH upload/drive/v3/files/{id}: new content for a spreadsheet, and other fields."""
    body, kind, data = _parts(call)
    return Answer(shown(call, _updated(call, body, kind, data)))


def _updated(call: Call, body: Json, kind: str, data: bytes) -> Entry:
    entry = entry_of(call, "writer")
    if entry.is_folder:
        raise DriveError(403, "A folder has no content.", "fileNotUpdatable")
    found = taken_in(data, kind, entry.book.id, entry.book.title)

    def work(copy: Entry) -> None:
        _take(copy, found)
        written(call, copy, body, new=False)

    call.workbooks.change_file(entry.book.id, work)
    return call.workbooks.file(entry.book.id)


def _take(entry: Entry, found: Content) -> None:
    entry.book, entry.original = found.book, found.original
    entry.source_ids, entry.modified = found.source_ids, datetime.now(UTC)


def create_v2(call: Call) -> Answer:
    """POST upload/drive/v2/files?convert=true."""
    body, kind, data = _parts(call)
    if not call.flag("convert") and body.get("mimeType") != SHEETS:
        raise not_implemented("keeping an uploaded file as it is, rather than as a spreadsheet,")
    title = str(body.get("title") or "Untitled")
    entry = _created(call, {"name": title}, title, kind, data)
    return Answer(v2.file(entry, call.account))


def update_v2(call: Call) -> Answer:
    """PUT upload/drive/v2/files/{id}: what gspread's ``import_csv`` sends."""
    body, kind, data = _parts(call)
    if not call.flag("convert") and kind not in IMPORTS:
        raise not_implemented("keeping an uploaded file as it is, rather than as a spreadsheet,")
    named = {"name": body["title"]} if body.get("title") else {}
    return Answer(v2.file(_updated(call, named, kind, data), call.account))
