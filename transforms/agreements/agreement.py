"""A union agreement, or a law, as data: dated figures, each with clause, source, day of check."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError, model_validator

from transforms.agreements.figure import Data, Figure, Source
from transforms.agreements.figure_names import FigureName
from transforms.agreements.minors import MinorBand


class AgreementError(ValueError):
    """An agreement's file, or the settings' choice of one, is not as it must be."""


class HolidayRule(Data):
    """One holiday that a body keeps, found through a public calendar.

    ``known_as`` is its name in the calendar of ``calendar`` ("US", "CA-BC"); ``days_after`` moves
    on from there (the day after Thanksgiving is 1).
    """

    name: str
    calendar: str
    known_as: str
    days_after: int = 0
    effective_from: date | None = None


class HolidayList(Data):
    """The holidays that a body keeps: its own ``days``, and all of the ``public`` calendar's.

    ``move_weekends``: Saturday's own one is kept on Friday, Sunday's on Monday. Public ones stand
    as the country observes them.
    """

    clause: str
    source: Source
    move_weekends: bool = True
    days: tuple[HolidayRule, ...] = ()
    public: str = ""
    """A country, or country and subdivision ("CA-ON")."""


class Group(Data):
    """People under an agreement for whom some figures differ.

    They are known by the unit of their rate ("week"), their position, or their union's local; by
    any one of them.
    """

    of: str
    rate_units: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    figures: Mapping[FigureName, Figure]

    @model_validator(mode="after")
    def _known_by_something(self) -> Group:
        if not (self.rate_units or self.positions):
            raise ValueError(f"nothing says who the {self.of} are")
        return self


class Agreement(Data):
    """One agreement. ``covers`` says whose work it governs; ``unions`` how lists name the union."""

    id: str
    body: str
    name: str
    covers: Literal["cast", "crew", "everyone", "minors", "production"]
    """Of "everyone" are laws, which hold beside any agreement; "production" binds no person."""
    unions: tuple[str, ...] = ()
    except_unions: tuple[str, ...] = ()
    """Branches that bear the union's name and are under another agreement."""
    locals: tuple[str, ...] = ()
    """Numbers of the union's locals that are under it; none: all are."""
    positions: tuple[str, ...] = ()
    """Whose work it governs where a list names no union; none: the whole cast or crew."""
    departments: tuple[str, ...] = ()
    country: str = ""
    currency: str = "USD"
    effective_from: date | None = None
    """``None``: since when it holds is not known here."""
    effective_to: date | None = None
    successor: str = ""
    """What is known of the agreement that follows."""
    figures: Mapping[FigureName, Figure] = Field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    minors: tuple[MinorBand, ...] = ()
    holidays: HolidayList | None = None
    sources: Mapping[str, Source] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _in_order(self) -> Agreement:
        if self.effective_from and self.effective_to and self.effective_to < self.effective_from:
            raise ValueError("effective_to lies before effective_from")
        return self

    @property
    def claims(self) -> bool:
        """Whether it is for some positions or departments only, where no union is named."""
        return bool(self.positions or self.departments)

    def holds(self, on: date) -> bool:
        """Whether it is in force on a day, as far as is known."""
        begins, ends = self.effective_from or date.min, self.effective_to or date.max
        return begins <= on <= ends

    def every_figure(self) -> Iterator[tuple[str, FigureName, Figure]]:
        """All of its figures with whom they are for: "" where they are for everybody."""
        for name, figure in self.figures.items():
            yield "", name, figure
        for group in self.groups:
            for name, figure in group.figures.items():
                yield group.of, name, figure

    def says(self, name: FigureName) -> bool:
        """Whether it has the figure, for anybody."""
        return any(name is said for _, said, _ in self.every_figure())


def read_agreement(path: Path) -> Agreement:
    """Read and judge one agreement's file.

    Raises:
        AgreementError: the file is no TOML, lacks something, has something unknown, or its id is
            not its name; the message says where and what.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        agreement = Agreement.model_validate(_resolved(content, content.get("sources", {})))
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


def _resolved(data: Any, sources: Mapping[str, Any]) -> Any:
    """The same data with each ``source = "name"`` replaced by the file's source of that name."""
    if isinstance(data, dict):
        return {
            key: sources.get(value, value)
            if key == "source" and isinstance(value, str)
            else _resolved(value, sources)
            for key, value in data.items()
        }
    if isinstance(data, list):
        return [_resolved(each, sources) for each in data]
    return data
