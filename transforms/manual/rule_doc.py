"""A rule's docstring, taken apart: it is the rule's manual and its test.

    Title.

    Why: ...

    Looked at: ...

    Flags:
        Settings: agreements = sag-aftra-theatrical-2023; today = 2026-03-01

        Tab's Title:
        | a grid, with *stars* on the cells that the rule flags |

    Passes:
        (the same, without stars)

A section may stand several times; each is a case of its own, and its grids are tabs of one book.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from inspect import cleandoc

_SECTION = re.compile(r"(Why|Looked at|Flags|Passes):(?: (.*))?")


class RuleDocError(ValueError):
    """A rule's docstring is not of the form that it must have."""


@dataclass(frozen=True, slots=True)
class Case:
    """One example: the tabs of a book, and what the production's settings say.

    ``tabs`` are pairs of a title and a text grid; ``flags`` says whether it shows what the rule
    finds or what it lets pass.
    """

    flags: bool
    tabs: tuple[tuple[str, str], ...]
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """A rule's manual."""

    title: str
    why: str
    looked_at: str
    cases: tuple[Case, ...]


def parse(doc: str) -> RuleDoc:
    """Take a rule's docstring apart.

    Raises:
        RuleDocError: a section is missing; the message says which.
    """
    lines = cleandoc(doc).splitlines()
    sections = list(_sections(lines[1:]))
    named = {name for name, _ in sections}
    if missing := [name for name in ("Why", "Looked at", "Flags", "Passes") if name not in named]:
        raise RuleDocError(f"the docstring lacks {' and '.join(missing)}")
    prose = {name: " ".join(" ".join(body).split()) for name, body in sections}
    return RuleDoc(
        title=lines[0].rstrip("."),
        why=prose["Why"],
        looked_at=prose["Looked at"],
        cases=tuple(
            _case(name == "Flags", body) for name, body in sections if name in ("Flags", "Passes")
        ),
    )


def _sections(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Each section's name and lines."""
    name, body = "", list[str]()
    for line in lines:
        if match := _SECTION.fullmatch(line):
            if name:
                yield name, body
            name, body = match[1], [match[2] or ""]
        else:
            body.append(line.strip())
    if name:
        yield name, body


def _case(flags: bool, lines: list[str]) -> Case:
    """One case from its lines: a Settings line, and grids under their tabs' titles."""
    settings: dict[str, str] = {}
    tabs: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith("Settings:"):
            pairs = line.removeprefix("Settings:").split(";")
            settings |= {
                name.strip(): value.strip() for name, _, value in (p.partition("=") for p in pairs)
            }
        elif line.endswith(":"):
            tabs.append((line.removesuffix(":"), []))
        elif line.startswith("|"):
            if not tabs:
                raise RuleDocError("a grid needs its tab's title on the line above")
            tabs[-1][1].append(line)
    return Case(flags, tuple((title, "\n".join(grid)) for title, grid in tabs), settings)
