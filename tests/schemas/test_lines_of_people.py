"""Crew and cast lists: what stands in a name, what goes on in the next line, who stands twice."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.schemas.reading import issues, reading


def only(text: str, **kwargs: object):
    (table,) = reading(text, **kwargs).tables
    return table


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


@pytest.mark.parametrize(
    ("department", "rate", "twice"),
    [("", 1700, True), ("", 1400, False), ("Licht", 1700, False)],
    ids=["the same deal", "another rate", "another department"],
)
def test_a_person_twice_where_the_second_line_leaves_the_department_blank(department, rate, twice):
    found = reading(
        f"""
        | Abteilung    | Funktion      | Name         | Mobil   | von | bis  | Gage   |
        | Requisite    | Außenrequisite | Krüger, Falk | 5550115 | 3/2 | 4/10 | 1700   |
        | Licht        | Beleuchter    | Dittmann, Kai | 5550119 | 3/2 | 4/10 | 2050   |
        | {department} | Außenrequisite | Falk Krüger  | 5550115 | 3/2 | 4/10 | {rate} |
        """
    )
    assert issues(found) == ([("person-listed-twice", "C4")] if twice else [])


def test_a_person_twice_below_banners_of_departments_with_the_same_deal():
    found = reading(
        """
        | Position      | Name         | Mobile       | Start | Finish | Rate |
        | ART / PROPS   |
        | Standby Props | Callum Reeve | 07700 900144 | 3/2   | 4/10   | 1300 |
        | Dresser       | Ivy Lark     | 07700 900145 | 3/2   | 4/10   | 900  |
        | Swing         | Jo Park      |              | 3/2   | 4/10   | 850  |
        | LOCATIONS & STAND-BYS |
        | Standby Props | Callum Reeve | 07700 900144 | 3/2   | 4/10   | 1300 |
        | Swing         | Jo Park      |              | 3/2   | 4/10   | 700  |
        | 2ND UNIT |
        | Dresser       | Ivy Lark     | 07700 900145 | 3/2   | 4/10   | 900  |
        """
    )
    assert issues(found) == [("person-listed-twice", "B7")]


def test_a_person_twice_below_a_banner_of_dailies_within_a_longer_deal():
    found = reading(
        """
        | Position | Name        | Mobile       | Start | Finish | Rate | Guar. |
        | ELECTRIC |
        | Lamp Op  | Jo Reyes    | 07700 900144 | 3/2   | 4/10   | 425  | 60    |
        | Spark    | Bex Adey    | 07700 900145 | 3/2   | 3/6    | 390  | 60    |
        | Gaffer   | Stan Mott   | 07700 900146 | 3/2   | 4/10   | 500  | 60    |
        | DAY CALLS / ADDITIONAL |
        | Lamp Op  | Jo Reyes    | 07700 900144 | 3/9   | 3/10   | 425  | 8     |
        | Spark    | Bex Adey    | 07700 900145 | 3/9   | 3/10   | 390  | 8     |
        | Gaffer   | Stan Mott   | 07700 900146 | 3/9   | 3/10   | 650  | 8     |
        """
    )
    assert issues(found) == [("person-listed-twice", "B7")]


def test_a_person_whom_one_account_pays_twice_under_whatever_banner():
    found = reading(
        """
        | Name       | Title          | Email    | Start Date | Wrap Date | Rate | / | Acct |
        | OFFICE |
        | Anita Vang | Story Producer | an@x.org | 3/2        | 5/10      | 2600 | wk | 2040 |
        | Jo Park    | Camera Op      | jo@x.org | 3/2        | 5/10      | 2000 | wk | 3310 |
        | FIELD - TEAM B (Teller Ridge) |
        | Anita Vang | Story Producer | an@x.org | 3/9        | 5/10      | 2600 | wk | 2040 |
        | Jo Park    | Camera Op      | jo@x.org | 3/9        | 5/10      | 2000 | wk | 3320 |
        """
    )
    assert issues(found) == [("person-listed-twice", "A6")]
    assert list(found.tables[0].frame["rate_unit"]) == ["week"] * 4


def test_a_job_in_short_and_in_full_is_one_job():
    found = reading(
        """
        | Dept  | Position      | Name       | Start | Finish |
        | Sound | Boom Op       | Priya Nand | 3/2   | 4/10   |
        | Sound | Boom Operator | Priya Nand | 3/2   | 4/10   |
        | Sound | Sound Mixer   | Priya Nand | 3/2   | 4/10   |
        """
    )
    assert issues(found) == [("person-listed-twice", "C3")]


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
    assert issues(found) == [("person-listed-twice", "C7")]


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


def test_a_crew_list_may_say_the_days_calls_beside_what_is_agreed():
    table = only(
        """
        | CREW CALL LIST |
        |            |          |       | CALL   |        | DEAL     |           |
        | Role       | Name     | Phone | Wed 11 | Thu 12 | From     | To        | Rate | Per |
        | CAMERA     |
        | DOP        | Ana Reye |       | 06:45  | 06:15  | 3/2/2026 | 3/12/2026 | 1350 | day |
        | 1st AC     | Tam Boyl |       | 06:45  | 06:15  | 3/9/2026 | 3/12/2026 | 450  | day |
        """
    )
    assert table.kind == "crew"
    assert table.place.columns["start_date"] == 6


def test_a_list_that_sends_its_reader_to_the_call_sheet_is_a_list():
    for line in ("Nearest hospital: see call sheet", "Anschrift: siehe Dispo", "As on call sheet"):
        found = reading(
            f"""
            | CREW LIST |
            | {line} |
            | Position | Name  | Phone    | Start |
            | 1st AD   | Ben O | 555-0100 | 3/2   |
            | Gaffer   | Cleo P | 555-0101 | 3/2  |
            """
        )
        assert [table.kind for table in found.tables] == ["crew"]


def test_what_a_cast_list_says_of_minors():
    table = only(
        """
        | # | Role | Actor   | Minor?         | Start |
        | 1 | BEA  | Ana Li  | MINOR          | 3/2   |
        | 2 | MILO | Jon Ruiz | Minor (12)    | 3/2   |
        | 3 | SKYE | Ama Bo  | 9 y/o          | 3/2   |
        | 4 | DAD  | Al Pet  | adult          | 3/2   |
        | 5 | MUM  | Eve Pet |                | 3/2   |
        """
    )
    assert list(table.frame["minor"]) == [True, True, True, False, None]
    assert list(table.frame["age"]) == [None, 12, 9, None, None]


def test_a_column_headed_by_a_unions_name_says_whose_union():
    table = only(
        """
        | # | Role | Performer  | ACTRA      | Start |
        | 1 | BEA  | Ana Li     | full       | 3/2   |
        | 2 | MILO | Jon Ruiz   | apprentice | 3/2   |
        | 3 | SKYE | Ama Bo     | Y          | 3/2   |
        | 4 | DAD  | Al Pet     | no         | 3/2   |
        | 5 | MUM  | Eve Pet    | UDA        | 3/2   |
        | 6 | GRAN | Ida Pet    | 0123456    | 3/2   |
        """
    )
    said = ["ACTRA full", "ACTRA apprentice", "ACTRA", "non-ACTRA", "UDA", "ACTRA"]
    assert list(table.frame["union"]) == said


def test_a_deal_that_is_signed_is_the_memo_beside_a_rate():
    table = only(
        """
        | Dept   | Job          | Crew (Last, First) | Starts | Wraps | Rate | Basis | Deal   |
        | Camera | DOP          | Yardley, Owen      | 3/2    | 4/10  | 5400 | wk    | signed |
        | Camera | A Operator   | Beaulieu, Cosima   | 3/2    | 4/10  | 742  | day   | signed |
        | Camera | 1st AC       | Trask, Wendell     | 3/2    | 4/10  | 61   | hr    | sent   |
        """
    )
    assert (table.place.columns["rate"], table.place.columns["deal_memo"]) == (6, 8)


def test_a_remark_below_the_cast_is_no_banner():
    table = only(
        """
        | CAST LIST |
        | # | Character | Actor    | Agent    |
        | PRINCIPALS |
        | 1 | GEORGE    | Tom Hart | Big Talk |
        | 2 | MARY      | Ann Ode  | Big Talk |
        | Extras: see the separate list of the Mass agency, to be asked of Mrs. Zeidler there |
        | 3 | COP       | Ben Ode  | Big Talk |
        """
    )
    assert dict(table.excluded) == {"banner": (3,), "note": (6,)}


MINOR_AGED = """
| ID | Character | Performer      | {heading}   | Start      | End        |
| 1  | Juniper   | Mila Thornbury | {said}      | 2026-04-13 | 2026-05-05 |
| 2  | Sam       | Augie Finn     | 5           | 2026-04-13 | 2026-05-05 |
| 3  | Ruth      | Constance Yee  |             | 2026-04-13 | 2026-05-08 |
"""


@pytest.mark.parametrize(
    ("heading", "said"), [("Minor / age", "Minor – 12"), ("Age / Minor", "12 - MINOR")]
)
def test_a_column_may_say_who_is_a_minor_and_how_old(heading, said):
    (table,) = reading(MINOR_AGED.format(heading=heading, said=said)).tables
    assert list(table.frame["age"]) == [12, 5, None]
    assert list(table.frame["minor"]) == [True, None, None]


NEEDED = """
| Name          | Job            | Cell     | Rate |
| Assistant Directors |
| Joy Okafor    | 1st AD         | 555-0112 | 900  |
| Jan van Dyk   | 2nd AD         | 555-0147 | 700  |
| {lone} |
| Marcus Thiele | Lockup PA      | 555-0174 | 200  |
| Bree Sandoval | {job}          | 555-0166 | 200  |
"""


@pytest.mark.parametrize(
    ("lone", "people"),
    [("As needed", 4), ("Per diem / on call", 4), ("Hal Prewitt", 5), ("Ana de la Cruz", 5),
     ("Hal Prewitt tbc", 5)],
)  # fmt: skip
def test_words_that_are_no_name_head_the_people_below_them(lone: str, people: int):
    assert len(only(NEEDED.format(lone=lone, job="Lockup PA")).frame) == people


def test_where_names_are_written_small_nothing_tells_a_heading_from_somebody():
    text = NEEDED.format(lone="priya", job="Lockup PA").replace("Bree Sandoval", "mel ostrowski")
    assert len(only(text).frame) == 5


def test_remarks_below_the_crew_are_nobody():
    text = """
    | Name           | Job    | Phone    | Rate |
    | Nico Abeyta    | DP     | 555-0121 | 300  |
    | Mel Ostrowski  | Gaffer | 555-0147 | 200  |
    | |
    | {} |
    | - ask Mr. Ybarra if pumps can be off |
    | - sunset 7:32 on the 12th |
    | pickup camera Thurs before 5 |
    """
    assert len(only(text.format("NOTES")).frame) == 2
    assert len(only(text.format("Reminders:")).frame) == 2


@pytest.mark.parametrize(
    ("banner", "faults"),
    [
        ("ZUSATZ NACHTDREH STAUDAMM (KW 35-36)", [("person-listed-twice", "B5")]),
        ("ADD'L CREW - WEEK 3", [("person-listed-twice", "B5")]),
        ("2ND UNIT", []),
        ("BLOCK 2", []),
    ],
)
def test_a_person_of_one_phone_mail_and_rate_below_whatever_banner_but_a_units(banner, faults):
    found = reading(
        f"""
        | Position  | Name       | Mobile       | E-mail        | Start     | Finish    | Rate |
        | Gaffer    | Reto Camen | 079 555 0180 | reto@x.ch     | 2026-3-2  | 2026-4-10 | 2650 |
        | Best Boy  | Simon Loth | 078 555 0183 | simon@x.ch    | 2026-3-2  | 2026-4-10 | 2250 |
        | {banner} |
        | Gaffer    | Reto Camen | 079-5550180  | reto@x.ch     | 2026-3-9  | 2026-3-13 | 2650 |
        | Spark     | Andri Wal  | 079 555 0220 | andri@x.ch    | 2026-3-9  | 2026-3-13 | 1900 |
        """
    )
    assert issues(found) == faults
