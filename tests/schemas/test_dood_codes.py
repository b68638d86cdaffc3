"""Codes of a day-out-of-days, and legends as sheets print them."""

from __future__ import annotations

import pytest

from model.grid import Grid
from schemas.dood import codes as dood_codes
from schemas.dood import legend as dood_legend
from schemas.sheet import Sheet
from tests.schemas.reading import production, reading


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("sw", "SW"), (" W ", "W"), ("W*", "W"), ("W (pm)", "W"), ("FWS", "SWF"), ("SW/F", "SWF"),
        ("S W F", "SWF"), ("TR/SWF", "SWTRF"), ("wtr", "WTR"), ("R/W", "WR"), ("PWF", "PWF"),
        ("FT", "FT"), ("TR", "TR"), ("/", "/"), ("HOL", "/"), ("Holiday", "/"), ("Hold", "H"),
        ("Travel", "TR"), ("OFF", "OFF"), ("n/a", "N/A"),
        ("T", None), ("X", None), ("W?", None), ("W2", None), ("WH", None), ("SP", None),
    ],
)  # fmt: skip
def test_a_code_as_typed_is_one_of_movie_magics_or_unknown(typed, code):
    mark = dood_codes.parse(typed)
    assert (mark.code if mark else None) == code


def test_a_day_off_of_ones_own_is_no_company_holiday():
    mark = dood_codes.parse("OFF")
    assert mark is not None
    assert not mark.atoms


def test_a_legend_that_says_half_of_what_a_code_means_takes_nothing_from_it():
    legend = {"SW": "S", "W": "W", "WF": "F", "SWF": "SWF"}
    marks = [dood_codes.parse(typed, legend) for typed in ("SW", "W", "WF", "SWF")]
    assert [mark.code for mark in marks if mark] == ["SW", "W", "WF", "SWF"]


@pytest.mark.parametrize(
    ("typed", "code"), [("F", "FT"), ("WF", "WF"), ("SWF", "SWF"), ("FT", "FT"), ("WT", "WTR")]
)
def test_a_legend_goes_before_our_letters_but_for_codes_that_all_have(typed, code):
    mark = dood_codes.parse(typed, {"F": "FT", "T": "TR"})
    assert mark is not None
    assert mark.code == code


@pytest.mark.parametrize(
    ("rows", "legend"),
    [
        ([["S=Start, W=Work, H=Hold, F=Finish"]], {"S": "S", "W": "W", "H": "H", "F": "F"}),
        ([["T = Travel F = Fitting"]], {"T": "TR", "F": "FT"}),
        ([["W: Work"], ["T - Travel"], ["X – Camera test"]], {"W": "W", "T": "TR", "X": "X"}),
        ([["LEGEND"], ["T", "Travel"], ["F", "Fitting"]], {"T": "TR", "F": "FT"}),
        ([["SW", "Start Work"], ["WF", "Work/Finish"]], {"SW": "SW", "WF": "WF"}),
        ([["Légende : T = tournage, E = essayage"]], {"T": "W", "E": "FT"}),
        ([["D = Drehtag; R = Reisetag; P = Probe"]], {"D": "W", "R": "TR", "P": "R"}),
        ([["R = Rodaje | V = Viaje | E = Ensayo"]], {"R": "W", "V": "TR", "E": "R"}),
        ([["W = Work, H = Hold, Q = Quarantine"]], {"W": "W", "H": "H", "Q": "Q"}),
        ([["T = Travel"], ["T = Test"]], {}),
        ([["hold = H    travel = T    main unit dark Mon May 18"]], {"H": "H", "T": "TR"}),
        ([["S start  W work  H hold  T travel"]], {"S": "S", "W": "W", "H": "H", "T": "TR"}),
        ([["D début · T tournage · V voyage"]], {"D": "S", "T": "W", "V": "TR"}),
        ([["IT inicia y trabaja / T trabaja / V viaja"]], {"IT": "SW", "T": "W", "V": "TR"}),
        ([["KEY:", "Work", "Hold", "Total"], ["", "3", "1", "4"]], {}),
        ([["KEY:", "DT", "Hold", "Reise"], ["", "3", "1", "4"]], {}),
        ([["JO REED  THE HOLD", "MAIN UNIT Day out of days"]], {}),
        ([["Rev. A - Work in progress", "Dir: Joe Hold"]], {}),
        ([["W", "Working title"], ["ANA", "Travels"]], {}),
    ],
)  # fmt: skip
def test_legends_in_one_cell_or_two_in_four_languages(rows, legend):
    assert dood_legend.read(Sheet(Grid("DOOD", rows), production())).codes == legend


def test_a_day_that_is_first_and_last_combines_no_work():
    """ "IF" beside "I" and "F": who starts and finishes works, whatever the days between are."""
    found = reading(
        """
        | N° | PERSONAJE | 2-Mar | 3-Mar | 4-Mar | 5-Mar | JORNADAS |
        | 1  | ELBA      | I     | T     | H     | F     | 3        |
        | 2  | KEMAL     |       | I     | T     | F     | 3        |
        | 3  | ALCALDESA |       |       | IF    |       | 1        |
        | |
        | I: inicia |
        | T: trabaja |
        | F: finaliza |
        | IF: inicia y finaliza |
        | H: en espera |
        """,
        "ELENCO DOOD",
    )
    (table,) = found.tables
    assert list(table.frame["code"]) == ["SW", "W", "H", "WF", "SW", "W", "WF", "SWF"]


