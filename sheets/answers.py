"""What an answer, or the lack of one, means: which error, and whether trying again is safe."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import google.auth.exceptions
import requests
from requests import Response
from urllib3.exceptions import ConnectTimeoutError, MaxRetryError, NewConnectionError, ProxyError

from sheets.errors import (
    AnswerLost,
    BadCredentials,
    NoAccess,
    NoSuchSpreadsheet,
    QuotaExhausted,
    Refused,
    SheetsError,
    Unavailable,
    Unreachable,
)
from sheets.patience import retry_after

_QUOTED_VALUE = re.compile(r'(\(type\.googleapis\.com/[\w.]+\)|\(TYPE_\w+\)), ".*', re.DOTALL)
_LONGEST_TEXT = 500


@dataclass(frozen=True, slots=True)
class Call:
    """One request as errors and logs speak of it: names and ids, never contents."""

    operation: str
    """"get", "batchUpdate"."""
    spreadsheet: str
    writes: bool
    server: str
    account: str | None


@dataclass(frozen=True, slots=True)
class Failure:
    """A try that failed: what to raise, and whether another try is safe and may help."""

    error: SheetsError
    again: bool = False
    wait: float | None = None
    """Seconds that the server asked us to wait."""


def judge_response(call: Call, response: Response) -> Failure:
    """Classify an answer whose status is not 2xx."""
    status = response.status_code
    error = _google_error(response)
    text = _said(error)
    if status == 429 or (status == 403 and "RATE_LIMIT_EXCEEDED" in _reasons(error)):
        return Failure(_quota(call), True, retry_after(response.headers.get("Retry-After")))
    if status >= 500 and status != 501:
        wait = retry_after(response.headers.get("Retry-After"))
        return _lost_or_unavailable(call, f"answered {status}", wait)
    if status == 401:
        return Failure(BadCredentials(_rejected(call)))
    if status == 403:
        return Failure(NoAccess(_no_access(call, error, text)))
    if status == 404:
        return Failure(NoSuchSpreadsheet(_not_found(call)))
    return Failure(Refused(_refused(call, status, text)))


def judge_exception(call: Call, error: Exception) -> Failure:
    """Classify a try that brought no answer.

    Raises:
        Exception: ``error`` itself, where it is none of the network's or google-auth's: a bug.
    """
    if isinstance(error, google.auth.exceptions.GoogleAuthError) and _may_pass(error):
        return Failure(_unreachable(call, "Google's sign-in cannot be reached"), again=True)
    if isinstance(error, google.auth.exceptions.GoogleAuthError):
        return Failure(BadCredentials(_rejected(call)))
    if isinstance(error, requests.exceptions.SSLError):
        return Failure(_unreachable(call, "the secure connection could not be made"))
    if not isinstance(error, requests.exceptions.RequestException):
        raise error
    if _never_sent(error):
        return Failure(_unreachable(call, "no connection could be made"), again=True)
    why = "timed out" if isinstance(error, requests.exceptions.Timeout) else "cut the connection"
    if call.writes:
        return _lost_or_unavailable(call, why, None)
    return Failure(_unreachable(call, f"it {why}"), again=True)


def _may_pass(error: google.auth.exceptions.GoogleAuthError) -> bool:
    """Whether signing in failed for a reason that is not the account's."""
    return isinstance(error, google.auth.exceptions.TransportError) or bool(
        getattr(error, "retryable", False)
    )


def _never_sent(error: Exception) -> bool:
    """Whether the connection failed before anything could go out, so that nothing was applied."""
    if isinstance(error, requests.exceptions.ConnectTimeout | requests.exceptions.InvalidURL):
        return True
    cause = error.args[0] if error.args else None
    reason = cause.reason if isinstance(cause, MaxRetryError) else cause
    return isinstance(reason, NewConnectionError | ConnectTimeoutError | ProxyError)


def _lost_or_unavailable(call: Call, what: str, wait: float | None) -> Failure:
    """A 5xx or a cut: a read may be repeated; a write may have been applied, so it may not."""
    if call.writes:
        return Failure(
            AnswerLost(
                f"{call.server} {what} to a write on {call.spreadsheet}: it may or may not have "
                "been applied; read the spreadsheet before writing again"
            )
        )
    return Failure(
        Unavailable(
            f"{call.server} {what} to {call.operation} on {call.spreadsheet}, again and again: "
            "the trouble is on its side; try later"
        ),
        True,
        wait,
    )


def _google_error(response: Response) -> Mapping[str, Any]:
    """Google's error object; empty where the body is HTML, as a 502's may be."""
    try:
        error = response.json()["error"]
    except (ValueError, KeyError, TypeError):
        return {}
    return error if isinstance(error, Mapping) else {}


def _said(error: Mapping[str, Any]) -> str:
    """Google's text, without the value that some of its messages quote back."""
    text = _QUOTED_VALUE.sub(r"\1", str(error.get("message", "")))
    return text if len(text) <= _LONGEST_TEXT else text[:_LONGEST_TEXT] + "..."


def _reasons(error: Mapping[str, Any]) -> set[str]:
    details = error.get("details")
    listed = details if isinstance(details, list) else []
    return {str(item.get("reason", "")) for item in listed if isinstance(item, Mapping)}


def _quota(call: Call) -> QuotaExhausted:
    kind = "writes" if call.writes else "reads"
    return QuotaExhausted(
        f"Google's quota of {kind} a minute stayed used up ({call.operation} on "
        f"{call.spreadsheet}): something else uses the same account or project heavily; run again "
        "in a few minutes, or ask for more quota in the Google Cloud console"
    )


def _rejected(call: Call) -> str:
    who = call.account or "the credentials"
    return (
        f"Google does not accept {who}: the key may have been deleted, the login may have "
        "expired, or this machine's clock may be wrong"
    )


def _no_access(call: Call, error: Mapping[str, Any], text: str) -> str:
    if "SERVICE_DISABLED" in _reasons(error):
        return f"the Google Sheets API is not switched on for the account's project: {text}"
    who = call.account or "the account that you are signed in with"
    return (
        f"{who} may not {'edit' if call.writes else 'open'} the spreadsheet {call.spreadsheet}: "
        f"share it with {who} as Editor (Share button, top right)"
    )


def _not_found(call: Call) -> str:
    return (
        f"{call.server} has no spreadsheet {call.spreadsheet}: check the address in the settings "
        "(it may have been deleted, or be a file that is no Google spreadsheet)"
    )


def _refused(call: Call, status: int, text: str) -> str:
    if "not supported for this document" in text:
        return (
            f"{call.spreadsheet} is an Office file kept in Google Drive: open it and choose "
            "File > Save as Google Sheets, then use the new spreadsheet's address"
        )
    if "protected cell or object" in text:
        who = call.account or "the account that writes"
        return (
            f"somebody protected a report tab of {call.spreadsheet}, so that {who} may not write "
            "there: Data > Protect sheets and ranges, add that account or remove the protection"
        )
    return (
        f"{call.server} refused {call.operation} on {call.spreadsheet} ({status}): "
        f"{text or 'it did not say why'}"
    )


def _unreachable(call: Call, why: str) -> Unreachable:
    return Unreachable(
        f"{call.server} cannot be reached ({why}): check the network, a proxy or firewall, and "
        "that the server runs"
    )
