"""An element's totals, counted as Movie Magic counts them."""

from __future__ import annotations

from datetime import date
from typing import Any

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
    frame = dood.frame
    counted = frame[list(_ATOM.values())].groupby(frame["element"], sort=False).sum()
    any_of = frame[list(_ATOM.values())].any(axis=1).groupby(frame["element"], sort=False).sum()
    index = dood.elements.index
    totals = pd.DataFrame(
        {
            **{name: counted[atom].reindex(index, fill_value=0) for name, atom in _ATOM.items()},
            "start": _end(dood, "start", last=False),
            "finish": _end(dood, "finish", last=True),
            "total": any_of.reindex(index, fill_value=0),
        }
    )
    return totals.astype(dict.fromkeys((*COUNTS, "total"), "int64"))


def totals_as_stated(dood: Dood) -> pd.DataFrame:
    """The same, with ``total`` counted the way that each tab's own totals are.

    Some count every day that is paid, some only work, or work and holds: the way that agrees with
    most of a tab's totals is its own; where several do, Movie Magic's.
    """
    counted = element_totals(dood)
    stated = dood.elements["stated_total"]
    for _, rows in dood.elements.groupby("place").groups.items():
        said = stated.loc[rows].dropna()
        best = max(_WAYS, key=lambda way: int((_counted(dood, way).loc[said.index] == said).sum()))
        if not said.empty:
            counted.loc[rows, "total"] = _counted(dood, best).loc[rows]
    return counted


_WAYS = (
    tuple(_ATOM.values()),
    ("work",),
    ("work", "hold"),
    ("work", "travel"),
    ("work", "hold", "travel"),
    ("work", "rehearsal"),
    ("work", "hold", "rehearsal"),
    ("work", "hold", "travel", "rehearsal"),
    ("work", "rehearsal", "fitting"),
    (*_ATOM.values(), "fitting"),
)
"""What a day must be to count in a total, Movie Magic's way first."""


def _counted(dood: Dood, atoms: tuple[str, ...]) -> pd.Series[int]:
    """Each element's days that are at least one of some atoms."""
    days = dood.frame[list(atoms)].any(axis=1).groupby(dood.frame["element"], sort=False).sum()
    return days.reindex(dood.elements.index, fill_value=0).astype("int64")


def _end(dood: Dood, atom: str, *, last: bool) -> pd.Series[Any]:
    """Each element's first day marked with an atom, else of work (or last); ``None`` without."""
    frame = dood.frame
    found: dict[int, date] = {}
    for wanted in ("work", atom):
        marks = frame.loc[frame[wanted] & frame["date"].notna(), ["element", "date"]]
        dates = marks.groupby("element")["date"]
        ends = dates.max() if last else dates.min()
        found |= {int(str(label)): day for label, day in ends.items()}
    index = dood.elements.index
    return pd.Series([found.get(label) for label in index], index=index, dtype=object)
