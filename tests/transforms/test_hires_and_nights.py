"""What is hired twice or for other days, nights before days, and accounts of a budget's detail."""

from __future__ import annotations

import pytest

from model.issue import Issue, Severity
from tests.transforms.sheets import facts
from transforms.rules import rules


def found(code: str, tabs: dict[str, str]) -> list[Issue]:
    return list(rules()[code].issues(facts(tabs)))


TWO_HOUSES = """
    | Description | Vendor  | Qty | Pickup     | Return     | Day Rate |
    | Dolly       | Gripco  | 1   | 2026-02-02 | 2026-02-06 | 300      |
    | {0}         | Lumos   | {1} | 2026-03-02 | 2026-03-13 | 100      |
    | {0}         | Gripco  | 1   | {2}        | 2026-03-20 | 100      |
"""


@pytest.mark.parametrize(
    ("what", "quantity", "start", "told"),
    [
        ("Angenieux EZ-1 zoom", "1", "2026-03-09", True),
        ("Honda EU7000 generator", "1", "2026-03-09", True),
        ("Preston HU4", "1", "2026-03-09", True),
        ("Preston HU4", "2", "2026-03-09", False),
        ("Preston HU4", "1", "2026-03-13", False),
        ("Preston HU4 or similar", "1", "2026-03-09", False),
        ('C-stand 40"', "1", "2026-03-09", False),
        ("Dolly", "1", "2026-03-09", False),
        ("12-pass van", "1", "2026-03-09", False),
        ("4x4 floppy", "1", "2026-03-09", False),
    ],
)
def test_one_of_a_model_from_two_houses_is_worth_knowing(
    what: str, quantity: str, start: str, told: bool
):
    issues = found(
        "equipment-double-booked", {"Equipment": TWO_HOUSES.format(what, quantity, start)}
    )
    assert [issue.severity for issue in issues] == [Severity.INFO] * told


NUMBERED = """
    | Item                  | Qty | House  | Out       | Back      | Unit   | PO  | Came back |
    | 15-pass van           | 2   | Wheels | 5/11/2026 | 5/29/2026 | Main   | 101 |           |
    | Hero car{0}           | 1   | Kahn's | 5/19/2026 | 5/21/2026 | Main   | 102 | 5/21/2026 |
    | Hero car{1}           | 1   | Kahn's | 5/20/2026 | 5/22/2026 | Social |     | 5/22/2026 |
"""


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (" CA plate 8KLM204", " CA plate 8KLM204", True),
        (", s/n K1.003", " (S/N: K1.003)", True),
        (", Kennzeichen HRO-KL 204", ", Kennzeichen HRO-KL 204 rot", True),
        (" reg AB12 CDE", " reg AB12 CDF", False),
        (" plate 12", " plate 12", False),
        ("", "", False),
    ],
)
def test_an_items_own_number_stands_beside_its_description(one: str, other: str, told: bool):
    issues = found("equipment-double-booked", {"Rentals": NUMBERED.format(one, other)})
    assert [issue.at.a1 for issue in issues if issue.severity is Severity.WARNING] == ["D4"] * told


@pytest.mark.parametrize("heading", ["Came back", "Went back", "Back in", "Wieder da"])
def test_what_came_back_whatever_its_column_is_called(heading: str):
    gear = f"""
        | Item     | Qty | From   | Pick up  | Due back | {heading} | $/wk |
        | Test kit | 1   | Lumos  | 2/23/2026 | 2/26/2026 |          | 0    |
        | Scout van | 1  | Wheels | 2/23/2026 | 2/27/2026 | 2/27/2026 | 480 |
    """
    assert [issue.at.a1 for issue in found("overdue-return", {"Gear": gear})] == ["E2"]


NIGHT = """
    | Scene | I/E | Set  | D/N | Pages | Cast | Location  |
    | DAY 1 - Monday, March 2, 2026 |
    | 12    | {}  | QUAY | N   | 1 2/8 | 1, 2 | Dock Road |
    | DAY 2 - Tuesday, March 3, 2026 |
    | 14    | INT | WARD | {}  | 6/8   | 1    | {}        |
"""


