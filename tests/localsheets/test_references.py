"""Formulas' references: they follow rows and columns, copies and titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localsheets.state.references import canonical, copied, follow, references, retitled
from localsheets.wire.a1 import letters, quote
from localsheets.wire.axis import Delete, Insert, MoveTo, Shift


@pytest.mark.parametrize(
    ("formula", "found"),
    {
        "=SUM(A1:B2)+C3": ["A1:B2", "C3"],
        "='My Tab'!A1*2": ["'My Tab'!A1"],
        "=SUM(Tab!A:A,$B$2:C,2:5)": ["Tab!A:A", "$B$2:C", "2:5"],
        '="A1 is "&A1': ["A1"],
        "=LOG10(A1)+1E5": ["A1"],
        '=HYPERLINK("#gid=0&range=B7",B7)': ["B7"],
        "='It''s'!B2:B3": ["'It''s'!B2:B3"],
        "=Übersicht!A1": ["'Übersicht'!A1"],
        "={1,2;3,4}": [],
        "=#REF!+x.A1+_A1": [],
    }.items(),
)
def test_references_are_found(formula: str, found: list[str]) -> None:
    assert [reference.text for reference in references(formula)] == found


ROWS = True
CASES: list[tuple[str, Shift, str]] = [
    ("=A5", Insert(ROWS, 2, 1), "=A6"),
    ("=A2", Insert(ROWS, 2, 1), "=A2"),
    ("=$A$5", Insert(ROWS, 2, 3), "=$A$8"),
    ("=SUM(A1:A5)", Insert(ROWS, 3, 2), "=SUM(A1:A7)"),
    ("=SUM(A1:A5)", Insert(ROWS, 5, 1), "=SUM(A1:A5)"),
    ("=SUM(A1:A5)", Insert(ROWS, 0, 1), "=SUM(A2:A6)"),
    ("=SUM(A:A)", Insert(ROWS, 0, 1), "=SUM(A:A)"),
    ("=SUM(B2:B)", Insert(ROWS, 0, 1), "=SUM(B3:B)"),
    ("=SUM(A1:C1)", Insert(not ROWS, 1, 1), "=SUM(A1:D1)"),
    ("=A5", Delete(ROWS, 4, 5), "=#REF!"),
    ("=A5", Delete(ROWS, 0, 2), "=A3"),
    ("=SUM(A1:A5)", Delete(ROWS, 1, 3), "=SUM(A1:A3)"),
    ("=SUM(A1:A5)", Delete(ROWS, 0, 9), "=SUM(#REF!)"),
    ("=Other!A5+A5", Delete(ROWS, 0, 1), "=Other!A5+A4"),
    ("=Tab!A5", Insert(ROWS, 0, 1), "=Tab!A6"),
    ("=A2+A5", MoveTo(ROWS, 1, 2, 5), "=A5+A4"),
]


@pytest.mark.parametrize(("formula", "shift", "expected"), CASES)
def test_references_follow(formula: str, shift: Shift, expected: str) -> None:
    assert follow(formula, True, "Tab", shift)[0] == expected


@pytest.mark.parametrize(
    ("formula", "shift", "resized"),
    [
        ("=SUM(A1:A5)", Insert(ROWS, 0, 1), False),
        ("=SUM(A1:A5)", Insert(ROWS, 2, 1), True),
        ("=SUM(A1:A5)", Delete(ROWS, 2, 3), True),
        ("=A5", Delete(ROWS, 4, 5), True),
    ],
)
def test_a_block_that_changes_its_size_is_noted(formula: str, shift: Shift, resized: bool) -> None:
    assert follow(formula, True, "Tab", shift)[1] is resized


def test_a_copy_moves_what_is_not_fixed() -> None:
    assert copied("=A1+$A1+A$1+$A$1+SUM(A1:$B$2)", 2, 1) == "=B3+$A3+B$1+$A$1+SUM(B3:$B$2)"
    assert copied("=A1", -1, 0) == "=#REF!"


def test_a_title_that_changes_is_followed() -> None:
    assert retitled("=Old!A1+'Old'!B2+A1", "Old", "New one") == "='New one'!A1+'New one'!B2+A1"
    assert retitled("=Old!A1+1", "Old", None) == "=#REF!+1"


CELLS = st.builds(
    lambda column, row, tab: ("" if tab is None else f"{quote(tab)}!") + f"{letters(column)}{row}",
    st.integers(0, 60),
    st.integers(1, 200),
    st.sampled_from([None, "Tab", "Other one"]),
)
FORMULAS = st.lists(CELLS, min_size=1, max_size=4).map(lambda cells: "=" + "+".join(cells))


@given(FORMULAS, st.integers(0, 200), st.integers(1, 5), st.booleans())
def test_inserting_then_deleting_restores_a_formula(
    formula: str, start: int, count: int, rows: bool
) -> None:
    there, _ = follow(formula, True, "Tab", Insert(rows, start, count))
    back, _ = follow(there, True, "Tab", Delete(rows, start, start + count))
    assert back == formula


@given(FORMULAS, st.integers(0, 50), st.integers(1, 5), st.integers(0, 60))
def test_moving_there_and_back_restores_a_formula(
    formula: str, start: int, count: int, to: int
) -> None:
    end = start + count
    if start <= to <= end:
        return
    there, _ = follow(formula, True, "Tab", MoveTo(True, start, end, to))
    landed = to - count if to > start else to
    home = start if to > start else end
    back, _ = follow(there, True, "Tab", MoveTo(True, landed, landed + count, home))
    assert back == formula


@pytest.mark.parametrize(
    ("entered", "stored"),
    [
        ("=sum( sales!a3:a3 )", "=sum( Sales!A3 )"),
        ("='Sales'!B3:a2", "=Sales!A2:B3"),
        ("=sales!$d$3 + 1", "=Sales!$D$3 + 1"),
        ("=SUM(  A1 ,  'It''s'!a1:a1  )", "=SUM(  A1 ,  'It''s'!A1  )"),
        ('=if(true,"a3:a3",a1)', '=if(true,"a3:a3",A1)'),
        ("=Sales!3:3", "=Sales!3:3"),
        ("=SUM(sales!$A3:$A3)", "=SUM(Sales!$A3)"),
        ("=$B3:A2", "=$B3:A2"),
        ("=Nowhere!a1", "=Nowhere!A1"),
    ],
)
def test_a_formula_is_stored_as_google_stores_it(entered: str, stored: str) -> None:
    titles = {"sales": "Sales", "it's": "It's"}
    assert canonical(entered, lambda name: titles.get(name.casefold(), name)) == stored
    assert canonical(stored, lambda name: name) == stored
