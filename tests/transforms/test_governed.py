"""Who works under which agreement: union, department, position; nothing guessed."""

from __future__ import annotations

from datetime import date

import pytest

from tests.transforms.sheets import facts
from transforms import agreements
from transforms.agreements import FigureName
from transforms.compute import run_rules
from transforms.people.governed import Governing, Worker, is_under
from transforms.people.ungoverned import without_agreement
from transforms.rules import rules

SAG, IA, ASA, T399, DGA = (
    agreements.load(name)
    for name in (
        "sag-aftra-theatrical-2023",
        "iatse-basic-2024",
        "iatse-area-standards-2024",
        "teamsters-399-2024",
        "dga-basic-2023",
    )
)
TORONTO, UK = agreements.load("iatse-873-2024"), agreements.load("uk-working-time-1998")
HOLLYWOOD = Governing([SAG, IA, T399, DGA], {"accounting": "none", "locations": T399.id})


@pytest.mark.parametrize(
    ("union", "names"),
    [
        ("IATSE Local 80", ["iatse-basic-2024"]),
        ("IATSE 873", ["iatse-873-2024"]),
        ("Local 600", ["iatse-basic-2024"]),
        ("L. 44", ["iatse-basic-2024"]),
        ("700", ["iatse-basic-2024"]),
        ("IATSE", ["iatse-basic-2024", "iatse-873-2024"]),
        ("IATSE 52", []),
        ("Teamsters Local 399", ["teamsters-399-2024"]),
        ("399", ["teamsters-399-2024"]),
        ("IBT 399", ["teamsters-399-2024"]),
        ("LiUNA 724", []),
        ("DGA", ["dga-basic-2023"]),
        ("SAG-AFTRA", ["sag-aftra-theatrical-2023"]),
        ("SAG", ["sag-aftra-theatrical-2023"]),
        ("SAG-E", ["sag-aftra-theatrical-2023"]),
        ("Sag/Aftra (Sched. F)", ["sag-aftra-theatrical-2023"]),
        ("Non-SAG", []),
        ("Non-union", []),
        ("N/A", []),
        ("NU", []),
        ("Equity", []),
        # Words that only contain a union's letters are none of its.
        ("Sagrada", []),
        ("DGC", []),
    ],
)
def test_how_lists_name_a_union(union: str, names: list[str]):
    chosen = [SAG, IA, T399, DGA, TORONTO]
    assert [each.id for each in chosen if is_under(each, union, chosen)] == names


@pytest.mark.parametrize(
    ("union", "under"), [("ACTRA", True), ("ACTRA Toronto", True), ("UBCP/ACTRA", False)]
)
def test_a_branch_with_an_agreement_of_its_own_is_not_under_the_unions(union: str, under: bool):
    assert is_under(agreements.load("actra-ipa-2025"), union) is under


def test_a_local_that_another_agreement_lists_is_not_under_this_one():
    chosen = [ASA, IA]
    assert [each.id for each in chosen if is_under(each, "IATSE 479", chosen)] == [ASA.id]
    assert [each.id for each in chosen if is_under(each, "IATSE 80", chosen)] == [IA.id]


@pytest.mark.parametrize(
    ("worker", "body"),
    [
        (Worker("cast"), "SAG-AFTRA"),
        (Worker("cast", union="ACTRA"), ""),
        (Worker("crew", union="IATSE 80", department="Locations"), "IATSE"),
        (Worker("crew", department="Locations"), "Teamsters 399"),
        (Worker("crew", department="Accounting"), ""),
        (Worker("crew", department="TRANSPORTATION"), "Teamsters 399"),
        (Worker("crew", department="Transport Dept."), "Teamsters 399"),
        (Worker("crew", department="ACCOUNTING DEPARTMENT"), ""),
        (Worker("crew", position="1st AD"), "DGA"),
        (Worker("crew", department="Grip", position="Key Grip"), "IATSE"),
    ],
)
def test_whose_agreement(worker: Worker, body: str):
    assert [each.body for each in HOLLYWOOD.own(worker)] == ([body] if body else [])


def test_of_several_that_could_be_meant_none_is():
    assert Governing([IA, ASA], {}).own(Worker("crew", department="Grip")) == ()


def test_an_agreement_for_some_positions_is_not_for_the_whole_crew():
    assert Governing([DGA], {}).own(Worker("crew", position="Gaffer")) == ()


def test_an_operator_of_local_600_rests_longer_than_a_grip():
    rests = [
        HOLLYWOOD.figure(Worker("crew", union="IATSE", position=position), FigureName.DAILY_REST)
        for position in ("Key Grip", "Camera Operator")
    ]
    assert [str(found[1].value) for found in rests if found] == ["10", "11"]


