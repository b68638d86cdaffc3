"""A function of Google's that is computed here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from localsheets.formulas.values import FormulaError

MANY = 255


@dataclass(frozen=True, slots=True)
class Own:
    """``function`` gets the World and the arguments; ``takes`` says how each comes: "s" a single
    value, "r" an array, "a" an array computed as within ARRAYFORMULA. The last letter goes on."""

    function: Callable[..., Any]
    takes: str
    least: int
    most: int = 0

    def check(self, name: str, count: int) -> None:
        """Refuse a wrong number of arguments in Google's words."""
        check_count(name, count, self.least, self.most or self.least)


def check_count(name: str, count: int, least: int, most: int = MANY) -> None:
    """Refuse a wrong number of arguments in Google's words."""
    if least <= count <= most:
        return
    if least == most:
        wanted = f"{least} arguments"
    elif most == MANY:
        wanted = f"at least {least} arguments"
    else:
        wanted = f"between {least} and {most} arguments"
    raise FormulaError(
        "N_A", f"Wrong number of arguments to {name}. Expected {wanted}, but got {count} arguments."
    )
