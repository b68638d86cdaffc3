"""Where most lines of a column have the same warning, the column has one."""

from __future__ import annotations

from tests.transforms.sheets import production, read

LINES = """
    | Name         | Position   | Start Date | Rate   |
    | Ida Lindgren | Gaffer     | 2026-03-02 | {}     |
    | Tom Okafor   | Key Grip   | 2026-03-02 | {}     |
    | Mia Brandt   | 2nd AC     | 2026-03-02 | {}     |
    | Sol Ferrer   | Best Boy   | 2026-03-02 | {}     |
    | Ana Moreno   | 1st AC     | 2026-03-02 | {}     |
    | Ben Adeyemi  | Boom Op    | 2026-03-02 | {}     |
"""
NONE, SOME = "-450", "450"


def told(*rates):
    reading, _ = read({"Crew": LINES.format(*rates)}, production())
    return [issue for issue in reading.issues if issue.code == "rate-not-positive"]


def test_most_of_a_column_is_one_issue_at_its_heading():
    (issue,) = told(SOME, NONE, NONE, NONE, NONE, NONE)
    assert str(issue.at) == "Crew!D1"
    assert [str(cell) for cell in issue.related] == [f"Crew!D{row}" for row in range(3, 8)]
    assert issue.message == (
        "5 cells of this column, which is most of them, have one thing in common, such as: "
        "The rate is -450."
    )


def test_some_of_a_column_are_an_issue_each():
    assert len(told(SOME, NONE, NONE, SOME, SOME, SOME)) == 2
