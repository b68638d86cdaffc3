"""Charts on tabs of their own: a workbook's chart sheets and the API's tabs of type OBJECT.

A chart sheet whose chart the API has no like of, or whose data lie in another file, is no tab of
the spreadsheet; it stays in the file, after all others.
"""

from __future__ import annotations

from typing import Any

from localsheets.state.sheet import Sheet
from localsheets.xlsx.charts_out import made_of
from localsheets.xlsx.colours import to_api, to_hex
from localsheets.xlsx.names import Names

Json = dict[str, Any]

A_PAGE = 9_294_091, 6_003_636
"""Width and height of a chart that fills its sheet, as Excel writes it."""


def is_one(worksheet: Any) -> bool:
    """Whether an openpyxl sheet is a chart sheet."""
    from openpyxl.chartsheet import Chartsheet

    return isinstance(worksheet, Chartsheet)


def tab_of(found: Any, sheet_id: int, theme: tuple[str, ...]) -> Sheet:
    """The tab of a chart sheet, its chart not yet on it."""
    properties: Json = {"sheetId": sheet_id, "title": found.title, "sheetType": "OBJECT"}
    if found.sheet_state != "visible":
        properties["hidden"] = True
    colour = to_api(found.sheetPr.tabColor, theme) if found.sheetPr is not None else None
    if colour is not None:
        properties |= {"tabColor": colour, "tabColorStyle": {"rgbColor": colour}}
    return Sheet(properties)


def written(workbook: Any, before: Any | None, sheet: Sheet, names: Names) -> Any | None:
    """A new chart sheet for a tab, in the place of ``before``; ``None`` if its chart is of a kind
    that openpyxl has no like of."""
    from openpyxl.drawing.spreadsheet_drawing import AbsoluteAnchor
    from openpyxl.drawing.xdr import XDRPoint2D, XDRPositiveSize2D
    from openpyxl.worksheet.page import PrintPageSetup

    made = made_of(sheet.charts[0]["spec"], names) if sheet.charts else None
    if before is not None:
        workbook.remove(before)
    if made is None:
        return None
    found = workbook.create_chartsheet(names.by_id[sheet.id])
    found.add_chart(made)
    made.anchor = AbsoluteAnchor(pos=XDRPoint2D(0, 0), ext=XDRPositiveSize2D(*A_PAGE))
    found.pageSetup = PrintPageSetup(orientation="landscape")
    return found


def set_properties(found: Any, sheet: Sheet, title: str) -> None:
    """Title, visibility and colour."""
    from openpyxl.chartsheet.properties import ChartsheetProperties
    from openpyxl.styles.colors import Color

    if found.title != title:
        found.title = title
    if sheet.hidden != (found.sheet_state != "visible"):
        found.sheet_state = "hidden" if sheet.hidden else "visible"
    colour = sheet.properties.get("tabColor")
    if colour is not None:
        found.sheetPr = ChartsheetProperties(tabColor=Color(rgb=f"FF{to_hex(colour)}"))


def select(found: Any, *, front: bool) -> None:
    """Say whether it is the tab in front."""
    for view in found.sheetViews.sheetView:
        view.tabSelected = front
