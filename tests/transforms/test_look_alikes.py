"""What only looks like somebody in two places, or somebody without a day off: doubles, extras."""

from __future__ import annotations

import pytest

from model.issue import Severity
from tests.transforms.sheets import facts, production, read
from transforms.rules import rules

DAYS = """
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 | 3/8 | 3/9 |
    |       | Mon | Tue | Wed | Thu | Fri | Sat | Sun | Mon |
"""
WEEK = "| SW | W | W | W | W | W | W | WF |"
CAST = """
    | No. | Role          | Performer     |
    | 1   | ANA           | Ana Moreno    |
    | 2   | STUNT DRIVER  | Kim Vale      |
    | 9   | ANA (double)  | Eva Holm      |
"""
OF_PEOPLE = ("sixth-consecutive-day", "seventh-consecutive-day", "double-booked", "cast-not-listed")


def codes(tabs: dict[str, str]) -> list[tuple[str, str]]:
    known = facts(tabs)
    return [
        (code, str(issue.at))
        for code in OF_PEOPLE
        if not rules()[code].lacks(known)
        for issue in rules()[code].issues(known)
    ]


@pytest.mark.parametrize(
    "name",
    ["100.EXTRAS", "BACKGROUND", "COPS (x4)", "12 x SOLDIERS", "STAND-INS", "PICTURE CARS", "DOGS"],
)
def test_many_need_no_day_off_and_may_be_on_two_units(name: str):
    row = DAYS + f"| {name} {WEEK}"
    assert codes({"Main Unit": row, "2nd Unit": row}) == []


@pytest.mark.parametrize("number", ["BG", "Extras", "bkg", "ATMOS"])
def test_a_line_numbered_as_background_is_many(number: str):
    row = DAYS.replace("|", "| # |", 1).replace("|       |", "| | |") + (
        f"| {number} | drivers and skaters {WEEK}\n| 1 | ANA | SW | W | WF |"
    )
    tabs = {"Main Unit": row, "2nd Unit": row.split("\n| 1 ")[0], "Cast": CAST}
    assert codes(tabs) == []


def test_a_line_for_many_is_a_performer_where_the_cast_list_says_who():
    listed = CAST + "| 4 | CROWD | Ben Adeyemi |"
    assert codes({"DOOD": DAYS + f"| 4.CROWD {WEEK}", "Cast": listed}) == [
        ("seventh-consecutive-day", "DOOD!H3")
    ]


@pytest.mark.parametrize(
    "name", ["1.ANA STUNT DOUBLE", "1.ANA DBL", "1.ANA STUNT", "1.ANA STAND-IN", "1.ANA (STUNTS)"]
)
def test_a_double_with_the_number_of_whom_they_double_for_is_somebody_else(name: str):
    tabs = {
        "Main Unit": DAYS + "| 1.ANA | SW | W | WF |",
        "2nd Unit": DAYS + f"| {name} | SW | W | WF |",
        "Cast": CAST,
    }
    assert codes(tabs) == []


def test_a_double_in_the_same_schedule_is_no_slip_of_a_number():
    made = production()
    tabs = {"DOOD": DAYS + "| 1.ANA | SW | WF |\n| 1.ANA DOUBLE | SW | WF |"}
    assert read(tabs, made)[0].issues == ()
    somebody_else = tabs["DOOD"].replace("ANA DOUBLE", "BEN")
    (issue,) = read({"DOOD": somebody_else}, made)[0].issues
    assert issue.code == "element-listed-twice"


def test_a_role_that_is_called_for_its_stunts_is_still_on_the_cast_list():
    row = DAYS + "| 2.STUNT DRIVER | SW | WF |\n| 1.ANA | SW | WF |"
    assert codes({"DOOD": row, "Cast": CAST}) == []


def test_one_in_two_places_stays_one_in_two_places():
    row = DAYS + "| 1.ANA | SW | WF |"
    assert codes({"Main Unit": row, "2nd Unit": row, "Cast": CAST}) == [
        ("double-booked", "Main Unit!B3")
    ]
    taxi = DAYS.replace("Cast ", "Vehicle ") + "| 5.TAXI | SW | WF |"
    assert codes({"Vehicles Main": taxi, "Vehicles 2nd Unit": taxi}) == [
        ("double-booked", "Vehicles Main!B3")
    ]


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("EP 101", "EP 102", False),
        ("Block 1 DOOD", "Block 2 DOOD", False),
        ("101", "102", False),
        ("EP 101", "EP 101 2nd Unit", True),
        ("Main Unit", "2nd Unit", True),
    ],
)
def test_two_episodes_on_one_day_are_one_units_work(one: str, other: str, clash: bool):
    row = DAYS + "\n".join(f"| {number}.PART {'ABCDEF'[number]} | SW | WF |" for number in range(6))
    few = DAYS + "| 1.PART B | SW | WF |"
    assert bool(codes({one: few, other: few})) is clash
    assert bool(codes({one: row, other: row})) is clash


