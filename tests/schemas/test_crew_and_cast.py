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


def test_a_deal_still_open_is_no_fault_and_private_cells_are_never_quoted():
    found = reading(CREW.replace("ana@x.example", "ana at home"))
    assert issues(found) == [("email-malformed", "D6")]
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


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Contract from", "Contract to"),
        ("Engaged from", "Engaged until"),
        ("Employed from", "Employed to"),
        ("Contract starts", "Contract expires"),
        ("Booked from", "Booked thru"),
        ("Hired from", "Hired till"),
    ],
)
def test_an_engagement_in_two_columns(first: str, last: str):
    for head, line in (
        ("| # | Role | Performer |", "| 6 | MRS. KOSKI | Aino Salonen |"),
        ("| Dept | Position | Name |", "| CAMERA | DP | Aino Salonen |"),
    ):
        table = only(f"{head} {first} | {last} |\n{line} 2026-05-12 | 2026-05-21 |")
        (record,) = table.frame.to_dict("records")
        assert (record["start_date"], record["end_date"]) == (date(2026, 5, 12), date(2026, 5, 21))
        assert "deal_memo" not in table.place.columns


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


def test_a_first_line_of_words_is_no_heading_and_a_sentence_below_no_part():
    table = only(
        """
        | No. | Character | Performer      | Minor? | Schedule |
        | 1   | MARGO     | Ruth Calder    |        | F        |
        | 2   | WALT      | Stephen Okoro  |        | F        |
        | 3   | FINN      | Theo Marchetti | K      | daily    |
        |     |           |                |        |          |
        |     | All shooting days are inside the zone; permits to employ are with payroll. |
        """
    )
    assert table.header_rows == (1,)
    assert list(table.frame["role"]) == ["MARGO", "WALT", "FINN"]


@pytest.mark.parametrize("heading", ["Day/wk rate", "Rate (day or week)", "Hourly/daily rate"])
def test_a_rate_for_one_unit_or_another_is_one_whose_unit_stands_beside_it(heading: str):
    table = only(f"""
        | CREW                                                       |
        | Position       | Name       | Start    | {heading} | per  | Rq    |
        | Gaffer         | Ana Moreno | 3/2/2026 | 650       | day  | a kit |
        | Sound recordist | Ben Ode   | 3/2/2026 | 1850      | week |       |
    """)
    assert list(table.frame["rate"]) == [Decimal(650), Decimal(1850)]
    assert list(table.frame["rate_unit"]) == ["day", "week"]
    assert table.frame["notes"].iloc[0] == "a kit"


def test_a_rate_of_something_else_is_none():
    table = only("""
        | CREW                                                       |
        | Position        | Name       | Start    | Kit/car rate |
        | Gaffer          | Ana Moreno | 3/2/2026 | 650          |
        | Sound recordist | Ben Ode    | 3/2/2026 | 1850         |
    """)
    assert "rate" not in table.place.columns


def test_an_address_with_nothing_between_two_dots_of_its_domain_reaches_nobody():
    found = reading("""
        | CREW                                                 |
        | Position        | Name       | Start    | Email                  |
        | Gaffer          | Ana Moreno | 3/2/2026 | ana@light..example     |
        | Sound recordist | Ben Ode    | 3/2/2026 | b..ode@mail.ne.example |
        | Key Grip        | Cy Lund    | 3/2/2026 | c@x.example/d@y.example |
    """)
    assert issues(found) == [("email-malformed", "D3")]


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        ("Voix off : non castée à ce jour", 2),
        ("Photos and tests are in the folder", 2),
        ("A postman", 3),
    ],
)
def test_a_sentence_below_the_last_role_is_a_remark(said, roles):
    text = f"""
    | # | Role      | Artist         | Agent | First day |
    | 1 | The boy   | Lilou Brémond  | Jeun  | 3/2       |
    | 2 | The bride | Hélène Quesnel | Bor   | 3/3       |
    |   |           |                |       |           |
    |   | {said}    |                |       |           |
    """
    (table,) = reading(text, "Cast").tables
    assert len(table.frame) == roles


@pytest.mark.parametrize(
    "heading", ["Deal notes", "Notes (deal)", "Agent / Remarks", "Contract remarks"]
)
def test_whatever_remarks_are_about_they_are_notes(heading: str):
    (table,) = reading(
        f"""
        | No. | Character | Artist             | Deal   | Start      | {heading}              |
        | 24  | Dr. Pell  | Anneke Vandermeer  | Weekly | 2026-02-23 | travels 2/22, per deal |
        | 25  | Clerk     | Hideo Sakamoto     | Day    | 2026-02-06 |                        |
        """
    ).tables
    assert table.frame["notes"].dropna().tolist() == ["travels 2/22, per deal"]
    assert table.frame["deal"].tolist() == ["Weekly", "Day"]


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("Rates are straight time. OT 1.5x after the hours shown.", 2),
        ("Vertraulich - Änderungen vorbehalten", 2),
        ("Confidential. Not for distribution.", 2),
        ("Driver, subject to change", 3),
        ("Additional 2nd assistant camera and loader", 3),  # a job that nobody has yet
    ],
)
def test_a_sentence_apart_below_the_crew_is_a_remark(said, people):
    text = f"""
    | Call | Position | Name       | Rate | Per |
    | 7:00 | Gaffer   | Ana Moreno | 850  | day |
    | 7:00 | Key Grip | Ben Okafor | 850  | day |
    |      |          |            |      |     |
    |      | {said}   |            |      |     |
    """
    (table,) = reading(text, "Crew").tables
    assert len(table.frame) == people


