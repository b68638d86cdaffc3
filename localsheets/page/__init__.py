"""The page: a spreadsheet as Sheets would show it, made on the server, nothing from outside."""

from __future__ import annotations

import json
import re
import secrets
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from localsheets.page import ask
from localsheets.page.recent import Recent
from localsheets.page.rendered import rendered, scrub
from localsheets.page.tab import Tab
from localsheets.state.book import Book
from localsheets.state.entry import Entry
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import block_name
from localsheets.wire.answer import Answer
from localsheets.wire.errors import ApiError, bad
from localsheets.workbooks import Workbooks

Json = dict[str, Any]

HTML = "text/html; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FILES = Path(__file__).parent / "static"
KINDS = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; connect-src 'self';"
    " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""A cell's text can never run, style or bring in anything; nothing leaves this server's origin."""
_recent = Recent()
_GOOGLE = re.compile(r"/spreadsheets/d/([^/]+)(?:/.*)?")
_OURS = re.compile(r"/d/([^/]+)(?:/([a-z]*))?")
_FILE = re.compile(r"/page/([a-z]+\.(?:js|css))")


def answer(workbooks: Workbooks, path: str, params: dict[str, str]) -> tuple[str, Answer]:
    """Answer a page's address: (the spreadsheet's id, the page)."""
    if path == "/":
        entries = [entry for entry in workbooks.entries() if _is_listed(entry)]
        return "", _page("index.html", entries=entries)
    if (file := _FILE.fullmatch(path)) is not None:
        return "", _static(file[1])
    if (google := _GOOGLE.fullmatch(path)) is not None:
        # the tab stands behind "#", which no server is told: the page's script reads it
        return unquote(google[1]), Answer(None, 307, headers={"Location": f"/d/{google[1]}"})
    ours = _OURS.fullmatch(path)
    if ours is None:
        return "", missing("There is no such page.")
    own_id, part = unquote(ours[1]), ours[2] or ""
    try:
        entry = workbooks.entry(own_id)
    except ApiError:
        return own_id, missing("There is no spreadsheet with this id.")
    if entry.is_folder:
        return own_id, missing("This is a folder. The list has the spreadsheets.")
    if part == "xlsx":
        return own_id, _download(workbooks, entry.book)
    return own_id, _spreadsheet(entry.book, part, params)


def _is_listed(entry: Entry) -> bool:
    return not entry.is_folder and not entry.drive.get("trashed")


def _download(workbooks: Workbooks, book: Book) -> Answer:
    """The spreadsheet as a file; a browser has no bearer token to ask Drive's export with."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        workbooks.export_xlsx(book.id, path)
        content = path.read_bytes()
    name = f"filename*=UTF-8''{quote(scrub(book.title), safe='')}.xlsx"
    return Answer(content, 200, XLSX, {"Content-Disposition": f"attachment; {name}"})


def _page(template: str, status: int = 200, **values: Any) -> Answer:
    nonce = secrets.token_urlsafe(12)
    text = rendered(template, nonce=nonce, **values)
    headers = {
        "Content-Security-Policy": POLICY.format(nonce=nonce),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
    }
    return Answer(text, status, HTML, headers)


def missing(message: str, status: int = 404) -> Answer:
    """The page of an address that leads nowhere."""
    return _page("missing.html", status, message=message)


def locked() -> Answer:
    """The page for a browser that has not shown the server's token yet."""
    return missing("This server has a token: open it with ?access_token=TOKEN, once.", 401)


def _static(name: str) -> Answer:
    file = FILES / name
    if not file.is_file():
        return missing("There is no such page.")
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache"}
    return Answer(file.read_bytes(), 200, KINDS[file.suffix], headers)


def _spreadsheet(book: Book, part: str, params: Mapping[str, str]) -> Answer:
    sheet = _sheet(book, params.get("gid", ""))
    if sheet is None and part in _PARTS:
        return _json({"gone": True}, params)
    if sheet is None or part not in ("", *_PARTS):
        return missing("This spreadsheet has no such tab.")
    flips = frozenset(filter(None, params.get("flip", "").split(",")))
    tab = Tab(book, sheet, flips, _number(params, "left"), _number(params, "top"))
    if part:
        return _PARTS[part](tab, params)
    frame = tab.frame()
    first = frame["parts"][0] if frame["parts"] else (0, 0, 0)
    return _page(
        "sheet.html",
        book=book,
        frame=frame,
        state=json.dumps(frame).replace("<", "\\u003c"),
        first=tab.part(first[0], first[1]),
        rows=first,
    )


def _sheet(book: Book, gid: str) -> Sheet | None:
    if not gid:
        return book.first_visible
    return book.find(int(gid)) if gid.isascii() and gid.isdigit() else None


def _number(params: Mapping[str, str], name: str) -> int:
    text = params.get(name, "0")
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise bad(f"{name} is no number.")
    return int(text)


def _json(made: Json, params: Mapping[str, str]) -> Answer:
    """Data for the page's script; nothing where it has the same already."""
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    if made.get("hash") and made["hash"] == params.get("have"):
        return Answer(None, 204, headers=headers)
    return Answer(json.dumps(made), headers=headers)


def _frame(tab: Tab, params: Mapping[str, str]) -> Answer:
    return _json(_recent.get(tab.book, ("frame", *tab.key), tab.frame), params)


def _rows(tab: Tab, params: Mapping[str, str]) -> Answer:
    start, end = _number(params, "from"), _number(params, "to")
    made = _recent.get(tab.book, (start, end, *tab.key), lambda: tab.part(start, end))
    return _json(made, params)


def _edge(tab: Tab, params: Mapping[str, str]) -> Answer:
    at = (_number(params, "row"), _number(params, "column"))
    row, column = ask.edge(tab.sheet, tab.rows, tab.columns, at, params.get("key", ""))
    return _json({"row": row, "column": column}, params)


def _goto(tab: Tab, params: Mapping[str, str]) -> Answer:
    try:
        sheet, rect = ask.find_range(tab.book, tab.sheet, params.get("range", ""))
    except ApiError as error:  # a slip of the pen, which no browser's log should call a failure
        return _json({"error": error.message}, params)
    return _json({"gid": sheet.id, "range": block_name(rect)}, params)


def _totals(tab: Tab, params: Mapping[str, str]) -> Answer:
    sheet, rect = ask.find_range(tab.book, tab.sheet, params.get("range", ""))
    return _json(ask.totals(tab.book, sheet, rect), params)


def _text(tab: Tab, params: Mapping[str, str]) -> Answer:
    sheet, rect = ask.find_range(tab.book, tab.sheet, params.get("range", ""))
    return _json({"text": ask.as_text(tab.book, sheet, tab.rows, tab.columns, rect)}, params)


_PARTS: dict[str, Callable[[Tab, Mapping[str, str]], Answer]] = {
    "frame": _frame,
    "rows": _rows,
    "edge": _edge,
    "goto": _goto,
    "totals": _totals,
    "text": _text,
}
