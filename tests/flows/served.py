"""Spreadsheets on the local server, filled as a script of somebody's would fill them."""

from __future__ import annotations

from typing import Any

import sheets


def fill(client: sheets.Client, ident: str, content: dict[str, list[list[Any]]]) -> None:
    """Write raw values into tabs of a fresh spreadsheet, as a script of somebody's would."""
    asked: list[dict[str, Any]] = []
    for number, (title, rows) in enumerate(content.items(), 1):
        asked.append({"addSheet": {"properties": {"sheetId": number, "title": title}}})
        cells = [{"values": [_cell(value) for value in row]} for row in rows]
        start = {"sheetId": number, "rowIndex": 0, "columnIndex": 0}
        asked.append({"updateCells": {"start": start, "rows": cells, "fields": "userEnteredValue"}})
    path = f"https://sheets.googleapis.com/v4/spreadsheets/{ident}:batchUpdate"
    client.http.request("post", path, json={"requests": asked})


def _cell(value: Any) -> dict[str, Any]:
    if value is None or value == "":
        return {}
    kind = "stringValue" if isinstance(value, str) else "numberValue"
    return {"userEnteredValue": {kind: value}}
