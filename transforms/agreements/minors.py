"""Hours of minors by age: which band of a law (or agreement) somebody is in on a day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time
from typing import Annotated

import pandas as pd
from pydantic import BeforeValidator, Field

from transforms.agreements.figure import Data, Source

_AGE = re.compile(r"(\d+) (days|weeks|months|years)")


def _age(text: object) -> object:
    if not isinstance(text, str) or _AGE.fullmatch(text) is None:
        raise ValueError(f'{text!r} is no age: expected such as "15 days", "6 months", "2 years"')
    return text


Age = Annotated[str, BeforeValidator(_age)]


class MinorBand(Data):
    """What holds for minors from one age until they reach another. Minutes; 0 where not said.

    ``free`` stands for days without school. ``meal`` is what a meal may add to the time on set.
    """

    from_age: Age
    until_age: Age
    on_set: int = Field(gt=0)
    """At the place of employment, at most."""
    work: int = Field(gt=0)
    work_free: int = 0
    school: int = 0
    recreation: int = 0
    recreation_free: int = 0
    meal: int = 0
    babies: int = 0
    """To one studio teacher and one nurse, at most; 0: as for all minors."""
    windows: tuple[tuple[time, time], ...] = ()
    """The only times of day at which they may be there; none: the law's usual ones."""
    clause: str = Field(min_length=1)
    source: Source

    def holds(self, born: date, day: date) -> bool:
        """Whether somebody born on ``born`` is in this band on ``day``."""
        return reaches(born, self.from_age) <= day < reaches(born, self.until_age)


def reaches(born: date, age: str) -> date:
    """The day on which somebody reaches an age such as "6 months"."""
    count, unit = age.split()
    number = int(count)
    offset = {
        "days": pd.DateOffset(days=number),
        "weeks": pd.DateOffset(weeks=number),
        "months": pd.DateOffset(months=number),
        "years": pd.DateOffset(years=number),
    }[unit]
    return (pd.Timestamp(born) + offset).date()


def band(bands: Sequence[MinorBand], born: date, day: date) -> MinorBand | None:
    """The band that somebody is in on a day; ``None`` for a person of age, or too young to work."""
    return next((each for each in bands if each.holds(born, day)), None)
