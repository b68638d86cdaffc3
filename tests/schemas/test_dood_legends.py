"""A legend above a day-out-of-days takes nobody out of it."""

from __future__ import annotations

import pytest

from tests.schemas.reading import issues, production, reading


@pytest.mark.parametrize("column", range(6))
def test_a_legend_above_dates_that_stand_down(column: int):
    legend = "|" + "  |" * column + " SW start  W work  H hold  WF finish  TR travel |"
    (table,) = reading(
        f"""
        {legend}
        |  |
        |       |     |           | 1     | 2    | 3    |
        | Date  |     | Shoot day | MAEVE | HARE | BILL |
        | 2-Mar | Mon | 1         | SW    |      | SW   |
        | 3-Mar | Tue | 2         | W     | SW   | H    |
        | 4-Mar | Wed | 3         | H     | W    | W    |
        | 5-Mar | Thu | 4         | WF    | WF   | WF   |
        """
    ).tables
    assert list(table.elements["name"]) == ["MAEVE", "HARE", "BILL"]


@pytest.mark.parametrize(
    ("code", "words", "held"),
    [
        ("H", "Sperrtag (bezahlt)", True),
        ("H", "gesperrt", True),
        ("B", "Blocktag (bezahlt)", True),
        ("B", "Sperrtag", False),  # blocked by somebody else, as often as not
    ],
)
def test_days_for_which_somebody_is_kept_are_holds(code: str, words: str, held: bool):
    (table,) = reading(
        f"""
        | Rolle    | 20.04. | 21.04. | 22.04. | 23.04. |
        |          | Mo     | Di     | Mi     | Do     |
        | 1.MARTHE | SW     | W      | {code} | WF     |
        | 2.JONAS  | SW     | WF     |        |        |
        |  |
        | Legende: |
        | SW = erster Drehtag  |
        | W = Drehtag          |
        | {code} = {words} |
        | WF = letzter Drehtag |
        """,
        given=production(locale="de_DE"),
    ).tables
    marks = table.frame
    assert marks.loc[marks["text"] == code, "hold"].tolist() == [held]


@pytest.mark.parametrize(
    "legend",
    [
        "I = inicio | T = trabaja | E = espera (pagada) | V = viaje | F = fin | Comb.: IT, TF",
        "I = inicio | T = trabaja | E = espera | F = fin | V = viaje | (ver hoja 2)",
        "I: inicio | T: trabaja | E: espera | F: fin | V: viaje | no mover | sin avisar",
    ],
)
def test_a_legend_in_cells_of_its_own_above_the_names(legend: str):
    (table,) = reading(
        f"""
        | PLAN DE ACTORES |
        | {legend} |
        |  |
        |       |     |       | 1      | 2       | 3    | 4    |
        | Fecha | Día | Jorn. | MARINA | ANSELMO | VEGA | TEO  |
        |       |     |       | R. Prat | J. Irureta | A. Quiroga | H. Soto |
        | 02/03 | lun | 1     | IT     |         |      |      |
        | 03/03 | mar | 2     | T      | IT      | T    |      |
        | 04/03 | mié | 3     | E      | TF      | ITF  | IT   |
        | 05/03 | jue | 4     | TF     |         |      | TF   |
        """,
        given=production(locale="es_ES"),
    ).tables
    assert list(table.elements["element_id"]) == ["1", "2", "3", "4"]
    assert list(table.elements["name"]) == ["MARINA", "ANSELMO", "VEGA", "TEO"]
    assert table.frame["code"].notna().all()


def test_a_legend_of_spaces_alone_with_a_code_of_two_parts():
    (table,) = reading(
        """
        | # | Role  | 2-Mar | 3-Mar | 4-Mar | 5-Mar |
        |   |       | Mon   | Tue   | Wed   | Thu   |
        | 1 | MAEVE | CF    | SW    | B/H   | WF    |
        | 2 | HARE  | RT    | SW    | B/H   | WF    |
        |  |
        | KEY:  SW start   WF finish   CF costume fitting   RT read-through   B/H bank holiday |
        """
    ).tables
    marks = table.frame.set_index("text")
    assert bool(marks.at["RT", "rehearsal"])
    assert bool(marks.at["CF", "fitting"])
    assert not table.frame["code"].isna().any()


