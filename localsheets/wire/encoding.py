"""JSON as it goes over the wire, in and out."""

from __future__ import annotations

import json
from typing import Any

import orjson


def encode(content: Any) -> bytes:
    """An answer's JSON.

    What orjson refuses (half of a surrogate pair, which JSON can hold and UTF-8 cannot; a number
    beyond 64 bits) goes out by way of the standard library, such a half as "?".
    """
    try:
        return orjson.dumps(content)
    except TypeError:
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "replace")


def decode(raw: bytes) -> Any:
    """A body's JSON.

    Raises:
        ValueError: it is no JSON; NaN, Infinity and half of a surrogate pair are none.
    """
    return orjson.loads(raw)
