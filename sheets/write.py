"""Plan and send, again from a fresh reading where another run came in between."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from model.grid import Book
from model.report import Report
from sheets.attic.keeping import has_to_heal
from sheets.client import Client
from sheets.errors import Refused, Superseded
from sheets.plan import Plan, plan
from sheets.pull import pull, with_cells
from sheets.push import Outcome, push, put_marker, unguarded

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
    alone: bool = False,
    tries: int = 4,
) -> Outcome:
    """Write reports to the spreadsheet that ``book`` was read from, exactly once.

    One write and no further read, where nothing interferes. Where another run wrote in between, or
    the answer was lost and the write did not land, or a person took away a tab, the spreadsheet is
    read again and the same reports are planned against what stands there now. So it is where people
    changed a tab of ours between our reading and our writing, so that the write went astray: what
    they did is put right (:mod:`sheets.attic`). A write of this very run that landed late is found
    by its marker. ``today`` is the production's date, by default that of the spreadsheet's time
    zone. ``withdrawn`` names reports that no longer belong in this spreadsheet: where one stands,
    our figures go and people's words stay. ``alone`` says that nobody else can reach it.

    Raises:
        Superseded: that happened ``tries`` times.
        SheetsError: any other trouble; nothing was written.
    """
    day = today or datetime.now(_zone(book.time_zone)).date()

    def planned(current: Book) -> Plan:
        whole = with_cells(client, current) if has_to_heal(current) else current
        return plan(whole, reports, run, restricted, day, withdrawn, alone=alone)

    outcome = _landed(client, book, planned, tries)
    if outcome is None:
        raise Superseded(
            f"{tries} times, another run wrote on {book.id} between our reading and writing: see "
            "that one production is run by one deployment at a time"
        )
    return outcome


def _landed(
    client: Client, current: Book, planned: Callable[[Book], Plan], tries: int
) -> Outcome | None:
    """Plan and send until a write has landed and nothing is left to be put right or swept away.

    What is left after so many tries, the next run puts right. ``None``: none landed.
    """
    refused = sweeps = False
    landed: Outcome | None = None
    for attempt in range(1, tries + 1):
        try:
            made = planned(current)
            if unguarded(current, made):
                put_marker(client, current, made)
                current = pull(client, current.id, current.name)
                made = planned(current)
            ours = any(marker.run == made.run for marker in current.markers)
            if attempt > 1 and ours and not (made.heals or sweeps):
                return landed or Outcome(made, confirmed_by_look=True)
            sent = push(client, made)
        except Superseded as reason:
            log.warning("try %d of %d: %s", attempt, tries, reason)
        except Refused:
            if refused:
                raise
            refused = True  # a tab may have gone between reading and writing: look again, once
        else:
            done = _is_done(sent)
            landed = landed if sweeps and done and landed else sent
            if done and not made.empties:
                return landed
            sweeps = done  # copies of figures that these readers are to see no longer go at once
            if not done:
                log.warning("people worked in a report tab while it was written: putting it right")
        current = pull(client, current.id, current.name)
    return landed


def _is_done(outcome: Outcome) -> bool:
    """Whether a write landed and is known to have found everything as it was read."""
    unseen = outcome.confirmed_by_look and outcome.plan.judged
    return not outcome.interfered and not unseen


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
