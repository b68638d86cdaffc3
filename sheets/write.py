"""Read, plan and send, again where another run came in between."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import date

from model.grid import Book
from model.report import Report
from sheets.client import Client
from sheets.errors import Superseded
from sheets.plan import plan
from sheets.pull import pull
from sheets.push import Outcome, push

log = logging.getLogger(__name__)

MakeReports = Callable[[Book], Sequence[Report]]


def write(
    client: Client,
    spreadsheet_id: str,
    name: str,
    make_reports: MakeReports,
    run: str,
    restricted: frozenset[str] = frozenset(),
    *,
    today: date | None = None,
    book: Book | None = None,
    tries: int = 3,
) -> Outcome:
    """Write reports to a spreadsheet exactly once: two reads, one write where nothing interferes.

    ``make_reports`` is asked again for every fresh reading. ``book`` is a reading made already. A
    write of this very run whose answer was lost, and that landed late, is found by its marker.

    Raises:
        Superseded: others wrote in between ``tries`` times.
        SheetsError: any other trouble.
    """
    for attempt in range(1, tries + 1):
        current = book or pull(client, spreadsheet_id, name)
        made = plan(current, make_reports(current), run, restricted, today)
        if attempt > 1 and current.marker and current.marker.run == run:
            return Outcome(made, confirmed_by_look=True)
        try:
            return push(client, made)
        except Superseded as reason:
            log.warning("try %d of %d: %s", attempt, tries, reason)
            book = None
    raise Superseded(
        f"{tries} times, another run wrote on {spreadsheet_id} between our reading and writing: "
        "see that one production is run by one deployment at a time"
    )
