"""What a production's settings say of one tab: a pin on what would be recognised."""

from __future__ import annotations

import difflib
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

import schemas

EVERY_FIELD = tuple(dict.fromkeys(field for fields in schemas.FIELDS.values() for field in fields))
"""The fields of all kinds, for a tab of which the settings do not say the kind."""


def _kind(name: str) -> str:
    known = (*schemas.FIELDS, "ignore")
    if name not in known:
        raise ValueError(f"no such kind of sheet: expected one of {', '.join(known)}")
    return name


Kind = Annotated[str, AfterValidator(_kind)]
Letters = Annotated[str, Field(pattern=r"^[A-Z]{1,3}$")]
Locale = Annotated[str, Field(pattern=r"^[a-z]{2}_[A-Z]{2}$")]


class Section(BaseModel):
    """A part of the settings: every key is known, none changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class TabSettings(Section):
    """What one tab is, over what would be recognised."""

    kind: Kind | None = None
    header_rows: tuple[Annotated[int, Field(ge=1)], ...] = ()
    columns: dict[str, Letters] = Field(default_factory=dict)
    legend: dict[str, str] = Field(default_factory=dict)
    locale: Locale | None = None
    """How its dates and amounts are written; else as the spreadsheet's."""
    superseded: bool | None = None
    """Whether it is an older revision that counts nowhere; else told by the tabs' titles."""

    @model_validator(mode="after")
    def _columns_fit(self) -> TabSettings:
        known = schemas.FIELDS.get(self.kind or "", EVERY_FIELD)
        for name in self.columns:
            if name not in known:
                near = difflib.get_close_matches(name, known, 1)
                meant = f"; did you mean {near[0]}?" if near else ""
                whose = f"{self.kind} has" if self.kind in schemas.FIELDS else "sheets have"
                raise ValueError(
                    f"columns: there is no field {name!r}{meant} ({whose}: {', '.join(known)})"
                )
        for letters in self.columns.values():
            fields = [name for name, column in self.columns.items() if column == letters]
            if len(fields) > 1:
                raise ValueError(f"columns: {letters} is named for {' and '.join(fields)}")
        return self
