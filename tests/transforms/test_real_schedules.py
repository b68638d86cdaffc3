"""Two day-out-of-days of a real feature, in Movie Magic's layout: clean, and counted as it counts.

They stand beside the repository where they may be read but not shipped.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

import schemas
import transforms
from model.grid import Book, Grid
from model.table import Dood
from schemas import element_totals
from tests.transforms.sheets import production

FILM = Path(__file__).parents[3] / "shared" / "film"
FILMS = ("dood_first_pass", "dood_rev_white")
SETTINGS = {"today": date(2022, 9, 1), "start": date(2022, 8, 1), "end": date(2022, 12, 1)}
needs_film = pytest.mark.skipif(
    not FILM.is_dir(), reason=f"the sample schedules are not there ({FILM.name})"
)


def reading(name: str, made) -> schemas.Reading:
    with (FILM / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            [(int(text) if text.isdecimal() else text) or None for text in row]
            for row in csv.reader(file)
        ]
    grid = Grid(name, rows, "schedule")
    return schemas.read(Book("schedule", "id", "Schedule", "en_US", "UTC", (grid,)), made)


@needs_film
@pytest.mark.parametrize(
    ("name", "elements", "shoot_days"), [("dood_first_pass", 56, 61), ("dood_rev_white", 54, 56)]
)
def test_a_clean_schedule_is_clean(name: str, elements: int, shoot_days: int):
    made = production(**SETTINGS)
    read = reading(name, made)
    results = transforms.compute(read.tables, read.issues, made)
    (dood,) = read.tables
    assert isinstance(dood, Dood)
    assert len(dood.elements) == elements
    assert results.issues == ()
    assert results.schedule.shoot_days == shoot_days


@needs_film
@pytest.mark.parametrize("name", FILMS)
def test_every_stated_total_is_the_counted_one(name: str):
    (dood,) = reading(name, production(**SETTINGS)).tables
    assert isinstance(dood, Dood)
    counted = element_totals(dood)
    for field in ("travel", "work", "hold", "rehearse", "holiday", "total", "start", "finish"):
        stated = dood.elements[f"stated_{field}"]
        said = stated[stated.notna()]
        assert said.tolist() == counted.loc[said.index, field].tolist(), field
    assert dood.elements["stated_work"].notna().all()


@needs_film
def test_two_revisions_in_one_spreadsheet_are_two_versions_and_no_clashes():
    made = production(**SETTINGS)
    tables = [table for name in FILMS for table in reading(name, made).tables]
    results = transforms.compute(tables, (), made)
    assert [(issue.code, str(issue.at)) for issue in results.issues] == [
        ("double-booked", "dood_rev_white!A7")
    ]
    assert len(results.holds) == 56


@needs_film
def test_labor_day_was_off_in_the_first_pass_and_worked_in_the_revision():
    made = production(agreements="sag-aftra-theatrical-2023", **SETTINGS)
    found = {
        name: [
            (issue.code, issue.subject, issue.dates)
            for issue in transforms.compute(reading(name, made).tables, (), made).issues
        ]
        for name in FILMS
    }
    assert found["dood_first_pass"] == []
    assert found["dood_rev_white"] == [("holiday-work", "Labor Day", (date(2022, 9, 5),))]
