"""What stands above a crew grid's people: weeks, shooting days, what the letters mean."""

from __future__ import annotations

from datetime import date

import pytest

from model.table import CrewGrid
from tests.schemas.reading import production, reading


@pytest.mark.parametrize("sign", [" =", ":"])
def test_a_letter_that_is_explained_once_more_as_a_pencil_is_still_one_of_work(sign: str):
    (table,) = reading(
        f"""
        | Cuadrante UNIDAD 2 |
        | R{sign} rodaje (confirmado)   R?{sign} a lápiz   V{sign} viaje   E{sign} en espera |
        | Cargo               | Nombre       | 5/10 | 6/10 | 7/10 | 8/10 |
        | Operador de cámara  | Nil Ferrer   | V    | R    | R    | R    |
        | Foquista            | Lucía Arteaga|      | R    |      | R?   |
        """,
        given=production(locale="es_ES", start=date(2026, 9, 14), end=date(2026, 10, 24)),
    ).tables
    assert isinstance(table, CrewGrid)
    assert list(table.marks["state"]) == ["travel", "work", "work", "work", "work", "hold"]
    assert list(table.marks["booked"]) == [False, True, True, True, True, False]


@pytest.mark.parametrize("label", ["Jornada nº", "Jornada", "Nº de jornada", "Día nº"])
def test_the_shooting_days_of_a_unit_that_begins_later_are_nobody(label: str):
    (table,) = reading(
        f"""
        | Cuadrante UNIDAD 2 |
        |              |               | 5/10 | 6/10 | 7/10 | 8/10 | 9/10 |
        | Cargo        | Nombre        | L    | M    | X    | J    | V    |
        |              | {label}       |      |      |      | 1    | 2    |
        | Maquinista   | Nil Ferrer    |      |      |      | X    | X    |
        | Foquista     | Lucía Arteaga |      |      |      | X    | X    |
        """,
        given=production(locale="es_ES", start=date(2026, 9, 14), end=date(2026, 10, 24)),
    ).tables
    assert isinstance(table, CrewGrid)
    assert list(table.frame["name"]) == ["Nil Ferrer", "Lucía Arteaga"]
    assert table.header_rows == (2, 3, 4)


def test_the_ends_of_weeks_stand_over_shooting_days_weekdays_and_dates():
    (table,) = reading(
        """
        | CREW DAYS |
        |      | wk ending |      |      | 23/8 |      |      | 30/8 |      |      | 6/9  |
        |      | Shoot day | 1    | 2    |      | 3    | 4    |      | 5    | 6    |      |
        |      |           | Fri  | Sat  | Sun  | Fri  | Sat  | Sun  | Fri  | Sat  | Sun  |
        | Name | Role      | 21/8 | 22/8 | 23/8 | 28/8 | 29/8 | 30/8 | 4/9  | 5/9  | 6/9  |
        | Ana  | Gaffer    | 1    | 1    |      | 1    | 1    |      | 1    | 1    |      |
        | Jo   | Key Grip  | 1    | 1    |      | 1    |      |      | 1    |      |      |
        """,
        given=production(locale="en_GB", start=date(2026, 8, 17), end=date(2026, 9, 25)),
    ).tables
    assert isinstance(table, CrewGrid)
    assert list(table.frame["name"]) == ["Ana", "Jo"]
    assert table.header_rows == (3, 4, 5)


def test_two_short_grids_of_other_days_stay_two():
    found = reading(
        """
        | CREW DAYS |
        | Name | Role     | 21/08 | 22/08 | 23/08 |
        | Ana  | Gaffer   | 1     | 1     | 1     |
        | Bo   | Best Boy | 1     |       | 1     |
        | Name | Role     | 28/08 | 29/08 | 30/08 | 31/08 |
        | Jo   | Key Grip | 1     | 1     | 1     | 1     |
        """,
        given=production(locale="en_GB", start=date(2026, 8, 17), end=date(2026, 9, 25)),
    )
    assert [list(table.frame["name"]) for table in found.tables] == [["Ana", "Bo"], ["Jo"]]
