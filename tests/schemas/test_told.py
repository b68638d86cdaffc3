"""What the settings say of tabs: which tab, row or column is not there; a tab's own locale."""

from __future__ import annotations

from dataclasses import replace

from model.production import Override
from schemas import read, textgrid
from tests.schemas.reading import PRODUCTION, book

BUDGET = """
| Acct | Description | Budget   | Approved on |
| 2201 | Designer    | 1.200,50 | 4/3/2026 |
| 2202 | Buyer       | 300      | 5/3/2026 |
"""
CREW = """
| Position | Name | Rate  | Start    |
| Gaffer   | Ana  | 1.200 | 4/3/2026 |
"""


def told(text, **overrides):
    tabs = {tab: Override(tab, **says) for tab, says in overrides.items()}
    given = replace(PRODUCTION, overrides={("", tab): says for tab, says in tabs.items()})
    return read(book(textgrid.parse(text, "Costs")[0]), given)


def misfits(found):
    mine = [issue for issue in found.issues if issue.code == "settings-do-not-fit"]
    return [(issue.at.a1, issue.message.split(", ")[0]) for issue in mine]


def test_a_section_for_a_tab_that_is_not_there_names_the_nearest():
    found = told(BUDGET, costes={"kind": "budget"})
    assert misfits(found) == [("A1", 'The settings say something of a tab "costes"')]
    assert 'Did you mean "Costs"?' in found.issues[0].message
    (table,) = found.tables
    assert table.kind == "budget"


def test_settings_that_fit_are_not_spoken_of():
    assert misfits(told(BUDGET, Costs={"kind": "budget", "header_rows": (1,)})) == []


def test_a_tab_may_write_its_dates_otherwise_than_the_production():
    usual = told(CREW).tables[0].frame
    there = told(CREW, Costs={"locale": "de_DE"}).tables[0].frame
    assert [str(frame["start_date"].iloc[0]) for frame in (usual, there)] == [
        "2026-04-03",
        "2026-03-04",
    ]
