"""What the rules on the further sheets say beyond their manuals: words, days, money."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from model.issue import Issue, Severity
from tests.transforms.sheets import facts
from transforms.planning import whereabouts
from transforms.rules import rules

HEAD = "| Scene | I/E | Set | D/N | Pages | Cast | Location | Notes |"
ONE = "| DAY 1 - Monday, March 2, 2026 |"
TWO = "| DAY 2 - Tuesday, March 3, 2026 |"
THREE = "| DAY 3 - Wednesday, March 4, 2026 |"


def one_liner(*lines: str) -> str:
    return "\n".join((HEAD, *lines))


def found(code: str, tabs: dict[str, str], **settings: Any) -> list[Issue]:
    return list(rules()[code].issues(facts(tabs, **settings)))


def test_a_scene_on_two_days_says_which():
    plan = one_liner(
        ONE,
        "| 12 | INT | KITCHEN | DAY | 1 2/8 | 1 | Mill | |",
        "| 13 | INT | KITCHEN | DAY | 6/8 | 1 | Mill | |",
        THREE,
        "| 12 | INT | KITCHEN | NIGHT | 1 2/8 | 1 | Mill | |",
    )
    (issue,) = found("scene-scheduled-twice", {"One Liner": plan})
    assert issue.message == "Scene 12 is scheduled on Mon 2 March and Wed 4 March"
    assert issue.dates == (date(2026, 3, 2), date(2026, 3, 4))
    assert [str(cell) for cell in issue.related] == ["One Liner!A3"]


@pytest.mark.parametrize(
    "second",
    [
        "| 12 | INT | KITCHEN (PART 2) | NIGHT | 1 2/8 | 1 | Mill | |",
        "| 12 | INT | KITCHEN | NIGHT | 1 2/8 | 1 | Mill | pick-up |",
        "| 12 | INT | KITCHEN | NIGHT | 1 2/8 | 1 | Mill | Rain cover |",
        "| 12A | INT | KITCHEN | NIGHT | 1 2/8 | 1 | Mill | |",
        "| A12 | INT | KITCHEN | NIGHT | 1 2/8 | 1 | Mill | |",
    ],
)
def test_parts_pick_ups_and_cover_are_no_second_day(second: str):
    first = "| 12 | INT | KITCHEN | DAY | 1 2/8 | 1 | Mill | |"
    assert found("scene-scheduled-twice", {"One Liner": one_liner(ONE, first, THREE, second)}) == []


def test_other_pages_on_another_day_may_be_a_part():
    plan = one_liner(
        ONE,
        "| 12 | INT | KITCHEN | DAY | 1 2/8 | 1 | Mill | |",
        THREE,
        "| 12 | INT | KITCHEN | DAY | 4/8 | 1 | Mill | |",
    )
    (issue,) = found("scene-scheduled-twice", {"One Liner": plan})
    assert issue.severity is Severity.INFO


@pytest.mark.parametrize(
    ("line", "severity"),
    [
        ("| 12 | EXT | CAR | DAY | 1 2/8 | 1 | Mill | |", Severity.INFO),
        ("| 12 | EXT | Kitchen | NIGHT | 1 2/8 | 1 | Quay | |", Severity.WARNING),
    ],
)
def test_another_set_of_a_scene_may_be_a_part(line: str, severity: Severity):
    plan = one_liner(ONE, "| 12 | INT | KITCHEN | DAY | 1 2/8 | 1 | Mill | |", THREE, line)
    (issue,) = found("scene-scheduled-twice", {"One Liner": plan})
    assert issue.severity is severity


DOOD = """
    | Cast  | 3/2 | 3/3 | 3/4 |
    |       | Mon | Tue | Wed |
    | 1.ANA | SW  | WF  |     |
    | 2.BEN | SW  | H   | WF  |
