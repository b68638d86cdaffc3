"""A tab that was taken for nothing says what it comes nearest to, and what it lacks for that."""

from __future__ import annotations

from tests.schemas.reading import reading


def guess(text):
    found = reading(text)
    assert found.tables == ()
    return found.guesses[0] if found.guesses else None


def test_headings_without_the_one_column_that_makes_the_kind():
    near = guess(
        """
        | Crew of Friday |
        | Department | Phone | E-mail |
        | Camera     | 1     | 2      |
        """
    )
    assert (near.kind, near.row) == ("crew", 2)
    assert near.headings == ("Department", "Phone", "E-mail")
    assert "name" in near.missing


def test_headings_that_lack_more_than_one_column_come_near_nothing():
    assert guess("| Start | End | Status |\n| 2026-03-02 | 2026-03-09 | open |") is None


def test_a_tab_of_prose_comes_near_nothing():
    assert guess("| Dear all, |\n| see you on Monday |") is None
