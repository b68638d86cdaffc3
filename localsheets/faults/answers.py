"""What Google answers on a bad day."""

from __future__ import annotations

from typing import Any

from localsheets.wire.errors import ApiError, forbidden, unauthenticated

Json = dict[str, Any]

PROJECT = "100000000000"


class QuotaError(ApiError):
    """A 429 with the details that Google gives."""

    def __init__(self, message: str, info: Json) -> None:
        super().__init__(429, message)
        self.info = info

    def body(self) -> Json:
        """As recorded."""
        made = super().body()
        made["error"]["details"] = [self.info]
        return made


def quota_exceeded(kind: str, *, each_user: bool) -> ApiError:
    """The refusal of a call beyond the quota; ``kind`` is "read" or "write"."""
    word = kind.capitalize()
    limit = f"{word} requests per minute" + (" per user" if each_user else "")
    code = f"{word}RequestsPerMinutePer" + ("User" if each_user else "Project")
    info = {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        "reason": "RATE_LIMIT_EXCEEDED",
        "domain": "googleapis.com",
        "metadata": {
            "service": "sheets.googleapis.com",
            "consumer": f"projects/{PROJECT}",
            "quota_limit": code,
            "quota_metric": f"sheets.googleapis.com/{kind}_requests",
        },
    }
    return QuotaError(
        f"Quota exceeded for quota metric '{word} requests' and limit '{limit}' of service"
        f" 'sheets.googleapis.com' for consumer 'project_number:{PROJECT}'.",
        info,
    )


BAD_GATEWAY = """<!DOCTYPE html>
<html lang=en>
  <meta charset=utf-8>
  <meta name=viewport content="initial-scale=1, minimum-scale=1, width=device-width">
  <title>Error 502 (Server Error)!!1</title>
  <p><b>502.</b> <ins>That’s an error.</ins>
  <p>The server encountered a temporary error and could not complete your request.<p>Please try \
again in 30 seconds.  <ins>That’s all we know.</ins>
"""
"""In the form of Google's own page, which comes with more decoration."""


def error(kind: str, *, writes: bool) -> ApiError:
    """The error that a fault of a kind answers; "502" answers :data:`BAD_GATEWAY` instead."""
    errors = {
        "429": lambda: quota_exceeded("write" if writes else "read", each_user=True),
        "500": lambda: ApiError(500, "Internal error encountered."),
        "503": lambda: ApiError(503, "The service is currently unavailable."),
        "401": unauthenticated,
        "403": forbidden,
        "read-only": forbidden,
    }
    return errors[kind]()
