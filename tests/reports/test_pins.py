"""The settings lines of a reading: pasted back, they give the same reading."""

from __future__ import annotations

import tomllib

import pytest

import reports
from flows.production_run import understand
from reports import pins
from reports.explained import by_tab
from schemas import read, textgrid
from tests.schemas import fixtures
from tests.schemas.reading import PRODUCTION, book

SAMPLE = 9
"""Every so many-th of the corpus; all of it where slow tests run."""


UNLIKE = ("confidence", "range", "other_columns")
"""What pins say nothing of: how surely, and the columns that fit no field."""


SETTLED = ("older-revision", "code-settled")
"""What the settings, once they say it, leave nothing to tell of."""


def entries(results):
    """What `check --json` says of each table, and each issue."""
    said = reports.check_json("", "", "", results)
    tables = [{key: entry[key] for key in entry if key not in UNLIKE} for entry in said["tabs"]]
    found = [issue for issue in said["issues"] if issue["rule"] not in SETTLED]
    return tables, found


def pasted_back(fixture):
    """A fixture's reading, and its reading with its own settings lines."""
    _, results = understand([fixture.book], fixture.settings)
    text = "\n".join(line for tab in by_tab(results.tables).values() for line in pins.of_tab(tab))
    told = fixture.settings.model_dump() | {"sheets": tomllib.loads(text).get("sheets", {})}
    _, again = understand([fixture.book], fixture.settings.model_validate(told))
    return entries(results), entries(again)


@pytest.mark.parametrize("path", fixtures.paths()[::SAMPLE], ids=fixtures.name_of)
def test_pasted_back_they_give_the_same_reading(path):
    before, after = pasted_back(fixtures.load(path))
    assert after == before


TURNED = """
| CREW TIMES |      | Mon 3/2/26 | Tue 3/3/26 |
| Ana Moreno | Call | 7:00a      | 9:00a      |
| 1st AC     | Wrap | 7:00p      | 1:15a      |
"""
ACROSS = """
| CAST TIMES | Ana Li |       | Cy Roe |       |
| Date       | Call   | Wrap  | Call   | Wrap  |
| 3/2/2026   | 7:00a  | 7:00p | 8:00a  | 6:00p |
| 3/3/2026   | 6:00a  | 6:30p | 8:00a  | 6:00p |
"""
MEALS = """
| CREW TIMES | | Mon, Mar 2 2026 |
| Name | Position | Call | 1st Meal  | Wrap |
| Ana  | Gaffer   | 0700 | 1300-1330 | 2112 |
"""


@pytest.mark.parametrize("sheet", [TURNED, ACROSS, MEALS])
def test_times_however_they_stand_are_read_again_as_they_were(sheet):
    head = "# Times\nLocale: en_US · Currency: USD · Dates: 2026-03-01 to 2026-03-31\n"
    truth = '\n## Truth\n```json\n{"tabs": [], "issues": []}\n```\n'
    text = f"{head}## Tab: Times{sheet}{truth}"
    before, after = pasted_back(fixtures.parse(text, "times.md"))
    assert [table["kind"] for table in before[0]] == ["times"]
    assert after == before


@pytest.mark.slow
@pytest.mark.parametrize("path", fixtures.paths(), ids=fixtures.name_of)
def test_they_do_so_for_the_whole_corpus(path):
    before, after = pasted_back(fixtures.load(path))
    assert after == before


@pytest.mark.parametrize("tab", ["Budget", 'The "real" one', "C:\\Path", "naïve\ttab\x7f", "a]b.c"])
def test_any_title_is_quoted(tab):
    read = tomllib.loads(pins.section("my book", tab) + '\nkind = "dood"')
    assert read == {"sheets": {"my book": {tab: {"kind": "dood"}}}}


BUDGET = """
| Acct | Description | Budget |
| 2201 | Designer    | 100    |
"""


@pytest.mark.parametrize("width", [None, 20])
def test_long_lines_are_taken_apart_and_say_the_same(width):
    grid, _ = textgrid.parse(BUDGET, "Budget", book="x")
    (table,) = read(book(grid, name="x"), PRODUCTION).tables
    lines = pins.of_tab([table], width)
    assert ('columns.account = "A"' in lines) is (width is not None)
    assert tomllib.loads("\n".join(lines))["sheets"]["x"]["Budget"] == {
        "kind": "budget",
        "header_rows": [1],
        "columns": {"account": "A", "description": "B", "budget": "C"},
    }
