"""A calendar: columns that come and go with dates, coloured by rules over all of them."""

from __future__ import annotations

import json
from typing import Any

from model.report import AS_OF, Column, Entry, Line, LineStyle, Report, Role, Style
from sheets.plan import plan
from tests.sheets.ground import TODAY, Ground, empty_book


def calendar(days: str, *rows: str, stamp: str = "10:00", framed: str = "") -> Report:
    """A calendar from its days ("2 3 4 7*", shaded where starred) and rows ("ANA SW W . WF")."""
    names = [day.rstrip("*") for day in days.split()]
    shades = ["weekend" if day.endswith("*") else "" for day in days.split()]
    columns = [
        Column("name", "Name", width=140),
        Column("before", "", Style.DAY, width=6),
        *(
            Column(f"d{name}", f"{name} Mar", Style.DAY, width=31, shade=shade)
            for name, shade in zip(names, shades, strict=True)
        ),
        Column("after", "", Style.DAY, width=6),
        Column("note", "Note", Style.PERSON, Role.PERSON),
    ]
    head = {f"d{name}": Entry("Mon") for name in names}
    return Report(
        name="dood-view",
        title="DOOD View",
        columns=columns,
        lines=[_line(row.split(), names, framed) for row in rows],
        preamble=[
            Line("title", {"name": Entry("DOOD View")}, LineStyle.TITLE),
            Line(AS_OF, {"name": Entry(f"As of {stamp}")}, LineStyle.SUBTITLE),
            Line("head:weekday", head, LineStyle.HEAD),
        ],
        frozen_columns=1,
    )


def _line(row: list[str], names: list[str], framed: str) -> Line:
    name, *codes = row
    entries = {"name": Entry(name)}
    for day, code in zip(names, codes, strict=True):
        if code != ".":
            entries[f"d{day}"] = Entry(code, outline="error" if day == framed else "")
    return Line(name, entries)


def known(ground: Ground, fields: str) -> Any:
    found = ground.client.metadata(ground.id, f"sheets(properties(title),{fields})")
    return next(tab for tab in found["sheets"] if tab["properties"]["title"] == "DOOD View")


def test_days_come_and_go_and_words_stay_with_their_line(ground: Ground) -> None:
    ground.write(calendar("2 3 4", "ANA SW W WF", "BEN SW WF ."))
    ground.type_in("H7", "flies home", tab="DOOD View")

    ground.write(calendar("1 3 4 5", "ANA . SW W WF", "BEN SW W WF .", stamp="11:00"))

    assert [line.split(" | ") for line in ground.shown("dood-view")[2:]] == [
        ["", "", "Mon", "Mon", "Mon", "Mon"],
        ["Name", "", "1 Mar", "3 Mar", "4 Mar", "5 Mar", "", "Note"],
        ["ANA", "", "", "SW", "W", "WF"],
        ["BEN", "", "SW", "W", "WF", "", "", "flies home"],
    ]


def test_a_new_day_lies_within_the_rules_that_colour_days(ground: Ground) -> None:
    ground.write(calendar("2 3", "ANA SW WF"))
    before = known(ground, "conditionalFormats")["conditionalFormats"]

    ground.write(calendar("1 2 3 4", "ANA SW W W WF", stamp="11:00"))

    after = known(ground, "conditionalFormats")["conditionalFormats"]
    spans = [rule["ranges"][0] for rule in (*before, *after)]
    assert len(before) == len(after) == 11
    assert {(span["startColumnIndex"], span["endColumnIndex"]) for span in spans} == {
        (2, 6),
        (2, 8),
    }


def test_words_in_a_row_of_ones_own_keep_their_day(ground: Ground) -> None:
    """A computed column goes with its date; a person's words in it do not."""
    ground.write(calendar("2 3 4", "ANA SW W WF"))
    ground.type_in("E8", "call the agent", tab="DOOD View")

    ground.write(calendar("2 4", "ANA SW WF", stamp="11:00"))

    assert [line.split(" | ") for line in ground.shown("dood-view")[3:]] == [
        ["Name", "", "2 Mar", "3 Mar", "4 Mar", "", "Note"],
        ["ANA", "", "SW", "", "WF"],
        [""],
        ["", "", "", "call the agent"],
    ]


def test_no_button_of_a_filter_covers_the_dates(ground: Ground) -> None:
    ground.write(calendar("2 3", "ANA SW WF"))
    assert "basicFilter" not in known(ground, "basicFilter")


def test_three_hundred_days_are_painted_by_ranges() -> None:
    """The looks take requests by runs of days, not by cells."""
    days = " ".join(f"{day}{'*' if day % 7 in (6, 0) else ''}" for day in range(1, 301))
    rows = [f"P{number} " + " ".join(["W"] * 300) for number in range(40)]
    made = plan(empty_book(), [calendar(days, *rows)], "run-1", frozenset(), TODAY)
    looks = [each for each in made.requests if "repeatCell" in each]
    painted = [each for each in made.requests if "updateCells" in each]
    assert len(looks) < 2.5 * 300 / 7 + 20
    assert len(json.dumps(painted)) < 40 * 300 * 60
    assert not any("userEnteredFormat" in each["updateCells"]["fields"] for each in painted)


def test_a_framed_day_is_framed_in_its_severitys_colour() -> None:
    made = plan(
        empty_book(), [calendar("2 3", "ANA SW WF", framed="3")], "run-1", frozenset(), TODAY
    )
    (frame,) = [
        each["updateCells"]
        for each in made.requests
        if "borders" in each.get("updateCells", {}).get("fields", "")
    ]
    (cell,) = frame["rows"][0]["values"]
    assert {edge["style"] for edge in cell["userEnteredFormat"]["borders"].values()} == {
        "SOLID_MEDIUM"
    }
