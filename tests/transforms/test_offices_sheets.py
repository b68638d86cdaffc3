"""What offices write in other columns, cells and words than the manuals of the rules show."""

from __future__ import annotations

from datetime import date

import pytest

import schemas
from model.grid import Book, Grid
from model.issue import Issue
from tests.transforms.sheets import facts, production
from transforms.facts import Facts
from transforms.rules import rules

ONE = "| DAY 1 - Monday, March 2, 2026 |"
TWO = "| DAY 2 - Tuesday, March 3, 2026 |"


def found(code: str, tabs: dict[str, str], **settings: str) -> list[Issue]:
    known = facts(tabs, **settings)
    assert not rules()[code].lacks(known)
    return list(rules()[code].issues(known))


def cells(code: str, tabs: dict[str, str], **settings: str) -> list[str]:
    return [str(issue.at) for issue in found(code, tabs, **settings)]


UNITS = """
    | Day | Date       | Unit   | Scene | I/E | Set   | D/N | Pages | Cast | Location |
    | 1   | 2026-03-02 | Main   | 12    | EXT | DYKE  | DAY | 1 2/8 | 1    | Dyke     |
    | 1   | 2026-03-02 | {}     | 40    | EXT | DYKE  | DAY | 2/8   |      | Dyke     |
"""


@pytest.mark.parametrize("unit", ["2nd", "2nd Unit", "2", "B", "Splinter", "Tandem"])
def test_a_column_may_name_the_second_unit(unit: str):
    assert cells("location-double-booked", {"One Liner": UNITS.format(unit)}) == ["One Liner!J2"]


@pytest.mark.parametrize("unit", ["Main", "1st", "Main + 2nd", ""])
def test_a_column_of_the_main_unit_is_one_unit(unit: str):
    assert cells("location-double-booked", {"One Liner": UNITS.format(unit)}) == []


def test_two_units_of_one_tab_by_their_banners():
    plan = """
        | Scene | I/E | Set  | D/N | Pages | Cast | Location |
        | DAY 1 - Monday, March 2, 2026 |
        | 12    | EXT | QUAY | DAY | 1 2/8 | 1    | Pier 14  |
        | 2ND UNIT DAY 1 - Monday, March 2, 2026 |
        | 40    | EXT | QUAY | DAY | 2/8   |      | Pier 14  |
    """
    (issue,) = found("location-double-booked", {"One Liner": plan})
    assert issue.dates == (date(2026, 3, 2),)


DOOD = """
    | Cast  | 3/2 | 3/3 |
    |       | Mon | Tue |
    | 1.ANA | SW  | WF  |
    | 2.BEN | SW  | H   |
"""


@pytest.mark.parametrize(("unit", "missing"), [("TANDEM", True), ("2ND UNIT", False)])
def test_a_tandem_unit_shoots_with_the_cast_itself(unit: str, missing: bool):
    plan = f"""
        | Scene | I/E | Set  | D/N | Pages | Cast  | Location |
        | DAY 2 - Tuesday, March 3, 2026 |
        | 12    | EXT | QUAY | DAY | 1 2/8 | 1     | Pier 14  |
        | {unit} DAY 1 - Tuesday, March 3, 2026 |
        | 40    | EXT | LANE | DAY | 2/8   | 2, 1X | Mill     |
    """
    assert bool(found("cast-in-scene-not-working", {"DOOD": DOOD, "One Liner": plan})) is missing


def test_a_heading_says_the_time_and_what_happens_below_it():
    lines = [
        ["Sc.", "Description", "Pgs", "Cast", "Location"],
        ["DAY 1 - Monday, March 2, 2026"],
        ["14", "EXT. LOT - NIGHT\nRay pulls his revolver on Al", "1 1/8", "2", "Motel"],
        ["DAY 2 - Tuesday, March 3, 2026"],
        ["21", "EXT. HIGHWAY - DAY", "1", "2", "Hwy 62"],
    ]
    crew = [["Position", "Name"], ["UPM", "Pat Low"], ["Set PA", "Joe May"]]
    grids = (Grid("One Liner", lines), Grid("Crew", crew))
    made = production()
    read = schemas.read(Book("book", "id", "Book", "en_US", "UTC", grids), made)
    known = Facts(read.tables, made)
    for code, at in (("night-to-day-flip", "B5"), ("coordinator-missing", "B3")):
        assert not rules()[code].lacks(known)
        assert [str(issue.at) for issue in rules()[code].issues(known)] == [f"One Liner!{at}"]


PLACES = "| 12 | EXT | QUAY | DAY | 1 2/8 | 1 | {} |"
HEAD = "| Scene | I/E | Set | D/N | Pages | Cast | Location |"


def places(*days: str) -> str:
    return "\n".join((HEAD, *days))


def test_permit_dates_in_one_cell():
    log = """
        | Permit # | Location | Authority | Permit Dates        | Status |
        | 1        | Pier 14  | Port      | 2026-03-02          | Issued |
        | 2        | Mill     | City      | 3/2/2026 - 3/3/2026 | Issued |
    """
    two = places(ONE, PLACES.format("Pier 14"), TWO, PLACES.format("Pier 14"))
    assert cells("permit-expires", {"Permits": log, "One Liner": two}) == ["Permits!D2"]
    mill = places(ONE, PLACES.format("Mill"), TWO, PLACES.format("Mill"))
    assert cells("permit-expires", {"Permits": log, "One Liner": mill}) == []


