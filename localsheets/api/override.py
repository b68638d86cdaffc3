"""A question that is too long for an address comes as a POST that says what it is.

Google's own Python client does so from 2,048 characters on: ``X-HTTP-Method-Override: GET``, the
query in the body, as a form.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs

HEADER = "x-http-method-override"
FORM = "application/x-www-form-urlencoded"


def verb(method: str, headers: Mapping[str, str]) -> str:
    """The verb that is meant; GET for HEAD too, which asks for the same without the body."""
    meant = headers.get(HEADER, method).upper() if method == "POST" else method
    return "GET" if meant == "HEAD" else meant


def asked_in_body(method: str, headers: Mapping[str, str], raw: bytes) -> dict[str, list[str]]:
    """The query that such a POST has in its body; nothing for any other call."""
    if method != "POST" or HEADER not in headers or FORM not in headers.get("content-type", ""):
        return {}
    return parse_qs(raw.decode("utf-8", "replace"), keep_blank_values=True)
