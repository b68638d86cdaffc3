"""updateSpreadsheetProperties."""

from __future__ import annotations

import re
from functools import cache
from locale import locale_alias
from typing import Any

from localsheets.formats.zones import zone
from localsheets.state.book import Book
from localsheets.wire import masks
from localsheets.wire.errors import bad

Json = dict[str, Any]

READ_ONLY = {"defaultFormat"}
"""Passed over, as clients write back what they read."""
THEME_COLOURS = {
    "TEXT",
    "BACKGROUND",
    "ACCENT1",
    "ACCENT2",
    "ACCENT3",
    "ACCENT4",
    "ACCENT5",
    "ACCENT6",
    "LINK",
}


def update_spreadsheet_properties(book: Book, request: Json) -> None:
    """Change the spreadsheet's title, locale, time zone, theme, and how it calculates."""
    given = request.get("properties", {})
    mask = masks.parse_update(request.get("fields"), "SpreadsheetProperties")
    names = (set(given) if mask.everything else set(mask)) - READ_ONLY
    if "title" in names:
        if not given.get("title"):
            raise bad("The spreadsheet's title cannot be empty.")
        book.title = given["title"]
    if "locale" in names:
        book.locale = _locale(given.get("locale", ""))
    if "timeZone" in names:
        book.time_zone = _zone(given.get("timeZone", ""))
    settings = names - {"title", "locale", "timeZone"}
    if settings:
        merged = given
        if not mask.everything:
            merged = masks.merge("SpreadsheetProperties", book.settings, given, mask)
        book.settings = _settings(book.settings, {n: merged.get(n) for n in settings})


def _settings(old: Json, changes: Json) -> Json:
    """Settings after a change; what is cleared falls back to Google's default."""
    theme = changes.get("spreadsheetTheme")
    if theme is not None:
        _check_theme(theme)
    rounds = changes.get("iterativeCalculationSettings")
    if rounds is not None and rounds.get("maxIterations", 1) < 1:
        raise bad("maxIterations must be positive.")
    allowed = "importFunctionsExternalUrlAccessAllowed"
    if old.get(allowed) and allowed in changes and not changes[allowed]:
        raise bad(f"{allowed} is read-only when true.")
    merged = {**old, **changes}
    return {name: part for name, part in merged.items() if part not in (None, False)}


def _check_theme(theme: Json) -> None:
    colours = [pair.get("colorType") for pair in theme.get("themeColors", [])]
    if set(colours) != THEME_COLOURS or len(colours) != len(THEME_COLOURS):
        raise bad("All theme color pairs must be provided.")


def _locale(text: str) -> str:
    """A locale by a language, or a language and a country: "fr", "fil", "en_GB"."""
    if not re.fullmatch(r"[a-z]{2,3}(_[A-Z]{2})?", text) or text.casefold() not in _locales():
        raise bad(f"Unsupported locale: {text}")
    return text


@cache
def _locales() -> frozenset[str]:
    names = {re.split(r"[.@]", name)[0] for name in (*locale_alias, *locale_alias.values())}
    known = {name.casefold() for name in names}
    return frozenset(known | {name.split("_")[0] for name in known} - {"c", "posix"})


def _zone(text: str) -> str:
    if zone(text) is None:
        raise bad(f"Unsupported time zone: {text}")
    return text


HANDLERS = {"updateSpreadsheetProperties": update_spreadsheet_properties}