def test_periods_and_rental_dates_are_one_column():
    cover = """
        | Coverage         | Company | Policy # | Limits    | Policy Period    | Notes    |
        | CGL              | Zenith  | Z-100    | $1M / $2M | 3/3/25-3/3/26    | renewing |
        | CGL              | Zenith  | Z-200    | $2M / $4M | 3/3/26-3/3/27    |          |
        | Equipment floater | Zenith | Z-103    | $750K     | 1/1/26 - 3/2/26  |          |
    """
    assert cells("insurance-expires", {"Insurance": cover, "DOOD": DOOD}) == ["Insurance!E4"]
    hired = """
        | Item   | Vendor  | S/N | Rental Dates    | Returned? | Dept |
        | Condor | Sunbelt | C9  | 3/2/26 - 3/6/26 | N         | Grip |
        | Condor | Sunbelt | C9  | 3/4/26 - 3/9/26 | Y         | Grip |
        | Canoe  | Ely     |     | 3/2/26 - 3/6/26 | Y         | Art  |
    """
    assert cells("overdue-return", {"Gear": hired}, today="2026-03-10") == ["Gear!D2"]
    assert cells("equipment-double-booked", {"Gear": hired}) == ["Gear!D3"]


def test_days_listed_in_one_cell_and_a_first_line_without_a_date():
    log = """
        | Location | Permit / agreement | Permission from | Dates agreed     | Signed? |
        | Mill     | LA-1               | Mrs Ely         | 2-3 March 2026   | Y       |
        | Pier 14  | LA-2               | Port            | 3/2 & 3/4        | Y       |
    """
    plan = places(ONE, PLACES.format("Mill"), TWO, PLACES.format("Pier 14"))
    tabs = {"Location agreements": log, "One Liner": plan}
    assert cells("permit-missing", tabs) == []
    assert cells("permit-expires", tabs) == []


@pytest.mark.parametrize(
    ("place", "missing"), [("Roy's", False), ("Royal Mint", True), ("The Palms", True)]
)
def test_a_permit_whose_name_has_all_the_words_may_be_for_the_place(place: str, missing: bool):
    log = """
        | Permit # | Location                    | Authority | Valid From | Expires    |
        | 1        | Mill                        | City      | 2026-03-02 | 2026-03-09 |
        | 2        | Roy's Gas, 29 Palms Highway | County    | 2026-03-02 | 2026-03-09 |
    """
    plan = places(ONE, PLACES.format(place), TWO, PLACES.format("Mill"))
    assert bool(cells("permit-missing", {"Permits": log, "One Liner": plan})) is missing


@pytest.mark.parametrize("said", ["", "still on truck", "No", "extended"])
def test_what_is_off_hired_is_back(said: str):
    hired = f"""
        | Item    | Hire co | From       | To         | Off-hired  |
        | ARRIMAX | Panalux | 2026-03-02 | 2026-03-04 | {said}     |
        | Genie   | Lifts   | 2026-03-02 | 2026-03-04 | 2026-03-04 |
    """
    assert cells("overdue-return", {"Equipment": hired}, today="2026-03-10") == ["Equipment!D2"]


def test_what_a_further_line_hires_on_is_not_late():
    hired = """
        | Item      | Vendor | Serial | Out        | Due back   | Returned   |
        | Dolly     | Gripco | T-4    | 2026-03-02 | 2026-03-04 |            |
        | Dolly     | Gripco | T-4    | 2026-03-04 | 2026-03-06 | 2026-03-06 |
        | Dolly     | Gripco | T-5    | 2026-03-02 | 2026-03-04 |            |
    """
    assert cells("overdue-return", {"Equipment": hired}, today="2026-03-10") == ["Equipment!E4"]


def test_remarks_under_a_french_heading():
    plan = f"""
        | Séq. | Effet    | Décor  | Pages | Rôles | Lieu  | Observations        |
        {ONE.replace("DAY 1 - Monday, March 2", "J1 - lundi 2 mars")}
        | 20   | EXT/NUIT | MARAIS | 1 1/8 | 2, 3  | Étang | fusil, tir à blanc  |
    """
    crew = "| Poste | Nom |\n| Chef accessoiriste | Max Petit |\n| Régisseur | Jo Vidal |"
    assert cells("coordinator-missing", {"Plan de travail": plan, "Liste technique": crew}) == [
        "Plan de travail!G3"
    ]


@pytest.mark.parametrize("account", ["TBD", "???", "n/a", "-", ""])
def test_an_open_account_is_none(account: str):
    log = f"""
        | PO # | Vendor      | Account | Date       | Description | Amount | Invoiced | Status |
        | 101  | Stage Paint | 2201    | 2026-03-02 | Paint       | 1200   | 0        | Open   |
        | 102  | Foam World  | {account} | 2026-03-03 | Foam      | 800    | 300      | Open   |
    """
    assert cells("po-without-account", {"PO Log": log}) == ["PO Log!C3"]
