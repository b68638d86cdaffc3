"""A union agreement as data: dated figures, each with clause, source and the day of its check."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator


class AgreementError(ValueError):
    """An agreement's file, or the settings' choice of one, is not as it must be."""


class FigureName(StrEnum):
    """What a rule may ask an agreement for. All of them concern days; none concerns hours."""

    WORKWEEK = "workweek-days"
    """Work days in a week, by which a week rate is divided."""
    SIXTH_DAY = "sixth-day"
    """Times the day rate for the sixth day of a week."""
    SEVENTH_DAY = "seventh-day"
    """Times the day rate for the seventh day of a week."""
    HOLIDAY = "holiday"
    """Times the day rate for work on a holiday."""
    DROP_DAYS = "drop-days"
    """A pick-up must be more than so many calendar days after the drop."""
    DROP_DAYS_ABROAD = "drop-days-abroad"
    """The same where not all of the shoot is in the agreement's own country."""
    DROPS_ALLOWED = "drops-allowed"
    """Drops a performer may have in one production."""


def _decimal(value: object) -> object:
    """Figures are written as text ("1.5") or whole numbers, so that no binary float comes in."""
    if isinstance(value, float):
        raise ValueError(f'write {value} in quotes ("{value}"), so that it stays exact')  # noqa: TRY004
    return value


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Figure(_Data):
    """One figure. Its dates are the agreement's own unless it says otherwise."""

    value: Annotated[Decimal, BeforeValidator(_decimal), Field(gt=0)]
    unit: str
    clause: str = Field(min_length=1)
    source: str = Field(min_length=1)
    checked: date
    effective_from: date | None = None
    effective_to: date | None = None


class HolidayRule(_Data):
    """One holiday that a body keeps, found through a public calendar.

    ``known_as`` is its name in the calendar of ``calendar`` ("US", "CA-BC"); ``days_after`` moves
    on from there (the day after Thanksgiving is 1).
    """

    name: str
    calendar: str
    known_as: str
    days_after: int = 0
    effective_from: date | None = None


class HolidayList(_Data):
    """The holidays that a body keeps. ``move_weekends``: Saturday's is kept on Friday, Sunday's on
    Monday.
    """

    clause: str
    source: str
    checked: date
    move_weekends: bool = True
    days: tuple[HolidayRule, ...]


class Agreement(_Data):
    """One agreement. ``covers`` says whose work it governs; ``unions`` how lists name the union."""

    id: str
    body: str
    name: str
    covers: Literal["cast", "crew"]
    unions: tuple[str, ...] = ()
    country: str = ""
    effective_from: date
    effective_to: date | None = None
    successor: str = ""
    """What is known of the agreement that follows."""
    figures: Mapping[FigureName, Figure] = Field(default_factory=dict)
    holidays: HolidayList | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Agreement:
        if self.effective_to is not None and self.effective_to < self.effective_from:
            raise ValueError("effective_to lies before effective_from")
        return self


def read_agreement(path: Path) -> Agreement:
    """Read and judge one agreement's file.

    Raises:
        AgreementError: the file is no TOML, lacks something, has something unknown, or its id is
            not its name; the message says where and what.
    """
    try:
        agreement = Agreement.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise AgreementError(f"{path.name} is no TOML: {error}") from None
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(str(part) for part in fault['loc']) or 'file'}: {fault['msg']}"
            for fault in error.errors()
        )
        raise AgreementError(f"{path.name}: {faults}") from None
    if agreement.id != path.stem:
        raise AgreementError(f"{path.name}: its id is {agreement.id!r}, expected {path.stem!r}")
    return agreement
