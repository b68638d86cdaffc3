"""Columns of crew and cast lists told by a word of their headings and by what stands in them."""

from __future__ import annotations

import pytest

from tests.schemas.reading import issues, production, reading
from tests.schemas.test_second_look import table

CAST = """
| {number} | Personaje | Actor         | Representante | 1er llamado | {deal}  | {other} |
| 1        | REMEDIOS  | Aurora Villa  | Talento Norte | 2026-10-05  | Paquete | 4       |
| 2        | EFRAÍN    | Horacio Llan  | Directo       | 2026-10-05  | Semanal | 2       |
| {third}  | CHAYO     | Renata Oliva  | Directo       | 2026-10-06  | Por día | 7       |
"""


@pytest.mark.parametrize(
    ("number", "third", "col"),
    [
        ("Ch. no.", "3", 1),
        ("Role ref", "7A", 1),
        ("Pje. nº / personaje", "3", 1),
        ("Cap.", "1-4", None),  # an episode's
        ("Ch. no.", "see Ana", None),
    ],
)
def test_a_characters_number_stands_left_of_the_character(number: str, third: str, col: int | None):
    text = CAST.format(number=number, third=third, deal="Trato", other="Camper ch.")
    (read,) = reading(text, "Elenco", given=production(locale="es_MX")).tables
    assert read.place.columns.get("element_id") == col


@pytest.mark.parametrize("heading", ["Trato", "Acuerdo", "Condiciones"])
def test_what_a_deal_is_paid_for_is_the_deal(heading: str):
    text = CAST.format(number="#", third="3", deal=heading, other="Talla")
    (read,) = reading(text, "Elenco", given=production(locale="es_MX")).tables
    assert read.place.columns["deal"] == 6
    assert list(read.frame["rate_unit"]) == [None, None, None], "no rate is stated"


SUBJECTS = """
| # | Name        | {who}          | Episodes | Deal      | Rep     | First shoot date | Release |
| 1 | Wade Hebert | Yard owner     | 101-106  | $3,000/ep | Coastal | 2026-04-07       | Y       |
| 2 | Renee Hebert| Runs the books | 101-106  | $2,000/ep | Coastal | 2026-04-07       | Y       |
| 3 | Pop Ladner  | Retired captain| 103, 106 | $500/day  |         | 2026-05-19       | N       |
| 4 | Alana Price | Marine officer | 102      | none, agency rules | | 2026-04-22      | Y       |
"""


@pytest.mark.parametrize("who", ["Who they are", "Who she is", "Relationship", "Wer ist das?"])
def test_who_the_people_of_a_documentary_are_is_what_they_play(who: str):
    kind, columns = table("On-Camera Talent", SUBJECTS.format(who=who))
    assert (kind, columns.get("role"), columns.get("deal")) == ("cast", 3, 5)


@pytest.mark.parametrize("who", ["Hometown", "Who to call", "Release wording"])
def test_other_words_beside_a_performer_are_no_role(who: str):
    assert table("On-Camera Talent", SUBJECTS.format(who=who)) == (None, {})


def test_words_for_no_pay_are_no_rate_of_zero():
    text = SUBJECTS.format(who="Role")
    found = reading(text, "Cast")
    assert issues(found) == []
    assert [str(rate) for rate in found.tables[0].frame["rate"]] == ["3000", "2000", "500", "None"]


CREW = """
| Dept.  | Designation | Name       | Mobile     | From | To   | Fee   | Basis   | {} | {}      |
| Camera | DOP         | Ana Moreno | 9000010431 | 3/2 | 3/20 | 38000 | day     | Y  | motel   |
| Camera | DIT         | Ben Okafor | 9000010862 | 3/2 | 3/20 | 95000 | month   | N  | hi      |
| Sound  | Mixer       | Cleo Reyes | 9000011293 | 3/2 | 3/20 | 65000 | month   | Y  | van here |
| Art    | Buyer       | Dan Sable  | 9000011294 | 3/2 | 3/20 | 600000| lumpsum | Y  | text us |
"""


def test_months_are_what_a_rate_is_for_though_no_unit_of_ours():
    (read,) = reading(CREW.format("Signed", "Remarks"), "Unit List").tables
    assert read.place.columns["rate_unit"] == 8
    assert list(read.frame["rate_unit"]) == ["day", None, None, "flat"]


