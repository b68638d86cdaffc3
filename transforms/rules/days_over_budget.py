"""Days beyond the budgeted days.

Why: every day that is worked or held beyond the budgeted ones is an overage; cut or drop days, or
raise the budget's line.

Looked at: each person's work and hold days, over all units, on days-out-of-days and sheets of the
crew's days worked, against the budget's detail (or a cost report that says quantities and rates)
where a line there is called as the role, the performer, the position or the person is, and nobody
else could be meant. Travel, rehearsal and fitting days, and lines for them, are left out. A
budgeted week is as many days as the agreement's workweek; where no agreement says, six. Lines that
count neither days nor weeks say nothing.

Flags:
    Detail:
    | Account | Description | Amount | Unit | X | Rate | Total |
    | 1401    | ANA         | 3      | days | 1 | 1200 | 3600  |
    | 1402    | BEN         | 4      | days | 1 | 1200 | 4800  |
    | 1403    | Cast travel | 4      | days | 1 | 500  | 2000  |

    DOOD:
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 |
    |       | Mon | Tue | Wed | Thu | Fri |
    | 1.ANA | SW  | W   | H   | *W* | WF  |
    | 2.BEN | TR  | SW  | H   | W   | WF  |

Passes:
    Detail:
    | Account | Description | Amount | Unit  | X | Rate | Total |
    | 1401    | ANA         | 1      | weeks | 1 | 1200 | 1200  |
    | 1402    | BEN - shoot | 3      | days  | 1 | 1200 | 3600  |
    | 1402    | BEN - holds | 1      | days  | 1 | 1200 | 1200  |

    DOOD:
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 |
    |       | Mon | Tue | Wed | Thu | Fri |
    | 1.ANA | SW  | W   | H   | W   | WF  |
    | 2.BEN | TR  | SW  | H   | W   | WF  |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

import pandas as pd

from model.issue import Severity, Topic
from transforms import words
from transforms.agreements import FigureName
from transforms.costs.budgeted import Line
from transforms.facts import Facts
from transforms.money import pay
from transforms.needs import Sheet
from transforms.people.bookings import weighed
from transforms.rule import Finding, rule

_LONGEST_WEEK = Decimal(6)
"""Days of a budgeted week where no agreement says."""


@rule(
    "days-over-budget",
    on=(
        Sheet(("dood", "crew_grid")),
        Sheet(("budget_detail",), fields=("quantity",), also=("budget",)),
    ),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def days_over_budget(facts: Facts) -> Iterator[Finding]:
    """One finding for each person with more days than budgeted, at the first day too many."""
    lines = _lines(facts)
    if not lines:
        return
    marks = facts.attendance
    whole = (marks["work"] | marks["hold"]) & ~marks["half"]
    days = marks[whole & marks["element"].isin(list(lines))]
    days = days.sort_values(
        ["key", "ordinal", "work"], ascending=[True, True, False], kind="stable"
    )
    days = days.drop_duplicates(["key", "ordinal"])
    for _, own in days.groupby("key"):
        yield from _judge(facts, own, lines[int(own["element"].iloc[0])])


def _lines(facts: Facts) -> Mapping[int, list[Line]]:
    """The budget's lines for each element that has any; none that two people would share."""
    known, found = facts.budgeted, {}
    for element in facts.attendance["element"].unique().tolist():
        own = [
            line
            for deal in facts.deals.get(element, ())
            for line in (
                known.of_crew(deal)
                if deal.table.kind == "crew"
                else known.of_role(deal.role, deal.name, deal.number)
            )
        ]
        if element >= 0 and element in facts.roster.people:
            says = facts.dood.elements.loc[element]
            own += known.of_role(says["name"], says["performer"], says["element_id"])
        if own:
            found[element] = list({line.cells["quantity"]: line for line in own}.values())
    return found


def _judge(facts: Facts, days: pd.DataFrame, lines: list[Line]) -> Iterator[Finding]:
    """The finding, where there are more days than the lines budget."""
    element = int(days["element"].iloc[0])
    agreed = facts.agreed(element, FigureName.WORKWEEK)
    week = agreed[1].value if agreed else _LONGEST_WEEK
    each = {"day": Decimal(1), "week": week}
    if any(line.unit not in each or line.quantity is None for line in lines):
        return
    most = sum((each[str(line.unit)] * (line.quantity or 0) for line in lines), Decimal(0))
    if len(days) > most:
        yield _describe(facts, element, days, most, lines)


def _describe(
    facts: Facts, element: int, days: pd.DataFrame, most: Decimal, lines: list[Line]
) -> Finding:
    beyond = days.iloc[int(most) :]
    dates = tuple(date.fromordinal(day) for day in beyond["ordinal"])
    cells = [facts.mark_cell(int(label)) for label in beyond.index]
    name, more = facts.shown(element), len(days) - most
    held = int(days["hold"].sum() - (days["hold"] & days["work"]).sum())
    gravity, aside = weighed(facts, sorted(set(days["element"])))
    return Finding(
        message=f"{name} has {words.counted(len(days), 'day')} of work"
        f"{f' and hold ({held} of them on hold)' if held else ''}, {_days(most)} "
        f"{'is' if most == 1 else 'are'} budgeted: {_plain(more)} more, {words.days(dates)}{aside}",
        at=cells[0],
        related=(*(line.cells["quantity"] for line in lines), *cells[1:]),
        subject=name,
        dates=dates,
        cost=pay.days_at(facts, element, more, f"{_days(more)} beyond the budget"),
        expected=f"no more than {_days(most)} of work and hold",
        suggestion="Cut or drop days, or raise the budget's line and say why.",
        severity=gravity,
    )


def _days(days: Decimal) -> str:
    """A count of days with its noun."""
    return f"{_plain(days)} {'day' if days == 1 else 'days'}"


def _plain(days: Decimal) -> str:
    """A count of days without needless zeros."""
    return f"{days.normalize():f}"
