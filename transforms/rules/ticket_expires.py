"""A ticket that expires while its holder works.

Why: who drives a lift, rigs, dives or minds the first aid must hold a ticket that is good on the
day; the insurance asks for it after an accident, and the site before.

Looked at: the crew list's columns for the last day of a ticket, certificate or licence ("Cert
Expires"; "Expires" beside "Ticket"; "CDL A exp 9/4/26" in one cell), against the deal's last day,
or its first where it has no last one, or today for who has neither; or the last day of work of the
day-out-of-days or a sheet of the crew's days worked, where that is later. A month alone is good to
its end. A blank is no ticket wanted, unless the heading says that one is ("Ticket Expires
(required)"), or a note on the tab that everybody must have one ("First aid required for all
crew"): then it counts as expired, but for "N/A" and other words. So it does on a line of a register
of tickets, which is a tab of its own with the people of the crew list or of a sheet of the crew's
days: there these say until when somebody works. Who declined does not count; for somebody
pencilled it is for information.

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

from collections.abc import Iterable, Iterator
from datetime import date
from operator import itemgetter

from model.cell import Cell
from model.issue import Severity, Topic
from model.table import CrewGrid, Table
from schemas.people import tickets
from schemas.values.marks import Booking
from transforms import words
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.people.deals import Deal, listed
from transforms.people.names import fold
from transforms.people.on_the_list import at_work, on_grid
from transforms.records import Record, records
from transforms.rule import Finding, rule


@rule(
    "ticket-expires",
    on=(Sheet(("crew",), fields=("ticket_expires",), also=("tickets", "crew_grid")),),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def ticket_expires(facts: Facts) -> Iterator[Finding]:
    """One finding for each ticket that is not good to the end."""
    crew = facts.table("crew")
    if crew is None or not crew.has("ticket_expires"):
        for grid in facts.tables("crew_grid"):
            if isinstance(grid, CrewGrid) and grid.has("ticket_expires"):
                yield from _of_grid(facts, grid)
    engaged = _of_grids(facts)
    if crew is not None:
        days, deals = at_work(facts, "crew"), listed(crew)
        today = facts.production.today
        lasts = {label: _last(deal, days.get(label), today) for label, deal in deals.items()}
        for label, record in records(crew.frame):
            if deals[label].status is not Booking.DECLINED and deals[label].name:
                yield from _of_line(crew, label, record, deals[label], lasts[label])
        for person, own in _by_person(facts, deals.values()).items():
            deal = max(own, key=lambda each: (each.confirmed, lasts[each.label]))
            engaged[person] = (deal, lasts[deal.label])
    yield from _of_register(facts, engaged)


_Engaged = dict[str, tuple[Deal, date]]
"""Person -> their deal, and the last day on which a ticket of theirs must be good."""


def _of_grids(facts: Facts) -> _Engaged:
    """The people of crew grids who work there, each until the last day on any."""
    found: _Engaged = {}
    for grid in facts.tables("crew_grid"):
        days = on_grid(grid) if isinstance(grid, CrewGrid) else {}
        for label, deal in listed(grid).items():
            person = facts.identities.of(deal.name)
            if person and label in days and deal.status is not Booking.DECLINED:
                found[person] = max(
                    (deal, days[label][1]), found.get(person, (deal, date.min)), key=itemgetter(1)
                )
    return found


def _of_register(facts: Facts, engaged: _Engaged) -> Iterator[Finding]:
    """The tickets of a register that are not good to the end of their holders' work."""
    register = facts.table("tickets")
    if register is None:
        return
    renewed = _renewed(facts, register)
    for label, record in records(register.frame):
        own = engaged.get(facts.identities.of(record.get("name")) or "")
        if own and label not in renewed:
            yield from _of_line(register, label, record, *own)


def _renewed(facts: Facts, register: Table) -> set[int]:
    """The lines of tickets that another line of the same person and ticket outlasts."""
    newest: dict[tuple[str, str], tuple[date, int]] = {}
    lines = {}
    for label, record in records(register.frame):
        ticket, until = fold(record.get("ticket")), record.get("ticket_expires")
        if ticket and isinstance(until, date):
            key = facts.identities.of(record.get("name")), ticket
            lines[label] = key
            newest[key] = max(newest.get(key, (until, label)), (until, label))
    return {label for label, key in lines.items() if newest[key][1] != label}


def _of_grid(facts: Facts, grid: CrewGrid) -> Iterator[Finding]:
    """The tickets of a crew grid that keeps them beside the days."""
    deals, days = listed(grid), on_grid(grid)
    for label, record in records(grid.frame):
        if deals[label].name:
            last = _last(deals[label], days.get(label), facts.production.today)
            yield from _of_line(grid, label, record, deals[label], last)


def _by_person(facts: Facts, deals: Iterable[Deal]) -> dict[str, list[Deal]]:
    """The crew list's lines of each person, but for those that were declined."""
    found: dict[str, list[Deal]] = {}
    for deal in deals:
        if deal.status is not Booking.DECLINED and (person := facts.identities.of(deal.name)):
            found.setdefault(person, []).append(deal)
    return found


def _of_line(table: Table, label: int, record: Record, deal: Deal, last: date) -> Iterator[Finding]:
    """The tickets of one line that are not good up to a day, blanks that should not be."""
    named = str(record.get("ticket") or "")
    for name, said in tickets.SAID.items():
        expires = record.get(name)
        wanted = record.get(tickets.WANTED[name]) or (named and name == tickets.NAMES[0])
        cell = table.cell(label, name)
        if expires is None and wanted and table.has(name) and record.get(said) is None:
            yield _describe(deal, cell, named, None, last)
        elif isinstance(expires, date) and expires < last:
            yield _describe(deal, cell, named, expires, last)


def _last(deal: Deal, worked: tuple[date, date] | None, today: date) -> date:
    """The last day on which the ticket must be good."""
    own = deal.end or deal.start
    said = [day for day in (own, worked[1] if worked else None) if day is not None]
    return max(said, default=today)


def _describe(deal: Deal, cell: Cell, ticket: str, expires: date | None, last: date) -> Finding:
    """Say who, what and until when."""
    what = f"ticket ({ticket})" if ticket else "ticket"
    said = f"'s {what} expires on {words.day(expires)}" if expires else f" has no date for a {what}"
    aside = "" if deal.confirmed else "; only pencilled"
    working = "end_date" if deal.end else "start_date"
    verb = "starts on" if deal.start == last and not deal.end else "works until"
    dated = deal.end or deal.start or expires
    when = f"{verb} {words.day(last)}" if dated else "is on the list"
    return Finding(
        message=f"{deal.name}{said}, and {when}{aside}",
        at=cell,
        related=(deal.cell(working),) if deal.end or deal.start else (),
        subject=deal.name,
        dates=(expires, last) if expires else (last,),
        severity=None if deal.confirmed else Severity.INFO,
        expected=f"a ticket that is good until {words.day(last)}",
        suggestion="Have it renewed, or type the new date.",
    )
