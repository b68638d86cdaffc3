"""Request bodies: lenient in form, strict in names and kinds, as Google is."""

from __future__ import annotations

from typing import Any

import pytest

from localsheets.wire import messages
from localsheets.wire.errors import ApiError


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ({"sheet_id": 7, "start_row_index": 0}, {"sheetId": 7, "startRowIndex": 0}),
        ({"sheetId": "7", "endRowIndex": 3.0}, {"sheetId": 7, "endRowIndex": 3}),
        ({"sheetId": 0, "startRowIndex": 0}, {"startRowIndex": 0}),
        ({"sheetId": None}, {}),
    ],
)
def test_a_range_is_read_leniently(given: Any, read: Any) -> None:
    assert messages.read("GridRange", given) == read


def test_one_request_may_stand_for_a_list_and_lists_may_be_nested() -> None:
    one = {"deleteSheet": {"sheetId": 1}}
    name = "BatchUpdateSpreadsheetRequest"
    assert messages.read(name, {"requests": one}) == {"requests": [one]}
    assert messages.read(name, {"requests": [[one, one]]}) == {"requests": [one, one]}


def test_a_colour_is_a_32_bit_float_and_sets_its_twin() -> None:
    read = messages.read("CellFormat", {"backgroundColor": {"red": 0, "blue": 0.4980392156862745}})
    blue = {"blue": 0.49803922}
    assert read == {"backgroundColor": blue, "backgroundColorStyle": {"rgbColor": blue}}


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (0.5, 0.49803922),  # 127 of 255
        (0.9, 0.8980392),  # 229
        (0.8, 0.8),
        (0.65882355, 0.65882355),  # as Google wrote it
        (168 / 255, 0.65882355),
        (1, 1),
    ],
)
def test_a_colour_has_eight_bits_a_part_and_the_rest_is_cut_off(given: float, kept: float) -> None:
    assert messages.read("Color", {"red": given}) == {"red": kept}


@pytest.mark.parametrize("step", range(1, 256))
def test_every_colour_that_a_screen_shows_stays_as_it_is(step: int) -> None:
    kept = messages.read("Color", {"green": step / 255})["green"]
    assert round(kept * 255, 4) == step
    assert messages.read("Color", {"green": kept}) == {"green": kept}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            {"requests": [{"updateCells": {"fieldz": "*"}}]},
            'Invalid JSON payload received. Unknown name "fieldz" at '
            "'requests[0].update_cells': Cannot find field.",
        ),
        (
            {"requests": [{"noSuchRequest": {}}]},
            'Invalid JSON payload received. Unknown name "noSuchRequest" at '
            "'requests[0]': Cannot find field.",
        ),
        (
            {"requests": [{"deleteSheet": {"sheetId": "x"}}]},
            "Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), \"x\"",
        ),
    ],
)
def test_what_the_schema_lacks_is_refused_in_googles_words(body: Any, message: str) -> None:
    with pytest.raises(ApiError) as refused:
        messages.read("BatchUpdateSpreadsheetRequest", body)
    assert refused.value.message == message
    assert refused.value.code == 400


def test_rows_of_values_must_be_lists_of_lists() -> None:
    with pytest.raises(ApiError, match=r"Invalid value at 'data.values'"):
        messages.read("ValueRange", {"values": "A1"}, "data")


def test_a_field_that_is_not_supported_is_named() -> None:
    body: Any = {"requests": [{"repeatCell": {"cell": {"pivotTable": {}}}}]}
    with pytest.raises(ApiError, match=r"CellData.pivotTable is not implemented") as refused:
        messages.read("BatchUpdateSpreadsheetRequest", body)
    assert refused.value.code == 501
