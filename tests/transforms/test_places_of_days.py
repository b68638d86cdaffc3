"""Places that stand on the banners of days, in a one-liner without a column for them."""

from __future__ import annotations

import pytest

from model.issue import Issue
from tests.transforms.sheets import facts
from transforms.rules import rules

PERMITS = """
    | Location            | Permit No. | Valid From | Valid To   | Status |
    | Tamarack Lake       | 26-96802   | 2026-03-02 | 2026-03-03 | Issued |
    | Quarry Road         | 26-46962   | 2026-03-05 | 2026-03-06 | Issued |
"""


def found(code: str, *banners: str, permits: str = PERMITS) -> list[Issue]:
    scenes = "\n".join(
        f"| {banner} |\n| {number} | EXT | BOAT RAMP | DAY | 1 2/8 | 1, 2 |"
        for number, banner in enumerate(banners, start=11)
    )
    plan = f"| Scene | I/E | Set | D/N | Pages | Cast |\n{scenes}"
    return list(rules()[code].issues(facts({"One Liner": plan, "Permits": permits})))


LAKE = ("DAY 1 - Mon, March 2, 2026 - {}", "DAY 2 - Tue, March 3, 2026 - {}")


def test_a_permit_ends_before_the_last_day_at_a_banners_place():
    days = [*(day.format("Tamarack Lake") for day in LAKE)]
    (issue,) = found("permit-expires", *days, "DAY 3 | 2026-03-04 | Tamarack Lake")
    assert (issue.at.tab, issue.at.a1, issue.dates[0].day) == ("Permits", "D2", 4)


def test_a_place_that_the_log_lacks_is_one_where_it_has_most_of_the_others():
    days = [LAKE[0].format("Tamarack Lake"), LAKE[1].format("Mill Lane")]
    (issue,) = found("permit-missing", *days)
    assert (issue.subject, issue.at.a1) == ("Mill Lane", "A5")


@pytest.mark.parametrize("said", ["Crew call 7:00A", "Night shoot", "Stage 4 - Ironworks", ""])
def test_calls_and_stages_want_no_permit(said: str):
    days = [LAKE[0].format("Tamarack Lake"), LAKE[1].format(said)]
    assert found("permit-missing", *days) == []


def test_what_the_log_hardly_knows_is_no_list_of_places():
    days = [LAKE[0].format("Winter look"), LAKE[1].format("Flashbacks"), "DAY 3 - 3/4/2026 - Heist"]
    assert found("permit-missing", *days) == []


def test_two_places_in_one_town_are_two():
    permits = """
        | Location                | Permit No. | Valid From | Valid To   | Status |
        | Studio Halle 2, Weilbach| WA-2209    | 2026-03-02 | 2026-03-20 | Issued |
    """
    plan = """
        | Scene | I/E | Set   | D/N | Pages | Cast | Location                 |
        | DAY 1 - Mon, March 2, 2026 |
        | 12    | INT | FLUR  | DAY | 1 2/8 | 1, 2 | Studio Halle 2, Weilbach |
        | 13    | INT | GANG  | DAY | 1 2/8 | 1, 2 | Klinik St. Anna, Weilbach|
    """
    known = facts({"One Liner": plan, "Permits": permits})
    assert [issue.at.a1 for issue in rules()["permit-missing"].issues(known)] == ["G4"]
