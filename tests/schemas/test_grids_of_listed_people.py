"""Crew grids that are known by whose days they have: the people of the crew list."""

from __future__ import annotations

import pytest

from model.table import CrewGrid
from schemas import Reading, read, textgrid
from tests.schemas.reading import PRODUCTION, book

CREW = """
| Position    | Name          | Start  | End     | Deal memo |
| Director    | Ciara Whelan  | 3/2/26 | 3/20/26 | x         |
| DP          | Tomasz Bielak | 3/2/26 | 3/20/26 | x         |
| Sound Mixer | Gideon Mutai  | 3/2/26 | 3/20/26 | x         |
"""
PEOPLE = ["Ciara Whelan", "Tomasz Bielak", "Gideon Mutai"]
STRANGERS = str.maketrans("aeiou", "eioua")


def beside_the_list(grid: str, tab: str = "Mara") -> Reading:
    """What is read of a tab beside a crew list."""
    return read(
        book(*(textgrid.parse(*each)[0] for each in ((CREW, "Crew"), (grid, tab)))), PRODUCTION
    )


def grids(found: Reading) -> list[CrewGrid]:
    return [table for table in found.tables if isinstance(table, CrewGrid)]


LAYOUTS = {
    "names alone": """
        | TEAM SOUTH (W work, T travel) |
        | Who           | 3/2 | 3/3 | 3/4 | 3/5 |
        | Ciara Whelan  | W   | W   | W   |     |
        | Tomasz Bielak |     | T   | W   | W   |
        | Gideon Mutai  |     |     | W   | W   |
        """,
    "first and last name": """
        | Last   | First  | Mon 3/2 | Tue 3/3 | Wed 3/4 |
        | Whelan | Ciara  | 1       | 1       | 1       |
        | Bielak | Tomasz | 1       |         | 1       |
        | Mutai  | Gideon |         | 1       | 1       |
        """,
    "dates down": """
        | Date | Day | Ciara Whelan | Tomasz Bielak | Gideon Mutai |
        | 3/2  | Mon | x            | x             |              |
        | 3/3  | Tue | x            | x             | x            |
        | 3/4  | Wed | x            |               | x            |
        """,
    "a month over its days": """
        |               |          | MARCH |
        |               |          | M | T | W | T | F |
        | Name          | Ph.      | 2 | 3 | 4 | 5 | 6 |
        | Ciara Whelan  | 555-0101 | x | x | x |   |   |
        | Tomasz Bielak | 555-0102 | x | x | x | x |   |
        | Gideon Mutai  | 555-0103 | x | x | x | x | x |
        """,
    "the deal before the days": """
        | Role     | Name          | Day rate | From | To  | 3/2 | 3/3 | 3/4 | Days |
        | Director | Ciara Whelan  | 900      | 3/2  | 3/6 | 1   | 1   | 1   | 3    |
        | Producer | Tomasz Bielak | 800      | 3/2  | 3/6 | 1   | 1   | 1   | 3    |
        | Sound    | Gideon Mutai  | 700      | 3/3  | 3/6 |     | 1   | 1   | 2    |
        """,
    "jobs beside the names": """
        | STAFF PLAN |
        | Name                    | 3/2 | 3/3 | 3/4 |
        | Ciara Whelan (director) | x   | x   | x   |
        | Tomasz Bielak - DP      | x   | x   | x   |
        | Gideon Mutai / sound    |     | x   | x   |
        """,
    "letters that a schedule has as well": """
        | Crew dates |
        | Name          | 3/2 | 3/3 | 3/4 | 3/5 |
        | Ciara Whelan  | TR  | W   | W   | H   |
        | Tomasz Bielak | TR  | W   | W   | W   |
        | Gideon Mutai  |     | W   | H   | W   |
        """,
}


