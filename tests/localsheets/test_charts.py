"""Charts of every kind and slicers: what is kept, where they stand, what is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Json = dict[str, Any]
Send = Callable[..., Json]


def data(column: int, rows: int = 4) -> Json:
    """Rows of one column, as a chart's data."""
    place = {"startColumnIndex": column, "endColumnIndex": column + 1}
    return {"sourceRange": {"sources": [{"startRowIndex": 0, "endRowIndex": rows, **place}]}}


SPECS: dict[str, Json] = {
    "basicChart": {
        "chartType": "COMBO",
        "headerCount": 1,
        "axis": [{"position": "LEFT_AXIS", "title": "EFC"}],
        "domains": [{"domain": data(0)}],
        "series": [
            {"series": data(1), "type": "COLUMN", "targetAxis": "LEFT_AXIS"},
            {"series": data(2), "type": "LINE"},
        ],
    },
    "pieChart": {"domain": data(0), "series": data(1), "pieHole": 0.5},
    "bubbleChart": {
        "domain": data(0),
        "series": data(1),
        "groupIds": data(2),
        "bubbleSizes": data(3),
        "bubbleOpacity": 0.5,
    },
    "candlestickChart": {
        "domain": {"data": data(0)},
        "data": [
            {
                "lowSeries": {"data": data(1)},
                "openSeries": {"data": data(2)},
                "closeSeries": {"data": data(3)},
                "highSeries": {"data": data(4)},
            }
        ],
    },
    "orgChart": {"labels": data(0), "parentLabels": data(1), "nodeSize": "MEDIUM"},
    "histogramChart": {"series": [{"data": data(1)}], "bucketSize": 1.5},
    "waterfallChart": {
        "domain": {"data": data(0)},
        "series": [{"data": data(1), "hideTrailingSubtotal": True}],
        "stackedType": "STACKED",
    },
    "treemapChart": {"labels": data(0), "parentLabels": data(1), "sizeData": data(2), "levels": 3},
    "scorecardChart": {"keyValueData": data(1, 1), "aggregateType": "SUM"},
}
ROBOTO: Json = {"format": {"fontFamily": "Roboto"}, "viewWindowOptions": {}}
AXES: dict[str, Json] = {
    "basicChart": {"axis": [{"position": "LEFT_AXIS", "title": "EFC", **ROBOTO}]}
}
"""What Google adds to the axes."""
HERE = {"overlayPosition": {"anchorCell": {"rowIndex": 2}}}


def chart(kind: str = "pieChart", **more: Any) -> Json:
    made = {"spec": {"title": kind, kind: SPECS[kind]}, "position": HERE, **more}
    return {"addChart": {"chart": made}}


def only_tab(api: Send) -> Json:
    found: Json = api("GET", "/v4/spreadsheets/book")["sheets"][0]
    return found


@pytest.mark.parametrize("kind", SPECS)
def test_every_kind_is_kept_as_it_came(batch: Send, api: Send, kind: str) -> None:
    made = batch(chart(kind, chartId=7))["replies"][0]["addChart"]["chart"]
    assert made == {
        "chartId": 7,
        "spec": {
            "title": kind,
            "hiddenDimensionStrategy": "SKIP_HIDDEN_ROWS_AND_COLUMNS",
            "titleTextFormat": {"fontFamily": "Roboto"},
            "fontName": "Roboto",
            kind: SPECS[kind] | AXES.get(kind, {}),
        },
        "position": {
            "overlayPosition": {
                "anchorCell": {"rowIndex": 2},
                "widthPixels": 600,
                "heightPixels": 371,
            }
        },
    }
    assert only_tab(api)["charts"] == [made]


def test_fonts_that_somebody_chose_stay(batch: Send, api: Send) -> None:
    axes = [
        {"position": "BOTTOM_AXIS", "title": "Day", "format": {"fontFamily": "Arial"}},
        {"position": "LEFT_AXIS"},
    ]
    own = {"fontName": "Lato", "titleTextFormat": {"bold": True}}
    spec = {"basicChart": {**SPECS["basicChart"], "axis": axes}, **own}
    batch(chart("basicChart", chartId=7), {"updateChartSpec": {"chartId": 7, "spec": spec}})
    kept = only_tab(api)["charts"][0]["spec"]
    assert kept["fontName"] == "Lato"
    assert kept["titleTextFormat"] == {"fontFamily": "Roboto", "bold": True}
    assert [axis.get("format") for axis in kept["basicChart"]["axis"]] == [
        {"fontFamily": "Arial"},
        None,
    ]


