"""Regular expressions as Java writes them, which is what Google documents, for ``regex``.

Unlike the standard library's, it knows Java's named groups and classes and can be told to give up,
so that no pattern keeps the server busy for good.
"""

from __future__ import annotations

import re

import regex

_QUOTED = re.compile(
    r"\\Q(?P<quoted>.*?)(?:\\E|\Z)|(?P<end>\\z)|(?P<category>\\[pP]\{)Is(?=[A-Z][a-z]?\})|\\.",
    re.S,
)
_REFERENCES = re.compile(r"\\(?P<literal>.)|\$(?P<number>\d+)|\$\{(?P<name>\w+)\}", re.S)


def pattern(text: str) -> str:
    """A Java pattern for ``regex``: ``\\Q..\\E``, ``\\z``, ``\\p{IsL}``; all else is alike."""

    def change(match: re.Match[str]) -> str:
        if match["quoted"] is not None:
            return re.escape(match["quoted"])
        return r"\Z" if match["end"] else match["category"] or match[0]

    return _QUOTED.sub(change, text)


def replacement(text: str, found: regex.Pattern[str]) -> str:
    """A Java replacement for ``regex``: "$1" and "${name}" are groups, a backslash quotes.

    As Java reads it, "$12" is group 1 and a "2" where there are fewer than twelve groups.

    Raises:
        ValueError: there is no such group.
    """

    def change(match: re.Match[str]) -> str:
        if match["literal"] is not None:
            return match["literal"].replace("\\", r"\\")
        if match["name"] is not None:
            _check(match["name"] in found.groupindex, match[0])
            return rf"\g<{match['name']}>"
        digits = match["number"]
        size = len(digits)
        while size > 1 and int(digits[:size]) > found.groups:
            size -= 1
        _check(int(digits[:size]) <= found.groups, match[0])
        return rf"\g<{digits[:size]}>" + digits[size:]

    parts, place = [], 0
    for match in _REFERENCES.finditer(text):
        parts.append(text[place : match.start()].replace("\\", r"\\"))
        parts.append(change(match))
        place = match.end()
    return "".join(parts) + text[place:].replace("\\", r"\\")


def _check(known: bool, reference: str) -> None:
    if not known:
        raise ValueError(f"there is no group {reference}")
