"""Sending a plan: one batch, and when its answer is lost, one look at whether it landed."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from model.grid import Book, Marker
from sheets.answer import FIELDS, Mismatch, interfered, mismatches, ranges
from sheets.client import Client
from sheets.errors import AnswerLost, Refused, Superseded
from sheets.plan import Plan
from sheets.planning.guard import NOBODYS, mark, next_guard
from sheets.pull import pull_markers

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a plan."""

    plan: Plan
    mismatches: tuple[Mismatch, ...] = ()
    compared: int = 0
    """Formulas that were compared with the spreadsheet's own result."""
    confirmed_by_look: bool = False
    """The answer was lost, and a look at the spreadsheet found the write landed."""
    interfered: bool = False
    """People changed a tab between our reading and this write, which went astray there; the next
    reading finds what has to be put right."""

    @property
    def tabs(self) -> tuple[str, ...]:
        """Titles of the report tabs, in the reports' order."""
        return tuple(title for _, title in self.plan.titles)

    @property
    def in_words(self) -> str:
        """What was written, for a person."""
        return self.plan.summary.in_words


def push(client: Client, plan: Plan) -> Outcome:
    """Send a plan's batch, applied whole or not at all; a big one is staged out of sight first.

    The answer brings the values of our formulas, so that they are compared with the figures that we
    computed without another request.

    Raises:
        Superseded: the batch did not land, because another run wrote in between or the answer was
            lost on the way there: read the spreadsheet again and plan afresh.
        Refused: Google did not take the batch, for people may have taken a tab away meanwhile.
        SheetsError: any other trouble; nothing was written.
    """
    if not plan.requests:
        return Outcome(plan)
    _stage(client, plan)
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
        if _ids(markers) != _ids(plan.guards):
            raise Superseded(f"another run wrote on {plan.spreadsheet_id} in between") from None
        raise
    return _compared(plan, answer)


def unguarded(book: Book, plan: Plan) -> bool:
    """Whether a plan changes tabs that stand, and people took away the marker that it would delete:
    nothing would keep its batch from landing once more, hours later.
    """
    return not book.markers and bool(_standing(book, plan))


def put_marker(client: Client, book: Book, plan: Plan) -> None:
    """Put a marker on a tab of ours, of an id that never was: whoever read the spreadsheet before
    does not know it, so it has to be read again.

    Raises:
        Superseded: another run was faster, or the answer was lost: read the spreadsheet again.
        SheetsError: any other trouble; nothing was written.
    """
    wanted = next_guard(book.id, (), NOBODYS, uuid4().hex)
    request = mark(wanted, min(_standing(book, plan)), 0, 0)
    try:
        client.batch_update(book.id, {"requests": [request]}, "spreadsheetId")
    except (AnswerLost, Refused):
        raise Superseded(f"no marker could be put on {book.id}") from None


def _standing(book: Book, plan: Plan) -> frozenset[int]:
    ours = {own.grid.sheet_id for own in book.own}
    return plan.touched_sheet_ids & ours


def _stage(client: Client, plan: Plan) -> None:
    """Send what goes before, to hidden tabs: whatever becomes of it, no reader sees anything."""
    for number, stage in enumerate(plan.stages, 1):
        log.info("staging %d of %d on %s", number, len(plan.stages), plan.spreadsheet_id)
        try:
            client.batch_update(plan.spreadsheet_id, {"requests": list(stage)}, "spreadsheetId")
        except AnswerLost:
            raise Superseded(
                f"the answer to the staging on {plan.spreadsheet_id} was lost"
            ) from None


def _landed(client: Client, plan: Plan) -> bool:
    return _is_ours(pull_markers(client, plan.spreadsheet_id), plan)


def _is_ours(markers: Sequence[Marker], plan: Plan) -> bool:
    """Whether the spreadsheet bears our run's marker, and not only the one that we read."""
    read = _ids(plan.guards)
    return any(marker.run == plan.run and marker.id not in read for marker in markers)


def _ids(markers: Sequence[Marker]) -> set[int]:
    return {marker.id for marker in markers}


def _body(plan: Plan) -> dict[str, Any]:
    body: dict[str, Any] = {"requests": list(plan.requests)}
    if plan.expected or plan.judged:
        body["includeSpreadsheetInResponse"] = True
        body["responseIncludeGridData"] = True
        body["responseRanges"] = ranges(plan)
    return body


def _fields(plan: Plan) -> str:
    return f"spreadsheetId,{FIELDS}" if plan.expected or plan.judged else "spreadsheetId"


def _compared(plan: Plan, answer: Mapping[str, Any]) -> Outcome:
    """Hold the spreadsheet's results against ours."""
    wrong, compared = mismatches(plan, answer)
    if wrong:
        first = f"{wrong[0].tab}!{wrong[0].a1}"
        log.warning("%d formulas give another figure than ours, the first: %s", len(wrong), first)
    return Outcome(plan, wrong, compared, interfered=interfered(plan, answer))
