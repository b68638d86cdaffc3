"""The cells that a sum comes from."""

from __future__ import annotations

import pytest

from model.cell import Cell
from model.trail import Run, Trail, by_tab, firsts, trail

LEDGER = Run("Ledger", 4, (12, 15, 20))
CREDITS = Run("Ledger", 5, (9,))
CASH = Run("Petty Cash", 7, (3, 4), "crew")
ALL = Trail((LEDGER, CREDITS, CASH))


def test_it_is_the_cells_of_its_runs_in_order():
    assert [str(cell) for cell in ALL] == [
        *("Ledger!D12", "Ledger!D15", "Ledger!D20", "Ledger!E9", "Petty Cash!G3", "Petty Cash!G4")
    ]
    assert len(ALL) == 6
    assert ALL[0] == Cell("Ledger", 12, 4)
    assert ALL[-1] == Cell("Petty Cash", 4, 7, "crew")
    assert ALL[3:5] == (Cell("Ledger", 9, 5), Cell("Petty Cash", 3, 7, "crew"))
    assert Cell("Ledger", 15, 4) in ALL
    assert Cell("Ledger", 16, 4) not in ALL


def test_nothing_comes_from_nowhere():
    assert not Trail()
    assert firsts(Trail()) == ()
    with pytest.raises(IndexError):
        ALL[6]


@pytest.mark.parametrize("cells", [ALL, tuple(ALL), trail(*ALL)])
def test_the_first_cell_of_each_tab_and_how_many_there_are(cells):
    first, second = Cell("Ledger", 9, 5), Cell("Petty Cash", 3, 7, "crew")
    assert firsts(cells) == (first, second)
    assert by_tab(cells) == ((first, 4), (second, 2))


def test_two_trails_make_one():
    assert Trail((LEDGER,)) + Trail((CREDITS, CASH)) == ALL
