"""Whatever befalls the corpus's sheets, they are read without a crash, and soundly."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reports
from flows.production_run import understand
from model.grid import Book, Grid
from schemas import read
from tests.schemas import fixtures
from tests.schemas.fixtures import Fixture
from tests.schemas.mutations import mutated
from tests.schemas.test_robustness import sound

PORTIONS = 20
RANDOM = st.randoms(use_true_random=True)


@cache
def corpus() -> list[Fixture]:
    """Every workbook, of whatever trade, pending or not."""
    return [fixtures.load(path) for path in fixtures.paths()]


def garbage(random: Random) -> Grid:
    """A tab of pieces of other tabs."""
    pieces = [random.choice(random.choice(corpus()).grids) for _ in range(3)]
    rows = [list(row) for piece in pieces for row in piece.rows]
    return Grid("Garbage", random.sample(rows, min(len(rows), 12)), book="workbook")


def mutant(fixture: Fixture, random: Random) -> Book:
    """A workbook after some mishaps."""
    grids = [mutated(grid, random, random.randrange(1, 7)) for grid in fixture.grids]
    if random.random() < 0.2:
        grids.append(garbage(random))
    return replace(fixture.book, grids=tuple(grids))


@settings(max_examples=80)
@given(st.deferred(lambda: st.sampled_from(corpus())), RANDOM)
def test_a_mutated_workbook_is_read_soundly(fixture, random):
    book = mutant(fixture, random)
    alone = replace(book, grids=(random.choice(book.grids),))
    sound(read(alone, fixture.settings.production(alone)), alone.grids[0])


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("portion", range(PORTIONS))
def test_ten_thousand_mutated_tabs_are_read(portion):
    """Every tenth goes the whole way of `check --json`: what is read, every rule, and the JSON."""

    @settings(max_examples=10_000 // PORTIONS)
    @given(st.sampled_from(corpus()[portion::PORTIONS]), RANDOM)
    def holds(fixture, random):
        grid = mutated(random.choice(fixture.grids), random, random.randrange(1, 7))
        alone = replace(fixture.book, grids=(grid,))
        if random.random() < 0.1:
            _check(alone, fixture)
        else:
            sound(read(alone, fixture.settings.production(alone)), grid)

    holds()


def _check(book: Book, fixture: Fixture) -> None:
    """Demand of the whole way that everything found is said of a tab of the workbook."""
    production, results = understand([book], fixture.settings)
    found = reports.check_json("", production.locale, production.currency, results)
    json.dumps(found)
    tabs = {grid.tab for grid in book.grids}
    assert {entry["tab"] for entry in found["tabs"]} == tabs
    assert {issue["tab"] for issue in found["issues"]} <= tabs
    assert all(issue["message"] for issue in found["issues"])
