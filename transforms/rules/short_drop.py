"""Drop too short, or one too many.

Why: a drop shorter than the agreement's calendar days does not stop the pay: all the days between
are payable; and some agreements allow only one drop in a production.

Looked at: the days from each drop (D) to its pick-up (P) against the chosen agreement, for people
it governs. The figure is for performers engaged by the day; a deal by the week is worth knowing
only.

Flags:
    Settings: agreements = sag-aftra-theatrical-2023

    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | 3/12 | 3/13 | 3/14 | 3/25 | 3/26 |
    |        | Mon | Tue | Wed | Thu  | Fri  | Sat  | Wed  | Thu  |
    | 1.ANA  | SW  | WD  |     |      | *PWF* |     |      |      |
    | 2.BEN  | SWD |     |     |      | PWD  |      | *PW* | WF   |

Passes:
    Settings: agreements = sag-aftra-theatrical-2023

    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | 3/12 | 3/13 | 3/14 | 3/25 | 3/26 |
    |        | Mon | Tue | Wed | Thu  | Fri  | Sat  | Wed  | Thu  |
    | 1.ANA  | SW  | WD  |     |      |      | PWF  |      |      |
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from model.issue import Cost, Severity, Topic
from transforms import words
from transforms.agreements import FigureName
from transforms.choices import AgreedFigure
from transforms.citation import cite
from transforms.days.drops import DropLimit, limit, pickups
from transforms.facts import Facts
from transforms.money import pay
from transforms.people.bookings import weighed
from transforms.rule import Finding, rule


@rule(
    "short-drop",
    on=("dood", AgreedFigure(FigureName.DROP_DAYS)),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def short_drop(facts: Facts) -> Iterator[Finding]:
    """One finding for each pick-up that comes too soon, or after more drops than are allowed."""
    paired = pickups(facts.booked)
    paired = paired[paired["drop"].notna() & paired["element"].isin(facts.roster.people)]
    number = paired.groupby("key").cumcount() + 1
    for label, element, drop, dropped, picked, drops in zip(
        paired.index,
        paired["element"],
        paired["drop"].astype("int64"),
        paired["dropped"].astype("int64"),
        paired["picked"],
        number,
        strict=True,
    ):
        limits = limit(facts, int(element))
        if limits is not None:
            dates = (date.fromordinal(int(dropped)), date.fromordinal(int(picked)))
            yield from _judge(
                facts, int(element), (int(drop), int(label)), dates, int(drops), limits
            )


def _judge(
    facts: Facts,
    element: int,
    labels: tuple[int, int],
    dates: tuple[date, date],
    drops: int,
    limits: DropLimit,
) -> Iterator[Finding]:
    """Too short, or else too many: one finding at most."""
    name, (dropped, picked) = facts.shown(element), dates
    between = f"dropped on {words.day(dropped)} and picked up on {words.day(picked)}"
    days = words.counted((picked - dropped).days, "day")
    if not limits.long_enough(dropped.toordinal(), picked.toordinal()):
        message = f"{name} is {between}, {days} later: more than {limits.days.value} are needed"
        clause = cite(limits.agreement, limits.days, dates)
        expected = f"a pick-up more than {limits.days.value} calendar days after the drop"
    elif limits.allowed is not None and drops > limits.allowed.value:
        message = f"{name} is dropped for the {words.times(drops)} time: {between}"
        clause = cite(limits.agreement, limits.allowed, dates)
        expected = f"{words.counted(int(limits.allowed.value), 'drop')} in a production"
    else:
        return
    gravity, aside = weighed(facts, [element])
    weekly = any(deal.rate_unit == "week" for deal in facts.deals.get(element, ()))
    yield Finding(
        message=message
        + (" for a deal by the day; this one is by the week" if weekly else "")
        + aside,
        at=facts.mark_cell(labels[1]),
        related=(facts.mark_cell(labels[0]),),
        subject=name,
        dates=dates,
        cost=_payable(facts, element, dates),
        expected=expected,
        suggestion="Move the pick-up, or pay the days between as holds.",
        clause=clause,
        severity=Severity.INFO if weekly else gravity,
    )


def _payable(facts: Facts, element: int, dates: tuple[date, date]) -> Cost | None:
    """The company's work days between drop and pick-up, at the day rate."""
    if pay.rate_of(facts, element) is None:
        return None
    marks = facts.marks
    place = facts.dood.elements.at[element, "place"]
    dropped, picked = (when.toordinal() for when in dates)
    between = (marks["ordinal"] > dropped) & (marks["ordinal"] < picked)
    days = marks[(marks["place"] == place) & marks["work"] & between]["ordinal"].nunique()
    return pay.days_at(facts, element, days, words.counted(days, "work day") + " between")