@pytest.mark.parametrize(("group", "deal"), [("DEAL", 4), ("PAPERS", None)])
def test_the_amounts_below_deal_are_the_deal_whatever_they_are_called(group, deal):
    (table,) = reading(
        f"""
        |   |           |              | {group} |         |               |
        | # | Role      | Talent       | Session | Fitting | Usage         |
        | 1 | Hero mom  | Arlene Fisk  | 783.10  | 8/20    | 1 yr all media |
        | 2 | Ranger    | Chuck Orrin  | 783.10  | 8/21    | 1 yr all media |
        | 3 | Hiker     | Mo Bright    | 250.00  |         | 1 yr digital  |
        """,
        "Talent",
    ).tables
    assert (table.kind, table.place.columns.get("deal")) == ("cast", deal)


def test_the_state_of_a_booking_below_a_band_for_contracts_is_no_paper():
    found = reading(
        """
        | EQUIPO TÉCNICO |
        |              |                   |                       | CONTRATO          |                 |            |
        | Departamento | Nombre            | Puesto                | Carta de encargo  | Inicio contrato | Estado     |
        | Producción   | Ricardo Sotomayor | Director de producción | Sí               | 2025-12-29      | Confirmado |
        | Producción   | Begoña Zorrilla   | Ayudante de dirección | Sí                | 2025-12-29      | Provisional |
        | Cámara       | Pilar Sanchís     | Foquista              | No                | 2025-12-29      | Confirmado |
        """  # noqa: E501
    )
    (table,) = found.tables
    assert list(table.frame["deal_memo"]) == [True, True, False]
    assert list(table.frame["status"]) == ["Confirmado", "Provisional", "Confirmado"]


def test_a_casts_family_names_beside_their_given_names():
    found = reading(
        """
        | LISTE ARTISTIQUE |
        | N° | Prénom  | Nom       | Rôle          | Début      | Fin        |
        | 1  | Claire  | Montagne  | MADELEINE     | 2026-06-08 | 2026-07-16 |
        | 2  | Valérie | Fauconnier | LE COMMISSAIRE | 2026-06-08 | 2026-07-17 |
        """
    )
    (table,) = found.tables
    assert list(table.frame["name"]) == ["Claire Montagne", "Valérie Fauconnier"]


def test_a_minors_day_of_birth_behind_a_mark():
    found = reading(
        """
        | CAST LIST |
        | # | Role  | Performer    | Start    | Minor / DOB    |
        | 1 | PIP   | Theo Barrow  | 3/9/2026 | Y - 2016-05-02 |
        | 2 | NELL  | Josie Barrow | 3/9/2026 |                |
        | 3 | LUCIA | Ana Reyes    | 3/9/2026 | 1/19/2010      |
        """
    )
    born = found.tables[0].frame["birth_date"]
    assert [str(day) for day in born] == ["2016-05-02", "None", "2010-01-19"]


TERM = """
| Puesto       | Nombre        | Correo      | Entra      | Sale       | Honorarios | Por    |
| Gaffer       | Rodolfo Cruz  | r@x.example | 02/02/2026 | 30/04/2026 | 17500      | semana |
| Sonidista    | Ximena Pozos  | x@x.example | 02/02/2026 | 30/04/2026 | 13000      | semana |
| Continuista  | Amalia Urruti | a@x.example | 02/03/2026 | 20/03/2026 | {}         | {}     |
"""


@pytest.mark.parametrize(
    ("rate", "unit", "found"),
    [
        ("3 sem.", "semana", [("unreadable-rate", "F4")]),
        ("3 semanas", "semana", [("unreadable-rate", "F4")]),
        ("3 sem.", "", []),
        ("1500/sem.", "semana", []),
    ],
)
def test_for_how_long_somebody_is_engaged_is_no_rate(rate, unit, found):
    """Where the unit stands in a column of its own, a length is what was typed in its place."""
    read = reading(TERM.format(rate, unit), "Crew", production(locale="es_MX"))
    assert issues(read) == found
    assert read.tables[0].frame["rate"].tolist()[-1] == (1500 if "1500" in rate else None)
