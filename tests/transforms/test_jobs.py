"""Which of a budget's lines pays for whom, in the words that two people write it in."""

from __future__ import annotations

import pytest

from tests.transforms.sheets import facts
from transforms.rules import rules

SAME = """
    DP | D.O.P. | Dir. of Photography | DIR OF PHOTOG.
    A Camera Operator | A-Cam Operator | Camera Operator A | A Cam Op
    1st AC | First Asst. Camera | 1st Assistant Camera | Focus Puller
    Script Supervisor | Script Supv | Scripty
    Property Master | Prop Master | Props Master
    Key Makeup | Key Make-up | Key Make-Up Artist
    Dept Head Hair | Hair Department Head | Head of Hair
    Gaffer | Chief Lighting Technician | Chief Lighting Tech (Gaffer)
    Sound Mixer | Production Sound Mixer
    Transportation Captain | Transpo Captain | Transport Captain
    Locations Manager | Location Mgr
    Costume Designer | Costumes Designer
    SFX Supervisor | Special Effects Supervisor
    DIT | D.I.T. | Digital Imaging Tech
    Best Boy Electric | Best Boy Elec | BBE
    Production Manager | UPM | Unit Production Manager
    1er assistant réalisateur | 1er Assistant réal. | 1er Ass. Mise en scène
    Directeur de la photographie | Chef opérateur | Dir. photo
    Monteur | Monteuse
    1. Kameraassistenz | 1. Kameraassistent | 1. Kameraassistentin
    Jefe de producción | Jefa de producción
    Director de producción | Directora de producción
"""
APART = """
    Production Manager | Assistant Production Manager
    1st AC | 2nd AC
    Best Boy Grip | Best Boy Electric
    Art Director | AD
    DP | DP kit
    Sound Mixer | Sound package
    A Camera Operator | B Camera Operator
    Costume Designer | Costume Supervisor
    Regisseur | Regieassistenz
    Directeur de production | Directeur de la photo
"""


def pairs(lines: str) -> list[tuple[str, str]]:
    rows = [[job.strip() for job in line.split("|")] for line in lines.strip().splitlines()]
    return [(row[0], other) for row in rows for other in row[1:]]


def is_over(description: str, position: str, name: str = "Ida Lindgren", times: int = 1) -> bool:
    known = facts(
        {
            "Detail": f"""
                | Account | Description   | Amount | Unit  | X       | Rate | Total |
                | 3301    | {description} | 6      | weeks | {times} | 4000 | 24000 |
                | 3399    | Film stock    | 6      | weeks | 1       | 100  | 600   |
            """,
            "Crew": f"""
                | Department | Position   | Name       | Start Date | Rate | Per  |
                | Camera     | {position} | {name}     | 2026-03-02 | 4500 | week |
                | Grip       | Key Grip   | Sol Ferrer | 2026-03-02 | 3000 | week |
            """,
        }
    )
    assert rules()["rate-over-budget"].lacks(known) == ""
    return bool(list(rules()["rate-over-budget"].issues(known)))


@pytest.mark.parametrize(("one", "other"), pairs(SAME))
def test_one_job_by_two_names(one: str, other: str):
    assert is_over(one, other)
    assert is_over(other, one)


@pytest.mark.parametrize(("one", "other"), pairs(APART))
def test_two_jobs_of_like_names(one: str, other: str):
    assert not is_over(one, other)
    assert not is_over(other, one)


@pytest.mark.parametrize(
    "description",
    ["DP - Lindgren", "DP (I. Lindgren)", "Ida Lindgren (DP)", "Lindgren, Ida", "DP: Ida Lindgren"],
)
def test_a_line_that_names_who_does_the_job(description: str):
    assert is_over(description, "DP")


def test_a_line_that_names_somebody_else():
    assert not is_over("DP - Okafor", "DP")


WRANGLERS = """
    | Department | Position      | Name        | Start Date | Rate | Per | Account |
    | Animals    | Head Wrangler | Bud Creigh  | 2026-03-02 | 640  | day | 2950    |
    | Animals    | Wrangler      | Shauna Redd | 2026-03-02 | 440  | day | 2951    |
    | Animals    | {}            | J.T. Mack   | 2026-03-02 | 470  | day | 2951    |
"""
SHARED = """
    | Account | Description   | Amount | Unit | X | Rate | Total |
    | 2950    | Head Wrangler | 36     | Days | 1 | 640  | 23040 |
    | 2951    | {}            | 60     | Days | 1 | 440  | 26400 |
"""


