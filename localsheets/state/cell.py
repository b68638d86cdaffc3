"""One cell. Cells are never changed, only replaced, so that copies of a sheet may share them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import orjson

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class CellError:
    """An error as a value: ``type`` is Google's ("REF"), ``text`` is what the cell shows."""

    type: str
    message: str = ""

    @property
    def text(self) -> str:
        """What the cell shows: "#REF!"."""
        return _SHOWN.get(self.type, "#ERROR!")


_SHOWN = {
    "REF": "#REF!",
    "NAME": "#NAME?",
    "DIVIDE_BY_ZERO": "#DIV/0!",
    "VALUE": "#VALUE!",
    "NUM": "#NUM!",
    "N_A": "#N/A",
    "NULL_VALUE": "#NULL!",
    "ERROR": "#ERROR!",
    "LOADING": "Loading...",
}
_TYPES = {shown: kind for kind, shown in _SHOWN.items()}


def error_shown_as(text: str, message: str = "") -> CellError | None:
    """The error that shows as ``text`` ("#DIV/0!"), or ``None`` where it is no error."""
    kind = _TYPES.get(text)
    return CellError(kind, message) if kind else None


Value = str | float | int | bool | CellError | None
"""What a cell holds or a formula gives. Dates are serial numbers, days since 1899-12-30."""


class Outcome(NamedTuple):
    """What computing a formula said about a cell, beside its value."""

    look: Json | None = None
    """The number format that the formula takes over from what it looks at."""
    size: tuple[int, int] = (1, 1)
    """Rows and columns that a formula's array covers, or would cover if nothing stood there."""
    offset: tuple[int, int] = (0, 0)
    """How far down and right of its formula a value of an array stands; such a cell has no
    formula of its own and was not entered."""
    link: str | None = None
    """The address that a HYPERLINK formula computed."""

    @property
    def spilled(self) -> bool:
        """Whether the value is of an array whose formula stands elsewhere."""
        return self.offset != (0, 0)


class Cell(NamedTuple):
    """A cell's content and look. ``format``, ``runs`` and ``validation`` are in Google's form.

    ``value`` is what was entered, or what the formula gave when it was last computed.
    """

    value: Value = None
    formula: str | None = None
    format: Json | None = None
    note: str | None = None
    runs: tuple[Json, ...] = ()
    """textFormatRuns, each with its startIndex (absent for 0)."""
    validation: Json | None = None
    link: str | None = None
    """A link over the whole cell that came with an imported file."""
    outcome: Outcome | None = None

    @property
    def entered(self) -> bool:
        """Whether the cell's value or formula was entered there, and did not come from an array."""
        return self.filled and not (self.outcome and self.outcome.spilled)

    @property
    def filled(self) -> bool:
        """Whether the cell has a value or a formula."""
        return self.formula is not None or (self.value is not None and self.value != "")

    @property
    def bare(self) -> bool:
        """Whether nothing at all is left in the cell."""
        return self == EMPTY

    def but(self, **changes: Any) -> Cell:
        """The same cell with some parts changed; what computing said goes with another value."""
        if self.outcome is not None and "outcome" not in changes and _is_other(self, changes):
            changes["outcome"] = None
        parts = list(self)
        for name, part in changes.items():
            parts[_PLACES[name]] = part
        return tuple.__new__(Cell, parts)


_PLACES = {name: place for place, name in enumerate(Cell._fields)}


def _is_other(cell: Cell, changes: dict[str, Any]) -> bool:
    """Whether a value is entered, or a formula where an array's value stood."""
    spilled = cell.outcome is not None and cell.outcome.spilled
    return "value" in changes or ("formula" in changes and spilled)


EMPTY = Cell()


@dataclass(slots=True)
class Interner:
    """Shares equal formats between cells, so that a big sheet holds few of them."""

    seen: dict[bytes, Json] = field(default_factory=dict)

    def share(self, format_: Json | None) -> Json | None:
        """One object for all equal formats."""
        if not format_:
            return None
        return self.seen.setdefault(orjson.dumps(format_), format_)
