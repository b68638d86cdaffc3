"""Column numbers within filters and tables, and how they follow columns that move. Pure."""

from __future__ import annotations

from typing import Any

from localsheets.wire.axis import Band, Shift

Json = dict[str, Any]


def follow(message: str, old: Json, new: Json, shift: Shift) -> Json:
    """A filter or table whose range moved already (``old`` -> ``new``), its columns moved too.

    The shift is one of the tab that it lies on.
    """
    if isinstance(shift, Band):
        shift = shift.step
        if old.get("range") == new.get("range"):
            return new
    if shift.rows:
        return new
    if message in ("BasicFilter", "FilterView"):
        return _filter(new, shift)
    if message == "Table":
        return _table(old, new, shift)
    return new


def _filter(value: Json, shift: Shift) -> Json:
    """A filter counts columns from the tab's first; what sorts or filters a lost one is lost."""
    made = dict(value)
    for name, key in (("filterSpecs", "columnIndex"), ("sortSpecs", "dimensionIndex")):
        if name in made:
            made[name] = _renumbered(made[name], key, shift)
            if not made[name]:
                del made[name]
    if "criteria" in made:
        moved = {shift.point(int(key)): part for key, part in made["criteria"].items()}
        made["criteria"] = {str(key): part for key, part in moved.items() if key is not None}
        if not made["criteria"]:
            del made["criteria"]
    return made


def _renumbered(items: list[Json], key: str, shift: Shift) -> list[Json]:
    moved = ((item, shift.point(item.get(key, 0))) for item in items)
    return [{**item, key: place} for item, place in moved if place is not None]


def _table(old: Json, new: Json, shift: Shift) -> Json:
    """A table counts columns from its own first; one that is inserted gets a name."""
    before, after = old["range"].get("startColumnIndex", 0), new["range"]
    left = after.get("startColumnIndex", 0)
    placed: dict[int, Json] = {}
    for column in old.get("columnProperties", []):
        place = shift.point(before + column.get("columnIndex", 0))
        if place is not None:
            rest = {name: part for name, part in column.items() if name != "columnIndex"}
            placed[place - left] = rest
    width = after["endColumnIndex"] - left
    return {**new, "columnProperties": [numbered(n, placed.get(n)) for n in range(width)]}


def numbered(index: int, column: Json | None) -> Json:
    """A table's column with its number (0 is left out) and a name."""
    own = column or {"columnName": f"Column {index + 1}"}
    return {"columnIndex": index, **own} if index else own
