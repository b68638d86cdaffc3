"""Regular expressions as Java writes them, which is what Google documents, for Python's ``re``."""

from __future__ import annotations

import re

_CLASSES = {
    "L": r"[^\W\d_]",
    "Lu": "[A-ZÀ-ÖØ-Þ]",
    "Upper": "[A-Z]",
    "Ll": "[a-zß-öø-ÿ]",
    "Lower": "[a-z]",
    "N": r"\d",
    "Nd": r"\d",
    "Digit": "[0-9]",
    "Alpha": "[A-Za-z]",
    "Alnum": "[A-Za-z0-9]",
    "Punct": r"[!-/:-@\[-`{-~]",
    "P": r"[!-/:-@\[-`{-~]",
    "Space": r"\s",
    "Blank": r"[ \t]",
    "XDigit": "[0-9A-Fa-f]",
}
_PIECES = re.compile(
    r"\\Q(?P<quoted>.*?)(?:\\E|\Z)|\\p\{(?:Is)?(?P<named>\w+)\}|\\P\{(?:Is)?(?P<other>\w+)\}"
    r"|(?P<group>\(\?<(?=[A-Za-z]))|(?P<end>\\z)|\\.",
    re.S,
)
_REFERENCES = re.compile(r"\\(?P<literal>.)|\$(?P<number>\d+)|\$\{(?P<name>\w+)\}", re.S)


def pattern(text: str) -> str:
    """A Java pattern for ``re``: named groups, ``\\Q..\\E``, ``\\z`` and classes by name."""

    def change(match: re.Match[str]) -> str:
        if match["quoted"] is not None:
            return re.escape(match["quoted"])
        if match["named"] is not None:
            return _CLASSES.get(match["named"], match[0])
        if match["other"] is not None and match["other"] in _CLASSES:
            return f"(?!{_CLASSES[match['other']]})."
        if match["group"]:
            return "(?P<"
        return r"\Z" if match["end"] else match[0]

    return _PIECES.sub(change, text)


def replacement(text: str, found: re.Pattern[str]) -> str:
    """A Java replacement for ``re``: "$1" and "${name}" are groups, a backslash quotes.

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
