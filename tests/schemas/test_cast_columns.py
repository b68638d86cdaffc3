"""A cast list's columns told by each other, and its lines that stand twice; a crew list's units."""

from __future__ import annotations

import pytest

from tests.schemas.reading import issues, production, reading

LISTED = """
| {} | Role    | Actor        | Agent   | Start    | End      | {}         |
| 1  | GEORGE  | Ana Moreno   | Paradox | 3/2/2026 | 3/6/2026 | Weekly     |
| 2  | PAULSON | Bo Hill      | Harbour | 3/2/2026 | 3/4/2026 | Day Player |
| 3  | HOLT    | Jo Park      | Harbour | 3/2/2026 | 3/4/2026 | Schedule F |
"""


@pytest.mark.parametrize("heading", ["Deal Type", "Contract Type", "Deal"])
def test_what_kind_of_deal_it_is_is_the_deal_where_nothing_else_is(heading):
    (table,) = reading(LISTED.format("No.", heading), tab="Cast").tables
    assert table.place.columns["deal"] == 7


def test_below_tarif_may_stand_the_union():
    text = """
    | Nr. | Rolle   | Schauspieler | Tarif | Vertragsart |
    | 1   | HANNA   | Haas, Nele   | BFFS  | Pauschale   |
    | 2   | BREUER  | Nowak, Ralf  | BFFS  | Pauschale   |
    | 3   | LINDEN  | Ott, Jule    | BFFS  | Tagesgage   |
    """
    (table,) = reading(text, tab="Besetzung", given=production(locale="de_DE")).tables
    assert (table.place.columns["union"], table.place.columns["deal"]) == (4, 5)


def test_somebody_listed_again_under_another_number_alone_is_listed_twice():
    again = "| {} | HOLT    | Jo Park      | {} | 3/2/2026 | {} | Schedule F |\n"
    same = LISTED.format("No.", "Deal") + again.format("4", "Harbour", "3/4/2026")
    other = LISTED.format("No.", "Deal") + again.format("4", "Harbour", "3/9/2026")
    assert issues(reading(same, tab="Cast")) == [("person-listed-twice", "C5")]
    assert issues(reading(other, tab="Cast")) == []


def test_words_below_a_cast_list_are_nobody():
    text = LISTED.format("No.", "Deal").replace("| 1  |", "| |").replace("| 2  |", "| |")
    text = text.replace("| 3  |", "| |").replace("No.", "")
    text += (
        "| |\n|  | Questions: production office, ext. 12 |\n|  | CONFIDENTIAL - do not pass on |\n"
    )
    (table,) = reading(text, tab="Cast").tables
    assert len(table.frame) == 3


def test_crew_rates_and_units_are_told_by_what_stands_beside_them_and_in_them():
    text = """
    | Dépt       | Nom          | Poste             | Salaire brut ? | Base    | Équipe     |
    | Production | Cyril Wagner | Régisseur général | 2600                 | Semaine | 2e         |
    | Image      | Ana Joly     | Cadreur           | 1400                 | Semaine | Principale |
    | Son        | Jo Evrard    | Perchman          | 550                  | Jour    | Principale |
    """
    (table,) = reading(text, tab="Liste technique", given=production(locale="fr_FR")).tables
    assert (table.place.columns["rate"], table.place.columns["unit"]) == (4, 6)


def test_remarks_below_a_crew_list_are_no_departments_and_nobody():
    text = """
    | Position | Name     | Phone        | Email         |
    | CAMERA   |          |              |               |
    | DP       | Ana Ruiz | 310 555 0170 | a@x.example   |
    | 1st AC   | Jo Park  | 310 555 0171 | j@x.example   |
    | POST     |          |              |               |
    | Editor   | Bo Hill  | 310 555 0172 | b@x.example   |
    | |
    | Questions: production office, ext. 12 |  |  |  |
    | CONFIDENTIAL |  |  |  |
    """
    (table,) = reading(text, tab="Crew").tables
    assert list(table.frame["name"]) == ["Ana Ruiz", "Jo Park", "Bo Hill"]
    assert dict(table.excluded)["banner"] == (2, 5)


def test_days_of_work_are_no_units():
    text = """
    | Position | Name     | Rate | Per | Days |
    | DP       | Ana Ruiz | 900  | Day | 2    |
    | 1st AC   | Jo Park  | 600  | Day | 2    |
    | Gaffer   | Bo Hill  | 500  | Day | 2    |
    """
    (table,) = reading(text, tab="Crew").tables
    assert "unit" not in table.place.columns


def test_a_list_with_its_headings_twice_holds_no_table_of_days():
    lines = "\n".join(
        f"| Art | Set Dresser | Ana {letter}ores | 2026-03-0{day} | 2026-03-1{day} |"
        for day, letter in enumerate("ABCDEF", start=1)
    )
    head = "| Dept | Position | Name | Start | End |\n"
    two = "| Sound | Mixer | Kim Lee | 2026-03-02 | 2026-03-20 |\n"
    two += "| Sound | Boom Op | Bo Hill | 2026-03-02 | 2026-03-20 |\n"
    text = f"{head}{lines}\n| |\n{two}| |\n{head}{lines}"
    found = reading(text, tab="Crew").tables
    assert [table.kind for table in found] == ["crew"]


def test_whom_performers_play_says_nothing_of_their_trade():
    """Waiters, drivers and judges are roles, below an office's headings as well."""
    roles = ("TAXI DRIVER", "COURIER", "DOCTOR", "WAITRESS", "JUDGE", "BARTENDER")
    lines = "\n".join(
        f"| {number} | {role} | Ana Ruiz{'abcdefgh'[number]} | 3/{number}/2026 | 3/9/2026 |"
        for number, role in enumerate(roles, start=1)
    )
    text = "| CAST LIST |\n| ID | Character | Artist | Start | End |\n" + lines
    assert [table.kind for table in reading(text, tab="People").tables] == ["cast"]


def test_a_line_with_an_e_mail_is_no_heading():
    text = """
    | Dpto.      | Cargo         | Nombre       | Email     | Situación  |
    | Producción | Jefe de línea | Iker Rubio   | i@x.ex    | Confirmado |
    | Cámara     | Foquista      | Ana Saavedra | a@x.ex    | Confirmado |
    | Cámara     | Auxiliar      | Jo Requena   | j@x.ex    | Opción     |
    """
    (table,) = reading(text, tab="Equipo técnico", given=production(locale="es_ES")).tables
    assert table.header_rows == (1,)
    assert len(table.frame) == 3
