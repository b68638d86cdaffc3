"""A workbook's cell contents as ours: dates to serial numbers, errors, formulas, cached results."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from localsheets.formulas.messages import GENERAL
from localsheets.state.cell import CellError, Value, error_shown_as
from localsheets.xlsx.functions import bare
from localsheets.xlsx.names import opened
from localsheets.xlsx.wrapping import single, unwrapped

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's dates have no time zone
_DAY = 86_400
MAC_OFFSET = 1462
"""Days between the 1904 date system and ours."""


def value_of(content: Any) -> Value:
    """A constant as openpyxl gives it."""
    if content is None or isinstance(content, (bool, int, float)):
        return _finite(content)
    if isinstance(content, str):
        error = error_shown_as(content) if content.startswith("#") else None
        return error or text_of(content)
    serial = serial_of(content)
    return serial if serial is not None else str(content)


def plain_text(content: Any) -> Any:
    """Rich text as its text; anything else as it is."""
    return str(content) if isinstance(content, list) else content


def _finite(content: Value) -> Value:
    if isinstance(content, float) and (content != content or content in (_INF, -_INF)):
        return CellError("NUM")
    return content


_INF = float("inf")


def serial_of(content: Any) -> float | int | None:
    """A date, time or duration as days since 1899-12-30; ``None`` for anything else."""
    if isinstance(content, datetime):
        return _days(content.replace(tzinfo=None) - _EPOCH)
    if isinstance(content, date):
        return (content - _EPOCH.date()).days
    if isinstance(content, time):
        seconds = content.hour * 3600 + content.minute * 60 + content.second
        return (seconds + content.microsecond / 1e6) / _DAY
    if isinstance(content, timedelta):
        return _days(content)
    return None


def _days(span: timedelta) -> float | int:
    if not span.seconds and not span.microseconds:
        return span.days
    return span.days + (span.seconds + span.microseconds / 1e6) / _DAY


def text_of(text: str) -> str:
    """Text with its escapes ("_x000D_") undone and its lines ended as Google ends them."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def formula_of(content: Any) -> str | None:
    """A formula's text as Google has it: without the prefixes that files give newer functions, and
    without what Google's own files put around its functions."""
    text = getattr(content, "text", content)
    if not isinstance(text, str) or not text:
        return None
    if "_xl" in text.casefold():
        text = bare(single(unwrapped(text)))
    return opened(text if text.startswith("=") else f"={text}")


def cached(kind: str, text: str) -> Value:
    """A formula's cached result, by the type that the file gives it."""
    if kind == "b":
        return text == "1"
    if kind == "e":
        error = error_shown_as(text)
        return (
            error_shown_as(text, GENERAL.get(error.type, "")) if error else CellError("ERROR", text)
        )
    if kind in ("str", "s", "inlineStr"):
        return text_of(text)
    if kind == "d":
        try:
            return serial_of(datetime.fromisoformat(text.removesuffix("Z")))
        except ValueError:
            return text
    try:
        number = float(text)
    except ValueError:
        return text
    return _finite(int(number) if number.is_integer() and abs(number) < 1e15 else number)
