"""The developer metadata that makes a tab ours and remembers how it was left."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from model.grid import OwnTab
from model.report import Column, Report
from sheets.planning import palette
from sheets.planning.names import METADATA_KEY, fingerprint
from sheets.planning.wire import Request


@dataclass(frozen=True, slots=True)
class Layout:
    """Fingerprints of a tab as we left it."""

    made: str
    """Its columns, headings and formats."""
    order: str
    """Where its rows and columns stand."""
    sequence: str
    """Which row of ours follows which, while that is the report's own order; else ""."""
    charts: str

    @property
    def text(self) -> str:
        """As it is kept: "1f0c2a77.d41b9e02.77aa0c31.5e3a9c10"."""
        return f"{self.made}.{self.order}.{self.sequence}.{self.charts}"


def read_layout(text: str) -> Layout:
    """Read what was kept; a text of another make is a layout that differs from every other."""
    parts = text.split(".")
    return Layout(*parts) if len(parts) == 4 else Layout(text, "", "", "")


def layout_fingerprint(report: Report) -> str:
    """Changes when a report's columns or our looks do, so that the tab is painted again."""
    return fingerprint(
        [
            palette.VERSION,
            "warns",
            report.heading,
            report.frozen_columns,
            report.tab_color,
            [_essence(column) for column in report.columns],
        ]
    )


def create(sheet: int, report: str, layout: Layout, lines: str = "") -> Request:
    """Make a tab ours; ``lines`` is what its rows are known by, should they lose their keys."""
    return {
        "createDeveloperMetadata": {
            "developerMetadata": {
                "metadataKey": METADATA_KEY,
                "metadataValue": _value(report, layout, lines),
                "location": {"sheetId": sheet},
                "visibility": "DOCUMENT",
            }
        }
    }


def update(sheet: int, report: str, layout: Layout, lines: str = "") -> Request:
    """Remember how a tab of ours is left now.

    Google wants no location type beside an exact location (reference of DeveloperMetadataLookup).
    """
    return {
        "updateDeveloperMetadata": {
            "dataFilters": [
                {
                    "developerMetadataLookup": {
                        "metadataKey": METADATA_KEY,
                        "metadataLocation": {"sheetId": sheet},
                        "locationMatchingStrategy": "EXACT_LOCATION",
                    }
                }
            ],
            "developerMetadata": {"metadataValue": _value(report, layout, lines)},
            "fields": "metadataValue",
        }
    }


def remember(own: OwnTab, report: str, layout: Layout, lines: str = "") -> Request:
    """Note how a tab is left; on one that lost its metadata, make it ours again."""
    write = update if own.layout else create
    return write(own.grid.sheet_id, report, layout, lines)


def read_value(text: str) -> tuple[str, str, str] | None:
    """Read a tab's (report, layout, lines); ``None`` where the value is none of ours."""
    try:
        value: Any = json.loads(text)
        return str(value["report"]), str(value.get("layout", "")), str(value.get("lines", ""))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _value(report: str, layout: Layout, lines: str) -> str:
    told = {"report": report, "layout": layout.text} | ({"lines": lines} if lines else {})
    return json.dumps(told, separators=(",", ":"), ensure_ascii=False)


def _essence(column: Column) -> list[object]:
    told: list[object] = [column.field, column.heading, column.style, column.role, column.note]
    return [*told, column.shade] if column.shade else told
