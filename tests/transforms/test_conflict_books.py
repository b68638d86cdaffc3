"""Whole productions with planted conflicts and look-alikes: what is told is what their truth lists.

Each book of tests/fixtures/conflicts was written by somebody who had not seen the program: every
conflict must be told at one of the cells that the truth names, and nothing else may be told. Nobody
planted faults in the sheets themselves, but for those that a truth names and those listed here.
"""

from __future__ import annotations

import pytest

import reports
from flows.production_run import understand
from tests.schemas import fixtures
from tests.schemas.conflict_truth import judged
from tests.schemas.fixture_truth import DATA_CODES


@pytest.mark.parametrize("path", list(fixtures.marked(fixtures.conflict_paths())))
def test_all_conflicts_are_told_and_no_others(path):
    fixture = fixtures.load(path)
    production, results = understand([fixture.book], fixture.settings)
    found = reports.check_json(fixture.name, production.locale, production.currency, results)
    verdict = judged(found["issues"], fixture.truth["conflicts"])
    assert (verdict.missed, verdict.false) == ((), ())
    known = {(rule, cell) for rule, *cells in fixture.truth["conflicts"] for cell in cells}
    assert [
        f"{issue['rule']} at {issue['tab']}!{issue['a1']}: {issue['message']}"
        for issue in found["issues"]
        if issue["rule"] in DATA_CODES
        and issue["severity"] != "info"
        and (issue["rule"], f"{issue['tab']}!{issue['a1']}") not in known
        and (path.stem, issue["rule"], f"{issue['tab']}!{issue['a1']}") not in SLIPS
    ] == []


SLIPS = {
    ("mx_noche_del_colibri", "hold-outside-span", "DOOD!R9"): "he is on hold on a Monday that the "
    "others' lines have as the company's day off",
    ("us_feature_salt_ledger", "hold-outside-span", "DOOD!Y8"): "she is on hold on Good Friday, "
    "which is off for the other lead, and works before and after it",
    ("ledgerstone", "hold-outside-span", "DOOD!Y8"): "she is on hold on Memorial Day, paid as the "
    "sheet's foot says, and everybody else is off",
    ("us_dogleg_at_sundown", "hold-outside-span", "DOOD!M7"): "he is on hold on Presidents' Day, "
    "which the others' lines have as the company's day off",
}
"""Faults that a book's writer made without meaning to, and why each is one."""


ISSUE = {"severity": "warning", "tab": "DOOD", "message": "Works twice.", "related": ["2U!F9"]}


def test_a_conflict_at_its_cell_is_found():
    told = [{**ISSUE, "rule": "double-booked", "a1": "F4"}]
    verdict = judged(told, [["double-booked", "DOOD!E4", "DOOD!F4"]])
    assert (len(verdict.found), verdict.missed, verdict.false) == (1, (), ())


def test_a_conflict_that_only_points_at_the_cell_is_missed_and_no_false_alarm():
    told = [{**ISSUE, "rule": "double-booked", "a1": "F4"}]
    verdict = judged(told, [["double-booked", "2U!F9"]])
    assert verdict.missed == ("double-booked at 2U!F9; told at ['DOOD!F4']",)
    assert verdict.false == ()


def test_what_no_truth_knows_is_a_false_alarm():
    told = [{**ISSUE, "rule": "double-booked", "a1": "F4"}]
    assert judged(told, []).false == ("double-booked at DOOD!F4: Works twice.",)
    assert judged([{**told[0], "severity": "info"}], []).false == ()
