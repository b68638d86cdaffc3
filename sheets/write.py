"""Plan and send, again from a fresh reading where another run came in between."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from model.grid import Book
from model.report import Report
from sheets.client import Client
from sheets.errors import Superseded
from sheets.plan import plan
from sheets.pull import pull
from sheets.push import Outcome, push

log = logging.getLogger(__name__)


def write(
    client: Client,
    book: Book,
    reports: Sequence[Report],
    run: str,
    restricted: frozenset[str] = frozenset(),
    *,
    withdrawn: Collection[str] = (),
    today: date | None = None,
    tries: int = 3,
) -> Outcome:
    """Write reports to the spreadsheet that ``book`` was read from, exactly once.

    One write and no further read, where nothing interferes. Where another run wrote in between, or
    the answer was lost and the write did not land, the spreadsheet is read again and the same
    reports are planned against what stands there now. A write of this very run that landed late is
    found by its marker. ``today`` is the production's date, by default that of the spreadsheet's
    time zone. ``withdrawn`` names reports that no longer belong in this spreadsheet: where one
    stands, our figures go and people's words stay.

    Raises:
        Superseded: that happened ``tries`` times.
        SheetsError: any other trouble; nothing was written.
    """
    day = today or datetime.now(_zone(book.time_zone)).date()
    current = book
    for attempt in range(1, tries + 1):
        made = plan(current, reports, run, restricted, day, withdrawn)
        if attempt > 1 and current.marker and current.marker.run == run:
            return Outcome(made, confirmed_by_look=True)
        try:
            return push(client, made)
        except Superseded as reason:
            log.warning("try %d of %d: %s", attempt, tries, reason)
            current = pull(client, book.id, book.name)
    raise Superseded(
        f"{tries} times, another run wrote on {book.id} between our reading and writing: see that "
        "one production is run by one deployment at a time"
    )


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
