"""comments and replies: what people say about a file."""

from __future__ import annotations

import html
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from localsheets.api.drive.common import body_of, entry_of, must_mask, page
from localsheets.api.request import Call
from localsheets.drive import resource
from localsheets.state.entry import Entry
from localsheets.wire.answer import Answer
from localsheets.wire.errors import DriveError

Json = dict[str, Any]
Change = Callable[[Json], Json]


def _now() -> str:
    return resource.stamp(datetime.now(UTC))


def _author(call: Call) -> Json:
    """Whoever writes, without address and permission, which a comment does not tell."""
    own = resource.user(call.account, call.account)
    return {name: own[name] for name in ("kind", "displayName", "me")}


def _said(call: Call, body: Json, kind: str) -> Json:
    content = body.get("content")
    if not content and not body.get("action"):
        raise DriveError(400, "The content field is required.", "required", "content", "field")
    now = _now()
    made = {
        "kind": f"drive#{kind}",
        "id": "AAAA" + secrets.token_urlsafe(8),
        "createdTime": now,
        "modifiedTime": now,
        "author": _author(call),
        "deleted": False,
    }
    if content:
        made |= {"content": str(content), "htmlContent": html.escape(str(content))}
    return made


def _gone(item: Json) -> Json:
    """As deleted: a deleted comment has no content."""
    lost = ("content", "htmlContent", "quotedFileContent")
    kept = {name: value for name, value in item.items() if name not in lost}
    return {**kept, "deleted": True, "modifiedTime": _now()}


def _find(items: list[Json], wanted: str, what: str, *, deleted: bool = True) -> Json:
    for item in items:
        if item["id"] == wanted and (deleted or not item["deleted"]):
            return item
    text = f"{what.capitalize()} not found: {wanted}"
    raise DriveError(404, text, "notFound", f"{what}Id")


def _alive(call: Call, items: list[Json]) -> list[Json]:
    return items if call.flag("includeDeleted") else [i for i in items if not i["deleted"]]


def _shown(call: Call, comment: Json) -> Json:
    return {**comment, "replies": _alive(call, comment["replies"])}


def list_all(call: Call) -> Answer:
    """GET .../comments, newest first."""
    must_mask(call)
    since = call.one("startModifiedTime")
    found = [c for c in _alive(call, entry_of(call).comments) if c["modifiedTime"] >= since]
    newest = sorted(found, key=lambda c: str(c["modifiedTime"]), reverse=True)
    comments, rest = page(call, newest, 100, 20, lambda item: _shown(call, item))
    return Answer({"kind": "drive#commentList", **rest, "comments": comments})


def get(call: Call) -> Answer:
    """GET .../comments/{commentId}."""
    must_mask(call)
    comments = _alive(call, entry_of(call).comments)
    return Answer(_shown(call, _find(comments, call.path["commentId"], "comment")))


def create(call: Call) -> Answer:
    """POST .../comments."""
    must_mask(call)
    entry_of(call, "commenter")
    body = body_of(call)
    made = {**_said(call, {**body, "action": None}, "comment"), "resolved": False, "replies": []}
    for name in ("anchor", "quotedFileContent"):
        if name in body:
            made[name] = body[name]

    def work(entry: Entry) -> None:
        entry.comments = [*entry.comments, made]

    call.workbooks.change_file(call.path["id"], work)
    return Answer(made)


def _changed(call: Call, change: Change) -> Json:
    """One comment replaced by what ``change`` makes of it."""
    entry_of(call, "commenter")
    wanted = call.path["commentId"]

    def work(entry: Entry) -> Json:
        old = _find(entry.comments, wanted, "comment", deleted=False)
        new = change(old)
        entry.comments = [new if item is old else item for item in entry.comments]
        return new

    return call.workbooks.change_file(call.path["id"], work)


def update(call: Call) -> Answer:
    """PATCH .../comments/{commentId}: other words."""
    must_mask(call)
    said = _said(call, {**body_of(call), "action": None}, "comment")
    new = {name: said[name] for name in ("content", "htmlContent", "modifiedTime")}
    return Answer(_changed(call, lambda old: {**old, **new}))


def delete(call: Call) -> Answer:
    """DELETE .../comments/{commentId}: it stays, without its content, for ``includeDeleted``."""
    _changed(call, _gone)
    return Answer(None, status=204)


def list_replies(call: Call) -> Answer:
    """GET .../comments/{commentId}/replies, oldest first."""
    must_mask(call)
    comment = _find(entry_of(call).comments, call.path["commentId"], "comment")
    found, rest = page(call, _alive(call, comment["replies"]), 100, 20, dict)
    return Answer({"kind": "drive#replyList", **rest, "replies": found})


def get_reply(call: Call) -> Answer:
    """GET .../replies/{replyId}."""
    must_mask(call)
    comment = _find(entry_of(call).comments, call.path["commentId"], "comment")
    return Answer(_find(_alive(call, comment["replies"]), call.path["replyId"], "reply"))


def create_reply(call: Call) -> Answer:
    """POST .../replies: an answer, which may resolve or reopen the comment."""
    must_mask(call)
    body = body_of(call)
    action = body.get("action")
    if action not in (None, "resolve", "reopen"):
        raise DriveError(400, "Invalid Value", "invalid", "action", "field")
    made = _said(call, body, "reply") | ({"action": action} if action else {})

    def change(old: Json) -> Json:
        resolved = old["resolved"] if action is None else action == "resolve"
        replies = [*old["replies"], made]
        return {**old, "replies": replies, "resolved": resolved, "modifiedTime": _now()}

    _changed(call, change)
    return Answer(made)


def _changed_reply(call: Call, change: Change) -> Json:
    wanted = call.path["replyId"]

    def within(old: Json) -> Json:
        reply = _find(old["replies"], wanted, "reply", deleted=False)
        replies = [change(item) if item is reply else item for item in old["replies"]]
        return {**old, "replies": replies, "modifiedTime": _now()}

    return _find(_changed(call, within)["replies"], wanted, "reply")


def update_reply(call: Call) -> Answer:
    """PATCH .../replies/{replyId}: other words."""
    must_mask(call)
    said = _said(call, {**body_of(call), "action": None}, "reply")
    new = {name: said[name] for name in ("content", "htmlContent", "modifiedTime")}
    return Answer(_changed_reply(call, lambda old: {**old, **new}))


def delete_reply(call: Call) -> Answer:
    """DELETE .../replies/{replyId}."""
    _changed_reply(call, _gone)
    return Answer(None, status=204)
