"""Insurance: which lines are one cover and its renewal, and which minimum is whose."""

from __future__ import annotations

import pytest

from tests.transforms.sheets import facts
from transforms.planning.policies import covered
from transforms.rules import rules

HEAD = "| Policy # | Cover | Insurer | Limit | Effective | Expires | Notes |"
DOOD = """
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 |
    |       | Mon | Tue | Wed | Thu |
    | 1.ANA | SW  | W   | W   | WF  |
"""
OLD = "| GL-4481 | {} | Bayline | 1000000 | 2025-03-03 | 2026-03-02 | {} |"
NEW = "| GL-9902 | {} | Crest   | 1000000 | 2026-03-03 | 2027-03-02 | {} |"


def ends(*lines: str) -> list[str]:
    tabs = {"Insurance": "\n".join((HEAD, *lines)), "DOOD": DOOD}
    return [str(issue.at) for issue in rules()["insurance-expires"].issues(facts(tabs))]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("General Liability old", ""), ("General Liability", "")),
        (("General Liability 2025/26", ""), ("General Liability 2026/27", "")),
        (("General Liability", ""), ("General Liability (renewal)", "")),
        (("Liability, general", "renewed as GL-9902"), ("Umbrella package", "")),
        (("Motor fleet", ""), ("Hired vehicles", "renewal of GL 4481")),
        (("Workers' Comp", ""), ("Workers Compensation", "")),
        (("General Liability", ""), ("Commercial General Liability", "")),
    ],
)
def test_a_renewal_goes_on(old: tuple[str, str], new: tuple[str, str]):
    assert ends(OLD.format(*old), NEW.format(*new)) == []
    assert ends(OLD.format(*old)) == ["Insurance!F2"]


def test_another_cover_is_no_renewal():
    assert ends(OLD.format("General Liability", ""), NEW.format("Hired Auto", "")) == [
        "Insurance!F2"
    ]
    gap = NEW.format("General Liability", "").replace("2026-03-03", "2026-03-05")
    assert ends(OLD.format("General Liability old", ""), gap) == ["Insurance!F2"]


def test_what_a_short_policy_is_called_is_no_reason_for_it_to_lapse():
    line = "| RE-1 | Rented Equipment | Crest | 1000000 | 2026-02-03 | 2026-03-04 | {} |"
    assert ends(line.format("30-day short term")) == ["Insurance!F2"]
    assert ends(line.format("2-4 March only")) == []


def test_without_a_schedule_a_cover_is_wanted_while_the_crew_works():
    crew = """
        | Name         | Job     | 3/2 | 3/3 | 3/4 | 3/5 |
        | Ida Lindgren | DP      | W   | W   | W   |     |
        | Tom Okafor   | 1st AC  | W   | W   | W   |     |
        | Sol Ferrer   | Gaffer  | W   | W   | W   |     |
        | Jo Park      | Grip    | W   | W   | W   |     |
        | Kim Vale     | UPM     | W   | W   | W   | W   |
    """
    line = "| RE-1 | Rented Equipment | Crest | 1000000 | 2026-02-03 | {} | |"
    for end, flagged in (("2026-03-03", ["Insurance!F2"]), ("2026-03-04", [])):
        tabs = {"Insurance": "\n".join((HEAD, line.format(end))), "Crew days": crew}
        issues = rules()["insurance-expires"].issues(facts(tabs))
        assert [str(issue.at) for issue in issues] == flagged


@pytest.mark.parametrize(
    ("minimum", "cover", "is_its"),
    [
        ("Workers Compensation", "Workers' Comp", True),
        ("General Liability", "CGL", True),
        ("General Liability", "Gen. Liab.", True),
        ("Employers Liability", "Employer's Liability insurance", True),
        ("Auto Liability", "Hired & non-owned auto liability", True),
        ("General Liability", "Auto Liability", False),
    ],
)
def test_a_minimum_is_of_the_cover_that_has_its_words(minimum: str, cover: str, is_its: bool):
    assert (covered(minimum) <= covered(cover)) is is_its


def test_a_column_headed_policy_may_say_what_is_covered():
    log = """
        | Policy               | Underwriter | No.    | Sum insured | Commences  | Expires    |
        | Public Liability     | Southern    | PL-880 | $10,000,000 | 01/07/2025 | 30/06/2026 |
        | Workers Compensation | icare       | WC-004 | statutory   | 01/07/2025 | 30/06/2026 |
    """
    known = facts({"Insurance": log}, locale="en_AU", minimum_cover="Public Liability: 20000000")
    (issue,) = rules()["cover-below-minimum"].issues(known)
    assert str(issue.at) == "Insurance!D2"
