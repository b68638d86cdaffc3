"""Tables: the way from a record back to its cell, also where several tabs were put together."""

from datetime import date

import pandas as pd
import pytest

from model.cell import Cell
from model.table import ATOMS, Dood, Place, Table, merge


def crew(tab: str, rows: dict[int, str]) -> Table:
    frame = pd.DataFrame({"name": list(rows.values())}, index=list(rows))
    return Table(kind="crew", frame=frame, places=(Place(tab, {"name": 2, "rate": 5}, "crew"),))


def dood(tab: str, row: int, name: str, codes: str) -> Dood:
    """A day-out-of-days of one element, a letter a day from column C on."""
    flags = {atom: [False] * len(codes) for atom in ATOMS}
    marks = {
        "element": row,
        "day": range(3, 3 + len(codes)),
        "row": row,
        "col": range(3, 3 + len(codes)),
        "place": 0,
        "name": name,
        "code": list(codes),
    }
    days = {
        "date": [date(2026, 3, 2 + number) for number in range(len(codes))],
        "row": 1,
        "col": range(3, 3 + len(codes)),
        "place": 0,
        "weekday_row": 2,
        "weekday_col": range(3, 3 + len(codes)),
    }
    element = {"name": [name], "row": [row], "col": [1], "place": [0]}
    return Dood(
        kind="dood",
        frame=pd.DataFrame(marks | flags),
        places=(Place(tab, {"name": 1, "work": 9}),),
        elements=pd.DataFrame(element, index=[row]),
        days=pd.DataFrame(days, index=range(3, 3 + len(codes))),
    )


def test_a_record_leads_to_its_cell_by_the_sheets_own_row():
    assert crew("Crew", {7: "ANA", 9: "BO"}).cell(9, "rate") == Cell("Crew", 9, 5, "crew")


def test_a_field_without_a_column_is_located_at_the_records_first():
    assert crew("Crew", {7: "ANA"}).cell(7, "union").a1 == "B7"


def test_records_of_merged_tabs_keep_their_cells():
    both = merge([crew("Main", {7: "ANA", 9: "BO"}), crew("2nd Unit", {7: "CY"})])
    cells = [str(both.cell(label, "name")) for label in both.frame.index]
    assert cells == ["Main!B7", "Main!B9", "2nd Unit!B7"]


def test_merging_three_in_two_steps_is_merging_three():
    one, two, three = (crew(tab, {4: tab}) for tab in ("A", "B", "C"))
    at_once, in_steps = merge([one, two, three]), merge([merge([one, two]), three])
    assert [at_once.cell(label, "name") for label in at_once.frame.index] == [
        in_steps.cell(label, "name") for label in in_steps.frame.index
    ]


def test_marks_days_and_elements_of_merged_doods_keep_their_cells():
    both = merge([dood("Main", 4, "ANA", "SWF"), dood("2nd Unit", 4, "BO", "W")])
    assert isinstance(both, Dood)
    last = both.frame.index[-1]
    assert str(both.cell(last)) == "2nd Unit!C4"
    assert both.cell(last, "name") == Cell("2nd Unit", 4, 1)
    assert str(both.element_cell(int(both.frame.at[last, "element"]), "stated_work")) == (
        "2nd Unit!I4"
    )
    assert str(both.day_cell(int(both.frame.at[last, "day"]), "weekday")) == "2nd Unit!C2"


def test_tables_of_two_kinds_are_not_merged():
    with pytest.raises(ValueError, match="one kind"):
        merge([crew("Crew", {1: "ANA"}), dood("Main", 4, "ANA", "W")])