@pytest.mark.parametrize(("number", "clash"), [(16, False), (2, True)])
def test_blocks_that_count_their_shooting_days_apart_are_two_units(number: int, clash: bool):
    first = DAYS + "| Shoot day | 16 | 17 |\n| 3.RUTH | SW | WF |"
    second = DAYS + f"| Shoot day | {number} | {number + 1} |\n| 3.RUTH | SW | WF |"
    assert bool(codes({"DOOD Blk 1": first, "DOOD Blk 2": second})) is clash


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ("Main", "2nd Unit", "error"),
        ("1st", "Second", "error"),
        ("Main", "Main Unit", None),
        ("A Unit", "1st unit", None),
        ("Main", "Both", None),
        ("Main / 2nd", "2nd", None),
    ],
)
def test_a_units_name_is_the_same_however_it_is_written(one: str, other: str, severity: str | None):
    crew = f"""
        | Department | Position | Name         | Unit    | Start Date | End Date   |
        | Camera     | Operator | Ida Lindgren | {one}   | 2026-03-02 | 2026-03-20 |
        | Camera     | DIT      | Ida Lindgren | {other} | 2026-03-16 | 2026-03-27 |
    """
    found = list(rules()["double-booked"].issues(facts({"Crew": crew})))
    assert [issue.severity.value for issue in found] == ([severity] if severity else [])


def test_a_line_without_an_end_date_may_have_ended():
    crew = """
        | Department | Position | Name         | Unit | Start Date | End Date   |
        | Camera     | Operator | Ida Lindgren | Main | 2026-03-02 |            |
        | Camera     | Operator | Ida Lindgren | 2nd  | 2026-03-16 | 2026-03-27 |
    """
    (issue,) = rules()["double-booked"].issues(facts({"Crew": crew}))
    assert issue.severity.value == "info"
    assert issue.message.endswith("; the earlier line has no end date")


NUMBERED = """
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 |
    |       | Mon | Tue | Wed | Thu | Fri | Sat |
    | Day   | {}  | {}  | {}  | {}  | {}  | {}  |
    | 1.ANA | SW  | W   | W   | W   | W   | WF  |
"""


@pytest.mark.parametrize(
    ("numbers", "flagged"),
    [("123412", []), ("123456", []), ("123356", ["E"]), ("121234", ["D"])],
)
def test_a_count_that_begins_again_is_a_new_blocks(numbers: str, flagged: list[str]):
    known = facts({"DOOD": NUMBERED.format(*numbers)})
    issues = rules()["shoot-day-out-of-sequence"].issues(known)
    assert [issue.at.a1[0] for issue in issues][:1] == flagged


def test_work_on_a_holiday_that_the_company_has_off_is_told_once():
    dood = """
        | Cast   | 5/22 | 5/25 | 5/26 |
        |        | Fri  | Mon  | Tue  |
        | 1.ANA  | SW   | W    | WF   |
        | 2.BEN  | SW   | /    | WF   |
        | 3.CARL | SW   | /    | WF   |
    """
    for holidays, code in (("US", "holiday-work"), ((), "work-on-off-day")):
        known = facts({"DOOD": dood}, holidays=holidays)
        told = [
            rule
            for rule in ("holiday-work", "work-on-off-day")
            if not rules()[rule].lacks(known) and list(rules()[rule].issues(known))
        ]
        assert told == [code]


BY_TITLE = """
    | Role            | Performer   |
    | Senator Pruitt  | Ana Moreno  |
    | The Sheriff     | Kim Vale    |
    | Nora Price      | Eva Holm    |
    | Gus             | Max Lund    |
"""


def test_roles_by_their_titles_and_in_part():
    names = ("SEN. PRUITT", "SHERIFF", "NORA", "GUS KOSTAS", "GUS")
    rows = "\n".join(f"| {name} | SW | WF |" for name in names[:4])
    tabs = {"DOOD": f"| Cast | 3/2 | 3/3 |\n| | Mon | Tue |\n{rows}", "Cast": BY_TITLE}
    known = facts(tabs)
    assert codes(tabs) == []
    assert list(rules()["listed-not-scheduled"].issues(known)) == []


def test_a_part_of_two_roles_is_neither():
    cast = BY_TITLE + "| Teddy Price | Jo Park |"
    rows = "| SHERIFF | SW | WF |\n| PRICE | SW | WF |"
    tabs = {"DOOD": f"| Cast | 3/2 | 3/3 |\n| | Mon | Tue |\n{rows}", "Cast": cast}
    assert codes(tabs) == [("cast-not-listed", "DOOD!A4")]


