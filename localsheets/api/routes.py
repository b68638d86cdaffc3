"""The one route table. ``{name}`` takes anything up to the next "/" or ":"; the longest fits first.

A method of Google's that stands here without a handler answers a 501 that names it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from localsheets.api import filtered, spreadsheets, standard, tabs, values
from localsheets.api.drive import about, comments, files, permissions, uploads
from localsheets.api.request import Call
from localsheets.wire.answer import Answer
from localsheets.wire.errors import not_implemented

Handler = Callable[[Call], Answer]


@dataclass(frozen=True, slots=True)
class Route:
    """One method: its verb, its path, its name in Google's documentation, who answers it."""

    verb: str
    path: str
    name: str
    handler: Handler | None = None

    def answer(self, call: Call) -> Answer:
        """Let the handler answer; a method without one is a 501."""
        if self.handler is None:
            raise not_implemented(self.name)
        return standard.answer(self.name, self.handler, call) if self.name else self.handler(call)

    @property
    def pattern(self) -> re.Pattern[str]:
        """The path as an expression; a range may hold any character, escaped in the URL."""
        parts = re.split(r"\{(\w+)\}", self.path)
        text = "".join(
            re.escape(part) if number % 2 == 0 else f"(?P<{part}>{_ANY.get(part, _SEGMENT)})"
            for number, part in enumerate(parts)
        )
        return re.compile(text)


_SEGMENT = r"[^/:]+"
_ANY = {"range": r".+?"}
_ID = "/v4/spreadsheets/{id}"
_VALUES = f"{_ID}/values"
_FILES = "/drive/v3/files"
_FILE = f"{_FILES}/{{id}}"
_SHARED = f"{_FILE}/permissions"
_SHARE = f"{_SHARED}/{{permissionId}}"
_COMMENTS = f"{_FILE}/comments"
_COMMENT = f"{_COMMENTS}/{{commentId}}"
_REPLY = f"{_COMMENT}/replies/{{replyId}}"

