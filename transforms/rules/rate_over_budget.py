"""Deal rate above the budgeted rate.

Why: a deal above its budgeted rate goes over every day that it is worked; negotiate it, or raise
the budget, before the deal memo is signed.

Looked at: the rates of the crew and cast lists (without a crew list, of a crew grid) against the
budget's detail (or a cost report that says quantities and rates), where a line there is called as
the position, the person, the role or the performer is, and nobody else could be meant; a line that
several share ("Wranglers") is held against each of them.
Day and week rates are held against each other by the agreement's workweek; where no agreement says,
only a rate that is above the budget in a week of five days and in one of six is told. Several lines
with several rates: against the highest. A deal that was declined is left alone.

Flags:
    Detail:
    | Account | Description | Amount | Unit  | X | Rate | Total |
    | 3301    | DP          | 6      | weeks | 1 | 4000 | 24000 |
    | 3303    | 1st AC      | 30     | days  | 1 | 450  | 13500 |
    | 3308    | Camera kit  | 6      | weeks | 1 | 1500 | 9000  |

    Crew:
    | Department | Position | Name         | Start Date | Rate   | Per  |
    | Camera     | DP       | Ida Lindgren | 2026-03-02 | *4500* | week |
    | Camera     | 1st AC   | Tom Okafor   | 2026-03-02 | 450    | day  |

Flags:
    Bid:
    | Line | Description | Budgeted Qty | Budgeted Unit | Budgeted Rate | Budget | Actual |
    | 2010 | Key Grip    | 5            | days          | 800           | 4000   | 0      |
    | 2012 | Best Boy    | 4            | days          | 700           | 2800   | 0      |
    | 2020 | Gaffer      | 4            | days          | 700           | 2800   | 0      |
    | 2031 | 1st AC      | 3            | days          | 650           | 1950   | 0      |

    Crew Days:
    | Line | Position | Name          | Deal / 10 hrs | 3/2 | 3/3 | 3/4 |
    | 2010 | Key Grip | Cody Maddox   | 800           | X   | X   |     |
    | 2020 | Gaffer   | Beatriz Lomax | *775*         | X   | X   | X   |
    | 2031 | 1st AC   | Jin Park      | 650           | X   | X   | X   |

Passes:
    Detail:
    | Acct | Description | Amt | Unit | Paid hrs | Rate | Per | Total |
    | 2501 | Key Grip    | 20  | Days | 14       | 51.9 | hr  | 14532 |
    | 2503 | Leadman     | 30  | Days | 14       | 44.1 | hr  | 18522 |
    | 2504 | Best Boy    | 3   | Days | 11       | 48.3 | hr  | 1593.9 |

    Crew:
    | Department | Position | Name         | Start Date | Rate | Per |
    | Grip       | Key Grip | Ida Lindgren | 2026-03-02 | 51.9 | hr  |
    | Grip       | Leadman  | Tom Okafor   | 2026-03-02 | 44.1 | hr  |

Passes:
    Detail:
    | Account | Description    | Amount | Unit  | X | Rate | Total |
    | 3301    | DP - prep      | 2      | weeks | 1 | 4000 | 8000  |
    | 3301    | DP - shoot     | 6      | weeks | 1 | 4500 | 27000 |
    | 3303    | 1st AC         | 30     | days  | 1 | 450  | 13500 |
    | 3308    | 2nd AC         | 30     | days  | 1 | 350  | 10500 |

    Crew:
    | Department | Position | Name         | Start Date | Rate | Per  | Status   |
    | Camera     | DP       | Ida Lindgren | 2026-03-02 | 4500 | week |          |
    | Camera     | 1st AC   | Tom Okafor   | 2026-03-02 | 2500 | week |          |
    | Camera     | 2nd AC   | Mia Brandt   | 2026-03-02 | 500  | day  | Declined |
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from model.issue import Cost, Severity, Topic
from model.money import spoken
from model.table import Table
from schemas.values.marks import Booking
from transforms import words
from transforms.costs.budgeted import Line
from transforms.facts import Facts
from transforms.money import pay
from transforms.money.rates import Rate, day_rate
from transforms.needs import Sheet
from transforms.people.deals import Deal, listed
from transforms.rule import Finding, rule

_WORKWEEKS = (5, 6)
"""What a week may be where no agreement says."""
_CENT = Decimal("0.01")


@rule(
    "rate-over-budget",
    on=(
        Sheet(("budget_detail",), fields=("rate",), also=("budget",)),
        Sheet(("crew", "cast"), also=("crew_grid",)),
    ),
    severity=Severity.WARNING,
    topic=Topic.MONEY,
)
def rate_over_budget(facts: Facts) -> Iterator[Finding]:
    """One finding for each deal above the rate that is budgeted for it."""
    for table in _lists(facts):
        for deal in listed(table).values():
            abroad = table.currencies.get("rate", {}).get(deal.label)
            if deal.rate and deal.status is not Booking.DECLINED and not abroad:
                yield from _judge(facts, deal)


def _lists(facts: Facts) -> Iterator[Table]:
    """The lists that have deals: of the crew's where there is one, else the crew's grids."""
    for kind in ("crew", "cast"):
        if (table := facts.table(kind)) is not None:
            yield table
    if facts.table("crew") is None:
        yield from (grid for grid in facts.tables("crew_grid") if grid.has("rate"))


def _judge(facts: Facts, deal: Deal) -> Iterator[Finding]:
    """The finding, where the deal is above every rate that the budget has for it."""
    known = facts.budgeted
    lines = (
        known.of_crew(deal, shared=True)
        if deal.table.kind != "cast"
        else known.of_role(deal.role, deal.name, deal.number)
    )
    if not lines or any(line.rate is None or line.unit is None for line in lines):
        return
    over = [_over(facts, deal, line) for line in lines]
    if any(more is None or more < _CENT for more in over):
        return
    yield _describe(facts, deal, lines, [more for more in over if more is not None])


def _over(facts: Facts, deal: Deal, line: Line) -> Decimal | None:
    """How much a deal is above a line, in the line's unit; ``None`` where nobody can say."""
    rate, budget = deal.rate, line.rate
    if rate is None or budget is None:
        return None
    if deal.rate_unit == line.rate_unit:
        return rate - budget
    agreed = pay.agreed_workweek(facts, deal)
    weeks = (agreed,) if agreed else _WORKWEEKS
    if (deal.rate_unit, line.rate_unit) == ("week", "day"):
        return min(rate / days for days in weeks) - budget
    day = day_rate(deal, pay.terms(facts, deal)) if deal.rate_unit in ("day", "hour") else None
    if day is None or line.rate_unit not in ("day", "week"):
        return None
    return (day.amount if line.unit == "day" else day.amount * min(weeks)) - budget


