"""Whose union a column headed by a union's own name tells: "ACTRA" above "full" or "apprentice"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from schemas.headings import normal
from schemas.values import marks

BODIES = (
    r"actra|ubcp|sag|aftra|meaa|equity|uda|iatse|ia|aqtis|bectu|dga|dgc|nabet|teamsters|anda|"
    r"bffs|siptu"
)
"""What unions of performers and crews are called."""
_BODIES = re.compile(rf"\b(?:{BODIES})\b")
_NUMBER = 4
"""Figures from which on a number is a member's rather than a local's."""


def is_body(text: str) -> bool:
    """Whether a cell names a union."""
    return _BODIES.search(normal(text)) is not None


def complete(values: dict[str, object], headings: Mapping[str, str]) -> None:
    """Put the union's name before what its column says of a membership, in place."""
    said, bodies = values.get("union"), _BODIES.findall(normal(headings.get("union", "")))
    if not isinstance(said, str) or not bodies or _BODIES.search(normal(said)):
        return
    body, mark = "/".join(bodies).upper(), marks.mark(said)
    if isinstance(mark, bool):
        values["union"] = body if mark else f"non-{body}"
    elif mark is not None:
        is_members = said.strip(" #").isdigit() and len(said.strip(" #")) > _NUMBER
        values["union"] = body if is_members else f"{body} {said}"
