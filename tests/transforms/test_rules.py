"""Each rule's docstring is its manual and its test: the starred cells are those that it flags."""

from __future__ import annotations

import pytest

from schemas import ISSUES
from tests.transforms.sheets import production, read
from transforms.facts import Facts
from transforms.manual import agreements_doc, issues_doc
from transforms.manual.rule_doc import Case, parse
from transforms.manual.rules_doc import PAGE, page
from transforms.rules import rules

CASES = [
    pytest.param(code, case, id=f"{code}-{'flags' if case.flags else 'passes'}-{number}")
    for code, rule in rules().items()
    for number, case in enumerate(parse(rule.doc).cases, start=1)
]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_rule_flags_the_starred_cells_of_its_manual_and_no_others(code: str, case: Case):
    made = production(**case.settings)
    reading, starred = read(dict(case.tabs), made)
    rule, facts = rules()[code], Facts(reading.tables, made)
    assert rule.lacks(facts) == ""
    assert {str(issue.at) for issue in rule.issues(facts)} == {str(cell) for cell in starred}
    assert bool(starred) is case.flags


@pytest.mark.parametrize("code", rules())
def test_a_rule_explains_itself(code: str):
    doc = parse(rules()[code].doc)
    assert doc.title
    assert doc.why.endswith(".")
    assert doc.looked_at.endswith(".")


def test_a_rule_has_a_code_that_no_issue_of_reading_has_but_where_both_find_the_same():
    assert set(rules()) & set(ISSUES) == {"weekday-differs"}


def test_the_manual_is_current():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m transforms.manual"
    agreed = agreements_doc.PAGE.read_text(encoding="utf-8")
    assert agreed == agreements_doc.page(), "run: python -m transforms.manual"
    written = issues_doc.PAGE.read_text(encoding="utf-8")
    assert written == issues_doc.page(), "run: python -m transforms.manual"


def test_every_rule_is_in_the_manual():
    assert all(f"### {code}\n" in page() for code in rules())