@pytest.mark.parametrize(
    ("line", "position", "subjects"),
    [
        ("Wranglers (2)", "Wrangler", ["J.T. Mack"]),
        ("Wranglers", "Wrangler 2", ["J.T. Mack"]),
        ("Wranglers", "Wrangler Driver", []),
        ("Wrangler", "Wrangler", []),
    ],
)
def test_a_line_that_several_share_says_what_each_of_them_costs(
    line: str, position: str, subjects: list[str]
):
    known = facts({"Detail": SHARED.format(line), "Crew": WRANGLERS.format(position)})
    found = list(rules()["rate-over-budget"].issues(known))
    assert [issue.subject for issue in found] == subjects


def test_a_shared_lines_days_are_nobodys():
    grid = """
        | Position | Name        | 3/2 | 3/3 | 3/4 |
        | Wrangler | Shauna Redd | W   | W   | W   |
        | Wrangler | J.T. Mack   | W   | W   | W   |
    """
    tabs = {
        "Detail": SHARED.format("Wranglers").replace("60 ", "2  "),
        "Crew": WRANGLERS.format("Wrangler"),
        "Days Worked": grid,
    }
    assert list(rules()["days-over-budget"].issues(facts(tabs))) == []


@pytest.mark.parametrize("unit", ["sesiones", "jornadas", "Drehtage", "days"])
def test_days_are_budgeted_by_other_words(unit: str):
    detail = f"""
        | PRESUPUESTO DETALLADO |
        | Account | Description | Amount | Unit   | X | Rate | Total |
        | 02.01   | Teo         | 2      | {unit} | 1 | 640  | 1280  |
        | 02.02   | Marina      | 4      | {unit} | 1 | 950  | 3800  |
    """
    dood = """
        | Cast     | 3/2 | 3/3 | 3/4 |
        |          | Mon | Tue | Wed |
        | 4.TEO    | SW  | W   | WF  |
        | 1.MARINA | SW  | H   | WF  |
    """
    found = list(rules()["days-over-budget"].issues(facts({"Detail": detail, "DOOD": dood})))
    assert [(issue.subject, issue.at.a1) for issue in found] == [("TEO", "D3")]


CALLED = "| Cast | 3/2 | 3/3 | 3/4 |\n| | Mon | Tue | Wed |\n| 2.DONAL | SW | H | WF |\n"


def days_over(lines: list[str], cast: str = "") -> list[str]:
    detail = "| Account | Description | Amount | Unit | X | Rate | Total |\n" + "\n".join(
        f"| 140{number} | {line} | 2 | days | 1 | 100 | 200 |" for number, line in enumerate(lines)
    )
    known = facts({"Detail": detail, "DOOD": CALLED} | ({"Cast": cast} if cast else {}))
    return [str(issue.at) for issue in rules()["days-over-budget"].issues(known)]


@pytest.mark.parametrize(
    ("lines", "flagged"),
    [
        (["MAEVE - Tess Oyelaran", "DONAL - Rory Beckwith", "IRIS - Camille Fortin"], ["DOOD!D3"]),
        (["MAEVE - Box Rental", "DONAL - Box Rental", "IRIS - Box Rental"], []),
        (["DONAL - Hotel Nights", "DONAL - Car Hire", "DONAL - Rory Beckwith"], []),
        (["DONAL - Rory Beckwith", "Grip - Tom Okafor", "Camera - Ida Lindgren"], []),
        (["Rolle Donal", "Rolle Maeve"], ["DOOD!D3"]),
        (["Role: DONAL"], ["DOOD!D3"]),
    ],
)
def test_a_line_that_names_a_role_and_who_plays_it(lines: list[str], flagged: list[str]):
    assert days_over(lines) == flagged


def test_a_line_that_names_a_role_with_its_number():
    cast = "| No. | Role | Performer |\n| 2 | FARMER DONAL | Rory Beckwith |"
    assert days_over(["FARMER DONAL (#2)"], cast) == ["DOOD!D3"]
    assert days_over(["FARMER DONAL (n° 2)"], cast) == ["DOOD!D3"]
    assert days_over(["FARMER DONAL (#3)"], cast) == []


def test_who_plays_a_role_may_stand_on_the_schedule_alone():
    schedule = "| Role | Artist | 3/2 | 3/3 | 3/4 |\n| | | Mon | Tue | Wed |\n"
    schedule += "| 2.DONAL | Rory Beckwith | SW | W | WF |"
    detail = "| Account | Description | Amount | Unit | X | Rate | Total |\n"
    detail += "| 1401 | Donal Farmer - Rory Beckwith | 2 | days | 1 | 100 | 200 |\n"
    detail += "| 1402 | Rory Beckwith | 2 | days | 1 | 100 | 200 |"
    found = rules()["days-over-budget"].issues(facts({"Detail": detail, "DOOD": schedule}))
    assert [str(issue.at) for issue in found] == ["DOOD!E3"]
