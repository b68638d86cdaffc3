"""The hidden tab in which Topsheet remembers, with the example's past, as its own runs leave it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from openpyxl.workbook import Workbook

import sheets
from flows.ground import open_ground
from flows.production_run import understand
from flows.targets import settings_for
from model.production import Production
from model.report import Report, Style
from reports import history
from saltglass.calendar import TODAY
from saltglass.page import Look, Page, add_page
from saltglass.past import past
from sheets.planning.headers import field_text
from sheets.planning.links import Links
from sheets.planning.looks import Looks
from sheets.planning.slots import slots
from sheets.planning.values import plain

SETTINGS = Path(__file__).parents[1] / "productions" / "saltglass.toml"
_FORMATS = {
    Style.DATE: "d mmm yyyy",
    Style.MONEY_CENTS: "#,##0.00",
    Style.VARIANCE: "#,##0;(#,##0);-",
}


def report_for(workbook: Path) -> Report:
    """What the example's history holds, made from what its sheets say."""
    settings = settings_for(str(SETTINGS))
    own = settings.spreadsheets["production"].model_copy(update={"target": str(workbook)})
    settings = settings.model_copy(update={"spreadsheets": {"production": own}})
    with open_ground(settings) as ground:
        ((name, reach),) = ground.reaches.items()
        book = sheets.pull(reach.client, reach.id, name)
        _, results = understand([book], settings, TODAY)
    return history.report_of(past(results.present), Production("Saltglass", date.max))


def write(workbook: Workbook, report: Report) -> Page:
    """Put the report into a workbook as a tab of ours: marks, names of fields, lines."""
    page = add_page(workbook, report.title)
    looks = Looks(tuple(report.columns), Links("", {}))
    page.sheet.sheet_state = "hidden"
    page.row(1, ["topsheet:rows/history", *(field_text(each) for each in report.columns)], Look())
    for row, slot in enumerate(slots(report)[1:], 2):
        page.put(row, 1, looks.mark(slot).text, Look())
        for col, column in enumerate(report.columns, 2):
            content = slot.entry(column.field).content
            if slot.line is None:
                page.put(row, col, column.heading, Look(bold=True))
            elif content is not None:
                look = Look(format=_FORMATS.get(column.style, "@"))
                page.put(row, col, plain(content), look)
    page.sheet.row_dimensions[1].hidden = True
    page.sheet.column_dimensions["A"].hidden = True
    return page
