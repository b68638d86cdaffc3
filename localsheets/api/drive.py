"""The little of Drive v3 that a Sheets client needs: files.list, get, create, delete, export."""

from __future__ import annotations

import csv
import io
import re
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from localsheets.api.request import Answer, Call
from localsheets.render.cells import shown_text
from localsheets.wire.errors import bad, not_implemented
from localsheets.workbooks import Entry

Json = dict[str, Any]

SHEETS = "application/vnd.google-apps.spreadsheet"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv"
_NAME = re.compile(r"""name\s*=\s*(['"])(?P<name>(?:\\.|(?!\1).)*)\1""")
_CONTAINS = re.compile(r"""name\s+contains\s+(['"])(?P<name>(?:\\.|(?!\1).)*)\1""")
_TYPE = re.compile(r"""mimeType\s*=\s*(['"])(?P<type>[^'"]*)\1""")
_LEFT = re.compile(r"\s*(?:and|trashed\s*=\s*false|\(|\))\s*", re.I)


def _file(entry: Entry) -> Json:
    return {
        "kind": "drive#file",
        "id": entry.book.id,
        "name": entry.book.title,
        "mimeType": SHEETS,
        "createdTime": _time(entry.created),
        "modifiedTime": _time(entry.modified),
    }


def _time(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


SHORT = ("kind", "id", "name", "mimeType")


def _picked(file: Json, fields: str) -> Json:
    """The fields that are asked for ("id,name" or "files(id,name)"); a few without asking."""
    if not fields:
        return {name: file[name] for name in SHORT}
    inner = re.search(r"files\(([^)]*)\)", fields)
    if fields in ("*", "files") or (inner is not None and inner[1].strip() == "*"):
        return file
    names = {name.strip() for name in (inner[1] if inner else fields).split(",")}
    return {name: value for name, value in file.items() if name in names}


def list_files(call: Call) -> Answer:
    """GET drive/v3/files: the spreadsheets, by type and name."""
    query, fields = call.one("q"), call.one("fields")
    name, contains, kind = _NAME.search(query), _CONTAINS.search(query), _TYPE.search(query)
    rest = query
    for part in (_NAME, _CONTAINS, _TYPE, _LEFT):
        rest = part.sub("", rest)
    if rest.strip():
        raise not_implemented(f"files.list with q={rest.strip()!r}")
    entries = call.workbooks.entries()
    if name is not None:
        wanted = _unescaped(name["name"])
        entries = [entry for entry in entries if entry.book.title == wanted]
    if contains is not None:
        part_of = _unescaped(contains["name"]).casefold()
        entries = [entry for entry in entries if part_of in entry.book.title.casefold()]
    if kind is not None and kind["type"] != SHEETS:
        entries = []
    return Answer(
        {"kind": "drive#fileList", "files": [_picked(_file(entry), fields) for entry in entries]}
    )


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def get_file(call: Call) -> Answer:
    """GET drive/v3/files/{id}."""
    entry = call.workbooks.entry(call.path["id"])
    if call.one("alt") == "media":
        raise not_implemented("files.get with alt=media")
    return Answer(_picked(_file(entry), call.one("fields")))


def create_file(call: Call) -> Answer:
    """POST drive/v3/files: an empty spreadsheet, the way gspread's ``create`` asks for one."""
    body = call.body()
    if not isinstance(body, dict) or body.get("mimeType") != SHEETS:
        raise not_implemented("files.create of anything but a spreadsheet")
    book = call.workbooks.create(str(body.get("name") or "Untitled"))
    return Answer(_picked(_file(call.workbooks.entry(book.id)), call.one("fields")))


def delete_file(call: Call) -> Answer:
    """DELETE drive/v3/files/{id}: forget the spreadsheet."""
    call.workbooks.delete(call.path["id"])
    return Answer(None, status=204)


def export_file(call: Call) -> Answer:
    """GET drive/v3/files/{id}/export: .xlsx, or the first tab as .csv."""
    kind = call.one("mimeType")
    entry = call.workbooks.entry(call.path["id"])
    if kind == CSV:
        return Answer(_as_csv(entry), media_type=CSV)
    if kind != XLSX:
        if not kind:
            raise bad("Required parameter: mimeType")
        raise not_implemented(f"files.export to {kind}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.xlsx"
        call.workbooks.export_xlsx(entry.book.id, path)
        content = path.read_bytes()
    disposition = {"Content-Disposition": f'attachment; filename="{entry.book.id}.xlsx"'}
    return Answer(content, media_type=XLSX, headers=disposition)


def _as_csv(entry: Entry) -> bytes:
    book = entry.book
    sheet = book.first_visible
    width = 1 + max((c for _, c, cell in sheet.cells() if cell.filled), default=-1)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in range(sheet.last_filled_row()):
        writer.writerow([shown_text(sheet.at(row, col), book.locale) for col in range(width)])
    return out.getvalue().removesuffix("\r\n").encode()
