"""Older revisions of a sheet are left out, and said to be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.production import Override
from schemas import read, textgrid
from tests.schemas.reading import PRODUCTION, book

BUDGET = """
| Acct | Description | Budget |
| 2201 | Designer    | lots   |
"""


def superseded(*titles: str, given=PRODUCTION):
    found = read(book(*[textgrid.parse(BUDGET, title)[0] for title in titles]), given)
    return found, [table.place.tab for table in found.tables if table.superseded]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("Budget v2", "Budget v10"),
        ("Budget", "Budget v2"),
        ("Budget v1", "Budget"),
        ("Budget OLD", "Budget"),
        ("Copy of Budget", "Budget"),
        ("Budget Rev White", "Budget Rev Blue"),
        ("Budget - First Pass", "Budget - Rev. WHITE"),
        ("Budget 2026-02-01", "Budget 2026-03-01"),
        ("Budget 2/1/26", "Budget 3/1/26"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_the_newer_revision_replaces_the_older(older, newer, turned):
    titles = (newer, older) if turned else (older, newer)
    found, old = superseded(*titles)
    assert old == [older]
    told = [(issue.code, issue.at.tab) for issue in found.issues]
    assert sorted(told) == sorted([("older-revision", older), ("unreadable-amount", newer)])


@pytest.mark.parametrize(
    "titles", [("Budget", "Budget 2nd Unit"), ("Budget A", "Budget B"), ("Budget", "Costs")]
)
def test_different_sheets_of_a_kind_all_count(titles):
    _, old = superseded(*titles)
    assert old == []


def test_the_settings_can_say_that_both_count():
    told = {("", tab): Override(tab, kind="budget") for tab in ("Budget v1", "Budget v2")}
    _, old = superseded("Budget v1", "Budget v2", given=replace(PRODUCTION, overrides=told))
    assert old == []