@pytest.mark.parametrize(
    ("outside", "time", "place", "told"),
    [
        ("EXT", "D", "City Hospital", True),
        ("INT", "D", "City Hospital", False),
        ("EXT", "N", "City Hospital", False),
        ("EXT", "D", "Studio 4", True),  # whoever works there went home in the morning
    ],
)
def test_a_day_inside_after_a_night_outside_is_worth_knowing(
    outside: str, time: str, place: str, told: bool
):
    issues = found("night-to-day-flip", {"One Liner": NIGHT.format(outside, time, place)})
    assert [issue.severity for issue in issues] == [Severity.INFO] * told


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("Minibus 9 pl. de repérages", False),
        ("Bus Motivbesichtigung", False),
        ("Kit préparation image", False),
        ("Minibus 9 pl.", True),
    ],
)
def test_what_is_hired_to_prepare_is_hired_for_that(what: str, told: bool):
    tabs = {
        "Equipment": f"""
            | Description | Vendor | Qty | Pickup     | Return     | Day Rate |
            | {what}      | Lumos  | 1   | 2026-02-02 | 2026-02-13 | 100      |
            | Dolly       | Gripco | 1   | 2026-03-02 | 2026-03-04 | 100      |
            | Alexa 35    | Gripco | 1   | 2026-03-02 | 2026-03-04 | 100      |
            """,
        "DOOD": """
            | Cast  | 3/2 | 3/3 | 3/4 |
            |       | Mon | Tue | Wed |
            | 1.ANA | SW  | W   | WF  |
            """,
    }
    assert bool(found("hired-outside-shoot", tabs)) is told


def test_a_budgets_detail_alone_says_which_accounts_there_are():
    tabs = {
        "Budget detail": """
            | Acct | Description   | Amount | Unit | X | Rate  | Total |
            | 3310 | Camera rental | 1      | pkg  | 1 | 89000 | 89000 |
            | 3510 | Vans          | 4      | wk   | 1 | 9000  | 36000 |
            """,
        "PO Log": """
            | PO #  | Date      | Vendor | Description | Account | Amount |
            | P-101 | 2026-2-16 | Lumos  | Alexa       | 3310    | 845.00 |
            | P-102 | 2026-2-16 | Drones | 2 days      | 3390    | 540.00 |
            """,
    }
    (issue,) = found("unbudgeted-account", tabs)
    assert (str(issue.at), issue.subject) == ("PO Log!E3", "3390")


CREW_DAYS = """
    | Position | Name         | 5/18 | 5/19 | 5/20 | 5/21 | 5/22 |
    | Gaffer   | Sol Ferrer   | W    | W    | W    | W    | W    |
    | Key Grip | Tom Okafor   | W    | W    | W    | W    | W    |
    | Boom Op  | Ida Lindgren |      | W    | W    | W    | W    |
"""


def test_without_a_schedule_the_crews_days_say_when_the_shoot_is():
    hired = """
    | Description     | Vendor | Qty | Pickup     | Return     | Day Rate |
    | 24mm probe lens | Lumos  | 1   | 2026-06-26 | 2026-06-28 | 350      |
    | Dolly           | Gripco | 1   | 2026-05-18 | 2026-05-22 | 300      |
    """
    (issue,) = found("hired-outside-shoot", {"Rentals": hired, "Crew Days": CREW_DAYS})
    assert str(issue.at) == "Rentals!D2"


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [("2026-06-08", "2026-06-12", True), ("2026-05-25", "2026-06-12", False)],
)
def test_without_a_schedule_a_hire_is_held_against_the_productions_dates(
    start: str, end: str, told: bool
):
    known = facts(
        {
            "Equipment": f"""
            | Description | Vendor | Qty | Pickup     | Return     | Day Rate |
            | Dolly       | Gripco | 1   | 2026-03-02 | 2026-03-06 | 300      |
            | Zoom        | Lumos  | 1   | {start}    | {end}      | 100      |
            """
        },
        start="2026-03-02",
        end="2026-05-30",
    )
    issues = list(rules()["hired-outside-shoot"].issues(known))
    assert [issue.at.row for issue in issues] == ([3] if told else [])


@pytest.mark.parametrize("status", ["Anulado", "Cancelled", "Opción", "Abgesagt", "Annulé"])
def test_a_hire_that_was_called_off_books_nothing(status: str):
    hired = """
        | Description  | Serial  | Vendor | Pickup     | Return     | Day Rate | Status     |
        | Aputure 1200 | L387-77 | Lumos  | 2026-03-02 | 2026-03-06 | 300      | Confirmado |
        | Aputure 1200 | L387-77 | Lumos  | 2026-03-02 | 2026-03-06 | 300      | {}         |
    """
    assert found("equipment-double-booked", {"Equipment": hired.format(status)}) == []
    assert len(found("equipment-double-booked", {"Equipment": hired.format("Confirmado")})) == 1