@pytest.mark.parametrize(
    ("heading", "col"), [("Agmt. signed", 9), ("Vertr. zurück", 9), ("NDA agmt.", None)]
)
def test_an_agreement_cut_short_is_the_deal_memo(heading: str, col: int | None):
    (read,) = reading(CREW.format(heading, "Remarks"), "Unit List").tables
    assert read.place.columns.get("deal_memo") == col


@pytest.mark.parametrize(("heading", "col"), [("?", 10), ("!!", 10), ("Car", None)])
def test_remarks_under_a_mere_sign_at_the_right_are_notes(heading: str, col: int | None):
    (read,) = reading(CREW.format("Signed", heading), "Unit List").tables
    assert read.place.columns.get("notes") == col


@pytest.mark.parametrize("answers", [("y", "n", "y", "y"), ("car", "car", "no car", "car")])
def test_answers_under_a_question_mark_are_no_notes(answers: tuple[str, ...]):
    text = CREW.format("Signed", "?")
    for said, answer in zip(("motel", "hi", "van here", "text us"), answers, strict=True):
        text = text.replace(f"| {said} ", f"| {answer} ")
    (read,) = reading(text, "Unit List").tables
    assert not read.has("notes")


def test_how_firmly_people_are_booked_under_a_german_word():
    text = """
    | Name          | Tätigkeit       | Mobil        | Beginn     | Stand     |
    | Ahrens, Kai   | Kameraassistent | 0171 5550306 | 2026-01-12 | bestätigt |
    | Lorenz, Enno  | Best Boy        | 0171 5551899 | 2026-02-02 | Option    |
    | Jule Hinrichs | Kostümbildner   | 0171 5554842 | 2026-02-02 | bestätigt |
    """
    (read,) = reading(text, "Stab", given=production(locale="de_DE")).tables
    assert read.place.columns["status"] == 5


def test_a_line_of_the_cast_that_stands_again_whole_is_a_person_twice():
    """Its number stands twice because the line does; another role under it has a wrong number."""
    text = CAST.format(number="#", third="3", deal="Trato", other="Talla")
    again = "| 2 | {} | Horacio Llan | Directo | 2026-10-05 | Semanal | 2 |\n"
    for role, told in (
        ("EFRAÍN", ("person-listed-twice", "C5")),
        ("PADRE", ("element-listed-twice", "A5")),
    ):
        found = reading(text + again.format(role), "Elenco", given=production(locale="es_MX"))
        assert issues(found) == [told]


@pytest.mark.parametrize(
    ("left", "right", "start"), [("Arrivée", "Départ", 4), ("Départ", "Arrivée", 5)]
)
def test_of_two_columns_of_days_the_start_is_the_one_whose_days_come_first(left, right, start):
    days = ("2026-09-14", "2026-09-23"), ("2026-09-16", "2026-09-18"), ("2026-09-11", "2026-09-11")
    turned = [day if start == 4 else day[::-1] for day in days]
    (read,) = reading(
        """
        | N° | Rôle   | Comédien(ne)    | {} | {} | Cachet |
        | 1  | CLAIRE | Noémie Astruc   | {} | {} | 520    |
        | 2  | LUCIEN | Bernard Cazalis | {} | {} | 380    |
        | 3  | JOJO   | Odette Lamballe | {} | {} | 380    |
        """.format(left, right, *(day for line in turned for day in line)),
        "Liste artistique",
        given=production(locale="fr_FR"),
    ).tables
    assert read.place.columns["start_date"] == start


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("1er llamado", "Último llamado", (4, 6)),
        ("Primera jornada", "Gebucht bis", (4, 6)),
        ("Última actualización", "Último llamado", (None, 6)),
        ("1er pago", "Última actualización", (None, None)),
    ],
)
def test_first_and_last_days_apart_by_a_word_of_their_headings(first, last, told):
    text = f"""
    | # | Personaje | Actor         | {first}    | Representante | {last}     |
    | 1 | REMEDIOS  | Aurora Villa  | 2026-10-05 | Norte         | 2026-10-24 |
    | 2 | EFRAÍN    | Horacio Llan  | 2026-10-05 | Directo       | 2026-10-21 |
    | 3 | CHAYO     | Renata Oliva  | 2026-10-06 | Directo       | 2026-10-23 |
    """
    (read,) = reading(text, "Elenco", given=production(locale="es_MX")).tables
    columns = read.place.columns
    assert (columns.get("start_date"), columns.get("end_date")) == told
