"""When the minors on the cast list were born, or how old they are said to be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from transforms.people.names import fold
from transforms.records import records

if TYPE_CHECKING:
    from transforms.facts import Facts


_AGE = re.compile(
    r"\b(?:aged?|edad|alter)\W{0,2}(\d{1,2})\b|"
    r"\b(\d{1,2}) ?(?:yo|y o|yrs(?: old)?|years old|ans|anos|jahre(?: alt)?)\b"
)


@dataclass(frozen=True, slots=True)
class Born:
    """A birthday, or an age in whole years where only that is said. Never shown to anybody."""

    day: date | None
    age: int | None


def births(facts: Facts) -> Mapping[str, Born]:
    """Person -> when they were born, by the cast list."""
    table = facts.table("cast")
    found = {}
    for _, record in records(table.frame) if table is not None else ():
        day, age = record.get("birth_date"), record.get("age")
        person = facts.identities.of(record.get("name")) or fold(record.get("name"))
        if person and (isinstance(day, date) or age is not None):
            found[person] = Born(day if isinstance(day, date) else None, age)
    return found


def age_said(text: str) -> int | None:
    """The age in years that a role's words say: "Ada, age 15", "Nia (11 ans)"; else ``None``."""
    found = _AGE.search(fold(text))
    return int(found[1] or found[2]) if found else None
