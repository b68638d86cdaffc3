"""Charts from run to run."""

from __future__ import annotations

from typing import Any

from model.report import Chart, Report, Series
from tests.sheets.ground import Ground, variance

STORY, DESIGN, PROPS = "1100 Story 500 500", "2200 Design 900 950", "2300 Props 100 80"


def charted(*accounts: str, title: str = "EFC by account", **other: Any) -> Report:
    codes = [account.split()[0] for account in accounts]
    chart = Chart(
        title,
        "bar",
        "description",
        (Series("efc", "EFC"),),
        codes[0],
        codes[-1],
        "total",
        "why",
    )
    return variance(*accounts, charts=(chart,), **other)


def chart_requests(outcome: Any) -> list[str]:
    kinds = [next(iter(request)) for request in outcome.plan.requests]
    return [kind for kind in kinds if "Chart" in kind or "Embedded" in kind]


def test_a_chart_is_made_once_and_pointed_again_where_its_lines_moved(ground: Ground) -> None:
    first = ground.write(charted(STORY, DESIGN))
    same = ground.write(charted(STORY, DESIGN))
    more = ground.write(charted(STORY, DESIGN, PROPS))
    renamed = ground.write(charted(STORY, DESIGN, PROPS, title="EFC"))

    assert [chart_requests(outcome) for outcome in (first, same, more, renamed)] == [
        ["addChart"],
        [],
        ["updateChartSpec"],
        ["updateChartSpec"],
    ]
    assert len(ground.own().charts) == 1


def test_a_chart_that_a_person_deleted_stays_away(ground: Ground) -> None:
    ground.write(charted(STORY, DESIGN))
    (chart,) = ground.own().charts
    ground.person({"deleteEmbeddedObject": {"objectId": chart}})

    ground.write(charted(STORY, DESIGN))

    assert ground.own().charts == ()


def test_a_chart_that_the_report_gave_up_goes(ground: Ground) -> None:
    ground.write(charted(STORY, DESIGN))

    outcome = ground.write(variance(STORY, DESIGN))

    assert chart_requests(outcome) == ["deleteEmbeddedObject"]
    assert ground.own().charts == ()


def test_a_chart_of_a_person_in_our_tab_is_left(ground: Ground) -> None:
    ground.write(variance(STORY, DESIGN))
    sheet = ground.own().grid.sheet_id
    box = {"sheetId": sheet, "startRowIndex": 4, "endRowIndex": 6}
    source = {"sources": [{**box, "startColumnIndex": 3, "endColumnIndex": 4}]}
    spec = {
        "basicChart": {
            "chartType": "BAR",
            "domains": [{"domain": {"sourceRange": source}}],
            "series": [{"series": {"sourceRange": source}}],
        }
    }
    anchor = {"anchorCell": {"sheetId": sheet, "rowIndex": 9, "columnIndex": 1}}
    theirs = {"chartId": 4711, "spec": spec, "position": {"overlayPosition": anchor}}
    ground.person({"addChart": {"chart": theirs}})

    ground.write(variance(STORY, DESIGN, PROPS))

    assert ground.own().charts == (4711,)