def test_a_law_holds_beside_an_agreement_and_an_agreement_goes_before():
    governing = Governing([UK, SAG], {})
    for union, hours in (("SAG-AFTRA", "12"), ("Equity", "11")):
        found = governing.figure(Worker("cast", union=union), FigureName.DAILY_REST)
        assert found is not None
        assert str(found[1].value) == hours


def test_an_agreement_and_its_successor_each_in_its_time():
    successor = SAG.model_copy(
        update={"id": "next", "effective_from": date(2026, 7, 1), "effective_to": None}
    )
    governing = Governing([SAG, successor], {})
    for day, expected in ((date(2026, 6, 30), SAG), (date(2026, 7, 1), successor)):
        found = governing.figure(Worker("cast"), FigureName.SIXTH_DAY, day)
        assert found is not None
        assert found[0] is expected


CAST = """
    | No. | Role | Performer   | Union     | Deal        |
    | 1   | ANA  | Ana Moreno  | SAG-AFTRA | $600/day    |
    | 2   | BEN  | Ben Adeyemi | Equity    | $8,000/week |
    | 3   | CARL | Carl Ruiz   | non-union | $400/day    |
    | 4   | DORA | Dora Lund   |           | $600/day    |
"""
CREW = """
    | Department | Position  | Name       | Union    | Rate     |
    | Grip       | Key Grip  | Bo Sanders | IATSE 80 | $700/day |
    | Grip       | Best Boy  | Jo Willard |          | $50/hr   |
    | Accounting | Clerk     | Di Okafor  |          | $50/hr   |
"""


@pytest.mark.parametrize(
    ("chosen", "departments", "expected"),
    [
        (
            "sag-aftra-theatrical-2023",
            {},
            "an agreement for 1 person of the cast whose union is none of those chosen: name it "
            "under 'agreements' in the settings",
        ),
        # The crew's only agreement is everybody's; two of them leave those without a union open.
        ("iatse-basic-2024", {}, ""),
        (
            "iatse-basic-2024, iatse-area-standards-2024",
            {"Accounting": "none"},
            'the union of 1 person of the crew: add a column "Union", or name their department '
            "under 'department_agreements' in the settings",
        ),
        (
            "iatse-basic-2024, iatse-area-standards-2024",
            {"Accounting": "none", "Grip": "iatse-basic-2024"},
            "",
        ),
        # A law is for everybody, and an agreement for assistant directors is not for the grips.
        ("sag-aftra-theatrical-2023, uk-working-time-1998", {}, ""),
        ("dga-basic-2023", {}, ""),
        ("", {}, ""),
    ],
)
def test_whom_no_agreement_governs(chosen: str, departments: dict[str, str], expected: str):
    made = facts(
        {"Cast": CAST, "Crew": CREW},
        agreements=chosen or (),
        department_agreements=departments,
    )
    assert without_agreement(made, FigureName.DAYS_OFF) == expected


def test_a_rule_that_passes_people_over_says_so():
    dood = """
        | Cast  | 3/2 | 3/3 |
        |       | Mon | Tue |
        | 1.ANA | SW  | WF  |
    """
    made = facts({"Cast": CAST, "DOOD": dood}, agreements="sag-aftra-theatrical-2023")
    needs = {each.rule: each.needs for each in run_rules(made, rules().values())[1]}
    assert needs["short-drop"].startswith(
        "an agreement for 1 person of the cast whose union is none"
    )


def test_words_of_a_membership_name_no_union():
    canada = Governing([agreements.load("actra-ipa-2025")], {})
    for union in ("full", "Apprentice", "full (minor)", "permit"):
        assert [each.body for each in canada.own(Worker("cast", union=union))] == ["ACTRA"]
    for union in ("non-union", "non-member", "N/U", "UDA"):
        assert canada.own(Worker("cast", union=union)) == ()


@pytest.mark.parametrize(
    ("position", "hours"),
    [
        ("Stunt Coordinator", "10"),
        ("STUNT CO-ORD / DRIVER", "10"),
        ("Stunt Co-ordinator", "10"),
        ("Stunt Coord. & Actor", "10"),
        ("Stunt Performer", "11"),
        ("Coordinator", "11"),
    ],
)
def test_a_position_of_a_group_in_the_words_of_lists(position: str, hours: str):
    canada = Governing([agreements.load("actra-ipa-2025")], {})
    found = canada.figure(Worker("cast", position=position), FigureName.DAILY_REST)
    assert found is not None
    assert str(found[1].value) == hours
