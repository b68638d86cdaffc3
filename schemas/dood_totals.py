"""An element's totals, counted as Movie Magic counts them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pandas as pd

from model.table import Dood

COUNTS = ("travel", "work", "hold", "rehearse", "holiday")
_ATOM = {
    "travel": "travel",
    "work": "work",
    "hold": "hold",
    "rehearse": "rehearsal",
    "holiday": "off",
}


def element_totals(dood: Dood) -> pd.DataFrame:
    """Count each element's days; the frame is indexed like ``dood.elements``.

    - ``travel``, ``work``, ``hold``, ``rehearse``, ``holiday``: days whose code has that letter
      (TR, W, H, R, and the company's holiday ``/``, which is written from an element's start to
      its finish, also while it is dropped). A day that is two of them counts in both columns.
    - ``total``: days that are at least one of these. Fittings alone are in no column.
    - ``start``, ``finish``: the first day marked S, else the first of work; the last day marked F,
      else the last of work. ``None`` without a work day.

    These counts reproduce the totals that Movie Magic prints for the cast of a whole feature.
    """
    marks: dict[int, list[tuple[date, frozenset[str]]]] = {
        label: [] for label in dood.elements.index
    }
    atoms = {atom: dood.frame[atom].tolist() for atom in (*_ATOM.values(), "start", "finish")}
    for position, (element, day) in enumerate(
        zip(dood.frame["element"], dood.frame["date"], strict=True)
    ):
        held = frozenset(atom for atom, values in atoms.items() if values[position])
        if held and element in marks:
            marks[element].append((day, held))
    lines = [_line(sorted(days, key=lambda mark: mark[0])) for days in marks.values()]
    columns = (*COUNTS, "start", "finish", "total")
    return pd.DataFrame(
        {
            name: pd.Series(
                [line[name] for line in lines],
                index=dood.elements.index,
                dtype=object if name in ("start", "finish") else "int64",
            )
            for name in columns
        }
    )


def _line(days: list[tuple[date, frozenset[str]]]) -> dict[str, int | date | None]:
    """One element's totals from its marks in the order of days."""
    counted = {name: sum(atom in held for _, held in days) for name, atom in _ATOM.items()}
    total = sum(bool(held & set(_ATOM.values())) for _, held in days)
    line: dict[str, int | date | None] = {**counted, "total": total}
    line["start"] = _first(days, ("start", "work"))
    line["finish"] = _first(reversed(days), ("finish", "work"))
    return line


def _first(days: Iterable[tuple[date, frozenset[str]]], wanted: tuple[str, str]) -> date | None:
    """The first day of the first atom wanted that any day has."""
    listed = list(days)
    for atom in wanted:
        for day, held in listed:
            if atom in held:
                return day
    return None
