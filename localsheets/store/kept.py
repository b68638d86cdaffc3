"""What a file in the store holds of one owner's fields, and what must be written to change it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any

from localsheets.store import order
from localsheets.store.fields import Field, kept

MARK = -1
"""The place that says that a list or a mapping was written, be it empty."""
Part = tuple[str, int, bytes]
"""(field, place, body) as the file has it."""


@dataclass(slots=True)
class Batch:
    """Statements of one write: (owner, field, place) that go, and those that come with a body."""

    gone: list[tuple[int, str, int]] = field(default_factory=list)
    written: list[tuple[int, str, int, str | bytes]] = field(default_factory=list)


@dataclass(slots=True)
class Held:
    """A field as the file has it: the very objects, so that what is new can be told by identity."""

    value: Any
    places: list[int] = field(default_factory=list)
    """Of a list's items."""


Fields = dict[str, Held]
"""The fields of one object by their names in the file."""


def difference(owner: int, thing: Any, held: Fields, batch: Batch) -> Fields:
    """Note in ``batch`` what turns an owner's fields in the file into those of ``thing``."""
    now: Fields = {}
    unread = getattr(thing, "unread", ())
    kind: type = getattr(thing, "stands_for", type(thing))
    for part in kept(kind):
        before = held.get(part.key)
        if before is not None and part.name in unread:
            now[part.key] = before
            continue
        value = getattr(thing, part.name)
        if before is None and part.shape in ("list", "mapping"):
            batch.written.append((owner, part.key, MARK, "null"))
        if part.shape == "list":
            now[part.key] = _list(owner, part, value, before or Held([]), batch)
        elif part.shape == "mapping":
            now[part.key] = _mapping(owner, part, value, before or Held({}), batch)
        else:
            now[part.key] = Held(value)
            if before is None or before.value is not value:
                batch.written.append((owner, part.key, 0, part.written(value)))
    return now


def _list(owner: int, part: Field, value: list[Any], before: Held, batch: Batch) -> Held:
    try:
        made = order.plan(before.value, before.places, value)
    except order.NoRoom:
        places = order.fresh(len(value))
        gone = sorted(set(before.places).difference(places))
        made = order.Plan(places, gone, list(range(len(value))))
    batch.gone.extend((owner, part.key, place) for place in made.gone)
    batch.written.extend(
        (owner, part.key, made.places[index], part.written(value[index])) for index in made.written
    )
    return Held(list(value), made.places)


def _mapping(owner: int, part: Field, value: dict[int, Any], before: Held, batch: Batch) -> Held:
    old: dict[int, Any] = before.value
    batch.gone.extend((owner, part.key, key) for key in old.keys() - value.keys())
    batch.written.extend(
        (owner, part.key, key, part.written(item))
        for key, item in value.items()
        if key not in old or old[key] is not item
    )
    return Held(dict(value))


def read(kind: type, parts: Iterable[Part]) -> tuple[dict[str, Any], Fields]:
    """What the file has of a class's fields: for its constructor, and as held from now on.

    Raises:
        KeyError: the file has a field that the class has not.
    """
    known = {part.key: part for part in kept(kind)}
    values: dict[str, Any] = {}
    held: Fields = {}
    for key, group in groupby(parts, key=itemgetter(0)):
        part, rows = known[key], [row for row in group if row[1] != MARK]
        items = [part.read(body) for _, _, body in rows]
        places = [place for _, place, _ in rows]
        if part.shape == "list":
            values[part.name], held[key] = items, Held(list(items), places)
        elif part.shape == "mapping":
            found = dict(zip(places, items, strict=True))
            values[part.name], held[key] = found, Held(dict(found))
        else:
            values[part.name], held[key] = items[0], Held(items[0])
    return values, held
