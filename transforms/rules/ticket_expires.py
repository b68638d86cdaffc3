"""A ticket that expires while its holder works.

Why: who drives a lift, rigs, dives or minds the first aid must hold a ticket that is good on the
day; the insurance asks for it after an accident, and the site before.

Looked at: the crew list's columns for the last day of a ticket, certificate or licence ("Cert
Expires"; "Expires" beside "Ticket"; "CDL A exp 9/4/26" in one cell), against the deal's last day,
or its first where it has no last one, or today for who has neither; or the last day of work of the
day-out-of-days or a sheet of the crew's days worked, where that is later. A month alone is good to
its end. A blank is no ticket wanted, unless the heading says that one is ("Ticket Expires
(required)"), or a note on the tab that everybody must have one ("First aid required for all
crew"): then it counts as expired, but for "N/A" and other words. Who declined does not count;
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

Flags:
    Crew:
    | Position | Name       | Start Date | End Date   | Licence | Expires      | Certs        |
    | Driver   | Ida Holm   | 2026-03-02 | 2026-03-20 | CDL A   | *2026-03-13* | AWP to 9/30  |
    | Key Grip | Tom Okafor | 2026-03-02 | 2026-03-20 |         |              | *AWP to 3/6* |
    | 1st AC   | Eva Lind   | 2026-03-02 | 2026-03-20 | drone   | Mar 2026     |              |

Passes:
    Crew:
    | Department | Position   | Name       | Start Date | End Date   | Cert Expires | Status    |
    | Grip       | Rigger     | Ida Holm   | 2026-03-02 | 2026-03-13 | 2026-03-13   |           |
    | Grip       | Key Grip   | Tom Okafor | 2026-03-02 | 2026-03-20 |              |           |
    | Grip       | Best Boy   | Kim Vale   | 2026-03-02 | 2026-03-20 | 2026-03-13   | Declined  |
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from model.issue import Severity, Topic
from schemas.people import tickets
from schemas.values.marks import Booking
from transforms import words
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.people.deals import Deal, listed
from transforms.people.on_the_list import at_work
from transforms.records import records
from transforms.rule import Finding, rule


@rule(
    "ticket-expires",
    on=(Sheet(("crew",), fields=("ticket_expires",)),),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def ticket_expires(facts: Facts) -> Iterator[Finding]:
    """One finding for each ticket that is not good to the end."""
    crew = facts.table("crew")
    if crew is None:
        return
    days = at_work(facts, "crew")
    deals = listed(crew)
    for label, record in records(crew.frame):
        deal = deals[label]
        if deal.status is Booking.DECLINED or not deal.name:
            continue
        last = _last(deal, days.get(label), facts.production.today)
        for name, said in tickets.SAID.items():
            expires = record.get(name)
            if expires is None and record.get(tickets.WANTED[name]) and record.get(said) is None:
                yield _describe(deal, name, None, last)
            elif isinstance(expires, date) and expires < last:
                yield _describe(deal, name, expires, last)


def _last(deal: Deal, worked: tuple[date, date] | None, today: date) -> date:
    """The last day on which the ticket must be good."""
    own = deal.end or deal.start
    said = [day for day in (own, worked[1] if worked else None) if day is not None]
    return max(said, default=today)


def _describe(deal: Deal, name: str, expires: date | None, last: date) -> Finding:
    """Say who, what and until when."""
    said = f"'s ticket expires on {words.day(expires)}" if expires else " has no date for a ticket"
    aside = "" if deal.confirmed else "; only pencilled"
    working = "end_date" if deal.end else "start_date"
    verb = "starts on" if deal.start == last and not deal.end else "works until"
    dated = deal.end or deal.start or expires
    when = f"{verb} {words.day(last)}" if dated else "is on the list"
    return Finding(
        message=f"{deal.name}{said}, and {when}{aside}",
        at=deal.cell(name),
        related=(deal.cell(working),) if deal.end or deal.start else (),
        subject=deal.name,
        dates=(expires, last) if expires else (last,),
        severity=None if deal.confirmed else Severity.INFO,
        expected=f"a ticket that is good until {words.day(last)}",
        suggestion="Have it renewed, or type the new date.",
    )
