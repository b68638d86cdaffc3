"""What the next seven days bring, from sheets as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.transforms.sheets import facts
from transforms.ahead import ahead

DOOD = """
    | Cast    | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/9 | 3/10 | 3/11 | 3/12 |
    |         | Mon | Tue | Wed | Thu | Fri | Mon | Tue  | Wed  | Thu  |
    | Day     | 1   | 2   | 3   | 4   |     | 5   | 6    | 7    | 8    |
    | 1.ANA   | SW  | W   | W   | WF  | /   |     |      |      |      |
    | 2.BEN   | SW  | H   | H   | H   | /   | W   | WF   |      |      |
    | 3.CARL  | TR  | SWD |     |     | /   |     | PWF  |      |      |
    | 4.DORA  |     |     | FT  |     | /   | R   | M    | SWF  |      |
    | 5.EVE   |     |     |     |     | /   |     |      |      | SWF  |
"""


def told(tabs: dict[str, str], today: str, **settings: str) -> list[str]:
    found = ahead(facts(tabs, today=today, **settings))
    details = [f" ({each.detail})" if each.detail else "" for each in found]
    return [
        f"{each.day:%d} {each.what}: {each.who}{detail} {each.at.a1}"
        for each, detail in zip(found, details, strict=True)
    ]


def test_a_line_for_each_day_and_thing():
    assert told({"DOOD": DOOD}, "2026-03-03") == [
        "03 Shoot day: day 2 of 8 (2 performers work) C1",
        "03 Starts: 3. CARL C6",
        "03 On hold: 2. BEN (3 hold days, until Thu 5 March; works again on Mon 9 March) C5",
        "03 Dropped: 3. CARL C6",
        "04 Shoot day: day 3 of 8 (1 performer works) D1",
        "04 Fitting: 4. DORA D7",
        "05 Shoot day: day 4 of 8 (1 performer works) E1",
        "05 Wraps: 1. ANA E4",
        "06 Company holiday: everybody F1",
        "09 Shoot day: day 5 of 8 (1 performer works) G1",
        "09 Rehearsal: 4. DORA G7",
    ]


def test_today_is_the_first_of_the_seven_days():
    lines = told({"DOOD": DOOD}, "2026-03-05")
    assert lines[0] == "05 Shoot day: day 4 of 8 (1 performer works) E1"
    assert [line for line in lines if "EVE" in line] == []
    assert next(line for line in lines if "hold" in line) == (
        "05 On hold: 2. BEN (1 hold day; works again on Mon 9 March) E5"
    )
    assert "10 Company move: everybody H1" in lines


def test_first_and_last_work_days_stand_in_for_marks_that_a_sheet_does_not_use():
    plain = """
        | Cast  | 3/2 | 3/3 | 3/4 |
        |       | Mon | Tue | Wed |
        | 1.ANA | W   | W   | W   |
        | 2.BEN |     | W   |     |
    """
    lines = [line for line in told({"DOOD": plain}, "2026-03-02") if "Shoot" not in line]
    assert lines == [
        "02 Starts: 1. ANA B3",
        "03 Starts and wraps: 2. BEN C4",
        "04 Wraps: 1. ANA D3",
    ]


def test_two_units_are_named():
    second = """
        | Cast   | 3/4 | 3/5 |
        |        | Wed | Thu |
        | 9.ZOE  | SW  | WF  |
    """
    lines = told({"Main Unit": DOOD, "2nd Unit": second}, "2026-03-04")
    assert lines[:2] == [
        "04 Shoot day: 2nd Unit (1 performer works) B1",
        "04 Shoot day: Main Unit, day 3 (1 performer works) D1",
    ]


CREW = """
    | Department | Position | Name         | Start Date | End Date   | Status    |
    | Camera     | DP       | Ida Lindgren | 2026-03-04 | 2026-03-20 | Confirmed |
    | Camera     | 1st AC   | Tom Okafor   | 2026-03-05 | 2026-03-06 | Pencilled |
    | Camera     | 2nd AC   | Mia Brandt   | 2026-03-05 | 2026-03-20 | Declined  |
    | Grip       | Key Grip | Sol Ferrer   | 2026-02-02 | 2026-03-10 | Confirmed |
    | Grip       | Best Boy | Ray Ito      | 2026-02-02 | 2026-03-11 | Confirmed |
"""
PERMITS = """
    | Permit # | Location   | Authority | Valid From | Expires    | Status |
    | FP-1     | Harbour    | City      | 2026-03-01 | 2026-03-06 | Issued |
    | FP-2     | Lighthouse | State     | 2026-03-01 | 2026-03-30 | Issued |
"""
EQUIPMENT = """
    | Item       | Vendor   | Qty | Rental Start | Rental End | Returned   |
    | Alexa body | Lumen Co | 2   | 2026-02-23   | 2026-03-06 |            |
    | Zoom lens  | Lumen Co | 1   | 2026-02-23   | 2026-03-06 |            |
    | Dolly      | Grip Hse | 1   | 2026-02-23   | 2026-03-06 | 2026-03-05 |
"""


def test_what_lists_say():
    tabs = {"Crew": CREW, "Permits": PERMITS, "Equipment": EQUIPMENT}
    assert told(tabs, "2026-03-04") == [
        "04 Starts: Ida Lindgren (Camera, DP) D2",
        "05 Starts: Tom Okafor (Camera, 1st AC; pencilled) D3",
        "06 Wraps: Tom Okafor (Camera, 1st AC; pencilled) E3",
        "06 Expires: Permit: Harbour, FP-1 (City) E2",
        "06 Due back: Lumen Co (Alexa body and Zoom lens) E2",
        "10 Wraps: Sol Ferrer (Grip, Key Grip) E5",
    ]


def test_a_permit_that_outlasts_the_last_scene_at_its_place_is_no_matter():
    schedule = """
        | Scene | I/E | Set   | D/N | Pages | Cast | Location   |
        | DAY 1 - Tuesday, March 3, 2026 |
        | 12    | EXT | QUAY  | DAY | 1 2/8 | 1    | Harbour    |
        | DAY 2 - Monday, March 9, 2026 |
        | 13    | EXT | LIGHT | DAY | 1 2/8 | 1    | Lighthouse |
    """
    permits = PERMITS.replace("2026-03-30", "2026-03-06")
    lines = told({"Permits": permits, "One Liner": schedule}, "2026-03-04")
    assert lines == ["06 Expires: Permit: Lighthouse, FP-2 (State) E3"]


@pytest.mark.parametrize("today", ["2026-01-05", "2026-06-01"])
def test_nothing_happens_long_before_and_after(today):
    assert ahead(facts({"DOOD": DOOD, "Crew": CREW}, today=today)) == ()


def test_a_holiday_that_the_production_keeps_is_named():
    july = """
        | Cast  | 7/2 | 7/3 | 7/6 |
        |       | Thu | Fri | Mon |
        | 1.ANA | SW  |     | WF  |
    """
    lines = told({"DOOD": july}, "2026-07-01", holidays="US")
    assert [line for line in lines if "Holiday" in line] == [
        "03 Holiday: Independence Day (observed) (kept by: public holiday in US) C1"
    ]


def test_days_are_the_dates_and_not_the_order_of_the_rows():
    found = ahead(facts({"DOOD": DOOD, "Crew": CREW}, today="2026-03-03"))
    assert [each.day for each in found] == sorted(each.day for each in found)
    assert all(date(2026, 3, 3) <= each.day <= date(2026, 3, 9) for each in found)
