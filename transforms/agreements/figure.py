"""One figure of an agreement: its value, its clause, and where and when it was looked up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _decimal(value: object) -> object:
    """Figures are written as text ("1.5") or whole numbers, so that no binary float comes in."""
    if isinstance(value, float):
        raise ValueError(f'write {value} in quotes ("{value}"), so that it stays exact')  # noqa: TRY004
    return value


class Data(BaseModel):
    """A frozen piece of an agreement's file; what it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Data):
    """Where figures come from, and when they were compared with it.

    ``own_text``: it is the agreement's (or law's) own text, or what its own body publishes of it.
    ``carried_over``: the source itself was not seen on that day, only what had been gathered from
    it. What others say of an agreement, or what was only carried over, may be wrong: findings
    admit it.
    """

    title: str = Field(min_length=1)
    checked: date
    own_text: bool = False
    carried_over: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether the figures were seen in the agreement's own words."""
        return self.own_text and not self.carried_over


class Figure(Data):
    """One figure, in the unit of its name. Its dates are the agreement's own unless it says
    otherwise. ``counted`` says of hours of a day whether meals count: elapsed hours run on.
    """

    value: Annotated[Decimal, BeforeValidator(_decimal), Field(gt=0)]
    clause: str = Field(min_length=1)
    source: Source
    counted: Literal["worked", "elapsed"] = "worked"
    until_age: int | None = None
    """Of minors, those alone who are younger than so many years."""
    effective_from: date | None = None
    effective_to: date | None = None
