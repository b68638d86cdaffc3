"""What is planted is found at its cell, and nothing else is: reading and rules, end to end."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import schemas
import transforms
from flows import settings
from model.cell import column_letters, parse_a1
from model.money import plain, total
from tests.examples.reading import book_of
from tests.examples.truth import APART, EXAMPLES, WORKBOOK, tab_truth, truth

KINDS = {one["tab"]: one["kind"] for one in truth()["tabs"]}


def read_all(name, files):
    """The settings' production, and a reading of each of its files."""
    chosen = settings.load(EXAMPLES / "productions" / f"{name}.toml")
    books = [book_of(path, book) for book, path in files.items()]
    production = chosen.production(books[0])
    return production, [schemas.read(book, production) for book in books]


@pytest.fixture(scope="module")
def reading():
    _, (found,) = read_all("saltglass", {"production": WORKBOOK})
    return found


@pytest.fixture(scope="module", params=["one spreadsheet", "three"])
def results(request):
    files = {"production": WORKBOOK}
    if request.param == "three":
        files = {book: APART / f"{book}.xlsx" for book in truth()["books"]}
    name = "saltglass" if len(files) == 1 else "saltglass-apart"
    production, readings = read_all(name, files)
    return transforms.compute(
        [table for reading in readings for table in reading.tables],
        [issue for reading in readings for issue in reading.issues],
        production,
        [cell for reading in readings for cell in reading.unrecognised],
    )


def test_each_tab_is_taken_for_what_it_is(reading):
    taken = {table.place.tab: table.kind for table in reading.tables}
    assert taken == {tab: kind for tab, kind in KINDS.items() if kind}
    assert {cell.tab for cell in reading.unrecognised} == {
        tab for tab, kind in KINDS.items() if kind is None
    }


@pytest.mark.parametrize("tab", [tab for tab, kind in KINDS.items() if kind])
def test_headings_columns_and_records_are_found(reading, tab):
    table = next(one for one in reading.tables if one.place.tab == tab)
    known = tab_truth(tab)
    assert table.header_rows[-1] == known["header_rows"][-1]
    assert set(table.header_rows) <= set(known["header_rows"])
    assert len(lines(table)) + len(table.half_read) == known["records"]
    columns = {name: column_letters(col) for name, col in table.place.columns.items()}
    assert {name: columns.get(name) for name in known["columns"]} == known["columns"]
    for why in ("banner", "subtotal", "struck", "special", "unreadable"):
        rows = [row for row in table.excluded.get(why, ()) if row > known["header_rows"][-1]]
        assert rows == known["excluded_rows"].get(why, []), why


def lines(table):
    """The true lines of a table: contingency and bond stand in its frame, but outside them."""
    if table.kind == "dood":
        return table.elements
    return table.frame.drop(index=list(table.excluded.get("special", ())), errors="ignore")


@pytest.mark.parametrize("tab", ["Budget", "PO Log"])
def test_sums_are_exact_to_the_cent(reading, tab):
    table = next(one for one in reading.tables if one.place.tab == tab)
    known = tab_truth(tab)
    assert {name: plain(total(lines(table)[name])) for name in known["totals"]} == known["totals"]
    special = {name: plain(table.special_totals[name]) for name in known["special_totals"]}
    assert special == known["special_totals"]


def test_every_planted_problem_is_found_at_its_cell(results):
    found = {(issue.code, str(issue.at)): issue for issue in results.issues}
    for known in truth()["problems"]:
        issue = found.get((known["rule"], f"{known['tab']}!{known['cell']}"))
        assert issue is not None, known
        assert set(known["related"]) <= {str(cell) for cell in issue.related}, known
        assert known["subject"] in ("", issue.subject), known
        assert known["dates"] in ([], [day.isoformat() for day in issue.dates]), known
        if known["cost"] is not None:
            assert issue.cost is not None, known
            assert plain(issue.cost.amount) == known["cost"], known


def test_nothing_else_is_found(results):
    planted = sorted((one["rule"], f"{one['tab']}!{one['cell']}") for one in truth()["problems"])
    assert sorted((issue.code, str(issue.at)) for issue in results.issues) == planted


@pytest.mark.parametrize("known", truth()["mess"], ids=lambda known: known["what"])
def test_an_untidy_cell_reads_as_what_it_means(reading, known):
    row, col = parse_a1(known["cell"])
    table = next(one for one in reading.tables if one.place.tab == known["tab"])
    field = next(name for name, number in table.place.columns.items() if number == col)
    value = table.frame.at[row, field]
    assert known["reads"] == (plain(value) if isinstance(value, Decimal) else str(value or ""))


def test_the_shoot_stands_where_it_does_that_day(results):
    stands = results.schedule
    assert (stands.first_day, stands.last_day) == (date(2026, 3, 2), date(2026, 5, 12))
    assert (stands.shoot_day, stands.shoot_days) == (11, 50)
