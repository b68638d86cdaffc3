"""Outside the deal's dates.

Why: a day before the deal starts or after it ends is not paid for by the deal: extend it, or move
the day.

Looked at: work, travel and hold days against the start and end dates of the cast list, or of the
crew list where the day-out-of-days, or a sheet of the crew's days worked, has the full name; and
days of daily times on which no such sheet has the person.
Fittings and rehearsals often come before the deal, and are left alone. A person with several deals
is covered by each of them; a deal that was declined is none, and one that ends before it starts is
a data issue (end-before-start) and bounds nothing. One finding for all the days before the deal,
one for all after it. Days of travel or hold alone are a warning: many deals count from the first
work day. Travel within three days of the deal is a part of it where the deal's terms or notes speak
of travel ("travels 3/1, paid travel day") and do not say that it is none of the deal's.

Flags:
    Cast List:
    | No. | Role | Performer  | Start Date | End Date   |
    | 1   | ANA  | Ana Moreno | 2026-03-03 | 2026-03-05 |
    | 2   | BEN  | Ben Adeyemi | 2026-03-02 |           |

    DOOD:
    | Cast  | 3/2  | 3/3 | 3/4 | 3/5 | 3/6 |
    |       | Mon  | Tue | Wed | Thu | Fri |
    | 1.ANA | *SW* | W   | W   | W   | *WF* |
    | 2.BEN | SW   | H   | H   | W   | WF  |

Passes:
    Cast List:
    | No. | Role | Performer  | Start Date | End Date   |
    | 1   | ANA  | Ana Moreno | 2026-03-03 | 2026-03-05 |

    DOOD:
    | Cast  | 3/2  | 3/3 | 3/4 | 3/5 | 3/6 |
    |       | Mon  | Tue | Wed | Thu | Fri |
    | 1.ANA | FT   | SW  | W   | WF  |     |

Flags:
    Crew:
    | Position | Name       | Start Date | End Date   |
    | Gaffer   | Sol Ferrer | 2026-03-03 | 2026-03-20 |

    Daily Times:
    | Date       | Name       | Call    | Lunch Out | Lunch In | Wrap   |
    | 2026-03-02 | Sol Ferrer | *07:30* | 12:30     | 13:15    | 17:45  |
    | 2026-03-03 | Sol Ferrer | 07:30   | 12:30     | 13:15    | 17:45  |

Passes:
    Cast List:
    | No. | Role | Performer  | Start Date | End Date   | Notes               |
    | 1   | ANA  | Ana Moreno | 2026-03-03 | 2026-03-05 | flies in Mon 2 Mar  |

    DOOD:
    | Cast  | 3/2  | 3/3 | 3/4 | 3/5 | 3/6 |
    |       | Mon  | Tue | Wed | Thu | Fri |
    | 1.ANA | TR   | SW  | W   | WF  |     |

Passes:
    Cast List:
    | No. | Role | Performer  | Start Date | End Date   |
    | 1   | ANA  | Ana Moreno | 2026-03-03 | 2026-02-05 |

    DOOD:
    | Cast  | 3/2  | 3/3 | 3/4 | 3/5 | 3/6 |
    |       | Mon  | Tue | Wed | Thu | Fri |
    | 1.ANA |      | SW  | W   | WF  |     |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from model.cell import Cell
from model.issue import Severity, Topic
from schemas.values.marks import Booking
from transforms import words
from transforms.days import work_days
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.people.bookings import weighed
from transforms.people.deals import Deal
from transforms.rule import Finding, rule
from transforms.times.day import WorkedDay
from transforms.times.days import days_worked

_NEAR = 3
"""Days before or after a deal on which its travel may be: over a weekend."""


@rule(
    "outside-deal-dates",
    on=(
        Sheet(("dood", "crew_grid"), also=("times",)),
        Sheet(("cast", "crew"), fields=("start_date",)),
    ),
    severity=Severity.ERROR,
    topic=Topic.CONFLICT,
)
def outside_deal_dates(facts: Facts) -> Iterator[Finding]:
    """One finding for the days before somebody's deals, one for those after them."""
    bounds = {
        element: (_earliest(deals), _latest(deals))
        for element, deals in facts.deals.items()
        if any(deal.start or deal.end for deal in deals) and not any(map(_is_turned, deals))
    }
    marks = facts.attendance
    paid = marks[
        (marks["work"] | marks["travel"] | marks["hold"]) & marks["element"].isin(list(bounds))
    ]
    first = paid["element"].map({element: low for element, (low, _) in bounds.items()})
    last = paid["element"].map({element: high for element, (_, high) in bounds.items()})
    arranged = paid["travel"] & ~paid["work"] & ~paid["hold"]
    arranged &= paid["element"].isin([element for element in bounds if _has_travel(facts, element)])
    for side, beyond in (("before", first - paid["ordinal"]), ("after", paid["ordinal"] - last)):
        outside = (beyond > 0) & ~(arranged & (beyond <= _NEAR))
        days = paid[outside].sort_values(["key", "ordinal"], kind="stable")
        for those in work_days.grouped(days, "key"):
            yield _describe(facts, those, side)
    for worked in facts.once(days_worked).values():
        yield from _by_times(facts, worked)


