"""A production of three spreadsheets, the budget among them restricted: joined, and kept apart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from flows.ground import open_ground
from flows.targets import settings_for
from tests.flows.plainly import REPORT_TABS, run_plainly

ROOT = Path(__file__).parents[2]
SETTINGS = ROOT / "examples" / "productions" / "saltglass-apart.toml"
BOOKS = ROOT / "examples" / "three-books"
TRUTH = json.loads((ROOT / "examples" / "saltglass.truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Each spreadsheet's copy after one run, and the run's results."""
    folder = tmp_path_factory.mktemp("copies")
    settings = settings_for(str(SETTINGS))
    with open_ground(settings) as ground:
        results, outcomes = run_plainly(settings, ground, "run-1")
        counts = {name: reach.client.counts[reach.id] for name, reach in ground.reaches.items()}
        copies = ground.copies(str(folder))
        ground.save(copies)
    books = {name: load_workbook(path) for name, path in copies.items()}
    return results, outcomes, counts, books


def texts(book, *tabs):
    """Everything that stands in our tabs of a copy: values, notes and links, as text."""
    for tab in tabs:
        if tab in book.sheetnames:
            for row in book[tab].iter_rows():
                for cell in row:
                    yield from (str(cell.value), str(cell.comment and cell.comment.text))
                    yield str(cell.hyperlink and (cell.hyperlink.location, cell.hyperlink.target))


def test_each_report_goes_where_its_main_source_is(written):
    _, _, _, books = written
    ours = {
        name: {tab for tab in book.sheetnames if tab in REPORT_TABS} for name, book in books.items()
    }
    assert "Variance" in ours["budget"]
    assert {"Conflicts", "Holds & Drops"} <= ours["schedule"]
    assert "Variance" not in ours["schedule"] | ours["crew"]
    assert all({"Summary", "Data Issues"} <= tabs for tabs in ours.values())


def test_the_three_are_joined_in_one_run(written):
    results, _, _, _ = written
    books = {frozenset(cell.book for cell in (i.at, *i.related)) for i in results.issues}
    assert frozenset({"crew", "schedule"}) in books
    assert results.cost_report is not None


def test_nothing_of_the_restricted_one_shows_up_in_the_others(written):
    _, _, _, books = written
    secrets = TRUTH["restricted"]["strings"] + TRUTH["restricted"]["figures"]
    whole = {figure.split(".")[0] for figure in TRUTH["restricted"]["figures"]}
    for name in ("crew", "schedule"):
        said = list(texts(books[name], *REPORT_TABS))
        assert said
        everything = "\n".join(said)
        leaked = [secret for secret in secrets if secret in everything]
        assert leaked == [], name
        numbers = {text.split(".")[0] for text in said}
        assert not numbers & whole, name


def test_the_restricted_one_itself_has_all_its_figures(written):
    _, _, _, books = written
    said = "\n".join(texts(books["budget"], *REPORT_TABS))
    found = [secret for secret in TRUTH["restricted"]["strings"] if secret in said]
    assert found


def test_a_run_costs_one_read_and_one_write_a_spreadsheet(written):
    _, _, counts, _ = written
    assert {(count.reads, count.writes) for count in counts.values()} == {(1, 1)}


def test_peoples_own_tabs_are_untouched(written):
    _, _, _, books = written
    for name, book in books.items():
        original = load_workbook(ROOT / "examples" / "three-books" / f"{name}.xlsx")
        for tab in original.sheetnames:
            before = [[cell.value for cell in row] for row in original[tab].iter_rows()]
            after = [[cell.value for cell in row] for row in book[tab].iter_rows()]
            assert before == after, (name, tab)


def test_a_conflict_with_a_restricted_crew_list_is_told_there_and_not_elsewhere(tmp_path):
    said = SETTINGS.read_text(encoding="utf-8").replace("../three-books", str(BOOKS))
    crew = f'target = "{BOOKS}/crew.xlsx"'
    assert crew in said
    settings_file = tmp_path / "production.toml"
    settings_file.write_text(said.replace(crew, f"{crew}\nrestricted = true"), encoding="utf-8")
    settings = settings_for(str(settings_file))
    with open_ground(settings) as ground:
        run_plainly(settings, ground, "run-1")
        copies = ground.copies(str(tmp_path))
        ground.save(copies)
    books = {name: load_workbook(path) for name, path in copies.items()}
    there = "\n".join(texts(books["crew"], "Conflicts"))
    elsewhere = "\n".join(texts(books["schedule"], *REPORT_TABS))
    assert "SURVEYOR works on Tue 28 April, after the deal ends" in there
    assert "after the deal ends" not in elsewhere
    assert "'crew'" in elsewhere


@pytest.mark.slow
def test_a_report_that_moves_elsewhere_leaves_no_figure_behind(tmp_path):
    said = SETTINGS.read_text(encoding="utf-8").replace("../three-books", str(BOOKS))
    before, after = tmp_path / "before.toml", tmp_path / "after.toml"
    schedule = f'target = "{BOOKS}/schedule.xlsx"'
    open_to_all = said.replace("restricted = true", "restricted = false")
    everything = f'{schedule}\nreports = ["summary", "variance", "conflicts"]'
    before.write_text(open_to_all.replace(schedule, everything), encoding="utf-8")
    secrets = TRUTH["restricted"]["strings"]

    first = run_to_copies(before, tmp_path / "first")
    shown = "\n".join(texts(load_workbook(first["schedule"]), *REPORT_TABS))
    assert [secret for secret in secrets if secret in shown], "or this test could not fail"
    after.write_text(said.replace(str(BOOKS), str(tmp_path / "first")), encoding="utf-8")
    second = run_to_copies(after, tmp_path / "second")

    book = load_workbook(second["schedule"])
    shown = "\n".join(texts(book, *REPORT_TABS))
    assert "Variance is not written here since" in shown
    assert [secret for secret in secrets if secret in shown] == []


def run_to_copies(settings_file, folder):
    """Run a production and save its spreadsheets under their files' own names."""
    folder.mkdir()
    settings = settings_for(str(settings_file))
    with open_ground(settings) as ground:
        run_plainly(settings, ground, folder.name)
        copies = ground.copies(str(folder))
        ground.save(copies)
    return {name: path.rename(folder / f"{name}.xlsx") for name, path in copies.items()}


def test_no_phone_and_no_address_is_in_any_report(written):
    _, _, _, books = written
    for name, book in books.items():
        said = "\n".join(texts(book, *REPORT_TABS))
        assert "555-01" not in said, name
        assert "@example.com" not in said, name