@pytest.mark.parametrize("kind", SPECS)
def test_every_kind_follows_its_data(batch: Send, api: Send, kind: str) -> None:
    insert = {"dimension": "COLUMNS", "startIndex": 0, "endIndex": 2}
    batch(chart(kind), {"insertDimension": {"range": insert}})
    text = str(only_tab(api)["charts"][0]["spec"])
    assert "'startColumnIndex': 3, 'endColumnIndex': 4" in text
    assert "'startColumnIndex': 1," not in text


@pytest.mark.parametrize("kind", SPECS)
def test_the_page_shows_a_tab_with_any_chart(server: Any, batch: Send, kind: str) -> None:
    import requests

    batch(chart(kind))
    assert requests.get(f"{server.url}/d/book", timeout=10).status_code == 200


def test_a_kind_takes_the_place_of_another(batch: Send, api: Send) -> None:
    batch(chart("basicChart", chartId=7))
    spec = {"pieChart": SPECS["pieChart"]}
    assert "error" not in batch({"updateChartSpec": {"chartId": 7, "spec": spec}})
    assert "basicChart" not in only_tab(api)["charts"][0]["spec"]


def test_a_chart_on_a_tab_of_its_own(batch: Send, api: Send) -> None:
    (reply,) = batch(chart(position={"newSheet": True}))["replies"]
    number = reply["addChart"]["chart"]["position"]["sheetId"]
    tab = api("GET", "/v4/spreadsheets/book", includeGridData="true")["sheets"][1]
    assert tab["properties"] == {
        "sheetId": number,
        "title": "Chart1",
        "index": 1,
        "sheetType": "OBJECT",
    }
    assert tab.keys() == {"properties", "charts"}
    title = {"properties": {"sheetId": number, "title": "Costs"}, "fields": "title"}
    assert "error" not in batch({"updateSheetProperties": title})
    assert "error" not in batch({"duplicateSheet": {"sourceSheetId": number}})
    assert "error" not in batch({"deleteSheet": {"sheetId": number}})
    left = api("GET", "/v4/spreadsheets/book")["sheets"]
    assert [sheet["properties"]["title"] for sheet in left] == ["Copy of Costs", "Sheet1"]


def test_a_tab_of_a_chart_has_no_cells(batch: Send, api: Send) -> None:
    batch(chart(position={"sheetId": 9}))
    cells = {"range": {"sheetId": 9}, "fields": "note", "cell": {"note": "n"}}
    answer = batch({"repeatCell": cells})
    assert answer["error"]["message"] == "Invalid requests[0].repeatCell: No grid with id: 9"
    frozen = {"sheetId": 9, "gridProperties": {"frozenRowCount": 1}}
    assert "error" in batch(
        {"updateSheetProperties": {"properties": frozen, "fields": "gridProperties"}}
    )


def test_moving_between_grid_and_own_tab(batch: Send, api: Send) -> None:
    batch(chart(chartId=7))
    batch({"updateEmbeddedObjectPosition": {"objectId": 7, "newPosition": {"newSheet": True}}})
    tabs = api("GET", "/v4/spreadsheets/book")["sheets"]
    assert [tab["properties"]["sheetType"] for tab in tabs] == ["GRID", "OBJECT"]
    place = {"anchorCell": {"rowIndex": 5}, "widthPixels": 300}
    back = {"objectId": 7, "newPosition": {"overlayPosition": place}, "fields": "*"}
    (reply,) = batch({"updateEmbeddedObjectPosition": back})["replies"]
    assert reply["updateEmbeddedObjectPosition"]["position"]["overlayPosition"] == {
        "anchorCell": {"rowIndex": 5},
        "widthPixels": 300,
        "heightPixels": 371,
    }
    tabs = api("GET", "/v4/spreadsheets/book")["sheets"]
    assert len(tabs) == 1
    assert tabs[0]["charts"][0]["chartId"] == 7


def test_only_the_masked_part_of_a_position_changes(batch: Send, api: Send) -> None:
    batch(chart(chartId=7))
    change = {"overlayPosition": {"widthPixels": 200, "offsetXPixels": 9}}
    ask = {"objectId": 7, "newPosition": change, "fields": "offsetXPixels"}
    batch({"updateEmbeddedObjectPosition": ask})
    overlay = only_tab(api)["charts"][0]["position"]["overlayPosition"]
    assert (overlay["widthPixels"], overlay["offsetXPixels"]) == (600, 9)


def test_borders(batch: Send, api: Send) -> None:
    batch(chart(chartId=7))
    ask = {"objectId": 7, "border": {"color": {"red": 1}}, "fields": "color"}
    assert "error" not in batch({"updateEmbeddedObjectBorder": ask})
    red = {"red": 1}
    assert only_tab(api)["charts"][0]["border"] == {"color": red, "colorStyle": {"rgbColor": red}}


