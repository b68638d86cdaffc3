"""Sending a plan: one batch, and when its answer is lost, one look at whether it landed."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from model.cell import column_letters, quote_tab
from model.grid import Marker, Scalar
from sheets.client import Client
from sheets.errors import AnswerLost, Refused, Superseded
from sheets.plan import Plan
from sheets.planning.cells import Expected
from sheets.planning.values import same
from sheets.pull import pull_markers

log = logging.getLogger(__name__)

_ANSWER = (
    "updatedSpreadsheet(sheets(properties(sheetId),"
    "data(startRow,startColumn,rowData.values.effectiveValue)))"
)


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A formula whose value in the spreadsheet is not the figure that we computed."""

    tab: str
    a1: str
    expected: Scalar
    found: Scalar
    """The spreadsheet's value; an error as its text, "#REF!"."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a plan."""

    plan: Plan
    mismatches: tuple[Mismatch, ...] = ()
    compared: int = 0
    """Formulas that were compared with the spreadsheet's own result."""
    confirmed_by_look: bool = False
    """The answer was lost, and a look at the spreadsheet found the write landed."""

    @property
    def tabs(self) -> tuple[str, ...]:
        """Titles of the report tabs, in the reports' order."""
        return tuple(title for _, title in self.plan.titles)

    @property
    def in_words(self) -> str:
        """What was written, for a person."""
        return self.plan.summary.in_words


def push(client: Client, plan: Plan) -> Outcome:
    """Send a plan's batch, applied whole or not at all.

    The answer brings the values of our formulas, so that they are compared with the figures that we
    computed without another request.

    Raises:
        Superseded: the batch did not land, because another run wrote in between or the answer was
            lost on the way there: read the spreadsheet again and plan afresh.
        SheetsError: any other trouble; nothing was written.
    """
    if not plan.requests:
        return Outcome(plan)
    try:
        answer = client.batch_update(plan.spreadsheet_id, _body(plan), _fields(plan))
    except AnswerLost:
        if _landed(client, plan):
            log.warning("the answer to %s's write was lost; it landed", plan.run)
            return Outcome(plan, confirmed_by_look=True)
        raise Superseded(
            f"the write on {plan.spreadsheet_id} did not land: its request or answer was lost"
        ) from None
    except Refused:
        markers = pull_markers(client, plan.spreadsheet_id)
        if _is_ours(markers, plan):
            return Outcome(plan, confirmed_by_look=True)
        if _ids(markers) != _ids([plan.guard] if plan.guard else []):
            raise Superseded(f"another run wrote on {plan.spreadsheet_id} in between") from None
        raise
    return _compared(plan, answer)


def _landed(client: Client, plan: Plan) -> bool:
    return _is_ours(pull_markers(client, plan.spreadsheet_id), plan)


def _is_ours(markers: Sequence[Marker], plan: Plan) -> bool:
    """Whether the spreadsheet bears our run's marker, and not only the one that we read."""
    read = plan.guard.id if plan.guard else None
    return any(marker.run == plan.run and marker.id != read for marker in markers)


def _ids(markers: Sequence[Marker]) -> set[int]:
    return {marker.id for marker in markers}


def _body(plan: Plan) -> dict[str, Any]:
    body: dict[str, Any] = {"requests": list(plan.requests)}
    if plan.expected:
        body["includeSpreadsheetInResponse"] = True
        body["responseIncludeGridData"] = True
        body["responseRanges"] = _ranges(plan)
    return body


def _fields(plan: Plan) -> str:
    return f"spreadsheetId,{_ANSWER}" if plan.expected else "spreadsheetId"


def _ranges(plan: Plan) -> list[str]:
    """For each tab, the block that holds its formulas."""
    titles = dict(plan.titles)
    ranges = []
    for sheet in dict.fromkeys(cell.sheet for cell in plan.expected):
        cells = [cell for cell in plan.expected if cell.sheet == sheet]
        rows, cols = [cell.row for cell in cells], [cell.col for cell in cells]
        left, right = column_letters(min(cols) + 1), column_letters(max(cols) + 1)
        block = f"{left}{min(rows) + 1}:{right}{max(rows) + 1}"
        ranges.append(f"{quote_tab(titles[sheet])}!{block}")
    return ranges


def _compared(plan: Plan, answer: Mapping[str, Any]) -> Outcome:
    """Hold the spreadsheet's results against ours."""
    found = _values(answer)
    if not found:
        return Outcome(plan)
    titles = dict(plan.titles)
    wrong = [
        Mismatch(titles[cell.sheet], _a1(cell), cell.value, found.get(_place(cell)))
        for cell in plan.expected
        if not same(found.get(_place(cell)), cell.value, computed=True)
    ]
    if wrong:
        first = f"{wrong[0].tab}!{wrong[0].a1}"
        log.warning("%d formulas give another figure than ours, the first: %s", len(wrong), first)
    return Outcome(plan, tuple(wrong), len(plan.expected))


def _values(answer: Mapping[str, Any]) -> dict[tuple[int, int, int], Scalar]:
    """(sheet, row, column) -> value, of every cell in the answer."""
    found: dict[tuple[int, int, int], Scalar] = {}
    for sheet in answer.get("updatedSpreadsheet", {}).get("sheets", []):
        ident = sheet.get("properties", {}).get("sheetId", 0)
        for data in sheet.get("data", []):
            top, left = data.get("startRow", 0), data.get("startColumn", 0)
            for row, values in enumerate(data.get("rowData", []), top):
                for col, cell in enumerate(values.get("values", []), left):
                    found[ident, row, col] = _effective(cell.get("effectiveValue", {}))
    return found


def _effective(value: Mapping[str, Any]) -> Scalar:
    if "errorValue" in value:
        return str(value["errorValue"].get("type", "#ERROR!"))
    return next(iter(value.values()), None)


def _place(cell: Expected) -> tuple[int, int, int]:
    return cell.sheet, cell.row, cell.col


def _a1(cell: Expected) -> str:
    return f"{column_letters(cell.col + 1)}{cell.row + 1}"
