"""Links as the page may follow them; whatever else somebody wrote is no link."""

from __future__ import annotations

from urllib.parse import parse_qs, quote, urlsplit

from localsheets.wire import a1

SCHEMES = ("http", "https", "mailto")


def address(link: str) -> str:
    """A link for an ``href``, "" where it leads nowhere safe.

    Google's "#gid=7&range=B7" leads to our own page of the same spreadsheet; of other addresses
    only http, https and mailto are followed.
    """
    if link.startswith("#"):
        return _within(link[1:])
    cleaned = "".join(letter for letter in link if letter > " ").replace("\\", "/")
    try:
        parts = urlsplit(cleaned)
    except ValueError:
        return ""
    if parts.scheme.casefold() not in SCHEMES:
        return ""
    if parts.scheme.casefold() != "mailto" and not parts.netloc:
        return ""
    return cleaned


def _within(fragment: str) -> str:
    parts = parse_qs(fragment)
    gid = parts.get("gid", [""])[0]
    if not (gid.isascii() and gid.isdigit()):
        return ""
    block = parts.get("range", ["A1"])[0]
    if a1.parse_block(block) is None:
        return ""
    return f"?gid={gid}#range={quote(block, safe=':')}"


def is_within(href: str) -> bool:
    """Whether a followed link stays in the spreadsheet."""
    return href.startswith("?")