@pytest.mark.parametrize(
    ("headings", "counted"),
    [
        ("Trav. | Att. | Voy.", {"work": 7, "hold": 8, "travel": 9}),
        ("Trav. | Att. | Voyage", {"work": 7, "hold": 8, "travel": 9}),
        ("Work  | ?    | Tvl", {"work": 7, "hold": 8, "travel": 9}),
        ("Work  | Hold | Notes", {"work": 7, "hold": 8}),
    ],
)
def test_a_total_is_named_by_what_it_counts(headings, counted):
    """ "Trav." is work where it comes to that; one wrong total among them is told, no more."""
    found = reading(
        f"""
        |           | 2/3 | 3/3 | 4/3 | 5/3 | 6/3 | {headings} |
        | 1. LÉA    | SW  | W   | H   | W   | WF  | 4 | 1 |   |
        | 2. MARTHE | SW  | H   | H   | WF  |     | 2 | 2 |   |
        | 3. PIERRE | SW  | H   | H   | H   | WF  | 2 | 3 |   |
        | 4. SAMI   |     | TR  | SW  | H   | WF  | 2 | 0 | 1 |
        """,
        "DOOD",
        given=production(locale="fr_FR"),
    )
    (table,) = found.tables
    columns = {name: col for name, col in table.place.columns.items() if name in counted}
    assert columns == counted
    assert list(table.elements["stated_hold"]) == [1, 2, 3, 0]


@pytest.mark.parametrize("guaranteed", [(4, 3, 2, 3), (5, 5, 5, 5)])
def test_days_that_the_marks_do_not_come_to_are_no_total(guaranteed):
    first, second, third, fourth = guaranteed
    (table,) = reading(
        f"""
        |           | 2/3 | 3/3 | 4/3 | 5/3 | 6/3 | Travel | Guarantee |
        | 1. LÉA    | SW  | W   | H   | W   | WF  | 1      | {first}   |
        | 2. MARTHE | SW  | H   | W   | WF  |     | 1      | {second}  |
        | 3. PIERRE | SW  | H   | H   | H   | WF  | 1      | {third}   |
        | 4. SAMI   |     | TR  | SW  | W   | WF  | 2      | {fourth}  |
        """,
        "DOOD",
    ).tables
    assert {name: col for name, col in table.place.columns.items() if col > 6} == {"travel": 7}


def test_numbers_of_elements_below_a_heading_of_shooting_days_are_no_totals():
    """Dates down: "Shoot / day" heads the elements' numbers as well; the totals are at the foot."""
    found = reading(
        """
        | Date |     | Shoot | 1     | 2   | 3   | 4   |
        |      | Day | day   | MORAG | SAM | LIV | RAO |
        | 30/3 | Mon | 1     | SW    | SW  |     |     |
        | 31/3 | Tue | 2     | H     | W   | SW  |     |
        | 1/4  | Wed | 3     | W     | WF  | H   | SW  |
        | 2/4  | Thu | 4     | WF    |     | WF  | WF  |
        | |
        |      |     | Work  | 3     | 3   | 2   | 2   |
        |      |     | Hold  | 1     |     | 1   |     |
        """,
        "DOOD",
        given=production(locale="en_GB"),
    )
    (table,) = found.tables
    assert list(table.elements["element_id"]) == ["1", "2", "3", "4"]
    assert list(table.elements["stated_work"]) == [3, 3, 2, 2]
    assert not found.issues


def test_totals_left_of_the_days_are_totals():
    (table,) = reading(
        """
        | # | Role  | Work | 30/3 | 31/3 | 1/4 | 2/4 |
        | 1 | MORAG | 3    | SW   | H    | W   | WF  |
        | 2 | SAM   | 3    | SW   | W    | WF  |     |
        | 3 | LIV   | 2    |      | SW   | H   | WF  |
        | 4 | RAO   | 2    |      |      | SW  | WF  |
        """,
        "DOOD",
        given=production(locale="en_GB"),
    ).tables
    assert list(table.elements["stated_work"]) == [3, 3, 2, 2]


@pytest.mark.parametrize("typed", ["(W)", "(SW)", "(X)", "(h)", "(W/F)"])
def test_a_known_mark_in_parentheses_is_an_option_and_nothing_that_counts(typed: str):
    mark = dood_codes.parse(typed, {"X": "W"})
    assert mark is not None
    assert mark.code == typed.upper()
    assert not mark.atoms


@pytest.mark.parametrize("typed", ["(Q)", "()", "(W) W?", "W (X"])
def test_parentheses_around_what_nobody_knows_are_no_mark(typed: str):
    assert dood_codes.parse(typed, {"X": "W"}) is None


def test_a_legend_may_explain_a_mark_in_parentheses():
    rows = [["X = Drehtag    (X) = Option, nicht bestätigt    (T) = Travel    R = Reisetag"]]
    legend = dood_legend.read(Sheet(Grid("DOOD", rows), production())).codes
    assert legend == {"X": "W", "(X)": "(X)", "(T)": "TR", "R": "TR"}
    mark = dood_codes.parse("(X)", legend)
    assert mark is not None
    assert not mark.atoms