ROUTES: tuple[Route, ...] = (
    Route("POST", "/v4/spreadsheets", "spreadsheets.create", spreadsheets.create),
    Route("GET", _ID, "spreadsheets.get", spreadsheets.get),
    Route("POST", f"{_ID}:batchUpdate", "spreadsheets.batchUpdate", spreadsheets.batch_update),
    Route(
        "POST",
        f"{_ID}:getByDataFilter",
        "spreadsheets.getByDataFilter",
        filtered.get_spreadsheet,
    ),
    Route(
        "GET",
        f"{_ID}/developerMetadata/{{metadataId}}",
        "spreadsheets.developerMetadata.get",
        filtered.get_metadata,
    ),
    Route(
        "POST",
        f"{_ID}/developerMetadata:search",
        "spreadsheets.developerMetadata.search",
        filtered.search_metadata,
    ),
    Route("POST", f"{_ID}/sheets/{{sheetId}}:copyTo", "spreadsheets.sheets.copyTo", tabs.copy_to),
    Route("GET", f"{_VALUES}:batchGet", "spreadsheets.values.batchGet", values.batch_get),
    Route("POST", f"{_VALUES}:batchUpdate", "spreadsheets.values.batchUpdate", values.batch_update),
    Route("POST", f"{_VALUES}:batchClear", "spreadsheets.values.batchClear", values.batch_clear),
    Route(
        "POST",
        f"{_VALUES}:batchGetByDataFilter",
        "spreadsheets.values.batchGetByDataFilter",
        filtered.batch_get,
    ),
    Route(
        "POST",
        f"{_VALUES}:batchUpdateByDataFilter",
        "spreadsheets.values.batchUpdateByDataFilter",
        filtered.batch_update,
    ),
    Route(
        "POST",
        f"{_VALUES}:batchClearByDataFilter",
        "spreadsheets.values.batchClearByDataFilter",
        filtered.batch_clear,
    ),
    Route("POST", f"{_VALUES}/{{range}}:append", "spreadsheets.values.append", values.post_append),
    Route("POST", f"{_VALUES}/{{range}}:clear", "spreadsheets.values.clear", values.post_clear),
    Route("GET", f"{_VALUES}/{{range}}", "spreadsheets.values.get", values.get),
    Route("PUT", f"{_VALUES}/{{range}}", "spreadsheets.values.update", values.put),
    Route("GET", "/drive/v3/about", "drive.about.get", about.get),
    Route("GET", _FILES, "drive.files.list", files.list_files),
    Route("POST", _FILES, "drive.files.create", files.create_file),
    Route("GET", f"{_FILES}/generateIds", "drive.files.generateIds", files.generate_ids),
    Route("DELETE", f"{_FILES}/trash", "drive.files.emptyTrash", files.empty_trash),
    Route("GET", _FILE, "drive.files.get", files.get_file),
    Route("PATCH", _FILE, "drive.files.update", files.update_file),
    Route("DELETE", _FILE, "drive.files.delete", files.delete_file),
    Route("POST", f"{_FILE}/copy", "drive.files.copy", files.copy_file),
    Route("GET", f"{_FILE}/export", "drive.files.export", files.export_file),
    Route("POST", f"{_FILE}/download", "drive.files.download"),
    Route("POST", f"{_FILE}/watch", "drive.files.watch"),
    Route("GET", f"{_FILE}/listLabels", "drive.files.listLabels"),
    Route("POST", f"{_FILE}/modifyLabels", "drive.files.modifyLabels"),
    Route("GET", _SHARED, "drive.permissions.list", permissions.list_all),
    Route("POST", _SHARED, "drive.permissions.create", permissions.create),
    Route("GET", _SHARE, "drive.permissions.get", permissions.get),
    Route("PATCH", _SHARE, "drive.permissions.update", permissions.update),
    Route("DELETE", _SHARE, "drive.permissions.delete", permissions.delete),
    Route("GET", _COMMENTS, "drive.comments.list", comments.list_all),
    Route("POST", _COMMENTS, "drive.comments.create", comments.create),
    Route("GET", _COMMENT, "drive.comments.get", comments.get),
    Route("PATCH", _COMMENT, "drive.comments.update", comments.update),
    Route("DELETE", _COMMENT, "drive.comments.delete", comments.delete),
    Route("GET", f"{_COMMENT}/replies", "drive.replies.list", comments.list_replies),
    Route("POST", f"{_COMMENT}/replies", "drive.replies.create", comments.create_reply),
    Route("GET", _REPLY, "drive.replies.get", comments.get_reply),
    Route("PATCH", _REPLY, "drive.replies.update", comments.update_reply),
    Route("DELETE", _REPLY, "drive.replies.delete", comments.delete_reply),
    Route("GET", "/drive/v3/changes", "drive.changes.list"),
    Route("GET", "/drive/v3/changes/startPageToken", "drive.changes.getStartPageToken"),
    Route("GET", "/drive/v3/drives", "drive.drives.list"),
    Route("GET", f"{_FILE}/revisions", "drive.revisions.list"),
    Route("POST", "/upload/drive/v3/files", "drive.files.create", uploads.create),
    Route("PATCH", "/upload/drive/v3/files/{id}", "drive.files.update", uploads.update),
    Route("POST", "/upload/drive/v2/files", "drive.v2.files.insert", uploads.create_v2),
    Route("PUT", "/upload/drive/v2/files/{id}", "drive.v2.files.update", uploads.update_v2),
    Route("GET", "/spreadsheets/d/{id}/export", "drive.exportLinks", about.export_link),
    Route("GET", "/spreadsheets/export", "drive.exportLinks", about.export_link),
    Route("GET", "/userinfo/v2/me", "oauth2.userinfo.v2.me.get", about.userinfo),
    Route("GET", "/oauth2/v2/userinfo", "oauth2.userinfo.get", about.userinfo),
)
_COMPILED = tuple((route, route.pattern) for route in ROUTES)


_API = ("/v4/", "/drive/", "/upload/", "/batch")
_NOWHERE = """<!DOCTYPE html>
<html lang=en>
<meta charset=utf-8>
<title>Error 404 (Not Found)!!1</title>
<p><b>404.</b> That's an error.
<p>The requested URL <code>{path}</code> was not found on this server.
"""


def _nowhere(path: str) -> Handler:
    """What Google answers where it has no such path, or none for that verb: a page."""
    shown = _NOWHERE.format(path=escape(path))
    return lambda _: Answer(shown, 404, "text/html; charset=UTF-8")


def find(verb: str, path: str) -> tuple[Route, dict[str, str]] | None:
    """The route for a call (its path still escaped) and the names found in the path.

    Within Google's paths there is always one, if only for the answer that there is nothing;
    ``None`` for any other path.
    """
    for route, pattern in _COMPILED:
        if route.verb == verb:
            match = pattern.fullmatch(path)
            if match is not None:
                return route, match.groupdict()
    if path.startswith(_API):
        return Route(verb, path, "", _nowhere(path)), {}
    return None
