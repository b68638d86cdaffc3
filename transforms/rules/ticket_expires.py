"""A ticket that expires while its holder works.

Why: who drives a lift, rigs, dives or minds the first aid must hold a ticket that is good on the
day; the insurance asks for it after an accident, and the site before.

Looked at: a column of the crew list for the last day of a ticket, certificate or licence ("Cert
Expires"), against the deal's last day, or its first where it has no last one, or today for who has
neither. A blank is no ticket wanted, unless the heading says that one is ("Ticket Expires
(required)"): then it counts as expired, but for "N/A" and other words. Who declined does not count;
for somebody pencilled it is for information.

Flags:
    Crew:
    | Department | Position   | Name       | Start Date | End Date   | Cert Expires |
    | Grip       | Rigger     | Ida Holm   | 2026-03-02 | 2026-03-20 | *2026-03-13* |
    | Grip       | Key Grip   | Tom Okafor | 2026-03-02 | 2026-03-20 | 2027-01-31   |
    | Camera     | Operator   | Eva Lind   | 2026-03-02 | 2026-03-20 |              |

Flags:
    Crew:
    | Department | Position   | Name       | Start Date | End Date   | Cert Expires (required) |
    | Grip       | Rigger     | Ida Holm   | 2026-03-02 | 2026-03-20 | **                      |
    | Grip       | Key Grip   | Tom Okafor | 2026-03-02 | 2026-03-20 | 2027-01-31              |
    | Camera     | Operator   | Eva Lind   | 2026-03-02 | 2026-03-20 | N/A                     |

Passes:
    Crew:
    | Department | Position   | Name       | Start Date | End Date   | Cert Expires | Status    |
    | Grip       | Rigger     | Ida Holm   | 2026-03-02 | 2026-03-13 | 2026-03-13   |           |
    | Grip       | Key Grip   | Tom Okafor | 2026-03-02 | 2026-03-20 |              |           |
    | Grip       | Best Boy   | Kim Vale   | 2026-03-02 | 2026-03-20 | 2026-03-13   | Declined  |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from model.issue import Severity, Topic
from model.table import Table
from schemas.values.marks import Booking
from transforms import words
from transforms.deals import Deal, listed
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.records import records
from transforms.rule import Finding, rule
from transforms.words import plain

_REQUIRED = re.compile(r"\b(?:required|mandatory|must|obligatoire|pflicht|obligatorio)\b")


@rule(
    "ticket-expires",
    on=(Sheet(("crew",), fields=("ticket_expires",)),),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def ticket_expires(facts: Facts) -> Iterator[Finding]:
    """One finding for each line of the crew list."""
    today = facts.production.today
    for table in facts.tables("crew"):
        if not table.has("ticket_expires"):
            continue
        wanted = _REQUIRED.search(plain(table.headings.get("ticket_expires", ""))) is not None
        ends, said = _ends(table), table.frame["ticket_said"]
        for label, deal in listed(table).items():
            if deal.status is Booking.DECLINED or not deal.name:
                continue
            expires, last = ends.get(label), deal.end or deal.start or today
            blank = expires is None and said[label] is None
            if (blank and wanted) or (expires is not None and expires < last):
                yield _describe(deal, expires, last)


def _ends(table: Table) -> dict[int, date]:
    """The last day of each line's ticket, where it gives one."""
    return {
        label: record["ticket_expires"]
        for label, record in records(table.frame)
        if isinstance(record.get("ticket_expires"), date)
    }


def _describe(deal: Deal, expires: date | None, last: date) -> Finding:
    """Say who, what and until when."""
    said = f"'s ticket expires on {words.day(expires)}" if expires else " has no date for a ticket"
    aside = "" if deal.confirmed else "; only pencilled"
    working, verb = ("end_date", "works until") if deal.end else ("start_date", "starts on")
    when = f"{verb} {words.day(last)}" if deal.end or deal.start else "is on the list"
    return Finding(
        message=f"{deal.name}{said}, and {when}{aside}",
        at=deal.cell("ticket_expires"),
        related=(deal.cell(working),) if deal.end or deal.start else (),
        subject=deal.name,
        dates=(expires, last) if expires else (last,),
        severity=None if deal.confirmed else Severity.INFO,
        expected=f"a ticket that is good until {words.day(last)}",
        suggestion="Have it renewed, or type the new date.",
    )
