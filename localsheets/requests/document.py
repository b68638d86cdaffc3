"""updateSpreadsheetProperties."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from localsheets.state.book import Book
from localsheets.wire import masks
from localsheets.wire.errors import bad, not_implemented

Json = dict[str, Any]

KNOWN = {"title", "locale", "timeZone", "autoRecalc"}


def update_spreadsheet_properties(book: Book, request: Json) -> None:
    """Change the spreadsheet's title, locale, time zone."""
    given = request.get("properties", {})
    mask = masks.parse_update(request.get("fields"), "SpreadsheetProperties")
    names = set(given) if mask.everything else set(mask)
    for name in sorted(names - KNOWN):
        raise not_implemented(f"SpreadsheetProperties.{name}")
    if "title" in names:
        if not given.get("title"):
            raise bad("The spreadsheet's title cannot be empty.")
        book.title = given["title"]
    if "locale" in names:
        book.locale = _locale(given.get("locale", ""))
    if "timeZone" in names:
        book.time_zone = _zone(given.get("timeZone", ""))
    if "autoRecalc" in names:
        book.settings = {**book.settings, "autoRecalc": given.get("autoRecalc", "ON_CHANGE")}


def _locale(text: str) -> str:
    parts = text.split("_")
    if not (len(parts[0]) in (2, 3) and parts[0].islower() and len(parts) <= 2):
        raise bad(f"Unsupported locale: {text}")
    return text


def _zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise bad(f"Unsupported time zone: {text}") from None
    return text


HANDLERS = {"updateSpreadsheetProperties": update_spreadsheet_properties}
