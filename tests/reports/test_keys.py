"""A line is found again on the next run, whatever row it stands in by then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from model.cell import Cell
from model.issue import Issue, Severity, Topic
from reports.keys import data_issue_key, issue_key, keyed, unique

CLASH = Issue(
    code="double-booked",
    severity=Severity.ERROR,
    message="ANA works on both units.",
    at=Cell("DOOD", 8, 3, "schedule"),
    related=(Cell("2nd Unit", 9, 3, "schedule"),),
    topic=Topic.CONFLICT,
    subject="ANA",
    dates=(date(2026, 3, 2),),
)


def test_rows_wording_severity_and_money_are_no_part_of_the_key() -> None:
    moved = replace(
        CLASH,
        at=Cell("DOOD", 30, 9, "schedule"),
        related=(Cell("2nd Unit", 2, 9, "schedule"),),
        message="Two units have ANA.",
        severity=Severity.WARNING,
    )
    assert issue_key(moved) == issue_key(CLASH)


def test_whom_when_where_and_which_rule_are() -> None:
    others = [
        replace(CLASH, code="outside-deal-dates"),
        replace(CLASH, subject="BO"),
        replace(CLASH, dates=(date(2026, 3, 3),)),
        replace(CLASH, at=Cell("DOOD rev 2", 8, 3, "schedule")),
        replace(CLASH, related=()),
    ]
    assert len({issue_key(issue) for issue in (CLASH, *others)}) == 6


def test_several_related_cells_of_one_tab_are_one() -> None:
    twice = replace(CLASH, related=(*CLASH.related, Cell("2nd Unit", 10, 3, "schedule")))
    assert issue_key(twice) == issue_key(CLASH)


def test_alike_issues_are_told_apart_by_their_order_in_the_sheet() -> None:
    first = replace(CLASH, severity=Severity.INFO)
    second = replace(CLASH, at=Cell("DOOD", 20, 3, "schedule"))
    for order in ([first, second], [second, first]):
        keys = {issue.at.row: key for key, issue in keyed(order)}
        assert keys == {8: issue_key(CLASH), 20: f"{issue_key(CLASH)}#2"}


def test_a_data_issue_is_also_what_stands_in_its_cell() -> None:
    other = replace(CLASH, message='The cell holds "TBD".')
    assert data_issue_key(other) != data_issue_key(CLASH)
    assert data_issue_key(replace(CLASH, at=Cell("DOOD", 9, 9, "schedule"))) == data_issue_key(
        CLASH
    )


def test_numbers_never_meet_a_key_that_bears_one() -> None:
    assert list(unique(["a", "a#2", "a", "b"])) == ["a", "a#2", "a#3", "b"]
