"""How much of one table stands on another of its kind: copies, revisions, or parts of a whole."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from decimal import Decimal

from model.table import CrewGrid, Dood, Table

_KEYS = {
    "budget": ("account", "description"),
    "budget_topsheet": ("account", "description"),
    "budget_detail": ("account", "description"),
    "crew": ("name", "first_name", "last_name"),
    "crew_grid": ("name",),
    "cast": ("element_id", "role"),
    "one_liner": ("scene",),
    "purchase_orders": ("po_number", "vendor"),
}
"""Kind -> the fields that say which thing a record is about; of other kinds, all of them."""
_OWN = frozenset(("place", "row", "special", "category", "category_code", "section"))
"""Columns of a frame that say where a record stands, not what it says."""
_MOST = 20_000
"""Records looked at: enough to tell, whatever the table's length."""


class Likeness:
    """Compares tables with each other; what it has made of one it keeps for the next."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, tuple[str, ...], int], set[Hashable]] = {}

    def shared(self, table: Table, other: Table) -> float:
        """Which share of the shorter table's things (accounts, people) is on the other too.

        Two tables without any are alike; one without any shares nothing with one that has some.
        Two days-out-of-days without a day in common share nothing: they are two months.
        """
        if isinstance(table, Dood) and isinstance(other, Dood):
            if not _days(table) & _days(other):
                return 0.0
            return _share(_elements(table), _elements(other))
        keys = _KEYS.get(table.kind, ())
        fields = tuple(name for name in keys if _has(table, name) and _has(other, name))
        if not fields:
            return self.alike(table, other)
        return _share(self._records(table, fields, 1), self._records(other, fields, 1))

    def alike(self, table: Table, other: Table, only: Collection[str] | None = None) -> float:
        """Which share of the shorter table's records is on the other word for word, with figures.

        Only what both tables have a column for is compared (of the fields in ``only``, where
        given), and only records that say two things. Of crew grids it is the marks: one crew works
        on many of them.
        """
        if isinstance(table, CrewGrid) and isinstance(other, CrewGrid):
            return _share(_marks(table), _marks(other))
        fields = tuple(
            name
            for name in sorted(table.place.columns)
            if name in other.place.columns
            and _has(table, name)
            and _has(other, name)
            and (only is None or name in only)
        )
        return _share(self._records(table, fields, 2), self._records(other, fields, 2))

    def _records(self, table: Table, fields: tuple[str, ...], least: int) -> set[Hashable]:
        """A table's records as sets compare them; those that say less than ``least`` are out."""
        key = (id(table.frame), fields, least)
        if key not in self._kept:
            columns = [
                [_said(value) for value in table.frame[name].head(_MOST).tolist()]
                for name in fields
                if name not in _OWN
            ]
            self._kept[key] = {
                record
                for record in zip(*columns, strict=True)
                if sum(value is not None for value in record) >= least
            }
        return self._kept[key]


def _share(ours: set[Hashable], theirs: set[Hashable]) -> float:
    shorter = min(len(ours), len(theirs))
    return len(ours & theirs) / shorter if shorter else float(not ours and not theirs)


def _said(value: object) -> Hashable:
    """A value as it is compared: words without case, zero like blank."""
    if isinstance(value, Decimal):
        return value or None
    return str(value).casefold() if value is not None else None


def _has(table: Table, field: str) -> bool:
    return field in table.place.columns and field in table.frame


def _marks(grid: CrewGrid) -> set[Hashable]:
    """Who does what on which day."""
    names = grid.frame["name"].to_dict()
    columns = (grid.marks[name].tolist() for name in ("person", "date", "text"))
    return {
        (_said(names.get(who)), day, _said(text)) for who, day, text in zip(*columns, strict=True)
    }


def _elements(dood: Dood) -> set[Hashable]:
    ids, names = dood.elements["element_id"], dood.elements["name"]
    return {_said(name or number) for number, name in zip(ids, names, strict=True)}


def _days(dood: Dood) -> set[Hashable]:
    return {day for day in dood.days["date"].tolist() if day is not None}
