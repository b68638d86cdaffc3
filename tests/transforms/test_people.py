"""Joined on evidence, never on a guess."""

from __future__ import annotations

import pytest

from tests.transforms.sheets import facts
from transforms.people.joining import fold

CAST = """
    | No. | Role       | Performer      |
    | 1   | ANA MORENO | José Ruiz      |
    | 2   | BEN        | Mia Brandt     |
    |     | Old Ben    | Mia Brandt     |
    | 9   | CARL       | Tom Okafor     |
"""


def joined(dood: str, cast: str = CAST) -> dict[str, str | None]:
    """Element -> the role that it was joined with."""
    known = facts({"Cast List": cast, "DOOD": dood})
    table = known.table("cast")
    assert table is not None
    return {
        str(known.dood.elements.at[label, "name"]): (
            str(table.frame.at[rows[0], "role"]) if (rows := known.roster.cast.get(label)) else None
        )
        for label in known.dood.elements.index
    }


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("  José  RUIZ-Ortega ", "jose ruiz ortega"),
        ("O'Neill, Mia", "o neill mia"),
        ("Zuzu", "zuzu"),
        ("Straße", "strasse"),
        (None, ""),
        (3, ""),
    ],
)
def test_names_are_compared_without_case_accents_and_punctuation(name: object, folded: str):
    assert fold(name) == folded


def test_elements_are_found_by_number_and_by_name():
    assert joined(
        """
        | Cast        | 3/2 | 3/3 |
        |             | Mon | Tue |
        | 1.ANA       | SW  | WF  |
        | 2.BEN       | SW  | WF  |
        | 3.OLD BEN   | SW  | WF  |
        """
    ) == {"ANA": "ANA MORENO", "BEN": "BEN", "OLD BEN": "Old Ben"}


def test_a_number_that_is_another_roles_joins_nothing():
    assert joined(
        """
        | Cast    | 3/2 | 3/3 |
        |         | Mon | Tue |
        | 1.ANA   | SW  | WF  |
        | 2.DORA  | SW  | WF  |
        | 5.CARL  | SW  | WF  |
        """
    ) == {"ANA": "ANA MORENO", "DORA": None, "CARL": None}


def test_a_tab_of_vehicles_is_not_about_the_cast_whatever_its_numbers():
    known = facts(
        {
            "Cast List": CAST,
            "DOOD": """
                | Cast    | 3/2 | 3/3 |
                |         | Mon | Tue |
                | 1.ANA   | SW  | WF  |
            """,
            "Picture Cars": """
                | Vehicle | 3/2 | 3/3 |
                |         | Mon | Tue |
                | 2.TAXI  | SW  | WF  |
                | 9.BUS   | SW  | WF  |
            """,
        }
    )
    assert known.roster.cast_places == {0}
    assert len(known.roster.cast) == 1


def test_one_performer_in_two_roles_is_one_person():
    known = facts(
        {
            "Cast List": CAST,
            "DOOD": """
                | Cast      | 3/2 | 3/3 |
                |           | Mon | Tue |
                | 2.BEN     | SW  | WF  |
                | 3.OLD BEN | SW  | WF  |
                | 1.ANA     | SW  | WF  |
            """,
        }
    )
    roster = known.roster
    ben, old_ben, ana = known.dood.elements.index
    assert roster.person[ben] == roster.person[old_ben] == "person mia brandt"
    assert roster.key[ben] != roster.key[old_ben]
    assert roster.person[ana] == "person jose ruiz"


def test_two_numbers_of_one_name_are_told_apart():
    known = facts(
        {
            "DOOD": """
                | Cast   | 3/2 | 3/3 |
                |        | Mon | Tue |
                | 30.COP | SW  | WF  |
                | 57.COP | SW  | WF  |
                | 4.EVE  | SW  | WF  |
            """
        }
    )
    assert list(known.roster.shown.values()) == ["COP (30)", "COP (57)", "EVE"]


def test_a_name_without_a_number_is_the_only_number_that_bears_it():
    known = facts(
        {
            "Main Unit": """
                | Cast   | 3/2 | 3/3 |
                |        | Mon | Tue |
                | 1.ANA  | SW  | WF  |
                | 2.BEN  | SW  | WF  |
            """,
            "2nd Unit": """
                | Cast   | 3/2 | 3/3 |
                |        | Mon | Tue |
                | ANA    | SW  | WF  |
                | 3.BEN  | SW  | WF  |
            """,
        }
    )
    assert list(known.roster.key.values()) == ["1.ana", "2.ben", "1.ana", "3.ben"]