@pytest.mark.parametrize("grid", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_the_days_of_people_on_the_crew_list(grid: str):
    (table,) = grids(beside_the_list(grid))
    assert list(table.frame["name"]) == PEOPLE
    assert "its people are on the crew list" in table.why
    assert grids(beside_the_list(grid.translate(STRANGERS))) == [], "nobody of the list"


def test_a_week_below_the_other():
    week = "| WEEK {} |\n| Name | 3/{} | 3/{} | 3/{} |\n" + "".join(
        f"| {name} | W | W | W |\n" for name in PEOPLE
    )
    found = grids(beside_the_list(week.format(1, 2, 3, 4) + "|  |\n" + week.format(2, 9, 10, 11)))
    assert [len(table.frame) for table in found] == [3, 3]


@pytest.mark.parametrize(
    "title", ["Hotel nights", "Dinners", "Holiday planner", "Parking", "Vols / flights"]
)
def test_what_people_of_the_list_do_but_work(title: str):
    grid = f"| {title} |\n" + LAYOUTS["names alone"].split("\n", 2)[2]
    assert grids(beside_the_list(grid, "Sheet4")) == []
    assert grids(beside_the_list(LAYOUTS["names alone"], title)) == []


def test_one_crew_on_two_grids_has_not_the_same_lines():
    weeks = {
        "Plan": LAYOUTS["names alone"],
        "Later": LAYOUTS["names alone"].replace("| 3/", "| 4/"),
    }
    tabs = {"Crew": CREW, **weeks}
    found = read(book(*(textgrid.parse(text, tab)[0] for tab, text in tabs.items())), PRODUCTION)
    assert len(grids(found)) == 2
    assert [issue.code for issue in found.issues] == []
    tabs["Later"] = tabs["Plan"]
    found = read(book(*(textgrid.parse(text, tab)[0] for tab, text in tabs.items())), PRODUCTION)
    assert [issue.code for issue in found.issues] == ["same-lines-on-two-tabs"]


TEAMS = """
| {} - rev 5/26 |
| S = shoot | P = prep / load | T = travel | blank = off |
| NAME          | POSITION | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | DAYS |
|               |          | M   | T   | W   | Th  | F   |      |
{}"""
A_TEAM = TEAMS.format(
    "A TEAM CREW GRID",
    """| Ciara Whelan  | Director | P | S | S | S | S | 5 |
| Tomasz Bielak | DP       | P | S | S | S |   | 4 |
| Gideon Mutai  | Sound Mixer |  | S | S | S | S | 4 |""",
)
B_TEAM = """| Dale Ickes | Build Foreman | S | S | S |   |   | 3 |
| Rosie Huang | Medic        | S | S | S | S |   | 4 |
| {} | Carpenter     |   |   |   | S | S | 2 |"""


def beside_the_grid(grid: str, tab: str) -> Reading:
    """What is read of a tab beside a unit's crew grid, without any crew list."""
    tabs = ((A_TEAM, "A TEAM"), (ONE_LINER, "Plan"), (grid, tab))
    return read(book(*(textgrid.parse(*each)[0] for each in tabs)), PRODUCTION)


ONE_LINER = """
| Date   | Scene | I/E | Set     | D/N | Pages | Cast | Location |
| 3/2/26 | 1     | INT | KITCHEN | D   | 1     | 1    | House    |
| 3/3/26 | 2     | EXT | YARD    | D   | 1     | 1    | House    |
"""


@pytest.mark.parametrize("title", ["B TEAM (BUILD) - Tue thru Sat", "BUILD", "Team 2"])
def test_another_teams_grid_is_made_as_the_first_ones_is(title: str):
    other = TEAMS.format(title, B_TEAM.format("Toni Vasquez"))
    assert [grid.place.tab for grid in grids(beside_the_grid(other, "B TEAM"))] == [
        "A TEAM",
        "B TEAM",
    ]
    days = other.replace("| 3/2 | 3/3 |", "| 2/2 | 2/3 |").replace("3/", "2/")
    apart = beside_the_grid(days.replace("POSITION", "Shift"), "B TEAM")
    assert [grid.place.tab for grid in grids(apart)] == ["A TEAM"]
    leave = beside_the_grid(other.replace(title, "LEAVE PLANNER"), "Leave")
    assert [grid.place.tab for grid in grids(leave)] == ["A TEAM"]


def test_the_grids_people_bear_out_a_register_of_their_tickets():
    other = TEAMS.format("B TEAM", B_TEAM.format("Toni Vasquez"))
    register = """
        | TICKETS / CARDS - copies in binder |
        | Name         | Ticket   | Card no. | Expiry    |
        | Toni Vasquez | Rigging  | FP-2093  | 3/5/2026  |
        | Rosie Huang  | EMT      | UT-55810 | 3/30/2026 |
    """
    tabs = ((A_TEAM, "A TEAM"), (ONE_LINER, "Plan"), (register, "Tickets"), (other, "B TEAM"))
    found = read(book(*(textgrid.parse(*each)[0] for each in tabs)), PRODUCTION)
    assert {table.kind for table in found.tables} == {"crew_grid", "one_liner", "tickets"}
    strangers = register.replace("Toni Vasquez", "Oliver Otis").replace("Rosie Huang", "Ken Ott")
    tabs = ((A_TEAM, "A TEAM"), (ONE_LINER, "Plan"), (strangers, "Tickets"))
    found = read(book(*(textgrid.parse(*each)[0] for each in tabs)), PRODUCTION)
    assert {table.kind for table in found.tables} == {"crew_grid", "one_liner"}


LEGEND = """
| Availability, weeks 2 & 3 |
| {legend} |
| Who           | Does what | Mon 3/2 | Tue 3/3 | Wed 3/4 | Thu 3/5 |
| Ciara Whelan  | Lockup    | Y       | Y       | am      | N       |
| Tomasz Bielak | Paperwork | Y       | y?      | Y       | Y       |
| Gideon Mutai  | Runs      | N       | N       | am      | Y       |
"""


@pytest.mark.parametrize(
    ("legend", "many"),
    [
        ("Y = booked   y? = pencil   N = not avail   am = till lunch", 1),
        ("Y = in   N = on leave / vacation   am = morning", 1),
        ("Lunch orders", 0),
    ],
)
def test_what_marks_mean_is_no_title(legend: str, many: int):
    assert len(grids(beside_the_list(LEGEND.format(legend=legend), "Avails"))) == many


WHO_COULD_COME = """
| can you be there?? y / n / m (maybe) |
| name        | Sat 3/7 | Sun 3/8 | Sat 3/14 | Sun 3/15 | {last} |
| Wyatt       | y       | y       | y        | n        | n      |
| Casey B     |         | y       | m        | m        | y      |
| Hal (choir) | n       | y       | n        | n        | y      |
| Deb (choir) | n       | y       | n        | m        | y      |
"""


@pytest.mark.parametrize(
    "tab", ["PA + extras avail", "Availability - SAs", "Dispo figurants", "Verfügbarkeit Komparsen"]
)
def test_who_could_come_for_a_day_in_a_productions_spreadsheet(tab: str):
    (table,) = grids(beside_the_list(WHO_COULD_COME.format(last="car?"), tab))
    assert list(table.frame["name"]) == ["Wyatt", "Casey B", "Hal", "Deb"]
    states = dict(zip(table.marks["text"], table.marks["state"], strict=True))
    assert states == {"y": "available", "n": "off", "m": "hold"}


@pytest.mark.parametrize(
    "tab",
    ["Availability survey", "Extras hotel availability", "RSVP", "Guests available", "Attendance"],
)
def test_who_answers_anything_else_by_dates_is_no_crew(tab: str):
    assert grids(beside_the_list(WHO_COULD_COME.format(last="dinner?"), tab)) == []


@pytest.mark.parametrize("tab", ["PA + extras avail", "Volunteer availability"])
def test_elsewhere_who_could_come_is_nobodys_crew(tab: str):
    """A school's, or a wedding's: nothing else in the spreadsheet is a production's."""
    grid, _ = textgrid.parse(WHO_COULD_COME.format(last="car?"), tab)
    assert read(book(grid), PRODUCTION).tables == ()
