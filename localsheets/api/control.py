"""The control endpoint, outside Google's paths: faults, quota, and the log, as JSON.

GET    /_localsheets             everything at a glance
GET    /_localsheets/faults      the faults in force
POST   /_localsheets/faults      put one in force: {"kind": "503", "after": true, "times": 1}
DELETE /_localsheets/faults      take all out of force; /_localsheets/faults/7: that one
GET    /_localsheets/quota       the quota, if there is one
PUT    /_localsheets/quota       keep to one: {} for Google's, {"user_reads": 5, "seconds": 2}
DELETE /_localsheets/quota       no quota
GET    /_localsheets/requests    what the server was asked; ?last=10
DELETE /_localsheets/requests    forget it
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from localsheets.faults import fault, quota
from localsheets.server import Server
from localsheets.wire.answer import Answer
from localsheets.wire.errors import ApiError, bad

ROOT = "/_localsheets"

Json = dict[str, Any]
Handler = Callable[[Server, bytes, Mapping[str, str]], Json]


def is_control(path: str) -> bool:
    """Whether a path belongs to the control endpoint."""
    return path == ROOT or path.startswith(f"{ROOT}/")


def answer(server: Server, verb: str, path: str, raw: bytes, params: Mapping[str, str]) -> Answer:
    """Answer a call to the control endpoint."""
    what, _, item = path.removeprefix(ROOT).strip("/").partition("/")
    try:
        if item:
            return Answer(_item(server, verb, what, item))
        handlers = _HANDLERS.get(what)
        if handlers is None:
            raise _nothing(path)
        if verb not in handlers:
            raise ApiError(405, f"{path} takes {', '.join(handlers)}.")
        return Answer(handlers[verb](server, raw, params))
    except ValueError as error:
        raise bad(str(error)) from None


def _nothing(path: str) -> ApiError:
    return ApiError(404, f"There is no {path} here; see localsheets/api/control.py.")


def _item(server: Server, verb: str, what: str, item: str) -> Json:
    if (verb, what) != ("DELETE", "faults") or not item.isdigit():
        raise _nothing(f"{verb} {ROOT}/{what}/{item}")
    try:
        server.faults.remove(int(item))
    except KeyError:
        raise ApiError(404, f"There is no fault {item}.") from None
    return {}


def _read(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except ValueError:
        raise ValueError("The body is no JSON.") from None


def _glance(server: Server, raw: bytes, params: Mapping[str, str]) -> Json:
    return {
        **_faults(server, raw, params),
        **_quota(server, raw, params),
        "requests": len(server.requests),
    }


def _faults(server: Server, _raw: bytes, _params: Mapping[str, str]) -> Json:
    return {"faults": [active.json() for active in server.faults]}


def _add_fault(server: Server, raw: bytes, _params: Mapping[str, str]) -> Json:
    return server.faults.put(fault.read(_read(raw))).json()


def _clear_faults(server: Server, _raw: bytes, _params: Mapping[str, str]) -> Json:
    server.faults.clear()
    return {}


def _quota(server: Server, _raw: bytes, _params: Mapping[str, str]) -> Json:
    return {"quota": None if server.quota is None else server.quota.json()}


def _set_quota(server: Server, raw: bytes, params: Mapping[str, str]) -> Json:
    server.quota = quota.read(_read(raw))
    return _quota(server, raw, params)


def _drop_quota(server: Server, raw: bytes, params: Mapping[str, str]) -> Json:
    server.quota = None
    return _quota(server, raw, params)


def _requests(server: Server, _raw: bytes, params: Mapping[str, str]) -> Json:
    last = params.get("last", "")
    if last and not last.isdigit():
        raise ValueError("last is a number of calls.")
    calls = server.requests[:]
    first = max(0, len(calls) - int(last)) if last else 0
    return {"requests": [call.json() for call in calls[first:]]}


def _forget(server: Server, _raw: bytes, _params: Mapping[str, str]) -> Json:
    server.requests.clear()
    return {}


_HANDLERS: Mapping[str, Mapping[str, Handler]] = {
    "": {"GET": _glance},
    "faults": {"GET": _faults, "POST": _add_fault, "DELETE": _clear_faults},
    "quota": {"GET": _quota, "PUT": _set_quota, "DELETE": _drop_quota},
    "requests": {"GET": _requests, "DELETE": _forget},
}
