"""Crew and cast lists."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.schemas.reading import issues, production, reading


def only(text: str, **kwargs: object):
    (table,) = reading(text, **kwargs).tables
    return table


CREW = """
| A LONG NIGHT - CREW LIST                |
| Updated:     | 2026-02-20 |
|              |            |
| Position     | Name         | Cell         | Email         | Start    | End       | Rate      | Guar. | Acct | Deal Memo | Start Paperwork |
| CAMERA DEPARTMENT |
| DP           | Moreno, Ana  | 555-0100     | ana@x.example | 3/2      | 4/10      | $5,000/wk | 60    | 3301 | x         | 3/1             |
| 1st AC       | Ben Ode      |              |               | 3/2      | 4/10      | 650/day   | 12    | 0330 | pending   | no              |
| GRIP         |
| Key Grip     | TBD          |              |               |          |           | TBD       |       |      |           |                 |
"""  # noqa: E501


def test_a_crew_list_with_banner_rows():
    table = only(CREW)
    assert table.kind == "crew"
    assert table.header_rows == (4,)
    assert dict(table.excluded) == {"banner": (5, 8)}
    ana, ben, grip = table.frame.to_dict("records")
    assert ana["name"] == "Ana Moreno"
    assert ana["department"] == "CAMERA DEPARTMENT"
    assert (ana["rate"], ana["rate_unit"]) == (Decimal(5000), "week")
    assert (ana["start_date"], ana["end_date"]) == (date(2026, 3, 2), date(2026, 4, 10))
    assert (ana["deal_memo"], ana["start_paperwork"]) == (True, True)
    assert (ben["deal_memo"], ben["start_paperwork"]) == (False, False)
    assert ben["account"] == "0330"
    assert ben["guarantee_hours"] == Decimal(12)
    assert grip["department"] == "GRIP"
    assert grip["name"] is None
    assert table.cell(6, "rate").a1 == "G6"


def test_an_open_rate_is_noted_and_private_cells_are_never_quoted():
    found = reading(CREW.replace("ana@x.example", "ana at home"))
    assert issues(found) == [("email-malformed", "D6"), ("amount-open", "G9")]
    assert not any("ana" in issue.message.lower() for issue in found.issues)


def test_first_and_last_name_columns():
    table = only(
        """
        | Dept   | Title | First Name | Last Name | Phone    |
        | Camera | DP    | Ana        | Moreno    | 555-0100 |
        """
    )
    assert list(table.frame["name"]) == ["Ana Moreno"]
    assert list(table.frame["department"]) == ["Camera"]


def test_deals_that_cannot_be():
    found = reading(
        """
        | Name | Position | Start | End  | Rate   | Hours |
        | Ana  | DP       | 3/20  | 3/2  | 0      | 12    |
        | Ben  | Gaffer   | 3/2x  | 3/40 | abc    | 500   |
        """
    )
    assert issues(found) == [
        ("end-before-start", "D2"),
        ("rate-not-positive", "E2"),
        ("unreadable-date", "C3"),
        ("unreadable-date", "D3"),
        ("unreadable-rate", "E3"),
        ("hours-implausible", "F3"),
    ]


def test_a_cast_list():
    table = only(
        """
        | CAST LIST |
        | #    | Character | Actor      | Agent    | Start | Finish | Deal            | Eps   |
        | 1    | GEORGE    | Ana Moreno | Big Talk | 3/2   | 4/10   | $1,204/day      | 101-3 |
        | 1.10 | MARY      | Ode, Ben   |          | 3/2   | 4/10   | SAG scale + 10  |       |
        """
    )
    assert table.kind == "cast"
    george, mary = table.frame.to_dict("records")
    assert (george["element_id"], mary["element_id"]) == ("1", "1.10")
    assert (george["rate"], george["rate_unit"]) == (Decimal(1204), "day")
    assert (mary["rate"], mary["deal"]) == (None, "SAG scale + 10")
    assert mary["name"] == "Ben Ode"


def test_number_and_role_in_one_cell():
    table = only(
        """
        | Cast     | Actor      | Rate |
        | 1.GEORGE | Ana Moreno | 500  |
        | 2.MARY   | Ben Ode    | 600  |
        """
    )
    assert list(table.frame["element_id"]) == ["1", "2"]
    assert list(table.frame["role"]) == ["GEORGE", "MARY"]
    assert table.place.columns["element_id"] == 1


def test_an_element_number_twice():
    found = reading(
        """
        | #  | Character | Actor | Rate |
        | 1  | GEORGE    | Ana   | 500  |
        | 1  | MARY      | Ben   | 500  |
        """
    )
    assert issues(found) == [("element-listed-twice", "A3")]
    assert [cell.a1 for cell in found.issues[0].related] == ["A2"]


def test_a_french_list_with_the_department_once_and_a_spacer_column():
    table = only(
        """
        | Département | | Poste         | Nom     | Tél. | Courriel | Début       | Fin      | Cachet        |
        | Caméra      | | DOP           | Zoé Ève | 555  | z@x.example | 02/03/2026 | 10/04/2026 | 450 €/jour |
        |             | | 1er assistant | Léa B   |      |          | 2 mars      | 10 avril | 300 € / jour  |
        | Son         | | Perchman      | Max     |      |          | lun. 2 mars |          | 1.250,50 €/semaine |
        """,  # noqa: E501
        given=production(locale="fr_FR", currency="EUR"),
    )
    assert list(table.frame["department"]) == ["Caméra", "Caméra", "Son"]
    assert list(table.frame["start_date"]) == [date(2026, 3, 2)] * 3
    assert list(table.frame["rate"]) == [Decimal(450), Decimal(300), Decimal("1250.5")]
    assert list(table.frame["rate_unit"]) == ["day", "day", "week"]


def test_another_table_below_is_not_read_as_crew():
    found = reading(
        """
        | Dept | Position | Name | Weekly Rate | Start | Wrap |
        | Grip | Key Grip | A B  | 2500        | 3/2   | 3/30 |
        | Grip | Best Boy | C D  | 2400        | 3/2   | 3/30 |
        |      |          |      |             |       |      |
        | VENDORS |
        | Company   | Contact | Phone | Account | Notes |
        | Big Lamps | Joe     | 555   | 3201    | x     |
        """
    )
    (table,) = found.tables
    assert issues(found) == []
    assert len(table.frame) == 2
    assert table.block.a1 == "A1:F3"


def test_a_crew_list_and_a_cast_list_on_one_tab():
    found = reading(
        """
        | Position | Name | Phone | Start |
        | Gaffer   | A B  | 555   | 3/2   |
        |          |      |       |       |
        | #   | Character | Actor | Rate |
        | 1   | GEORGE    | C D   | 500  |
        """
    )
    assert [(table.kind, table.header_rows, len(table.frame)) for table in found.tables] == [
        ("crew", (1,), 1),
        ("cast", (4,), 1),
    ]


def test_the_same_heading_twice():
    found = reading(
        """
        | Position | Name | Notes | Notes |
        | Gaffer   | A B  | early | late  |
        """
    )
    assert issues(found) == [("heading-repeated", "D1")]
    assert list(found.tables[0].frame["notes"]) == ["early"]


def test_cast_banners_and_open_names():
    table = only(
        """
        | CAST LIST |
        | #  | CHARACTER    | ACTOR | REP | RATE        | UNION |
        | PRINCIPALS |
        | 1  | GEORGE       | Jim S | CAA | $5,000/wk   | SAG   |
        | 1a | YOUNG GEORGE | Kid   |     | Scale+10    | SAG   |
        | DAY PLAYERS |
        | 20 | COP          | TBD   |     | $1,246 / day |      |
        """
    )
    assert dict(table.excluded) == {"banner": (3, 6)}
    assert list(table.frame["element_id"]) == ["1", "1a", "20"]
    assert list(table.frame["rate"]) == [Decimal(5000), None, Decimal(1246)]
    assert list(table.frame["name"]) == ["Jim S", "Kid", None]


def test_names_and_jobs_of_other_trades_are_no_crew():
    found = reading(
        """
        | Name | Position   |
        | Ana  | Goalkeeper |
        | Ben  | Striker    |
        """
    )
    assert found.tables == ()


def test_what_stands_in_a_names_cell():
    table = only(
        """
        | Position   | Name                               | Phone    | Status | Start |
        | DP         | Moreno Inc. f/s/o Ana Moreno       | 555-0100 |        |       |
        | Gaffer     | Ode, Ben (shared with B unit)      |          |        |       |
        | Key Grip   | OPEN                               |          |        |       |
        | Best Boy   | TBH (local)                        |          |        |       |
        | 1st AC     | Tom Hart, Jr.                      |          |        |       |
        | 2nd AC     | Joy Adeyemi - pencilled            |          |        |       |
        """
    )
    names = ["Ana Moreno", "Ben Ode", None, None, "Tom Hart, Jr.", "Joy Adeyemi"]
    assert list(table.frame["name"]) == names
    assert table.frame["loan_out"].tolist()[:2] == ["Moreno Inc.", None]
    assert table.frame["notes"].tolist()[1] == "shared with B unit"
    assert table.frame["status"].tolist()[-1] == "pencilled"


def test_a_second_line_goes_on_with_the_person_above():
    found = reading(
        """
        | Position | Name        | Phone    | Email         | Start |
        | DP       | Moreno Inc. | 555-0100 |               | 3/2   |
        |          | fso Ana Moreno |       | ana@x.example |       |
        |          |             | 555-0101 |               |       |
        | Gaffer   | Ben Ode     |          |               | 3/2   |
        """
    )
    (table,) = found.tables
    assert list(table.frame["name"]) == ["Ana Moreno", "Ben Ode"]
    assert list(table.frame["loan_out"]) == ["Moreno Inc.", None]
    assert table.frame.at[2, "phone"] == "555-0100; 555-0101"
    assert table.frame.at[2, "email"] == "ana@x.example"
    assert table.excluded["note"] == (3, 4)


def test_vendors_at_the_end_of_a_contact_list_are_no_crew():
    table = only(
        """
        | Position | Name    | Phone    | Email |
        | CAMERA   |         |          |       |
        | 1st AC   | A B     | 555-0100 |       |
        | VENDORS  |         |          |       |
        | Lenses   | Big Eye | 555-0101 |       |
        | GRIP     |         |          |       |
        | Key Grip | C D     | 555-0102 |       |
        """
    )
    assert list(table.frame["name"]) == ["A B", "C D"]
    assert dict(table.excluded) == {"banner": (2, 4, 6), "note": (5,)}


def test_last_name_under_nom_beside_prenom():
    table = only(
        """
        | Poste  | Nom     | Prénom | Téléphone | Début |
        | Cadreur | LE GOFF | Maël  |           | 3/2   |
        """
    )
    assert list(table.frame["name"]) == ["Maël LE GOFF"]
    assert {"first_name", "last_name"} <= set(table.place.columns)
    assert "name" not in table.place.columns


def test_of_two_rate_columns_the_one_that_is_filled_is_read():
    found = reading(
        """
        | Position | Name | Weekly Rate | Daily Rate | Start |
        | Gaffer   | A B  |             | 650        | 3/2   |
        | Key Grip | C D  |             | 600        | 3/2   |
        | DP       | E F  | 5000        |            | 3/2   |
        """
    )
    (table,) = found.tables
    assert issues(found) == [("heading-repeated", "C1")]
    assert table.place.columns["rate"] == 4
    assert list(table.frame["rate_unit"]) == ["day", "day", None]
    assert table.other_columns == {"Weekly Rate": 3}


def test_a_person_twice_with_the_same_job():
    found = reading(
        """
        | Dept   | Position | Name       | Unit | Start | End  | Phone |
        | Camera | 1st AC   | Ana Moreno |      | 3/2   | 4/10 |       |
        | Camera | 1st AC   | MORENO, Ana |     | 3/9   | 4/10 |       |
        | Camera | 2nd AC   | Ana Moreno |      | 3/2   | 4/10 |       |
        | Camera | 1st AC   | Ana Moreno | 2nd  | 3/2   | 4/10 |       |
        | Camera | 1st AC   | Ana Moreno |      | 4/20  | 4/24 |       |
        """
    )
    assert issues(found) == [("person-listed-twice", "C3")]
    assert [cell.a1 for cell in found.issues[0].related] == ["C2"]


def test_number_role_and_performer_in_one_cell():
    table = only(
        """
        | CAST LIST |
        | Cast                | Agent    | Deal  |
        | 1.GEORGE / Tom Hart | Big Talk | 500   |
        | 2.MARY / Ode, Ann   | Big Talk | 600   |
        """
    )
    assert list(table.frame["element_id"]) == ["1", "2"]
    assert list(table.frame["role"]) == ["GEORGE", "MARY"]
    assert list(table.frame["name"]) == ["Tom Hart", "Ann Ode"]


def test_twins_and_episodes_share_a_number():
    found = reading(
        """
        | #  | Character | Actor    | Deal | Episodes |
        | 1  | BABY      | Twin One | 500  |          |
        | 1  | BABY      | Twin Two | 500  |          |
        | 2  | COP       | Ben Ode  | 500  | 101      |
        | 2  | COP       | Ben Ode  | 500  | 104      |
        | 3  | EVE       | Ida L    | 500  |          |
        | 3  | EVE       | Ida L    | 500  |          |
        """
    )
    assert issues(found) == [("element-listed-twice", "A7")]


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


def test_a_plain_contact_list_of_a_film_is_a_crew_list():
    table = only(
        """
        | Name   | Job      | Mobile   |
        | Ana M  | Director | 555-0100 |
        | Ben O  | DoP      | 555-0101 |
        | Cleo P | Sound    | 555-0102 |
        | Dan Q  | Editor   | 555-0103 |
        """
    )
    assert table.kind == "crew"


def test_units_announced_by_banners():
    table = only(
        """
        | Position | Name  | Cell     | Start |
        | MAIN UNIT |
        | CAMERA   |
        | DP       | Ana M | 555-0100 | 3/2   |
        | 2ND UNIT |
        | CAMERA   |
        | DP       | Ben O | 555-0101 | 3/9   |
        """
    )
    assert list(table.frame["unit"]) == ["MAIN UNIT", "2ND UNIT"]
    assert list(table.frame["department"]) == ["CAMERA", "CAMERA"]


def test_e_mails_and_streets_below_a_name_belong_to_it():
    table = only(
        """
        | Position | Name / Address | Phone       | Deal      |
        | DP       | Ana Moreno     | C: 555-0100 | $5,000/wk |
        |          | 12 Elm Street  | H: 555-0101 |           |
        |          | ana@x.example  |             |           |
        | Gaffer   | Ben Ode        |             | $650/12   |
        """
    )
    assert list(table.frame["name"]) == ["Ana Moreno", "Ben Ode"]
    assert table.frame.at[2, "phone"] == "C: 555-0100; H: 555-0101"
    assert table.frame.at[2, "email"] == "ana@x.example"
    assert table.frame.at[5, "guarantee_hours"] == Decimal(12)


def test_performers_under_cast_beside_their_roles():
    table = only(
        """
        | Cast # | Cast     | Role   | Eps     | Rate per Episode |
        | 1      | Tom Hart | George | 101-108 | $40,000          |
        """
    )
    assert list(table.frame["name"]) == ["Tom Hart"]
    assert list(table.frame["role"]) == ["George"]
    assert list(table.frame["rate_unit"]) == ["episode"]


def test_a_column_headed_contact_is_what_it_holds():
    table = only(
        """
        | Crew Member | Job Title | Contact      | E-Mail |
        | Ana Moreno  | 1st AD    | 07700 900100 |        |
        | Ben Ode     | Sparks    |              |        |
        """
    )
    assert table.place.columns["phone"] == 3


def test_a_call_sheet_is_no_crew_list():
    found = reading(
        """
        | CALL SHEET - DAY 5 |
        | # | Position | Name   | Call |
        | 1 | 1st AD   | Ben O  | 6:30A |
        | 1 | Gaffer   | Cleo P | 6A   |
        """
    )
    assert not found.tables
