"""People whom two units have on one day, by crew grids: what is a clash and what only looks so."""

from __future__ import annotations

import pytest

from model.issue import Issue, Severity
from tests.transforms.sheets import facts
from transforms.days.units import named
from transforms.rules import rules

HEAD = "| Position | Name | 3/2 | 3/3 | 3/4 | 3/5 |\n"
MAIN = (
    HEAD
    + """
| Gaffer   | Sol Ferrer   | x | x | x | x |
| DP       | Ida Lindgren | x | x | x | x |
| Key Grip | Tom Okafor   | x | x |   |   |
"""
)
OTHER = (
    HEAD
    + """
| 2U DP    | Vic Sandoval | x | x | x   | x |
| Operator | Ida Lindgren |   |   | {}  |   |
| Grip     | Okafor, Tom  |   |   | x   | x |
"""
)


def clashes(tabs: dict[str, str]) -> list[Issue]:
    known = facts(tabs)
    return list(rules()["double-booked"].issues(known))


@pytest.mark.parametrize(
    ("main", "other"),
    [
        ("Main Unit", "2nd Unit"),
        ("Days - Main", "Days - Aerial"),
        ("Crew Days", "Splinter"),
        ("Einsatz Hauptteam", "Einsatz 2. Einheit"),
        ("Équipe A", "Équipe B"),
        ("Refuerzos Unidad A", "Refuerzos Unidad B"),
        ("Crew bookings 1st unit", "Crew bookings 2U"),
        ("North team", "South team"),
        ("Team Iceland", "Team Kenya"),
        ("Blue unit", "Red unit"),
        ("Equipo costa", "Equipo sierra"),
    ],
)
def test_one_person_on_two_units(main: str, other: str):
    (issue,) = clashes({main: MAIN, other: OTHER.format("x")})
    assert issue.message == f"Ida Lindgren works on {main} and {other} on Wed 4 March"
    assert (str(issue.at), str(issue.related[0])) == (f"{main}!E3", f"{other}!E3")
    assert issue.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("main", "other"),
    [
        ("Days Worked", "Crew Bookings"),
        ("Crew Days wk 1", "Crew Days wk 1 revised"),
        ("Main Unit", "Main Unit Dailies"),
        ("107 Crew", "108 Crew"),
        ("Main & 2nd Unit Crew Days", "Crew Days"),
        ("Camera team", "Production team"),
        ("Crew Days", "South team"),
        ("Main Unit", "Blue team"),
        ("Team calendar", "Full team"),
    ],
)
def test_sheets_of_one_unit_are_no_two_places(main: str, other: str):
    assert clashes({main: MAIN, other: OTHER.format("x")}) == []


@pytest.mark.parametrize("mark", ["pen", "(x)", "x?", "H", "opt", "off", "declined", "avail", ""])
def test_who_is_only_pencilled_is_free(mark: str):
    assert clashes({"Main Unit": MAIN, "2nd Unit": OTHER.format(mark)}) == []


def test_a_legend_says_who_declined():
    legend = "| C = confirmed    P = pencilled    X = declined / not available |\n"
    tabs = {
        "Main Unit": legend + MAIN.replace(" x ", " C "),
        "2nd Unit": legend + OTHER.format("{}").replace(" x ", " C "),
    }
    for mark, found in (("C", 1), ("P", 0), ("X", 0)):
        assert len(clashes(tabs | {"2nd Unit": tabs["2nd Unit"].format(mark)})) == found, mark


def test_half_a_day_on_each_unit_is_a_day():
    halves = MAIN.replace("| Ida Lindgren | x | x | x | x |", "| Ida Lindgren | x | x | 0.5 | x |")
    assert clashes({"Main Unit": halves, "2nd Unit": OTHER.format("0.5")}) == []
    assert len(clashes({"Main Unit": halves, "2nd Unit": OTHER.format("x")})) == 1


