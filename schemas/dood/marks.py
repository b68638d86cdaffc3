"""The matrix of a day-out-of-days in long form: every filled cell, each distinct mark read once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from model.issue import Issue
from model.table import ATOMS
from schemas import issues
from schemas.dood import merges as dood_merges
from schemas.dood.layout import DASHES, Layout
from schemas.values.words import is_error, not_ready

_MANY = 3
"""More cells than these with one unknown code are one issue: it is the legend that lacks it."""
_Numbers = np.ndarray[Any, np.dtype[np.int64]]


def read(
    layout: Layout, elements: pd.DataFrame, days: pd.DataFrame
) -> tuple[pd.DataFrame, list[Issue]]:
    """The matrix's filled cells in long form, and the issues of codes that are not known."""
    rows, columns = elements.index.to_numpy(), days.index.to_numpy()
    numbers, texts = _factorized(layout, rows.tolist(), columns.tolist())
    blank = np.array([not text or text in DASHES for text in texts], dtype=bool)
    filled = np.flatnonzero(~blank[numbers])
    element, day = np.divmod(filled, max(len(columns), 1))
    if layout.view.sheet.grid.struck:
        kept = np.array(
            [
                not layout.view.struck(row, col)
                for row, col in zip(rows[element].tolist(), columns[day].tolist(), strict=True)
            ],
            dtype=bool,
        )
        filled, element, day = filled[kept], element[kept], day[kept]
    across = layout.view.across
    frame = pd.DataFrame(
        {
            "element": rows[element],
            "day": columns[day],
            "row": rows[element] if across else columns[day],
            "col": columns[day] if across else rows[element],
            "place": np.zeros(len(filled), dtype="int64"),
            "element_id": _objects(elements["element_id"].to_numpy()[element]),
            "name": _objects(elements["name"].to_numpy()[element]),
            "date": _objects(days["date"].to_numpy()[day]),
            **_said(layout, texts, numbers[filled]),
        }
    )
    return frame, _unknown(layout, frame)


def _objects(values: np.ndarray[Any, Any]) -> pd.Series[Any]:
    """A column of objects, whatever they are."""
    return pd.Series(values, dtype=object)


def _factorized(
    layout: Layout, rows: Sequence[int], columns: Sequence[int]
) -> tuple[_Numbers, list[str]]:
    """Every cell of the matrix, row by row, as the number of its text; and the texts."""
    lines = (layout.view.line(row) for row in rows)
    cells = np.array([line[col - 1] for line in lines for col in columns], dtype=object)
    if layout.view.sheet.grid.merges:
        dood_merges.spread(layout, rows, columns, cells.reshape(len(rows), len(columns)))
    numbers, texts = pd.factorize(cells)
    return numbers.astype("int64"), [str(text) for text in texts]


def _said(layout: Layout, texts: Sequence[str], numbers: _Numbers) -> dict[str, Any]:
    """What the marks say: as typed, as Movie Magic writes them, and of what they are made."""
    marks = [layout.parse(text) for text in texts]
    codes = np.array([mark.code if mark else None for mark in marks], dtype=object)
    typed = np.array(texts, dtype=object)
    made = {
        atom: np.array([mark is not None and atom in mark.atoms for mark in marks], dtype=bool)
        for atom in ATOMS
    }
    return {
        "text": _objects(typed[numbers]),
        "code": _objects(codes[numbers]),
        **{atom: values[numbers] for atom, values in made.items()},
    }


def _unknown(layout: Layout, frame: pd.DataFrame) -> list[Issue]:
    """An issue for each mark that neither Movie Magic's letters nor a legend explain.

    Where one stands in many cells, the legend lacks it, and that is one fault.
    """
    made = []
    unknown = frame[frame["code"].isna()]
    for text, marks in unknown.groupby("text", sort=False):
        labels = marks.index.tolist()
        together = len(labels) > _MANY and not is_error(str(text))
        for label in labels[:1] if together else labels:
            more = [other for other in labels if other != label] if together else []
            made.append(_issue(layout, frame, str(text), label, more))
    return made


def _issue(
    layout: Layout, frame: pd.DataFrame, text: str, label: int, more: Sequence[int]
) -> Issue:
    """One unknown mark, and the further cells that bear it."""
    fault = not_ready(text) if is_error(text) else None
    also = f" It stands in {len(more) + 1} cells." if more else ""
    rows, columns = frame["row"], frame["col"]
    at, *related = (
        layout.view.sheet.cell(int(rows[other]), int(columns[other])) for other in (label, *more)
    )
    return issues.make(
        fault.code if fault else "unknown-code",
        f"The mark {fault.found}."
        if fault
        else f'"{text}" is no known day-out-of-days code.{also}',
        at,
        related=tuple(related[:50]),
        subject=frame["name"][label] or frame["element_id"][label],
        expected="S, W, F, H, D, P, TR, FT, R, M, / or letters of these together, such as SWF",
        suggestion="Mend the code, or explain it in the sheet's legend or in the settings.",
    )
