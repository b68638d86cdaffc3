"""The scalars of protocol-buffer JSON: numbers may come as text, whole ones with a fraction."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from functools import lru_cache
from typing import Any


class RefusedError(Exception):
    """A scalar that does not fit its type."""


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise RefusedError
    return value


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    raise RefusedError


def _whole(value: Any) -> int:
    number = _double(value)
    if not float(number).is_integer() or abs(number) >= 2**31:
        raise RefusedError
    return int(number)


def _double(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise RefusedError
    try:
        number = value if isinstance(value, (int, float)) else float(value)
    except ValueError:
        raise RefusedError from None
    if not math.isfinite(number):
        raise RefusedError
    return number


def _single(value: Any) -> float:
    try:
        return float32(float(_double(value)))
    except OverflowError:
        raise RefusedError from None


@lru_cache(maxsize=4096)
def float32(value: float) -> float:
    """Round to a 32-bit float and give its shortest decimal form: 0.4980392156 -> 0.49803922."""
    narrowed = struct.pack("f", value)
    (single,) = struct.unpack("f", narrowed)
    for digits in range(6, 10):
        short = float(f"{single:.{digits}g}")
        if struct.pack("f", short) == narrowed:
            return int(short) if short.is_integer() else short
    return float(single)


@lru_cache(maxsize=4096)
def in_eight_bits(part: float) -> float:
    """A component of a colour as one of 256 steps, cut off: 0.5 -> 127/255 -> 0.49803922.

    gspread's tests saw Google answer so, and the documentation of Color takes the floor as well.
    What lies outside of 0 to 1 stays as it is given.
    """
    (product,) = struct.unpack("f", struct.pack("f", part * 255))
    return float32(int(product) / 255) if 0 <= part <= 1 else part


SCALARS: dict[str, Callable[[Any], Any]] = {
    "string": _text,
    "bytes": _text,
    "int64": lambda value: str(_double(value)),
    "mask": _text,
    "bool": _boolean,
    "int32": _whole,
    "double": _double,
    "float": _single,
}
"""A type of the schema -> what reads it, which raises :class:`RefusedError`."""
READY = {"string": str, "bytes": str, "mask": str, "bool": bool}
"""Types whose values are as they should be if they are of this type of Python's."""
TYPE_NAMES = {
    "string": "TYPE_STRING",
    "bytes": "TYPE_BYTES",
    "int64": "TYPE_INT64",
    "mask": "TYPE_STRING",
    "bool": "TYPE_BOOL",
    "int32": "TYPE_INT32",
    "double": "TYPE_DOUBLE",
    "float": "TYPE_FLOAT",
}
"""What Google's messages call each."""
