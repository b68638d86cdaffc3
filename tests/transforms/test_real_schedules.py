"""Two day-out-of-days of a real feature, in Movie Magic's layout: clean, and counted as it counts.

They stand beside the repository where they may be read but not shipped.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import schemas
import transforms
from model.grid import Book, Grid
from model.history import Kind
from model.table import Dood
from schemas import element_totals
from tests.transforms.sheets import production
from transforms.history.changes import changes, day_moves

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


SAG = "sag-aftra-theatrical-2023"
GAPS = {
    "dood_first_pass": {"BERT": 13, "ERNIE": 14, "COUSIN TILLY": 14, "MARTINI": 14, "MARIA": 14},
    "dood_rev_white": {"POTTER": 11, "UNCLE BILLY": 14, "BERT": 12},
}
"""Drops of up to fourteen calendar days, counted by hand in the sheets."""


def issues_of(name: str, **settings) -> list:
    made = production(**settings, **SETTINGS)
    return list(transforms.compute(reading(name, made).tables, (), made).issues)


@needs_film
@pytest.mark.parametrize("name", FILMS)
def test_every_drop_is_legal_in_the_country_and_those_of_two_weeks_are_not_abroad(name: str):
    """More than ten calendar days at home, more than fourteen abroad; nobody is dropped twice."""
    assert "short-drop" not in {issue.code for issue in issues_of(name, agreements=SAG)}
    abroad = issues_of(name, agreements=SAG, holidays="CA-BC")
    short = {
        issue.subject: (issue.dates[1] - issue.dates[0]).days
        for issue in abroad
        if issue.code == "short-drop"
    }
    assert short == GAPS[name]


@needs_film
def test_who_works_on_labor_day_and_where_it_says_so():
    (issue,) = issues_of("dood_rev_white", agreements=SAG)
    assert issue.message.startswith("GEORGE, MARY, ERNIE and COUSIN TILLY work on Labor Day")
    assert [(cell.row, cell.col) for cell in (issue.at, *issue.related)] == [
        (7, 22),
        (10, 22),
        (14, 22),
        (15, 22),
    ], "GEORGE, MARY, ERNIE and COUSIN TILLY under 09/05"


@needs_film
@pytest.mark.parametrize("name", FILMS)
def test_weeks_of_five_days_are_no_finding_of_any_rule_on_days_in_a_row(name: str):
    """Nobody works more than five days in a row, and every week of five has its weekend."""
    codes = {issue.code for issue in issues_of(name, agreements=SAG, holidays="CA-BC")}
    assert not {code for code in codes if "consecutive" in code or code == "no-weekly-rest"}


@needs_film
def test_one_line_moved_by_hand_is_one_finding_at_that_line():
    """POTTER, WD on 14 October and PW on the 25th: a day sooner the drop is no legal one."""
    made = production(agreements=SAG, **SETTINGS)
    (dood,) = reading("dood_rev_white", made).tables
    assert isinstance(dood, Dood)
    potter = dood.frame[dood.frame["name"] == "POTTER"]
    (drop,) = potter.index[potter["drop"]]
    marks = dood.frame.copy()
    day = dood.days.index[dood.days["date"] == date(2022, 10, 15)][0]
    marks.loc[drop, ["day", "col"]] = [day, int(dood.days.at[day, "col"])]
    marks.loc[drop, "date"] = date(2022, 10, 15)
    results = transforms.compute([replace(dood, frame=marks)], (), made)
    (issue,) = [issue for issue in results.issues if issue.code == "short-drop"]
    assert issue.subject == "POTTER"
    assert issue.message.endswith("10 days later: more than 10 are needed")


def plain_days(name: str) -> dict[str, dict[date, str]]:
    """Each element's days as the sheet has them, read with nothing of ours: "W" or "H" by date."""
    with (FILM / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    top = next(row for row in rows if row and row[0] == "Month/Day")
    found = {}
    for row in rows:
        if row and row[0].split(".")[0].isdecimal():
            found[row[0].split(".")[0]] = {
                date(2022, int(day[:2]), int(day[3:])): "H" if code == "H" else "W"
                for day, code in zip(top, row, strict=False)
                if "/" in day and day[0].isdecimal() and code not in ("", "/")
            }
    return found


@needs_film
def test_the_change_report_between_the_revisions_is_right_in_every_day_of_everybody():
    made = production(**SETTINGS)
    first, second = (transforms.compute(reading(name, made).tables, (), made) for name in FILMS)
    before = {item.fact.thing: item.fact for item in first.present}
    now = {item.fact.thing: item for item in second.present}

    told = {
        change.fact.name.split(".")[0]: day_moves(change.before, change.after)
        for change in changes(before, now, {Kind.PERFORMER})
    }

    was, then = (plain_days(name) for name in FILMS)
    expected = {}
    for element in was.keys() | then.keys():
        old, new = was.get(element, {}), then.get(element, {})
        added = {(day, new[day]) for day in new.keys() - old.keys()}
        dropped = {(day, old[day]) for day in old.keys() - new.keys()}
        turned = {
            (day, old[day], new[day]) for day in old.keys() & new.keys() if old[day] != new[day]
        }
        if added or dropped or turned:
            expected[element] = added, dropped, turned
    assert len(expected) > 50
    assert {
        element: (
            {(day, sign) for sign, days in moves.added.items() for day in days},
            {(day, sign) for sign, days in moves.dropped.items() for day in days},
            set(moves.turned),
        )
        for element, moves in told.items()
    } == expected
