"""Merged cells within a day-out-of-days: a mark over several days, a word over a whole day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from schemas.dood.layout import Layout

Cells = np.ndarray[Any, np.dtype[np.object_]]


def spread(layout: Layout, rows: Sequence[int], columns: Sequence[int], cells: Cells) -> None:
    """Give each merged mark to the days that it covers, in place; ``cells`` are rows by columns.

    What is merged over several elements says something of the day and is no mark of the first. If
    it is a holiday, it is one for those whose marks stand on both sides of it.
    """
    for block in layout.view.sheet.grid.merges:
        top, left = layout.view.place(block.top, block.left)
        bottom, right = layout.view.place(block.bottom, block.right)
        down = [at for at, row in enumerate(rows) if top <= row <= bottom]
        along = [at for at, col in enumerate(columns) if left <= col <= right]
        text = layout.view.text(top, left)
        if not down or not along or not text or top not in rows:
            continue
        if len(down) == 1:
            cells[down[0], along] = text
            continue
        cells[np.ix_(down, along)] = ""
        mark = layout.parse(text)
        if mark is not None and "off" in mark.atoms:
            for row in down:
                if any(cells[row, : along[0]]) and any(cells[row, along[-1] + 1 :]):
                    cells[row, along] = text
