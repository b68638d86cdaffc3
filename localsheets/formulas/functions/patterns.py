"""REGEXMATCH, REGEXEXTRACT and REGEXREPLACE: RE2's patterns on text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

import regex

from localsheets.formats import re2
from localsheets.formulas.functions.own import Own
from localsheets.formulas.values import Array, FormulaError, Result, raising, text
from localsheets.formulas.world import World
from localsheets.state.cell import CellError, Value
from localsheets.wire import deadline

LONGEST = 5.0
"""Seconds. RE2 takes time in proportion to the text; ``regex`` may try for ever."""
_GROUP = re.compile(r"\$([0-9])|\\([0-9])")
Found = TypeVar("Found")


def _match(world: World, given: Value, pattern: Value) -> Value:
    source, found = _looked_at("REGEXMATCH", given), _pattern(world, "REGEXMATCH", pattern)
    return timed("REGEXMATCH", lambda left: found.search(source, timeout=left)) is not None


def _extract(world: World, given: Value, pattern: Value) -> Result:
    source, found = _looked_at("REGEXEXTRACT", given), _pattern(world, "REGEXEXTRACT", pattern)
    match = timed("REGEXEXTRACT", lambda left: found.search(source, timeout=left))
    if match is None:
        raise FormulaError(
            "N_A",
            f'Function REGEXEXTRACT parameter 2 value "{text(pattern, world.place)}" does not'
            f' match text of Function REGEXEXTRACT parameter 1 value "{source}".',
        )
    groups = [group or "" for group in match.groups()] or [match[0]]
    return groups[0] if len(groups) == 1 else Array([list(groups)])


def _replace(world: World, given: Value, pattern: Value, replacement: Value) -> Value:
    source, found = _looked_at("REGEXREPLACE", given), _pattern(world, "REGEXREPLACE", pattern)
    new = text(replacement, world.place)

    def replaced(left: float) -> str:
        parts: list[str] = []
        place = after = -1
        for match in found.finditer(source, timeout=left):
            if match.start() == match.end() == after:
                continue  # RE2 finds nothing empty right after what it found
            parts += [source[max(place, 0) : match.start()], _filled(new, match)]
            place = after = match.end()
        return "".join(parts) + source[max(place, 0) :]

    return timed("REGEXREPLACE", replaced)


def _filled(new: str, match: regex.Match[str]) -> str:
    """ "$1" and "\\1" are what a group found; a group that is not there found nothing."""

    def group(found: re.Match[str]) -> str:
        number = int(found[1] or found[2])
        return match[number] or "" if number <= match.re.groups else ""

    return _GROUP.sub(group, new)


def _looked_at(name: str, value: Value) -> str:
    """The text that a function looks at: it takes text alone."""
    if isinstance(value, CellError):
        raise raising(value)
    if value is not None and not isinstance(value, str):
        raise FormulaError(
            "VALUE",
            f"Function {name} parameter 1 expects text values. But '{value}' is a number and"
            " cannot be coerced to a text.",
        )
    return value or ""


def _pattern(world: World, name: str, pattern: Value) -> regex.Pattern[str]:
    wanted = text(pattern, world.place)
    try:
        return re2.compiled(wanted)
    except re2.BadPattern:
        raise FormulaError(
            "REF",
            f'Function {name} parameter 2 value "{wanted}" is not a valid regular expression.',
        ) from None


def timed(name: str, work: Callable[[float], Found]) -> Found:
    """Let a pattern look at a text, but not for ever.

    Raises:
        FormulaError: it takes too long.
    """
    try:
        return work(min(deadline.left() or LONGEST, LONGEST))
    except TimeoutError:
        deadline.check()
        raise FormulaError(
            "ERROR", f"localsheets cannot compute {name}: the pattern takes too long on this text."
        ) from None


OWN: dict[str, Own] = {
    "REGEXMATCH": Own(_match, "s", 2),
    "REGEXEXTRACT": Own(_extract, "s", 2),
    "REGEXREPLACE": Own(_replace, "s", 3),
}
