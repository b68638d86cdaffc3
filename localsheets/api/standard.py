"""What every method has in common: its query parameters, and ``fields`` over its answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from localsheets.api.request import Call
from localsheets.wire import masks, messages, schema
from localsheets.wire.answer import Answer
from localsheets.wire.errors import ApiError, DriveError, as_drive, not_implemented
from localsheets.wire.masks import Mask

Params = Mapping[str, list[str]]

STANDARD = {
    "$.xgafv",
    "access_token",
    "alt",
    "callback",
    "fields",
    "key",
    "oauth_token",
    "prettyPrint",
    "quotaUser",
    "uploadType",
    "upload_protocol",
}
"""Parameters that every method takes."""


def answer(name: str, handler: Callable[[Call], Answer], call: Call) -> Answer:
    """Let a method answer: parameters checked before anything is done, the answer as masked.

    Raises:
        ApiError: of the method; in Drive's form if it is one of Drive's.
    """
    if name.startswith("spreadsheets."):
        return _answer(name, handler, call, _checked(name, call.params))
    try:
        # Drive takes parameters that a method does not have: gspread sends some
        return _answer(name, handler, call, call.params)
    except ApiError as error:
        raise as_drive(error) from error


def _answer(name: str, handler: Callable[[Call], Answer], call: Call, params: Params) -> Answer:
    call = replace(call, params=params)
    _check_alt(call)
    mask = mask_of(name, call)
    answer = handler(call)
    if mask is None or not isinstance(answer.content, dict):
        return answer
    return replace(answer, content=masks.prune(answer.content, mask))


def _check_alt(call: Call) -> None:
    if call.params.get("callback"):
        raise not_implemented("callback (JSON with padding)")
    if call.one("alt", "json") not in ("json", "media"):
        raise not_implemented(f"alt={call.one('alt')}")


def mask_of(name: str, call: Call) -> Mask | None:
    """The mask that the call asks for; ``None`` where it asks for none.

    Raises:
        ApiError: the mask names what the method's answer has not.
    """
    text = call.one("fields")
    method = schema.methods().get(name)
    if not text or method is None or not method.reply:
        return None
    if name.startswith("spreadsheets."):
        return masks.parse(text, method.reply)
    try:
        return masks.parse(text.replace(" ", ""), method.reply)
    except ApiError as error:
        path = error.violations[0][0] if error.violations else ""
        shown = f"Invalid field selection {path or text}"
        raise DriveError(400, shown, "invalidParameter", "fields") from error


def _checked(name: str, given: Params) -> dict[str, list[str]]:
    """The parameters under their own names, each of its type; an unknown one is refused."""
    known = schema.methods()[name].params
    params: dict[str, list[str]] = {}
    for written, found in given.items():
        own = _own_name(written, known)
        if own is None:
            raise _unknown(written)
        params[own] = [_typed(known.get(own, "string"), own, text) for text in found]
    return params


def _own_name(written: str, known: Mapping[str, str]) -> str | None:
    """Google takes ``include_grid_data``, and ``$fields`` for the parameters of every method."""
    if written in known or written in STANDARD:
        return written
    own = schema.camel(written)
    if own in known:
        return own
    bare = written.removeprefix("$")
    return bare if bare in STANDARD else None


def _unknown(name: str) -> ApiError:
    text = (
        f'Invalid JSON payload received. Unknown name "{name}": Cannot bind query parameter.'
        f" Field '{name}' could not be found in request message."
    )
    return ApiError(400, text, (("", text),))


def _typed(kind: str, name: str, text: str) -> str:
    """A parameter's text, if it is of its kind; an enum's number as its name."""
    field = schema.snake(name)
    if kind.startswith(("enum", "bool")) and not text:
        return text
    value: Any = int(text) if kind.startswith("enum") and text.isdecimal() else text
    if kind == "bool" and text.casefold() in ("1", "0", "true", "false"):
        return text
    return str(messages.scalar(kind.strip("[]"), value, field))
