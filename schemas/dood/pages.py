"""A day-out-of-days printed on several pages, one below the other on a tab, put together again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from model.cell import Block
from model.table import Dood, Table

_STATED = "stated_"


def join(tables: Sequence[Table]) -> list[Table]:
    """Put the pages of one day-out-of-days together; every other table stays as it is.

    A page continues one before it on the tab where it lists elements of it on other days. Pages
    that state totals of their own stay apart, since each has its own to agree with.
    """
    joined: list[Table] = []
    for table in tables:
        earlier = (
            place
            for place, before in enumerate(joined)
            if isinstance(table, Dood) and isinstance(before, Dood) and _continues(before, table)
        )
        place = next(earlier, None)
        first = joined[place] if place is not None else None
        if isinstance(table, Dood) and isinstance(first, Dood) and place is not None:
            joined[place] = _join(first, table)
        else:
            joined.append(table)
    return joined


def _continues(before: Dood, page: Dood) -> bool:
    """Whether a page has the same tab, an element in common, no day and no totals in common."""
    if (before.place.tab, before.place.book) != (page.place.tab, page.place.book):
        return False
    days = set(before.days["date"].dropna()) & set(page.days["date"].dropna())
    shared = _stated(before).keys() & _stated(page).keys()
    both = any(_stated(before)[key] and _stated(page)[key] for key in shared)
    return not days and bool(shared) and len(page.days) > 0 and not both


def _stated(dood: Dood) -> dict[tuple[object, object], bool]:
    """Each element, and whether the page states totals for it."""
    names = [name for name in dood.elements if str(name).startswith(_STATED)]
    stated = dood.elements[names].notna().any(axis=1)
    return dict(zip(_keys(dood), stated.tolist(), strict=True))


def _keys(dood: Dood) -> list[tuple[object, object]]:
    """Who each element is: its number and its name."""
    return list(zip(dood.elements["element_id"], dood.elements["name"], strict=True))


def _join(first: Dood, second: Dood) -> Dood:
    """Two pages as one: days side by side, elements once, marks where they stand."""
    days = pd.concat([first.days, second.days], ignore_index=True)
    elements, labels = _elements(first, second)
    frames = []
    for page, base in ((first, 0), (second, len(first.days))):
        numbers = {label: base + number for number, label in enumerate(page.days.index)}
        own = labels[page is second]
        frames.append(
            page.frame.assign(
                day=[numbers[day] for day in page.frame["day"]],
                element=[own[element] for element in page.frame["element"]],
            )
        )
    excluded: dict[str, tuple[int, ...]] = {}
    for reason in sorted({*first.excluded, *second.excluded}):
        rows = {*first.excluded.get(reason, ()), *second.excluded.get(reason, ())}
        told = {row for known in excluded.values() for row in known}  # pages beside each other
        excluded[reason] = tuple(sorted(rows - told))
    return replace(
        first,
        frame=pd.concat(frames, ignore_index=True),
        places=(replace(first.place, columns={**second.place.columns, **first.place.columns}),),
        block=_around(first.block, second.block),
        header_rows=tuple(sorted({*first.header_rows, *second.header_rows})),
        confidence=min(first.confidence, second.confidence),
        excluded=excluded,
        elements=elements,
        days=days,
    )


def _elements(first: Dood, second: Dood) -> tuple[pd.DataFrame, tuple[dict[int, int], ...]]:
    """The elements of both pages once, and each page's labels as labels of the whole.

    An element stands where its totals do, which the last page has.
    """
    records = first.elements.to_dict("records")
    known = {key: number for number, key in enumerate(_keys(first))}
    labels: tuple[dict[int, int], ...] = ({}, {})
    labels[0].update({int(label): number for number, label in enumerate(first.elements.index)})
    for label, key, record in zip(
        second.elements.index, _keys(second), second.elements.to_dict("records"), strict=True
    ):
        number = known.setdefault(key, len(records))
        if number == len(records):
            records.append(record)
        elif any(record[name] is not None for name in record if str(name).startswith(_STATED)):
            records[number] = record
        labels[1][int(label)] = number
    columns = first.elements.columns
    data = {
        name: pd.Series([record[name] for record in records], dtype=first.elements[name].dtype)
        for name in columns
    }
    return pd.DataFrame(data), labels


def _around(first: Block, second: Block) -> Block:
    """The rectangle that holds both."""
    return Block(
        min(first.top, second.top),
        min(first.left, second.left),
        max(first.bottom, second.bottom),
        max(first.right, second.right),
    )