def test_a_legend_with_a_cell_for_each_code():
    (table,) = reading(
        """
        | SW start work |  | H hold |  | WF finish |  | T travel |  | F fitting |
        |   |       | 2-Mar | 3-Mar | 4-Mar | 5-Mar |
        | # | Role  | Mon   | Tue   | Wed   | Thu   |
        | 1 | MAEVE | F     | SW    | H     | WF    |
        | 2 | HARE  | T     | SW    | H     | WF    |
        """
    ).tables
    marks = table.frame.set_index("text")
    assert bool(marks.at["F", "fitting"])
    assert bool(marks.at["T", "travel"])


@pytest.mark.parametrize(
    ("words", "held"),
    [("disponible (payé, ne tourne pas)", True), ("disponible", False)],
)
def test_who_is_paid_to_be_free_is_held(words: str, held: bool):
    (table,) = reading(
        f"""
        |     |          | 02/03 | 03/03 | 04/03 | 05/03 |
        | N°  | Rôle     | lun   | mar   | mer   | jeu   |
        | 1   | MATHILDE | T     | D     | T     | T     |
        | 2   | JOSEPH   | T     | T     | D     | T     |
        |  |
        | Légende : | T = tourne |
        |           | D = {words} |
        |           | V = voyage |
        """,
        given=production(locale="fr_FR"),
    ).tables
    marks = table.frame
    assert set(marks.loc[marks["text"] == "D", "hold"]) == {held}


def test_a_legend_beside_itself_in_one_row_whose_starts_are_work():
    """ "Claves", a code a cell with its meaning beside it; a lone C or F is work by the totals."""
    (table,) = reading(
        """
        | CLAVES: |  | C | comienza | T | trabaja | R | retén | F | finaliza | CF | único día |
        |  |  |  |  |  |  |  |  |  |  |  |  |
        | Nº | Rol | 13/4 | 14/4 | 15/4 | 16/4 | 17/4 | 20/4 | T | R |  |  |
        |  |  | L | M | X | J | V | L |  |  |  |  |
        | 1 | AMPARO | C | T | R | T | T | F | 5 | 1 |  |  |
        | 2 | SUSO |  | C | T | R | F |  | 3 | 1 |  |  |
        | 3 | BRAULIO | CF |  |  |  |  |  | 1 |  |  |  |
        """
    ).tables
    assert table.kind == "dood"
    first = table.frame[table.frame["element"] == table.elements.index[0]]
    assert list(first["code"]) == ["SW", "W", "H", "W", "W", "WF"]


@pytest.mark.parametrize(
    ("words", "works"), [("teacher on set", True), ("am Set", True), ("not on set", False)]
)
def test_a_letter_for_whoever_is_on_set_is_a_day_of_work(words: str, works: bool):
    found = reading(
        f"""
        | v4 | SW start, W work, WF finish; T = {words} |
        |  |
        | #  | Element        | 3/2 | 3/3 | 3/4 | 3/5 |
        |    |                | Mon | Tue | Wed | Thu |
        | 1  | JOLENE         | SW  | W   | W   | WF  |
        | 2  | RAY            | SW  | W   | W   | WF  |
        | ST | STUDIO TEACHER | T   | T   | T   | T   |
        """
    )
    marks = found.tables[0].frame
    assert marks.loc[marks["text"] == "T", "work"].tolist() == [True] * 4 * works


def test_a_legend_ends_with_its_sentence():
    (table,) = reading(
        """
        | Claves: I = inicia, T = trabaja, F = termina, FER = feriado 3 de marzo. Ej.: IT, TF |
        |  |
        | No. | Personaje | 02-mar | 03-mar | 04-mar | 05-mar |
        |     |           | lun    | mar    | mié    | jue    |
        | 1   | AMALIA    | IT     | FER    | T      | TF     |
        | 2   | EFRÉN     | IT     | FER    | T      | TF     |
        """,
        given=production(locale="es_MX"),
    ).tables
    marks = table.frame
    assert marks.loc[marks["text"] == "FER", ["finish", "hold", "off"]].to_numpy().tolist() == [
        [False, False, True],
        [False, False, True],
    ]