def _describe(facts: Facts, deal: Deal, lines: list[Line], over: list[Decimal]) -> Finding:
    currency = facts.production.currency
    top = max(lines, key=lambda line: line.rate or Decimal(0))
    budget = f"{spoken(top.rate or Decimal(0), currency)}{_A[top.rate_unit or 'flat']}"
    said = f"{spoken(deal.rate or Decimal(0), currency)}{_A[deal.rate_unit or 'flat']}"
    what = ", ".join(filter(None, (deal.position or deal.role, deal.name)))
    return Finding(
        message=f"{what}: the deal is {said}, the budget has {budget}"
        + ("" if deal.confirmed else "; only pencilled"),
        at=deal.cell("rate"),
        related=tuple(line.cells["rate"] for line in lines),
        subject=deal.name,
        cost=_cost(facts, deal, lines, over),
        expected=f"no more than {budget}",
        suggestion="Bring the deal down, or raise the budget's line and say why.",
        severity=None if deal.confirmed else Severity.INFO,
    )


_A = {"hour": " an hour", "day": " a day", "week": " a week", "flat": " flat", "episode": ""}


def _cost(facts: Facts, deal: Deal, lines: list[Line], over: list[Decimal]) -> Cost | None:
    """What the budgeted quantities cost more at the deal's rate; ``None`` without quantities."""
    counted = [
        (line.quantity * (line.hours or 1), line.rate_unit, more)
        for line, more in zip(lines, over, strict=True)
        if line.quantity
    ]
    if not counted:
        return None
    parts = [
        f"{words.counted(int(many), str(unit)) if many == int(many) else f'{many} {unit}s'} x "
        f"{spoken(more, facts.production.currency)} more"
        for many, unit, more in counted
    ]
    cells = [line.cells[name] for line in lines for name in ("rate", "quantity")]
    rate = Rate(Decimal(0), "", (deal.cell("rate"), *cells))
    more = sum((many * each for many, _, each in counted), Decimal(0))
    return pay.stake(facts, deal, more, " + ".join(parts), rate)
