"""A legend above a day-out-of-days takes nobody out of it."""

from __future__ import annotations

import pytest

from tests.schemas.reading import reading


@pytest.mark.parametrize("column", range(6))
def test_a_legend_above_dates_that_stand_down(column: int):
    legend = "|" + "  |" * column + " SW start  W work  H hold  WF finish  TR travel |"
    (table,) = reading(
        f"""
        {legend}
        |  |
        |       |     |           | 1     | 2    | 3    |
        | Date  |     | Shoot day | MAEVE | HARE | BILL |
        | 2-Mar | Mon | 1         | SW    |      | SW   |
        | 3-Mar | Tue | 2         | W     | SW   | H    |
        | 4-Mar | Wed | 3         | H     | W    | W    |
        | 5-Mar | Thu | 4         | WF    | WF   | WF   |
        """
    ).tables
    assert list(table.elements["name"]) == ["MAEVE", "HARE", "BILL"]