def _by_times(facts: Facts, worked: Sequence[WorkedDay]) -> Iterator[Finding]:
    """The findings of one person's daily times, but for days that a schedule has as well."""
    deals = tuple(
        deal
        for deal in worked[0].deals
        if deal.status is not Booking.DECLINED and (deal.start or deal.end)
    )
    if not deals or len(deals) < len(worked[0].deals) or any(map(_is_turned, deals)):
        return
    low, high = _earliest(deals), _latest(deals)
    early = [day for day in worked if day.day.toordinal() < low]
    late = [day for day in worked if day.day.toordinal() > high]
    for days, side in ((early, "before"), (late, "after")):
        left = [day for day in days if not _is_scheduled(facts, day, deals)]
        if left:
            dates = tuple(day.day for day in left)
            cells = [day.cells["call"] for day in left]
            yield _finding(left[0].name, "works", dates, cells, side, deals)


def _is_scheduled(facts: Facts, worked: WorkedDay, deals: Sequence[Deal]) -> bool:
    """Whether a schedule has the person on that day, so that it is told there."""
    marks = facts.attendance
    that_day = marks.loc[marks["ordinal"] == worked.day.toordinal(), "element"].unique()
    lines = {deal.cell("name") for deal in deals}
    return any(
        deal.cell("name") in lines
        for element in that_day
        for deal in facts.deals.get(int(element), ())
    )


def _is_turned(deal: Deal) -> bool:
    """Whether a deal ends before it starts, so that nobody knows from when to when it is."""
    return deal.start is not None and deal.end is not None and deal.end < deal.start


def _has_travel(facts: Facts, element: int) -> bool:
    return any(deal.speaks_of_travel for deal in facts.deals[element])


def _earliest(deals: tuple[Deal, ...]) -> int:
    """The first day that any deal covers; a deal without a start covers all before its end."""
    return min(deal.start.toordinal() if deal.start else 0 for deal in deals)


def _latest(deals: tuple[Deal, ...]) -> int:
    """The last day that any deal covers; a deal without an end goes on."""
    return max((deal.end or date.max).toordinal() for deal in deals)


def _describe(facts: Facts, days: list[work_days.Day], side: str) -> Finding:
    element = days[0].element
    dates = tuple(date.fromordinal(day) for day in sorted({day.ordinal for day in days}))
    cells = [facts.mark_cell(day.label) for day in days]
    works, travels = any(day.work for day in days), any(day.travel for day in days)
    doing = "works" if works else "travels" if travels else "is on hold"
    found = _finding(facts.shown(element), doing, dates, cells, side, facts.deals[element])
    gravity, aside = weighed(facts, [element], None if works else Severity.WARNING)
    return replace(found, message=found.message + aside, severity=gravity)


def _finding(
    name: str,
    doing: str,
    dates: tuple[date, ...],
    cells: Sequence[Cell],
    side: str,
    deals: Sequence[Deal],
) -> Finding:
    """Describe somebody's days on one side of their deals; ``cells`` are those of the days."""
    early = side == "before"
    deal = (
        min(deals, key=lambda deal: deal.start or date.min)
        if early
        else max(deals, key=lambda deal: deal.end or date.max)
    )
    bound = deal.start if early else deal.end
    limit = (
        f"the deal {'starts' if early else 'ends'} on {words.day(bound)}" if bound else "the deal"
    )
    return Finding(
        message=f"{name} {doing} on {words.days(dates)}, {side} {limit}",
        at=cells[0],
        related=(deal.cell("start_date" if early else "end_date"), *cells[1:]),
        subject=name,
        dates=dates,
        suggestion="Extend the deal, or move the days.",
    )