def test_the_units_are_sections_of_one_sheet():
    grid = """
        | RENFORTS |
        | Poste       | Nom          | 3/2 | 3/3 | 3/4 |
        | ÉQUIPE A    |
        | Machiniste  | LAMY Sarah   | X   | X   |     |
        | Électro     | DIOP Cheikh  |     | op  | X   |
        | ÉQUIPE B    |
        | Machiniste  | LAMY Sarah   |     | X   | X   |
        | Électro     | DIOP Cheikh  |     | X   |     |
    """
    (issue,) = clashes({"Renforts": grid})
    assert (str(issue.at), str(issue.related[0])) == ("Renforts!D4", "Renforts!D7")
    jobs = grid.replace("| ÉQUIPE A    |", "| MACHINERIE |").replace("| ÉQUIPE B    |", "| RÉGIE |")
    assert clashes({"Renforts": jobs}) == [], "two jobs on one unit"


def test_the_units_are_a_column_or_the_titles_of_two_grids_on_one_tab():
    column = """
        | Unit | Position | Name         | 3/2 | 3/3 | 3/4 |
        | Main | Gaffer   | Sol Ferrer   | x   | x   |     |
        | 2nd  | Gaffer   | Sol Ferrer   |     | x   | x   |
        | Main | DP       | Ida Lindgren | x   | x   |     |
    """
    (issue,) = clashes({"Crew Days": column})
    assert str(issue.at) == "Crew Days!E2"
    lettered = column.replace("| Unit |", "| Team unit |").replace("| Main |", "| A |")
    (issue,) = clashes({"Crew Days": lettered.replace("| 2nd  |", "| B |")})
    assert str(issue.at) == "Crew Days!E2"
    titled = f"| MAIN UNIT |\n{MAIN}|  |\n| 2ND UNIT - plates |\n{OTHER.format('x')}"
    (issue,) = clashes({"Crew Days": titled})
    assert (str(issue.at), str(issue.related[0])) == ("Crew Days!E4", "Crew Days!E10")


@pytest.mark.parametrize(
    ("heading", "main", "other"),
    [("Unit", "Main", "2U"), ("Unit", "MU", "SU"), ("Unité", "1", "2"), ("Einheit", "Haupt", "2.")],
)
def test_the_units_are_a_column_beside_the_departments(heading: str, main: str, other: str):
    grid = f"""
        | Dept | Name         | Position | {heading} | 3/2 | 3/3 | 3/4 |
        | LX   | Sol Ferrer   | Gaffer   | {main}    | x   | x   |     |
        | Cam  | Ida Lindgren | DP       | {main}    | x   | x   | x   |
        | LX   | Sol Ferrer   | Gaffer   | {other}   |     | x   | x   |
        | Cam  | Ida Lindgren | DP       | {other}   |     | pen |     |
    """
    (issue,) = clashes({"Crew Days": grid})
    assert (str(issue.at), str(issue.related[0])) == ("Crew Days!F2", "Crew Days!F4")
    assert clashes({"Crew Days": grid.replace(f"| {other}  ", f"| {main}  ")}) == [], "one unit's"
    everybody = grid.replace(f"| {other}  ", f"| {main} / {other}  ")
    assert clashes({"Crew Days": everybody}) == [], "of both units"


def test_the_whole_crew_and_a_unit_of_it_are_two_sheets_of_one_plan():
    people = ("Sol Ferrer", "Ida Lindgren", "Tom Okafor")
    unit = HEAD + "".join(f"| Grip | {name} | x | x | x | x |\n" for name in people)
    assert clashes({"Crew Days": MAIN + unit.removeprefix(HEAD), "2nd Unit Crew": unit}) == []


DOOD = """
| Cast        | 3/2 | 3/3 | 3/4 | 3/5 |
|             | Mon | Tue | Wed | Thu |
| 1.ANA MOREN | SW  | W   | W   | WF  |
| 2.IDA       | SW  | W   | H   | WF  |
"""
CAST = """
| No. | Role | Performer    |
| 1   | ANA  | Ana Moreno   |
| 2   | IDA  | Ida Lindgren |
"""