@pytest.mark.parametrize("name", ["STUNT ANA", "ND STUNTS", "Stunt Coordinator", "Animal Wrangler"])
def test_stunts_and_crew_are_seldom_on_a_cast_list(name: str):
    tabs = {"DOOD": DAYS + f"| ANA | SW | WF |\n| {name} | SW | WF |", "Cast": CAST}
    assert codes(tabs) == []


@pytest.mark.parametrize(
    ("banner", "flagged"),
    [
        ("OTHER ELEMENTS", []),
        ("NON-CAST", []),
        ("ANIMALS", []),
        ("FAHRZEUGE", []),
        ("DAY PLAYERS", [("seventh-consecutive-day", "DOOD!I5"), ("cast-not-listed", "DOOD!B5")]),
        ("OTHER CAST", [("seventh-consecutive-day", "DOOD!I5"), ("cast-not-listed", "DOOD!B5")]),
    ],
)
def test_what_stands_below_a_banner_for_others_is_no_cast(
    banner: str, flagged: list[tuple[str, str]]
):
    rows = DAYS.replace("|", "| # |", 1).replace("|       |", "| | |")
    rows += f"| 1 | ANA | SW | WF |\n| | {banner} |\n| A1 | Biscuit {WEEK}"
    assert codes({"DOOD": rows, "Cast": CAST}) == flagged


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("Production Office", 0),
        ("Prod. Office, 44 Depot St", 0),
        ("Stage 5", 0),
        ("Post Office", 1),
    ],
)
def test_nobody_asks_for_leave_to_shoot_in_the_productions_own_office(place: str, found: int):
    plan = f"""
        | Date     | Scene | I/E | Set       | D/N | Pages | Location     |
        | 3/2/2026 | 12    | INT | KITCHEN   | D   | 1     | Hurley House |
        | 3/3/2026 | 13    | INT | INTERVIEW | D   | 1     | {place}      |
    """
    permits = """
        | Permit # | Location     | Authority | Valid From | Expires   | Status |
        | LA-01    | Hurley House | County    | 3/1/2026   | 3/10/2026 | Issued |
    """
    known = facts({"One Liner": plan, "Permits": permits})
    assert len(list(rules()["permit-missing"].issues(known))) == found


@pytest.mark.parametrize(
    ("agreement", "union", "found"),
    [
        ("uk-pact-bectu-tv-drama-2023", "BECTU", ["F2"]),
        ("dga-basic-2023", "DGA", []),
        ("iatse-basic-2024", "IATSE 728", ["F2"]),
    ],
)
def test_the_settings_say_when_to_eat_where_the_whole_crews_agreement_does_not(
    agreement: str, union: str, found: list[str]
):
    # Assistant directors have no meal penalties, and that is no gap that a setting fills.
    times = f"""
        | Date     | Name     | Union   | Position | Call  | Lunch out | Lunch in | Wrap  |
        | 3/2/2026 | Kim Sato | {union} | 1st AD   | 07:00 | 13:45     | 14:30    | 18:30 |
    """
    known = facts({"Times": times}, agreements=agreement, meal_after="6")
    assert [issue.at.a1 for issue in rules()["meal-late"].issues(known)] == found


CREW_UNITS = """
    | Unit | Position   | Name         | Start Date | End Date   | Notes |
    | Main | A Operator | Ida Lindgren | 2026-03-02 | 2026-05-15 |       |
    | 2U   | DP         | Ida Lindgren | 2026-03-24 | 2026-03-25 | {}    |
"""


@pytest.mark.parametrize(
    "note", ["off A cam those days", "released by main", "add'l op covers Main"]
)
def test_somebody_whom_one_unit_lets_go_to_the_other_is_worth_knowing(note: str):
    (issue,) = rules()["double-booked"].issues(facts({"Crew": CREW_UNITS.format(note)}))
    assert issue.severity is Severity.INFO
    assert issue.message.endswith("; a note says that one unit lets them go to the other")


def test_any_other_note_lets_nobody_go():
    (issue,) = rules()["double-booked"].issues(facts({"Crew": CREW_UNITS.format("own car")}))
    assert issue.severity is Severity.ERROR


def test_the_horse_of_one_unit_is_the_horse_of_another():
    rows = DAYS.replace("|", "| # |", 1).replace("|       |", "| | |")
    rows += "| 1 | ANA | SW | WF |\n| | ANIMALS |\n| A1 | Horse | W | |\n| | 2ND UNIT |\n"
    rows += "| A1 | Horse | | W |\n| A2 | Horse | | W |"
    assert codes({"DOOD": rows, "Cast": CAST}) == []