"""


def test_somebody_in_scenes_of_two_free_days_is_one_finding_with_both_cells():
    plan = one_liner(
        ONE,
        "| 11 | INT | KITCHEN | DAY | 1 2/8 | 1, 2 | Mill | |",
        TWO,
        "| 12 | INT | KITCHEN | DAY | 1 2/8 | 1, 2 | Mill | |",
        THREE,
        "| 13 | INT | KITCHEN | DAY | 1 2/8 | 1, 2 | Mill | |",
    )
    ben, ana = found("cast-in-scene-not-working", {"DOOD": DOOD, "One Liner": plan})
    assert ben.message == "Scene 12 with BEN is on Tue 3 March, when BEN is on hold"
    assert [str(cell) for cell in (ben.at, *ben.related)] == ["One Liner!F5", "DOOD!C4"]
    assert ana.message == "Scene 13 with ANA is on Wed 4 March, when ANA does not work"
    assert [str(cell) for cell in (ana.at, *ana.related)] == ["One Liner!F7", "DOOD!D3"]


def test_a_pencilled_performer_in_a_scene_is_for_information():
    plan = one_liner(TWO, "| 12 | INT | KITCHEN | DAY | 1 2/8 | 1, 2 | Mill | |")
    cast = """
        | No. | Role | Performer   | Status    |
        | 1   | ANA  | Ana Moreno  |           |
        | 2   | BEN  | Ben Adeyemi | Pencilled |
    """
    tabs = {"DOOD": DOOD, "One Liner": plan, "Cast": cast}
    (issue,) = found("cast-in-scene-not-working", tabs)
    assert issue.severity is Severity.INFO
    assert issue.message.endswith("; only pencilled")


def test_a_second_unit_without_a_schedule_of_its_own_may_use_doubles():
    main = one_liner(TWO, "| 12 | INT | KITCHEN | DAY | 1 2/8 | 1 | Mill | |")
    second = one_liner(THREE, "| 40 | EXT | LANE | DAY | 2/8 | 1 | Quay | |")
    tabs = {"DOOD": DOOD, "Main One Liner": main, "2nd Unit One Liner": second}
    assert found("cast-in-scene-not-working", tabs) == []


PERMITS = """
    | Permit # | Location  | Authority | Valid From | Expires    | Status |
    | FC-101   | Dock Road | City      | 2026-03-02 | 2026-03-02 | Issued |
    | FC-102   | Mill      | City      | 2026-03-02 | 2026-03-31 | Issued |
"""


def test_a_permit_that_ends_too_early_names_the_days():
    plan = one_liner(
        ONE,
        "| 12 | EXT | QUAY | DAY | 1 2/8 | 1 | DOCK RD. | |",
        TWO,
        "| 13 | EXT | QUAY | DAY | 1 2/8 | 1 | Dock Road | |",
    )
    (issue,) = found("permit-expires", {"Permits": PERMITS, "One Liner": plan})
    assert issue.message == (
        "The permit FC-101 for Dock Road ends on Mon 2 March, and DOCK RD. is shot at on "
        "Tue 3 March"
    )
    assert [str(cell) for cell in (issue.at, *issue.related)] == ["Permits!E2", "One Liner!G5"]


@pytest.mark.parametrize("status", ["Applied", "pending", "N/A", "Not required", "Submitted 2/20"])
def test_a_permit_on_its_way_or_not_needed_is_not_missing(status: str):
    log = PERMITS + f"| | Pier 14 | Port | | | {status} |"
    plan = one_liner(
        ONE,
        "| 12 | EXT | QUAY | DAY | 1 2/8 | 1 | Pier 14 | |",
        "| 13 | EXT | QUAY | DAY | 1 2/8 | 1 | Mill | |",
    )
    assert found("permit-missing", {"Permits": log, "One Liner": plan}) == []
    assert found("permit-expires", {"Permits": log, "One Liner": plan}) == []


OWN_DAYS = """
    |            | Filming    |            | Permission |           | Valid      |            |               |
    | Location   | from       | to         | issued by  | ref       | from       | to         | Status        |
    | Kelda Cove | 2026-03-02 | 2026-03-04 | Duchy      | DFO 2217  | 2026-03-02 | 2026-03-03 | Granted       |
    | Quay       | 2026-03-02 | 2026-03-04 | Port       | P 12      | 2026-03-01 | 2026-03-04 | Granted       |
    | Fore St    | 2026-03-05 | 2026-03-05 | Council    |           |            |            | Not applied   |
    | Mill Lane  | 2026-03-05 | 2026-03-05 | Council    |           |            |            | Applied       |
    | Hill Farm  | 2026-03-06 | 2026-03-06 | Mr Trudge  | no permit needed | | | Agreement signed |