@pytest.mark.parametrize(
    ("tab", "found"), [("Main Unit DOOD", 1), ("DOOD", 0), ("2nd Unit DOOD", 0)]
)
def test_a_performer_on_a_day_out_of_days_and_a_grid(tab: str, found: int):
    other = OTHER.format("x").replace("|   |   | x  |   |", "| x |   | x |   |")
    assert len(clashes({tab: DOOD, "Cast List": CAST, "2nd Unit Crew": other})) == found


def test_a_crews_day_out_of_days_is_the_main_units():
    dood = DOOD.replace("1.ANA MOREN", "Sol Ferrer").replace("2.IDA", "Ida Lindgren")
    crew = "| Position | Name | Phone |\n| DP | Ida Lindgren | 1 |\n| Gaffer | Sol Ferrer | 2 |\n"
    other = OTHER.format("x").replace("|   |   | x  |   |", "| x |   | x |   |")
    (issue,) = clashes({"Crew DOOD": dood, "Crew List": crew, "2nd Unit Crew": other})
    assert (str(issue.at), str(issue.related[0])) == ("2nd Unit Crew!C3", "Crew DOOD!B4")


@pytest.mark.parametrize(
    ("title", "units"),
    [
        ("SPLINTER / PLATE UNIT - days booked", {"splinter", "plate"}),
        ("RENFORTS ET ÉQUIPE B (plans routiers)", {"second"}),
        ("Einsatzplan 2. Einheit", {"second"}),
        ("Marine unit", {"marine"}),
        ("Main & 2nd Unit", set()),
        ("SECOND TEAM", set()),
        ("Planning équipe à jour", set()),
        ("Unit Nurse", set()),
        ("Crew days - 2nd week", set()),
    ],
)
def test_what_a_title_calls_its_unit(title: str, units: set[str]):
    assert named(title) == units
    assert named(title, alone=True) == units


def test_a_mark_says_that_somebody_is_lent():
    grid = """
        | CREW DAYS - MAIN UNIT |
        | Position | Name         | 3/2 | 3/3 | 3/4 |
        | Gaffer   | Sol Ferrer   | MU  | MU  | 2U  |
        | DP       | Ida Lindgren | MU  | MU  | MU  |
        | MU       | Main unit    |
        | 2U       | Second unit  |
    """
    second = "| Position | Name | 3/2 | 3/3 | 3/4 |\n| {} |\n"
    lent = second.format("Gaffer | Sol Ferrer | | | x |\n| Grip | Tom Okafor | x | x | x")
    assert clashes({"Crew": grid, "2nd Unit": lent}) == []
    (issue,) = clashes(
        {"Crew": grid, "2nd Unit": lent.replace("Ferrer | | | x", "Ferrer | | x | x")}
    )
    assert (str(issue.at), str(issue.related[0])) == ("Crew!D3", "2nd Unit!D2")


LIST = """
| Position | Name         | Unit     | Start Date | End Date   | Status |
| Operator | Ida Lindgren | {}       | 2026-03-02 | 2026-03-13 | {}     |
| Gaffer   | Sol Ferrer   | Main     | 2026-03-02 | 2026-03-13 |        |
| Key Grip | Tom Okafor   |          | 2026-03-02 | 2026-03-13 |        |
"""


@pytest.mark.parametrize(
    ("unit", "status", "found"),
    [("2nd Unit", "", 1), ("Main", "", 0), ("", "", 0), ("2nd Unit", "pencil", 0)],
)
def test_the_crew_list_has_somebody_on_another_unit(unit: str, status: str, found: int):
    issues = clashes({"Main Unit Days": MAIN, "Crew": LIST.format(unit, status)})
    assert [issue.severity for issue in issues] == [Severity.INFO] * found
    assert [str(issue.at) for issue in issues] == ["Main Unit Days!C3"] * found


