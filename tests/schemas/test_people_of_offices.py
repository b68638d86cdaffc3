"""Lists of people and positions that are no crew and no cast."""

from __future__ import annotations

import pytest

from tests.schemas.reading import reading

OFFICES = {
    "staff directory": """
        | Name      | Department | Title         | Phone    | Email       | Start Date |
        | Ana M     | Sales      | Sales Manager | 555-0100 | a@x.example | 2019-03-02 |
        | Ben O     | Production | Line Operator | 555-0101 | b@x.example | 2020-03-02 |
        | Cleo P    | Finance    | Accountant    | 555-0102 | c@x.example | 2021-03-02 |
        | Dan Q     | Transport  | Driver        | 555-0103 | d@x.example | 2021-03-02 |
    """,
    "customers": """
        | Company   | Contact | Title     | Phone    | Email       | Account |
        | Big Lamps | Ana M   | Buyer     | 555-0100 | a@x.example | 1001    |
        | Wide Eyes | Ben O   | Director  | 555-0101 | b@x.example | 1002    |
    """,
    "volunteers": """
        | Name  | Role       | Phone    | Email       | Start |
        | Ana M | Marshal    | 555-0100 | a@x.example | 3/2   |
        | Ben O | First aid desk | 555-0101 | b@x.example | 3/2 |
        | Cleo P | Car park  | 555-0102 | c@x.example | 3/2   |
        | Dan Q | Teas       | 555-0103 | d@x.example | 3/2   |
        | Eve R | Teas       | 555-0104 | e@x.example | 3/2   |
        | Fay S | Raffle     | 555-0105 | f@x.example | 3/2   |
    """,
    "a project's team": """
        | Role            | Name  | Email       | Start      |
        | Project manager | Ana M | a@x.example | 2026-03-02 |
        | Developer       | Ben O | b@x.example | 2026-03-02 |
        | Sponsor         | Cleo P | c@x.example | 2026-03-02 |
    """,
    "class register": """
        | No | Last Name | First Name | Class | Phone    |
        | 1  | Moreno    | Ana        | 4b    | 555-0100 |
        | 2  | Ode       | Ben        | 4b    | 555-0101 |
    """,
    "office payroll": """
        | Employee | Position   | Rate | Hours | Start Date |
        | Ana M    | Cashier    | 15   | 40    | 2025-03-02 |
        | Ben O    | Supervisor | 19   | 40    | 2025-03-02 |
    """,
    "a salon": """
        | Name  | Position       | Phone    | Start Date |
        | Ana M | Hair stylist   | 555-0100 | 2020-03-02 |
        | Ben O | Colorist       | 555-0101 | 2021-03-02 |
        | Cleo P | Make-up artist | 555-0102 | 2022-03-02 |
    """,
    "an airline's crew list": """
        | CREW LIST |
        | Name  | Position      | Flight | Phone    |
        | Ana M | Captain       | X1     | 555-0100 |
        | Ben O | First Officer | X1     | 555-0101 |
    """,
    "an agency's people": """
        | Employee | Title             | Department | Start Date | Salary |
        | Ana M    | Art Director      | Creative   | 2019-03-02 | 80000  |
        | Ben O    | Copywriter        | Creative   | 2020-03-02 | 60000  |
        | Cleo P   | Account Executive | Client     | 2020-03-02 | 60000  |
        | Dan Q    | Producer          | Production | 2012-01-04 | 90000  |
    """,
    "speakers": """
        | Name  | Role      | Agent | Email       |
        | Ana M | Speaker   | CAA   | a@x.example |
        | Ben O | Moderator |       | b@x.example |
    """,
    "buyers and sellers": """
        | # | Name  | Role   | Agency    | Phone    |
        | 1 | Ana M | Buyer  | Big Homes | 555-0100 |
        | 2 | Ben O | Seller | Old Homes | 555-0101 |
    """,
    "a rooming list": """
        | Name  | Position | Hotel | Check In | Room |
        | Ana M | DP       | Plaza | 3/1      | 101  |
        | Ben O | Gaffer   | Plaza | 3/1      | 102  |
    """,
    "a maintenance crew": """
        | Crew Member | Position    | Shift | Phone    |
        | Ana M       | Electrician | Day   | 555-0100 |
        | Ben O       | Plumber     | Night | 555-0101 |
    """,
}


@pytest.mark.parametrize("office", OFFICES)
def test_people_and_positions_of_an_office_are_no_crew_and_no_cast(office):
    kinds = {table.kind for table in reading(OFFICES[office]).tables}
    assert not kinds & {"crew", "cast"}
