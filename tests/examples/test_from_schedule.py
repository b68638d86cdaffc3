"""A workbook from a schedule's printouts."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import from_schedule
import pytest
from openpyxl import load_workbook

FILM = Path(__file__).parents[3] / "shared" / "film"

DOOD = """\
THE LONG DRAW
Day Out of Days Report for Cast Members - First Pass

Month/Day,,12/30,12/31,01/01,01/02,Co.,,,,,,,
Day of Week,,Fri,Sat,Sun,Mon,Travel,Work,Hold,Rehearse,Holiday,Start,Finish,TOTAL
Shooting Day,,1,,,2,,,,,,,,
1.ANA,,SW,,,WF,,2,,,,12/30,01/02,2
7a.BEN,,,,,SWF,,1,,,,01/02,01/02,1
"""
ONE_LINER = """\
Shoot Day,Date,Scene,INT/EXT,Set,D/N,Location,Pages,Cast IDs,Description
1,Fri 12/30,12,INT,MILL,DAY,,1 2/8,1,Ana finds the ledger
"End Day # 1 Friday, December 30, 2022 -- Total Pages: 1 2/8"
2,Mon 1/2,13,EXT,MILL,DAY,,2/8,"1, 7a",Ben is at the gate
"End Day # 2 Monday, January 2, 2023 -- Total Pages: 0 2/8"
"""


def on(year, month, day):
    return datetime(year, month, day)  # noqa: DTZ001  (a cell's date has no zone)


def built(tmp_path, dood=DOOD, one_liner=ONE_LINER):
    sources = tmp_path / "dood.csv", tmp_path / "one-liner.csv"
    for path, text in zip(sources, (dood, one_liner), strict=True):
        path.write_text(text, encoding="utf-8")
    from_schedule.build(*sources, tmp_path / "out.xlsx")
    return load_workbook(tmp_path / "out.xlsx", data_only=True)


def test_the_board_stands_as_printed(tmp_path):
    sheet = built(tmp_path)["DOOD"]
    assert [cell.value for cell in sheet[4]][:6] == [
        "Month/Day",
        None,
        "12/30",
        "12/31",
        "01/01",
        "01/02",
    ]
    assert [cell.value for cell in sheet[7]][:6] == ["1.ANA", None, "SW", None, None, "WF"]


def test_the_cast_list_takes_its_years_from_the_one_liner(tmp_path):
    sheet = built(tmp_path)["Cast"]
    ana, ben = ([cell.value for cell in sheet[row]] for row in (4, 5))
    assert ana[:2] + ana[4:7] == [
        "1",
        "ANA",
        on(2022, 12, 30),
        on(2023, 1, 2),
        "$1,246/day",
    ]
    assert ben[:2] + ben[4:6] == ["7a", "BEN", on(2023, 1, 2), on(2023, 1, 2)]


def test_the_budget_follows_the_days_of_the_cast(tmp_path):
    sheet = built(tmp_path)["Budget"]
    lines = {row[1].value: row[2].value for row in sheet.iter_rows(min_row=4) if row[1].value}
    assert lines["Day players"] == 3 * 1246
    assert lines["Total Cast"] == pytest.approx(3 * 1246 * 1.21, abs=0.01)
    assert lines["Catering"] == 2 * 3400
    totals = [lines[name] for name in lines if name.startswith("Total ")]
    assert lines["GRAND TOTAL"] == pytest.approx(sum(totals), abs=0.01)


def test_a_one_liner_without_a_day_s_end_is_refused_in_plain_words(tmp_path):
    with pytest.raises(ValueError, match="has no line such as"):
        built(tmp_path, one_liner="Shoot Day,Date\n1,Fri 12/30\n")


@pytest.mark.skipif(not FILM.exists(), reason="the real schedule is not here: ../shared/film")
@pytest.mark.parametrize(("name", "days"), [("first_pass", 61), ("rev_white", 56)])
def test_a_real_feature_s_schedule(tmp_path, name, days):
    out = tmp_path / "feature.xlsx"
    from_schedule.build(FILM / f"dood_{name}.csv", FILM / f"oneliner_{name}.csv", out)
    workbook = load_workbook(out, data_only=True)
    assert workbook.sheetnames == ["DOOD", "One-Liner", "Cast", "Budget"]
    elements = [cell.value for cell in workbook["DOOD"]["A"] if "." in str(cell.value)[:3]]
    listed = [f"{row[0].value}.{row[1].value}" for row in workbook["Cast"].iter_rows(min_row=4)]
    assert listed == elements
    catering = next(row[2].value for row in workbook["Budget"] if row[1].value == "Catering")
    assert catering == 3400 * days