@pytest.mark.parametrize("further", ["Fit", "Fitt.", "Loop", "PU"])
def test_headings_of_totals_beside_each_other_explain_nothing(further: str):
    """ "Fit | Start | Finish" are three totals, and Fit stands for no start."""
    found = reading(
        f"""
        |   |       | 3/2 | 3/3 | 3/4 | Work | Hold | {further} | Start | Finish | TOTAL |
        | # | Role  | Mon | Tue | Wed |
        | 1 | DANA  | SW  | H   | WF  | 2    | 1    |           | 3/2   | 3/4    | 3     |
        | 2 | MAYOR | FT  | SW  | WF  | 2    |      | 1         | 3/3   | 3/4    | 2     |
        """,
        "DOOD",
    )
    assert not found.issues
    (table,) = found.tables
    assert [day.day for day in table.elements["stated_start"]] == [2, 3]


@pytest.mark.parametrize(
    ("legend", "code"),
    [
        (
            "IT = inicio y trabajo | T = trabajo | TF = trabajo y fin",
            "ITF = inicio y fin mismo día",
        ),
        (
            "DT = début et travail | T = travail | TF = travail, fin",
            "DF = début et fin le même jour",
        ),
        ("AD = Anfang, Dreh | D = Dreh | DE = Dreh, Ende", "AE = Anfang und Ende am selben Tag"),
        ("SW = start | W = work | WF = finish", "X = first and last day"),
    ],
)
def test_who_starts_and_finishes_on_one_day_works_on_it(legend: str, code: str):
    first, whole, last = (entry.split(" = ")[0] for entry in legend.split(" | "))
    (table,) = reading(
        f"""
        | {legend.replace(" | ", " · ")} · {code} |
        |  |
        | Nº | Personaje | 2026-03-02 | 2026-03-03 | 2026-03-04 |
        | 1  | SABELA    | {first}    | {whole}    | {last}     |
        | 2  | TOMÁS     | {first}    | {last}     |            |
        | 3  | CURA      |            | {code.split(" = ")[0]} | |
        """
    ).tables
    curas = table.frame[table.frame["element"] == table.elements.index[2]]
    assert curas[["start", "work", "finish"]].all(axis=None)


@pytest.mark.parametrize(
    ("said", "codes", "works"),
    [
        # Letters explained in a row of cells, and what one stands for with another, as a verb.
        ("D = début | T = travail | | F = fin | ex. DT = débute et travaille", "DT T TF", True),
        ("S = start | W = work | | F = finish | e.g. SW = starting, working", "SW W WF", True),
        # Another matter, whose letters happen to be those.
        (
            "S = start | W = work | V = travel | F = finish | VW = voice, wild lines",
            "SW VW WF",
            False,
        ),
    ],
)
def test_a_combination_is_explained_by_the_words_of_its_letters(said: str, codes: str, works: bool):
    first, between, last = codes.split()
    (table,) = reading(
        f"""
        | DAY OUT OF DAYS |
        | Legend: | {said} |
        |  |
        | # | Role  | 2026-03-02 | 2026-03-03 | 2026-03-04 |
        | 1 | ANNE  | {first}    | {between}  | {last}     |
        | 2 | LÉO   | {first}    | {between}  | {last}     |
        """
    ).tables
    marks = table.frame.groupby("text")[["start", "work"]].all()
    assert marks.loc[first].all()
    assert marks.loc[between].tolist() == [False, works]


@pytest.mark.parametrize(
    ("legend", "only", "last"),
    [
        (
            "DT = 1er jour de tournage · T = tourne · TF = dernier jour · A = attente payée",
            "DT",
            "TF",
        ),
        ("IT = incorporación · T = trabaja · TF = fin · A = espera", "IT", "TF"),
        ("ET = Einstieg · T = Drehtag · TV = Vertragsende · A = Wartetag", "ET", "TV"),
        ("DT = début, travail | T = travail | A = attente payée | TF = travail et fin", "DT", "TF"),
    ],
)
def test_the_first_and_the_last_day_of_work_in_other_words(legend: str, only: str, last: str):
    found = reading(
        f"""
        | TABLEAU DES JOURS |
        | {legend} |
        | N° | Rôle    | 2026-03-02 | 2026-03-03 | 2026-03-04 | 2026-03-05 |
        | 1  | JEANNE  | {only}     | T          | A          | {last}     |
        | 2  | LOUISON |            | {only}     | T          | {last}     |
        """
    )
    (table,) = found.tables
    assert issues(found) == []
    marks = table.frame.groupby("text")[["start", "work", "finish"]].all()
    assert marks.loc[only].tolist() == [True, True, False]
    assert marks.loc[last].tolist() == [False, True, True]