"""  # noqa: E501


def test_without_a_one_liner_the_permit_log_says_when_a_place_is_shot_at():
    (ends,) = found("permit-expires", {"Permits": OWN_DAYS})
    assert ends.message == (
        "The permit DFO 2217 for Kelda Cove ends on Tue 3 March, and Kelda Cove is shot at on "
        "Wed 4 March"
    )
    assert str(ends.at) == "Permits!G3"
    (missing,) = found("permit-missing", {"Permits": OWN_DAYS})
    assert [str(cell) for cell in (missing.at, *missing.related)] == ["Permits!B5", "Permits!H5"]
    assert missing.message.endswith("and nobody has applied for a permit")


@pytest.mark.parametrize(
    ("shoot", "flagged"),
    [
        ("2026-03-03", []),
        ("2026-03-05", ["Permits!F2"]),
        ("3/3/26 - 3/5/26", ["Permits!F2"]),
        ("3/3/26 & 3/5/26", []),
        ("week 2, TBC", []),
    ],
)
def test_a_shoot_date_beside_the_permits_own_dates_is_no_date_of_the_permit(
    shoot: str, flagged: list[str]
):
    log = f"""
        | Location  | Shoot Date | Permit # | Agency | Valid From | Expires    | Status |
        | Dock Road | {shoot}    | FC-101   | City   | 2026-03-02 | 2026-03-04 | Issued |
        | Mill      |            | FC-102   | City   | 2026-03-02 | 2026-03-04 | Issued |
    """
    assert [str(issue.at) for issue in found("permit-expires", {"Permits": log})] == flagged


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("First Shoot Date", "Last Shoot Date"),
        ("Premier jour de tournage", "Dernier jour de tournage"),
        ("Drehbeginn", "Drehende"),
        ("Inicio de rodaje", "Fin de rodaje"),
    ],
)
def test_a_permit_log_may_say_the_first_and_the_last_day_of_filming(first: str, last: str):
    log = f"""
        | Location  | {first}    | {last}     | Permit # | Agency | Valid From | Expires    |
        | Dock Road | 2026-03-03 | 2026-03-05 | FC-101   | City   | 2026-03-02 | 2026-03-04 |
        | Mill      | 2026-03-03 | 2026-03-04 | FC-102   | City   | 2026-03-02 | 2026-03-04 |
    """
    assert [str(issue.at) for issue in found("permit-expires", {"Permits": log})] == ["Permits!G2"]


def test_two_sheets_that_call_every_place_differently_prove_nothing():
    plan = one_liner(ONE, "| 12 | EXT | QUAY | DAY | 1 2/8 | 1 | Base Camp North | |")
    assert found("permit-missing", {"Permits": PERMITS, "One Liner": plan}) == []


def test_an_overdue_hire_is_priced_by_the_day():
    hired = """
        | Description | Vendor | Qty | Pickup     | Return     | Day Rate | Returned |
        | Dolly       | Gripco | 2   | 2026-03-02 | 2026-03-06 | 300      |          |
    """
    (issue,) = found("overdue-return", {"Equipment": hired}, today="2026-03-10")
    assert issue.cost is not None
    assert issue.cost.amount == 2400
    assert issue.cost.formula == "4 days x day rate USD 300 x 2"


def test_where_most_hires_go_on_the_schedule_is_a_part_of_the_shoot():
    hired = """
        | Description | Vendor | Qty | Pickup     | Return     | Day Rate |
        | Dolly       | Gripco | 1   | 2026-03-02 | 2026-04-24 | 300      |
        | HMI 18k     | Lumos  | 1   | 2026-03-02 | 2026-04-24 | 300      |
        | Camera      | Lumos  | 1   | 2026-03-02 | 2026-04-24 | 300      |
    """
    assert found("hired-outside-shoot", {"Equipment": hired, "DOOD": DOOD}) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("PIER 14", "Pier 14", True),
        ("12 Main St.", "12 Main Street", True),
        ("Gower's Drugstore", "GOWERS DRUGSTORE", True),
        ("County Road 12", "Co. Rd. 12", True),
        ("Angeles National Forest", "Angeles Nat'l Forest", True),
        ("First Methodist Church", "1st Methodist Church", True),
        ("Stage 5", "Stage 7", False),
        ("Pier 14", "Pier 14 B", False),
    ],
)
def test_places_are_the_same_by_their_words(one: str, other: str, same: bool):
    assert (whereabouts.key(one) == whereabouts.key(other)) is same
    assert whereabouts.why_alike(one, other) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pier 14", "Pier 14 Long Beach"),
        ("Wellington Mill", "Welington Mill"),
        ("Olvera lot, 700 N Main St, Los Angeles", "700 N Main St, Los Angeles (Olvera lot)"),
        ("Elm Diner, 1400 Hwy 7, Osage", "Elm Diner"),
        ("Maldon Nick (Station Rd)", "Maldon Nick, Station Road, Maldon"),
    ],
)
def test_places_that_may_be_one_say_why(one: str, other: str):
    assert whereabouts.why_alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("700 N Main St, Los Angeles", "700 N Main St, Long Beach"),
        ("Church Street, Maldon", "Church Street, Harwich"),
        ("Stage 5, Three Mills", "Stage 7, Three Mills"),
    ],
)
def test_places_in_two_towns_are_two(one: str, other: str):
    assert whereabouts.why_alike(one, other) == ""


def test_a_street_of_two_towns_has_two_permits():
    log = """
        | Permit # | Location                     | Authority | Valid From | Expires    |
        | FL-1     | 700 N Main St, Los Angeles (Olvera lot) | City | 2026-03-02 | 2026-03-02 |
        | LB-2     | 700 N Main St, Long Beach    | City      | 2026-03-02 | 2026-03-02 |
    """
    place = "Olvera lot, 700 N Main St, Los Angeles"
    plan = one_liner(TWO, f"| 12 | EXT | QUAY | DAY | 1 2/8 | 1 | {place} | |")
    (issue,) = found("permit-expires", {"Permits": log, "One Liner": plan})
    assert str(issue.at) == "Permits!E2"
    assert found("permit-missing", {"Permits": log, "One Liner": plan}) == []


@pytest.mark.parametrize("text", ["TBD", "N/A", "various", "", "See map", "t.b.c."])
def test_what_names_no_place_is_none(text: str):
    assert whereabouts.key(text) == ""


def test_an_item_on_three_lines_is_told_once_a_line():
    hired = """
        | Description  | Vendor | Serial # | Qty | Pickup     | Return     | Day Rate |
        | Fisher dolly | Gripco | FD-1030  | 1   | 2026-03-02 | 2026-03-20 | 300      |
        | Fisher dolly | Gripco | FD-1030  | 1   | 2026-03-04 | 2026-03-06 | 300      |
        | Fisher dolly | Gripco | FD-1030  | 1   | 2026-03-09 | 2026-03-13 | 300      |
    """
    issues = found("equipment-double-booked", {"Equipment": hired})
    assert [str(issue.at) for issue in issues] == ["Equipment!E3", "Equipment!E4"]
    assert [str(issue.related[0]) for issue in issues] == ["Equipment!F2", "Equipment!F2"]


@pytest.mark.parametrize(
    "notes", ["no weapons", "rubber gun", "Dog barks o.s.", "hot dogs on table", "glue gun", ""]
)
def test_what_only_sounds_like_a_hazard_needs_nobody(notes: str):
    plan = one_liner(ONE, f"| 12 | INT | STUNTMAN'S BAR | DAY | 1 2/8 | 1 | Mill | {notes} |")
    crew = "| Department | Position | Name |\n| Grip | Key Grip | Tom Okafor |"
    assert found("coordinator-missing", {"One Liner": plan, "Crew": crew}) == []


def test_a_stunt_coordinator_who_is_only_pencilled_is_for_information():
    plan = one_liner(ONE, "| 12 | INT | BAR | DAY | 1 2/8 | 1 | Mill | STUNTS: bar fight |")
    crew = """
        | Department | Position          | Name       | Status    |
        | Grip       | Key Grip          | Tom Okafor |           |
        | Stunts     | Stunt Coordinator | Ida Holm   | pencilled |
    """
    (issue,) = found("coordinator-missing", {"One Liner": plan, "Crew": crew})
    assert issue.severity is Severity.INFO
    assert issue.message == (
        "Scene 12 has stunts on Mon 2 March, and the stunt coordinator is only pencilled"
    )


def test_a_certificate_for_a_place_is_wanted_while_it_is_shot():
    plan = one_liner(
        ONE,
        "| 12 | EXT | QUAY | DAY | 1 2/8 | 1 | Pier 14 | |",
        THREE,
        "| 13 | EXT | QUAY | DAY | 1 2/8 | 1 | Mill | |",
    )
    log = """
        | Certificate # | Certificate Holder | Coverage  | Insurer | Effective  | Expires    |
        | C-1           | Pier 14            | Liability | Bayline | 2026-01-01 | 2026-03-02 |
        | C-2           | Mill               | Liability | Bayline | 2026-01-01 | 2026-03-03 |
        | C-3           | Gripco             | Equipment | Bayline | 2026-01-01 | 2026-12-31 |
    """
    (issue,) = found("insurance-expires", {"Insurance": log, "One Liner": plan})
    assert str(issue.at) == "Insurance!F3"
    assert issue.message == (
        "Liability for Mill ends on Tue 3 March 2026, and is wanted on Wed 4 March"
    )


def grid(*lines: str) -> str:
    """A crew grid of Monday and Tuesday with fifteen others on it."""
    others = (f"| Grip {number} | Ann Other{number} | W | W |" for number in range(15))
    return "\n".join(("| Position | Name | 3/2 | 3/3 |", "| | | Mon | Tue |", *lines, *others))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("| Key Grip | Tom Okafor | W | W |", "the crew grid has no animal wrangler"),
        ("| Wrangler | Ida Holm | W |  |", "no animal wrangler of the crew grid is there"),
        ("| Wrangler | Ida Holm |  | W |", ""),
    ],
)
def test_without_a_crew_list_who_minds_a_hazard_stands_on_the_grid_of_the_whole_crew(line, why):
    plan = one_liner(
        TWO, "| 31 | EXT | PARK | DAY | 1 3/8 | 1, 3 | Harlan Park | a dog off leash |"
    )
    issues = found("coordinator-missing", {"One Liner": plan, "Crew Grid": grid(line)})
    assert [issue.message.split(", and ")[1] for issue in issues] == [why] * bool(why)


def test_a_grid_of_a_few_is_no_list_of_the_crew():
    few = "\n".join(grid("| Key Grip | Tom Okafor | W | W |").splitlines()[:6])
    plan = one_liner(
        TWO, "| 31 | EXT | PARK | DAY | 1 3/8 | 1, 3 | Harlan Park | a dog off leash |"
    )
    known = facts({"One Liner": plan, "Crew Grid": few})
    assert "a crew list" in rules()["coordinator-missing"].lacks(known)


def test_two_hires_of_one_item_that_go_out_on_one_day_change_over_nothing():
    listed = """
    | Description | Vendor | Serial # | Qty | Pickup     | Return     | Day Rate |
    | Steadicam   | Optima | SU-0412  | 1   | 2026-03-04 | 2026-03-09 | 300      |
    | Steadicam   | Optima | SU-0412  | 1   | {}         | 2026-03-04 | 300      |
    """
    (issue,) = found("equipment-double-booked", {"Equipment": listed.format("2026-03-04")})
    assert issue.dates == (date(2026, 3, 4),)
    assert found("equipment-double-booked", {"Equipment": listed.format("2026-03-02")}) == []
