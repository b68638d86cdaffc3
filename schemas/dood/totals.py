"""An element's totals, counted as Movie Magic counts them."""

from __future__ import annotations

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
    """The same, with each column counted the way that the tab's own stated totals are.

    Some count only work in their total, or rehearsals as work, or the start from the day of travel;
    a "Probe" may be one of costumes.
    Another way than Movie Magic's is the tab's own where it puts right more of the stated totals
    than chance would.
    """
    counted = element_totals(dood)
    for name, ways in _WAYS.items():
        others = [(_counted(dood, name, atoms), evidence) for atoms, evidence in ways]
        for _, rows in dood.elements.groupby("place").groups.items():
            said = dood.elements.loc[rows, f"stated_{name}"].dropna()
            right = most = int((counted.loc[said.index, name] == said).sum())
            for other, evidence in others:
                agree = int((other.loc[said.index] == said).sum())
                if agree >= right + evidence and agree > most:
                    most = agree
                    counted.loc[rows, name] = other.loc[rows]
    return counted


_PAID = tuple(_ATOM.values())
_BUSY = ("start", "finish", "work", "travel", "rehearsal", "fitting")
_WAYS = {
    "total": (
        (tuple(atom for atom in _PAID if atom != "travel"), 1),
        (("work",), 2),
        (("work", "hold"), 2),
        (("work", "travel"), 2),
        (("work", "hold", "travel"), 2),
        (("work", "rehearsal"), 2),
        ((*_PAID, "fitting"), 2),
    ),
    "work": ((("work", "rehearsal"), 2), (("work", "travel"), 2), (("work", "fitting"), 2)),
    "hold": ((("hold", "off"), 2),),
    "rehearse": ((("rehearsal", "fitting"), 2), (("fitting",), 1)),
    "start": ((_BUSY, 2),),
    "finish": ((_BUSY, 2),),
}
"""Other ways to count: what a day must be, and how many more totals must come out by it."""


def _counted(dood: Dood, name: str, atoms: tuple[str, ...]) -> pd.Series[Any]:
    """Each element's days that are at least one of some atoms; or the first or last such day."""
    if name in ("start", "finish"):
        return _first(dood, atoms, last=name == "finish")
    days = dood.frame[list(atoms)].any(axis=1).groupby(dood.frame["element"], sort=False).sum()
    return days.reindex(dood.elements.index, fill_value=0).astype("int64")


def _end(dood: Dood, atom: str, *, last: bool) -> pd.Series[Any]:
    """Each element's first day marked with an atom, else of work (or last); ``None`` without."""
    work = _first(dood, ("work",), last=last)
    marked = _first(dood, (atom,), last=last)
    return marked.where(marked.notna(), work)


def _first(dood: Dood, atoms: tuple[str, ...], *, last: bool) -> pd.Series[Any]:
    """Each element's first (or last) day that is at least one of some atoms; ``None`` without."""
    frame = dood.frame
    marks = frame.loc[frame[list(atoms)].any(axis=1) & frame["date"].notna(), ["element", "date"]]
    dates = marks.groupby("element")["date"]
    ends = dates.max() if last else dates.min()
    found = {int(str(label)): day for label, day in ends.items()}
    index = dood.elements.index
    return pd.Series([found.get(label) for label in index], index=index, dtype=object)
