"""Regular expressions as RE2 writes them, which Google's REGEX functions take, for ``regex``.

RE2's classes (``\\d``, ``\\w``, ``\\b``, ``[[:alpha:]]``) know ASCII alone, its flags hold from
where they stand to the end of their group, and it has neither backreferences nor looking ahead or
behind. Syntax as documented in RE2's own reference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import regex

LAST = 0x10FFFF
MOST_REPEATS = 1000
_WORD = "0-9A-Za-z_"
_CLASSES = {
    "d": "0-9",
    "w": _WORD,
    "s": "\\t\\n\\f\\r ",
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "ascii": "\\x00-\\x7f",
    "blank": "\\t ",
    "cntrl": "\\x00-\\x1f\\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": "!-/:-@\\[-`{-~",
    "space": "\\t\\n\\x0b\\f\\r ",
    "upper": "A-Z",
    "word": _WORD,
    "xdigit": "0-9A-Fa-f",
}
_PLAIN = {"a": "\\x07", "f": "\\f", "t": "\\t", "n": "\\n", "r": "\\r", "v": "\\x0b"}
_BOUNDARY = f"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))"
_NO_BOUNDARY = f"(?:(?<=[{_WORD}])(?=[{_WORD}])|(?<![{_WORD}])(?![{_WORD}]))"
_REPEAT = re.compile(r"(?:[*+?]|\{(\d+)(?:,(\d*))?\})(\??)")
_ESCAPE = re.compile(
    r"\\(?:x\{(?P<long>[0-9A-Fa-f]{1,6})\}|x(?P<short>[0-9A-Fa-f]{2})|(?P<octal>[0-7]{3}|0[0-7]{0,2})"
    r"|(?P<property>[pP](?:\{\^?\w+\}|[A-Z]))|(?P<letter>.))",
    re.S,
)
_GROUP = re.compile(r"\((?:\?(?:P?<(?P<name>\w+)>|(?P<flags>[imsU]*(?:-[imsU]+)?)(?P<end>[:)])))?")
_POSIX = re.compile(r"\[:(\^?)(\w+):\]")


class BadPattern(ValueError):  # noqa: N818 - said as the messages say it
    """What RE2 does not take."""


@lru_cache(maxsize=1000)
def compiled(pattern: str) -> regex.Pattern[str]:
    """A pattern of RE2's, ready to be matched.

    Raises:
        BadPattern: it is none.
    """
    try:
        return regex.compile(_Reader(pattern).whole(), regex.VERSION0)
    except (regex.error, OverflowError, RecursionError) as error:
        raise BadPattern(str(error)) from error


@dataclass(frozen=True, slots=True)
class _Flags:
    """What "(?imsU)" switches on."""

    i: bool = False
    m: bool = False
    s: bool = False
    U: bool = False


class _Reader:
    """Rewrites a pattern from left to right."""

    def __init__(self, text: str) -> None:
        self._text, self._place = text, 0
        self._parts: list[str] = []
        self._flags = _Flags()
        self._ours = ""
        """How a group of ours began that is open: "(?i:", "(?-i:"."""
        self._outer: list[tuple[_Flags, str]] = []
        self._repeatable = False

    def whole(self) -> str:
        while self._place < len(self._text):
            self._step(self._text[self._place])
        if self._outer:
            raise BadPattern("missing )")
        return "".join(self._parts) + self._end()

    def _end(self) -> str:
        return ")" if self._ours else ""

    def _step(self, mark: str) -> None:
        if mark == "\\":
            self._escape()
        elif mark == "[":
            self._put(self._class())
        elif mark == "(":
            self._open()
        elif mark == ")":
            self._close()
        elif mark in "*+?{" and (match := _REPEAT.match(self._text, self._place)):
            self._repeat(match)
        else:
            self._place += 1
            self._plain(mark)

    def _put(self, text: str, *, repeatable: bool = True) -> None:
        self._parts.append(text)
        self._repeatable = repeatable

    def _plain(self, mark: str) -> None:
        if mark == ".":
            self._put("(?s:.)" if self._flags.s else "[^\\n]")
        elif mark == "^":
            self._put("(?m:^)" if self._flags.m else "\\A")
        elif mark == "$":
            self._put("(?m:$)" if self._flags.m else "\\Z")
        elif mark == "|":
            self._parts.append(f"{self._end()}|{self._ours}")
            self._repeatable = False
        else:
            self._put(regex.escape(mark, special_only=True))

    def _repeat(self, match: re.Match[str]) -> None:
        if not self._repeatable:
            raise BadPattern("no argument for repetition operator")
        low, high = match[1], match[2]
        if low and (int(high or low) > MOST_REPEATS or int(low) > int(high or MOST_REPEATS)):
            raise BadPattern("invalid repeat count")
        lazy = (match[3] == "?") != self._flags.U
        sign = match[0][:-1] if match[3] else match[0]
        self._put(sign + "?" * lazy, repeatable=False)
        self._place = match.end()

    def _open(self) -> None:
        match = _GROUP.match(self._text, self._place)
        if match is None or (match[0] == "(" and self._text[match.end() : match.end() + 1] == "?"):
            raise BadPattern("invalid or unsupported Perl syntax")
        self._place = match.end()
        if match["end"] == ")":
            self._switch(match["flags"])
            return
        self._outer.append((self._flags, self._ours))
        self._parts.append(f"(?P<{match['name']}>" if match["name"] else "(?:" * bool(match["end"]))
        if match[0] == "(":
            self._parts.append("(")
        self._ours, self._repeatable = "", False
        if match["flags"]:
            self._switch(match["flags"])

    def _switch(self, text: str) -> None:
        """Flags hold up to the end of the group. Python's do not in the middle of one, but those
        of a group of its own do."""
        on, _, off = text.partition("-")
        if not text:
            raise BadPattern("missing flags")
        known = {name: getattr(self._flags, name) for name in "imsU"}
        self._flags = _Flags(**known | dict.fromkeys(on, True) | dict.fromkeys(off, False))
        if self._flags.i != known["i"]:
            self._parts.append(self._end())
            self._ours = "(?i:" if self._flags.i else "(?-i:"
            self._parts.append(self._ours)
        self._repeatable = False

    def _close(self) -> None:
        if not self._outer:
            raise BadPattern("unexpected )")
        self._place += 1
        self._parts.append(self._end())
        self._flags, self._ours = self._outer.pop()
        self._put(")")

    def _escape(self) -> None:
        if self._text.startswith("\\Q", self._place):
            quoted, _, _ = self._text[self._place + 2 :].partition("\\E")
            self._place += len(quoted) + 4
            for mark in quoted:
                self._put(regex.escape(mark, special_only=True))
            return
        letter = self._text[self._place + 1 : self._place + 2]
        anchors = {"A": "\\A", "z": "\\Z", "b": _BOUNDARY, "B": _NO_BOUNDARY}
        if letter in anchors and letter:
            self._place += 2
            self._put(anchors[letter])
        elif letter and letter in "dswDSW":
            self._place += 2
            self._put(f"[{'^' * letter.isupper()}{_CLASSES[letter.lower()]}]")
        else:
            self._put(self._character())

    def _character(self) -> str:
        """A character or property that is escaped, alike within a class and without."""
        match = _ESCAPE.match(self._text, self._place)
        if match is None:
            raise BadPattern("trailing \\")
        self._place = match.end()
        if match["property"]:
            name = match["property"][1:].strip("{}")
            return f"\\{match['property'][0]}{{{name}}}"
        code = match["long"] or match["short"]
        if code or match["octal"]:
            number = int(code, 16) if code else int(match["octal"], 8)
            if number > LAST:
                raise BadPattern("invalid escape sequence")
            return f"\\U{number:08x}"
        letter = match["letter"]
        if letter in _PLAIN:
            return _PLAIN[letter]
        if letter.isalnum() or letter == "_" or not letter.isascii():
            raise BadPattern("invalid escape sequence")
        return "\\" + letter

    def _class(self) -> str:
        """ "[a-z\\D[:punct:]]" with its shorthands spelt out."""
        self._place += 1
        parts = ["["]
        if self._text.startswith("^", self._place):
            parts.append("^")
            self._place += 1
        first = True
        while first or not self._text.startswith("]", self._place):
            if self._place >= len(self._text):
                raise BadPattern("missing ]")
            parts.append(self._member())
            first = False
        self._place += 1
        return "".join(parts) + "]"

    def _member(self) -> str:
        mark, after = self._text[self._place], self._text[self._place + 1 : self._place + 2]
        posix = _POSIX.match(self._text, self._place)
        if posix is not None:
            if posix[2] not in _CLASSES or len(posix[2]) == 1:
                raise BadPattern("invalid character class range")
            self._place = posix.end()
            return _others(_CLASSES[posix[2]]) if posix[1] else _CLASSES[posix[2]]
        if mark == "\\":
            if after and after in "dswDSW":
                self._place += 2
                spelt = _CLASSES[after.lower()]
                return _others(spelt) if after.isupper() else spelt
            return self._character()
        self._place += 1
        return mark if mark == "-" or mark.isalnum() else "\\" + mark


@lru_cache
def _others(members: str) -> str:
    """Every character that a class of ASCII ones leaves out."""
    held = re.compile(f"[{members}]")
    left = "".join(f"\\x{n:02x}" for n in range(128) if not held.match(chr(n)))
    return f"{left}\\x80-\\U{LAST:08x}"