def test_a_grid_of_the_other_unit_knows_better_than_the_crew_list():
    tabs = {"Main Unit": MAIN, "Crew": LIST.format("2nd Unit", ""), "2nd Unit": OTHER.format("")}
    assert all(issue.dates[0].day == 2 for issue in clashes(tabs)), "3/4 and 3/5 are on its grid"


def test_a_banner_over_people_with_departments_names_their_unit():
    grid = """
        | Dept | Name        | Role       | 3/2 | 3/3 | 3/4 |
        |      |             |            | Mon | Tue | Wed |
        | ACTION UNIT (2U) |
        | Rig  | Fionn Daly  | Performer  | C   | C   |     |
        | Grip | Jim Fagan   | Key Grip   | C   | C   | C   |
        | ON LOAN TO MAIN UNIT |
        | Rig  | Fionn Daly  | Performer  |     | C   | C   |
        | Art  | Petra Voss  | Art Director | C | C   | C   |
    """
    (clash,) = clashes({"Bookings": grid})
    assert (clash.subject, [day.day for day in clash.dates]) == ("Fionn Daly", [3])


def test_who_is_of_both_units_by_the_crew_list_is_on_neither_by_mistake():
    crew = """
        | Department | Position | Name         | Unit            | Start Date | End Date   |
        | Camera     | DP       | Ida Lindgren | Main / Splinter | 2026-03-02 | 2026-03-06 |
        | Grip       | Key Grip | Tom Okafor   | Main            | 2026-03-02 | 2026-03-06 |
    """
    grid = HEAD + "| DP | Ida Lindgren | x | x | x | x |\n| Key Grip | Tom Okafor | x | x | x | x |"
    assert clashes({"Crew": crew, "Splinter Unit": grid})[0].subject == "Tom Okafor"
    assert len(clashes({"Crew": crew, "Splinter Unit": grid})) == 1


def test_two_jobs_of_one_house_are_two_units():
    crew = """
        | Job # | Status    | Position | Name         | From      | To        | Day Rate |
        | 2614  | CONFIRMED | 1st AC   | Prather, Joel | 5/26/2026 | 5/28/2026 | $850     |
        | 2617  | CONFIRMED | 1st AC   | Prather, Joel | 5/28/2026 | 5/29/2026 | $850     |
        | 2614  | CONFIRMED | 2nd AC   | Mbeki, Rosa  | 5/26/2026 | 5/28/2026 | $650     |
        | 2617  | CONFIRMED | 2nd AC   | Mbeki, Rosa  | 5/29/2026 | 5/30/2026 | $650     |
    """
    (clash,) = clashes({"Bookings": crew})
    assert (clash.subject, [day.day for day in clash.dates]) == ("Joel Prather", [28, 28])


@pytest.mark.parametrize(("main", "at"), [("P", []), ("X", ["Crew Days!C4"]), (None, ["Crew!B3"])])
def test_a_grid_says_on_which_of_their_two_units_somebody_works(main: str | None, at: list[str]):
    listed = """
        | Position      | Name       | Unit | Start Date | End Date   |
        | Best Boy Grip | Kofi Adu   | MU   | 2026-03-02 | 2026-03-04 |
        | SU Grip       | Kofi Adu   | SU   | 2026-03-04 | 2026-03-04 |
        | Gaffer        | Sol Ferrer | MU   | 2026-03-02 | 2026-03-04 |
    """
    grid = f"""
        | CREW DAYS | X shoot · WR wrap · P = pencil |
        | Name        | Position      | 3/2 | 3/3 | 3/4    |
        | MAIN UNIT |
        | Kofi Adu    | Best Boy Grip | X   | X   | {main} |
        | Sol Ferrer  | Gaffer        | X   | X   | X      |
        | SPLINTER UNIT |
        | Kofi Adu    | SU Grip       |     |     | X      |
    """
    tabs = {"Crew": listed} | ({"Crew Days": grid} if main else {})
    assert [str(issue.at).replace("E4", "C4") for issue in clashes(tabs)] == at
