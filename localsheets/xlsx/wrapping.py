r"""Formulas that only Google has, as Google's own .xlsx files carry them.

``IFERROR(__xludf.DUMMYFUNCTION("QUERY(A1:C9,""select A"")"), "Ana")``: that function does not
exist, so that any other program shows the last value, and the text is there for Google to take
back. Other values of an array are ``IFERROR(__xludf.DUMMYFUNCTION("\""COMPUTED_VALUE""\"), 7.0)``.
Seen in files of Google's that others quote; a text of more than 255 characters is parted with "&",
since Excel takes no longer one.
"""

from __future__ import annotations

import re

from localsheets.state.cell import CellError, Value, error_shown_as

COMPUTED = '="COMPUTED_VALUE"'
"""What stands for a formula where a value of an array stood."""
LONGEST_LITERAL = 255
_START = re.compile(
    r"(?P<or>IFERROR\(\s*)?@?(?P<one>_xlfn\.SINGLE\(\s*)?__xludf\.DUMMYFUNCTION\(\s*"
    r'(?P<text>"(?:[^"]|"")*"(?:\s*&\s*"(?:[^"]|"")*")*)\s*\)',
    re.I,
)
_LITERAL = re.compile(r'"((?:[^"]|"")*)"')
_SINGLE = re.compile(r"_xlfn\.SINGLE\(", re.I)
_WHOLE = re.compile(r"[\w.]+\(.*\)|[\w.$:!]+|\"[^\"]*\"", re.S)


def is_wrapped(text: str) -> bool:
    """Whether a file's formula may hold one of Google's."""
    return "__xludf." in text.casefold()


def unwrapped(text: str) -> str:
    """A file's formula with Google's own in the place of those that stand for them."""
    parts: list[str] = []
    place = 0
    while (found := _START.search(text, place)) is not None:
        end = _end(text, found)
        if end is None:
            break
        inner = _joined(found["text"]).lstrip("=")
        alone = not text[: found.start()].strip("= ") and end == len(text)
        parts += [text[place : found.start()], inner if alone else _as_part(inner)]
        place = end
    return "".join(parts) + text[place:]


def single(text: str) -> str:
    """A formula without Excel's sign for the one value that a block gives, which is what Google
    takes anyway."""
    while (found := _SINGLE.search(text)) is not None:
        end = closing(text, found.end())
        if end is None:
            return text
        inner = text[found.end() : end]
        text = text[: found.start()] + _as_part(inner) + text[end + 1 :]
    return text


def kept_value(text: str) -> Value:
    """The value that is kept beside a formula that is wrapped as a whole."""
    found = _START.search(text)
    if found is None or not found["or"]:
        return None
    end = _end(text, found)
    kept = text[found.end() : end - 1 if end else None].lstrip(") ,").strip()
    if kept.startswith('"'):
        shown = _joined(kept)
        return error_shown_as(shown) or shown or None
    if kept.upper() in ("TRUE", "FALSE"):
        return kept.upper() == "TRUE"
    try:
        number = float(kept)
    except ValueError:
        return None
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def wrapped(formula: str, value: Value) -> str:
    """A formula of Google's with its last value, for programs that do not know it."""
    return f"=IFERROR(__xludf.DUMMYFUNCTION({_literal(formula.removeprefix('='))}),{_kept(value)})"


def closing(text: str, place: int) -> int | None:
    """Where the parenthesis closes that opened before a place."""
    depth = 1
    for match in re.finditer(r'"(?:[^"]|"")*"|\'(?:[^\']|\'\')*\'|[()]', text[place:]):
        depth += {"(": 1, ")": -1}.get(match[0], 0)
        if not depth:
            return place + match.start()
    return None


def _end(text: str, found: re.Match[str]) -> int | None:
    """Where what stands for a formula ends."""
    end: int | None = found.end()
    for opened in (found["one"], found["or"]):
        if opened and end is not None:
            close = closing(text, end)
            end = None if close is None else close + 1
    return end


def _as_part(inner: str) -> str:
    whole = _WHOLE.fullmatch(inner) and (
        "(" not in inner or closing(inner, inner.index("(") + 1) == len(inner) - 1
    )
    return inner if whole else f"({inner})"


def _joined(literals: str) -> str:
    return "".join(part.replace('""', '"') for part in _LITERAL.findall(literals))


def _literal(text: str) -> str:
    parts = [
        text[start : start + LONGEST_LITERAL] for start in range(0, len(text), LONGEST_LITERAL)
    ]
    return "&".join('"' + part.replace('"', '""') + '"' for part in parts or [""])


def _kept(value: Value) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return repr(float(value))
    return _literal(value.text if isinstance(value, CellError) else value or "")