SLICER: Json = {
    "spec": {
        "title": "Dept",
        "dataRange": {"startRowIndex": 0, "endRowIndex": 9, "startColumnIndex": 1},
        "columnIndex": 1,
        "filterCriteria": {"hiddenValues": ["Grip"]},
    },
    "position": {"overlayPosition": {"anchorCell": {"columnIndex": 6}}},
}


def test_a_slicer_comes_changes_moves_and_goes(batch: Send, api: Send) -> None:
    made = batch({"addSlicer": {"slicer": SLICER}})["replies"][0]["addSlicer"]["slicer"]
    assert only_tab(api)["slicers"] == [made]
    assert made["spec"]["dataRange"]["endColumnIndex"] == 26
    assert made["spec"]["applyToPivotTables"] is True
    number = made["slicerId"]
    change = {"slicerId": number, "spec": {"title": "Unit"}, "fields": "title"}
    place = {"overlayPosition": {"anchorCell": {"rowIndex": 3}}}
    move = {"objectId": number, "newPosition": place, "fields": "anchorCell"}
    assert "error" not in batch(
        {"updateSlicerSpec": change}, {"updateEmbeddedObjectPosition": move}
    )
    (slicer,) = only_tab(api)["slicers"]
    assert slicer["spec"] == {**made["spec"], "title": "Unit"}
    assert slicer["position"]["overlayPosition"]["anchorCell"] == {"rowIndex": 3}
    assert "error" not in batch({"deleteEmbeddedObject": {"objectId": number}})
    assert "slicers" not in only_tab(api)


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        ({"addChart": {"chart": {"position": HERE}}}, "One of basicChart, pieChart, bubbleChart"),
        (
            {"addChart": {"chart": {"spec": {"basicChart": {}}, "position": HERE}}},
            "A basicChart must have at least one domain or series.",
        ),
        (
            {"addChart": {"chart": {"spec": {"pieChart": SPECS["pieChart"]}}}},
            "One of EmbeddedObjectPosition.overlayPosition or EmbeddedObjectPosition.sheetId must",
        ),
        (
            {
                "addChart": {
                    "chart": {
                        "spec": {
                            "basicChart": {
                                **SPECS["basicChart"],
                                "chartType": "LINE",
                                "threeDimensional": True,
                            }
                        },
                        "position": HERE,
                    }
                }
            },
            "threeDimensional is not supported for charts of type LINE.",
        ),
        ({"updateChartSpec": {"chartId": 3}}, "No chart with id: 3"),
        ({"updateSlicerSpec": {"slicerId": 3, "fields": "*"}}, "No slicer with id: 3"),
        (
            {"updateEmbeddedObjectPosition": {"objectId": 3, "fields": "*"}},
            "No embedded object with id: 3",
        ),
        ({"updateEmbeddedObjectBorder": {"objectId": 3}}, "No embedded object with id: 3"),
        ({"addSlicer": {"slicer": {"spec": {}, "position": HERE}}}, "spec.dataRange must be"),
        (
            {"addSlicer": {"slicer": {**SLICER, "position": {"newSheet": True}}}},
            "A slicer can be positioned only on an existing sheet.",
        ),
    ],
    ids=lambda part: str(part)[:50],
)
def test_refused(batch: Send, request_: Json, message: str) -> None:
    kind = next(iter(request_))
    text = batch(request_)["error"]["message"]
    assert text.startswith(f"Invalid requests[0].{kind}: {message}")


def test_two_kinds_at_once_are_refused_by_the_parser(batch: Send) -> None:
    both = {"pieChart": SPECS["pieChart"], "orgChart": SPECS["orgChart"]}
    answer = batch({"addChart": {"chart": {"spec": both, "position": HERE}}})
    assert answer["error"]["message"] == (
        "Invalid value at 'requests[0].add_chart.chart.spec' (oneof), oneof field 'chart' is"
        " already set. Cannot set 'orgChart'"
    )


def test_charts_and_slicers_share_their_numbers(batch: Send) -> None:
    batch(chart(chartId=7))
    answer = batch({"addSlicer": {"slicer": {**SLICER, "slicerId": 7}}})
    assert answer["error"]["message"].endswith("Slicer with id: 7 already exists.")
    assert "error" in batch(chart(chartId=7))


def test_a_chart_goes_on_without_a_tab_that_is_deleted(batch: Send, api: Send) -> None:
    far = {"sourceRange": {"sources": [{"sheetId": 5, "endColumnIndex": 1}]}}
    series = [{"series": data(1)}, {"series": far}]
    batch(
        {"addSheet": {"properties": {"sheetId": 5}}},
        {
            "addChart": {
                "chart": {
                    "spec": {"basicChart": {"chartType": "BAR", "series": series}},
                    "position": HERE,
                }
            }
        },
        {"deleteSheet": {"sheetId": 5}},
    )
    assert only_tab(api)["charts"][0]["spec"]["basicChart"]["series"] == series[:1]
