"""Element numbers that a day-out-of-days gives to two rows."""

from __future__ import annotations

import pandas as pd

from model.issue import Issue
from schemas import issues
from schemas.dood.layout import Layout
from schemas.headings import normal
from schemas.values import doubles


def check(layout: Layout, frame: pd.DataFrame, elements: pd.DataFrame) -> list[Issue]:
    """An issue for each row whose number an earlier one has, for another name or the same days.

    A row for the days before a drop and another for those after the pick-up are one element. One
    who works on both rows on one day is double-booked, which a rule of its own says, unless the
    second row is the first one over again. A double may bear the number of whom they double for.
    """
    numbered = elements[elements["element_id"].notna()]
    again = numbered[numbered["element_id"].duplicated()]
    made = []
    for label, number, name in zip(again.index, again["element_id"], again["name"], strict=True):
        first = numbered.index[numbered["element_id"] == number][0]
        known = elements.at[first, "name"]
        same = normal(name or "") == normal(str(known or ""))
        copied = same and _is_copied(frame, int(first), int(label))
        if same and not copied and not _only_marked_twice(frame, int(first), int(label)):
            continue
        if not same and (doubles.stands_in(name, known) or doubles.stands_in(known, name)):
            continue
        col = layout.names.id_col or layout.names.name_col
        how = ", both with marks on one day" if same else f", for {known!s} and for {name!s}"
        how = ", the second a copy of the first" if copied else how
        made.append(
            issues.make(
                "element-listed-twice",
                f'The number "{number!s}" stands on two rows{how}.',
                layout.view.cell(int(label), col),
                related=(layout.view.cell(int(first), col),),
                subject=name or number,
                expected="a number that no other row has",
                suggestion="Correct the number, or take the second row out.",
            )
        )
    return made


def _is_copied(frame: pd.DataFrame, first: int, second: int) -> bool:
    """Whether two rows have the same marks on the same days, one at least."""
    one, other = (
        frame.loc[frame["element"] == label, ["day", "code"]].values.tolist()
        for label in (first, second)
    )
    return len(one) > 0 and one == other


def _only_marked_twice(frame: pd.DataFrame, first: int, second: int) -> bool:
    """Whether two rows have marks on a common day, without work or travel on both."""
    one, other = (frame[frame["element"] == label].set_index("day") for label in (first, second))
    shared = one.index.intersection(other.index)
    busy = [marks["work"] | marks["travel"] for marks in (one.loc[shared], other.loc[shared])]
    return len(shared) > 0 and not (busy[0] & busy[1]).any()
